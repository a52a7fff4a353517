"""Which screens are there? One explicit tuple; the rail, the keys Ctrl+1…9 and the language test follow it.

A new screen: one file in ``ui/screens/``, one small factory with a local import here (PyInstaller and "find
references" see it, the start does not pay for it), one line in ``SCREENS``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hallclient.domain.register.permissions import Permission
from hallclient.ui.context import Context
from hallclient.ui.language import noop
from hallclient.ui.screen import Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenEntry:
    """One screen. ``title`` is marked with ``noop("catalog", …)``; ``icon`` names a file in ``resources/icons``.

    ``kinds`` are the record kinds it shows (``Screen.wish_open``). Without ``permission`` every clerk sees it.
    ``rail`` False keeps it off the rail: it is reached by opening a record.
    """

    id: str
    title: str
    icon: str
    factory: Callable[[Context], Screen]
    kinds: tuple[str, ...] = ()
    permission: Permission | None = None
    rail: bool = True


def _desk(context: Context) -> Screen:
    from hallclient.ui.screens.desk import DeskScreen

    return DeskScreen(context)


def _reception(context: Context) -> Screen:
    from hallclient.ui.screens.reception import ReceptionScreen

    return ReceptionScreen(context)


def _day_close(context: Context) -> Screen:
    from hallclient.ui.screens.day_close import DayCloseScreen

    return DayCloseScreen(context)


SCREENS: tuple[ScreenEntry, ...] = (
    ScreenEntry(id="desk", title=noop("catalog", "今日"), icon="desk", factory=_desk),
    ScreenEntry(
        id="reception",
        title=noop("catalog", "接待"),
        icon="reception",
        factory=_reception,
        kinds=("enquiry",),
        permission=Permission.REGISTER_ENQUIRY,
    ),
    ScreenEntry(
        id="day_close",
        title=noop("catalog", "日结"),
        icon="day_close",
        factory=_day_close,
        kinds=("day",),
        permission=Permission.INTERIM_SHEET,
    ),
)
