"""How does a row of the outbox become the packet that travels? Checked against its hash, named city-wide, signed."""

import hashlib

from hallclient.domain.figures.delivery import SealedPacket
from hallclient.domain.figures.sending import PacketUnreadable
from hallclient.storage import signing
from hallclient.storage.outbox import Claimed


def sealed_packet(row: Claimed, *, window: str, key: signing.PrivateKey) -> SealedPacket:
    """Return the packet of ``row``, signed with ``key``. Raises PacketUnreadable when its text is not what was sealed.

    ``window`` is the window's name city-wide.
    """
    if hashlib.sha256(row.payload.encode("utf-8", "surrogatepass")).hexdigest() != row.sha256:
        raise PacketUnreadable
    packet = SealedPacket(
        window=window,
        kind=row.kind,
        business_date=row.business_date,
        z_number=row.z_number,
        revision=row.revision,
        payload=row.payload,
        sha256=row.sha256,
        previous_sha256=row.previous_sha256,
        signature="",
    )
    return signing.signed(packet, key)
