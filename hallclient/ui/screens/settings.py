"""Settings: this machine's look and printers, the agency's facts, password, the hub, backups, numbering, self-check."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from hallclient.ui.agency_page import AgencyPage
from hallclient.ui.backup_page import BackupPage
from hallclient.ui.context import Context
from hallclient.ui.fence_page import FencePage
from hallclient.ui.hub_settings_page import HubSettingsPage
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.machine_pages import LookPage, PrintersPage
from hallclient.ui.own_password_page import OwnPasswordPage
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import Screen, card
from hallclient.ui.self_check_page import SelfCheckPage
from hallclient.ui.settings_page import PageAction, SettingsPage
from hallclient.ui.template_page import TemplatePage

SHOWS = frozenset({Topic.SETTINGS, Topic.BACKUPS, Topic.CALENDARS})


class SettingsScreen(Screen):
    """Pages left, one right. Enter goes into a page, Esc back to the list, ``Ctrl+Enter`` keeps what was typed."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "设置"), shares=(1, 3))
        self.fence = FencePage(context)
        self.agency = AgencyPage(context)
        self.template = TemplatePage(context)
        self.hub = HubSettingsPage(context)
        self.backup = BackupPage(context)
        self.checks = SelfCheckPage(context)
        self.look, self.printers, self.password = LookPage(context), PrintersPage(context), OwnPasswordPage(context)
        self.pages: tuple[SettingsPage, ...] = (
            self.look,
            self.printers,
            self.password,
            self.agency,
            self.template,
            self.hub,
            self.backup,
            self.fence,
            self.checks,
        )
        self.list = ListView(
            [
                Column(title=self.tr("页"), text=lambda page: page.title, stretch=True),
                Column(
                    title=self.tr("情况"),
                    text=lambda page: f"⚠ {page.state}" if page.warns else page.state,
                    tone=lambda page: "warn" if page.warns else "muted",
                    width=132,
                ),
            ],
            name=self.tr("设置"),
            sortable=False,
        )
        self.list.show_rows(self.pages)
        self.list.chosen.connect(self._turned)
        self.list.opened.connect(lambda page: page.start())
        self.list_side.addWidget(card(self.list))
        self._stack = QStackedWidget()
        self.record_side.addWidget(card(self._stack))
        self.saving = self.add_action("save", lambda: self.page.save(), title=self.tr("保存"), primary=True)
        self._of_page: dict[SettingsPage, list[tuple[QAction, PageAction]]] = {}
        for page in self.pages:
            self._stack.addWidget(page)
            page.said.connect(self.said)
            page.complained.connect(self.complained)
            page.stood.connect(self._stood)
            page.done.connect(self.list.setFocus)
            self._of_page[page] = []
            for wanted in page.actions_of_page:
                action = self.add_button(wanted.title, wanted.does, key=wanted.key)
                action.setShortcut(wanted.key)
                self._of_page[page].append((action, wanted))
        self.add_action("refresh", self._ask_all, button=False)
        self.list.selectRow(0)

    @property
    def page(self) -> SettingsPage:
        """The page that shows."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, SettingsPage)
        return shown

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        self._ask_all()
        self.list.setFocus()

    def recall(self, topics: frozenset[object]) -> None:
        if topics & SHOWS:
            self._ask_all()

    def back(self) -> bool:
        if self.list.hasFocus():
            return False
        self.list.setFocus()
        return True

    # -- inside ---------------------------------------------------------------------------------------------------

    def _ask_all(self) -> None:
        for page in self.pages:
            page.ask()

    def _turned(self, page: SettingsPage | None) -> None:
        if page is not None:
            self._stack.setCurrentWidget(page)
            self._follow_page()

    def _stood(self) -> None:
        self.list.viewport().update()
        self._follow_page()

    def _follow_page(self) -> None:
        """Show the actions of the page that shows."""
        shown = self.page
        self.saving.setText(shown.save_title or self.tr("保存"))
        self._show(self.saving, bool(shown.save_title))
        for page, actions in self._of_page.items():
            for action, wanted in actions:
                self._show(action, page is shown and wanted.offered())

    def _show(self, action: QAction, shown: bool) -> None:
        action.setVisible(shown)
        action.setEnabled(shown)
