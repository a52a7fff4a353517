"""The print queue: the stored bytes go to the printer, and every copy ends known: printed, failed, or asked about.

A job is opened at the print system, its name written down, and only then its bytes are sent. So a program that dies
leaves a row that waits (nothing was sent) or a row with a job to ask about; what nobody can tell, the clerk is asked.
Nothing is sent a second time unless a clerk says so.
"""

from collections.abc import Mapping, Sequence

from hallclient.domain.register.issued import (
    DocumentAltered,
    DocumentVoided,
    IssuedDocument,
    PrintState,
    ReprintNeedsReason,
)
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.print_queue import (
    MOST_COPIES,
    PATIENCE,
    CopiesOutOfRange,
    PrintSettled,
    PrintTrouble,
    PrintUnanswered,
    PrintUnderWay,
    QueuedPrint,
    QueueState,
    RemovalNeedsReason,
)
from hallclient.foundation.spool import JobRefused, JobReport, JobState, Spooler, SpoolerSilent
from hallclient.foundation.trouble import PrinterGone
from hallclient.services import print_orders, print_rows
from hallclient.services.documents import DocumentDesk
from hallclient.services.office import Office
from hallclient.storage import issued, print_queue

_OVER = (JobState.CANCELLED, JobState.ABORTED, JobState.GONE)


