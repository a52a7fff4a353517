"""How is a password asked for? One field, a hint about Caps Lock, and a growing wait after each wrong one."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from hallclient.ui import theme
from hallclient.ui.input_method import guard
from hallclient.ui.plain import PlainLabel

LONGEST_WAIT = 60


def wait_after(failures: int) -> int:
    """Return the seconds to wait after so many wrong passwords in a row: 1, 2, 4 … 60."""
    return min(LONGEST_WAIT, 2 ** max(0, failures - 1)) if failures else 0


class PasswordBox(QWidget):
    """Emits ``submitted(password)``; the owner answers with ``refuse(sentence)``, ``fail(sentence)`` or ``reset()``."""

    submitted = Signal(str)

    def __init__(self, button: str) -> None:
        super().__init__()
        self._title = button
        self._failures, self._left, self._sentence = 0, 0, ""
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._second)
        self.label = PlainLabel(self.tr("密码"))
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setAccessibleName(self.tr("密码"))
        self.edit.returnPressed.connect(self.submit)
        self.edit.installEventFilter(self)
        guard(self.edit)
        self.label.setBuddy(self.edit)
        self.caps = PlainLabel(self.tr("大写锁定（Caps Lock）已开"))
        self.caps.setProperty("role", "hint")
        self.caps.hide()
        self.says = PlainLabel()
        self.says.setProperty("role", "problem")
        self.says.setWordWrap(True)
        self.says.hide()
        self.button = QPushButton(button)
        self.button.setProperty("primary", True)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.submit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        for part in (self.label, self.edit, self.caps, self.says):
            layout.addWidget(part)
        layout.addSpacing(theme.M)
        layout.addWidget(self.button)
        self.setFocusProxy(self.edit)

    @property
    def waiting(self) -> int:
        """The seconds still to wait before another try."""
        return self._left

    def submit(self) -> None:
        """Hand the password over, unless it is empty, a try is under way or the wait is not over."""
        password = self.edit.text()
        if not self.button.isEnabled() or self._left:
            return
        if not password:
            self._say(self.tr("请输入密码"))
            return
        self.set_busy(True)
        self.submitted.emit(password)

    @property
    def failures(self) -> int:
        """The wrong passwords in a row so far."""
        return self._failures

    def go_on_from(self, failures: int) -> None:
        """Count on: another page asks the same person, who must not start anew by changing pages."""
        self._failures = failures

    def set_busy(self, busy: bool) -> None:
        """Show that a try is under way."""
        self.button.setEnabled(not busy)
        self.edit.setReadOnly(busy)
        self.button.setText(self.tr("正在打开…") if busy else self._title)

    def refuse(self, sentence: str) -> None:
        """A wrong password: say so, empty the field, and wait longer each time."""
        self._failures += 1
        self._sentence = sentence
        self.edit.clear()
        self.set_busy(False)
        self._left = wait_after(self._failures)
        self._tick.start()
        self._show_wait()
        self.edit.setFocus()

    def fail(self, sentence: str) -> None:
        """The world said no: the password stays, nobody has to wait."""
        self.set_busy(False)
        self._say(sentence)

    def reset(self) -> None:
        """The password was right, or the box starts anew."""
        self._failures, self._left = 0, 0
        self._tick.stop()
        self.edit.clear()
        self._say("")
        self.caps.hide()
        self.set_busy(False)

    def _second(self) -> None:
        self._left -= 1
        self._show_wait()

    def _show_wait(self) -> None:
        if self._left > 0:
            self.button.setEnabled(False)
            self.button.setText(self.tr("请等 {0} 秒").format(self._left))
            self._say(self.tr("{0} {1} 秒后可以再试。").format(self._sentence, self._left))
        else:
            self._left = 0
            self._tick.stop()
            self.set_busy(False)
            self._say(self._sentence)

    def _say(self, sentence: str) -> None:
        self.says.setText(f"⚠ {sentence}" if sentence else "")
        self.says.setVisible(bool(sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt cannot be asked for Caps Lock; a letter whose case contradicts Shift tells it.
        if watched is self.edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            letter = event.text()
            if len(letter) == 1 and letter.isascii() and letter.isalpha():
                self.caps.setVisible(letter.isupper() != _shifted(event))
        return super().eventFilter(watched, event)


def _shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
