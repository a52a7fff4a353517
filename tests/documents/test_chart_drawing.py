"""A chart is drawn alike on screen, paper and web page, tells itself in words, and is read in grey."""

import itertools
from io import BytesIO
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from hallclient.documents import fonts
from hallclient.documents.chart_pdf import paint_chart
from hallclient.domain.figures.chart_drawing import FILLS, HATCHED, Line, Rect, Words, draw
from hallclient.domain.figures.charts import Chart, Kind, Series
from hallclient.exports.chart_svg import svg

NAMES = ("城乡建设", "市场<监管>&", "社会保障和就业服务事项及其他各项", "（未填）")


def chart(kind: Kind, series: int = 1) -> Chart:
    return Chart(
        kind=kind,
        title="按信息领域",
        categories=NAMES,
        series=tuple(Series(name=f"系列{n}", values=(120 - n, 40, 0, n)) for n in range(series)),
        note="注",
    )


CHARTS = [chart("bars"), chart("stacked", 8), chart("pairs", 2)]


@pytest.mark.parametrize("wanted", CHARTS, ids=lambda each: each.kind)
def test_nothing_leaves_the_drawing_and_every_value_stands_beside_its_bar(wanted: Chart) -> None:
    drawing = draw(wanted, 480)
    for mark in drawing.marks:
        match mark:
            case Rect(x, y, width, height, _):
                assert x >= 0
                assert x + width <= drawing.width + 0.01
                assert y >= 0
                assert y + height <= drawing.height
            case Line(x1, y1, x2, y2, _):
                assert min(x1, x2) >= 0
                assert max(x1, x2) <= drawing.width + 0.01
                assert min(y1, y2) >= 0
                assert max(y1, y2) <= drawing.height
    words = [mark.text for mark in drawing.marks if isinstance(mark, Words)]
    if wanted.kind == "stacked":
        sums = [sum(values) for values in zip(*(series.values for series in wanted.series), strict=True)]
        assert all(str(total) in words for total in sums)
    else:
        assert all(str(value) in words for series in wanted.series for value in series.values)


def test_neighbours_differ_in_lightness_and_every_light_filling_is_hatched() -> None:
    def light(colour: str) -> float:
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    levels = [light(colour) for colour in FILLS]
    assert all(abs(one - other) > 0.25 for one, other in itertools.pairwise(levels))
    assert [place for place, level in enumerate(levels) if level > 0.6] == list(HATCHED)


@pytest.mark.parametrize("wanted", CHARTS, ids=lambda each: each.kind)
def test_paper_and_page_say_the_same_words(wanted: Chart) -> None:
    sink = BytesIO()
    canvas = fonts.new_canvas(sink, size=(595, 842), font=fonts.FANG_SONG, title="", author="")
    paint_chart(canvas, draw(wanted, 480), left=50, top=800)
    canvas.showPage()
    canvas.save()
    paper = PdfReader(BytesIO(sink.getvalue())).pages[0].extract_text()

    page = ElementTree.fromstring(svg(wanted))
    texts = [node.text or "" for node in page.iter("{http://www.w3.org/2000/svg}text")]

    assert "城乡建设" in paper
    assert all(text in "".join(paper.split()) for text in texts if text.isascii() and text)
    assert page.find("{http://www.w3.org/2000/svg}desc").text == wanted.told  # type: ignore[union-attr]


def test_a_long_name_is_cut_in_the_drawing_and_whole_in_words() -> None:
    words = [mark.text for mark in draw(CHARTS[0]).marks if isinstance(mark, Words)]
    assert any(text.endswith("…") for text in words)
    assert NAMES[2] in CHARTS[0].told


def test_an_empty_chart_is_drawn_without_a_bar() -> None:
    empty = Chart(kind="bars", title="空", categories=(), series=(Series(name="", values=()),))
    assert not [mark for mark in draw(empty).marks if isinstance(mark, Rect)]
