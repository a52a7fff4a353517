"""What is a year's report? One frozen object behind screen, paper, workbook, web page and archive."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.packet import digest, number, plain
from hallclient.domain.figures.shares import NO_SHARE

SHAPE = 1  # of the canonical text; a later shape keeps reading this one
UNCOUNTED = "未统计"  # no register tells it and no counter was entered: not the same as 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One counted cell, named by the form (``table3.received.natural_person``).

    ``value`` None is 未统计. ``lines`` are the lines it adds up (``-`` in front: taken off) and lead to the records;
    ``name`` says in words what it counts, for a screen reader and for a violation; ``decimal`` figures may have
    decimals, all others are whole.
    """

    id: str
    value: Number | None
    unit: str = ""
    name: str = ""
    lines: tuple[str, ...] = ()
    decimal: bool = False

    @property
    def text(self) -> str:
        """The figure as printed: digits without separators, as the portals' tables have them."""
        if self.unit == "%":
            return NO_SHARE if self.value is None else f"{self.value:.1f}"
        if self.value is None:
            return UNCOUNTED
        return f"{self.value:f}" if not isinstance(self.value, int) else str(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell of a table: words, or the figure named ``figure``. ``head`` tells whose heading it is."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    text: str = ""
    figure: str = ""
    head: str = ""  # "" | column | row


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as it is printed. ``widths`` are parts of its width by column; the first ``head_rows`` rows repeat on
    every page. ``note`` stands below."""

    id: str
    caption: str
    widths: tuple[int, ...]
    cells: tuple[GridCell, ...]
    head_rows: int = 0
    note: str = ""
    sheet: str = ""

    @property
    def height(self) -> int:
        return max((cell.row + cell.rows for cell in self.cells), default=0)

    @property
    def width(self) -> int:
        return len(self.widths)

    def rows(self) -> Iterator[tuple[GridCell, ...]]:
        """Yield the cells that begin in each row, from left to right."""
        for row in range(self.height):
            yield tuple(sorted((cell for cell in self.cells if cell.row == row), key=lambda cell: cell.column))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A numbered part: its exact heading, paragraphs, tables.

    ``written`` parts are text the office writes (一, 五, 六); ``covers`` says what it must tell.
    """

    id: str
    heading: str
    texts: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    written: bool = False
    covers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What a figure counts: the text of its card, printed as a footnote.

    ``own`` ones are the form's: without them its figures cannot be read, so they stand below its table everywhere.
    """

    code: str
    title: str
    unit: str
    text: str
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityResult:
    """How an identity of the report came out. ``cells`` are figure ids or line codes; none broken when it holds."""

    id: str
    words: str
    holds: bool = True
    cells: tuple[str, ...] = ()
    expected: str = ""
    found: str = ""
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecountDifference:
    """A line in which the sealed figure and the recount of the records part."""

    code: str
    frozen: Number
    live: Number
    explained: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the figures come from: the store's sealed days or the hub's, or (``live``) the records themselves.

    ``open_days`` are days of the period that are not counted yet; ``head`` the hash of the last packet counted.
    """

    kind: str = "store"  # store | hub
    live: bool = False
    open_days: tuple[date, ...] = ()
    adjustments: int = 0
    head: str = ""
    units: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Report:
    """A year's report, complete and unchangeable.

    ``title`` as printed; ``basis`` the document that prescribes the form; ``slots`` name figures for the text parts
    (``received`` → ``table3.received.total``). ``first`` and ``last`` bound the days counted, both included.
    """

    form: str
    form_title: str
    title: str
    basis: str
    year: int
    first: date
    last: date
    agency: str
    parts: tuple[Part, ...]
    figures: tuple[Figure, ...]
    slots: Mapping[str, str] = field(default_factory=dict)
    definitions: tuple[Definition, ...] = ()
    identities: tuple[IdentityResult, ...] = ()
    differences: tuple[RecountDifference, ...] = ()
    source: Source = field(default_factory=Source)

    @cached_property
    def cells(self) -> Mapping[str, Figure]:
        """The figures by id."""
        return {figure.id: figure for figure in self.figures}

    def part(self, id: str) -> Part:
        return next(part for part in self.parts if part.id == id)

    def grids(self) -> tuple[Grid, ...]:
        """All tables of all parts, in print order."""
        return tuple(grid for part in self.parts for grid in part.grids)

    def grid(self, id: str) -> Grid:
        return next(grid for grid in self.grids() if grid.id == id)

    def cell_text(self, cell: GridCell) -> str:
        """What stands in a table's cell."""
        return self.cells[cell.figure].text if cell.figure else cell.text

    def footnotes(self, grid: Grid) -> tuple[str, ...]:
        """What stands below a table wherever it is printed: its note, then what the form itself explains of it."""
        own = [f"{one.title}：{one.text}" for one in self.definitions if one.own and one.code.startswith(grid.id + ".")]
        return (*((grid.note,) if grid.note else ()), *own)

    def slot_values(self) -> dict[str, str]:
        """What fills ``{{name}}`` in a text: every slot of the form, the year, the period and the agency."""
        period = "至".join(f"{day.year}年{day.month}月{day.day}日" for day in (self.first, self.last))
        return {"year": str(self.year), "agency": self.agency, "period": period} | {
            name: self.cells[id].text for name, id in self.slots.items() if id in self.cells
        }

    @property
    def broken(self) -> tuple[IdentityResult, ...]:
        return tuple(result for result in self.identities if not result.holds)

    @cached_property
    def sha256(self) -> str:
        """The hash of the canonical text: the same report has the same one, on every machine."""
        return hashlib.sha256(canonical(self).encode()).hexdigest()

    @cached_property
    def checksum(self) -> str:
        """The hash of what is told, printed on every format: the same wherever the same days were counted.

        A window's store and the hub hold the same days under different heads, and only the store names records.
        """
        told = _plain(self)
        told["source"] = {name: told["source"][name] for name in ("live", "open_days")}
        told["identities"] = [one[:-1] for one in told["identities"]]
        return digest(told)

    def __hash__(self) -> int:
        return hash(self.sha256)


def with_texts(report: Report, texts: Mapping[str, tuple[str, ...]]) -> Report:
    """Return the report with the paragraphs of the parts named (slots already filled) in place of its own."""
    return replace(
        report,
        parts=tuple(replace(part, texts=texts[part.id]) if part.id in texts else part for part in report.parts),
    )


def canonical(report: Report) -> str:
    """Return the report as the text that is hashed, kept and compared: JSON, keys sorted, compact.

    Whole numbers are JSON numbers, decimals strings, 未统计 is null.
    """
    return json.dumps(_plain(report), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(report: Report) -> dict[str, Any]:
    return {
        "shape": SHAPE,
        "form": report.form,
        "form_title": report.form_title,
        "title": report.title,
        "basis": report.basis,
        "year": report.year,
        "first": report.first.isoformat(),
        "last": report.last.isoformat(),
        "agency": report.agency,
        "parts": [
            {
                "id": part.id,
                "heading": part.heading,
                "texts": list(part.texts),
                "written": part.written,
                "covers": part.covers,
                "grids": [
                    {
                        "id": grid.id,
                        "caption": grid.caption,
                        "widths": list(grid.widths),
                        "head_rows": grid.head_rows,
                        "note": grid.note,
                        "sheet": grid.sheet,
                        "cells": [
                            [cell.row, cell.column, cell.rows, cell.columns, cell.text, cell.figure, cell.head]
                            for cell in grid.cells
                        ],
                    }
                    for grid in part.grids
                ],
            }
            for part in report.parts
        ],
        "figures": [
            [
                figure.id,
                None if figure.value is None else plain(figure.value),
                figure.unit,
                figure.name,
                list(figure.lines),
                figure.decimal,
            ]
            for figure in report.figures
        ],
        "slots": dict(report.slots),
        "definitions": [[one.code, one.title, one.unit, one.text, one.own] for one in report.definitions],
        "identities": [
            [one.id, one.words, one.holds, list(one.cells), one.expected, one.found, list(one.records)]
            for one in report.identities
        ],
        "differences": [
            [one.code, plain(one.frozen), plain(one.live), plain(one.explained)] for one in report.differences
        ],
        "source": {
            "kind": report.source.kind,
            "live": report.source.live,
            "open_days": [day.isoformat() for day in report.source.open_days],
            "adjustments": report.source.adjustments,
            "head": report.source.head,
            "units": list(report.source.units),
        },
    }


def read(text: str) -> Report:
    """Return the report a canonical text spells; ``canonical(read(text)) == text``."""
    said: dict[str, Any] = json.loads(text)
    source = said["source"]
    return Report(
        form=said["form"],
        form_title=said["form_title"],
        title=said["title"],
        basis=said["basis"],
        year=said["year"],
        first=date.fromisoformat(said["first"]),
        last=date.fromisoformat(said["last"]),
        agency=said["agency"],
        parts=tuple(
            Part(
                id=part["id"],
                heading=part["heading"],
                texts=tuple(part["texts"]),
                written=part["written"],
                covers=part["covers"],
                grids=tuple(_grid(grid) for grid in part["grids"]),
            )
            for part in said["parts"]
        ),
        figures=tuple(
            Figure(
                id=id,
                value=None if value is None else number(value),
                unit=unit,
                name=name,
                lines=tuple(lines),
                decimal=decimal,
            )
            for id, value, unit, name, lines, decimal in said["figures"]
        ),
        slots=said["slots"],
        definitions=tuple(
            Definition(code=code, title=title, unit=unit, text=words, own=own)
            for code, title, unit, words, own in said["definitions"]
        ),
        identities=tuple(
            IdentityResult(
                id=id,
                words=words,
                holds=holds,
                cells=tuple(cells),
                expected=expected,
                found=found,
                records=tuple(records),
            )
            for id, words, holds, cells, expected, found, records in said["identities"]
        ),
        differences=tuple(
            RecountDifference(code=code, frozen=number(frozen), live=number(live), explained=number(explained))
            for code, frozen, live, explained in said["differences"]
        ),
        source=Source(
            kind=source["kind"],
            live=source["live"],
            open_days=tuple(date.fromisoformat(day) for day in source["open_days"]),
            adjustments=source["adjustments"],
            head=source["head"],
            units=tuple(source["units"]),
        ),
    )


def _grid(said: Mapping[str, Any]) -> Grid:
    return Grid(
        id=said["id"],
        caption=said["caption"],
        widths=tuple(said["widths"]),
        head_rows=said["head_rows"],
        note=said["note"],
        sheet=said["sheet"],
        cells=tuple(
            GridCell(row=row, column=column, rows=rows, columns=columns, text=text, figure=figure, head=head)
            for row, column, rows, columns, text, figure, head in said["cells"]
        ),
    )
