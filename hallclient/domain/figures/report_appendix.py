"""What stands of the case analysis (典型案例分析) behind a report? Its tables and charts behind the official parts.

The form stays exact: nothing here is a figure of the form, and no check of a published report reads it.
"""

from collections.abc import Sequence
from datetime import date

from hallclient.domain.figures.analysis import Compared, CrossTable, Dimension, Repeats, Times, as_rows
from hallclient.domain.figures.charts import Chart, of_comparison, of_cross, of_repeats, of_sums
from hallclient.domain.figures.report_pieces import Appendix, Grid, GridCell

HEADING = "附：典型案例分析"


def appendix(
    year: int,
    *,
    month: int = 12,
    today: date,
    crosses: Sequence[CrossTable],
    times: Times,
    repeats: Repeats,
    before: Sequence[Compared],
    units: Sequence[tuple[str, Times]] = (),
) -> Appendix:
    """Return a year's case analysis as an appendix.

    ``crosses`` are laid out by their first dimension, each a table and a chart; ``before`` compares the year with the
    one before, the sum first; ``units`` are the units' times, told where there are several. ``today`` tells what was
    overdue when the analysis was made; a ``month`` before December ends both years there.
    """
    years = (f"{year - 1}年", f"{year}年")
    tables = [_cross(found) for found in crosses]
    charts: list[Chart] = [_chart(found) for found in crosses]
    months = "" if month == 12 else f"1月至{month}月" if month > 1 else "1月"
    compared = f"与{years[0]}{months and '同期'}比较"
    return Appendix(
        heading=HEADING,
        texts=(
            f"以下统计{year}年{months}收到的政府信息公开申请{repeats.cases}件，办理情况截至{_said(today)}，取自申请登记簿，"
            "供分析参考；正式数字以前列各部分表格为准。",
        ),
        grids=(
            *tables,
            _table(
                "times", "答复用时", ("项目", "数值"), _times(times), note="用时按工作日计，自收到次日起至答复当日。"
            ),
            *((_units(units),) if len(units) > 1 else ()),
            _table("repeats", "同一申请人申请件数", ("件数", "申请人数"), _repeats(repeats), note=_of_repeats(repeats)),
            _table(
                "years",
                compared,
                (f"{Dimension.TOPIC.label}＼年度", *years, "增减"),
                [(one.label, str(one.before), str(one.now), one.change) for one in before],
            ),
        ),
        charts=(*charts, of_repeats(repeats, "同一申请人申请件数"), of_comparison(before, compared, *years)),
    )


def _said(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _chart(found: CrossTable) -> Chart:
    rows, columns = found.by
    if len(found.columns) < 2:
        return of_sums(found, f"按{rows.label}")
    return of_cross(found, f"{rows.label}与{columns.label}")


def _cross(found: CrossTable) -> Grid:
    head, *body = ([str(cell) for cell in row] for row in as_rows(found))
    rows, columns = found.by
    return _table(rows.value, f"{rows.label}与{columns.label}", head, body)


def _table(name: str, caption: str, head: Sequence[str], body: Sequence[Sequence[str]], *, note: str = "") -> Grid:
    cells = [GridCell(row=0, column=at, text=text, head="column") for at, text in enumerate(head)]
    for row, texts in enumerate(body, start=1):
        cells += [GridCell(row=row, column=at, text=text, head="" if at else "row") for at, text in enumerate(texts)]
    return Grid(
        id=f"appendix-{name}",
        caption=caption,
        widths=(5, *(2,) * (len(head) - 1)),
        cells=tuple(cells),
        head_rows=1,
        note=note,
        sheet=f"附 {caption}",
    )


def _units(units: Sequence[tuple[str, Times]]) -> Grid:
    body = [
        [
            name,
            str(found.answered),
            *("—" if span is None else str(span) for span in (found.median, found.ninety)),
            *(str(count) for count in (found.on_time, found.late, found.extended, found.still_open)),
        ]
        for name, found in units
    ]
    head = ("承办单位＼用时", "已答复", "半数（工作日）", "九成（工作日）", "按期", "逾期", "延长期限", "尚未答复")
    return _table("units", "各单位答复用时", head, body)


def _times(times: Times) -> list[tuple[str, str]]:
    def days(count: int | None) -> str:
        return "—" if count is None else f"{count}个工作日"

    def cases(count: int) -> str:
        return f"{count}件"

    return [
        ("已答复", cases(times.answered)),
        ("半数在此日数内答复", days(times.median)),
        ("九成在此日数内答复", days(times.ninety)),
        ("最长", days(times.longest)),
        ("按期答复", cases(times.on_time)),
        ("逾期答复", cases(times.late)),
        ("延长答复期限", cases(times.extended)),
        ("尚未答复", cases(times.still_open)),
        ("其中已超过期限", cases(times.overdue)),
    ]


def _repeats(found: Repeats) -> list[tuple[str, str]]:
    return [*((label, str(count)) for label, count in found.times.items()), ("合计", str(found.applicants))]


def _of_repeats(found: Repeats) -> str:
    return f"申请人只以不可还原的编码区分。申请2件以上的申请人共申请{found.repeated}件，同一申请人最多{found.most}件。"
