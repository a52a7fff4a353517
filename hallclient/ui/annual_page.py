"""What does a year's report say? The official tables under each other, walked through cell by cell."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hallclient.domain.figures.annual import NationalReport
from hallclient.domain.figures.first_year import FirstYearReport
from hallclient.domain.figures.shares import RULE
from hallclient.ui import annual_forms, theme
from hallclient.ui.forms import FormScroll
from hallclient.ui.official_table import FormCell, OfficialTable
from hallclient.ui.plain import PlainLabel


class AnnualPage(QWidget):
    """``walked(cell)`` and ``opened(cell)`` as the tables say; Tab goes from table to table."""

    walked = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        self._layout.setSpacing(theme.M)
        self._scroll: QScrollArea | None = None
        self.tables: list[OfficialTable] = []
        self.report: NationalReport | FirstYearReport | None = None

    def in_scroll(self) -> QScrollArea:
        """Return the page inside its scroll area, which follows the cell one walks to."""
        self._scroll = FormScroll(self)
        return self._scroll

    def show_report(self, report: NationalReport | FirstYearReport) -> None:
        """Show a year's figures in their form."""
        self.report = report
        had_focus = any(table.hasFocus() for table in self.tables)
        while self._layout.count():
            taken = self._layout.takeAt(0)
            if taken is not None and (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.tables.clear()
        if isinstance(report, NationalReport):
            self._title(self.tr("{0} {1} 年度　国办公开办函〔2021〕30号").format(report.agency, report.year))
            self._add(self.tr("二、主动公开政府信息情况"), annual_forms.table2(report), annual_forms.WIDTHS2)
            self._add(self.tr("三、收到和处理政府信息公开申请情况"), annual_forms.table3(report), annual_forms.WIDTHS3)
            self._add(
                self.tr("四、政府信息公开行政复议、行政诉讼情况"), annual_forms.table4(report), annual_forms.WIDTHS4
            )
            self._fees(report)
        else:
            self._title(self.tr("{0} {1} 年度　首年报告数字").format(report.agency, report.year))
            self._add(self.tr("各部分数字"), annual_forms.first_year(report), annual_forms.WIDTHS_FIRST)
            self._note(RULE)
        self._layout.addStretch(1)
        if had_focus:
            self.focus_first()

    def focus_first(self) -> None:
        """Walk to the first figure of the first table."""
        if self.tables:
            self.tables[0].setFocus()
            self.tables[0].focus_first()

    def _title(self, text: str) -> None:
        title = PlainLabel(text)
        title.setWordWrap(True)
        title.setProperty("role", "muted")
        self._layout.addWidget(title)

    def _note(self, text: str) -> None:
        note = PlainLabel(text)
        note.setWordWrap(True)
        note.setProperty("role", "hint")
        self._layout.addWidget(note)

    def _add(self, title: str, cells: list[FormCell], widths: tuple[int, ...]) -> None:
        heading = PlainLabel(title)
        self._layout.addWidget(heading)
        table = OfficialTable(cells, name=title, widths=widths)
        table.walked.connect(partial(self._walked, table))
        table.opened.connect(self.opened)
        heading.setBuddy(table)
        self._layout.addWidget(table)
        self.tables.append(table)

    def _fees(self, report: NationalReport) -> None:
        heading = PlainLabel(self.tr("六、其他需要报告的事项：信息处理费"))
        self._layout.addWidget(heading)
        total = self.tr("收取信息处理费 {0:,} 件，共 {1} 元").format(
            report.fee_cases, annual_forms.plain(report.fee_yuan)
        )
        self._layout.addWidget(PlainLabel(total))

    def _walked(self, table: OfficialTable, cell: FormCell) -> None:
        if self._scroll is not None:
            room = table.visualRect(table.model().index(cell.row, cell.column))
            at = table.viewport().mapTo(self, room.center())
            self._scroll.ensureVisible(at.x(), at.y(), room.width(), room.height() * 2)
        self.walked.emit(cell)
