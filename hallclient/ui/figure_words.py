"""How are figures' checks told? Identities and cells of the official tables by their official words."""

from hallclient.domain.figures.identities import Result
from hallclient.domain.figures.identity_words import identity_words
from hallclient.domain.figures.lines import LineCatalogue, Number
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_drawing import headings
from hallclient.domain.figures.report_pieces import IdentityResult
from hallclient.domain.register.kinds import ApplicantKind
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


def short_name(report: Report, figure: str) -> str:
    """Return a figure's own row and column, without the headings over them: what a narrow list has room for."""
    for grid in report.grids():
        for cell in grid.cells:
            if cell.figure == figure:
                heads = headings(grid, cell)
                last = [[head.text for head in heads if head.head == side][-1:] for side in ("row", "column")]
                return " ".join(text for side in last for text in side)
    return report.cells[figure].name if figure in report.cells else figure


def plain(value: Number) -> str:
    """Return a figure with separators for the eye."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,f}"


def check_name(result: IdentityResult, lines: LineCatalogue) -> str:
    """Return what an identity of a report says: the form's own ones in the form's words, which are not translated."""
    if result.id == "recount":
        return translate("figures", "已结数字与重新统计一致")
    if result.id[0] in "RW" and result.id[1:].isdigit():
        return f"{result.id}　{result.words}"
    key, _ = identity_words(result.id, lines)
    return identity_name(Result(id=result.id, holds=result.holds), lines) if key in _words() else result.words
