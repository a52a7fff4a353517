"""What is asked once a case has ended? The letter that corrects another, why it is taken up again, where it is kept."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.law.outcomes import OutcomeGroup
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.application import Application
from hallclient.domain.register.issued import KindOffer, OneByOne
from hallclient.domain.register.items import Item, ItemEndsTheWhole, ItemFactsMissing, answered_one_by_one
from hallclient.domain.register.life_terms import ReopenGround
from hallclient.domain.register.retention import Retention
from hallclient.domain.register.steps import Act
from hallclient.services.application_results import LetterWay
from hallclient.ui.answer_panel import FACT
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.asked_facts import Fact, FactsForm, asks_of
from hallclient.ui.choice_field import ChoiceField, Option, options_of
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import NumberField, TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.items_editor import ItemsEditor
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.terms import label


class CorrectionDialog(AskDialog):
    """The letter that was wrong, and the new one that takes its place: same outcome, filled in as the old one was."""

    def __init__(
        self,
        parent: QWidget,
        application: Application,
        letters: Sequence[LetterWay],
        offers: Sequence[KindOffer],
        tree: Sequence[OutcomeGroup],
        *,
        today: Callable[[], date],
    ) -> None:
        self._today = today
        answered = next((step for step in reversed(application.steps) if step.act is Act.ANSWERED), None)
        told = answered.details if answered is not None else {}
        self._known: dict[str, Fact] = {
            name.removeprefix(FACT): text for name, text in told.items() if name.startswith(FACT)
        }
        self._several = answered_one_by_one(application.items)
        self._pieces = application.items
        self._offers = {
            offer.code: offer
            for offer in offers
            if application.outcome in offer.outcomes and (self._several or offer.one_by_one is not OneByOne.ALWAYS)
        }
        self.items = ItemsEditor(today)
        self.items.offer(tree, {offer.code: offer for offer in offers})
        self.items.show_items(application.items)
        self.items.hide()
        replies = [way for way in letters if not way.document.voided and way.document.kind in self._offers]
        self._paper = ChoiceField(
            "replaces",
            translate("after", "更正哪一份"),
            [Option(way.document.id, _reply(way)) for way in replies],
            required=True,
            wide=True,
        )
        kinds = [Option(code, f"{code} {offer.title}") for code, offer in self._offers.items()]
        self._kind = ChoiceField("kind", translate("after", "新的文书"), kinds, required=True, wide=True)
        self.form = Form(
            [
                self._paper,
                self._kind,
                TextField("reason", translate("after", "更正原因"), required=True, wide=True, longest=300),
            ],
            columns=1,
        )
        self._facts: FactsForm | None = None
        body = QWidget()
        self._room = QVBoxLayout(body)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.addWidget(self.form)
        self._room.addWidget(self.items)
        self._room.addStretch(1)
        super().__init__(
            parent,
            title=translate("after", "更正答复文书　{0}").format(application.number),
            does=translate("after", "更正并出具"),
            body=FormScroll(body),
            forms=(self.form,),
            told=translate("after", "原文书保留原样，注明由新文书更正。办理结果有变的不是更正，请用“重新办理”。"),
        )
        self._kind.edited.connect(self._ask)
        if replies:
            self._paper.set_value(replies[-1].document.id)
            self._kind.set_value(replies[-1].document.kind)
        self._ask()
        self.form.passed.disconnect(self._ok)
        self.form.passed.connect(self._past_form)
        self.resize(620, 560)
        self.form.field("reason").setFocus(Qt.FocusReason.OtherFocusReason)

    def paper(self) -> int:
        return int(self._paper.value())

    def kind(self) -> str:
        return str(self._kind.value())

    def reason(self) -> str:
        return str(self.form.field("reason").value())

    def facts(self) -> Mapping[str, Fact]:
        return self._facts.facts() if self._facts is not None else {}

    def corrected_items(self) -> tuple[Item, ...]:
        """Return what the new letter says of each item; none where it has one sentence for all."""
        return self.items.items() if self._one_by_one() else ()

    def _one_by_one(self) -> bool:
        offer = self._offers.get(self._kind.value() or "")
        return self._several and offer is not None and offer.one_by_one is not OneByOne.NEVER

    def _past_form(self) -> None:
        if self._one_by_one():
            self.items.focus_first()
        elif self._facts is None:
            self._ok()
        else:
            self._facts.focus_first()

    def _mark_refusal(self, refusal: Refusal) -> bool:
        if isinstance(refusal, ItemFactsMissing | ItemEndsTheWhole):
            self.items.go_to(refusal.place)
            self.say_problem(sentence(refusal))
            return True
        return super()._mark_refusal(refusal)

    def _ask(self) -> None:
        if self._facts is not None:
            self._known |= self._facts.facts()
            self._room.removeWidget(self._facts)
            self._facts.deleteLater()
        self._facts = None
        offer = self._offers.get(self._kind.value() or "")
        self.items.setVisible(self._one_by_one())
        if offer is not None and (asks := asks_of(offer, self._pieces)):
            self._facts = FactsForm(asks, today=self._today)
            self._facts.fill_facts(self._known)
            self._room.insertWidget(1, self._facts)
            self._facts.show()
            self._facts.come_after(self.form.field("reason"))
            self._facts.passed.connect(self._ok)
        self._forms = (self.form,) if self._facts is None else (self.form, self._facts)


class ReopenDialog(AskDialog):
    """On whose word the case is dealt with again, and how much time that gives."""

    def __init__(
        self, parent: QWidget, application: Application, *, today: Callable[[], date], known: Mapping[str, object]
    ) -> None:
        """``known`` are the ground, the order's number and its days where a dispute of the case tells them."""
        self._today = today
        self.form = Form(
            [
                ChoiceField("ground", translate("after", "重新办理的依据"), options_of(ReopenGround), required=True),
                TextField("order", translate("after", "决定书、判决书文号"), longest=120),
                NumberField(
                    "days", translate("after", "重新办理的期限（工作日）"), least=1, most=250,
                    hint=translate("after", "决定、判决没有写明的不填，按答复期限计算"),
                ),
                DateField(
                    "on", translate("after", "收到日期"), today=today, required=True,
                    hint=translate("after", "期限自次一工作日起算"),
                ),
                TextField("reason", translate("after", "说明"), required=True, wide=True, longest=300),
            ],
            columns=2, least=18,
        )  # fmt: skip
        self.form.fill({"on": today()} | dict(known))
        super().__init__(
            parent,
            title=translate("after", "重新办理　{0}").format(application.number),
            does=translate("after", "重新办理"),
            body=self.form,
            forms=(self.form,),
            told=translate("after", "原答复和文书保留，统计仍按第一次的办理结果；期限重新起算（第五十一条）。"),
        )
        self.resize(600, 340)
        self.form.focus_first()

    def facts(self) -> dict[str, object]:
        """Return what the desk takes."""
        said = self.form.values()
        return said | {"on": said["on"] or self._today()}


