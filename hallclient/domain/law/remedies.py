"""What may the applicant do against a reply? The remedy paragraph, by outcome and by the date of the document."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.terms import Term


class RemedyClass(Term):
    """Which way is open (domain 4.4)."""

    EITHER = "A", "复议或者诉讼"
    RECONSIDERATION_FIRST = "B", "复议前置"
    MIXED = "M", "部分复议前置"
    NONE = "N", "不告知救济"


class ReconsiderationBodyMissing(Refusal):
    """The remedy paragraph names the reconsideration body; the agency's profile does not."""

    fields = ("reconsideration_body",)


class CourtMissing(Refusal):
    """The remedy paragraph names the court; the agency's profile does not."""

    fields = ("court",)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyRegime:
    """The law of remedies from ``since`` on: a paragraph for each class it knows.

    A class without a paragraph falls back to A: before 2024 every reply could go either way. ``confirm`` says what
    the agency's legal staff must still confirm.
    """

    id: str
    since: date
    source: str
    paragraphs: Mapping[RemedyClass, str]
    online: str = ""
    confirm: str = ""


@dataclass(frozen=True, slots=True)
class Remedies:
    """The class of every outcome and the regimes by date."""

    classes: Mapping[Outcome, RemedyClass]
    regimes: tuple[RemedyRegime, ...]

    def regime_on(self, issue_date: date) -> RemedyRegime:
        """Return the regime a document of that date stands under; the first one for anything older."""
        ordered = sorted(self.regimes, key=lambda regime: regime.since)
        return next((regime for regime in reversed(ordered) if regime.since <= issue_date), ordered[0])

    def class_of(self, outcome: Outcome, issue_date: date) -> RemedyClass:
        """Return the class in force on the date of the document."""
        return self.in_force(self.classes[outcome], issue_date)

    def in_force(self, own: RemedyClass, issue_date: date) -> RemedyClass:
        """Return ``own`` where the law of that day knows it: before 2024 every reply could go either way."""
        if own is RemedyClass.NONE or own in self.regime_on(issue_date).paragraphs:
            return own
        return RemedyClass.EITHER

    def with_classes(self, classes: Mapping[Outcome, RemedyClass]) -> "Remedies":
        """Return these remedies with an agency's own classes (属于行政查询事项 is left to the agency's legal staff)."""
        return replace(self, classes={**self.classes, **classes})


def remedy_text(
    outcome: Outcome,
    issue_date: date,
    reconsideration_body: str,
    court: str,
    remedies: Remedies,
    *,
    online: str = "",
) -> str:
    """Return the remedy paragraph for a reply dated ``issue_date``; empty for class N.

    ``online`` is the address for reconsideration by internet, named in replies served on-line (行政复议法 第二十二条
    第二款). Raises ReconsiderationBodyMissing and CourtMissing. Source: 行政复议法 第二十条、第二十三条; 行政诉讼法
    第四十五条、第四十六条.
    """
    chosen = remedies.class_of(outcome, issue_date)
    return remedy_paragraph(chosen, issue_date, reconsideration_body, court, remedies, online=online)


def remedy_paragraph(
    remedy: RemedyClass,
    issue_date: date,
    reconsideration_body: str,
    court: str,
    remedies: Remedies,
    *,
    online: str = "",
) -> str:
    """Return the paragraph of a class, for documents that carry one without an outcome (P09, A17)."""
    if remedy is RemedyClass.NONE:
        return ""
    if not reconsideration_body.strip():
        raise ReconsiderationBodyMissing
    if not court.strip():
        raise CourtMissing
    regime = remedies.regime_on(issue_date)
    text = regime.paragraphs.get(remedy, regime.paragraphs[RemedyClass.EITHER])
    text = text.replace("{复议机关}", reconsideration_body.strip()).replace("{法院}", court.strip())
    if online.strip() and regime.online:
        text += regime.online.replace("{复议网址}", online.strip())
    return text
