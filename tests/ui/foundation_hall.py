"""What does the window need to stand up in a test? A hall without desks, a printer that only remembers, two screens."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace

from PySide6.QtWidgets import QLineEdit

from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.ui.catalog import ScreenEntry
from hallclient.ui.context import Context
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import LongTextField, TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.jobs import Jobs
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import Screen, card

TODAY = date(2026, 3, 2)


@dataclass
class Hall:
    agency: AgencyProfile = field(default_factory=lambda: AgencyProfile(name="甲市某局", code="SQ01"))
    window: str = "W01"
    practice: bool = True
    print_queue: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(rows=list))
    sync: None = None


@dataclass
class Recorder:
    """Takes the place of preview and printer: remembers what it was given."""

    previewed: list[tuple[bytes, str, str]] = field(default_factory=list)
    printed: list[tuple[bytes, str, str]] = field(default_factory=list)

    def preview(self, pdf: bytes, *, title: str, kind: str) -> None:
        self.previewed.append((pdf, title, kind))

    def print(self, pdf: bytes, *, title: str, kind: str) -> None:
        self.printed.append((pdf, title, kind))


class Pad(Screen):
    """A screen of the common anatomy: search, list, form, two actions."""

    def __init__(self, context: Context, title: str = "接待") -> None:
        super().__init__(context, title)
        self.box = QLineEdit()
        self.search.addWidget(self.box)
        self.list = ListView(
            [
                Column(title="编号", text=lambda row: row[0], width=190),
                Column(title="内容", text=lambda row: row[1], stretch=True),
            ],
            name="今日登记",
            empty="今天还没有登记。按 Ctrl+Enter 登记第一件。",
        )
        self.list_side.addWidget(self.list)
        self.form = Form(
            [
                "来访人",
                TextField("name", "姓名", required=True, rule="第二十九条：申请人的姓名"),
                DateField("on", "收到日期", today=context.today, explains=True),
                LongTextField("content", "内容"),
            ]
        )
        self.record_side.addWidget(card(FormScroll(self.form)))
        self.saved: list[dict[str, object]] = []
        self.heard: list[frozenset[object]] = []
        self.shown: list[str] = []
        self.kept = 0
        self.stays = False
        self.add_action("save", self._save, title="登记", primary=True)
        self.add_action("print", lambda: None)
        self.add_action("refresh", lambda: self.said.emit("已刷新"))

    def _save(self) -> None:
        self.saved.append(self.form.values())
        self.said.emit("已登记")

    def show_record(self, number: str) -> None:
        self.shown.append(number)

    def recall(self, topics: frozenset[object]) -> None:
        self.heard.append(topics)

    def keep_draft(self) -> None:
        self.kept += 1

    def leave(self) -> bool:
        return not self.stays


SCREENS = (
    ScreenEntry(id="desk", title="办理提醒", icon="desk", factory=lambda c: Pad(c, "办理提醒")),
    ScreenEntry(id="reception", title="接待", icon="reception", factory=Pad, kinds=("enquiry",)),
    ScreenEntry(
        id="applications", title="申请", icon="applications", factory=lambda c: Pad(c, "申请"), kinds=("application",)
    ),
)


def clerk(*roles: Role) -> Clerk:
    return Clerk(name="lin", display_name="林某", roles=frozenset(roles or (Role.CLERK,)))


def context(jobs: Jobs, *, today: Callable[[], date] = lambda: TODAY, practice: bool = True) -> Context:
    return Context(hall=Hall(practice=practice), clerk=clerk(), jobs=jobs, today=today, printing=Recorder())
