"""``setup``, ``import``, ``issue``, ``search``: what goes into the registers and comes out of them."""

import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from hallclient import wiring
from hallclient.cli import store
from hallclient.cli.inputs import output
from hallclient.cli.reply import REFUSED, Reply, Usage, refused
from hallclient.cli.words import translate
from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.history import (
    AlreadyImported,
    ImportKind,
    ImportRefused,
    ImportTotals,
    NothingToImport,
    UnknownColumns,
)
from hallclient.domain.register.setup import SetupDraft, StoreExists
from hallclient.foundation import files
from hallclient.services.imports import ImportPreview


def _setup(args: Namespace) -> Reply:
    data, user = store.folder(args), store.user(args)
    if wiring.store_exists(data):
        raise StoreExists(str(data))
    draft = SetupDraft(
        agency=AgencyProfile(
            name=args.agency,
            code_word=args.code_word,
            address=args.address,
            phone=args.phone,
            reconsideration_body=args.reconsideration_body,
            court=args.court,
        ),
        agency_code=args.agency_code,
        window=args.window,
        user=user,
        password=store.password(translate("cli", "为首位用户设置密码：")),
        backup_folder=args.backup_folder,
        practice=args.practice,
    )
    key = wiring.create_store(data, draft, now=store.clock(args))
    note = translate("cli", "已在 {0} 新建数据。恢复密钥只显示这一次，请打印或抄写后妥善保管：").format(data)
    return Reply({"recovery_key": key}, text=key, note=note)


def _import(args: Namespace) -> Reply:
    kind, path = ImportKind(args.kind), Path(args.file)
    with store.opened(args) as hall:
        if args.dry_run:
            return _looked_at(hall.imports.read(kind, path))
        try:
            done = hall.imports.commit(kind, path, by=hall.clerk)
        except ImportRefused as no:
            return _not_imported(kind, no)
    note = translate("cli", "已导入 {0} 行").format(done.rows)
    if done.first_number:
        note += translate("cli", "，编号 {0} 至 {1}").format(done.first_number, done.last_number)
    document = {"kind": kind.value, "rows": done.rows, "imported": done.rows, "errors": []}
    return Reply(document, text="\n".join([note, *_totals(kind, done.totals)]))


def _looked_at(preview: ImportPreview) -> Reply:
    if preview.problems:
        kind_of_no = UnknownColumns if preview.unknown or preview.lacking else ImportRefused
        return _not_imported(preview.kind, kind_of_no(preview.problems, preview.rows))
    if preview.imported_before is not None:
        raise AlreadyImported(preview.imported_before.date())
    if not preview.rows:
        raise NothingToImport
    note = translate("cli", "检查通过，共 {0} 行，没有写入任何内容").format(preview.rows)
    document = {"kind": preview.kind.value, "rows": preview.rows, "imported": 0, "errors": []}
    return Reply(document, text="\n".join([note, *_totals(preview.kind, preview.totals)]))


def _not_imported(kind: ImportKind, no: ImportRefused) -> Reply:
    reply = refused(no)
    errors = reply.document["error"]["rows"]
    further = {"kind": kind.value, "rows": no.rows, "imported": 0, "errors": errors}
    return Reply(further | reply.document, note=reply.note, code=REFUSED)


def _totals(kind: ImportKind, totals: ImportTotals) -> list[str]:
    from hallclient.cli import words
    from hallclient.ui.import_totals import total_lines

    words.prepare()
    return [f"{what}  {how_much}" for what, how_much in total_lines(kind, totals)]


def _issue(args: Namespace) -> Reply:
    target = output(args.output, ("pdf",))
    facts = {}
    for said in args.fact:
        name, equals, value = said.partition("=")
        if not equals or not name:
            raise Usage(translate("cli", "--fact 应写成 名称=内容，不能是 {0}").format(said))
        facts[name] = value
    with store.opened(args) as hall, files.replacing(target) as part:
        # The folder is tried before the number is given: a document is never issued for a file nobody can write.
        document = hall.documents.issue(args.kind, application=args.application, facts=facts, by=hall.clerk)
        part.write_bytes(hall.documents.stored(document.id))
    answer = {
        "number": document.number,
        "kind": document.kind,
        "title": document.title,
        "application": document.application,
        "pages": document.pages,
        "sha256": document.sha256,
        "output": str(target),
    }
    note = translate("cli", "已签发《{0}》{1}，保存到 {2}").format(document.title, document.number, target)
    return Reply(answer, text=note)


def _search(args: Namespace) -> Reply:
    if args.limit < 1:
        raise Usage(translate("cli", "--limit 至少为 1"))
    with store.opened(args) as hall:
        started = time.perf_counter()
        hits = hall.finder.find(args.text, limit=args.limit, by=hall.clerk)
        took = round((time.perf_counter() - started) * 1000, 1)
    listed = [
        {
            "kind": hit.kind.value,
            "number": hit.number,
            "title": hit.title,
            "on": hit.on.isoformat() if hit.on else None,
            "matched": hit.matched,
        }
        for hit in hits
    ]
    lines = [f"{hit.number}  {hit.on or ''}  {hit.kind.label}  {hit.title}" for hit in hits]
    return Reply({"took_ms": took, "hits": listed}, text="\n".join(lines) or translate("cli", "没有找到"))


COMMANDS: dict[str, Callable[[Namespace], Reply]] = {
    "setup": _setup,
    "import": _import,
    "issue": _issue,
    "search": _search,
}
