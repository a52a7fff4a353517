"""Which column does a heading mean? By name or label; what old registers call it is only ever a suggestion."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hallclient.domain.register.history import COLUMNS, ImportColumn, ImportKind, ProblemCode, RowProblem

HEADING_ROW = 1


@dataclass(frozen=True, slots=True)
class Matched:
    """``columns`` gives the column at each place of a row (None: left out); ``suggested`` adds guesses."""

    columns: tuple[ImportColumn | None, ...]
    mapping: dict[str, str]
    suggested: dict[str, str]
    unknown: tuple[str, ...]
    lacking: tuple[str, ...]
    problems: tuple[RowProblem, ...]


def match(kind: ImportKind, headings: Sequence[str], mapping: Mapping[str, str] | None = None) -> Matched:
    """Return which column each heading stands for.

    Without ``mapping`` a heading is a column's name or its label, anything else is unknown. With it, each heading
    stands for the column it names; "" leaves the heading out.
    """
    by_name = {column.name: column for column in COLUMNS[kind]}
    exact = {_plain(word): column for column in COLUMNS[kind] for word in (column.name, column.label)}
    columns: list[ImportColumn | None] = []
    applied: dict[str, str] = {}
    unknown: list[str] = []
    problems: list[RowProblem] = []
    for heading in headings:
        if mapping is not None and heading in mapping:
            column = by_name.get(mapping[heading])
            known = column is not None or not mapping[heading]
        else:
            column = exact.get(_plain(heading))
            known = column is not None
        if not known:
            unknown.append(heading)
            names = tuple(f"{c.name} {c.label}" for c in COLUMNS[kind])
            problems.append(RowProblem(HEADING_ROW, heading, ProblemCode.UNKNOWN_COLUMN, heading, names))
        elif column is not None and column.name in applied.values():
            problems.append(RowProblem(HEADING_ROW, heading, ProblemCode.COLUMN_TWICE, column.label))
            column = None
        columns.append(column)
        applied[heading] = column.name if column else ""
    lacking = tuple(c.name for c in COLUMNS[kind] if c.required and c.name not in applied.values())
    problems += [
        RowProblem(HEADING_ROW, by_name[name].label, ProblemCode.COLUMN_MISSING, "", (name, by_name[name].label))
        for name in lacking
    ]
    return Matched(
        tuple(columns), applied, _suggested(kind, applied, unknown), tuple(unknown), lacking, tuple(problems)
    )


def _suggested(kind: ImportKind, applied: Mapping[str, str], unknown: Sequence[str]) -> dict[str, str]:
    suggested, taken = dict(applied), {name for name in applied.values() if name}
    for heading in unknown:
        plain = _plain(heading)
        free = [column for column in COLUMNS[kind] if column.name not in taken]
        # Exactly an old register's word first; then a heading that has a label's word within it (来访登记时间).
        guesses = [c for c in free if plain in map(_plain, c.aliases)] or [
            c for c in free if any(len(word) > 1 and _plain(word) in plain for word in (c.label, *c.aliases))
        ]
        if guesses:
            suggested[heading] = guesses[0].name
            taken.add(guesses[0].name)
    return suggested


def _plain(text: str) -> str:
    return "".join(text.split()).strip("*:：").casefold()
