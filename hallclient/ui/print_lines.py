"""What stands on the print screen? The queue first, what needs eyes on top; then what was never printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from hallclient.domain.register.issued import IssuedDocument, PrintEntry, PrintState
from hallclient.domain.register.print_queue import QueuedPrint, QueueState
from hallclient.ui.language import translate
from hallclient.ui.print_words import state_words, tone
from hallclient.ui.printer_names import printer_words
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.terms import label


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One line: a print on its way, or a document that was never printed (``row`` None)."""

    document_id: int
    number: str
    kind: str
    title: str
    row: QueuedPrint | None = None

    @property
    def can_go(self) -> bool:
        """Whether it can be ordered as it stands: nothing of it is at a printer, and nothing is to be answered."""
        row = self.row
        return row is None or (row.state in (QueueState.WAITING, QueueState.FAILED) and not row.under_way)


def lines(rows: Sequence[QueuedPrint], unprinted: Sequence[IssuedDocument]) -> list[PrintLine]:
    """Return the lines in the order in which they are looked at."""
    queued = [PrintLine(row.document_id, row.number, row.kind, row.title, row) for row in rows]
    queued.sort(key=lambda line: line.row is None or not line.row.needs_eyes)
    return queued + [PrintLine(paper.id, paper.number, paper.kind, paper.title) for paper in unprinted]


def columns() -> list[Column]:
    """Return the columns of the print screen's list."""
    return [
        Column(title=translate("printing", "状态"), text=_state, tone=_tone, width=112),
        Column(title=translate("printing", "编号"), text=lambda line: line.number, width=176),
        Column(title=translate("printing", "文书"), text=_document, stretch=True),
        Column(title=translate("printing", "打印机"), text=_printer, width=124, spare=True),
    ]


class PrintLog(ListView):
    """The print log of one document, the last copy on top: which copy, what became of it, where, who, why."""

    def __init__(self) -> None:
        super().__init__(
            [
                Column(title=translate("printing", "份"), text=_copy, width=64, tone=_log_tone),
                Column(
                    title=translate("printing", "结果"), text=lambda entry: label(entry.state), width=96, tone=_log_tone
                ),
                Column(title=translate("printing", "时间"), text=lambda entry: f"{entry.at:%Y-%m-%d %H:%M}", width=128),
                Column(title=translate("printing", "打印机"), text=_where, width=112, spare=True),
                Column(title=translate("printing", "经办"), text=lambda entry: entry.by, width=68),
                Column(title=translate("printing", "原因"), text=lambda entry: entry.reason, stretch=True),
            ],
            name=translate("printing", "打印记录"),
            empty=translate("printing", "还没有打印过。"),
            sortable=False,
        )

    def show_log(self, entries: Sequence[PrintEntry]) -> None:
        self.show_rows(list(reversed(entries)))


def _state(line: PrintLine) -> str:
    return state_words(line.row) if line.row is not None else translate("printing", "未打印")


def _tone(line: PrintLine) -> str | None:
    return tone(line.row) if line.row is not None else "muted"


def _document(line: PrintLine) -> str:
    said = f"{line.kind} {line.title}"
    return f"{said}　×{line.row.copies}" if line.row is not None and line.row.copies > 1 else said


def _printer(line: PrintLine) -> str:
    return printer_words(line.row.printer) if line.row is not None else ""


def _copy(entry: PrintEntry) -> str:
    return translate("printing", "第 {0} 份").format(entry.copy)


def _where(entry: PrintEntry) -> str:
    return "" if entry.state is PrintState.SAVED else printer_words(entry.printer)


def _log_tone(entry: PrintEntry) -> str | None:
    return "danger" if entry.state is PrintState.FAILED else None
