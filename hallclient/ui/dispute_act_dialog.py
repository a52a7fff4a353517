"""What happened in this dispute, on which day? Acts that cannot follow stay in the list and say why."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallclient.domain.register.dispute_acts import DisputeAct, DisputeStep
from hallclient.domain.register.kinds import DisputeKind, DisputeResult
from hallclient.domain.register.records import DayClosed
from hallclient.services.disputes import DisputeFile
from hallclient.ui import theme
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.choice_field import ChoiceField, Option, options_of
from hallclient.ui.date_field import DateField
from hallclient.ui.dispute_words import acts_of, why_not
from hallclient.ui.fields import FlagField, NumberField, TextField
from hallclient.ui.forms import Form
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.terms import label

_ASKED = ("simple", "result", "ruling", "order_days", "order_working")


@dataclass(frozen=True, slots=True)
class _Choice:
    act: DisputeAct
    why_not: str


class DisputeActDialog(AskDialog):
    """The acts left, the facts of the chosen one right."""

    def __init__(self, parent: QWidget, file: DisputeFile, *, today: Callable[[], date]) -> None:
        self._kind, self._standing, self._today = file.dispute.kind, file.standing, today
        self.acts = ListView(
            [
                Column(title=translate("disputes", "进展"), text=lambda row: label(row.act), width=208, tone=_tone),
                Column(title=translate("disputes", "现在可否"), text=_whether, stretch=True, tone=_tone),
            ],
            name=translate("disputes", "进展"),
            sortable=False,
        )
        self.form = _form(today)
        self.form.field("result").edited.connect(self._follow)
        sides = QWidget()
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.L)
        row.addWidget(self.acts, 3)
        row.addWidget(self.form, 2)
        super().__init__(
            parent,
            title=translate("disputes", "记录进展　{0}").format(file.dispute.number),
            does=translate("disputes", "记录"),
            body=sides,
            forms=(self.form,),
        )
        self.acts.setMinimumWidth(440)
        self.acts.opened.connect(self._to_form)
        self.acts.chosen.connect(lambda _row: self._follow())
        choices = [_Choice(act, why_not(self._kind, self._standing, act)) for act in acts_of(self._kind)]
        self.acts.show_rows(choices)
        self.resize(900, 480)
        self.acts.selectRow(next((at for at, choice in enumerate(choices) if not choice.why_not), 0))
        self.acts.setFocus()

    def step(self) -> DisputeStep:
        """Return the act as it was typed."""
        said, row = self.form.values(), self._row()
        assert row is not None
        return DisputeStep(
            act=row.act,
            on=said["on"] or self._today(),
            result=said.get("result"),
            simple=bool(said.get("simple")),
            ruling=bool(said.get("ruling")),
            order_days=said.get("order_days"),
            order_working=said.get("order_working") != "days",
            note=said["note"] or "",
        )

    def late_reason(self) -> str:
        """Return why it is entered after its day was closed."""
        return str(self.form.values().get("late_reason") or "")

    def refuse(self, problem: Exception) -> None:
        if isinstance(problem, DayClosed):
            self._sent = False
            self.form.show_fields({"late_reason": True})
            self.form.mark({"late_reason": sentence(problem)})
            return
        super().refuse(problem)

    def _row(self) -> _Choice | None:
        found = self.acts.current()
        return found if isinstance(found, _Choice) else None

    def _follow(self) -> None:
        row = self._row()
        if row is None:
            return
        court = self._kind is not DisputeKind.RECONSIDERATION
        decided = row.act is DisputeAct.DECIDED
        corrected = decided and self.form.field("result").value() is DisputeResult.CORRECTED
        self.form.show_fields(
            {
                "simple": row.act is DisputeAct.NOTICED and not court,
                "result": decided,
                "ruling": decided and court and self._standing.instance == 1,
                "order_days": corrected,
                "order_working": corrected,
                "late_reason": False,
            }
        )
        self.form.setEnabled(not row.why_not)
        self.ok.setEnabled(not row.why_not)
        self.say_problem("")

    def _to_form(self, row: _Choice) -> None:
        if not row.why_not:
            self.form.focus_first()

    def _fit(self) -> bool:
        row = self._row()
        return row is not None and not row.why_not and super()._fit()


def _form(today: Callable[[], date]) -> Form:
    form = Form(
        [
            DateField("on", translate("disputes", "日期"), today=today, required=True),
            FlagField("simple", translate("disputes", "适用简易程序")),
            ChoiceField("result", translate("disputes", "结果"), options_of(DisputeResult), required=True),
            FlagField("ruling", translate("disputes", "裁定（不是判决）")),
            NumberField(
                "order_days", translate("disputes", "责令重新答复的期限"), least=1, most=365,
                hint=translate("disputes", "没有责令的留空"),
            ),
            ChoiceField(
                "order_working", translate("disputes", "期限单位"),
                [
                    Option("working", translate("disputes", "工作日")),
                    Option("days", translate("disputes", "日（含休息日）")),
                ],
            ),
            TextField("late_reason", translate("disputes", "补记原因（当日已日结）"), longest=300),
            TextField("note", translate("disputes", "备注"), longest=300),
        ],
        columns=1,
    )  # fmt: skip
    form.fill({"on": today(), "order_working": "working"})
    form.show_fields(dict.fromkeys((*_ASKED, "late_reason"), False))
    return form


def _whether(row: _Choice) -> str:
    return row.why_not or translate("disputes", "可以记录")


def _tone(row: _Choice) -> str | None:
    return "muted" if row.why_not else None
