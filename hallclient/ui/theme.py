"""How does the window look? Fusion with our own palettes, the bundled font, a spacing grid, three type sizes.

Colours are data in ``resources/theme/light.toml`` and ``dark.toml``; the rules of the widgets in ``hall.qss``.
Amber and red belong to clock warnings and problems; a mark or a word always stands beside the colour.
"""

import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from hallclient.foundation.paths import RESOURCES

XS, S, M, L = 2, 4, 8, 16  # the spacing grid, in logical pixels
BASE_PT = 10.5  # 五号
SMALL, TITLE = 9 / 10.5, 15 / 10.5  # 小五 and 小三, as shares of the base size
ICON = 20

# Text on its ground: each pair must reach 4.5 : 1 in both palettes (tested).
PAIRS = (
    *((ink, ground) for ink in ("text", "muted") for ground in ("ground", "card", "stripe", "accent_soft")),
    ("accent_text", "accent"),
    ("accent_text", "accent_press"),
    ("warn", "warn_soft"),
    ("danger", "danger_soft"),
    ("text", "danger_soft"),
    ("muted", "danger_soft"),
    ("danger", "card"),
    ("danger", "ground"),
    ("warn", "card"),
    ("disabled", "card"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One palette: ``#RRGGBB`` for each part of the window."""

    dark: bool
    ground: str
    card: str
    stripe: str
    line: str
    field_line: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_text: str
    accent_press: str
    accent_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    curtain: str


@lru_cache
def colours_of(*, dark: bool) -> Colours:
    """Read one palette from its file."""
    name = "dark" if dark else "light"
    return Colours(**tomllib.loads((RESOURCES / "theme" / f"{name}.toml").read_text(encoding="utf-8")))


_in_use: list[Colours] = []
_worn: list[tuple[Colours, float]] = []  # what the application was last given, and at which size


def colours() -> Colours:
    """Return the palette in use; light before ``apply``."""
    return _in_use[0] if _in_use else colours_of(dark=False)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.1 defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def apply(app: QApplication, dark: bool | None = None, *, base_pt: float = BASE_PT) -> Colours:
    """Give the application its look. ``dark`` None follows the desktop. Callable again to change it while running."""
    if dark is None:
        dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    chosen = colours_of(dark=dark)
    _in_use[:] = [chosen]
    if _worn == [(chosen, base_pt)]:
        return chosen  # dressing every widget anew costs as much as making it
    _worn[:] = [(chosen, base_pt)]
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(_font(base_pt))
    app.setPalette(_palette(chosen))
    for ticked in ("QCheckBox", "QRadioButton"):
        app.setPalette(_tick_palette(chosen), ticked)  # type: ignore[arg-type]  # the stub wants bytes, it wants str
    app.setStyleSheet(_sheet(chosen, base_pt))
    _drawn.cache_clear()
    return chosen


@lru_cache
def _family() -> str:
    # Without the bundled font a bare machine shows boxes, and a full one mixes fallbacks inside one name.
    loaded = QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / "NotoSansSC-Regular.ttf"))
    families = QFontDatabase.applicationFontFamilies(loaded)
    return families[0] if families else ""


def _font(base_pt: float) -> QFont:
    font = QFont(_family())
    font.setPointSizeF(base_pt)
    return font


def _sheet(chosen: Colours, base_pt: float) -> str:
    values = {field.name: str(getattr(chosen, field.name)) for field in fields(chosen)}
    values |= {"small": f"{base_pt * SMALL:.1f}", "title": f"{base_pt * TITLE:.1f}"}
    return Template((RESOURCES / "theme" / "hall.qss").read_text(encoding="utf-8")).substitute(values)


def _palette(chosen: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in {
        role.Window: chosen.ground,
        role.WindowText: chosen.text,
        role.Base: chosen.card,
        role.AlternateBase: chosen.stripe,
        role.Text: chosen.text,
        role.Button: chosen.card,
        role.ButtonText: chosen.text,
        role.BrightText: chosen.danger,
        role.Highlight: chosen.accent,
        role.HighlightedText: chosen.accent_text,
        role.ToolTipBase: chosen.card,
        role.ToolTipText: chosen.text,
        role.PlaceholderText: chosen.muted,
        role.Link: chosen.accent,
        role.Mid: chosen.line,
        role.Accent: chosen.accent,
    }.items():
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(chosen.disabled))
    return palette


def _tick_palette(chosen: Colours) -> QPalette:
    """Fusion draws a tick's frame in the ground darkened to 1/1.4: on a dark ground nobody would see it."""
    palette = _palette(chosen)
    palette.setColor(QPalette.ColorRole.Window, QColor(chosen.field_line).lighter(140))
    return palette


def icon(name: str) -> QIcon:
    """Return one of our own line icons (``resources/icons/<name>.svg``) in the colours of the palette in use."""
    chosen = colours()
    made = QIcon()
    for colour, mode, state in (
        (chosen.text, QIcon.Mode.Normal, QIcon.State.Off),
        (chosen.accent_text, QIcon.Mode.Normal, QIcon.State.On),
        (chosen.disabled, QIcon.Mode.Disabled, QIcon.State.Off),
    ):
        for ratio in (1, 2, 3):
            made.addPixmap(_drawn(name, colour, ratio), mode, state)
    return made


def pixmap(name: str, colour: str, ratio: int = 2) -> QPixmap:
    """Return one icon drawn in ``colour``."""
    return _drawn(name, colour, ratio)


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, ratio: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # not needed before the first paint

    text = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    drawn = QPixmap(ICON * ratio, ICON * ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, ICON * ratio, ICON * ratio))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
