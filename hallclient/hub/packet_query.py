"""Which packets did the windows send, what stands in one, and which days did the office lock or open?

The office asks it of all windows; a window's own login gets its own rows and the locks that bind everybody.
"""

from datetime import date
from typing import Any

from sqlalchemy import CompoundSelect, Select, Subquery, Table, and_, exists, null, select, union_all

from hallclient.domain.figures.delivery import SealedPacket, Verdict
from hallclient.domain.figures.hub_records import ActKind, OfficeRule, PacketQuery, SentPacket
from hallclient.hub.database import HubDatabase
from hallclient.hub.judge import DAY
from hallclient.hub.schema import exceptions, inbox, locks, packets, verdicts, window_days, windows


def sent(hub: HubDatabase, query: PacketQuery) -> list[SentPacket]:
    """Return the packets asked for without their texts, the newest business day first, a day's last revision first."""
    with hub.reading() as tx:
        return [_sent(row) for row in tx.execute(_newest_first(_found(query), query.most))]


def kept_aside(hub: HubDatabase) -> list[SentPacket]:
    """Return the packets that are kept aside and count for nothing, each window's first one first."""
    found = _found(PacketQuery(verdict=Verdict.KEPT_ASIDE)).subquery("found")
    wanted = _told(found).order_by(packets.c.window, packets.c.id)
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


def _newest_first(found: CompoundSelect[Any] | Select[Any], most: int) -> Select[Any]:
    # What was found of packets takes a tenth of the room of their texts: which ones are meant is settled there first,
    # else PostgreSQL puts a city's year together, day by day, to show a thousand of them.
    meant = found.subquery("meant")
    one = meant.c
    first = select(meant).order_by(one.business_date.desc(), one.window, one.packet_id.desc()).limit(most)
    return _told(first.subquery("found")).order_by(
        packets.c.business_date.desc(), packets.c.window, packets.c.id.desc()
    )


def _told(found: Subquery) -> Select[Any]:
    counted = and_(
        window_days.c.window == packets.c.window,
        window_days.c.business_date == packets.c.business_date,
        window_days.c.sha256 == packets.c.sha256,
    )
    columns = [column for column in packets.c if column.name not in ("payload", "signature", "mark")]
    return (
        select(
            *columns,
            found.c.verdict,
            found.c.reason,
            found.c.waits,
            found.c.judged_at,
            windows.c.unit,
            window_days.c.revision.label("counted"),
        )
        .select_from(found)
        .join(packets, (packets.c.id == found.c.packet_id) & (packets.c.business_date == found.c.business_date))
        .outerjoin(windows, windows.c.window == packets.c.window)
        .outerjoin(window_days, counted)
    )


def _found(query: PacketQuery) -> CompoundSelect[Any] | Select[Any]:
    """Return which packets are meant: those somebody has looked at, and those in the inbox nobody has."""
    told = (verdicts.c.verdict, verdicts.c.reason, verdicts.c.waits, verdicts.c.judged_at)
    judged = _narrowed(
        select(verdicts.c.packet_id, verdicts.c.business_date, verdicts.c.window, *told), verdicts, query
    )
    if query.verdict is not None and query.verdict is not Verdict.RECEIVED:
        return judged.where(verdicts.c.verdict == query.verdict.value)
    same = (verdicts.c.packet_id == inbox.c.packet_id) & (verdicts.c.business_date == inbox.c.business_date)
    untold = (null().label(column.name) for column in told)
    waiting = select(inbox.c.packet_id, inbox.c.business_date, inbox.c.window, *untold).where(~exists().where(same))
    waiting = _narrowed(waiting, inbox, query)
    return waiting if query.verdict is Verdict.RECEIVED else union_all(judged, waiting)


def _narrowed(wanted: Select[Any], table: Table, query: PacketQuery) -> Select[Any]:
    if query.window:
        wanted = wanted.where(table.c.window == query.window)
    if query.unit:
        wanted = wanted.where(table.c.window.in_(select(windows.c.window).where(windows.c.unit == query.unit)))
    if query.first is not None:
        wanted = wanted.where(table.c.business_date >= query.first)
    if query.until is not None:
        wanted = wanted.where(table.c.business_date < query.until)
    return wanted


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
