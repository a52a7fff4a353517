"""How does a table of a form become cells? Merged as drawn, one row a member where a line is open, figures named."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hallclient.domain.figures.lines import Values
from hallclient.domain.figures.report_forms import EachRow, FigureRule, TableRule
from hallclient.domain.figures.report_pieces import Figure, Grid, GridCell

LEFT, ABOVE = "<", "^"
_HEADS = {"# ": "column", "> ": "row"}


def draw(table: TableRule, values: Values) -> tuple[Grid | None, list[FigureRule]]:
    """Return a table with the rows its open lines have, and the rules of the figures in those rows.

    None for an optional table without such a row.
    """
    rows: list[tuple[str, ...]] = []
    further: list[FigureRule] = []
    for row in table.rows:
        if isinstance(row, EachRow):
            for member in _members(row, values):
                rows.append(tuple(_cell(cell, member, further) for cell in row.cells))
        else:
            rows.append(row)
    if table.optional and not further:
        return None, []
    grid = Grid(
        id=table.id,
        caption=table.caption,
        widths=table.widths,
        cells=tuple(_cells(rows)),
        head_rows=table.head_rows,
        note=table.note,
        sheet=table.sheet,
    )
    return grid, further


def _members(row: EachRow, values: Values) -> list[str]:
    prefix = row.line + "."
    found = {code.removeprefix(prefix): value for code, value in values.items() if code.startswith(prefix)}
    if row.largest_first:
        return sorted(found, key=lambda name: (-found[name], name))
    return sorted(found)


def _cell(drawn: str, member: str, further: list[FigureRule]) -> str:
    """Return an open row's cell with the member's name; a figure there tells its line and unit behind the id."""
    text = drawn.replace("{0}", member)
    if not text.startswith("@"):
        return text
    # The member's name may hold anything, so the pieces are cut from the drawing, not from the text.
    id, _, rule = drawn.partition(" = ")
    line, _, unit = rule.rpartition(" ")
    id, line = id.replace("{0}", member)[1:], line.replace("{0}", member)
    further.append(FigureRule(id=id, lines=(line,), unit=unit, decimal=unit == "元"))
    return "@" + id


def _cells(rows: Sequence[Sequence[str]]) -> Iterable[GridCell]:
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text in (LEFT, ABOVE):
                continue
            columns = 1
            while column + columns < len(row) and row[column + columns] == LEFT:
                columns += 1
            deep = 1
            while at + deep < len(rows) and rows[at + deep][column] == ABOVE:
                deep += 1
            head = _HEADS.get(text[:2], "")
            figure = text[1:] if text.startswith("@") else ""
            yield GridCell(
                row=at,
                column=column,
                rows=deep,
                columns=columns,
                text="" if figure else text[2:] if head else text,
                figure=figure,
                head=head,
            )


def named(figures: Iterable[Figure], grids: Iterable[Grid]) -> list[Figure]:
    """Return the figures with their names: the headings of the row, then those of the column."""
    names: dict[str, str] = {}
    for grid in grids:
        for cell in grid.cells:
            if cell.figure:
                names.setdefault(cell.figure, " ".join(head.text for head in headings(grid, cell)))
    return [replace(figure, name=names.get(figure.id, figure.name)) for figure in figures]


def headings(grid: Grid, cell: GridCell) -> list[GridCell]:
    """Return the headings over a cell: those of its row from left to right, then those of its column from the top.

    A heading across all columns opens a block and ends the one before: only the last such block counts.
    """
    row = [head for head in grid.cells if head.head == "row" and head.row <= cell.row < head.row + head.rows]
    above = [
        head
        for head in grid.cells
        if head.head == "column"
        and head.row < cell.row
        and head.column < cell.column + cell.columns
        and cell.column < head.column + head.columns
    ]
    blocks = [head.row for head in above if head.columns == grid.width]
    start = max(blocks, default=0)
    return sorted(row, key=lambda head: head.column) + sorted(
        (head for head in above if head.row >= start), key=lambda head: head.row
    )
