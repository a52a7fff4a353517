"""Which pieces of information were asked for, and how does each end? Typed row by row, the outcome they come to live.

Enter leads through a row and on to the next; Ctrl+Delete takes the chosen row away; what an application comes to
(区分处理 → 部分公开) stands under the list as it is typed. Under a row stands what its own letter would ask: a letter
about several pieces says of each what was decided, under its own article.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.law.outcomes import OutcomeGroup
from hallclient.domain.law.remedies import RemedyClass
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register import items as rules
from hallclient.domain.register.issued import AskedFact, KindOffer
from hallclient.domain.register.items import Item
from hallclient.domain.register.steps import Act, Step
from hallclient.services.document_facts import as_text
from hallclient.ui import theme
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.asked_facts import FactsForm
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

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._items: list[Item] = []
        self._letters: dict[Outcome, tuple[KindOffer, ...]] = {}
        self._withheld: frozenset[Outcome] = frozenset()
        self._known: dict[str, str] = {}
        self._codes: list[str] = []
        self._facts: FactsForm | None = None
        self._facts_of = ""
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
        self._kind = ChoiceField("item_kind", translate("items", "情形"), numbered=False)
        self._ground = TextField("item_ground", translate("items", "理由"), longest=500)
        self.form = Form(
            [
                TextField("item_title", translate("items", "申请事项"), wide=True, longest=500),
                self._choice,
                self._kind,
                self._ground,
            ],
            columns=2,
        )
        self.form.show_fields({"item_kind": False})
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
        self._room = layout
        self.list.chosen.connect(self._show_item)
        self.list.opened.connect(lambda _row: self._to_form())
        self.list.removed.connect(self.remove)
        self.form.passed.connect(self._past_form)
        self.form.changed.connect(self._edited)
        QShortcut(QKeySequence("Ctrl+Delete"), self, self.remove, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show(0)

    # -- for dialogs ----------------------------------------------------------------------------------------------

    def offer(self, tree: Sequence[OutcomeGroup], offers: Mapping[str, KindOffer]) -> None:
        """Offer these leaves of table 三 for each item, and ask what the letter of each would ask."""
        self._letters = {
            entry.outcome: tuple(offers[kind] for kind in entry.kinds if kind in offers)
            for group in tree
            for entry in group.entries
        }
        self._withheld = frozenset(
            entry.outcome for group in tree for entry in group.entries if entry.remedy is not RemedyClass.EITHER
        )
        self._choice.set_options(
            [Option(entry.outcome, label(entry.outcome)) for group in tree for entry in group.entries]
        )
        self._show(self._at())

    def know(self, facts: Mapping[str, str]) -> None:
        """Propose these facts to the items whose letters ask them."""
        self._known = dict(facts)

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

    def lacking(self) -> tuple[int, ...]:
        """Return the places of the items whose letters ask more than was typed, counted from 1."""
        return tuple(
            place
            for place, item in enumerate(self._items, start=1)
            if self._lacks(item) or (self._needs_reason(item) and not item.ground)
        )

    def go_to(self, place: int) -> None:
        """Choose the item at ``place`` and move to what it lacks."""
        self.list.selectRow(place - 1)
        item = self._items[place - 1] if place <= len(self._items) else None
        if item is not None and self._facts is not None and (lacks := self._lacks(item)):
            self._facts.mark({name: self._facts.field(name).problem() for name in lacks})
        elif item is not None and self._needs_reason(item) and not item.ground:
            self._ground.mark(translate("items", "请写明不予公开的理由（第三十七条）"))
            self._ground.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
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
        item = row.item if row is not None and row.item is not None else Item("")
        self.form.clear()
        self._offer_kinds(item.outcome)
        chosen = item.kind or self._kind.value()
        self.form.fill({"item_title": item.title, "item_outcome": item.outcome, "item_ground": item.ground})
        self._kind.set_value(chosen)
        self._ask(anew=True)
        if self._facts is not None:
            self._facts.fill_facts(({"reason": item.ground} if item.ground else {}) | dict(item.facts))

    def _edited(self) -> None:
        self._offer_kinds(self._choice.value())
        self._ask()
        self._take()

    def _offer_kinds(self, outcome: Outcome | None) -> None:
        """Offer the letters that announce a leaf; where there is one only, there is nothing to choose."""
        letters = self._letters.get(outcome, ()) if outcome is not None else ()
        codes = [letter.code for letter in letters]
        if self._codes != codes:
            self._codes = codes
            self._kind.set_options([Option(letter.code, letter.title) for letter in letters])
        if self._kind.value() not in codes:
            self._kind.set_value(codes[0] if codes else None)
        self.form.show_fields({"item_kind": len(codes) > 1})

    def _letter(self, item: Item) -> KindOffer | None:
        letters = self._letters.get(item.outcome, ()) if item.outcome is not None else ()
        return next((letter for letter in letters if item.kind in ("", letter.code)), None)

    def _needs_reason(self, item: Item) -> bool:
        """Tell whether the clerk has to say why: it is withheld, and its letter's own words give no reason."""
        letter = self._letter(item)
        return item.outcome in self._withheld and letter is not None and not letter.reasoned

    def _lacks(self, item: Item) -> list[str]:
        letter = self._letter(item)
        asks = _asks(letter) if letter is not None else ()
        told = {"reason": item.ground} | dict(item.facts)
        return [ask.name for ask in asks if ask.required and not told.get(ask.name)]

    def _ask(self, *, anew: bool = False) -> None:
        """Ask what the chosen letter asks of its piece of information, but for the title, which the row has."""
        outcome = self._choice.value()
        letter = self._letter(Item("", outcome, kind=self._kind.value() or "")) if outcome is not None else None
        asks = _asks(letter) if letter is not None else ()
        code = letter.code if letter is not None and asks else ""
        # A letter that asks for the reason has its own field; what is given needs none.
        reasons = {"reason"} & {ask.name for ask in asks}
        self.form.show_fields({"item_ground": not reasons and outcome is not Outcome.GRANTED})
        needed = outcome is not None and self._needs_reason(Item("", outcome, kind=self._kind.value() or ""))
        self._ground.set_hint(translate("items", "不予公开的，文书要写明理由（第三十七条）") if needed else "")
        if code == self._facts_of and not (anew and code):
            return
        if self._facts is not None:
            self._room.removeWidget(self._facts)
            self._facts.hide()
            self._facts.deleteLater()
        self._facts, self._facts_of = None, code
        if not code:
            return
        self._facts = FactsForm(asks, today=self._today)
        self._facts.fill_facts(self._known)
        self._room.insertWidget(self._room.indexOf(self.form) + 1, self._facts)
        self._facts.show()
        self._facts.come_after(self._ground if not self._ground.isHidden() else self._choice)
        self._facts.passed.connect(self._next)
        self._facts.changed.connect(self._take)

    def _take(self) -> None:
        """What is typed stands in the list at once: nothing waits for a button."""
        said, at = self.form.values(), self._at()
        facts = as_text(self._facts.facts()) if self._facts is not None else {}
        kind = self._kind.value() if not self._kind.isHidden() else ""
        item = Item(said["item_title"], said["item_outcome"], said.get("item_ground", ""), kind or "", facts)
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

    def _past_form(self) -> None:
        if self._facts is not None:
            self._facts.fields[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._next()

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
        self.editor = ItemsEditor(today)
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


def _asks(letter: KindOffer) -> tuple[AskedFact, ...]:
    return tuple(ask for ask in letter.asks if ask.name not in rules.TOLD_BY_TITLE)


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
