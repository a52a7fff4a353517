"""Is it published already? Asked while the citizen stands there: a few characters, Enter cites what was found."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.services.catalogue import Citation
from hallclient.ui import theme
from hallclient.ui.catalogue_view import CatalogueList, EntryView
from hallclient.ui.forms import FormScroll
from hallclient.ui.input_method import guard
from hallclient.ui.messages import sentence
from hallclient.ui.screen import Screen, card

PATIENCE_MS = 40
SHOWN = 100
_MOVES = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})


class CatalogueFinder(QDialog):
    """``done(citation)`` when an item is chosen. Typing searches, ↑ ↓ choose while typing goes on, Esc goes back."""

    def __init__(self, screen: Screen, done: Callable[[Citation], None], *, text: str = "") -> None:
        super().__init__(screen)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("已主动公开？查公开目录"))
        self._screen, self._done = screen, done
        self._none = self.tr("目录是空的。\n请在“导入”页导入政府信息公开目录。")
        self.line = QLineEdit(text)
        self.line.setPlaceholderText(self.tr("名称、文号、索引号或者概述中的几个字"))
        self.line.setAccessibleName(self.tr("查公开目录"))
        self.line.setClearButtonEnabled(True)
        guard(self.line)
        self.list = CatalogueList(self._none)
        self.details = EntryView()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.ask)
        self.line.textChanged.connect(lambda _text: self._patience.start())
        self.line.installEventFilter(self)
        self.list.chosen.connect(self._show_entry)
        self.list.opened.connect(lambda _entry: self._cite())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        layout.setSpacing(theme.M)
        layout.addWidget(self.line)
        layout.addWidget(card(self.list), 3)
        layout.addWidget(card(FormScroll(self.details)), 2)
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        row.addStretch(1)
        self.ok = QPushButton(self.tr("引用到答复  Enter"))
        self.ok.setProperty("primary", True)
        self.ok.clicked.connect(self._cite)
        back = QPushButton(self.tr("返回  Esc"))
        back.clicked.connect(self.reject)
        for button in (self.ok, back):
            button.setAutoDefault(False)
            row.addWidget(button)
        layout.addLayout(row)
        self.resize(820, 620)
        self.line.setFocus()
        self.ask()

    def ask(self) -> None:
        """Ask for what the line says."""
        catalogue, text = self._screen.context.hall.catalogue, self.line.text().strip()
        self._screen.run(lambda: (catalogue.find(text, limit=SHOWN), catalogue.count()), then=self._answer(text))

    def _answer(self, text: str) -> Callable[[tuple[list[CatalogueEntry], int]], None]:
        def show(found: tuple[list[CatalogueEntry], int]) -> None:
            if self._gone() or text != self.line.text().strip():
                return
            entries, count = found
            self.list.empty = self.tr("目录中没有“{0}”，可换一个词再查。").format(text) if count else self._none
            self.list.show_rows(entries)
            if entries:
                self.list.selectRow(0)
            self._show_entry(self.list.current())

        return show

    def _show_entry(self, entry: CatalogueEntry | None) -> None:
        catalogue = self._screen.context.hall.catalogue
        if entry is None:
            self.details.show_entry(None)
        else:
            self.details.show_entry(entry, catalogue.citation(entry), catalogue.warnings(entry.index_number))
        self.ok.setEnabled(entry is not None)

    def _cite(self) -> None:
        entry: CatalogueEntry | None = self.list.current()
        if entry is None:
            return
        catalogue, done = self._screen.context.hall.catalogue, self._done

        def cited(citation: Citation) -> None:
            if not self._gone():
                self.accept()
            done(citation)

        self._screen.run(
            lambda: catalogue.cite(entry.index_number),
            then=cited,
            failed=lambda problem: self._screen.complained.emit(sentence(problem)),
        )

    def _gone(self) -> bool:
        return not shiboken6.isValid(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._patience.isActive():  # what stands below is of an older text
                    self._patience.stop()
                    self.ask()
                else:
                    self._cite()
                return True
        return super().eventFilter(watched, event)
