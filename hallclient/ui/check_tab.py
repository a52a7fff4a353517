"""Does anybody's published report contradict itself? Its own tables with the wrong cells marked, and both values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_identities import WORDS
from hallclient.ui import theme
from hallclient.ui.annual_page import AnnualPage
from hallclient.ui.context import Context
from hallclient.ui.figure_tab import FigureTab, row, words
from hallclient.ui.figure_words import short_name
from hallclient.ui.messages import sentence
from hallclient.ui.path_field import PathField
from hallclient.ui.plain import PlainLabel
from hallclient.ui.report_view import refilled
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import card


@dataclass(frozen=True, slots=True)
class Wrong:
    """A relation that does not hold with what it should add up to and what it does; or a cell of one, with its number.

    ``cell`` is where Enter leads, ``told`` the whole sentence. A ``suspect`` cell alone would explain all.
    """

    identity: str
    cell: str
    name: str
    expected: str
    found: str
    warning: bool
    told: str
    suspect: bool = False


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
                Column(title="", text=_mark, tone=_tone, width=28),
                Column(title=self.tr("内容"), text=_named, hover=lambda one: one.told, tone=_tone, stretch=True),
                Column(title=self.tr("应为"), text=lambda one: one.expected, align="right", tone=_tone, width=64),
                Column(title=self.tr("填报"), text=lambda one: one.found, align="right", tone=_tone, width=64),
            ],
            name=self.tr("不符之处"),
            empty=self.tr("没有不符之处。"),
            sortable=False,
        )
        self.list.opened.connect(lambda one: self.page.go_to(one.cell))
        self.list.chosen.connect(self._tell)
        self.detail = words(role="muted")
        self.detail.setContentsMargins(theme.L, theme.S, theme.L, theme.M)
        self.detail.setAccessibleName(self.tr("所选一行的全文"))
        self.page.walked.connect(lambda cell: self.list.choose(lambda one: one.cell == cell.code))
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
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
        wrong = list(self._rows(found, report))
        marked = {one.cell for one in found.suspects} or {cell for one in found.violations for cell in one.cells}
        self.page.show_report(report, wrong=marked, texts=False, title=self._name())
        self.list.show_rows(wrong)
        broken = sum(not one.warning for one in found.violations)
        if broken and found.suspects:
            told = self.tr("✗ {0} 处不符，改正一格即可全部相符，见“疑误”").format(broken)
            self.told.setText(told)
        elif broken:
            self.told.setText(self.tr("✗ {0} 处不符").format(broken))
        else:
            self.told.setText(self.tr("✓ 各表没有自相矛盾"))
        if wrong:
            self.list.selectRow(0)
        self.said.emit(self.tr("已核对 {0}").format(self._name()))

    def _rows(self, found: Any, report: Report) -> Iterator[Wrong]:
        """Yield what to look at, in the order of the reading: the suspects, then each relation with its cells."""
        for one in found.suspects:
            name = short_name(report, one.cell)
            should, stands = _shown(one.should), report.cells[one.cell].text
            told = self.tr("这一格改为 {0}，各表就全部相符：{1}").format(should, report.cells[one.cell].name)
            yield Wrong(self.tr("疑误"), one.cell, name, should, stands, False, told, suspect=True)
        guessed = {one.cell for one in found.suspects}
        for one in found.violations:
            at = next((id for id in one.cells if id in guessed), one.cells[0])
            both = _shown(one.expected), _shown(one.found)
            # A relation of one cell, or of a cell with what it is a share of, speaks of that cell.
            alone = len(one.cells) == 1 or isinstance(one.expected, str)
            words = found.words.get(one.identity, "")
            rule = one.identity if words or not alone else ""
            name = short_name(report, at) if alone else words or self.tr("各数之和")
            said = words or WORDS.get(one.identity, "") or self.tr("正文中的数字与表格不同")
            told = self.tr("{0}：应为 {1}，填报 {2}").format(f"{rule} {said}".strip(), *both)
            yield Wrong(rule, at, name, *both, one.warning, told)
            if not alone and not guessed:
                for id in one.cells:
                    if id in report.cells:
                        cell = report.cells[id]
                        yield Wrong("", id, f"　{short_name(report, id)}", "", cell.text, one.warning, cell.name)

    def _tell(self, one: Wrong | None) -> None:
        self.detail.setText(one.told if one is not None else "")

    def _name(self) -> str:
        path = self.path.value()
        return path.name if path is not None else ""

    def _unread(self, problem: Exception) -> None:
        self.page.clear()
        self.list.show_rows([])
        self.told.setText(f"⚠ {sentence(problem)}")
        self.complained.emit(sentence(problem))


def _named(one: Wrong) -> str:
    return f"{one.identity} {one.name}" if one.identity else one.name


def _mark(one: Wrong) -> str:
    return "" if one.name.startswith("　") else "!" if one.warning else "✗"


def _shown(value: Any) -> str:
    return str(value)  # without separators, as the tables themselves


def _tone(one: Wrong) -> str:
    return "warn" if one.warning else "danger"
