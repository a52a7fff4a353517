"""What does taking the last step back undo, and which papers go with it? Seen before it is done, paper by paper."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.register.issued import IssuedDocument
from hallclient.services.application_results import UndoPlan
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.fields import FlagField, TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.language import translate
from hallclient.ui.record_facts import RecordFacts
from hallclient.ui.terms import label

_PAPER = "paper"


class UndoDialog(AskDialog):
    """The step, what came with it, its papers; a ticked box for each paper issued since that rests on it."""

    def __init__(self, parent: QWidget, number: str, plan: UndoPlan) -> None:
        self._since = plan.since
        self.facts = RecordFacts()
        self.facts.show_facts(_facts(plan))
        boxes = [FlagField(f"{_PAPER}{paper.id}", _box(paper), wide=True) for paper in plan.since]
        heading = [translate("undo", "此后根据这一步出具的文书，勾选的一并作废")] if boxes else []
        reason = TextField("reason", translate("ask", "原因"), required=True, wide=True, longest=200)
        self.form = Form([*heading, *boxes, reason], columns=1)
        for box in boxes:
            box.label.hide()  # alone on its line, the box needs no room for a neighbour's label
            box.set_value(True)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.facts)
        layout.addWidget(self.form)
        layout.addStretch(1)
        super().__init__(
            parent,
            title=translate("undo", "撤销上一步　{0}").format(number),
            does=translate("undo", "撤销"),
            body=FormScroll(body),
            forms=(self.form,),
            told=translate("undo", "状态、期限和结果恢复到这一步以前。作废的文书保留文号和原因，不再打印、送达。"),
        )
        self.resize(620, 340)
        reason.setFocus()

    def reason(self) -> str:
        return str(self.form.field("reason").value())

    def papers(self) -> dict[int, bool]:
        """Return id → whether it is voided, for each paper that was asked about."""
        return {paper.id: bool(self.form.field(f"{_PAPER}{paper.id}").value()) for paper in self._since}


def _facts(plan: UndoPlan) -> list[tuple[str, list[tuple[str, str]]]]:
    steps = [(translate("undo", "撤销"), f"{label(plan.step.act)}　{plan.step.on.isoformat()}")]
    steps += [(translate("undo", "连同"), f"{label(step.act)}　{step.on.isoformat()}") for step in plan.with_it]
    papers = [(translate("undo", "作废"), _named(paper)) for paper in plan.own]
    return [(translate("undo", "这一步"), steps), (translate("undo", "随这一步出具的文书"), papers)]


def _named(paper: IssuedDocument) -> str:
    named = f"{paper.kind} {paper.title}　{paper.number}"
    return f"{named}　{_out(paper)}" if paper.copies else named


def _out(paper: IssuedDocument) -> str:
    return translate("undo", "已打印 {0} 份，请收回").format(paper.copies)


def _box(paper: IssuedDocument) -> str:
    return translate("undo", "作废 {0}").format(_named(paper))
