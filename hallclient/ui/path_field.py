"""How does a clerk name a file or folder? Typed, pasted, or chosen with Ctrl+O."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QToolButton

from hallclient.ui import theme
from hallclient.ui.fields import TextField


class PathField(TextField):
    """A path. The value is a Path or None. ``patterns`` (Qt's file filter) chooses files, without it folders."""

    def __init__(self, name: str, title: str, *, patterns: str = "", **kwargs: Any) -> None:
        self._patterns = patterns
        super().__init__(name, title, longest=4000, **kwargs)
        self.button = QToolButton()
        self.button.setIcon(theme.icon("file"))
        self.button.setToolTip(self.tr("浏览… Ctrl+O"))
        self.button.setAccessibleName(self.tr("浏览…"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+O does the same
        self.button.clicked.connect(self.browse)
        self.line.addWidget(self.button)

    def value(self) -> Path | None:
        # A path copied from the Windows explorer comes with quotation marks.
        typed = self.edit.text().strip().strip('"')
        return Path(typed).expanduser() if typed else None

    def browse(self) -> None:
        """Choose with the desktop's dialog; what was chosen counts as typed."""
        start = self.value()
        dialog = QFileDialog(self, self.title, str(start.parent if start is not None else ""))
        if self._patterns:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setNameFilter(self._patterns)
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self.edit.setText(path)
        self._edited()
        self.edit.setFocus()
        self.edit.editingFinished.emit()
