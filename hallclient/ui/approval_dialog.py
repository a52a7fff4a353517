"""Is this the letter that goes out? The draft with its letter as it will be printed: approved, given back, issued."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.register.application import Application
from hallclient.domain.register.states import reply_of
from hallclient.domain.register.steps import Step
from hallclient.services.application_results import OnTheSpot
from hallclient.ui import theme
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.language import translate
from hallclient.ui.pdf_pane import PdfPane
from hallclient.ui.record_facts import RecordFacts
from hallclient.ui.terms import label

RETURN, REDRAFT = "return", "redraft"


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as the dialog shows it: what was drafted, its letter as bytes, who may not approve it and why."""

    said: OnTheSpot
    letter: str
    pdf: bytes
    why_not: str = ""


class ApprovalDialog(AskDialog):
    """Left what is decided, right its letter. ``way`` is RETURN, REDRAFT, or empty for the stage's own act.

    While the draft waits that act is the approval; once it is approved, the issue.
    """

    def __init__(self, parent: QWidget, application: Application, draft: Draft, *, today: Callable[[], date]) -> None:
        reply = reply_of(application.steps)
        assert reply.draft is not None
        self.approved = reply.approval is not None
        self._today = today
        self.facts = RecordFacts()
        self.facts.show_facts(_facts(reply.draft, reply.approval, draft))
        fields = [TextField("reason", self._reason_title(), longest=300)]
        if self.approved:
            fields.insert(0, DateField("on", translate("approval", "签发日期"), today=today, required=True))
        self.form = Form(fields, columns=1)
        self.form.fill({"on": today()})
        self.letter = PdfPane(translate("approval", "文书"))
        self.letter.show_pdf(draft.pdf)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.facts)
        column.addWidget(self.form)
        column.addStretch(1)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.L)
        row.addWidget(FormScroll(left), 2)
        row.addWidget(self.letter, 3)
        title = translate("approval", "签发　{0}") if self.approved else translate("approval", "审批　{0}")
        does = translate("approval", "签发并办结") if self.approved else translate("approval", "审批同意")
        super().__init__(
            parent, title=title.format(application.number), does=f"{does}  Ctrl+Enter", body=body, forms=(self.form,)
        )
        self.form.passed.disconnect(self._ok)  # Enter after a remark decides nothing
        if not self.approved:
            giving_back = self.offer_way(RETURN, translate("approval", "退回修改"), "Ctrl+Backspace")
            giving_back.setEnabled(not draft.why_not)
        self.offer_way(REDRAFT, translate("approval", "重新拟稿"), "Ctrl+D")
        if draft.why_not:
            self.ok.setEnabled(False)
            self.ok.setToolTip(draft.why_not)
            self.say_problem(draft.why_not)
        self.resize(980, 640)
        (self.form.field("reason") if draft.why_not or not self.approved else self.ok).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def reason(self) -> str:
        return str(self.form.field("reason").value())

    def on(self) -> date:
        return self.form.values().get("on") or self._today()

    def _reason_title(self) -> str:
        return translate("approval", "说明") if self.approved else translate("approval", "退回意见")

    def _go(self, way: str) -> None:
        if way == REDRAFT:
            self.way = way
            if self._send is not None:
                self._send(self)
        elif self.ok.isEnabled():
            super()._go(way)

    def _fit(self) -> bool:
        if self.approved:
            return super()._fit()
        reason = self.form.field("reason")
        if self.way == RETURN and reason.empty():
            self.form.mark({"reason": translate("approval", "请写明要修改什么，再退回")})
            return False
        if not self.way and not reason.empty():
            self.form.mark(
                {"reason": translate("approval", "写了退回意见：退回请按 Ctrl+Backspace，同意请先清空这一栏")}
            )
            return False
        return True


def _facts(draft: Step, approval: Step | None, shown: Draft) -> list[tuple[str, list[tuple[str, str]]]]:
    said = shown.said
    decided = [
        (translate("approval", "办理结果"), label(said.outcome)),
        (translate("approval", "文书"), shown.letter),
        (translate("approval", "公共利益的理由"), said.override),
    ]
    for place, item in enumerate(said.items, start=1):
        outcome = label(item.outcome) if item.outcome is not None else ""
        decided.append(
            (translate("approval", "第 {0} 项").format(place), f"{item.title}：{outcome}　{item.ground}".strip())
        )
    course = [
        (translate("approval", "拟稿"), f"{draft.by}　{draft.on.isoformat()}"),
        (
            translate("approval", "审批"),
            f"{approval.details.get('approver', '')}　{approval.on.isoformat()}"
            if approval is not None
            else translate("approval", "待审批"),
        ),
    ]
    return [(translate("approval", "拟办意见"), decided), (translate("approval", "经过"), course)]
