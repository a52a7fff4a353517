"""ReportLab's faults with Chinese stay corrected, whatever version comes."""

from io import BytesIO

from pypdf import PdfReader

from hallclient.documents import fonts, reportlab_corrections


def _page(font: str, text: str) -> bytes:
    sink = BytesIO()
    canvas = fonts.new_canvas(sink, size=(400, 100), font=font, title="t", author="a")
    canvas.setFont(font, 20)
    canvas.drawString(10, 40, text)
    canvas.showPage()
    canvas.save()
    return sink.getvalue()


def test_characters_beyond_the_basic_plane_copy_out_of_the_file() -> None:
    text = PdfReader(BytesIO(_page(fonts.SERIF, "张𬭎赵𠅤𣲗"))).pages[0].extract_text()

    assert text.strip() == "张𬭎赵𠅤𣲗"


def test_the_unicode_map_writes_utf16_in_blocks_of_a_hundred() -> None:
    lines = reportlab_corrections.unicode_map("F", [0x20, *range(0x4E00, 0x4E00 + 120), 0x2CB4E]).split("\n")

    assert "<00> <0020>" in lines
    assert "<79> <D872DF4E>" in lines
    assert "100 beginbfchar" in lines
    assert "22 beginbfchar" in lines


def test_streams_are_plain_bytes_and_nothing_is_drawn_in_helvetica() -> None:
    data = _page(fonts.FANG_SONG, "回执")

    assert b"ASCII85Decode" not in data
    assert b"Helvetica" not in data


def test_the_same_page_gives_the_same_bytes() -> None:
    assert _page(fonts.FANG_SONG, "回执") == _page(fonts.FANG_SONG, "回执")
