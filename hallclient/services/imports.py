"""The import desk: old registers from csv and xlsx, looked at first, then all rows or none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from hallclient.domain.law.calendar_packs import CalendarPack, CalendarPackInvalid
from hallclient.domain.register.application_lists import ChangedDue
from hallclient.domain.register.history import (
    AlreadyImported,
    ImportKind,
    ImportRefused,
    ImportTotals,
    NothingToImport,
    PastApplication,
    ProblemCode,
    RowProblem,
    UnknownColumns,
    YearPack,
)
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.imports.reading import Reading
from hallclient.imports.reading import read as read_file
from hallclient.imports.totals import add_up
from hallclient.services import calendar_import
from hallclient.services.applications import ApplicationDesk
from hallclient.services.import_writing import WRITERS
from hallclient.services.office import Office
from hallclient.storage import audit, day_closes, history

SEALED = ("enquiries", "applications", "disputes", "counters")  # the registers whose rows count in figures


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """What a file would bring in.

    ``headings`` as they stand in the file; ``mapping`` heading → column name ("" = left out) as it was applied;
    ``suggested`` the same with a guess for headings that are neither a column's name nor its label. ``unknown`` are
    headings without a column, ``lacking`` the columns every row needs and the file does not give. ``sample`` holds the
    first rows as they stand in the file, in the order of the headings. ``problems`` lists every bad cell; ``totals``
    add up the good rows. ``imported_before`` tells when this very file was imported. ``moved`` are the due dates a
    calendar would move.
    """

    kind: ImportKind
    path: Path
    sha256: str
    headings: tuple[str, ...]
    mapping: dict[str, str]
    suggested: dict[str, str]
    unknown: tuple[str, ...]
    lacking: tuple[str, ...]
    rows: int
    sample: tuple[tuple[str, ...], ...]
    problems: tuple[RowProblem, ...]
    totals: ImportTotals
    imported_before: datetime | None = None
    moved: tuple[ChangedDue, ...] = ()

    @property
    def ready(self) -> bool:
        """Tell whether ``commit`` would take it."""
        return bool(self.rows) and not self.problems and self.imported_before is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What was written: ``first_number`` and ``last_number`` of the own history series (empty for counters,
    catalogue and calendar), ``sealed`` the number of the packet that lets the rows count in figures, ``moved`` the
    due dates a calendar moved."""

    kind: ImportKind
    rows: int
    totals: ImportTotals
    first_number: str = ""
    last_number: str = ""
    sealed: str = ""
    moved: tuple[ChangedDue, ...] = ()


