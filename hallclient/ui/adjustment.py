"""How is a figure of a closed day corrected? By a dated adjustment with a reason; the sheet before stays."""

from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from hallclient.domain.figures.day_sheet import DaySheet, LineValue
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.fields import TextField
from hallclient.ui.forms import Form


class AdjustmentDialog(QDialog):
    """Asks which line, by how much and why. ``given()`` after it was accepted."""

    def __init__(self, parent: QWidget, sheet: DaySheet, line: LineValue | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("更正 {0} 的数字").format(sheet.business_date.isoformat()))
        self.day: date = sheet.business_date
        options = [Option(one.code, f"{one.label}（{one.value} {one.unit}）", one.code) for one in sheet.lines]
        self.form = Form(
            [
                ChoiceField("line", self.tr("项目"), options, numbered=False, required=True, wide=True),
                TextField(
                    "delta", self.tr("增减"), placeholder="+1 · -2", required=True, check=self._understood, longest=20
                ),
                TextField("reason", self.tr("原因"), required=True, wide=True),
            ],
            columns=2,
        )
        if line is not None:
            self.form.fill({"line": line.code})
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("记入调整"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("返回"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form)
        layout.addWidget(buttons)
        self.resize(480, 260)

    def given(self) -> tuple[str, Decimal, str]:
        """Return the line's code, the change, the reason."""
        values = self.form.values()
        return values["line"], Decimal(values["delta"]), values["reason"]

    def _accept(self) -> None:
        if problems := self.form.problems():
            self.form.mark(problems)
        else:
            self.accept()

    def _understood(self, text: str) -> str:
        try:
            if Decimal(text):
                return ""
        except InvalidOperation:
            pass
        return self.tr("请写增减的数，例如 +1 或 -2")
