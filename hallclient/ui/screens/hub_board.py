"""Reporting: which sealed days reached the office, does it hold what we hold, and what did it lock or open for us?"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QTabBar

from hallclient.domain.figures.echo import Echo, Span
from hallclient.domain.figures.hub_records import Bound
from hallclient.domain.figures.sending import OutboxRow, Pushed
from hallclient.services.sync import Written
from hallclient.ui.context import Context
from hallclient.ui.hub_dialogs import ask_address, ask_folder, why_no_address
from hallclient.ui.hub_lists import echo, packets
from hallclient.ui.hub_page import LANE, Question
from hallclient.ui.hub_record_lists import in_force_first, rules
from hallclient.ui.hub_words import away, clock, without_pdf
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.screen import Elided, Screen, card
from hallclient.ui.terms import label

DAYS, MONTHS = 62, 12


class HubScreen(Screen):
    """Three pages: packets on their way, the echo, and the locks and exceptions that bind this window."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "报送"))
        self.one_column()
        self.practice = context.hall.sync is None
        self.list, self.echo = packets(practice=self.practice), echo()
        self.rules = rules(context.today, office=False)
        self._nothing, self.rules.empty = self.rules.empty, ""  # before the hub has answered nobody knows
        self._bound: Bound | None = None
        self.told = Elided()
        self.told.setProperty("role", "muted")
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.wrong = PlainLabel()
        self.wrong.setProperty("tone", "danger")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(self.tr("报送"))
        self._of_office = Question(self.run_at_hub, then=self._show_bound, failed=self._not_told)
        self._pages = QStackedWidget()
        self._add_page(self.tr("数据包"), self.list)
        self._add_page(self.tr("与中心库核对"), self.echo)
        self._add_page(self.tr("锁定与例外"), self.rules)
        self.search.addWidget(self.bar)
        self.search.addWidget(self.told, 1)
        self.record_side.addWidget(self.wrong)
        self.record_side.addWidget(self._pages, 1)
        self.bar.currentChanged.connect(self._turned)
        self._make_actions()
        self._follow()

    def _add_page(self, title: str, view: Any) -> None:
        at = self.bar.addTab(f"{title}  Alt+{self.bar.count() + 1}")
        self.bar.setAccessibleTabName(at, title)
        self._pages.addWidget(card(view))
        key = QAction(self)
        key.setShortcut(f"Alt+{at + 1}")
        key.triggered.connect(partial(self.bar.setCurrentIndex, at))
        self.addAction(key)

    def _make_actions(self) -> None:
        add = self.add_button
        self.sending = add(self.tr("立即报送"), self._send, key="Ctrl+Enter", primary=True)
        self.sending.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.retrying = add(self.tr("重试这一份"), self._retry, key="Alt+R")
        self.reading = add(self.tr("看这一份"), self._preview, key="F7")
        self.writing = add(self.tr("写入U盘"), self._write, key="Ctrl+S")
        self.receipts = add(self.tr("读取U盘回执"), self._read, key="Ctrl+O")
        self.address = add(self.tr("中心库地址"), self._address, key="Ctrl+U")
        for action, key in (
            (self.retrying, "Alt+R"), (self.reading, "F7"), (self.writing, "Ctrl+S"), (self.receipts, "Ctrl+O"),
            (self.address, "Ctrl+U"),
        ):  # fmt: skip
            action.setShortcut(key)
        self.add_action("refresh", self._refresh)

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        self._ask()
        self._view().setFocus()

    def recall(self, topics: frozenset[object]) -> None:
        if topics & {Topic.OUTBOX, Topic.DAYS}:
            self._ask()

    def _view(self) -> Any:
        return (self.list, self.echo, self.rules)[self.bar.currentIndex()]

    def _turned(self, at: int) -> None:
        self._pages.setCurrentIndex(at)
        self._say("")
        self._follow()
        self._ask()
        self._view().setFocus()

    def _follow(self) -> None:
        """Show the actions of the page in front; those that cannot be done on a practice store say why."""
        at = self.bar.currentIndex()
        shown = {
            self.sending: at == 0, self.retrying: at == 0, self.reading: at == 0, self.writing: at == 0,
            self.receipts: at == 0, self.address: True,
        }  # fmt: skip
        for action, visible in shown.items():
            why = why_no_address(self.context) if action is self.address else ""
            why = self.tr("这是练习库，数据不报送。") if self.practice else why
            action.setVisible(visible)
            action.setEnabled(visible and not why)
            action.setToolTip(why)
            action.setWhatsThis(why)

    # -- asking ---------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        hall, by = self.context.hall, self.context.clerk
        if self.practice:
            self.told.setText(self.tr("这是练习库，数据不报送。"))
            return
        match self.bar.currentIndex():
            case 0:
                self.run(hall.sync.status, then=self._show_packets)
            case 1:
                today = self.context.today()
                first, until = today - timedelta(days=DAYS), today + timedelta(days=1)
                self.run(
                    lambda: [hall.sync.echo(*self._span(span, first, until), span=span) for span in Span],
                    then=self._show_echo,
                )
            case _:
                self._say(self.tr("正在向中心库查询…"))
                self._of_office.ask(lambda: hall.sync.bound(by=by))

    def _span(self, span: Span, first: date, until: date) -> tuple[date, date]:
        """Return the days to add up: two months by day, this year by month, two years by year."""
        if span is Span.DAY:
            return first, until
        return date(until.year - (span is Span.YEAR), 1, 1), until

    def run_at_hub(self, work: Callable[[], object], **how: Any) -> None:
        """Run ``work`` where the network may take its time."""
        self.run(work, lane=LANE, **how)

    def _refresh(self) -> None:
        hall, by = self.context.hall, self.context.clerk
        if self.bar.currentIndex() == 1 and not self.practice:
            self.run(lambda: hall.sync.refresh_echo(by=by), then=lambda _at: self._ask(), lane=LANE)
        else:
            self._ask()

    def _show_packets(self, rows: list[OutboxRow]) -> None:
        self.list.show_rows(rows, keep=lambda row: row.id)
        waiting = sum(row.next_at is not None for row in rows)
        self.told.setText(self.tr("{0} 份待报送").format(waiting) if waiting else self.tr("都已报送"))

    def _show_echo(self, found: list[Echo]) -> None:
        by_day, by_month, by_year = found
        self.echo.show_rows([*by_year.rows, *by_month.rows, *reversed(by_day.rows)])
        if by_day.asked_at is None:
            self.told.setText(self.tr("还没有核对过。按 F5 向中心库查询。"))
        else:
            self.told.setText(self.tr("中心库 {0} 的答复").format(f"{by_day.asked_at:%Y-%m-%d %H:%M}"))

    def _show_bound(self, found: Bound) -> None:
        self._bound, self.rules.empty = found, self._nothing
        today = self.context.today()
        self.rules.show_rows(in_force_first(found.rules, today), keep=lambda one: (one.kind, one.first, one.at))
        if self.bar.currentIndex() == 2:
            self._say(self.tr("中心库 {0} 的答复").format(clock(found.asked_at, today)))

    def _not_told(self, problem: Exception) -> None:
        said = away(problem)
        if self._bound is not None:
            before = clock(self._bound.asked_at, self.context.today())
            said += translate("hub", "显示的是 {0} 的答复。").format(before)
        if self.bar.currentIndex() == 2:
            self._say(said, problem=True)

    def _say(self, words: str, *, problem: bool = False) -> None:
        self.told.setText("" if problem else words)
        self.wrong.setText(f"⚠ {words}" if problem else "")
        self.wrong.setVisible(problem)

    # -- the window's own packets ---------------------------------------------------------------------------------

    def _send(self) -> None:
        sync, by = self.context.hall.sync, self.context.clerk
        self.run(lambda: sync.push_now(by=by), then=self._sent, touches=(Topic.OUTBOX,), lane=LANE)

    def _sent(self, pushed: Pushed) -> None:
        self._ask()  # nobody is told of what he changed himself
        if pushed.why is not None:
            self.complained.emit(label(pushed.why))
            return
        told = self.tr("送出 {0} 份，已收 {1} 份，退回 {2} 份，待报送 {3} 份")
        self.said.emit(told.format(pushed.sent, pushed.accepted, pushed.returned, pushed.waiting))

    def _retry(self) -> None:
        sync, by, row = self.context.hall.sync, self.context.clerk, self.list.current()
        if row is not None:
            self.run(lambda: sync.retry(row.id, by=by), then=lambda _: self._ask(), touches=(Topic.OUTBOX,))

    def _preview(self) -> None:
        sync, by, row, printing = self.context.hall.sync, self.context.clerk, self.list.current(), self.context.printing
        if row is not None:
            title = self.tr("数据包 {0}").format(row.business_date)
            self.run(
                lambda: sync.packet_pdf(row.id, by=by),
                then=lambda pdf: printing.preview(pdf, title=title, kind="packet"),
            )

    def _write(self) -> None:
        sync, by = self.context.hall.sync, self.context.clerk

        def told(found: Written) -> None:
            self._ask()
            self.said.emit(self.tr("已写入 {0} 份，请送交主管办公室").format(len(found.files)))
            if found.without_pdf:
                self.complained.emit(without_pdf(found.without_pdf))

        ask_folder(self, lambda folder: self.run(lambda: sync.write_to(folder, by=by), then=told, lane=LANE))

    def _read(self) -> None:
        sync, by = self.context.hall.sync, self.context.clerk

        def told(count: int) -> None:
            self._ask()
            self.said.emit(self.tr("读到 {0} 份新回执").format(count))

        ask_folder(self, lambda folder: self.run(lambda: sync.read_receipts(folder, by=by), then=told, lane=LANE))

    # -- where the hub is -----------------------------------------------------------------------------------------

    def _address(self) -> None:
        sync, by = self.context.hall.sync, self.context.clerk
        self.run(
            lambda: sync.public_key(by=by),
            then=lambda key: ask_address(self, public_key=key, then=self._ask),
        )
