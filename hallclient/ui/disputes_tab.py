"""Reconsiderations and lawsuits over answers (表四): filed, linked to its application, decided."""

from dataclasses import replace
from typing import Any

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.dispute import Dispute, DisputeDraft
from hallclient.domain.register.kinds import DisputeKind, DisputeResult
from hallclient.domain.register.permissions import Permission
from hallclient.domain.register.records import DayClosed
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.ui.choice_field import ChoiceField, options_of
from hallclient.ui.context import Context
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.messages import sentence
from hallclient.ui.register_tab import RegisterTab
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import card
from hallclient.ui.terms import label


class DisputesTab(RegisterTab):
    """Enter on a dispute opens it, so that its result can be entered once it is decided."""

    shows = frozenset({Topic.DISPUTES})

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title = self.tr("复议诉讼")
        self._disputes: list[Dispute] = []
        self._open: Dispute | None = None
        self.may_record = context.may(Permission.RECORD_DISPUTE)
        self.list = ListView(
            [
                Column(title=self.tr("编号"), text=lambda row: row.number, width=172),
                Column(title=self.tr("类型"), text=lambda row: label(row.kind), stretch=True),
                Column(title=self.tr("提起日期"), text=lambda row: row.filed_on.isoformat(), width=104, spare=True),
                Column(title=self.tr("结果"), text=self._result, tone=_open, width=96),
            ],
            name=self.tr("复议诉讼"),
            empty=self.tr("没有复议诉讼记录。")
            + (self.tr("\n在右边填写后按 Ctrl+Enter 登记。") if self.may_record else ""),
        )
        self.list.opened.connect(self._fill)
        self.late = TextField("late_reason", self.tr("补记原因（当日已日结）"), wide=True)
        self.application = TextField("application", self.tr("申请编号"), hint=self.tr("Ctrl+O 打开该申请"))
        self.form = Form(
            [
                ChoiceField("kind", self.tr("类型"), options_of(DisputeKind), required=True, wide=True),
                DateField("filed_on", self.tr("提起日期"), today=context.today, required=True),
                self.application,
                TextField("topic", self.tr("信息领域"), wide=True),
                self.tr("审结后填写"),
                DateField("decided_on", self.tr("审结日期"), today=context.today),
                ChoiceField("result", self.tr("结果"), options_of(DisputeResult)),
                self.late,
            ],
            columns=2,
        )
        self.form.setEnabled(self.may_record)
        self.record = card(FormScroll(self.form))
        self.new()

    # -- the list -------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        self.run(self.context.hall.disputes.rows, then=self._show)

    def _show(self, rows: list[Dispute]) -> None:
        self._disputes = rows
        self._show_filtered()

    def find(self, text: str) -> None:
        self.filter = text.strip()
        self._show_filtered()

    def _show_filtered(self) -> None:
        wanted = self.filter.lower()
        rows = [row for row in self._disputes if not wanted or wanted in self._text(row)]
        self.list.show_rows(rows, keep=lambda row: row.number)

    def _text(self, row: Dispute) -> str:
        parts = (row.number, label(row.kind), row.application, row.topic, row.filed_on.isoformat(), self._result(row))
        return " ".join(parts).lower()

    def _result(self, row: Dispute) -> str:
        return self.tr("尚未审结") if row.result is None else label(row.result)

    @property
    def is_open(self) -> bool:
        """Whether a registered dispute stands in the form."""
        return self._open is not None

    # -- the form -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        if self.may_record and self._open is None:
            self.form.focus_first()
        else:
            self.list.setFocus()

    def back(self) -> bool:
        if self._open is None and not self.form.dirty:
            return False
        self.new()
        self.list.setFocus()
        return True

    def new(self) -> None:
        self._open = None
        self.form.clear()
        self.form.fill({"filed_on": self.context.today()})
        self.late.hide()
        self.changed.emit()

    def show_record(self, number: str) -> None:
        """Open the dispute of this number."""
        disputes = self.context.hall.disputes
        self.run(lambda: disputes.get(number), then=self._fill)

    def open_application(self) -> None:
        """Open the application in dispute."""
        if number := self.application.value():
            self.wish_open.emit("application", number)
        else:
            self.complained.emit(self.tr("请先填写申请编号"))

    def _fill(self, dispute: Dispute) -> None:
        self._open = dispute
        self.form.clear()
        self.late.hide()
        self.form.fill(
            {
                "kind": dispute.kind,
                "filed_on": dispute.filed_on,
                "application": dispute.application,
                "topic": dispute.topic,
                "decided_on": dispute.decided_on,
                "result": dispute.result,
            }
        )
        self.list.choose(lambda row: row.number == dispute.number)
        # An open dispute waits for its result: that is what it is opened for.
        self.form.field("decided_on" if dispute.decided_on is None else "kind").setFocus()
        self.changed.emit()

    def save(self) -> None:
        if not self.may_record:
            return
        if problems := self.form.problems():
            self.form.mark(problems)
            return
        values: dict[str, Any] = self.form.values()
        reason = values.pop("late_reason", "") or ""
        draft, before = DisputeDraft(**values), self._open
        disputes, by = self.context.hall.disputes, self.context.clerk

        def keep() -> Dispute:
            if before is None:
                kept: Dispute = disputes.record(draft, late_reason=reason, by=by)
            else:
                kept = disputes.change(
                    before.number, lambda _old: draft, version=before.version, late_reason=reason, by=by
                )
            return kept

        self.run(keep, then=self._kept, failed=self._refused, touches=[Topic.DISPUTES])

    def _kept(self, dispute: Dispute) -> None:
        said = self.tr("已登记 {0}") if self._open is None else self.tr("已保存 {0}")
        self.said.emit(said.format(dispute.number))
        self.new()
        self.start()
        self.ask()

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, DayClosed):
            self.late.show()
            self.form.mark({"late_reason": sentence(problem)})
        elif isinstance(problem, ChangedMeanwhile) and self._open is not None:
            # What was typed stays; the next save goes against the record as it stands now.
            self._open = replace(self._open, version=problem.version)
            self.complained.emit(sentence(problem))
            self.ask()
        elif not (isinstance(problem, Refusal) and self.form.mark_refusal(problem)):
            self.complained.emit(sentence(problem))


def _open(row: Dispute) -> str | None:
    return "warn" if row.result is None else None
