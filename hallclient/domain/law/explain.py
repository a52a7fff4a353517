"""How do the law's answers look to a machine? The JSON of ``due``, ``fee`` and ``check-id`` (contract section 4)."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from hallclient.domain.law.clock import ClockTrace
from hallclient.domain.law.fees import Fee
from hallclient.domain.law.identity_numbers import Problem
from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.kinds import IdKind
from hallclient.domain.register.life_terms import Finding, PartyKind, ServiceMethod
from hallclient.domain.register.steps import Act, Step
from hallclient.domain.terms import Term


class EventUnreadable(Refusal):
    """An entry of an events file is not ``{"act", "on", ...}`` with a known act and an ISO date. ``row`` from 1."""

    fields = ("events",)

    def __init__(self, row: int, column: str) -> None:
        super().__init__()
        self.row, self.column = row, column


def money(yuan: Decimal) -> str:
    """Return yuan as a decimal string with two places: ``"380.00"``."""
    return f"{yuan:.2f}"


def due_json(trace: ClockTrace) -> dict[str, Any]:
    """Return the ``due --json`` document. ``due`` is null while the clock stands; ``standing`` then says why.

    ``standing`` is there only when the clock stands, or a third party is still silent and the date assumes it;
    ``replied_on`` and ``in_time`` only when the reply's letter was posted or signed for.
    """
    answer: dict[str, Any] = {
        "ruleset": trace.ruleset,
        "received": trace.received.isoformat(),
        "due": trace.due.isoformat() if trace.due is not None else None,
        "provisional": trace.provisional,
        "counted": trace.counted,
        "steps": [
            {"event": step.event, "on": step.on.isoformat(), "effect": step.effect, "article": step.article}
            for step in trace.steps
        ],
        "days": [
            {"date": row.day.isoformat(), "kind": row.kind.value, "counted": row.counted, "reason": row.reason}
            for row in trace.days
        ],
    }
    if trace.standing is not None:
        answer["standing"] = trace.standing.label
    if trace.replied_on is not None:
        answer["replied_on"] = trace.replied_on.isoformat()
        answer["in_time"] = trace.in_time
    return answer


def fee_json(fee: Fee) -> dict[str, Any]:
    """Return the ``fee --json`` document."""
    return {
        "basis": fee.basis,
        "count": fee.count,
        "yuan": money(fee.yuan),
        "bands": [
            {"from": band.from_, "to": band.to, "price": money(band.price), "yuan": money(band.yuan)}
            for band in fee.bands
        ],
    }


def check_id_json(kind: IdKind, problem: Problem | None) -> dict[str, Any]:
    """Return the ``check-id --json`` document; it never repeats the number."""
    return {
        "kind": kind.value,
        "valid": problem is None,
        "code": problem.what.value if problem is not None else None,
        "message": problem.sentence if problem is not None else None,
    }


def steps_of(events: object) -> tuple[Step, ...]:
    """Return the steps an ``--events`` file lists: any act, with what the clock hears of it.

    Besides ``act``, ``on``, ``days`` and ``id``: ``outcome`` of an answer, ``until`` of a day set, ``party_kind`` of a
    letter, ``stops_clock``, ``finding``, and of a reply's way ``method`` and ``reply``. Raises EventUnreadable, naming
    row and key.
    """
    if not isinstance(events, list):
        raise EventUnreadable(0, "")
    return tuple(_step(row, event) for row, event in enumerate(events, start=1))


def _step(row: int, event: object) -> Step:
    if not isinstance(event, Mapping):
        raise EventUnreadable(row, "")
    act = Act.read(str(event.get("act", "")))
    if act is None:
        raise EventUnreadable(row, "act")
    days = event.get("days")
    if days is not None and type(days) is not int:
        raise EventUnreadable(row, "days")
    known = ("act", "on", "days", "id", "outcome", *_DETAILS)
    unknown: Sequence[str] = [str(key) for key in event if key not in known]
    if unknown:
        raise EventUnreadable(row, unknown[0])
    outcome = Outcome.read(str(event["outcome"])) if "outcome" in event else None
    if "outcome" in event and outcome is None:
        raise EventUnreadable(row, "outcome")
    return Step(
        act=act,
        on=_day(event.get("on"), row, "on"),
        days=days,
        id=str(event.get("id", "")),
        outcome=outcome,
        details={name: _detail(name, event[name], row) for name in _DETAILS if name in event},
    )


# What else the clock hears of an act: whom a letter asks, whether the clock stops, until when, how a reply went out.
_DETAILS: Mapping[str, type[Term] | None] = {
    "party_kind": PartyKind,
    "method": ServiceMethod,
    "finding": Finding,
    "until": None,
    "stops_clock": None,
    "reply": None,
}


def _detail(name: str, value: object, row: int) -> str:
    terms = _DETAILS[name]
    if name == "until":
        return _day(value, row, name).isoformat()
    if terms is not None:
        term = terms.read(str(value))
        if term is None:
            raise EventUnreadable(row, name)
        return term.value
    if type(value) is not bool and value not in ("yes", "no"):
        raise EventUnreadable(row, name)
    return "yes" if value in (True, "yes") else "no"


def _day(value: object, row: int, column: str) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise EventUnreadable(row, column) from None