class ImportDesk:
    """Reads a file twice at most: once to look at it, once to write it, never half of it."""

    def __init__(self, office: Office, applications: ApplicationDesk) -> None:
        self._office = office
        self._applications = applications

    def read(self, kind: ImportKind, path: Path, mapping: Mapping[str, str] | None = None) -> ImportPreview:
        """Look at a file and write nothing (the dry run).

        ``mapping`` gives the column of each heading ("" leaves it out); without it headings are column names or
        Chinese labels, and any other is a problem. Raises FileUnreadable only; what is wrong inside is in the answer.
        """
        reading, packs = self._checked(kind, path, mapping)
        with self._office.database.reading() as tx:
            before = history.imported_at(tx, reading.sha256)
        moved: tuple[ChangedDue, ...] = ()
        if packs and not reading.problems:
            moved = tuple(self._applications.impact(calendar_import.calendar_with(self._office, packs)))
        return ImportPreview(
            kind=kind,
            path=path,
            sha256=reading.sha256,
            headings=reading.headings,
            mapping=reading.matched.mapping,
            suggested=reading.matched.suggested,
            unknown=reading.matched.unknown,
            lacking=reading.matched.lacking,
            rows=reading.rows,
            sample=reading.sample,
            problems=reading.problems,
            totals=add_up(reading.items),
            imported_before=before,
            moved=moved,
        )

    def commit(self, kind: ImportKind, path: Path, mapping: Mapping[str, str] | None = None, *, by: Clerk) -> Imported:
        """Import all rows in one transaction, or none.

        Raises NotPermitted, FileUnreadable, UnknownColumns, ImportRefused (with all problems), NothingToImport,
        AlreadyImported.
        """
        require(by, Permission.IMPORT_CALENDAR if kind is ImportKind.CALENDAR else Permission.IMPORT_REGISTER)
        reading, packs = self._checked(kind, path, mapping)
        if reading.matched.problems:
            raise UnknownColumns(reading.matched.problems, reading.rows)
        if reading.problems:
            raise ImportRefused(reading.problems, reading.rows)
        if not reading.rows:
            raise NothingToImport
        totals, now = add_up(reading.items), self._office.now()
        numbers, sealed = self._write(kind, reading, packs, totals, by=by, at=now)
        moved: tuple[ChangedDue, ...] = ()
        if packs:
            self._office.calendar = calendar_import.calendar_with(self._office, packs)
            moved = tuple(self._applications.recalculate_open(by=by))
        return Imported(
            kind=kind,
            rows=reading.rows,
            totals=totals,
            first_number=numbers[0] if numbers else "",
            last_number=numbers[-1] if numbers else "",
            sealed=sealed,
            moved=moved,
        )

    def only_history(self) -> bool:
        """Tell whether the store holds no live record: one made for importing and checking old registers."""
        with self._office.database.reading() as tx:
            return history.only_history(tx)

    def _write(
        self,
        kind: ImportKind,
        reading: Reading,
        packs: tuple[CalendarPack, ...],
        totals: ImportTotals,
        *,
        by: Clerk,
        at: datetime,
    ) -> tuple[list[str], str]:
        table, sealed = kind.value, ""
        with self._office.database.writing() as tx:
            # Asked again inside: a second program may have taken the same file since it was looked at.
            before = history.imported_at(tx, reading.sha256)
            if before is not None:
                raise AlreadyImported(before.date())
            after_id = day_closes.last_id(tx, table) if table in SEALED else 0
            if packs:
                numbers = calendar_import.write(tx, packs, by=by.name, at=at)
            else:
                numbers = WRITERS[kind](tx, reading.items, office=self._office, by=by.name, at=at)
            if table in SEALED:
                packet = day_closes.seal_import(
                    tx, table=table, after_id=after_id, window=self._office.window, by=by.name, at=at
                )
                sealed = str(packet.z_number) if packet is not None else ""
            history.note_import(tx, reading.sha256, at)
            audit.note(
                tx,
                at=at,
                by=by.name,
                action=f"import_{kind.value}",
                subject=sealed or kind.value,
                after={
                    "sha256": reading.sha256,
                    "rows": reading.rows,
                    "first": totals.first,
                    "last": totals.last,
                    "sums": {name: str(value) for name, value in totals.sums.items()},
                    "numbers": [numbers[0], numbers[-1]] if numbers else [],
                },
            )
        return numbers, sealed

    def _checked(
        self, kind: ImportKind, path: Path, mapping: Mapping[str, str] | None
    ) -> tuple[Reading, tuple[CalendarPack, ...]]:
        reading = read_file(kind, path, now=self._office.now(), mapping=mapping)
        check = _CHECKS.get(kind)
        if check is not None and not reading.problems:
            reading = replace(reading, problems=check(self._office, reading))
        if kind is not ImportKind.CALENDAR or reading.problems:
            return reading, ()
        try:
            return reading, calendar_import.packs_of(reading.items)
        except CalendarPackInvalid as invalid:
            row = next(
                number
                for number, item in zip(reading.numbers, reading.items, strict=True)
                if isinstance(item, YearPack) and item.year == invalid.year
            )
            problems = tuple(
                RowProblem(row, str(invalid.year), ProblemCode.CALENDAR_CONTRADICTION, problem.sentence)
                for problem in invalid.problems
            )
            return replace(reading, problems=problems), ()


def _known_applications(office: Office, reading: Reading) -> tuple[RowProblem, ...]:
    # A corrected file has another hash: its old numbers tell that its rows are in the register already.
    heading = next((h for h, name in reading.matched.mapping.items() if name == "number"), "")
    if not heading:
        return ()
    with office.database.reading() as tx:
        known = history.original_numbers(tx)
    if not known:
        return ()
    return tuple(
        RowProblem(row, heading, ProblemCode.ALREADY_THERE, item.original_number)
        for row, item in zip(reading.numbers, reading.items, strict=True)
        if isinstance(item, PastApplication)
        and item.original_number
        and (item.draft.unit, item.original_number) in known
    )


_CHECKS: dict[ImportKind, Callable[[Office, Reading], tuple[RowProblem, ...]]] = {
    ImportKind.APPLICATIONS: _known_applications,
}
