"""How does the window start?

1. No screen, no window: say so, and how to look all the same.
2. Qt's application, the machine's own settings (size, look, language), the crash hook.
3. First paint: the login, or the wizard where there is no store yet. Only QtCore, QtGui and QtWidgets are loaded.
4. The log. While the clerk types, the store's libraries are loaded on the jobs' lane.
5. The right password opens the store; the main window takes the login's place.
6. Until it closes: the lock after ten idle minutes, the hourly backup, drafts every two seconds.
"""

import gc
import logging
import os
import sys
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallclient.domain.refusal import Refusal
from hallclient.foundation import logs, settings
from hallclient.foundation.paths import data_folder
from hallclient.foundation.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

    from hallclient.domain.register.setup import SetupDraft

WIDE, HIGH = 1366, 800  # the window's size where the screen has more room
IDLE_MINUTES = 10
BACKUP_MINUTES = 5
LOOK_MS = 20  # between two looks whether everything has been answered
NO_SCREEN = """\
没有可用的屏幕，窗口打不开。三种办法：
  1. 在有桌面的机器上运行；远程登录时用 ssh -X，或先设置 DISPLAY。
  2. 装上虚拟屏幕（apt-get install xvfb），用 xvfb-run 运行本命令；make look 会这样打开窗口并存一张截图。
  3. 不要窗口，用命令行：hallclient --help。
There is no screen to open a window on. Use a desktop, or "make look" for a screenshot on a virtual one,
or the command line: hallclient --help."""


def run(*, data: str | None = None, user: str | None = None, lang: str | None = None, demo: bool = False) -> int:
    """Open the window and return the exit code when it closes: 0, or 3 where there is no screen or no practising."""
    if not has_screen():
        print(NO_SCREEN, file=sys.stderr)
        return 3
    # Nothing made while starting is garbage: to look for some would cost a tenth of the wait. Afterwards it is looked
    # for on this thread only (ui/garbage.py).
    gc.disable()
    folder = data_folder(data) / "practice" if demo and data is None else data_folder(data)
    kept = settings.load(folder)
    if kept.scale != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", str(kept.scale / 100))
    app = start_qt(kept, lang)
    shell = Shell(app, folder, user=user or kept.last_user, demo=demo)
    try:
        shell.show()
        return app.exec()
    except (Refusal, Trouble) as problem:  # no window stands yet that could say it
        from hallclient.ui.messages import sentence

        print(sentence(problem), file=sys.stderr)
        return 1 if isinstance(problem, Refusal) else 3
    finally:
        shell.end()


def smoke(folder: str) -> int:
    """Go through a counter's day with the real widgets on a fresh folder; 0 when every step came out."""
    from hallclient.ui.smoke import SmokeFailed, drive

    data = Path(folder)
    data.mkdir(parents=True, exist_ok=True)
    shell = Shell(start_qt(settings.Settings(), "zh_CN"), data / "store")
    try:
        shell.show()
        drive(shell, data)
    except SmokeFailed as failed:
        print(failed, file=sys.stderr)
        return 1
    finally:
        shell.end()
    return 0


