"""Reporting: which sealed days reached the office, does it hold what we hold, and how did every window report?"""

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QTabBar

from hallclient.domain.figures.echo import Echo, Span
from hallclient.domain.figures.oversight import Oversight
from hallclient.domain.figures.sending import OutboxRow, Pushed
from hallclient.domain.register.permissions import Permission
from hallclient.ui.context import Context
from hallclient.ui.hub_dialogs import AddressDialog, PeriodDialog
from hallclient.ui.hub_lists import board, board_rows, echo, packets
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.screen import Screen, card
from hallclient.ui.terms import label

LANE = "hub"  # whatever touches the network: the counter never waits for it
DAYS, MONTHS = 62, 12


class HubScreen(Screen):
    """Three pages: packets on their way, the echo, and for the office the board of all windows."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "报送"))
        self.one_column()
        self.practice = context.hall.sync is None
        self.list, self.echo, self.board = packets(practice=self.practice), echo(), board()
        self.told = PlainLabel()
        self.told.setProperty("role", "muted")
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(self.tr("报送"))
        self._pages = QStackedWidget()
        self._add_page(self.tr("数据包"), self.list, context.may(Permission.SEND_PACKETS))
        self._add_page(self.tr("与中心库核对"), self.echo, context.may(Permission.SEND_PACKETS))
        self._add_page(self.tr("各窗口"), self.board, context.may(Permission.SEE_HUB))
        self.search.addWidget(self.bar)
        self.search.addWidget(self.told, 1)
        self.record_side.addWidget(self._pages)
        self.bar.currentChanged.connect(self._turned)
        self._make_actions()
        self._follow()

    def _add_page(self, title: str, view: Any, may: bool) -> None:
        at = self.bar.addTab(f"{title}  Alt+{self.bar.count() + 1}")
        self.bar.setAccessibleTabName(at, title)
        self.bar.setTabVisible(at, may)
        self._pages.addWidget(card(view))
        key = QAction(self)
        key.setShortcut(f"Alt+{at + 1}")
        key.triggered.connect(partial(self.bar.setCurrentIndex, at))
        key.setEnabled(may)
        self.addAction(key)

    def _make_actions(self) -> None:
        add = self.add_button
        self.sending = add(self.tr("立即报送"), self._send, key="Ctrl+Enter", primary=True)
        self.sending.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.retrying = add(self.tr("重试这一份"), self._retry, key="Alt+R")
        self.reading = add(self.tr("看这一份"), self._preview, key="F7")
        self.writing = add(self.tr("写入U盘"), self._write, key="Ctrl+S")
        self.receipts = add(self.tr("读取U盘回执"), self._read, key="Ctrl+O")
        self.receiving = add(self.tr("收取U盘数据"), self._receive, key="Ctrl+O")
        self.locking = add(self.tr("锁定期间"), self._lock, key="Ctrl+K")
        self.opening = add(self.tr("例外开放"), self._except, key="Ctrl+J")
        self.address = add(self.tr("中心库地址"), self._address, key="Ctrl+U")
        for action, key in (
            (self.retrying, "Alt+R"), (self.reading, "F7"), (self.writing, "Ctrl+S"), (self.receipts, "Ctrl+O"),
            (self.receiving, "Ctrl+O"), (self.locking, "Ctrl+K"), (self.opening, "Ctrl+J"), (self.address, "Ctrl+U"),
        ):  # fmt: skip
            action.setShortcut(key)
        self.add_action("refresh", self._refresh)

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        if not self.bar.isTabVisible(self.bar.currentIndex()):
            self.bar.setCurrentIndex(2)
        self._ask()
        self._view().setFocus()

    def recall(self, topics: frozenset[object]) -> None:
        if topics & {Topic.OUTBOX, Topic.DAYS}:
            self._ask()

    def _view(self) -> Any:
        return (self.list, self.echo, self.board)[self.bar.currentIndex()]

    def _turned(self, at: int) -> None:
        self._pages.setCurrentIndex(at)
        self.told.clear()
        self._follow()
        self._ask()
        self._view().setFocus()

    def _follow(self) -> None:
        """Show the actions of the page in front; those that cannot be done on a practice store say why."""
        at, office = self.bar.currentIndex(), self.context.may(Permission.ADMINISTER_HUB)
        shown = {
            self.sending: at == 0, self.retrying: at == 0, self.reading: at == 0, self.writing: at == 0,
            self.receipts: at == 0, self.receiving: at == 2 and office, self.locking: at == 2 and office,
            self.opening: at == 2 and office, self.address: True,
        }  # fmt: skip
        for action, visible in shown.items():
            action.setVisible(visible)
            action.setEnabled(visible and not self.practice)
            action.setToolTip(self.tr("这是练习库，数据不报送。") if self.practice else "")

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
                today = self.context.today()
                first = date(today.year, 1, 1)
                self.run(
                    lambda: hall.overseeing.board(first, today + timedelta(days=1), by=by),
                    then=self._show_board,
                    lane=LANE,
                )

    def _span(self, span: Span, first: date, until: date) -> tuple[date, date]:
        """Return the days to add up: two months by day, this year by month, two years by year."""
        if span is Span.DAY:
            return first, until
        return date(until.year - (span is Span.YEAR), 1, 1), until

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

    def _show_board(self, found: Oversight) -> None:
        self.board.show_rows(board_rows(found), keep=lambda row: row[0].window)
        told = self.tr("{0} 个窗口；暂存待核 {1} 份，待验签 {2} 份，超出常值 {3} 项")
        self.told.setText(told.format(len(found.windows), found.kept_aside, found.unchecked, len(found.unusual)))

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

        def written(found: tuple[Pushed, list[Path]]) -> None:
            self._ask()
            self.said.emit(self.tr("已写入 {0} 份，请送交主管办公室").format(len(found[1])))

        self._folder(lambda folder: self.run(lambda: sync.write_to(folder, by=by), then=written, lane=LANE))

    def _read(self) -> None:
        sync, by = self.context.hall.sync, self.context.clerk

        def told(count: int) -> None:
            self._ask()
            self.said.emit(self.tr("读到 {0} 份新回执").format(count))

        self._folder(lambda folder: self.run(lambda: sync.read_receipts(folder, by=by), then=told, lane=LANE))

    # -- the office -----------------------------------------------------------------------------------------------

    def _receive(self) -> None:
        office, by = self.context.hall.overseeing, self.context.clerk

        def taken(found: Any) -> None:
            self._ask()
            told = self.tr("收取 {0} 份，不能读取 {1} 个文件")
            self.said.emit(told.format(len(found.receipts), len(found.unreadable)))

        self._folder(lambda folder: self.run(lambda: office.receive_from(folder, by=by), then=taken, lane=LANE))

    def _lock(self) -> None:
        office, by = self.context.hall.overseeing, self.context.clerk
        dialog = PeriodDialog(self, window="", exception=False, today=self.context.today)

        def send(sent: PeriodDialog) -> None:
            said = sent.form.values()
            until = said["last"] + timedelta(days=1)
            self._act(sent, lambda: office.lock(said["first"], until, reason=said["reason"], by=by))

        dialog.sends(send)

    def _except(self) -> None:
        row, office, by = self.board.current(), self.context.hall.overseeing, self.context.clerk
        if row is None:
            return
        window = row[0].window
        dialog = PeriodDialog(self, window=window, exception=True, today=self.context.today)

        def send(sent: PeriodDialog) -> None:
            said = sent.form.values()
            until = said["last"] + timedelta(days=1)
            self._act(
                sent,
                lambda: office.grant_exception(
                    window, said["first"], until, open_until=said["open_until"], reason=said["reason"], by=by
                ),
            )

        dialog.sends(send)

    def _act(self, dialog: PeriodDialog, work: Any) -> None:
        def done(_none: object) -> None:
            dialog.accept()
            self._ask()

        self.run(work, then=done, failed=dialog.refuse, lane=LANE)

    def _address(self) -> None:
        sync, by = self.context.hall.sync, self.context.clerk

        def ask(public_key: str) -> None:
            dialog = AddressDialog(self, url=sync.access.kept(), public_key=public_key)

            def send(sent: AddressDialog) -> None:
                said = sent.form.values()

                def kept(_none: object) -> None:
                    sent.accept()
                    self.said.emit(self.tr("已保存中心库地址"))

                self.run(
                    lambda: sync.access.remember(said["url"].strip(), said["password"] or ""),
                    then=kept,
                    failed=sent.refuse,
                    lane=LANE,
                )

            dialog.sends(send)

        may = self.context.may(Permission.SEND_PACKETS)
        self.run(lambda: sync.public_key(by=by) if may else "", then=ask)

    def _folder(self, use: Any) -> None:
        dialog = QFileDialog(self, self.tr("选择文件夹"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: use(Path(path)))
        dialog.open()
