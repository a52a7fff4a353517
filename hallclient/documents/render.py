"""How does a standard document become PDF? Words from ``wording``, places from GB/T 9704-2012, bytes for ever."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
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

NOTE_SIZE = 10.5
NOTE_LEADING = 15.0
_TIGHTER = (0.93, 0.86, 0.82)
_INDENT = 2 * CELL


def render(
    kind: DocumentKind,
    facts: Mapping[str, object],
    *,
    practice: bool = False,
    script: str = "simplified",
    mark: str = "",
) -> bytes:
    """Return the document as PDF; the same facts give the same bytes.

    The wording is the one in force on the fact ``issued_on``. ``practice`` prints 练习 across every page, ``mark``
    another word (样张); ``script="traditional"`` sets it in the Song face, which has every traditional character.
    Raises FactMissing, FactUnreadable, UnprintableText (nothing is rendered), FontMissing.
    """
    issued_on = facts.get("issued_on")
    kind = kind.on(issued_on) if isinstance(issued_on, date) else kind
    words = compose(kind, facts)
    chain = fonts.TRADITIONAL_CHAIN if script == "traditional" else fonts.BODY_CHAIN
    pages = _paginated(words, chain)
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
        if practice or mark:
            marks.watermark(canvas, mark or marks.PRACTICE, A4)
        if number == 1:
            marks.barcode(
                canvas,
                words.number,
                chain=chain,
                label=words.number_label,
                right=LEFT + TYPE_WIDTH,
                top=A4[1] - 15 * MM,
            )
        else:
            marks.running_head(
                canvas, f"{words.number_label}：{words.number}", chain=chain, right=LEFT + TYPE_WIDTH, y=A4[1] - 28 * MM
            )
        draw_page(canvas, boxes, A4[1] - TOP)
        _page_number(canvas, number, chain[:1])
        canvas.showPage()
    canvas.save()
    return sink.getvalue()


def _paginated(words: Wording, chain: tuple[str, ...]) -> list[list[Box]]:
    """Set the page tighter when that saves a sheet: a receipt in the hand is one page.

    GB/T 9704-2012 5.2.3: 22 lines as a rule, 特定情况可以作适当调整.
    """
    pages = paginate(_boxes(words, chain, LEADING), TYPE_HEIGHT)
    if len(pages) == 2:
        for share in _TIGHTER:
            tighter = paginate(_boxes(words, chain, LEADING * share), TYPE_HEIGHT)
            if len(tighter) == 1:
                return tighter
    return pages


def _page_number(canvas: Any, number: int, chain: tuple[str, ...]) -> None:
    """— 1 — in size 4, 7 mm below the type area; odd pages to the right, even to the left, one character in."""
    text = f"— {number} —"
    size = PAGE_NUMBER_SIZE
    width = text_width(text, chain, size)
    x = LEFT + TYPE_WIDTH - size - width if number % 2 else LEFT + size
    (line,) = break_lines(text, chain=chain, size=size, width=width + 1)
    draw(canvas, line, x=x, y=A4[1] - TOP - TYPE_HEIGHT - 7 * MM - size * 0.8, size=size)


def _boxes(words: Wording, chain: tuple[str, ...], leading: float) -> list[Box]:
    boxes = [
        *_centred(words.agency, fonts.TITLE_CHAIN, TITLE_SIZE, TITLE_LEADING),
        *_centred(words.heading, fonts.TITLE_CHAIN, TITLE_SIZE, TITLE_LEADING),
    ]
    if words.document_number:
        boxes += [space(leading / 4, keep=True), *_centred(words.document_number, chain, BODY_SIZE, leading)]
    boxes.append(space(leading * 0.75, keep=True))
    if words.addressee:
        boxes += _paragraph(f"{words.addressee}：", chain, leading, indent=0.0, keep=True)
    body = _body(words.pieces, chain, leading)
    if words.sealed:
        # A signature alone on a page could be put under any letter: the last two lines of text go with it.
        body = [*body[:-2], *(replace(box, keep=True) for box in body[-2:])]
        body += _closing(words, chain, leading)
    boxes += body
    for piece in words.pieces:
        if piece.style == "note":
            # Room for the lower edge of the seal, which reaches about 9 mm below the date.
            boxes.append(space(9 * MM if words.sealed else NOTE_LEADING / 2, keep=True))
            boxes += _note(piece.text, chain)
    return boxes


def _centred(text: str, chain: tuple[str, ...], size: float, leading: float) -> list[Box]:
    lines = break_lines(text, chain=chain, size=size, width=TYPE_WIDTH, justify=False)
    if len(lines) > 1:
        # GB/T 9704-2012 7.3.1: a title of several lines is set even, not as one full line and a rest.
        even = sum(line.width for line in lines) / len(lines) + 1.5 * size
        lines = break_lines(text, chain=chain, size=size, width=min(even, TYPE_WIDTH), justify=False)
    return [
        Box(leading, partial(_line, line, LEFT + (TYPE_WIDTH - line.width) / 2, size, leading), keep=True)
        for line in lines
    ]


def _paragraph(
    text: str, chain: tuple[str, ...], leading: float, *, indent: float = _INDENT, keep: bool = False
) -> list[Box]:
    lines = break_lines(text, chain=chain, size=BODY_SIZE, width=TYPE_WIDTH, tracking=TRACKING, indent=indent)
    # No line of a paragraph stands alone at either end of a page.
    tied = (0, len(lines) - 2) if len(lines) > 1 else ()
    return [
        Box(leading, partial(_line, line, LEFT, BODY_SIZE, leading), keep=keep or at in tied)
        for at, line in enumerate(lines)
    ]


def _body(pieces: Sequence[Piece], chain: tuple[str, ...], leading: float) -> list[Box]:
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
            boxes += [*forms.form_rows(rows, chain, leading), space(leading / 2)]
        elif piece.sign:
            boxes += forms.signature_lines(piece.sign, chain, leading)
        elif piece.style == "attachment":
            # GB/T 9704-2012 7.3.4: one empty line after the text, two characters in, the name under itself.
            first, attachments = not attachments, True
            boxes += [space(leading)] if first else []
            boxes += _attachment(piece.text, chain, leading, first=first)
        elif piece.style == "body":
            boxes += _paragraph(piece.text, chain, leading)
        at = until
    return boxes


def _attachment(text: str, chain: tuple[str, ...], leading: float, *, first: bool) -> list[Box]:
    """Return 附件：1. …; a further one stands under the name of the first, without the word."""
    head, colon, name = text.partition("：")
    if not colon:
        return _paragraph(text, chain, leading)
    left = _INDENT + (len(head) + 1) * CELL
    label = break_lines(head + colon, chain=chain, size=BODY_SIZE, width=left, tracking=TRACKING)[0]
    lines = break_lines(name, chain=chain, size=BODY_SIZE, width=TYPE_WIDTH - left, tracking=TRACKING)

    def first_line(canvas: Any, y: float, top: bool, last: bool) -> None:
        if first:
            _line(label, LEFT + _INDENT, BODY_SIZE, leading, canvas, y, top, last)
        _line(lines[0], LEFT + left, BODY_SIZE, leading, canvas, y, top, last)

    rest = [Box(leading, partial(_line, line, LEFT + left, BODY_SIZE, leading)) for line in lines[1:]]
    return [Box(leading, first_line), *rest]


def _closing(words: Wording, chain: tuple[str, ...], leading: float) -> list[Box]:
    """Contact; agency with the seal's position; the date four characters from the right, each centred on the other.

    Source: GB/T 9704-2012 7.3.5.1. The seal covers both lines, so room stays free above them.
    """
    size, tracking = BODY_SIZE, TRACKING
    width = TYPE_WIDTH - 4 * CELL
    signed = break_lines(
        f"{words.agency}（印章）", chain=chain, size=size, width=width, tracking=tracking, justify=False
    )
    (dated,) = break_lines(words.dated, chain=chain, size=size, width=width, tracking=tracking)
    widest = max(line.width for line in signed)
    # A name wider than the date and its margins stands two characters from the right, the date under its middle.
    middle = min(TYPE_WIDTH - 4 * CELL - dated.width / 2, TYPE_WIDTH - 2 * CELL - widest / 2)
    boxes = [
        space(leading / 2, keep=True),
        *_paragraph(words.contact, chain, leading, keep=True),
        space(leading, keep=True),
    ]
    for line in [*signed, dated]:
        x = LEFT + middle - line.width / 2
        boxes.append(Box(leading, partial(_line, line, x, size, leading), keep=line is not dated))
    return boxes


def _note(text: str, chain: tuple[str, ...]) -> list[Box]:
    lines = break_lines(text, chain=chain, size=NOTE_SIZE, width=TYPE_WIDTH, indent=2 * NOTE_SIZE)
    boxes = [
        Box(NOTE_LEADING, partial(_line, line, LEFT, NOTE_SIZE, NOTE_LEADING), keep=index < len(lines) - 1)
        for index, line in enumerate(lines)
    ]
    return [Box(2 * MM, _rule, keep=True), *boxes]


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
    rows += [("SHA-256校验值", sha256, 1)] if sha256 else []
    chain = fonts.BODY_CHAIN
    boxes = [
        *_centred(agency, fonts.TITLE_CHAIN, TITLE_SIZE, TITLE_LEADING),
        *_centred("文书补打说明", fonts.TITLE_CHAIN, TITLE_SIZE, TITLE_LEADING),
        space(LEADING),
        *forms.form_rows(rows, chain, LEADING),
        space(LEADING / 2),
        *_paragraph("本页之后为原文书，内容与首次签发时相同，未作任何改动。", chain, LEADING),
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
