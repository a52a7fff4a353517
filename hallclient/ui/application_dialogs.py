"""What does the application file ask before it acts? The answer, the confirmed receipt, another paper."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.application import Application
from hallclient.domain.register.issued import KindOffer
from hallclient.ui.answer_panel import AnswerPanel
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.asked_facts import Fact, FactsForm
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import FlagField, TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.language import translate


class AnswerDialog(AskDialog):
    """Outcome, letter and its facts; the day of the answer, with a reason when it is an earlier one."""

    def __init__(self, parent: QWidget, application: Application, *, today: Callable[[], date]) -> None:
        self.answer = AnswerPanel(today, without_letter=True)
        self.form = Form(
            [
                DateField("on", translate("file", "答复日期"), today=today, required=True),
                TextField(
                    "reason", translate("file", "说明"), longest=300,
                    rule=translate("file", "补记以前日期的答复须写明原因"),
                ),
            ],
            columns=2,
        )  # fmt: skip
        self.form.fill({"on": today()})
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.answer)
        layout.addWidget(self.form)
        layout.addStretch(1)
        super().__init__(
            parent,
            title=translate("file", "答复　{0}").format(application.number),
            does=translate("file", "答复并办结"),
            body=FormScroll(body),
            forms=(self.form,),
        )
        self.resize(680, 560)

    def _fit(self) -> bool:
        problems = self.answer.problems()
        if self.answer.empty:
            problems = {"outcome": translate("file", "请选择办理结果")}
        self.answer.mark(problems)
        return not problems and super()._fit()

    def _mark_refusal(self, refusal: Refusal) -> bool:
        return self.answer.mark_refusal(refusal) or super()._mark_refusal(refusal)


class ConfirmDialog(AskDialog):
    """Both sides confirmed the receipt: on which day? The registration receipt can go out with it."""

    def __init__(self, parent: QWidget, application: Application, *, today: Callable[[], date]) -> None:
        self.form = Form(
            [
                DateField("on", translate("file", "双方确认日期"), today=today, required=True),
                FlagField("receipt", translate("file", "同时出具登记回执 P01")),
                TextField("reason", translate("file", "补记原因"), wide=True, longest=300),
            ],
            columns=1,
        )
        self.form.fill({"on": today(), "receipt": True})
        super().__init__(
            parent,
            title=translate("file", "确认收到　{0}").format(application.number),
            does=translate("file", "确认收到"),
            body=self.form,
            forms=(self.form,),
            told=translate("file", "{0} 送达。双方确认之日为收到之日，答复期限自次一工作日起算（第三十一条）。").format(
                application.arrived_on
            ),
        )
        self.resize(480, 340)
        self.form.field("on").setFocus()


class IssueDialog(AskDialog):
    """Another paper for this record: which kind, and what it still asks. ``known`` fills in what the file knows."""

    def __init__(
        self, parent: QWidget, offers: Sequence[KindOffer], *, today: Callable[[], date], known: Mapping[str, str]
    ) -> None:
        self._known = known
        self._offers = {offer.code: offer for offer in offers}
        self._today = today
        self._facts: FactsForm | None = None
        options = [Option(offer.code, f"{offer.code} {offer.title}", offer.code) for offer in offers]
        self._kind = ChoiceField("kind", translate("file", "文书种类"), options, required=True, wide=True)
        self.form = Form([self._kind], columns=1)
        body = QWidget()
        self._room = QVBoxLayout(body)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.addWidget(self.form)
        self._room.addStretch(1)
        super().__init__(
            parent,
            title=translate("file", "出具文书"),
            does=translate("file", "出具并预览"),
            body=FormScroll(body),
            forms=(self.form,),
        )
        self.form.passed.disconnect(self._ok)
        self.form.passed.connect(self._kind_passed)
        self._kind.edited.connect(self._ask)
        self.resize(600, 580)
        self._kind.setFocus()

    def _kind_passed(self) -> None:
        """Enter after the kind goes on to what the paper asks; it issues only what asks nothing."""
        if self._facts is None:
            self._ok()
        else:
            self._facts.focus_first()

    def kind(self) -> str:
        return str(self._kind.value())

    def facts(self) -> dict[str, Fact]:
        return self._facts.facts() if self._facts is not None else {}

    def _ask(self) -> None:
        if self._facts is not None:
            self._room.removeWidget(self._facts)
            self._facts.deleteLater()
        self._facts = None
        offer = self._offers.get(self._kind.value() or "")
        if offer is not None and offer.asks:
            self._facts = FactsForm(offer.asks, today=self._today)
            self._facts.fill_facts(self._known)
            self._room.insertWidget(1, self._facts)
            self._facts.show()
            self._facts.come_after(self._kind)
            self._facts.passed.connect(self._ok)
        self._forms = (self.form,) if self._facts is None else (self.form, self._facts)
