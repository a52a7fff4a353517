"""Does a build work on this machine? Wizard, login, register, paper, close, export, by the real widgets.

``hallclient --smoke FOLDER`` runs it on a fresh folder and prints a line a step; the bundle's test does the same on a
machine without Python.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from hallclient.domain.register.kinds import DeliveryMethod, EnquiryKind, IdKind, ProvisionForm

PATIENCE = 60.0  # seconds for one step
PASSWORD = "smoke and no fire"


class SmokeFailed(Exception):
    """A step did not come out as it must."""


def drive(shell: Any, folder: Path) -> None:
    """Go through the counter's day. ``shell`` is the application's; ``folder`` takes the papers. Raises SmokeFailed."""
    _wizard(shell)
    _login(shell)
    window = shell.page
    hall = shell.hall
    window.open_screen("reception")
    _settle(shell)
    window.current.pad.ticked.emit(EnquiryKind.CONSULTATION, 1, window.current.pad.channel)
    _settle(shell)
    _check("tally", hall.reception.totals(hall.today()).persons == 1)
    document = _application(shell)
    pdf = hall.documents.stored(document.id)
    (folder / "receipt.pdf").write_bytes(pdf)
    _check("receipt", pdf.startswith(b"%PDF") and document.kind == "P01")
    window.open_screen("day_close")
    _settle(shell)
    sheet = hall.closing.close(hall.today(), by=hall.clerk)
    window.current.recall(frozenset())
    window.current.show_record(hall.today().isoformat())
    _settle(shell)
    _check("close", sheet.z_number == 1 and not window.current.closing.isEnabled())
    for kind in ("pdf", "xlsx", "csv", "json"):
        window.current.export_to(folder / f"sheet.{kind}")
        _settle(shell)
        _check(f"export {kind}", (folder / f"sheet.{kind}").stat().st_size > 0)
    window.close()


def _wizard(shell: Any) -> None:
    wizard = shell.page
    values = {
        "agency": "示例市政务服务和数据管理局",
        "agency_code": "SL01",
        "code_word": "示政数",
        "reconsideration_body": "示例市人民政府",
        "court": "示例市第一人民法院",
        "window": "W01",
        "user": "smoke",
        "display_name": "试运行",
        "password": PASSWORD,
        "again": PASSWORD,
    }
    for form in wizard.forms:
        form.fill({field.name: values[field.name] for field in form.fields if field.name in values})
        wizard.next()
        _settle(shell)
    _check("wizard", wizard.unproved)
    groups = wizard.key_page.key.text().replace("\n", "-").split("-")
    wizard.next()
    _settle(shell)
    wizard.proof.group.set_text(groups[wizard.proof.at])
    wizard.next()
    _settle(shell)


def _login(shell: Any) -> None:
    _wait(lambda: hasattr(shell.page, "box"), "login page")
    shell.page.box.edit.setText(PASSWORD)
    shell.page.box.submit()
    _wait(lambda: shell.hall is not None and hasattr(shell.page, "open_screen"), "main window")
    _settle(shell)
    _check("login", shell.hall.clerk.name == "smoke")


def _application(shell: Any) -> Any:
    window, hall = shell.page, shell.hall
    window.open_screen("applications")
    _settle(shell)
    form = window.current.form
    form.fill(
        {
            "name": "试运行申请人",
            "id_kind": IdKind.RESIDENT_ID,
            "id_number": "11010519491231002X",  # the standard's own example
            "id_seen": True,
            "phone": "19900000000",
            "subject": "试运行：本程序的登记回执",
            "form": ProvisionForm.PAPER,
            "delivery": DeliveryMethod.COLLECT,
        }
    )
    window.current.action("save").trigger()
    _settle(shell)
    for dialog in QApplication.topLevelWidgets():
        if dialog is not window and dialog.isVisible():
            dialog.close()  # the preview of the receipt
    rows = hall.applications.rows()
    _check("register", len(rows) == 1)
    return hall.documents.of_record(rows[0].number)[0]


def _settle(shell: Any) -> None:
    _wait(lambda: shell.jobs.idle, "an answer")


def _wait(done: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > until:
            raise SmokeFailed(f"waited in vain for {what}")
        QApplication.processEvents()
        time.sleep(0.002)
    QApplication.processEvents()


def _check(step: str, holds: bool) -> None:
    print(f"{step}: {'ok' if holds else 'FAILED'}", flush=True)
    if not holds:
        raise SmokeFailed(step)
