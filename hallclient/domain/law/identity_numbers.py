"""Can this be the number of such a document? Shapes and check digits of domain 8.1, as one types.

A passing check does not prove who someone is: the clerk sees the original.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hallclient.domain.register.kinds import IdKind
from hallclient.domain.terms import Term

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]")

_RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_RESIDENT_CHECKS = "10X98765432"
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_PERMIT_REGIONS = ("810000", "820000", "830000")


class IdProblem(Term):
    """What is wrong with a number, and the sentence that tells the clerk."""

    EMPTY = "empty", "请填写证件号码"
    INCOMPLETE = "incomplete", "号码尚未输完"
    TOO_LONG = "too_long", "号码位数过多，请核对"
    CHARACTER = "character", "号码中有不应出现的字符，请核对"
    SHAPE = "shape", "号码格式与所选证件类型不符，请核对证件类型或号码"
    FIFTEEN_DIGITS = "fifteen_digits", "15位一代证号码已停用，请出示18位居民身份证"
    BIRTH_DATE = "birth_date", "第7至14位不是有效的出生日期，请核对"
    BIRTH_IN_FUTURE = "birth_in_future", "出生日期晚于今天，请核对"
    REGION = "region", "港澳台居民居住证号码应以810000、820000或830000开头"
    CHECK_DIGIT = "check_digit", "校验码不符，请逐位核对号码"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a number cannot stand. ``incomplete``: nothing typed so far is wrong, more may follow. Holds no number."""

    what: IdProblem
    incomplete: bool = False

    @property
    def sentence(self) -> str:
        return self.what.label


def normalise(number: str) -> str:
    """Return the number as it is stored: half-width, without blanks, letters upper-case."""
    return _INVISIBLE.sub("", number.translate(_FULL_WIDTH)).upper()


def check(kind: IdKind, number: str, today: date) -> Problem | None:
    """Return what is wrong with ``number`` as a ``kind``; None when it can stand. The number is normalised first."""
    number = normalise(number)
    if not number:
        return Problem(IdProblem.EMPTY, incomplete=True)
    return _CHECKS[kind](number, today)


def comparison_key(kind: IdKind, number: str) -> str:
    """Return what tells persons apart: a Hong Kong or Macao permit keeps its first 9 characters when renewed."""
    number = normalise(number)
    return number[:9] if kind is IdKind.HK_MACAO_PERMIT else number


def resident_check_digit(first17: str) -> str:
    """Return the last character of an 18-character citizen number (GB 11643, MOD 11-2)."""
    total = sum(weight * int(digit) for weight, digit in zip(_RESIDENT_WEIGHTS, first17, strict=True))
    return _RESIDENT_CHECKS[total % 11]


def uscc_check_digit(first17: str) -> str:
    """Return the last character of a unified social credit code (GB 32100-2015)."""
    total = sum(w * _USCC_ALPHABET.index(char) for w, char in zip(_USCC_WEIGHTS, first17, strict=True))
    return _USCC_ALPHABET[(31 - total % 31) % 31]


def _citizen_number(number: str, today: date) -> Problem | None:
    if len(number) == 15 and number.isascii() and number.isdigit() and _birth(f"19{number[6:12]}") is not None:
        return Problem(IdProblem.FIFTEEN_DIGITS, incomplete=True)
    problem = _digits_then_check(number)
    if problem is not None and not problem.incomplete:
        return problem
    if len(number) >= 14:
        born = _birth(number[6:14])
        if born is None:
            return Problem(IdProblem.BIRTH_DATE)
        if born > today:
            return Problem(IdProblem.BIRTH_IN_FUTURE)
    return problem or _last(number)


def _residence_permit(number: str, today: date) -> Problem | None:
    if not any(region.startswith(number[:6]) for region in _PERMIT_REGIONS):
        return Problem(IdProblem.REGION)
    problem = _citizen_number(number, today)
    if problem is not None and problem.what is IdProblem.FIFTEEN_DIGITS:
        return Problem(IdProblem.INCOMPLETE, incomplete=True)
    return problem


