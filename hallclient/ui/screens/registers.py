"""The small registers: what is counted by hand, disputes over answers, what is published, what the hall shows."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QTabBar

from hallclient.domain.register.numbers import RegisterNumber, Series
from hallclient.services.catalogue import Citation
from hallclient.ui import cited, theme
from hallclient.ui.catalogue_tab import CatalogueTab
from hallclient.ui.context import Context
from hallclient.ui.counters_tab import CountersTab
from hallclient.ui.disputes_tab import DisputesTab
from hallclient.ui.input_method import guard
from hallclient.ui.language import translate
from hallclient.ui.reference_texts_journal import is_instance
from hallclient.ui.reference_texts_tab import ReferenceTextsTab
from hallclient.ui.register_tab import RegisterTab
from hallclient.ui.screen import Screen, card
from hallclient.ui.shortcuts import sequences, title_of
from hallclient.ui.supervision_tab import SupervisionTab

COUNTERS, DISPUTES, CATALOGUE, TEXTS, SUPERVISION = range(5)


class RegistersScreen(Screen):
    """Five tabs (Alt+1…5) of the same anatomy; the actions at the bottom are those of the tab that shows."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "登记簿"), shares=(5, 4))
        self.counters = CountersTab(context)
        self.disputes = DisputesTab(context)
        self.catalogue = CatalogueTab(context)
        self.texts = ReferenceTextsTab(context)
        self.supervision = SupervisionTab(context)
        self.tabs: tuple[RegisterTab, ...] = (
            self.counters,
            self.disputes,
            self.catalogue,
            self.texts,
            self.supervision,
        )
        self.bar = QTabBar()
        self.bar.setAccessibleName(self.tr("登记簿"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("在本簿中查找  Ctrl+F"))
        self.filter.setAccessibleName(self.tr("在本簿中查找"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(320)
        self.filter.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        guard(self.filter)
        self.search.addWidget(self.bar)
        self.search.addStretch(1)
        self.search.addWidget(self.filter, 1)
        self._lists, self._records = QStackedWidget(), QStackedWidget()
        for at, tab in enumerate(self.tabs):
            tab.setParent(self)
            tab.said.connect(self.said)
            tab.complained.connect(self.complained)
            tab.wish_open.connect(self.wish_open)
            tab.changed.connect(self._follow_tab)
            self.bar.addTab(f"{tab.title}  Alt+{at + 1}")
            self.bar.setAccessibleTabName(at, tab.title)
            self._lists.addWidget(card(tab.list))
            self._records.addWidget(tab.record)
            key = QAction(self)
            key.setShortcut(f"Alt+{at + 1}")
            key.triggered.connect(partial(self.bar.setCurrentIndex, at))
            self.addAction(key)
        self.list_side.addWidget(self._lists)
        self.record_side.addWidget(self._records)
        self.saving = self.add_action("save", lambda: self.tab.save(), title=self.tr("登记"), primary=True)
        self.newing = self.add_action("new", self._new)
        self.withdrawing = self.add_button(self.tr("撤回所选"), lambda: self.tab.withdraw(), key="Ctrl+Del")
        self.withdrawing.setShortcut("Ctrl+Del")
        commands = self.disputes.commands
        self.stepping = self.add_action("step", commands.record_act, title=self.tr("记录进展"))
        self.undoing = self.add_action("undo", commands.undo_act, title=self.tr("撤销进展"))
        self.explaining = self.add_action("explain", commands.explain, title=self.tr("期限"))
        self.opening = self.add_button(self.tr("打开申请"), self.disputes.open_application, key="Ctrl+O")
        self.opening.setShortcut("Ctrl+O")
        self.redoing = self.add_button(self.tr("重新办理"), commands.redo, key="Ctrl+J")
        self.redoing.setShortcut("Ctrl+J")
        self.citing = self.add_button(self.tr("引用到答复"), self.catalogue.cite, key="Ctrl+Enter", primary=True)
        self.citing.setShortcuts(sequences("save"))
        self.catalogue.cited.connect(self._cited)
        self.previewing = self.add_action("preview", self.texts.preview)
        self.printing = self.add_action("print", self.texts.print_it)
        self.discarding = self.add_button(self.tr("放弃改稿"), self.texts.discard, key="Ctrl+Shift+D")
        self.discarding.setShortcut("Ctrl+Shift+D")
        self.copying = self.add_button(self.tr("复制引用文字"), self.catalogue.copy_citation, key="Ctrl+Shift+C")
        self.copying.setShortcut("Ctrl+Shift+C")
        searching = QAction(self)
        searching.setShortcut("Ctrl+F")
        searching.triggered.connect(lambda: self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.addAction(searching)
        self.filter.textChanged.connect(lambda text: self.tab.find(text))
        self.filter.returnPressed.connect(self._into_list)
        self.bar.currentChanged.connect(self._turned)
        self._follow_tab()

    @property
    def tab(self) -> RegisterTab:
        """The register that shows."""
        return self.tabs[self.bar.currentIndex()]

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        self.tab.ask()
        self.tab.start()

    def recall(self, topics: frozenset[object]) -> None:
        if topics & self.tab.shows:
            self.tab.ask()

    def leave(self) -> bool:
        for tab in self.tabs:
            tab.leave()
        return super().leave()

    def keep_draft(self) -> None:
        for tab in self.tabs:
            tab.keep_draft()

    def back(self) -> bool:
        if self.filter.text():
            self.filter.clear()
            self.tab.list.setFocus()
            return True
        return self.tab.back()

    def show_record(self, number: str) -> None:
        read = RegisterNumber.read(number)
        if read is not None and read.series in (Series.DISPUTE, Series.DISPUTE_HISTORY):
            self.bar.setCurrentIndex(DISPUTES)
            self.disputes.show_record(number)
        elif is_instance(number):
            self.bar.setCurrentIndex(TEXTS)
            self.texts.show_draft(number)
        elif number:
            self.bar.setCurrentIndex(CATALOGUE)
            self.filter.setText(number)
            self.tab.list.setFocus()
        else:
            self._new()

    # -- inside ---------------------------------------------------------------------------------------------------

    def _turned(self, at: int) -> None:
        self._lists.setCurrentIndex(at)
        self._records.setCurrentIndex(at)
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)
        self.tab.filter = ""
        self._follow_tab()
        self.tab.ask()
        self.tab.start()

    def _follow_tab(self) -> None:
        """Show the actions of the register that shows."""
        at = self.bar.currentIndex()
        disputed = at == DISPUTES and self.disputes.may_record
        edits = at == TEXTS and self.texts.may_edit
        for action, shown in (
            (self.saving, at in (COUNTERS, SUPERVISION) or disputed or (edits and self.texts.editing)),
            (self.newing, at in (COUNTERS, SUPERVISION) or disputed or edits),
            (self.withdrawing, at in (COUNTERS, SUPERVISION)),
            (self.stepping, disputed),
            (self.undoing, disputed),
            (self.explaining, at == DISPUTES),
            (self.opening, at == DISPUTES),
            (self.redoing, at == DISPUTES and self.disputes.may_redo),
            (self.citing, at == CATALOGUE),
            (self.copying, at == CATALOGUE),
            (self.previewing, at == TEXTS),
            (self.printing, at == TEXTS),
            (self.discarding, edits and self.texts.editing),
        ):
            action.setVisible(shown)
            action.setEnabled(shown)
        for action in (self.stepping, self.undoing):
            why = "" if self.disputes.is_open or not disputed else self.tr("请先在列表中按 Enter 打开一件")
            action.setEnabled(disputed and not why)
            action.setToolTip(why)
            action.setWhatsThis(why)
        self.newing.setText(self.tr("编辑新版") if at == TEXTS else title_of("new"))
        saves = {
            DISPUTES: self.tr("保存") if self.disputes.is_open else self.tr("登记"),
            TEXTS: self.tr("发布"),
            SUPERVISION: self.tr("保存") if self.supervision.is_open else self.tr("登记"),
        }
        self.saving.setText(saves.get(at, self.tr("登记")))

    def _cited(self, citation: Citation) -> None:
        """The chosen entry goes to the application form, which takes it as its answer."""
        cited.keep(self.context, citation)
        self.wish_screen.emit("applications")

    def _new(self) -> None:
        self.tab.new()
        if self.tab is not self.texts:  # it goes to its form once the words are here
            self.tab.start()

    def _into_list(self) -> None:
        self.tab.list.setFocus()
        if self.tab.list.current() is None and self.tab.list.rows_model.rowCount():
            self.tab.list.selectRow(0)
