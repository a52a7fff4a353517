"""The reference texts desk: the guide, the catalogue on paper and the flow chart, drawn from settings, edited, kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hallclient import reference
from hallclient.domain.law.fees import Scale
from hallclient.domain.law.remedy_period import terms_on
from hallclient.domain.law.rulesets import ruleset_for
from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.reference_text import (
    EditionReasonMissing,
    EditionTooEarly,
    GuideFactsMissing,
    ReferenceKind,
    ReferenceText,
    TextPart,
    changed,
    check,
    slots,
)
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.services.day_paper import PRACTICE
from hallclient.services.office import Office
from hallclient.storage import audit, catalogue, drafts, reference_texts
from hallclient.storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A text in the list: the edition in force (edition 0: none published), and which facts have changed since."""

    kind: ReferenceKind
    current: ReferenceText
    editions: int
    outdated: tuple[str, ...]


class ReferenceTextsDesk:
    """An edition keeps the facts of its day and is never changed: what hung on the wall can be shown again."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def lines(self) -> tuple[TextLine, ...]:
        """Return the texts with their editions in force today."""
        with self._office.database.reading() as tx:
            return tuple(self._line(tx, kind) for kind in ReferenceKind)

    def current(self, kind: ReferenceKind) -> ReferenceText:
        """Return the edition in force today; the house's draft with today's facts when none was published."""
        with self._office.database.reading() as tx:
            return self._current(tx, kind)

    def editions(self, kind: ReferenceKind) -> list[ReferenceText]:
        """Return every edition, the newest first."""
        with self._office.database.reading() as tx:
            return reference_texts.editions(tx, kind)

    def to_edit(self, kind: ReferenceKind) -> ReferenceText:
        """Return what an editor starts from: the newest edition, in force or not, with today's facts."""
        with self._office.database.reading() as tx:
            kept = reference_texts.editions(tx, kind)
        return replace(kept[0] if kept else _draft(kind), facts=self._facts())

    def publish(
        self,
        kind: ReferenceKind,
        parts: Sequence[TextPart],
        *,
        title: str,
        effective_from: date,
        reason: str,
        base: int,
        draft_instance: str = "",
        by: Clerk,
    ) -> ReferenceText:
        """Publish a new edition with today's facts. ``base`` is the newest edition the editor saw (0: none).

        ``draft_instance`` is the journal's draft of these words: it goes with the same transaction. The audit keeps
        what was changed, section by section. Raises NotPermitted, EditionReasonMissing, TextSlotUnknown,
        GuideFactsMissing, UnprintableText, EditionTooEarly, ChangedMeanwhile (somebody published meanwhile).
        """
        require(by, Permission.EDIT_REFERENCE_TEXT)
        if not reason.strip():
            raise EditionReasonMissing
        office = self._office
        with office.database.writing() as tx:
            kept = reference_texts.editions(tx, kind)
            newest = kept[0] if kept else None
            if (newest.edition if newest is not None else 0) != base:
                raise ChangedMeanwhile(number=kind.label, version=newest.edition if newest else 0, theirs=newest)
            earliest = newest.effective_from if newest is not None else None
            if earliest is not None and effective_from < earliest:
                raise EditionTooEarly(earliest)
            edition = ReferenceText(
                kind=kind,
                edition=base + 1,
                title=title.strip(),
                parts=tuple(parts),
                facts=self._facts(),
                effective_from=effective_from,
                reason=reason.strip(),
                at=office.now(),
                by=by.name,
            )
            self._check(edition)
            reference_texts.add(tx, edition)
            was, now = changed(newest if newest is not None else _draft(kind), edition)
            audit.note(
                tx,
                at=office.now(),
                by=by.name,
                action="publish_reference_text",
                subject=f"{kind.value} {edition.edition}",
                before={"edition": str(base)} | was,
                after={"effective_from": effective_from.isoformat(), "reason": reason.strip()} | now,
            )
            if draft_instance:
                drafts.delete(tx, draft_instance, clerk=by.name)
        return edition

    def preview(self, kind: ReferenceKind, parts: Sequence[TextPart], *, title: str) -> bytes:
        """Return a text that is being edited as it would be printed, with today's facts; what is missing shows as ＿.

        Raises TextSlotUnknown, UnprintableText.
        """
        facts = self._facts()
        edition = ReferenceText(kind=kind, edition=0, title=title, parts=tuple(parts), facts=facts)
        check(edition.parts, edition.title, facts)
        return self._drawn(edition)

    def pdf(self, edition: ReferenceText) -> bytes:
        """Return an edition on paper; the same edition gives the same bytes (the catalogue: with today's entries)."""
        return self._drawn(edition)

    # -- inside ---------------------------------------------------------------------------------------------------

    def _line(self, tx: Transaction, kind: ReferenceKind) -> TextLine:
        current, facts = self._current(tx, kind), self._facts()
        used = _used(current)
        outdated = tuple(name for name in used if current.facts.get(name) != facts.get(name)) if current.edition else ()
        return TextLine(
            kind=kind,
            current=current,
            editions=len(reference_texts.editions(tx, kind)),
            outdated=outdated,
        )

    def _current(self, tx: Transaction, kind: ReferenceKind) -> ReferenceText:
        found = reference_texts.in_force(tx, kind, self._office.today())
        return found if found is not None else replace(_draft(kind), facts=self._facts())

    def _check(self, edition: ReferenceText) -> None:
        from hallclient.documents import glyphs, reference_templates

        check(edition.parts, edition.title, edition.facts)
        wanted = (*reference_templates.template(edition.kind).required, *_used(edition))
        if lacking := tuple(name for name in dict.fromkeys(wanted) if not edition.facts.get(name)):
            raise GuideFactsMissing(lacking)
        filled = edition.filled()
        glyphs.require({"title": filled.title} | {part.id: part.title + part.text for part in filled.parts})

    def _drawn(self, edition: ReferenceText) -> bytes:
        from hallclient.documents import catalogue_list, flow_chart, guide

        mark = PRACTICE if self._office.practice else ""
        shown = edition.filled()
        draw: Mapping[ReferenceKind, Callable[[], bytes]] = {
            ReferenceKind.GUIDE: lambda: guide.guide_pdf(shown, agency=self._office.agency.name, watermark=mark),
            ReferenceKind.FLOW: lambda: flow_chart.flow_chart_pdf(
                shown, agency=self._office.agency.name, watermark=mark
            ),
            ReferenceKind.CATALOGUE: lambda: catalogue_list.catalogue_pdf(
                shown, self._entries(), agency=self._office.agency.name, watermark=mark
            ),
        }
        return draw[edition.kind]()

    def _entries(self) -> list[CatalogueEntry]:
        with self._office.database.reading() as tx:
            return catalogue.all_by_category(tx)

    def _facts(self) -> dict[str, str]:
        agency, today = self._office.agency, self._office.today()
        rules = ruleset_for(today, self._office.rulesets)
        remedy = terms_on(today, reference.load_remedy_terms())
        tariff = reference.load_tariffs()[-1]
        facts = {
            "agency": agency.name,
            "unit": agency.ogi_unit,
            "address": agency.address,
            "postcode": agency.postcode,
            "hours": agency.office_hours,
            "phone": agency.phone,
            "fax": agency.fax,
            "internet": "、".join(one for one in (agency.apply_url, agency.email) if one) or agency.website,
            "website": agency.website,
            "query_method": agency.query_method,
            "reading_places": agency.reading_places,
            "supervisor": agency.supervisor,
            "supervisor_phone": agency.supervisor_phone,
            "reconsideration_body": agency.reconsideration_body,
            "court": agency.court,
            "answer_days": str(rules.answer.working_days),
            "extension_days": str(rules.extension_max.working_days),
            "reconsideration_days": str(remedy.reconsideration.days),
            "suit_months": str(remedy.suit.months),
            "suit_after_days": str(remedy.suit_after.days),
            "fee_source": f"《{tariff.title}》（{tariff.source}）",
            "fee_items": _scale_words("按件计收的，", tariff.items),
            "fee_pages": _scale_words("按量计收的，", tariff.pages),
            "index_scheme": _index_words(agency.index_pattern),
        }
        optional = {
            "correction_days": rules.correction_notice,
            "third_party_days": rules.consultation_answer,
            "fee_payment_days": rules.fee_payment,
        }
        return facts | {name: "" if period is None else str(period.working_days) for name, period in optional.items()}


