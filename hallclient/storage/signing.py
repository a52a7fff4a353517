"""With which key does a window sign its packets? Its own, made on first need and kept inside the encrypted store.

The office registers the public half when it enrols the window; the private half never leaves the store, whose backups
carry it along: a restored window is still the same window.
"""

import base64
from dataclasses import replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import Connection

from hallclient.domain.figures.delivery import SealedPacket
from hallclient.storage import meta

PrivateKey = Ed25519PrivateKey
SIGNING_KEY = "signing_key"  # in ``meta``: 32 bytes in base64


def key(tx: Connection) -> Ed25519PrivateKey | None:
    """Return the window's key; None when it has none yet."""
    kept = meta.get(tx, SIGNING_KEY)
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(kept)) if kept else None


def make(tx: Connection) -> Ed25519PrivateKey:
    """Return the window's key, made now when there is none."""
    found = key(tx)
    if found is None:
        found = Ed25519PrivateKey.generate()
        meta.put(tx, SIGNING_KEY, base64.b64encode(found.private_bytes_raw()).decode())
    return found


def public_text(private: Ed25519PrivateKey) -> str:
    """Return the public half as the office enters it: 32 bytes in base64."""
    return base64.b64encode(private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()


def signed(packet: SealedPacket, private: Ed25519PrivateKey) -> SealedPacket:
    """Return the packet with its signature. The same packet and key give the same signature."""
    return replace(packet, signature=base64.b64encode(private.sign(packet.signed_text)).decode())
