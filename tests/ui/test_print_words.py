"""Whatever keeps a paper back has one whole sentence: what is the matter, on which printer, and what to do."""

from dataclasses import replace
from datetime import datetime

import pytest

from hallclient.domain.register.print_queue import PrintTrouble, QueuedPrint, QueueState
from hallclient.foundation.spool import Hitch
from hallclient.ui.print_words import asked, state_words, tone

ROW = QueuedPrint(
    id=1,
    document_id=1,
    number="示政数回〔2026〕1号",
    kind="P01",
    title="登记回执",
    record="SL01-W01-S2026-00001",
    printer="laser",
    copies=1,
    state=QueueState.SENT,
    at=datetime(2026, 3, 2, 9, 0),
    since=datetime(2026, 3, 2, 9, 0),
    by="wang",
)
HOLDS = [trouble for trouble in PrintTrouble if trouble is not PrintTrouble.SENDING]


@pytest.mark.parametrize("trouble", HOLDS, ids=str)
@pytest.mark.parametrize("state", [QueueState.SENT, QueueState.FAILED], ids=str)
def test_every_trouble_names_the_printer_and_a_way_out(trouble: PrintTrouble, state: QueueState) -> None:
    said = asked(replace(ROW, state=state, trouble=trouble))
    assert said.startswith(f"laser：{trouble.label}。")
    assert "请" in said
    assert said.endswith("。")
    assert tone(replace(ROW, state=state, trouble=trouble)) in ("warn", "danger")


@pytest.mark.parametrize("trouble", HOLDS, ids=str)
def test_what_nobody_knows_is_asked_with_both_keys(trouble: PrintTrouble) -> None:
    said = asked(replace(ROW, state=QueueState.UNKNOWN, trouble=trouble))
    assert "打印出来了吗？" in said
    assert "Alt+Y" in said
    assert "Alt+N" in said


def test_every_reason_of_the_print_system_has_its_term() -> None:
    assert {hitch.value for hitch in Hitch} <= {trouble.value for trouble in PrintTrouble}


def test_the_printers_own_words_stand_beside_the_reason() -> None:
    said = asked(replace(ROW, trouble=PrintTrouble.OUT_OF_PAPER, said="Load paper."))
    assert "缺纸（Load paper）" in said


def test_what_goes_well_needs_no_colour() -> None:
    for state, trouble in (
        (QueueState.WAITING, None),
        (QueueState.SENT, None),
        (QueueState.SENT, PrintTrouble.SENDING),
    ):
        row = replace(ROW, state=state, trouble=trouble)
        assert tone(row) is None
        assert state_words(row) == state.label
        assert "laser" in asked(row)
