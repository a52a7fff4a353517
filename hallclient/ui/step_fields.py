"""Which facts does each act ask, as which fields? What ``life.RULES`` needs and offers, in the clerk's words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hallclient.domain.register.life import REASON, RULES
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act, Step
from hallclient.ui.choice_field import ChoiceField, Option, options_of
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import Field, FlagField, LongTextField, MoneyField, NumberField, TextField
from hallclient.ui.forms import Form
from hallclient.ui.language import noop, translate
from hallclient.ui.terms import label

LETTER, YES = "id", "yes"
# In which order a form asks, whatever the table's: the matter first, then who decided it.
_ORDER = (
    "party_kind", "party", "until", "days", "stops_clock", "scope", "keywords", "searched_on", "person", "reviewer",
    "finding", "opinion", "yuan", "receipt", "superior", "decision", "approver",
)  # fmt: skip
_DATES = frozenset({"until", "searched_on"})
_LONG = frozenset({"decision"})
_OF_A_LETTER = frozenset({Act.CONSULTATION_RECEIVED, Act.CONSULTATION_ANSWERED, Act.CONSULTATION_LAPSED})
_TITLES = {
    "until": noop("step", "截止日期"),
    "searched_on": noop("step", "检索日期"),
    "days": noop("step", "延长的工作日数"),
    "approver": noop("step", "批准人"),
    "stops_clock": noop("step", "停止计算答复期限"),
    "finding": noop("step", "审查结论"),
    "party_kind": noop("step", "征求谁的意见"),
    "party": noop("step", "名称或者姓名"),
    "opinion": noop("step", "意见"),
    "yuan": noop("step", "金额（元）"),
    "receipt": noop("step", "财政票据号"),
    "scope": noop("step", "检索范围"),
    "keywords": noop("step", "检索关键词"),
    "person": noop("step", "检索人"),
    "reviewer": noop("step", "保密审查人"),
    "superior": noop("step", "决定的领导"),
    "decision": noop("step", "决定内容"),
}
_OWN_TITLES = {
    (Act.CORRECTION_REQUESTED, "until"): noop("step", "补正截止日期"),
    (Act.REASONS_DEMANDED, "until"): noop("step", "说明理由截止日期"),
    (Act.REASONS_DEMANDED, "approver"): noop("step", "批准停止计算的负责人"),
    (Act.REASONS_GIVEN, "finding"): noop("step", "对理由的判断"),
    (Act.POSTPONED, "until"): noop("step", "另定的答复日期"),
    (Act.ESCALATED, REASON): noop("step", "报请决定的事由"),
}
_HINTS = {
    (Act.CORRECTION_REQUESTED, "until"): noop("step", "不填则按规则集的建议期限计算"),
    (Act.EXTENDED, "approver"): noop("step", "政府信息公开工作机构负责人"),
    (Act.CONSULTATION_LAPSED, LETTER): noop("step", "只列出已送达、期满未答复的"),
    (Act.SEARCHED, "scope"): noop("step", "如：办公自动化系统、纸质档案库"),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A consultation as the list names it: 「第2份：示例公司」."""

    id: str
    party: str

    @property
    def words(self) -> str:
        said = translate("step", "第{0}份：{1}") if self.party else translate("step", "第{0}份")
        return said.format(self.id, self.party)


def letters_of(steps: Sequence[Step], ids: Sequence[str]) -> list[Letter]:
    """Return the consultations of these ids with whom each was sent to."""
    party = {step.id: step.details.get("party", "") for step in steps if step.act is Act.CONSULTATION_SENT}
    return [Letter(name, party.get(name, "")) for name in ids]


