"""A year's report as it is written, published and asked for again: its text cannot contradict it, its bytes stay."""

import errno
import io
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import docx
import pytest

from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_text import MentionKind, SlotUnknown
from hallclient.domain.register.permissions import Clerk, NotPermitted, Role
from hallclient.domain.register.supervision import (
    AssessmentDraft,
    AssessmentKind,
    AttendingOutOfRange,
    HeldInFuture,
    SupervisionTextMissing,
    TrainingDraft,
    TrainingKind,
)
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.exports.annual_docx import TEMPLATE, TemplateUnusable
from hallclient.foundation.trouble import DiskFull, FileUnreadable
from hallclient.services import exporting
from hallclient.services.counters import WithdrawalNeedsReason
from hallclient.services.report_obstacles import TextContradicts, YearStillOpen
from hallclient.services.reports import EditionNeedsReason, PartUnknown, ReportAltered
from hallclient.wiring import Hall
from tests.hall import Clock, Stores
from tests.services.application_hall import PUBLISHED, draft

YEAR = 2026
DAY = date(2026, 3, 2)
TEXT = (
    "2026年新收申请{{received}}件，办结{{closed}}件。\n举办培训{{training_sessions}}次，{{training_attending}}人参加。"
)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("template"))


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 3, 2, 9, 0))


@pytest.fixture
def hall(stores: Stores, tmp_path: Path, clock: Clock) -> Iterator[Hall]:
    """One application received and answered on a closed day; the year lies behind."""
    with stores.hall(tmp_path / "store", clock) as opened:
        opened.applications.register(draft(), answer=PUBLISHED, by=opened.clerk)
        opened.closing.close(DAY, by=opened.clerk)
        clock.set(datetime(2027, 1, 12, 9, 0))
        yield opened


def _written(hall: Hall, text: str = TEXT, part: str = "overview") -> None:
    version = hall.reports.text(YEAR, part).version
    hall.reports.write(YEAR, part, text, version=version, by=hall.clerk)


def test_the_text_is_filled_from_the_figures_and_the_registers(hall: Hall) -> None:
    training = TrainingDraft(on=DAY, kind=TrainingKind.OFFICERS, title="条例培训", attending=40)
    hall.supervision.record_training(training, by=hall.clerk)
    _written(hall)

    assert hall.reports.report(YEAR).part("overview").texts == (
        "2026年新收申请1件，办结1件。",
        "举办培训1次，40人参加。",
    )


def test_a_draft_may_be_wrong_and_shows_it_but_is_not_published(hall: Hall) -> None:
    _written(hall, "2026年新收申请2件。")
    [mention] = hall.reports.mentions(YEAR, "2026年新收申请2件。")
    assert (mention.kind, mention.expected) == (MentionKind.WRONG, "1")

    with pytest.raises(TextContradicts) as refused:
        hall.reports.publish(YEAR, by=hall.clerk)

    [one] = refused.value.differing
    assert (one.part, one.paragraph, one.words) == ("overview", 1, "2026年新收申请2件")
    assert (one.found, one.expected) == ("2", "1")
    assert hall.reports.published(YEAR) == ()


def test_a_number_that_speaks_of_another_year_is_published_once_it_was_looked_at(hall: Hall) -> None:
    _written(hall, "上年收到申请7件，本年收到申请{{received}}件。")
    with pytest.raises(TextContradicts):
        hall.reports.publish(YEAR, by=hall.clerk)

    with pytest.raises(TextContradicts):
        hall.reports.publish(YEAR, confirmed="  ", by=hall.clerk)
    edition = hall.reports.publish(YEAR, confirmed="说的是上年", by=hall.clerk)

    assert hall.reports.as_published(edition).part("overview").texts == ("上年收到申请7件，本年收到申请1件。",)
    with hall.office.database.reading() as tx:
        noted = tx.exec_driver_sql("SELECT after FROM audit WHERE action = 'publish_report'").scalars().all()
    [after] = noted
    told = {"part": "overview", "paragraph": 1, "figure": "table3.received.total", "text": "7", "table": "1"}
    assert json.loads(after)["differing"] == [told]
    assert json.loads(after)["speaks_of"] == "说的是上年"


