"""What does the first-run wizard ask? The pages: agency, first clerk, backup folder, and the recovery key."""

import secrets
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.setup import DIFFERENT, PASSWORD_LENGTH, SetupDraft, strong
from hallclient.ui import theme
from hallclient.ui.fields import Field, PhoneField, TextField
from hallclient.ui.forms import Form
from hallclient.ui.language import translate
from hallclient.ui.path_field import PathField
from hallclient.ui.plain import PlainLabel
from hallclient.ui.secret_field import SecretField


def agency_form() -> Form:
    """Whose window it is; only name and code cannot wait (remedies are what every reply must name)."""

    def text(name: str, title: str, **how: Any) -> TextField:
        return TextField(name, title, longest=200, **how)

    later = translate("setup", "可以以后在“设置”中补填")
    return Form(
        [
            text("agency", translate("setup", "机关全称"), required=True, wide=True),
            text(
                "agency_code",
                translate("setup", "机关代码"),
                required=True,
                hint=translate("setup", "2 至 12 位字母或数字，如 SQ01；用在登记编号中，以后不能更改"),
            ),
            text(
                "code_word",
                translate("setup", "发文机关代字"),
                hint=translate("setup", "文号用，例如：示政数；不填则用机关代码"),
            ),
            translate("setup", "救济途径：答复书必须写明，由本机关法制人员确认。{0}").format(later),
            text("reconsideration_body", translate("setup", "复议机关")),
            text("court", translate("setup", "有管辖权的法院")),
            translate("setup", "联系方式：印在文书上。{0}").format(later),
            text("address", translate("setup", "地址")),
            PhoneField("phone", translate("setup", "电话")),
            text("fax", translate("setup", "传真")),
            text("email", translate("setup", "电子邮箱")),
            text("website", translate("setup", "网站"), wide=True),
        ],
        columns=2,
    )


class ClerkForm(Form):
    """The window's number and who works at it first; says while one types whether the password will do."""

    def __init__(self) -> None:
        self.window_number = TextField(
            "window",
            translate("setup", "窗口号"),
            required=True,
            longest=5,
            hint=translate("setup", "W 加 2 至 4 位数字；同一机关的每台电脑各用一个"),
        )
        self.user = TextField(
            "user",
            translate("setup", "用户名"),
            required=True,
            longest=32,
            hint=translate("setup", "登录时输入，2 至 32 个文字、字母或数字"),
        )
        self.password = SecretField("password", translate("setup", "密码"), required=True)
        again = SecretField("again", translate("setup", "再输一遍密码"), required=True, same_as=self.password)
        super().__init__(
            [
                self.window_number,
                translate("setup", "第一位人员：拥有全部角色，其他人员以后在“人员”页新建"),
                self.user,
                TextField("display_name", translate("setup", "姓名"), longest=60),
                self.password,
                again,
            ],
            columns=2,
        )
        self.window_number.set_value("W01")
        for field in (self.user, self.password):
            field.edited.connect(self._tell_strength)
        self._tell_strength()

    def focus_first(self) -> None:
        """Begin at the suggested window number: typing replaces it, Enter takes it."""
        self.window_number.setFocus()
        self.window_number.edit.selectAll()

    def _tell_strength(self) -> None:
        password = self.password.value()
        if strong(password, self.user.value()):
            said = translate("setup", "✓ 可以使用")
        elif not password:
            said = translate("setup", "至少 {0} 个字符，不单调，不同于用户名").format(PASSWORD_LENGTH)
        elif len(password) < PASSWORD_LENGTH:
            said = translate("setup", "还差 {0} 个字符").format(PASSWORD_LENGTH - len(password))
        elif strong(password, ""):
            said = translate("setup", "不能与用户名相同")
        else:
            said = translate("setup", "至少要有 {0} 种不同的字符").format(DIFFERENT)
        self.password.set_hint(said)


def backup_form(data: str) -> Form:
    """Where backups go; it may be left empty, then they stay beside the ``data`` and the self-check says so."""
    return Form(
        [
            PathField(
                "backup_folder",
                translate("setup", "备份文件夹"),
                wide=True,
                hint=translate(
                    "setup", "最好在另一块磁盘或网络磁盘上；没有的文件夹会新建。可以留空，以后在“设置”中选择"
                ),
            ),
            *([translate("setup", "数据存放在本机：{0}").format(data)] if data else []),
            translate("setup", "报送到中心库：登录后在“设置—中心库”填写地址。"),
        ],
        columns=1,
    )


def draft_of(values: dict[str, Any]) -> SetupDraft:
    """Return the set-up that the pages' values together describe."""
    said = {name: str(value or "") for name, value in values.items()}
    return SetupDraft(
        agency=AgencyProfile(
            name=said["agency"],
            code_word=said["code_word"],
            address=said["address"],
            phone=said["phone"],
            fax=said["fax"],
            email=said["email"],
            website=said["website"],
            reconsideration_body=said["reconsideration_body"],
            court=said["court"],
        ),
        agency_code=said["agency_code"],
        window=said["window"],
        user=said["user"],
        display_name=said["display_name"],
        password=said["password"],
        backup_folder=said["backup_folder"],
    )


class KeyPage(QWidget):
    """Shows the recovery key in big letters."""

    def __init__(self) -> None:
        super().__init__()
        self.key = PlainLabel()
        self.key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.key.setAccessibleName(translate("setup", "恢复密钥"))
        self.key.setStyleSheet(f"font-size: {QApplication.font().pointSizeF() * 2:.1f}pt; letter-spacing: 2px;")
        told = PlainLabel(
            translate(
                "setup",
                "忘记全部密码时，只能凭恢复密钥打开数据。它只显示这一次：请打印，或者另存、抄写，"
                "由两人封存，不要放在本机旁边。",
            )
        )
        told.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.L)
        layout.addWidget(told)
        layout.addWidget(self.key)
        layout.addStretch(1)

    def show_key(self, key: str) -> None:
        groups = key.split("-")
        half = (len(groups) + 1) // 2
        self.key.setText("\n".join("-".join(line) for line in (groups[:half], groups[half:]) if line))


class ProofForm(Form):
    """Asks for one group of the key, which is hidden by now: so it is known to stand on paper."""

    proved = Signal()

    def __init__(self) -> None:
        self.group: Field = TextField("group", translate("setup", "恢复密钥"), longest=20)
        super().__init__([self.group], columns=1)
        self._groups: list[str] = []
        self.at = 0

    def ask(self, key: str) -> None:
        """Ask for a group chosen by lot."""
        self._groups = key.split("-")
        self.at = secrets.randbelow(len(self._groups))
        title = translate("setup", "请看打印件或抄件，输入恢复密钥第 {0} 组").format(self.at + 1)
        self.group.label.setText(title)
        self.group.editor.setAccessibleName(title)
        self.group.clear()

    def right(self) -> bool:
        """Whether the group was typed back; otherwise says what to do."""
        typed = str(self.group.value()).replace(" ", "").upper()
        if typed == self._groups[self.at]:
            return True
        self.mark({"group": translate("setup", "与恢复密钥第 {0} 组不符；按 Esc 可再看一次密钥").format(self.at + 1)})
        return False