def has_screen() -> bool:
    """Tell whether Qt would find a screen; asking Qt itself would abort the program."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def start_qt(kept: settings.Settings, lang: str | None = None) -> "QApplication":
    """Return the application with its look and language."""
    from PySide6.QtWidgets import QApplication

    from hallclient.ui import language, theme

    made = QApplication.instance()
    app = made if isinstance(made, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("hallclient")
    app.setApplicationDisplayName("")
    language.use(app, lang or kept.language or language.default_language())
    theme.apply(app, {"system": None, "light": False, "dark": True}.get(kept.theme))
    return app


class Shell:
    """The window's owner: login or wizard first, then the main window, and back to the login when someone else comes.

    ``page`` is what stands on the screen now. ``end`` closes everything; it may be called twice.
    """

    def __init__(self, app: "QApplication", data: Path, *, user: str = "", demo: bool = False) -> None:
        from hallclient.ui.crash import CrashHook
        from hallclient.ui.jobs import Jobs

        self.app, self.data, self.demo = app, data, demo
        self.hall: Any = None
        self.page: QWidget | None = None
        self._user = user
        self.jobs = Jobs()
        self.crash = CrashHook(now=datetime.now, keep_drafts=self._keep_drafts)
        self.crash.told.connect(self._tell)
        self.crash.install()
        self._idle: Any = None
        self._scanner: Any = None
        self._printing: Any = None
        self._sender: Any = None
        self._log: logging.Handler | None = None
        app.setQuitOnLastWindowClosed(True)

    def show(self) -> None:
        """Show the first page."""
        if self.demo:
            self._practise()
            self._begun()
        elif (self.data / "hall.db").exists():
            self._show_login()
        else:
            self._show_wizard()
            self._begun()

    def _begun(self) -> None:
        """The first page stands on the screen: do what could wait for it."""
        if not gc.get_freeze_count():
            gc.freeze()  # what was made until now lives as long as the program: never looked through again
        if self._log is None and self.data.is_dir():
            self._log = logs.start(self.data)

    def end(self) -> None:
        """Keep drafts, stop the lanes, let go of the store."""
        self.crash.remove()
        self._stop_sending()
        self.jobs.shutdown()
        if self.hall is not None:
            self.hall.close()
            self.hall = None
        logs.stop(self._log)
        self._log = None

    # -- before the store is open ---------------------------------------------------------------------------------

    def _put(self, page: "QWidget") -> None:
        before, self.page = self.page, page
        room = page.screen().availableSize()
        if before is not None and not before.isMaximized():
            page.setGeometry(before.geometry())
        else:
            page.resize(min(WIDE, room.width()), min(HIGH, room.height()))
        if room.width() <= WIDE or (before is not None and before.isMaximized()):
            page.showMaximized()  # on a small screen a frame of its own would push the status line off the edge
        else:
            page.show()
        page.activateWindow()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _show_login(self, failures: int = 0) -> None:
        from hallclient.ui.screens.login import LoginScreen

        login = LoginScreen(self._unlock, jobs=self.jobs, user=self._user, failures=failures)
        login.opened.connect(self._opened)
        login.painted.connect(self._begun)
        login.painted.connect(lambda: self.jobs.run(_preload))
        self._put(login)

    def _show_wizard(self) -> None:
        from hallclient.ui.screens.setup_wizard import SetupWizard

        wizard = SetupWizard(
            self._create,
            jobs=self.jobs,
            recovery_sheet=self._recovery_sheet,
            folder=str(self.data),
        )
        wizard.done.connect(self._created)
        self._put(wizard)
        self.jobs.run(_preload)

    def _unlock(self, user: str, password: str, recovery: bool) -> Any:
        from hallclient import wiring

        hall = wiring.open_hall(self.data, user=user, password=password, recovery=recovery)
        kept = settings.load(self.data)
        if kept.last_user != user:
            from dataclasses import replace

            with suppress(Trouble):  # a name to type again is no reason to keep a clerk out
                settings.save(self.data, replace(kept, last_user=user))
        return hall

    def _create(self, draft: "SetupDraft") -> str:
        from hallclient import wiring

        return wiring.create_store(self.data, draft)

    def _recovery_sheet(self, recovery_key: str, draft: "SetupDraft") -> bytes:
        from hallclient import wiring
        from hallclient.services.sheets import recovery_pdf

        return recovery_pdf(recovery_key, draft.agency.name, draft.window, wiring.wall_clock().date())

    def _created(self, user: str) -> None:
        self._user = user
        self._show_login()

    def _practise(self) -> None:
        from hallclient import wiring

        user, password = wiring.make_practice(self.data)
        self._opened(wiring.open_hall(self.data, user=user, password=password), False)

    # -- the main window ------------------------------------------------------------------------------------------

    def _opened(self, hall: Any, recovered: bool) -> None:
        from hallclient.ui.context import Context
        from hallclient.ui.main_window import MainWindow
        from hallclient.ui.printing import PrintDesk

        self.hall = hall
        self._printing = printing = PrintDesk(hall, hall.clerk, self.jobs, say=self._say, complain=self._tell)
        context = Context(hall=hall, clerk=hall.clerk, jobs=self.jobs, today=hall.today, printing=printing)
        window = MainWindow(
            context,
            unlock=hall.clerks.check_password,
            find=partial(hall.finder.find, by=hall.clerk),
            key_card=lambda: self._show_key_card(printing),
        )
        window.sign_out_wished.connect(self._sign_out)
        self._put(window)
        self._watch(window)
        printing.start()
        if recovered:
            window.complain(window.tr("已用恢复密钥登录，请到“设置”更换密码"))
        else:
            self.jobs.run(hall.backup.fence, then=lambda fence: self._warn_of_fence(window, fence))

    def _warn_of_fence(self, window: Any, fence: object) -> None:
        if fence is not None:
            window.complain(window.tr("数据由备份恢复，编号已暂停，请负责人到“设置”填写已发出的最大号码"))

    def _show_key_card(self, printing: Any) -> None:
        from hallclient.ui.language import translate
        from hallclient.ui.shortcuts import key_card

        rows = key_card()
        title = translate("shortcuts", "快捷键一览")
        heads = (translate("shortcuts", "按键"), translate("shortcuts", "作用"), translate("shortcuts", "在哪里"))
        sheets = self.hall.sheets
        self.jobs.run(
            lambda: sheets.key_card_pdf(rows, title, heads),
            then=lambda pdf: printing.preview(pdf, title=title, kind="key_card"),
        )

    def _sign_out(self) -> None:
        from PySide6.QtCore import QTimer

        window: Any = self.page
        self._keep_drafts()
        failures = window.lock_page.box.failures
        hall = self.hall
        self._user = ""
        self._stop_sending()
        for timer in window.findChildren(QTimer):
            timer.stop()  # it asks for nothing any more by itself
        # What asks the print system ends first; the drafts are written on the lane on which the store closes.
        self._printing.stop(lambda: self._close(hall, lambda: self._show_login(failures)))
        self.hall = None
        window.setEnabled(False)

    def _close(self, hall: Any, then: "Callable[[], None]") -> None:
        """Close a store when everything asked of it has been answered: an answer may ask for more."""
        from PySide6.QtCore import QTimer

        if self.jobs.idle:
            self.jobs.run(hall.close, then=lambda _none: then())
        else:
            QTimer.singleShot(LOOK_MS, self.jobs, lambda: self._close(hall, then))

    def _watch(self, window: Any) -> None:
        from PySide6.QtCore import QTimer

        from hallclient.ui.idle import IdleLock
        from hallclient.ui.scanner import Scanner
        from hallclient.ui.sender import Sender

        self._idle = IdleLock(self.app, window, minutes=IDLE_MINUTES)
        self._scanner = Scanner(self.app, window)
        timer = QTimer(window)
        timer.setInterval(BACKUP_MINUTES * 60_000)
        timer.timeout.connect(self._back_up)
        timer.start()
        self._sender = Sender(window, self.hall, self.jobs, window.complain)

    def _stop_sending(self) -> None:
        sender, self._sender = self._sender, None
        if sender is not None:
            sender.stop()

    def _back_up(self) -> None:
        hall = self.hall
        if hall is not None and not hall.practice:
            self.jobs.run(lambda: hall.backup.back_up_by_itself(by=hall.clerk), lane="backup")

    def _keep_drafts(self) -> None:
        keep = getattr(self.page, "keep_drafts", None)
        if keep is not None:
            keep()

    def _say(self, what: str) -> None:
        say = getattr(self.page, "say", None)
        if say is not None:
            say(what)

    def _tell(self, what: str) -> None:
        complain = getattr(self.page, "complain", None)
        if complain is not None:
            complain(what)


def _preload() -> None:
    """Load what the first screen needs while the clerk types: the store's libraries, its data, its widgets."""
    from PySide6 import QtSvg

    from hallclient import wiring
    from hallclient.ui import main_window, printing
    from hallclient.ui.screens import desk

    del QtSvg, main_window, printing, desk
    wiring.read_resources()
