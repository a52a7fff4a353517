"""The look: readable in both palettes, drawn with the bundled font and our own icons on every machine."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QIcon, QImage, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QLineEdit

from hallclient.foundation.paths import RESOURCES
from hallclient.ui import theme


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), theme.PAIRS, ids=[f"{ink} on {ground}" for ink, ground in theme.PAIRS])
def test_every_text_stands_out_from_its_ground(ink: str, ground: str, dark: bool) -> None:
    colours = theme.colours_of(dark=dark)
    assert theme.contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("edge", ["field_line", "accent", "danger"])
def test_the_edge_of_a_field_and_the_focus_ring_can_be_seen(edge: str, dark: bool) -> None:
    colours = theme.colours_of(dark=dark)
    for ground in (colours.card, colours.ground):
        assert theme.contrast(getattr(colours, edge), ground) >= 3


def test_contrast_is_computed_as_wcag_says() -> None:
    assert theme.contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert theme.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_palette_in_use_follows_the_choice(qapp: QApplication) -> None:
    for dark in (True, False):
        theme.apply(qapp, dark)
        window = qapp.palette().color(QPalette.ColorRole.Window).name().upper()
        assert window == theme.colours_of(dark=dark).ground == theme.colours().ground


def test_the_bundled_font_draws_rare_names(qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)
    assert qapp.font().family() == "Noto Sans SC"
    raw = QRawFont.fromFont(qapp.font())
    assert raw.familyName() == "Noto Sans SC"
    for character in "政㛃䶮𬱖喆堃〓":
        assert raw.supportsCharacter(ord(character))


def test_three_sizes_and_no_more(qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)
    sizes = {line.split("font-size:")[1].split(";")[0].strip() for line in _sheet(qapp) if "font-size:" in line}
    assert sizes == {"9.0pt", "15.0pt"}
    assert qapp.font().pointSizeF() == theme.BASE_PT


def _sheet(qapp: QApplication) -> list[str]:
    return qapp.styleSheet().splitlines()


@pytest.mark.parametrize("name", sorted(path.stem for path in (RESOURCES / "icons").glob("*.svg")))
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    drawn = theme.pixmap(name, "#FF0000").toImage().convertToFormat(QImage.Format.Format_ARGB32)
    inked = [drawn.pixelColor(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
    strong = [colour for colour in inked if colour.alpha() > 250]
    assert strong
    assert all(colour.red() > 200 and colour.green() < 60 for colour in strong)


def test_an_icon_is_readable_on_a_chosen_button(qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)
    icon = theme.icon("desk")
    normal, chosen = (
        icon.pixmap(QSize(20, 20), 1.0, QIcon.Mode.Normal, state).toImage()
        for state in (QIcon.State.Off, QIcon.State.On)
    )
    assert normal != chosen


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_focus_can_be_seen(qapp: QApplication, qtbot, dark: bool) -> None:
    theme.apply(qapp, dark)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(200, 40)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.clearFocus()
    accent = theme.colours().accent.upper()
    without = _edge(field)
    field.setFocus()
    assert accent in _edge(field)
    assert accent not in without
    assert QFontMetrics(field.font()).height() < field.height()


def _edge(field: QLineEdit) -> set[str]:
    picture = field.grab().toImage()
    return {picture.pixelColor(picture.width() // 2, y).name().upper() for y in (0, 1)}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_hint_inside_an_empty_field_can_be_read(qapp: QApplication, qtbot, dark: bool) -> None:
    colours = theme.apply(qapp, dark)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setPlaceholderText("■■■■")
    field.resize(200, 40)
    picture = field.grab().toImage()
    middle = {picture.pixelColor(x, 20).name().upper() for x in range(4, 100)}
    assert max(theme.contrast(ink, colours.card) for ink in middle) >= 4.5
