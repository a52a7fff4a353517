"""Which packets count? Signature, chain, revision and locks, decided on values alone, for every kind of hub alike.

A packet is *authentic* when its window is enrolled, its hash follows from its text, a key of the window signed it and
its text says the same as its envelope. An authentic packet whose predecessor is the head of the window's chain is
*linked* and becomes the head, whatever else is found of it: one refused day never stops the days after it.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from hallclient.domain.figures.delivery import SealedPacket, Verdict
from hallclient.domain.figures.packet import GENESIS

DAY, IMPORT = "day", "import"
WINDOW = re.compile(r"[0-9A-Z]{2,12}-W[0-9]{2,4}")  # its name city-wide
EARLIEST, LATEST = 1990, 2199  # years a line may bear
LARGEST = 10**15  # a figure; more is no count of anything

Raw = dict[str, Any]  # lines as the payload carries them
_DECIMAL = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,15})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A packet as it lies at the hub, with the row it has there. ``judged``: there is a verdict on it already;
    ``linked``: its place in the chain is known."""

    id: int
    packet: SealedPacket
    received_at: datetime
    judged: bool = False
    linked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """A locked period, half-open."""

    first: date
    until: date
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exempt:
    """Days a window may still send although they are locked, up to ``open_until`` (included)."""

    first: date
    until: date
    open_until: date


Key = tuple[str, date | int]  # (day, its date) or (import, its number)


