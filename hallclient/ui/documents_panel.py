"""Which papers does this record have, and did they come out of the printer?"""

from collections.abc import Sequence

from hallclient.domain.register.issued import IssuedDocument
from hallclient.ui.language import translate
from hallclient.ui.rows_model import Column, ListView


class DocumentsList(ListView):
    """The papers of one record, oldest first. A voided one stays, says why, and is never printed again."""

    def __init__(self) -> None:
        super().__init__(
            [
                Column(title=translate("documents", "文号"), text=lambda paper: paper.number, width=190, tone=_quiet),
                Column(title=translate("documents", "文书"), text=_title, stretch=True, tone=_quiet),
                Column(
                    title=translate("documents", "签发"),
                    text=lambda paper: paper.issued_on.isoformat(),
                    width=96,
                    tone=_quiet,
                ),
                Column(title=translate("documents", "打印"), text=print_words, width=96, tone=_tone),
            ],
            name=translate("documents", "文书"),
            empty=translate("documents", "还没有文书。按“出具文书”选择种类。"),
            sortable=False,
        )

    def show_papers(self, papers: Sequence[IssuedDocument]) -> None:
        """Show these papers; the chosen one stays chosen, else the newest is."""
        self.show_rows(papers, keep=lambda paper: paper.id)
        if self.current() is None and papers:
            self.selectRow(len(papers) - 1)


def print_words(paper: IssuedDocument) -> str:
    """Return 「未打印」, 「已打印 2 份」 or 「作废」."""
    if paper.voided:
        return translate("documents", "作废")
    if not paper.copies:
        return translate("documents", "未打印")
    return translate("documents", "已出 {0} 份").format(paper.copies)


def _title(paper: IssuedDocument) -> str:
    said = f"{paper.kind} {paper.title}"
    return f"{said}（{paper.voided}）" if paper.voided else said


def _quiet(paper: IssuedDocument) -> str | None:
    return "muted" if paper.voided else None


def _tone(paper: IssuedDocument) -> str | None:
    if paper.voided:
        return "muted"
    return None if paper.copies else "warn"