class StepForm(Form):
    """The fields of one act: its day, its facts, a word on it."""

    def __init__(self, act: Act, letters: Sequence[Letter], *, today: Callable[[], date]) -> None:
        self.act, self._letters, self._today = act, letters, today
        rule = RULES[act]
        names = sorted({*rule.needs, *rule.asks} - {REASON}, key=_ORDER.index)
        fields: list[Field] = [DateField("on", translate("step", "日期"), today=today, required=True)]
        if act in _OF_A_LETTER:
            options = [Option(letter.id, letter.words) for letter in letters]
            fields.append(
                ChoiceField(
                    LETTER, translate("step", "哪一份征求意见书"), options, required=True, hint=_hint(act, LETTER)
                )
            )
        fields += [_field(act, name, today) for name in names]
        title = translate("step", _OWN_TITLES.get((act, REASON), noop("step", "说明")))
        word = translate("step", "补记以前日期的步骤须写明原因")
        fields.append(TextField(REASON, title, longest=300, required=REASON in rule.needs, rule=word))
        super().__init__(fields, columns=1)
        self.begin()

    def begin(self) -> None:
        """Fill in what is known: today, and the letter where there is only one."""
        known: dict[str, object] = {"on": self._today()}
        if len(self._letters) == 1 and self.act in _OF_A_LETTER:
            known[LETTER] = self._letters[0].id
        self.fill(known)

    def propose(self, known: Mapping[str, object]) -> None:
        """Fill in these values where nothing was typed yet."""
        for field in self.fields:
            if field.name in known and field.empty():
                field.set_value(known[field.name])

    def shown_as(self, details: Mapping[str, str]) -> dict[str, str]:
        """Return a step's details as the texts of these fields: a term's code as its label."""
        return {name: detail_words(name, value, self.act) for name, value in details.items()}

    def step(self) -> Step:
        """Return the act as it was typed."""
        said = self.values()
        rule = RULES[self.act]
        details = {name: _text(said[name]) for name in (*rule.needs, *rule.asks) if name in said and name != "days"}
        details.pop(REASON, None)
        return Step(
            act=self.act,
            on=said["on"] or self._today(),
            days=said.get("days"),
            id=said.get(LETTER) or "",
            reason=said[REASON],
            details={name: text for name, text in details.items() if text},
        )


def _field(act: Act, name: str, today: Callable[[], date]) -> Field:
    rule = RULES[act]
    title = translate("step", _OWN_TITLES.get((act, name), _TITLES[name]))
    required, hint = name in rule.needs or (act is Act.EXTENDED and name == "days"), _hint(act, name)
    if name in rule.terms:
        return ChoiceField(name, title, options_of(rule.terms[name]), required=required, hint=hint)
    if name in _DATES:
        return DateField(name, title, today=today, required=required, hint=hint)
    match name:
        case "days":
            return NumberField(name, title, least=1, most=99, required=required, hint=hint)
        case "yuan":
            return MoneyField(name, title, required=required, hint=hint)
        case "stops_clock":
            return FlagField(name, title, hint=translate("step", "条例未规定，须经负责人批准"))
        case _ if name in _LONG:
            return LongTextField(name, title, lines=2, required=required)
        case _:
            return TextField(name, title, longest=300, required=required, hint=hint)


def _hint(act: Act, name: str) -> str:
    return translate("step", _HINTS[act, name]) if (act, name) in _HINTS else ""


def _text(value: object) -> str:
    if value is True:
        return YES
    if value in (None, False, ""):
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def known_facts(steps: Sequence[Step], state: State, clerk: str) -> dict[str, object]:
    """Return what the file itself tells a form: the fee that was decided, the superior a case was put before."""
    last = {step.act: step for step in steps}
    known: dict[str, object] = {"person": clerk}
    if (decided := last.get(Act.FEE_DECIDED)) is not None:
        known["yuan"] = decided.details.get("yuan", "")
    if (put := last.get(Act.ESCALATED)) is not None:
        known["superior"] = put.details.get("superior", "")
    return known


def detail_words(name: str, value: str, act: Act) -> str:
    """Return a step's detail as a person reads it: a term's label, a date, a text."""
    term = RULES[act].terms.get(name)
    member = term.read(value) if term is not None else None
    return label(member) if member is not None else value
