"""Has this been published already, and where? The catalogue of art. 12, from one character on."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication

from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.services.catalogue import Citation
from hallclient.ui.catalogue_view import CatalogueList, EntryView
from hallclient.ui.context import Context
from hallclient.ui.forms import FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.register_tab import RegisterTab
from hallclient.ui.screen import card

PATIENCE_MS = 60  # the clerk is still typing
SHOWN = 200


class CatalogueTab(RegisterTab):
    """Read only: the catalogue comes in by import. ``cited`` when an entry is to answer an application."""

    cited = Signal(object)

    shows = frozenset({Topic.CATALOGUE})

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title = self.tr("公开目录")
        self._none = self.tr("目录是空的。\n请在“导入”页导入政府信息公开目录。")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.ask)
        self.list = CatalogueList(self._none)
        self.list.chosen.connect(self._show_entry)
        self.list.opened.connect(lambda _entry: self.cite())
        self.details = EntryView()
        self.record = card(FormScroll(self.details))

    def ask(self) -> None:
        catalogue, text = self.context.hall.catalogue, self.filter
        self.run(
            lambda: (catalogue.find(text, limit=SHOWN), catalogue.count()), then=lambda found: self._show(text, *found)
        )

    def find(self, text: str) -> None:
        self.filter = text.strip()
        self._patience.start()

    def leave(self) -> None:
        self._patience.stop()

    def _show(self, text: str, entries: list[CatalogueEntry], count: int) -> None:
        if text != self.filter:
            return  # an older answer
        self.list.empty = self.tr("目录中没有“{0}”，可换一个词再查。").format(text) if count else self._none
        self.list.show_rows(entries, keep=lambda entry: entry.index_number)
        if entries and self.list.current() is None:
            self.list.selectRow(0)
        self._show_entry(self.list.current())

    def show_record(self, index_number: str) -> None:
        """Open the entry of this index number."""
        self.find(index_number)
        self.list.setFocus()

    def start(self) -> None:
        self.list.setFocus()

    def copy_citation(self) -> None:
        """Put how a text cites the entry on the clipboard."""
        if (entry := self._chosen()) is not None:
            QApplication.clipboard().setText(self.context.hall.catalogue.citation(entry))
            self.said.emit(self.tr("已复制引用文字，可粘贴到答复中"))

    def cite(self) -> None:
        """Answer with the entry: 已主动公开, its place, day and index number filled in."""
        if (entry := self._chosen()) is not None:
            catalogue = self.context.hall.catalogue

            def cited(citation: Citation) -> None:
                self.cited.emit(citation)

            self.run(lambda: catalogue.cite(entry.index_number), then=cited)

    def _chosen(self) -> CatalogueEntry | None:
        entry: CatalogueEntry | None = self.list.current()
        if entry is None:
            self.complained.emit(self.tr("请先在列表中选一条"))
        return entry

    def _show_entry(self, entry: CatalogueEntry | None) -> None:
        if entry is None:
            self.details.show_entry(None)
            return
        catalogue = self.context.hall.catalogue
        self.details.show_entry(entry, catalogue.citation(entry), catalogue.warnings(entry.index_number))
