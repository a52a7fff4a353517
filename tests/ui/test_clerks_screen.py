"""Clerks by keyboard: a new one may sign in, one who left may not, and somebody always manages them."""

import pytest

from hallclient.domain.register.permissions import Role
from hallclient.storage.keys import ClerkHasNoSlot, WrongPassword
from hallclient.wiring import open_hall
from tests.hall import USER
from tests.window import Desk

NEW = "a second clerk 2"


@pytest.fixture
def clerks(desk: Desk) -> Desk:
    desk.window.open_screen("clerks")
    desk.settle()
    return desk


def add(desk: Desk, user: str = "zhao") -> None:
    desk.press("Ctrl+N")
    for typed in (user, "赵负责"):
        desk.type(typed)
        desk.press("Return")
    desk.press("Right", "Space", "Return")  # a supervisor too
    for _ in range(2):
        desk.type(NEW)
        desk.press("Return")
    desk.press("Ctrl+Return")


def test_a_new_clerk_may_sign_in(clerks: Desk) -> None:
    add(clerks)

    [row] = [row for row in clerks.hall.clerks.rows() if row.clerk.name == "zhao"]
    assert row.clerk.roles == {Role.CLERK, Role.SUPERVISOR}
    assert "赵负责" in clerks.status
    with_password = open_hall(clerks.hall.data, user="zhao", password=NEW, now=clerks.clock)
    assert with_password.clerk.name == "zhao"
    with_password.close()


def test_two_different_passwords_are_marked(clerks: Desk) -> None:
    clerks.press("Ctrl+N")
    form = clerks.screen.form
    form.fill({"user": "zhao", "display_name": "赵", "roles": {Role.CLERK}})
    form.field("password").set_text(NEW)
    form.field("again").set_text(NEW + "x")
    clerks.press("Ctrl+Return")

    assert "不同" in form.field("again").below.text()
    assert len(clerks.hall.clerks.rows()) == 1


def test_a_weak_password_changes_nothing_else(clerks: Desk) -> None:
    clerks.screen.list.selectRow(0)
    clerks.screen.list.setFocus()
    clerks.press("Return")
    form = clerks.screen.form
    form.field("display_name").set_text("别名")
    for name in ("password", "again"):
        form.field(name).set_text("short")
    clerks.press("Ctrl+Return")

    assert form.field("password").editor.property("wrong")
    assert clerks.hall.clerks.rows()[0].clerk.display_name != "别名"


def test_a_clerk_who_left_may_not_sign_in(clerks: Desk) -> None:
    add(clerks)
    clerks.screen.list.choose(lambda row: row.clerk.name == "zhao")
    clerks.screen.list.setFocus()
    clerks.press("Return")
    clerks.screen.form.field("active").box.setFocus()
    clerks.press("Space", "Ctrl+Return")

    assert not next(row for row in clerks.hall.clerks.rows() if row.clerk.name == "zhao").active
    with pytest.raises((WrongPassword, ClerkHasNoSlot)):
        open_hall(clerks.hall.data, user="zhao", password=NEW)


def test_the_last_administrator_keeps_the_role(clerks: Desk) -> None:
    clerks.screen.list.selectRow(0)
    clerks.screen.list.setFocus()
    clerks.press("Return")
    clerks.screen.form.field("roles").set_value({Role.CLERK})
    clerks.press("Ctrl+Return")

    assert clerks.screen.form.field("roles").below.text()
    [row] = clerks.hall.clerks.rows()
    assert (row.clerk.name, Role.ADMINISTRATOR in row.clerk.roles) == (USER, True)


def test_a_name_already_taken_is_refused_at_its_field(clerks: Desk) -> None:
    add(clerks, USER)

    assert clerks.screen.form.field("user").editor.property("wrong")
