"""What did the office lock, open, let go on or shut out: who, when and why?"""

from collections.abc import Callable
from typing import Any

from hallclient.domain.figures.hub_records import ActKind, OfficeRule, RuleState, ToldAct
from hallclient.ui.context import Context
from hallclient.ui.hub_page import HubPage
from hallclient.ui.hub_record_lists import acts, in_force_first, rules
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.screen import card


class RulesPage(HubPage):
    """Above what binds, below everything that was done."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("hub", "锁定与例外"))
        self.rules, self.acts = rules(context.today, office=True), acts()
        self.silent(self.rules, self.acts)
        below = card(_small(translate("hub", "经办记录：谁，何时，因何")))
        inside = below.layout()
        if inside is not None:
            inside.addWidget(self.acts)
        self.column.addWidget(self.stacked(card(self.rules), below, shares=(1, 1)), 1)

    def start(self) -> None:
        self.rules.setFocus()

    def back(self) -> bool:
        if self.acts.hasFocus():
            self.rules.setFocus()
            return True
        return False

    @property
    def locked(self) -> OfficeRule | None:
        """The lock in front, when it binds; None otherwise."""
        rule: OfficeRule | None = self.rules.current()
        if rule is None or rule.kind is not ActKind.LOCK:
            return None
        return rule if rule.state(self.context.today()) is RuleState.IN_FORCE else None

    def question(self) -> Callable[[], Any] | None:
        office, by = self.office, self.context.clerk
        return lambda: (office.rules(by=by), office.told_acts(by=by))

    def show_answer(self, answer: tuple[list[OfficeRule], list[ToldAct]]) -> None:
        found, done = answer
        shown = in_force_first(found, self.context.today())
        self.rules.show_rows(shown, keep=lambda one: (one.kind, one.window, one.first, one.at))
        if self.rules.current() is None and shown:
            self.rules.selectRow(0)
        self.acts.show_rows(done, keep=lambda one: (one.at, one.code, one.window))
        if self.acts.current() is None and done:
            self.acts.selectRow(0)


def _small(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setProperty("role", "small")
    label.setContentsMargins(12, 8, 12, 4)
    return label
