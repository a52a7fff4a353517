"""Which forms of the annual report are there? Read from ``resources/reports``: parts, tables, figures, identities.

A form is data. Its tables are drawn row by row: ``"<"`` continues the cell at the left, ``"^"`` the cell above, ``"#"``
begins a column's heading, ``">"`` a row's, ``"@"`` names a figure (``"@table3.received.*"``: one for each column of
the table). A figure is the sum of lines, a minus taking off. ``{name}`` runs over a list given beside, ``{*set}`` puts
all members of a set there at once.
"""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hallclient.domain.refusal import Refusal

DIGITS = "一二三四五六七八九十"


class FormInvalid(ValueError):
    """A file of ``resources/reports`` contradicts itself; raised at start, so a release cannot carry it."""


class ReportFormUnknown(Refusal):
    """There is no form of this name; ``known`` lists those there are."""

    fields = ("form",)

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__()
        self.known = known


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRule:
    """How a figure is counted: the sum of ``lines``. ``manual`` ones are 未统计 until a counter was entered; so is one
    without lines. ``over``: the whole year up to the last day (``year``) or the days of the return (``period``).
    ``confirm``: what of this mapping is ours and must be asked of whoever takes the report in."""

    id: str
    lines: tuple[str, ...]
    unit: str
    over: str = "year"
    manual: bool = False
    decimal: bool = False
    definition: str = ""
    confirm: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharesRule:
    """Percentages that add up to 100.0: each figure ``of`` gives one, its id with ``.share_percent`` in place of
    its last word. ``total`` is the id of their sum."""

    of: tuple[str, ...]
    total: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EachRow:
    """One row for every member an open line has: units, topics, fees by unit."""

    line: str
    cells: tuple[str, ...]
    largest_first: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRule:
    """A table as the form draws it."""

    id: str
    caption: str
    sheet: str
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...] | EachRow, ...]
    columns: tuple[str, ...] = ()
    head_rows: int = 0
    note: str = ""
    optional: bool = False
    confirm: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRule:
    """A numbered part of the form; ``texts`` have slots ``{{name}}``."""

    id: str
    heading: str
    texts: tuple[str, ...] = ()
    tables: tuple[TableRule, ...] = ()
    written: bool = False
    covers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityRule:
    """Two sums that must agree; ``-`` in front of an id takes it off, ``*`` in one stands for every member.

    ``last`` are cells of the year before, added to ``expected``; such a rule is asked only where they are known.
    ``warning``: clean-ups may break it, it is told and forbids nothing. ``complete``: asked only where a report tells
    all its cells, for forms in plain words that need not tell each.
    """

    id: str
    words: str
    expected: tuple[str, ...]
    found: tuple[str, ...]
    last: tuple[str, ...] = ()
    warning: bool = False
    complete: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        return tuple(id.removeprefix("-") for id in (*self.expected, *self.found))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportForm:
    """A form. ``first`` and ``until`` bound the years it was prescribed for, ``default`` those it is taken for when
    nobody names a form. ``watched``: figures no identity holds, and how many times last year's they may become."""

    id: str
    title: str
    heading: str
    basis: str
    first: int
    until: int | None
    default: bool
    parts: tuple[PartRule, ...]
    figures: tuple[FigureRule, ...]
    shares: tuple[SharesRule, ...]
    identities: tuple[IdentityRule, ...]
    slots: Mapping[str, str]
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reading: tuple[tuple[str, str], ...] = ()
    watched: tuple[tuple[str, int], ...] = ()

    def table(self, id: str) -> TableRule:
        return next(table for part in self.parts for table in part.tables if table.id == id)

    def valid_in(self, year: int) -> bool:
        return self.first <= year and (self.until is None or year < self.until)


class ReportForms:
    """All forms, in the order of the years they were prescribed for."""

    def __init__(self, forms: Iterable[ReportForm]) -> None:
        self.forms = tuple(sorted(forms, key=lambda form: (form.first, not form.default, form.id)))
        self._by_id = {form.id: form for form in self.forms}

    def __getitem__(self, id: str) -> ReportForm:
        """Return a form. Raises ReportFormUnknown."""
        try:
            return self._by_id[id]
        except KeyError:
            raise ReportFormUnknown(self.ids) from None

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(form.id for form in self.forms)

    def for_year(self, year: int) -> ReportForm:
        """Return the form a year's report is made in when nobody names one."""
        fitting = [form for form in self.forms if form.default and form.valid_in(year)]
        return fitting[0] if fitting else next(form for form in reversed(self.forms) if form.default)


def read(said: Mapping[str, Any]) -> ReportForm:
    """Return the form a file spells. Raises FormInvalid when it contradicts itself."""
    try:
        form = _form(said)
    except (KeyError, TypeError, ValueError) as error:
        raise FormInvalid(str(error)) from error
    _check(form)
    return form


