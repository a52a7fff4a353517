"""What does reporting ask? Where the hub is, a period to lock, an exception: one dialog each."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from hallclient.domain.register.permissions import Permission
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.context import Context
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import Field, TextField
from hallclient.ui.forms import Form
from hallclient.ui.hub_address_form import address_fields, typed
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.screen import Screen


def ask_address(screen: Screen, *, public_key: str, then: Callable[[], None]) -> None:
    """Ask where the hub is, keep it on this machine, and go on with ``then``."""
    desk, by = screen.context.hall.hub_address, screen.context.clerk
    dialog = AddressDialog(screen, url=screen.context.hall.hub_access.kept(), public_key=public_key)

    def send(sent: AddressDialog) -> None:
        url, password = typed(sent.form.values())

        def kept(_none: object) -> None:
            sent.accept()
            screen.said.emit(translate("hub", "已保存中心库地址"))
            then()

        screen.run(
            lambda: desk.change(url, password, by=by),
            then=kept,
            failed=sent.refuse,
            lane="hub",
        )

    dialog.sends(send)


def why_no_address(context: Context) -> str:
    """Return why this clerk does not change the hub's address; empty when he may."""
    if context.may(Permission.CHANGE_SETTINGS):
        return ""
    return translate("hub", "中心库地址由系统管理员填写。")


def ask_folder(parent: QWidget, use: Callable[[Path], None]) -> None:
    """Ask for a folder, a USB stick."""
    dialog = QFileDialog(parent, translate("hub", "选择文件夹"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda path: use(Path(path)))
    dialog.open()


class AddressDialog(AskDialog):
    """The hub's address and this login's password; the password goes to the keyring, never into the settings."""

    def __init__(self, parent: QWidget, *, url: str, public_key: str) -> None:
        self.form = Form(address_fields(), columns=1)
        self.form.fill({"hub": url})
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
    """A period with a reason: to lock it, or (``exception``) to open a day of one of ``windows`` up to a date."""

    def __init__(
        self,
        parent: QWidget,
        *,
        today: Callable[[], date],
        exception: bool = False,
        windows: Sequence[str] = (),
        window: str = "",
    ) -> None:
        fields: list[Field] = []
        if exception:
            whose = ChoiceField(
                "window",
                translate("hub", "窗口"),
                tuple(Option(one, one) for one in windows),
                required=True,
                numbered=False,
            )
            fields.append(whose)
        fields += [
            DateField("first", translate("hub", "起"), today=today, required=True),
            DateField("last", translate("hub", "止（含当日）"), today=today, required=True),
        ]
        if exception:
            fields.append(DateField("open_until", translate("hub", "开放至（含当日）"), today=today, required=True))
        self.form = Form(
            [*fields, TextField("reason", translate("hub", "原因"), required=True, wide=True, longest=200)], columns=2
        )
        locks = translate("hub", "锁定后不再收取这些日子的数据包，各窗口都能看到由谁、因何锁定。")
        opens = translate("hub", "让一个窗口在期限内补报已锁定的日子；窗口能看到由谁、因何准予。")
        super().__init__(
            parent,
            title=translate("hub", "例外开放") if exception else translate("hub", "锁定期间"),
            does=translate("hub", "开放") if exception else translate("hub", "锁定"),
            body=self.form,
            forms=(self.form,),
            told=opens if exception else locks,
        )
        if window:
            self.form.fill({"window": window})
        self.resize(560, 320)
        self.form.focus_first()

    def refuse(self, problem: Exception) -> None:
        super().refuse(problem)
        if "until" in getattr(problem, "fields", ()):  # the hub speaks of the day after the last one
            said = self.form.values()
            self.say_problem("")
            self.form.mark({"last" if said["last"] < said["first"] else "open_until": sentence(problem)})
