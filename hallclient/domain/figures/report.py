"""What is a year's report? One frozen object behind screen, paper, workbook, web page and archive."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from hallclient.domain.figures.charts import Chart, Series
from hallclient.domain.figures.packet import digest, number, plain
from hallclient.domain.figures.report_pieces import (
    Appendix,
    Definition,
    Figure,
    Grid,
    GridCell,
    IdentityResult,
    Part,
    RecountDifference,
    Source,
)

APPENDIX = "appendix"
SHAPE = 1  # of the canonical text; a later shape keeps reading this one


@dataclass(frozen=True, kw_only=True)
class Report:
    """A year's report, complete and unchangeable.

    ``title`` as printed; ``basis`` the document that prescribes the form; ``slots`` name figures for the text parts
    (``received`` → ``table3.received.total``). ``first`` and ``last`` bound the days counted, both included.
    ``appendix`` stands behind the official parts, if the office adds one.
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
    appendix: Appendix | None = None

    @cached_property
    def cells(self) -> Mapping[str, Figure]:
        """The figures by id."""
        return {figure.id: figure for figure in self.figures}

    def part(self, id: str) -> Part:
        return next(part for part in self.parts if part.id == id)

    @property
    def printed(self) -> tuple[Part, ...]:
        """What is printed one below the other: the parts of the form, then the appendix."""
        added = self.appendix
        if added is None:
            return self.parts
        return (*self.parts, Part(id=APPENDIX, heading=added.heading, texts=added.texts, grids=added.grids))

    def charts(self, part: Part) -> tuple[Chart, ...]:
        """The charts that stand at the end of a part: only the appendix has some."""
        return self.appendix.charts if self.appendix is not None and part.id == APPENDIX else ()

    def grids(self) -> tuple[Grid, ...]:
        """All tables of the form's parts, in print order."""
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
    # Absent without one: a text kept before there were appendices stays what it was.
    further = {"appendix": _plain_appendix(report.appendix)} if report.appendix is not None else {}
    return further | {
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
                "grids": [_plain_grid(grid) for grid in part.grids],
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
        # A last word only where there is one: a text kept before there were such notes stays what it was.
        "definitions": [
            [one.code, one.title, one.unit, one.text, one.own, *([one.confirm] if one.confirm else [])]
            for one in report.definitions
        ],
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


def _plain_grid(grid: Grid) -> dict[str, Any]:
    return {
        "id": grid.id,
        "caption": grid.caption,
        "widths": list(grid.widths),
        "head_rows": grid.head_rows,
        "note": grid.note,
        "sheet": grid.sheet,
        "cells": [
            [cell.row, cell.column, cell.rows, cell.columns, cell.text, cell.figure, cell.head] for cell in grid.cells
        ],
    }


def _plain_appendix(appendix: Appendix) -> dict[str, Any]:
    return {
        "heading": appendix.heading,
        "texts": list(appendix.texts),
        "grids": [_plain_grid(grid) for grid in appendix.grids],
        "charts": [
            {
                "kind": chart.kind,
                "title": chart.title,
                "categories": list(chart.categories),
                "series": [[series.name, list(series.values)] for series in chart.series],
                "unit": chart.unit,
                "note": chart.note,
            }
            for chart in appendix.charts
        ],
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
            Definition(code=code, title=title, unit=unit, text=words, own=own, confirm="".join(confirm))
            for code, title, unit, words, own, *confirm in said["definitions"]
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
        appendix=_appendix(said["appendix"]) if "appendix" in said else None,
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


def _appendix(said: Mapping[str, Any]) -> Appendix:
    return Appendix(
        heading=said["heading"],
        texts=tuple(said["texts"]),
        grids=tuple(_grid(grid) for grid in said["grids"]),
        charts=tuple(
            Chart(
                kind=chart["kind"],
                title=chart["title"],
                categories=tuple(chart["categories"]),
                series=tuple(Series(name=name, values=tuple(values)) for name, values in chart["series"]),
                unit=chart["unit"],
                note=chart["note"],
            )
            for chart in said["charts"]
        ),
    )
