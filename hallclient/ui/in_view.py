"""How does whatever has the focus come into view, through every area that scrolls around it?"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

from hallclient.ui import theme

AROUND = theme.L * 3  # pixels above and below that are shown too where there is room: the field's name, its hint


def bring_into_view(widget: QWidget) -> None:
    """Scroll the areas around ``widget`` from the inside out: on a small screen one lies in another.

    The whole of it is shown, not only the caret as Qt does. Of a list or text larger than the area the current row or
    the caret is shown, else its beginning.
    """
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            _scroll(around, widget)
        around = None if around.isWindow() else around.parentWidget()


def _scroll(area: QScrollArea, widget: QWidget) -> None:
    view, inside, shown = area.viewport().size(), area.widget(), widget.rect()
    if inside is None:
        return
    caret = _caret(widget) or QRect(0, 0, view.width() - theme.L, view.height() - theme.L)
    if shown.width() > view.width():
        shown.setLeft(caret.left())
        shown.setRight(caret.right())
    if shown.height() > view.height():
        shown.setTop(caret.top())
        shown.setBottom(caret.bottom())
    at, spare = widget.mapTo(inside, shown.center()), view.height() - shown.height()
    aside = min(shown.width() // 2 + theme.M, view.width() // 2)
    area.ensureVisible(at.x(), at.y(), aside, shown.height() // 2 + min(AROUND, max(0, spare // 2)))


def _caret(widget: QWidget) -> QRect | None:
    """Return where the current row or the caret stands in ``widget``."""
    asked = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    if not isinstance(asked, QRect) or asked == QWidget.inputMethodQuery(widget, Qt.InputMethodQuery.ImCursorRectangle):
        return None
    return asked.translated(widget.viewport().pos()) if isinstance(widget, QAbstractScrollArea) else asked
