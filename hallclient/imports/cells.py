"""What does a cell say? Text, day, number or official term, from whatever the file has there; never a guess."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from hallclient.domain.register.history import ProblemCode
from hallclient.domain.terms import Term
from hallclient.imports.tables import Cell, from_serial

# A spreadsheet keeps 15 digits of a number: an 18-digit identity number stored as a number has lost its end.
KEPT_DIGITS = 10**15
EARLIEST = date(1949, 10, 1)
SERIALS = range(18264, 80000)  # 1950 to 2119: anything else in a date column is no serial day

_DAY = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(\d{1,2})[:时点](\d{1,2})分?(?::?(\d{1,2})(?:\.\d+)?秒?)?)?"
)
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})")
_EXPONENT = re.compile(r"\d(?:\.\d+)?[Ee]\+?\d+")
_BULLET = re.compile(r"^(?:\d+[.、．]|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、)\s*")


class BadCell(Exception):
    """This cell cannot be read; never leaves the import."""

    def __init__(self, code: ProblemCode, allowed: tuple[str, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.allowed = allowed


Convert = Callable[[Cell], Any]


def text(cell: Cell) -> str:
    """Return the cell's text, blanks trimmed. A number too long for a spreadsheet is damaged, not text."""
    if isinstance(cell, str):
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, bool):
        raise BadCell(ProblemCode.NOT_TEXT)
    if isinstance(cell, int | float):
        if abs(cell) >= KEPT_DIGITS:
            raise BadCell(ProblemCode.NUMBER_DAMAGED)
        return str(int(cell)) if cell == int(cell) else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    return str(cell)


def digits(cell: Cell) -> str:
    """Return a number that is a name (identity number, phone, register number): 1.1E+17 is a lost number."""
    said = text(cell)
    if "E" in said.upper() and _EXPONENT.fullmatch(said):
        raise BadCell(ProblemCode.NUMBER_DAMAGED)
    return said


def moment(zero: date) -> Convert:
    """Return a reader of dates with or without a time of day."""

    def read(cell: Cell) -> datetime | None:
        if isinstance(cell, str):
            # Most cells of a register are plain ISO: this path costs a tenth of the pattern.
            if len(cell) >= 10 and cell[4] == "-":
                try:
                    found = datetime.fromisoformat(cell.strip())
                except ValueError:
                    return _moment(cell, zero)
                if found.tzinfo is None:
                    return found
                raise BadCell(ProblemCode.NOT_A_DATE)
            return _moment(cell, zero)
        if cell is None:
            return None
        if isinstance(cell, datetime):
            return cell
        if isinstance(cell, date):
            return datetime.combine(cell, time())
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return _serial(float(cell), zero)
        raise BadCell(ProblemCode.NOT_A_DATE)

    return read


def day(zero: date) -> Convert:
    """Return a reader of dates that remembers: a register has far fewer days than rows."""
    read, known = moment(zero), dict[Cell, date | None]()

    def remembered(cell: Cell) -> date | None:
        try:
            return known[cell]
        except KeyError:
            found = read(cell)
            known[cell] = found.date() if found is not None else None
            return known[cell]

    return remembered


def not_after(convert: Convert, latest: date) -> Convert:
    """Return ``convert`` for days that have happened."""

    def read(cell: Cell) -> Any:
        found = convert(cell)
        if found is not None:
            on = found.date() if isinstance(found, datetime) else found
            if on > latest:
                raise BadCell(ProblemCode.IN_FUTURE)
            if on < EARLIEST:
                raise BadCell(ProblemCode.TOO_EARLY)
        return found

    return read


def whole(first: int, until: int, default: int | None = None) -> Convert:
    """Return a reader of whole numbers in ``first`` ≤ n < ``until``; an empty cell gives ``default``."""

    def read(cell: Cell) -> int | None:
        if cell is None or cell == "":
            return default
        if isinstance(cell, str) and cell.isascii() and cell.isdigit():
            number: Decimal | int = int(cell)
        else:
            number = _decimal(cell)
        if number != int(number):
            raise BadCell(ProblemCode.NOT_A_NUMBER)
        if not first <= number < until:
            raise BadCell(ProblemCode.OUT_OF_RANGE, (str(first), str(until - 1)))
        return int(number)

    return read


