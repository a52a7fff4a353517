"""How do a year's lines become its report? The form's data filled with figures, drawn, checked, explained."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from hallclient.domain.figures import report_identities
from hallclient.domain.figures.day_sheet import Difference
from hallclient.domain.figures.dispute_carry import disputes_carried
from hallclient.domain.figures.identities import Result
from hallclient.domain.figures.identity_words import identity_name
from hallclient.domain.figures.lines import LineCatalogue, Number, Values
from hallclient.domain.figures.report import Report, with_texts
from hallclient.domain.figures.report_drawing import draw, named
from hallclient.domain.figures.report_forms import FigureRule, ReportForm, share_id
from hallclient.domain.figures.report_identities import WHOLE, WORDS, Violation
from hallclient.domain.figures.report_pieces import (
    Definition,
    Figure,
    Grid,
    IdentityResult,
    Part,
    RecountDifference,
    Source,
)
from hallclient.domain.figures.shares import NO_SHARE, largest_remainder
from hallclient.domain.register.kinds import ApplicantKind

PENDING = "disputes.pending_before."  # what was undecided when the days began: told beside the lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What the days of a report came to: lines, disputes undecided before them by kind, and how they check out.

    ``entered`` names manual counters of which somebody entered a count, were it 0.
    """

    values: Values
    pending_before: Mapping[str, Number] = field(default_factory=dict)
    identities: tuple[Result, ...] = ()
    differences: tuple[Difference, ...] = ()
    entered: frozenset[str] = frozenset()


def compile_report(
    form: ReportForm,
    counted: Counted,
    *,
    lines: LineCatalogue,
    agency: str,
    year: int,
    first: date,
    last: date,
    source: Source,
    period: Counted | None = None,
    carried_in: Mapping[str, Number] | None = None,
    last_year: Mapping[str, Number | None] | None = None,
) -> Report:
    """Return a year's report in a form, complete and checked.

    ``counted`` are the days from 1 January to ``last``; ``period`` those from ``first`` for a return that tells both.
    ``carried_in`` is last year's row 结转下年度 by applicant kind, for an agency whose earlier years are not in the
    store: it takes the place of the store's own 上年结转, and what is still open of it stays open. ``last_year`` are
    the cells of last year's report as published (R4, W1); without it R4 compares ``carried_in`` with the store.
    """
    values = _with_pending(counted)
    own = {column: values.get(code, 0) for column, code in _carried("carried_in").items()}
    if carried_in is not None:
        values = _carried_over(values, own, carried_in)
    spans = {"year": values, "period": values if period is None else _with_pending(period)}
    rules, grids_by_part = _drawn(form, values)
    figures = [*_figures(rules, spans, counted.entered), *_shares(form, rules, spans)]
    figures = named(figures, [grid for grids in grids_by_part for grid in grids])
    by_id = {figure.id: figure for figure in figures}
    if last_year is None and any(own.values()):
        last_year = {f"table3.carried_out.{column}": value for column, value in own.items()}
    cells = {figure.id: figure.value for figure in figures}
    violations = report_identities.check(form, cells, last_year=last_year)
    carried = disputes_carried(cells, last_year or {}, values)
    report = Report(
        form=form.id,
        form_title=form.title,
        title=form.heading.format(agency=agency, year=year),
        basis=form.basis,
        year=year,
        first=first,
        last=last,
        agency=agency,
        parts=tuple(
            Part(
                id=part.id,
                heading=part.heading,
                texts=part.texts,
                grids=grids,
                written=part.written,
                covers=part.covers,
            )
            for part, grids in zip(form.parts, grids_by_part, strict=True)
        ),
        figures=tuple(figures),
        slots={name: id for name, id in form.slots.items() if id in by_id},
        definitions=_definitions(form, rules, lines, by_id),
        identities=(*_results(form, violations, _below_nothing(figures), counted.identities, lines), *carried),
        differences=tuple(
            RecountDifference(code=one.code, frozen=one.frozen, live=one.live, explained=one.explained)
            for one in counted.differences
        ),
        source=source,
    )
    return with_slots(report)


