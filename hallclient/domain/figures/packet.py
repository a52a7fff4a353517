"""How is a closed day written down? The packet, its canonical text, and number lists folded into ranges."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hallclient.domain.figures.identities import Result
from hallclient.domain.figures.lines import Number, Values

FORM = 1  # of the payload; a later form keeps reading this one
GENESIS = "0" * 64
ENTERED = ("counters.", "levels.")  # lines somebody enters: a 0 among them is an answer, not silence
ASKED = "enquiries.standing.overdue"  # was asked: a packet without it comes from a program that did not ask yet


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesUse:
    """A number series' account: first and last serial, used, void, skipped; ``gaps`` must be 0."""

    series: str
    year: int
    first: int
    last: int
    used: int
    void: int
    skipped: int

    @property
    def gaps(self) -> int:
        return self.last - self.first + 1 - self.used - self.void - self.skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """A dated correction of a closed day. ``fact`` tells whether a late record stands behind it (``subject``), or
    only the word of who signed it."""

    line: str
    delta: Number
    reason: str
    subject: str
    by: str
    at: datetime
    fact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """A frozen day (or import). ``days`` holds sparse lines by date; ``members`` compact number ranges by register."""

    kind: str
    window: str
    business_date: date
    z_number: int
    revision: int
    days: Mapping[date, Values]
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    late: tuple[str, ...] = ()
    series: tuple[SeriesUse, ...] = ()
    identities: tuple[Result, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    closed_at: datetime
    closed_by: str
    audit_head: str = ""
    previous_sha256: str
    sha256: str = ""

    @property
    def lines(self) -> Values:
        """The lines of the packet's own business date."""
        return dict(self.days.get(self.business_date, {}))


def sealed(packet: Packet) -> Packet:
    """Return the packet with the hash of its canonical text."""
    return replace(packet, sha256=hashlib.sha256(canonical(packet).encode()).hexdigest())


def told(code: str, value: Number) -> bool:
    """Tell whether a figure is an answer: any but 0, a 0 that somebody entered, and the 0 that nothing of the
    enquiries is overdue. The one rule of what travels."""
    return bool(value) or code.startswith(ENTERED) or code == ASKED


def is_zero(lines: Mapping[str, object]) -> bool:
    """Tell whether a day's lines report that nothing was done: none but the answer that nothing is overdue."""
    return all(code == ASKED and not value for code, value in lines.items())


def digest(content: Mapping[str, Any]) -> str:
    """Return the hash of plain values, whatever the order they were put together in."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(packet: Packet) -> str:
    """Return the packet as the text that is hashed and sent: JSON with sorted keys, compact, UTF-8.

    Whole numbers are JSON numbers; decimals are strings, because a binary fraction would not survive the trip.
    """
    return json.dumps(
        {
            "form": FORM,
            "kind": packet.kind,
            "window": packet.window,
            "business_date": packet.business_date.isoformat(),
            "z_number": packet.z_number,
            "revision": packet.revision,
            "days": {
                day.isoformat(): {code: plain(value) for code, value in lines.items() if told(code, value)}
                for day, lines in packet.days.items()
            },
            "members": {name: list(ranges) for name, ranges in packet.members.items()},
            "late": list(packet.late),
            "series": [
                [use.series, use.year, use.first, use.last, use.used, use.void, use.skipped] for use in packet.series
            ],
            "identities": [
                [result.id, list(result.cells), plain(result.expected), plain(result.found)]
                for result in packet.identities
            ],
            "adjustments": [
                [note.line, plain(note.delta), note.reason, note.subject, note.by, note.at.isoformat(), note.fact]
                for note in packet.adjustments
            ],
            "closed_at": packet.closed_at.isoformat(),
            "closed_by": packet.closed_by,
            "audit_head": packet.audit_head,
            "previous_sha256": packet.previous_sha256,
        },
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def read(text: str) -> Packet:
    """Return the packet a canonical text spells, with the hash that follows from the text."""
    content: dict[str, Any] = json.loads(text)
    return Packet(
        kind=content["kind"],
        window=content["window"],
        business_date=date.fromisoformat(content["business_date"]),
        z_number=content["z_number"],
        revision=content["revision"],
        days=days_of(content),
        members={name: tuple(ranges) for name, ranges in content["members"].items()},
        late=tuple(content["late"]),
        series=tuple(
            SeriesUse(series=name, year=year, first=first, last=last, used=used, void=void, skipped=skipped)
            for name, year, first, last, used, void, skipped in content["series"]
        ),
        identities=tuple(
            Result(id=name, cells=tuple(cells), expected=number(expected), found=number(found))
            for name, cells, expected, found in content["identities"]
        ),
        adjustments=tuple(
            Adjustment(
                line=line,
                delta=number(delta),
                reason=reason,
                subject=subject,
                by=by,
                at=datetime.fromisoformat(at),
                fact=fact,
            )
            for line, delta, reason, subject, by, at, fact in content["adjustments"]
        ),
        closed_at=datetime.fromisoformat(content["closed_at"]),
        closed_by=content["closed_by"],
        audit_head=content["audit_head"],
        previous_sha256=content["previous_sha256"],
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def days_of(content: Mapping[str, Any]) -> dict[date, Values]:
    """Return the lines by date of a parsed payload."""
    return {
        date.fromisoformat(day): {code: number(value) for code, value in lines.items()}
        for day, lines in content["days"].items()
    }


def plain(value: Number) -> int | str:
    """Return a value as JSON carries it."""
    return int(value) if value == int(value) else str(value)


def number(value: int | str) -> Number:
    """Return a value as JSON carried it."""
    return value if isinstance(value, int) else Decimal(value)


def number_of(text: str) -> Number:
    """Return the number a stored decimal text spells, an int when it is whole."""
    value = Decimal(text)
    return int(value) if value == int(value) else value


def compact(numbers: Iterable[str]) -> tuple[str, ...]:
    """Return register numbers as ranges: ``W01-Z2026-00001/00080`` for eighty that follow each other.

    A number that does not end in digits stands by itself.
    """
    ranges: list[str] = []
    run: list[tuple[str, int, str]] = []  # stem, serial, digits

    def flush() -> None:
        if run:
            stem, _, digits = run[0]
            ranges.append(stem + digits + (f"/{run[-1][2]}" if len(run) > 1 else ""))
            run.clear()

    for number_ in sorted(numbers, key=_by_serial):
        stem, digits = _ends(number_)
        if not digits:
            flush()
            ranges.append(number_)
            continue
        if run and (run[-1][0] != stem or run[-1][1] + 1 != int(digits)):
            flush()
        run.append((stem, int(digits), digits))
    flush()
    return tuple(ranges)


def expand(ranges: Iterable[str]) -> tuple[str, ...]:
    """Return the numbers that ``compact`` folded."""
    numbers: list[str] = []
    for entry in ranges:
        first, slash, last = entry.rpartition("/")
        if not slash or not last.isdigit():
            numbers.append(entry)
            continue
        stem, digits = _ends(first)
        numbers += [f"{stem}{serial:0{len(digits)}d}" for serial in range(int(digits), int(last) + 1)]
    return tuple(numbers)


def _ends(number_: str) -> tuple[str, str]:
    stem = number_.rstrip("0123456789")
    return stem, number_[len(stem) :]


def _by_serial(number_: str) -> tuple[str, int, str]:
    stem, digits = _ends(number_)
    return stem, int(digits or 0), number_
