"""What does a whole file say? Every good row as a draft and every bad cell as a problem."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hallclient.domain.register.history import ImportColumn, ImportKind, ProblemCode, RowProblem
from hallclient.foundation.trouble import FileUnreadable
from hallclient.imports.cells import BadCell, Convert
from hallclient.imports.headings import HEADING_ROW, Matched, match
from hallclient.imports.rows import Item, reader
from hallclient.imports.tables import Cell, Table, read_table

SAMPLE = 20  # rows shown before importing
SHOWN = 40  # characters of a cell repeated in a problem


@dataclass(frozen=True, slots=True)
class Reading:
    """``rows`` counts the rows of the file; ``items`` holds the good ones, ``numbers`` where each stands."""

    sha256: str
    headings: tuple[str, ...]
    matched: Matched
    rows: int
    sample: tuple[tuple[str, ...], ...]
    items: list[Item]
    numbers: list[int]
    problems: tuple[RowProblem, ...]


def read(kind: ImportKind, path: Path, *, now: datetime, mapping: Mapping[str, str] | None = None) -> Reading:
    """Read a file; rows are read only when every heading is understood. Raises FileUnreadable."""
    try:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        raise FileUnreadable(str(path), "missing") from None
    table = read_table(path)
    matched = match(kind, table.headings, mapping)
    sample = tuple(
        tuple("" if cell is None else str(cell) for cell in _padded(row, len(table.headings)))
        for _, row in table.rows[:SAMPLE]
    )
    items: list[Item] = []
    numbers: list[int] = []
    problems: tuple[RowProblem, ...] = matched.problems
    if not problems:
        items, numbers, problems = _rows(kind, table, matched, now)
    return Reading(sha256, table.headings, matched, len(table.rows), sample, items, numbers, problems)


def _rows(
    kind: ImportKind, table: Table, matched: Matched, now: datetime
) -> tuple[list[Item], list[int], tuple[RowProblem, ...]]:
    how = reader(kind, now=now, zero=table.serial_zero)
    plan: list[tuple[int, str, Convert, ImportColumn]] = [
        (place, column.name, how.convert[column.name], column)
        for place, column in enumerate(matched.columns)
        if column is not None
    ]
    required = [(name, column) for _, name, _, column in plan if column.required]
    heading = {column.name: table.headings[place] for place, _, _, column in plan}
    personal = {column.name for _, _, _, column in plan if column.personal}
    unique = how.unique if how.unique and how.unique[-1] in heading else ()
    width, items, numbers, problems = len(table.headings), list[Item](), list[int](), list[RowProblem]()
    seen: set[tuple[object, ...]] = set()
    row: int = HEADING_ROW
    cells: tuple[Cell, ...] = ()
    values: dict[str, object] = {}

    def refuse(name: str, code: ProblemCode, allowed: tuple[str, ...] = ()) -> None:
        found = ""
        place = next((place for place, known, _, _ in plan if known == name), None)
        if place is not None and name not in personal and place < len(cells) and cells[place] is not None:
            found = str(cells[place])[:SHOWN]
        problems.append(RowProblem(row, heading.get(name, name), code, found, allowed))

    for row, cells in table.rows:
        before = len(problems)
        if len(cells) < width:
            cells = _padded(cells, width)
        elif len(cells) > width and any(cell is not None and cell != "" for cell in cells[width:]):
            problems.append(RowProblem(row, "", ProblemCode.TOO_MANY_CELLS, str(len(cells)), (str(width),)))
        values = {}
        for place, name, convert, _ in plan:
            try:
                values[name] = convert(cells[place])
            except BadCell as bad:
                values[name] = None
                refuse(name, bad.code, bad.allowed)
        if len(problems) == before:
            for name, _ in required:
                if values[name] is None or values[name] == "":
                    refuse(name, ProblemCode.MISSING)
        if len(problems) == before:
            item = how.build(values, refuse)
            if unique and values[unique[-1]]:
                key = tuple(values.get(name, "") for name in unique)
                if key in seen:
                    refuse(unique[-1], ProblemCode.TWICE)
                seen.add(key)
            if len(problems) == before:
                items.append(item)
                numbers.append(row)
    return items, numbers, tuple(problems)


def _padded(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return cells + (None,) * (width - len(cells))
