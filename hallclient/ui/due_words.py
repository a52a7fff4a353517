"""How much time is left, in words and in a colour? The same words in the list, the header and the live line."""

from datetime import date

from hallclient.domain.law.clock import Standing
from hallclient.domain.law.open_periods import OpenPeriod
from hallclient.domain.register.states import ENDED, State
from hallclient.domain.register.steps import Act
from hallclient.ui.language import noop, translate

SOON = 3  # working days, as on the due board

STANDING = (
    noop("due_words", "待补正"),
    noop("due_words", "待说明理由"),
    noop("due_words", "征求意见"),
    noop("due_words", "待缴费"),
)


def left_words(left: int | None, state: State | None = None) -> str:
    """Return 「剩 3 个工作日」, 「今日到期」, 「超 2 个工作日」; nothing once the application has ended."""
    if left is None or state in ENDED:
        return ""
    if left < 0:
        return translate("due_words", "超 {0} 个工作日").format(-left)
    if left == 0:
        return translate("due_words", "今日到期")
    return translate("due_words", "剩 {0} 个工作日").format(left)


def due_words(due: date | None, *, provisional: bool) -> str:
    """Return the date, with 暂定 when its year's calendar is not announced; nothing while the clock stands."""
    if due is None:
        return ""
    return translate("due_words", "{0}（暂定）").format(due.isoformat()) if provisional else due.isoformat()


def standing_words(standing: Standing | None) -> str:
    """Return why no clock runs."""
    if standing is None:
        return ""
    return translate("due_words", "期限停算：{0}").format(translate("due_words", standing.label))


def period_words(period: OpenPeriod) -> str:
    """Return what a period that runs is for: 「第2份意见截止」."""
    match period.awaits:
        case Act.CORRECTION_REQUESTED:
            return translate("due_words", "可告知补正至")
        case Act.CORRECTED:
            return translate("due_words", "补正截止")
        case Act.REASONS_GIVEN:
            return translate("due_words", "说明理由截止")
        case Act.FEE_PAID:
            return translate("due_words", "缴费截止")
        case Act.CONSULTATION_RECEIVED:
            words = translate("due_words", "第{0}份征求意见书")
        case _:
            words = translate("due_words", "第{0}份意见截止")
    return words.format(period.letter)


def tone(left: int | None, state: State | None = None) -> str | None:
    """Return the colour's name: red when late, amber when three working days or less are left."""
    if left is None or state in ENDED:
        return None
    return "danger" if left < 0 else "warn" if left <= SOON else None
