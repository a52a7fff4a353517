"""What does the registration form ask, and when? The fields of art. 29 and domain 4.6, only those the case needs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel, DeliveryMethod, IdKind
from hallclient.domain.register.people import Agent, Applicant
from hallclient.domain.register.receipt import needs_confirmation
from hallclient.domain.register.sameness import RepeatDecision
from hallclient.services.codes import CodeBook
from hallclient.ui.answer_panel import AnswerPanel
from hallclient.ui.application_fields import AGENT, CARRIED, MORE, form_items
from hallclient.ui.fields import Field
from hallclient.ui.forms import Form
from hallclient.ui.id_number import IdNumberEntry, PersonPhoneField, PersonTextField
from hallclient.ui.terms import label

ANSWER = "answer."  # before the names of the answer's texts in a kept draft

# What stays from one application to the next while the pin is set; never a person, never a date.
STICKY = (
    "channel", "applicant_kind", "id_kind", "subject", "index_number", "topic", "unit", "form", "delivery",
    "materials", "accept_incomplete",
)  # fmt: skip


class ApplicationForm(Form):
    """The form of the left hand; ``answer`` is the block of the answer on the spot, kept in the same draft.

    ``draft()`` is what the desk takes, None while the channel or the applicant's kind is not chosen.
    """

    def __init__(self, today: Callable[[], date], answer: AnswerPanel) -> None:
        self._today, self.answer = today, answer
        self._book = CodeBook()
        self.pinned = False
        self.late_wanted = self.incomplete_wanted = self.repeat_wanted = False
        items = form_items(today, lambda: self._book)
        self._names = [item.name for item in items if isinstance(item, Field)]
        super().__init__(items, columns=3, least=15)
        for name in ("channel", "applicant_kind", "signed_for", "more_contact", "agent", "delivery"):
            self.field(name).edited.connect(self._follow)
        self.field("applicant_kind").edited.connect(self._kind_chosen)
        for number, kind in (("id_number", "id_kind"), ("agent_id_number", "agent_id_kind")):
            field = self.field(number)
            assert isinstance(field, IdNumberEntry)
            self.field(kind).edited.connect(field.recheck)
        answer.changed.connect(self._edited)
        self.clear()

    # -- the draft ------------------------------------------------------------------------------------------------

    def draft(self) -> ApplicationDraft | None:
        """Return what stands in the form; fields that do not show say nothing."""
        said = self.values()
        channel, kind = said["channel"], said["applicant_kind"]
        if channel is None or kind is None:
            return None
        texts = {name: said.get(name) or "" for name in self._names}
        agent = None
        if said["agent"]:
            agent = Agent(
                name=texts["agent_name"],
                id_kind=said["agent_id_kind"],
                id_number=texts["agent_id_number"],
                phone=texts["agent_phone"],
                authority=texts["agent_authority"],
            )
        applicant = Applicant(
            kind=kind,
            name=texts["name"],
            id_kind=said["id_kind"],
            id_number=texts["id_number"],
            id_seen=said["id_seen"],
            phone=texts["phone"],
            address=texts["address"],
            postcode=texts["postcode"],
            email=texts["email"],
            fax=texts["fax"],
            employer=texts["employer"],
            legal_representative=texts["legal_representative"],
            contact=texts["contact"],
        )
        return ApplicationDraft(
            channel=channel,
            applicant=applicant,
            subject=texts["subject"],
            arrived_on=said["arrived_on"] or self._today(),
            confirmed_on=said.get("confirmed_on"),
            signed_for=bool(said.get("signed_for")),
            unit=texts["unit"],
            topic=texts["topic"],
            index_number=texts["index_number"],
            form=said["form"],
            delivery=said["delivery"],
            materials=texts["materials"],
            agent=agent,
            oral_reason=texts["oral_reason"],
            enquiry=self.carried("enquiry"),
            repeat_of=self.carried("repeat_of"),
            repeat_decision=str(said.get("repeat_decision") or ""),
            late_reason=texts["late_reason"],
            accept_incomplete=bool(said.get("accept_incomplete")),
        )

    def show_draft(self, draft: ApplicationDraft) -> None:
        """Show a draft: a repeat, an enquiry's prefill, a registered application opened masked."""
        self.show_values(values_of(draft))
        self._dirty = False

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show values as ``values_of`` names them; it counts as typed."""
        self.fill(values)
        self._dirty = True
        for name, value in values.items():
            field = self.field(name)
            if isinstance(field, PersonTextField | PersonPhoneField | IdNumberEntry):
                field.keep(value if "*" in str(value) else "")
                field.recheck()
        self._follow()

    def carried(self, name: str) -> str:
        """Return one of the hidden values: ``enquiry``, ``repeat_of``, ``amends``."""
        return self.field(name).text()

    def carry(self, name: str, value: str) -> None:
        self.field(name).set_text(value)

    # -- what a form does -----------------------------------------------------------------------------------------

    def clear(self, *, keep: Sequence[str] = ()) -> None:
        """Empty the form. While the pin is set the sticky fields and the answer stay."""
        kept = {name: self.field(name).value() for name in STICKY} if self.pinned else {}
        super().clear(keep=(*keep, *kept))
        start: dict[str, Any] = {
            "channel": ApplicationChannel.IN_PERSON,
            "applicant_kind": ApplicantKind.NATURAL_PERSON,
            "id_kind": IdKind.RESIDENT_ID,
            "agent_id_kind": IdKind.RESIDENT_ID,
            "arrived_on": self._today(),
        }
        self.fill({name: value for name, value in start.items() if name not in kept})
        self.late_wanted = self.repeat_wanted = False
        self.incomplete_wanted = bool(kept.get("accept_incomplete"))
        if not self.pinned:
            self.answer.clear()
        self._follow()

    def texts(self) -> dict[str, str]:
        answer = {} if self.answer.folded else self.answer.texts()
        return super().texts() | {ANSWER + name: text for name, text in answer.items()}

    def restore(self, texts: Mapping[str, str]) -> None:
        answer = {name.removeprefix(ANSWER): text for name, text in texts.items() if name.startswith(ANSWER)}
        super().restore(texts)
        self.answer.restore(answer)
        self.late_wanted = bool(texts.get("late_reason"))
        self.incomplete_wanted = bool(texts.get("accept_incomplete"))
        self.repeat_wanted = bool(texts.get("repeat_decision"))
        self._follow()

    def focus_start(self) -> None:
        """Where typing starts: the channel, or the name when everything before it is pinned."""
        self.field("name" if self.pinned else "channel").setFocus(Qt.FocusReason.OtherFocusReason)

    def take_book(self, book: CodeBook) -> None:
        """Offer these topics, units and ready texts."""
        self._book = book

    def want(self, *, late: bool, incomplete: bool, repeat: bool) -> None:
        """Show or put away the three questions that only some applications raise."""
        wanted = (late, incomplete, repeat)
        if wanted != (self.late_wanted, self.incomplete_wanted, self.repeat_wanted):
            self.late_wanted, self.incomplete_wanted, self.repeat_wanted = wanted
            self._follow()

    def _next_after(self, editor: QWidget) -> None:
        """Enter passes over what is pinned, so that alike applications need only what differs."""
        if self.pinned:
            shown = [field for field in self.fields if field.isVisible() and field.isEnabled()]
            at = next((at for at, field in enumerate(shown) if field.editor is editor), None)
            if at is not None:
                shown[at].settle()
                following = (field for field in shown[at + 1 :] if field.name not in STICKY or field.empty())
                if (field := next(following, None)) is not None:
                    field.setFocus(Qt.FocusReason.TabFocusReason)
                    return
        super()._next_after(editor)

    # -- which fields show ----------------------------------------------------------------------------------------

    def _follow(self) -> None:
        said = {name: self.field(name).value() for name in ("channel", "applicant_kind", "signed_for", "delivery")}
        channel, kind = said["channel"], said["applicant_kind"]
        organisation = kind not in (None, ApplicantKind.NATURAL_PERSON)
        posted = channel in (ApplicationChannel.POST, ApplicationChannel.OTHER)
        waits = channel is not None and needs_confirmation(_asked(channel, bool(said["signed_for"]), self._today()))
        agent = bool(self.field("agent").value())
        more = bool(self.field("more_contact").value())
        shown = {
            "signed_for": posted,
            "confirmed_on": waits,
            "oral_reason": channel is ApplicationChannel.ORAL,
            "legal_representative": organisation,
            "contact": organisation,
            "late_reason": self.late_wanted,
            "accept_incomplete": self.incomplete_wanted,
            "repeat_decision": self.repeat_wanted,
            **{name: more or not self.field(name).empty() for name in MORE},
            **dict.fromkeys(AGENT, agent),
            **dict.fromkeys(CARRIED, False),
        }
        if said["delivery"] is DeliveryMethod.EMAIL:
            shown["email"] = True
        if said["delivery"] is DeliveryMethod.POST:
            shown["postcode"] = True
        if organisation:
            shown["employer"] = False
        self.field("arrived_on").label.setText(self.tr("送达日期") if waits else self.tr("收到日期"))
        self.field("name").label.setText(self.tr("单位名称 *") if organisation else self.tr("姓名 *"))
        self.show_fields(shown)

    def propose_document(self) -> None:
        """Offer the usual document of the applicant's kind where none was chosen; it is one key to choose another."""
        if self.field("id_kind").empty():
            person = self.field("applicant_kind").value() is ApplicantKind.NATURAL_PERSON
            self.field("id_kind").set_value(IdKind.RESIDENT_ID if person else IdKind.USCC)

    def _kind_chosen(self) -> None:
        """An organisation shows its credit code, a person none: the document follows the kind of applicant."""
        kind, id_kind = self.field("applicant_kind").value(), self.field("id_kind")
        organisation = kind not in (None, ApplicantKind.NATURAL_PERSON)
        if organisation != (id_kind.value() is IdKind.USCC):
            id_kind.set_value(IdKind.USCC if organisation else IdKind.RESIDENT_ID)
            number = self.field("id_number")
            assert isinstance(number, IdNumberEntry)
            number.recheck()


