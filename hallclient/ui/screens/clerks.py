"""Clerks: who may sign in, in which roles, by which password."""

from typing import Any

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.domain.register.setup import PasswordTooWeak, strong
from hallclient.ui.context import Context
from hallclient.ui.fields import FlagField, TextField
from hallclient.ui.flags_field import FlagsField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import Screen, card
from hallclient.ui.secret_field import SecretField
from hallclient.ui.terms import label


class ClerksScreen(Screen):
    """All clerks left, one right. ``Ctrl+N`` empties the form for a new one, ``Ctrl+Enter`` saves."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "人员"), shares=(3, 2))
        self._open: Any = None  # the row as the list gave it; None while a new clerk is typed
        self.list = ListView(
            [
                Column(title=self.tr("用户名"), text=lambda row: row.clerk.name, tone=_quiet, width=120),
                Column(
                    title=self.tr("姓名"), text=lambda row: row.clerk.display_name, tone=_quiet, width=120, spare=True
                ),
                Column(title=self.tr("角色"), text=_roles, tone=_quiet, stretch=True),
                Column(title=self.tr("状态"), text=self._state, tone=_quiet, width=80),
            ],
            name=self.tr("人员"),
            empty=self.tr("还没有人员。按 Ctrl+N 新建。"),
        )
        self.list.opened.connect(self._open_row)
        self.list_side.addWidget(card(self.list))
        first = SecretField("password", self.tr("新密码"), hint=self.tr("至少8个字符，不单调，不同于用户名"))
        self.form = Form(
            [
                TextField("user", self.tr("用户名"), required=True, longest=32),
                TextField("display_name", self.tr("姓名"), required=True, longest=50),
                FlagsField("roles", self.tr("角色"), tuple(Role), wide=True, required=True),
                first,
                SecretField("again", self.tr("再输一遍密码"), same_as=first),
                FlagField("active", self.tr("在岗（可以登录）")),
            ],
            columns=2,
        )
        self.record_side.addWidget(card(FormScroll(self.form)))
        self.add_action("save", self._save, title=self.tr("保存"), primary=True)
        self.add_action("new", self._new)
        self.add_action("refresh", self._ask, button=False)
        self._new()

    def opened(self) -> None:
        self._ask()
        if self._open is None and not self.form.dirty:
            self.list.setFocus()

    def recall(self, topics: frozenset[object]) -> None:
        if Topic.CLERKS in topics:
            self._ask()

    def back(self) -> bool:
        if self._open is None and not self.form.dirty:
            return False
        self._new()
        self.list.setFocus()
        return True

    def _ask(self) -> None:
        self.run(self.context.hall.clerks.rows, then=self._show)

    def _show(self, rows: list[Any]) -> None:
        self.list.show_rows(rows, keep=lambda row: row.clerk.name)
        if self._open is not None and not self.form.dirty:
            name = self._open.clerk.name
            self._fill(next(row for row in rows if row.clerk.name == name))

    def _new(self) -> None:
        self._open = None
        self.form.clear()
        self.form.fill({"roles": {Role.CLERK}, "active": True})
        self._user_fixed(False)
        self.form.focus_first()

    def _open_row(self, row: Any) -> None:
        self.form.clear()
        self._fill(row)
        self.form.field("display_name").setFocus()

    def _fill(self, row: Any) -> None:
        self._open = row
        values = {"user": row.clerk.name, "display_name": row.clerk.display_name}
        self.form.fill(values | {"roles": row.clerk.roles, "active": row.active})
        self._user_fixed(True)

    def _user_fixed(self, fixed: bool) -> None:
        # The name is the key of his slot and stands in every audit entry: it never changes.
        self.form.field("user").setEnabled(not fixed)
        self.form.field("active").setVisible(fixed)
        password = self.form.field("password")
        password.label.setText(self.tr("新密码（不改则留空）") if fixed else self.tr("新密码 *"))

    def _save(self) -> None:
        problems, values = self.form.problems(), self.form.values()
        if self._open is None and not values["password"]:
            problems["password"] = self.tr("请填写“{0}”").format(self.tr("新密码"))
        elif values["password"] and not strong(values["password"], values["user"]):
            # Asked here too, so that a weak password does not leave the other changes half done.
            problems["password"] = sentence(PasswordTooWeak())
        if problems:
            self.form.mark(problems)
            return
        clerk = Clerk(name=values["user"], display_name=values["display_name"], roles=values["roles"])
        desk, by, before, password = self.context.hall.clerks, self.context.clerk, self._open, values["password"]

        def save() -> None:
            if before is None:
                desk.add(clerk, password=password, by=by)
                return
            desk.change(clerk, active=values["active"], version=before.version, by=by)
            if password and values["active"]:
                desk.set_password(clerk.name, password, by=by)

        self.run(save, then=lambda _none: self._saved(clerk), failed=self._refused, touches=[Topic.CLERKS])

    def _saved(self, clerk: Clerk) -> None:
        if self._open is None:
            said = self.tr("已新建 {0}，可以用新密码登录")
        elif clerk.name == self.context.clerk.name:
            said = self.tr("已保存 {0}，角色在下次登录时生效")
        else:
            said = self.tr("已保存 {0}")
        self.said.emit(said.format(clerk.display_name))
        self._new()
        self.list.setFocus()
        self._ask()

    def _refused(self, problem: Exception) -> None:
        if not (isinstance(problem, Refusal) and self.form.mark_refusal(problem)):
            self.complained.emit(sentence(problem))

    def _state(self, row: Any) -> str:
        return self.tr("在岗") if row.active else self.tr("已停用")


def _roles(row: Any) -> str:
    return "、".join(label(role) for role in Role if role in row.clerk.roles)


def _quiet(row: Any) -> str | None:
    return None if row.active else "muted"
