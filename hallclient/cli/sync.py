"""``sync``: what waits goes to the hub or onto a stick; what a stick brings goes into the hub."""

import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallclient.cli import store
from hallclient.cli.reply import WORLD, Reply, Usage
from hallclient.cli.words import prepare, term, translate
from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.figures.sending import OutboxRow, Pushed
from hallclient.wiring import Hall

if TYPE_CHECKING:
    from hallclient.services.hub_office import Taken
    from hallclient.services.sync import Written


def _sync(args: Namespace) -> Reply:
    if args.to is not None and args.receive is not None:
        raise Usage(translate("cli", "--to 与 --receive 不能同时使用"))
    if "" in (args.to, args.receive):  # a script's variable that is empty must not send over the network instead
        raise Usage(translate("cli", "请写明文件夹"))
    with store.opened(args) as hall:
        if args.to:
            return _written(hall.sending.write_to(Path(args.to), by=hall.clerk), hall, unused=bool(args.hub))
        way_in(args, hall)
        if args.receive:
            return _received(hall.overseeing.receive_from(Path(args.receive), by=hall.clerk))
        pushed = hall.sending.push_now(by=hall.clerk)
        answered = pushed.why is None and (pushed.sent or pushed.accepted)  # with nothing to send nobody was asked
        url, password = hall.sending.access.given
        kept = hall.sending.access.kept()
        # A password that was let in is kept, the first one and the one a new enrolment gave.
        if answered and ((args.hub and not kept) or (password and url == kept)):
            hall.sending.access.remember(url, password)
        return _pushed(pushed, hall)


def way_in(args: Namespace, hall: Hall) -> None:
    """Take the hub's address from ``--hub`` and its password from HALLCLIENT_HUB_PASSWORD, the vault, or the keys.

    A password never stands on a command line.
    """
    access = hall.sending.access
    url = args.hub or access.url()
    said = os.environ.get("HALLCLIENT_HUB_PASSWORD", "")
    if not said and url.startswith("postgresql") and not access.password(url) and sys.stdin.isatty():
        said = getpass.getpass(translate("cli", "中心库密码："))
    access.given = (url, said)


def _pushed(pushed: Pushed, hall: Hall) -> Reply:
    rows = hall.sending.status(settled=False)
    document = _document(pushed, rows)
    said = translate("cli", "送出 {0} 份，已收 {1} 份，退回 {2} 份，待报送 {3} 份").format(
        pushed.sent, pushed.accepted, pushed.returned, pushed.waiting
    )
    text = "\n".join([said, *(_line(row) for row in rows)])
    if pushed.why is None:
        return Reply(document, text=text)
    document["error"] = {"code": pushed.why.value, "message": term(pushed.why.label), "rows": []}
    return Reply(document, note=f"{term(pushed.why.label)}\n{text}", code=WORLD)


def _written(written: "Written", hall: Hall, *, unused: bool) -> Reply:
    names = [str(path) for path in written.files]
    document = _document(written.pushed, hall.sending.status(settled=False))
    document |= {"files": names, "without_pdf": [str(path) for path in written.without_pdf]}
    said = translate("cli", "已写入 {0} 份，请送交主管办公室").format(len(names))
    # The contract lets the two stand together; whoever meant something else is told.
    notes = [translate("cli", "写入文件夹不用中心库地址，--hub 未使用")] if unused else []
    if written.without_pdf:
        from hallclient.ui.hub_words import without_pdf

        prepare()
        notes.append(without_pdf(written.without_pdf))
    return Reply(document, text="\n".join([said, *names]), note="\n".join(notes))


def _received(taken: "Taken") -> Reply:
    document = {
        "received": len(taken.receipts),
        "accepted": taken.count(Verdict.ACCEPTED),
        "held_already": taken.count(Verdict.HELD_ALREADY),
        "packets": [
            {
                "window": one.window,
                "kind": one.kind,
                "business_date": one.business_date.isoformat(),
                "z_number": one.z_number,
                "revision": one.revision,
                "verdict": one.verdict.value,
                "reason": one.reason,
            }
            for one in taken.receipts
        ],
        "unreadable": [{"file": name, "problem": problem} for name, problem in taken.unreadable],
    }
    said = translate("cli", "读取 {0} 份，新收 {1} 份，已有 {2} 份").format(
        len(taken.receipts), document["accepted"], document["held_already"]
    )
    settled = (Verdict.ACCEPTED, Verdict.HELD_ALREADY)
    lines = [
        f"{one.window}  {one.business_date}  {term(one.verdict.label)}  {term(one.reason)}"
        for one in taken.receipts
        if one.verdict not in settled
    ]
    lines += [translate("cli", "{0}：不是日结数据包，或者已损坏").format(name) for name, _ in taken.unreadable]
    return Reply(document, text="\n".join([said, *lines]))


def _document(pushed: Pushed, rows: list[OutboxRow]) -> dict[str, Any]:
    return {
        "sent": pushed.sent,
        "accepted": pushed.accepted,
        "returned": pushed.returned,
        "waiting": pushed.waiting,
        "next_at": pushed.next_at.isoformat(timespec="seconds") if pushed.next_at else None,
        "packets": [
            {
                "kind": row.kind,
                "business_date": row.business_date.isoformat(),
                "z_number": row.z_number,
                "revision": row.revision,
                "state": row.state.value,
                "reason": row.reason,
                "attempts": row.attempts,
                "next_at": row.next_at.isoformat(timespec="seconds") if row.next_at else None,
            }
            for row in rows
        ],
    }


def _line(row: OutboxRow) -> str:
    return f"{row.business_date}  Z{row.z_number}  {row.revision}  {term(row.state.label)}  {term(row.reason)}"


COMMANDS: dict[str, Callable[[Namespace], Reply]] = {"sync": _sync}
