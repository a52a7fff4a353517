"""What does the hub know before it judges? Windows, keys, heads, links, counted revisions, locks and exceptions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, literal, literal_column, select

from hallclient.domain.figures.delivery import SealedPacket, Verdict
from hallclient.hub.bulk import among, each_among
from hallclient.hub.judge import IMPORT, Arrived, Exempt, Lock, WindowStanding, public_key
from hallclient.hub.schema import exceptions, inbox, locks, packets, verdicts, window_days, window_keys, windows

_ARRIVED = (
    packets.c.id,
    packets.c.window,
    packets.c.kind,
    packets.c.business_date,
    packets.c.z_number,
    packets.c.revision,
    packets.c.payload,
    packets.c.sha256,
    packets.c.previous_sha256,
    packets.c.signature,
    packets.c.received_at,
    verdicts.c.linked,
)


def new(tx: Connection, units: Collection[str], *, limit: int) -> list[Arrived]:
    """Return packets of these units that are to be judged, window by window, with all those of the same windows that
    wait for one. A window nobody enrolled has an empty unit."""
    query = (
        _inbox(_ARRIVED)
        .outerjoin(windows, windows.c.window == inbox.c.window)
        .where(among(func.coalesce(windows.c.unit, ""), units, tx))
        .order_by(inbox.c.window, inbox.c.packet_id)
        .limit(limit)
    )
    found = _read(tx, query)
    return found + waiting(tx, {one.packet.window for one in found}) if found else []


def waiting(tx: Connection, of: Collection[str]) -> list[Arrived]:
    """Return the packets of these windows that were kept aside until something arrives."""
    return _read(tx, _waiting(_ARRIVED, of, tx))


def pending(tx: Connection, window: str, *, but: Collection[int]) -> list[Arrived]:
    """Return the envelopes of a window's packets that are not judged for good; their texts stay at the hub.

    ``but`` are packets the caller has in hand.
    """
    columns = [literal("").label("payload") if column is packets.c.payload else column for column in _ARRIVED]
    found: list[Arrived] = []
    # Mostly there are none: asked of the narrow tables alone first, which PostgreSQL plans in no time.
    queued = inbox.c.window == window
    if but:
        queued &= ~among(inbox.c.packet_id, but, tx)
    if tx.execute(select(inbox.c.packet_id).where(queued).limit(1)).scalar() is not None:
        found += _read(tx, _inbox(columns).where(queued))
    if tx.execute(select(verdicts.c.packet_id).where(*_waits([window], tx)).limit(1)).scalar() is not None:
        found += _read(tx, _waiting(columns, [window], tx))
    return found


def _inbox(columns: Sequence[Any]) -> Select[Any]:
    return (
        select(*columns)
        .select_from(inbox)
        .join(packets, (packets.c.id == inbox.c.packet_id) & (packets.c.business_date == inbox.c.business_date))
        .outerjoin(verdicts, same_packet(verdicts))
    )


def _waiting(columns: Sequence[Any], of: Collection[str], tx: Connection) -> Select[Any]:
    return select(*columns).select_from(verdicts).join(packets, same_packet(verdicts)).where(*_waits(of, tx))


def _waits(of: Collection[str], tx: Connection) -> tuple[ColumnElement[bool], ...]:
    aside = verdicts.c.verdict == literal_column(f"'{Verdict.KEPT_ASIDE}'")  # as the partial index says it
    return (aside, verdicts.c.waits, among(verdicts.c.window, of, tx))


def same_packet(table: Table) -> ColumnElement[bool]:
    """Return that a row of ``table`` is about the packet; with the day, so that PostgreSQL looks into one partition."""
    return (packets.c.id == table.c.packet_id) & (packets.c.business_date == table.c.business_date)


def _read(tx: Connection, query: Select[Any]) -> list[Arrived]:
    return [
        Arrived(
            id=row[0],
            packet=SealedPacket(
                window=row[1],
                kind=row[2],
                business_date=row[3],
                z_number=row[4],
                revision=row[5],
                payload=row[6],
                sha256=row[7],
                previous_sha256=row[8],
                signature=row[9],
            ),
            received_at=row[10],
            judged=row[11] is not None,
            linked=bool(row[11]),
        )
        for row in tx.execute(query)
    ]


def standings(
    tx: Connection,
    arrived: Sequence[Arrived],
    *,
    counted: Mapping[tuple[str, date], tuple[int, str]] | None = None,
    unread: bool = False,
    locks: Sequence[Lock] = (),
) -> dict[str, WindowStanding]:
    """Return what is known of the windows that sent ``arrived``, as far as these packets need it.

    ``counted`` are revision and hash by window and day, when the caller has read them. ``unread``: no keys, nobody is
    going to check a signature. Exceptions are read when there are ``locks``.
    """
    names = {one.packet.window for one in arrived}
    found = {
        row.window: WindowStanding(window=row.window, unit=row.unit, keys=(), head=row.head, branch_by=row.branch_by)
        for row in tx.execute(select(windows).where(among(windows.c.window, names, tx)))
    }
    if not unread:
        for name, keys in keys_of(tx, found).items():
            found[name].keys = keys
    if locks:
        for name, some in exempt_of(tx, found).items():
            found[name].exempt = some
    if not follow_each_other(arrived, found):
        _links(tx, found, arrived)
    days = _days_counted(tx, found, arrived) if counted is None else counted
    for (window, day), (revision, sha256) in days.items():
        if window in found and revision:
            found[window].counted["day", day] = (revision, sha256)
    _imports_counted(tx, found, arrived)
    return found


def follow_each_other(arrived: Sequence[Arrived], found: Mapping[str, WindowStanding]) -> bool:
    """Tell whether all these packets go on where their windows' chains stand: then no older link has to be looked up.

    Hashes make no circle, so what follows here begins at a head, and nothing of it can be there already.
    """
    sent = {(one.packet.window, one.packet.sha256) for one in arrived}
    heads = {(name, one.head) for name, one in found.items()}
    known = sent | heads
    alone = len(sent) == len(arrived)
    return alone and all((one.packet.window, one.packet.previous_sha256) in known for one in arrived)


def keys_of(tx: Connection, of: Collection[str]) -> dict[str, tuple[Any, ...]]:
    """Return the keys that still sign for these windows."""
    query = select(window_keys.c.window, window_keys.c.public_key).where(
        window_keys.c.revoked_at.is_(None), among(window_keys.c.window, of, tx)
    )
    found: dict[str, tuple[Any, ...]] = {}
    for window, text in tx.execute(query.order_by(window_keys.c.id.desc())):
        if (key := public_key(text)) is not None:
            found[window] = (*found.get(window, ()), key)
    return found


def exempt_of(tx: Connection, of: Collection[str]) -> dict[str, tuple[Exempt, ...]]:
    """Return the exceptions granted to these windows."""
    query = select(exceptions).where(among(exceptions.c.window, of, tx))
    found: dict[str, tuple[Exempt, ...]] = {}
    for row in tx.execute(query):
        one = Exempt(first=row.first, until=row.until, open_until=row.open_until)
        found[row.window] = (*found.get(row.window, ()), one)
    return found


def locked(tx: Connection) -> list[Lock]:
    """Return the locks that stand."""
    rows = tx.execute(select(locks).where(locks.c.lifted_at.is_(None)).order_by(locks.c.first, locks.c.id))
    return [Lock(first=row.first, until=row.until, by=row.by, reason=row.reason) for row in rows]


def _links(tx: Connection, found: dict[str, WindowStanding], arrived: Iterable[Arrived]) -> None:
    asked = {
        (one.packet.window, sha)
        for one in arrived
        if one.packet.window in found
        for sha in (one.packet.sha256, one.packet.previous_sha256)
    }
    for part in parts(sorted(asked)):
        query = select(verdicts.c.window, verdicts.c.sha256).where(
            verdicts.c.linked, each_among((verdicts.c.window, verdicts.c.sha256), part, tx)
        )
        for window, sha256 in tx.execute(query):
            found[window].linked.add(sha256)


def _days_counted(
    tx: Connection, found: Collection[str], arrived: Sequence[Arrived]
) -> dict[tuple[str, date], tuple[int, str]]:
    asked = {(one.packet.window, one.packet.business_date) for one in arrived if one.packet.window in found}
    query = select(
        window_days.c.window, window_days.c.business_date, window_days.c.revision, window_days.c.sha256
    ).where(each_among((window_days.c.window, window_days.c.business_date), asked, tx))
    return {(window, day): (revision, sha256) for window, day, revision, sha256 in tx.execute(query)}


def _imports_counted(tx: Connection, found: dict[str, WindowStanding], arrived: Sequence[Arrived]) -> None:
    imported = {one.packet.window for one in arrived if one.packet.kind == IMPORT}
    if imported:
        query = select(verdicts.c.window, verdicts.c.z_number, verdicts.c.revision, verdicts.c.sha256).where(
            verdicts.c.kind == IMPORT,
            verdicts.c.verdict == Verdict.ACCEPTED,
            among(verdicts.c.window, imported & found.keys(), tx),
        )
        for window, number, revision, sha256 in tx.execute(query):
            found[window].counted["import", number] = (revision, sha256)


def parts(values: Sequence[Any], size: int = 10_000) -> Iterable[Sequence[Any]]:
    """Yield ``values`` in pieces that SQLite takes as parameters of one statement."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
