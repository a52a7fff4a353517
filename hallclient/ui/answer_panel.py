"""How is it answered? The leaf of table 三 with its article, the letter, and what the letter still asks."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.law.outcomes import OutcomeEntry, OutcomeGroup
from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.issued import KindOffer, OneByOne
from hallclient.domain.register.items import Item, answered_one_by_one
from hallclient.domain.register.life_guards import discloses
from hallclient.services.application_results import OnTheSpot
from hallclient.ui.answer_letters import letters_for
from hallclient.ui.asked_facts import FactsForm, asks_of
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.fields import TextField
from hallclient.ui.forms import Form
from hallclient.ui.language import noop, translate
from hallclient.ui.messages import sentence
from hallclient.ui.terms import label

# The branches of table 三 without their numerals, because lupdate reads literals.
BRANCHES = (
    noop("answer", "予以公开"),
    noop("answer", "部分公开"),
    noop("answer", "不予公开"),
    noop("answer", "无法提供"),
    noop("answer", "不予处理"),
    noop("answer", "其他处理"),
)
FACT = "fact."  # before the names of the letter's facts among the panel's texts
_FURTHER = ("reviewer", "override")  # what only some answers need


class AnswerPanel(QWidget):
    """Outcome, letter, who reviewed it, facts. ``answer()`` is None while nothing is chosen; ``changed`` on an edit.

    ``without_letter`` lets an outcome stand whose letter this program does not write yet; ``outcome()`` has it then.
    ``reviewed`` says that the confidentiality review is on record, ``opposed`` that a third party objected.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date], *, without_letter: bool = False) -> None:
        super().__init__()
        self._today, self._without_letter = today, without_letter
        self.reviewed = self.opposed = False
        self._pieces: tuple[Item, ...] = ()
        self._proposed_kind = ""
        self._reviewer = ""
        self._entries: dict[Outcome, OutcomeEntry] = {}
        self._offers: dict[str, KindOffer] = {}
        self._folded = False
        self._facts: FactsForm | None = None
        self._facts_of = ""
        self._typed: dict[str, str] = {}
        self._proposed: dict[str, str] = {}
        self._groups: dict[str, OutcomeGroup] = {}
        self._branch = ChoiceField("branch", self.tr("办理结果"))
        self._outcome = ChoiceField("outcome", self.tr("情形"))
        self._kind = ChoiceField("document", self.tr("答复文书"), wide=True)
        self._head = Form([self.tr("答复"), self._branch, self._outcome, self._kind], columns=2)
        self._branch.edited.connect(self._branch_chosen)
        self._outcome.edited.connect(self._outcome_chosen)
        self._kind.edited.connect(self._kind_chosen)
        self._head.changed.connect(self.changed)
        self._head.passed.connect(self._past_head)
        self._more = Form(
            [
                TextField(
                    "reviewer", self.tr("保密审查人"), required=True, longest=60,
                    hint=self.tr("公开前须经保密审查（第十七条），随答复一并登记"),
                ),
                TextField(
                    "override", self.tr("公共利益的理由"), required=True, wide=True, longest=1000,
                    hint=self.tr("第三方不同意公开，仍予公开的须说明理由并告知第三方（第三十二条）"),
                ),
            ],
            columns=2, least=18,
        )  # fmt: skip
        self._more.changed.connect(self.changed)
        self._more.passed.connect(self._to_facts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._more)
        self._room = layout
        self._show_more()

    # -- what can be chosen ---------------------------------------------------------------------------------------

    def offer(self, tree: Sequence[OutcomeGroup], offers: Mapping[str, KindOffer]) -> None:
        """Offer the tree's leaves and the letters of ``offers``; what was chosen stays."""
        chosen = self.texts()
        self._entries = {entry.outcome: entry for group in tree for entry in group.entries}
        self._offers = dict(offers)
        self._groups = {group.label: group for group in tree}
        self._branch.set_options(
            [Option(group.label, translate("answer", _bare(group.label)), _articles(group)) for group in tree]
        )
        self.restore(chosen)

    def put_before_facts(self, widget: QWidget) -> None:
        """Give ``widget`` the place between the answer and what its letter asks."""
        self._room.addWidget(widget)

    def remember_reviewer(self, reviewer: str) -> None:
        """Propose this reviewer from now on: the one who reviewed this clerk's last answer."""
        self._reviewer = reviewer or self._reviewer
        if self._more.field("reviewer").empty():
            self._more.field("reviewer").set_value(self._reviewer)

    def know(self, facts: Mapping[str, str]) -> None:
        """Propose these facts to the letters that ask them."""
        self._typed = dict(facts) | self._typed

    def propose(self, facts: Mapping[str, str]) -> None:
        """Fill what the letter asks and is empty, or still says what was proposed before; what was typed stays."""
        if self._facts is None:
            return
        said, before, self._proposed = self._facts.facts(), self._proposed, dict(facts)
        own = [name for name in {*facts, *before} if said.get(name, "") in ("", before.get(name, ""))]
        self._facts.fill_facts({name: facts.get(name, "") for name in own})

    def set_case(self, *, reviewed: bool, opposed: bool) -> None:
        """Say what the file tells: whether the review is on record, whether a third party objected."""
        self.reviewed, self.opposed = reviewed, opposed
        self._show_more()

    def set_items(self, pieces: Sequence[Item]) -> None:
        """Say what was asked for piece by piece: a letter that goes item by item asks nothing else."""
        self._pieces = tuple(pieces)
        self._offer_letters()
        self._ask_facts()
        self._show_more()

    def choose(self, outcome: Outcome) -> None:
        """Choose a leaf, as the items come to it."""
        if outcome is not self.outcome():
            self._set_outcome(outcome)
            self._outcome_chosen()

    @property
    def one_by_one(self) -> bool:
        """Whether the chosen letter goes through the items."""
        offer = self._offers.get(self._kind.value() or "")
        return answered_one_by_one(self._pieces) and offer is not None and offer.one_by_one is not OneByOne.NEVER

    @property
    def offered(self) -> bool:
        """Whether the tree was told."""
        return bool(self._entries)

    # -- the answer -----------------------------------------------------------------------------------------------

    @property
    def folded(self) -> bool:
        """Whether no answer is being given: the block is put away, whatever stands in it."""
        return self._folded

    def fold(self, away: bool) -> None:
        self._folded = away
        self.setVisible(not away)

    @property
    def empty(self) -> bool:
        return self._branch.empty()

    def outcome(self) -> Outcome | None:
        """Return the chosen leaf."""
        return self._outcome.value()  # type: ignore[no-any-return]

    def answer(self) -> OnTheSpot | None:
        """Return the answer with its letter; None without an outcome or without a letter."""
        outcome, document = self.outcome(), self._kind.value()
        if outcome is None or not document:
            return None
        more = self.further()
        return OnTheSpot(
            outcome=outcome,
            document=document,
            facts=self._facts.facts() if self._facts else {},
            reviewer=more.get("reviewer", ""),
            override=more.get("override", ""),
        )

    def further(self) -> dict[str, str]:
        """Return the reviewer and the override that were asked for, as they stand."""
        return {name: text for name, text in self._more.values().items() if text}

    def problems(self) -> dict[str, str]:
        """Return field → sentence for what keeps the answer from standing; nothing when none is given."""
        if self.empty:
            return {}
        found = self._head.problems()
        if not found and self.outcome() is None:
            return {"outcome": self.tr("请选择情形")}
        if not found and self._kind.value() is None and not self._without_letter:
            found[self._speaker().name if not self._letters() else "document"] = self._no_letter()
        return found | self._more.problems() | (self._facts.problems() if self._facts is not None else {})

    def mark(self, problems: Mapping[str, str]) -> None:
        """Show the sentences and move to the first."""
        if self._facts is not None:
            self._facts.mark(problems)
        self._more.mark(problems)
        self._head.mark(problems)

    def mark_refusal(self, refusal: Refusal) -> bool:
        """Mark the fields a refusal names; False when it names none of these."""
        if "outcome" in refusal.fields:
            self._speaker().mark(sentence(refusal))
            self._speaker().setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        for name in refusal.fields:
            if name in _FURTHER:  # the desk knows more of the case than this form was told
                self._more.show_fields({name: True})
        inner = self._facts is not None and self._facts.mark_refusal(refusal)
        more = self._more.mark_refusal(refusal)
        return self._head.mark_refusal(refusal) or more or inner

    def show_answer(self, answer: OnTheSpot) -> None:
        """Show an answer given before (F4)."""
        self._set_outcome(answer.outcome)
        self._offer_letters()
        self._kind.set_value(answer.document)
        self._ask_facts()
        if self._facts is not None:
            self._facts.fill_facts(answer.facts)
        self._more.fill({"reviewer": answer.reviewer or self._reviewer, "override": answer.override})
        self._say_article()
        self._show_more()

    # -- the draft ------------------------------------------------------------------------------------------------

    def texts(self) -> dict[str, str]:
        self._remember()
        outcome, document = self.outcome(), self._kind.value()
        texts = {"outcome": outcome.value if outcome else "", "document": document or ""}
        texts |= {name: text for name, text in self._more.texts().items() if text != self._reviewer}
        texts |= {FACT + name: text for name, text in self._typed.items()}
        return {name: text for name, text in texts.items() if text}

    def restore(self, texts: Mapping[str, str]) -> None:
        self._typed = {name.removeprefix(FACT): text for name, text in texts.items() if name.startswith(FACT)}
        self._drop_facts()
        outcome = Outcome.read(texts.get("outcome", ""))
        self._set_outcome(outcome)
        self._offer_letters()
        if document := texts.get("document"):
            self._kind.set_value(document)
        self._ask_facts()
        self._more.restore({"reviewer": self._reviewer} | {name: texts[name] for name in _FURTHER if name in texts})
        self._say_article()
        self._show_more()

    def clear(self) -> None:
        self.restore({})
        self._head.clear()

    def focus_first(self) -> None:
        self._branch.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- inside ---------------------------------------------------------------------------------------------------

    def _letters(self) -> list[KindOffer]:
        entry = self._entries.get(self._outcome.value())
        return [] if entry is None else letters_for(entry, self._pieces, self._offers)

    def _branch_chosen(self) -> None:
        self._offer_leaves()
        self._outcome_chosen()

    def _offer_leaves(self) -> None:
        group = self._groups.get(self._branch.value() or "")
        entries = group.entries if group is not None else ()
        self._outcome.set_options([Option(entry.outcome, label(entry.outcome)) for entry in entries])
        if len(entries) == 1:
            self._outcome.set_value(entries[0].outcome)
        self._head.show_fields({"outcome": len(entries) > 1, "document": bool(self._letters())})

    def _set_outcome(self, outcome: Outcome | None) -> None:
        entry = self._entries.get(outcome) if outcome is not None else None
        self._branch.set_value(entry.group if entry is not None else None)
        self._offer_leaves()
        self._outcome.set_value(outcome)

    def _speaker(self) -> ChoiceField:
        """The field under which the article stands."""
        return self._branch if self._outcome.isHidden() else self._outcome

    def _outcome_chosen(self) -> None:
        self._offer_letters()
        self._ask_facts()
        self._say_article()
        self._show_more()

    def _show_more(self) -> None:
        """Ask for the reviewer and the public interest only where this answer needs them."""
        outcome, document = self.outcome(), self._kind.value() or ""
        shown = {
            "reviewer": outcome is not None and not self.reviewed and discloses(outcome, document, self._pieces),
            "override": outcome is Outcome.GRANTED and self.opposed,
        }
        self._more.show_fields(shown)
        self._more.setVisible(any(shown.values()))

    def _offer_letters(self) -> None:
        letters = self._letters()
        self._kind.set_options([Option(letter.code, f"{letter.code} {letter.title}") for letter in letters])
        if self._kind.value() not in [letter.code for letter in letters] or self._kind.value() == self._proposed_kind:
            self._proposed_kind = letters[0].code if letters else ""
            self._kind.set_value(self._proposed_kind or None)
        self._head.show_fields({"document": bool(letters)})

    def _kind_chosen(self) -> None:
        self._ask_facts()
        self._show_more()

    def _say_article(self) -> None:
        entry = self._entries.get(self._outcome.value())
        for field in (self._branch, self._outcome):
            field.set_hint("")
        if entry is None:
            return
        said = self.tr("依据：{0}").format(self.tr("、").join(entry.articles)) if entry.articles else ""
        if not self._letters():
            said = f"{said}　{self._no_letter()}".strip()
        self._speaker().set_hint(said)

    def _no_letter(self) -> str:
        if self._without_letter:
            return self.tr("本程序尚无这一结果的文书，请另行制作，这里只登记结果")
        return self.tr("本程序尚无这一结果的文书，请先登记申请，再在申请页答复")

    def _ask_facts(self) -> None:
        code = self._kind.value() or ""
        offer = self._offers.get(code)
        asks = asks_of(offer, self._pieces) if offer is not None else ()
        code = code if asks else ""
        if code == self._facts_of and (self._facts is not None or not code):
            return
        self._remember()
        self._drop_facts()
        self._facts_of = code
        if not asks:
            return
        self._facts = FactsForm(asks, today=self._today)
        for field in self._facts.fields:
            if field.name in self._typed:
                field.set_text(self._typed[field.name])
        self._facts.changed.connect(self.changed)
        self._room.addWidget(self._facts)
        self._facts.show()
        self._facts.come_after(self._kind)

    def _past_head(self) -> None:
        if self._more.isHidden():
            self._to_facts()
        else:
            self._more.focus_first()

    def _to_facts(self) -> None:
        if self._facts is not None and self._facts.fields:
            self._facts.fields[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _remember(self) -> None:
        """Keep what was typed for a letter, so that another letter does not eat it."""
        if self._facts is not None:
            self._typed |= dict.fromkeys((field.name for field in self._facts.fields), "")
            self._typed |= self._facts.texts()

    def _drop_facts(self) -> None:
        if self._facts is not None:
            self._room.removeWidget(self._facts)
            self._facts.hide()
            self._facts.deleteLater()
        self._facts, self._facts_of = None, ""


def _bare(branch: str) -> str:
    """Return a branch without its numeral: the number key says that already."""
    return branch.partition(")")[2]


def _articles(group: OutcomeGroup) -> str:
    return "、".join(dict.fromkeys(article for entry in group.entries for article in entry.articles))