def with_slots(report: Report) -> Report:
    """Return the report with the ``{{slots}}`` of all its texts filled; an unknown slot stays as it is written."""
    values = report.slot_values()
    return with_texts(report, {part.id: tuple(filled(text, values) for text in part.texts) for part in report.parts})


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its slots ``{{name}}`` filled."""
    return re.sub(r"\{\{\s*(\w+)\s*\}\}", lambda slot: values.get(slot.group(1), slot.group(0)), text)


def _with_pending(counted: Counted) -> Values:
    return dict(counted.values) | {PENDING + kind: value for kind, value in counted.pending_before.items()}


def _carried(row: str) -> dict[str, str]:
    codes = {kind.value: f"applications.{row}.kind.{kind.value}" for kind in ApplicantKind}
    return codes | {"total": f"applications.{row}"}


def _carried_over(values: Values, own: Mapping[str, Number], given: Mapping[str, Number]) -> Values:
    row = {kind.value: given.get(kind.value, 0) for kind in ApplicantKind}
    row["total"] = given.get("total", sum(row.values()))
    moved = dict(values)
    comes, goes = _carried("carried_in"), _carried("carried_out")
    for column, value in row.items():
        moved[comes[column]] = value
        moved[goes[column]] = moved.get(goes[column], 0) + value - own[column]
    return moved


def _drawn(form: ReportForm, values: Values) -> tuple[list[FigureRule], list[tuple[Grid, ...]]]:
    """Return the rules of all figures, those of open rows among them, and the tables of each part."""
    rules, parts = list(form.figures), []
    for part in form.parts:
        grids: list[Grid] = []
        for table in part.tables:
            grid, further = draw(table, values)
            rules += further
            if grid is not None:
                grids.append(grid)
        parts.append(tuple(grids))
    return rules, parts


def _figures(rules: Iterable[FigureRule], spans: Mapping[str, Values], entered: frozenset[str]) -> list[Figure]:
    return [
        Figure(
            id=rule.id,
            value=_value(rule, spans[rule.over], entered),
            unit=rule.unit,
            lines=tuple(code for code in rule.lines if PENDING not in code),
            decimal=rule.decimal,
        )
        for rule in rules
    ]


def _value(rule: FigureRule, values: Values, entered: frozenset[str]) -> Number | None:
    if not rule.lines:
        return None
    if rule.manual and not any(code in values or code.partition(".")[2] in entered for code in rule.lines):
        return None
    total: Number = 0
    for code in rule.lines:
        total += -values.get(code[1:], 0) if code.startswith("-") else values.get(code, 0)
    return int(total) if isinstance(total, Decimal) and total == int(total) else total


def _shares(form: ReportForm, rules: Iterable[FigureRule], spans: Mapping[str, Values]) -> list[Figure]:
    by_id = {rule.id: rule for rule in rules}
    figures = []
    for shares in form.shares:
        counts = [_value(by_id[id], spans[by_id[id].over], frozenset()) or 0 for id in shares.of]
        for id, share in zip(shares.of, largest_remainder(counts), strict=True):
            value = None if share == NO_SHARE else Decimal(share)
            figures.append(Figure(id=share_id(id), value=value, unit="%", lines=by_id[id].lines, decimal=True))
        if shares.total:
            whole = Decimal("100.0") if any(counts) else None
            figures.append(Figure(id=shares.total, value=whole, unit="%", decimal=True))
    return figures


def _below_nothing(figures: Sequence[Figure]) -> tuple[str, ...]:
    """Name the cells that are no whole number of at least 0 (R8): a balance that does not come out."""
    return tuple(
        figure.id
        for figure in figures
        if figure.value is not None and (figure.value < 0 or not (figure.decimal or figure.value == int(figure.value)))
    )


def _results(
    form: ReportForm,
    violations: Sequence[Violation],
    below: tuple[str, ...],
    counted: Sequence[Result],
    lines: LineCatalogue,
) -> tuple[IdentityResult, ...]:
    words = {rule.id: rule.words for rule in form.identities}
    if form.shares:
        words[report_identities.SHARES] = WORDS[report_identities.SHARES]
    if any(one.identity == report_identities.LEAP for one in violations):
        words[report_identities.LEAP] = WORDS[report_identities.LEAP]
    results = []
    for id, said in words.items():
        broken = [one for one in violations if one.identity == id]
        results.append(
            IdentityResult(
                id=id,
                words=said,
                holds=not broken,
                cells=tuple(dict.fromkeys(cell for one in broken for cell in one.cells)),
                expected="、".join(str(one.expected) for one in broken),
                found="、".join(str(one.found) for one in broken),
            )
        )
    results.append(IdentityResult(id=WHOLE, words=WORDS[WHOLE], holds=not below, cells=below))
    for result in counted:
        results.append(
            IdentityResult(
                id=result.id,
                words=WORDS.get(result.id) or identity_name(result.id, lines),
                holds=result.holds,
                cells=() if result.holds else result.cells,
                expected="" if result.holds else str(result.expected),
                found="" if result.holds else str(result.found),
                records=result.records,
            )
        )
    return tuple(results)


def _definitions(
    form: ReportForm, rules: Iterable[FigureRule], lines: LineCatalogue, figures: Mapping[str, Figure]
) -> tuple[Definition, ...]:
    """Return the card of every line the report is made of, in print order, then what the form itself explains."""
    shown, own = set(), {}
    for rule in rules:
        for code in rule.lines:
            found = lines.find(code.removeprefix("-"))
            if found is not None:
                shown.add(found[0].code)
        if rule.definition or rule.confirm:
            own[rule.definition, rule.confirm, rule.id.rpartition(".")[0]] = rule
    cards = [
        Definition(
            code=line.code,
            title=line.title.replace("{0}", "…").replace("{1}", "…"),
            unit="" if line.unit == "*" else line.unit,
            text=line.definition,
        )
        for line in lines.lines
        if line.code in shown
    ]
    for part in form.parts:
        for table in part.tables:
            if table.confirm:
                cards.append(Definition(code=table.id, title=table.caption, unit="", text="", confirm=table.confirm))
    for (text, confirm, code), rule in own.items():
        title, _, said = text.partition("：")
        cards.append(
            Definition(
                code=code,
                title=title or figures[rule.id].name.partition(" ")[0],
                unit=rule.unit,
                text=said,
                own=bool(text),
                confirm=confirm,
            )
        )
    return tuple(cards)
