"""What does the clock say? Why it stands, what each act did to it, and the period as it runs."""

from dataclasses import dataclass
from datetime import date

from hallclient.domain.law.consultations import DayRange
from hallclient.domain.law.working_days import CountedDate
from hallclient.domain.register.life_guards import AGENCY, CO_MAKER, THIRD_PARTY
from hallclient.domain.register.steps import Act
from hallclient.domain.terms import Term

# Acts the file tells and the clock does not hear: what was looked for, reviewed, drafted, served, filed away.
NO_CLOCK = frozenset(
    {
        Act.ARRIVED, Act.RECEIVED, Act.ITEMISED, Act.FEE_DECIDED, Act.SEARCHED, Act.SECRECY_REVIEWED, Act.ESCALATED,
        Act.SUPERIOR_DECIDED, Act.DRAFTED, Act.RETURNED, Act.APPROVED, Act.SENT, Act.SERVED, Act.UNDELIVERED,
        Act.REPLY_CORRECTED, Act.ARCHIVED,
    }
)  # fmt: skip
SILENCE: dict[str, tuple[str, str]] = {
    THIRD_PARTY: ("第三方逾期未提出意见，由本机关决定是否公开", "第三十二条"),
    CO_MAKER: ("共同制作机关逾期未提出意见，视为同意公开", "第三十四条"),
    AGENCY: ("被征求意见的机关逾期未提出意见，由本机关决定", "第三十三条第三款"),
}


class Standing(Term):
    """Why the clock stands still."""

    CORRECTION = "awaiting_correction", "待补正"
    REASONS = "awaiting_reasons", "待说明理由"
    CONSULTATION = "consulting", "征求意见"
    FEE = "awaiting_fee", "待缴费"


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One act and what it did to the period, as a Chinese sentence with its article."""

    event: str
    on: date
    effect: str
    article: str


@dataclass(frozen=True, slots=True)
class Running:
    """The period as it runs: ``due`` None while unknown. ``excluded`` are the days left out of the count."""

    due: CountedDate | None
    excluded: tuple[DayRange, ...]
    silent: bool


def chinese(day: date) -> str:
    """``2026年3月16日``: Arabic numerals, no leading zeros (GB/T 9704)."""
    return f"{day.year}年{day.month}月{day.day}日"