def _permanent_resident(number: str, today: date) -> Problem | None:
    if number[0].isalpha():
        return _by_shape(r"[A-Z]{3}[0-9]{12}", example="AAA000000000000")(number, today)
    if number[0] != "9":
        return Problem(IdProblem.SHAPE)
    return _digits_then_check(number) or _last(number)


def _digits_then_check(number: str) -> Problem | None:
    if len(number) > 18:
        return Problem(IdProblem.TOO_LONG)
    if not re.fullmatch(r"[0-9]{0,17}|[0-9]{17}[0-9X]", number):
        return Problem(IdProblem.CHARACTER)
    return Problem(IdProblem.INCOMPLETE, incomplete=True) if len(number) < 18 else None


def _last(number: str) -> Problem | None:
    return None if resident_check_digit(number[:17]) == number[17] else Problem(IdProblem.CHECK_DIGIT)


def _birth(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def _uscc(number: str, today: date) -> Problem | None:
    if any(char not in _USCC_ALPHABET for char in number):
        return Problem(IdProblem.CHARACTER)
    if len(number) > 18:
        return Problem(IdProblem.TOO_LONG)
    if len(number) < 18:
        return Problem(IdProblem.INCOMPLETE, incomplete=True)
    return None if uscc_check_digit(number[:17]) == number[17] else Problem(IdProblem.CHECK_DIGIT)


def _by_shape(pattern: str, *, example: str, shortest: str = "") -> Callable[[str, date], Problem | None]:
    """Return a check for documents without a check digit.

    ``example`` is a longest number of the shape: a typed beginning is incomplete when some rest of it, from
    ``shortest`` on, would make it match.
    """
    shape = re.compile(pattern)
    examples = (example, shortest or example)

    def look(number: str, _today: date) -> Problem | None:
        if shape.fullmatch(number):
            return None
        if not number.isascii() or not re.fullmatch(r"[A-Z0-9()]+", number):
            return Problem(IdProblem.CHARACTER)
        if any(shape.fullmatch(number + form[len(number) :]) for form in examples if len(form) > len(number)):
            return Problem(IdProblem.INCOMPLETE, incomplete=True)
        if len(number) > max(len(form) for form in examples):
            return Problem(IdProblem.TOO_LONG)
        return Problem(IdProblem.SHAPE)

    return look


def _any_shape(*looks: Callable[[str, date], Problem | None]) -> Callable[[str, date], Problem | None]:
    def look(number: str, today: date) -> Problem | None:
        problems = [each(number, today) for each in looks]
        if None in problems:
            return None
        return next((problem for problem in problems if problem is not None and problem.incomplete), problems[0])

    return look


_CHECKS: dict[IdKind, Callable[[str, date], Problem | None]] = {
    IdKind.RESIDENT_ID: _citizen_number,
    IdKind.RESIDENCE_PERMIT_HMT: _residence_permit,
    IdKind.FOREIGN_PERMANENT_RESIDENT: _permanent_resident,
    IdKind.HK_MACAO_PERMIT: _by_shape(r"[HM][0-9]{8}([0-9]{2})?", example="H0000000000", shortest="H00000000"),
    IdKind.TAIWAN_PERMIT: _any_shape(
        _by_shape(r"[0-9]{8}", example="00000000"),
        _by_shape(r"[0-9]{10}(\([A-Z]\))?", example="0000000000(A)", shortest="0000000000"),
    ),
    IdKind.PASSPORT_CN: _any_shape(
        _by_shape(r"[EG][0-9]{8}", example="E00000000"),
        _by_shape(r"E[A-HJ-NP-Z][0-9]{7}", example="EA0000000"),
    ),
    IdKind.PASSPORT_FOREIGN: _by_shape(r"[A-Z0-9]{5,20}", example="0" * 20, shortest="00000"),
    IdKind.USCC: _uscc,
}
