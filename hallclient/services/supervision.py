"""The supervision desk: training sessions and assessment results, and the words they give to the report."""

from collections.abc import Callable
from datetime import date

from hallclient.domain.register import supervision as rules
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.supervision import Assessment, AssessmentDraft, AssessmentKind, Training, TrainingDraft
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.services.counters import WithdrawalNeedsReason
from hallclient.services.office import Office
from hallclient.storage import audit, supervision
from hallclient.storage.database import Transaction


class SupervisionDesk:
    """What part 一 of the annual report tells besides the registers (第五十条第一款)."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def record_training(self, draft: TrainingDraft, *, by: Clerk) -> None:
        """Record a session. Raises HeldInFuture, AttendingOutOfRange, SupervisionTextMissing, NotPermitted."""
        require(by, Permission.ENTER_COUNTER)
        rules.check_training(draft, today=self._office.today())
        self._write(
            "record_training",
            draft.on,
            by,
            lambda tx: supervision.add_training(tx, draft, by=by.name, at=self._office.now()) > 0,
        )

    def record_assessment(self, draft: AssessmentDraft, *, by: Clerk) -> None:
        """Record a result. Raises HeldInFuture, SupervisionTextMissing, NotPermitted."""
        require(by, Permission.WRITE_REPORT)
        rules.check_assessment(draft, today=self._office.today())
        self._write(
            "record_assessment",
            draft.on,
            by,
            lambda tx: supervision.add_assessment(tx, draft, by=by.name, at=self._office.now()) > 0,
        )

    def change_training(self, training_id: int, draft: TrainingDraft, *, version: int, by: Clerk) -> None:
        """Correct a session. Raises ChangedMeanwhile and as ``record_training``."""
        require(by, Permission.ENTER_COUNTER)
        rules.check_training(draft, today=self._office.today())
        self._write(
            "change_training",
            draft.on,
            by,
            lambda tx: supervision.change_training(tx, training_id, draft, version=version),
            version=version,
        )

    def change_assessment(self, assessment_id: int, draft: AssessmentDraft, *, version: int, by: Clerk) -> None:
        """Correct a result. Raises ChangedMeanwhile and as ``record_assessment``."""
        require(by, Permission.WRITE_REPORT)
        rules.check_assessment(draft, today=self._office.today())
        self._write(
            "change_assessment",
            draft.on,
            by,
            lambda tx: supervision.change_assessment(tx, assessment_id, draft, version=version),
            version=version,
        )

    def withdraw_training(self, training: Training, reason: str, *, by: Clerk) -> None:
        """Withdraw a session with a reason. Raises WithdrawalNeedsReason, ChangedMeanwhile, NotPermitted."""
        require(by, Permission.ENTER_COUNTER)
        if not reason.strip():
            raise WithdrawalNeedsReason
        self._write(
            "withdraw_training",
            training.on,
            by,
            lambda tx: supervision.void_training(tx, training.id, reason.strip(), version=training.version),
            version=training.version,
        )

    def withdraw_assessment(self, assessment: Assessment, reason: str, *, by: Clerk) -> None:
        """Withdraw a result with a reason. Raises WithdrawalNeedsReason, ChangedMeanwhile, NotPermitted."""
        require(by, Permission.WRITE_REPORT)
        if not reason.strip():
            raise WithdrawalNeedsReason
        self._write(
            "withdraw_assessment",
            assessment.on,
            by,
            lambda tx: supervision.void_assessment(tx, assessment.id, reason.strip(), version=assessment.version),
            version=assessment.version,
        )

    def trainings(self, first: date, last: date) -> list[Training]:
        """Return the sessions of the days ``first`` to ``last`` (both included), withdrawn ones too."""
        with self._office.database.reading() as tx:
            return supervision.sessions(tx, first, last)

    def assessments(self, first: date, last: date) -> list[Assessment]:
        """Return the results of the days ``first`` to ``last`` (both included), withdrawn ones too."""
        with self._office.database.reading() as tx:
            return supervision.results(tx, first, last)

    def slots(self, year: int) -> dict[str, str]:
        """Return what a report's text may say of the year's sessions and results, by slot."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        sessions = [training for training in self.trainings(first, last) if not training.voided]
        found = [result for result in self.assessments(first, last) if not result.voided]
        slots = {
            "training_sessions": str(len(sessions)),
            "training_attending": str(sum(training.attending for training in sessions)),
        }
        for kind in AssessmentKind:
            said = "；".join(result.result for result in found if result.kind is kind)
            slots[kind.value] = said or "无"
        return slots

    def _write(
        self, action: str, on: date, by: Clerk, write: Callable[[Transaction], bool], *, version: int = 0
    ) -> None:
        with self._office.database.writing() as tx:
            if not write(tx):
                raise ChangedMeanwhile(number=on.isoformat(), version=version, theirs=None)
            audit.note(tx, at=self._office.now(), by=by.name, action=action, subject=on.isoformat())
