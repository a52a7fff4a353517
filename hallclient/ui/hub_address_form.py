"""How is a hub's address asked for? The address is checked by what the hub's own door refuses; the password is typed,
never shown: the settings page and the dialog of reporting ask with the same two fields."""

from typing import Any

from hallclient.ui.fields import Field, TextField
from hallclient.ui.language import translate
from hallclient.ui.secret_field import SecretField


def address_fields() -> list[Field]:
    """Return the two fields. They are named as the refusals name them: ``hub`` and ``password``."""
    return [
        TextField(
            "hub",
            translate("hub", "中心库地址"),
            required=True,
            wide=True,
            longest=300,
            hint=translate("hub", "由主管办公室登记本窗口时给出；地址里不写密码"),
            rule=translate(
                "hub",
                "中心库在服务器上：postgresql+psycopg://登录名@服务器/库名?sslmode=verify-full；"
                "只有本机一个窗口：sqlite:///文件。网络必须加密并核对证书。",
            ),
        ),
        SecretField("password", translate("hub", "登录密码"), wide=True),
    ]


def typed(values: dict[str, Any]) -> tuple[str, str]:
    """Return address and password as they were typed."""
    return str(values["hub"] or "").strip(), str(values["password"] or "")


def tell_password(field: Field, *, url: str, kept: bool) -> None:
    """Say under the password whether one is kept; what it is nobody is told."""
    if kept:
        field.set_hint(translate("hub", "已保存，不再显示；要更换时才填写"))
    elif url.startswith("postgresql"):
        field.set_hint(translate("hub", "还没有保存密码；保存在系统密码库，不写入设置"))
    else:
        field.set_hint(translate("hub", "文件不需要密码") if url else "")
