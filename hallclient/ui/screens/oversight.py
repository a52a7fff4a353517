"""The office's board (电子监测): who reported, what is overdue, what stands out, which packets came, what is locked."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar

from hallclient.domain.figures.hub_records import PacketQuery
from hallclient.domain.register.permissions import Permission
from hallclient.ui.ask_dialog import ReasonDialog
from hallclient.ui.context import Context
from hallclient.ui.hub_aside_page import AsidePage
from hallclient.ui.hub_dialogs import PeriodDialog, ask_address, ask_folder, why_no_address
from hallclient.ui.hub_lamps_page import LampsPage
from hallclient.ui.hub_packets_page import PacketsPage
from hallclient.ui.hub_page import LANE, HubPage
from hallclient.ui.hub_reporting_page import ReportingPage
from hallclient.ui.hub_rules_page import RulesPage
from hallclient.ui.hub_unusual_page import UnusualPage
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.screen import Elided, Screen

NARROW = 1500  # below this the tabs do without their keys


class OversightScreen(Screen):
    """Six pages (Alt+1…6); the line above tells when the hub answered, or what is wrong with it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "监测"))
        self.one_column()
        self.practice = context.hall.practice
        self.reporting, self.lamps, self.unusual = ReportingPage(context), LampsPage(context), UnusualPage(context)
        self.packets, self.aside, self.rules = PacketsPage(context), AsidePage(context), RulesPage(context)
        self.pages: tuple[HubPage, ...] = (
            self.reporting,
            self.lamps,
            self.unusual,
            self.packets,
            self.aside,
            self.rules,
        )
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)  # the head scrolls as a whole
        self.bar.setAccessibleName(self.tr("监测"))
        self.told = Elided()
        self.told.setAccessibleName(self.tr("中心库的答复"))
        self.told.setProperty("role", "muted")
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.wrong = PlainLabel()
        self.wrong.setProperty("tone", "danger")
        self.wrong.setWordWrap(True)
        self.wrong.setAccessibleName(self.tr("中心库的答复"))
        self.wrong.hide()
        self._stack = QStackedWidget()
        self._came_from: int | None = None
        self._page_actions: list[tuple[HubPage, QAction]] = []
        for at, page in enumerate(self.pages):
            self._add_page(at, page)
        self.search.addWidget(self.bar)
        self.search.addWidget(self.told, 1)
        self.record_side.addWidget(self.wrong)
        self.record_side.addWidget(self._stack, 1)
        self._make_actions()
        self._follow()
        self.bar.currentChanged.connect(self._turned)

    def _add_page(self, at: int, page: HubPage) -> None:
        self.bar.addTab(page.title)
        self.bar.setTabToolTip(at, f"{page.title} Alt+{at + 1}")
        self._stack.addWidget(page)
        page.told.connect(self._tell)
        page.said.connect(self.said)
        page.complained.connect(self.complained)
        page.wish_packets.connect(self._show_packets)
        key = QAction(self)
        key.setShortcut(f"Alt+{at + 1}")
        key.triggered.connect(partial(self.bar.setCurrentIndex, at))
        self.addAction(key)

    def _make_actions(self) -> None:
        for page in self.pages:
            self._page_actions += [(page, action) for action in page.add_actions(self._add)]
        self.narrowing = self._add(self.tr("期间和条件"), lambda: self.page.to_head(), key="Ctrl+F")
        self.excepting = self._add(self.tr("例外开放"), self._except, key="Ctrl+J")
        self.locking = self._add(self.tr("锁定期间"), self._lock, key="Ctrl+K")
        self.unlocking = self._add(self.tr("解除锁定"), self._unlock, key="Ctrl+Shift+K")
        self.branching = self._add(self.tr("续接"), self._branch, key="Ctrl+B")
        self.revoking = self._add(self.tr("停用窗口"), self._revoke, key="Ctrl+Del")
        self.receiving = self._add(self.tr("收取U盘数据"), self._receive, key="Ctrl+O")
        self.address = self._add(self.tr("中心库地址"), self._address, key="Ctrl+U")
        self.add_action("refresh", self._ask)
        self.reporting.windows.chosen.connect(lambda _window: self._follow())
        self.aside.list.chosen.connect(lambda _packet: self._follow())
        self.rules.rules.chosen.connect(lambda _rule: self._follow())

    def _add(self, title: str, does: Callable[[], object], *, key: str = "", primary: bool = False) -> QAction:
        action = self.add_button(title, does, key=key, primary=primary)
        action.setShortcut(key)
        return action

    @property
    def page(self) -> HubPage:
        """The page that shows."""
        return self.pages[self.bar.currentIndex()]

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        self._ask()
        self.page.start()

    def recall(self, topics: frozenset[object]) -> None:
        """What changes here changes at the hub: F5 asks it. Nothing of this machine's register concerns the board."""

    def back(self) -> bool:
        if self.page.back():
            return True
        if self._came_from is not None:
            self.bar.setCurrentIndex(self._came_from)
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._title_tabs()

    # -- pages ----------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        if self.practice:
            self._say_told(self.tr("这是练习库，没有中心库可看。"), problem=False)
        else:
            self.page.ask()

    def _turned(self, at: int) -> None:
        self._came_from = None
        self._stack.setCurrentIndex(at)
        self._follow()
        self._tell()
        self._ask()
        self.page.start()

    def _show_packets(self, query: PacketQuery) -> None:
        before = self.bar.currentIndex()
        self.packets.wish(query)
        self.bar.setCurrentIndex(self.pages.index(self.packets))
        self._came_from = before

    def _title_tabs(self) -> None:
        """Say on each tab how many things want to be looked at."""
        for at, page in enumerate(self.pages):
            title = f"{page.title} {page.count}" if page.count else page.title
            key = "" if self.width() < NARROW else f"  Alt+{at + 1}"
            self.bar.setTabText(at, f"{title}{key}")
            self.bar.setAccessibleTabName(at, title)

    def _tell(self) -> None:
        board = self.reporting.board
        if board is not None and self.page is self.reporting:  # it has heard of the other pages' things too
            self.lamps.count, self.aside.count = len(board.lamps.alarms), board.kept_aside
        self._title_tabs()
        self._say_told(self.page.words, problem=self.page.problem)

    def _say_told(self, words: str, *, problem: bool) -> None:
        self.told.setText("" if problem else words)
        self.wrong.setText(f"⚠ {words}" if problem else "")
        self.wrong.setVisible(problem)

    def _follow(self) -> None:
        """Show the actions of the page in front; one that cannot be done now says why."""
        page, may = self.page, self.context.may(Permission.ADMINISTER_HUB)
        window = self.reporting.front
        self._offer(self.narrowing, page in (self.reporting, self.unusual, self.packets))
        self._offer(self.excepting, page in (self.reporting, self.packets, self.aside, self.rules), office=True)
        self._offer(self.locking, page in (self.reporting, self.rules), office=True)
        lock_first = "" if self.rules.locked else self.tr("请先选一个有效的锁定期间。")
        self._offer(self.unlocking, page is self.rules, office=True, unless=lock_first)
        fork_first = "" if self.aside.forked else self.tr("只有分叉的窗口可以续接，请先选它的一份数据包。")
        self._offer(self.branching, page is self.aside, office=True, unless=fork_first)
        gone = self.tr("请先选一个没有停用的窗口。") if window is None or window.revoked else ""
        self._offer(self.revoking, page is self.reporting, office=True, unless=gone)
        self._offer(self.receiving, page in (self.reporting, self.packets, self.aside) and may, office=True)
        self._offer(self.address, True, unless=why_no_address(self.context))
        for owner, action in self._page_actions:
            self._offer(action, owner is page)
        if not self.practice:
            page.enable()

    def _offer(self, action: QAction, here: bool, *, office: bool = False, unless: str = "") -> None:
        why = self.tr("这是练习库，没有中心库可看。") if self.practice else unless
        action.setVisible(here and (not office or self.context.may(Permission.ADMINISTER_HUB)))
        action.setEnabled(action.isVisible() and not why)
        action.setToolTip(why)
        action.setWhatsThis(why)

    # -- what the office does -------------------------------------------------------------------------------------

    def _lock(self) -> None:
        office, by = self.context.hall.overseeing, self.context.clerk

        def send(sent: PeriodDialog) -> None:
            said = sent.form.values()
            until = said["last"] + timedelta(days=1)
            self._act(sent, lambda: office.lock(said["first"], until, reason=said["reason"], by=by), self.tr("已锁定"))

        PeriodDialog(self, today=self.context.today).sends(send)

    def _unlock(self) -> None:
        office, by, rule = self.context.hall.overseeing, self.context.clerk, self.rules.locked
        if rule is None:
            return
        told = self.tr("解除 {0} 至 {1} 的锁定；与这些日子有关的其他锁定一并解除，曾被退回的数据包随即计入。")
        dialog = ReasonDialog(
            self,
            title=self.tr("解除锁定"),
            told=told.format(rule.first.isoformat(), rule.last.isoformat()),
            does=self.tr("解除锁定"),
        )
        done = self.tr("已解除锁定")
        dialog.sends(
            lambda sent: self._act(
                sent, lambda: office.unlock(rule.first, rule.until, reason=sent.reason(), by=by), done
            )
        )

    def _except(self) -> None:
        office, by = self.context.hall.overseeing, self.context.clerk

        def ask(known: Any) -> None:
            dialog = PeriodDialog(
                self,
                today=self.context.today,
                windows=[one.window for one in known if not one.revoked],
                window=self._window(),
                exception=True,
            )
            dialog.sends(send)

        def send(sent: PeriodDialog) -> None:
            said = sent.form.values()
            until = said["last"] + timedelta(days=1)
            self._act(
                sent,
                lambda: office.grant_exception(
                    said["window"], said["first"], until, open_until=said["open_until"], reason=said["reason"], by=by
                ),
                self.tr("已准予 {0} 补报").format(said["window"]),
            )

        self.run(lambda: office.windows(by=by), then=ask, lane=LANE)

    def _window(self) -> str:
        """The window in front."""
        if self.page is self.reporting:
            return self.reporting.front.window if self.reporting.front is not None else ""
        if self.page is self.packets:
            return self.packets.chosen_window
        packet = self.aside.list.current() if self.page is self.aside else None
        return "" if packet is None else str(packet.window)

    def _branch(self) -> None:
        office, by, window = self.context.hall.overseeing, self.context.clerk, self.aside.forked
        if not window:
            return
        told = self.tr(
            "让 {0} 的数据包从较早的一份续接一次。只在核实窗口确由备份恢复之后续接；低于已收版本的不会覆盖已收的数字。"
        )
        dialog = ReasonDialog(self, title=self.tr("续接"), told=told.format(window), does=self.tr("续接"))
        done = self.tr("已续接 {0}").format(window)
        dialog.sends(
            lambda sent: self._act(sent, lambda: office.accept_branch(window, reason=sent.reason(), by=by), done)
        )

    def _revoke(self) -> None:
        office, by, front = self.context.hall.overseeing, self.context.clerk, self.reporting.front
        if front is None:
            return
        window = front.window
        told = self.tr("停用 {0} 的登录和密钥；以前收到的数据仍然有效。再次启用由系统管理员重新登记（hub enrol）。")
        dialog = ReasonDialog(self, title=self.tr("停用窗口"), told=told.format(window), does=self.tr("停用"))
        done = self.tr("已停用 {0}").format(window)

        def refused(sent: ReasonDialog, problem: Exception) -> None:
            sent.refuse(problem)
            if getattr(problem, "code", "") == "hub_forbids":
                sent.say_problem(self.tr("停用登录要用中心库管理员的登录，请系统管理员执行 hub revoke。"))

        def send(sent: ReasonDialog) -> None:
            self._act(
                sent,
                lambda: office.revoke(window, reason=sent.reason(), by=by),
                done,
                failed=partial(refused, sent),
            )

        dialog.sends(send)

    def _act(
        self, dialog: Any, work: Callable[[], object], done: str, *, failed: Callable[[Exception], None] | None = None
    ) -> None:
        def taken(_none: object) -> None:
            dialog.accept()
            self.said.emit(done)
            self._ask()

        self.run(work, then=taken, failed=failed or dialog.refuse, lane=LANE)

    def _receive(self) -> None:
        office, by = self.context.hall.overseeing, self.context.clerk

        def taken(found: Any) -> None:
            self._ask()
            told = self.tr("收取 {0} 份，不能读取 {1} 个文件")
            self.said.emit(told.format(len(found.receipts), len(found.unreadable)))

        def use(folder: Path) -> None:
            self.run(lambda: office.receive_from(folder, by=by), then=taken, lane=LANE)

        ask_folder(self, use)

    def _address(self) -> None:
        ask_address(self, public_key="", then=self._ask)