class PrintQueueDesk:
    """Enqueue, send, follow, answer. The print system is asked outside every transaction.

    ``spooler`` is the machine's; the window puts its own in its place where the machine has none that takes a PDF.
    """

    def __init__(self, office: Office, documents: DocumentDesk, spooler: Spooler) -> None:
        self._office = office
        self._documents = documents
        self.spooler = spooler

    # -- reading --------------------------------------------------------------------------------------------------

    def rows(self) -> list[QueuedPrint]:
        """Return the queue in the order in which it is sent."""
        with self._office.database.reading() as tx:
            return print_queue.rows(tx)

    def unprinted(self) -> list[IssuedDocument]:
        """Return the documents of which no copy came out and that are not in the queue, oldest first."""
        with self._office.database.reading() as tx:
            queued = {row.document_id for row in print_queue.rows(tx)}
            return [document for document in issued.unprinted(tx) if document.id not in queued]

    # -- ordering -------------------------------------------------------------------------------------------------

    def enqueue(
        self,
        document_ids: Sequence[int],
        *,
        printers: Mapping[str, str],
        printer: str | None = None,
        copies: int = 1,
        reason: str = "",
        by: Clerk,
    ) -> tuple[QueuedPrint, ...]:
        """Put documents into the queue in their order, all or none.

        ``printers`` by kind; "" or none: the system's own. ``printer`` takes the place of all of them.
        A row that failed or was never sent is ordered anew. Raises ReprintNeedsReason, DocumentVoided,
        PrintUnanswered, PrintUnderWay, CopiesOutOfRange, NoSuchRecord, NotPermitted.
        """
        require(by, Permission.ISSUE_DOCUMENT)
        if not 1 <= copies <= MOST_COPIES:
            raise CopiesOutOfRange
        now, why = self._office.now(), reason.strip()
        with self._office.database.writing() as tx:
            found = []
            for document_id in dict.fromkeys(document_ids):
                document = print_orders.printable(tx, document_id)
                before = print_orders.ordered_before(tx, document)
                because = print_orders.reprint_reason(document, why or before, by)
                where = printers.get(document.kind, "") if printer is None else printer
                row_id = print_queue.add(
                    tx, document_id, printer=where, copies=copies, reason=because, at=now, by=by.name
                )
                row = print_rows.get(tx, row_id)
                print_rows.note(tx, row, f"enqueue {copies} {where}", by=by, at=now)
                found.append(row)
        return tuple(found)

    def retry(self, row_id: int, *, printer: str | None = None, by: Clerk) -> QueuedPrint:
        """Send a row again that did not come out, on another printer when one is named.

        A job that is held up is taken back first; when printing had begun, whether it came out is asked instead: the
        row returned is then 未确认. Raises PrintUnanswered, PrintUnderWay, PrintSettled, NotPermitted.
        """
        require(by, Permission.ISSUE_DOCUMENT)
        row = self._taken_back(self._get(row_id), by)
        if row.state is QueueState.UNKNOWN:
            return row
        with self._office.database.writing() as tx:
            return _must(
                print_rows.moved(tx, row, QueueState.WAITING, job="", printer=printer, by=by, at=self._office.now())
            )

    # -- sending --------------------------------------------------------------------------------------------------

    def send_next(self, *, by: Clerk) -> QueuedPrint | None:
        """Send the first row that waits and return it as it stands then; None when none waits. Raises NotPermitted."""
        require(by, Permission.ISSUE_DOCUMENT)
        with self._office.database.reading() as tx:
            row = print_queue.next_waiting(tx)
        if row is None:
            return None
        try:
            job = self._documents.job(row.document_id, copies=row.copies, reason=row.reason, by=by)
            opened = self.spooler.open(row.printer, row.kind)
        except DocumentVoided:
            return self._move(row, QueueState.FAILED, PrintTrouble.VOIDED, by=by)
        except DocumentAltered:
            return self._move(row, QueueState.FAILED, PrintTrouble.ALTERED, by=by)
        except ReprintNeedsReason:
            return self._move(row, QueueState.FAILED, PrintTrouble.NEEDS_REASON, by=by)
        except JobRefused as refused:
            return self._move(row, QueueState.FAILED, PrintTrouble(refused.hitch), refused.detail, by=by)
        except SpoolerSilent:
            return self._move(row, QueueState.FAILED, PrintTrouble.NO_SPOOLER, by=by)
        with self._office.database.writing() as tx:
            sent = print_rows.moved(
                tx,
                row,
                QueueState.SENT,
                trouble=PrintTrouble.SENDING,
                job=opened.job,
                printer=opened.printer,
                by=by,
                at=self._office.now(),
            )
        if sent is None:  # somebody else has this row: a job without bytes prints nothing
            self.spooler.cancel(opened.job)
            return row
        try:
            self.spooler.send(sent.job, job.parts)
        except PrinterGone as gone:
            return self._broken_off(sent, PrintTrouble.NO_PRINTER, gone.detail, by)
        except SpoolerSilent:
            return self._broken_off(sent, PrintTrouble.NO_SPOOLER, "", by)
        return self._judge(sent, _asked(self.spooler, sent.job), by, all_sent=True)

    def _broken_off(self, row: QueuedPrint, trouble: PrintTrouble, said: str, by: Clerk) -> QueuedPrint:
        """Not all bytes arrived. A job taken back before it began printed nothing; of any other nobody knows."""
        report = _taken_from(self.spooler, row.job)
        untouched = report is not None and not report.started
        return self._move(row, QueueState.FAILED if untouched else QueueState.UNKNOWN, trouble, said, by=by)

    # -- following ------------------------------------------------------------------------------------------------

    def follow(self, *, by: Clerk) -> tuple[QueuedPrint, ...]:
        """Ask after every job that is on its way and return the rows that stand differently now.

        What waited for longer than a minute nobody is sending any more: it says so, and waits for the clerk.
        """
        require(by, Permission.ISSUE_DOCUMENT)
        before = self.rows()
        stale = self._office.now() - PATIENCE
        after = [
            self._move(row, QueueState.WAITING, PrintTrouble.INTERRUPTED, by=by)
            if row.state is QueueState.WAITING and row.under_way and row.since < stale
            else self._judge(row, _asked(self.spooler, row.job), by)
            if row.state is QueueState.SENT
            else row
            for row in before
        ]
        return tuple(now for now, was in zip(after, before, strict=True) if now != was)

    def recover(self, *, by: Clerk) -> tuple[QueuedPrint, ...]:
        """See what an earlier run of the program left, and return the queue.

        What waits is not sent by itself: nobody expects paper then. What was being sent is asked about; a job whose
        bytes never arrived whole is taken back and waits.
        """
        require(by, Permission.ISSUE_DOCUMENT)
        for row in self.rows():
            if row.state is QueueState.WAITING and row.trouble is None:
                self._move(row, QueueState.WAITING, PrintTrouble.INTERRUPTED, by=by)
            elif row.state is QueueState.SENT:
                self._recovered(row, by)
        return tuple(self.rows())

    def _recovered(self, row: QueuedPrint, by: Clerk) -> None:
        report = _asked(self.spooler, row.job)
        if report is not None and report.state is JobState.INCOMING:
            report = _taken_from(self.spooler, row.job)
            if report is not None and not report.started:
                self._move(row, QueueState.WAITING, PrintTrouble.INTERRUPTED, by=by, job="")
                return
        if row.may_lack_parts:
            self._move(row, QueueState.UNKNOWN, PrintTrouble.INTERRUPTED, by=by)
        else:
            self._judge(row, report, by)

    def _judge(self, row: QueuedPrint, report: JobReport | None, by: Clerk, *, all_sent: bool = False) -> QueuedPrint:
        """Write down what the print system says of a job; ``report`` None: it does not answer.

        ``all_sent``: this very call handed over all pieces.
        """
        if report is None:
            return self._move(row, QueueState.SENT, PrintTrouble.NO_SPOOLER, by=by)
        if (
            report.state is JobState.COMPLETED and row.may_lack_parts and not all_sent
        ):  # the print system did without the rest
            return self._move(row, QueueState.UNKNOWN, PrintTrouble.INTERRUPTED, report.said, by=by)
        if report.state is JobState.COMPLETED:
            return self._settle(row, by, what="printed") or row
        late = self._office.now() - row.since > PATIENCE
        if report.state is JobState.INCOMING:
            waits_for = PrintTrouble.INTERRUPTED if late else PrintTrouble.SENDING
            return self._move(row, QueueState.SENT, waits_for, by=by)
        trouble = PrintTrouble(report.hitch) if report.hitch is not None else None
        if report.state in _OVER:
            state = QueueState.UNKNOWN if report.started else QueueState.FAILED
            return self._move(row, state, trouble or PrintTrouble.FORGOTTEN, report.said, by=by)
        if trouble is None and late:
            trouble = PrintTrouble.SLOW
        return self._move(row, QueueState.SENT, trouble, report.said if trouble else "", by=by)

    # -- what the clerk answers -----------------------------------------------------------------------------------

    def came_out(self, row_id: int, *, by: Clerk) -> QueuedPrint:
        """The clerk holds the paper in his hand: it counts. Raises PrintUnderWay, PrintSettled, NotPermitted."""
        require(by, Permission.ISSUE_DOCUMENT)
        row = self._get(row_id)
        if row.state is QueueState.WAITING:
            raise PrintUnderWay(row.number)
        return _must(self._settle(row, by, what="came_out"))

    def did_not(self, row_id: int, *, by: Clerk) -> QueuedPrint:
        """Nothing came out: the row has failed and may be sent again; a job the print system still holds is taken back.

        Raises PrintUnderWay, PrintSettled, NotPermitted.
        """
        require(by, Permission.ISSUE_DOCUMENT)
        row = self._get(row_id)
        if row.state is QueueState.WAITING:
            raise PrintUnderWay(row.number)
        if row.state is QueueState.SENT:
            _taken_from(self.spooler, row.job)
        return self._move(row, QueueState.FAILED, PrintTrouble.NOT_OUT, by=by)

    def remove(self, row_id: int, *, reason: str, by: Clerk) -> None:
        """Take a print that did not come out off the queue, with a reason; the document stays 未打印.

        Raises RemovalNeedsReason, PrintUnanswered, PrintUnderWay, PrintSettled, NotPermitted.
        """
        require(by, Permission.ISSUE_DOCUMENT)
        if not reason.strip():
            raise RemovalNeedsReason
        row = self._taken_back(self._get(row_id), by)
        if row.state is QueueState.UNKNOWN:
            raise PrintUnanswered(row.number)
        with self._office.database.writing() as tx:
            now = self._office.now()
            _must(print_rows.left(tx, row, PrintState.FAILED, reason.strip(), what="remove", by=by, at=now))

    def saved(self, document_id: int, *, by: Clerk) -> None:
        """The document was handed over as a file: a print of it that failed or never left is needed no more."""
        require(by, Permission.ISSUE_DOCUMENT)
        with self._office.database.writing() as tx:
            row = print_queue.of_document(tx, document_id)
            if row is not None and row.state in (QueueState.WAITING, QueueState.FAILED) and not row.under_way:
                print_queue.drop(tx, row)
                print_rows.note(tx, row, "saved", by=by, at=self._office.now())

    # -- one row --------------------------------------------------------------------------------------------------

    def _get(self, row_id: int) -> QueuedPrint:
        with self._office.database.reading() as tx:
            return print_rows.get(tx, row_id)

    def _taken_back(self, row: QueuedPrint, by: Clerk) -> QueuedPrint:
        """Return the row when nothing of it can come out any more; 未确认 when something may have."""
        if row.state is QueueState.UNKNOWN:
            raise PrintUnanswered(row.number)
        if row.under_way:
            raise PrintUnderWay(row.number)
        if row.state is not QueueState.SENT:
            return row
        report = _taken_from(self.spooler, row.job)
        if report is not None and report.state is JobState.COMPLETED:
            if self._judge(row, report, by).state is QueueState.PRINTED:
                raise PrintSettled
            return self._get(row.id)
        state = QueueState.UNKNOWN if report is None or report.started else QueueState.FAILED
        return self._move(row, state, row.trouble, row.said, by=by)

    def _move(
        self,
        row: QueuedPrint,
        state: QueueState,
        trouble: PrintTrouble | None,
        said: str = "",
        *,
        by: Clerk,
        job: str | None = None,
    ) -> QueuedPrint:
        """Change a row, unless it stands so already or somebody else changed it first; return it as it stands."""
        if (state, trouble, said) == (row.state, row.trouble, row.said):
            return row
        with self._office.database.writing() as tx:
            now = self._office.now()
            after = print_rows.moved(tx, row, state, trouble=trouble, said=said, job=job, by=by, at=now)
            return after or print_queue.get(tx, row.id) or row

    def _settle(self, row: QueuedPrint, by: Clerk, *, what: str) -> QueuedPrint | None:
        """The copies came out: logged, counted, the row leaves, all or none; None when it had left before."""
        with self._office.database.writing() as tx:
            return print_rows.left(tx, row, PrintState.SENT, row.reason, what=what, by=by, at=self._office.now())


def _asked(spooler: Spooler, job: str) -> JobReport | None:
    """Return how a job stands; None when the print system does not answer."""
    try:
        return spooler.look(job)
    except SpoolerSilent:
        return None


def _taken_from(spooler: Spooler, job: str) -> JobReport | None:
    """Take a job back and return how it stands then: only afterwards is certain whether it had begun."""
    try:
        spooler.cancel(job)
        return spooler.look(job)
    except SpoolerSilent:
        return None


def _must(row: QueuedPrint | None) -> QueuedPrint:
    if row is None:
        raise PrintSettled
    return row
