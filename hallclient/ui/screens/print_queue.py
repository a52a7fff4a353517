"""Printing: what is on its way, what did not come out and why, what was never printed, and what can be done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from hallclient.domain.register.issued import PrintEntry
from hallclient.domain.register.print_queue import QueuedPrint, QueueState
from hallclient.foundation import settings
from hallclient.ui import theme
from hallclient.ui.ask_dialog import ReasonDialog
from hallclient.ui.context import Context
from hallclient.ui.fields import restyle
from hallclient.ui.forms import FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.plain import PlainLabel
from hallclient.ui.print_dialogs import BatchDialog, OtherPrinterDialog, known_printers
from hallclient.ui.print_lines import PrintLine, PrintLog, columns, lines
from hallclient.ui.print_words import asked, state_words, tone
from hallclient.ui.record_facts import RecordFacts
from hallclient.ui.rows_model import ListView
from hallclient.ui.screen import Screen, card

LANE = "printer"  # the print system is asked: that must not delay the counter


class PrintQueueScreen(Screen):
    """The queue and the documents never printed, left; how the chosen one stands and its print log, right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("catalog", "打印"), shares=(3, 2), least=(300, 280))
        self._desk = context.hall.print_queue
        self.count = PlainLabel()
        self.count.setProperty("role", "muted")
        self.search.addWidget(self.count)
        self.search.addStretch(1)
        self.list = ListView(
            columns(),
            name=self.tr("打印队列和未打印文书"),
            empty=self.tr("没有等待打印的文书，也没有打印失败的。\n新签发的文书在预览中按 Enter 打印。"),
            sortable=False,
        )
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.opened.connect(lambda _line: self._preview())
        self.list.chosen.connect(lambda _line: self._show_chosen())
        self.list_side.addWidget(card(self.list))
        self.told = PlainLabel()
        self.told.setWordWrap(True)
        self.told.setContentsMargins(theme.L, theme.L, theme.L, 0)
        self.facts = RecordFacts()
        self.log = PrintLog()
        about = QWidget()
        column = QVBoxLayout(about)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.told)
        column.addWidget(FormScroll(self.facts), 1)
        self.record_side.addWidget(card(about), 2)
        self.record_side.addWidget(card(self.log), 3)
        self.printing = self.add_action("print", self._print, title=self.tr("打印所选"), primary=True)
        self.came_out = self.add_action("came_out", partial(self._answer, True))
        self.did_not = self.add_action("did_not", partial(self._answer, False))
        self.other = self.add_action("other_printer", self._ask_printer)
        self.preview = self.add_action("preview", self._preview)
        self.saving = self.add_action("save_pdf", self._save)
        self.removing = self.add_action("void", self._ask_removal, title=self.tr("移出"))
        self._enable()

    # -- what the window calls ------------------------------------------------------------------------------------

    def opened(self) -> None:
        self.list.setFocus()
        self._ask()

    def recall(self, topics: frozenset[object]) -> None:
        if Topic.DOCUMENTS in topics:
            self._ask()

    def show_record(self, number: str) -> None:
        """Choose the document of this number; "" what needs eyes most."""
        self.list.selectionModel().clear()
        self._ask(choose=number)

    # -- showing --------------------------------------------------------------------------------------------------

    def _ask(self, choose: str = "") -> None:
        desk = self._desk
        self.run(lambda: lines(desk.rows(), desk.unprinted()), then=lambda found: self._show(found, choose))

    def _show(self, found: list[PrintLine], choose: str = "") -> None:
        before = {line.document_id for line in self._chosen()}
        self.list.show_rows(found)
        wanted = [
            at for at, line in enumerate(found) if (line.number == choose if choose else line.document_id in before)
        ]
        self._choose(wanted or [0][: len(found)])
        eyes = sum(line.row is not None and line.row.needs_eyes for line in found)
        queued = sum(line.row is not None for line in found)
        self.count.setText(
            self.tr("队列 {0} 件，待处理 {1} 件；未打印 {2} 件").format(queued, eyes, len(found) - queued)
        )
        self._show_chosen()

    def _choose(self, rows: list[int]) -> None:
        """Choose these rows, whatever keys are held: the list is shown anew whenever a print goes on."""
        model, how = self.list.selectionModel(), QItemSelectionModel.SelectionFlag
        model.clear()
        for at in rows:
            index = self.list.rows_model.index(at, 0)
            if at == rows[0]:
                model.setCurrentIndex(index, how.NoUpdate)
                self.list.scrollTo(index)
            model.select(index, how.Select | how.Rows)

    def _chosen(self) -> list[PrintLine]:
        """Return the chosen lines, as they stand in the list."""
        at = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self.list.rows_model.row(row) for row in at]

    def _row(self) -> QueuedPrint | None:
        line = self.list.current()
        return line.row if line is not None else None

    def _show_chosen(self) -> None:
        line, row = self.list.current(), self._row()
        self._enable()
        if line is None:
            self.told.setText("")
            self.facts.show_facts(())
            self.log.show_log(())
            return
        self.told.setText(asked(row) if row is not None else self.tr("还没有打印过。按 F8 打印。"))
        self.told.setProperty("tone", (tone(row) or "") if row is not None else "")
        restyle(self.told)
        self.facts.show_facts([(line.number, self._facts(line))])
        documents, document_id = self.context.hall.documents, line.document_id
        self.run(lambda: documents.prints(document_id), then=lambda entries: self._show_log(document_id, entries))

    def _show_log(self, document_id: int, entries: list[PrintEntry]) -> None:
        line = self.list.current()
        if line is not None and line.document_id == document_id:
            self.log.show_log(entries)

    def _facts(self, line: PrintLine) -> list[tuple[str, str]]:
        row = line.row
        facts = [(self.tr("文书"), f"{line.kind} {line.title}")]
        if row is not None:
            facts += [
                (self.tr("状态"), state_words(row)),
                (self.tr("份数"), str(row.copies)),
                (self.tr("补打原因"), row.reason),
                (self.tr("任务号"), row.job),
                (self.tr("下达"), f"{row.at:%Y-%m-%d %H:%M:%S}　{row.by}"),
            ]
        return facts

    def _enable(self) -> None:
        line, row = self.list.current(), self._row()
        nothing = "" if line is not None else self.tr("没有文书可选")
        not_queued = nothing or ("" if row is not None else self.tr("这份文书不在打印队列里"))
        running = self.tr("正在打印，请等它打印完")
        unanswered = self.tr("请先回答打印出来没有")
        waiting = row is not None and row.state is QueueState.WAITING
        known = not_queued or (self.tr("还没有送往打印机") if waiting else "")
        unknown = row is not None and row.state is QueueState.UNKNOWN
        stuck = not_queued or (unanswered if unknown else running if row is not None and row.under_way else "")
        chosen = self._chosen()
        if len(chosen) > 1:
            many = self.tr("所选文书都已送往打印机或者等待回答")
            _set(self.printing, "" if any(line.can_go for line in chosen) else many)
        else:
            _set(self.printing, nothing or (stuck if row is not None else ""))
        _set(self.came_out, known)
        _set(self.did_not, known)
        _set(self.other, stuck)
        _set(self.preview, nothing)
        _set(self.saving, nothing)
        _set(self.removing, stuck)

    # -- printing -------------------------------------------------------------------------------------------------

    def _print(self) -> None:
        """F8: print what is chosen; several are asked for copies and printer first. What failed is sent again."""
        chosen = self._chosen()
        if len(chosen) == 1:
            self._print_one(chosen[0])
        elif chosen := [line for line in chosen if line.can_go]:
            self.run(known_printers, then=lambda printers: self._ask_batch(chosen, printers), lane=LANE)

    def _print_one(self, line: PrintLine) -> None:
        row = line.row
        if row is None:
            self.context.printing.print_all([line.document_id])
        else:
            self._retry(row)

    def _ask_batch(self, chosen: list[PrintLine], printers: tuple[str, ...]) -> None:
        dialog = BatchDialog(self, count=len(chosen), printers=printers)
        papers = [line.document_id for line in sorted(chosen, key=lambda line: line.document_id)]

        def send(sent: BatchDialog) -> None:
            copies, printer = sent.asked()
            sent.accept()
            self.context.printing.print_all(papers, printer=printer, copies=copies)

        dialog.sends(send)

    def _retry(self, row: QueuedPrint, printer: str | None = None) -> None:
        desk, clerk = self._desk, self.context.clerk
        self._run(lambda: desk.retry(row.id, printer=printer, by=clerk), then=self._retried)

    def _retried(self, row: QueuedPrint) -> None:
        if row.state is QueueState.UNKNOWN:
            self.complained.emit(asked(row))
        else:
            self.context.printing.send_waiting()

    def _ask_printer(self) -> None:
        row = self._row()
        if row is not None:
            self.run(known_printers, then=lambda printers: self._choose_printer(row, printers), lane=LANE)

    def _choose_printer(self, row: QueuedPrint, printers: tuple[str, ...]) -> None:
        dialog = OtherPrinterDialog(
            self, title=f"{row.title} {row.number}", kind=row.kind, before=row.printer, printers=printers
        )
        data = self.context.hall.data

        def send(sent: OtherPrinterDialog) -> None:
            printer = sent.printer.value()
            sent.accept()
            if sent.keep.value():
                self.run(lambda: settings.remember_printers(data, {row.kind: printer}), touches=[Topic.SETTINGS])
            self._retry(row, printer)

        dialog.sends(send)

    # -- answers --------------------------------------------------------------------------------------------------

    def _answer(self, came_out: bool) -> None:
        """It came out: it counts. It did not: it failed and can be sent again."""
        row, desk, clerk = self._row(), self._desk, self.context.clerk
        if row is None:
            return
        number = row.number
        if came_out:
            said = self.tr("{0} 已打印，已计入份数").format(number)
            self._run(lambda: desk.came_out(row.id, by=clerk), then=lambda _row: self.said.emit(said))
        else:
            said = self.tr("{0} 没有打印出来，按 F8 重试").format(number)
            self._run(lambda: desk.did_not(row.id, by=clerk), then=lambda _row: self.said.emit(said))

    def _ask_removal(self) -> None:
        row, desk, clerk = self._row(), self._desk, self.context.clerk
        if row is None:
            return
        dialog = ReasonDialog(
            self,
            title=self.tr("移出打印队列　{0}").format(row.number),
            told=self.tr("文书仍列为未打印，原因记入打印记录。"),
            does=self.tr("移出"),
        )

        def send(sent: ReasonDialog) -> None:
            reason = sent.reason()
            self._run(
                lambda: desk.remove(row.id, reason=reason, by=clerk),
                then=lambda _none: sent.accept(),
                failed=sent.refuse,
            )

        dialog.sends(send)

    # -- the paper itself -----------------------------------------------------------------------------------------

    def _preview(self) -> None:
        self._with_bytes(self.context.printing.preview)

    def _save(self) -> None:
        self._with_bytes(self.context.printing.save_as)

    def _with_bytes(self, use: Callable[..., None]) -> None:
        line = self.list.current()
        if line is None:
            return
        documents, title = self.context.hall.documents, f"{line.title} {line.number}"
        self.run(
            lambda: documents.stored(line.document_id),
            then=lambda pdf: use(pdf, title=title, kind=line.kind, document_id=line.document_id),
        )

    def _run(
        self,
        work: Callable[[], object],
        *,
        then: Callable[..., None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Ask the desk for something that talks to the print system, and show the list anew whatever it says."""

        def refused(problem: Exception) -> None:
            if failed is not None:
                failed(problem)
            else:
                self.complained.emit(sentence(problem))
            self._ask()

        def done(found: object) -> None:
            then(found)
            self._ask()

        self.run(work, then=done, failed=refused, touches=[Topic.DOCUMENTS], lane=LANE)


def _set(action: QAction, why_not: str) -> None:
    action.setEnabled(not why_not)
    action.setToolTip(why_not)
    action.setWhatsThis(why_not)
