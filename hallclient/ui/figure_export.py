"""To which file do figures go? The desktop's dialog, one format an entry; the ending chosen is the ending written."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from hallclient.ui.language import translate


def ask_file(parent: QWidget, name: str, endings: Sequence[str], write: Callable[[Path], object]) -> None:
    """Ask for a file called ``name`` with one of the ``endings`` (without their dots), then ``write`` it."""
    patterns = ";;".join(f"{ending.upper()} (*.{ending})" for ending in endings)
    dialog = QFileDialog(parent, translate("figures", "导出"), f"{name}.{endings[0]}", patterns)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(endings[0])
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rpartition(".")[2].rstrip(")")))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: write(Path(path)))
    dialog.open()