def values_of(draft: ApplicationDraft) -> dict[str, Any]:
    """Return the form's values of a draft, by field name: what is shown, merged and compared."""
    applicant, agent = draft.applicant, draft.agent
    person = ("name", "id_kind", "id_number", "id_seen", "phone", "address", "postcode", "email", "fax", "employer")
    whole: tuple[str, ...] = (
        "channel",
        "arrived_on",
        "confirmed_on",
        "signed_for",
        "subject",
        "unit",
        "topic",
        "index_number",
    )
    whole += ("form", "delivery", "materials", "oral_reason", "enquiry", "repeat_of", "late_reason")
    values: dict[str, Any] = {name: getattr(draft, name) for name in whole}
    values |= {name: getattr(applicant, name) for name in (*person, "legal_representative", "contact")}
    values["applicant_kind"] = applicant.kind
    values["repeat_decision"] = RepeatDecision.read(draft.repeat_decision) if draft.repeat_decision else None
    values["accept_incomplete"] = draft.accept_incomplete
    values["agent"] = agent is not None
    for name in AGENT:
        values[name] = getattr(agent, name.removeprefix("agent_")) if agent is not None else None
    return values


def shown_value(value: object) -> str:
    """Return a field's value as a sentence names it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "✓" if value else "—"
    if hasattr(value, "label"):
        return label(value)  # type: ignore[arg-type]
    return str(value or "—")


def _asked(channel: ApplicationChannel, signed_for: bool, today: date) -> ApplicationDraft:
    """Return a draft of which only the channel's rule is asked."""
    nobody = Applicant(kind=ApplicantKind.NATURAL_PERSON, name="")
    return ApplicationDraft(channel=channel, applicant=nobody, subject="", arrived_on=today, signed_for=signed_for)
