"""How does a chart stand on the screen? The marks of ``chart_drawing`` in the window's colours and font."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallclient.domain.figures.chart_drawing import FILLS, Drawing, Line, Rect, Words, draw
from hallclient.domain.figures.charts import Chart
from hallclient.ui import theme

_LEAST = 360.0


class ChartView(QWidget):
    """Shows one chart as wide as there is room; a screen reader gets it in words."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._chart: Chart | None = None
        self._drawing: Drawing | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart) -> None:
        """Show this chart."""
        self._chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.told)
        self._lay_out()

    def sizeHint(self) -> QSize:
        height = self._drawing.height * self._unit() if self._drawing is not None else 80
        return QSize(int(_LEAST), int(height))

    def resizeEvent(self, event: object) -> None:
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.scale(self._unit(), self._unit())
        strokes = {"line": colours.line, "text": colours.text, "hatch": "#595959"}
        for mark in self._drawing.marks:
            match mark:
                case Rect(x, y, width, height, fill):
                    painter.fillRect(QRectF(x, y, width, height), QColor(FILLS[fill]))
                case Line(x1, y1, x2, y2, tone):
                    painter.setPen(QColor(strokes[tone]))
                    painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
                case Words():
                    self._words(painter, mark, colours)
        painter.end()

    def _words(self, painter: QPainter, mark: Words, colours: theme.Colours) -> None:
        font = self.font()
        font.setPointSizeF(mark.size)
        font.setPixelSize(max(1, round(mark.size)))
        painter.setFont(font)
        inside = mark.anchor == "middle" and mark.tone == "text"  # a number on a light bar, dark in either palette
        ink = {"text": "#1a1a1a" if inside else colours.text, "muted": colours.muted, "on_dark": "#ffffff"}[mark.tone]
        painter.setPen(QColor(ink))
        width = QFontMetricsF(font).horizontalAdvance(mark.text)
        x = mark.x - {"start": 0.0, "middle": width / 2, "end": width}[mark.anchor]
        painter.drawText(QPointF(x, mark.y), mark.text)

    def _lay_out(self) -> None:
        if self._chart is not None:
            self._drawing = draw(self._chart, max(_LEAST, self.width() / self._unit()))
            self.setFixedHeight(int(self._drawing.height * self._unit()) + 4)
            self.update()

    def _unit(self) -> float:
        """How large a point of the drawing is here: the window's own letters decide."""
        return self.fontMetrics().height() / 13.5
