"""The office's desk: who may report, who has reported, what stands out, and what the city came to (第四十六条).

It sees every window's reports and no citizen's file: packets hold counts and numbers, never names.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from hallclient.documents import packet_sheet
from hallclient.domain.figures import hub_records, oversight
from hallclient.domain.figures.delivery import Receipt, SealedPacket, Verdict
from hallclient.domain.figures.hub_records import (
    HubPacketUnknown,
    OfficeRule,
    PacketIllegible,
    PacketQuery,
    SentPacket,
    ToldAct,
)
from hallclient.domain.figures.oversight import DayState, Lamps, Oversight, Unusual, WindowDay, WindowReport
from hallclient.domain.law.working_days import CalendarTooShort
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.foundation import files
from hallclient.foundation.trouble import Trouble
from hallclient.hub import admin, deliver, folder, packet_query, read, reporting, rulings
from hallclient.hub.admin import Credentials
from hallclient.hub.database import HubDatabase
from hallclient.hub.folder import NotAPacket
from hallclient.hub.read import Enrolled, Kept, OfficeAct
from hallclient.services import hub_unusual
from hallclient.services.hub_counts import HubCounts
from hallclient.services.hub_door import HubAccess
from hallclient.services.office import Office
from hallclient.services.sync import RECEIPT
from hallclient.storage import audit, figures, receipts

BEYOND = timedelta(days=15)  # the last day's due time lies on a working day after it
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a folder's packets came to. ``unreadable`` are file names with the problem (unreadable, too_large, form)."""

    receipts: tuple[Receipt, ...] = ()
    unreadable: tuple[tuple[str, str], ...] = ()

    def count(self, *verdicts: Verdict) -> int:
        """Return how many packets got one of these verdicts."""
        return sum(receipt.verdict in verdicts for receipt in self.receipts)


class HubUnitUnknown(Refusal):
    """No window of the hub belongs, or belonged, to a unit of that name."""

    fields = ("unit",)

    def __init__(self, unit: str) -> None:
        super().__init__()
        self.unit = unit


