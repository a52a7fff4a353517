"""The sending desk: how do this window's sealed days reach the office, and what does the office hold of them?

How one round of sending goes is told in ``sync_round``.
"""

import secrets
from collections.abc import Collection
from contextlib import closing, nullcontext
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from hallclient.documents import packet_sheet
from hallclient.domain.figures.day_close import AdjustmentNeedsReason
from hallclient.domain.figures.delivery import SealedPacket, Verdict
from hallclient.domain.figures.echo import Echo, Span, echo
from hallclient.domain.figures.hub_records import Bound
from hallclient.domain.figures.sending import (
    Ahead,
    Glance,
    OutboxRow,
    PacketState,
    PacketUnknown,
    PracticeCannotSend,
    Pushed,
    Why,
)
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.foundation import files
from hallclient.foundation.trouble import DiskFull
from hallclient.services import sync_lost, sync_restored, sync_round
from hallclient.services.hub_door import DatabaseDoor, FolderDoor, HubAccess, HubDoor
from hallclient.services.office import Office
from hallclient.services.restoring import Fence, Proposed
from hallclient.services.sync_packets import sealed_packet
from hallclient.storage import audit, day_closes, fence, figures, hub_echo, outbox, outbox_view, receipts, signing

RECEIPT = ".receipt.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a folder was given: the packets' files, and the PDFs that found no room beside them."""

    pushed: Pushed
    files: tuple[Path, ...] = ()
    without_pdf: tuple[Path, ...] = ()


