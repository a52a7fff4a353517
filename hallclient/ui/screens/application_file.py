"""One application: how it stands, what happened, which papers it has, and what can be done now."""

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction

from hallclient.domain.register.application import Application
from hallclient.domain.register.issued import IssuedDocument
from hallclient.domain.register.permissions import Permission
from hallclient.domain.register.states import State, reply_of
from hallclient.domain.register.steps import Act
from hallclient.ui import theme
from hallclient.ui.ask_dialog import AskDialog, ReasonDialog
from hallclient.ui.case_view import CaseView, look
from hallclient.ui.clock_dialog import show_clock
from hallclient.ui.context import Context
from hallclient.ui.documents_panel import DocumentsList
from hallclient.ui.due_words import due_words, left_words, period_words, tone
from hallclient.ui.fields import restyle
from hallclient.ui.file_acts import FileActs
from hallclient.ui.forms import FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.papers import preview_papers, print_papers
from hallclient.ui.plain import PlainLabel
from hallclient.ui.print_log_dialog import show_print_log
from hallclient.ui.record_facts import RecordFacts, facts_of
from hallclient.ui.screen import Elided, Screen, card
from hallclient.ui.terms import label
from hallclient.ui.timeline import Line, Timeline

LEAST_HEIGHT = 360  # of the line of events and the papers under it; on a smaller screen the page scrolls
SHOWN_MS = 30_000  # how long personal data stays in clear


