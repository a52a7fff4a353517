"""The report desk: the text of a year's report beside its tables, its publication, and the report as it was."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from hallclient import reference
from hallclient.domain.figures import report as frozen
from hallclient.domain.figures import report_text
from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.report import Report, with_texts
from hallclient.domain.figures.report_forms import ReportForm
from hallclient.domain.figures.report_pieces import Appendix
from hallclient.domain.figures.report_text import Differing, Mention
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.services import exporting
from hallclient.services.figures import FiguresDesk
from hallclient.services.office import Office
from hallclient.services.periods import Counts, Lacking
from hallclient.services.report_obstacles import Obstacles, obstacles
from hallclient.services.supervision import SupervisionDesk
from hallclient.storage import audit, meta, reports
from hallclient.storage.reports import Edition, PartText


class PartUnknown(Refusal):
    """The form has no such part, or it is a table and not written."""

    fields = ("part",)

    def __init__(self, part: str) -> None:
        super().__init__()
        self.part = part


class EditionNeedsReason(Refusal):
    """A report that was published is published again only with a reason."""

    fields = ("reason",)


class ReportAltered(Refusal):
    """What is kept of a published report is missing or no longer what was published; nothing is printed from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """A cell of a published report that counts otherwise today."""

    figure: str
    name: str
    published: str
    today: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What was published all the same, and what the one who did it said of it.

    ``words``: what the numbers of the text that are not the tables' speak of. ``lacking``: why the hub had not all of
    the year, of which ``missing`` days of each window never came, and a packet of each of ``uncounted`` did not count.
    """

    differing: tuple[Differing, ...]
    words: str
    missing: Mapping[str, int] = field(default_factory=dict)
    uncounted: tuple[date, ...] = ()
    lacking: str = ""


class ReportDesk:
    """Texts are written with slots; figures come from the figures desk and are never typed."""

    def __init__(self, office: Office, figures: FiguresDesk, supervision: SupervisionDesk) -> None:
        self._office = office
        self._figures = figures
        self._supervision = supervision

    def form(self, year: int, form: str = "") -> ReportForm:
        """Return a form, the one of the year when none is named. Raises ReportFormUnknown."""
        forms = reference.load_report_forms()
        return forms[form] if form else forms.for_year(year)

    def report(
        self,
        year: int,
        form: str = "",
        *,
        carried_in: Mapping[str, int] | None = None,
        live: bool = False,
        source: Counts | None = None,
    ) -> Report:
        """Return the whole report, its written parts filled from its own figures.

        ``source`` stands for the store (the hub: ``HubOfficeDesk.counts``); narrowed to units it is theirs, and the
        words this office wrote of all of them stay away. Raises ReportFormUnknown, SlotUnknown.
        """
        report = self._bare(year, self.form(year, form), carried_in=carried_in, live=live, source=source)
        return report if report.source.units else self.written(report)

    def written(self, report: Report) -> Report:
        """Return a report of the figures desk with the parts the office wrote, filled from its figures.

        Raises SlotUnknown.
        """
        values = self.slots(report)
        with self._office.database.reading() as tx:
            said = reports.texts(tx, report.year, report.form)
        return with_texts(
            report,
            {part: report_text.paragraphs(text.text, values) for part, text in said.items() if text.text.strip()},
        )

    def slots(self, report: Report) -> dict[str, str]:
        """Return what fills each slot: the report's figures, and the year's training and assessments."""
        return report.slot_values() | self._supervision.slots(report.year)

    def text(self, year: int, part: str, form: str = "") -> PartText:
        """Return a written part as it stands, empty before anybody wrote it. Raises PartUnknown."""
        rule = self.form(year, form)
        _require_written(rule, part)
        with self._office.database.reading() as tx:
            return reports.texts(tx, year, rule.id).get(part, PartText(part=part))

    def write(self, year: int, part: str, text: str, *, version: int, by: Clerk, form: str = "") -> PartText:
        """Keep a written part. Wrong numbers are kept too, and marked: a draft may be wrong, a publication not.

        Raises PartUnknown, SlotUnknown, ChangedMeanwhile, NotPermitted.
        """
        require(by, Permission.WRITE_REPORT)
        rule, now = self.form(year, form), self._office.now()
        _require_written(rule, part)
        report_text.filled(text, self.slots(self._bare(year, rule)))
        with self._office.database.writing() as tx:
            if not reports.write(tx, year, rule.id, part, text, version=version, by=by.name, at=now):
                theirs = reports.texts(tx, year, rule.id).get(part, PartText(part=part))
                raise ChangedMeanwhile(number=f"{year}", version=theirs.version, theirs=theirs)
            audit.note(tx, at=now, by=by.name, action="write_report", subject=f"{year} {rule.id} {part}")
            return reports.texts(tx, year, rule.id)[part]

    def mentions(self, year: int, text: str, form: str = "", *, source: Counts | None = None) -> tuple[Mention, ...]:
        """Return every number typed in a text, held against the year's figures (R6)."""
        rule = self.form(year, form)
        return report_text.mentions(text, self._bare(year, rule, source=source), rule.reading)

    def last_year(self, year: int, part: str, form: str = "", *, source: Counts | None = None) -> str:
        """Return last year's text of a part with its figures turned into slots; empty when there is none.

        The published text, else the one that was written; ``source`` as in ``report``. Raises PartUnknown.
        """
        rule = self.form(year, form)
        _require_written(rule, part)
        with self._office.database.reading() as tx:
            before = self.form(year - 1).id
            kept = reports.texts(tx, year - 1, before).get(part)
            if kept is not None and kept.text.strip():
                text = kept.text
                published = None
            else:
                published = self._last_edition(year - 1, before, _kind(source))
                text = "\n".join(published.part(part).texts) if published and _has(published, part) else ""
        if not text:
            return ""
        basis = published or self._bare(year - 1, self.form(year - 1), source=source)
        return report_text.with_slots(text, basis, self.form(year - 1).reading)

    def obstacles(self, year: int, form: str = "", *, source: Counts | None = None) -> Obstacles:
        """Return all that ``publish`` would refuse for, at once.

        Raises ReportFormUnknown, SlotUnknown, UnitNotPublished.
        """
        lacking = _lacking(year, source)
        return obstacles(self.report(year, form, source=source), self.form(year, form), lacking)

    def publish(
        self,
        year: int,
        *,
        by: Clerk,
        reason: str = "",
        form: str = "",
        carried_in: Mapping[str, int] | None = None,
        appendix: Appendix | None = None,
        confirmed: str = "",
        source: Counts | None = None,
        lacking: str = "",
        endings: tuple[str, ...] = exporting.ANNUAL_FORMATS,
    ) -> Edition:
        """Freeze the report with all its files; they are kept byte for byte and never drawn again.

        ``appendix`` (``AnalysisDesk.appendix``) is published behind the official parts. ``confirmed``: what the numbers
        of the text that differ from the tables speak of (another year, another office), by who looked at each; the
        audit keeps numbers and words, and ``confirmed`` tells them of every edition. ``source`` as in ``report``: the
        city's year from the hub; where that has not all of it, ``lacking`` says why it is published all the same.

        Raises IdentitiesBroken, TextContradicts, YearStillOpen, HubDaysAwaited, HubYearIncomplete, UnitNotPublished,
        EditionNeedsReason, SlotUnknown, NotPermitted; DiskFull.
        """
        require(by, Permission.PUBLISH_REPORT)
        rule, now = self.form(year, form), self._office.now()
        lacks = _lacking(year, source)
        report = replace(self.report(year, rule.id, carried_in=carried_in, source=source), appendix=appendix)
        found = obstacles(report, rule, lacks)
        found.require_none(confirmed=confirmed, lacking=lacking)
        with self._office.database.reading() as tx:
            template = meta.word_template(tx)
        files = {ending: exporting.annual_bytes(report, ending, template=template) for ending in endings}
        with self._office.database.writing() as tx:
            if reports.editions(tx, year, rule.id) and not reason.strip():
                raise EditionNeedsReason
            edition = reports.publish(
                tx,
                year=year,
                form=rule.id,
                report=frozen.canonical(report),
                files=files,
                reason=reason.strip(),
                by=by.name,
                at=now,
            )
            audit.note(
                tx,
                at=now,
                by=by.name,
                action="publish_report",
                subject=f"{year} {rule.id} {edition}",
                after={"sha256": report.sha256} | found.noted(confirmed=confirmed, lacking=lacking),
            )
            return reports.editions(tx, year, rule.id)[-1]

    def published(self, year: int, form: str = "") -> tuple[Edition, ...]:
        """Return the published editions, the first one first."""
        with self._office.database.reading() as tx:
            return reports.editions(tx, year, self.form(year, form).id)

    def confirmed(self, edition: Edition) -> Confirmed:
        """Return what was published although it differs or lacks something, and what was said of it.

        Raises ReportAltered.
        """
        report = self.as_published(edition)
        with self._office.database.reading() as tx:
            said = audit.afters(tx, "publish_report", f"{edition.year} {edition.form} {edition.edition}")
        noted = json.loads(said[-1]) if said else {}
        found = report_text.differing(report, self.form(edition.year, edition.form).reading)
        return Confirmed(
            differing=found,
            words=str(noted.get("speaks_of", "")) if found else "",
            missing=noted.get("missing", {}),
            uncounted=tuple(date.fromisoformat(day) for day in noted.get("uncounted", ())),
            lacking=noted.get("lacking", ""),
        )

    def as_published(self, edition: Edition) -> Report:
        """Return the report as it was published. Raises ReportAltered."""
        with self._office.database.reading() as tx:
            text = reports.report(tx, edition.year, edition.form, edition.edition)
        if text is None:
            raise ReportAltered
        return frozen.read(text)

    def reprint(self, edition: Edition, ending: str, *, by: Clerk) -> bytes:
        """Return a published file's bytes as they were handed out. Raises ReportAltered, NotPermitted."""
        require(by, Permission.EXPORT_FIGURES)
        subject = f"{edition.year} {edition.form} {edition.edition} {ending}"
        differing = self.confirmed(edition).differing
        with self._office.database.writing() as tx:
            content = reports.file(tx, edition.year, edition.form, edition.edition, ending)
            if content is None:
                raise ReportAltered
            after = {"differing": len(differing)} if differing else ""
            audit.note(tx, at=self._office.now(), by=by.name, action="reprint_report", subject=subject, after=after)
        return content

    def changed_since(self, edition: Edition, *, source: Counts | None = None) -> tuple[CellChange, ...]:
        """Return the cells that count otherwise today than when they were published; ``source`` as it was then.

        Raises ReportAltered.
        """
        before = self.as_published(edition)
        now = self._bare(edition.year, self.form(edition.year, edition.form), source=source)
        names = {**{cell.id: cell.name for cell in now.figures}, **{cell.id: cell.name for cell in before.figures}}

        def shown(report: Report, figure: str) -> str:
            return report.cells[figure].text if figure in report.cells else ""

        return tuple(
            CellChange(figure=figure, name=name, published=shown(before, figure), today=shown(now, figure))
            for figure, name in names.items()
            if shown(before, figure) != shown(now, figure)
        )

    def _bare(
        self,
        year: int,
        rule: ReportForm,
        *,
        carried_in: Mapping[str, int] | None = None,
        live: bool = False,
        source: Counts | None = None,
    ) -> Report:
        # What this office published last year is the city's; a single unit's report goes on from its own.
        before = None if source is not None and source.units else self.cells_of_last_year(year, _kind(source))
        return self._figures.report(year, rule.id, carried_in=carried_in, last_year=before, live=live, source=source)

    def cells_of_last_year(self, year: int, kind: str = "store") -> dict[str, Number | None] | None:
        """Return the figures of the year before as they were published; None when none was published here.

        ``kind``: from where this year's figures come (``report.Source``).
        """
        published = self._last_edition(year - 1, self.form(year - 1).id, kind)
        return {cell.id: cell.value for cell in published.figures} if published is not None else None

    def last_published(self, year: int, kind: str = "store") -> Report | None:
        """Return the report of the year before as it was published here, in the form of its year; None without one.

        The last one from the same source, else the last one: a city that published from one store goes on from it.
        Raises ReportAltered.
        """
        found = self._last_edition(year - 1, self.form(year - 1).id, kind)
        if found is None and self.published(year - 1):
            raise ReportAltered
        return found

    def _last_edition(self, year: int, form: str, kind: str) -> Report | None:
        with self._office.database.reading() as tx:
            texts = [reports.report(tx, year, form, one.edition) for one in reports.editions(tx, year, form)]
        last = texts[-1] if texts else None
        if last is None:  # none, or altered: nothing is built upon it
            return None
        known = [frozen.read(text) for text in texts if text is not None]
        return next((one for one in reversed(known) if one.source.kind == kind), known[-1])


def _lacking(year: int, source: Counts | None) -> Lacking:
    # Asked before the figures: a day that comes in between is in them and still told, never in neither.
    return Lacking() if source is None else source.lacking(date(year, 1, 1), date(year, 12, 31))


def _kind(source: Counts | None) -> str:
    return "store" if source is None else source.kind


def _require_written(rule: ReportForm, part: str) -> None:
    if not any(known.id == part and known.written for known in rule.parts):
        raise PartUnknown(part)


def _has(report: Report, part: str) -> bool:
    return any(known.id == part for known in report.parts)
