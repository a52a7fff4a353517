"""How does a standard document become PDF? Words from ``wording``, places from GB/T 9704-2012, bytes for ever."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any

from hallclient.documents import fonts, forms, marks
from hallclient.documents.document_kind import DocumentKind
from hallclient.documents.layout import (
    A4,
    BODY_SIZE,
    CELL,
    LEADING,
    LEFT,
    MM,
    PAGE_NUMBER_SIZE,
    TITLE_LEADING,
    TITLE_SIZE,
    TOP,
    TRACKING,
    TYPE_HEIGHT,
    TYPE_WIDTH,
    Box,
    draw_page,
    paginate,
    space,
)
from hallclient.documents.lines import Line, break_lines, draw, text_width
from hallclient.documents.wording import Piece, Wording, compose

NOTE_SIZE = 12.0
NOTE_LEADING = 18.0
_INDENT = 2 * CELL


def render(
    kind: DocumentKind, facts: Mapping[str, object], *, practice: bool = False, script: str = "simplified"
) -> bytes:
    """Return the document as PDF; the same facts give the same bytes.

    The wording is the one in force on the fact ``issued_on``. ``practice`` prints 练习 across every page;
    ``script="traditional"`` sets it in the Song face, which has every traditional character.
    Raises FactMissing, FactUnreadable, UnprintableText (nothing is rendered), FontMissing.
    """
    issued_on = facts.get("issued_on")
    kind = kind.on(issued_on) if isinstance(issued_on, date) else kind
    words = compose(kind, facts)
    chain = fonts.TRADITIONAL_CHAIN if script == "traditional" else fonts.BODY_CHAIN
    pages = paginate(_boxes(words, chain), TYPE_HEIGHT)
    sink = BytesIO()
    canvas = fonts.new_canvas(
        sink,
        size=A4,
        font=chain[0],
        title=kind.title,
        author=words.agency,
        language="zh-TW" if script == "traditional" else "zh-CN",
    )
    for number, boxes in enumerate(pages, start=1):
        if practice:
            marks.practice(canvas, A4)
        if number == 1:
            marks.barcode(canvas, words.number, label=words.number_label, right=LEFT + TYPE_WIDTH, top=A4[1] - 15 * MM)
        else:
            marks.running_head(
                canvas, f"{words.number_label}：{words.number}", right=LEFT + TYPE_WIDTH, y=A4[1] - 28 * MM
            )
        draw_page(canvas, boxes, A4[1] - TOP)
        _page_number(canvas, number)
        canvas.showPage()
    canvas.save()
    return sink.getvalue()


def _page_number(canvas: Any, number: int) -> None:
    """— 1 — in size 4, 7 mm below the type area; odd pages to the right, even to the left, one character in."""
    text = f"— {number} —"
    size = PAGE_NUMBER_SIZE
    width = text_width(text, (fonts.TITLE,), size)
    x = LEFT + TYPE_WIDTH - size - width if number % 2 else LEFT + size
    (line,) = break_lines(text, chain=(fonts.TITLE,), size=size, width=width + 1)
    draw(canvas, line, x=x, y=A4[1] - TOP - TYPE_HEIGHT - 7 * MM - size * 0.8, size=size)


def _boxes(words: Wording, chain: tuple[str, ...]) -> list[Box]:
    boxes = [
        *_centred(words.agency, fonts.TITLE_CHAIN, TITLE_SIZE, TITLE_LEADING),
        *_centred(words.heading, fonts.TITLE_CHAIN, TITLE_SIZE, TITLE_LEADING),
    ]
    if words.document_number:
        boxes += [space(LEADING / 4, keep=True), *_centred(words.document_number, chain, BODY_SIZE, LEADING)]
    boxes.append(space(LEADING * 0.75, keep=True))
    if words.addressee:
        boxes += _paragraph(f"{words.addressee}：", chain, indent=0.0, keep=True)
    boxes += _body(words.pieces, chain)
    if words.sealed:
        boxes += _closing(words, chain)
    notes = [piece for piece in words.pieces if piece.style == "note"]
    for piece in notes:
        boxes += _note(piece.text, chain)
    return boxes


def _centred(text: str, chain: tuple[str, ...], size: float, leading: float) -> list[Box]:
    lines = break_lines(text, chain=chain, size=size, width=TYPE_WIDTH, justify=False)
    return [
        Box(leading, partial(_line, line, LEFT + (TYPE_WIDTH - line.width) / 2, size, leading), keep=True)
        for line in lines
    ]


def _paragraph(
    text: str, chain: tuple[str, ...], *, indent: float = _INDENT, keep: bool = False, left: float = 0.0
) -> list[Box]:
    lines = break_lines(text, chain=chain, size=BODY_SIZE, width=TYPE_WIDTH - left, tracking=TRACKING, indent=indent)
    return [Box(LEADING, partial(_line, line, LEFT + left, BODY_SIZE, LEADING), keep=keep) for line in lines]


def _body(pieces: Sequence[Piece], chain: tuple[str, ...]) -> list[Box]:
    boxes: list[Box] = []
    at = 0
    attachments = False
    while at < len(pieces):
        piece = pieces[at]
        until = at + 1
        if piece.row:
            while until < len(pieces) and pieces[until].row:
                until += 1
            rows = [(row.label, row.text, row.min_lines) for row in pieces[at:until]]
            boxes += [*forms.form_rows(rows, chain), space(LEADING / 2)]
        elif piece.sign:
            boxes += forms.signature_lines(piece.sign, chain)
        elif piece.style == "attachment":
            # GB/T 9704-2012 7.3.4: one empty line after the text, two characters in, the name under itself.
            boxes += [] if attachments else [space(LEADING)]
            attachments = True
            boxes += _attachment(piece.text, chain)
        elif piece.style == "body":
            boxes += _paragraph(piece.text, chain)
        at = until
    return boxes


def _attachment(text: str, chain: tuple[str, ...]) -> list[Box]:
    head, colon, name = text.partition("：")
    if not colon:
        return _paragraph(text, chain)
    left = _INDENT + (len(head) + 1) * CELL
    label = break_lines(head + colon, chain=chain, size=BODY_SIZE, width=left, tracking=TRACKING)[0]
    lines = break_lines(name, chain=chain, size=BODY_SIZE, width=TYPE_WIDTH - left, tracking=TRACKING)

    def first_line(canvas: Any, y: float, first: bool, last: bool) -> None:
        _line(label, LEFT + _INDENT, BODY_SIZE, LEADING, canvas, y, first, last)
        _line(lines[0], LEFT + left, BODY_SIZE, LEADING, canvas, y, first, last)

    rest = [Box(LEADING, partial(_line, line, LEFT + left, BODY_SIZE, LEADING)) for line in lines[1:]]
    return [Box(LEADING, first_line), *rest]


def _closing(words: Wording, chain: tuple[str, ...]) -> list[Box]:
    """Contact, agency with the seal's position, date four characters from the right, the agency centred over it.

    GB/T 9704-2012 7.3.5.1. The seal covers agency and date, so two lines above stay free; the block never stands
    alone on a page: the last two lines of text go with it.
    """
    size, tracking = BODY_SIZE, TRACKING
    dated_width = text_width(words.dated, chain, size, tracking)
    dated_x = TYPE_WIDTH - 4 * CELL - dated_width
    signed = f"{words.agency}（印章）"
    boxes = [space(LEADING), *_paragraph(words.contact, chain, keep=True), space(LEADING * 1.5, keep=True)]
    lines = break_lines(signed, chain=chain, size=size, width=TYPE_WIDTH - 4 * CELL, tracking=tracking, justify=False)
    for line in lines:
        x = dated_x + (dated_width - line.width) / 2
        x = max(0.0, min(x, TYPE_WIDTH - 2 * CELL - line.width))
        boxes.append(Box(LEADING, partial(_line, line, LEFT + x, size, LEADING), keep=True))
    (line,) = break_lines(words.dated, chain=chain, size=size, width=TYPE_WIDTH, tracking=tracking)
    boxes.append(Box(LEADING, partial(_line, line, LEFT + dated_x, size, LEADING)))
    return boxes


def _note(text: str, chain: tuple[str, ...]) -> list[Box]:
    lines = break_lines(text, chain=chain, size=NOTE_SIZE, width=TYPE_WIDTH, indent=2 * NOTE_SIZE)
    boxes = [
        Box(NOTE_LEADING, partial(_line, line, LEFT, NOTE_SIZE, NOTE_LEADING), keep=index < len(lines) - 1)
        for index, line in enumerate(lines)
    ]
    return [space(LEADING / 2, keep=True), Box(3 * MM, _rule, keep=True), *boxes]


def _rule(canvas: Any, y: float, first: bool, last: bool) -> None:
    canvas.setLineWidth(0.5)
    canvas.line(LEFT, y, LEFT + TYPE_WIDTH, y)


def _line(line: Line, x: float, size: float, leading: float, canvas: Any, y: float, first: bool, last: bool) -> None:
    draw(canvas, line, x=x, y=y - leading / 2 - size * 0.36, size=size)


def copy_slip(
    *,
    document_number: str,
    title: str,
    copy_no: int,
    reason: str,
    agency: str,
    clerk: str,
    printed_on: date,
    sha256: str = "",
    practice: bool = False,
) -> bytes:
    """Return the page printed in front of a reprint: 补打 第 n 份. The stored document follows untouched.

    ``sha256`` is that of the stored bytes, so that paper and archive can be compared.
    """
    from hallclient.documents.glyphs import require
    from hallclient.documents.wording import chinese_date

    require({"reason": reason, "clerk": clerk})
    rows = [
        ("文书", title, 1),
        ("编号", document_number, 1),
        ("补打份数", f"补打 第{copy_no}份", 1),
        ("补打原因", reason, 1),
        ("经办人", clerk, 1),
        ("补打日期", chinese_date(printed_on), 1),
    ]
    rows += [("原件校验值（SHA-256）", sha256, 1)] if sha256 else []
    chain = fonts.BODY_CHAIN
    boxes = [
        *_centred(agency, fonts.TITLE_CHAIN, TITLE_SIZE, TITLE_LEADING),
        *_centred("文书补打说明", fonts.TITLE_CHAIN, TITLE_SIZE, TITLE_LEADING),
        space(LEADING),
        *forms.form_rows(rows, chain),
        space(LEADING / 2),
        *_paragraph("本页之后为原文书，内容与首次签发时相同，未作任何改动。", chain),
    ]
    sink = BytesIO()
    canvas = fonts.new_canvas(sink, size=A4, font=chain[0], title="文书补打说明", author=agency)
    for page in paginate(boxes, TYPE_HEIGHT):
        if practice:
            marks.practice(canvas, A4)
        draw_page(canvas, page, A4[1] - TOP)
        canvas.showPage()
    canvas.save()
    return sink.getvalue()
