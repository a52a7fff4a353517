"""Is the portal's page whole by itself, readable by who does not see it, and what does a browser make of it?"""

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from annual_reports import FORMS, compiled, first_year, suqian

from hallclient.domain.figures.report import Report
from hallclient.services.exporting import annual_bytes

REPORTS = [suqian, first_year, lambda: compiled("return-2008", 2008, {}), lambda: compiled("national-2019", 2019, {})]
_VOID = {"meta", "link", "col", "br", "img", "input", "hr"}


class _Tree(HTMLParser):
    """All elements with their attributes and path; complains of a tag that is not closed where it was opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str], tuple[str, ...]]] = []
        self.texts: dict[int, str] = {}
        self._open: list[tuple[str, int]] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}, tuple(name for name, _ in self._open)))
        if tag not in _VOID:
            self._open.append((tag, len(self.elements) - 1))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self._open:
            at = self._open[-1][1]
            self.texts[at] = self.texts.get(at, "") + data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs, _ in self.elements if name == tag]


def _tree(report: Report) -> _Tree:
    return _Tree(annual_bytes(report, ".html").decode())


@pytest.mark.parametrize("make", REPORTS)
def test_the_page_names_its_language_its_title_and_a_way_past_the_contents(make: Any) -> None:
    tree = _tree(make())

    assert tree.all("html") == [{"lang": "zh-CN"}]
    assert {"charset": "utf-8"} in tree.all("meta")
    assert len(tree.all("h1")) == 1
    skip = tree.all("a")[0]
    assert skip["class"] == "skip"
    assert skip["href"] == "#main"
    assert tree.all("main") == [{"id": "main"}]
    ids = {attrs["id"] for _, attrs, _ in tree.elements if "id" in attrs}
    assert {link["href"][1:] for link in tree.all("a")} <= ids
    assert [one["aria-labelledby"] for one in tree.all("section")] == [one["id"] for one in tree.all("h2")]


@pytest.mark.parametrize("make", REPORTS)
def test_nothing_is_fetched_from_anywhere(make: Any) -> None:
    html = annual_bytes(make(), ".html").decode()

    assert not re.search(
        r"(?i)\b(src|action|data|poster)\s*=|@import|url\(|https?:|//|<script|<link|<iframe|<img|<form", html
    )


@pytest.mark.parametrize("make", REPORTS)
def test_each_table_has_its_caption_and_each_figure_names_its_headings(make: Any) -> None:
    report = make()
    tree = _tree(report)

    assert len(tree.all("table")) == len(tree.all("caption")) == len(report.grids())
    ids = [attrs["id"] for _, attrs, _ in tree.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    heads = {attrs["id"] for attrs in tree.all("th")}
    for attrs in tree.all("th"):
        assert attrs["scope"] in ("col", "row", "colgroup", "rowgroup")
    figures = [attrs for attrs in tree.all("td") if "data-figure" in attrs]
    assert {attrs["data-figure"] for attrs in figures} == {
        cell.figure for g in report.grids() for cell in g.cells if cell.figure
    }
    for attrs in figures:
        named = attrs["headers"].split()
        assert named
        assert set(named) <= heads


def test_a_listener_hears_the_row_and_the_column_of_each_of_the_175_cells() -> None:
    report = suqian()
    tree = _tree(report)
    texts = {attrs["id"]: tree.texts.get(at, "") for at, (tag, attrs, _) in enumerate(tree.elements) if tag == "th"}
    said = {
        attrs["data-figure"]: "｜".join(texts[id] for id in attrs["headers"].split())
        for attrs in tree.all("td")
        if attrs.get("data-figure", "").startswith("table3.")
    }

    assert len(said) == len(set(said.values())) == 175
    assert said["table3.refused_internal_affairs.legal_service_organisation"] == (
        "三、本年度办理结果｜（三）不予公开｜5.属于三类内部事务信息｜申请人情况｜法人或其他组织｜法律服务机构"
    )
    assert said["table3.received.total"] == "一、本年新收政府信息公开申请数量｜申请人情况｜总计"


def test_the_official_heads_are_merged_as_the_form_has_them() -> None:
    tree = _tree(suqian())
    spans = {
        tree.texts.get(at, ""): (attrs.get("rowspan"), attrs.get("colspan"))
        for at, (tag, attrs, _) in enumerate(tree.elements)
        if tag == "th"
    }

    assert spans["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"] == ("3", "3")
    assert spans["申请人情况"] == (None, "7")
    assert spans["自然人"] == ("2", None)
    assert spans["法人或其他组织"] == (None, "5")
    assert spans["三、本年度办理结果"] == ("22", None)
    assert spans["（三）不予公开"] == ("8", None)
    assert spans["行政诉讼"] == (None, "10")
    assert spans["第二十条第（八）项"] == (None, "4")


CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
)
# What a browser's own tables say: where every figure stands once rows and columns are laid out.
_PROBE = """<script>
const said = {};
for (const table of document.querySelectorAll("table")) {
  const boxes = [...table.querySelectorAll("td[data-figure]")];
  for (const box of boxes) {
    const at = box.getBoundingClientRect();
    const over = box.scrollWidth - box.clientWidth;
    said[box.dataset.figure] = [box.textContent, Math.round(at.left), Math.round(at.top), over];
  }
}
const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
document.body.textContent = JSON.stringify({said, wide});
</script>"""


def _dumped(page: Path, profile: Path, width: int) -> dict[str, Any]:
    done = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
         f"--window-size={width},900", "--dump-dom", page.as_uri()],
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    body = re.search(r"<body>(.*)</body>", done.stdout.decode(), re.DOTALL)
    assert body is not None
    answer: dict[str, Any] = json.loads(body.group(1))
    return answer


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: the page is not looked at by a browser")
@pytest.mark.parametrize("width", [1280, 600])
def test_a_browser_lays_out_every_cell_where_the_form_has_it(width: int, tmp_path: Path) -> None:
    report = suqian()
    page = tmp_path / "report.html"
    page.write_bytes(annual_bytes(report, ".html").replace(b"</body>", _PROBE.encode() + b"</body>"))

    found = _dumped(page, tmp_path / "profile", width)

    cells = {id: said for id, said in found["said"].items() if id.startswith("table3.")}
    assert {id: said[0] for id, said in cells.items()} == {id: report.cells[id].text for id in cells}
    assert len(cells) == 175
    # 7 columns, 25 rows, in the order of the form; nothing runs out of its box, nor the page out of the window.
    lefts, tops = [sorted({said[at] for said in cells.values()}) for at in (1, 2)]
    assert (len(lefts), len(tops)) == (7, 25)
    rows = FORMS["national-2021"].sets["rows"]
    columns = FORMS["national-2021"].sets["columns"]
    for id, (_, left, top, over) in cells.items():
        _, row, column = id.split(".")
        assert (tops.index(top), lefts.index(left), over) == (rows.index(row), columns.index(column), 0)
    assert found["wide"] == 0


def test_short_tables_stay_on_one_page_and_the_title_breaks_behind_its_year() -> None:
    page = annual_bytes(suqian(), ".html").decode()

    assert page.count('class="scroll whole"') == len(suqian().grids())
    assert ".whole { break-inside: avoid; }" in page
    assert "<h1><span>示例市人民政府2023年</span><span>政府信息公开工作年度报告</span></h1>" in page
