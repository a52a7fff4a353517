"""Which numbers had been given out before the restore? Numbering goes on once each series has its highest one."""

from typing import Any

from hallclient.domain.register.permissions import Permission
from hallclient.services.restoring import Fence, FenceTooHigh, FenceTooLow
from hallclient.ui import theme
from hallclient.ui.context import Context
from hallclient.ui.fields import NumberField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.plain import PlainLabel
from hallclient.ui.settings_page import SettingsPage

MOST = 999_999_999


class FencePage(SettingsPage):
    """One field a series, filled with what the backup knows; the clerk looks at the last paper handed out."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("settings", "恢复后的编号"))
        self._may = context.may(Permission.RESTORE_FENCE)
        self._keys: dict[str, tuple[str, int]] = {}
        self.told = PlainLabel()
        self.told.setWordWrap(True)
        self.told.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        self.column.addWidget(self.told)
        self._holder: FormScroll | None = None
        self.standing = False

    def ask(self) -> None:
        self.run(self.context.hall.backup.fence, then=self._show)

    def _show(self, fence: Fence | None) -> None:
        self.standing = fence is not None
        if self._holder is not None and (fence is None or self.form is None or not self.form.dirty):
            self.column.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
            self._holder, self.form = None, None
        if fence is None:
            self.save_title = ""
            self.told.setText(translate("settings", "编号正常，没有待确认的恢复。"))
            self.stand("")
            return
        self.told.setText(
            translate(
                "settings",
                "数据于 {0} 由 {1} 的备份恢复，编号已暂停。"
                "请查看最后发出的回执和文书，填写各编号序列已发出的最大号码；其间的号码记为恢复跳号。",
            ).format(f"{fence.restored_at:%Y-%m-%d %H:%M}", f"{fence.backup_at:%Y-%m-%d %H:%M}")
        )
        if self._holder is None:
            self._build(fence)
        self.save_title = translate("settings", "恢复编号") if self._may else ""
        self.stand(translate("settings", "待确认"), warns=True)

    def _build(self, fence: Fence) -> None:
        fields = []
        self._keys.clear()
        for at, series in enumerate(fence.series):
            name = f"series{at}"
            self._keys[name] = (series.name, series.year)
            title = f"{series.name} {series.year}" if series.year else series.name
            hint = translate("settings", "备份中最后一号：{0}").format(series.last)
            field = NumberField(name, title, least=0, most=MOST, required=True, hint=hint)
            field.set_value(series.last)
            fields.append(field)
        self.form = Form(fields, columns=2)
        self.form.setEnabled(self._may)
        self._holder = FormScroll(self.form)
        self.column.addWidget(self._holder, 1)

    def save(self) -> None:
        if self.form is None or not self.save_title:
            return
        if problems := self.form.problems():
            self.form.mark(problems)
            return
        highest = {self._keys[name]: int(value) for name, value in self.form.values().items()}
        backup, by = self.context.hall.backup, self.context.clerk
        self.run(
            lambda: backup.lift_fence(highest, by=by),
            then=self._lifted,
            failed=self.refused,
            touches=[Topic.BACKUPS, Topic.SETTINGS],
        )

    def refused(self, problem: Exception) -> None:
        if self.form is not None and isinstance(problem, FenceTooLow | FenceTooHigh):
            said: Any = sentence(problem)
            self.form.mark({name: said for name, key in self._keys.items() if key[0] == problem.series})
        else:
            super().refused(problem)

    def _lifted(self, _none: object) -> None:
        self.said.emit(translate("settings", "编号已恢复，下一号接在所填号码之后"))
        if self.form is not None:
            self.form.fill({})
        self.ask()
