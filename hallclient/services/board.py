"""The due board: what must be done today, what is late, and what waits for others?"""

from datetime import date, timedelta

from hallclient.domain.law.working_days import CalendarTooShort
from hallclient.domain.register.permissions import Clerk, Permission
from hallclient.domain.register.records import RecordKind, SavedDraft
from hallclient.services import board_cases
from hallclient.services.approvers import only_approver
from hallclient.services.board_values import BoardRow, Section, SectionCode
from hallclient.services.disputes import DisputeLine, DisputesDesk
from hallclient.services.office import Office
from hallclient.storage import board, drafts, outbox_view, unfinished
from hallclient.storage.database import Transaction

__all__ = ["SHOWN", "Board", "BoardRow", "Section", "SectionCode"]

SOON_DAYS = 3  # working days
SHOWN = 100  # rows a section hands out; its count tells of the rest


class Board:
    """Asked again whenever something changed: everything is computed from dates, no status is ever stored."""

    def __init__(self, office: Office, disputes: DisputesDesk) -> None:
        self._office = office
        self._disputes = disputes

    def today(self, by: Clerk) -> tuple[Section, ...]:
        """Return all sections in their order, empty ones too."""
        office, today = self._office, self._office.today()
        yesterday, tomorrow = today - timedelta(days=1), today + timedelta(days=1)
        soon = office.calendar.add(today, SOON_DAYS).on + timedelta(days=1)
        with office.database.reading() as tx:
            sections = (
                self._open(SectionCode.OVERDUE, board.due(tx, date.min, today, SHOWN)),
                self._open(SectionCode.TODAY, board.due(tx, today, tomorrow, SHOWN)),
                self._open(SectionCode.SOON, board.due(tx, tomorrow, soon, SHOWN)),
                _section(SectionCode.NOTICES, board_cases.notices(tx, office, soon, self._left)),
                _section(SectionCode.LAPSED, board_cases.lapsed(tx, office, self._left)),
                _section(SectionCode.APPROVAL, self._to_approve(tx, by)),
                _section(SectionCode.LETTERS, board_cases.letters(tx, office, self._left)),
                _section(SectionCode.PACKETS, self._returned(tx, by)),
                self._open(SectionCode.ENQUIRIES, board.referred(tx, SHOWN)),
                _section(SectionCode.DISPUTES, [_dispute(line) for line in self._disputes.with_dates(tx)]),
                self._open(SectionCode.WAITING, board.waiting(tx, SHOWN)),
                _section(SectionCode.DRAFTS, [_draft(saved) for saved in drafts.of(tx, by.name)]),
                self._open(SectionCode.UNPRINTED, board.unprinted(tx, SHOWN)),
                _section(
                    SectionCode.UNCLOSED, [_day(day) for day in unfinished.open_days(tx, office.window, yesterday)]
                ),
            )
        return sections

    def _to_approve(self, tx: Transaction, by: Clerk) -> list[BoardRow]:
        if not by.may(Permission.APPROVE_REPLY):
            return []
        own = only_approver(tx, by)
        return board_cases.awaiting_approval(tx, self._left, others_than="" if own else by.name)

    def _returned(self, tx: Transaction, by: Clerk) -> list[BoardRow]:
        if self._office.practice or not by.may(Permission.SEND_PACKETS):
            return []
        return [
            BoardRow(
                kind=RecordKind.PACKET,
                number=row.business_date.isoformat(),
                title=row.reason,
                why=row.state.value,
            )
            for row in outbox_view.returned(tx, at=self._office.now())
        ]

    def _open(self, code: SectionCode, found: board.Some) -> Section:
        left = {due: self._left(due) for due in {row.due for row in found.rows} if due is not None}
        rows = tuple(
            BoardRow(
                kind=row.kind,
                number=row.number,
                title=row.title,
                due=row.due,
                provisional=row.provisional,
                left=None if row.due is None else left[row.due],
                why=row.why,
            )
            for row in found.rows
        )
        return Section(code=code, count=found.count, rows=rows)

    def _left(self, due: date) -> int | None:
        calendar, today = self._office.calendar, self._office.today()
        try:
            return calendar.count(today, due) - calendar.count(due, today)
        except CalendarTooShort:
            return None


def _section(code: SectionCode, rows: list[BoardRow]) -> Section:
    return Section(code=code, count=len(rows), rows=tuple(rows[:SHOWN]))


def _dispute(line: DisputeLine) -> BoardRow:
    dispute, due = line.dispute, line.next
    return BoardRow(
        kind=RecordKind.DISPUTE,
        number=dispute.number,
        title=" ".join(part for part in (dispute.kind.label, dispute.body, dispute.application) if part),
        due=due.on if due is not None else None,
        provisional=due is not None and due.provisional,
        left=line.left,
        why=due.due.value if due is not None else "",
    )


def _draft(saved: SavedDraft) -> BoardRow:
    return BoardRow(kind=RecordKind.DRAFT, number=saved.instance, title=saved.title, why=saved.form)


def _day(day: date) -> BoardRow:
    return BoardRow(kind=RecordKind.DAY, number=day.isoformat(), title=day.isoformat())
