"""What has happened in a case that its letters tell? Dates and sums from its steps and the rule of its receipt date."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal

from hallclient.documents.document_kind import DocumentKind
from hallclient.domain.law import clock
from hallclient.domain.law.clock_refusals import CorrectionNoticeLate, CorrectionRepeated
from hallclient.domain.law.rulesets import RuleSet
from hallclient.domain.law.working_days import CalendarTooShort, CountedDate, WorkingCalendar
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.application import Application
from hallclient.domain.register.steps import Act, Step

# What the step of an act tells its papers. The period itself is told under four names: certain or not, moved or not.
_PERIOD = frozenset({"due_on", "due_provisional", "extended_due", "extended_provisional", "previous_due"})
_TELLS: Mapping[Act, frozenset[str]] = {
    Act.RECEIVED: _PERIOD | {"received_on"},
    Act.ITEMISED: frozenset({"item_clauses"}),
    Act.CORRECTION_REQUESTED: _PERIOD | {"correction_due", "correction_requested_on"},
    Act.CORRECTED: _PERIOD | {"corrected_on"},
    Act.REASONS_DEMANDED: _PERIOD | {"reasons_due"},
    Act.REASONS_GIVEN: _PERIOD | {"why_unreasonable"},
    Act.EXTENDED: _PERIOD | {"extension_days"},
    Act.POSTPONED: _PERIOD,
    Act.CONSULTATION_SENT: _PERIOD | {"consultation_sent_on", "third_party", "other_agency"},
    Act.CONSULTATION_RECEIVED: _PERIOD,
    Act.CONSULTATION_ANSWERED: _PERIOD | {"third_opinion", "third_answer"},
    Act.CONSULTATION_LAPSED: _PERIOD | {"third_answer"},
    Act.FEE_DECIDED: frozenset({"fee", "fee_basis", "fee_details"}),
    Act.FEE_NOTIFIED: _PERIOD | {"fee_notified_on", "payment_due"},
    Act.FEE_PAID: _PERIOD,
    Act.SEARCHED: frozenset({"search_scope", "keywords", "searched_on"}),
    Act.WITHDRAWN: frozenset({"withdrawn_on"}),
    Act.REOPENED: _PERIOD,
}


def rests_on(kind: DocumentKind, act: Act) -> bool:
    """Tell whether a paper of this kind says what a step of ``act`` said: its own paper, or one that prints its facts.

    Such a paper issued since the step is wrong once the step is taken back.
    """
    return kind.act == act.value or bool(_TELLS.get(act, frozenset()) & set(kind.facts))


def facts_of_case(
    application: Application,
    rules: RuleSet,
    calendar: WorkingCalendar,
    issued_on: date,
    *,
    said: Mapping[str, str],
    papers: Mapping[str, str],
    wanted: Mapping[str, object],
) -> dict[str, object]:
    """Return what the register knows for the facts in ``wanted``; what it does not know is left out and asked.

    ``said`` is what the clerk gave (the length of an extension not yet recorded), ``papers`` the 文号 of the last
    standing document by kind. A date beyond the announced calendar is provisional and never proposed as a certain one.
    Raises the clock's own refusals for an extension that the law does not give.
    """
    last = {step.act: step for step in application.steps}
    facts: dict[str, object] = {
        **_correction(last, rules, calendar, issued_on),
        **_fee(last, rules, calendar),
        "correction_number": papers.get("P03", ""),
        "fee_number": papers.get("P12", ""),
        "consultation_number": papers.get("P06", ""),
        "consultation_sent_on": _on(last.get(Act.CONSULTATION_SENT)),
        "consultation_days": rules.consultation_answer.working_days if rules.consultation_answer else None,
        "corrected_on": _on(last.get(Act.CORRECTED)),
        "withdrawn_on": _on(last.get(Act.WITHDRAWN)),
    }
    if "extended_due" in wanted:
        facts.update(_extension(application, rules, calendar, issued_on, said))
    return {name: value for name, value in facts.items() if name in wanted and value not in (None, "")}


class CorrectionPaperRepeated(Refusal):
    """A correction notice stands already, and it is given once (第三十条). ``number`` is its 文号."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number


