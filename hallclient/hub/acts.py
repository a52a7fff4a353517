"""What is alike in every act of the office? Who and why, a window that is known, packets judged again, the note."""

from typing import Any

from sqlalchemy import Connection, func, insert, select

from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.refusal import Refusal
from hallclient.hub import counting
from hallclient.hub.database import HubDatabase
from hallclient.hub.schema import acts, inbox, verdicts, windows


class WindowUnknown(Refusal):
    """No window of that name is enrolled at the hub."""

    fields = ("window",)

    def __init__(self, window: str) -> None:
        super().__init__()
        self.window = window


class HubReasonMissing(Refusal):
    """Locking, unlocking, an exception and a new chain say who and why."""

    fields = ("reason",)


def require_said(by: str, reason: str) -> None:
    if not by.strip() or not reason.strip():
        raise HubReasonMissing


def known(tx: Connection, window: str) -> bool:
    return bool(tx.execute(select(func.count()).where(windows.c.window == window)).scalar_one())


def require_known(tx: Connection, window: str) -> None:
    if not known(tx, window):
        raise WindowUnknown(window)


def judge_again(tx: Connection, window: str) -> None:
    queue(tx, verdicts.c.window == window, verdicts.c.verdict == Verdict.KEPT_ASIDE.value, ~verdicts.c.linked)


def queue(tx: Connection, *where: Any) -> None:
    """Lay packets into the inbox again: to be judged by what the office has just said."""
    there = select(inbox.c.packet_id).where(
        inbox.c.window == verdicts.c.window, inbox.c.packet_id == verdicts.c.packet_id
    )
    tx.execute(
        insert(inbox).from_select(
            ["window", "packet_id", "business_date"],
            select(verdicts.c.window, verdicts.c.packet_id, verdicts.c.business_date).where(*where, ~there.exists()),
        )
    )


def count(hub: HubDatabase, tx: Connection) -> None:
    counting.count_all(tx, now=hub.clock(tx))


def note(tx: Connection, hub: HubDatabase, *, by: str, act: str, window: str = "", detail: str = "") -> None:
    tx.execute(insert(acts).values(at=hub.clock(tx), by=by, act=act, window=window, detail=detail))
