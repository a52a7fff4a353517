"""How does a chart stand in Word? As Word's own chart with its numbers inside, so that an office may restyle it."""

import io
from html import escape
from typing import Any

from hallclient.domain.figures.chart_drawing import FILLS, HATCHED, draw
from hallclient.domain.figures.charts import Chart, Series
from hallclient.exports import xlsx

_EMU = 12700  # of a point
_SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHEET = "Sheet1"


def inline(document: Any, chart: Chart, number: int, width: float) -> Any:
    """Put the chart among the document's parts and return the ``w:drawing`` that shows it, ``width`` points wide.

    ``number`` tells the charts of a document apart; the drawing's description tells the whole chart in words.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    package = document.part.package
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), _BOOK, _workbook(chart), package)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART, b"", package)
    part._blob = chart_xml(chart, part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE))
    own = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    tall = draw(chart, width).height + 24  # the legend and the title take more room than ours
    return parse_xml(
        f'<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" {_SPACES}'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{int(width * _EMU)}" cy="{int(tall * _EMU)}"/>'
        f'<wp:docPr id="{900 + number}" name="{_said(chart.title)}" descr="{_said(chart.told)}"/>'
        "<wp:cNvGraphicFramePr/><a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{own}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def _workbook(chart: Chart) -> bytes:
    sink = io.BytesIO()
    book = xlsx.open_book(sink)
    sheet = book.add_worksheet(_SHEET)
    for row, name in enumerate(chart.categories, start=1):
        sheet.write_string(row, 0, name)
    for column, series in enumerate(chart.series, start=1):
        sheet.write_string(0, column, series.name or chart.unit)
        for row, value in enumerate(series.values, start=1):
            sheet.write_number(row, column, value)
    book.close()
    return sink.getvalue()


def chart_xml(chart: Chart, book: str) -> bytes:
    """Return the chart's part; ``book`` is the relation to the workbook of its numbers."""
    stacked = chart.kind == "stacked"
    series = "".join(_series(chart, one, at) for at, one in enumerate(chart.series))
    overlap = '<c:overlap val="100"/>' if stacked else ""
    legend = '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>' if len(chart.series) > 1 else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {_SPACES}>'
        '<c:roundedCorners val="0"/><c:chart>'
        f"<c:title><c:tx>{_rich(f'{chart.title}（{chart.unit}）')}</c:tx>"
        '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>'
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{"stacked" if stacked else "clustered"}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="45"/>'
        f'{overlap}<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        # The first category stands on top, as on paper; the numbers' axis below.
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        '<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill>'
        '<a:srgbClr val="D0D0D0"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="max"/></c:valAx>'
        f'</c:plotArea>{legend}<c:plotVisOnly val="1"/></c:chart>'
        f'<c:externalData r:id="{book}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def _series(chart: Chart, series: Series, at: int) -> str:
    column, last = _letter(at + 1), len(chart.categories) + 1
    name = _points([series.name or chart.unit])
    dark = chart.kind == "stacked" and at % len(FILLS) not in HATCHED
    ink = "FFFFFF" if dark else "000000"
    # Hatched bars: their numbers stand on white paper of their own. A number of nothing is not written.
    ground = "" if dark or chart.kind != "stacked" else '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>'
        f"<c:tx><c:strRef><c:f>{_SHEET}!${column}$1</c:f><c:strCache>{name}</c:strCache></c:strRef></c:tx>"
        f'<c:spPr>{_fill(at)}</c:spPr><c:invertIfNegative val="0"/>'
        f'<c:dLbls><c:numFmt formatCode="{"0;;" if chart.kind == "stacked" else "0"}" sourceLinked="0"/>'
        f"<c:spPr>{ground}</c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr><a:solidFill>"
        f'<a:srgbClr val="{ink}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>{_SHEET}!$A$2:$A${last}</c:f>"
        f"<c:strCache>{_points(chart.categories)}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{_SHEET}!${column}$2:${column}${last}</c:f>"
        f"<c:numCache><c:formatCode>0</c:formatCode>{_points(series.values)}</c:numCache></c:numRef></c:val></c:ser>"
    )


def _fill(at: int) -> str:
    place = at % len(FILLS)
    colour = FILLS[place].removeprefix("#")
    if place not in HATCHED:
        return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    pattern = "wdUpDiag" if place % 4 == 1 else "wdDnDiag"
    return (
        f'<a:pattFill prst="{pattern}"><a:fgClr><a:srgbClr val="595959"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{colour}"/></a:bgClr></a:pattFill>'
    )


def _points(values: Any) -> str:
    listed = list(values)
    points = "".join(f'<c:pt idx="{at}"><c:v>{_said(str(value))}</c:v></c:pt>' for at, value in enumerate(listed))
    return f'<c:ptCount val="{len(listed)}"/>{points}'


def _rich(text: str) -> str:
    return (
        '<c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr>'
        f'<a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>{_said(text)}</a:t></a:r></a:p></c:rich>'
    )


def _letter(column: int) -> str:
    return chr(ord("A") + column)


def _said(text: str) -> str:
    """Return a text as xml holds it: marked up characters escaped, those it cannot hold left out."""
    return escape("".join(character for character in text if character >= " "))
