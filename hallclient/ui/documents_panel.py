"""Which papers does this record have, and did they come out of the printer?"""

from collections.abc import Sequence

from hallclient.domain.register.issued import IssuedDocument
from hallclient.services.application_results import LetterWay
from hallclient.ui.language import translate
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.service_dialog import way_words


class DocumentsList(ListView):
    """The papers of one record and their ways, oldest first. A voided one stays, says why, is never printed again."""

    def __init__(self) -> None:
        super().__init__(
            [
                Column(
                    title=translate("documents", "文号"), text=lambda way: way.document.number, width=176, tone=_quiet
                ),
                Column(title=translate("documents", "文书"), text=_title, stretch=True, tone=_quiet),
                Column(
                    title=translate("documents", "签发"),
                    text=lambda way: way.document.issued_on.isoformat(),
                    width=92,
                    tone=_quiet,
                    spare=True,
                ),
                Column(title=translate("documents", "打印"), text=_prints, width=96, tone=_print_tone),
                Column(title=translate("documents", "送达"), text=way_words, width=150, tone=_way_tone),
            ],
            name=translate("documents", "文书"),
            empty=translate("documents", "还没有文书。按“出具文书”选择种类。"),
            sortable=False,
        )

    def show_letters(self, letters: Sequence[LetterWay]) -> None:
        """Show these papers; the chosen one stays chosen, else the newest is."""
        self.show_rows(letters, keep=lambda way: way.document.id)
        if self.current() is None and letters:
            self.selectRow(len(letters) - 1)

    def paper(self) -> IssuedDocument | None:
        """Return the chosen paper."""
        way = self.current()
        return way.document if way is not None else None


def print_words(paper: IssuedDocument) -> str:
    """Return 「未打印」, 「已打印 2 份」 or 「作废」."""
    if paper.voided:
        return translate("documents", "作废")
    if not paper.copies:
        return translate("documents", "未打印")
    return translate("documents", "已出 {0} 份").format(paper.copies)


def _prints(way: LetterWay) -> str:
    return print_words(way.document)


def _title(way: LetterWay) -> str:
    paper = way.document
    said = f"{paper.kind} {paper.title}"
    if way.corrected_by:
        said = translate("documents", "{0}（已由 {1} 更正）").format(said, way.corrected_by)
    return f"{said}（{paper.voided}）" if paper.voided else said


def _quiet(way: LetterWay) -> str | None:
    return "muted" if way.document.voided or way.corrected_by else None


def _print_tone(way: LetterWay) -> str | None:
    if way.document.voided:
        return "muted"
    return None if way.document.copies else "warn"


def _way_tone(way: LetterWay) -> str | None:
    return "danger" if way.returned is not None and way.served is None else _quiet(way)
