"""Reconsiderations and lawsuits over answers (表四): filed, linked to its application, followed act by act."""

from dataclasses import fields, replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.dispute import Dispute, DisputeDraft
from hallclient.domain.register.dispute_acts import DisputeAct, DisputeStage, DisputeStep
from hallclient.domain.register.kinds import DisputeKind, DisputeResult
from hallclient.domain.register.permissions import Permission
from hallclient.domain.register.records import DayClosed
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.services.disputes import DisputeFile, DisputeLine
from hallclient.ui import theme
from hallclient.ui.choice_field import ChoiceField, options_of
from hallclient.ui.context import Context
from hallclient.ui.date_field import DateField
from hallclient.ui.dispute_commands import DisputeCommands
from hallclient.ui.dispute_words import date_words, stage_words, step_words
from hallclient.ui.due_words import due_words, tone
from hallclient.ui.fields import FlagField, TextField, restyle
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.messages import sentence
from hallclient.ui.plain import PlainLabel
from hallclient.ui.register_tab import RegisterTab
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import Elided, card
from hallclient.ui.terms import label

_DRAFTED = frozenset(field.name for field in fields(DisputeDraft))


class DisputesTab(RegisterTab):
    """Enter on a dispute opens its file: what is known of it, how it stands, what happened, by when the agency acts."""

    shows = frozenset({Topic.DISPUTES, Topic.CALENDARS})

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title = self.tr("复议诉讼")
        self._lines: list[DisputeLine] = []
        self._file: DisputeFile | None = None
        self.may_record = context.may(Permission.RECORD_DISPUTE)
        self.commands = DisputeCommands(self)
        self.list = ListView(
            [
                Column(title=self.tr("编号"), text=lambda row: row.dispute.number, width=172),
                Column(title=self.tr("类型"), text=lambda row: label(row.dispute.kind), stretch=True),
                Column(title=self.tr("阶段"), text=lambda row: stage_words(row.standing), width=164, tone=_waits),
                Column(title=self.tr("期限"), text=_next, width=104, tone=_urgent, hover=_hover),
                Column(title=self.tr("结果"), text=self._result, tone=_open, width=96, spare=True),
                Column(
                    title=self.tr("提起日期"), text=lambda row: row.dispute.filed_on.isoformat(), width=104, spare=True
                ),
            ],
            name=self.tr("复议诉讼"),
            empty=self.tr("没有复议诉讼记录。")
            + (self.tr("\n在右边填写后按 Ctrl+Enter 登记。") if self.may_record else ""),
        )
        self.list.opened.connect(lambda row: self.show_record(row.dispute.number))
        self.late = TextField("late_reason", self.tr("补记原因（当日已日结）"), wide=True)
        self.application = TextField("application", self.tr("申请编号"), hint=self.tr("Ctrl+O 打开该申请"))
        self.kind = ChoiceField("kind", self.tr("类型"), options_of(DisputeKind), required=True, wide=True)
        self.kind.edited.connect(self._follow)
        self.form = Form(
            [
                self.kind,
                DateField("filed_on", self.tr("提起日期"), today=context.today, required=True),
                self.application,
                TextField("body", self.tr("复议机关（法院）"), longest=100),
                TextField("file_number", self.tr("案号"), longest=60),
                TextField("follows", self.tr("此前的复议（登记编号）"), longest=40),
                TextField("topic", self.tr("信息领域")),
                DateField(
                    "noticed_on", self.tr("收到副本日期"), today=context.today,
                    hint=self.tr("填写后起算答复期限；没有收到的留空"),
                ),
                FlagField("simple", self.tr("适用简易程序（答复期限较短）")),
                self.tr("旧案直接登记结果（新案请用“记录进展”）"),
                DateField("decided_on", self.tr("审结日期"), today=context.today),
                ChoiceField("result", self.tr("结果"), options_of(DisputeResult)),
                self.late,
            ],
            columns=2,
            least=15,
        )  # fmt: skip
        self.form.setEnabled(self.may_record)
        self.stands, self.due = Elided(), PlainLabel()
        self.stands.setProperty("role", "title")
        self.due.setWordWrap(True)
        self.acts = ListView(
            [
                Column(title=self.tr("日期"), text=lambda step: step.on.isoformat(), width=104),
                Column(title=self.tr("进展"), text=lambda step: label(step.act), width=200),
                Column(title=self.tr("说明"), text=step_words, stretch=True),
                Column(title=self.tr("经办"), text=lambda step: step.by, width=72, spare=True),
            ],
            name=self.tr("办理经过"),
            empty=self.tr("还没有进展。\n按 Ctrl+R 记录收到副本、提交答复、作出决定等。"),
            sortable=False,
        )
        self.acts.setMinimumHeight(self.acts.verticalHeader().defaultSectionSize() * 6)
        self._standing = QWidget()
        told = QVBoxLayout(self._standing)
        told.setContentsMargins(theme.L, theme.M, theme.L, theme.S)
        told.setSpacing(theme.S)
        told.addWidget(self.stands)
        told.addWidget(self.due)
        self._acts_card = card(self.acts)
        self.record = QWidget()
        column = QVBoxLayout(self.record)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        top = card(self._standing)
        inside = top.layout()
        assert inside is not None
        inside.addWidget(FormScroll(self.form))
        column.addWidget(top, 5)
        column.addWidget(self._acts_card, 4)
        self.new()

    # -- the list -------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        self.run(self.context.hall.disputes.lines, then=self._show)

    def _show(self, lines: list[DisputeLine]) -> None:
        self._lines = lines
        self._show_filtered()

    def find(self, text: str) -> None:
        self.filter = text.strip()
        self._show_filtered()

    def _show_filtered(self) -> None:
        wanted = self.filter.lower()
        rows = [row for row in self._lines if not wanted or wanted in self._text(row)]
        self.list.show_rows(rows, keep=lambda row: row.dispute.number)

    def _text(self, row: DisputeLine) -> str:
        found = row.dispute
        parts = (found.number, label(found.kind), found.application, found.topic, found.filed_on.isoformat())
        return " ".join((*parts, found.body, found.file_number, self._result(row), stage_words(row.standing))).lower()

    def _result(self, row: DisputeLine) -> str:
        return self.tr("尚未审结") if row.dispute.result is None else label(row.dispute.result)

    @property
    def is_open(self) -> bool:
        """Whether a registered dispute stands in the form."""
        return self._file is not None

    @property
    def file(self) -> DisputeFile | None:
        """The dispute that stands open."""
        return self._file

    @property
    def may_redo(self) -> bool:
        """Whether a decision orders the application to be handled again, and the clerk may take it up."""
        file = self._file
        ordered = file is not None and file.standing.stage is DisputeStage.COMPLYING and file.dispute.application
        return bool(ordered) and self.context.may(Permission.APPROVE_REPLY)

    # -- the form -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        if self.may_record and self._file is None:
            self.form.focus_first()
        else:
            self.list.setFocus()

    def back(self) -> bool:
        if self._file is None and not self.form.dirty:
            return False
        self.new()
        self.list.setFocus()
        return True

    def new(self) -> None:
        self._file = None
        self.form.clear()
        self.form.fill({"filed_on": self.context.today()})
        self._standing.hide()
        self._acts_card.hide()
        self._follow()
        self.late.hide()
        self.changed.emit()

    def show_record(self, number: str) -> None:
        """Open the dispute of this number."""
        disputes = self.context.hall.disputes
        self.run(lambda: disputes.file(number), then=self._fill)

    def open_application(self) -> None:
        """Open the application in dispute."""
        if number := self.application.value():
            self.wish_open.emit("application", number)
        else:
            self.complained.emit(self.tr("请先填写申请编号"))

    def _follow(self) -> None:
        """Show what this kind and this stage of the record ask."""
        new, after = self._file is None, DisputeKind.LITIGATION_AFTER_RECONSIDERATION
        acts = self._file is not None and bool(self._file.dispute.acts)
        self.form.show_fields(
            {
                "follows": self.kind.value() is after,
                "noticed_on": new,
                "simple": new and self.kind.value() is DisputeKind.RECONSIDERATION,
                "decided_on": not acts,
                "result": not acts,
            }
        )
        self._propose_body()

    def _propose_body(self) -> None:
        """Propose the body or court of the agency's settings for a new dispute."""
        body, agency = self.form.field("body"), self.context.hall.agency
        known = (agency.reconsideration_body, agency.court)
        if self._file is not None or (not body.empty() and body.value() not in known):
            return
        kind = self.kind.value()
        body.set_value("" if kind is None else known[0] if kind is DisputeKind.RECONSIDERATION else known[1])

    def _fill(self, file: DisputeFile) -> None:
        self._file = file
        dispute = file.dispute
        self.form.clear()
        self._follow()
        self.late.hide()
        self.form.fill({name: getattr(dispute, name) for name in _DRAFTED})
        self._follow()
        self._show_standing(file)
        self.list.choose(lambda row: row.dispute.number == dispute.number)
        self.acts.setFocus()
        self.changed.emit()

    def _show_standing(self, file: DisputeFile) -> None:
        dispute, standing = file.dispute, file.standing
        told = [dispute.number, stage_words(standing)]
        if dispute.result is not None:
            told.append(label(dispute.result))
        self.stands.setText("　".join(told))
        lines = [date_words(file.next, file.left)]
        lines += [
            self.tr("{0} {1}").format(label(found.due), due_words(found.on, provisional=found.provisional))
            for found in file.dates
            if not found.own and not file.followed_by
        ]
        if file.followed_by:
            numbers = self.tr("、").join(after.number for after in file.followed_by)
            lines.append(self.tr("此后起诉：{0}").format(numbers))
        self.due.setText("\n".join(line for line in lines if line))
        self.due.setVisible(any(lines))
        self.due.setProperty("tone", tone(file.left) or "")
        restyle(self.due)
        self.acts.show_rows(dispute.history)
        if dispute.history:
            self.acts.selectRow(len(dispute.history) - 1)
        self._standing.show()
        self._acts_card.show()

    def save(self) -> None:
        if not self.may_record:
            return
        if problems := self.form.problems():
            self.form.mark(problems)
            return
        values: dict[str, Any] = self.form.values()
        reason, file = values.get("late_reason") or "", self._file
        noticed, simple = values.get("noticed_on"), bool(values.get("simple"))
        said = {name: value for name, value in values.items() if name in _DRAFTED}
        disputes, by = self.context.hall.disputes, self.context.clerk

        def keep() -> Dispute:
            if file is None:
                acts = [] if noticed is None else [DisputeStep(act=DisputeAct.NOTICED, on=noticed, simple=simple)]
                kept: Dispute = disputes.record(DisputeDraft(**said), acts=acts, late_reason=reason, by=by)
            else:
                before = file.dispute
                hidden = {name: getattr(before, name) for name in _DRAFTED}
                draft = DisputeDraft(**(hidden | said))
                kept = disputes.change(
                    before.number, lambda _old: draft, version=before.version, late_reason=reason, by=by
                )
            return kept

        self.run(keep, then=self._kept, failed=self._refused, touches=[Topic.DISPUTES])

    def _kept(self, dispute: Dispute) -> None:
        said = self.tr("已登记 {0}") if self._file is None else self.tr("已保存 {0}")
        self.said.emit(said.format(dispute.number))
        self.new()
        self.start()
        self.ask()

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, DayClosed):
            self.late.show()
            self.form.mark({"late_reason": sentence(problem)})
        elif isinstance(problem, ChangedMeanwhile) and self._file is not None:
            # What was typed stays; the next save goes against the record as it stands now.
            newer = replace(self._file.dispute, version=problem.version)
            self._file = replace(self._file, dispute=newer)
            self.complained.emit(sentence(problem))
            self.ask()
        elif not (isinstance(problem, Refusal) and self.form.mark_refusal(problem)):
            self.complained.emit(sentence(problem))


def _open(row: DisputeLine) -> str | None:
    return "warn" if row.dispute.result is None else None


def _waits(row: DisputeLine) -> str | None:
    return "muted" if row.standing.stage is DisputeStage.ENDED else None


def _next(row: DisputeLine) -> str:
    return row.next.on.isoformat() if row.next is not None else ""


def _urgent(row: DisputeLine) -> str | None:
    return tone(row.left)


def _hover(row: DisputeLine) -> str:
    return date_words(row.next, row.left)
