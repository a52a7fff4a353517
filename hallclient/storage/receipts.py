"""How is the hub's answer kept beside the packet? As JSON text that a later version can still read."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from hallclient.domain.figures.delivery import Receipt, Verdict, lines_of, lines_text

LARGEST = 4 * 1024 * 1024  # bytes of a receipt's file
LONGEST = 2000  # characters of what stands in it
MOST = 10**15  # a figure; more is no count of anything


def text(receipt: Receipt) -> str:
    """Return a receipt as JSON."""
    return json.dumps(
        {
            "window": receipt.window,
            "kind": receipt.kind,
            "business_date": receipt.business_date.isoformat(),
            "z_number": receipt.z_number,
            "revision": receipt.revision,
            "verdict": receipt.verdict.value,
            "reason": receipt.reason,
            "revision_held": receipt.revision_held,
            "sha256_held": receipt.sha256_held,
            "totals_held": lines_text(receipt.totals_held),
            "locked_by": receipt.locked_by,
            "locked_reason": receipt.locked_reason,
            "open_until": receipt.open_until.isoformat() if receipt.open_until else "",
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def read(path: Path) -> Receipt | None:
    """Return the receipt in a file somebody brought; None when it is none. Raises OSError."""
    if not path.is_file() or path.stat().st_size > LARGEST:  # a pipe would never end
        return None
    try:
        found = of(path.read_bytes().decode())
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None
    return found if found is not None and _sound(found) else None


def _sound(receipt: Receipt) -> bool:
    # A receipt bears no signature: whatever stands in it will be kept and shown.
    texts = [receipt.window, receipt.kind, receipt.reason, receipt.sha256_held]
    texts += [receipt.locked_by, receipt.locked_reason, *receipt.totals_held]
    numbers = (receipt.z_number, receipt.revision, receipt.revision_held)
    return (
        all(type(text) is str and text.isprintable() and len(text) <= LONGEST for text in texts)
        and all(type(number) is int and 0 <= number < 2**31 for number in numbers)
        and all(_figure(value) for value in receipt.totals_held.values())
    )


def _figure(value: object) -> bool:
    if isinstance(value, Decimal):
        return value.is_finite() and abs(value) < MOST
    return type(value) is int and abs(value) < MOST


def of(kept: str) -> Receipt | None:
    """Return the receipt ``text`` wrote; None for no answer yet."""
    if not kept:
        return None
    said = json.loads(kept)
    return Receipt(
        window=said["window"],
        kind=said["kind"],
        business_date=date.fromisoformat(said["business_date"]),
        z_number=said["z_number"],
        revision=said["revision"],
        verdict=Verdict(said["verdict"]),
        reason=said["reason"],
        revision_held=said["revision_held"],
        sha256_held=said["sha256_held"],
        totals_held=lines_of(said["totals_held"]),
        locked_by=said["locked_by"],
        locked_reason=said["locked_reason"],
        open_until=date.fromisoformat(said["open_until"]) if said["open_until"] else None,
    )