class HubOfficeDesk:
    """Everything the office does at the hub. Each method opens the hub for itself and lets go of it.

    All raise NotPermitted, HubNotSet, what a wrong address raises, HubUnreachable and its kin; who writes leaves an
    entry at the hub and in this store's audit.
    """

    def __init__(self, office: Office, access: HubAccess) -> None:
        self._office = office
        self.access = access

    @contextmanager
    def _open(self, by: Clerk, permission: Permission) -> Iterator[HubDatabase]:
        require(by, permission)
        hub = self.access.hub()
        try:
            yield hub
        finally:
            hub.close()

    @contextmanager
    def _act(self, by: Clerk, action: str, subject: str = "", after: object = None) -> Iterator[HubDatabase]:
        with self._open(by, Permission.ADMINISTER_HUB) as hub:
            yield hub
        with self._office.database.writing() as tx:
            audit.note(tx, at=self._office.now(), by=by.name, action=action, subject=subject or "hub", after=after)

    def init(self, *, by: Clerk) -> bool:
        """Build or upgrade the hub: roles, schema, rights. Doing it twice changes nothing.

        Returns False when the server's superuser has to do it once too, so that nothing is open to everybody.
        """
        with self._act(by, "hub_init") as hub:
            return admin.init(hub)

    def enrol(self, window: str, public_key: str, *, unit: str, since: date | None = None, by: Clerk) -> Credentials:
        """Register a window (``SL01-W03``) with its unit and key; return its own login, the password this once.

        With an empty ``unit`` a window that is known keeps its own, a new one belongs to this agency.
        Raises WindowNameWrong, WindowKeyWrong.
        """
        with self._act(by, "hub_enrol", window, {"unit": unit, "public_key": public_key}) as hub:
            agency = self._office.agency.name
            return admin.enrol(hub, window, public_key, unit, by=_name(by), since=since, unit_if_new=agency)

    def enrol_office(self, user: str, *, by: Clerk) -> Credentials:
        """Give a person of the office a login of its own at the hub. Raises OfficeNameWrong."""
        with self._act(by, "hub_enrol_office", user) as hub:
            return admin.enrol_office(hub, user, by=_name(by))

    def revoke_office(self, user: str, *, reason: str = "", by: Clerk) -> None:
        """Shut a person of the office out of the hub. Raises OfficeNameWrong, OfficeUnknown."""
        with self._act(by, "hub_revoke_office", user, {"reason": reason} if reason else None) as hub:
            admin.revoke_office(hub, user, by=_name(by), reason=reason)

    def revoke(self, window: str, *, reason: str = "", by: Clerk) -> None:
        """Shut a window out; what it sent before stays and counts. Raises WindowUnknown."""
        with self._act(by, "hub_revoke", window, {"reason": reason} if reason else None) as hub:
            deliver.count(hub)  # in bounded pieces: the revocation itself then has little left to look at
            admin.revoke(hub, window, by=_name(by), reason=reason)

    def lock(self, first: date, until: date, *, reason: str, by: Clerk) -> None:
        """Take no more packets for the days ``first`` to before ``until``.

        Raises HubReasonMissing, HubDatesReversed.
        """
        with self._act(by, "hub_lock", f"{first.isoformat()}/{until.isoformat()}", {"reason": reason}) as hub:
            deliver.count(hub)  # as above
            rulings.lock_period(hub, first, until, by=_name(by), reason=reason)

    def unlock(self, first: date, until: date, *, reason: str, by: Clerk) -> list[tuple[date, date]]:
        """Lift the locks that touch these days, each as a whole; return their spans (half open).

        Raises HubNotLocked, HubReasonMissing.
        """
        with self._act(by, "hub_unlock", f"{first.isoformat()}/{until.isoformat()}", {"reason": reason}) as hub:
            return rulings.unlock_period(hub, first, until, by=_name(by), reason=reason)

    def grant_exception(
        self, window: str, first: date, until: date, *, open_until: date, reason: str, by: Clerk
    ) -> None:
        """Let a window send the locked days ``first`` to before ``until``, up to ``open_until`` (included).

        The window reads who and why. Raises WindowUnknown, HubReasonMissing, HubDatesReversed.
        """
        after = {"days": f"{first.isoformat()}/{until.isoformat()}", "open_until": open_until, "reason": reason}
        with self._act(by, "hub_exception", window, after) as hub:
            rulings.grant_exception(hub, window, first, until, open_until=open_until, by=_name(by), reason=reason)

    def accept_branch(self, window: str, *, reason: str, by: Clerk) -> None:
        """Let the chain of a window that was restored from a backup go on once. Raises WindowUnknown,
        HubReasonMissing."""
        with self._act(by, "hub_branch", window, {"reason": reason}) as hub:
            rulings.accept_branch(hub, window, by=_name(by), reason=reason)

    def withdraw_branch(self, window: str, *, reason: str, by: Clerk) -> None:
        """Take back a leave to go on that was not made use of. Raises WindowUnknown, HubNoBranch, HubReasonMissing."""
        with self._act(by, "hub_withdraw_branch", window, {"reason": reason}) as hub:
            rulings.withdraw_branch(hub, window, by=_name(by), reason=reason)

    def unused_branches(self, *, by: Clerk) -> list[OfficeAct]:
        """Return the leaves of ``accept_branch`` of which no packet has made use yet, the oldest first.

        None ends by itself: a window that was restored may come weeks later, on a stick. ``withdraw_branch`` ends it.
        """
        with self._open(by, Permission.SEE_HUB) as hub:
            return read.unused_branches(hub)

    def windows(self, *, by: Clerk) -> list[Enrolled]:
        """Return all windows the hub knows."""
        with self._open(by, Permission.SEE_HUB) as hub:
            return read.enrolled(hub)

    def board(self, first: date, until: date, *, by: Clerk) -> Oversight:
        """Check what came in, and return the board for the days ``first`` to before ``until``."""
        with self._open(by, Permission.SEE_HUB) as hub:
            deliver.count(hub)
            days = self._working_days(first, until)
            known = {one.window: one for one in read.enrolled(hub)}
            windows = tuple(
                WindowReport(
                    unit=one.unit,
                    window=one.window,
                    expected=one.expected,
                    on_time=one.on_time,
                    late=one.late,
                    missing=one.missing,
                    not_due=one.not_due,
                    zero=one.zero,
                    extra=one.extra,
                    revoked=known[one.window].revoked,
                    newest=known[one.window].last_day,
                    received_at=one.received_at,
                )
                for one in reporting.completeness(hub, first, until, days)
            )
            return Oversight(
                first=first,
                until=until,
                units=oversight.by_unit(windows),
                windows=windows,
                lamps=_lamps(hub, known),
                unusual=hub_unusual.of_units(hub, until, today=self._office.today()),
                kept_aside=read.aside(hub),
                unchecked=read.unchecked(hub),
                asked_at=self._office.now(),
            )

    def days(self, window: str, first: date, until: date, *, by: Clerk) -> list[WindowDay]:
        """Return a window's days one by one: each working day, and any other it reported."""
        return self.days_of([window], first, until, by=by)[window]

    def days_of(self, windows: Sequence[str], first: date, until: date, *, by: Clerk) -> dict[str, list[WindowDay]]:
        """Return what ``days`` returns of each of these windows."""
        with self._open(by, Permission.SEE_HUB) as hub:
            told = reporting.day_reports(hub, windows, first, until, self._working_days(first, until))
        return {
            window: [
                WindowDay(
                    business_date=one.business_date,
                    state=DayState(one.state),
                    zero=one.zero,
                    revision=one.revision,
                    received_at=one.received_at,
                )
                for one in days
            ]
            for window, days in told.items()
        }

    def packets(self, window: str, day: date, *, by: Clerk) -> list[Kept]:
        """Return every packet a window sent for a day, in the order of arrival, with what was found of it."""
        with self._open(by, Permission.SEE_HUB) as hub:
            return read.history(hub, window, day)

    def kept_aside(self, *, by: Clerk) -> list[Kept]:
        """Return the packets that were kept aside and why."""
        with self._open(by, Permission.SEE_HUB) as hub:
            return read.kept_aside(hub)

    def aside(self, *, by: Clerk) -> list[SentPacket]:
        """Check what came in, and return what is kept aside then, each window's first packet first."""
        with self._open(by, Permission.SEE_HUB) as hub:
            deliver.count(hub)
            return packet_query.kept_aside(hub)

    def lamps(self, *, by: Clerk) -> Lamps:
        """Check what came in, and return the windows with something overdue or due soon, clock by clock, the most
        urgent first."""
        with self._open(by, Permission.SEE_HUB) as hub:
            deliver.count(hub)
            return _lamps(hub, {one.window: one for one in read.enrolled(hub)})

    def unusual(self, first: date, until: date, *, by: Clerk) -> tuple[Unusual, ...]:
        """Return the figures of the months these days touch that lie outside those of the twelve months before each:
        of units and of windows, the farthest outside first.

        Of a large hub's windows only those of units that stand out are looked at one by one.
        """
        with self._open(by, Permission.SEE_HUB) as hub:
            deliver.count(hub)
            return hub_unusual.of_all(hub, first, until, today=self._office.today())

    def sent(self, query: PacketQuery, *, by: Clerk) -> list[SentPacket]:
        """Return the packets asked for, whatever was found of them, the newest day first."""
        with self._open(by, Permission.SEE_HUB) as hub:
            return packet_query.sent(hub, query)

    def packet_pdf(self, packet: SentPacket, *, by: Clerk) -> bytes:
        """Return a packet as people read it. Raises HubPacketUnknown, PacketIllegible."""
        with self._open(by, Permission.SEE_HUB) as hub:
            found = packet_query.packet(hub, packet.window, packet.business_date, packet.id)
        if found is None:
            raise HubPacketUnknown
        try:
            return packet_sheet.packet_pdf(found, figures.lines(), agency=packet.unit or packet.window)
        except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
            # A forged or damaged text may be anything at all.
            raise PacketIllegible from None

    def rules(self, *, by: Clerk) -> list[OfficeRule]:
        """Return the locked periods and the exceptions, newest first, those that are over too."""
        with self._open(by, Permission.SEE_HUB) as hub:
            return packet_query.rules(hub)

    def acts(self, *, window: str | None = None, by: Clerk) -> list[OfficeAct]:
        """Return what the office did at the hub, newest first: who, what, why."""
        with self._open(by, Permission.SEE_HUB) as hub:
            return read.office_acts(hub, window=window)

    def told_acts(self, *, by: Clerk) -> list[ToldAct]:
        """Return what ``acts`` returns, with days and reason taken apart."""
        return [
            hub_records.told(at=one.at, by=one.by, act=one.act, window=one.window, detail=one.detail)
            for one in self.acts(by=by)
        ]

    def receive_from(self, path: Path, *, by: Clerk) -> Taken:
        """Take the packets of a folder (a USB stick) into the hub, and leave a receipt beside each for the window.

        The same stick twice changes nothing. Raises FileUnreadable when the folder cannot be read.
        """
        told: list[Receipt] = []
        unreadable: list[tuple[str, str]] = []
        with self._act(by, "hub_receive", path.name) as hub:
            waiting: list[SealedPacket] = []
            for file, found in folder.pick_up(path):
                if isinstance(found, NotAPacket):
                    unreadable.append((file.name, found.problem))
                    continue
                waiting.append(found)
                if len(waiting) == _AT_ONCE:
                    told += self._taken(hub, path, waiting)
                    waiting = []
            told += self._taken(hub, path, waiting)
        return Taken(receipts=tuple(told), unreadable=tuple(unreadable))

    def _taken(self, hub: HubDatabase, path: Path, packets: Sequence[SealedPacket]) -> list[Receipt]:
        told = deliver.deliver(hub, packets)
        for packet, receipt in zip(packets, told, strict=True):
            with suppress(Trouble):  # a stick that cannot be written on still delivered its packets
                files.write(path / f"{packet.name}{RECEIPT}", receipts.text(receipt).encode())
        return told

    @contextmanager
    def counts(self, *, unit: str | None = None, by: Clerk) -> Iterator[HubCounts]:
        """Give the hub's figures as a report's source, for as long as the block lasts; of one unit or of all.

        What came in is checked and counted first. Raises HubUnitUnknown: a slip of the pen is no year of zeros.
        """
        with self._open(by, Permission.SEE_HUB) as hub:
            deliver.count(hub)
            if unit is not None and unit not in read.units(hub):
                raise HubUnitUnknown(unit)
            yield HubCounts(hub, unit, working=self._working_days)

    def _working_days(self, first: date, until: date) -> list[date]:
        days, day = [], first
        with suppress(CalendarTooShort):  # what no calendar covers is expected of nobody
            while day < until + BEYOND:
                if self._office.calendar.is_working(day):
                    days.append(day)
                day += timedelta(days=1)
        return days


def _lamps(hub: HubDatabase, known: dict[str, Enrolled]) -> Lamps:
    newest = read.newest_days(hub)
    found = [
        alarm
        for one in newest
        for alarm in oversight.alarms(
            one.lines, unit=known[one.window].unit, window=one.window, as_of=one.business_date
        )
    ]
    return oversight.lamps(found, (one.window for one in newest if not oversight.tells_enquiries(one.lines)))


def _name(by: Clerk) -> str:
    # The window's clerk reads who it was: a name, not a login.
    return by.display_name or by.name
