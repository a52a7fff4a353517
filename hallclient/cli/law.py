"""What does the law say? ``due``, ``fee``, ``check-id`` and ``check-report`` need no store."""

import os
from argparse import Namespace
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from hallclient import reference
from hallclient.cli.inputs import day, json_file
from hallclient.cli.reply import REFUSED, Reply
from hallclient.cli.words import translate
from hallclient.domain.figures.report_identities import suspects
from hallclient.domain.law import explain, identity_numbers
from hallclient.domain.law.clock import ClockTrace, trace
from hallclient.domain.law.fees import fee_for_items, fee_for_pages, tariff_for
from hallclient.domain.law.rulesets import ruleset_named
from hallclient.domain.law.working_days import WorkingCalendar
from hallclient.domain.register.kinds import IdKind

HALL_TIME = ZoneInfo("Asia/Shanghai")


def _due(args: Namespace) -> Reply:
    received = day(args.received, "--received")
    steps = explain.steps_of(json_file(args.events)) if args.events else ()
    rules = ruleset_named(args.ruleset, received, reference.load_rulesets())
    found = trace(received, steps, rules, _calendar(args), days=args.days)
    return Reply(explain.due_json(found), text=_due_text(found))


def _calendar(args: Namespace) -> WorkingCalendar:
    # Needs no store; who signs in to one counts with the calendars imported there as well.
    if not args.user:
        return reference.load_calendar()
    from hallclient import wiring
    from hallclient.cli import store

    if not wiring.store_exists(store.folder(args)) or "HALLCLIENT_PASSWORD" not in os.environ:
        return reference.load_calendar()
    with store.opened(args) as hall:
        return hall.office.calendar


def _due_text(found: ClockTrace) -> str:
    if found.due is None:
        standing = found.standing.label if found.standing is not None else ""
        answer = translate("cli", "期限停算：{0}").format(standing)
    else:
        answer = translate("cli", "应于 {0} 前答复（第{1}个工作日）").format(found.due, found.counted)
        if found.provisional:
            answer += translate("cli", "（暂定，以国务院节假日安排为准）")
    lines = [answer, "", translate("cli", "经过：")]
    lines += [f"  {step.on}  {step.effect}  {step.article}" for step in found.steps]
    lines += ["", translate("cli", "逐日：")]
    lines += [f"  {row.day}  {'' if row.ordinal is None else row.ordinal:>3}  {row.reason}" for row in found.days]
    return "\n".join(lines)


def _fee(args: Namespace) -> Reply:
    tariff = tariff_for(_today(args), reference.load_tariffs())
    fee = fee_for_items(args.items, tariff) if args.items is not None else fee_for_pages(args.pages, tariff)
    unit = translate("cli", "件") if args.items is not None else translate("cli", "页")
    lines = [translate("cli", "{0}{1}，信息处理费 {2} 元").format(fee.count, unit, explain.money(fee.yuan))]
    lines += [
        translate("cli", "  第{0}至{1}{2}，每{2} {3} 元，计 {4} 元").format(
            band.from_, band.to, unit, explain.money(band.price), explain.money(band.yuan)
        )
        for band in fee.bands
    ]
    return Reply(explain.fee_json(fee), text="\n".join(lines))


def _check_id(args: Namespace) -> Reply:
    kind = IdKind(args.kind)
    problem = identity_numbers.check(kind, args.number, _today(args))
    document = explain.check_id_json(kind, problem)
    if problem is None:
        return Reply(document, text=translate("cli", "号码符合{0}的编码规则").format(kind.label))
    document["error"] = {"code": problem.what.value, "message": problem.sentence, "rows": []}
    return Reply(document, note=problem.sentence, code=REFUSED)


def _check_report(args: Namespace) -> Reply:
    from hallclient.services.figures import check_report  # brings the workbook reader along

    before = Path(args.last_year) if args.last_year else None
    found = check_report(Path(args.file), last_year=before)
    violations = [violation.as_json() for violation in found]
    if not violations:
        return Reply({"violations": []}, text=translate("cli", "全部勾稽关系成立"))
    doubted = list(suspects(found))
    said = translate("cli", "有{0}处不符合勾稽关系").format(len(violations))
    lines = [
        translate("cli", "{0}：{1} 应为 {2}，实为 {3}").format(
            one["identity"], "、".join(map(str, one["cells"])), one["expected"], one["found"]
        )
        for one in violations
    ]
    if doubted:
        lines.append(translate("cli", "如果只有一格有误，应是其中之一：{0}").format("、".join(doubted)))
    document: dict[str, Any] = {"violations": violations, "suspects": doubted}
    if all(violation.warning for violation in found):
        # Clean-ups break it for good reasons: told, not refused.
        return Reply(document, note="\n".join([said, *lines]))
    document["error"] = {"code": "report_contradicts_itself", "message": said, "rows": []}
    return Reply(document, note="\n".join([said, *lines]), code=REFUSED)


def _today(args: Namespace) -> date:
    if args.today:
        return day(args.today, "--today")
    # wiring's clock would bring the store's machinery along; these commands answer in the time Python needs to start.
    return datetime.now(HALL_TIME).date()


COMMANDS: dict[str, Callable[[Namespace], Reply]] = {
    "due": _due,
    "fee": _fee,
    "check-id": _check_id,
    "check-report": _check_report,
}
