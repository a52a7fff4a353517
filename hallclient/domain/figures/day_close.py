"""What is a closed day? A frozen packet: sparse lines, member list, number, the hash of itself and of the one before.

Pure: the day's facts come in, the packet goes out. A packet of kind ``import`` seals an imported register the same
way, with lines for each of its dates, so that no past day needs a close of its own.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from hallclient.domain.figures.identities import IdentitiesBroken, Result
from hallclient.domain.figures.lines import Values
from hallclient.domain.figures.packet import Adjustment, Packet, SeriesUse, compact, sealed, told
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.records import DayClosed
from hallclient.domain.terms import Term

__all__ = [
    "AdjustmentMissing",
    "AdjustmentNeedsReason",
    "DayClosed",
    "DayFacts",
    "DayInFuture",
    "DayNotClosed",
    "DayUnfinished",
    "LineUnknown",
    "Unfinished",
    "UnfinishedKind",
    "adjusted",
    "close",
]


class DayInFuture(Refusal):
    """A day that has not come cannot be closed."""

    fields = ("day",)

    def __init__(self, day: date) -> None:
        super().__init__()
        self.day = day


class DayNotClosed(Refusal):
    """An open day is corrected in its records; only a closed one is adjusted."""

    fields = ("day",)

    def __init__(self, day: date) -> None:
        super().__init__()
        self.day = day


class LineUnknown(Refusal):
    """There is no such line on the day sheet, or it is computed and cannot be adjusted."""

    fields = ("line",)

    def __init__(self, line: str) -> None:
        super().__init__()
        self.line = line


class AdjustmentNeedsReason(Refusal):
    """A closed day is adjusted only with a reason."""

    fields = ("reason",)


class AdjustmentMissing(Refusal):
    """An adjustment is a number that is not 0."""

    fields = ("delta",)


class UnfinishedKind(Term):
    """What can be left undone at the end of a day (feature 49)."""

    EARLIER_DAY = "earlier_day", "之前的日期尚未日结"
    IDENTITY = "identity", "勾稽关系不符"
    DRAFT = "draft", "未完成的草稿"
    UNPRINTED = "unprinted", "文书尚未打印"
    OVERDUE = "overdue", "已逾期未答复"
    DUE_TODAY = "due_today", "今日到期未答复"
    ENQUIRY_OVERDUE = "enquiry_overdue", "咨询投诉已逾期未答复"
    ENQUIRY_DUE_TODAY = "enquiry_due_today", "咨询投诉今日到期未答复"
    UNCONFIRMED = "unconfirmed", "待确认收到"
    UNHANDLED = "unhandled", "咨询投诉办理中"
    NOT_SENT = "not_sent", "日结数据待报送"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """Work that is open at the close. ``number`` is the record's (a date for a day), ``why`` one Chinese phrase;
    ``blocking`` work forbids the close, all other is carried over."""

    kind: UnfinishedKind
    number: str
    why: str
    blocking: bool = False


class DayUnfinished(Refusal):
    """Something forbids the close of the day; ``items`` lists it."""

    fields = ("day",)

    def __init__(self, day: date, items: tuple[Unfinished, ...]) -> None:
        super().__init__()
        self.day, self.items = day, items


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """All a close needs to know: the lines counted from the records, who belongs to the day, the number accounts."""

    window: str
    day: date
    lines: Values
    members: Mapping[str, tuple[str, ...]]
    late: tuple[str, ...]
    series: tuple[SeriesUse, ...]
    identities: tuple[Result, ...]
    audit_head: str


def close(facts: DayFacts, *, z_number: int, previous_sha256: str, at: datetime, by: str, held: int = 0) -> Packet:
    """Freeze a day. ``held`` is the revision the hub is known to hold of it: a restored window goes on above it.

    Raises IdentitiesBroken when an identity does not hold: a contradictory sheet is never signed.
    """
    broken = tuple(result for result in facts.identities if not result.holds)
    if broken:
        raise IdentitiesBroken(broken)
    return sealed(
        Packet(
            kind="day",
            window=facts.window,
            business_date=facts.day,
            z_number=z_number,
            revision=held + 1,
            days={facts.day: facts.lines},
            members={name: compact(numbers) for name, numbers in facts.members.items() if numbers},
            late=facts.late,
            series=facts.series,
            identities=facts.identities,
            closed_at=at,
            closed_by=by,
            audit_head=facts.audit_head,
            previous_sha256=previous_sha256,
        )
    )


def adjusted(
    packet: Packet,
    adjustments: tuple[Adjustment, ...],
    *,
    previous_sha256: str,
    at: datetime,
    by: str,
    held: int = 0,
    untold: Collection[str] = (),
) -> Packet:
    """Return the next revision of a packet: the lines with ``adjustments`` added. The packet before stays as it is.

    A counter that comes to 0 stays as 0: somebody said so. ``untold`` are the counters nobody says anything of any
    more (the only entry was withdrawn): 0 of theirs is silence again. ``held`` as in ``close``.
    """
    lines = packet.lines
    for adjustment in adjustments:
        lines[adjustment.line] = lines.get(adjustment.line, 0) + adjustment.delta
    sparse = {code: value for code, value in lines.items() if value or (told(code, value) and code not in untold)}
    return sealed(
        replace(
            packet,
            revision=max(packet.revision, held) + 1,
            days=dict(packet.days) | {packet.business_date: sparse},
            adjustments=packet.adjustments + adjustments,
            closed_at=at,
            closed_by=by,
            previous_sha256=previous_sha256,
        )
    )
