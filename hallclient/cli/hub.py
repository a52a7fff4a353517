"""``hub``: who may report, who has reported, what is locked and who is let through."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from hallclient.cli import store
from hallclient.cli.inputs import PeriodReversed, day
from hallclient.cli.reply import Reply, Usage
from hallclient.cli.sync import way_in
from hallclient.cli.words import term, translate
from hallclient.domain.figures.hub_trial import fingerprint
from hallclient.domain.figures.oversight import DayState, Lamp, Matter, Oversight, WindowReport
from hallclient.domain.figures.packet import plain
from hallclient.hub.acts import WindowUnknown
from hallclient.services.hub_office import HubOfficeDesk
from hallclient.wiring import Hall


def _hub(args: Namespace) -> Reply:
    with store.opened(args) as hall:
        if args.act == "key":
            return _key(hall)
        if not (args.hub or hall.overseeing.access.url()):
            raise Usage(translate("cli", "请用 --hub 给出中心库地址"))
        way_in(args, hall)
        return ACTS[args.act](args, hall, hall.overseeing)


def _key(hall: Hall) -> Reply:
    key = hall.sending.public_key(by=hall.clerk)
    document = {"window": hall.sending.window, "public_key": key, "fingerprint": fingerprint(key)}
    return Reply(document, text=f"{hall.sending.window}  {key}", note=_print(key))


def _print(key: str) -> str:
    return translate("cli", "公钥核对码 {0}，请与对方电话核对").format(fingerprint(key))


def _numbers(args: Namespace, hall: Hall, desk: HubOfficeDesk) -> Reply:
    highest = hall.sending.highest_numbers(by=hall.clerk)
    series = [{"series": name, "year": year, "last": last} for (name, year), last in sorted(highest.items())]
    lines = [f"{one['series']}:{one['year']}={one['last']}" for one in series]
    return Reply({"window": hall.sending.window, "series": series}, text="\n".join(lines))


def _init(args: Namespace, hall: Hall, desk: HubOfficeDesk) -> Reply:
    shut = desk.init(by=hall.clerk)
    todo = translate(
        "cli",
        "请数据库超级用户也执行一次 hub init：锁和大对象函数人人可用，只有超级用户能收回，以免窗口的登录妨碍他人。",
    )
    done = translate("cli", "中心库已建好：{0}").format(desk.access.url())
    return Reply({"hub": desk.access.url()}, text=done, note="" if shut else todo)


def _enrol(args: Namespace, hall: Hall, desk: HubOfficeDesk) -> Reply:
    key = ""
    if args.person:
        made = desk.enrol_office(args.name, by=hall.clerk)
    else:
        window = _window(args.name, hall)
        # The office's own hall is a window too, and its key is at hand.
        own = window == hall.sending.window and not args.key
        key = hall.sending.public_key(by=hall.clerk) if own else args.key
        made = desk.enrol(
            window,
            key,
            unit=args.unit if args.unit.strip() else "",
            since=day(args.since, "--since") if args.since else None,
            by=hall.clerk,
        )
    document = {"window": made.window, "login": made.login, "password": made.password}
    told = [_print(key)] if key else []
    if not made.login:
        text = translate("cli", "已登记 {0}，这个中心库不需要登录").format(made.window or args.name)
        return Reply(document, text=text, note="\n".join(told))
    keeper = translate("cli", "登录 {0} 的密码只显示这一次，请交给该窗口妥善保管：")
    if args.person:
        keeper = translate("cli", "登录 {0} 的密码只显示这一次，请交给本人妥善保管：")
    told.append(keeper.format(made.login))
    note = "\n".join(told)
    return Reply(document, text=made.password, note=note)


def _revoke(args: Namespace, hall: Hall, desk: HubOfficeDesk) -> Reply:
    if args.person:
        desk.revoke_office(args.name, by=hall.clerk)
        done = translate("cli", "{0} 在中心库没有登录了").format(args.name)
        return Reply({"person": args.name}, text=done)
    window = _window(args.name, hall)
    desk.revoke(window, by=hall.clerk)
    return Reply({"window": window}, text=translate("cli", "已停用 {0}，以前收到的数据仍然有效").format(window))


def _exception(args: Namespace, hall: Hall, desk: HubOfficeDesk) -> Reply:
    window, (first, until), open_until = _window(args.name, hall), _period(args), day(args.until, "--until")
    desk.grant_exception(window, first, until, open_until=open_until, reason=args.reason, by=hall.clerk)
    document = {"window": window, **_said(first, until), "until": open_until.isoformat(), "reason": args.reason}
    text = translate("cli", "{0} 可在 {1} 之前（含当日）补报 {2} 至 {3}").format(
        window, open_until, first, until - timedelta(days=1)
    )
    return Reply(document, text=text)


def _lock(args: Namespace, hall: Hall, desk: HubOfficeDesk) -> Reply:
    first, until = _period(args)
    document = {**_said(first, until), "locked": args.act == "lock", "reason": args.reason}
    if args.act == "lock":
        desk.lock(first, until, reason=args.reason, by=hall.clerk)
        return Reply(document, text=_locked(translate("cli", "已锁定"), first, until))
    # A lock is lifted as a whole, whatever part of it was named.
    lifted = desk.unlock(first, until, reason=args.reason, by=hall.clerk)
    document["lifted"] = [_said(*span) for span in lifted]
    return Reply(document, text="\n".join(_locked(translate("cli", "已解锁"), *span) for span in lifted))


def _locked(done: str, first: date, until: date) -> str:
    return f"{done}  {first} … {until - timedelta(days=1)}"


def _branch(args: Namespace, hall: Hall, desk: HubOfficeDesk) -> Reply:
    window = _window(args.name, hall)
    document = {"window": window, "reason": args.reason, "withdrawn": args.withdraw}
    if args.withdraw:
        desk.withdraw_branch(window, reason=args.reason, by=hall.clerk)
        return Reply(document, text=translate("cli", "已撤回 {0} 的续接").format(window))
    desk.accept_branch(window, reason=args.reason, by=hall.clerk)
    text = translate("cli", "{0} 的数据包可从备份处续接一次").format(window)
    return Reply(document, text=text)


def _status(args: Namespace, hall: Hall, desk: HubOfficeDesk) -> Reply:
    today = hall.today()
    first, until = _span(args, today)
    board = desk.board(first, until, by=hall.clerk)
    document = _board(board, {line.code: line.title for line in hall.figures.lines()})
    document["kept_aside"] = [
        {
            "window": kept.packet.window,
            "kind": kept.packet.kind,
            "business_date": kept.packet.business_date.isoformat(),
            "z_number": kept.packet.z_number,
            "revision": kept.packet.revision,
            "reason": kept.reason,
            "received_at": kept.received_at.isoformat(timespec="seconds"),
        }
        for kept in desk.kept_aside(by=hall.clerk)
    ]
    document["branches"] = [
        {"window": one.window, "by": one.by, "at": one.at.isoformat(timespec="seconds"), "reason": one.detail}
        for one in desk.unused_branches(by=hall.clerk)
    ]
    if args.window:
        window = _window(args.window, hall)
        if window not in {one.window for one in board.windows}:
            raise WindowUnknown(window)
        document["days"] = [
            {
                "business_date": one.business_date.isoformat(),
                "state": one.state.value,
                "zero": one.zero,
                "revision": one.revision,
                "received_at": one.received_at.isoformat(timespec="seconds") if one.received_at else None,
            }
            for one in desk.days(window, first, until, by=hall.clerk)
        ]
    return Reply(document, text="\n".join(_lines(board, document)))


def _board(board: Oversight, titles: Mapping[str, str]) -> dict[str, Any]:
    return {
        **_said(board.first, board.until),
        "units": [_report(one) for one in board.units],
        "windows": [{"window": one.window} | _report(one) for one in board.windows],
        "alarms": [
            {
                "lamp": one.lamp.value,
                "matter": one.matter.value,
                "unit": one.unit,
                "window": one.window,
                "as_of": one.as_of.isoformat(),
                "overdue": one.overdue,
                "due_today": one.due_today,
                "due_soon": one.due_soon,
            }
            for one in board.lamps.alarms
        ],
        "enquiries_untold": list(board.lamps.untold),
        "unusual": [
            {
                "unit": one.unit,
                "code": one.code,
                "label": titles[one.code],
                "month": one.month.isoformat(),
                "value": plain(one.value),
                "low": plain(one.low),
                "high": plain(one.high),
                "periods": one.periods,
            }
            for one in board.unusual
        ],
        "unchecked": board.unchecked,
    }


def _report(one: WindowReport) -> dict[str, Any]:
    return {
        "unit": one.unit,
        "expected": one.expected,
        "on_time": one.on_time,
        "late": one.late,
        "missing": one.missing,
        "not_due": one.not_due,
        "zero": one.zero,
        "extra": one.extra,
        "revoked": one.revoked,
        "newest": one.newest.isoformat() if one.newest else None,
        "received_at": one.received_at.isoformat(timespec="seconds") if one.received_at else None,
    }


def _lines(board: Oversight, document: dict[str, Any]) -> list[str]:
    said = translate("cli", "{0}  应报 {1}  按时 {2}  迟报 {3}  未报 {4}  未到期 {5}  零报告 {6}")
    lines = [
        said.format(one.window, one.expected, one.on_time, one.late, one.missing, one.not_due, one.zero)
        for one in board.windows
    ]
    lamps = {Lamp.RED: translate("cli", "红灯"), Lamp.YELLOW: translate("cli", "黄灯")}
    matters = {Matter.APPLICATION: translate("cli", "申请"), Matter.ENQUIRY: translate("cli", "咨询投诉")}
    warned = translate("cli", "{0}  {1}  {2}  {3}  已逾期 {4}  今日到期 {5}  三日内到期 {6}")
    lines += [
        warned.format(
            lamps[one.lamp], one.window, one.as_of, matters[one.matter], one.overdue, one.due_today, one.due_soon
        )
        for one in board.lamps.alarms
    ]
    untold = translate("cli", "{0} 个窗口的数据包尚不报咨询投诉的期限")
    lines += [untold.format(len(board.lamps.untold))] if board.lamps.untold else []
    strange = translate("cli", "异常  {0}  {1}  {2}（过去 {3} 至 {4}）")
    lines += [
        strange.format(one["unit"], one["label"], one["value"], one["low"], one["high"]) for one in document["unusual"]
    ]
    aside = translate("cli", "暂存  {0}  {1}  {2}")
    lines += [aside.format(one["window"], one["business_date"], term(one["reason"])) for one in document["kept_aside"]]
    branch = translate("cli", "续接  {0}  {1} 由 {2} 准予，还没有用到：{3}")
    lines += [branch.format(one["window"], one["at"][:10], one["by"], one["reason"]) for one in document["branches"]]
    lines += [_day(one) for one in document.get("days", ())]
    return lines or [translate("cli", "中心库还没有登记窗口")]


def _day(one: Mapping[str, Any]) -> str:
    told = [one["business_date"], term(DayState(one["state"]).label)]
    told += [translate("cli", "零报告")] if one["zero"] else []
    told += [f"r{one['revision']}", one["received_at"].replace("T", " ")] if one["received_at"] else []
    return "  ".join(told)


def _window(name: str, hall: Hall) -> str:
    # ``W03`` is a window of this agency; ``SL01-W03`` says whose.
    return name if "-" in name else f"{hall.office.agency_code}-{name}"


def _span(args: Namespace, today: date) -> tuple[date, date]:
    """Return the days asked for, half open: one end alone reaches to today, or back to the first of its month."""
    last = day(args.last, "--to") if args.last else today
    first = day(args.first, "--from") if args.first else last.replace(day=1)
    if not args.last:
        last = max(first, last)
    if last < first:
        raise PeriodReversed
    return first, last + timedelta(days=1)


def _period(args: Namespace) -> tuple[date, date]:
    first, last = day(args.first, "--from"), day(args.last, "--to")
    if last < first:
        raise PeriodReversed
    return first, last + timedelta(days=1)


def _said(first: date, until: date) -> dict[str, str]:
    return {"from": first.isoformat(), "to": (until - timedelta(days=1)).isoformat()}


ACTS: dict[str, Callable[[Namespace, Hall, HubOfficeDesk], Reply]] = {
    "init": _init,
    "enrol": _enrol,
    "numbers": _numbers,
    "revoke": _revoke,
    "status": _status,
    "exception": _exception,
    "lock": _lock,
    "unlock": _lock,
    "branch": _branch,
}
COMMANDS: dict[str, Callable[[Namespace], Reply]] = {"hub": _hub}
