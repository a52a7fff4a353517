"""Reception: who came, what was asked, how it was handled. The tally pad and the full record on one screen."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.enquiry import Enquiry, EnquiryDraft
from hallclient.domain.register.kinds import EnquiryChannel, EnquiryKind, Handling
from hallclient.domain.register.numbers import RegisterNumber
from hallclient.domain.register.reception import EnquiryRow, ReceptionTotals, Returning
from hallclient.domain.register.records import SavedDraft
from hallclient.services.codes import CodeBook
from hallclient.ui.choice_field import ChoiceField, Option, options_of
from hallclient.ui.context import Context
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import FlagField, LongTextField, NumberField, PhoneField, TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.journal import DraftKeeper
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import Screen, card
from hallclient.ui.snippets import SnippetPopup
from hallclient.ui.tally_pad import TallyPad
from hallclient.ui.terms import label
from hallclient.ui.time_field import TimeField

STICKY = ("channel",)


class ReceptionScreen(Screen):
    """List of the day left, pad and form right. ``Ctrl+Enter`` registers, F4 repeats, F6 makes it an application."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "接待"), shares=(2, 3))
        self._book = CodeBook()
        self._open: Enquiry | None = None
        self._visit = ""  # the visit this further matter belongs to
        self._last_visit = ""
        self.list = ListView(
            [
                Column(title=self.tr("时间"), text=_clock, width=64, tone=_quiet),
                Column(title=self.tr("类别"), text=lambda row: label(row.kind), width=64, tone=_quiet),
                Column(title=self.tr("人次"), text=lambda row: str(row.persons), align="right", width=52, tone=_quiet),
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
        self.form = self._make_form()
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
        self.further = self.add_button(self.tr("同一来访的下一件"), self._further, key="Ctrl+J")
        self.further.setShortcut("Ctrl+J")

    def _make_form(self) -> Form:
        today = self.context.today
        self.topic = ChoiceField(
            "topic",
            self.tr("主题"),
            search=self._topics,
            free=True,
            placeholder=self.tr("代码、名称或拼音首字母"),
        )
        self.unit = ChoiceField("unit", self.tr("涉及单位"), search=self._units, free=True)
        self.refer_to = ChoiceField("refer_to", self.tr("转办单位"), search=self._units, free=True)
        self.handling = ChoiceField("handling", self.tr("处理方式"), options_of(Handling))
        self.handling.edited.connect(self._handling_chosen)
        self.phone = PhoneField("phone", self.tr("电话"))
        self.phone.edit.editingFinished.connect(self._ask_returning)
        self.day = DateField("occurred_on", self.tr("来访日期"), today=today)
        self.day.edited.connect(self._day_chosen)
        content = LongTextField("content", self.tr("内容"), lines=3, placeholder=self.tr("输入 // 选用常用语"))
        answer = LongTextField("answer", self.tr("答复"), lines=2, placeholder=self.tr("输入 // 选用常用语"))
        for field in (content, answer):
            SnippetPopup(field, self._snippets)
        ratings = tuple(Option(stars, name) for stars, name in _ratings().items())
        form = Form(
            [
                ChoiceField("kind", self.tr("类别"), options_of(EnquiryKind), required=True),
                ChoiceField("channel", self.tr("渠道"), options_of(EnquiryChannel), required=True),
                NumberField("persons", self.tr("人次"), least=0),
                NumberField("matters", self.tr("件次"), least=1),
                self.topic,
                self.unit,
                content,
                answer,
                self.handling,
                ChoiceField("rating", self.tr("评价（自愿）"), ratings),
                self.refer_to,
                DateField("due_on", self.tr("答复期限"), today=today),
                TextField("name", self.tr("姓名（可不填）")),
                self.phone,
                self.day,
                TimeField("occurred_time", self.tr("来访时间")),
                FlagField("approximate", self.tr("时间不准")),
                TextField("late_reason", self.tr("补登原因")),
            ],
            columns=3,
            least=14,
        )
        form.field("late_reason").hide()
        self._fill_new(form)
        return form

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
        if self._open is None:
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
        self.form.focus_first()

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

    def _fill_new(self, form: Form) -> None:
        form.fill(
            {
                "kind": EnquiryKind.CONSULTATION,
                "channel": EnquiryChannel.IN_PERSON,
                "persons": 1,
                "matters": 1,
                "handling": Handling.ANSWERED,
            }
        )

    def _new(self) -> None:
        self._open, self._visit = None, ""
        self.form.clear(keep=STICKY)
        self._fill_new(self.form)
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
        values = self.form.values()
        day, at = values.pop("occurred_on", None), values.pop("occurred_time", None)
        if self._open is not None:
            day = day or self._open.business_date
            at = at or self._open.occurred_at.time()
        occurred = None if day is None and at is None else datetime.combine(day or self.context.today(), at or time())
        # A day without a time is a time nobody knows: flagged, not invented.
        values["approximate"] = bool(values.get("approximate")) or (day is not None and at is None)
        values["late_reason"] = self.form.field("late_reason").value()
        values["persons"] = values["persons"] if values["persons"] is not None else 1
        values["matters"] = values["matters"] or 1
        texts = {name: values[name] or "" for name in ("topic", "unit", "refer_to", "name", "phone")}
        return EnquiryDraft(**{**values, **texts, "occurred_at": occurred, "visit": self._visit})

    def _save(self) -> None:
        self._register(print_receipt=False)

    def _save_and_print(self) -> None:
        self._register(print_receipt=True)

    def _register(self, *, print_receipt: bool) -> None:
        if problems := self.form.problems():
            self.form.mark(problems)
            return
        hall, clerk, draft, instance = self.context.hall, self.context.clerk, self._draft(), self.keeper.instance
        before = self._open

        def work() -> Enquiry:
            if before is not None:
                enquiry = hall.reception.amend(before.number, draft, version=before.version, by=clerk)
            else:
                enquiry = hall.reception.register(draft, by=clerk, draft_instance=instance)
            return enquiry  # type: ignore[no-any-return]

        def done(enquiry: Enquiry) -> None:
            self._registered(enquiry, print_receipt=print_receipt)

        self.run(work, then=done, failed=self._refused, touches=[Topic.ENQUIRIES, Topic.DRAFTS])

    def _registered(self, enquiry: Enquiry, *, print_receipt: bool) -> None:
        said = self.tr("已更改 {0}") if self._open is not None else self.tr("已登记 {0}")
        self._new()
        self._last_visit = enquiry.visit
        self._done(said.format(enquiry.number))
        if print_receipt:
            self._issue_receipt(enquiry.number)

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, Refusal):
            if "late_reason" in problem.fields:
                self.form.field("late_reason").show()
            if "occurred_at" in problem.fields:
                self.day.mark(sentence(problem))
                self.day.setFocus()
                return
            if self.form.mark_refusal(problem):
                return
        self.complained.emit(sentence(problem))

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
        self.form.fill(_values(draft))
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
        hall, clerk, instance = self.context.hall, self.context.clerk, self.keeper.instance
        draft = replace(self._draft(), handling=Handling.APPLICATION)
        self.run(
            lambda: hall.reception.register(draft, by=clerk, draft_instance=instance),
            then=self._goes_on_as_application,
            failed=self._refused,
            touches=[Topic.ENQUIRIES, Topic.DRAFTS],
        )

    def _goes_on_as_application(self, enquiry: Enquiry) -> None:
        self._new()
        self._done(self.tr("已登记 {0}，请接着填写申请").format(enquiry.number))
        self.wish_open.emit("application_form", enquiry.number)

    def _show_enquiry(self, enquiry: Enquiry) -> None:
        self._new()
        self._open = enquiry
        self.form.fill(
            {
                **{name: getattr(enquiry, name) for name in _SHOWN},
                "occurred_on": enquiry.business_date,
                "occurred_time": enquiry.occurred_at.time(),
            }
        )
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
        late = self._open is not None and self._open.late
        self.form.field("late_reason").setVisible(late)

    # -- while typing ---------------------------------------------------------------------------------------------

    def _handling_chosen(self) -> None:
        if self.handling.value() is not Handling.REFERRED:
            return
        hall, draft, due = self.context.hall, self._draft(), self.form.field("due_on")
        if due.empty():
            self.run(lambda: hall.reception.due_on(draft), then=due.set_value)

    def _day_chosen(self) -> None:
        day: date | None = self.day.value()
        self.form.field("late_reason").setVisible(day is not None and day < self.context.today())

    def _ask_returning(self) -> None:
        phone = self.phone.value()
        if len(phone) >= 4:
            hall = self.context.hall
            self.run(lambda: hall.reception.returning(phone), then=self._show_returning)

    def _show_returning(self, found: Returning) -> None:
        if found.count:
            newest = found.newest[0]
            self.phone.set_hint(
                self.tr("此前来过 {0} 次，最近 {1} {2}（{3}）").format(
                    found.count, newest.on.isoformat(), newest.name, newest.number
                )
            )
        else:
            self.phone.set_hint("")

    def _draft_title(self) -> str:
        kind = self.form.field("kind").value()
        return label(kind) if kind is not None else ""

    def _take_book(self, book: CodeBook) -> None:
        self._book = book

    def _topics(self, typed: str) -> list[Option]:
        return [Option(entry.name, entry.name, entry.code, entry.initials) for entry in self._book.topics(typed)]

    def _units(self, typed: str) -> list[Option]:
        return [Option(entry.name, entry.name, entry.code, entry.initials) for entry in self._book.units(typed)]

    def _snippets(self, typed: str) -> list[tuple[str, str]]:
        return [(entry.name, entry.text) for entry in self._book.snippets(typed)]

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


_SHOWN = (
    "kind",
    "channel",
    "persons",
    "matters",
    "topic",
    "unit",
    "content",
    "answer",
    "handling",
    "rating",
    "refer_to",
    "due_on",
    "name",
    "phone",
    "approximate",
    "late_reason",
)


def _values(draft: EnquiryDraft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in _SHOWN}


def _clock(row: EnquiryRow) -> str:
    return f"{row.occurred_at:%H:%M}" + ("?" if row.approximate else "")


def _quiet(row: EnquiryRow) -> str | None:
    return "muted" if row.voided else None


def _ratings() -> dict[int, str]:
    """The five levels of 好差评 (国办发〔2019〕51号), best first."""
    return {
        5: translate("reception", "非常满意"),
        4: translate("reception", "满意"),
        3: translate("reception", "基本满意"),
        2: translate("reception", "不满意"),
        1: translate("reception", "非常不满意"),
    }
