"""How does a year's report stand in Word? Set in the named styles of a template the office may restyle.

The template is ``resources/reports/annual.docx`` or the office's own: any document that has the styles of ``STYLES``.
What stands in it stays; ``{{正文}}`` alone in a paragraph says where the report goes (else at its end), and
``{{标题}}``, ``{{机关}}``, ``{{年度}}`` are filled wherever they stand, heads and feet of pages among them.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallclient.domain.figures.charts import Chart
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_pieces import Grid, GridCell
from hallclient.domain.refusal import Refusal
from hallclient.exports import chart_word
from hallclient.exports.annual_styles import (
    BODY,
    CAPTION,
    FIGURE,
    HEAD,
    HEADING,
    HERE,
    LABEL,
    NOTE,
    PERIOD,
    STYLES,
    TABLE,
    TITLE,
    WIDE,
)
from hallclient.exports.still_zip import stilled
from hallclient.foundation.paths import RESOURCES
from hallclient.foundation.trouble import FileUnreadable

TEMPLATE = RESOURCES / "reports" / "annual.docx"
SLOTS = (HERE, "{{标题}}", "{{机关}}", "{{年度}}")
MOST_BYTES = 5_000_000  # of a template: a letterhead with an emblem has some hundred thousand
_TITLE_LINE = 20  # characters of 22 pt
_NARROW = 5  # columns
_ON_ONE_PAGE = 30  # a table of at most so many rows is kept together
_TWIPS_OF_A_POINT = 20
_TWIPS = 635  # EMU of a twentieth of a point


class TemplateUnusable(Refusal):
    """The Word template cannot be read (``missing`` empty), or lacks styles the report is set in."""

    fields = ("--template",)

    def __init__(self, path: str, missing: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.path, self.missing = path, missing


def content(report: Report, template: Path | bytes | None = None) -> bytes:
    """Return the report as the bytes of a Word document; ``template`` is a file or what one holds.

    Raises TemplateUnusable.
    """
    document = _opened(template or TEMPLATE)
    _fill(document, report)
    writer = _Writer(document, report)
    for element in writer.elements():
        writer.place(element)
    writer.finish()
    document.core_properties.title = report.title
    document.core_properties.author = report.agency
    document.core_properties.subject = report.basis
    document.core_properties.comments = f"SHA-256 {report.checksum}"
    sink = io.BytesIO()
    document.save(sink)
    return stilled(sink.getvalue())


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFacts:
    """What a template that can be used holds: its size in bytes, how many styles the report finds, which of ``SLOTS``.

    Without ``{{正文}}`` the report goes to the template's end.
    """

    size: int
    styles: int
    slots: tuple[str, ...]

    @property
    def here(self) -> bool:
        return HERE in self.slots


def template_facts(content: bytes, path: str = "") -> TemplateFacts:
    """Return what a template holds. Raises TemplateUnusable."""
    from docx.oxml.ns import qn

    document = _opened(content, path)
    said = "\n".join(
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for part in _parts(document)
        for paragraph in part.iter(qn("w:p"))
    )
    return TemplateFacts(size=len(content), styles=len(STYLES), slots=tuple(slot for slot in SLOTS if slot in said))


def shipped_template() -> bytes:
    """Return the template that comes with the program: what an office restyles."""
    return TEMPLATE.read_bytes()


def template_bytes(path: Path) -> bytes:
    """Return what a template holds, once it is known to do. Raises TemplateUnusable, FileUnreadable (no such file)."""
    try:
        said = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
    except FileNotFoundError as error:
        raise FileUnreadable(str(path), "missing") from error
    except OSError as error:
        raise TemplateUnusable(str(path)) from error
    _opened(said, str(path))
    return said


def _opened(template: Path | bytes, path: str = "") -> Any:
    import docx  # a fifth of a second; nobody pays for it before the first Word file
    from docx.enum.style import WD_STYLE_TYPE
    from docx.opc.exceptions import OpcError

    name = path if isinstance(template, bytes) else str(template)
    if isinstance(template, Path) and not template.exists():
        raise FileUnreadable(name, "missing")
    try:
        document = docx.Document(io.BytesIO(template) if isinstance(template, bytes) else str(template))
        kinds = {style.name: style.type for style in document.styles}
    except (
        OSError,
        OpcError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        zipfile.BadZipFile,
        SyntaxError,
    ) as error:
        # SyntaxError: what the xml parser raises for a part that is no xml.
        raise TemplateUnusable(name) from error
    missing = tuple(
        name
        for name in STYLES
        if kinds.get(name) != (WD_STYLE_TYPE.TABLE if name == TABLE else WD_STYLE_TYPE.PARAGRAPH)
    )
    if missing:
        raise TemplateUnusable(name, missing)
    return document


def _fill(document: Any, report: Report) -> None:
    """Put the title, the agency and the year where the template asks for them."""
    values = dict(zip(SLOTS[1:], (report.title, report.agency, str(report.year)), strict=True))
    from docx.oxml.ns import qn

    for part in _parts(document):
        for paragraph in part.iter(qn("w:p")):
            texts = list(paragraph.iter(qn("w:t")))
            whole = "".join(text.text or "" for text in texts)
            if any(slot in whole for slot in values):
                # An editor cuts a slot into several runs at will: the words go into the first.
                for slot, value in values.items():
                    whole = whole.replace(slot, value)
                texts[0].text = whole
                for text in texts[1:]:
                    text.text = ""


def _parts(document: Any) -> Iterator[Any]:
    """Yield the body, and the heads and feet of pages that are its own."""
    yield document.element.body
    for section in document.sections:
        for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            if not part.is_linked_to_previous:
                yield part._element


class _Writer:
    """Builds the report's paragraphs and tables as elements and puts them in their place."""

    def __init__(self, document: Any, report: Report) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self._new, self._qn = OxmlElement, qn
        self._report, self._document = report, document
        self._ids = {style.name: style.style_id for style in document.styles}
        body = document.element.body
        self._here = next(
            (line for line in body.findall(qn("w:p")) if "".join(t.text or "" for t in line.iter(qn("w:t"))) == HERE),
            None,
        )
        self._last = body.find(qn("w:sectPr"))
        self._body = body
        section = document.sections[-1]
        self._width = (section.page_width - section.left_margin - section.right_margin) // _TWIPS

    def place(self, element: Any) -> None:
        if self._here is not None:
            self._here.addprevious(element)
        elif self._last is not None:
            self._last.addprevious(element)
        else:
            self._body.append(element)

    def finish(self) -> None:
        if self._here is not None:
            self._body.remove(self._here)

    def elements(self) -> Iterator[Any]:
        report = self._report
        yield self._line(_title(report.title), TITLE)
        yield self._line(f"（统计期间：{report.slot_values()['period']}）", PERIOD)
        if report.source.gap:
            yield self._line(f"草稿：{report.source.gap}。", NOTE)
        for part in report.printed:
            if part.heading not in report.title:
                yield self._line(part.heading, HEADING)
            for text in part.texts:
                yield self._line(text, BODY)
            for grid in part.grids:
                if grid.caption not in part.heading:
                    yield self._line(grid.caption, CAPTION)
                yield self._table(grid)
                # A paragraph behind each table: Word grows two that touch into one.
                for note in report.footnotes(grid) or ("",):
                    yield self._line(note, NOTE)
            for number, chart in enumerate(report.charts(part), start=1):
                yield self._drawing(chart, number)
                yield self._line(chart.note, NOTE)
        if report.source.told:
            yield self._line(f"数据来源：{report.source.told}", NOTE)

    def _line(self, text: str, style: str, *, keep: bool = False) -> Any:
        line = self._new("w:p")
        about = self._under(line, "w:pPr")
        self._under(about, "w:pStyle", val=self._ids[style])
        if keep:
            self._under(about, "w:keepNext")
        if text:
            run = self._under(line, "w:r")
            for at, piece in enumerate(text.split("\n")):
                if at:
                    self._under(run, "w:br")
                said = self._under(run, "w:t")
                said.text = _printable(piece)
                said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return line

    def _drawing(self, chart: Chart, number: int) -> Any:
        line = self._line("", NOTE)
        about = line.find(self._qn("w:pPr"))
        # A style with an exact leading would cut the picture to one line.
        self._under(about, "w:spacing", line="240", lineRule="auto")
        self._under(about, "w:ind", left="0", firstLine="0")
        run = self._under(line, "w:r")
        run.append(chart_word.inline(self._document, chart, number, self._width / _TWIPS_OF_A_POINT))
        return line

    def _under(self, parent: Any, tag: str, **values: str) -> Any:
        child = self._new(tag)
        for name, value in values.items():
            child.set(self._qn(f"w:{name}"), value)
        parent.append(child)
        return child

    def _table(self, grid: Grid) -> Any:
        shares = sum(grid.widths)
        widths = [self._width * part // shares for part in grid.widths]
        table = self._new("w:tbl")
        about = self._under(table, "w:tblPr")
        self._under(about, "w:tblStyle", val=self._ids[TABLE])
        self._under(about, "w:tblW", w=str(sum(widths)), type="dxa")
        self._under(about, "w:jc", val="center")
        self._under(about, "w:tblLayout", type="fixed")
        self._under(
            about, "w:tblLook", val="0460", firstRow="1", lastRow="0", firstColumn="0", noHBand="0", noVBand="1"
        )
        self._under(about, "w:tblCaption", val=grid.caption)
        columns = self._under(table, "w:tblGrid")
        for width in widths:
            self._under(columns, "w:gridCol", w=str(width))
        at = {(cell.row + down, cell.column): cell for cell in grid.cells for down in range(cell.rows)}
        for row in range(grid.height):
            line = self._under(table, "w:tr")
            of_row = self._under(line, "w:trPr")
            self._under(of_row, "w:cantSplit")
            if row < grid.head_rows:
                self._under(of_row, "w:tblHeader")
            column = 0
            while column < grid.width:
                cell = at[row, column]
                width = sum(widths[column : column + cell.columns])
                keep = grid.height <= _ON_ONE_PAGE and row < grid.height - 1
                line.append(self._cell(grid, cell, width, begins=cell.row == row, keep=keep))
                column += cell.columns
        return table

    def _cell(self, grid: Grid, cell: GridCell, width: int, *, begins: bool, keep: bool) -> Any:
        box = self._new("w:tc")
        about = self._under(box, "w:tcPr")
        self._under(about, "w:tcW", w=str(width), type="dxa")
        if cell.columns > 1:
            self._under(about, "w:gridSpan", val=str(cell.columns))
        if cell.rows > 1:
            self._under(about, "w:vMerge", val="restart" if begins else "continue")
        self._under(about, "w:vAlign", val="center")
        style = HEAD if cell.head == "column" or (cell.head and cell.rows > 1) else LABEL if cell.head else FIGURE
        style = style if grid.width <= _NARROW else WIDE[style]
        box.append(self._line(self._report.cell_text(cell) if begins else "", style, keep=keep))
        return box


def _title(title: str) -> str:
    """Break a title of more than a line behind the year, where its sense breaks (GB/T 9704-2012 7.3.1)."""
    return re.sub(r"(?<=\d年)", "\n", title, count=1) if len(title) > _TITLE_LINE else title


def _printable(text: str) -> str:
    """Return a text without the characters xml cannot hold."""
    return "".join(character for character in text if character >= " " or character in "\t\n")
