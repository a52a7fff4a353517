"""What part 一 of the report tells besides figures: training sessions, assessments, reviews, accountability."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.permissions import Permission
from hallclient.domain.register.supervision import (
    MOST_ATTENDING,
    Assessment,
    AssessmentDraft,
    AssessmentKind,
    Training,
    TrainingDraft,
    TrainingKind,
)
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.ui.ask_dialog import ReasonDialog
from hallclient.ui.choice_field import ChoiceField, options_of
from hallclient.ui.context import Context
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import NumberField, TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.messages import sentence
from hallclient.ui.register_tab import RegisterTab
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import card
from hallclient.ui.terms import label

FIRST = date(1900, 1, 1)
TRAINED, ASSESSED = ("title", "attending", "exam"), ("result",)
Row = Training | Assessment


class SupervisionTab(RegisterTab):
    """One form for both: the kind decides which fields it asks. Enter opens an entry, ``Ctrl+Enter`` keeps it."""

    shows = frozenset({Topic.COUNTERS})

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title = self.tr("培训考核")
        self._rows: list[Row] = []
        self._open: Row | None = None
        self.list = ListView(
            [
                Column(title=self.tr("日期"), text=lambda one: one.on.isoformat(), tone=_quiet, width=104),
                Column(title=self.tr("类别"), text=lambda one: label(one.kind), tone=_quiet, width=144),
                Column(title=self.tr("内容"), text=_what, hover=_what, tone=_quiet, stretch=True),
                Column(title=self.tr("人数"), text=_attending, align="right", tone=_quiet, width=64),
                Column(title=self.tr("考试"), text=self._exam, tone=_quiet, width=136, spare=True),
            ],
            name=self.tr("已登记的培训和考核"),
            empty=self.tr("还没有登记培训、考核、评议。\n在右边选类别、填写内容，按 Ctrl+Enter 登记。"),
        )
        self.list.opened.connect(self.open)
        kinds = (*TrainingKind, *AssessmentKind) if context.may(Permission.WRITE_REPORT) else tuple(TrainingKind)
        self.kind = ChoiceField("kind", self.tr("类别"), options_of(kinds), required=True)
        self.form = Form(
            [
                DateField("on", self.tr("日期"), today=context.today, required=True),
                self.kind,
                TextField("title", self.tr("培训名称"), required=True, wide=True, longest=200),
                NumberField("attending", self.tr("参加人数"), least=1, most=MOST_ATTENDING, required=True),
                TextField("exam", self.tr("考试情况（没有考试不填）"), longest=200),
                TextField("result", self.tr("结果（照年度报告的写法）"), required=True, wide=True, longest=500),
                TextField("remark", self.tr("备注"), wide=True, longest=500),
            ],
            columns=2,
        )
        self.kind.edited.connect(self._follow_kind)
        self.record = card(FormScroll(self.form))
        self.new()

    @property
    def is_open(self) -> bool:
        """Whether an entry is being corrected."""
        return self._open is not None

    # -- the list -------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        desk, today = self.context.hall.supervision, self.context.today()
        self.run(lambda: [*desk.trainings(FIRST, today), *desk.assessments(FIRST, today)], then=self._show)

    def _show(self, rows: list[Row]) -> None:
        self._rows = sorted(rows, key=lambda one: (one.on, one.id), reverse=True)
        self.find(self.filter)

    def find(self, text: str) -> None:
        self.filter = text.strip()
        wanted = self.filter.lower()
        shown = [one for one in self._rows if wanted in f"{one.on.isoformat()} {label(one.kind)} {_what(one)}".lower()]
        self.list.show_rows(shown, keep=lambda one: (type(one), one.id))

    def _exam(self, one: Row) -> str:
        if one.voided:
            return self.tr("已撤回：{0}").format(one.voided)
        return one.exam if isinstance(one, Training) else ""

    # -- the form -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        self.form.focus_first()

    def back(self) -> bool:
        if not self.form.dirty and not self.is_open:
            return False
        self.new()
        self.form.focus_first()
        return True

    def new(self) -> None:
        self._open = None
        self.form.clear()
        self.form.fill({"on": self.context.today(), "kind": TrainingKind.OFFICERS})
        self.kind.setEnabled(True)
        self._follow_kind()
        self.changed.emit()

    def open(self, one: Row) -> None:
        """Show an entry to be corrected."""
        if one.voided:
            self.complained.emit(self.tr("已撤回的登记不能更改"))
            return
        if isinstance(one, Assessment) and not self.context.may(Permission.WRITE_REPORT):
            self.complained.emit(self.tr("只有负责人可以更改考核评议结果"))
            return
        self._open = one
        self.form.clear()
        values: dict[str, Any] = {"on": one.on, "kind": one.kind, "remark": one.remark}
        if isinstance(one, Training):
            values |= {"title": one.title, "attending": one.attending, "exam": one.exam}
        else:
            values |= {"result": one.result}
        self.form.fill(values)
        # A session does not become an assessment: that would be another entry.
        kinds = TrainingKind if isinstance(one, Training) else AssessmentKind
        self.kind.set_check(lambda kind: "" if isinstance(kind, kinds) else self.tr("培训与考核不能互改，请撤回后重记"))
        self._follow_kind()
        self.form.fields[0].setFocus()
        self.changed.emit()

    def _follow_kind(self) -> None:
        trained = not isinstance(self.kind.value(), AssessmentKind)
        self.form.show_fields(dict.fromkeys(TRAINED, trained) | dict.fromkeys(ASSESSED, not trained))

    def save(self) -> None:
        problems = self.form.problems()
        if problems:
            self.form.mark(problems)
            return
        values, desk, by, opened = self.form.values(), self.context.hall.supervision, self.context.clerk, self._open
        send: Callable[[], None]
        if isinstance(values["kind"], TrainingKind):
            session = TrainingDraft(**values)
            if isinstance(opened, Training):
                number, version = opened.id, opened.version
                send = lambda: desk.change_training(number, session, version=version, by=by)  # noqa: E731
            else:
                send = lambda: desk.record_training(session, by=by)  # noqa: E731
        else:
            result = AssessmentDraft(**values)
            if isinstance(opened, Assessment):
                number, version = opened.id, opened.version
                send = lambda: desk.change_assessment(number, result, version=version, by=by)  # noqa: E731
            else:
                send = lambda: desk.record_assessment(result, by=by)  # noqa: E731
        told = self.tr("已更改 {0}") if opened is not None else self.tr("已登记 {0}")
        self.run(
            send,
            then=lambda _none: self._kept(told.format(label(values["kind"]))),
            failed=self._refused,
            touches=[Topic.COUNTERS],
        )

    def _kept(self, told: str) -> None:
        self.said.emit(told)
        self.kind.set_check(None)
        self.new()
        self.form.focus_first()
        self.ask()

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, ChangedMeanwhile):
            self.ask()
            self.complained.emit(self.tr("这条登记已被他人更改，左边是新的内容；您填写的仍在右边"))
        elif not (isinstance(problem, Refusal) and self.form.mark_refusal(problem)):
            self.complained.emit(sentence(problem))

    def withdraw(self) -> None:
        one: Row | None = self.list.current()
        if one is None or one.voided:
            self.complained.emit(self.tr("请先在列表中选一条未撤回的登记"))
            return
        told = f"{one.on.isoformat()}　{label(one.kind)}　{_what(one)}"
        ReasonDialog(self.list, title=self.tr("撤回"), told=told, does=self.tr("撤回")).sends(
            lambda dialog: self._send_withdrawal(one, dialog)
        )

    def _send_withdrawal(self, one: Row, dialog: ReasonDialog) -> None:
        desk, by, reason = self.context.hall.supervision, self.context.clerk, dialog.reason()

        def send() -> None:
            if isinstance(one, Training):
                desk.withdraw_training(one, reason, by=by)
            else:
                desk.withdraw_assessment(one, reason, by=by)

        def withdrawn(_none: object) -> None:
            dialog.accept()
            self.said.emit(self.tr("已撤回，原记录保留并划去"))
            if self._open == one:
                self.new()
            self.ask()

        self.run(send, then=withdrawn, failed=dialog.refuse, touches=[Topic.COUNTERS])


def _what(one: Row) -> str:
    return one.title if isinstance(one, Training) else one.result


def _attending(one: Row) -> str:
    return str(one.attending) if isinstance(one, Training) else ""


def _quiet(one: Row) -> str | None:
    return "muted" if one.voided else None
