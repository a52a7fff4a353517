"""What forbids a report's publication, what was published, and what counts otherwise today?"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.figures.lines import LineCatalogue
from hallclient.domain.figures.report_pieces import Source
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.permissions import Permission
from hallclient.foundation import files
from hallclient.ui import theme
from hallclient.ui.context import Context
from hallclient.ui.figure_export import ask_file
from hallclient.ui.figure_tab import HUB, HUB_LANE, LANE, YearTab, row, words
from hallclient.ui.figure_words import check_name
from hallclient.ui.hub_source import SCREEN, Completeness, completeness, completeness_rows, figures_of
from hallclient.ui.messages import sentence
from hallclient.ui.period_tab import SHOWN
from hallclient.ui.publish_dialog import MOST, PublishDialog
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import card
from hallclient.ui.sentence_words import day, shortcoming, shortcomings
from hallclient.ui.sentences_figures import differing_words


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason why nothing is published; ``day``, ``cell``, ``part`` or ``screen`` is where it is put right.

    What is ``told`` only may be published with a word on it.
    """

    text: str
    day: str = ""
    cell: str = ""
    part: str = ""
    screen: str = ""
    told: bool = False


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
        self._found: Any = None  # the desk's obstacles, once they are known
        self._made_of: dict[int, Source] = {}  # by edition
        self._go = go
        self.head = row(self.choices())
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
                *([Column(title=self.tr("来源"), text=self._source, width=88)] if self.sees_hub else []),
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
            sortable=False,
        )
        self._alike = self.tr("与所选定稿本没有不同。")
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
        hard = self._found is None or any(not (one.part or one.told) for one in self.obstacles.rows_model.rows())
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
        chosen, hall, by, hub = self.chosen(), self.context.hall, self.context.clerk, self.at_hub
        if chosen is None:
            return
        self._asked += 1
        asked, (year, form) = self._asked, chosen
        self._found = None
        if hub:
            self.obstacles.show_rows([Obstacle(self.tr("正在向中心库查询……"))])
            if hasattr(self, "publishing"):
                self.enable()  # nothing is published before it is known
        self.run(
            lambda: _with_sources(hall, hall.reports.published(year, form)),
            then=lambda found: self._show_editions(asked, *found),
        )

        def work() -> tuple[Any, ...]:
            with figures_of(hall, hub=hub, by=by) as source:
                found = hall.reports.obstacles(year, form, source=source)
            return hall.figures.lines(), found, completeness(hall, year, by=by) if hub else None

        self.run(
            work,
            then=lambda found: self._show(asked, *found),
            failed=lambda problem: self._away(asked, problem),
            lane=HUB_LANE if hub else LANE,
        )

    def _away(self, asked: int, problem: Exception) -> None:
        if asked == self._asked:
            self.obstacles.show_rows([Obstacle(f"⚠ {sentence(problem)}")])
            self.complained.emit(sentence(problem))
            self.enable()

    def _show(self, asked: int, lines: Any, found: Any, hub: Completeness | None) -> None:
        if asked != self._asked:
            return
        catalogue = LineCatalogue(lines)
        rows = [
            Obstacle(self.tr("✗ 不符：{0}").format(check_name(one, catalogue)), cell=next(iter(one.cells), ""))
            for one in found.broken
        ]
        self._found = found
        rows += [Obstacle(f"✗ {differing_words(one)}", part=one.part) for one in found.wrong]
        if hub is None:
            rows += [
                Obstacle(self.tr("✗ {0} 没有日结").format(one.isoformat()), day=one.isoformat())
                for one in found.open_days
            ]
        else:
            rows += self._of_hub(found, hub)
        self.obstacles.show_rows(rows)
        if rows and self._starting and self.editions.hasFocus():
            self.obstacles.setFocus()
        if rows and self.obstacles.hasFocus() and self.obstacles.current() is None:
            self.obstacles.selectRow(0)
        self._starting = False
        self.enable()

    def _of_hub(self, found: Any, hub: Completeness) -> Iterator[Obstacle]:
        if found.awaited:
            told = self.tr("✗ {0} 个窗口日还没报来，也没到报送时限").format(found.awaited)
            yield Obstacle(told, screen=SCREEN)
        if found.incomplete:
            for one in completeness_rows(hub):
                if one.warning:
                    yield Obstacle(f"! {one.name}", screen=one.screen, told=True)
                    yield from (Obstacle(place.name, screen=place.screen, told=True) for place in one.places)
        if found.open_days:  # a revision that a lock refused is in no list above: what counts is the one before
            yield Obstacle(f"! {shortcoming(0, len(found.open_days))}", screen=SCREEN, told=True)
            for line in shortcomings({}, found.open_days, most=MOST):
                yield Obstacle(line, screen=SCREEN, told=True)

    def _show_editions(self, asked: int, editions: Any, made_of: dict[int, Source]) -> None:
        if asked != self._asked:
            return
        self._made_of = made_of
        self.editions.show_rows(list(reversed(editions)), keep=lambda one: one.edition)
        if editions and self.editions.current() is None:
            self.editions.selectRow(0)
        if not editions:
            self.changes.empty = ""
            self.changes.show_rows([])
            self.doubts.hide()
            self.told.setText(self.tr("选一个定稿本，这里列出定稿后变动的数字。"))
        self.enable()

    def _chosen(self, edition: Any) -> None:
        if edition is None:
            return
        hall, by = self.context.hall, self.context.clerk
        hub = self._made_of.get(edition.edition, Source()).kind == HUB

        def shows(show: Callable[[Any], object]) -> Callable[[Any], None]:
            def unless_another(found: Any) -> None:
                if self.editions.current() == edition:
                    show(found)

            return unless_another

        def changed(changes: Any) -> None:
            told = self.tr("第 {0} 版：定稿后有 {1} 个数字变动") if changes else self.tr("第 {0} 版：数字至今没有变动")
            self.told.setText(told.format(edition.edition, len(changes)))
            self.changes.empty = self._alike
            self.changes.show_rows(changes)

        def away(problem: Exception) -> None:
            told = self.tr("第 {0} 版：{1}连通以后再比较有没有数字变动，重印、导出照常。")
            self.told.setText(told.format(edition.edition, sentence(problem)))

        def confirmed(found: Any) -> None:
            said = self._said(edition, found)
            self.doubts.setText(said)
            self.doubts.setVisible(bool(said))

        def compare() -> Any:
            with figures_of(hall, hub=hub, by=by) as source:
                return hall.reports.changed_since(edition, source=source)

        self.run(lambda: hall.reports.confirmed(edition), then=shows(confirmed))
        self.told.setText(self.tr("第 {0} 版：正在比较……").format(edition.edition))
        self.changes.empty = ""  # before it was compared nobody knows
        self.changes.show_rows([])
        self.run(compare, then=shows(changed), failed=shows(away), lane=HUB_LANE if hub else LANE)
        if hasattr(self, "publishing"):
            self.enable()

    def _source(self, edition: Any) -> str:
        made_of = self._made_of.get(edition.edition)
        if made_of is None:
            return ""
        return self.tr("中心库") if made_of.kind == HUB else self.tr("本库")

    def _said(self, edition: Any, confirmed: Any) -> str:
        """Return what an edition was published in spite of, and what was said of it."""
        lines = []
        if confirmed.lacking:
            short = shortcoming(sum(confirmed.missing.values()), len(confirmed.uncounted))
            lines.append(self.tr("! 定稿时{0}，{1} 说明：{2}").format(short, edition.by, confirmed.lacking))
            lines += shortcomings(confirmed.missing, confirmed.uncounted, most=MOST)
        if count := len(confirmed.differing):
            head = self.tr("! 文字中 {0} 处数字与表格不同，{1} 定稿时说明：{2}")
            lines.append(head.format(count, edition.by, confirmed.words or self.tr("没有写明")))
            lines += [differing_words(one) for one in confirmed.differing[:MOST]]
            lines += [self.tr("……共 {0} 处").format(count)] if count > MOST else []
        return "\n".join(lines)

    def _to(self, obstacle: Obstacle) -> None:
        if obstacle.screen:
            self.wish_screen.emit(obstacle.screen)
        elif obstacle.day:
            self.wish_open.emit("day", obstacle.day)
        else:
            self._go(self, obstacle)

    # -- doing ----------------------------------------------------------------------------------------------------

    def _publish(self) -> None:
        chosen, found, hub = self.chosen(), self._found, self.at_hub
        if chosen is None or found is None:
            return
        year, form = chosen
        hall, by = self.context.hall, self.context.clerk
        told = self.tr("定稿后全部文件逐字节保存，以后重印的与今天的完全相同。")
        if self.sees_hub:
            made_of = self.tr("中心库全部窗口的汇总") if hub else self.tr("本库的已结数字，不是中心库的汇总")
            told += "\n" + self.tr("定稿用的是{0}。").format(made_of)
        again = self.editions.rows_model.rowCount() > 0

        def send(asked: PublishDialog) -> None:
            said = asked.said()

            def publish() -> Any:
                appendix = hall.analysis.appendix(year, by=by) if said.analysed and not hub else None
                with figures_of(hall, hub=hub, by=by) as source:
                    return hall.reports.publish(
                        year,
                        by=by,
                        form=form,
                        reason=said.reason,
                        confirmed=said.confirmed,
                        lacking=said.lacking,
                        appendix=appendix,
                        source=source,
                    )

            def published(edition: Any) -> None:
                asked.accept()
                self.said.emit(self.tr("已定稿，第 {0} 版").format(edition.edition))
                self.editions.clearSelection()
                self.ask()

            self.run(publish, then=published, failed=asked.refuse, lane=HUB_LANE if hub else LANE)

        PublishDialog(self.left, year, found, again=again, told=told).sends(send)

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


def _with_sources(hall: Any, editions: Any) -> tuple[Any, dict[int, Source]]:
    """Return the editions, and what each was made of; of an altered one nobody can say."""
    made_of = {}
    for one in editions:
        with suppress(Refusal):
            made_of[one.edition] = hall.reports.as_published(one).source
    return editions, made_of
