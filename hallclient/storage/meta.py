"""Whose hall is this? The few facts a store knows of itself."""

import base64
import json
from dataclasses import asdict

from sqlalchemy import Connection

from hallclient.domain.register.agency import AgencyProfile


def get(tx: Connection, key: str, default: str = "") -> str:
    """Return the value kept under ``key``, else ``default``."""
    found = tx.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (key,)).scalar()
    return default if found is None else str(found)


def put(tx: Connection, key: str, value: str) -> None:
    """Keep ``value`` under ``key``."""
    tx.exec_driver_sql(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def agency(tx: Connection) -> AgencyProfile:
    """Return the agency's profile."""
    return AgencyProfile(**json.loads(get(tx, "agency", '{"name": ""}')))


def put_agency(tx: Connection, profile: AgencyProfile) -> None:
    """Keep the agency's profile."""
    put(tx, "agency", json.dumps(asdict(profile), ensure_ascii=False))


def word_template(tx: Connection) -> bytes | None:
    """Return the office's own Word template of the annual report; None: ours."""
    kept = get(tx, "word_template")
    return base64.b64decode(kept) if kept else None


def put_word_template(tx: Connection, content: bytes | None) -> None:
    """Keep the office's own Word template; None: ours from now on."""
    put(tx, "word_template", base64.b64encode(content or b"").decode())
