"""Who can open the store? Key slots: the store's random key, wrapped once per clerk and once for the recovery key.

The store is encrypted with a random 256-bit key nobody sees. Each slot holds that key wrapped with AES-256-GCM under
argon2id of a password, so a changed password rewraps 32 bytes and never the store. The file stands beside the store.
"""

import base64
import json
import os
import secrets
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hallclient.domain.refusal import Refusal
from hallclient.foundation import files
from hallclient.foundation.trouble import StoreDamaged

RECOVERY = "*recovery*"
KDF = {"memory_kib": 65536, "time": 3, "lanes": 4}  # argon2id: 195 ms on the reference machine
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no I O 0 1: it is read from paper


class WrongPassword(Refusal):
    """No slot opens with this name and password. Says nothing about which of the two is wrong."""

    fields = ("password",)


class ClerkHasNoSlot(Refusal):
    """There is no such name in the key file."""

    fields = ("user",)


def new_recovery_key() -> str:
    """Return a fresh recovery key: six groups of five characters, 150 bits, readable from paper."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(5)) for _ in range(6))


def create(path: Path, slots: dict[str, str]) -> bytes:
    """Write a key file with a slot for each name → password and return the store's new key."""
    key = secrets.token_bytes(32)
    _write(path, {name: _wrap(key, secret) for name, secret in slots.items()})
    return key


def unlock(path: Path, name: str, secret: str) -> bytes:
    """Return the store's key. Raises WrongPassword, StoreDamaged.

    An unknown name costs the same time as a wrong password: the window must not tell who works here.
    """
    slots = _read(path)
    slot = slots.get(name)
    key = _unwrap(slot or _wrap(b"\0" * 32, "nobody"), secret if slot else "")
    if slot is None or key is None:
        raise WrongPassword
    return key


def recover(path: Path, recovery_key: str) -> bytes:
    """Return the store's key by the recovery key, however it was typed (blanks, lower case, missing hyphens)."""
    letters = "".join(c for c in recovery_key.upper() if c in ALPHABET)
    return unlock(path, RECOVERY, "-".join(letters[i : i + 5] for i in range(0, len(letters), 5)))


def put_slot(path: Path, name: str, secret: str, key: bytes) -> None:
    """Add or replace the slot of ``name``."""
    _write(path, {**_read(path), name: _wrap(key, secret)})


def drop_slot(path: Path, name: str) -> None:
    """Remove the slot of ``name``. Raises ClerkHasNoSlot."""
    slots = _read(path)
    if slots.pop(name, None) is None:
        raise ClerkHasNoSlot
    _write(path, slots)


def names(path: Path) -> tuple[str, ...]:
    """Return the names that have a slot, without the recovery slot."""
    return tuple(name for name in _read(path) if name != RECOVERY)


def _derive(secret: str, salt: bytes, kdf: dict[str, int]) -> bytes:
    return hash_secret_raw(
        secret.encode(),
        salt,
        time_cost=kdf["time"],
        memory_cost=kdf["memory_kib"],
        parallelism=kdf["lanes"],
        hash_len=32,
        type=Type.ID,
    )


def _wrap(key: bytes, secret: str) -> dict[str, object]:
    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = AESGCM(_derive(secret, salt, KDF)).encrypt(nonce, key, b"hallclient slot")
    return {"kdf": KDF, "salt": _text(salt), "nonce": _text(nonce), "sealed": _text(sealed)}


def _unwrap(slot: dict[str, object], secret: str) -> bytes | None:
    try:
        wrapping = _derive(secret, _bytes(slot["salt"]), slot["kdf"])  # type: ignore[arg-type]
        return AESGCM(wrapping).decrypt(_bytes(slot["nonce"]), _bytes(slot["sealed"]), b"hallclient slot")
    except InvalidTag:
        return None
    except (KeyError, TypeError, ValueError):
        raise StoreDamaged from None


def _read(path: Path) -> dict[str, dict[str, object]]:
    try:
        slots = json.loads(path.read_text("utf-8"))["slots"]
    except (OSError, ValueError, KeyError, TypeError):
        raise StoreDamaged from None
    return slots  # type: ignore[no-any-return]


def _write(path: Path, slots: dict[str, dict[str, object]]) -> None:
    # A torn key file would lock everyone out: it is replaced as a whole, and no other user of the machine reads it.
    files.write(path, json.dumps({"format": 1, "slots": slots}, indent=1).encode(), mode=0o600)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: object) -> bytes:
    return base64.b64decode(str(text))