def test_a_published_text_tells_for_ever_where_it_differs_and_why(hall: Hall) -> None:
    _written(hall, "一段话。\n上年收到申请7件，本年收到申请{{received}}件。")
    edition = hall.reports.publish(YEAR, confirmed="说的是上年", by=hall.clerk)
    _written(hall, "本年收到申请{{received}}件。")
    second = hall.reports.publish(YEAR, reason="更正文字", by=hall.clerk)

    [one] = hall.reports.confirmed(edition).differing
    assert (one.paragraph, one.words, one.found, one.expected) == (2, "上年收到申请7件", "7", "1")
    assert hall.reports.confirmed(edition).words == "说的是上年"
    assert hall.reports.confirmed(second).differing == ()
    hall.reports.reprint(edition, ".pdf", by=hall.clerk)
    hall.reports.reprint(second, ".pdf", by=hall.clerk)
    with hall.office.database.reading() as tx:
        noted = tx.exec_driver_sql("SELECT after FROM audit WHERE action = 'reprint_report' ORDER BY id").scalars()
        assert [str(after) for after in noted] == ['{"differing": 1}', ""]


def test_an_unknown_slot_or_part_keeps_nothing(hall: Hall) -> None:
    with pytest.raises(SlotUnknown):
        _written(hall, "{{recieved}}件")
    with pytest.raises(PartUnknown):
        hall.reports.write(YEAR, "applications", "表", version=0, by=hall.clerk)
    assert hall.reports.text(YEAR, "overview").version == 0


def test_two_who_write_the_same_part_lose_nothing(hall: Hall) -> None:
    _written(hall, "甲")
    with pytest.raises(ChangedMeanwhile) as refused:
        hall.reports.write(YEAR, "overview", "乙", version=0, by=hall.clerk)
    assert refused.value.theirs.text == "甲"  # type: ignore[attr-defined]
    hall.reports.write(YEAR, "overview", "乙", version=1, by=hall.clerk)
    assert hall.reports.text(YEAR, "overview").text == "乙"


def test_a_published_report_is_reprinted_byte_for_byte(hall: Hall) -> None:
    _written(hall)
    edition = hall.reports.publish(YEAR, by=hall.clerk)
    before = {ending: hall.reports.reprint(edition, ending, by=hall.clerk) for ending in edition.endings}
    _written(hall, "另写的文字")

    assert {ending: hall.reports.reprint(edition, ending, by=hall.clerk) for ending in edition.endings} == before
    assert hall.reports.as_published(edition).part("overview").texts[0] == "2026年新收申请1件，办结1件。"
    assert ".xlsx" in before
    assert before[".json"].startswith(b"{")


def test_every_format_is_kept_with_the_analysis_and_drawn_again_alike(hall: Hall) -> None:
    _written(hall)
    edition = hall.reports.publish(YEAR, appendix=hall.analysis.appendix(YEAR, by=hall.clerk), by=hall.clerk)
    report = hall.reports.as_published(edition)

    assert sorted(edition.endings) == sorted(exporting.ANNUAL_FORMATS)
    for ending in exporting.ANNUAL_FORMATS:
        assert hall.reports.reprint(edition, ending, by=hall.clerk) == exporting.annual_bytes(report, ending), ending
    assert report.appendix is not None
    assert "收到的政府信息公开申请1件" in report.appendix.texts[0]
    assert hall.reports.changed_since(edition) == ()