def _form(said: Mapping[str, Any]) -> ReportForm:
    sets = {name: tuple(members) for name, members in said.get("sets", {}).items()}
    return ReportForm(
        id=said["id"],
        title=said["title"],
        heading=said["heading"],
        basis=said["basis"],
        first=said["first"],
        until=said.get("until"),
        default=said.get("default", True),
        parts=tuple(_part(part) for part in said["part"]),
        figures=tuple(
            FigureRule(
                id=one["id"],
                lines=_ids(one.get("lines", ()), sets),
                unit=one.get("unit", "件"),
                over=one.get("over", "year"),
                manual=one.get("manual", False),
                decimal=one.get("decimal", False),
                definition=one.get("definition", ""),
                confirm=one.get("confirm", ""),
            )
            for entry in said["figure"]
            for one in _each(entry, sets)
        ),
        shares=tuple(
            SharesRule(of=_ids(entry["of"], sets), total=entry.get("total", "")) for entry in said.get("shares", ())
        ),
        identities=tuple(
            IdentityRule(
                id=one["id"],
                words=one["words"],
                expected=_ids(one.get("expected", ()), sets),
                found=_ids(one["found"], sets),
                last=_ids(one.get("last", ()), sets),
                warning=one.get("warning", False),
                complete=one.get("complete", False),
            )
            for entry in said.get("identity", ())
            for one in _each(entry, sets)
        ),
        slots=dict(said.get("slots", {})),
        sets=sets,
        watched=tuple((id, entry["times"]) for entry in said.get("watch", ()) for id in entry["cells"]),
        reading=tuple((entry["cell"], entry["pattern"]) for entry in said.get("reading", ())),
    )


def _part(said: Mapping[str, Any]) -> PartRule:
    return PartRule(
        id=said["id"],
        heading=said["heading"],
        texts=tuple(said.get("texts", ())),
        tables=tuple(_table(table) for table in said.get("table", ())),
        written=said.get("written", False),
        covers=said.get("covers", ""),
    )


def _table(said: Mapping[str, Any]) -> TableRule:
    columns = tuple(said.get("columns", ()))
    rows: list[tuple[str, ...] | EachRow] = []
    for row in said["rows"]:
        if isinstance(row, Mapping):
            rows.append(
                EachRow(line=row["each"], cells=tuple(row["cells"]), largest_first=row.get("largest_first", True))
            )
        else:
            rows.append(tuple(itertools.chain.from_iterable(_wide(cell, columns) for cell in row)))
    return TableRule(
        id=said["id"],
        caption=said["caption"],
        sheet=said.get("sheet", said["caption"]),
        widths=tuple(said["widths"]),
        rows=tuple(rows),
        columns=columns,
        head_rows=said.get("head_rows", 0),
        note=said.get("note", ""),
        optional=said.get("optional", False),
        confirm=said.get("confirm", ""),
    )


def _wide(cell: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    if cell.startswith("@") and cell.endswith(".*"):
        return tuple(cell[:-1] + column for column in columns)
    return (cell,)


_KNOWN = {
    "id",
    "words",
    "lines",
    "expected",
    "found",
    "last",
    "unit",
    "manual",
    "decimal",
    "definition",
    "confirm",
    "warning",
}


def _each(entry: Mapping[str, Any], sets: Mapping[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    """Return an entry once for every combination of the lists its ``{name}``s run over."""
    ranges = {
        name: sets[members[1:]] if isinstance(members, str) else tuple(members)
        for name, members in entry.items()
        if name not in _KNOWN and (isinstance(members, list) or (isinstance(members, str) and members.startswith("$")))
    }
    found = []
    for chosen in itertools.product(*ranges.values()):
        values = dict(zip(ranges, chosen, strict=True))
        found.append({name: _filled(value, values) for name, value in (dict(entry) | values).items()})
    return found


def _filled(value: Any, values: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        for name, member in values.items():
            value = value.replace("{" + name + "}", member)
        return value
    if isinstance(value, list):
        return [_filled(one, values) for one in value]
    return value


def _ids(names: Sequence[str], sets: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        whole = re.search(r"\{\*(\w+)\}", name)
        if whole is None:
            found.append(name)
        else:
            found += [name.replace(whole.group(0), member) for member in sets[whole.group(1)]]
    return tuple(found)


def _check(form: ReportForm) -> None:
    known = [rule.id for rule in form.figures] + [share_id(id) for rule in form.shares for id in rule.of]
    known += [rule.total for rule in form.shares if rule.total]
    if len(set(known)) != len(known):
        raise FormInvalid(f"{form.id}: a figure twice")
    for part in form.parts:
        for table in part.tables:
            _check_table(form.id, table, set(known))
    wanted = {
        *form.slots.values(),
        *(id for rule in form.identities for id in rule.cells),
        *dict(form.reading),
        *dict(form.watched),
    }
    unknown = [id for id in sorted(wanted - set(known)) if "*" not in id]
    if unknown:
        raise FormInvalid(f"{form.id}: {unknown[0]}")
    for number, part in enumerate(form.parts):
        if len(form.parts) > 1 and not part.heading.startswith(DIGITS[number] + "、"):
            raise FormInvalid(f"{form.id}: {part.heading}")


def _check_table(form: str, table: TableRule, known: set[str]) -> None:
    for row in table.rows:
        cells = row.cells if isinstance(row, EachRow) else row
        if len(cells) != len(table.widths):
            raise FormInvalid(f"{form} {table.id}: {len(cells)} cells of {len(table.widths)}")
        for cell in cells:
            if cell.startswith("@") and "{0}" not in cell and cell[1:] not in known:
                raise FormInvalid(f"{form} {table.id}: {cell}")


def share_id(id: str) -> str:
    """Return the id of a figure's percentage."""
    return id.rpartition(".")[0] + ".share_percent"
