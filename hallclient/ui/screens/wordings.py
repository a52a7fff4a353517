"""The words of the standard documents: what is in force, what a supervisor changes, and from which day."""

from datetime import date
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QTabBar

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.permissions import Permission
from hallclient.domain.register.records import SavedDraft
from hallclient.domain.register.wordings import (
    OfferedSlot,
    OwnSlot,
    WordingDraft,
    WordingKind,
    WordingProblem,
    WordingRefused,
    WordingVersion,
)
from hallclient.ui import theme
from hallclient.ui.ask_dialog import AskDialog, ReasonDialog
from hallclient.ui.context import Context
from hallclient.ui.input_method import guard
from hallclient.ui.jobs import Topic
from hallclient.ui.journal import KEEP_AFTER_MS
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import Screen, card
from hallclient.ui.sentence_words import day
from hallclient.ui.wording_dialogs import ask_own_slot, ask_publication, ask_slot
from hallclient.ui.wording_diff import DiffView
from hallclient.ui.wording_editor import WordingEditor
from hallclient.ui.wording_journal import FORM, of_kind, payload_of, restored
from hallclient.ui.wording_versions import VersionsList
from hallclient.ui.wording_words import kind_name, kind_state, kind_tone

WORDS, DIFFERENCE, VERSIONS = range(3)