class ArchiveDialog(AskDialog):
    """How long the file is kept, and where. The class is proposed; the agency's own schedule decides."""

    def __init__(
        self, parent: QWidget, application: Application, proposed: Retention, *, today: Callable[[], date]
    ) -> None:
        self._today = today
        self.form = Form(
            [
                ChoiceField(
                    "retention", translate("after", "保管期限"), options_of(Retention), required=True,
                    hint=translate("after", "建议 {0}；以本机关归档范围和保管期限表为准").format(label(proposed)),
                ),
                TextField("place", translate("after", "存放位置"), longest=120),
                DateField("on", translate("after", "归档日期"), today=today, required=True),
            ],
            columns=1,
        )  # fmt: skip
        self.form.fill({"on": today(), "retention": proposed})
        super().__init__(
            parent,
            title=translate("after", "归档　{0}").format(application.number),
            does=translate("after", "归档"),
            body=self.form,
            forms=(self.form,),
        )
        self.resize(460, 340)
        self.form.field("retention").setFocus(Qt.FocusReason.OtherFocusReason)

    def facts(self) -> dict[str, object]:
        """Return what the desk takes."""
        said = self.form.values()
        return said | {"on": said["on"] or self._today()}


def _reply(way: LetterWay) -> str:
    return f"{way.document.kind} {way.document.title} {way.document.number}"
