"""Where is this window's hub? Address and password, the key the office enters, and a try of the way there."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent

from hallclient.domain.figures.hub_trial import Trial, TrialStep, fingerprint, holds, steps
from hallclient.domain.register.permissions import Permission
from hallclient.services.hub_address import HubAddress
from hallclient.ui import theme
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.context import Context
from hallclient.ui.fields import TextField
from hallclient.ui.forms import Form
from hallclient.ui.hub_address_form import address_fields, tell_password, typed
from hallclient.ui.hub_trial_words import sentence_of
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.settings_page import PageAction, SettingsPage
from hallclient.ui.terms import label


class HubSettingsPage(SettingsPage):
    """``Ctrl+R`` tries the address as it stands there, saved or not; ``Ctrl+K`` copies the key for the office."""

    # Keyring and network take their time, and a round of sending that hangs must not keep a wrong address from being
    # put right: a lane of its own.
    lane = "hub_address"

    def __init__(self, context: Context) -> None:
        self.practice = context.hall.hub_address is None
        if self.practice:
            super().__init__(context, translate("settings", "中心库"))
            told = PlainLabel(translate("settings", "这是练习库，数据不报送，也没有中心库。"))
            told.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
            self.column.addWidget(told)
            self.column.addStretch(1)
            return
        self.key = TextField("key", translate("settings", "本窗口公钥（登记时交给主管办公室）"), wide=True, longest=100)
        self.key.edit.setReadOnly(True)
        super().__init__(context, translate("settings", "中心库"), Form([*address_fields(), self.key], columns=1))
        self._kept: HubAddress | None = None
        self._may = context.may(Permission.CHANGE_SETTINGS)
        self._reports = context.may(Permission.SEND_PACKETS)
        if self._may:
            self.save_title = translate("settings", "保存")
        self.list = ListView(
            [
                Column(title="", text=lambda one: "✓" if one.holds else "✗", tone=_tone, width=36),
                Column(title=translate("settings", "项目"), text=lambda one: label(one.step), tone=_tone, width=112),
                Column(
                    title=translate("settings", "结果与办法"),
                    text=sentence_of,
                    hover=sentence_of,
                    tone=_tone,
                    stretch=True,
                ),
            ],
            name=translate("settings", "试连结果"),
            sortable=False,
        )
        self.list.setWordWrap(True)
        self._invite()
        self.column.addWidget(self.list, 11)
        self.column.setStretch(0, 9)  # the form with the key's print is as worth seeing as the answer
        self._form.field("hub").edited.connect(self._tell_password)
        for name in ("hub", "password"):
            self._form.field(name).setEnabled(self._may)
        self._form.field("key").setVisible(self._reports)
        self.actions_of_page = (
            PageAction(translate("settings", "试连"), "Ctrl+R", self._try, lambda: self._reports),
            PageAction(translate("settings", "复制公钥"), "Ctrl+K", self._copy, lambda: bool(self.key.text())),
            PageAction(translate("settings", "忘记地址和密码"), "Ctrl+Delete", self._ask_forget, self._may_forget),
        )

    @property
    def _form(self) -> Form:
        assert self.form is not None
        return self.form

    def ask(self) -> None:
        if self.practice:
            return
        hall, by, key = self.context.hall, self.context.clerk, self._reports
        self.run(
            lambda: (hall.hub_address.kept(), hall.sync.public_key(by=by) if key else ""),
            then=lambda found: self._show(*found),
        )

    def start(self) -> None:
        if self.practice:
            return
        self._form.field("hub" if self._may else "key").setFocus()

    def _show(self, kept: HubAddress, key: str) -> None:
        self._kept = kept
        if not self._form.dirty:
            self._form.fill({"hub": kept.url, "password": ""})
        self._form.field("key").set_value(key)
        if key:
            told = translate("settings", "核对码 {0}，与主管办公室电话核对").format(fingerprint(key))
            self._form.field("key").set_hint(told)
        self._tell_password()
        self._tell_standing()

    def _tell_password(self) -> None:
        kept, url = self._kept, str(self._form.field("hub").value() or "")
        has = kept is not None and kept.has_password and url == kept.url
        tell_password(self._form.field("password"), url=url, kept=has)

    def _tell_standing(self) -> None:
        kept = self._kept
        lacks = kept is not None and kept.url.startswith("postgresql") and not kept.has_password
        if kept is None or not kept.url:
            self.stand(translate("settings", "没有填写"))
        elif lacks:
            self.stand(translate("settings", "没有密码"), warns=True)
        else:
            self.stand(translate("settings", "已填写"))

    # -- keeping --------------------------------------------------------------------------------------------------

    def save(self) -> None:
        if self.practice or not self._may:
            return
        if problems := self._form.problems():
            self._form.mark(problems)
            return
        self._form.mark({})
        url, password = typed(self._form.values())
        desk, by = self.context.hall.hub_address, self.context.clerk
        self.run(
            lambda: desk.change(url, password, by=by),
            then=self._changed,
            failed=self.refused,
            touches=[Topic.SETTINGS, Topic.OUTBOX],
        )

    def _changed(self, kept: HubAddress) -> None:
        self._form.fill({"hub": kept.url, "password": ""})
        self._kept = kept
        self._tell_password()
        self._tell_standing()
        self.said.emit(translate("settings", "已保存中心库地址，待报送的数据马上重试；按 Ctrl+R 试连"))

    def _may_forget(self) -> bool:
        return self._may and self._kept is not None and bool(self._kept.url)

    def _ask_forget(self) -> None:
        desk, by = self.context.hall.hub_address, self.context.clerk
        dialog = AskDialog(
            self,
            title=translate("settings", "忘记地址和密码"),
            does=translate("settings", "忘记"),
            body=PlainLabel(translate("settings", "以后的数据留在本机待报送，可以写入U盘送交。")),
            forms=(),
            told=translate("settings", "本机不再记住中心库的地址和密码。"),
        )

        def forgotten(_none: object) -> None:
            dialog.accept()
            self._form.fill({"hub": "", "password": ""})
            self._invite()
            self.said.emit(translate("settings", "已忘记中心库的地址和密码"))
            self.ask()

        dialog.sends(
            lambda sent: self.run(
                lambda: desk.forget(by=by),
                then=forgotten,
                failed=sent.refuse,
                touches=[Topic.SETTINGS, Topic.OUTBOX],
            )
        )

    # -- the key and the try --------------------------------------------------------------------------------------

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._form.field("key").value()))
        self.said.emit(translate("settings", "公钥已复制，可以粘贴给主管办公室"))

    def _try(self) -> None:
        if self.practice or not self._reports:
            return
        self._form.mark({})
        url, password = typed(self._form.values())
        desk, by = self.context.hall.hub_address, self.context.clerk
        self._say_empty(translate("settings", "正在试连…"))
        self.run(lambda: desk.try_out(url, password, by=by), then=self._tried, failed=self._not_tried)

    def _tried(self, trial: Trial) -> None:
        self.list.show_rows(steps(trial))
        self.list.choose(lambda one: not one.holds)
        self._fit()
        good = holds(trial)
        self.stand(translate("settings", "✓ 已连通") if good else translate("settings", "试连未通过"), warns=not good)
        if good:
            self.said.emit(translate("settings", "试连通过，可以报送"))
        else:
            self.complained.emit(translate("settings", "试连未通过，请看结果与办法"))

    def _not_tried(self, problem: Exception) -> None:
        self._invite()
        self.refused(problem)

    def _invite(self) -> None:
        self._say_empty(translate("settings", "按 Ctrl+R 试连：看网络、加密、登录、登记、公钥和时钟，不发送数据。"))

    def _say_empty(self, said: str) -> None:
        self.list.empty = said
        self.list.show_rows(())
        self.list.viewport().update()

    def _fit(self) -> None:
        """Give each sentence the lines it needs, once the list has its width."""
        if not self.practice:
            QTimer.singleShot(0, self.list, self.list.resizeRowsToContents)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _tone(one: TrialStep) -> Any:
    return None if one.holds else "danger"
