"""Which sealed days have reached the office, which were returned and why, and when is each tried again?"""

from hallclient.domain.figures.sending import OutboxRow, PacketState, Pushed
from hallclient.domain.register.permissions import Permission
from hallclient.ui.context import Context
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import Screen, card
from hallclient.ui.terms import label

TONES = {PacketState.QUEUED: "warn", PacketState.RETURNED: "danger"}


class HubScreen(Screen):
    """The packets of this window. What touches the network runs on a lane of its own: the counter never waits."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "报送"))
        self.one_column()
        practice = context.hall.sync is None
        self.list = ListView(
            [
                Column(title=self.tr("业务日"), text=lambda row: row.business_date.isoformat(), width=112),
                Column(title=self.tr("日结号"), text=lambda row: str(row.z_number), align="right", width=80),
                Column(title=self.tr("版本"), text=lambda row: str(row.revision), align="right", width=64),
                Column(title=self.tr("状态"), text=lambda row: label(row.state), tone=_tone, width=120),
                Column(title=self.tr("原因"), text=lambda row: row.reason, stretch=True),
                Column(title=self.tr("下次重试"), text=_next, width=148),
            ],
            name=self.tr("数据包"),
            empty=self.tr("这是练习库，数据不报送。") if practice else self.tr("还没有数据包。日结后自动生成。"),
            sortable=False,
        )
        self.record_side.addWidget(card(self.list))
        self.add_action("refresh", self._ask)
        send = self.add_button(self.tr("立即报送"), self._send, key="Ctrl+Enter", primary=True)
        send.setShortcuts(["Ctrl+Return", "Ctrl+Enter"])
        retry = self.add_button(self.tr("重试这一份"), self._retry, key="Alt+R")
        retry.setShortcut("Alt+R")
        for action in (send, retry):
            action.setEnabled(not practice and context.may(Permission.SEND_PACKETS))
            if practice:
                action.setToolTip(self.tr("这是练习库，数据不报送。"))

    def opened(self) -> None:
        self.list.setFocus()
        self._ask()

    def recall(self, topics: frozenset[object]) -> None:
        if topics & {Topic.OUTBOX, Topic.DAYS}:
            self._ask()

    def _ask(self) -> None:
        if (sync := self.context.hall.sync) is not None:
            self.run(sync.status, then=self._show)

    def _show(self, rows: list[OutboxRow]) -> None:
        self.list.show_rows(rows, keep=lambda row: row.id)

    def _send(self) -> None:
        sync, by = self.context.hall.sync, self.context.clerk
        self.run(lambda: sync.push_now(by=by), then=self._sent, touches=(Topic.OUTBOX,), lane="hub")

    def _sent(self, pushed: Pushed) -> None:
        self._ask()  # nobody is told of what he changed himself
        if pushed.why is not None:
            self.complained.emit(label(pushed.why))
            return
        told = self.tr("送出 {0} 份，已收 {1} 份，退回 {2} 份，待报送 {3} 份")
        self.said.emit(told.format(pushed.sent, pushed.accepted, pushed.returned, pushed.waiting))

    def _retry(self) -> None:
        sync, by, row = self.context.hall.sync, self.context.clerk, self.list.current()
        if row is not None:
            self.run(lambda: sync.retry(row.id, by=by), then=lambda _: self._ask(), touches=(Topic.OUTBOX,))


def _tone(row: OutboxRow) -> str | None:
    return TONES.get(row.state)


def _next(row: OutboxRow) -> str:
    return f"{row.next_at:%Y-%m-%d %H:%M:%S}" if row.next_at else ""