def check_correction(
    application: Application, rules: RuleSet, calendar: WorkingCalendar, issued_on: date, *, standing: str
) -> None:
    """Refuse a correction notice that the law of the receipt date does not allow; ``standing`` is the 文号 of one.

    Late is refused as well as twice: a notice after the seventh working day would not stop the clock, and the applicant
    would be told that it does (ADR 14). Raises CorrectionPaperRepeated, CorrectionRepeated,
    CorrectionNoticeLate. Source: 第三十条.
    """
    if application.received_on is None:
        return
    requested = [step.on for step in application.steps if step.act is Act.CORRECTION_REQUESTED]
    corrected = any(step.act is Act.CORRECTED for step in application.steps)
    if rules.corrections is not None:
        if standing:
            raise CorrectionPaperRepeated(standing)
        # The step may stand before its paper; once the applicant has answered it, a paper would be a second notice.
        if corrected and len(requested) >= rules.corrections:
            raise CorrectionRepeated(requested[0])
    with suppress(CalendarTooShort):
        latest = clock.correction_notice_due(application.received_on, rules, calendar)
        if latest is not None and issued_on > latest.on:
            raise CorrectionNoticeLate(issued_on, latest.on)


def _on(step: Step | None) -> date | None:
    return step.on if step is not None else None


def _certain(counted: CountedDate | None) -> date | None:
    return counted.on if counted is not None and not counted.provisional else None


def _correction(
    last: Mapping[Act, Step], rules: RuleSet, calendar: WorkingCalendar, issued_on: date
) -> dict[str, object]:
    requested = _on(last.get(Act.CORRECTION_REQUESTED))
    facts: dict[str, object] = {"correction_requested_on": requested}
    with suppress(CalendarTooShort):
        facts["correction_due"] = _certain(clock.correction_due(requested or issued_on, rules, calendar))
    return facts


def _fee(last: Mapping[Act, Step], rules: RuleSet, calendar: WorkingCalendar) -> dict[str, object]:
    decided, notified = last.get(Act.FEE_DECIDED), last.get(Act.FEE_NOTIFIED)
    facts: dict[str, object] = {"payment_days": rules.fee_payment.working_days if rules.fee_payment else None}
    for step in (decided, notified):
        if step is not None and step.details.get("yuan"):
            facts["fee"] = Decimal(step.details["yuan"])
    if decided is not None:
        facts["fee_basis"] = decided.details.get("basis")
        facts["fee_details"] = decided.details.get("calculation")
    if notified is None:
        return facts
    facts["fee_notified_on"] = notified.on
    with suppress(CalendarTooShort):
        # The time to pay runs from the day the notice was received, which only the recorded step tells.
        facts["payment_due"] = _certain(clock.fee_payment_due(notified.on, rules, calendar))
    return facts


def _extension(
    application: Application, rules: RuleSet, calendar: WorkingCalendar, issued_on: date, said: Mapping[str, str]
) -> dict[str, object]:
    received_on = application.received_on
    if received_on is None:
        return {}
    without = tuple(step for step in application.steps if step.act is not Act.EXTENDED)
    extended = next((step for step in application.steps if step.act is Act.EXTENDED), None)
    days = extended.days if extended is not None else _whole(said.get("extension_days", ""))
    facts: dict[str, object] = {"extension_days": days}
    with suppress(CalendarTooShort):
        before = clock.due(received_on, without, rules, calendar)
        facts["previous_due"] = None if before.provisional else before.on
        if days is not None:
            steps = application.steps if extended else (*without, Step(act=Act.EXTENDED, on=issued_on, days=days))
            after = clock.due(received_on, steps, rules, calendar)
            facts["extended_provisional" if after.provisional else "extended_due"] = after.on
    if "extended_due" in said:
        facts.pop("extended_provisional", None)
    return facts


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 4 else None
