"""What forbids a report's publication, what was published, and what counts otherwise today?"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.figures.lines import LineCatalogue
from hallclient.domain.register.permissions import Permission
from hallclient.foundation import files
from hallclient.ui import theme
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.context import Context
from hallclient.ui.fields import FlagField, TextField
from hallclient.ui.figure_export import ask_file
from hallclient.ui.figure_tab import YearTab, row, words
from hallclient.ui.figure_words import check_name
from hallclient.ui.forms import Form
from hallclient.ui.period_tab import SHOWN
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import card
from hallclient.ui.sentence_words import day
from hallclient.ui.sentences_figures import differing_words

MOST = 8  # differing numbers told one by one


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason why nothing is published; ``day``, ``cell`` or ``part`` is where it is put right."""

    text: str
    day: str = ""
    cell: str = ""
    part: str = ""


class EditionsTab(YearTab):
    """Enter on an obstacle goes where it is put right, ``Ctrl+Enter`` publishes, ``Ctrl+E`` hands
    out a published file byte for byte."""

    shows = SHOWN

    def __init__(self, context: Context, go: Callable[[YearTab, Obstacle], object]) -> None:
        """``go(self, obstacle)`` leads to a cell or a part on another page."""
        super().__init__(context)
        self.title = self.tr("定稿")
        self._asked = 0
        self._starting = False
        self._differing: tuple[Any, ...] = ()
        self._go = go
        self.head = row([(self.year, 64), (self.form, 232)])
        self.told = words()
        self.obstacles = ListView(
            [Column(title=self.tr("定稿前先处理（按 Enter 前往）"), text=lambda one: one.text, stretch=True)],
            name=self.tr("不能定稿的原因"),
            empty=self.tr("没有不能定稿的原因。"),
            sortable=False,
        )
        self.obstacles.opened.connect(self._to)
        self.editions = ListView(
            [
                Column(title=self.tr("版次"), text=lambda one: self.tr("第 {0} 版").format(one.edition), width=80),
                Column(title=self.tr("定稿日期"), text=lambda one: day(one.published_on), width=136),
                Column(title=self.tr("定稿人"), text=lambda one: one.by, width=96, spare=True),
                Column(title=self.tr("原因"), text=lambda one: one.reason, stretch=True),
                Column(title=self.tr("校验码"), text=lambda one: one.sha256[:12], width=128, spare=True),
            ],
            name=self.tr("定稿本"),
            empty=self.tr("还没有定稿。\n没有上面的原因时，按 Ctrl+Enter 定稿。"),
            sortable=False,
        )
        self.editions.chosen.connect(self._chosen)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(card(self.obstacles), 1)
        column.addWidget(card(self.editions), 1)
        self.left = left
        self.changes = ListView(
            [
                Column(title=self.tr("数字"), text=lambda one: one.name or one.figure, stretch=True),
                Column(title=self.tr("定稿时"), text=lambda one: one.published, align="right", width=80),
                Column(title=self.tr("今天"), text=lambda one: one.today, align="right", width=80),
            ],
            name=self.tr("定稿后变动的数字"),
            empty=self.tr("与所选定稿本没有不同。"),
            sortable=False,
        )
        self.changes.opened.connect(lambda one: self._go(self, Obstacle("", cell=one.figure)))
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.S)
        self.told.setContentsMargins(theme.L, theme.M, theme.L, theme.S)
        self.doubts = words(tone="warn")
        self.doubts.setContentsMargins(theme.L, 0, theme.L, theme.S)
        self.doubts.hide()
        beside.addWidget(self.told)
        beside.addWidget(self.doubts)
        beside.addWidget(self.changes, 1)
        self.right = card(right)

    def add_actions(self, add: Callable[..., QAction]) -> list[QAction]:
        self.publishing = add(self.tr("定稿"), self._publish, key="Ctrl+Enter", primary=True, shortcut="Ctrl+Return")
        self.exporting = add(self.tr("导出定稿文件"), self._export, key="Ctrl+E")
        self.previewing = add(self.tr("预览定稿本"), self._preview, key="F7")
        self.printing = add(self.tr("重印定稿本"), self._print, key="F8")
        return [self.publishing, self.exporting, self.previewing, self.printing]

    def enable(self) -> None:
        may = "" if self.context.may(Permission.PUBLISH_REPORT) else self.tr("只有负责人可以定稿")
        hard = any(not one.part for one in self.obstacles.rows_model.rows())
        left = self.tr("先处理列出的原因") if hard else ""
        none = "" if self.editions.current() is not None else self.tr("还没有定稿")
        for action, reason in (
            (self.publishing, may or left),
            (self.exporting, none),
            (self.previewing, none),
            (self.printing, none),
        ):
            action.setEnabled(not reason)
            action.setToolTip(reason)
            action.setWhatsThis(reason)

    def start(self) -> None:
        self._starting = True  # until it is known whether anything forbids the publication
        self.editions.setFocus()

    # -- asking and showing ---------------------------------------------------------------------------------------

    def ask(self) -> None:
        chosen, hall = self.chosen(), self.context.hall
        if chosen is None:
            return
        self._asked += 1
        asked, (year, form) = self._asked, chosen
        self.run(
            lambda: (
                hall.figures.lines(),
                hall.reports.report(year, form),
                hall.reports.obstacles(year, form),
                hall.reports.published(year, form),
            ),
            then=lambda found: self._show(asked, *found),
        )

    def _show(self, asked: int, lines: Any, report: Any, obstacles: Any, editions: Any) -> None:
        if asked != self._asked:
            return
        catalogue = LineCatalogue(lines)
        rows = [
            Obstacle(self.tr("✗ 不符：{0}").format(check_name(one, catalogue)), cell=next(iter(one.cells), ""))
            for one in obstacles.broken
        ]
        self._differing = obstacles.wrong
        rows += [Obstacle(f"✗ {differing_words(one)}", part=one.part) for one in obstacles.wrong]
        rows += [
            Obstacle(self.tr("✗ {0} 没有日结").format(one.isoformat()), day=one.isoformat())
            for one in obstacles.open_days
        ]
        self.obstacles.show_rows(rows)
        if rows and self._starting and self.editions.hasFocus():
            self.obstacles.setFocus()
            self.obstacles.selectRow(0)
        self._starting = False
        self.editions.show_rows(list(reversed(editions)), keep=lambda one: one.edition)
        if editions and self.editions.current() is None:
            self.editions.selectRow(0)
        if not editions:
            self.changes.show_rows([])
            self.doubts.hide()
            self.told.setText(self.tr("选一个定稿本，这里列出定稿后变动的数字。"))
        self.enable()

    def _chosen(self, edition: Any) -> None:
        if edition is None:
            return
        reports = self.context.hall.reports

        def show(found: Any) -> None:
            if self.editions.current() != edition:
                return
            changes, confirmed = found
            told = self.tr("第 {0} 版：定稿后有 {1} 个数字变动") if changes else self.tr("第 {0} 版：数字至今没有变动")
            self.told.setText(told.format(edition.edition, len(changes)))
            self.doubts.setText(self._said(edition, confirmed))
            self.doubts.setVisible(bool(confirmed.differing))
            self.changes.show_rows(changes)

        self.run(lambda: (reports.changed_since(edition), reports.confirmed(edition)), then=show)
        if hasattr(self, "publishing"):
            self.enable()

    def _said(self, edition: Any, confirmed: Any) -> str:
        """Return where an edition's text differs from its tables, and what was said of it."""
        count = len(confirmed.differing)
        head = self.tr("! 文字中 {0} 处数字与表格不同，{1} 定稿时说明：{2}")
        lines = [head.format(count, edition.by, confirmed.words or self.tr("没有写明"))]
        lines += [differing_words(one) for one in confirmed.differing[:MOST]]
        return "\n".join([*lines, *([self.tr("……共 {0} 处").format(count)] if count > MOST else [])])

    def _to(self, obstacle: Obstacle) -> None:
        if obstacle.day:
            self.wish_open.emit("day", obstacle.day)
        else:
            self._go(self, obstacle)

    # -- doing ----------------------------------------------------------------------------------------------------

    def _publish(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        year, form = chosen
        again = self.editions.rows_model.rowCount() > 0
        field = TextField("reason", self.tr("再次定稿的原因"), required=again, wide=True, longest=200)
        differing = self._differing
        seen = TextField(
            "confirmed",
            self.tr("这 {0} 处数字说的是什么（如上年、其他机关）").format(len(differing)),
            required=bool(differing),
            wide=True,
            longest=200,
        )
        analysed = FlagField("appendix", self.tr("附典型案例分析"), wide=True)
        asked = Form([seen, field, analysed], columns=1)
        told = self.tr("定稿后全部文件逐字节保存，以后重印的与今天的完全相同。")
        if self.context.may(Permission.SEE_HUB):
            told += "\n" + self.tr("定稿用的是本库的已结数字，不是中心库的汇总；汇总在“年度报告”页选中心库后导出。")
        if differing:
            lines = [differing_words(one) for one in differing[:MOST]]
            more = [self.tr("……共 {0} 处").format(len(differing))] if len(differing) > MOST else []
            told = "\n".join([self.tr("文字中有数字与表格不同，请逐一看过："), *lines, *more, told])
        title = self.tr("{0} 年度报告定稿").format(year)
        dialog = AskDialog(self.left, title=title, does=self.tr("定稿"), body=asked, forms=(asked,), told=told)
        asked.show_fields({"reason": again, "confirmed": bool(differing)})
        dialog.resize(600 if differing else 480, 280)
        hall, by = self.context.hall, self.context.clerk

        def send(sent: AskDialog) -> None:
            reason = str(field.value())

            def published(edition: Any) -> None:
                sent.accept()
                self.said.emit(self.tr("已定稿，第 {0} 版").format(edition.edition))
                self.editions.clearSelection()
                self.ask()

            confirmed, with_analysis = str(seen.value() or ""), bool(analysed.value())

            def publish() -> Any:
                appendix = hall.analysis.appendix(year, by=by) if with_analysis else None
                return hall.reports.publish(
                    year, by=by, reason=reason, form=form, appendix=appendix, confirmed=confirmed
                )

            self.run(publish, then=published, failed=sent.refuse)

        if again or differing:
            asked.focus_first()
        else:
            dialog.ok.setFocus()
        dialog.sends(send)

    def _bytes(self, ending: str, then: Callable[[bytes], object]) -> None:
        edition, reports, by = self.editions.current(), self.context.hall.reports, self.context.clerk
        if edition is not None:
            self.run(lambda: reports.reprint(edition, ending, by=by), then=then)

    def _preview(self) -> None:
        title = self.tr("年度报告定稿本")
        self._bytes(".pdf", lambda pdf: self.context.printing.preview(pdf, title=title, kind="sheet"))

    def _print(self) -> None:
        title = self.tr("年度报告定稿本")

        def send(pdf: bytes) -> None:
            self.context.printing.print(pdf, title=title, kind="sheet")
            if not self.doubts.isHidden():
                self.said.emit(self.doubts.text().splitlines()[0])

        self._bytes(".pdf", send)

    def _export(self) -> None:
        edition = self.editions.current()
        if edition is not None:
            name = f"{self.context.hall.window}-{edition.year}-{edition.edition}"
            ask_file(self.left, name, [ending.removeprefix(".") for ending in edition.endings], self.export_to)

    def export_to(self, path: Path) -> None:
        """Write the chosen edition's file with this ending, byte for byte."""
        edition, reports, by = self.editions.current(), self.context.hall.reports, self.context.clerk
        if edition is not None:
            self.run(
                lambda: files.write(path, reports.reprint(edition, path.suffix.lower(), by=by)),
                then=lambda _none: self.said.emit(self.tr("已导出 {0}").format(path.name)),
            )
