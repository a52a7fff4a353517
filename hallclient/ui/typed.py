"""What did the clerk mean by what was typed? Text becomes a date, an amount, a number; the sentence when it cannot."""

import re
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from hallclient.ui.language import translate

_FULL = {0xFF01 + at: 0x21 + at for at in range(94)} | {0x3000: 0x20, ord("。"): ord("."), ord("￥"): ord("¥")}


class NotUnderstood(Exception):
    """What was typed spells no such value. ``sentence`` says why and how to type it; shown only beside the field."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


def fold(text: str) -> str:
    """Return text with full-width letters, digits and points as plain ones, trimmed: what an input method left."""
    return text.translate(_FULL).strip()


def read_date(text: str, today: date) -> date | None:
    """Return the date ``text`` spells, None for an empty field. Raises NotUnderstood with a sentence.

    Understood: ``20260302``, ``2026-3-2``, ``2026.3.2``, ``2026年3月2日``, ``3.2`` and ``3-2`` (this year), ``0302``,
    ``2`` (this month), ``+5`` and ``-1`` (days from today), ``0`` or ``今`` (today).
    """
    typed = fold(text)
    if not typed:
        return None
    if typed in ("0", "今", "今天"):
        return today
    if found := re.fullmatch(r"([+-])(\d{1,4})", typed):
        days = int(found[2]) if found[1] == "+" else -int(found[2])
        return today + timedelta(days=days)
    year, month, day = _parts(typed, today)
    if not 1 <= month <= 12:
        raise NotUnderstood(translate("typed", "没有 {0} 月，请改正日期，例如 {1}").format(month, today.isoformat()))
    if not 1900 <= year <= 9998:
        raise NotUnderstood(translate("typed", "年份 {0} 不对，请写四位年份，例如 {1}").format(year, today.isoformat()))
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        sentence = translate("typed", "{0} 年 {1} 月只有 {2} 天，没有 {3} 日")
        raise NotUnderstood(sentence.format(year, month, last, day))
    return date(year, month, day)


def _parts(typed: str, today: date) -> tuple[int, int, int]:
    if re.fullmatch(r"\d{8}", typed):
        return int(typed[:4]), int(typed[4:6]), int(typed[6:])
    if re.fullmatch(r"\d{4}", typed):
        return today.year, int(typed[:2]), int(typed[2:])
    if re.fullmatch(r"\d{1,2}", typed):
        return today.year, today.month, int(typed)
    numbers = re.fullmatch(r"(?:(\d{4})\s*[-./年\s]\s*)?(\d{1,2})\s*[-./月\s]\s*(\d{1,2})\s*日?", typed)
    if numbers is None:
        sentence = translate("typed", "看不出是哪一天，请写成 {0}、3.2（今年 3 月 2 日）或 +5（5 天后）")
        raise NotUnderstood(sentence.format(today.isoformat()))
    return int(numbers[1] or today.year), int(numbers[2]), int(numbers[3])


def read_money(text: str) -> Decimal | None:
    """Return an amount in yuan with two decimals, None for an empty field. Raises NotUnderstood."""
    typed = fold(text).removeprefix("¥").removesuffix("元").replace(",", "").strip()
    if not typed:
        return None
    try:
        amount = Decimal(typed)
        exact = amount.quantize(Decimal("0.01"))
    except InvalidOperation:
        raise NotUnderstood(translate("typed", "金额请写成数字，例如 380.00")) from None
    if not amount.is_finite() or amount < 0 or exact != amount:
        raise NotUnderstood(translate("typed", "金额最多两位小数，不能为负，例如 380.00"))
    return exact


def read_whole(text: str, *, least: int = 0, most: int = 9999) -> int | None:
    """Return a whole number between ``least`` and ``most``, None for an empty field. Raises NotUnderstood."""
    typed = fold(text)
    if not typed:
        return None
    if not re.fullmatch(r"\d{1,9}", typed) or not least <= int(typed) <= most:
        raise NotUnderstood(translate("typed", "请填 {0} 至 {1} 之间的整数").format(least, most))
    return int(typed)


def read_phone(text: str) -> str:
    """Return a telephone number without blanks, "" for an empty field. Raises NotUnderstood."""
    typed = re.sub(r"\s", "", fold(text))
    if typed and not re.fullmatch(r"\+?[\d-]{5,20}(?:[#*转]\d{1,6})?", typed):
        raise NotUnderstood(translate("typed", "电话号码只含数字、“-”和“+”，共 5 至 20 位"))
    return typed


def weekday_of(day: date) -> str:
    """Return the day's name in the language in use."""
    names = (
        translate("typed", "星期一"),
        translate("typed", "星期二"),
        translate("typed", "星期三"),
        translate("typed", "星期四"),
        translate("typed", "星期五"),
        translate("typed", "星期六"),
        translate("typed", "星期日"),
    )
    return names[day.weekday()]
