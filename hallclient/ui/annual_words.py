"""What does the card of a year's figure say? What it counts, what it is compared with, where it comes from."""

from hallclient.domain.figures.lines import LineCatalogue
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_pieces import Figure
from hallclient.ui.checks_view import NAMED
from hallclient.ui.language import translate
from hallclient.ui.report_view import ReportView

DEFINED = 4  # lines of one figure whose definitions are spelled out


def definition(report: Report, figure: Figure, lines: LineCatalogue) -> str:
    """Return what the lines of a figure count, and what the form itself says of it."""
    told = []
    for line in figure.lines[:DEFINED]:
        found = lines.find(line.removeprefix("-"))
        if found is not None:
            said = found[0].definition
            told.append(translate("figures", "减去：{0}").format(said) if line.startswith("-") else said)
    if len(figure.lines) > DEFINED:
        told.append(translate("figures", "……共 {0} 项相加。").format(len(figure.lines)))
    if not told:
        told.append(translate("figures", "由同一行或同一列的其他数字相加得出。"))
    for one in report.definitions:
        if figure.id.startswith(one.code + "."):
            if one.own:
                told.append(f"{one.title}：{one.text}")
            if one.confirm:
                told.append(translate("figures", "待确认：{0}").format(one.confirm))
    return "\n".join(dict.fromkeys(told))


def beside(view: ReportView, figure: Figure) -> str:
    """Return last year's figure, the recount with its explanation, and where all this comes from."""
    told = []
    last, year = view.last(figure.id), view.report.year - 1
    if last is not None:
        if view.published:
            which = translate("figures", "{0} 年（定稿本）：{1}")
        elif view.report.source.kind == "hub":
            which = translate("figures", "{0} 年（中心库）：{1}")
        else:
            which = translate("figures", "{0} 年（登记簿）：{1}")
        told.append(which.format(year, last.text))
    counted, live = view.beside(figure.id), view.report.source.live
    if counted is not None:
        name = translate("figures", "已结数字：{0}") if live else translate("figures", "重新统计：{0}")
        same = counted.text == figure.text
        told.append(name.format(counted.text) + (translate("figures", "，一致") if same else _why(view, figure)))
    told.append(source(view))
    return "\n".join(told)


def _why(view: ReportView, figure: Figure) -> str:
    other = view.other or view.report
    days = view.report.source.open_days or other.source.open_days
    apart = {one.code for one in (*view.report.differences, *other.differences)}
    if apart & {line.removeprefix("-") for line in figure.lines}:
        return translate("figures", "，✗ 不一致，且未日结的日期和更正都不能说明，请核对记录")
    reasons = []
    if days:
        named = translate("figures", "、").join(day.isoformat() for day in days[:NAMED])
        reasons.append(
            translate("figures", "未日结 {0} 天（{1}）").format(len(days), named + ("…" if len(days) > NAMED else ""))
        )
    if adjusted := view.report.source.adjustments or other.source.adjustments:
        reasons.append(translate("figures", "已登记的更正 {0} 项").format(adjusted))
    return translate("figures", "，差异来自{0}").format(translate("figures", "、").join(reasons)) if reasons else ""


def headline(view: ReportView) -> str:
    """Return the line above the tables; figures that are not this store's sealed ones say whose they are."""
    report = view.report
    title = f"{report.title}　{report.basis}"
    return f"{title}　{source(view)}" if report.source.told else title


def source(view: ReportView) -> str:
    """Return where the figures come from."""
    found = view.report.source
    if found.kind == "hub":
        whose = translate("figures", "、").join(found.units) if found.units else translate("figures", "全部单位")
        told = translate("figures", "来源：中心库，{0}").format(whose)
    elif found.live:
        told = translate("figures", "来源：原始记录，含未日结的日期")
    else:
        told = translate("figures", "来源：已结的日报表")
    return told + (translate("figures", "，更正 {0} 项").format(found.adjustments) if found.adjustments else "")
