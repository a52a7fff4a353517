"""Do the figures fit together? Every identity with its mark, the broken ones first and their cells named."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hallclient.domain.figures.identities import Result
from hallclient.domain.figures.lines import LineCatalogue
from hallclient.domain.figures.report import Report
from hallclient.services.exporting import TOLERATED
from hallclient.ui import theme
from hallclient.ui.figure_words import check_name, identity_name, plain, short_name
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.report_view import Carry, ReportView
from hallclient.ui.rows_model import Column, ListView

MOST = 20  # cells or records of one identity that are listed
NAMED = 5  # open days spelled out before the sentence only counts


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One identity: what it says, whether it holds, and where it does not. ``cell``, ``record`` and ``screen`` are
    jumped to; ``places`` stand below it, each a row of its own. ``warning``: to be looked at, and no contradiction."""

    name: str
    holds: bool
    where: str = ""
    cell: str = ""
    record: str = ""
    places: tuple["CheckRow", ...] = ()
    warning: bool = False
    screen: str = ""


def results(found: Sequence[Result], lines: LineCatalogue) -> list[CheckRow]:
    """Return the identities of a period, the broken ones first."""
    joined = translate("figures", "、")
    rows = [
        CheckRow(
            identity_name(result, lines),
            result.holds,
            "" if result.holds else joined.join(result.records or tuple(map(lines.label, result.cells))),
        )
        for result in found
    ]
    return sorted(rows, key=lambda row: row.holds)


def rules(view: ReportView, lines: LineCatalogue) -> list[CheckRow]:
    """Return the identities of a year's report and whether it goes on from last year's, the broken ones first."""
    report = view.report
    rows = []
    for one in report.identities:
        if one.holds:
            rows.append(CheckRow(check_name(one, lines), True))
            continue
        both = translate("figures", "应为 {0}，现为 {1}").format(one.expected, one.found) if one.expected else ""
        places = [_place(_cell_name(report, cell, lines), cell=cell) for cell in one.cells[:MOST]]
        places += [_place(record, record=record) for record in one.records[:MOST]]
        # What may be so for a good reason is asked about, and forbids nothing.
        asks = one.id in TOLERATED
        places = [replace(place, warning=asks) for place in places]
        rows.append(CheckRow(check_name(one, lines), False, both, places=tuple(places), warning=asks))
    rows += [*_carried(view), *_in_force(view)]
    return sorted(rows, key=lambda row: (row.holds, row.warning))


def _carried(view: ReportView) -> list[CheckRow]:
    if not view.carries:
        return []
    if view.published:
        told = translate("figures", "上年结转、尚未审结与上年（定稿本）衔接")
    elif view.report.source.kind == "hub":
        told = translate("figures", "上年结转、尚未审结与上年（未定稿，按中心库）衔接")
    else:
        told = translate("figures", "上年结转、尚未审结与上年（未定稿，按登记簿）衔接")
    return [_apart(told, view, view.carries)]


def _in_force(view: ReportView) -> list[CheckRow]:
    if not view.in_force:
        return []
    return [_apart(translate("figures", "规章、规范性文件现行有效＝上年＋制发－废止（登记簿）"), view, view.in_force)]


def _apart(told: str, view: ReportView, carries: Sequence[Carry]) -> CheckRow:
    apart = translate("figures", "{0}：按上年应为 {1}，现为 {2}")
    broken = [one for one in carries if not one.holds]
    places = []
    for one in broken:
        said = apart.format(short_name(view.report, one.cell), plain(one.expected), plain(one.found))
        places.append(replace(_place(said, cell=one.cell), warning=True))
    return CheckRow(told, not places, places=tuple(places), warning=bool(places))


def _cell_name(report: Report, cell: str, lines: LineCatalogue) -> str:
    return short_name(report, cell) if cell in report.cells else lines.label(cell)


def _place(name: str, *, cell: str = "", record: str = "") -> CheckRow:
    return CheckRow(f"　{name}", False, cell=cell, record=record)


class ChecksView(QWidget):
    """One sentence, the open days, and the list of identities. ``jumped(row)`` on Enter, to a cell or a record."""

    jumped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sums = PlainLabel()
        self.days = PlainLabel()
        for part in (self.sums, self.days):
            part.setWordWrap(True)
        self.days.setProperty("tone", "warn")
        self.list = ListView(
            [
                Column(title="", text=_mark, tone=_tone, width=36),
                Column(title=self.tr("关系"), text=lambda row: row.name, hover=_whole, tone=_tone, stretch=True),
            ],
            name=self.tr("勾稽关系"),
            empty=self.tr("还没有数字。"),
            sortable=False,
        )
        self.list.setMinimumHeight(5 * self.fontMetrics().height())
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.opened.connect(self._jump)
        text = QVBoxLayout()
        text.setContentsMargins(theme.L, theme.M, theme.L, 0)
        text.setSpacing(theme.S)
        text.addWidget(self.sums)
        text.addWidget(self.days)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addLayout(text)
        layout.addWidget(self.list, 1)
        self.setMinimumHeight(8 * self.fontMetrics().height())

    def show_checks(self, rows: Sequence[CheckRow], open_days: Sequence[date], *, hub: bool = False) -> None:
        """Show the identities, and the days whose records no closed day (at the ``hub``: no packet) counts yet."""
        broken = [row for row in rows if not row.holds and not row.warning]
        if broken:
            told = self.tr("✗ {0} 项勾稽关系不符，请更正后再导出").format(len(broken))
        else:
            told = self.tr("✓ 勾稽关系全部相符（{0} 项）").format(sum(not row.warning for row in rows))
        if asked := sum(row.warning for row in rows):
            told += self.tr("；{0} 项请核实，不影响导出").format(asked)
        self.sums.setText(told)
        self.sums.setProperty("tone", "danger" if broken else "")
        self.sums.style().unpolish(self.sums)
        self.sums.style().polish(self.sums)
        named = self.tr("、").join(day.isoformat() for day in open_days[:NAMED])
        if len(open_days) > NAMED:
            named = self.tr("{0} 等").format(named)
        lacking = self.tr("有数据包尚未计入的 {0} 天：{1}") if hub else self.tr("未日结 {0} 天，尚未计入：{1}")
        self.days.setText(lacking.format(len(open_days), named) if open_days else "")
        self.days.setVisible(bool(open_days))
        self.list.show_rows([shown for row in rows for shown in _with_place(row)])

    def show_nothing(self) -> None:
        """Show no figures' checks."""
        self.sums.clear()
        self.days.hide()
        self.list.show_rows([])

    def _jump(self, row: CheckRow) -> None:
        target = row if row.cell or row.record or row.screen else next(iter(row.places), row)
        if target.cell or target.record or target.screen:
            self.jumped.emit(target)


def _with_place(row: CheckRow) -> list[CheckRow]:
    """Return the row, and for a broken one a second one that names the cells: nobody hovers with a keyboard."""
    return [row, *([_place(row.where)] if row.where else []), *row.places]


def _mark(row: CheckRow) -> str:
    return "" if row.name.startswith("　") else "✓" if row.holds else "!" if row.warning else "✗"


def _whole(row: CheckRow) -> str:
    return f"{row.name}\n{row.where}" if row.where else row.name


def _tone(row: CheckRow) -> str | None:
    return None if row.holds else "warn" if row.warning else "danger"
