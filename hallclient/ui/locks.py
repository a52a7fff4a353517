"""What does the screen show when nobody may look? The lock that asks for the password, and the curtain of F12."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget

from hallclient.domain.refusal import Refusal
from hallclient.ui import theme
from hallclient.ui.cards import card, centre
from hallclient.ui.jobs import Jobs
from hallclient.ui.messages import sentence
from hallclient.ui.password_box import PasswordBox
from hallclient.ui.plain import PlainLabel
from hallclient.ui.shortcuts import key_text

Unlock = Callable[[str, str], object]


class HiddenDialogs(QObject):
    """Keeps every dialog out of sight while nobody may look: those that stand there, and those an answer opens later.

    A dialog would not only show what it holds: it would also take the keys the lock needs.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._hidden: list[QDialog] = []

    def hide(self) -> None:
        """Hide all dialogs and lists, and from now on each new dialog."""
        for shown in QApplication.topLevelWidgets():
            if shown is not self._window and shown.isVisible():
                self._put_away(shown)
        self._window.activateWindow()  # the keys of a dialog that went away are the lock's now
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is a window

    def show(self) -> None:
        """Show the dialogs again that were still open."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # there is a window
        hidden, self._hidden = self._hidden, []
        for dialog in hidden:
            if shiboken6.isValid(dialog):
                dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
                dialog.show()

    def _put_away(self, shown: QWidget) -> None:
        if isinstance(shown, QDialog) and shown not in self._hidden:  # a list that dropped down is not shown again
            self._hidden.append(shown)
        shown.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            # It cannot be hidden while it is being shown: until then it stands on no screen.
            watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            QTimer.singleShot(0, watched, lambda: self._put_away(watched))
        return False


def _page(inside: QWidget, *, width: int) -> QWidget:
    page = QWidget()
    page.setProperty("page", "curtain")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    inside.setMaximumWidth(width)
    inside.setMinimumWidth(320)
    centre(page, inside)
    return page


class LockPage(QWidget):
    """Asks the same clerk for the password. ``unlock(user, password)`` runs on the jobs' lane and may refuse.

    ``unlocked`` when it was right; ``other_wished`` when someone else wants to sign in: the owner's drafts stay his.
    """

    unlocked = Signal()
    other_wished = Signal()

    def __init__(self, *, user: str, shown_name: str, unlock: Unlock, jobs: Jobs) -> None:
        super().__init__()
        self._user, self._unlock, self._jobs = user, unlock, jobs
        title = PlainLabel(self.tr("已锁定"))
        title.setProperty("role", "title")
        who = PlainLabel(self.tr("{0}，请输入密码继续，草稿都在。").format(shown_name))
        who.setProperty("role", "muted")
        who.setWordWrap(True)
        self.box = PasswordBox(self.tr("继续"))
        self.box.submitted.connect(self._try)
        other = QPushButton(self.tr("换人登录"))
        other.clicked.connect(self.other_wished)
        sheet = card()
        inside = sheet.layout()
        assert inside is not None
        inside.setContentsMargins(theme.L * 2, theme.L + theme.M, theme.L * 2, theme.L + theme.M)
        inside.setSpacing(theme.M)
        for part in (title, who, self.box, other):
            inside.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_page(sheet, width=400))
        self.setFocusProxy(self.box)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.box.edit.setFocus()

    def _try(self, password: str) -> None:
        self._jobs.run(lambda: self._unlock(self._user, password), then=self._opened, failed=self._refused)

    def _opened(self, _answer: object) -> None:
        self.box.reset()
        self.unlocked.emit()

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, Refusal):
            self.box.refuse(sentence(problem))
        else:
            self.box.fail(sentence(problem))


class CurtainPage(QWidget):
    """Shows the agency's name and nothing else, while a citizen stands where he can see the screen."""

    lifted = Signal()

    def __init__(self, *, agency: str) -> None:
        super().__init__()
        name = PlainLabel(agency)
        name.setProperty("role", "title")
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name.setWordWrap(True)
        says = PlainLabel(self.tr("政府信息公开窗口　请稍候"))
        says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        back = PlainLabel(self.tr("按 {0} 返回").format(key_text("curtain")))
        back.setProperty("role", "small")
        back.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(theme.L)
        for part in (name, says, back):
            column.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_page(inside, width=720))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("遮屏"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F12, Qt.Key.Key_Escape):
            self.lifted.emit()
            return
        super().keyPressEvent(event)