class SyncDesk:
    """Sends what waits, tells where each packet stands, and what the hub holds. No practice store has such a desk."""

    def __init__(self, office: Office, access: HubAccess) -> None:
        if office.practice:
            raise PracticeCannotSend
        self._office = office
        self.access = access
        self._name = secrets.token_hex(8)  # of this sender: two programs at one store have two

    @property
    def window(self) -> str:
        """The window's name city-wide: ``SL01-W01``."""
        return f"{self._office.agency_code}-{self._office.window}"

    def push(self, *, by: Clerk, door: HubDoor | None = None, only: Collection[int] | None = None) -> Pushed:
        """Send what is due, oldest first, and return what came of it; a hub that is away is told in ``why``.

        A packet that cannot be sent is stepped over. ``door`` is the configured hub unless given; ``only`` narrows to
        these rows of the outbox, due or not. Raises NotPermitted, HubNotSet and what a wrong address raises.
        """
        require(by, Permission.SEND_PACKETS)
        with nullcontext(door) if door is not None else closing(self.access.door()) as way:
            return sync_round.run(
                self._office, way, window=self.window, sender=self._name, key=self._key(by), by=by, only=only
            )

    def push_now(self, *, by: Clerk) -> Pushed:
        """Send everything that waits, whether or not its time has come: somebody asks for it. Raises as ``push``."""
        asked = {row.id for row in self.status() if row.state is not PacketState.ACCEPTED or row.next_at}
        return self.push(by=by, only=asked)

    def status(self, *, settled: bool = True) -> list[OutboxRow]:
        """Return every packet with its state, reason and next try, newest first; ``settled``: the accepted ones too."""
        with self._office.database.reading() as tx:
            return outbox_view.rows(tx, at=self._office.now(), settled=settled)

    def next_at(self) -> datetime | None:
        """Return when something wants to be sent, or asked after; None when nothing does. Cheap: the window asks every
        few seconds."""
        with self._office.database.reading() as tx:
            return outbox_view.next_at(tx, at=self._office.now())

    def glance(self) -> Glance:
        """Return how many packets wait, how many came back, when the next try is. As cheap as ``next_at``."""
        with self._office.database.reading() as tx:
            return outbox_view.glance(tx, at=self._office.now())

    def retry(self, row: int, *, by: Clerk) -> None:
        """Make a packet that waits due now. Raises NotPermitted, PacketUnknown."""
        require(by, Permission.SEND_PACKETS)
        now = self._office.now()
        with self._office.database.writing() as tx:
            if not outbox.ask_again(tx, row, at=now, reason=Why.ASKED_AGAIN.label):
                raise PacketUnknown
            audit.note(tx, at=now, by=by.name, action="retry_packet", subject=str(row))

    def renew(self, day: date, *, by: Clerk, reason: str) -> int:
        """Seal a closed day once more, above the revision the hub holds; return the new revision.

        For a window restored from a backup whose revisions the hub has heard of already. Raises NotPermitted,
        DayNotClosed, AdjustmentNeedsReason, NumberingFenced.
        """
        require(by, Permission.ADJUST_CLOSED_DAY)
        if not reason.strip():
            raise AdjustmentNeedsReason
        now = self._office.now()
        with self._office.database.writing() as tx:
            revision = day_closes.renew(tx, window=self._office.window, day=day, by=by.name, at=now)
            after_ = {"revision": revision, "reason": reason.strip()}
            audit.note(tx, at=now, by=by.name, action="renew_closed_day", subject=day.isoformat(), after=after_)
        return revision

    def sealed(self, row: int, *, by: Clerk) -> SealedPacket:
        """Return a packet of the outbox as it travels. Raises NotPermitted, PacketUnknown, PacketUnreadable."""
        require(by, Permission.SEND_PACKETS)
        with self._office.database.reading() as tx:
            found = outbox.read(tx, row)
        if found is None:
            raise PacketUnknown
        return sealed_packet(found, window=self.window, key=self._key(by))

    def packet_pdf(self, row: int, *, by: Clerk) -> bytes:
        """Return a packet as people read it. Raises as ``sealed``."""
        return packet_sheet.packet_pdf(self.sealed(row, by=by), figures.lines(), agency=self._office.agency.name)

    def write_to(self, folder: Path, *, by: Clerk, readable: bool = True) -> Written:
        """Write every packet the hub has not accepted to a folder (a USB stick), with a PDF beside each.

        The same stick twice holds the same files. Receipts somebody left there are read first. A PDF for which there is
        no room is done without: the packets are what counts. Raises NotPermitted, StickFull, FolderNotWritable.
        """
        require(by, Permission.SEND_PACKETS)
        if folder.is_dir():
            self.read_receipts(folder, by=by)
        door = FolderDoor(folder)
        waiting = {row.id for row in self.status(settled=False)}
        pushed = self.push(by=by, door=door, only=waiting) if waiting else Pushed()
        if door.trouble is not None:
            raise door.trouble
        without_pdf = []
        for packet, path in door.readable() if readable else ():
            pdf = packet_sheet.packet_pdf(packet, figures.lines(), agency=self._office.agency.name)
            try:
                files.write(path, pdf)
            except DiskFull:
                without_pdf.append(path)
        laid_down = tuple(path for _, path in door.written)
        return Written(pushed=pushed, files=laid_down, without_pdf=tuple(without_pdf))

    def read_receipts(self, folder: Path, *, by: Clerk) -> int:
        """Take the office's receipts from a folder; return how many told something new.

        A receipt in a folder bears no signature: over the network it is asked for again. Raises NotPermitted,
        FolderNotWritable.
        """
        require(by, Permission.SEND_PACKETS)
        with files.world(folder):
            found = [receipts.read(path) for path in sorted(folder.glob(f"*{RECEIPT}"))]
        now, told = self._office.now(), 0
        with self._office.database.writing() as tx:
            for receipt in found:
                if receipt is None or receipt.window != self.window:
                    continue
                one = outbox.find(tx, receipt.kind, receipt.z_number, receipt.revision)
                if one is None:
                    continue
                if receipt.verdict in (Verdict.ACCEPTED, Verdict.HELD_ALREADY) and receipt.sha256_held != one.sha256:
                    continue
                told += sync_round.answered(tx, one, receipt, at=now, by=by, sure=False) is not None
        return told

    def refresh_echo(self, *, by: Clerk, door: DatabaseDoor | None = None) -> datetime:
        """Ask the hub what it holds of this window, keep the answer, and return when it was given.

        What it had accepted and holds no more is queued again. Raises NotPermitted, HubNotSet, HubUnreachable and its
        kin.
        """
        require(by, Permission.SEND_PACKETS)
        with nullcontext(door) if door is not None else closing(self.access.door()) as way:
            asked_at = sync_restored.keep_echo(self._office, way, window=self.window, by=by)
            sync_lost.sent_again(self._office, way, window=self.window, key=self._key(by), by=by)
        return asked_at

    def ahead(self) -> list[Ahead]:
        """Return the days of which the hub said it holds a newer revision than this store, the newest day first.

        Their next revision goes above it, whoever makes it: by records entered late, by an adjustment, by ``renew``.
        """
        with self._office.database.reading() as tx:
            return fence.ahead(tx, self._office.window)

    def echo(self, first: date, until: date, *, span: Span = Span.DAY) -> Echo:
        """Return for each day, month or year from ``first`` to before ``until`` what we hold, what the hub said it
        holds, and the difference; with the time of its last word, for when it is away."""
        last = until - timedelta(days=1)
        with self._office.database.reading() as tx:
            ours = day_closes.frozen(tx, first, last)
            newest = day_closes.newest(tx, self._office.window, first, last)
            theirs = hub_echo.days(tx, first, until, window=self.window)
            asked_at = hub_echo.asked_at(tx)
        return echo(
            ours,
            newest,
            {day: one.held for day, one in theirs.items()},
            span=span,
            is_flow=figures.is_flow,
            asked_at=asked_at,
        )

    def bound(self, *, by: Clerk, door: DatabaseDoor | None = None) -> Bound:
        """Ask the hub which periods the office locked and what it let this window send: who, and why.

        Raises as ``refresh_echo``.
        """
        require(by, Permission.SEND_PACKETS)
        with nullcontext(door) if door is not None else closing(self.access.door()) as way:
            return Bound(asked_at=self._office.now(), rules=tuple(way.rules(self.window)))

    def highest_numbers(self, *, by: Clerk, door: DatabaseDoor | None = None) -> dict[tuple[str, int], int]:
        """Return the highest serials the hub has heard of from this window: a proposal for the restore fence.

        What the hub holds of each day is kept too, so that the next revision goes above it. Raises as
        ``refresh_echo``.
        """
        require(by, Permission.RESTORE_FENCE)
        with nullcontext(door) if door is not None else closing(self.access.door()) as way:
            highest = way.highest(self.window)
            sync_restored.keep_echo(self._office, way, window=self.window, by=by)
        return highest

    def fence_proposals(self, standing: Fence, *, by: Clerk, door: DatabaseDoor | None = None) -> tuple[Proposed, ...]:
        """Return for each series, those begun since the backup among them, what the store knows and what the hub has
        heard of. Raises as ``highest_numbers``."""
        return sync_restored.proposals(standing, self.highest_numbers(by=by, door=door))

    def fence_proposal(
        self, standing: Fence, *, by: Clerk, door: DatabaseDoor | None = None
    ) -> dict[tuple[str, int], int]:
        """Return what may be confirmed: the highest serial store or hub know of each series, by name and year."""
        return {(one.name, one.year): one.highest for one in self.fence_proposals(standing, by=by, door=door)}

    def public_key(self, *, by: Clerk) -> str:
        """Return the key the office enters when it enrols this window (base64). Raises NotPermitted."""
        require(by, Permission.SEND_PACKETS)
        return signing.public_text(self._key(by))

    def _key(self, by: Clerk) -> signing.PrivateKey:
        with self._office.database.reading() as tx:
            found = signing.key(tx)
        if found is None:
            with self._office.database.writing() as tx:
                found = signing.make(tx)
                after_ = {"public_key": signing.public_text(found)}
                now = self._office.now()
                audit.note(tx, at=now, by=by.name, action="make_signing_key", subject=self.window, after=after_)
        return found
