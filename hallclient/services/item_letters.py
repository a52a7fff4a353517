"""What does a letter say of several pieces of information? Each in the words of the letter it would get alone."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from hallclient.documents.document_kind import DocumentKind
from hallclient.documents.wording import Clause, FactMissing, clause
from hallclient.domain.law.outcomes import OutcomeEntry, entry_of
from hallclient.domain.law.remedies import Remedies, RemedyClass
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application import Application
from hallclient.domain.register.issued import KindDoesNotFit
from hallclient.domain.register.items import (
    TOLD_BY_TITLE,
    Item,
    ItemFactsMissing,
    ItemsNeedTheirOwnWords,
    ItemsNotListed,
    alike,
    answered_one_by_one,
)
from hallclient.domain.register.permissions import Clerk
from hallclient.reference import load_outcomes, load_remedies
from hallclient.services import document_facts
from hallclient.services.document_facts import ITEM_CLAUSES, Facts
from hallclient.services.office import Office

_REASON = "理由"
_WAYS = {
    RemedyClass.EITHER: "either",
    RemedyClass.RECONSIDERATION_FIRST: "first",
    RemedyClass.MIXED: "mixed",
}


def of_items(
    office: Office,
    kinds: Mapping[str, DocumentKind],
    kind: DocumentKind,
    application: Application,
    items: Sequence[Item],
    extra: Facts,
    *,
    papers: Mapping[str, str],
    by: Clerk,
    on: date,
) -> dict[str, object]:
    """Return what ``kind`` prints of the items: their clauses, what is enclosed, the remedy of what was decided.

    Nothing for a letter that has one sentence for all of them; a letter that can do either goes item by item unless
    ``extra`` gives its sentence (a draft of an earlier release). Raises ItemsNotListed, ItemsNeedTheirOwnWords,
    ItemFactsMissing, KindDoesNotFit (an item whose letter this case's law does not know), and what a letter of one
    item raises.
    """
    if not kind.outcomes:
        return {}
    several = answered_one_by_one(items)
    if ITEM_CLAUSES not in kind.facts:
        if several and not (alike(items) and all(item.kind in ("", kind.code) for item in items)):
            raise ItemsNeedTheirOwnWords(kind.code)
        return {}
    if not several:
        if kind.facts[ITEM_CLAUSES].required:
            raise ItemsNotListed(kind.code)
        return {}
    own_words = {need.name for need in kind.needs} - document_facts.COMPUTED - document_facts.REWORDED
    if own_words & set(extra):
        return {}
    said = [
        _said(office, kinds, application, item, place, papers=papers, by=by, on=on)
        for place, item in enumerate(items, start=1)
    ]
    titles: dict[str, list[str]] = {}
    for item, told in zip(items, said, strict=True):
        titles.setdefault(told.text, []).append(f"“{item.title.strip()}”")
    enclosed = list(dict.fromkeys(name for told in said for name in told.attachments))
    return {
        ITEM_CLAUSES: tuple(f"关于{'、'.join(names)}：{text}" for text, names in titles.items()),
        # GB/T 9704-2012 7.3.4: several are numbered, one alone is not.
        "item_attachments": tuple(
            enclosed if len(enclosed) < 2 else (f"{n}. {name}" for n, name in enumerate(enclosed, 1))
        ),
        "items_remedy": _WAYS[remedy_of(office, items)],
    }


def kind_of(item: Item) -> str:
    """Return the letter an item would get alone: the one it names, else the usual one of its leaf."""
    assert item.outcome is not None
    kinds = entry_of(item.outcome, _entries()).kinds
    return item.kind or (kinds[0] if kinds else "")


def remedies_of(office: Office) -> Remedies:
    """Return the law of remedies with the agency's own class of 属于行政查询事项."""
    remedies = _law()
    own = office.agency.administrative_query_remedy
    if not own:
        return remedies
    chosen = RemedyClass.RECONSIDERATION_FIRST if own == "first" else RemedyClass.EITHER
    return remedies.with_classes({Outcome.REFUSED_ADMINISTRATIVE_QUERY: chosen})


def remedy_of(office: Office, items: Sequence[Item]) -> RemedyClass:
    """Return the remedy of a letter of several items, whatever the day: that of all, or mixed."""
    classes = {remedies_of(office).classes[item.outcome] for item in items if item.outcome is not None}
    return classes.pop() if len(classes) == 1 else RemedyClass.MIXED


def _said(
    office: Office,
    kinds: Mapping[str, DocumentKind],
    application: Application,
    item: Item,
    place: int,
    *,
    papers: Mapping[str, str],
    by: Clerk,
    on: date,
) -> Clause:
    assert item.outcome is not None
    code = kind_of(item)
    if code not in kinds or item.outcome.value not in kinds[code].outcomes:
        raise KindDoesNotFit(code)
    kind = kinds[code].on(on)
    if not kind.governs(application.received_on or application.arrived_on):
        raise KindDoesNotFit(code)
    ground = "" if item.outcome is Outcome.GRANTED else item.ground.strip().rstrip("。")
    own: dict[str, str] = {name: item.title for name in TOLD_BY_TITLE if name in kind.facts}
    if ground and "reason" in kind.facts:
        own["reason"], ground = ground, ""
    own |= {name: text for name, text in item.facts.items() if name in kind.facts}
    facts = document_facts.of_application(office, kind, application, own, papers=papers, by=by, on=on)
    try:
        told = clause(kind, facts)
    except FactMissing as missing:
        raise ItemFactsMissing(place, missing.labels) from missing
    if ground:
        return Clause(f"{told.text}{_REASON}为：{ground}。", told.attachments, told.reasoned)
    refused = remedies_of(office).classes[item.outcome] is RemedyClass.RECONSIDERATION_FIRST
    if refused and not told.reasoned:
        raise ItemFactsMissing(place, (_REASON,))  # 第三十七条: what is withheld is withheld with its reason
    return told


@cache
def _law() -> Remedies:
    return load_remedies()


@cache
def _entries() -> tuple[OutcomeEntry, ...]:
    return load_outcomes()
