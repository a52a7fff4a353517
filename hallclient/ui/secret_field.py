"""How is a new password typed? Twice, never shown, never journalled."""

from typing import Any

from PySide6.QtWidgets import QLineEdit

from hallclient.ui.fields import TextField


class SecretField(TextField):
    """A password. The value is exactly what was typed, blanks too; ``same_as`` makes it the repetition of another."""

    def __init__(self, name: str, title: str, *, same_as: "SecretField | None" = None, **kwargs: Any) -> None:
        self._first = same_as
        super().__init__(name, title, longest=200, **kwargs)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)

    def value(self) -> str:
        return self.edit.text()

    def empty(self) -> bool:
        return not self.edit.text()

    def complaint(self) -> str:
        if self._first is not None and self.edit.text() != self._first.edit.text():
            return self.tr("两次输入的密码不同，请重新输入")
        return ""
