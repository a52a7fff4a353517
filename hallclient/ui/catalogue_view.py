"""How is one item of the catalogue shown? Label above, text below it, what looks wrong with its number said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from hallclient.domain.law.index_codes import IndexWarning
from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.ui import theme
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.terms import label


class CatalogueList(ListView):
    """Published items, the title first."""

    def __init__(self, empty: str) -> None:
        super().__init__(
            [
                Column(title=self.tr("名称"), text=lambda entry: entry.title, stretch=True),
                Column(title=self.tr("文号"), text=lambda entry: entry.document_number, width=172, spare=True),
                Column(title=self.tr("生成日期"), text=created, width=104, spare=True),
                Column(title=self.tr("索引号"), text=lambda entry: entry.index_number, width=176, spare=True),
            ],
            name=self.tr("公开目录"),
            empty=empty,
        )


def created(entry: CatalogueEntry) -> str:
    """Return the date of creation as it stands in a list."""
    return entry.created_on.isoformat() if entry.created_on is not None else ""


class EntryView(QWidget):
    """One entry, read only."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.L)
        grid.setVerticalSpacing(theme.M)
        grid.setColumnStretch(1, 1)
        layout.addLayout(grid)
        layout.addStretch(1)
        self._texts: list[QLabel] = []
        for at, title in enumerate(
            (
                self.tr("名称"),
                self.tr("文号"),
                self.tr("索引号"),
                self.tr("类别"),
                self.tr("生成日期"),
                self.tr("公开日期"),
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
            grid.addWidget(name, at, 0)
            grid.addWidget(text, at, 1)
            self._texts.append(text)

    def show_entry(
        self, entry: CatalogueEntry | None, citation: str = "", warnings: tuple[IndexWarning, ...] = ()
    ) -> None:
        """Show an entry with how a text cites it; None shows nothing."""
        shown = ("",) * 9
        if entry is not None:
            doubts = "".join(f"\n⚠ {label(warning)}" for warning in warnings)
            shown = (
                entry.title,
                entry.document_number,
                entry.index_number + doubts,
                entry.category,
                created(entry),
                entry.published_on.isoformat() if entry.published_on is not None else "",
                entry.where,
                entry.summary,
                citation,
            )
        for field, text in zip(self._texts, shown, strict=True):
            field.setText(text)
        self.setVisible(entry is not None)
