"""What does the law say today? Reads and validates resources/: calendars, rule sets, tariffs, remedies, outcomes."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from hallclient.domain.figures import report_forms
from hallclient.domain.figures.report_forms import ReportForms
from hallclient.domain.law.calendar_packs import (
    CalendarPack,
    CalendarPackInvalid,
    Holiday,
    LocalOverride,
    Statutory,
    check_pack,
    provisional_pack,
)
from hallclient.domain.law.calendar_values import begins, month_day_in
from hallclient.domain.law.decision import Question, read_questions
from hallclient.domain.law.dispute_clocks import DisputeRules, read_dispute_rules
from hallclient.domain.law.fees import PriceStep, Scale, Tariff
from hallclient.domain.law.outcomes import Outcome, OutcomeEntry
from hallclient.domain.law.remedies import Remedies, RemedyClass, RemedyRegime
from hallclient.domain.law.remedy_period import RemedyTerms, read_remedy_terms
from hallclient.domain.law.rulesets import Conventions, Period, RuleSet
from hallclient.domain.law.working_days import CalendarYearMissing, WorkingCalendar
from hallclient.domain.register.enquiry_clocks import EnquiryClock, read_clocks
from hallclient.foundation.paths import RESOURCES
from hallclient.foundation.trouble import Trouble

Table = Mapping[str, Any]


class ReferenceDamaged(Trouble):
    """A file under resources/ is missing or says something impossible: the installation is damaged."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__()
        self.name, self.detail = name, detail


def load_statutory(folder: Path = RESOURCES) -> Statutory:
    """Return the statutory holidays and the dates of moving festivals. Raises ReferenceDamaged."""
    with _file(folder / "calendars" / "festivals.toml") as table:
        statutory = Statutory(
            source=table["source"],
            holidays=tuple(
                Holiday(entry["name"], entry["anchor"], entry["days"], entry["feast"], tuple(entry["window"]))
                for entry in table["holiday"]
            ),
            days_from=tuple((entry["from"], entry["days"]) for entry in table["statutory_days"]),
            makeup_within_days=table["makeup_within_days"],
            festivals={int(year): dates for year, dates in table["festivals"].items()},
        )
        for holiday in statutory.holidays:
            for month_day in (*holiday.window, *([holiday.anchor] if holiday.anchor[0].isdigit() else [])):
                month_day_in(month_day, min(statutory.festivals))
            for year in statutory.festivals:
                if begins(holiday, year, statutory) is None:
                    raise KeyError(f"{holiday.anchor} {year}")
    return statutory


def load_calendar(extra_packs: tuple[CalendarPack, ...] = (), folder: Path = RESOURCES) -> WorkingCalendar:
    """Return the working calendar: the announced years, then provisional ones as far as the festivals are known.

    ``extra_packs`` (imported by a supervisor) stand before the bundled pack of their year. Raises ReferenceDamaged.
    """
    packs = dict(_bundled_packs(folder))
    packs.update({pack.year: pack for pack in extra_packs})
    try:
        return WorkingCalendar(tuple(packs[year] for year in sorted(packs)))
    except CalendarYearMissing as error:
        raise ReferenceDamaged(f"{error.year}.toml", "missing") from error


@cache  # a clerk who signs in after another does not read twenty files again
def _bundled_packs(folder: Path) -> Mapping[int, CalendarPack]:
    statutory = load_statutory(folder)
    packs: dict[int, CalendarPack] = {}
    for path in sorted((folder / "calendars").glob("[0-9]*.toml")):
        with _file(path) as table:
            pack = read_pack(table)
            if str(pack.year) != path.stem:
                raise ValueError(f"year {pack.year}")
            check_pack(pack, statutory)
        packs[pack.year] = pack
    if not packs:
        raise ReferenceDamaged("calendars", "no year")
    # A lost file of a past year must never turn into guesses: only what follows our last notice is provisional.
    last = max(packs)
    for year in sorted(year for year in statutory.festivals if year > last):
        packs[year] = provisional_pack(year, statutory)
    return packs


def read_pack(table: Table) -> CalendarPack:
    """Return the pack a calendar file says, days under their festival. Raises KeyError, TypeError, ValueError."""
    return CalendarPack(
        year=table["year"],
        off=_named_days(table["off"]),
        work=_named_days(table.get("work", {})),
        source=table["source"],
        document_no=table.get("document_no", ""),
        published=table.get("published"),
        announced=table["announced"],
        extra_days=table.get("extra", {}).get("days", 0),
        local=tuple(
            LocalOverride(entry["day"], entry["working"], entry["reason"], entry.get("document", ""))
            for entry in table.get("local", ())
        ),
    )


