"""How does a dialog ask for a few facts and keep them until the desk has taken them?"""

from collections.abc import Callable
from typing import Any, Self

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from hallclient.domain.refusal import Refusal
from hallclient.ui import theme
from hallclient.ui.fields import TextField
from hallclient.ui.forms import Form
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.plain import PlainLabel


class AskDialog(QDialog):
    """A body, one line for what is wrong, two buttons. Ctrl+Enter (or Enter in the last field) sends, Esc goes back.

    ``send`` gets the dialog; whoever sent calls ``accept`` when the desk has taken it, or ``refuse(problem)``: then
    everything typed still stands there, with the sentence at its field.
    """

    def __init__(
        self, parent: QWidget | None, *, title: str, does: str, body: QWidget, forms: tuple[Form, ...], told: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._forms = forms
        self._sent = False
        self.way = ""
        self._send: Callable[[Any], None] | None = None
        layout = self._whole = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        layout.setSpacing(theme.M)
        if told:
            words = PlainLabel(told)
            words.setWordWrap(True)
            layout.addWidget(words)
        layout.addWidget(body, 1)
        self.problem = PlainLabel()
        self.problem.setWordWrap(True)
        self.problem.setProperty("tone", "danger")
        self.problem.hide()
        layout.addWidget(self.problem)
        buttons = self._buttons = QDialogButtonBox()
        self.ok = buttons.addButton(does, QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setProperty("primary", True)
        self.ok.setAutoDefault(False)
        back = buttons.addButton(self.tr("返回"), QDialogButtonBox.ButtonRole.RejectRole)
        back.setAutoDefault(False)
        buttons.accepted.connect(self._ok)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        if forms:
            forms[-1].passed.connect(self._ok)

    def offer_way(self, way: str, title: str, key: str) -> QPushButton:
        """Offer another way to send the same: a button and its key. ``way`` says which was taken, "" for the first."""
        button = self._buttons.addButton(f"{title}  {key}", QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._go(way))
        QShortcut(QKeySequence(key), self, lambda: self._go(way))
        return button

    def _go(self, way: str) -> None:
        if not self._sent:
            self.way = way
            self._ok()
            if not self._sent:
                self.way = ""

    def sends(self, send: Callable[[Self], None]) -> Self:
        """Say what happens with what was typed, and open the dialog over its window."""
        self._send = send
        self.open()
        QTimer.singleShot(0, self, self._grow)  # the forms fold their columns only once they have their width
        return self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held:
            self._ok()
        else:
            super().keyPressEvent(event)

    def _grow(self) -> None:
        needed = self._whole.totalHeightForWidth(self.width())
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        height = max(self.height(), needed, self.sizeHint().height())
        # Never larger than the window it stands over: what a dialog has no room for scrolls.
        self.resize(min(self.width(), room.width()), min(height, room.height()))

    def refuse(self, problem: Exception) -> None:
        """Show why it could not be done."""
        self._sent, self.way = False, ""
        if isinstance(problem, Refusal) and self._mark_refusal(problem):
            return
        self.say_problem(sentence(problem))

    def say_problem(self, said: str) -> None:
        self.problem.setText(f"⚠ {said}" if said else "")
        self.problem.setVisible(bool(said))

    def _mark_refusal(self, refusal: Refusal) -> bool:
        marked = [form.mark_refusal(refusal) for form in self._forms]  # every form, not only the first
        return any(marked)

    def _fit(self) -> bool:
        """Mark what is missing; True when nothing is."""
        fit = True
        for form in self._forms:
            if problems := form.problems():
                form.mark(problems)
                fit = False
        return fit

    def _ok(self) -> None:
        self.say_problem("")
        if not self._sent and self.ok.isEnabled() and self._fit() and self._send is not None:
            self._sent = True  # a second Enter must not do it twice
            self._send(self)


class ReasonDialog(AskDialog):
    """Why? One line for what must not happen silently: undo, void, reveal, reprint."""

    def __init__(self, parent: QWidget, *, title: str, told: str, does: str) -> None:
        form = Form([TextField("reason", translate("ask", "原因"), required=True, wide=True, longest=200)], columns=1)
        super().__init__(parent, title=title, does=does, body=form, forms=(form,), told=told)
        self.form = form
        self.resize(460, 220)
        form.focus_first()

    def reason(self) -> str:
        return str(self.form.field("reason").value())
