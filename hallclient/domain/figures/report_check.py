"""Does anybody's published report contradict itself? Its cells read as numbers and put to the form's identities."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.report_forms import ReportForm, ReportForms, share_id
from hallclient.domain.figures.report_identities import WHOLE, Cells, Violation
from hallclient.domain.figures.report_identities import check as check_cells
from hallclient.domain.figures.report_json import flat
from hallclient.domain.figures.report_pieces import Figure
from hallclient.domain.figures.report_text import MentionKind, mentions_of
from hallclient.domain.figures.shares import NO_SHARE
from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.kinds import ApplicantKind, DisputeKind, DisputeResult

__all__ = ["BLOCKS", "COLUMNS", "RESULTS", "ROWS", "RULES", "ReportUnreadable", "Violation", "check", "form_of"]

QUOTED = "R6"
COLUMNS = (*(kind.value for kind in ApplicantKind), "total")
ROWS = ("received", "carried_in", *(outcome.value for outcome in Outcome), "outcome_total", "carried_out")
RESULTS = (*(result.value for result in DisputeResult), "pending", "total")
BLOCKS = tuple(kind.value for kind in DisputeKind)
# What the screens call the rules of the national form.
RULES = {
    "R1": "本年新收＋上年结转＝办理结果总计＋结转下年度",
    "R2": "办理结果总计＝21项办理结果之和",
    "R3": "总计＝自然人＋五类法人或其他组织",
    "R4": "本年的上年结转＝上年的结转下年度",
    "R5": "复议诉讼总计＝维持＋纠正＋其他＋尚未审结",
    "R6": "正文中的数字＝表格中的数字",
    "R8": "各格均为非负整数",
}
# What offices print where nothing was counted; the form's own empty cell reads as 0.
_EMPTY = frozenset(("", "-", "--", "—", "——", "–", "/", "\\", "无", "未统计"))
_NUMBER = re.compile(r"[+-]?\d{1,18}(\.\d{1,9})?")
_UNITS = "件条宗起场人次项元万%"


class ReportUnreadable(Refusal):
    """The file holds no annual report this check knows: neither table 三 nor the first year's figures."""

    fields = ("file",)


def form_of(said: Mapping[str, Any], forms: ReportForms) -> ReportForm:
    """Return the form a report's JSON shape is in. Raises ReportUnreadable."""
    if said.get("form") in forms.ids:
        return forms[str(said["form"])]
    if isinstance(said.get("table3"), Mapping):
        trial = any(id.startswith("table3.other_handling.") for id in flat(said))
        return forms["national-2019" if trial else "national-2021"]
    if isinstance(said.get("proactive"), Mapping):
        return forms["first-year"]
    if isinstance(said.get("return"), list):
        return forms["return-2008"]
    raise ReportUnreadable


def check(
    said: Mapping[str, Any], forms: ReportForms, *, last_year: Mapping[str, Any] | None = None
) -> tuple[Violation, ...]:
    """Check a report of the JSON shape of ``annual --output X.json``, of whatever agency.

    ``last_year`` is the report of the year before in the same shape, or only its row ``carried_out`` by column. An
    empty or absent cell reads as 0, as the form prints it. Raises ReportUnreadable when no cell of a form is in it.
    """
    form = form_of(said, forms)
    cells, violations = read_cells(form, said)
    before: Cells | None = None
    if last_year is not None and set(last_year) <= set(COLUMNS):
        before = {f"table3.carried_out.{column}": int(value) for column, value in last_year.items()}
    elif last_year is not None:
        before, _ = read_cells(form, last_year)
    return (*violations, *check_cells(form, cells, last_year=before), *_quoted(form, cells, said.get("texts")))


def _quoted(form: ReportForm, cells: Cells, texts: object) -> Iterator[Violation]:
    """Yield R6 for each number the text parts quote otherwise than the tables have it: a warning with both values.

    Only the form's patterns tell what a number speaks of; prose may mean another year or another office by it.
    """
    figures = {id: Figure(id=id, value=value) for id, value in cells.items() if value is not None}
    paragraphs = [text for part in texts.values() for text in _lines(part)] if isinstance(texts, Mapping) else []
    for mention in mentions_of("\n".join(paragraphs), figures, form.reading):
        if mention.kind is MentionKind.WRONG:
            yield Violation(
                identity=QUOTED,
                cells=(mention.figure,),
                expected=mention.expected,
                found=mention.found,
                warning=True,
            )


def _lines(part: object) -> list[str]:
    return [part] if isinstance(part, str) else [str(line) for line in part] if isinstance(part, list) else []


def read_cells(form: ReportForm, said: Mapping[str, Any]) -> tuple[dict[str, Number | None], list[Violation]]:
    """Return a report's numbers by figure id, and R8 for each cell that is no number a form can hold.

    Raises ReportUnreadable when none is there.
    """
    decimals = {rule.id for rule in form.figures if rule.decimal}
    decimals |= {share_id(id) for shares in form.shares for id in shares.of}
    known = {rule.id for rule in form.figures} | decimals
    leading = "table3." if form.id.startswith("national") else ""
    raw = {id: value for id, value in flat(said).items() if id in known or id.startswith("fees.parts.")}
    if not any(id.startswith(leading) for id in raw):
        raise ReportUnreadable
    cells: dict[str, Number | None] = {}
    violations: list[Violation] = []
    for id, value in raw.items():
        decimal = id in decimals or id.endswith(".yuan")
        amount = number_of(value)
        if amount is None:
            cells[id] = None
            if not _empty(value):
                violations.append(_no_number(id, value, decimal))
            continue
        whole = amount == int(amount)
        cells[id] = int(amount) if whole and not id.endswith("share_percent") else amount
        if amount < 0 or not (whole or decimal):
            violations.append(_no_number(id, value, decimal))
    return cells, violations


def _no_number(id: str, value: object, decimal: bool) -> Violation:
    return Violation(identity=WHOLE, cells=(id,), expected="非负数" if decimal else "非负整数", found=str(value)[:20])


def number_of(value: object) -> Decimal | None:
    """Return the number a cell says, whatever its digits' width, its separators and the unit behind; None for none."""
    if isinstance(value, bool) or value is None:
        return None
    text = unicodedata.normalize("NFKC", str(value))
    text = "".join(character for character in text if not character.isspace() and character not in ",'‘’\u200b\ufeff")
    text = text.replace("−", "-").rstrip(_UNITS)
    # No exponents: a cell of 1e999999 would keep the sums busy for ever.
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def _empty(value: object) -> bool:
    if value is None:
        return True
    text = "".join(unicodedata.normalize("NFKC", str(value)).split()).strip("\u200b\ufeff")
    return text in _EMPTY or text == NO_SHARE