def load_rulesets(folder: Path = RESOURCES) -> tuple[RuleSet, ...]:
    """Return the versions of the 条例, oldest first; they follow each other without gap. Raises ReferenceDamaged."""
    found = []
    for path in sorted((folder / "rulesets").glob("ogi-*.toml")):
        with _file(path) as table:
            found.append(_ruleset(table))
    found.sort(key=lambda rules: rules.effective_from)
    followers = [rules.effective_from for rules in found[1:]]
    if not found or [rules.effective_until for rules in found] != [*followers, None]:
        raise ReferenceDamaged("rulesets", "effective_until")
    return tuple(found)


def load_tariffs(folder: Path = RESOURCES) -> tuple[Tariff, ...]:
    """Return the processing-fee rules, oldest first. Raises ReferenceDamaged."""
    found = []
    for path in sorted((folder / "rulesets").glob("fees-*.toml")):
        with _file(path) as table:
            found.append(
                Tariff(
                    id=table["id"],
                    title=table["title"],
                    source=table["source"],
                    effective_from=_day(table["effective_from"]),
                    items=_scale(table["items"]),
                    pages=_scale(table["pages"]),
                )
            )
    if not found:
        raise ReferenceDamaged("fees", "no tariff")
    return tuple(sorted(found, key=lambda tariff: tariff.effective_from))


def load_outcomes(folder: Path = RESOURCES) -> tuple[OutcomeEntry, ...]:
    """Return the 21 leaves of table 三 in its order, each outcome exactly once. Raises ReferenceDamaged."""
    with _file(folder / "lines" / "outcomes.toml") as table:
        entries = tuple(_outcome(entry) for entry in table["outcome"])
        if tuple(entry.outcome for entry in entries) != tuple(Outcome):
            raise ValueError("every outcome once, in the order of table 三")
    return entries


def load_remedies(folder: Path = RESOURCES) -> Remedies:
    """Return the remedy class of every outcome and the paragraphs by date. Raises ReferenceDamaged."""
    classes = {entry.outcome: entry.remedy for entry in load_outcomes(folder)}
    with _file(folder / "rulesets" / "remedies.toml") as table:
        regimes = tuple(
            RemedyRegime(
                id=entry["id"],
                since=_day(entry["since"]),
                source=entry["source"],
                paragraphs={remedy: entry[remedy.value] for remedy in RemedyClass if remedy.value in entry},
                online=entry.get("online", ""),
                confirm=entry.get("confirm", ""),
            )
            for entry in table["regime"]
        )
        if not regimes or any(RemedyClass.EITHER not in regime.paragraphs for regime in regimes):
            raise ValueError("every regime has paragraph A")
    return Remedies(classes, regimes)


def load_enquiry_clocks(folder: Path = RESOURCES) -> tuple[EnquiryClock, ...]:
    """Return how long a matter may take that is not settled at the window. Raises ReferenceDamaged."""
    with _file(folder / "lines" / "enquiry_clocks.toml") as table:
        return read_clocks(table)


def load_dispute_rules(folder: Path = RESOURCES) -> tuple[DisputeRules, ...]:
    """Return what reconsideration and litigation ask of the agency. Raises ReferenceDamaged."""
    with _file(folder / "rulesets" / "disputes.toml") as table:
        return read_dispute_rules(table)


def load_remedy_terms(folder: Path = RESOURCES) -> tuple[RemedyTerms, ...]:
    """Return how long a letter can be contested, oldest first. Raises ReferenceDamaged."""
    with _file(folder / "rulesets" / "disputes.toml") as table:
        return read_remedy_terms(table)


@cache
def load_letter_overdue(folder: Path = RESOURCES) -> Period:
    """Return after how many working days a letter on its way is looked after. Raises ReferenceDamaged."""
    with _file(folder / "rulesets" / "house.toml") as table:
        return _period(table["letter_overdue"])


def load_decision(folder: Path = RESOURCES) -> tuple[Question, ...]:
    """Return the questions in whose order a reply is decided. Raises ReferenceDamaged."""
    with _file(folder / "rulesets" / "decision.toml") as table:
        return read_questions(table)


