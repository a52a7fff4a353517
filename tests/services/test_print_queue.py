"""The queue: what is sent is what is stored, every print ends known or asked about, none is printed twice by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.issued import DocumentVoided, IssuedDocument, PrintState, ReprintNeedsReason
from hallclient.domain.register.kinds import Handling
from hallclient.domain.register.permissions import Clerk
from hallclient.domain.register.print_queue import (
    MOST_COPIES,
    CopiesOutOfRange,
    PrintSettled,
    PrintTrouble,
    PrintUnanswered,
    PrintUnderWay,
    QueuedPrint,
    QueueState,
    RemovalNeedsReason,
)
from hallclient.foundation.spool import Hitch, JobReport, JobState, OnlyTakes
from hallclient.foundation.trouble import PrinterGone
from hallclient.wiring import Hall
from tests.hall import Clock, Stores
from tests.print_systems import COMPLETED, PENDING, PRINTING, Memory

LASER = {"P15": "laser"}


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("template"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hall(stores: Stores, tmp_path: Path, clock: Clock, spooler: Memory) -> Iterator[Hall]:
    hall = stores.hall(tmp_path / "store", clock)
    hall.print_queue.spooler = spooler
    yield hall
    hall.close()


@pytest.fixture
def spooler() -> Memory:
    return Memory()


def paper(hall: Hall, content: str = "停车") -> IssuedDocument:
    matter = hall.reception.register(EnquiryDraft(content=content, handling=Handling.ANSWERED), by=hall.clerk)
    return hall.documents.issue("P15", enquiry=matter.number, by=hall.clerk)


def order(hall: Hall, *papers: IssuedDocument, copies: int = 1, reason: str = "") -> tuple[QueuedPrint, ...]:
    return hall.print_queue.enqueue(
        [paper.id for paper in papers], printers=LASER, copies=copies, reason=reason, by=hall.clerk
    )


def send(hall: Hall, spooler: Memory | OnlyTakes) -> list[QueuedPrint]:
    hall.print_queue.spooler = spooler
    found = []
    while (row := hall.print_queue.send_next(by=hall.clerk)) is not None:
        found.append(row)
    return found


def log_of(hall: Hall, issued: IssuedDocument) -> list[tuple[int, PrintState, str]]:
    return [(entry.copy, entry.state, entry.reason) for entry in hall.documents.prints(issued.id)]


def copies(hall: Hall, issued: IssuedDocument) -> int:
    return hall.documents.get(issued.id).copies


def states(hall: Hall) -> list[tuple[QueueState, PrintTrouble | None]]:
    return [(row.state, row.trouble) for row in hall.print_queue.rows()]


# -- printing -----------------------------------------------------------------------------------------------------


def test_the_stored_bytes_are_what_is_sent_and_the_row_leaves_printed(hall: Hall, spooler: Memory) -> None:
    issued = paper(hall)
    [row] = order(hall, issued)
    assert (row.state, row.printer, row.number) == (QueueState.WAITING, "laser", issued.number)

    [sent] = send(hall, spooler)

    assert sent.state is QueueState.PRINTED
    assert spooler.out == [hall.documents.stored(issued.id)]
    assert spooler.titles == ["P15"], "no person, no number on the print system's list"
    assert hall.print_queue.rows() == []
    assert log_of(hall, issued) == [(1, PrintState.SENT, "")]
    assert copies(hall, issued) == 1


def test_a_job_that_takes_its_time_is_followed_until_it_is_printed(hall: Hall, spooler: Memory) -> None:
    spooler.after = PRINTING
    issued = paper(hall)
    order(hall, issued)
    send(hall, spooler)
    assert states(hall) == [(QueueState.SENT, None)]
    assert copies(hall, issued) == 0
    assert hall.print_queue.follow(by=hall.clerk) == ()

    spooler.reports["laser-1"] = COMPLETED

    [after] = hall.print_queue.follow(by=hall.clerk)
    assert after.state is QueueState.PRINTED
    assert copies(hall, issued) == 1


def test_a_batch_keeps_its_order_and_each_paper_its_copies(hall: Hall, spooler: Memory) -> None:
    papers = [paper(hall, f"事项{at}") for at in range(3)]
    order(hall, *papers, copies=2)
    send(hall, spooler)
    stored = [hall.documents.stored(issued.id) for issued in papers]
    assert spooler.out == [pdf for pdf in stored for _copy in range(2)], "collated: one paper's copies lie together"
    for issued in papers:
        assert log_of(hall, issued) == [(1, PrintState.SENT, ""), (2, PrintState.SENT, "")]


def test_one_failure_does_not_stop_the_others(hall: Hall, spooler: Memory) -> None:
    first, second, third = (paper(hall, f"事项{at}") for at in range(3))
    order(hall, first, second, third)
    hall.reception.void(second.enquiry, reason="重复", version=1, by=hall.clerk)
    send(hall, spooler)
    assert states(hall) == [(QueueState.FAILED, PrintTrouble.VOIDED)]
    assert [copies(hall, issued) for issued in (first, second, third)] == [1, 0, 1]


def test_another_copy_needs_its_reason_and_each_comes_with_its_slip(hall: Hall, spooler: Memory) -> None:
    issued = paper(hall)
    order(hall, issued)
    send(hall, spooler)
    with pytest.raises(ReprintNeedsReason):
        order(hall, issued)
    assert hall.print_queue.rows() == []

    order(hall, issued, copies=2, reason="申请人遗失")
    send(hall, spooler)

    stored = hall.documents.stored(issued.id)
    slip, again, other_slip, last = spooler.out[1:]
    assert (again, last) == (stored, stored)
    assert len({stored, slip, other_slip}) == 3, "第 2 份 and 第 3 份"
    assert log_of(hall, issued)[1:] == [(2, PrintState.SENT, "申请人遗失"), (3, PrintState.SENT, "申请人遗失")]


def test_an_order_is_all_or_none(hall: Hall) -> None:
    fine, voided = paper(hall), paper(hall, "另一件")
    hall.reception.void(voided.enquiry, reason="重复", version=1, by=hall.clerk)
    with pytest.raises(DocumentVoided):
        order(hall, fine, voided)
    assert hall.print_queue.rows() == []


@pytest.mark.parametrize("wanted", [0, -1, MOST_COPIES + 1])
def test_a_number_of_copies_nobody_means_is_refused(hall: Hall, wanted: int) -> None:
    with pytest.raises(CopiesOutOfRange):
        order(hall, paper(hall), copies=wanted)


def test_a_copy_handed_over_meanwhile_makes_the_print_a_reprint(hall: Hall, spooler: Memory) -> None:
    issued = paper(hall)
    order(hall, issued)
    hall.documents.printed(issued.id, printer="", state=PrintState.SAVED, by=hall.clerk)
    send(hall, spooler)
    assert states(hall) == [(QueueState.FAILED, PrintTrouble.NEEDS_REASON)]
    order(hall, issued, reason="另需纸质件")
    send(hall, spooler)
    assert copies(hall, issued) == 2


# -- never twice --------------------------------------------------------------------------------------------------


def test_a_paper_on_its_way_is_not_ordered_again(hall: Hall, spooler: Memory) -> None:
    issued = paper(hall)
    order(hall, issued)
    with pytest.raises(PrintUnderWay):
        order(hall, issued)
    spooler.after = PRINTING
    send(hall, spooler)
    with pytest.raises(PrintUnderWay):
        order(hall, issued)
    spooler.reports["laser-1"] = JobReport(JobState.ABORTED, Hitch.ABORTED)
    hall.print_queue.follow(by=hall.clerk)
    with pytest.raises(PrintUnanswered):
        order(hall, issued)
    assert len(spooler.out) == 1


def test_a_job_held_up_is_not_ordered_again_beside_itself(hall: Hall, spooler: Memory) -> None:
    spooler.after = JobReport(JobState.PENDING, Hitch.DISABLED, started=False)
    issued = paper(hall)
    order(hall, issued)
    send(hall, spooler)
    with pytest.raises(PrintUnderWay):
        order(hall, issued)
    assert len(spooler.out) == 1


def test_two_senders_send_a_paper_once(hall: Hall, spooler: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    order(hall, paper(hall))
    open_job = spooler.open

    def slow(printer: str, title: str) -> object:
        opened = open_job(printer, title)
        monkeypatch.setattr(spooler, "open", open_job)
        send(hall, spooler)  # the other window is faster
        return opened

    monkeypatch.setattr(spooler, "open", slow)
    hall.print_queue.send_next(by=hall.clerk)
    assert len(spooler.out) == 1
    assert spooler.reports["laser-1"].state is JobState.CANCELLED, "the empty job does not stay"


# -- what went wrong ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hitch", "trouble"),
    [(Hitch.NO_PRINTER, PrintTrouble.NO_PRINTER), (Hitch.NOT_ACCEPTING, PrintTrouble.NOT_ACCEPTING)],
)
def test_a_printer_that_takes_nothing_is_a_failure_with_its_reason(
    hall: Hall, spooler: Memory, hitch: Hitch, trouble: PrintTrouble
) -> None:
    spooler.refuses = hitch
    issued = paper(hall)
    order(hall, issued)
    send(hall, spooler)
    assert states(hall) == [(QueueState.FAILED, trouble)]
    assert log_of(hall, issued) == [(1, PrintState.FAILED, trouble.label)]
    assert copies(hall, issued) == 0


def test_a_failed_print_goes_to_another_printer(hall: Hall, spooler: Memory) -> None:
    spooler.refuses = Hitch.NO_PRINTER
    issued = paper(hall)
    [row] = order(hall, issued)
    send(hall, spooler)
    spooler.refuses = None
    hall.print_queue.retry(row.id, printer="office", by=hall.clerk)
    send(hall, spooler)
    assert spooler.printers == ["office"]
    assert [(entry.printer, entry.state) for entry in hall.documents.prints(issued.id)] == [
        ("laser", PrintState.FAILED),
        ("office", PrintState.SENT),
    ]


def test_ordering_a_failed_print_again_is_a_retry(hall: Hall, spooler: Memory) -> None:
    spooler.refuses = Hitch.NO_PRINTER
    issued = paper(hall)
    order(hall, issued)
    send(hall, spooler)
    spooler.refuses = None
    order(hall, issued)
    send(hall, spooler)
    assert copies(hall, issued) == 1


def test_no_print_system_is_a_failure_with_its_reason(hall: Hall, spooler: Memory) -> None:
    spooler.silent = True
    order(hall, paper(hall))
    send(hall, spooler)
    assert states(hall) == [(QueueState.FAILED, PrintTrouble.NO_SPOOLER)]


@pytest.mark.parametrize("hitch", [Hitch.OUT_OF_PAPER, Hitch.DISABLED, Hitch.COVER_OPEN, Hitch.OFFLINE])
def test_what_holds_a_job_up_is_told_and_gone_when_it_goes_on(hall: Hall, spooler: Memory, hitch: Hitch) -> None:
    spooler.after = JobReport(JobState.PRINTING, hitch, "Load paper")
    issued = paper(hall)
    order(hall, issued)
    send(hall, spooler)
    [row] = hall.print_queue.rows()
    assert (row.state, row.trouble, row.said) == (QueueState.SENT, PrintTrouble(hitch), "Load paper")
    assert row.needs_eyes
    spooler.reports["laser-1"] = PRINTING
    hall.print_queue.follow(by=hall.clerk)
    assert states(hall) == [(QueueState.SENT, None)]


def test_nothing_stays_sent_for_longer_than_a_minute_without_a_reason(
    hall: Hall, spooler: Memory, clock: Clock
) -> None:
    spooler.after = PRINTING
    order(hall, paper(hall))
    send(hall, spooler)
    clock.move(seconds=60)
    hall.print_queue.follow(by=hall.clerk)
    assert states(hall) == [(QueueState.SENT, None)]
    clock.move(seconds=1)
    hall.print_queue.follow(by=hall.clerk)
    assert states(hall) == [(QueueState.SENT, PrintTrouble.SLOW)]


def test_nothing_waits_for_longer_than_a_minute_without_a_reason(hall: Hall, spooler: Memory, clock: Clock) -> None:
    order(hall, paper(hall))
    clock.move(seconds=60)
    assert hall.print_queue.follow(by=hall.clerk) == ()
    clock.move(seconds=1)
    [row] = hall.print_queue.follow(by=hall.clerk)
    assert (row.state, row.trouble) == (QueueState.WAITING, PrintTrouble.INTERRUPTED)
    assert send(hall, spooler) == []
    hall.print_queue.retry(row.id, by=hall.clerk)
    assert [sent.state for sent in send(hall, spooler)] == [QueueState.PRINTED]


def test_a_print_system_that_falls_silent_is_a_reason_and_no_end(hall: Hall, spooler: Memory) -> None:
    spooler.after = PRINTING
    issued = paper(hall)
    order(hall, issued)
    send(hall, spooler)
    spooler.silent = True
    hall.print_queue.follow(by=hall.clerk)
    assert states(hall) == [(QueueState.SENT, PrintTrouble.NO_SPOOLER)]
    spooler.silent, spooler.reports["laser-1"] = False, COMPLETED
    hall.print_queue.follow(by=hall.clerk)
    assert copies(hall, issued) == 1


@pytest.mark.parametrize(
    "report",
    [
        JobReport(JobState.ABORTED, Hitch.ABORTED, "jammed"),
        JobReport(JobState.CANCELLED, Hitch.CANCELLED),
        JobReport(JobState.GONE, Hitch.NO_PRINTER),
        JobReport(JobState.GONE),
    ],
)
def test_an_end_nobody_can_tell_is_asked_about_and_counts_nothing(
    hall: Hall, spooler: Memory, report: JobReport
) -> None:
    spooler.after = report
    issued = paper(hall)
    order(hall, issued)
    send(hall, spooler)
    [row] = hall.print_queue.rows()
    assert row.state is QueueState.UNKNOWN
    assert row.trouble is not None
    assert log_of(hall, issued) == []


def test_a_job_that_never_began_has_failed_and_needs_no_question(hall: Hall, spooler: Memory) -> None:
    spooler.after = JobReport(JobState.CANCELLED, Hitch.CANCELLED, started=False)
    order(hall, paper(hall))
    send(hall, spooler)
    assert states(hall) == [(QueueState.FAILED, PrintTrouble.CANCELLED)]


def test_bytes_that_break_off_before_anything_printed_are_a_failure(hall: Hall, spooler: Memory) -> None:
    spooler.breaks_after = 0
    order(hall, paper(hall))
    send(hall, spooler)
    assert states(hall) == [(QueueState.FAILED, PrintTrouble.NO_SPOOLER)]


# -- did it come out? ---------------------------------------------------------------------------------------------


@pytest.fixture
def asked(hall: Hall, spooler: Memory) -> tuple[IssuedDocument, QueuedPrint]:
    spooler.after = JobReport(JobState.ABORTED, Hitch.ABORTED)
    issued = paper(hall)
    order(hall, issued)
    [row] = send(hall, spooler)
    spooler.after = COMPLETED
    return issued, row


def test_it_came_out_counts_as_a_copy(hall: Hall, asked: tuple[IssuedDocument, QueuedPrint]) -> None:
    issued, row = asked
    assert hall.print_queue.came_out(row.id, by=hall.clerk).state is QueueState.PRINTED
    assert log_of(hall, issued) == [(1, PrintState.SENT, "")]
    assert hall.print_queue.rows() == []
    with pytest.raises(PrintSettled):
        hall.print_queue.came_out(row.id, by=hall.clerk)
    assert copies(hall, issued) == 1


def test_it_did_not_come_out_fails_and_may_be_sent_again(
    hall: Hall, spooler: Memory, asked: tuple[IssuedDocument, QueuedPrint]
) -> None:
    issued, row = asked
    with pytest.raises(PrintUnanswered):
        hall.print_queue.retry(row.id, by=hall.clerk)
    with pytest.raises(PrintUnanswered):
        hall.print_queue.remove(row.id, reason="不要了", by=hall.clerk)

    after = hall.print_queue.did_not(row.id, by=hall.clerk)
    assert (after.state, after.trouble) == (QueueState.FAILED, PrintTrouble.NOT_OUT)
    hall.print_queue.retry(row.id, by=hall.clerk)
    send(hall, spooler)

    assert log_of(hall, issued) == [(1, PrintState.FAILED, PrintTrouble.NOT_OUT.label), (1, PrintState.SENT, "")]
    assert copies(hall, issued) == 1


def test_a_job_held_up_before_it_began_is_taken_back_and_goes_elsewhere(hall: Hall, spooler: Memory) -> None:
    spooler.after = JobReport(JobState.PENDING, Hitch.DISABLED, started=False)
    issued = paper(hall)
    [row] = order(hall, issued)
    send(hall, spooler)
    spooler.after = COMPLETED
    hall.print_queue.retry(row.id, printer="office", by=hall.clerk)
    assert spooler.reports["laser-1"].state is JobState.CANCELLED
    send(hall, spooler)
    assert spooler.printers == ["laser", "office"]
    assert copies(hall, issued) == 1


def test_a_job_held_up_in_the_middle_is_asked_about_before_it_goes_elsewhere(hall: Hall, spooler: Memory) -> None:
    spooler.after = JobReport(JobState.PRINTING, Hitch.OUT_OF_PAPER)
    [row] = order(hall, paper(hall))
    send(hall, spooler)
    after = hall.print_queue.retry(row.id, printer="office", by=hall.clerk)
    assert after.state is QueueState.UNKNOWN
    assert spooler.reports["laser-1"].state is JobState.CANCELLED
    assert send(hall, spooler) == []


def test_what_came_out_while_one_decided_to_retry_is_not_printed_twice(hall: Hall, spooler: Memory) -> None:
    spooler.after = JobReport(JobState.PRINTING, Hitch.OUT_OF_PAPER)
    issued = paper(hall)
    [row] = order(hall, issued)
    send(hall, spooler)
    spooler.reports["laser-1"] = COMPLETED
    with pytest.raises(PrintSettled):
        hall.print_queue.retry(row.id, by=hall.clerk)
    assert copies(hall, issued) == 1
    assert send(hall, spooler) == []


def test_a_print_leaves_the_queue_unprinted_only_with_a_reason(hall: Hall, spooler: Memory) -> None:
    spooler.refuses = Hitch.NO_PRINTER
    issued = paper(hall)
    [row] = order(hall, issued)
    send(hall, spooler)
    with pytest.raises(RemovalNeedsReason):
        hall.print_queue.remove(row.id, reason=" ", by=hall.clerk)
    hall.print_queue.remove(row.id, reason="改发电子件", by=hall.clerk)
    assert hall.print_queue.rows() == []
    assert log_of(hall, issued)[-1] == (1, PrintState.FAILED, "改发电子件")
    assert [document.id for document in hall.print_queue.unprinted()] == [issued.id]


def test_what_is_on_its_way_is_neither_retried_nor_removed(hall: Hall, spooler: Memory) -> None:
    spooler.after = PENDING
    [row] = order(hall, paper(hall))
    send(hall, spooler)
    with pytest.raises(PrintUnderWay):
        hall.print_queue.retry(row.id, by=hall.clerk)
    with pytest.raises(PrintUnderWay):
        hall.print_queue.remove(row.id, reason="不要了", by=hall.clerk)


def test_the_log_names_who_ordered_whoever_answers(hall: Hall, asked: tuple[IssuedDocument, QueuedPrint]) -> None:
    issued, row = asked
    other = Clerk(name="li", display_name="李窗口", roles=hall.clerk.roles)
    hall.print_queue.came_out(row.id, by=other)
    [entry] = hall.documents.prints(issued.id)
    assert entry.by == hall.clerk.name


# -- after a crash ------------------------------------------------------------------------------------------------


class Died(BaseException):
    """The program is killed here."""


def died_at(hall: Hall, spooler: Memory, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def die(*_: object, **__: object) -> None:
        raise Died

    with monkeypatch.context() as patched:
        patched.setattr(spooler, step, die)
        with pytest.raises(Died):
            send(hall, spooler)


@pytest.mark.parametrize("reason", ["", "遗失"])
@pytest.mark.parametrize(
    ("step", "left"),
    [("open", QueueState.WAITING), ("send", QueueState.WAITING), ("look", None)],
)
def test_a_program_that_dies_between_two_steps_loses_nothing_and_prints_nothing_twice(
    hall: Hall, spooler: Memory, monkeypatch: pytest.MonkeyPatch, step: str, left: QueueState | None, reason: str
) -> None:
    issued = paper(hall)
    if reason:
        order(hall, issued)
        send(hall, spooler)
    before, sent_before = copies(hall, issued), len(spooler.out)
    order(hall, issued, reason=reason)
    died_at(hall, spooler, monkeypatch, step)

    found = hall.print_queue.recover(by=hall.clerk)

    assert send(hall, spooler) == [], "nothing is sent by itself"
    if left is not None:
        [row] = found
        assert (row.state, row.trouble, row.job) == (left, PrintTrouble.INTERRUPTED, "")
        assert len(spooler.out) == sent_before
        hall.print_queue.retry(row.id, by=hall.clerk)
        send(hall, spooler)
    elif reason:  # slip and paper: whether both arrived nobody can say
        [row] = found
        assert row.state is QueueState.UNKNOWN
        hall.print_queue.came_out(row.id, by=hall.clerk)
    else:
        assert found == ()
    assert copies(hall, issued) == before + 1
    assert spooler.out.count(hall.documents.stored(issued.id)) == before + 1


def test_what_waited_when_the_program_ended_waits_with_its_reason(hall: Hall, spooler: Memory) -> None:
    order(hall, paper(hall))
    hall.print_queue.recover(by=hall.clerk)
    assert states(hall) == [(QueueState.WAITING, PrintTrouble.INTERRUPTED)]
    assert send(hall, spooler) == []


def test_a_print_system_that_only_takes_counts_what_it_took_and_asks_after_a_crash(hall: Hall) -> None:
    taken: list[bytes] = []
    takes = OnlyTakes(lambda pdf, *, printer, title: taken.append(pdf))
    first, second = paper(hall), paper(hall, "另一件")
    order(hall, first)
    send(hall, takes)
    assert copies(hall, first) == 1

    def dies(_pdf: bytes, **_where: str) -> None:
        raise Died

    order(hall, second)
    with pytest.raises(Died):
        send(hall, OnlyTakes(dies))
    hall.print_queue.spooler = OnlyTakes(dies)
    hall.print_queue.recover(by=hall.clerk)
    assert states(hall) == [(QueueState.UNKNOWN, PrintTrouble.FORGOTTEN)]
    assert taken == [hall.documents.stored(first.id)]


def test_a_printer_that_is_gone_for_a_system_that_only_takes_is_a_failure(hall: Hall) -> None:
    def gone(_pdf: bytes, *, printer: str, title: str) -> None:
        raise PrinterGone(printer, title)

    order(hall, paper(hall))
    send(hall, OnlyTakes(gone))
    assert states(hall) == [(QueueState.FAILED, PrintTrouble.NO_PRINTER)]
