"""How does the period of one application stand while its acts are replayed?"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from hallclient.domain.law.clock_refusals import ConsultationUnknown
from hallclient.domain.law.clock_values import Running, Standing, TraceStep, chinese
from hallclient.domain.law.consultations import Consultation, DayRange, merge, working_days_in
from hallclient.domain.law.rulesets import RuleSet
from hallclient.domain.law.working_days import CountedDate, WorkingCalendar
from hallclient.domain.register.life_refusals import StepBeforeReceipt, StepRefused
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act, Step

_WAITS = {
    Standing.CORRECTION: State.AWAITING_CORRECTION,
    Standing.REASONS: State.AWAITING_REASONS,
    Standing.CONSULTATION: State.CONSULTING,
    Standing.FEE: State.AWAITING_FEE,
}


@dataclass(slots=True)
class RunningPeriod:
    """The clock of one application while its acts are replayed; start one with ``replay``, which returns it finished.

    ``base`` is the day after which the running period counts: receipt, or the restart by correction or payment.
    ``reply_due`` is the last day for the reply that ended it, ``replied_on`` the day that reply counts as made: signed
    for, or handed to the post (国办公开办函〔2016〕235号).
    """

    received_on: date
    rules: RuleSet
    calendar: WorkingCalendar
    days: int
    base: date
    sent_on: dict[str, date]
    parties: dict[str, str]
    base_reason: str = ""
    extra: int = 0
    stopped: Standing | None = None
    stopped_on: date | None = None
    postponed: date | None = None
    correct_until: date | None = None
    reasons_until: date | None = None
    pay_until: date | None = None
    reply_due: CountedDate | None = None
    replied_on: date | None = None
    ended: Act | None = None
    ended_on: date | None = None
    corrections: list[date] = field(default_factory=list)
    extensions: list[date] = field(default_factory=list)
    fees: list[date] = field(default_factory=list)
    letters: dict[str, Consultation] = field(default_factory=dict)
    trace: list[TraceStep] = field(default_factory=list)

    @property
    def standing(self) -> Standing | None:
        if self.ended is not None:
            return None
        if self.stopped is None and any(
            not letter.idle and letter.answered is None for letter in self.letters.values()
        ):
            return Standing.CONSULTATION
        return self.stopped

    def running(self) -> Running:
        """Return the period as known from the acts replayed so far.

        An unanswered letter ends on the day the third party's own time runs out, or with the application; without a
        delivery date nobody knows, and the due date is None.
        """
        if self.stopped is not None:
            return Running(None, (), False)
        if self.postponed is not None:
            return Running(CountedDate(self.postponed, self.calendar.day(self.postponed).provisional), (), False)
        ranges: list[DayRange] = []
        silent = False
        for letter in self.letters.values():
            if letter.idle:
                continue
            last = letter.ends(self.rules, self.calendar, self.ended_on)
            if last is None:
                return Running(None, merge(ranges), False)
            silent = silent or (letter.answered is None and self.ended is None)
            ranges.append(letter.left_out(last, self.rules))
        merged = merge(ranges)
        return Running(self._due(merged), merged, silent)

    def correction_end(self) -> date | None:
        """Return the last day to correct while a correction is awaited: the one told, else the proposed one."""
        period = self.rules.correction_period
        if self.correct_until is not None or period is None or not self.corrections:
            return self.correct_until
        return self.calendar.add(self.corrections[-1], period.working_days).on

    def say(self, act: Act, on: date, effect: str, article: str = "") -> None:
        self.trace.append(TraceStep(act.value, on, effect, article))

    def _must_run(self, act: Act) -> None:
        if self.stopped is not None:
            raise StepRefused(act, self._state())

    def _state(self) -> State:
        return State.IN_PROGRESS if self.standing is None else _WAITS[self.standing]

    def _restart(self, on: date, reason: str) -> None:
        self.base, self.base_reason = on, reason
        self.stopped = self.stopped_on = self.postponed = None
        # A fresh full period: an extension of the period before does not reach into it.
        self.extra = 0

    def _letter(self, step: Step) -> Consultation:
        letter = self.letters.get(step.id)
        if letter is None:
            sent = self.sent_on.get(step.id)
            if sent is None:
                raise ConsultationUnknown
            raise StepBeforeReceipt(step.act, step.on, sent)
        earliest = letter.received or letter.sent
        if step.on < earliest:
            raise StepBeforeReceipt(step.act, step.on, earliest)
        return letter

    def _due(self, excluded: Sequence[DayRange]) -> CountedDate:
        due = self.calendar.add(self.base, self.days + self.extra)
        while True:
            left_out = working_days_in(excluded, self.calendar, self.base, due.on)
            found = self.calendar.add(self.base, self.days + self.extra + left_out)
            if found == due:
                return due
            due = found

    def _until(self) -> str:
        due = self.running().due
        return f"，至{chinese(due.on)}" if due is not None else ""
