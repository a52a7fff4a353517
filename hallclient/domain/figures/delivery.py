"""What travels between a window and the hub? The sealed packet, the receipt it brings back, and what the hub holds.

The same bytes go by network and by folder: ``envelope`` writes them, ``opened`` reads them. Who signed what is checked
at the hub with the window's public key; here are only values.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hallclient.domain.figures.lines import Values
from hallclient.domain.figures.packet import number, plain
from hallclient.domain.refusal import Refusal
from hallclient.domain.terms import Term

FORM = 1  # of the envelope


class EnvelopeUnreadable(Refusal):
    """A file or message is no packet of ours: not JSON, another form, or a field is missing. ``problem`` says which."""

    def __init__(self, problem: str) -> None:
        super().__init__()
        self.problem = problem


class Verdict(Term):
    """What the hub says of a packet it was given."""

    RECEIVED = "received", "已收待核"
    ACCEPTED = "accepted", "已收"
    HELD_ALREADY = "held_already", "已收（同一版本）"
    SUPERSEDED = "superseded", "已被更高版本取代"
    KEPT_ASIDE = "kept_aside", "暂存待核"
    REFUSED = "refused", "退回"

    @property
    def counted(self) -> bool:
        """Whether the packet counts, or did until a newer one took its place: no later answer says less."""
        return self in (Verdict.ACCEPTED, Verdict.HELD_ALREADY, Verdict.SUPERSEDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPacket:
    """A closed day on its way. ``window`` is its name city-wide (``SL01-W01``), ``payload`` the canonical text.

    ``sha256`` is the hash of the payload, ``previous_sha256`` that of the packet closed before it (the chain),
    ``signature`` the window key's Ed25519 signature of ``signed_text`` in base64. ``kind`` is ``day`` or ``import``.
    """

    window: str
    kind: str
    business_date: date
    z_number: int
    revision: int
    payload: str
    sha256: str
    previous_sha256: str
    signature: str

    @property
    def signed_text(self) -> bytes:
        """The bytes the signature covers: whose day it is, which revision, and the hash of what it says."""
        parts = (self.window, self.kind, self.business_date.isoformat(), self.z_number, self.revision, self.sha256)
        return "|".join(map(str, parts)).encode()

    @property
    def name(self) -> str:
        """The packet's name as a file, without the ending; no personal data in it."""
        return f"{self.window}_{self.kind}_{self.business_date.isoformat()}_z{self.z_number}_r{self.revision}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The hub's answer to one packet: its verdict, why in a Chinese phrase, and what the hub holds of that day now.

    ``totals_held`` are the lines the hub counts for that window and day; ``open_until`` and ``locked_*`` tell a
    supervisor's exception or a locked period: who, and why.
    """

    window: str
    kind: str
    business_date: date
    z_number: int
    revision: int
    verdict: Verdict
    reason: str = ""
    revision_held: int = 0
    sha256_held: str = ""
    totals_held: Values = field(default_factory=dict)
    locked_by: str = ""
    locked_reason: str = ""
    open_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One window-day as the hub holds it: the second column of the echo."""

    window: str
    business_date: date
    revision: int
    sha256: str
    lines: Mapping[str, Any]
    locked_by: str = ""
    locked_reason: str = ""
    open_until: date | None = None


def envelope(packet: SealedPacket) -> bytes:
    """Return the packet as the bytes that go out: canonical JSON, UTF-8, the payload inside as text."""
    content = {
        "form": FORM,
        "window": packet.window,
        "kind": packet.kind,
        "business_date": packet.business_date.isoformat(),
        "z_number": packet.z_number,
        "revision": packet.revision,
        "payload": packet.payload,
        "sha256": packet.sha256,
        "previous_sha256": packet.previous_sha256,
        "signature": packet.signature,
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def opened(content: bytes) -> SealedPacket:
    """Return the packet ``envelope`` wrote. Raises EnvelopeUnreadable; hash and signature are the hub's to check."""
    try:
        read = json.loads(content.decode())
        if read["form"] != FORM:
            raise EnvelopeUnreadable("form")
        return SealedPacket(
            window=str(read["window"]),
            kind=str(read["kind"]),
            business_date=date.fromisoformat(read["business_date"]),
            z_number=int(read["z_number"]),
            revision=int(read["revision"]),
            payload=str(read["payload"]),
            sha256=str(read["sha256"]),
            previous_sha256=str(read["previous_sha256"]),
            signature=str(read["signature"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EnvelopeUnreadable(str(error)) from None


def lines_text(lines: Values) -> str:
    """Return lines as canonical JSON text, for a row that keeps them."""
    return json.dumps({code: plain(value) for code, value in lines.items()}, sort_keys=True, separators=(",", ":"))


def lines_of(text: str) -> Values:
    """Return the lines ``lines_text`` wrote."""
    return {code: number(value) for code, value in json.loads(text).items()} if text else {}