def _draft(kind: ReferenceKind) -> ReferenceText:
    from hallclient.documents import reference_templates

    found = reference_templates.template(kind)
    return ReferenceText(kind=kind, edition=0, title=found.title, parts=found.parts)


def _used(text: ReferenceText) -> tuple[str, ...]:
    """Return the slots an edition prints, those of its tables too."""
    from hallclient.documents import reference_templates

    tables = reference_templates.template(text.kind).tables.values()
    words = [text.title, *(one for part in text.parts for one in (part.title, part.text))]
    return slots([*words, *(value for rows in tables for _label, value in rows)])


def _scale_words(how: str, scale: Scale) -> str:
    """Return a scale as a sentence: 10件以下（含10件）的，不收费；11—30件的，每件100元；…"""
    said, first = [], 1
    for step in scale.steps:
        price = "不收费" if not step.price else f"每{scale.unit}{step.price:f}元"
        if step.until is None:
            said.append(f"{first}{scale.unit}以上的部分，{price}")
        elif first == 1:
            said.append(f"{step.until}{scale.unit}以下（含{step.until}{scale.unit}）的，{price}")
        else:
            said.append(f"{first}—{step.until}{scale.unit}的部分，{price}")
        first = (step.until or 0) + 1
    if scale.width:
        band = f"以{scale.width}{scale.unit}为一档，每增加一档，每{scale.unit}提高{scale.rise:f}元"
        said.append(f"超过{first - 1}{scale.unit}的部分，{band}")
    return f"{how}{scale.per}，{'；'.join(said)}。"


def _index_words(pattern: str) -> str:
    if not pattern:
        return "索引号由机构代码、年份和五位流水号组成，一条信息一个索引号，不因发布机构变动而改变。"
    return f"索引号的格式为“{pattern.replace('{', '〈').replace('}', '〉')}”，一条信息一个索引号，不重复使用。"
