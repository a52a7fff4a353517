"""How does a clerk find a record from anywhere? F3 and a few characters; Ctrl+G and a number; the last ones opened."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView, QWidget

from hallclient.domain.register.numbers import RegisterNumber, Series
from hallclient.ui import theme
from hallclient.ui.input_method import guard
from hallclient.ui.jobs import Jobs
from hallclient.ui.record_words import matched_name
from hallclient.ui.shortcuts import key_text
from hallclient.ui.typed import fold

KIND_OF = {
    Series.APPLICATION: "application",
    Series.APPLICATION_HISTORY: "application",
    Series.ENQUIRY: "enquiry",
    Series.ENQUIRY_HISTORY: "enquiry",
    Series.DISPUTE: "dispute",
    Series.DISPUTE_HISTORY: "dispute",
}
PATIENCE_MS = 120  # the clerk is still typing


class Hit(Protocol):
    """What a search answers with: ``title`` is masked already, ``matched`` says where it was found."""

    @property
    def kind(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def matched(self) -> str: ...


Find = Callable[[str], Sequence[Hit]]
Entry = tuple[str, str, str]  # kind, number, what the list shows


class FindBox(QWidget):
    """Emits ``wish_open(kind, number)``. ``find`` runs on the jobs' lane; an older answer never replaces a newer.

    Who may see no citizen's record is not offered it (``offered`` False): it is hidden, and its keys say why.
    """

    wish_open = Signal(str, str)
    complained = Signal(str)

    def __init__(self, jobs: Jobs, find: Find | None, *, series: Callable[[int], str], offered: bool = True) -> None:
        super().__init__()
        self._jobs, self._find, self._series = jobs, find, series
        self._asked, self._by_number = "", False
        self._entries: list[Entry] = []
        self.recent: deque[Entry] = deque(maxlen=20)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(self.tr("查找"))
        self.edit.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.edit.setMaxLength(100)
        self._listed = QStandardItemModel(self)
        self._list = QListView()
        self._popup = QCompleter(self._listed, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setPopup(self._list)
        self._popup.setMaxVisibleItems(14)
        self._popup.setWidget(self.edit)
        self._popup.activated[QModelIndex].connect(self._activated)  # type: ignore[index]  # its overload
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._ask)
        self.edit.textEdited.connect(self._retyped)
        self.edit.returnPressed.connect(self._enter)
        self.edit.installEventFilter(self)
        guard(self.edit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self._say_what()
        self._offered = offered
        if not offered:
            self.hide()

    def start(self, *, by_number: bool = False) -> None:
        """Take the focus: for any text, or for a number only."""
        if not self._offered:
            self.complained.emit(self.tr("您的角色不能查找群众的登记和申请"))
            return
        self._by_number = by_number
        self._say_what()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def remember(self, kind: str, number: str, shown: str) -> None:
        """Put a record on top of the last ones opened."""
        for entry in [entry for entry in self.recent if entry[:2] == (kind, number)]:
            self.recent.remove(entry)
        self.recent.appendleft((kind, number, shown))

    def _say_what(self) -> None:
        if self._by_number:
            self.edit.setPlaceholderText(self.tr("编号，或只写流水号"))
        else:
            self.edit.setPlaceholderText(self.tr("查找编号、姓名、电话尾号、内容　{0}").format(key_text("find")))

    def number_in(self, text: str) -> tuple[str, str] | None:
        """Return (kind, number) when the text is a whole number, or a bare serial after Ctrl+G."""
        typed = fold(text)
        if self._by_number and typed.isdigit():
            typed = self._series(int(typed))
        found = RegisterNumber.read(typed)
        return (KIND_OF[found.series], str(found)) if found is not None else None

    def _retyped(self) -> None:
        # What the list shows answers another question now: Enter must not open somebody else's record.
        self._entries = []
        self._list.hide()
        self._patience.start()

    def _enter(self) -> None:
        self._patience.stop()
        if (found := self.number_in(self.edit.text())) is not None:
            self._open(*found)
        elif self._list.isVisible() and self._entries:
            self._activated(self._list.currentIndex())
        else:
            self._ask()

    def _ask(self) -> None:
        text = fold(self.edit.text())
        self._asked = text
        if not text or self._find is None:
            self._list.hide()
            return
        find = self._find
        self._jobs.run(lambda: (text, list(find(text))), then=self._found)

    def _found(self, answer: tuple[str, list[Hit]]) -> None:
        text, hits = answer
        if text != self._asked or not self.edit.hasFocus():
            return
        self._offer([(hit.kind, hit.number, f"{hit.number}　{hit.title}　{matched_name(hit.matched)}") for hit in hits])

    def _offer(self, entries: list[Entry]) -> None:
        self._entries = entries
        self._listed.clear()
        for entry in entries:
            self._listed.appendRow(QStandardItem(entry[2]))
        if not entries:
            nothing = QStandardItem(self.tr("没有找到，请换一个字词或编号"))
            nothing.setEnabled(False)
            self._listed.appendRow(nothing)
        self._popup.complete()
        if entries:
            self._list.setCurrentIndex(self._popup.completionModel().index(0, 0))

    def _activated(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._entries):
            kind, number, _shown = self._entries[index.row()]
            self._open(kind, number)

    def _open(self, kind: str, number: str) -> None:
        self._asked, self._entries = "", []  # Enter reaches the list and the field both: once is enough
        self._list.hide()
        self.edit.clear()
        self._by_number = False
        self._say_what()
        self.wish_open.emit(kind, number)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._patience.stop()  # a question nobody waits for is not asked behind the lock, or of a store that closes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.edit
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Down
            and not self._list.isVisible()
            and not self.edit.text()
            and self.recent
        ):
            self._offer(list(self.recent))
            return True
        return super().eventFilter(watched, event)
