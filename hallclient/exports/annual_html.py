"""How does a year's report stand on the portal? One page, nothing fetched from anywhere, readable by whoever listens.

Tables have captions, every figure names its headings (``headers``), the page prints on A4 with heads repeated.
"""

import re
from collections.abc import Iterator
from html import escape

from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_drawing import headings
from hallclient.domain.figures.report_pieces import Grid, GridCell, Part
from hallclient.exports.chart_svg import svg

_NARROW = 5  # columns a telephone shows whole
_BEHIND_THE_YEAR = re.compile("(?<=[0-9]年)")
_ON_ONE_PAGE = 30  # a table of at most so many rows is kept together on paper

_STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 1.0625rem/1.9 "FangSong", "STFangsong", "Songti SC",
  "Noto Serif CJK SC", "Noto Serif SC", serif; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: #7a1712; color: #fff; z-index: 1; }
.skip:focus { top: 1rem; }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
h1 { margin: 1rem 0 .5rem; font: 700 1.875rem/1.4 "Songti SC", "SimSun", "Noto Serif CJK SC", serif;
  text-align: center; text-wrap: balance; }
h1 span { display: inline-block; }
.basis { margin: 0 0 2rem; text-align: center; color: #555; font-size: .9375rem; }
nav ol { list-style: none; margin: 0 0 2rem; padding: .75rem 1.25rem; border: 1px solid #d8d3cc;
  display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 0 1.5rem; }
a { color: #7a1712; }
a:focus-visible, .scroll:focus-visible { outline: 3px solid #7a1712; outline-offset: 2px; }
h2 { margin: 2.25rem 0 .75rem; font: 700 1.25rem/1.5 "SimHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
p { margin: 0 0 .5rem; text-indent: 2em; text-align: justify; }
.scroll { overflow-x: auto; margin: .75rem 0 1rem; }
table { width: 100%; border-collapse: collapse; font: .9375rem/1.45 "Noto Sans CJK SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; }
caption { padding: .25rem 0 .5rem; font-weight: 700; text-align: center; caption-side: top; }
th, td { border: 1px solid #6b6b6b; padding: .35rem .4rem; text-align: center; vertical-align: middle;
  overflow-wrap: anywhere; }
th { font-weight: 400; background: #f6f3ee; }
thead th, th.head { font-weight: 700; }
th.label { text-align: left; }
td { font-variant-numeric: tabular-nums; background: #fff; overflow-wrap: normal; }
td.words { text-align: center; }
.wide { min-width: 46rem; }
.wide th.head { padding: .35rem .15rem; font-size: .875rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
figure { margin: 1.5rem 0; break-inside: avoid; }
.note { text-indent: 0; font-size: .875rem; line-height: 1.6; color: #444; }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid #d8d3cc; color: #555; font-size: .8125rem;
  line-height: 1.6; overflow-wrap: anywhere; }
footer p { text-indent: 0; margin: 0; }
.draft { border: 2px solid #7a1712; padding: .5rem 1rem; text-indent: 0; }
@media print {
  @page { size: A4; margin: 20mm 16mm; }
  body { font-size: 12pt; }
  main { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  .scroll { overflow: visible; }
  .wide { min-width: 0; }
  table { font-size: 8.5pt; }
  .wide { font-size: 8pt; line-height: 1.3; }
  .wide th, .wide td, .wide th.head { padding: .12rem .2rem; }
  thead { display: table-header-group; }
  tr, caption { break-inside: avoid; }
  caption, h2 { break-after: avoid; }
  .whole { break-inside: avoid; }
  footer { break-before: avoid; margin-top: 1rem; }
  th { background: none; }
  a { color: inherit; text-decoration: none; }
}
"""


def content(report: Report) -> bytes:
    """Return the report as the bytes of one html page; the same report gives the same bytes."""
    title = escape(report.title)
    page = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f'<meta name="author" content="{escape(report.agency)}">',
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#main">跳到正文</a>',
        '<main id="main">',
        # Where it needs two lines it breaks behind the year (GB/T 9704-2012 7.3.1).
        f"<h1><span>{_BEHIND_THE_YEAR.sub('</span><span>', title, count=1)}</span></h1>",
        f'<p class="basis">（统计期间：{report.slot_values()["period"]}）</p>',
        *_draft(report),
        *_contents(report),
    ]
    for number, part in enumerate(report.printed, start=1):
        page += _part(report, part, number)
    page += [
        "<footer>",
        f"<p>格式依据：{escape(report.basis)}</p>",
        *([f"<p>数据来源：{escape(report.source.told)}</p>"] if report.source.told else []),
        f"<p>数据校验码（SHA-256）：{report.checksum}</p>",
        "</footer>",
        "</main>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(page).encode()


def _draft(report: Report) -> Iterator[str]:
    if report.source.gap:
        yield f'<p class="draft" role="note">草稿：{report.source.gap}。</p>'


def _contents(report: Report) -> Iterator[str]:
    if len(report.printed) < 2:
        return
    yield '<nav aria-label="目录"><ol>'
    for number, part in enumerate(report.printed, start=1):
        yield f'<li><a href="#part-{number}">{escape(part.heading)}</a></li>'
    yield "</ol></nav>"


def _part(report: Report, part: Part, number: int) -> Iterator[str]:
    yield f'<section aria-labelledby="part-{number}">'
    # The title says it already where the form has one part only; a reader that lists headings still finds it.
    hidden = ' class="unseen"' if part.heading in report.title else ""
    yield f'<h2 id="part-{number}"{hidden}>{escape(part.heading)}</h2>'
    for text in part.texts:
        yield f"<p>{escape(text)}</p>"
    for grid in part.grids:
        yield from _table(report, grid)
        for note in report.footnotes(grid):
            yield f'<p class="note">{escape(note)}</p>'
    for chart in report.charts(part):
        yield f"<figure>{svg(chart)}</figure>"
    yield "</section>"


def _table(report: Report, grid: Grid) -> Iterator[str]:
    name = f"{grid.id}-caption"
    # A wide table scrolls by itself, by keyboard too.
    whole = " whole" if grid.height <= _ON_ONE_PAGE else ""
    yield f'<div class="scroll{whole}" role="region" aria-labelledby="{name}" tabindex="0">'
    yield f'<table id="{grid.id}"' + (' class="wide">' if grid.width > _NARROW else ">")
    yield f'<caption id="{name}">{escape(grid.caption)}</caption>'
    total = sum(grid.widths)
    yield (
        "<colgroup>" + "".join(f'<col style="width:{100 * part / total:.2f}%">' for part in grid.widths) + "</colgroup>"
    )
    for row, cells in enumerate(grid.rows()):
        if row == 0:
            yield "<thead>" if grid.head_rows else "<tbody>"
        elif row == grid.head_rows:
            yield "</thead>\n<tbody>"
        yield "<tr>" + "".join(_cell(report, grid, cell) for cell in cells) + "</tr>"
    yield "</tbody>\n</table>\n</div>"


def _cell(report: Report, grid: Grid, cell: GridCell) -> str:
    spans = (f' rowspan="{cell.rows}"' if cell.rows > 1 else "") + (
        f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    )
    text = escape(report.cell_text(cell))
    if cell.head:
        wide = cell.columns > 1 if cell.head == "column" else cell.rows > 1
        scope = {"column": "col", "row": "row"}[cell.head] + ("group" if wide else "")
        style = "head" if cell.head == "column" else "group" if cell.rows > 1 else "label"
        return f'<th id="{_id(grid, cell)}" scope="{scope}" class="{style}"{spans}>{text}</th>'
    heads = " ".join(_id(grid, head) for head in headings(grid, cell))
    said = f' headers="{heads}"' if heads else ""
    figure = f' data-figure="{escape(cell.figure)}"' if cell.figure else ' class="words"'
    return f"<td{said}{figure}{spans}>{text}</td>"


def _id(grid: Grid, cell: GridCell) -> str:
    return f"{grid.id}-{cell.row}-{cell.column}"
