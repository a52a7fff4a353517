"""How does a clerk pick one of many? By its number, by typing a part of it, or from the list."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from hallclient.domain.terms import Term
from hallclient.ui import theme
from hallclient.ui.fields import Field
from hallclient.ui.input_method import guard
from hallclient.ui.terms import label
from hallclient.ui.typed import fold


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. ``hint`` stands beside it in the list; ``initials`` (pinyin) are matched from the start."""

    value: Any
    label: str
    hint: str = ""
    initials: str = ""

    def matches(self, typed: str) -> bool:
        """Whether what was typed (folded, lower case) is a part of the label or hint, or starts code or initials."""
        return (
            typed in self.label.lower()
            or typed in self.hint.lower()
            or str(self.value).lower().startswith(typed)
            or (bool(self.initials) and self.initials.lower().startswith(typed))
        )


def options_of(kinds: Iterable[Term]) -> tuple[Option, ...]:
    """Return the members of a Term class as options in the language in use."""
    return tuple(Option(term, label(term)) for term in kinds)


Search = Callable[[str], Sequence[Option]]


class ChoiceField(Field):
    """One of a set. The value is ``Option.value`` or None. Number keys pick at once, typing narrows the list.

    With ``search`` the options come from a callable that is asked with what was typed (topics by code, name, pinyin
    initials); it must answer at once. ``numbered=False`` lets digits be searched instead of counted. ``free=True``
    keeps a text that is no option as the value (a topic of an old register).
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        title: str,
        options: Sequence[Option] = (),
        *,
        search: Search | None = None,
        numbered: bool | None = None,
        free: bool = False,
        placeholder: str = "",
        **kwargs: Any,
    ) -> None:
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder)
        self._options = tuple(options)
        self._search = search
        self._numbered = (search is None) if numbered is None else numbered
        self._free = free
        self._picked: Option | None = None
        super().__init__(name, title, self.edit, **kwargs)
        self._listed = QStandardItemModel(self)
        self._offered: list[Option] = []
        self._popup = QCompleter(self._listed, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setMaxVisibleItems(12)
        self._list = QListView()
        self._popup.setPopup(self._list)
        self._popup.setWidget(self.edit)
        self._popup.activated[QModelIndex].connect(self._activated)  # type: ignore[index]  # its overload
        action = self.edit.addAction(theme.icon("chevron"), QLineEdit.ActionPosition.TrailingPosition)
        action.setText(self.tr("打开列表"))
        action.triggered.connect(self.open_list)
        self.edit.textEdited.connect(self._typed)
        self.edit.editingFinished.connect(self.settle)
        self.edit.installEventFilter(self)
        guard(self.edit)

    # -- value ----------------------------------------------------------------------------------------------------

    def value(self) -> Any:
        if self._picked is not None:
            return self._picked.value
        return self.edit.text().strip() or None if self._free else None

    def set_value(self, value: Any) -> None:
        """Choose the option with this value; None empties the field."""
        found = next((option for option in self._options if option.value == value), None)
        if found is None and value is not None and self._search is not None:
            found = next((option for option in self._search(str(value)) if option.value == value), None)
        self._picked = found
        self.edit.setText(found.label if found is not None else str(value or "") if self._free else "")
        self.edit.setCursorPosition(0)  # what does not fit is cut at its end, not at its start
        if self.edit.hasFocus():
            self.edit.selectAll()  # the next key replaces what was set, as it does on entering the field
        self._show_below()

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other options; the value stays when it is still among them."""
        value = self.value()
        self._options = tuple(options)
        self.set_value(value)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        self.edit.setText(text)
        self._picked = next((option for option in self._matching(text) if option.label == text), None)
        self._show_below()

    def complaint(self) -> str:
        if self._picked is None and self.edit.text().strip() and not self._free:
            return self.tr("列表中没有这一项，请按数字键或从列表中选")
        return ""

    # -- typing ---------------------------------------------------------------------------------------------------

    def open_list(self) -> None:
        """Show every option (or what the search offers for nothing typed)."""
        self.edit.setFocus()
        self._offer(self._matching(""))

    def _matching(self, typed: str) -> list[Option]:
        if self._search is not None:
            return list(self._search(typed))
        wanted = fold(typed).lower()
        if self._numbered and wanted.isdigit():
            return [option for at, option in enumerate(self._options, 1) if str(at).startswith(wanted)]
        return [option for option in self._options if option.matches(wanted)]

    def _typed(self, text: str) -> None:
        self._picked = None
        matching = self._matching(text) if text.strip() else []
        if self._numbered and fold(text).isdigit() and len(matching) == 1:
            self._pick(matching[0])
            return
        self._offer(matching)
        self._edited()

    def _offer(self, options: list[Option]) -> None:
        self._offered = options
        self._listed.clear()
        for option in options:
            number = f"{self._options.index(option) + 1}  " if self._numbered and option in self._options else ""
            item = QStandardItem(f"{number}{option.label}" + (f"　{option.hint}" if option.hint else ""))
            item.setEditable(False)
            self._listed.appendRow(item)
        if options:
            # As wide as its longest option, however narrow the field is.
            wide = max(self.edit.width(), self._list.sizeHintForColumn(0) + 4 * theme.M)
            self._popup.complete(QRect(0, 0, wide, self.edit.height()))
            self._list.setCurrentIndex(self._popup.completionModel().index(0, 0))
        else:
            self._list.hide()

    def _activated(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._offered):
            self._pick(self._offered[index.row()])

    def _pick(self, option: Option) -> None:
        self._picked = option
        self.edit.setText(option.label)
        self.edit.selectAll()
        self._list.hide()
        self._edited()
        self.chosen.emit(option.value)

    def settle(self) -> None:
        """Take what was typed for the only option it matches, or complain."""
        if self._list.isVisible():
            return
        typed = self.edit.text().strip()
        if self._picked is None and typed:
            matching = self._matching(typed)
            exact = [option for option in matching if option.label == typed]
            if len(exact or matching) == 1 and not (self._free and not exact):
                self._pick((exact or matching)[0])
            elif sentence := self.complaint():
                self.mark(sentence)

    def _select_all(self) -> None:
        if self.edit.hasFocus():
            self.edit.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit:
            if event.type() == QEvent.Type.FocusIn:
                QTimer.singleShot(0, self.edit, self._select_all)  # after the click has placed its caret
            elif event.type() == QEvent.Type.FocusOut and not self._list.isVisible():
                self.edit.deselect()  # else it looks as if the focus were still here
            elif (
                event.type() == QEvent.Type.KeyPress
                and isinstance(event, QKeyEvent)
                and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
                and not self._list.isVisible()
            ):
                self.open_list()
                return True
        return super().eventFilter(watched, event)
