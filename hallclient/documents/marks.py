"""What stands on a page beside its text? The scannable number, the running head, the practice watermark."""

from typing import Any

from hallclient.documents import fonts
from hallclient.documents.layout import MM
from hallclient.documents.lines import break_lines, draw, text_width

PRACTICE = "练习"
# 0.25 mm a module and 9 mm high: what a hand scanner reads at arm's length from a laser print.
_MODULE = 0.25 * MM
_HEIGHT = 9 * MM
_SMALL = 9.0


def barcode(
    canvas: Any, number: str, *, label: str, right: float, top: float, chain: tuple[str, ...] = fonts.BODY_CHAIN
) -> None:
    """Draw a number as Code 128 with the number below; a wedge scanner types it into the search field.

    A number a keyboard cannot type (not ASCII) is written in letters only.
    """
    if number.isascii() and number.isprintable():
        from reportlab.graphics.barcode.code128 import Code128

        code = Code128(number, barWidth=_MODULE, barHeight=_HEIGHT, humanReadable=False, quiet=False)
        code.drawOn(canvas, right - code.width, top - _HEIGHT)
    running_head(canvas, f"{label}：{number}", chain=chain, right=right, y=top - _HEIGHT - 1.2 * _SMALL)


def running_head(canvas: Any, text: str, *, right: float, y: float, chain: tuple[str, ...] = fonts.BODY_CHAIN) -> None:
    """Draw a small line that ends at ``right``."""
    width = text_width(text, chain, _SMALL)
    (line,) = break_lines(text.replace("\n", " "), chain=chain, size=_SMALL, width=width + 1)
    draw(canvas, line, x=right - line.width, y=y, size=_SMALL)


def practice(canvas: Any, size: tuple[float, float]) -> None:
    """Print 练习 across the page, behind its text, so that no practice paper passes for a real one."""
    watermark(canvas, PRACTICE, size)


def watermark(canvas: Any, text: str, size: tuple[float, float]) -> None:
    """Print a word or two in light grey across a page."""
    width, height = size
    letters = min(150.0, 0.75 * width / max(1, len(text)))
    font = fonts.load(fonts.TITLE)
    canvas.saveState()
    canvas.translate(width / 2, height / 2)
    canvas.rotate(35)
    canvas.setFillGray(0.88)
    canvas.setFont(font.fontName, letters)
    canvas.drawCentredString(0, -letters / 3, text)
    canvas.restoreState()
