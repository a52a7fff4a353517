"""Applications: the list of what is open, the form that registers, answers and issues in one save."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hallclient.domain.law.identity_numbers import IdProblem
from hallclient.domain.law.outcomes import OutcomeGroup
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.application import Application, ApplicationDraft
from hallclient.domain.register.completeness import IdNumberWrong, PartsMissing
from hallclient.domain.register.issued import KindOffer
from hallclient.domain.register.numbers import RegisterNumber, Series
from hallclient.domain.register.people import mask_name
from hallclient.domain.register.records import SavedDraft
from hallclient.domain.register.sameness import RepeatUndecided
from hallclient.domain.register.states import State
from hallclient.domain.register.versions import ChangedMeanwhile, merge
from hallclient.services.application_entry import draft_of
from hallclient.services.application_results import Registered, Repeat
from hallclient.services.codes import CodeBook
from hallclient.ui.answer_letters import last_reviewer, offers_of
from hallclient.ui.answer_panel import AnswerPanel
from hallclient.ui.application_form import ApplicationForm, shown_value, values_of
from hallclient.ui.application_live import Live, LiveCheck, LivePanel, is_id_problem
from hallclient.ui.applications_list import ApplicationsList
from hallclient.ui.citing import Citing
from hallclient.ui.clock_dialog import ClockDialog, show_clock
from hallclient.ui.context import Context
from hallclient.ui.forms import FormScroll
from hallclient.ui.id_number import said
from hallclient.ui.jobs import Topic
from hallclient.ui.journal import DraftKeeper
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.papers import preview_papers, print_papers
from hallclient.ui.screen import Screen, card
from hallclient.ui.terms import label


class ApplicationsScreen(Screen):
    """``Ctrl+Enter`` registers, answers and issues in one save; F4 repeats; the pin keeps what is alike."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "申请"), shares=(2, 3))
        self._book = CodeBook()
        self._live: Live | None = None
        self._papers: tuple[Any, ...] = ()
        self._saving, self._version, self._base = False, 0, dict[str, Any]()
        self.list = ApplicationsList(context, self)
        self.list.opened.connect(lambda line: self.wish_open.emit("application", line.row.number))
        self.search.addWidget(self.list.chips)
        self.search.addStretch(1)
        self.pin = QCheckBox(self.tr("固定内容，连续登记 Ctrl+P"))
        self.pin.setObjectName("pin")
        self.pin.toggled.connect(self._pinned)
        self.search.addWidget(self.pin)
        self.list_side.addWidget(card(self.list))
        self.answer = AnswerPanel(context.today)
        self.form = ApplicationForm(context.today, self.answer)
        self.live = LivePanel(lambda name: self.form.field(name).title)
        self.check = LiveCheck(context, self.form.draft, self, itself=lambda: self.form.carried("amends"))
        self.check.found.connect(self._show_live)
        self.form.changed.connect(self.check.later)
        for day in ("arrived_on", "confirmed_on"):
            self.form.field(day).explain_wished.connect(lambda _day: self._explain())  # type: ignore[attr-defined]
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.form)
        layout.addWidget(self.answer)
        layout.addStretch(1)
        self.record_side.addWidget(card(FormScroll(inside)), 1)
        self.record_side.addWidget(card(self.live))
        self.keeper = DraftKeeper(context, self.form, "application", self._draft_title, self)
        self.answer.fold(True)
        self.saving = self.add_action("save", self._save, title=self.tr("登记"), primary=True)
        self._for_new = (
            self.add_action("print", self._save_and_print, title=self.tr("登记并直接打印")),
            self.add_action("repeat", self._repeat),
            self.add_action("answer", self._toggle_answer, title=self.tr("当场答复")),
        )
        self.citing = Citing(self, self.form, lambda: _tree(context.hall))
        self.add_action("published", self.citing.find, title=self.tr("已公开？"))
        self.add_action("pin", self._toggle_pin, button=False)
        self.add_action("explain", self._explain)
        self.add_action("preview", self._preview_last, title=self.tr("再看文书"))
        self.add_action("new", self._new)

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        hall = self.context.hall
        self.run(hall.codes.book, then=self.form.take_book)
        if not self.answer.offered:
            clerk = self.context.clerk
            self.run(lambda: _tree(hall), then=lambda found: self.answer.offer(*found))
            self.run(lambda: last_reviewer(hall, clerk), then=self.answer.remember_reviewer)
        self.list.ask()
        self.check.ask()
        if not self.form.dirty and not self.form.carried("amends"):
            self.form.focus_start()
        self.citing.take()

    def recall(self, topics: frozenset[object]) -> None:
        if topics & {Topic.APPLICATIONS, Topic.CALENDARS}:
            self.list.ask()
            self.check.ask()
        if Topic.CODES in topics:
            self.run(self.context.hall.codes.book, then=self.form.take_book)

    def back(self) -> bool:
        number = self.form.carried("amends")
        if not number:
            return False
        self._new()
        self.wish_open.emit("application", number)
        return True

    def keep_draft(self) -> None:
        self.keeper.keep()

    def show_record(self, number: str) -> None:
        """Show an empty form for "", an enquiry's prefill (F6), an application to amend, or a draft by its instance."""
        self._new()
        read = RegisterNumber.read(number)
        hall = self.context.hall
        if read is not None and read.series is Series.ENQUIRY:
            self.run(lambda: hall.reception.into_application(number), then=self._prefilled)
        elif read is not None:
            self.run(lambda: (hall.applications.get(number), hall.applications.draft_of(number)), then=self._amending)
        elif number:
            mine = self.context.clerk
            self.run(
                lambda: [draft for draft in hall.drafts.mine(mine) if draft.instance == number],
                then=self._show_drafts,
            )

    def _show_drafts(self, found: list[SavedDraft]) -> None:
        for draft in found:
            self.show_draft(draft)

    def show_draft(self, draft: SavedDraft) -> None:
        """Take an unsaved text out of the journal."""
        self._new()
        self.keeper.restore(draft)
        self._version = draft.base_version
        self.answer.fold(self.answer.empty)
        if number := self.form.carried("amends"):
            desk = self.context.hall.applications
            self.run(lambda: desk.draft_of(number), then=self._take_base)
        self._show_mode()
        self.check.ask()
        self.form.focus_first()

    # -- while typing ---------------------------------------------------------------------------------------------

    def _show_live(self, live: Live) -> None:
        self._live = live
        self.live.show_live(live)
        draft, preview = live.draft, live.preview
        named = bool(draft.applicant.name and draft.subject)
        parts = any(problem.code in ("missing", "wrong_kind") for problem in live.missing)
        late = preview is not None and (preview.late or preview.closed_day) and not live.amends
        self.form.want(
            late=late or bool(draft.late_reason),
            incomplete=(named and parts) or draft.accept_incomplete,
            repeat=live.undecided is not None or bool(draft.repeat_decision),
        )
        own = live.undecided
        if own is not None:
            self.form.carry("repeat_of", own.number)
            self.form.field("repeat_decision").set_hint(f"{own.on} {own.number}　{own.subject}")
        for problem in live.missing:
            if problem.code != "missing" and not is_id_problem(problem):
                self.form.field(problem.field).mark(self._part_sentence(problem.code, problem.field))

    def _explain(self) -> None:
        if self.list.hasFocus() and (line := self.list.current()) is not None:
            show_clock(self, line.row.number)
            return
        if self._live is None or self._live.preview is None or self._live.preview.trace is None:
            self.complained.emit(self.tr("收到之日尚未确定，没有可以说明的期限"))
            return
        ClockDialog(self, self._live.preview.trace).open()

    def _toggle_answer(self) -> None:
        if self.answer.folded:
            self.answer.fold(False)
            self.answer.focus_first()
        elif self.answer.isAncestorOf(self.focusWidget()) or self.answer.empty:
            self.answer.fold(True)
            self.form.focus_first()
        else:
            self.answer.focus_first()

    def _toggle_pin(self) -> None:
        self.pin.toggle()

    def _pinned(self, pinned: bool) -> None:
        self.form.pinned = pinned
        self.said.emit(self.tr("已固定：登记后只清空申请人，其余内容和答复保留") if pinned else self.tr("已取消固定"))

    # -- saving ---------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        self._register(straight=False)

    def _save_and_print(self) -> None:
        self._register(straight=True)

    def _register(self, *, straight: bool) -> None:
        if self._saving:
            return
        if problems := self.form.problems():
            self.form.mark(problems)
            return
        answered = not self.answer.folded and not self.answer.empty
        if answered and (problems := self.answer.problems()):
            self.answer.mark(problems)
            return
        draft = self.form.draft()
        assert draft is not None  # channel and kind are required fields
        answer = self.answer.answer() if answered else None
        desk, clerk = self.context.hall.applications, self.context.clerk
        instance, number, version = self.keeper.instance, self.form.carried("amends"), self._version
        self._saving = True
        if number:
            self.run(
                lambda: desk.amend(number, draft, version=version, by=clerk, draft_instance=instance),
                then=self._amended,
                failed=self._refused,
                touches=[Topic.APPLICATIONS, Topic.DRAFTS],
            )
            return
        self.run(
            lambda: desk.register(draft, by=clerk, answer=answer, draft_instance=instance),
            then=lambda registered: self._registered(registered, straight=straight),
            failed=self._refused,
            touches=[Topic.APPLICATIONS, Topic.DOCUMENTS, Topic.ENQUIRIES, Topic.DRAFTS],
        )

    def _registered(self, registered: Registered, *, straight: bool) -> None:
        application = registered.application
        self._saving = False
        self._papers = registered.documents
        self.answer.remember_reviewer(self.answer.further().get("reviewer", ""))
        self._reset()
        papers = self.tr("、").join(paper.title for paper in registered.documents)
        if application.state is State.ANSWERED:
            told = self.tr("已登记并办结 {0}：{1}").format(application.number, papers)
        elif application.received_on is None:
            told = self.tr("已登记 {0}，待双方确认后起算期限").format(application.number)
        else:
            told = self.tr("已登记 {0}：{1}").format(application.number, papers)
        self.said.emit(told)
        self.list.ask()
        if registered.documents:
            (print_papers if straight else preview_papers)(self, registered.documents)

    def _amended(self, application: Application) -> None:
        self._saving = False
        self._reset()
        self.said.emit(self.tr("已更改 {0}").format(application.number))
        self.wish_open.emit("application", application.number)

    def _refused(self, problem: Exception) -> None:
        self._saving = False
        if isinstance(problem, ChangedMeanwhile):
            self._merge(problem)
        elif isinstance(problem, PartsMissing | IdNumberWrong):
            self._mark_parts(problem)
        elif isinstance(problem, RepeatUndecided):
            self.form.carry("repeat_of", problem.number)
            self.form.want(late=self.form.late_wanted, incomplete=self.form.incomplete_wanted, repeat=True)
            self.form.mark_refusal(problem)
        elif isinstance(problem, Refusal):
            if "late_reason" in problem.fields:
                self.form.want(late=True, incomplete=self.form.incomplete_wanted, repeat=self.form.repeat_wanted)
            if not self.answer.folded and not self.answer.empty and self.answer.mark_refusal(problem):
                return
            if not self.form.mark_refusal(problem):
                self.complained.emit(sentence(problem))
        else:
            self.complained.emit(sentence(problem))

    def _mark_parts(self, problem: PartsMissing | IdNumberWrong) -> None:
        self.form.want(late=self.form.late_wanted, incomplete=True, repeat=self.form.repeat_wanted)
        self.form.mark({part.field: self._part_sentence(part.code, part.field) for part in problem.problems})
        if isinstance(problem, PartsMissing):
            self.complained.emit(self.tr("内容不全：补齐标出的各栏，或者勾选“资料不全，仍予登记”"))

    def _part_sentence(self, code: str, field: str) -> str:
        problem = IdProblem.read(code)
        if problem is not None:
            return said(problem)
        title = self.form.field(field).title
        if code == "unprintable":
            return self.tr("“{0}”中有字库没有的字，印不出来，请换一种写法").format(title)
        if code == "wrong_kind":
            return self.tr("单位请选统一社会信用代码，自然人请选个人证件")
        return self.tr("请填写“{0}”").format(title)

    def _merge(self, problem: ChangedMeanwhile) -> None:
        """Somebody saved it meanwhile: both changes together; the clerk decides on conflicts."""
        mine = self.form.draft()
        if mine is None or not isinstance(problem.theirs, Application):
            self.complained.emit(sentence(problem))
            return
        theirs = values_of(draft_of(problem.theirs))
        together = merge(base=self._base, mine=values_of(mine), theirs=theirs)
        self.form.show_values(together.values)
        self._version, self._base = problem.version, theirs
        self.keeper.base_version = problem.version
        told = self.tr("他人已改为“{0}”，现在保留您填的内容，请核对")
        self.form.mark({name: told.format(shown_value(theirs[name])) for name in together.conflicts})
        names = self.tr("、").join(self.form.field(name).title for name in (*together.taken, *together.conflicts))
        self.complained.emit(self.tr("他人刚刚改过本件（{0}），已合并，请核对后再按 Ctrl+Enter").format(names))

    # -- filling --------------------------------------------------------------------------------------------------

    def _new(self) -> None:
        """An empty form; what stood in the old one goes to the journal."""
        self.keeper.keep()
        self._reset()

    def _reset(self) -> None:
        self._version, self._base = 0, {}
        self.form.clear()
        self.keeper.renew()
        if not self.form.pinned:
            self.answer.fold(True)
        self._show_mode()
        self.check.ask()
        self.form.focus_start()

    def _prefilled(self, draft: ApplicationDraft) -> None:
        self.form.show_draft(draft)
        self.form.propose_document()
        self._show_mode()
        self.check.ask()
        self.form.focus_first()

    def _amending(self, found: tuple[Application, ApplicationDraft]) -> None:
        application, draft = found
        self.form.show_draft(draft)
        self.form.carry("amends", application.number)
        self._version = self.keeper.base_version = application.version
        self._take_base(draft)
        self._show_mode()
        self.check.ask()
        self.form.field("name").setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_base(self, draft: ApplicationDraft) -> None:
        self._base = values_of(draft)

    def _repeat(self) -> None:
        desk, clerk = self.context.hall.applications, self.context.clerk
        self.run(lambda: desk.repeat_last(clerk), then=self._repeated)

    def _repeated(self, repeat: Repeat | None) -> None:
        if repeat is None:
            self.complained.emit(self.tr("还没有可以重复的申请，请先登记一件"))
            return
        self._new()
        self.form.show_draft(repeat.draft)
        self.form.propose_document()
        if repeat.answer is not None:
            self.answer.show_answer(repeat.answer)
            self.answer.fold(False)
        self.check.ask()
        self.form.field("name").setFocus(Qt.FocusReason.OtherFocusReason)

    def _preview_last(self) -> None:
        if self._papers:
            preview_papers(self, self._papers)
        else:
            self.complained.emit(self.tr("还没有出具文书，请先登记一件"))

    def _show_mode(self) -> None:
        amends, enquiry = self.form.carried("amends"), self.form.carried("enquiry")
        if amends:
            self.heading.setText(self.tr("申请　更改 {0}").format(amends))
        elif enquiry:
            self.heading.setText(self.tr("申请　由 {0} 转来").format(enquiry))
        else:
            self.heading.setText(self.title)
        self.saving.setText(self.tr("保存更改") if amends else self.tr("登记"))
        for action in self._for_new:
            action.setEnabled(not amends)

    def _draft_title(self) -> str:
        return mask_name(str(self.form.field("name").value())) or label(self.form.field("applicant_kind").value())


def _tree(hall: Any) -> tuple[tuple[OutcomeGroup, ...], dict[str, KindOffer]]:
    tree = hall.applications.outcomes()
    return tree, offers_of(tree, hall.documents.offer)
