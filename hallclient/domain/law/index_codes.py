"""Which scheme does an index number (索引号) follow, and what looks wrong with it? Warnings only, never a refusal.

Numbers in real use deviate from every scheme (domain 7.2), so a clerk is told and decides.
"""

import re
from dataclasses import dataclass

from hallclient.domain.law.identity_numbers import normalise, uscc_check_digit
from hallclient.domain.terms import Term

_ORG_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


class IndexScheme(Term):
    """The schemes met in public catalogues."""

    NATIONAL = "national", "国家目录系统（机构代码/年-流水号）"
    USCC = "uscc", "统一社会信用代码/年月-流水号"
    SERIAL_ONLY = "serial_only", "只显示后段码（年-流水号）"
    NINGBO = "ningbo", "六段式（地区-部门-类别-分组-日期-顺序号）"
    SHANGHAI = "shanghai", "索取号（机构编号分类号-编制年-流水号）"
    YUNNAN = "yunnan", "二十一位数字"


class IndexWarning(Term):
    """What to look at again."""

    UNKNOWN_SCHEME = "unknown_scheme", "索引号不符合已知的编码规则，请核对"
    HYPHEN_IN_ORG_CODE = "hyphen_in_org_code", "机构代码中的连字符应去掉"
    SEPARATOR = "separator", "前段码与后段码之间应为“/”"
    ORG_CODE_CHECK = "org_code_check", "机构代码的校验码不符，请核对"
    SERIAL_LENGTH = "serial_length", "流水号应为5位数字"
    USCC_CHECK = "uscc_check", "统一社会信用代码的校验码不符，请核对"


@dataclass(frozen=True, slots=True)
class IndexReading:
    """What an index number seems to be: ``scheme`` None when none fits; ``warnings`` in the order to be shown."""

    scheme: IndexScheme | None
    warnings: tuple[IndexWarning, ...] = ()


# Wide enough for the deviations seen live: seven characters before a kept hyphen, longer serials, "-" for "/".
_NATIONAL = re.compile(r"([0-9A-Z]{7,8})(-?)([0-9X])([/-])(\d{4})-(\d{1,8})", re.ASCII)
_USCC = re.compile(r"([0-9A-HJ-NP-RTUWXY]{18})/(\d{4})(0[1-9]|1[0-2])-(\d{5})", re.ASCII)
_OTHERS = (
    (IndexScheme.SERIAL_ONLY, re.compile(r"\d{4}-\d{5}", re.ASCII)),
    (IndexScheme.NINGBO, re.compile(r"[0-9A-Z]+-[0-9A-Z]+-[0-9A-Z]+-[0-9A-Z]+-(19|20)\d{6}-\d+", re.ASCII)),
    (IndexScheme.SHANGHAI, re.compile(r"[A-Z]\d{10}-\d{4}-\d{4}", re.ASCII)),
    (IndexScheme.YUNNAN, re.compile(r"\d{21}", re.ASCII)),
)


def org_code_check_digit(first8: str) -> str:
    """Return the ninth character of an organisation code (GB 11714); ``first8`` are digits and capital letters."""
    total = sum(weight * int(char, 36) for weight, char in zip(_ORG_WEIGHTS, first8, strict=True))
    return {10: "X", 11: "0"}.get(11 - total % 11, str(11 - total % 11))


def org_code_holds(code: str) -> bool:
    """Return whether ``code`` (9 characters, hyphen allowed) passes its check."""
    plain = code.replace("-", "")
    return bool(re.fullmatch(r"[0-9A-Z]{8}[0-9X]", plain)) and org_code_check_digit(plain[:8]) == plain[8]


def read_index_number(number: str) -> IndexReading:
    """Return the scheme of ``number`` and what to look at again."""
    number = normalise(number)
    national = _NATIONAL.fullmatch(number)
    if national is not None:
        body, hyphen, check, separator, _year, serial = national.groups()
        found = (
            (bool(hyphen), IndexWarning.HYPHEN_IN_ORG_CODE),
            (separator != "/", IndexWarning.SEPARATOR),
            (not org_code_holds(body + check), IndexWarning.ORG_CODE_CHECK),
            (len(serial) != 5, IndexWarning.SERIAL_LENGTH),
        )
        return IndexReading(IndexScheme.NATIONAL, tuple(warning for wrong, warning in found if wrong))
    credit = _USCC.fullmatch(number)
    if credit is not None:
        code = credit.group(1)
        wrong = uscc_check_digit(code[:17]) != code[17]
        return IndexReading(IndexScheme.USCC, (IndexWarning.USCC_CHECK,) if wrong else ())
    for scheme, shape in _OTHERS:
        if shape.fullmatch(number):
            return IndexReading(scheme)
    return IndexReading(None, (IndexWarning.UNKNOWN_SCHEME,))


def index_number(pattern: str, *, org: str, year: int, month: int, serial: int) -> str:
    """Return a number of the agency's own pattern, such as ``{org}/{yyyy}-{nnnnn}``; ``{mm}`` gives the month.

    A pattern is configured, because a city's own scheme may differ (domain 7.2).
    """
    serials = re.compile(r"\{n+\}")
    text = pattern.replace("{org}", org).replace("{yyyy}", f"{year:04d}").replace("{mm}", f"{month:02d}")
    return serials.sub(lambda slot: str(serial).zfill(len(slot.group()) - 2), text)


def fits_pattern(number: str, pattern: str) -> bool:
    """Return whether ``number`` follows the agency's own pattern, whatever its code, year and serial."""
    shape = re.escape(pattern).replace(r"\{org\}", "[0-9A-Z-]+")
    shape = shape.replace(r"\{yyyy\}", r"\d{4}").replace(r"\{mm\}", r"\d{2}")
    shape = re.sub(r"\\\{(n+)\\\}", lambda slot: rf"\d{{{len(slot[1])},}}", shape)
    return re.fullmatch(shape, normalise(number), re.ASCII) is not None