def decimal(places: int) -> Convert:
    """Return a reader of amounts, not negative, with at most ``places`` decimals; None for an empty cell."""

    def read(cell: Cell) -> Decimal | None:
        if cell is None or cell == "":
            return None
        number = _decimal(cell)
        if number < 0 or number != round(number, places):
            raise BadCell(ProblemCode.OUT_OF_RANGE)
        return number

    return read


def term(kind: type[Term], extra: dict[str, Term] | None = None) -> Convert:
    """Return a reader of official terms by code or label (``2.其他法律行政法规禁止公开`` too); None for empty."""
    known: dict[Cell, Term | None] = {None: None, "": None, **(extra or {})}

    def read(cell: Cell) -> Term | None:
        try:
            return known[cell]
        except KeyError:
            said = _fold(text(cell))
            # The tables print a leaf with its place: 三、本年度办理结果/(三)不予公开/1.属于国家秘密.
            leaf = _BULLET.sub("", said.rsplit("/", 1)[-1])
            for member in kind:
                if said in (member.value, _fold(member.label)) or leaf == _fold(member.label):
                    known[cell] = member
                    return member
            if not said:
                return None
            allowed = tuple(f"{member.value} {member.label}" for member in kind)
            raise BadCell(ProblemCode.UNKNOWN_TERM, allowed) from None

    return read


def flag(cell: Cell) -> bool | None:
    """Return yes or no; None for an empty cell."""
    said = {True: "true", False: "false"}.get(cell) if isinstance(cell, bool) else text(cell).casefold()
    answers = {"": None, "true": True, "1": True, "yes": True, "是": True} | dict.fromkeys(
        ("false", "0", "no", "否"), False
    )
    if said not in answers:
        raise BadCell(ProblemCode.UNKNOWN_TERM, ("true 是", "false 否"))
    return answers[said]


def days(zero: date) -> Convert:
    """Return a reader of lists of days and ranges: ``2026-01-01~2026-01-03、2026-02-15``."""
    read = moment(zero)

    def listed(cell: Cell) -> tuple[date, ...]:
        if not isinstance(cell, str):
            found = read(cell)
            return () if found is None else (found.date(),)
        days: list[date] = []
        for part in re.split(r"[,，;；、\s]+", cell.strip()):
            if not part:
                continue
            ends = [read(end) for end in re.split(r"~|～|至|—|\.\.", part)]
            if len(ends) > 2 or any(end is None for end in ends):
                raise BadCell(ProblemCode.NOT_A_DATE)
            first, last = ends[0].date(), ends[-1].date()
            if not 0 <= (last - first).days < 40:
                raise BadCell(ProblemCode.OUT_OF_RANGE, ("1", "40"))
            days += [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]
        return tuple(days)

    return listed


def _moment(cell: str, zero: date) -> datetime | None:
    said = unicodedata.normalize("NFKC", cell).strip()
    if not said:
        return None
    found = _DAY.fullmatch(said) or _PACKED.fullmatch(said)
    if found is None:
        if said.isascii() and said.replace(".", "", 1).isdigit() and len(said) >= 5:
            return _serial(float(said), zero)
        raise BadCell(ProblemCode.NOT_A_DATE)
    try:
        return datetime(*(int(part) for part in found.groups() if part is not None))  # type: ignore[arg-type]
    except ValueError:
        raise BadCell(ProblemCode.NOT_A_DATE) from None


def _serial(serial: float, zero: date) -> datetime:
    if int(serial) not in SERIALS:
        raise BadCell(ProblemCode.NOT_A_DATE)
    seconds = round((serial - int(serial)) * 86400)
    clock = time(seconds // 3600, seconds // 60 % 60, seconds % 60) if seconds < 86400 else time(23, 59, 59)
    return datetime.combine(from_serial(serial, zero), clock)


def _decimal(cell: Cell) -> Decimal:
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        raise BadCell(ProblemCode.NOT_A_NUMBER)
    said = repr(cell) if isinstance(cell, float) else unicodedata.normalize("NFKC", str(cell)).strip()
    said = said.strip("¥￥").removesuffix("元").replace(",", "").strip()
    try:
        number = Decimal(said)
    except InvalidOperation:
        raise BadCell(ProblemCode.NOT_A_NUMBER) from None
    if not number.is_finite() or abs(number) >= KEPT_DIGITS:
        raise BadCell(ProblemCode.NOT_A_NUMBER)
    return number


def _fold(said: str) -> str:
    return "".join(unicodedata.normalize("NFKC", said).split())
