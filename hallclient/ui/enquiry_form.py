"""The full record of an enquiry as a form: its fields, what it shows of a record, and the draft it makes."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from hallclient.domain.register.enquiry import Enquiry, EnquiryDraft
from hallclient.domain.register.kinds import EnquiryChannel, EnquiryKind, Handling
from hallclient.domain.register.reception import Returning
from hallclient.services.codes import CodeBook
from hallclient.ui.choice_field import ChoiceField, Option, options_of
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import FlagField, LongTextField, NumberField, PhoneField, TextField
from hallclient.ui.forms import Form
from hallclient.ui.language import translate
from hallclient.ui.snippets import SnippetPopup
from hallclient.ui.time_field import TimeField

STICKY = ("channel",)
SHOWN = (
    *("kind", "channel", "persons", "matters", "topic", "unit", "content", "answer", "handling", "rating"),
    *("refer_to", "due_on", "name", "phone", "approximate", "late_reason"),
)


class EnquiryForm(Form):
    """``book`` is what topics, units and ready answers are searched in; the screen replaces it when it changes."""

    def __init__(self, today: Callable[[], date]) -> None:
        self.book = CodeBook()
        self._today = today
        topic = ChoiceField(
            "topic",
            translate("reception", "主题"),
            search=self._topics,
            free=True,
            placeholder=translate("reception", "代码、名称或拼音首字母"),
        )
        self.handling = ChoiceField("handling", translate("reception", "处理方式"), options_of(Handling))
        self.phone = PhoneField("phone", translate("reception", "电话"))
        self.day = DateField("occurred_on", translate("reception", "来访日期"), today=today)
        slashes = translate("reception", "输入 // 选用常用语")
        content = LongTextField("content", translate("reception", "内容"), lines=3, placeholder=slashes)
        answer = LongTextField("answer", translate("reception", "答复"), lines=2, placeholder=slashes)
        for field in (content, answer):
            SnippetPopup(field, self._snippets)
        self.late_reason = TextField("late_reason", translate("reception", "补登原因"))
        ratings = tuple(Option(stars, name) for stars, name in _ratings().items())
        super().__init__(
            [
                ChoiceField("kind", translate("reception", "类别"), options_of(EnquiryKind), required=True),
                ChoiceField("channel", translate("reception", "渠道"), options_of(EnquiryChannel), required=True),
                NumberField("persons", translate("reception", "人次"), least=0),
                NumberField("matters", translate("reception", "件次"), least=1),
                topic,
                ChoiceField("unit", translate("reception", "涉及单位"), search=self._units, free=True),
                content,
                answer,
                self.handling,
                ChoiceField("rating", translate("reception", "评价（自愿）"), ratings),
                ChoiceField("refer_to", translate("reception", "转办单位"), search=self._units, free=True),
                DateField("due_on", translate("reception", "答复期限"), today=today),
                TextField("name", translate("reception", "姓名（可不填）")),
                self.phone,
                self.day,
                TimeField("occurred_time", translate("reception", "来访时间")),
                FlagField("approximate", translate("reception", "时间不准")),
                self.late_reason,
                TextField("amends", "amends"),
            ],
            columns=3,
            least=14,
        )
        # Never shown: which record an unsaved text belongs to, so that a draft of it comes back as its change.
        self.amends = self.field("amends")
        self.amends.hide()
        self.day.edited.connect(self._day_chosen)
        self.start()

    def start(self) -> None:
        """Empty the form for the next visitor; what is usual stands in it already."""
        self.clear(keep=STICKY)
        self.late_reason.hide()
        usual = EnquiryDraft()
        channel = self.field("channel").value() or usual.channel
        self.fill({"kind": usual.kind, "channel": channel, "persons": 1, "matters": 1, "handling": usual.handling})

    def show_values(self, record: EnquiryDraft | Enquiry) -> None:
        """Show a record, or a draft that repeats one."""
        self.fill(values_of(record))
        if isinstance(record, Enquiry):
            self.fill({"occurred_on": record.business_date, "occurred_time": record.occurred_at.time()})
            self.amends.set_text(record.number)
            self.late_reason.setVisible(record.late)

    def draft(self, *, record: Enquiry | None, visit: str) -> EnquiryDraft:
        """Return what the form says: of a new matter of ``visit``, or of the record it was opened for."""
        values = self.values()
        day, at = values.pop("occurred_on"), values.pop("occurred_time")
        if record is not None:
            day, at = day or record.business_date, at or record.occurred_at.time()
        occurred = None if day is None and at is None else datetime.combine(day or self._today(), at or time())
        # A day without a time is a time nobody knows: flagged, not invented.
        values["approximate"] = bool(values["approximate"]) or (day is not None and at is None)
        values["late_reason"] = self.late_reason.value()
        values.pop("amends", None)
        values["persons"] = 1 if values["persons"] is None else values["persons"]
        values["matters"] = values["matters"] or 1
        texts = {name: values[name] or "" for name in ("topic", "unit", "refer_to", "name", "phone")}
        return EnquiryDraft(**{**values, **texts, "occurred_at": occurred, "visit": visit})

    def show_returning(self, found: Returning) -> None:
        """Say below the telephone that somebody with this number was here before, masked."""
        hint = ""
        if found.count:
            newest = found.newest[0]
            told = translate("reception", "此前来过 {0} 次，最近 {1} {2}（{3}）")
            hint = told.format(found.count, newest.on.isoformat(), newest.name, newest.number)
        self.phone.set_hint(hint)

    def _day_chosen(self) -> None:
        day: date | None = self.day.value()
        self.late_reason.setVisible(day is not None and day < self._today())

    def _topics(self, typed: str) -> list[Option]:
        return [Option(entry.name, entry.name, entry.code, entry.initials) for entry in self.book.topics(typed)]

    def _units(self, typed: str) -> list[Option]:
        return [Option(entry.name, entry.name, entry.code, entry.initials) for entry in self.book.units(typed)]

    def _snippets(self, typed: str) -> list[tuple[str, str]]:
        return [(entry.name, entry.text) for entry in self.book.snippets(typed)]


def values_of(record: EnquiryDraft | Enquiry) -> dict[str, Any]:
    """Return what the form shows of a record, by field name."""
    return {name: getattr(record, name) for name in SHOWN}


def _ratings() -> dict[int, str]:
    """The five levels of 好差评 (国办发〔2019〕51号), best first."""
    return {
        5: translate("reception", "非常满意"),
        4: translate("reception", "满意"),
        3: translate("reception", "基本满意"),
        2: translate("reception", "不满意"),
        1: translate("reception", "非常不满意"),
    }
