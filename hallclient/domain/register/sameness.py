"""Is it the same applicant, and the same information asked again? (政府信息公开条例 第三十六条第六项, 第四十四条)"""

import hashlib
import unicodedata
from datetime import date
from difflib import SequenceMatcher

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.kinds import IdKind
from hallclient.domain.register.people import Applicant
from hallclient.domain.terms import Term

ALIKE = 0.8  # share of common text from which two subjects are shown side by side
_COMPARED = 400  # characters compared; the rest of a long subject hardly changes what is asked
_KEPT = 80  # characters of a key kept as they are; a longer one ends in its hash


class RepeatDecision(Term):
    """What the clerk decided about an earlier application of the same applicant."""

    SAME = "same", "同一申请"  # the very paper again, by another channel
    REPEAT = "repeat", "重复申请"  # answered already: art. 36(6)
    NEITHER = "neither", "不是"


class RepeatUndecided(Refusal):
    """The same applicant asked for the same information within a year: is it 同一申请, 重复申请 or neither?"""

    fields = ("repeat_decision",)

    def __init__(self, number: str, on: date) -> None:
        super().__init__()
        self.number, self.on = number, on


def person_text(applicant: Applicant) -> str:
    """Return what tells one applicant from another, to be hashed: the identity number, else kind and name.

    A travel permit's last two digits count its renewals (domain 8.1): the first nine characters are the person.
    """
    number = unicodedata.normalize("NFKC", applicant.id_number).replace(" ", "").upper()
    if number and applicant.id_kind is IdKind.HK_MACAO_PERMIT:
        number = number[:9]
    if number:
        return f"{applicant.id_kind or ''}:{number}"
    return f"{applicant.kind.value}:{''.join(unicodedata.normalize('NFKC', applicant.name).split())}"


def subject_key(subject: str) -> str:
    """Return the subject without width, case, blanks and punctuation; equal keys ask for the same information."""
    folded = "".join(char for char in unicodedata.normalize("NFKC", subject).casefold() if char.isalnum())
    if len(folded) <= _KEPT:
        return folded
    return folded[: _KEPT // 2] + hashlib.sha256(folded.encode()).hexdigest()[:24]


def alike(one: str, other: str) -> bool:
    """Tell whether two subjects are so similar that a clerk should look at both."""
    return SequenceMatcher(None, one[:_COMPARED], other[:_COMPARED], autojunk=False).ratio() >= ALIKE
