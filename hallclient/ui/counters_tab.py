"""What is counted by hand, with its evidence: portal items, press events, training, table 二."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.counter import Counter, CounterDraft, CounterEntry
from hallclient.domain.register.records import DayClosed
from hallclient.ui.ask_dialog import ReasonDialog
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.context import Context
from hallclient.ui.count_field import CountField
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.messages import sentence
from hallclient.ui.register_tab import RegisterTab
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import card
from hallclient.ui.terms import label

FIRST = date(1900, 1, 1)
DRAFTED = frozenset({"on", "counter", "count", "evidence"})


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the hint was asked for: an answer that comes late must not stand beside another count."""

    draft: CounterDraft


class CountersTab(RegisterTab):
    """``Ctrl+Enter`` enters a count and keeps the day; a count outside the last twelve months' range is pointed out."""

    shows = frozenset({Topic.COUNTERS})

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title = self.tr("计数项目")
        self._entries: list[CounterEntry] = []
        self._asked: _Asked | None = None
        self.list = ListView(
            [
                Column(title=self.tr("日期"), text=lambda entry: entry.on.isoformat(), tone=_quiet, width=104),
                Column(title=self.tr("项目"), text=lambda entry: label(entry.counter), tone=_quiet, stretch=True),
                Column(
                    title=self.tr("数量"),
                    text=lambda entry: f"{entry.count.normalize():f}",
                    align="right",
                    sort=lambda entry: entry.count,
                    tone=_quiet,
                    width=88,
                ),
                Column(title=self.tr("单位"), text=lambda entry: entry.counter.unit, tone=_quiet, width=56, spare=True),
                Column(title=self.tr("依据"), text=self._evidence, tone=_quiet, width=168, spare=True),
            ],
            name=self.tr("已登记的计数"),
            empty=self.tr("还没有登记计数。\n在右边选项目、填数量，按 Ctrl+Enter 登记。"),
        )
        self.on = DateField("on", self.tr("日期"), today=context.today, required=True)
        self.counter = ChoiceField(
            "counter",
            self.tr("项目"),
            tuple(Option(counter, label(counter), counter.unit) for counter in Counter),
            required=True,
            placeholder=self.tr("编号或名称"),
        )
        self.count = CountField("count", self.tr("数量"), required=True)
        self.late = TextField("late_reason", self.tr("补记原因（当日已日结）"), wide=True)
        evidence = TextField("evidence", self.tr("依据（链接或文号）"), wide=True)
        self.form = Form([self.on, self.counter, self.count, evidence, self.late], columns=2)
        self.form.changed.connect(self._ask_usual)
        self.counter.edited.connect(lambda: self.count.set_counter(self.counter.value()))
        self.record = card(FormScroll(self.form))
        self.new()

    # -- the list -------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        counters, today = self.context.hall.counters, self.context.today()
        self.run(lambda: counters.entries(FIRST, today), then=self._show)

    def _show(self, entries: list[CounterEntry]) -> None:
        self._entries = entries
        self._show_filtered()

    def find(self, text: str) -> None:
        self.filter = text.strip()
        self._show_filtered()

    def _show_filtered(self) -> None:
        wanted = self.filter.lower()
        rows = [entry for entry in self._entries if not wanted or wanted in _text(entry)]
        self.list.show_rows(rows, keep=lambda entry: entry.id)

    def _evidence(self, entry: CounterEntry) -> str:
        if entry.voided:
            return self.tr("已撤回：{0}").format(entry.voided)
        return self.tr("历史导入") if entry.historical and not entry.evidence else entry.evidence

    # -- the form -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        self.form.focus_first()

    def back(self) -> bool:
        if not self.form.dirty:
            return False
        self.new()
        self.form.focus_first()
        return True

    def new(self) -> None:
        self.form.clear()
        self.form.fill({"on": self.context.today()})
        self.late.hide()
        self.count.set_counter(None)
        self.count.set_hint("")

    def _draft(self) -> CounterDraft | None:
        values = {name: value for name, value in self.form.values().items() if name in DRAFTED}
        if not isinstance(values["counter"], Counter) or values["on"] is None or values["count"] is None:
            return None
        return CounterDraft(**values)

    def save(self) -> None:
        problems, draft = self.form.problems(), self._draft()
        if problems or draft is None:
            self.form.mark(problems)
            return
        counters, by, reason = self.context.hall.counters, self.context.clerk, self.late.value()
        self.run(
            lambda: counters.enter(draft, late_reason=reason, by=by),
            then=self._entered,
            failed=self._refused,
            touches=[Topic.COUNTERS],
        )

    def _entered(self, entry: CounterEntry) -> None:
        said = self.tr("已登记 {0} {1} {2}")
        self.said.emit(said.format(label(entry.counter), f"{entry.count.normalize():f}", entry.counter.unit))
        self.form.clear(keep=("on",))
        self.late.hide()
        self.count.set_counter(None)
        self.count.set_hint("")
        self.counter.setFocus()
        self.ask()

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, DayClosed):
            # Nothing is lost by a closed day: with a reason the count becomes a dated adjustment.
            self.late.show()
            self.form.mark({"late_reason": sentence(problem)})
        elif not (isinstance(problem, Refusal) and self.form.mark_refusal(problem)):
            self.complained.emit(sentence(problem))

    def withdraw(self) -> None:
        entry: CounterEntry | None = self.list.current()
        if entry is None or entry.voided:
            self.complained.emit(self.tr("请先在列表中选一条未撤回的计数"))
            return
        what = f"{entry.on.isoformat()}　{label(entry.counter)}　{entry.count.normalize():f} {entry.counter.unit}"
        ReasonDialog(self.list, title=self.tr("撤回"), told=what, does=self.tr("撤回")).sends(
            lambda dialog: self._send_withdrawal(entry, dialog)
        )

    def _send_withdrawal(self, entry: CounterEntry, dialog: ReasonDialog) -> None:
        counters, by, reason = self.context.hall.counters, self.context.clerk, dialog.reason()

        def withdrawn(_none: object) -> None:
            dialog.accept()
            self._withdrawn()

        self.run(
            lambda: counters.withdraw(entry.id, reason, by=by),
            then=withdrawn,
            failed=dialog.refuse,
            touches=[Topic.COUNTERS],
        )

    def _withdrawn(self) -> None:
        self.said.emit(self.tr("已撤回，原记录保留并划去"))
        self.ask()

    # -- the hint -------------------------------------------------------------------------------------------------

    def _ask_usual(self) -> None:
        draft = self._draft()
        self._asked = None if draft is None else _Asked(draft)
        if draft is None:
            self.count.set_hint("")
            return
        counters, asked = self.context.hall.counters, self._asked
        self.run(lambda: counters.usual(draft), then=lambda usual: self._show_usual(asked, usual))

    def _show_usual(self, asked: _Asked | None, usual: Any) -> None:
        if asked is not self._asked:
            return
        if usual is None:
            self.count.set_hint("")
            return
        text = self.tr("⚠ 近12个月每月 {0} 至 {1}，请核对") if usual.unusual else self.tr("近12个月每月 {0} 至 {1}")
        self.count.set_hint(text.format(_plain(usual.low), _plain(usual.high)))


def _plain(count: Decimal) -> str:
    return f"{count.normalize():f}"


def _text(entry: CounterEntry) -> str:
    return f"{entry.on.isoformat()} {label(entry.counter)} {entry.counter.value} {entry.evidence}".lower()


def _quiet(entry: CounterEntry) -> str | None:
    return "muted" if entry.voided else None