class WordingsScreen(Screen):
    """Kinds left, the words of one right. Enter goes into it, ``Ctrl+Enter`` publishes, Alt+1…3 turn the pages."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "文书格式"), shares=(1, 2), least=(260, 380))
        self._kinds: tuple[WordingKind, ...] = ()
        self._slots: tuple[OfferedSlot, ...] = ()
        self._versions: tuple[WordingVersion, ...] = ()
        self._shown = ""
        self._instance = str(uuid4())
        self._kept = False
        may = context.may(Permission.EDIT_WORDING)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("按名称或代码查找  Ctrl+F"))
        self.filter.setAccessibleName(self.tr("查找文书格式"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(320)
        self.filter.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        guard(self.filter)
        self.filter.textChanged.connect(lambda _text: self._show_kinds())
        self.filter.returnPressed.connect(self._to_list)
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(self.tr("页"))
        self.search.addWidget(self.bar)
        self.search.addStretch(1)
        self.search.addWidget(self.filter, 1)
        self.list = ListView(
            [
                Column(title=self.tr("代码"), text=lambda kind: kind.code, width=64),
                Column(title=self.tr("文书"), text=kind_name, stretch=True, hover=lambda kind: kind.title),
                Column(title=self.tr("情况"), text=kind_state, tone=kind_tone, width=104, spare=True),
            ],
            name=self.tr("文书格式"),
            empty=self.tr("没有这样的文书格式。"),
        )
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _kind: self._into())
        self.list_side.addWidget(card(self.list))
        self.editor = WordingEditor(editable=may)
        self.difference = DiffView()
        self.versions = VersionsList(context.today)
        self.versions.opened.connect(self._take_up)
        self._pages = QStackedWidget()
        for at, (title, page) in enumerate(
            (
                (self.tr("正文"), self.editor),
                (self.tr("对照"), self.difference),
                (self.tr("版本"), self.versions),
            )
        ):
            self.bar.addTab(f"{title}  Alt+{at + 1}")
            self.bar.setAccessibleTabName(at, title)
            self._pages.addWidget(page)
            turning = QAction(self)
            turning.setShortcut(f"Alt+{at + 1}")
            turning.triggered.connect(partial(self._turn, at))
            self.addAction(turning)
        self.bar.currentChanged.connect(self._turned)
        self.record_side.addWidget(card(self._pages))
        self.publishing = self.add_action("save", self._publish, title=self.tr("发布"), primary=True)
        self.add_action("preview", self._preview)
        self.inserting = self._button(self.tr("插入填写项"), self._insert, "Ctrl+K")
        self.inventing = self._button(self.tr("自设填写项"), self._invent, "Ctrl+Shift+K")
        self.adding = self.add_action("new", self.editor.add_paragraph, title=self.tr("新增一段"))
        self.waiting = self._button(self.tr("齐全才印"), self.editor.toggle_if_known, "Ctrl+E")
        self.removing = self._button(self.tr("删去本段"), self._remove, "Ctrl+Shift+Del")
        self.discarding = self._button(self.tr("放弃改动"), self._discard, "Ctrl+Shift+D")
        self.add_action("refresh", self._ask, button=False)
        searching = self.add_button("", lambda: self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason), button=False)
        searching.setShortcut("Ctrl+F")
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_AFTER_MS)
        self._keeping.timeout.connect(self.keep_draft)
        self.editor.changed.connect(self._edited)
        self._enable()

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        self._ask()
        self.list.setFocus()

    def recall(self, topics: frozenset[object]) -> None:
        if Topic.DOCUMENTS in topics:
            self._ask()

    def back(self) -> bool:
        if self.list.hasFocus() and self.filter.text():
            self.filter.clear()
        elif self.list.hasFocus():
            return False
        self.list.setFocus()
        return True

    def keep_draft(self) -> None:
        """Write the unpublished words to the journal; they are there again when the kind is opened."""
        self._keeping.stop()
        draft = self.editor.draft()
        if draft is None or not self.editor.dirty:
            return
        self._kept = True
        payload = payload_of(draft)
        desk, by, instance = self.context.hall.drafts, self.context.clerk, self._instance
        title = f"{draft.code} {self._title(draft.code)}"
        self.run(lambda: desk.save(instance, FORM, payload, title=title, by=by), touches=[Topic.DRAFTS])

    def show_record(self, number: str) -> None:
        """Show a kind by its code, or the kind of an unpublished text by its draft's name."""
        hall, by = self.context.hall, self.context.clerk

        def show(saved: list[SavedDraft]) -> None:
            found = next((draft for draft in saved if draft.instance == number), None)
            code = str(found.payload["code"]) if found is not None else number
            self.filter.clear()
            self._shown = ""
            self.list.choose(lambda kind: kind.code == code)
            self.list.setFocus()

        self.run(lambda: hall.drafts.mine(by), then=show)

    # -- showing --------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        self.run(self.context.hall.wording.kinds, then=self._show_all)

    def _show_all(self, kinds: tuple[WordingKind, ...]) -> None:
        self._kinds = kinds
        self._show_kinds()

    def _show_kinds(self) -> None:
        wanted = self.filter.text().strip().lower()
        rows = [kind for kind in self._kinds if wanted in kind.code.lower() or wanted in kind.title.lower()]
        self.list.show_rows(rows, keep=lambda kind: kind.code)
        if rows and self.list.current() is None:
            self.list.selectRow(0)

    def _title(self, code: str) -> str:
        return next((kind.title for kind in self._kinds if kind.code == code), code)

    def _to_list(self) -> None:
        self.list.setFocus()

    def _chosen(self, kind: WordingKind | None) -> None:
        if kind is None or kind.code == self._shown:
            return
        self.keep_draft()
        self._shown = kind.code
        self._open(kind.code)

    def _open(self, code: str, version: str = "", *, fresh: bool = False) -> None:
        """Ask for a wording; what was left unpublished comes back unless ``fresh``."""
        desk, drafts, by = self.context.hall.wording, self.context.hall.drafts, self.context.clerk

        def work() -> tuple[WordingDraft, tuple[OfferedSlot, ...], tuple[WordingVersion, ...], SavedDraft | None]:
            saved = None if fresh or version else of_kind(drafts.mine(by), code)
            draft = desk.draft(code, version or (str(saved.payload["version"]) if saved else ""))
            if saved is not None:
                draft = restored(draft, saved)
            return draft, desk.slots(draft), desk.versions(code), saved

        self.run(work, then=partial(self._show, code, bool(version)))

    def _show(self, code: str, taken_up: bool, found: tuple[Any, ...]) -> None:
        if code != self._shown:
            return
        draft, self._slots, self._versions, saved = found
        self.editor.show_draft(draft, dirty=saved is not None or taken_up)
        self._instance, self._kept = (saved.instance, True) if saved is not None else (str(uuid4()), False)
        self.heading.setText(f"{code} {self._title(code)}")
        self.versions.show_rows(self._versions, keep=lambda version: version.version)
        if saved is not None:
            self.said.emit(self.tr("已恢复没有发布的改动，不要时按 Ctrl+Shift+D"))
        elif taken_up:
            self.bar.setCurrentIndex(WORDS)
            self.editor.start()
            self.said.emit(self.tr("已取出 {0} 的文字，发布后成为新版本").format(draft.version))
        self._turned(self.bar.currentIndex())

    def _into(self) -> None:
        page = self.bar.currentIndex()
        if page == WORDS:
            self.editor.start()
        else:
            self.versions.setFocus() if page == VERSIONS else self.difference.setFocus()

    def _turn(self, at: int) -> None:
        self.bar.setCurrentIndex(at)
        self._into()

    def _turned(self, at: int) -> None:
        self._pages.setCurrentIndex(at)
        if at == DIFFERENCE:
            self._compare()
        self._enable()

    def _compare(self) -> None:
        draft, desk = self.editor.draft(), self.context.hall.wording
        if draft is None:
            return
        version = next((one.version for one in self._versions if one.in_force), draft.version)
        title = self.tr("与现行的 {0} 对照").format(version)
        self.run(lambda: desk.diff(draft, version), then=lambda lines: self.difference.show_lines(lines, title))

    def _enable(self) -> None:
        """Offer what this page can do, and say why not where it cannot."""
        may = self.context.may(Permission.EDIT_WORDING)
        here, words = self.editor.here, self.bar.currentIndex() == WORDS
        versions = self.bar.currentIndex() == VERSIONS
        reasons = {
            self.publishing: "" if self.editor.dirty else self.tr("文字没有改动"),
            self.discarding: "" if self.editor.dirty else self.tr("文字没有改动"),
            self.inserting: "" if words else self.tr("先转到“正文”页"),
            self.inventing: "" if words else self.tr("先转到“正文”页"),
            self.adding: "" if words else self.tr("先转到“正文”页"),
            self.waiting: "" if words and here is not None and not here.key else self.tr("只用于新增的段"),
            self.removing: "" if words or versions else self.tr("先转到“正文”页"),
        }
        self.removing.setText(self.tr("撤回所选版本") if versions else self.tr("删去本段"))
        for action, reason in reasons.items():
            reason = reason if may else self.tr("只有负责人可以修改文书格式")
            action.setEnabled(not reason)
            action.setToolTip(reason)
            action.setWhatsThis(reason)

    def _edited(self) -> None:
        self._keeping.start()
        self._enable()

    # -- doing ----------------------------------------------------------------------------------------------------

    def _button(self, title: str, does: Any, key: str) -> QAction:
        action = self.add_button(title, does, key=key)
        action.setShortcut(key)
        return action

    def _preview(self) -> None:
        draft, desk = self.editor.draft(), self.context.hall.wording
        if draft is not None:
            title = self.tr("{0} 样张").format(self._title(draft.code))
            self.run(
                lambda: desk.preview(draft),
                then=lambda pdf: self.context.printing.preview(pdf, title=title, kind="wording"),
                failed=self._refused,
            )

    def _insert(self) -> None:
        ask_slot(self, self._slots, self.editor.insert)

    def _invent(self) -> None:
        def add(slot: OwnSlot) -> None:
            self.editor.add_slot(slot)
            self._slots = (*self._slots, OfferedSlot(token=f"{{{slot.label}}}", label=slot.label, type=slot.type))

        ask_own_slot(self, add)

    def _remove(self) -> None:
        if self.bar.currentIndex() == VERSIONS:
            self._withdraw()
        elif not self.editor.remove_paragraph():
            self.complained.emit(self.tr("这一段不能删去"))

    def _discard(self) -> None:
        self._forget()
        self._open(self._shown, fresh=True)
        self.said.emit(self.tr("已放弃改动"))

    def _forget(self) -> None:
        """Take the unpublished text out of the journal."""
        self._keeping.stop()
        if self._kept:
            desk, by, instance = self.context.hall.drafts, self.context.clerk, self._instance
            self.run(lambda: desk.discard(instance, by=by), touches=[Topic.DRAFTS])

    def _take_up(self, version: WordingVersion) -> None:
        self.keep_draft()
        self._open(version.code, version.version)

    def _publish(self) -> None:
        draft, desk, by = self.editor.draft(), self.context.hall.wording, self.context.clerk
        if draft is None:
            return

        def found(problems: tuple[WordingProblem, ...]) -> None:
            if problems:
                self._wrong(problems)
            else:
                ask_publication(self, self.context.today, send)

        def send(asked: AskDialog, effective_from: date, reason: str) -> None:
            self.run(
                lambda: desk.publish(draft, effective_from=effective_from, reason=reason, by=by),
                then=lambda version: self._published(asked, version),
                failed=lambda problem: self._not_published(asked, problem),
                touches=[Topic.DOCUMENTS],
            )

        self.run(lambda: desk.check(draft), then=found)

    def _published(self, asked: AskDialog, version: WordingVersion) -> None:
        asked.accept()
        self.list.setFocus()
        self._forget()
        self._open(version.code, fresh=True)
        self._ask()
        self.said.emit(self.tr("已发布 {0}，{1}起签发的文书使用").format(version.version, day(version.effective_from)))

    def _not_published(self, asked: AskDialog, problem: Exception) -> None:
        if isinstance(problem, Refusal) and set(problem.fields) & {"effective_from", "reason"}:
            asked.refuse(problem)
            return
        asked.reject()
        self._refused(problem)

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, WordingRefused):
            self._wrong(problem.problems)
        else:
            self.complained.emit(sentence(problem))

    def _wrong(self, problems: tuple[WordingProblem, ...]) -> None:
        self.bar.setCurrentIndex(WORDS)
        self.complained.emit(self.editor.mark(problems))

    def _withdraw(self) -> None:
        version: WordingVersion | None = self.versions.current()
        if version is None:
            return
        desk, by = self.context.hall.wording, self.context.clerk
        told = self.tr("撤回还没有生效的 {0}，它仍留在版本列表中。").format(version.version)
        dialog = ReasonDialog(self, title=self.tr("撤回所选版本"), told=told, does=self.tr("撤回"))

        def send(asked: ReasonDialog) -> None:
            self.run(
                lambda: desk.withdraw(version.code, version.version, reason=asked.reason(), by=by),
                then=lambda _none: self._withdrawn(asked, version),
                failed=asked.refuse,
                touches=[Topic.DOCUMENTS],
            )

        dialog.sends(send)

    def _withdrawn(self, asked: AskDialog, version: WordingVersion) -> None:
        asked.accept()
        self._open(version.code, fresh=True)
        self._ask()
        self.said.emit(self.tr("已撤回 {0}").format(version.version))
