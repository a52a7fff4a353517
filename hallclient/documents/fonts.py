"""Which bundled fonts draw a page, and when are they loaded? On first use, once per process."""

import threading
from io import BytesIO
from pathlib import Path
from typing import Any

from hallclient.documents import reportlab_corrections
from hallclient.foundation.paths import RESOURCES
from hallclient.foundation.trouble import Trouble

FOLDER = RESOURCES / "fonts"

FANG_SONG = "HallFangSong"
SERIF = "NotoSerifSC-Regular"
TITLE = "NotoSerifSC-Black"
SANS = "NotoSansSC-Regular"

# Each chain begins with the face of its role and falls back character by character. Fandol's FangSong holds GB2312
# only; the Noto faces hold the 8105 standard characters and the rare ones of names.
BODY_CHAIN = (FANG_SONG, SERIF, SANS)
TITLE_CHAIN = (TITLE, SERIF, SANS)
# FangSong draws some traditional characters with the simplified glyph, so a traditional page never uses it.
TRADITIONAL_CHAIN = (SERIF, SANS)

_lock = threading.Lock()
_loaded: dict[str, Any] = {}


class FontMissing(Trouble):
    """A bundled font file is gone or unreadable: the installation is damaged. Nothing is drawn without it."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.ttf"


def load(name: str) -> Any:
    """Return ReportLab's font for a bundled face, registered on first use (30-100 ms each).

    Raises FontMissing.
    """
    font = _loaded.get(name)
    if font is None:
        with _lock:
            font = _loaded.get(name)
            if font is None:
                font = _loaded[name] = _register(name)
    return font


def _register(name: str) -> Any:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    path = path_of(name)
    try:
        font = TTFont(name, str(path))
    except (TTFError, OSError) as error:
        raise FontMissing(str(path)) from error
    pdfmetrics.registerFont(font)
    return font


def width(char: str, name: str) -> float:
    """Return the advance of one character in em (a Chinese character is 1.0)."""
    face = load(name).face
    advance = face.charWidths.get(ord(char))
    return float(face.defaultWidth if advance is None else advance) / 1000


def new_canvas(
    sink: BytesIO, *, size: tuple[float, float], font: str, title: str, author: str, language: str = "zh-CN"
) -> Any:
    """Open a canvas that gives the same bytes for the same page and never mentions an un-embedded Helvetica.

    ``title`` and ``author`` become the file's properties and must not hold personal data.
    """
    from reportlab.pdfgen.canvas import Canvas

    reportlab_corrections.apply()
    load(font)
    canvas = Canvas(sink, pagesize=size, invariant=1, pageCompression=1, initialFontName=font, lang=language)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("hallclient")
    canvas.setSubject(title)
    return canvas
