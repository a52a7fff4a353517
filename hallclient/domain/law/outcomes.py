"""How can an application end, under which article, with which document? The tree of table 三 with its facts."""

from collections.abc import Iterable
from dataclasses import dataclass

from hallclient.domain.law.remedies import RemedyClass
from hallclient.domain.outcomes import Outcome

__all__ = ["Outcome", "OutcomeEntry", "OutcomeGroup", "entry_of", "outcome_tree"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeEntry:
    """A leaf of table 三.

    ``path`` is the row's full label (``三、本年度办理结果/(三)不予公开/1.属于国家秘密``), ``group`` its second part and
    ``label`` its last; ``printed`` the wording of the official form. ``articles`` are of the 2019 条例 (or the rule
    named), ``kinds`` the document kinds that can announce it, the usual one first (empty: no document of its own).
    ``confirm`` says what the agency's legal staff must confirm.
    """

    outcome: Outcome
    path: str
    group: str
    label: str
    printed: str
    articles: tuple[str, ...]
    kinds: tuple[str, ...]
    remedy: RemedyClass
    confirm: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeGroup:
    """A branch of the tree: ``(三)不予公开`` and its leaves; a branch that is its own leaf holds one entry."""

    label: str
    entries: tuple[OutcomeEntry, ...]


def outcome_tree(entries: Iterable[OutcomeEntry]) -> tuple[OutcomeGroup, ...]:
    """Return the branches in the order of table 三, each with its leaves."""
    groups: dict[str, list[OutcomeEntry]] = {}
    for entry in entries:
        groups.setdefault(entry.group, []).append(entry)
    return tuple(OutcomeGroup(label, tuple(leaves)) for label, leaves in groups.items())


def entry_of(outcome: Outcome, entries: Iterable[OutcomeEntry]) -> OutcomeEntry:
    """Return the entry of ``outcome``; the table is complete, reference.py sees to that."""
    return next(entry for entry in entries if entry.outcome is outcome)
