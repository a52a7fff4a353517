"""Old registers come in: file, columns, a look at what is in it, then all rows or none."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QProgressBar, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.history import COLUMNS, ImportKind, ImportRefused
from hallclient.services.imports import Imported, ImportPreview
from hallclient.ui import theme
from hallclient.ui.choice_field import ChoiceField, Option, options_of
from hallclient.ui.context import Context
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.import_preview import MovedView, ProblemsView, SampleView, TotalsView, heading_line
from hallclient.ui.import_totals import total_lines
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.path_field import PathField
from hallclient.ui.plain import PlainLabel
from hallclient.ui.screen import Elided, Screen, card
from hallclient.ui.terms import label

LANE = "files"  # reading a year's register must not delay the counter
TOUCHES = {
    ImportKind.ENQUIRIES: Topic.ENQUIRIES,
    ImportKind.APPLICATIONS: Topic.APPLICATIONS,
    ImportKind.DISPUTES: Topic.DISPUTES,
    ImportKind.COUNTERS: Topic.COUNTERS,
    ImportKind.CATALOGUE: Topic.CATALOGUE,
    ImportKind.CALENDAR: Topic.CALENDARS,
}
LEAVE_OUT = ""
TOTALS, PROBLEMS, SAMPLE, MOVED = range(4)


class ImportsScreen(Screen):
    """File and columns left, what it would bring in right. ``Ctrl+Enter`` imports once there is no problem left."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "导入"), shares=(2, 3))
        self._preview: ImportPreview | None = None
        self._asked = 0  # the number of the last look, so that an older answer never replaces a newer
        self._working = False
        self.kind = ChoiceField("kind", self.tr("登记簿"), options_of(ImportKind), required=True)
        self.file = PathField(
            "file",
            self.tr("文件（csv 或 xlsx）"),
            patterns=self.tr("表格 (*.csv *.xlsx)"),
            required=True,
            placeholder=self.tr("路径，或按 Ctrl+O 选择"),
        )
        self.form = Form([self.kind, self.file], columns=1)
        self.kind.edited.connect(self._kind_chosen)
        self.file.edited.connect(self._stale)
        self.form.passed.connect(self._look)
        self.mapping: Form | None = None
        self._columns = QWidget()
        self._columns_layout = QVBoxLayout(self._columns)
        self._columns_layout.setContentsMargins(0, 0, 0, 0)
        self._columns_hint = PlainLabel(self.tr("看过文件后，在这里核对每一列。"))
        self._columns_hint.setProperty("role", "muted")
        self._columns_hint.setWordWrap(True)
        self._columns_hint.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        self._columns_layout.addWidget(self._columns_hint)
        self._columns_layout.addStretch(1)
        self.list_side.addWidget(card(self.form))
        self.list_side.addWidget(card(FormScroll(self._columns)), 1)

        self.state = Elided(self.tr("选登记簿、填文件路径，按 Enter 查看。"))
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(theme.M)
        self.progress.setAccessibleName(self.tr("正在处理"))
        self.progress.hide()
        self.search.addWidget(self.state, 1)
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(self.tr("文件内容"))
        for at, title in enumerate(
            (self.tr("合计"), self.tr("逐行问题"), self.tr("前几行"), self.tr("期限变动"))  # in the order of the pages
        ):
            self.bar.addTab(title)
            self.bar.setAccessibleTabName(at, title)
        self.totals, self.problems, self.moved = TotalsView(), ProblemsView(), MovedView()
        self.sample = SampleView([])
        self.pages = QStackedWidget()
        for page in (FormScroll(self.totals), self.problems, self.sample, self.moved):
            self.pages.addWidget(page)
        self.bar.currentChanged.connect(self.pages.setCurrentIndex)
        self.record_side.setSpacing(theme.S)
        self.record_side.addWidget(self.progress)
        self.record_side.addWidget(self.bar)
        self.record_side.addWidget(card(self.pages), 1)
        self.bar.setTabVisible(MOVED, False)

        self.importing = self.add_action("save", self._confirm, title=self.tr("导入"), primary=True)
        self.looking = self.add_action("refresh", self._look, title=self.tr("重新查看"))
        self.browsing = self.add_button(self.tr("选择文件"), self.file.browse, key="Ctrl+O")
        self.browsing.setShortcut("Ctrl+O")
        self.add_action("new", self._new, title=self.tr("换一个文件"))
        self._stale()

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        if self._preview is None:
            self.form.focus_first()

    def back(self) -> bool:
        if self._preview is None or self._working:
            return False
        self._new()
        return True

    # -- looking --------------------------------------------------------------------------------------------------

    def _new(self) -> None:
        if self._working:
            return
        self.form.clear()
        self._stale()
        self.form.focus_first()

    def _kind_chosen(self) -> None:
        self._stale()

    def _stale(self) -> None:
        """What is shown no longer belongs to what is typed."""
        self._asked += 1
        self._preview = None
        self.importing.setEnabled(False)
        self._show_mapping(None)
        self.totals.show_lines([])
        self.problems.show_problems([])
        self._show_sample([], [])
        self.bar.setTabVisible(MOVED, False)
        self.bar.setTabText(PROBLEMS, self.tr("逐行问题"))
        self.bar.setCurrentIndex(TOTALS)
        self.state.setText(self.tr("选登记簿、填文件路径，按 Enter 查看。"))

    def _look(self) -> None:
        if self._working:
            return
        if problems := self.form.problems():
            self.form.mark(problems)
            return
        self._read(self._chosen() if self.mapping is not None else None)

    def _read(self, mapping: dict[str, str] | None) -> None:
        imports, kind, path = self.context.hall.imports, self.kind.value(), self.file.value()
        self._asked += 1
        asked = self._asked

        def look() -> ImportPreview:
            seen: ImportPreview = imports.read(kind, path, mapping)
            if mapping is None and seen.unknown:
                # What old registers call a column is only a guess: applied to look on, shown to be checked. A heading
                # nobody can guess stays a problem until the clerk says what it is, or leaves it out.
                guessed = {heading: name for heading, name in seen.suggested.items() if name}
                if any(heading in guessed for heading in seen.unknown):
                    seen = imports.read(kind, path, guessed)
            return seen

        self._set_working(True, self.tr("正在读取…"))
        self.run(
            look,
            then=lambda preview: self._show(asked, preview),
            failed=lambda problem: self._cannot_read(asked, problem),
            lane=LANE,
        )

    def _cannot_read(self, asked: int, problem: Exception) -> None:
        self._set_working(False)
        if asked == self._asked:
            self._stale()
            self.file.mark(sentence(problem))
            self.file.setFocus()

    def _show(self, asked: int, preview: ImportPreview) -> None:
        self._set_working(False)
        if asked != self._asked:
            return  # something else has been typed meanwhile
        self._preview = preview
        self.file.mark("")
        self.state.setText(heading_line(preview))
        self.totals.show_lines(total_lines(preview.kind, preview.totals))
        self.problems.show_problems(preview.problems)
        self.bar.setTabText(PROBLEMS, self.tr("逐行问题（{0:,}）").format(len(preview.problems)))
        self._show_sample(preview.headings, preview.sample)
        self.moved.show_rows(preview.moved)
        self.bar.setTabVisible(MOVED, bool(preview.moved))
        self.bar.setCurrentIndex(PROBLEMS if preview.problems else TOTALS)
        self._show_mapping(preview)
        self.importing.setEnabled(preview.ready)
        self._focus(preview)

    def _focus(self, preview: ImportPreview) -> None:
        """Move to what must be done next: a column nobody could guess, the problems, else the sums."""
        unknown = [field for field in self.mapping.fields if field.name in preview.unknown] if self.mapping else []
        if unknown:
            unknown[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif preview.problems:
            self.problems.setFocus()
        else:
            self.bar.setFocus()

    def _show_sample(self, headings: Any, rows: Any) -> None:
        sample = SampleView(headings)
        sample.show_rows(rows)
        self.pages.insertWidget(SAMPLE, sample)
        self.pages.removeWidget(self.sample)
        self.sample.deleteLater()
        self.sample = sample
        self.pages.setCurrentIndex(self.bar.currentIndex())

    def _show_mapping(self, preview: ImportPreview | None) -> None:
        if self.mapping is not None:
            before = [field.name for field in self.mapping.fields]
            if preview is not None and before == list(preview.headings):
                self._mark_mapping(preview)
                return  # the same columns: the fields, and the focus in them, stay
            self._columns_layout.removeWidget(self.mapping)
            self.mapping.hide()
            self.mapping.deleteLater()
            self.mapping = None
        self._columns_hint.setVisible(preview is None)
        if preview is None:
            return
        options = [
            *(Option(column.name, column.label, column.name) for column in COLUMNS[preview.kind]),
            Option(LEAVE_OUT, self.tr("不导入此列")),
        ]
        fields = [ChoiceField(heading, heading, options, numbered=False) for heading in preview.headings]
        self.mapping = Form([self.tr("文件中的列 → 登记簿的列"), *fields], columns=2)
        self.mapping.passed.connect(self.bar.setFocus)
        for field in fields:
            name = preview.mapping.get(field.name, "")
            known = field.name not in preview.unknown
            field.set_value(name if name or known else None)
            field.chosen.connect(lambda _value: self._read(self._chosen()))
        self.mapping.setAccessibleName(self.tr("列的对应"))
        self._columns_layout.insertWidget(0, self.mapping)
        self._mark_mapping(preview)

    def _mark_mapping(self, preview: ImportPreview) -> None:
        if self.mapping is None:
            return
        for field in self.mapping.fields:
            unknown = field.name in preview.unknown
            field.mark(self.tr("请选择对应的列，或选“不导入此列”") if unknown else "")

    def _chosen(self) -> dict[str, str]:
        """Return the column of each heading the clerk or the file has settled; the others stay unknown."""
        assert self.mapping is not None
        return {field.name: field.value() for field in self.mapping.fields if field.value() is not None}

    # -- importing ------------------------------------------------------------------------------------------------

    def _confirm(self) -> None:
        preview = self._preview
        if preview is None or not preview.ready or self._working:
            return
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("导入"))
        question.setText(self.tr("导入 {0:,} 行到“{1}”？").format(preview.rows, label(preview.kind)))
        question.setInformativeText(self.tr("导入的记录标为历史导入，计入统计，不能整批撤回。请先与原登记簿核对合计。"))
        yes = question.addButton(self.tr("导入"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(self.tr("返回"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(yes)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.accepted.connect(lambda: self._import(preview))
        question.open()

    def _import(self, preview: ImportPreview) -> None:
        imports, by = self.context.hall.imports, self.context.clerk
        kind, path, mapping = preview.kind, Path(preview.path), dict(preview.mapping)
        self._set_working(True, self.tr("正在导入 {0:,} 行…").format(preview.rows))
        self.run(
            lambda: imports.commit(kind, path, mapping, by=by),
            then=self._imported,
            failed=self._refused,
            touches=[TOUCHES[kind], Topic.DAYS, Topic.OUTBOX],
            lane=LANE,
        )

    def _imported(self, done: Imported) -> None:
        self._set_working(False)
        said = self.tr("已导入 {0:,} 行到“{1}”").format(done.rows, label(done.kind))
        if done.first_number:
            said += self.tr("，编号 {0} 至 {1}").format(done.first_number, done.last_number)
        if done.moved:
            said += self.tr("，{0} 件申请的期限已重算").format(len(done.moved))
        self.said.emit(said)
        self.form.clear()
        self._stale()
        self.state.setText(f"✓ {said}")
        self.form.focus_first()

    def _refused(self, problem: Exception) -> None:
        self._set_working(False)
        if isinstance(problem, ImportRefused):
            self.problems.show_problems(problem.problems)
            self.bar.setCurrentIndex(PROBLEMS)
        if not (isinstance(problem, Refusal) and self.form.mark_refusal(problem)):
            self.complained.emit(sentence(problem))

    def _set_working(self, working: bool, told: str = "") -> None:
        self._working = working
        self.progress.setVisible(working)
        self.form.setEnabled(not working)
        for action in (self.looking, self.browsing):
            action.setEnabled(not working)
        if working:
            self.importing.setEnabled(False)
            self.state.setText(told)
