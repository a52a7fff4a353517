"""How are the written parts of a year's report made? Text with slots beside its checked numbers and its preview."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.figures import report_text
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_text import Mention, MentionKind, SlotUnknown
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.permissions import Clerk, Permission
from hallclient.domain.register.records import SavedDraft
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.foundation.trouble import Trouble
from hallclient.ui import theme
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.context import Context
from hallclient.ui.figure_tab import HUB_LANE, LANE, YearTab, row, words
from hallclient.ui.forms import Form
from hallclient.ui.hub_source import figures_of
from hallclient.ui.jobs import Topic
from hallclient.ui.journal import KEEP_AFTER_MS
from hallclient.ui.messages import sentence
from hallclient.ui.period_tab import SHOWN
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import card
from hallclient.ui.slot_words import slot_options
from hallclient.ui.terms import label
from hallclient.ui.writer_editor import SIGNS, ReadPane, WriterEditor

FORM = "report_text"


class WriterTab(YearTab):
    """``Ctrl+Enter`` saves, ``Ctrl+K`` inserts a figure, ``Ctrl+J`` takes last year's text, F7 turns the pane."""

    shows = SHOWN

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.title = self.tr("编写")
        self._asked = 0
        self._shown: tuple[int, str, str] | None = None
        self._report: Report | None = None
        self._away = ""  # why there are no figures to hold the text against
        self._reading: Any = ()
        self._slots: dict[str, str] = {}
        self._last, self._saved, self._version = "", "", 0
        self._theirs = ""
        self._comparing = False
        self._instance, self._kept = str(uuid4()), False
        self.part = ChoiceField("part", self.tr("部分"))
        self.part.edited.connect(self.ask)
        self.head = row([*self.choices(), (self.part, -136)])
        self.covers = words(role="muted")
        self.edit = WriterEditor()
        self.edit.setReadOnly(not context.may(Permission.WRITE_REPORT))
        self.edit.textChanged.connect(self._edited)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.addWidget(self.covers)
        column.addWidget(self.edit, 1)
        self.left = card(page)
        self.mentions = ListView(
            [
                Column(title="", text=lambda one: SIGNS[one.kind], tone=_tone, width=36),
                Column(title=self.tr("写作"), text=lambda one: one.found, tone=_tone, align="right", width=72),
                Column(title=self.tr("表中"), text=lambda one: one.expected, tone=_tone, align="right", width=72),
                Column(title=self.tr("核对"), text=_told, tone=_tone, stretch=True),
            ],
            name=self.tr("文字中的数字"),
            empty=self.tr("文字中没有手写的数字。"),
            sortable=False,
        )
        self.mentions.opened.connect(self.edit.go_to)
        self.pane = ReadPane(self.tr("预览"))
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.M)
        beside.addWidget(card(self.mentions), 2)
        beside.addWidget(card(self.pane), 3)
        self.right = right
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_AFTER_MS)
        self._keeping.timeout.connect(self.keep_draft)

    @property
    def dirty(self) -> bool:
        return self._shown is not None and self.edit.toPlainText() != self._saved

    def add_actions(self, add: Callable[..., QAction]) -> list[QAction]:
        self.saving = add(self.tr("保存"), self.save, key="Ctrl+Enter", primary=True, shortcut="Ctrl+Return")
        self.inserting = add(self.tr("插入数字"), self._insert, key="Ctrl+K")
        self.taking = add(self.tr("取用上年文字"), self._take_last, key="Ctrl+J")
        self.turning = add(self.tr("预览、与上年比较"), self._turn, key="F7")
        self.discarding = add(self.tr("放弃改动"), self._discard, key="Ctrl+Shift+D")
        return [self.saving, self.inserting, self.taking, self.turning, self.discarding]

    def enable(self) -> None:
        may = "" if self.context.may(Permission.WRITE_REPORT) else self.tr("只有负责人可以编写年度报告")
        same = "" if self.dirty else self.tr("文字没有改动")
        last = "" if self._last else self.tr("没有上年的文字")
        for action, reason in (
            (self.saving, may or same),
            (self.discarding, may or same),
            (self.inserting, may or self._away),
            (self.taking, may or last),
        ):
            action.setEnabled(not reason)
            action.setToolTip(reason)
            action.setWhatsThis(reason)

    def start(self) -> None:
        self.edit.setFocus()

    # -- asking and showing ---------------------------------------------------------------------------------------

    def ask(self) -> None:
        chosen, hall, by = self.chosen(), self.context.hall, self.context.clerk
        if chosen is None:
            return
        self.keep_draft()
        year, form = chosen
        wanted = self.part.value()
        self._asked += 1
        asked = self._asked

        hub = self.at_hub

        def work() -> tuple[Any, ...]:
            rule = hall.reports.form(year, form)
            parts = [part for part in rule.parts if part.written]
            part = next((part for part in parts if part.id == wanted), parts[0] if parts else None)
            if part is None:
                return rule, parts, None, None, None, _Figures()
            text = hall.reports.text(year, part.id, form)
            saved = next((one for one in hall.drafts.mine(by) if _is_of(one, year, form, part.id)), None)
            return rule, parts, part, text, saved, _figures(hall, year, form, part.id, hub=hub, by=by)

        self.run(work, then=lambda found: self._show(asked, year, form, found), lane=HUB_LANE if hub else LANE)

    def _show(self, asked: int, year: int, form: str, found: tuple[Any, ...]) -> None:
        if asked != self._asked:
            return
        rule, parts, part, text, saved, figures = found
        self._report, self._slots, self._last, self._away = figures.report, figures.slots, figures.last, figures.away
        self._reading = rule.reading
        if self._away:
            self.complained.emit(self._away)
        self.part.set_options(tuple(Option(one.id, one.heading) for one in parts))
        if part is None:
            self._shown = None
            self.covers.setText(self.tr("这种格式没有要编写的部分。"))
            self.edit.setEnabled(False)
            self.enable()
            return
        self.edit.setEnabled(True)
        self.part.set_value(part.id)
        self.covers.setText(part.covers or part.heading)
        if self._shown == (year, form, part.id) and self.dirty:
            self._refresh()  # the figures changed under an unsaved text: it stays
            return
        self._shown = (year, form, part.id)
        self._saved, self._version, self._theirs = text.text, text.version, ""
        self._instance, self._kept = (saved.instance, True) if saved is not None else (str(uuid4()), False)
        if saved is not None:
            self._version = int(str(saved.payload["version"]))
            self.said.emit(self.tr("已恢复没有保存的文字，不要时按 Ctrl+Shift+D"))
        self.edit.setPlainText(str(saved.payload["text"]) if saved is not None else text.text)
        self._refresh()

    def _edited(self) -> None:
        if self._shown is not None and self.dirty:
            self._keeping.start()
        self._refresh()

    def _refresh(self) -> None:
        """Check the numbers and fill the preview at every key: the report is at hand, nothing is asked for."""
        if self._shown is None:
            return
        if self._report is None:
            self.edit.show_mentions(())
            self.mentions.show_rows([])
            later = self.tr("文字照常编写、保存；连通以后按 F5，再核对其中的数字。")
            self.pane.show_paragraphs(self.tr("预览"), (f"⚠ {self._away}", later))
            if hasattr(self, "saving"):
                self.enable()
            return
        text = self.edit.toPlainText()
        found = report_text.mentions(text, self._report, self._reading)
        self.edit.show_mentions(found)
        self.mentions.show_rows(sorted(found, key=lambda one: (one.kind is not MentionKind.WRONG, one.start)))
        if self._theirs:
            told = self.tr("他人已保存的文字（划去）与您的文字（下划线）")
            self.pane.show_changes(told, report_text.changes(self._theirs, text))
        elif self._comparing:
            told = self.tr("与上年比较：划去的没有了，下划线的是新写的") if self._last else self.tr("没有上年的文字")
            self.pane.show_changes(told, report_text.changes(self._last, text) if self._last else ())
        else:
            self._preview(text)
        if hasattr(self, "saving"):
            self.enable()

    def _preview(self, text: str) -> None:
        try:
            self.pane.show_paragraphs(self.tr("预览"), report_text.paragraphs(text, self._slots))
        except SlotUnknown as unknown:
            self.pane.show_paragraphs(self.tr("预览"), ("⚠ " + sentence(unknown),))

    # -- doing ----------------------------------------------------------------------------------------------------

    def _turn(self) -> None:
        self._comparing, self._theirs = not self._comparing, ""
        self._refresh()

    def _insert(self) -> None:
        if self._report is None:
            return
        options = slot_options(self._report, self._slots)
        field = ChoiceField("slot", self.tr("数字"), options, numbered=False, required=True, wide=True)
        form = Form([field], columns=1)
        told = self.tr("键入名称的一部分来选取；印出时填入当时的数字，不会写错。")
        title = self.tr("插入数字")
        dialog = AskDialog(self.edit, title=title, does=self.tr("插入"), body=form, forms=(form,), told=told)
        dialog.resize(520, 240)

        def send(asked: AskDialog) -> None:
            asked.accept()
            self.edit.insertPlainText("{{" + str(field.value()) + "}}")
            self.edit.setFocus()

        form.focus_first()
        dialog.sends(send)

    def _take_last(self) -> None:
        self.edit.replace_all(self._last)
        self._comparing = True
        self._refresh()
        self.said.emit(self.tr("已取用上年文字，数字换成本年的；Ctrl+Z 可撤销"))

    def save(self) -> None:
        if self._shown is None:
            return
        desk, by, text, version = self.context.hall.reports, self.context.clerk, self.edit.toPlainText(), self._version
        year, form, part = self._shown
        self.run(
            lambda: desk.write(year, part, text, version=version, by=by, form=form),
            then=self._written,
            failed=self._refused,
        )

    def _written(self, text: Any) -> None:
        self._saved, self._version, self._theirs = text.text, text.version, ""
        self._forget()
        self._refresh()
        wrong = sum(one.kind is MentionKind.WRONG for one in self.mentions.rows_model.rows())
        self.said.emit(self.tr("已保存，有 {0} 处数字与表格不符").format(wrong) if wrong else self.tr("已保存"))

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, ChangedMeanwhile) and problem.theirs is not None:
            theirs: Any = problem.theirs
            self._theirs, self._version = theirs.text, theirs.version
            self._refresh()
            told = self.tr("{0} 已保存了另一份文字，右边标出不同之处；再按 Ctrl+Enter 以您的文字为准")
            self.complained.emit(told.format(theirs.by))
            return
        self.complained.emit(sentence(problem))

    # -- the journal ----------------------------------------------------------------------------------------------

    def keep_draft(self) -> None:
        self._keeping.stop()
        if self._shown is None or not self.dirty:
            return
        year, form, part = self._shown
        text = self.edit.toPlainText()
        payload: dict[str, object] = {"year": year, "form": form, "part": part, "text": text, "version": self._version}
        desk, by, instance, version = self.context.hall.drafts, self.context.clerk, self._instance, self._version
        title = self.tr("{0} 年度报告 {1}").format(year, self.part.text())
        self._kept = True
        self.run(
            lambda: desk.save(instance, FORM, payload, base_version=version, title=title, by=by),
            touches=[Topic.DRAFTS],
        )

    def show_draft(self, draft: SavedDraft) -> None:
        """Show the part an unsaved text belongs to; it is put back there."""
        self.year.set_value(int(str(draft.payload["year"])))
        self.form.set_value(str(draft.payload["form"]))
        self._shown = None
        self._wanted(str(draft.payload["part"]))

    def show_part(self, part: str) -> None:
        """Show a part."""
        self._wanted(part)

    def _wanted(self, part: str) -> None:
        self.part.set_options((Option(part, part),))
        self.part.set_value(part)

    def _discard(self) -> None:
        self._forget()
        self.edit.replace_all(self._saved)
        self._theirs = ""
        self._refresh()
        self.said.emit(self.tr("已放弃改动"))

    def _forget(self) -> None:
        self._keeping.stop()
        if self._kept:
            desk, by, instance = self.context.hall.drafts, self.context.clerk, self._instance
            self.run(lambda: desk.discard(instance, by=by), touches=[Topic.DRAFTS])
        self._instance, self._kept = str(uuid4()), False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figures:
    """What a text is held against; ``away`` says why there is nothing."""

    report: Report | None = None
    slots: dict[str, str] = field(default_factory=dict)
    last: str = ""
    away: str = ""


def _figures(hall: Any, year: int, form: str, part: str, *, hub: bool, by: Clerk) -> _Figures:
    try:
        with figures_of(hall, hub=hub, by=by) as source:
            report = hall.figures.report(year, form, source=source)
            known = _has(hall.reports.form(year - 1), part)
            last = hall.reports.last_year(year, part, form, source=source) if known else ""
            return _Figures(report=report, slots=hall.reports.slots(report), last=last)
    except (Refusal, Trouble) as problem:
        if not hub:
            raise
        return _Figures(away=sentence(problem))  # the text is here, whatever the way to the hub


def _is_of(draft: SavedDraft, year: int, form: str, part: str) -> bool:
    payload = draft.payload
    return draft.form == FORM and (payload["year"], payload["form"], payload["part"]) == (year, form, part)


def _has(rule: Any, part: str) -> bool:
    return any(known.id == part and known.written for known in rule.parts)


def _told(one: Mention) -> str:
    return f"{label(one.kind)} {one.name}".strip()


def _tone(one: Mention) -> str | None:
    return {MentionKind.WRONG: "danger", MentionKind.UNCHECKED: "warn"}.get(one.kind)