@pytest.mark.parametrize("ending", exporting.ANNUAL_FORMATS)
def test_a_full_disk_leaves_last_times_export_and_no_half_of_this_one(
    hall: Hall, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / f"report{ending}"
    path.write_bytes(b"last time")

    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        hall.figures.export_annual(hall.reports.report(YEAR), path, by=hall.clerk)
    monkeypatch.undo()

    assert [one.name for one in folder.iterdir()] == [path.name]
    assert path.read_bytes() == b"last time"


def test_a_publication_that_fails_on_the_way_leaves_no_edition(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    real = exporting.annual_bytes

    def full(report: Report, ending: str, **more: object) -> bytes:
        if ending == exporting.ANNUAL_FORMATS[-1]:
            raise DiskFull
        return real(report, ending)

    monkeypatch.setattr(exporting, "annual_bytes", full)
    with pytest.raises(DiskFull):
        hall.reports.publish(YEAR, by=hall.clerk)
    assert hall.reports.published(YEAR) == ()


def test_reports_are_set_in_the_offices_own_word_template(hall: Hall, tmp_path: Path) -> None:
    document = docx.Document(str(TEMPLATE))
    document.add_paragraph("示例市人民政府办公室印")
    document.save(str(tmp_path / "own.docx"))
    first = hall.reports.publish(YEAR, by=hall.clerk)
    kept = hall.reports.reprint(first, ".docx", by=hall.clerk)

    hall.settings.change_word_template(tmp_path / "own.docx", by=hall.clerk)
    (tmp_path / "own.docx").unlink()
    second = hall.reports.publish(YEAR, reason="换用机关模板", by=hall.clerk)
    hall.figures.export_annual(hall.reports.report(YEAR), tmp_path / "r.docx", by=hall.clerk)

    for content in (hall.reports.reprint(second, ".docx", by=hall.clerk), (tmp_path / "r.docx").read_bytes()):
        assert "示例市人民政府办公室印" in [line.text for line in docx.Document(io.BytesIO(content)).paragraphs]
    assert hall.reports.reprint(first, ".docx", by=hall.clerk) == kept
    hall.settings.change_word_template(None, by=hall.clerk)
    assert hall.settings.word_template() is None


def test_a_word_file_that_will_not_do_does_not_become_the_template(hall: Hall, tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "bare.docx"))
    (tmp_path / "none.docx").write_bytes(b"PK")
    for name, lacks in (("bare.docx", True), ("none.docx", False)):
        with pytest.raises(TemplateUnusable) as refused:
            hall.settings.change_word_template(tmp_path / name, by=hall.clerk)
        assert bool(refused.value.missing) is lacks
    with pytest.raises(FileUnreadable) as absent:
        hall.settings.change_word_template(tmp_path / "missing.docx", by=hall.clerk)
    assert absent.value.detail == "missing"
    assert hall.settings.word_template() is None


def test_a_second_edition_needs_a_reason_and_leaves_the_first(hall: Hall) -> None:
    first = hall.reports.publish(YEAR, by=hall.clerk)
    with pytest.raises(EditionNeedsReason):
        hall.reports.publish(YEAR, by=hall.clerk)
    second = hall.reports.publish(YEAR, reason="更正文字", by=hall.clerk)
    assert (first.edition, second.edition) == (1, 2)
    assert hall.reports.published(YEAR) == (first, second)


def test_what_counts_otherwise_today_is_named_with_both_values(hall: Hall) -> None:
    edition = hall.reports.publish(YEAR, by=hall.clerk)
    assert hall.reports.changed_since(edition) == ()

    [line] = next(
        figure for figure in hall.reports.as_published(edition).figures if figure.id == "table2.licences"
    ).lines
    hall.closing.adjust(DAY, line, 3, "漏报", by=hall.clerk)

    [change] = hall.reports.changed_since(edition)
    assert (change.figure, change.published, change.today) == ("table2.licences", "0", "3")


def test_an_open_day_forbids_publication(hall: Hall, clock: Clock) -> None:
    clock.set(datetime(2026, 3, 3, 9, 0))
    hall.applications.register(draft("2026-03-03", subject="另一件"), by=hall.clerk)
    clock.set(datetime(2027, 1, 12, 9, 0))
    with pytest.raises(YearStillOpen) as refused:
        hall.reports.publish(YEAR, by=hall.clerk)
    assert refused.value.days == 1


def test_altered_bytes_are_not_handed_out(hall: Hall) -> None:
    edition = hall.reports.publish(YEAR, by=hall.clerk)
    with hall.office.database.writing() as tx:
        tx.exec_driver_sql("UPDATE published_files SET content = X'00' WHERE ending = '.json'")
        tx.exec_driver_sql("UPDATE published_reports SET report = '{}'")
    with pytest.raises(ReportAltered):
        hall.reports.reprint(edition, ".json", by=hall.clerk)
    with pytest.raises(ReportAltered):
        hall.reports.as_published(edition)


def test_last_years_text_comes_back_ready_for_this_year(hall: Hall, clock: Clock) -> None:
    _written(hall)
    _written(hall, "存在问题：新收申请1件中补正较多。", part="problems")
    hall.reports.publish(YEAR, by=hall.clerk)
    clock.set(datetime(2028, 1, 12, 9, 0))

    assert hall.reports.last_year(YEAR + 1, "overview") == TEXT
    assert hall.reports.last_year(YEAR + 1, "problems") == "存在问题：新收申请{{received}}件中补正较多。"
    assert hall.reports.last_year(YEAR + 2, "overview") == ""


def test_a_clerk_writes_no_report_and_publishes_none(hall: Hall) -> None:
    clerk = Clerk(name="li", display_name="李窗口", roles=frozenset({Role.CLERK}))
    with pytest.raises(NotPermitted):
        hall.reports.write(YEAR, "overview", "甲", version=0, by=clerk)
    with pytest.raises(NotPermitted):
        hall.reports.publish(YEAR, by=clerk)


def test_sessions_and_results_are_corrected_and_withdrawn_with_a_version(hall: Hall) -> None:
    training = TrainingDraft(on=DAY, kind=TrainingKind.LEADERS, title="领导班", attending=200)
    hall.supervision.record_training(training, by=hall.clerk)
    [first] = hall.supervision.trainings(DAY, DAY)
    hall.supervision.change_training(first.id, replace(training, attending=210), version=first.version, by=hall.clerk)
    with pytest.raises(ChangedMeanwhile):
        hall.supervision.change_training(first.id, training, version=first.version, by=hall.clerk)
    [changed] = hall.supervision.trainings(DAY, DAY)
    with pytest.raises(WithdrawalNeedsReason):
        hall.supervision.withdraw_training(changed, " ", by=hall.clerk)
    hall.supervision.withdraw_training(changed, "重复", by=hall.clerk)
    assert hall.supervision.slots(YEAR)["training_sessions"] == "0"

    hall.supervision.record_assessment(
        AssessmentDraft(on=DAY, kind=AssessmentKind.PUBLIC_REVIEW, result="满意率98%"), by=hall.clerk
    )
    assert hall.supervision.slots(YEAR)["public_review"] == "满意率98%"
    assert hall.supervision.slots(YEAR)["accountability"] == "无"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"on": date(2030, 1, 1)}, HeldInFuture),
        ({"title": " "}, SupervisionTextMissing),
        ({"attending": 0}, AttendingOutOfRange),
    ],
)
def test_an_impossible_session_is_refused(hall: Hall, changes: dict[str, object], refusal: type[Exception]) -> None:
    training = TrainingDraft(on=DAY, kind=TrainingKind.LEADERS, title="领导班", attending=200)
    with pytest.raises(refusal):
        hall.supervision.record_training(replace(training, **changes), by=hall.clerk)  # type: ignore[arg-type]
    assert hall.supervision.trainings(DAY, DAY) == []
