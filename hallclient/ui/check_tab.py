"""Does anybody's published report contradict itself? Its own tables with the wrong cells marked, and both values."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.ui import theme
from hallclient.ui.annual_page import AnnualPage
from hallclient.ui.context import Context
from hallclient.ui.figure_tab import FigureTab, row, words
from hallclient.ui.messages import sentence
from hallclient.ui.path_field import PathField
from hallclient.ui.plain import PlainLabel
from hallclient.ui.report_view import refilled
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import card


@dataclass(frozen=True, slots=True)
class Wrong:
    """A cell of a violation: the identity it breaks, what it should add up to and what it does."""

    identity: str
    cell: str
    name: str
    expected: str
    found: str
    warning: bool


class CheckTab(FigureTab):
    """A file is named or chosen with ``Ctrl+O``; Enter on a violation walks to its cell."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.title = self.tr("核对")
        self._asked = 0
        patterns = self.tr("年度报告 (*.xlsx *.html *.htm *.docx *.json *.txt)")
        self.path = PathField("file", self.tr("要核对的年度报告"), patterns=patterns)
        self.last = PathField("last_year", self.tr("上年的报告（可不填）"), patterns=patterns)
        self.head = row(
            [
                PlainLabel(self.tr("文件")),
                (self.path, 208),
                PlainLabel(self.tr("上年")),
                (self.last, 136),
            ]
        )
        for field in (self.path, self.last):
            field.edit.editingFinished.connect(self._named)
        self._named_before: tuple[Any, Any] = (None, None)
        self.page = AnnualPage()
        self.left = card(self.page.in_scroll())
        self.told = words(self.tr("选一个机关公布的年度报告（xlsx、html、docx 或 json），核对各表是否自相矛盾。"))
        self.told.setContentsMargins(theme.L, theme.M, theme.L, theme.S)
        self.list = ListView(
            [
                Column(title="", text=lambda one: "!" if one.warning else "✗", tone=_tone, width=32),
                Column(title=self.tr("关系"), text=lambda one: one.identity, tone=_tone, width=64),
                Column(title=self.tr("单元格"), text=lambda one: one.name, tone=_tone, stretch=True),
                Column(title=self.tr("应为"), text=lambda one: one.expected, align="right", tone=_tone, width=72),
                Column(title=self.tr("填报"), text=lambda one: one.found, align="right", tone=_tone, width=72),
            ],
            name=self.tr("不符之处"),
            empty=self.tr("没有不符之处。"),
            sortable=False,
        )
        self.list.opened.connect(lambda one: self.page.go_to(one.cell))
        self.page.walked.connect(lambda cell: self.list.choose(lambda one: one.cell == cell.code))
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        self.right = card(side)

    def add_actions(self, add: Callable[..., QAction]) -> list[QAction]:
        self.choosing = add(self.tr("选择文件"), self.path.browse, key="Ctrl+O", primary=True)
        return [self.choosing]

    def start(self) -> None:
        self.path.setFocus()

    def back(self) -> bool:
        if self.path.editor.hasFocus():
            return False
        self.path.setFocus()
        return True

    def _named(self) -> None:
        named = (self.path.value(), self.last.value())
        if named != self._named_before:
            self._named_before = named
            self.ask()

    def ask(self) -> None:
        path, last, hall = self.path.value(), self.last.value(), self.context.hall
        if path is None:
            return
        year = self.context.today().year
        self._asked += 1
        asked = self._asked

        def work() -> tuple[Any, Any]:
            from hallclient.services.report_reading import checked

            found = checked(path, last_year=last)
            return found, hall.figures.report(year, found.form)

        self.run(work, then=lambda found: self._show(asked, *found), failed=self._unread)

    def _show(self, asked: int, found: Any, blank: Any) -> None:
        if asked != self._asked:
            return
        report = refilled(blank, found.cells)
        wrong = [
            Wrong(
                one.identity,
                cell,
                report.cells[cell].name if cell in report.cells else cell,
                str(one.expected),
                str(one.found),
                one.warning,
            )
            for one in found.violations
            for cell in one.cells
        ]
        self.page.show_report(report, wrong={one.cell for one in wrong}, texts=False, title=self._name())
        self.list.show_rows(wrong)
        broken = sum(not one.warning for one in found.violations)
        if broken:
            self.told.setText(self.tr("✗ {0} 处不符，涉及 {1} 格").format(broken, len({one.cell for one in wrong})))
        else:
            self.told.setText(self.tr("✓ 各表没有自相矛盾"))
        if wrong:
            self.list.selectRow(0)
        self.said.emit(self.tr("已核对 {0}").format(self._name()))

    def _name(self) -> str:
        path = self.path.value()
        return path.name if path is not None else ""

    def _unread(self, problem: Exception) -> None:
        self.page.clear()
        self.list.show_rows([])
        self.told.setText(f"⚠ {sentence(problem)}")
        self.complained.emit(sentence(problem))


def _tone(one: Wrong) -> str:
    return "warn" if one.warning else "danger"
