"""How is the hub's answer kept beside the packet? As JSON text that a later version can still read."""

import json
from datetime import date

from hallclient.domain.figures.delivery import Receipt, Verdict, lines_of, lines_text


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


def read(content: bytes) -> Receipt | None:
    """Return the receipt in a file somebody brought; None when it is none."""
    try:
        return of(content.decode())
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


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
