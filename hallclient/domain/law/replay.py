"""What does each act do to the clock? The acts of an application replayed in order of their dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hallclient.domain.law.clock_refusals import (
    ConsultationRepeated,
    ConsultationStillRuns,
    ConsultationUnknown,
    CorrectionNoticeLate,
    CorrectionRepeated,
    DaysOutOfRange,
    ExtensionLate,
    ExtensionLengthMissing,
    ExtensionRepeated,
    ExtensionTooLong,
    FeeNoticeLate,
    FeeNoticeRepeated,
    PeriodStillRuns,
    PostponedTooEarly,
)
from hallclient.domain.law.clock_values import NO_CLOCK, SILENCE, Standing, chinese
from hallclient.domain.law.consultations import Consultation, working_days_in
from hallclient.domain.law.rulesets import RuleSet
from hallclient.domain.law.running_period import RunningPeriod
from hallclient.domain.law.working_days import WorkingCalendar
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.life_guards import THIRD_PARTY, party_kind
from hallclient.domain.register.life_refusals import StepBeforeReceipt, StepRefused
from hallclient.domain.register.life_terms import POSTAL
from hallclient.domain.register.states import State, rounds
from hallclient.domain.register.steps import Act, Step

_ORDER = {act: place for place, act in enumerate(Act)}
_ENDS = {Act.ANSWERED: State.ANSWERED, Act.WITHDRAWN: State.WITHDRAWN, Act.VOIDED: State.VOIDED}


@dataclass(slots=True)
class Replay(RunningPeriod):
    """What each act does to the period; start one with ``replay``, which returns it finished."""

    def take(self, step: Step) -> None:
        """Let one act happen. Raises the refusals of this module, StepRefused and StepBeforeReceipt."""
        if step.act in (Act.SENT, Act.SERVED):
            self._reply_left(step)
        if step.act in NO_CLOCK:
            return
        if self.ended is not None and step.act not in (Act.VOIDED, Act.REOPENED):
            raise StepRefused(step.act, _ENDS[self.ended])
        if step.on < self.received_on:
            raise StepBeforeReceipt(step.act, step.on, self.received_on)
        match step.act:
            case Act.CORRECTION_REQUESTED:
                self._correction_requested(step)
            case Act.CORRECTED:
                self._corrected(step)
            case Act.EXTENDED:
                self._extended(step)
            case Act.CONSULTATION_SENT:
                self._sent(step)
            case Act.CONSULTATION_RECEIVED:
                self._delivered(step)
            case Act.CONSULTATION_ANSWERED:
                self._opinion(step)
            case Act.CONSULTATION_LAPSED:
                self._silence(step)
            case Act.REASONS_DEMANDED:
                self._reasons_demanded(step)
            case Act.REASONS_GIVEN:
                self._reasons_given(step)
            case Act.POSTPONED:
                self._postponed(step)
            case Act.FEE_NOTIFIED:
                self._fee_notified(step)
            case Act.FEE_PAID:
                self._fee_paid(step)
            case Act.REOPENED:
                self._reopened(step)
            case _:
                self._end(step)

    def _correction_requested(self, step: Step) -> None:
        self._must_run(step.act)
        limit = self.rules.corrections
        if limit is not None and len(self.corrections) >= limit:
            raise CorrectionRepeated(self.corrections[0])
        notice = self.rules.correction_notice
        if notice is not None:
            latest = self.calendar.add(self.received_on, notice.working_days).on
            if step.on > latest:
                raise CorrectionNoticeLate(step.on, latest)
        self.corrections.append(step.on)
        self.correct_until = _day(step.details.get("until"))
        self.stopped, self.stopped_on = Standing.CORRECTION, step.on
        self.say(step.act, step.on, "告知补正，答复期限停止计算", self.rules.correction_source)

    def _corrected(self, step: Step) -> None:
        if self.stopped is not Standing.CORRECTION:
            raise StepRefused(step.act, self._state())
        self._restart(step.on, "收到补正前，期限重新计算")
        self.say(step.act, step.on, f"收到补正，答复期限重新计算{self._until()}", self.rules.correction_source)

    def _extended(self, step: Step) -> None:
        self._must_run(step.act)
        limit, longest = self.rules.extensions, self.rules.extension_max.working_days
        if step.days is None or step.days < 1:
            raise ExtensionLengthMissing
        if step.days > longest:
            raise ExtensionTooLong(step.days, longest)
        if limit is not None and len(self.extensions) >= limit:
            raise ExtensionRepeated(self.extensions[0])
        due = self.running().due
        if due is not None and step.on > due.on:
            raise ExtensionLate(step.on, due.on)
        self.extensions.append(step.on)
        # 20 + 20: the extension starts where the first period ends, not on the day it is granted (art. 33)
        self.extra += step.days
        effect = f"延长{step.days}个工作日，自原期限届满次日起算{self._until()}"
        self.say(step.act, step.on, effect, self.rules.extension_max.source)

    def _sent(self, step: Step) -> None:
        if step.id in self.letters:
            raise ConsultationRepeated
        due = self.running().due
        letter = Consultation(step.on, idle=due is not None and step.on >= due.on)
        self.letters[step.id] = letter
        effect = "期限已满，征求意见不再扣除" if letter.idle else "书面征求意见，自次日起不计入答复期限"
        self.say(step.act, step.on, effect, self.rules.consultation_source)

    def _delivered(self, step: Step) -> None:
        letter = self._letter(step)
        if letter.received is not None:
            raise ConsultationRepeated
        if letter.answered is not None:
            raise StepBeforeReceipt(Act.CONSULTATION_ANSWERED, letter.answered, step.on)
        letter.received = step.on
        own = self.rules.consultation_answer
        if own is None:
            self.say(step.act, step.on, "征求意见书已送达，答复意见无法定期限", self.rules.consultation_source)
        else:
            latest = self.calendar.add(step.on, own.working_days).on
            self.say(step.act, step.on, f"征求意见书已送达，第三方应于{chinese(latest)}前答复", own.source)

    def _opinion(self, step: Step) -> None:
        letter = self._letter(step)
        if letter.answered is not None:
            raise ConsultationRepeated
        letter.answered = step.on
        if letter.idle:
            self.say(step.act, step.on, "期限已满后征求的意见，不影响期限", self.rules.consultation_source)
            return
        last = letter.ends(self.rules, self.calendar, self.ended_on) or step.on
        excluded = [letter.left_out(last, self.rules)]
        left_out = working_days_in(excluded, self.calendar, self.base, last)
        late = "（意见逾期，只扣除至第三方答复期满）" if last < step.on else ""
        effect = f"收到意见{late}，征求意见所需{left_out}个工作日不计入期限{self._until()}"
        self.say(step.act, step.on, effect, self.rules.consultation_source)

    def _fee_notified(self, step: Step) -> None:
        self._must_run(step.act)
        payment = self.rules.fee_payment
        if payment is None or (payment.since is not None and step.on < payment.since):
            self.say(step.act, step.on, "当时的规定不因收费停止计算期限")
            return
        if self.fees:
            raise FeeNoticeRepeated(self.fees[0])
        due = self.running().due
        if due is not None and step.on > due.on:
            raise FeeNoticeLate(step.on, due.on)
        self.fees.append(step.on)
        self.stopped, self.stopped_on = Standing.FEE, step.on
        latest = self.pay_until = self.calendar.add(step.on, payment.working_days).on
        self.say(step.act, step.on, f"收费通知送达，期限停止计算，应于{chinese(latest)}前缴费", payment.source)

    def _fee_paid(self, step: Step) -> None:
        payment = self.rules.fee_payment
        if self.stopped is not Standing.FEE or payment is None:
            if payment is not None and (payment.since is None or step.on >= payment.since):
                raise StepRefused(step.act, self._state())
            self.say(step.act, step.on, "缴费完成，不影响期限")
            return
        self._restart(step.on, "缴费完成前，期限重新计算")
        self.say(step.act, step.on, f"缴费完成，答复期限自次日起重新计算{self._until()}", payment.source)

    def _silence(self, step: Step) -> None:
        """Nobody answered: the agency decides without the opinion (第三十二条), a co-maker agrees (第三十四条)."""
        letter = self._letter(step)
        if letter.answered is not None:
            raise ConsultationRepeated
        own = self.rules.consultation_answer
        if letter.received is None or own is None:
            raise ConsultationUnknown
        last = self.calendar.add(letter.received, own.working_days).on
        if step.on <= last:
            raise ConsultationStillRuns(last)
        letter.answered = last
        effect, article = SILENCE[self.parties.get(step.id, THIRD_PARTY)]
        self.say(step.act, step.on, f"{effect}{self._until()}", article)

    def _reasons_demanded(self, step: Step) -> None:
        self._must_run(step.act)
        self.reasons_until = _day(step.details.get("until"))
        if step.details.get("stops_clock") == "yes":
            self.stopped, self.stopped_on = Standing.REASONS, step.on
            self.say(step.act, step.on, "要求说明理由，经批准停止计算期限", "第三十五条（条例未规定，按批准计算）")
        else:
            self.say(step.act, step.on, "要求说明理由，期限继续计算", "第三十五条")

    def _reasons_given(self, step: Step) -> None:
        self.reasons_until = None
        if self.stopped is Standing.REASONS:
            self._restart(step.on, "收到理由说明前，期限重新计算")
            self.say(step.act, step.on, f"收到理由说明，期限重新计算{self._until()}", "第三十五条")
        else:
            self.say(step.act, step.on, "收到理由说明，不影响期限", "第三十五条")

    def _postponed(self, step: Step) -> None:
        self._must_run(step.act)
        until = _day(step.details.get("until"))
        due = self.running().due
        if until is None or (due is not None and until <= due.on) or until <= step.on:
            raise PostponedTooEarly(due.on if due is not None else step.on)
        self.postponed = until
        self.say(step.act, step.on, f"申请理由合理但不能按期答复，另定于{chinese(until)}前答复", "第三十五条")

    def _reopened(self, step: Step) -> None:
        """Dealt with again after a reconsideration, a judgment or on the agency's own motion: a period of its own."""
        if self.ended is not Act.ANSWERED:
            raise StepRefused(step.act, self._state() if self.ended is None else _ENDS[self.ended])
        self.ended = self.ended_on = None
        self.corrections, self.extensions, self.fees, self.letters = [], [], [], {}
        self.postponed = self.correct_until = self.reasons_until = self.pay_until = None
        self.reply_due = self.replied_on = None
        self._restart(step.on, "重新办理前，期限重新计算")
        if step.days is not None:
            self.days = step.days
        self.say(step.act, step.on, f"重新办理，自次一工作日起算{self.days}个工作日{self._until()}", "第五十一条")

    def _must_be_over(self, outcome: Outcome | None, on: date) -> None:
        """A period given to somebody must have run out before his silence decides anything."""
        until = None
        if outcome is Outcome.CLOSED_CORRECTION_OVERDUE and self.stopped is Standing.CORRECTION:
            until = self.correction_end()
        elif outcome is Outcome.CLOSED_FEE_UNPAID and self.stopped is Standing.FEE:
            until = self.pay_until
        elif outcome is Outcome.DECLINED_EXCESSIVE:
            until = self.reasons_until
        if until is not None and on <= until:
            raise PeriodStillRuns(until)
        own = self.rules.consultation_answer
        for name, letter in self.letters.items():
            # Nothing is disclosed over the head of a third party who may still answer (第三十二条).
            third = self.parties.get(name, THIRD_PARTY) == THIRD_PARTY
            if outcome is Outcome.GRANTED and third and letter.received and letter.answered is None and own:
                last = self.calendar.add(letter.received, own.working_days).on
                if on <= last:
                    raise ConsultationStillRuns(last)

    def _end(self, step: Step) -> None:
        self._must_be_over(step.outcome, step.on)
        self.ended, self.ended_on = step.act, step.on
        if step.act is not Act.ANSWERED:
            self.say(step.act, step.on, "申请人撤回申请，终止办理" if step.act is Act.WITHDRAWN else "编号作废")
            return
        due = self.reply_due = self.running().due
        if due is None or step.on <= due.on:
            self.say(step.act, step.on, "作出答复，期限终止", self.rules.answer.source)
        else:
            over = self.calendar.count(due.on, step.on)
            self.say(step.act, step.on, f"作出答复，已逾期{over}个工作日", self.rules.answer.source)

    def _reply_left(self, step: Step) -> None:
        """The reply's own letter: it counts as made on the day it is signed for, or handed to the post."""
        posted = step.details.get("method") in POSTAL
        first = step.act is Act.SENT if posted else step.act is Act.SERVED
        if not first or self.ended is not Act.ANSWERED or step.details.get("reply") != "yes" or self.replied_on:
            return
        self.replied_on = step.on
        how = "答复文书交邮，以交邮之日为答复之日" if posted else "答复文书送达，以签收之日为答复之日"
        late = ""
        if self.reply_due is not None:
            over = self.calendar.count(self.reply_due.on, step.on)
            late = f"，已逾期{over}个工作日" if step.on > self.reply_due.on else "，在期限内"
        self.say(step.act, step.on, how + late, "国办公开办函〔2016〕235号")