@dataclass(slots=True, kw_only=True)
class WindowStanding:
    """What the hub knows of a window before it judges: changed by each judgement."""

    window: str
    unit: str
    keys: tuple[Ed25519PublicKey, ...]
    head: str
    branch_by: str = ""
    linked: set[str] = field(default_factory=set)
    counted: dict[Key, tuple[int, str]] = field(default_factory=dict)  # revision, sha256
    exempt: tuple[Exempt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was found of a packet. ``days`` are its lines by date when it counts."""

    arrived: Arrived
    verdict: Verdict
    reason: str = ""
    linked: bool = False
    waits: bool = False
    days: Mapping[date, Raw] = field(default_factory=dict)
    closed_at: datetime | None = None

    @property
    def key(self) -> Key:
        return key_of(self.arrived.packet)


def key_of(packet: SealedPacket) -> Key:
    """Return what a packet speaks of: a day by its date, an import by its number."""
    return (DAY, packet.business_date) if packet.kind == DAY else (IMPORT, packet.z_number)


def public_key(text: str) -> Ed25519PublicKey | None:
    """Return the key that ``text`` (32 bytes in base64) spells; None when it spells none."""
    try:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))
    except ValueError:
        return None


def signed_by(packet: SealedPacket, keys: Iterable[Ed25519PublicKey]) -> bool:
    """Tell whether one of ``keys`` signed the packet and its text is the text that was signed.

    The signature covers the predecessor by the text alone: an envelope that names another one was put around it.
    """
    if hashlib.sha256(packet.payload.encode("utf-8", "surrogatepass")).hexdigest() != packet.sha256:
        return False
    if f'"previous_sha256":"{packet.previous_sha256}"' not in packet.payload:
        return False
    try:
        signature = base64.b64decode(packet.signature, validate=True)
    except ValueError:
        return False
    signed = packet.signed_text
    for key in keys:
        try:
            key.verify(signature, signed)
        except InvalidSignature:
            continue
        return True
    return False


def judge(
    arrived: Sequence[Arrived],
    standings: Mapping[str, WindowStanding],
    locks: Sequence[Lock],
    today: date,
    *,
    unread: bool = False,
) -> list[Judgement]:
    """Return a judgement for each packet, those that count in the order in which they count.

    ``standings`` are by window and are moved on: heads, links, counted revisions. ``unread``: foresee it from the
    envelopes alone, believing signatures and texts; such a judgement counts nothing.
    """
    signed = {} if unread else _signatures(arrived, standings)
    by_window: dict[str, list[Arrived]] = {}
    judged: list[Judgement] = []
    for one in arrived:
        standing = standings.get(one.packet.window)
        if standing is None or (not standing.keys and not unread):
            judged.append(_aside(one, "窗口未登记或者已停用", waits=True))
        elif not unread and not signed[one.id]:
            judged.append(_aside(one, "内容校验或者签名不符"))
        else:
            by_window.setdefault(one.packet.window, []).append(one)
    for window, own in by_window.items():
        judged += _Chain(standings[window], locks, today, unread).walk(own)
    return judged


def _signatures(arrived: Sequence[Arrived], standings: Mapping[str, WindowStanding]) -> dict[int, bool]:
    found = {}
    for one in arrived:
        standing = standings.get(one.packet.window)
        found[one.id] = standing is not None and signed_by(one.packet, standing.keys)
    return found


def _aside(arrived: Arrived, reason: str, *, waits: bool = False, linked: bool = False) -> Judgement:
    return Judgement(arrived=arrived, verdict=Verdict.KEPT_ASIDE, reason=reason, waits=waits, linked=linked)


class _Chain:
    """One window's packets, walked along its chain."""

    def __init__(self, standing: WindowStanding, locks: Sequence[Lock], today: date, unread: bool) -> None:
        self._standing = standing
        self._unread = unread
        self._locks = locks
        self._today = today
        self._judged: list[Judgement] = []

    def walk(self, arrived: Sequence[Arrived]) -> list[Judgement]:
        standing = self._standing
        following: dict[str, list[Arrived]] = {}
        for one in sorted(arrived, key=lambda one: one.id):
            if one.linked:
                self._judged.append(self._weigh(one))
            elif one.packet.sha256 in standing.linked:
                self._again(one)
            else:
                following.setdefault(one.packet.previous_sha256, []).append(one)
        self._follow(following)
        while standing.branch_by and (start := self._branch(following)) is not None:
            standing.branch_by = ""
            standing.head = start
            self._follow(following)
        for previous, rest in following.items():
            for one in rest:
                if previous in standing.linked or previous == GENESIS:
                    self._judged.append(_aside(one, "与已收数据包分叉（窗口可能由备份恢复），请办公室核实", waits=True))
                else:
                    self._judged.append(_aside(one, "缺少前一个数据包，到齐后自动计入", waits=True))
        return self._judged

    def _follow(self, following: dict[str, list[Arrived]]) -> None:
        standing = self._standing
        while nexts := following.get(standing.head):
            one = nexts.pop(0)
            if not nexts:
                del following[standing.head]
            standing.head = one.packet.sha256
            standing.linked.add(standing.head)
            self._judged.append(self._weigh(one))
            for rest in list(following.get(one.packet.previous_sha256, ())):
                if rest.packet.sha256 == one.packet.sha256:  # signed again with another key
                    following[one.packet.previous_sha256].remove(rest)
                    self._again(rest)

    def _branch(self, following: Mapping[str, list[Arrived]]) -> str | None:
        linked = self._standing.linked | {GENESIS}
        starts = [(some[0].id, previous) for previous, some in following.items() if some and previous in linked]
        return min(starts)[1] if starts else None

    def _again(self, one: Arrived) -> None:
        """Judge a packet that is there already, signed anew: it is told what became of the first."""
        found = self._weigh(one)
        if found.verdict is Verdict.ACCEPTED and found.closed_at is None:
            found = Judgement(arrived=one, verdict=Verdict.HELD_ALREADY, reason="同一数据包已收")
        self._judged.append(replace(found, linked=False))

    def _weigh(self, one: Arrived) -> Judgement:
        """Judge what an authentic, linked packet says."""
        packet = one.packet
        read = ({}, None) if self._unread else _content(packet)
        if read is None:
            return _aside(one, "数据包内容与封面不一致或者无法读取", linked=True)
        days, closed_at = read
        if max((packet.business_date, *days)).year > self._today.year + 1:
            return _aside(one, "日期在一年以后，请核对窗口的时钟", linked=True)
        revision, sha256 = self._standing.counted.get(key_of(packet), (0, ""))
        if packet.revision < revision or (packet.revision == revision and packet.sha256 == sha256):
            return Judgement(
                arrived=one,
                verdict=Verdict.SUPERSEDED if packet.revision < revision else Verdict.ACCEPTED,
                reason=superseded(revision) if packet.revision < revision else "",
                linked=True,
            )
        if packet.revision == revision:
            return _aside(one, f"与已收的第{revision}版内容不同，版本号却相同", linked=True)
        lock = self._locked(days or {packet.business_date: {}}, min(one.received_at.date(), self._today))
        if lock is not None:
            reason = f"{lock.first.isoformat()}起的期间已由{lock.by}锁定：{lock.reason}"
            return Judgement(arrived=one, verdict=Verdict.REFUSED, reason=reason, linked=True)
        self._standing.counted[key_of(packet)] = (packet.revision, packet.sha256)
        return Judgement(arrived=one, verdict=Verdict.ACCEPTED, linked=True, days=days, closed_at=closed_at)

    def _locked(self, days: Iterable[date], came_on: date) -> Lock | None:
        # An exception ends for what comes after it, not for what came in time and is looked at later.
        if not self._locks:
            return None
        for day in days:
            lock = lock_on(day, self._locks)
            if lock is not None and exempt_until(day, self._standing.exempt, came_on) is None:
                return lock
        return None


def superseded(revision: int) -> str:
    """Return the words for a packet whose place a higher revision took."""
    return f"{Verdict.SUPERSEDED.label}（第{revision}版）"


def lock_on(day: date, locks: Iterable[Lock]) -> Lock | None:
    """Return the lock a day lies under."""
    return next((lock for lock in locks if lock.first <= day < lock.until), None)


def exempt_until(day: date, exempt: Iterable[Exempt], today: date) -> date | None:
    """Return up to when a locked day may still be sent; None when it may not (any more)."""
    return max(
        (one.open_until for one in exempt if one.first <= day < one.until and today <= one.open_until), default=None
    )


def _content(packet: SealedPacket) -> tuple[dict[date, Raw], datetime] | None:
    """Return the lines by date and the closing time; None when text and envelope disagree or cannot be read."""
    try:
        said = json.loads(packet.payload)
        agrees = (
            said["kind"] == packet.kind
            and packet.kind in (DAY, IMPORT)
            and said["business_date"] == packet.business_date.isoformat()
            and said["z_number"] == packet.z_number
            and said["revision"] == packet.revision > 0
            and said["previous_sha256"] == packet.previous_sha256
            and (packet.window == said["window"] or packet.window.endswith("-" + said["window"]))
        )
        days = {date.fromisoformat(day): lines for day, lines in said["days"].items()}
        closed_at = datetime.fromisoformat(said["closed_at"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if closed_at.tzinfo is not None:
        return None
    whole = agrees and all(map(_countable, days.values())) and all(EARLIEST <= day.year <= LATEST for day in days)
    if not whole or (packet.kind == DAY and set(days) - {packet.business_date}):
        return None
    return days, closed_at


def _countable(lines: Any) -> bool:
    # A code with a control character or half a character in it could not be stored or shown.
    if not isinstance(lines, dict) or not all(map(str.isprintable, lines)):
        return False
    if set(map(type, lines.values())) == {int}:  # nearly always
        return bool(min(lines.values()) > -LARGEST and max(lines.values()) < LARGEST)
    return all(
        (type(value) is int and abs(value) < LARGEST) or (type(value) is str and _decimal(value))
        for value in lines.values()
    )


def _decimal(text: str) -> bool:
    return _DECIMAL.fullmatch(text) is not None and abs(Decimal(text)) < LARGEST
