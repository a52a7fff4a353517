"""What does the hall show its visitors? Guide, catalogue and flow chart: read, previewed, printed, edited, kept."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.permissions import Permission
from hallclient.domain.register.records import SavedDraft
from hallclient.domain.register.reference_text import ReferenceKind, ReferenceText
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.services.reference_texts import TextLine
from hallclient.ui.context import Context
from hallclient.ui.jobs import Topic
from hallclient.ui.messages import sentence
from hallclient.ui.reference_texts_form import ReferenceTextForm
from hallclient.ui.reference_texts_journal import TextKeeper, kind_of, of_kind
from hallclient.ui.reference_texts_words import slot_name
from hallclient.ui.register_tab import RegisterTab
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import card
from hallclient.ui.terms import label


@dataclass(frozen=True, slots=True)
class _Row:
    """An edition in the list; ``line`` is its text's own line, ``now`` says that it is in force.

    ``kept``: this clerk has unpublished words that would follow it.
    """

    line: TextLine
    text: ReferenceText
    now: bool
    kept: bool = False


class ReferenceTextsTab(RegisterTab):
    """Editions left, their words right. ``Ctrl+N`` begins a new edition, ``Ctrl+Enter`` publishes it, F7 shows it.

    What is typed is kept as one goes: Esc, a lock or a crash lose nothing, ``Ctrl+N`` takes it up again.
    """

    shows = frozenset({Topic.SETTINGS, Topic.CATALOGUE, Topic.REFERENCE_TEXTS, Topic.DRAFTS})

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title = self.tr("参考文本")
        self.may_edit = context.may(Permission.EDIT_REFERENCE_TEXT)
        self._rows: list[_Row] = []
        self._wanted: ReferenceKind | None = None  # whose newest edition to show once the list is here
        self.list = ListView(
            [
                Column(title=self.tr("文本"), text=lambda row: label(row.text.kind), stretch=True, tone=_old),
                Column(title=self.tr("版次"), text=self._edition, width=72, tone=_old),
                Column(title=self.tr("施行日期"), text=_from, width=104, tone=_old, spare=True),
                Column(title=self.tr("情况"), text=self._state, width=176, tone=_warn, hover=self._state),
            ],
            name=self.tr("参考文本"),
            sortable=False,
        )
        self.list.chosen.connect(self._read)
        self.list.opened.connect(lambda _row: self.preview())
        self.reader = QPlainTextEdit()
        self.reader.setReadOnly(True)
        self.reader.setTabChangesFocus(True)
        self.reader.setAccessibleName(self.tr("文本内容"))
        self.editor = ReferenceTextForm(context.today)
        self.keeper = TextKeeper(context, self.editor, self)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.reader)
        self._pages.addWidget(self.editor)
        self.record = card(self._pages)

    # -- the list -------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        desk, drafts, by = self.context.hall.reference_texts, self.context.hall.drafts, self.context.clerk

        def work() -> list[_Row]:
            rows, mine = [], drafts.mine(by)
            for line in desk.lines():
                texts = desk.editions(line.kind) or [line.current]
                begun = of_kind(mine, line.kind) is not None
                rows += [
                    _Row(line, text, text.edition == line.current.edition, begun and text is texts[0]) for text in texts
                ]
            return rows

        self.run(work, then=self._show)

    def _show(self, rows: list[_Row]) -> None:
        self._rows = rows
        self.find(self.filter)
        if (wanted := self._wanted) is not None:
            self._wanted = None
            self.list.choose(lambda row: row.text.kind is wanted)

    def find(self, text: str) -> None:
        self.filter = text.strip()
        wanted = self.filter.lower()
        rows = [row for row in self._rows if not wanted or wanted in _words(row.text).lower()]
        self.list.show_rows(rows, keep=lambda row: (row.text.kind, row.text.edition))
        if rows and self.list.current() is None:
            self.list.selectRow(0)
        self._read(self.list.current())

    def _edition(self, row: _Row) -> str:
        return self.tr("第 {0} 版").format(row.text.edition) if row.text.edition else self.tr("草案")

    def _state(self, row: _Row) -> str:
        if row.kept and not (self.editing and self.editor.kind is row.text.kind):
            return self.tr("⚠ 有未发布的改稿")
        if not row.text.edition:
            return self.tr("⚠ 尚未发布")
        if row.now and row.line.outdated:
            names = self.tr("、").join(slot_name(name) for name in row.line.outdated)
            return self.tr("⚠ 现行，但{0}已变更，请发布新版").format(names)
        if row.now:
            return self.tr("现行")
        newer = row.text.edition > row.line.current.edition
        return self.tr("待施行") if newer else self.tr("已被替代")

    def _read(self, row: _Row | None) -> None:
        if row is not None and not self.editing:
            self.reader.setPlainText(_words(row.text))

    # -- paper ----------------------------------------------------------------------------------------------------

    def preview(self) -> None:
        """F7: the edition as it is printed; while one is being edited, that one."""
        desk, printing = self.context.hall.reference_texts, self.context.printing
        if self.editing and (kind := self.editor.kind) is not None:
            parts, title = self.editor.parts(), self.editor.title()
            self.run(
                lambda: desk.preview(kind, parts, title=title),
                then=lambda pdf: printing.preview(pdf, title=label(kind), kind=kind.value),
                failed=self._refused,
            )
            return
        self._paper(printing.preview)

    def print_it(self) -> None:
        """F8: print the chosen edition."""
        self._paper(self.context.printing.print)

    def _paper(self, use: Callable[..., None]) -> None:
        row: _Row | None = self.list.current()
        if row is None:
            self.complained.emit(self.tr("请先在列表中选一条"))
            return
        desk, text = self.context.hall.reference_texts, row.text
        self.run(lambda: desk.pdf(text), then=lambda pdf: use(pdf, title=label(text.kind), kind=text.kind.value))

    # -- a new edition --------------------------------------------------------------------------------------------

    @property
    def editing(self) -> bool:
        """Whether an edition is being written."""
        return self._pages.currentWidget() is self.editor

    def new(self) -> None:
        """Ctrl+N: begin a new edition of the chosen text with its newest words."""
        row: _Row | None = self.list.current()
        if row is None or not self.may_edit:
            return
        if self.editing and self.editor.kind is row.text.kind:
            self.editor.focus_first()
            return
        self._begin(row.text.kind)

    def _begin(self, kind: ReferenceKind) -> None:
        """Open the editor with the newest words, or with those that were not published yet."""
        self.keep_draft()
        desk, drafts, by = self.context.hall.reference_texts, self.context.hall.drafts, self.context.clerk
        self.run(lambda: (desk.to_edit(kind), of_kind(drafts.mine(by), kind)), then=lambda found: self._edit(*found))

    def _edit(self, text: ReferenceText, kept: SavedDraft | None) -> None:
        self.editor.show_text(text)
        self.keeper.renew()
        if kept is not None:
            self.keeper.restore(kept)
            self.said.emit(self.tr("已恢复没有发布的改稿，不要时按 Ctrl+Shift+D"))
        self._pages.setCurrentWidget(self.editor)
        self.editor.focus_first()
        self.changed.emit()

    def discard(self) -> None:
        """Ctrl+Shift+D: give up what was typed, in the form and in the journal."""
        if self.editing:
            self.keeper.discard()
            self._stop()
            self.ask()
            self.list.setFocus()
            self.said.emit(self.tr("已放弃改稿"))

    def keep_draft(self) -> None:
        if self.editing:
            self.keeper.keep()

    def show_draft(self, instance: str) -> None:
        """Go on with unpublished words, by their draft's name."""
        drafts, by = self.context.hall.drafts, self.context.clerk

        def show(saved: list[SavedDraft]) -> None:
            kind = kind_of(saved, instance)
            if kind is not None and self.may_edit:
                self.list.choose(lambda row: row.text.kind is kind)
                self._begin(kind)

        self.run(lambda: drafts.mine(by), then=show)

    def save(self) -> None:
        kind = self.editor.kind
        if not self.editing or kind is None or not self.editor.fit():
            return
        desk, by = self.context.hall.reference_texts, self.context.clerk
        parts, title, said, base = self.editor.parts(), self.editor.title(), self.editor.values(), self.editor.base
        instance = self.keeper.instance
        self.run(
            lambda: desk.publish(
                kind,
                parts,
                title=title,
                effective_from=said["effective_from"],
                reason=said["reason"],
                base=base,
                draft_instance=instance,
                by=by,
            ),
            then=self._published,
            failed=self._refused,
            touches=[Topic.REFERENCE_TEXTS, Topic.DRAFTS],
        )

    def _published(self, text: ReferenceText) -> None:
        self.said.emit(self.tr("已发布 {0} 第 {1} 版").format(label(text.kind), text.edition))
        self._wanted = text.kind
        self.keeper.renew()
        self._stop()
        self.ask()

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, ChangedMeanwhile):
            self.editor.base = problem.version  # what was typed stays; the next save follows the other's edition
            self.ask()
        if not (isinstance(problem, Refusal) and self.editor.mark_refusal(problem)):
            self.complained.emit(sentence(problem))

    def _stop(self) -> None:
        self._pages.setCurrentWidget(self.reader)
        self.changed.emit()

    def back(self) -> bool:
        if not self.editing:
            return False
        kept = self.editor.dirty
        self.keep_draft()
        self._stop()
        if kept:
            self.said.emit(self.tr("改稿已保存，按 Ctrl+N 继续"))
        self._read(self.list.current())
        self.list.setFocus()
        return True


def _words(text: ReferenceText) -> str:
    """Return an edition as lines to read on the screen."""
    filled = text.filled()
    parts = [f"{part.title.replace(chr(10), '')}\n{part.text}".strip() for part in filled.parts]
    return "\n\n".join([filled.title, *(part for part in parts if part)])


def _from(row: _Row) -> str:
    return row.text.effective_from.isoformat() if row.text.effective_from is not None else ""


def _old(row: _Row) -> str | None:
    return None if row.now or row.text.edition > row.line.current.edition else "muted"


def _warn(row: _Row) -> str | None:
    return "warn" if not row.text.edition or (row.now and row.line.outdated) else _old(row)
