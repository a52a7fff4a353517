"""The import desk: old registers from csv and xlsx, looked at first, then all rows or none."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hallclient.domain.register.history import ImportKind, ImportTotals, RowProblem
from hallclient.domain.register.permissions import Clerk
from hallclient.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """What a file would bring in.

    ``headings`` as they stand in the file; ``mapping`` heading → column name ("" = left out) as it was applied;
    ``suggested`` the same with a guess for headings that are neither a column's name nor its label. ``unknown`` are
    headings without a column, ``lacking`` the columns every row needs and the file does not give. ``sample`` holds the
    first rows as they stand in the file, in the order of the headings. ``problems`` lists every bad cell; ``totals``
    add up the good rows. ``imported_before`` tells when this very file was imported.
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

    @property
    def ready(self) -> bool:
        """Tell whether ``commit`` would take it."""
        return bool(self.rows) and not self.problems and self.imported_before is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What was written: ``first_number`` and ``last_number`` of the own history series (empty for counters,
    catalogue and calendar), and ``sealed`` the number of the packet that lets the rows count in figures."""

    kind: ImportKind
    rows: int
    totals: ImportTotals
    first_number: str = ""
    last_number: str = ""
    sealed: str = ""


class ImportDesk:
    """Reads a file twice at most: once to look at it, once to write it, never half of it."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def read(self, kind: ImportKind, path: Path, mapping: Mapping[str, str] | None = None) -> ImportPreview:
        """Look at a file and write nothing (the dry run).

        ``mapping`` gives the column of each heading ("" leaves it out); without it headings are column names or
        Chinese labels, and any other is a problem. Raises FileUnreadable only; what is wrong inside is in the answer.
        """
        raise NotImplementedError

    def commit(self, kind: ImportKind, path: Path, mapping: Mapping[str, str] | None = None, *, by: Clerk) -> Imported:
        """Import all rows in one transaction, or none.

        Raises NotPermitted, FileUnreadable, UnknownColumns, ImportRefused (with all problems), NothingToImport,
        AlreadyImported.
        """
        raise NotImplementedError
