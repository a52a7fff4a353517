"""Windows that report, for the tests of the hub: each with a key, a chain of its own, and figures that can be added."""

import base64
import random
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hallclient.domain.figures import packet as packets
from hallclient.domain.figures.delivery import SealedPacket
from hallclient.domain.figures.lines import Values
from hallclient.domain.figures.packet import GENESIS, Packet, SeriesUse


class ReportingWindow:
    """A window that closes days: every packet follows the one before it and is signed."""

    def __init__(self, name: str = "SL01-W01", unit: str = "市民政局", *, seed: int = 1) -> None:
        self.name = name
        self.unit = unit
        self._key = Ed25519PrivateKey.from_private_bytes(random.Random(f"{name}{seed}").randbytes(32))
        self.head = GENESIS
        self.sent: list[SealedPacket] = []
        self._z = {"day": 0, "import": 0}

    @property
    def public_key(self) -> str:
        return base64.b64encode(self._key.public_key().public_bytes_raw()).decode()

    def close(self, day: date, lines: Values, *, revision: int = 1, z: int | None = None) -> SealedPacket:
        """Close a day, or correct it with a higher revision (its number stays)."""
        if z is None:
            known = [one.z_number for one in self.sent if one.kind == "day" and one.business_date == day]
            z = known[0] if known else self._next("day")
        return self._seal("day", day, z, revision, {day: lines})

    def seal_import(self, on: date, days: Mapping[date, Values], *, revision: int = 1) -> SealedPacket:
        return self._seal("import", on, self._next("import"), revision, days)

    def year(self, first: date, days: int, *, lines: int = 20) -> list[SealedPacket]:
        """Close ``days`` days in a row with made-up figures."""
        made = random.Random(f"{self.name}{first}")
        return [self.close(first + timedelta(day), some_lines(made, lines)) for day in range(days)]

    def sign(self, packet: SealedPacket) -> SealedPacket:
        from dataclasses import replace

        return replace(packet, signature=base64.b64encode(self._key.sign(packet.signed_text)).decode())

    def _next(self, kind: str) -> int:
        self._z[kind] += 1
        return self._z[kind]

    def _seal(self, kind: str, on: date, z: int, revision: int, days: Mapping[date, Values]) -> SealedPacket:
        body = packets.sealed(
            Packet(
                kind=kind,
                window=self.name.rpartition("-")[2],
                business_date=on,
                z_number=z,
                revision=revision,
                days=days,
                series=(
                    SeriesUse(
                        series=f"{self.name}-Z", year=on.year, first=1, last=10 * z, used=10 * z, void=0, skipped=0
                    ),
                ),
                closed_at=datetime.combine(on, time(17, 30)),
                closed_by="李某某",
                previous_sha256=self.head,
            )
        )
        sealed = self.sign(
            SealedPacket(
                window=self.name,
                kind=kind,
                business_date=on,
                z_number=z,
                revision=revision,
                payload=packets.canonical(body),
                sha256=body.sha256,
                previous_sha256=self.head,
                signature="",
            )
        )
        self.head = sealed.sha256
        self.sent.append(sealed)
        return sealed


CODES = (
    "enquiries.persons",
    "enquiries.matters",
    "enquiries.records",
    *(f"enquiries.persons.kind.{kind}" for kind in ("consultation", "help", "complaint", "report", "suggestion")),
    *(f"applications.received.kind.{kind}" for kind in ("natural_person", "commercial_enterprise")),
    "applications.received",
    "applications.closed",
    *(f"documents.issued.P{number:02d}" for number in range(1, 30)),
)


def some_lines(made: random.Random, count: int) -> Values:
    return {code: made.randint(1, 90) for code in CODES[:count]}
