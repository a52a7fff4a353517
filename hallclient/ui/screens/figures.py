"""Figures: periods and years, what each counts, the report written, analysed, published, and anybody's checked."""

from functools import partial

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar

from hallclient.domain.register.records import SavedDraft
from hallclient.ui.analysis_tab import AnalysisTab
from hallclient.ui.annual_tab import AnnualTab
from hallclient.ui.check_tab import CheckTab
from hallclient.ui.context import Context
from hallclient.ui.editions_tab import EditionsTab, Obstacle
from hallclient.ui.figure_tab import FigureTab, YearTab
from hallclient.ui.language import translate
from hallclient.ui.period_tab import PeriodTab
from hallclient.ui.screen import Screen
from hallclient.ui.writer_tab import WriterTab

NARROW = 1500  # below this the tabs do without their keys


class FiguresScreen(Screen):
    """Tabs (Alt+1…6) of the same anatomy; the actions at the bottom are those of the tab that shows."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "统计"), shares=(5, 2))
        self.period = PeriodTab(context)
        self.annual = AnnualTab(context)
        self.writer = WriterTab(context)
        self.editions = EditionsTab(context, self._lead)
        self.analysis = AnalysisTab(context)
        self.check = CheckTab(context)
        self.tabs: tuple[FigureTab, ...] = (
            self.period,
            self.annual,
            self.writer,
            self.editions,
            self.analysis,
            self.check,
        )
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)  # the head scrolls as a whole
        self.bar.setAccessibleName(self.tr("统计"))
        self._heads, self._lefts, self._rights = QStackedWidget(), QStackedWidget(), QStackedWidget()
        self._actions: list[tuple[FigureTab, QAction]] = []
        for at, tab in enumerate(self.tabs):
            tab.setParent(self)
            tab.said.connect(self.said)
            tab.complained.connect(self.complained)
            tab.wish_open.connect(self.wish_open)
            tab.wish_screen.connect(self.wish_screen)
            self.bar.addTab(tab.title)
            self.bar.setTabToolTip(at, f"{tab.title} Alt+{at + 1}")
            self.bar.setAccessibleTabName(at, tab.title)
            self._heads.addWidget(tab.head)
            self._lefts.addWidget(tab.left)
            self._rights.addWidget(tab.right)
            self._actions += [(tab, action) for action in tab.add_actions(self._add)]
            key = QAction(self)
            key.setShortcut(f"Alt+{at + 1}")
            key.triggered.connect(partial(self.bar.setCurrentIndex, at))
            self.addAction(key)
        self.search.addWidget(self.bar)
        self.search.addWidget(self._heads, 1)
        self.list_side.addWidget(self._lefts)
        self.record_side.addWidget(self._rights)
        self.add_action("refresh", lambda: self.tab.ask())
        self._shown: FigureTab = self.period
        self._fit_head(0)
        self._follow_tab()
        self.bar.currentChanged.connect(self._turned)

    @property
    def tab(self) -> FigureTab:
        """The tab that shows."""
        return self.tabs[self.bar.currentIndex()]

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        self.tab.ask()
        self.tab.start()

    def recall(self, topics: frozenset[object]) -> None:
        if topics & self.tab.shows:
            self.tab.ask()

    def back(self) -> bool:
        return self.tab.back()

    def show_record(self, number: str) -> None:
        """Show the part of an unsaved text by its draft's name."""
        hall, by = self.context.hall, self.context.clerk

        def show(saved: list[SavedDraft]) -> None:
            draft = next((one for one in saved if one.instance == number), None)
            if draft is not None:
                self.writer.show_draft(draft)
                self._open(self.writer)

        self.run(lambda: hall.drafts.mine(by), then=show)

    def keep_draft(self) -> None:
        for tab in self.tabs:
            tab.keep_draft()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        for at, tab in enumerate(self.tabs):
            self.bar.setTabText(at, tab.title if narrow else f"{tab.title}  Alt+{at + 1}")

    # -- inside ---------------------------------------------------------------------------------------------------

    def _add(self, title: str, does: object, *, key: str = "", primary: bool = False, shortcut: str = "") -> QAction:
        action = self.add_button(title, does, key=key, primary=primary)  # type: ignore[arg-type]
        action.setShortcut(shortcut or key)
        action.setVisible(False)
        return action

    def _open(self, tab: FigureTab) -> None:
        if tab is self.tab:
            tab.ask()
        else:
            self._shown = tab  # it knows its year already
            self.bar.setCurrentIndex(self.tabs.index(tab))

    def _lead(self, tab: YearTab, obstacle: Obstacle) -> None:
        """Go where an obstacle is put right: a part of the text, or a cell."""
        if obstacle.part:
            self.writer.take(tab)
            self.writer.show_part(obstacle.part)
            self._open(self.writer)
        elif obstacle.cell:
            self.annual.take(tab)
            self.annual.go_to(obstacle.cell)
            self._open(self.annual)

    def _turned(self, at: int) -> None:
        before, tab = self._shown, self.tabs[at]
        before.keep_draft()
        if isinstance(before, YearTab) and isinstance(tab, YearTab):
            tab.take(before)
        self._shown = tab
        for stack in (self._heads, self._lefts, self._rights):
            stack.setCurrentIndex(at)
        self._fit_head(at)
        self._follow_tab()
        tab.ask()
        tab.start()

    def _fit_head(self, shown: int) -> None:
        """Give the line of choices the width of the one that shows, not of the widest."""
        for at, tab in enumerate(self.tabs):
            policy = QSizePolicy.Policy.Minimum if at == shown else QSizePolicy.Policy.Ignored
            tab.head.setSizePolicy(policy, QSizePolicy.Policy.Preferred)

    def _follow_tab(self) -> None:
        """Show the actions of the tab that shows."""
        for tab, action in self._actions:
            action.setVisible(tab is self.tab)
            action.setEnabled(tab is self.tab)
        self.tab.enable()
