"""What does the application file ask before it acts? The answer, the confirmed receipt, another paper."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.law.outcomes import OutcomeGroup
from hallclient.domain.refusal import Refusal
from hallclient.domain.register import items as rules
from hallclient.domain.register import life_guards
from hallclient.domain.register.application import Application
from hallclient.domain.register.issued import KindOffer, OneByOne
from hallclient.domain.register.items import Item, ItemEndsTheWhole, ItemFactsMissing
from hallclient.domain.register.life_refusals import ApprovalMissing
from hallclient.domain.register.life_terms import Opinion
from hallclient.domain.register.states import this_round
from hallclient.domain.register.steps import Act, Step
from hallclient.services.application_results import OnTheSpot
from hallclient.ui.act_papers import facts_of_items
from hallclient.ui.answer_panel import AnswerPanel
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.asked_facts import Fact, FactsForm, asks_of
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import FlagField, TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.items_editor import ItemsEditor
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence

DRAFT = "draft"


class AnswerDialog(AskDialog):
    """Outcome, letter and its facts, or one outcome an item; the day of the answer, with a reason when it is earlier.

    ``way`` is DRAFT when it goes to whoever approves it, empty when it is issued at once.
    """

    def __init__(
        self, parent: QWidget, application: Application, *, today: Callable[[], date], drafting: bool = False
    ) -> None:
        """``drafting``: opened to be approved, not to be issued."""
        self._today, self._drafting = today, drafting
        self.answer = AnswerPanel(today, without_letter=True)
        self.several = FlagField("several", translate("file", "有多项申请事项，逐项选择结果"))
        self.items = ItemsEditor(today)
        self.items.changed.connect(self._items_changed)
        self.several.edited.connect(self._show_items)
        self.several.label.hide()  # alone on its line, the box needs no room for a neighbour's label
        first = Form([self.several], columns=1)
        first.passed.connect(self._past_first)
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
        layout.setSpacing(0)
        layout.addWidget(first)
        layout.addWidget(self.items)
        layout.addWidget(self.answer)
        self.answer.put_before_facts(self.form)
        layout.addStretch(1)
        title = translate("file", "拟稿　{0}") if drafting else translate("file", "答复　{0}")
        super().__init__(
            parent,
            title=title.format(application.number),
            does=translate("file", "送审批") if drafting else translate("file", "答复并办结"),
            body=FormScroll(body),
            forms=(self.form,),
        )
        if not drafting:
            self.offer_way(DRAFT, translate("file", "拟稿送审"), "Ctrl+D")
        self._take(application)
        self.resize(720, 700)

    def decided(self) -> OnTheSpot | None:
        """Return the answer with its letter; None when its letter is made elsewhere."""
        found = self.answer.answer()
        return replace(found, items=self._items()) if found is not None else None

    def step(self) -> Step:
        """Return the answer whose letter is made elsewhere, as a step."""
        said = self.form.values()
        details = {"override": self.answer.further().get("override", "")}
        if items := self._items():
            details[rules.DETAIL] = rules.as_text(items)
        return Step(
            act=Act.ANSWERED,
            on=said["on"] or self._today(),
            outcome=self.answer.outcome(),
            reason=said["reason"],
            details={name: text for name, text in details.items() if text},
        )

    def drafts(self) -> bool:
        """Whether it goes to whoever approves it."""
        return self._drafting or self.way == DRAFT

    def offer(self, tree: Sequence[OutcomeGroup], offers: Mapping[str, KindOffer], reviewer: str) -> None:
        """Offer these leaves and letters, and the reviewer of the clerk's last answer."""
        self.answer.offer(tree, offers)
        self.items.offer(tree, offers)
        self.answer.remember_reviewer(reviewer)
        if self.several.value():
            self._items_changed()
            self.items.go_to((self.items.undecided() or (1,))[0])
        else:
            self.answer.focus_first()

    def show_answer(self, answer: OnTheSpot) -> None:
        """Show an answer that was drafted before."""
        self.answer.show_answer(answer)
        if answer.items:
            self._show_these(answer.items)

    def _take(self, application: Application) -> None:
        steps = application.steps
        self.answer.set_case(reviewed=life_guards.review_of(steps) is not None, opposed=_opposed(steps))
        searched = next((step for step in reversed(steps) if step.act is Act.SEARCHED), None)
        if searched is not None:
            told = searched.details
            known = {
                "search_scope": told.get("scope", ""),
                "keywords": told.get("keywords", ""),
                "searched_on": told.get("searched_on", searched.on.isoformat()),
            }
            self.answer.know(known)
            self.items.know(known)
        self._show_these(application.items)

    def _show_these(self, items: Sequence[Item]) -> None:
        self.several.set_value(bool(items))
        self.items.show_items(items)
        self._show_items()

    def _show_items(self) -> None:
        self.items.setVisible(self.several.value())
        self.answer.set_items(self._items())

    def _items(self) -> tuple[Item, ...]:
        return self.items.items() if self.several.value() else ()

    def _items_changed(self) -> None:
        outcome = self.items.outcome()
        self.answer.set_items(self._items())
        if outcome is not None and self.answer.offered:
            self.answer.choose(outcome)
            self.answer.propose(facts_of_items(self._items()))

    def _past_first(self) -> None:
        if self.several.value():
            self.items.focus_first()
        else:
            self.answer.focus_first()

    def _fit(self) -> bool:
        if self._items() and (left := self.items.undecided()):
            self.items.go_to(left[0])
            self.say_problem(translate("file", "第 {0} 项还没有办理结果，请逐项选择").format(left[0]))
            return False
        found = self.answer.answer()
        if found is not None and self.answer.one_by_one and (left := self.items.lacking()):
            self.items.go_to(left[0])
            self.say_problem(translate("file", "第 {0} 项的内容还没有填全，文书要逐项写明").format(left[0]))
            return False
        problems = self.answer.problems()
        if self.answer.empty:
            problems = {"branch": translate("file", "请选择办理结果")}
        elif not problems and self.drafts() and self.answer.answer() is None:
            problems = {"document": translate("file", "送审批的答复须有文书，请选择文书")}
        self.answer.mark(problems)
        return not problems and super()._fit()

    def _mark_refusal(self, refusal: Refusal) -> bool:
        if isinstance(refusal, ApprovalMissing) and not self.drafts():
            self.say_problem(translate("file", "{0} 按 Ctrl+D 拟稿送审。").format(sentence(refusal)))
            return True
        if isinstance(refusal, ItemFactsMissing | ItemEndsTheWhole) and self.several.value():
            self.items.go_to(refusal.place)
            self.say_problem(sentence(refusal))
            return True
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
        self,
        parent: QWidget,
        offers: Sequence[KindOffer],
        *,
        today: Callable[[], date],
        known: Mapping[str, str],
        kind: str = "",
        items: Sequence[Item] = (),
    ) -> None:
        """``kind`` is the paper the act just recorded calls for; the clerk may choose another."""
        self._known = known
        several = rules.answered_one_by_one(items)
        offers = [offer for offer in offers if several or offer.one_by_one is not OneByOne.ALWAYS]
        self._offers = {offer.code: replace(offer, asks=asks_of(offer, items)) for offer in offers}
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
        if kind in self._offers:
            self._kind.set_value(kind)
            self._ask()
            self._kind_passed()

    def _kind_passed(self) -> None:
        """Enter after the kind goes on to what the paper asks; it issues only what asks nothing."""
        if self._facts is None:
            if self.isVisible():
                self._ok()
            return
        needed = next((field for field in self._facts.fields if field.required and field.empty()), None)
        if needed is not None:
            needed.setFocus(Qt.FocusReason.OtherFocusReason)
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


def _opposed(steps: Sequence[Step]) -> bool:
    """Tell whether a third party objects (第三十二条): then everything is disclosed only for a public interest."""
    current, objects = this_round(steps), (Opinion.REFUSED, Opinion.PARTLY)
    third = {
        step.id
        for step in current
        if step.act is Act.CONSULTATION_SENT and life_guards.party_kind(step) == life_guards.THIRD_PARTY
    }
    return any(
        step.act is Act.CONSULTATION_ANSWERED and step.id in third and step.details.get("opinion") in objects
        for step in current
    )
