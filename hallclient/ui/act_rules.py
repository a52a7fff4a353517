"""Which acts are there, in which order, and which can be recorded now? The table of an application's life, for a form.

Groups follow the procedure. An act in ``OWN`` has a dialog of its own, which the list of acts opens.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hallclient.domain.register import life
from hallclient.domain.register.life import RULES
from hallclient.domain.register.life_refusals import ActMissing, StepRefused
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act
from hallclient.ui.language import noop, translate
from hallclient.ui.messages import sentence

GROUPS: tuple[tuple[str, tuple[Act, ...]], ...] = (
    (noop("acts", "收到、补正"), (Act.RECEIVED, Act.CORRECTION_REQUESTED, Act.CORRECTED, Act.WITHDRAWN)),
    (noop("acts", "说明理由"), (Act.REASONS_DEMANDED, Act.REASONS_GIVEN, Act.POSTPONED)),
    (noop("acts", "延期"), (Act.EXTENDED,)),
    (
        noop("acts", "征求意见"),
        (Act.CONSULTATION_SENT, Act.CONSULTATION_RECEIVED, Act.CONSULTATION_ANSWERED, Act.CONSULTATION_LAPSED),
    ),
    (noop("acts", "收费"), (Act.FEE_DECIDED, Act.FEE_NOTIFIED, Act.FEE_PAID)),
    (noop("acts", "审查"), (Act.SEARCHED, Act.SECRECY_REVIEWED, Act.ESCALATED, Act.SUPERIOR_DECIDED)),
    (noop("acts", "答复"), (Act.ITEMISED, Act.DRAFTED, Act.APPROVED, Act.RETURNED, Act.ANSWERED)),
    (noop("acts", "送达"), (Act.SENT, Act.SERVED, Act.UNDELIVERED)),
    (noop("acts", "案卷"), (Act.REPLY_CORRECTED, Act.REOPENED, Act.ARCHIVED, Act.VOIDED)),
)
OWN = frozenset(
    {
        Act.RECEIVED, Act.FEE_DECIDED, Act.ITEMISED, Act.DRAFTED, Act.APPROVED, Act.RETURNED, Act.ANSWERED, Act.SENT,
        Act.SERVED, Act.UNDELIVERED, Act.REPLY_CORRECTED, Act.REOPENED, Act.ARCHIVED, Act.VOIDED,
    }
)  # fmt: skip
# First letters of the pinyin: typed in the list they find the act without the input method.
INITIALS = {
    Act.RECEIVED: "sd", Act.CORRECTION_REQUESTED: "gzbz", Act.CORRECTED: "sdbz", Act.WITHDRAWN: "ch",
    Act.REASONS_DEMANDED: "yqsmly", Act.REASONS_GIVEN: "sdlysm", Act.POSTPONED: "lddfrq", Act.EXTENDED: "yq",
    Act.CONSULTATION_SENT: "fczqyjs", Act.CONSULTATION_RECEIVED: "zqyjssd", Act.CONSULTATION_ANSWERED: "sdyj",
    Act.CONSULTATION_LAPSED: "yqwtcyj", Act.FEE_DECIDED: "jdsqxxclf", Act.FEE_NOTIFIED: "sftzsd", Act.FEE_PAID: "jfwc",
    Act.SEARCHED: "js", Act.SECRECY_REVIEWED: "bmsc", Act.ESCALATED: "bqldjd", Act.SUPERIOR_DECIDED: "ldjd",
    Act.ITEMISED: "flsqsx", Act.DRAFTED: "ng", Act.APPROVED: "spty", Act.RETURNED: "thxg", Act.ANSWERED: "df",
    Act.SENT: "wssc", Act.SERVED: "sd", Act.UNDELIVERED: "wnsd", Act.REPLY_CORRECTED: "gzdfws", Act.REOPENED: "cxbl",
    Act.ARCHIVED: "gd", Act.VOIDED: "zf",
}  # fmt: skip
# What usually comes next where an application stands; the list opens on the first of these that is possible.
_USUAL = {
    State.AWAITING_CONFIRMATION: (Act.RECEIVED,),
    State.AWAITING_CORRECTION: (Act.CORRECTED,),
    State.AWAITING_REASONS: (Act.REASONS_GIVEN,),
    State.CONSULTING: (Act.CONSULTATION_RECEIVED, Act.CONSULTATION_ANSWERED),
    State.AWAITING_FEE: (Act.FEE_PAID,),
    State.ANSWERED: (Act.SERVED, Act.ARCHIVED),
    State.WITHDRAWN: (Act.ARCHIVED,),
}
# Where the table only says that the application does not stand there, the act that leads there helps more.
_FIRST = {Act.CORRECTED: Act.CORRECTION_REQUESTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow:
    """An act as the list shows it. ``why_not`` empty when it can be recorded now; ``letters`` it can mean."""

    act: Act
    group: str
    opens_group: bool
    why_not: str
    letters: tuple[str, ...]

    @property
    def article(self) -> str:
        return RULES[self.act].article


def rows(found: Sequence[life.ActChoice]) -> tuple[ActRow, ...]:
    """Return every act in the order of the procedure, each with the reason why it cannot be recorded now."""
    by_act = {choice.act: choice for choice in found}
    return tuple(
        ActRow(
            act=act,
            group=group,
            opens_group=act is acts[0],
            why_not=_why_not(by_act[act]),
            letters=by_act[act].letters,
        )
        for group, acts in GROUPS
        for act in acts
    )


def usual(state: State, offered: Sequence[ActRow]) -> Act:
    """Return the act the list opens on."""
    possible = [row.act for row in offered if not row.why_not]
    return next((act for act in (*_USUAL.get(state, ()), *possible) if act in possible), offered[0].act)


def group_words(row: ActRow) -> str:
    """Return the group's name in the language in use, on its first line only."""
    return translate("acts", row.group) if row.opens_group else ""


def _why_not(choice: life.ActChoice) -> str:
    refusal, first = choice.why_not, _FIRST.get(choice.act)
    if isinstance(refusal, StepRefused) and first is not None and refusal.state in RULES[first].states:
        refusal = ActMissing(choice.act, first)
    return sentence(refusal) if refusal is not None else ""
