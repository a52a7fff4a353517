"""Reception: who came, what was asked, how it was handled. The tally pad and the full record on one screen."""

from dataclasses import replace

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.enquiry import Enquiry, EnquiryDraft
from hallclient.domain.register.kinds import EnquiryChannel, EnquiryKind, Handling
from hallclient.domain.register.numbers import RegisterNumber
from hallclient.domain.register.permissions import Permission
from hallclient.domain.register.reception import EnquiryRow, ReceptionTotals
from hallclient.domain.register.records import DayClosed, SavedDraft
from hallclient.domain.register.versions import ChangedMeanwhile, merge
from hallclient.services.codes import CodeBook
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.context import Context
from hallclient.ui.enquiry_clock_dialog import show_enquiry_clock
from hallclient.ui.enquiry_form import EnquiryForm, values_of
from hallclient.ui.fields import TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.journal import DraftKeeper
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import Screen, card
from hallclient.ui.tally_pad import TallyPad
from hallclient.ui.terms import label

STICKY = ("channel",)


class ReceptionScreen(Screen):
    """List of the day left, pad and form right. ``Ctrl+Enter`` registers, F4 repeats, F6 makes it an application."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "接待"), shares=(2, 3))
        self._open: Enquiry | None = None
        self._visit = ""  # the visit this further matter belongs to
        self._last_visit = ""
        self.list = ListView(
            [
                Column(title=self.tr("时间"), text=_clock, width=64, tone=_quiet),
                Column(title=self.tr("类别"), text=lambda row: label(row.kind), width=64, tone=_quiet),
                Column(title=self.tr("人次"), text=lambda row: str(row.persons), align="right", width=64, tone=_quiet),
                Column(title=self.tr("内容"), text=self._what, stretch=True, tone=_quiet),
                Column(title=self.tr("处理"), text=self._how, width=96, tone=_quiet),
            ],
            name=self.tr("今日接待"),
            empty=self.tr("今天还没有接待记录。\n按 F2 计数，或在右边填写后按 Ctrl+Enter 登记。"),
            sortable=False,
        )
        self.list.opened.connect(lambda row: self.show_record(row.number))
        self.list_side.addWidget(card(self.list))
        self.pad = TallyPad()
        self.pad.ticked.connect(self._tick)
        self.pad.undo_wished.connect(self._undo)
        self.form = EnquiryForm(context.today)
        self.form.handling.edited.connect(self._handling_chosen)
        self.form.phone.edit.editingFinished.connect(self._ask_returning)
        self.record_side.addWidget(self.pad)
        self.record_side.addWidget(card(FormScroll(self.form)), 1)
        self.keeper = DraftKeeper(context, self.form, "enquiry", self._draft_title, self)
        self.add_action("save", self._save, title=self.tr("登记"), primary=True)
        self.add_action("print", self._save_and_print, title=self.tr("登记并出回执"))
        self.add_action("tally", self.pad.setFocus)
        self.add_action("repeat", self._repeat)
        self.add_action("into_application", self._into_application)
        self.add_action("undo", self._undo, title=self.tr("撤销上一笔"))
        self.add_action("new", self._new)
        self.add_action("explain", lambda: show_enquiry_clock(self, self._open, self._draft()), button=False)
        self.further = self.add_button(self.tr("同一来访的下一件"), self._further, key="Ctrl+J")
        self.further.setShortcut("Ctrl+J")

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        self.run(self.context.hall.codes.book, then=self._take_book)
        self._ask()
        if not self.form.dirty and self._open is None:
            self.form.field("kind").setFocus()

    def recall(self, topics: frozenset[object]) -> None:
        if Topic.ENQUIRIES in topics:
            self._ask()
        if Topic.CODES in topics:
            self.run(self.context.hall.codes.book, then=self._take_book)

    def back(self) -> bool:
        if self._open is not None:
            self._new()
            return True
        return False

    def keep_draft(self) -> None:
        self.keeper.keep()

    def show_record(self, number: str) -> None:
        if not number:
            self._new()
            return
        hall, clerk = self.context.hall, self.context.clerk
        if RegisterNumber.read(number) is not None:
            self.run(lambda: hall.reception.get(number), then=self._show_enquiry)
        else:
            self.run(lambda: [d for d in hall.drafts.mine(clerk) if d.instance == number], then=self._show_draft)

    def _show_draft(self, found: list[SavedDraft]) -> None:
        """Take an unsaved text out of the journal."""
        self._new()
        for draft in found:
            self.keeper.restore(draft)
            if number := self.form.amends.text():
                self._take_up(number, draft.base_version)
        self.form.focus_first()

    def _take_up(self, number: str, version: int) -> None:
        """The text taken out of the journal changes a record: it is saved as its change, never as a second record."""

        def show(enquiry: Enquiry) -> None:
            self._open = replace(enquiry, version=version)  # who saved meanwhile is noticed when this is saved
            self._show_mode()

        self.run(lambda: self.context.hall.reception.get(number), then=show)

    # -- the list and the pad -------------------------------------------------------------------------------------

    def _ask(self) -> None:
        reception, today = self.context.hall.reception, self.context.today()
        self.run(lambda: (reception.today(), reception.totals(today)), then=self._show_day)

    def _show_day(self, found: tuple[list[EnquiryRow], ReceptionTotals]) -> None:
        rows, totals = found
        self.list.show_rows(rows, keep=lambda row: row.number)
        self.pad.show_counts(totals.by_kind)

    def _tick(self, kind: EnquiryKind, persons: int, channel: EnquiryChannel) -> None:
        hall, clerk = self.context.hall, self.context.clerk
        self.run(
            lambda: hall.reception.tally(kind, persons=persons, channel=channel, by=clerk),
            then=lambda enquiry: self._done(self.tr("已计 {0} {1} 人").format(label(kind), enquiry.persons)),
            touches=[Topic.ENQUIRIES],
        )

    def _undo(self) -> None:
        hall, clerk = self.context.hall, self.context.clerk
        self.run(
            lambda: hall.reception.undo_last(by=clerk),
            then=lambda enquiry: self._done(self.tr("已撤销 {0}").format(enquiry.number)),
            touches=[Topic.ENQUIRIES],
        )

    # -- the form -------------------------------------------------------------------------------------------------

    def _new(self) -> None:
        """An empty form; what stood in the old one goes to the journal."""
        self.keeper.keep()
        self._reset()

    def _reset(self) -> None:
        self._open, self._visit = None, ""
        self.form.start()
        self.keeper.renew()
        self._show_mode()
        self.form.field("kind").setFocus()

    def _further(self) -> None:
        """Another matter of the visit just recorded: no person counts twice."""
        visit = self._open.visit if self._open is not None else self._visit or self._last_visit
        if not visit:
            self.complained.emit(self.tr("请先登记来访的第一件，再登记同一来访的下一件"))
            return
        self._new()
        self._visit = visit
        self.form.fill({"persons": 0})
        self._show_mode()
        self.form.field("kind").setFocus()

    def _draft(self) -> EnquiryDraft:
        return self.form.draft(record=self._open, visit=self._visit)

    def _save(self) -> None:
        self._register(print_receipt=False)

    def _save_and_print(self) -> None:
        self._register(print_receipt=True)

    def _register(self, *, print_receipt: bool, as_adjustment: bool = False) -> None:
        if problems := self.form.problems():
            self.form.mark(problems)
            return
        hall, clerk, draft, instance = self.context.hall, self.context.clerk, self._draft(), self.keeper.instance
        before = self._open

        def work() -> Enquiry:
            if before is not None:
                enquiry = hall.reception.amend(
                    before.number, draft, version=before.version, by=clerk, draft_instance=instance
                )
            else:
                enquiry = hall.reception.register(draft, by=clerk, draft_instance=instance, as_adjustment=as_adjustment)
            return enquiry  # type: ignore[no-any-return]

        def done(enquiry: Enquiry) -> None:
            self._registered(enquiry, print_receipt=print_receipt)

        self.run(work, then=done, failed=self._refused, touches=[Topic.ENQUIRIES, Topic.DRAFTS])

    def _registered(self, enquiry: Enquiry, *, print_receipt: bool) -> None:
        said = self.tr("已更改 {0}") if self._open is not None else self.tr("已登记 {0}")
        self._reset()
        self._last_visit = enquiry.visit
        self._done(said.format(enquiry.number))
        if print_receipt:
            self._issue_receipt(enquiry.number)

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, ChangedMeanwhile) and self._open is not None:
            self._merge(problem, self._open)
            return
        if isinstance(problem, DayClosed) and self._open is None and self.context.may(Permission.ADJUST_CLOSED_DAY):
            self._offer_adjustment(problem)
            return
        if isinstance(problem, Refusal):
            if "late_reason" in problem.fields:
                self.form.late_reason.show()
            if "occurred_at" in problem.fields:
                self.form.day.mark(sentence(problem))
                self.form.day.setFocus()
                return
            if self.form.mark_refusal(problem):
                return
        self.complained.emit(sentence(problem))

    def _merge(self, problem: ChangedMeanwhile, base: Enquiry) -> None:
        """Somebody saved this record meanwhile: take what only they changed, keep what was typed, ask for the rest."""
        theirs = problem.theirs
        if not isinstance(theirs, Enquiry):
            self.complained.emit(sentence(problem))
            return
        merged = merge(base=values_of(base), mine=values_of(self._draft()), theirs=values_of(theirs))
        self._open = theirs
        self.keeper.base_version = theirs.version
        self.form.fill({name: merged.values[name] for name in merged.taken})
        told = self.tr("对方已改为：{0}。要用对方的，请改回；再按 Ctrl+Enter 以本栏为准。")
        self.form.mark({name: told.format(getattr(theirs, name)) for name in merged.conflicts})
        self.complained.emit(sentence(problem))

    def _offer_adjustment(self, problem: DayClosed) -> None:
        """A closed day takes nothing silently; a supervisor may enter the fact as a dated adjustment."""
        form = Form([TextField("reason", self.tr("补登原因"), required=True, wide=True)], columns=1)
        field = self.form.late_reason
        form.fill({"reason": field.value()})
        dialog = AskDialog(
            self,
            title=self.tr("已日结"),
            does=self.tr("记为调整"),
            body=form,
            forms=(form,),
            told=self.tr("{0} 已日结。可以记为带日期的调整：日报表出新的一版，原表不动。").format(
                problem.day.isoformat()
            ),
        )

        def send(asked: AskDialog) -> None:
            asked.accept()
            field.show()
            field.set_text(form.values()["reason"])
            self._register(print_receipt=False, as_adjustment=True)

        dialog.sends(send)
        form.focus_first()

    def _issue_receipt(self, number: str) -> None:
        """P15 in the citizen's hand: issued once, printed from the stored bytes."""
        hall, clerk = self.context.hall, self.context.clerk

        def work() -> tuple[bytes, str]:
            issued = [document for document in hall.documents.of_record(number) if document.kind == "P15"]
            document = issued[-1] if issued else hall.documents.issue("P15", enquiry=number, by=clerk)
            return hall.documents.stored(document.id), document.id

        self.run(work, then=lambda found: self._print(*found), touches=[Topic.DOCUMENTS])

    def _print(self, pdf: bytes, document_id: int) -> None:
        self.context.printing.print(pdf, title=self.tr("登记回执"), kind="P15", document_id=document_id)

    def _repeat(self) -> None:
        hall, clerk = self.context.hall, self.context.clerk
        self.run(lambda: hall.reception.repeat_last(clerk), then=self._show_repeat)

    def _show_repeat(self, draft: EnquiryDraft | None) -> None:
        if draft is None:
            self.complained.emit(self.tr("还没有可以重复的记录，请先登记一件"))
            return
        self._new()
        self.form.show_values(draft)
        self.form.field("content").setFocus()

    def _into_application(self) -> None:
        """F6: the record goes on as an application; what is typed and not saved yet is registered first."""
        if self._open is not None and not self.form.dirty:
            self.wish_open.emit("application_form", self._open.number)
            return
        row = self.list.current()
        if not self.form.dirty and row is not None:
            self.wish_open.emit("application_form", row.number)
            return
        if problems := self.form.problems():
            self.form.mark(problems)
            return
        hall, clerk, instance, before = self.context.hall, self.context.clerk, self.keeper.instance, self._open
        draft = replace(self._draft(), handling=Handling.APPLICATION)

        def work() -> Enquiry:
            if before is None:
                return hall.reception.register(draft, by=clerk, draft_instance=instance)  # type: ignore[no-any-return]
            return hall.reception.amend(  # type: ignore[no-any-return]
                before.number, draft, version=before.version, by=clerk, draft_instance=instance
            )

        self.run(
            work,
            then=self._goes_on_as_application,
            failed=self._refused,
            touches=[Topic.ENQUIRIES, Topic.DRAFTS],
        )

    def _goes_on_as_application(self, enquiry: Enquiry) -> None:
        self._reset()
        self._done(self.tr("已登记 {0}，请接着填写申请").format(enquiry.number))
        self.wish_open.emit("application_form", enquiry.number)

    def _show_enquiry(self, enquiry: Enquiry) -> None:
        self._new()
        self._open = enquiry
        self.form.show_values(enquiry)
        self.keeper.base_version = enquiry.version
        self._show_mode()
        self.list.choose(lambda row: row.number == enquiry.number)
        self.form.field("kind").setFocus()

    def _show_mode(self) -> None:
        if self._open is not None:
            self.heading.setText(self.tr("接待　{0}").format(self._open.number))
        elif self._visit:
            self.heading.setText(self.tr("接待　同一来访的下一件"))
        else:
            self.heading.setText(self.title)

    # -- while typing ---------------------------------------------------------------------------------------------

    def _handling_chosen(self) -> None:
        if self.form.handling.value() is not Handling.REFERRED:
            return
        hall, draft, due = self.context.hall, self._draft(), self.form.field("due_on")
        if due.empty():
            self.run(lambda: hall.reception.due_on(draft), then=due.set_value)

    def _ask_returning(self) -> None:
        phone = self.form.phone.value()
        if len(phone) >= 4:
            hall = self.context.hall
            self.run(lambda: hall.reception.returning(phone), then=self.form.show_returning)

    def _draft_title(self) -> str:
        kind = self.form.field("kind").value()
        return label(kind) if kind is not None else ""

    def _take_book(self, book: CodeBook) -> None:
        self.form.book = book

    def _done(self, said: str) -> None:
        self.said.emit(said)
        self._ask()

    def _what(self, row: EnquiryRow) -> str:
        if row.voided:
            return self.tr("（已撤销）")
        if row.ticked:
            return self.tr("计数")
        return "　".join(part for part in (row.topic, row.content, row.name) if part)

    def _how(self, row: EnquiryRow) -> str:
        if row.voided or row.ticked:
            return ""
        return label(row.handling) if row.handling is not None else self.tr("办理中")


def _clock(row: EnquiryRow) -> str:
    return f"{row.occurred_at:%H:%M}" + ("?" if row.approximate else "")


def _quiet(row: EnquiryRow) -> str | None:
    return "muted" if row.voided else None
