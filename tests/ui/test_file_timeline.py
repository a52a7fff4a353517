"""Everything that happened to an application in one line: each entry says who and why, Enter opens its paper."""

from datetime import datetime

from application_desk import at_file, keys, registered, settle

from hallclient.domain.register.dispute import DisputeDraft
from hallclient.domain.register.kinds import DisputeKind
from hallclient.domain.register.steps import Act, Step
from tests.window import Desk, rows_of


def whats(desk: Desk) -> list[str]:
    return rows_of(desk.screen.timeline.list, lambda line: line.what)


def test_steps_papers_and_prints_stand_in_the_order_they_happened(desk: Desk) -> None:
    number = registered(desk).number
    [paper] = desk.hall.documents.of_record(number)
    desk.clock.set(datetime(2026, 3, 2, 10, 0))
    from hallclient.domain.register.issued import PrintState

    desk.hall.documents.printed(paper.id, printer="窗口一", state=PrintState.SENT, by=desk.hall.clerk)
    desk.clock.set(datetime(2026, 3, 3, 10, 0))
    step = Step(act=Act.EXTENDED, on=desk.hall.today(), days=5, details={"approver": "赵主任"}, reason="检索量大")
    desk.hall.applications.record(number, step, by=desk.hall.clerk, version=1)

    at_file(desk, number)

    assert whats(desk) == ["收到", "出具文书", "已打印", "延期"]
    assert desk.screen.timeline.list.current().what == "延期"  # the newest is chosen
    told = desk.screen.timeline.detail.text()
    for word in ("批准人 赵主任", "说明：检索量大", "第三十三条", "wang"):
        assert word in told


def test_enter_opens_the_paper_of_a_line(desk: Desk) -> None:
    number = registered(desk).number
    at_file(desk, number)
    desk.screen.timeline.list.choose(lambda line: line.paper is not None)

    keys(desk, "Return")

    assert [kind for kind, _pdf in desk.paper.shown] == ["P01"]


def test_a_step_without_a_paper_says_so(desk: Desk) -> None:
    at_file(desk, registered(desk).number)
    desk.screen.timeline.list.selectRow(0)

    keys(desk, "Return")

    assert "没有文书" in desk.status


def test_a_step_entered_later_says_when(desk: Desk) -> None:
    number = registered(desk).number
    desk.clock.set(datetime(2026, 3, 4, 9, 0))
    step = Step(act=Act.CORRECTION_REQUESTED, on=datetime(2026, 3, 3).date(), reason="昨日电话告知")
    desk.hall.applications.record(number, step, by=desk.hall.clerk, version=1)

    at_file(desk, number)

    assert "2026-03-04 补记" in desk.screen.timeline.list.current().words


def test_a_dispute_stands_in_the_line_and_opens(desk: Desk) -> None:
    number = registered(desk).number
    desk.hall.disputes.record(
        DisputeDraft(kind=DisputeKind.RECONSIDERATION, filed_on=desk.hall.today(), application=number),
        by=desk.hall.clerk,
    )
    at_file(desk, number)
    assert "行政复议" in whats(desk)
    desk.screen.timeline.list.choose(lambda line: bool(line.dispute))

    keys(desk, "Return")
    settle(desk)

    assert desk.screen.title == "登记簿"


def test_the_case_leaves_as_one_file(desk: Desk) -> None:
    at_file(desk, registered(desk).number)

    keys(desk, "Ctrl+B")
    settle(desk)

    [(kind, pdf)] = desk.paper.shown
    assert kind == "case_file"
    assert pdf.startswith(b"%PDF")