def load_articles(folder: Path = RESOURCES) -> dict[int, str]:
    """Return the articles of the 条例 (2019) a clerk decides by, word for word. Raises ReferenceDamaged."""
    with _file(folder / "rulesets" / "articles-2019.toml") as table:
        return {int(number): text for number, text in table["articles"].items()}


@cache
def load_report_forms(folder: Path = RESOURCES) -> ReportForms:
    """Return the forms of the annual report. Raises ReferenceDamaged."""
    forms = []
    for path in sorted((folder / "reports").glob("*.toml")):
        with _file(path) as table:
            forms.append(report_forms.read(table))
    return ReportForms(forms)


@contextmanager
def _file(path: Path) -> Iterator[Table]:
    """Open one resource; whatever is wrong in it while it is read becomes one ReferenceDamaged that names it."""
    try:
        with path.open("rb") as file:
            table = tomllib.load(file)
        yield table
    except OSError as error:
        raise ReferenceDamaged(path.name, type(error).__name__) from error
    except CalendarPackInvalid as error:
        raise ReferenceDamaged(path.name, "；".join(problem.sentence for problem in error.problems)) from error
    except KeyError as error:
        raise ReferenceDamaged(path.name, f"missing {error.args[0]}") from error
    except (ArithmeticError, AttributeError, TypeError, ValueError) as error:
        raise ReferenceDamaged(path.name, str(error)) from error


def _named_days(table: Mapping[str, list[date]]) -> dict[date, str]:
    named = {_day(day): name for name, days in table.items() for day in days}
    if len(named) != sum(len(days) for days in table.values()):
        raise ValueError("a day stands twice")
    return dict(sorted(named.items()))


def _day(value: object) -> date:
    if type(value) is not date:
        raise ValueError(f"not a date: {value}")
    return value


def _ruleset(table: Table) -> RuleSet:
    conventions = table["conventions"]
    return RuleSet(
        id=table["id"],
        title=table["title"],
        source=table["source"],
        effective_from=_day(table["effective_from"]),
        effective_until=_day(table["effective_until"]) if "effective_until" in table else None,
        answer=_period(table["answer"]),
        extension_max=_period(table["extension_max"]),
        correction_notice=_optional_period(table, "correction_notice"),
        correction_period=_optional_period(table, "correction_period"),
        consultation_answer=_optional_period(table, "consultation_answer"),
        fee_payment=_optional_period(table, "fee_payment"),
        corrections=table.get("corrections"),
        extensions=table.get("extensions"),
        correction_source=table["correction_source"],
        consultation_source=table["consultation_source"],
        conventions=Conventions(
            consultation_first_day_excluded=conventions["consultation_first_day_excluded"],
            consultation_last_day_excluded=conventions["consultation_last_day_excluded"],
            source=conventions["source"],
        ),
        before_note=table.get("before_note", ""),
    )


def _period(entry: Table) -> Period:
    days = entry["working_days"]
    if type(days) is not int or not 1 <= days <= 250:
        raise ValueError(f"working_days {days}")
    return Period(days, entry["source"], _day(entry["since"]) if "since" in entry else None)


def _optional_period(table: Table, name: str) -> Period | None:
    return _period(table[name]) if name in table else None


def _scale(table: Table) -> Scale:
    steps = tuple(PriceStep(entry.get("until"), Decimal(entry["price"])) for entry in table["steps"])
    ends = [step.until for step in steps[:-1]]
    width = table.get("width", 0)
    if None in ends or (steps[-1].until is None) != (width == 0):
        raise ValueError("only the last step may be open, and an open scale has no further bands")
    return Scale(
        unit=table["unit"],
        per=table["per"],
        steps=steps,
        width=width,
        rise=Decimal(table.get("rise", "0")),
        source=table["source"],
    )


def _outcome(entry: Table) -> OutcomeEntry:
    outcome, remedy = Outcome.read(entry["code"]), RemedyClass.read(entry["remedy"])
    if outcome is None or remedy is None:
        raise ValueError(f"outcome {entry['code']}")
    parts = entry["path"].split("/")
    return OutcomeEntry(
        outcome=outcome,
        path=entry["path"],
        group=parts[1],
        label=parts[-1],
        printed=entry["printed"],
        articles=tuple(entry["articles"]),
        kinds=tuple(entry["kinds"]),
        remedy=remedy,
        confirm=entry.get("confirm", ""),
    )
