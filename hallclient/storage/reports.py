"""Which texts are being written for a year's report, and which reports were published, in which bytes?"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, insert, select, update

from hallclient.storage.schema_figures import published_files, published_reports, report_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class PartText:
    """A text part as it stands; ``version`` guards every save, 0 before the first."""

    part: str
    text: str = ""
    version: int = 0
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A published report: which edition, when and by whom, the hash of its canonical text, the endings of its files."""

    year: int
    form: str
    edition: int
    published_on: date
    by: str
    reason: str
    sha256: str
    endings: tuple[str, ...] = ()


def texts(tx: Connection, year: int, form: str) -> dict[str, PartText]:
    """Return the text parts of a year's report by part."""
    query = select(report_texts).where(report_texts.c.year == year, report_texts.c.form == form)
    return {
        row.part: PartText(part=row.part, text=row.text, version=row.version, by=row.by, at=row.at)
        for row in tx.execute(query)
    }


def write(tx: Connection, year: int, form: str, part: str, text: str, *, version: int, by: str, at: datetime) -> bool:
    """Write a text part over its ``version``; False when somebody else wrote it meanwhile."""
    if version == 0:
        there = select(report_texts.c.version).where(
            report_texts.c.year == year, report_texts.c.form == form, report_texts.c.part == part
        )
        if tx.execute(there).scalar() is not None:
            return False
        tx.execute(insert(report_texts).values(year=year, form=form, part=part, text=text, version=1, by=by, at=at))
        return True
    changed = tx.execute(
        update(report_texts)
        .where(
            report_texts.c.year == year,
            report_texts.c.form == form,
            report_texts.c.part == part,
            report_texts.c.version == version,
        )
        .values(text=text, version=version + 1, by=by, at=at)
    )
    return changed.rowcount == 1


def publish(
    tx: Connection,
    *,
    year: int,
    form: str,
    report: str,
    files: Mapping[str, bytes],
    reason: str,
    by: str,
    at: datetime,
) -> int:
    """Keep a report and its files for ever; return its edition, counted from 1."""
    chosen = (published_reports.c.year == year, published_reports.c.form == form)
    edition = 1 + (tx.execute(select(func.max(published_reports.c.edition)).where(*chosen)).scalar() or 0)
    tx.execute(
        insert(published_reports).values(
            year=year,
            form=form,
            edition=edition,
            report=report,
            sha256=_hash(report.encode()),
            published_on=at.date(),
            reason=reason,
            at=at,
            by=by,
        )
    )
    for ending, content in files.items():
        tx.execute(
            insert(published_files).values(
                year=year, form=form, edition=edition, ending=ending, content=content, sha256=_hash(content)
            )
        )
    return edition


def editions(tx: Connection, year: int, form: str) -> tuple[Edition, ...]:
    """Return the published editions of a year's report, the first one first."""
    files: dict[int, list[str]] = {}
    of_file = select(published_files.c.edition, published_files.c.ending).where(
        published_files.c.year == year, published_files.c.form == form
    )
    for edition, ending in tx.execute(of_file.order_by(published_files.c.ending)):
        files.setdefault(edition, []).append(ending)
    query = (
        select(published_reports)
        .where(published_reports.c.year == year, published_reports.c.form == form)
        .order_by(published_reports.c.edition)
    )
    return tuple(
        Edition(
            year=row.year,
            form=row.form,
            edition=row.edition,
            published_on=row.published_on,
            by=row.by,
            reason=row.reason,
            sha256=row.sha256,
            endings=tuple(files.get(row.edition, ())),
        )
        for row in tx.execute(query)
    )


def report(tx: Connection, year: int, form: str, edition: int) -> str | None:
    """Return a published report's canonical text; None when it is missing or no longer what was published."""
    row = tx.execute(
        select(published_reports.c.report, published_reports.c.sha256).where(
            published_reports.c.year == year,
            published_reports.c.form == form,
            published_reports.c.edition == edition,
        )
    ).one_or_none()
    return row.report if row is not None and _hash(row.report.encode()) == row.sha256 else None


def file(tx: Connection, year: int, form: str, edition: int, ending: str) -> bytes | None:
    """Return a published file's bytes; None when it is missing or no longer what was published."""
    row = tx.execute(
        select(published_files.c.content, published_files.c.sha256).where(
            published_files.c.year == year,
            published_files.c.form == form,
            published_files.c.edition == edition,
            published_files.c.ending == ending,
        )
    ).one_or_none()
    return row.content if row is not None and _hash(row.content) == row.sha256 else None


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
