"""The little language of the application screens' tests: fields by name, invented applicants, a form filled by keys."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hallclient.domain.register.application import Application, ApplicationDraft
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel, DeliveryMethod, IdKind, ProvisionForm
from hallclient.domain.register.people import Applicant
from tests.window import Desk

PERSON = Applicant(
    kind=ApplicantKind.NATURAL_PERSON,
    name="张示例",
    id_kind=IdKind.RESIDENT_ID,
    id_number="440301198512310127",
    phone="13800001234",
)
# Synthetic numbers with a right check digit.
NUMBERS = ("110101199003070011", "11010519491231002X", "440524188001010014", "440301198512310127")


def draft(desk: Desk, **changes: Any) -> ApplicationDraft:
    """A complete application handed in today."""
    whole = ApplicationDraft(
        channel=ApplicationChannel.IN_PERSON,
        applicant=PERSON,
        subject="2025年老旧小区改造计划",
        arrived_on=desk.hall.today(),
        form=ProvisionForm.PAPER,
        delivery=DeliveryMethod.COLLECT,
    )
    return replace(whole, **changes)


def registered(desk: Desk, **changes: Any) -> Application:
    """An application that stands in the register already."""
    made: Application = desk.hall.applications.register(draft(desk, **changes), by=desk.hall.clerk).application
    return made


def at_applications(desk: Desk) -> Desk:
    desk.window.open_screen("applications")
    settle(desk)
    return desk


def at_file(desk: Desk, number: str) -> Desk:
    desk.window.open_record("application", number)
    settle(desk)
    return desk


def settle(desk: Desk) -> None:
    """Wait for the answer to what was typed, too: it is asked when the typing pauses."""
    desk.settle()
    if hasattr(desk.screen, "check"):
        desk.screen.check.ask()
        desk.settle()


def go(desk: Desk, *names: str) -> None:
    """Put the focus into a field of the form, or of its answer."""
    for name in names:
        _editor(desk, name).setFocus()
    QApplication.processEvents()


def _editor(desk: Desk, name: str) -> Any:
    dialog = QApplication.activeModalWidget()
    root: Any = dialog if dialog is not None else desk.screen
    return next(widget for widget in root.findChildren(QWidget, name) if widget.isVisible())


def put(desk: Desk, name: str, text: str) -> None:
    """Type a text into a field."""
    go(desk, name)
    desk.type(text)


def fill(
    desk: Desk, *, name: str = "张示例", number: str = PERSON.id_number, subject: str = "老旧小区改造计划"
) -> None:
    """Type what art. 29 asks of a natural person at the window."""
    put(desk, "name", name)
    put(desk, "id_number", number)
    put(desk, "phone", "13800001234")
    put(desk, "subject", subject)
    put(desk, "form", "1")
    put(desk, "delivery", "1")
    settle(desk)


def dialog(desk: Desk) -> Any:
    """The dialog that is open."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


def keys(desk: Desk, *names: str) -> None:
    """Press keys on the window itself, as after a dialog was closed."""
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    desk.press(*names)
    settle(desk)


def day(text: str) -> date:
    return date.fromisoformat(text)
