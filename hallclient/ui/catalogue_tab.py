"""Has this been published already, and where? The catalogue of art. 12, from one character on."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QVBoxLayout, QWidget

from hallclient.domain.law.index_codes import read_index_number
from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.ui import theme
from hallclient.ui.context import Context
from hallclient.ui.forms import FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.plain import PlainLabel
from hallclient.ui.register_tab import RegisterTab
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import card

PATIENCE_MS = 120  # the clerk is still typing
SHOWN = 200


class CatalogueTab(RegisterTab):
    """Read only: the catalogue comes in by import. The citation of an entry can be copied into a reply."""

    shows = frozenset({Topic.CATALOGUE})

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title = self.tr("公开目录")
        self._none = self.tr("目录是空的。\n请在“导入”页导入政府信息公开目录。")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.ask)
        self.list = ListView(
            [
                Column(title=self.tr("名称"), text=lambda entry: entry.title, stretch=True),
                Column(title=self.tr("文号"), text=lambda entry: entry.document_number, width=144, spare=True),
                Column(title=self.tr("生成日期"), text=_created, width=104, spare=True),
                Column(title=self.tr("索引号"), text=lambda entry: entry.index_number, width=176, spare=True),
            ],
            name=self.tr("公开目录"),
            empty=self._none,
        )
        self.list.chosen.connect(self._show_entry)
        self.details = _Details()
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
        """Put how a reply cites the entry on the clipboard."""
        entry: CatalogueEntry | None = self.list.current()
        if entry is None:
            self.complained.emit(self.tr("请先在列表中选一条"))
            return
        QApplication.clipboard().setText(self.context.hall.catalogue.citation(entry))
        self.said.emit(self.tr("已复制引用文字，可粘贴到答复中"))

    def _show_entry(self, entry: CatalogueEntry | None) -> None:
        self.details.show_entry(entry, self.context.hall.catalogue.citation(entry) if entry is not None else "")


def _created(entry: CatalogueEntry) -> str:
    return entry.created_on.isoformat() if entry.created_on is not None else ""


class _Details(QWidget):
    """One entry, read only: label above, text below it."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.L)
        self._grid.setVerticalSpacing(theme.M)
        self._grid.setColumnStretch(1, 1)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        self._texts: list[QLabel] = []
        for at, title in enumerate(
            (
                self.tr("名称"),
                self.tr("文号"),
                self.tr("索引号"),
                self.tr("类别"),
                self.tr("生成日期"),
                self.tr("公开位置"),
                self.tr("内容概述"),
                self.tr("引用文字"),
            )
        ):
            name, text = PlainLabel(title), PlainLabel()
            name.setProperty("role", "muted")
            text.setWordWrap(True)
            text.setAccessibleName(title)
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(name, at, 0)
            self._grid.addWidget(text, at, 1)
            self._texts.append(text)

    def show_entry(self, entry: CatalogueEntry | None, citation: str) -> None:
        shown = ("",) * 8
        if entry is not None:
            index = entry.index_number
            if read_index_number(index).warnings:
                index = self.tr("{0}（与通行格式不同，请核对）").format(index)
            shown = (
                entry.title,
                entry.document_number,
                index,
                entry.category,
                _created(entry),
                entry.where,
                entry.summary,
                citation,
            )
        for label, text in zip(self._texts, shown, strict=True):
            label.setText(text)
        self.setVisible(entry is not None)
