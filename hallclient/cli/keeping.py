"""``backup``, ``restore``, ``verify``, ``export``, ``selfcheck``: is everything kept, and can it be had back?"""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from hallclient import wiring
from hallclient.cli import store, words
from hallclient.cli.inputs import output
from hallclient.cli.reply import DONE, WORLD, Reply
from hallclient.cli.words import translate
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.numbers import RegisterNumber
from hallclient.services.backup import Verification
from hallclient.services.restoring import FencedSeries, restore


class KnownNumberUnreadable(Refusal):
    """A number given with ``--known`` is neither a register number nor ``SERIES:YEAR=SERIAL``."""

    fields = ("--known",)


def _backup(args: Namespace) -> Reply:
    with store.opened(args) as hall:
        made = hall.backup.back_up(Path(args.destination), by=hall.clerk)
    document = {
        "path": str(made.path),
        "at": made.at.isoformat(timespec="seconds"),
        "bytes": made.size,
        "sha256": made.sha256,
        "rows": made.rows,
    }
    return Reply(document, text=translate("cli", "已备份到 {0}（{1} 行）").format(made.path, made.rows))


def _restore(args: Namespace) -> Reply:
    data = store.folder(args)
    known = dict(_known(said) for said in args.known)
    restored = restore(
        Path(args.file),
        store=data / wiring.STORE,
        key_file=data / wiring.KEYS,
        user=store.user(args),
        password=store.password(translate("cli", "备份时的密码：")),
        now=store.clock(args),
        known=known,
    )
    fenced = not known
    document = {
        "data": str(restored.data),
        "backup_at": restored.backup_at.isoformat(timespec="seconds"),
        "rows": restored.rows,
        "fenced": fenced,
        "series": [_series(one) for one in restored.series],
    }
    until = restored.backup_at.isoformat(sep=" ", timespec="seconds")
    lines = [translate("cli", "已恢复到 {0}，数据截至 {1}").format(restored.data, until)]
    if fenced:
        lines.append(
            translate("cli", "编号已暂停：请负责人在“设置—恢复后的编号”填写各序列已发出的最大编号。备份中的最大编号：")
        )
        lines += [f"  {one.name} {one.year or ''} {one.last:05d}" for one in restored.series]
    return Reply(document, text="\n".join(lines))


def _series(series: FencedSeries) -> dict[str, object]:
    return {"series": series.name, "year": series.year, "last": series.last}


def _known(said: str) -> tuple[tuple[str, int], int]:
    number = RegisterNumber.read(said)
    if number is not None:
        return (number.ledger_series, number.year), number.serial
    # Document numbers and the closes have series of other shapes: NAME:YEAR=SERIAL names any of them.
    name, _, rest = said.rpartition(":")
    year, equals, serial = rest.partition("=")
    if not name or not equals or not year.isdigit() or not serial.isdigit():
        raise KnownNumberUnreadable
    return (name, int(year)), int(serial)


def _verify(args: Namespace) -> Reply:
    with store.opened(args) as hall:
        found = hall.backup.verify(by=hall.clerk)
    document = {
        "at": found.at.isoformat(timespec="seconds"),
        "holds": found.holds,
        "checks": [{"code": check.code, "holds": check.holds, "found": check.found} for check in found.checks],
        "rows": found.rows,
    }
    text = _verified(found)
    if found.holds:
        return Reply(document, text=text)
    said = translate("cli", "数据没有通过验证，请停止登记并联系系统管理员")
    document["error"] = {"code": "verification_failed", "message": said, "rows": []}
    return Reply(document, note=f"{said}\n{text}", code=WORLD)


def _verified(found: Verification) -> str:
    names = {
        "cipher": translate("cli", "加密页"),
        "quick": translate("cli", "数据结构"),
        "foreign_keys": translate("cli", "引用关系"),
        "audit_chain": translate("cli", "审计链"),
        "packet_chain": translate("cli", "日结链"),
        "restore_drill": translate("cli", "恢复演练"),
    }
    passed, failed = translate("cli", "通过"), translate("cli", "不通过（{0}处）")
    return "\n".join(
        f"{names[check.code]}：{passed if check.holds else failed.format(check.found)}" for check in found.checks
    )


def _export(args: Namespace) -> Reply:
    target = output(args.destination, ("zip",))
    with store.opened(args) as hall:
        done = hall.backup.export(target, by=hall.clerk)
    document = {"path": str(done.path), "files": done.files, "rows": done.rows, "sha256": done.sha256}
    note = translate("cli", "导出含个人信息，请妥善保管")
    return Reply(
        document,
        text=translate("cli", "已导出到 {0}（{1} 个文件，{2} 行）").format(target, done.files, done.rows),
        note=note,
    )


def _selfcheck(args: Namespace) -> Reply:
    from hallclient.ui.check_words import check_name, finding_advice, finding_sentence, health_name

    words.prepare()
    with store.opened(args) as hall:
        findings = hall.selfcheck.run()
    document = {
        "findings": [
            {
                "check": finding.check,
                "state": finding.health.value,
                "sentence": finding_sentence(finding),
                "advice": finding_advice(finding),
            }
            for finding in findings
        ]
    }
    lines = []
    for finding in findings:
        lines.append(f"{health_name(finding.health)}  {check_name(finding.check)}：{finding_sentence(finding)}")
        if advice := finding_advice(finding):
            lines.append(f"      {advice}")
    return Reply(document, text="\n".join(lines), code=DONE)


COMMANDS: dict[str, Callable[[Namespace], Reply]] = {
    "backup": _backup,
    "restore": _restore,
    "verify": _verify,
    "export": _export,
    "selfcheck": _selfcheck,
}
