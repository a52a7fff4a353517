"""Which packets did the windows send, what stands in one, and which days did the office lock or open?

The office asks it of all windows; a window's own login gets its own rows and the locks that bind everybody.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select

from hallclient.domain.figures.delivery import SealedPacket, Verdict
from hallclient.domain.figures.hub_records import ActKind, OfficeRule, PacketQuery, SentPacket
from hallclient.domain.figures.lines import Values
from hallclient.hub import standing
from hallclient.hub.bulk import among
from hallclient.hub.database import HubDatabase
from hallclient.hub.judge import DAY
from hallclient.hub.rollup import amount, is_flow, joined
from hallclient.hub.schema import exceptions, locks, packets, verdicts, window_days, windows


def sent(hub: HubDatabase, query: PacketQuery) -> list[SentPacket]:
    """Return the packets asked for without their texts, the newest business day first, a day's last revision first."""
    wanted = _asked(query).order_by(packets.c.business_date.desc(), packets.c.window, packets.c.id.desc())
    with hub.reading() as tx:
        return [_sent(row) for row in tx.execute(wanted.limit(query.most))]


def kept_aside(hub: HubDatabase) -> list[SentPacket]:
    """Return the packets that are kept aside and count for nothing, each window's first one first."""
    wanted = _asked(PacketQuery(verdict=Verdict.KEPT_ASIDE)).order_by(packets.c.window, packets.c.id)
    with hub.reading() as tx:
        return [_sent(row) for row in tx.execute(wanted)]


def packet(hub: HubDatabase, window: str, day: date, packet_id: int) -> SealedPacket | None:
    """Return one packet exactly as it arrived; None when there is none."""
    wanted = select(packets).where(
        packets.c.id == packet_id, packets.c.business_date == day, packets.c.window == window
    )
    with hub.reading() as tx:
        row = tx.execute(wanted).one_or_none()
    if row is None:
        return None
    return SealedPacket(
        window=row.window,
        kind=row.kind,
        business_date=row.business_date,
        z_number=row.z_number,
        revision=row.revision,
        payload=row.payload,
        sha256=row.sha256,
        previous_sha256=row.previous_sha256,
        signature=row.signature,
    )


def rules(hub: HubDatabase, window: str | None = None) -> list[OfficeRule]:
    """Return the locks and the exceptions, newest first: those of one window, or of all.

    Whoever asks sees every lock, and of the exceptions those he may read.
    """
    granted = select(exceptions)
    if window is not None:
        granted = granted.where(exceptions.c.window == window)
    with hub.reading() as tx:
        found = [
            OfficeRule(
                kind=ActKind.LOCK,
                first=row.first,
                until=row.until,
                by=row.by,
                reason=row.reason,
                at=row.at,
                lifted_at=row.lifted_at,
                lifted_by=row.lifted_by,
                lifted_reason=row.lifted_reason,
            )
            for row in tx.execute(select(locks))
        ]
        found += [
            OfficeRule(
                kind=ActKind.EXCEPTION,
                window=row.window,
                first=row.first,
                until=row.until,
                open_until=row.open_until,
                by=row.by,
                reason=row.reason,
                at=row.at,
            )
            for row in tx.execute(granted)
        ]
    return sorted(found, key=lambda one: (one.at, one.first), reverse=True)


def months(hub: HubDatabase, names: Collection[str], first: date, until: date) -> dict[tuple[str, date], Values]:
    """Return what adds up of these windows, by window and month (its first day), of the days ``first`` to before
    ``until``; a month in which a window reported nothing is not there."""
    query = select(window_days.c.window, window_days.c.business_date, window_days.c.lines, window_days.c.imported)
    found: dict[tuple[str, date], Values] = {}
    with hub.reading() as tx:
        for part in standing.parts(sorted(names), 200):
            asked = query.where(
                among(window_days.c.window, part, tx),
                window_days.c.business_date >= first,
                window_days.c.business_date < until,
            )
            for window, day, lines, imported in tx.execute(asked):
                total = found.setdefault((window, day.replace(day=1)), {})
                for code, value in _flows(lines, imported):
                    total[code] = total.get(code, 0) + value
    return found


def _flows(lines: Any, imported: Any) -> Iterator[tuple[str, Any]]:
    for code, value in (joined(lines, imported) if imported else lines).items():
        if is_flow(code):
            yield code, value if type(value) is int else amount(str(value))


def _asked(query: PacketQuery) -> Select[Any]:
    counted = and_(
        window_days.c.window == packets.c.window,
        window_days.c.business_date == packets.c.business_date,
        window_days.c.sha256 == packets.c.sha256,
    )
    columns = [column for column in packets.c if column.name not in ("payload", "signature")]
    return (
        select(
            *columns,
            verdicts.c.verdict,
            verdicts.c.reason,
            verdicts.c.waits,
            verdicts.c.judged_at,
            windows.c.unit,
            window_days.c.revision.label("counted"),
        )
        .outerjoin(verdicts, standing.same_packet(verdicts))
        .outerjoin(windows, windows.c.window == packets.c.window)
        .outerjoin(window_days, counted)
        .where(*_where(query))
    )


def _where(query: PacketQuery) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if query.window:
        where.append(packets.c.window == query.window)
    if query.unit:
        where.append(windows.c.unit == query.unit)
    if query.first is not None:
        where.append(packets.c.business_date >= query.first)
    if query.until is not None:
        where.append(packets.c.business_date < query.until)
    if query.verdict is Verdict.RECEIVED:
        where.append(verdicts.c.verdict.is_(None))
    elif query.verdict is not None:
        where.append(verdicts.c.verdict == query.verdict.value)
    return where


def _sent(row: Any) -> SentPacket:
    verdict = Verdict(row.verdict or Verdict.RECEIVED)
    taken = verdict in (Verdict.ACCEPTED, Verdict.HELD_ALREADY)
    return SentPacket(
        id=row.id,
        window=row.window,
        unit=row.unit or "",
        kind=row.kind,
        business_date=row.business_date,
        z_number=row.z_number,
        revision=row.revision,
        verdict=verdict,
        reason=row.reason or "",
        received_at=row.received_at,
        checked_at=row.judged_at,
        waits=bool(row.waits),
        counts=taken and (row.kind != DAY or row.counted is not None),
    )
