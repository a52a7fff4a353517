"""Which pieces of information were asked for, and how does each end? Typed row by row, the outcome they come to live.

Enter leads through a row and on to the next; Ctrl+Delete takes the chosen row away; what an application comes to
(区分处理 → 部分公开) stands under the list as it is typed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.law.outcomes import OutcomeGroup
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register import items as rules
from hallclient.domain.register.items import Item
from hallclient.domain.register.steps import Act, Step
from hallclient.ui import theme
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.terms import label

SHOWN_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the list; ``item`` None is the empty one at the end, ``place`` counts from 1."""

    place: int
    item: Item | None


class _List(ListView):
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class ItemsEditor(QWidget):
    """The items as a list, and the fields of the chosen one. ``changed`` when an item was taken over or away."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Item] = []
        self.list = _List(
            [
                Column(title=translate("items", "项"), text=lambda row: str(row.place), width=40, align="right"),
                Column(title=translate("items", "申请事项"), text=_title, stretch=True, tone=_quiet),
                Column(title=translate("items", "办理结果"), text=_outcome, width=190, tone=_tone),
                Column(title=translate("items", "理由"), text=_ground, width=150, spare=True),
            ],
            name=translate("items", "申请事项"),
            sortable=False,
        )
        self.list.setMinimumHeight(self.list.verticalHeader().defaultSectionSize() * (SHOWN_ROWS + 1) + 8)
        self._choice = ChoiceField("item_outcome", translate("items", "本项结果"), numbered=False)
        self.form = Form(
            [
                TextField("item_title", translate("items", "申请事项"), wide=True, longest=500),
                self._choice,
                TextField("item_ground", translate("items", "理由"), longest=500),
            ],
            columns=2,
        )
        self.comes_to = PlainLabel()
        self.comes_to.setWordWrap(True)
        self.comes_to.setContentsMargins(theme.M, 0, theme.M, 0)
        self.comes_to.setAccessibleName(translate("items", "合计结果"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.form)
        layout.addWidget(self.comes_to)
        self.list.chosen.connect(self._show_item)
        self.list.opened.connect(lambda _row: self._to_form())
        self.list.removed.connect(self.remove)
        self.form.passed.connect(self._next)
        self.form.changed.connect(self._take)
        QShortcut(QKeySequence("Ctrl+Delete"), self, self.remove, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show(0)

    # -- for dialogs ----------------------------------------------------------------------------------------------

    def offer(self, tree: Sequence[OutcomeGroup]) -> None:
        """Offer these leaves of table 三 for each item."""
        self._choice.set_options(
            [Option(entry.outcome, label(entry.outcome)) for group in tree for entry in group.entries]
        )
        self._show(self._at())

    def show_items(self, found: Sequence[Item]) -> None:
        """Show these items, the first chosen."""
        self._items = list(found)
        self._show(0)

    def items(self) -> tuple[Item, ...]:
        """Return the items as they were typed, without the empty ones."""
        return tuple(self._items)

    def outcome(self) -> Outcome | None:
        """Return what the items come to; None while one is undecided, or there are none."""
        leaves = [item.outcome for item in self._items if item.outcome is not None]
        return rules.derived(leaves) if leaves and len(leaves) == len(self._items) else None

    def undecided(self) -> tuple[int, ...]:
        """Return the places of the items without an outcome, counted from 1."""
        return tuple(place for place, item in enumerate(self._items, start=1) if item.outcome is None)

    def go_to(self, place: int) -> None:
        """Choose the item at ``place`` and move to what it lacks."""
        self.list.selectRow(place - 1)
        self.form.focus_first()

    def remove(self) -> None:
        """Take the chosen item away."""
        at = self._at()
        if at < len(self._items):
            del self._items[at]
            self._show(min(at, len(self._items)))
            self.changed.emit()

    def focus_first(self) -> None:
        self._to_form()

    # -- inside ---------------------------------------------------------------------------------------------------

    def _at(self) -> int:
        return max(0, self.list.currentIndex().row())

    def _show(self, at: int) -> None:
        rows = [_Row(place, item) for place, item in enumerate(self._items, start=1)]
        self.list.show_rows([*rows, _Row(len(rows) + 1, None)])
        self.list.selectRow(at)
        self._say()

    def _show_item(self, row: _Row | None) -> None:
        item = row.item if row is not None else None
        values = {"item_title": item.title, "item_outcome": item.outcome, "item_ground": item.ground} if item else {}
        if values != self.form.values():
            self.form.clear()
            self.form.fill(values)

    def _take(self) -> None:
        """What is typed stands in the list at once: nothing waits for a button."""
        said, at = self.form.values(), self._at()
        item = Item(said["item_title"], said["item_outcome"], said["item_ground"])
        if at < len(self._items):
            self._items[at] = item
        elif item.title:
            self._items.append(item)
        else:
            return
        rows = self.list.rows_model
        shown = [_Row(place, one) for place, one in enumerate(self._items, start=1)]
        self.list.blockSignals(True)  # the fields are where the clerk types; the list only repeats them
        rows.show([*shown, _Row(len(shown) + 1, None)])
        self.list.selectRow(at)
        self.list.blockSignals(False)
        self._say()
        self.changed.emit()

    def _next(self) -> None:
        at = self._at()
        if at < len(self._items) and self._items[at].title:
            self.list.selectRow(at + 1)
            self._to_form()

    def _to_form(self) -> None:
        self.form.field("item_title").setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        if not self._items:
            words = translate("items", "一件申请只要一项信息时不必分列。")
        elif (outcome := self.outcome()) is not None:
            words = translate("items", "共 {0} 项，合计按“{1}”统计").format(len(self._items), label(outcome))
            if len({item.outcome for item in self._items}) > 1 and outcome is Outcome.GRANTED_IN_PART:
                words += translate("items", "（区分处理的，只计部分公开；第三十七条）")
        else:
            left = translate("items", "、").join(str(place) for place in self.undecided())
            words = translate("items", "共 {0} 项，第 {1} 项尚未选择结果").format(len(self._items), left)
        self.comes_to.setText(words)


class ItemsDialog(AskDialog):
    """The items of one application; outcomes may wait until the answer."""

    def __init__(self, parent: QWidget, number: str, found: Sequence[Item], *, today: Callable[[], date]) -> None:
        self._today = today
        self.editor = ItemsEditor()
        self.form = Form(
            [
                DateField("on", translate("items", "分列日期"), today=today, required=True),
                TextField("reason", translate("items", "说明"), longest=300),
            ],
            columns=2,
        )
        self.form.fill({"on": today()})
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.form)
        super().__init__(
            parent,
            title=translate("items", "申请事项　{0}").format(number),
            does=translate("items", "保存"),
            body=FormScroll(body),
            forms=(self.form,),
            told=translate("items", "每行一项：Enter 到下一栏、下一项，Delete 去掉所选的一项，Ctrl+Enter 保存。"),
        )
        self.editor.show_items(found)
        self.resize(760, 560)
        self.editor.focus_first()

    def step(self) -> Step:
        """Return the act that keeps the items."""
        said = self.form.values()
        details = {rules.DETAIL: rules.as_text(self.editor.items())}
        return Step(act=Act.ITEMISED, on=said["on"] or self._today(), reason=said["reason"], details=details)

    def _fit(self) -> bool:
        nameless = next((place for place, item in enumerate(self.editor.items(), start=1) if not item.title), None)
        if nameless is not None:
            self.editor.go_to(nameless)
            self.say_problem(
                translate("items", "第 {0} 项没有写申请事项，请填写，或者按 Ctrl+Delete 去掉").format(nameless)
            )
            return False
        return super()._fit()


def _title(row: _Row) -> str:
    return row.item.title if row.item is not None else translate("items", "（下一项）")


def _outcome(row: _Row) -> str:
    if row.item is None:
        return ""
    return label(row.item.outcome) if row.item.outcome is not None else translate("items", "尚未选择")


def _ground(row: _Row) -> str:
    return row.item.ground if row.item is not None else ""


def _quiet(row: _Row) -> str | None:
    return "muted" if row.item is None else None


def _tone(row: _Row) -> str | None:
    return "warn" if row.item is not None and row.item.outcome is None else None
