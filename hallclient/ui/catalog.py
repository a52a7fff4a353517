"""Which screens are there? One explicit tuple; the rail, the keys Ctrl+1…0 and the language test follow it.

A new screen: one file in ``ui/screens/``, one small factory with a local import here (PyInstaller and "find
references" see it, the start does not pay for it), one line in ``SCREENS``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hallclient.domain.register.permissions import Clerk, Permission, Role
from hallclient.ui.context import Context
from hallclient.ui.language import noop
from hallclient.ui.screen import Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenEntry:
    """One screen. ``title`` is marked with ``noop("catalog", …)``; ``icon`` names a file in ``resources/icons``.

    ``kinds`` are the record kinds it shows (``Screen.wish_open``). Without ``permission`` every clerk sees it.
    ``rail`` False keeps it off the rail: it is reached by opening a record. ``home``: for someone with this role alone
    it comes first; ``never``: someone with this role alone does not see it.
    """

    id: str
    title: str
    icon: str
    factory: Callable[[Context], Screen]
    kinds: tuple[str, ...] = ()
    permission: Permission | None = None
    rail: bool = True
    home: Role | None = None
    never: Role | None = None


def _desk(context: Context) -> Screen:
    from hallclient.ui.screens.desk import DeskScreen

    return DeskScreen(context)


def _reception(context: Context) -> Screen:
    from hallclient.ui.screens.reception import ReceptionScreen

    return ReceptionScreen(context)


def _applications(context: Context) -> Screen:
    from hallclient.ui.screens.applications import ApplicationsScreen

    return ApplicationsScreen(context)


def _application_file(context: Context) -> Screen:
    from hallclient.ui.screens.application_file import ApplicationFileScreen

    return ApplicationFileScreen(context)


def _day_close(context: Context) -> Screen:
    from hallclient.ui.screens.day_close import DayCloseScreen

    return DayCloseScreen(context)


def _figures(context: Context) -> Screen:
    from hallclient.ui.screens.figures import FiguresScreen

    return FiguresScreen(context)


def _imports(context: Context) -> Screen:
    from hallclient.ui.screens.imports import ImportsScreen

    return ImportsScreen(context)


def _registers(context: Context) -> Screen:
    from hallclient.ui.screens.registers import RegistersScreen

    return RegistersScreen(context)


def _wordings(context: Context) -> Screen:
    from hallclient.ui.screens.wordings import WordingsScreen

    return WordingsScreen(context)


def _clerks(context: Context) -> Screen:
    from hallclient.ui.screens.clerks import ClerksScreen

    return ClerksScreen(context)


def _print_queue(context: Context) -> Screen:
    from hallclient.ui.screens.print_queue import PrintQueueScreen

    return PrintQueueScreen(context)


def _hub(context: Context) -> Screen:
    from hallclient.ui.screens.hub_board import HubScreen

    return HubScreen(context)


def _oversight(context: Context) -> Screen:
    from hallclient.ui.screens.oversight import OversightScreen

    return OversightScreen(context)


def _settings(context: Context) -> Screen:
    from hallclient.ui.screens.settings import SettingsScreen

    return SettingsScreen(context)


SCREENS: tuple[ScreenEntry, ...] = (
    ScreenEntry(id="desk", title=noop("catalog", "今日"), icon="desk", factory=_desk, never=Role.OFFICE),
    ScreenEntry(
        id="reception",
        title=noop("catalog", "接待"),
        icon="reception",
        factory=_reception,
        kinds=("enquiry",),
        permission=Permission.REGISTER_ENQUIRY,
    ),
    ScreenEntry(
        id="applications",
        title=noop("catalog", "申请"),
        icon="applications",
        factory=_applications,
        kinds=("application_form",),
        permission=Permission.REGISTER_APPLICATION,
    ),
    ScreenEntry(
        id="application_file",
        title=noop("catalog", "申请"),
        icon="file",
        factory=_application_file,
        kinds=("application", "document"),
        rail=False,
        never=Role.OFFICE,
    ),
    ScreenEntry(
        id="day_close",
        title=noop("catalog", "日结"),
        icon="day_close",
        factory=_day_close,
        kinds=("day",),
        permission=Permission.INTERIM_SHEET,
    ),
    ScreenEntry(
        id="figures",
        title=noop("catalog", "统计"),
        icon="figures",
        factory=_figures,
        kinds=("report_text",),
        permission=Permission.SEE_FIGURES,
    ),
    ScreenEntry(
        id="imports",
        title=noop("catalog", "导入"),
        icon="imports",
        factory=_imports,
        permission=Permission.IMPORT_REGISTER,
    ),
    ScreenEntry(
        id="registers",
        title=noop("catalog", "登记簿"),
        icon="catalogue",
        factory=_registers,
        kinds=("dispute", "catalogue", "reference_text"),
        permission=Permission.ENTER_COUNTER,
    ),
    ScreenEntry(
        id="wordings",
        title=noop("catalog", "文书格式"),
        icon="wordings",
        factory=_wordings,
        kinds=("wording",),
        permission=Permission.EDIT_WORDING,
    ),
    ScreenEntry(
        id="clerks",
        title=noop("catalog", "人员"),
        icon="clerks",
        factory=_clerks,
        permission=Permission.MANAGE_CLERKS,
    ),
    ScreenEntry(
        id="print_queue",
        title=noop("catalog", "打印"),
        icon="print",
        factory=_print_queue,
        kinds=("print",),
        permission=Permission.ISSUE_DOCUMENT,
        rail=False,
    ),
    ScreenEntry(
        id="hub",
        title=noop("catalog", "报送"),
        icon="hub",
        factory=_hub,
        kinds=("packet",),
        permission=Permission.SEND_PACKETS,
    ),
    ScreenEntry(
        id="oversight",
        title=noop("catalog", "监测"),
        icon="oversight",
        factory=_oversight,
        permission=Permission.SEE_HUB,
        home=Role.OFFICE,
    ),
    ScreenEntry(id="settings", title=noop("catalog", "设置"), icon="settings", factory=_settings),
)


def screens_of(clerk: Clerk, screens: Sequence[ScreenEntry] = SCREENS) -> list[ScreenEntry]:
    """Return the screens this clerk may see, the one work starts on first.

    The supervising office sees every window's reports and no citizen's file: its own board, not the day's due list.
    """
    (only,) = clerk.roles if len(clerk.roles) == 1 else (None,)
    seen = [
        entry
        for entry in screens
        if (entry.permission is None or clerk.may(entry.permission)) and (only is None or entry.never is not only)
    ]
    return sorted(seen, key=lambda entry: only is None or entry.home is not only)
