"""What does reporting ask? Where the hub is, a period to lock, an exception: one dialog each."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import TextField
from hallclient.ui.forms import Form
from hallclient.ui.language import translate
from hallclient.ui.secret_field import SecretField


class AddressDialog(AskDialog):
    """The hub's address and this login's password; the password goes to the keyring, never into the settings."""

    def __init__(self, parent: QWidget, *, url: str, public_key: str) -> None:
        self.form = Form(
            [
                TextField(
                    "url", translate("hub", "中心库地址"), required=True, wide=True, longest=300,
                    rule=translate("hub", "postgresql+psycopg://用户@主机/库?sslmode=verify-full，或者 sqlite:///文件"),
                ),
                SecretField("password", translate("hub", "密码"), wide=True),
            ],
            columns=1,
        )  # fmt: skip
        self.form.fill({"url": url})
        told = translate("hub", "登记本窗口时，请把这个公钥交给主管办公室：\n{0}").format(public_key)
        super().__init__(
            parent,
            title=translate("hub", "中心库地址"),
            does=translate("hub", "保存"),
            body=self.form,
            forms=(self.form,),
            told=told if public_key else "",
        )
        self.resize(640, 320)
        self.form.focus_first()


class PeriodDialog(AskDialog):
    """A period with a reason: to lock it, or (``exception``) to open a day of one window up to a date."""

    def __init__(self, parent: QWidget, *, window: str, exception: bool, today: Callable[[], date]) -> None:
        fields = [
            DateField("first", translate("hub", "起"), today=today, required=True),
            DateField("last", translate("hub", "止（含当日）"), today=today, required=True),
        ]
        if exception:
            fields.append(DateField("open_until", translate("hub", "开放至（含当日）"), today=today, required=True))
        self.form = Form(
            [*fields, TextField("reason", translate("hub", "原因"), required=True, wide=True, longest=200)], columns=2
        )
        super().__init__(
            parent,
            title=translate("hub", "例外开放　{0}").format(window) if exception else translate("hub", "锁定期间"),
            does=translate("hub", "开放") if exception else translate("hub", "锁定"),
            body=self.form,
            forms=(self.form,),
        )
        self.resize(520, 300)
        self.form.focus_first()