class ApplicationFileScreen(Screen):
    """Facts left; the line of steps and the papers right. Reached by opening a record."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "申请"), shares=(2, 3))
        self._file: CaseView | None = None
        self._number = ""
        self._paper = 0  # the document to choose once the file is here
        self.state, self.due = PlainLabel(), PlainLabel()
        self.due.setProperty("role", "title")
        self.due.setContentsMargins(theme.L, 0, 0, 0)
        self.state.setProperty("role", "title")
        self.search.addWidget(self.state)
        self.search.addWidget(self.due)
        self.running = Elided()
        self.running.setAccessibleName(translate("file", "其他期限"))
        self.search.addSpacing(theme.L)
        self.search.addWidget(self.running, 1)
        self.facts = RecordFacts()
        self.list_side.addWidget(card(FormScroll(self.facts)))
        self.timeline = Timeline()
        self.timeline.opened.connect(self._open_line)
        self.papers = DocumentsList()
        self.papers.opened.connect(lambda _paper: self._preview())
        self.record_side.addWidget(card(self.timeline), 3)
        self.record_side.addWidget(card(self.papers), 2)
        self._sides[1].setMinimumHeight(LEAST_HEIGHT)
        self._masking = QTimer(self)
        self._masking.setSingleShot(True)
        self._masking.setInterval(SHOWN_MS)
        self._masking.timeout.connect(self._mask)
        acts = FileActs(self, self._done, self.papers.paper)
        self.answering = self.add_action("answer", self._act(acts.reply), title=self.tr("答复"), primary=True)
        self.confirming = self.add_action("confirm_receipt", self._act(acts.confirm))
        self.stepping = self.add_action("step", self._act(acts.step), title=self.tr("办理步骤"))
        self.deciding = self.add_action("decide", self._act(acts.decide), title=self.tr("怎样答复"))
        self.citing = self.add_action("published", self._act(acts.published), title=self.tr("已公开？"))
        self.serving = self.add_action("serve", self._act(acts.serve), title=self.tr("送达"))
        self.issuing = self.add_action("issue", self._act(acts.issue))
        self.add_action("preview", self._preview)
        self.add_action("print", self._print)
        self.add_action("print_log", lambda: self._with_paper(show_print_log), button=False)
        self.explaining = self.add_action("explain", self._explain, title=self.tr("期限"))
        self.amending = self.add_action("amend", self._amend, title=self.tr("更改"))
        self.revealing = self.add_action("reveal", self._reveal, title=self.tr("显示全名"))
        self.undoing = self.add_action("undo", self._act(acts.undo), title=self.tr("撤销"))
        self.binding = self.add_action("case_file", self._bind)
        # These stand in the list of steps too: keys without a button of their own.
        self.itemising = self.add_action("items", self._act(acts.items), button=False)
        self.voiding = self.add_action("void", self._act(self._void(acts)), button=False)
        self._enable(None)

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        self.timeline.setFocus()
        self._ask()

    def leave(self) -> bool:
        self._mask()
        return True

    def keep_draft(self) -> None:
        """Nothing is typed here; what was revealed goes before the lock shows."""
        self._mask()

    def recall(self, topics: frozenset[object]) -> None:
        if topics & {Topic.APPLICATIONS, Topic.DOCUMENTS, Topic.CALENDARS, Topic.DAYS, Topic.DISPUTES}:
            self._ask()

    def show_record(self, number: str) -> None:
        """Show the application of this number; digits alone are a document's id: its record, with it chosen."""
        if number.isdigit():
            desk = self.context.hall.documents
            self.run(lambda: desk.get(int(number)), then=self._go_to_paper)
        elif number:
            self._mask()
            self._number, self._paper = number, 0
            self._ask()

    def _go_to_paper(self, paper: IssuedDocument) -> None:
        if not paper.application:
            self.wish_open.emit("enquiry", paper.enquiry)
            return
        self._mask()
        self._number, self._paper = paper.application, paper.id
        self._ask()

    # -- showing --------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        number, hall, clerk = self._number, self.context.hall, self.context.clerk
        if number:
            self.run(lambda: look(hall, number, clerk), then=self._show)

    def _show(self, file: CaseView) -> None:
        if file.application.number != self._number:
            return
        before, self._file = self._file, file
        application = file.application
        self.heading.setText(application.number)
        self.state.setText(label(application.state))
        self.due.setText(_due(file))
        self.due.setProperty("tone", tone(file.left, application.state))
        restyle(self.due)
        self.running.setText(_running(file))
        self.running.setProperty("tone", _running_tone(file))
        restyle(self.running)
        if not self._masking.isActive() or before is None or before.application.version != application.version:
            self._mask()
        self.timeline.show_case(file)
        self.papers.show_letters(file.letters)
        if self._paper:
            self.papers.choose(lambda way: way.document.id == self._paper)
            self.papers.setFocus()
            self._paper = 0
        self._enable(file)

    def _enable(self, file: CaseView | None) -> None:
        """Enable what can be done now; what cannot says why when the pointer or the reader asks."""
        application = file.application if file is not None else None
        state = application.state if application is not None else None
        may = self.context.may
        waiting = state is State.AWAITING_CONFIRMATION
        voided = self.tr("编号已作废") if state is State.VOIDED else ""
        unknown = self.tr("尚未确认收到，期限未起算") if waiting else ""
        why_not = {
            self.answering: self._why_no_answer(file),
            self.deciding: _why(file, Act.ANSWERED),
            self.citing: _why(file, Act.ANSWERED),
            self.itemising: _why(file, Act.ITEMISED),
            self.stepping: voided,
            self.serving: voided,
            self.issuing: voided,
            self.amending: voided,
            self.explaining: unknown,
            self.undoing: voided,
            self.voiding: _why(file, Act.VOIDED),
            self.binding: "" if may(Permission.REVEAL_PERSON) else self.tr("您的角色不能查看完整的个人信息"),
        }
        for action, why in why_not.items():
            _set(action, "" if application is not None and not why else why or self.tr("请先打开一件申请"))
        self.confirming.setVisible(waiting)
        self.answering.setVisible(not waiting)
        self.answering.setText(self._stage(file))
        self.revealing.setVisible(may(Permission.REVEAL_PERSON))

    def _stage(self, file: CaseView | None) -> str:
        """The reply's next stage, as its button says it."""
        reply = reply_of(file.application.steps) if file is not None and file.application.open else None
        if reply is None or reply.draft is None:
            return self.tr("答复")
        if reply.approval is not None:
            return self.tr("签发")
        return self.tr("审批") if self.context.may(Permission.APPROVE_REPLY) else self.tr("待审批")

    def _why_no_answer(self, file: CaseView | None) -> str:
        if file is None:
            return ""
        if file.application.state is State.AWAITING_CONFIRMATION:
            return self.tr("尚未确认收到，先按“确认收到”")
        if file.application.open and reply_of(file.application.steps).draft is not None:
            return ""  # the draft can be looked at; its dialog says what keeps it
        return _why(file, Act.ANSWERED)

    # -- acts -----------------------------------------------------------------------------------------------------

    def _act(self, opens: Callable[[Application], None]) -> Callable[[], None]:
        """Return what a key does: the dialog of an act over the application that shows."""

        def act() -> None:
            if self._file is not None:
                opens(self._file.application)

        return act

    def _void(self, acts: FileActs) -> Callable[[Application], None]:
        """Return what 作废 does: the chosen paper where the papers have the focus, else the application."""

        def void(application: Application) -> None:
            paper = self.papers.paper()
            if self.papers.hasFocus() and paper is not None:
                acts.void_paper(application, paper)
            else:
                acts.void(application)

        return void

    def _amend(self) -> None:
        if self._file is not None:
            self.wish_open.emit("application_form", self._number)

    # -- personal data --------------------------------------------------------------------------------------------

    def _reveal(self) -> None:
        if self._file is None:
            return
        desk, clerk, number = self.context.hall.applications, self.context.clerk, self._number
        dialog = ReasonDialog(
            self,
            title=self.tr("显示个人信息　{0}").format(number),
            told=self.tr("显示 30 秒后自动遮盖；查看人和原因记入操作记录。"),
            does=self.tr("显示"),
        )

        def send(sent: ReasonDialog) -> None:
            reason = sent.reason()
            self.run(
                lambda: desk.reveal(number, reason=reason, by=clerk),
                then=lambda application: self._revealed(sent, application),
                failed=sent.refuse,
            )

        dialog.sends(send)

    def _revealed(self, dialog: AskDialog, application: Application) -> None:
        if shiboken6.isValid(dialog):
            dialog.accept()
        if self._file is not None and application.number == self._number:
            self._show_facts(application)
            self._masking.start()
            self.said.emit(self.tr("个人信息显示 30 秒"))

    def _mask(self) -> None:
        if self._masking.isActive() or self._file is not None:
            self._masking.stop()
        if self._file is not None:
            self._show_facts(self._file.application)

    def _show_facts(self, application: Application) -> None:
        file = self._file
        assert file is not None
        self.facts.show_facts(facts_of(application, file.trace, periods=file.periods, remedy=file.remedy))

    # -- papers ---------------------------------------------------------------------------------------------------

    def _preview(self) -> None:
        self._with_paper(preview_papers)

    def _print(self) -> None:
        self._with_paper(print_papers)

    def _with_paper(self, use: Callable[..., None]) -> None:
        paper = self.papers.paper()
        if paper is None:
            self.complained.emit(self.tr("还没有文书，先按“出具文书”"))
        else:
            use(self, (paper,))

    def _open_line(self, line: Line) -> None:
        """Enter in the line of events: its paper, or its dispute."""
        if line.paper is not None:
            preview_papers(self, (line.paper,))
        elif line.dispute:
            self.wish_open.emit("dispute", line.dispute)
        else:
            self.said.emit(self.tr("这一步没有文书"))

    def _bind(self) -> None:
        """The whole case as one PDF, in the order of the archive."""
        if self._file is None:
            return
        hall, clerk, number, printing = self.context.hall, self.context.clerk, self._number, self.context.printing
        title = self.tr("案卷　{0}").format(number)
        self.run(
            lambda: hall.case_file.pdf(number, by=clerk),
            then=lambda pdf: printing.preview(pdf, title=title, kind="case_file"),
        )

    def _explain(self) -> None:
        show_clock(self, self._number)

    def _done(self, said: str, papers: Sequence[IssuedDocument]) -> None:
        self.said.emit(said)
        if papers:
            self._paper = papers[-1].id
            preview_papers(self, papers)
        self._ask()