def replay(
    received_on: date, steps: Sequence[Step], rules: RuleSet, calendar: WorkingCalendar, days: int | None = None
) -> Replay:
    """Replay ``steps`` by date, whatever order they come in; acts of one day in the order of ``Act``, or in the given
    order where the register tells it.

    A case dealt with again is cut where that happened: what came before and after on that very day stays there.
    """
    longest = 250
    if days is not None and not 1 <= days <= longest:
        raise DaysOutOfRange(longest)
    sent = {step.id: step for step in steps if step.act is Act.CONSULTATION_SENT}
    run = Replay(
        received_on,
        rules,
        calendar,
        days or rules.answer.working_days,
        received_on,
        {name: step.on for name, step in sent.items()},
        {name: party_kind(step) for name, step in sent.items()},
    )
    first = calendar.add(received_on, run.days)
    note = f"（{rules.before_note}）" if rules.before_note and received_on < rules.effective_from else ""
    effect = f"收到申请，自次一工作日起算{run.days}个工作日，至{chinese(first.on)}{note}"
    run.say(Act.RECEIVED, received_on, effect, rules.answer.source)
    for part in rounds(sorted(steps, key=lambda step: step.on)):
        for step in _by_day(part):
            run.take(step)
    return run


def _by_day(steps: Sequence[Step]) -> list[Step]:
    """Sort by date. Who entered it when stands on a step of the register: there acts of one day stand as they happened.

    A correction asked for and received before noon is over by noon. A typed or imported list has no such order.
    """
    entered = {step.on for step in steps if step.entered_at is not None}

    def place(step: Step) -> tuple[object, ...]:
        own = () if step.on in entered else (_ORDER[step.act], step.id, step.days or 0)
        return step.act is not Act.REOPENED, step.on, *own

    return sorted(steps, key=place)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
