"""Who are you? Name and password; a wrong one says so and slows down. The store opens while the window stays alive."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from hallclient.domain.refusal import Refusal
from hallclient.ui import theme
from hallclient.ui.cards import card, centre
from hallclient.ui.input_method import guard
from hallclient.ui.jobs import Jobs
from hallclient.ui.password_box import PasswordBox
from hallclient.ui.plain import PlainLabel

Unlock = Callable[[str, str, bool], Any]  # user, password or recovery key, whether it is the recovery key → hall


class LoginScreen(QWidget):
    """Emits ``opened(hall, recovered)``. ``unlock`` runs on the jobs' lane; nothing tells whether a name exists.

    ``painted`` once, when it stands on the screen: what can wait until then waits until then.
    """

    opened = Signal(object, bool)
    painted = Signal()

    def __init__(self, unlock: Unlock, *, jobs: Jobs, user: str = "", agency: str = "", failures: int = 0) -> None:
        super().__init__()
        self._unlock, self._jobs = unlock, jobs
        self._recovery = self._was_painted = False
        self.setProperty("page", "curtain")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("政务信息公开窗口"))
        title = PlainLabel(self.tr("政务信息公开窗口"))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        where = PlainLabel(agency)
        where.setProperty("role", "muted")
        where.setWordWrap(True)
        where.setVisible(bool(agency))
        name = PlainLabel(self.tr("用户名"))
        self.user = QLineEdit(user)
        self.user.setAccessibleName(self.tr("用户名"))
        guard(self.user)
        name.setBuddy(self.user)
        self.box = PasswordBox(self.tr("登录"))
        self.box.go_on_from(failures)
        self.user.returnPressed.connect(self.box.edit.setFocus)
        self.box.submitted.connect(self._try)
        self.forgotten = QPushButton(self.tr("忘记密码，使用恢复密钥"))
        self.forgotten.setAutoDefault(False)
        self.forgotten.clicked.connect(self._change_way)
        sheet = card()
        sheet.setFixedWidth(360)
        inside = sheet.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.setContentsMargins(theme.L * 2, theme.L + theme.M, theme.L * 2, theme.L + theme.M)
        inside.setSpacing(theme.S)
        inside.addWidget(title)
        inside.addWidget(where)
        inside.addSpacing(theme.M)
        inside.addWidget(name)
        inside.addWidget(self.user)
        inside.addSpacing(theme.S)
        inside.addWidget(self.box)
        inside.addSpacing(theme.S)
        inside.addWidget(self.forgotten)
        centre(self, sheet)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.box.edit if self.user.text() else self.user).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _change_way(self) -> None:
        self._recovery = not self._recovery
        self.box.label.setText(self.tr("恢复密钥") if self._recovery else self.tr("密码"))
        self.box.edit.setEchoMode(QLineEdit.EchoMode.Normal if self._recovery else QLineEdit.EchoMode.Password)
        self.forgotten.setText(self.tr("使用密码登录") if self._recovery else self.tr("忘记密码，使用恢复密钥"))
        self.box.edit.clear()  # who guesses waits on, whichever way he tries
        self.box.edit.setFocus()

    def _try(self, password: str) -> None:
        user, recovery, unlock = self.user.text().strip(), self._recovery, self._unlock
        if not user:
            self.box.fail(self.tr("请先输入用户名"))
            self.user.setFocus()
            return
        self._jobs.run(
            lambda: unlock(user, password, recovery),
            then=lambda hall: self.opened.emit(hall, recovery),
            failed=self._refused,
        )

    def _refused(self, problem: Exception) -> None:
        from hallclient.ui.messages import sentence  # knows every rule's words: not before the first paint

        if isinstance(problem, Refusal):
            self.box.refuse(sentence(problem))
        else:
            self.box.fail(sentence(problem))
