"""Which act happened, on which day, with which facts? Acts that cannot follow stay in the list and say why."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallclient.domain.register.application import Application
from hallclient.domain.register.steps import Act, Step
from hallclient.ui import theme
from hallclient.ui.act_rules import ActChoice, choices
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import MoneyField, NumberField, TextField
from hallclient.ui.forms import Form
from hallclient.ui.language import translate
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.terms import label

_FIELDS = {
    Act.EXTENDED: ("days", "approver"),
    Act.CONSULTATION_SENT: ("party",),
    Act.CONSULTATION_RECEIVED: ("id",),
    Act.CONSULTATION_ANSWERED: ("id",),
    Act.FEE_NOTIFIED: ("yuan",),
    Act.FEE_PAID: ("yuan",),
}
_ASKED = ("days", "approver", "party", "id", "yuan")


class StepDialog(AskDialog):
    """The acts left, the facts of the chosen one right."""

    def __init__(self, parent: QWidget, application: Application, *, today: Callable[[], date]) -> None:
        self._today = today
        self.acts = ListView(
            [
                Column(title=translate("step", "步骤"), text=lambda row: label(row.act), width=132, tone=_tone),
                Column(title=translate("step", "现在可否"), text=_whether, stretch=True, tone=_tone),
            ],
            name=translate("step", "步骤"),
            sortable=False,
        )
        self.form = _form(today)
        sides = QWidget()
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.L)
        row.addWidget(self.acts, 3)
        row.addWidget(self.form, 2)
        super().__init__(
            parent,
            title=translate("step", "记录步骤　{0}").format(application.number),
            does=translate("step", "记录"),
            body=sides,
            forms=(self.form,),
        )
        self.acts.setMinimumWidth(400)
        self.acts.opened.connect(self._to_form)
        self.acts.chosen.connect(self._chosen)
        self.acts.show_rows(choices(application))
        self.resize(840, 440)
        first = next((at for at, choice in enumerate(self.acts.rows_model.rows()) if not choice.why_not), 0)
        self.acts.selectRow(first)
        self.acts.setFocus()

    def step(self) -> Step:
        """Return the act as it was typed."""
        said = self.form.values()
        row: ActChoice = self.acts.current()
        details = {name: said[name] for name in ("approver", "party") if said.get(name)}
        if said.get("yuan") is not None:
            details["yuan"] = f"{said['yuan']:.2f}"
        letter = said.get("id") or (row.letters[0] if len(row.letters) == 1 else "")
        return Step(
            act=row.act,
            on=said["on"] or self._today(),
            days=said.get("days"),
            id=letter,
            reason=said["reason"],
            details=details,
        )

    def _chosen(self, row: ActChoice | None) -> None:
        if row is None:
            return
        asked = _FIELDS.get(row.act, ())
        shown = {name: name in asked for name in _ASKED}
        shown["id"] = shown["id"] and len(row.letters) > 1
        letters = self.form.field("id")
        assert isinstance(letters, ChoiceField)
        letters.set_options([Option(letter, translate("step", "第 {0} 份").format(letter)) for letter in row.letters])
        self.form.show_fields(shown)
        self.form.setEnabled(not row.why_not)
        self.ok.setEnabled(not row.why_not)
        self.say_problem("")

    def _to_form(self, row: ActChoice) -> None:
        if not row.why_not:
            self.form.focus_first()

    def _fit(self) -> bool:
        row: ActChoice | None = self.acts.current()
        return row is not None and not row.why_not and super()._fit()


def _form(today: Callable[[], date]) -> Form:
    form = Form(
        [
            DateField("on", translate("step", "日期"), today=today, required=True),
            NumberField("days", translate("step", "延长的工作日数"), least=1, most=99, required=True),
            TextField(
                "approver", translate("step", "批准人"), required=True, longest=60,
                rule=translate("step", "第三十三条：延期须经政府信息公开工作机构负责人同意"),
            ),
            TextField("party", translate("step", "征求谁的意见"), longest=120),
            ChoiceField("id", translate("step", "哪一份征求意见书"), required=True),
            MoneyField("yuan", translate("step", "金额（元）")),
            TextField(
                "reason", translate("step", "说明"), longest=300,
                rule=translate("step", "补记以前日期的步骤须写明原因"),
            ),
        ],
        columns=1,
    )  # fmt: skip
    form.fill({"on": today()})
    form.show_fields(dict.fromkeys(_ASKED, False))
    return form


def _whether(row: ActChoice) -> str:
    return row.why_not or translate("step", "可以记录")


def _tone(row: ActChoice) -> str | None:
    return "muted" if row.why_not else None
