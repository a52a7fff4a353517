"""Which styles is the Word report set in? Those of official papers (GB/T 9704-2012); an office restyles them."""

import io
from datetime import datetime
from typing import Any

from hallclient.exports.still_zip import stilled

TITLE, PERIOD, HEADING, BODY = "年报标题", "年报统计期间", "年报一级标题", "年报正文"
CAPTION, TABLE, NOTE = "年报表题", "年报表格", "年报表注"
HEAD, LABEL, FIGURE = "年报表头", "年报行标题", "年报数字"
# The same in tables of many columns, which have room for small letters only.
WIDE = {HEAD: "年报宽表表头", LABEL: "年报宽表行标题", FIGURE: "年报宽表数字"}
PARAGRAPHS = (TITLE, PERIOD, HEADING, BODY, CAPTION, NOTE, HEAD, LABEL, FIGURE, *WIDE.values())
STYLES = (*PARAGRAPHS, TABLE)
HERE = "{{正文}}"

# name: (face, size in points, bold, alignment, first line indent in characters, space before and after, line spacing)
_PARAGRAPHS = {
    TITLE: ("方正小标宋简体", 22, False, "center", 0, 0, 0, 36),
    PERIOD: ("仿宋", 12, False, "center", 0, 0, 18, 24),
    HEADING: ("黑体", 16, False, "left", 2, 9, 3, 28.95),
    BODY: ("仿宋", 16, False, "both", 2, 0, 0, 28.95),
    CAPTION: ("黑体", 12, False, "center", 0, 9, 3, 20),
    HEAD: ("黑体", 10.5, False, "center", 0, 0, 0, 14),
    LABEL: ("仿宋", 10.5, False, "left", 0, 0, 0, 14),
    FIGURE: ("Times New Roman", 10.5, False, "center", 0, 0, 0, 14),
    WIDE[HEAD]: ("黑体", 9, False, "center", 0, 0, 0, 11.5),
    WIDE[LABEL]: ("仿宋", 9, False, "left", 0, 0, 0, 11.5),
    WIDE[FIGURE]: ("Times New Roman", 9, False, "center", 0, 0, 0, 11.5),
    NOTE: ("仿宋", 9, False, "left", 0, 0, 2, 13),
}
_KEPT = (TITLE, PERIOD, HEADING, CAPTION)
_OUTLINE = {HEADING: 0}


def add(document: Any) -> None:
    """Add the report's styles and a page number to a document."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    def under(parent: Any, tag: str, **values: str) -> Any:
        child = OxmlElement(tag)
        for name, value in values.items():
            child.set(qn(f"w:{name}"), value)
        parent.append(child)
        return child

    for name, (face, size, bold, align, indent, before, after, leading) in _PARAGRAPHS.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.quick_style, style.unhide_when_used = True, True
        style.font.size, style.font.bold = Pt(size), bold
        latin = "Times New Roman" if face == "仿宋" else face
        faces = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute, value in (("ascii", latin), ("hAnsi", latin), ("eastAsia", _eastern(face)), ("cs", latin)):
            faces.set(qn(f"w:{attribute}"), value)
        about = style.element.get_or_add_pPr()
        if name in _KEPT:
            under(about, "w:keepNext")
        under(
            about,
            "w:spacing",
            before=str(int(before * 20)),
            after=str(int(after * 20)),
            line=str(int(leading * 20)),
            lineRule="exact" if name in (HEADING, BODY) else "atLeast",
        )
        if indent:
            under(about, "w:ind", firstLineChars=str(indent * 100), firstLine=str(int(indent * size * 20)))
        under(about, "w:jc", val=align)
        if name in _OUTLINE:
            under(about, "w:outlineLvl", val=str(_OUTLINE[name]))
    table = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    table.base_style = document.styles["Normal Table"]
    about = under(table.element, "w:tblPr")
    borders = under(about, "w:tblBorders")
    for side, width in (("top", 8), ("left", 8), ("bottom", 8), ("right", 8), ("insideH", 4), ("insideV", 4)):
        under(borders, f"w:{side}", val="single", sz=str(width), space="0", color="000000")
    margins = under(about, "w:tblCellMar")
    for side, width in (("top", 30), ("left", 50), ("bottom", 30), ("right", 50)):
        under(margins, f"w:{side}", w=str(width), type="dxa")
    _page_number(document.sections[0].footer.paragraphs[0], under)


def _eastern(face: str) -> str:
    return "仿宋" if face == "Times New Roman" else face


def _page_number(line: Any, under: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run("— ")
    for kind in ("begin", None, "end"):
        run = line.add_run()._r
        if kind is None:
            under(run, "w:instrText").text = " PAGE "
        else:
            under(run, "w:fldChar", fldCharType=kind)
    line.add_run(" —")


def default_template() -> bytes:
    """Return the template this release ships, built anew: ``resources/reports/annual.docx`` byte for byte."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    # GB/T 9704-2012: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm.
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (
        Mm(37),
        Mm(35),
        Mm(28),
        Mm(26),
    )
    section.footer_distance = Mm(22)
    add(document)
    for line in list(document.element.body)[:-1]:
        document.element.body.remove(line)
    document.add_paragraph(HERE)
    core = document.core_properties
    core.title, core.author, core.comments, core.subject = "年度报告模板", "", "", ""
    core.created = core.modified = datetime(2026, 1, 1)
    core.last_modified_by = ""
    sink = io.BytesIO()
    document.save(sink)
    return stilled(sink.getvalue())
