"""What was typed and not saved yet, and by whom?"""

import json
from datetime import datetime

from sqlalchemy import Connection

from hallclient.domain.register.records import SavedDraft


def save(tx: Connection, draft: SavedDraft, *, clerk: str) -> bool:
    """Keep a draft, in place of what this form instance held before; False when the instance is another clerk's."""
    kept = tx.exec_driver_sql(
        "INSERT INTO drafts (instance, form, clerk, title, base_version, payload, saved_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (instance) DO UPDATE SET title = excluded.title, payload = excluded.payload,"
        " base_version = excluded.base_version, saved_at = excluded.saved_at WHERE clerk = excluded.clerk",
        (
            draft.instance,
            draft.form,
            clerk,
            draft.title,
            draft.base_version,
            json.dumps(draft.payload, ensure_ascii=False),
            draft.saved_at.isoformat(" ", "microseconds"),
        ),
    )
    return kept.rowcount == 1


def of(tx: Connection, clerk: str) -> list[SavedDraft]:
    """Return the clerk's drafts, newest first."""
    rows = tx.exec_driver_sql(
        "SELECT instance, form, title, base_version, payload, saved_at FROM drafts WHERE clerk = ?"
        " ORDER BY saved_at DESC, instance",
        (clerk,),
    )
    return [
        SavedDraft(
            instance=instance,
            form=form,
            title=title,
            base_version=version,
            payload=json.loads(payload),
            saved_at=datetime.fromisoformat(saved_at),
        )
        for instance, form, title, version, payload, saved_at in rows
    ]


def delete(tx: Connection, instance: str, *, clerk: str) -> bool:
    """Forget a draft, in the transaction that saves its record; False when the clerk has none of that instance."""
    return tx.exec_driver_sql("DELETE FROM drafts WHERE instance = ? AND clerk = ?", (instance, clerk)).rowcount == 1
