"""What would this file bring in? Sums to compare with the old register, bad cells, first rows, moved due dates."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from hallclient.domain.register.history import RowProblem
from hallclient.services.imports import ImportPreview
from hallclient.ui import theme
from hallclient.ui.import_words import problem_sentence
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView

WRAPPED = 200  # problems shown in full; measuring the height of thousands of rows takes too long


class TotalsView(QWidget):
    """The sums, label left, figure right; long lists of figures wrap."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        self._grid.setHorizontalSpacing(theme.L)
        self._grid.setVerticalSpacing(theme.S)
        self._grid.setColumnStretch(1, 1)
        self.lines: list[tuple[str, str]] = []

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        self.lines = list(lines)
        while self._grid.count():
            taken = self._grid.takeAt(0)
            if taken is not None and (widget := taken.widget()) is not None:
                widget.deleteLater()
        for at, (what, how_much) in enumerate(lines):
            name, value = PlainLabel(what), PlainLabel(how_much)
            name.setProperty("role", "muted")
            value.setWordWrap(True)
            value.setAccessibleName(f"{what} {how_much}")
            self._grid.addWidget(name, at, 0)
            self._grid.addWidget(value, at, 1)


class ProblemsView(ListView):
    """Every bad cell: row, column, sentence. Nothing is imported while there is one."""

    def __init__(self) -> None:
        super().__init__(
            [
                Column(
                    title=translate("imports", "行"),
                    text=lambda problem: str(problem.row) if problem.row else "",
                    sort=lambda problem: problem.row,
                    align="right",
                    width=64,
                ),
                Column(title=translate("imports", "列"), text=lambda problem: problem.column, width=120),
                Column(
                    title=translate("imports", "问题与改法"),
                    text=problem_sentence,
                    hover=problem_sentence,
                    tone=lambda _problem: "danger",
                    stretch=True,
                ),
            ],
            name=translate("imports", "逐行问题"),
            empty=translate("imports", "没有问题。"),
        )

    def show_problems(self, problems: Sequence[RowProblem]) -> None:
        self.setWordWrap(len(problems) <= WRAPPED)
        self.show_rows(problems)
        self._fit()

    def _fit(self) -> None:
        if self.wordWrap():
            self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class MovedView(ListView):
    """The open applications whose due date a calendar moves, before it is imported."""

    def __init__(self) -> None:
        super().__init__(
            [
                Column(title=translate("imports", "申请编号"), text=lambda row: row.number, width=180),
                Column(title=translate("imports", "原期限"), text=lambda row: _day(row.before), width=104),
                Column(title=translate("imports", "新期限"), text=lambda row: _day(row.after), width=104),
                Column(
                    title=translate("imports", "已写明原期限的文书"),
                    text=lambda row: "、".join(row.letters),
                    tone=lambda row: "warn",
                    stretch=True,
                ),
            ],
            name=translate("imports", "期限变动"),
            empty=translate("imports", "没有期限变动。"),
        )


def _day(day: object) -> str:
    return "" if day is None else str(day)


class SampleView(ListView):
    """The file's first rows as they stand in it; its columns are the file's headings."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__(
            [
                Column(title=heading, text=lambda row, at=at: row[at], width=120)  # type: ignore[misc]
                for at, heading in enumerate(headings)
            ],
            name=translate("imports", "文件前几行"),
            empty=translate("imports", "选好文件后，这里显示前几行。"),
            sortable=False,
        )


def heading_line(preview: ImportPreview) -> str:
    """Return one sentence on how the file stands."""
    if preview.imported_before is not None:
        text = translate("imports", "⚠ 这个文件已于 {0} 导入过，再导入会重复统计")
        return text.format(preview.imported_before.date().isoformat())
    if preview.problems:
        return translate("imports", "⚠ 共 {0:,} 行，有 {1:,} 处问题，改好后才能导入").format(
            preview.rows, len(preview.problems)
        )
    if not preview.rows:
        return translate("imports", "⚠ 文件只有表头，没有可导入的行")
    return translate("imports", "✓ 共 {0:,} 行，没有问题，可以导入").format(preview.rows)
