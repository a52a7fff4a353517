"""What does the register say of this application? Names left, values right, personal data masked unless revealed."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hallclient.domain.law.clock import ClockTrace
from hallclient.domain.law.remedy_period import RemedyUntil
from hallclient.domain.law.working_days import CountedDate
from hallclient.domain.register.application import Application
from hallclient.domain.register.kinds import ApplicantKind
from hallclient.domain.register.retention import Retention
from hallclient.domain.register.sameness import RepeatDecision
from hallclient.domain.register.states import unserved
from hallclient.services.prospects import RunningPeriod
from hallclient.ui import theme
from hallclient.ui.due_words import due_words, left_words, period_words, standing_words
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.terms import label

Fact = tuple[str, str]


class RecordFacts(QWidget):
    """A grid of facts under small headings; nothing here is typed."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        self._grid.setHorizontalSpacing(theme.L)
        self._grid.setVerticalSpacing(theme.S + 2)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, groups: Iterable[tuple[str, Iterable[Fact]]]) -> None:
        """Show these groups; facts without a value are left out."""
        while self._grid.count():
            taken = self._grid.takeAt(0)
            if taken is not None and (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        row = 0
        for heading, facts in groups:
            shown = [(name, value) for name, value in facts if value]
            if not shown:
                continue
            title = PlainLabel(heading)
            title.setProperty("role", "small")
            title.setContentsMargins(0, theme.M if row else 0, 0, 0)
            self._grid.addWidget(title, row, 0, 1, 2)
            row += 1
            for name, value in shown:
                self._add(row, name, value)
                row += 1
        for at in range(row + 1):
            self._grid.setRowStretch(at, 0)
        self._grid.setRowStretch(row, 1)

    def _add(self, row: int, name: str, value: str) -> None:
        what, said = PlainLabel(name), PlainLabel(value)
        what.setProperty("role", "muted")
        said.setWordWrap(True)
        said.setAccessibleName(f"{name} {value}")
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(what, row, 0, top)
        self._grid.addWidget(said, row, 1, top)


def facts_of(
    application: Application,
    trace: ClockTrace | None,
    *,
    periods: Sequence[RunningPeriod] = (),
    remedy: RemedyUntil | None = None,
) -> list[tuple[str, list[Fact]]]:
    """Return an application's facts in groups, as they stand: masked persons stay masked.

    ``periods`` run beside the reply's own, ``remedy`` says until when the reply can be contested.
    """
    return [
        (translate("facts", "期限"), _clock(application, trace) + _periods(periods)),
        (translate("facts", "送达与救济"), _remedy(application, remedy)),
        (translate("facts", "申请事项"), _items(application)),
        (translate("facts", "申请人"), _applicant(application)),
        (translate("facts", "代理人"), _agent(application)),
        (translate("facts", "申请内容"), _content(application)),
        (translate("facts", "来源"), _origin(application)),
    ]


def _periods(periods: Sequence[RunningPeriod]) -> list[Fact]:
    facts = []
    for running in periods:
        until = due_words(running.period.until, provisional=running.period.provisional)
        when = until or translate("facts", "尚未送达")
        parts = (when, left_words(running.left), running.period.party)
        facts.append((period_words(running.period), "　".join(part for part in parts if part)))
    return facts


def _remedy(application: Application, remedy: RemedyUntil | None) -> list[Fact]:
    facts = [
        (
            translate("facts", "未送达"),
            f"{sent.details.get('title', '')} {translate('facts', '{0} 送出').format(sent.on)}",
        )
        for sent in unserved(application.steps).values()
    ]
    if remedy is not None:
        facts.append((translate("facts", "可以申请复议至"), _counted(remedy.reconsideration)))
        facts.append((translate("facts", "可以起诉至"), _counted(remedy.suit)))
        facts.append((translate("facts", "依据"), translate("facts", "；").join(remedy.sources)))
    kept = Retention.read(application.retention)
    facts.append((translate("facts", "保管期限"), label(kept) if kept is not None else ""))
    return facts


def _counted(day: CountedDate | None) -> str:
    return due_words(day.on, provisional=day.provisional) if day is not None else ""


def _items(application: Application) -> list[Fact]:
    undecided = translate("facts", "尚未选择结果")
    return [
        (
            translate("facts", "第 {0} 项").format(place),
            f"{item.title}　{label(item.outcome) if item.outcome is not None else undecided}",
        )
        for place, item in enumerate(application.items, start=1)
    ]


def _clock(application: Application, trace: ClockTrace | None) -> list[Fact]:
    received = application.received_on
    facts = [
        (translate("facts", "渠道"), label(application.channel)),
        (translate("facts", "送达"), "" if application.arrived_on == received else application.arrived_on.isoformat()),
        (translate("facts", "收到"), received.isoformat() if received else translate("facts", "待双方确认")),
    ]
    if trace is not None:
        due = due_words(trace.due, provisional=trace.provisional) or standing_words(trace.standing)
        moved = trace.due is not None and trace.due != trace.original_due
        facts.append((translate("facts", "答复期限"), due))
        facts.append((translate("facts", "原期限"), trace.original_due.isoformat() if moved else ""))
    if application.outcome is not None:
        facts.append((translate("facts", "办理结果"), label(application.outcome)))
    if application.closed_on is not None:
        facts.append((translate("facts", "办结"), application.closed_on.isoformat()))
    facts.append((translate("facts", "信息处理费"), application.fee_yuan))
    return facts


def _applicant(application: Application) -> list[Fact]:
    person = application.applicant
    natural = person.kind is ApplicantKind.NATURAL_PERSON
    seen = translate("facts", "（已核对原件）") if person.id_seen else ""
    return [
        (translate("facts", "类别"), label(person.kind)),
        (translate("facts", "姓名") if natural else translate("facts", "名称"), person.name),
        (
            label(person.id_kind) if person.id_kind else translate("facts", "证件"),
            person.id_number and person.id_number + seen,
        ),
        (translate("facts", "法定代表人"), person.legal_representative),
        (translate("facts", "联系人"), person.contact),
        (translate("facts", "电话"), person.phone),
        (translate("facts", "地址"), person.address),
        (translate("facts", "邮编"), person.postcode),
        (translate("facts", "邮箱"), person.email),
        (translate("facts", "传真"), person.fax),
        (translate("facts", "工作单位"), person.employer),
    ]


def _agent(application: Application) -> list[Fact]:
    agent = application.agent
    if agent is None:
        return []
    return [
        (translate("facts", "姓名"), agent.name),
        (label(agent.id_kind) if agent.id_kind else translate("facts", "证件"), agent.id_number),
        (translate("facts", "电话"), agent.phone),
        (translate("facts", "授权"), agent.authority),
    ]


def _content(application: Application) -> list[Fact]:
    return [
        (translate("facts", "所需信息"), application.subject),
        (translate("facts", "信息领域"), application.topic),
        (translate("facts", "承办单位"), application.unit),
        (translate("facts", "索引号"), application.index_number),
        (translate("facts", "提供形式"), label(application.form) if application.form else ""),
        (translate("facts", "获取方式"), label(application.delivery) if application.delivery else ""),
        (translate("facts", "随附材料"), application.materials),
        (translate("facts", "口头原因"), application.oral_reason),
    ]


def _origin(application: Application) -> list[Fact]:
    decision = RepeatDecision.read(application.repeat_decision) if application.repeat_decision else None
    return [
        (translate("facts", "由咨询转来"), application.enquiry),
        (translate("facts", "原编号"), application.original_number),
        (label(decision) if decision else translate("facts", "此前申请"), application.repeat_of),
        (translate("facts", "登记方式"), translate("facts", "历史导入") if application.historical else ""),
    ]
