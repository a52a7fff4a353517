"""The due board: everything computed from dates, nothing a status somebody forgot to change."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from reception_desk import CLERK, OTHER, Desk, desk_in

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.kinds import EnquiryKind, Handling
from hallclient.domain.register.records import RecordKind
from hallclient.services.board import SHOWN, BoardRow, Section, SectionCode
from hallclient.services.closing import ClosingDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:  # Monday, 2 March 2026
        yield desk


def board(desk: Desk) -> dict[SectionCode, Section]:
    return {section.code: section for section in desk.board.today(CLERK)}


def numbers(section: Section) -> list[str]:
    return [row.number[-5:] for row in section.rows]


def test_an_empty_hall_shows_every_section_empty_in_its_order(desk: Desk) -> None:
    sections = desk.board.today(CLERK)

    assert [section.code for section in sections] == list(SectionCode)
    assert {(section.count, section.rows) for section in sections} == {(0, ())}


def test_due_dates_sort_themselves_into_late_today_and_soon(desk: Desk) -> None:
    for serial, due in enumerate(
        ("2026-02-26", "2026-02-27", "2026-03-02", "2026-03-03", "2026-03-05", "2026-03-06"), start=1
    ):
        desk.application(f"SQ01-W01-S2026-{serial:05d}", due=due)

    shown = board(desk)

    assert numbers(shown[SectionCode.OVERDUE]) == ["00001", "00002"]
    assert numbers(shown[SectionCode.TODAY]) == ["00003"]
    assert numbers(shown[SectionCode.SOON]) == ["00004", "00005"]
    left = [row.left for code in list(SectionCode)[:3] for row in shown[code].rows]
    assert left == [-3, -2, 0, 1, 3]  # Saturday, 28 February 2026, is worked


def test_the_same_files_are_late_tomorrow_without_anyone_touching_them(desk: Desk) -> None:
    desk.application("SQ01-W01-S2026-00001", due="2026-03-02")
    desk.later(days=1)

    assert numbers(board(desk)[SectionCode.OVERDUE]) == ["00001"]


def test_three_working_days_reach_over_a_weekend_and_a_holiday(desk: Desk) -> None:
    desk.at("2026-04-30 09:00:00")  # Thursday; May Day is 1-5 May, 9 May is worked
    desk.application("SQ01-W01-S2026-00001", due="2026-05-08")
    desk.application("SQ01-W01-S2026-00002", due="2026-05-09")

    assert numbers(board(desk)[SectionCode.SOON]) == ["00001"]


def test_titles_mask_the_person_and_provisional_dates_say_so(desk: Desk) -> None:
    desk.application("SQ01-W01-S2026-00001", due="2026-03-02", provisional=1)

    assert board(desk)[SectionCode.TODAY].rows == (
        BoardRow(
            kind=RecordKind.APPLICATION,
            number="SQ01-W01-S2026-00001",
            title="南*** 老旧小区改造计划",
            due=date(2026, 3, 2),
            provisional=True,
            left=0,
            why="in_progress",
        ),
    )


def test_closed_and_voided_applications_are_nobodys_business(desk: Desk) -> None:
    desk.application("SQ01-W01-S2026-00001", due="2026-03-02", state="answered", closed_on="2026-02-27")
    desk.application("SQ01-W01-S2026-00002", due="2026-03-02", state="voided")

    shown = board(desk)
    assert (shown[SectionCode.TODAY].count, shown[SectionCode.WAITING].count) == (0, 0)


def test_what_waits_for_others_says_for_whom(desk: Desk) -> None:
    states = ("awaiting_correction", "consulting", "awaiting_fee", "awaiting_confirmation", "in_progress")
    for serial, state in enumerate(states, start=1):
        desk.application(f"SQ01-W01-S2026-{serial:05d}", state=state)

    rows = board(desk)[SectionCode.WAITING].rows

    assert [row.why for row in rows] == list(states[:4])


def test_a_referred_matter_stands_on_the_board_until_it_is_settled(desk: Desk) -> None:
    made = desk.reception.register(
        EnquiryDraft(kind=EnquiryKind.COMPLAINT, handling=Handling.REFERRED, refer_to="市城管局", content="占道经营"),
        by=CLERK,
    )
    desk.reception.register(EnquiryDraft(handling=Handling.REFERRED), by=CLERK)
    desk.reception.undo_last(by=CLERK)

    (row,) = board(desk)[SectionCode.ENQUIRIES].rows
    assert (row.number, row.due, row.left, row.why) == (made.number, date(2026, 3, 9), 5, "市城管局")
    desk.reception.close(made.number, on=date(2026, 3, 2), version=1, by=CLERK)
    assert board(desk)[SectionCode.ENQUIRIES].count == 0


def test_each_clerk_sees_his_own_drafts(desk: Desk) -> None:
    desk.drafts.save("form-1", "enquiry", {}, title="咨询", by=CLERK)
    desk.drafts.save("form-2", "enquiry", {}, by=OTHER)

    assert board(desk)[SectionCode.DRAFTS].rows == (
        BoardRow(kind=RecordKind.DRAFT, number="form-1", title="咨询", why="enquiry"),
    )


def test_a_document_is_listed_until_a_copy_came_out(desk: Desk) -> None:
    with desk.database.writing() as tx:
        tx.exec_driver_sql(
            "INSERT INTO issued_documents (number, kind, title, application, wording_version, issued_on, issued_at,"
            " \"by\", pages, pdf, sha256) VALUES ('示政数复〔2026〕1号', 'A01', '告知书', 'SQ01-W01-S2026-00001', 'v1',"
            " '2026-03-02', '2026-03-02 09:00:00', 'li', 1, x'', '')"
        )

    (shown,) = board(desk)[SectionCode.UNPRINTED].rows
    assert (shown.kind, shown.number, shown.why) == (RecordKind.DOCUMENT, "示政数复〔2026〕1号", "SQ01-W01-S2026-00001")
    with desk.database.writing() as tx:
        tx.exec_driver_sql("UPDATE issued_documents SET copies = 1")
    assert board(desk)[SectionCode.UNPRINTED].count == 0


def test_a_day_with_records_is_listed_from_the_next_morning_until_it_is_closed(desk: Desk) -> None:
    desk.reception.tally(EnquiryKind.HELP, by=CLERK)
    assert board(desk)[SectionCode.UNCLOSED].count == 0

    desk.later(days=1)

    assert [row.number for row in board(desk)[SectionCode.UNCLOSED].rows] == ["2026-03-02"]
    ClosingDesk(desk.office).close(date(2026, 3, 2), by=CLERK)
    assert board(desk)[SectionCode.UNCLOSED].count == 0


def test_a_long_list_is_cut_and_still_tells_its_true_number(desk: Desk) -> None:
    for serial in range(SHOWN + 3):
        desk.application(f"SQ01-W01-S2026-{serial:05d}", due="2026-02-27")

    late = board(desk)[SectionCode.OVERDUE]

    assert (late.count, len(late.rows)) == (SHOWN + 3, SHOWN)
