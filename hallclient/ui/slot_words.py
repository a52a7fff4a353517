"""What is a slot of a report's text called? By the words of its cell; the year's further facts by their own."""

from collections.abc import Mapping

from hallclient.domain.figures.report import Report
from hallclient.domain.register.supervision import AssessmentKind
from hallclient.ui.choice_field import Option
from hallclient.ui.language import translate
from hallclient.ui.terms import label


def slot_options(report: Report, values: Mapping[str, str]) -> tuple[Option, ...]:
    """Return the slots to choose from, each with what fills it now; two slots of one figure stand there once."""
    options, figures = [], set()
    for name, value in values.items():
        figure = report.slots.get(name, "")
        if figure and figure in figures:
            continue
        figures.add(figure)
        options.append(Option(name, slot_name(report, name), value))
    return tuple(options)


def slot_name(report: Report, name: str) -> str:
    """Return a slot's name in the words of the window; never the word that stands in the braces."""
    own = _own()
    if name in own:
        return own[name]
    kind = AssessmentKind.read(name)
    if kind is not None:
        return label(kind)
    cell = report.cells.get(report.slots.get(name, ""))
    return cell.name.strip() if cell is not None and cell.name.strip() else name


def _own() -> dict[str, str]:
    return {
        "year": translate("figures", "年度"),
        "agency": translate("figures", "机关全称"),
        "period": translate("figures", "统计期间"),
        "portal_total": translate("figures", "政府网站公开信息合计"),
        "disputes": translate("figures", "行政复议、行政诉讼合计"),
        "fee_cases": translate("figures", "收取信息处理费的件数"),
        "fees_yuan": translate("figures", "收取的费用（元）"),
        "training_sessions": translate("figures", "培训次数"),
        "training_attending": translate("figures", "培训参加人次"),
    }
