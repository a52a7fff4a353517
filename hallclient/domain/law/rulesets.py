"""Which version of the 条例 governs an application, and what periods does it set?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hallclient.domain.refusal import Refusal


class RuleSetUnknown(Refusal):
    """No rule set bears this id."""

    fields = ("ruleset",)

    def __init__(self, ruleset: str, known: tuple[str, ...]) -> None:
        super().__init__()
        self.ruleset, self.known = ruleset, known


@dataclass(frozen=True, slots=True)
class Period:
    """A statutory period in working days, with its article. ``since``: acts before that day do not set it running."""

    working_days: int
    source: str
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """What the 条例 leaves open and this house decides, as data with its reason (domain 1.4).

    ``consultation_*_excluded`` say whether the day a letter is sent and the day the opinion arrives are left out.
    """

    consultation_first_day_excluded: bool
    consultation_last_day_excluded: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """One version of the 条例: its periods, each with its article. A period that version does not set is None.

    In force on ``effective_from`` and before ``effective_until`` (None: still). ``corrections`` and ``extensions``
    are how often each may be used; None: not limited by that version.
    """

    id: str
    title: str
    source: str
    effective_from: date
    effective_until: date | None
    answer: Period
    extension_max: Period
    correction_notice: Period | None
    correction_period: Period | None
    consultation_answer: Period | None
    fee_payment: Period | None
    corrections: int | None
    extensions: int | None
    correction_source: str
    consultation_source: str
    conventions: Conventions
    before_note: str = ""

    def governs(self, received_on: date) -> bool:
        return self.effective_from <= received_on and (
            self.effective_until is None or received_on < self.effective_until
        )


def ruleset_for(received_on: date, rulesets: Iterable[RuleSet]) -> RuleSet:
    """Return the rule set in force on the receipt date.

    History from before the first 条例 (1 January to 30 April 2008) follows the first one, which says so in its trace.
    """
    ordered = sorted(rulesets, key=lambda rules: rules.effective_from)
    return next((rules for rules in ordered if rules.governs(received_on)), ordered[0])


def ruleset_named(name: str, received_on: date, rulesets: Iterable[RuleSet]) -> RuleSet:
    """Return the rule set with the id ``name``, or the one in force on the receipt date for ``auto``.

    Raises RuleSetUnknown.
    """
    known = tuple(rulesets)
    if name == "auto":
        return ruleset_for(received_on, known)
    for rules in known:
        if rules.id == name:
            return rules
    raise RuleSetUnknown(name, tuple(rules.id for rules in known))
