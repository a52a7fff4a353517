"""How does a case go into the archive? All its papers in one PDF, a contents page in front, archive pages stamped.

The papers' own pages are taken as they are; only a page number of the file is put into the upper margin, where the
standard leaves 37 mm free (GB/T 9704-2012 5).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from hallclient.documents import fonts, marks
from hallclient.documents.layout import A4, MM
from hallclient.documents.sheets import Section, sheet_pdf

_HEADS = ("序号", "文件名称", "文号", "日期", "页次", "备注")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper of the file: what the contents page says of it, and its PDF. ``on`` is written out, as 2026-03-02."""

    title: str
    pdf: bytes
    number: str = ""
    on: str = ""
    remark: str = ""


def bound(
    papers: Sequence[Paper], *, title: str, facts: Sequence[tuple[str, str]], footer: str = "", practice: bool = False
) -> bytes:
    """Return the file: the contents, with ``facts`` about the case above them, then ``papers`` in their order.

    The same papers give the same bytes. Each paper is a bookmark. Raises FontMissing.
    """
    from pypdf import PdfReader, PdfWriter

    readers = [PdfReader(BytesIO(paper.pdf)) for paper in papers]
    lengths = [len(reader.pages) for reader in readers]
    watermark = marks.PRACTICE if practice else ""

    def contents(first: int) -> bytes:
        rows, page = [], first
        for place, (paper, length) in enumerate(zip(papers, lengths, strict=True), start=1):
            last = page + length - 1
            pages = str(page) if last == page else f"{page}—{last}"
            rows.append((str(place), paper.title, paper.number, paper.on, pages, paper.remark))
            page += length
        return sheet_pdf(
            title,
            "卷内文件目录",
            (Section(rows=tuple(facts)), Section(columns=_HEADS, rows=tuple(rows))),
            footer=footer,
            watermark=watermark,
        )

    front = contents(1)
    # The contents take as many pages as they take; their own page numbers push the papers back by so many.
    taken = len(PdfReader(BytesIO(front)).pages)
    front = contents(taken + 1)
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(front)), outline_item="卷内文件目录", import_outline=False)
    for paper, reader in zip(papers, readers, strict=True):
        writer.append(reader, outline_item=paper.title, import_outline=False)
    total = len(writer.pages)
    stamps = PdfReader(BytesIO(_stamps(total, skip=taken)))
    for index in range(taken, total):
        writer.pages[index].merge_page(stamps.pages[index - taken])
    writer.metadata = None
    writer.compress_identical_objects()
    sink = BytesIO()
    writer.write(sink)
    return sink.getvalue()


def _stamps(total: int, *, skip: int) -> bytes:
    """Return a page for each page after the contents, empty but for its number in the file."""
    sink = BytesIO()
    canvas = fonts.new_canvas(sink, size=A4, font=fonts.FANG_SONG, title="", author="")
    for page in range(skip + 1, total + 1):
        marks.running_head(canvas, f"卷内第 {page} 页　共 {total} 页", right=62 * MM, y=A4[1] - 10 * MM)
        canvas.showPage()
    canvas.save()
    return sink.getvalue()