def _due(file: CaseView) -> str:
    application, trace = file.application, file.trace
    if application.closed_on is not None:
        return translate("file", "{0} 办结").format(application.closed_on)
    if trace is None or application.state is State.VOIDED:
        return ""
    if trace.due is None:
        return translate("file", "期限停算")
    due = due_words(trace.due, provisional=trace.provisional)
    return translate("file", "应于 {0} 前答复　{1}").format(due, left_words(file.left, application.state))


def _running(file: CaseView) -> str:
    """The periods that run beside the reply's own, with what is left of each."""
    words = []
    for running in file.periods:
        until = due_words(running.period.until, provisional=running.period.provisional)
        awaited = until or translate("file", "尚未送达")
        parts = (period_words(running.period), awaited, left_words(running.left))
        words.append(" ".join(part for part in parts if part))
    return translate("file", "　·　").join(words)


def _running_tone(file: CaseView) -> str | None:
    """The colour of the period that ends first. A notice that can no longer be given warns of nothing."""
    lefts = [
        running.left
        for running in file.periods
        if running.left is not None and (running.left >= 0 or running.period.awaits is not Act.CORRECTION_REQUESTED)
    ]
    return (tone(min(lefts)) if lefts else None) or "muted"


def _why(file: CaseView | None, act: Act) -> str:
    refusal = file.why_not(act) if file is not None else None
    return sentence(refusal) if refusal is not None else ""


def _set(action: QAction, why_not: str) -> None:
    action.setEnabled(not why_not)
    action.setToolTip(why_not)
    action.setWhatsThis(why_not)
