"""How are figures' checks told? Identities and cells of the official tables by their official words."""

from hallclient.domain.figures.annual import Form
from hallclient.domain.figures.identities import Result
from hallclient.domain.figures.identity_words import identity_words
from hallclient.domain.figures.lines import LineCatalogue
from hallclient.domain.figures.report_check import RULES
from hallclient.domain.register.kinds import ApplicantKind, DisputeKind, DisputeResult
from hallclient.ui.language import translate
from hallclient.ui.terms import label


def identity_name(result: Result, lines: LineCatalogue) -> str:
    """Return what an identity of a day or a period says, in the language of the window."""
    key, filled = identity_words(result.id, lines)
    if key == "balance.kind":
        filled = (label(ApplicantKind(result.id.removeprefix("balance.kind."))),)
    return _words().get(key, result.id).format(*filled)


def _words() -> dict[str, str]:
    # The domain's words once more, because lupdate reads literals. A test keeps the two together.
    return {
        "balance": translate("figures", "上期结转＋本期收到＝办结＋结转下期"),
        "balance.kind": translate("figures", "上期结转＋本期收到＝办结＋结转下期（{0}）"),
        "parts": translate("figures", "“{0}”之和＝{1}"),
        "records": translate("figures", "办结日期与结果齐全"),
        "members": translate("figures", "登记记录数与清单一致"),
        "numbers": translate("figures", "编号连续，无缺号（{0}）"),
        "continuity": translate("figures", "上期结转与以前各日的结余一致"),
        "recount": translate("figures", "已结数字与重新统计一致"),
    }


def rule_name(rule: str) -> str:
    """Return what an identity of the annual form says; the form's own wording, which is not translated."""
    if rule == "recount":
        return translate("figures", "已结数字与重新统计一致")
    return f"{rule}　{RULES.get(rule, '')}"


def column_name(column: str) -> str:
    """Return the heading of a column of table 三."""
    kind = ApplicantKind.read(column)
    return label(kind) if kind is not None else translate("figures", "总计")


def result_name(result: str) -> str:
    """Return the heading of a column of table 四."""
    known = DisputeResult.read(result)
    if known is not None:
        return label(known)
    return translate("figures", "尚未审结") if result == "pending" else translate("figures", "总计")


def cell_name(cell: str, form: Form, lines: LineCatalogue) -> str:
    """Return the words for a cell named by a check (``table3.received.natural_person``) or a figure's code."""
    table, _, rest = cell.partition(".")
    row, _, column = rest.rpartition(".")
    if table == "table3":
        text = next((entry.text for entry in form.rows if entry.code == row), row)
        return translate("figures", "表三 {0}·{1}").format(text, column_name(column))
    if table == "table4":
        kind = DisputeKind.read(row)
        block = label(kind) if kind is not None else row
        return translate("figures", "表四 {0}·{1}").format(block, result_name(column))
    if table == "table2":
        return translate("figures", "表二 {0}").format(rest)
    return lines.label(cell)
