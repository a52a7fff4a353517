"""How do issued papers get from the store to preview and printer? Always the stored bytes, always by their id."""

from collections.abc import Sequence

from hallclient.domain.register.issued import IssuedDocument
from hallclient.ui.screen import Screen

Stored = list[tuple[IssuedDocument, bytes]]


def preview_papers(screen: Screen, papers: Sequence[IssuedDocument]) -> None:
    """Show these papers; the first to be handed over lies on top, Enter in the preview prints it."""
    printing = screen.context.printing

    def show(found: Stored) -> None:
        for paper, pdf in reversed(found):
            printing.preview(pdf, title=_title(paper), kind=paper.kind, document_id=paper.id)

    _with_bytes(screen, papers, show)


def print_papers(screen: Screen, papers: Sequence[IssuedDocument]) -> None:
    """Print these papers without a look, in the order they are handed over; a reprint is asked for its reason."""
    screen.context.printing.print_all([paper.id for paper in papers])


def _with_bytes(screen: Screen, papers: Sequence[IssuedDocument], then: object) -> None:
    desk = screen.context.hall.documents
    screen.run(lambda: [(paper, desk.stored(paper.id)) for paper in papers], then=then)


def _title(paper: IssuedDocument) -> str:
    return f"{paper.title} {paper.number}"
