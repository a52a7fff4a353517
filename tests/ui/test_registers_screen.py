"""The small registers by keyboard: counts with their hint and evidence, disputes with their result, the catalogue."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hallclient.domain.register.counter import Counter, CounterDraft
from hallclient.domain.register.dispute import DisputeDraft
from hallclient.domain.register.history import ImportKind
from hallclient.domain.register.kinds import DisputeKind, DisputeResult
from tests.window import Desk, rows_of

CATALOGUE = (
    "索引号,名称,文号,生成日期,位置\n"
    "012345678/2026-00001,关于做好公租房工作的通知,示府办〔2026〕1号,2026-01-10,http://www.example.gov.cn/1\n"
    "012345678/2026-00002,2026年财政预算,,2026-01-20,政府公报2026年第1期\n"
)


@pytest.fixture
def registers(desk: Desk) -> Desk:
    desk.window.open_screen("registers")
    desk.settle()
    return desk


def count(desk: Desk, on: date, number: int) -> None:
    draft = CounterDraft(on=on, counter=Counter.PORTAL_BUSINESS, count=Decimal(number))
    desk.hall.counters.enter(draft, by=desk.hall.clerk)


def test_a_count_is_entered_without_a_mouse(registers: Desk) -> None:
    registers.type("4")  # the fourth counter of the list
    registers.press("Return")
    registers.type("120")
    registers.press("Return")
    registers.type("http://www.example.gov.cn/a")
    registers.press("Ctrl+Return")

    [entry] = registers.hall.counters.entries(date(2026, 3, 2), date(2026, 3, 2))
    assert (entry.counter, entry.count) == (Counter.PORTAL_BUSINESS, Decimal(120))
    assert entry.evidence == "http://www.example.gov.cn/a"
    assert "120" in registers.status
    assert rows_of(registers.screen.tab.list, lambda row: row.count) == [Decimal(120)]
    assert registers.focused() is registers.screen.counters.counter.edit


def test_a_count_with_decimals_its_unit_does_not_have_is_marked(registers: Desk) -> None:
    form = registers.screen.counters.form
    form.fill({"counter": Counter.PORTAL_BUSINESS})
    form.field("count").setFocus()
    registers.type("12.5")
    registers.press("Ctrl+Return")

    assert "整数" in form.field("count").below.text()
    assert registers.hall.counters.entries(date(2026, 3, 1), date(2026, 3, 2)) == []


def test_an_unusual_count_is_pointed_out_and_not_refused(desk: Desk) -> None:
    for month, number in ((1, 100), (2, 130)):
        count(desk, date(2026, month, 10), number)
    desk.window.open_screen("registers")
    desk.settle()
    desk.type("4")
    desk.press("Return")
    desk.type("900")
    desk.settle()

    hint = desk.screen.counters.count.below.text()
    assert "100" in hint
    assert "130" in hint
    assert "请核对" in hint
    desk.press("Ctrl+Return")
    assert len(desk.hall.counters.entries(date(2026, 3, 2), date(2026, 3, 2))) == 1


def test_a_withdrawn_count_stays_in_the_list_with_its_reason(desk: Desk) -> None:
    count(desk, date(2026, 3, 2), 7)
    desk.window.open_screen("registers")
    desk.settle()
    desk.screen.tab.list.selectRow(0)
    desk.press("Ctrl+Del")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    desk.type("填错了")
    desk.press("Return")

    [row] = desk.screen.tab.list.rows_model.rows()
    assert row.voided == "填错了"


def test_a_late_count_asks_for_its_reason_and_becomes_an_adjustment(registers: Desk) -> None:
    registers.hall.closing.close(date(2026, 3, 2), by=registers.hall.clerk)
    registers.clock.set(datetime(2026, 3, 3, 9))
    tab = registers.screen.counters
    tab.form.fill({"on": date(2026, 3, 2), "counter": Counter.PORTAL_BUSINESS})
    tab.count.setFocus()
    registers.type("5")
    registers.press("Ctrl+Return")
    assert tab.late.isVisible()
    registers.type("漏报")
    registers.press("Ctrl+Return")

    assert registers.hall.closing.sheet(date(2026, 3, 2)).value("counters.portal.business_updates") == 5


def test_a_dispute_is_registered_and_later_decided(registers: Desk) -> None:
    registers.press("Alt+2")
    registers.type("1")  # 行政复议
    registers.press("Ctrl+Return")
    [dispute] = registers.hall.disputes.rows()
    assert dispute.kind is DisputeKind.RECONSIDERATION
    assert "尚未审结" in rows_of(registers.screen.tab.list, registers.screen.disputes._result)

    registers.screen.tab.list.setFocus()
    registers.screen.tab.list.selectRow(0)
    registers.press("Return")
    registers.type("0")  # decided today
    registers.press("Return")
    registers.type("2")
    registers.press("Ctrl+Return")

    [decided] = registers.hall.disputes.rows()
    assert (decided.result, decided.decided_on) == (DisputeResult.CORRECTED, date(2026, 3, 2))


def test_a_result_without_its_day_is_refused_at_the_field(registers: Desk) -> None:
    registers.press("Alt+2")
    form = registers.screen.disputes.form
    form.fill({"kind": DisputeKind.RECONSIDERATION, "result": DisputeResult.UPHELD})
    registers.press("Ctrl+Return")

    assert form.field("decided_on").editor.property("wrong")
    assert registers.hall.disputes.rows() == []


def test_a_dispute_is_opened_by_its_number_from_anywhere(desk: Desk) -> None:
    draft = DisputeDraft(kind=DisputeKind.LITIGATION_DIRECT, filed_on=date(2026, 3, 2))
    number = desk.hall.disputes.record(draft, by=desk.hall.clerk).number

    desk.window.open_record("dispute", number)
    desk.settle()

    assert desk.screen.disputes.form.field("kind").value() is DisputeKind.LITIGATION_DIRECT


def test_the_catalogue_is_found_from_one_character_and_cited(registers: Desk, tmp_path: Path) -> None:
    file = tmp_path / "catalogue.csv"
    file.write_text(CATALOGUE, encoding="utf-8")
    registers.hall.imports.commit(ImportKind.CATALOGUE, file, by=registers.hall.clerk)
    registers.press("Alt+3")
    assert len(registers.screen.tab.list.rows_model.rows()) == 2

    registers.press("Ctrl+F")
    registers.type("房")
    QTest.qWait(150)
    registers.settle()
    registers.press("Return", "Ctrl+Shift+C")

    assert rows_of(registers.screen.tab.list, lambda row: row.index_number) == ["012345678/2026-00001"]
    assert "012345678/2026-00001" in QApplication.clipboard().text()


def test_an_empty_catalogue_says_how_to_fill_it(registers: Desk) -> None:
    registers.press("Alt+3")

    assert "导入" in registers.screen.tab.list.empty
