"""Sheets: any table prints, over as many pages as it needs, and is never refused for one name."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from hallclient.documents.samples import sample_sheets
from hallclient.documents.sheets import Section, sheet_pdf


def pages(data: bytes) -> list[str]:
    return [re.sub(r"\s", "", page.extract_text()) for page in PdfReader(BytesIO(data)).pages]


def test_a_sheet_says_its_title_cells_notes_and_signature_lines() -> None:
    data = sheet_pdf(
        "窗口日报表",
        "示例市 2026年3月2日",
        (Section(title="一、接待", columns=("项目", "数值"), rows=(("咨询", "37"), ("求助", "0")), note="口径说明"),),
        footer="第3号日结",
        mark="未结",
        signatures=("填报人", "审核人"),
        number="SL01-W01-20260302-X",
        number_label="报表编号",
    )
    (text,) = pages(data)

    for wanted in ("窗口日报表", "示例市2026年3月2日", "一、接待", "咨询37", "求助0", "口径说明", "第3号日结", "未结"):
        assert wanted in text
    assert "填报人：" in text
    assert "报表编号：SL01-W01-20260302-X" in text
    assert "第1页共1页" in text


def test_a_long_table_repeats_its_head_and_loses_no_row() -> None:
    rows = tuple((f"R{n:04d}", f"第{n}行", "11010519491231002X") for n in range(400))
    texts = pages(sheet_pdf("清单", "", (Section(columns=("编号", "名称", "证件"), rows=rows),)))

    assert len(texts) > 5
    assert all("编号名称证件" in text for text in texts)
    assert re.findall(r"R\d{4}", "".join(texts)) == [row[0] for row in rows]
    assert "".join(texts).count("11010519491231002X") == 400
    assert all(f"第{index}页共{len(texts)}页" in text for index, text in enumerate(texts, start=1))


def test_a_cell_longer_than_a_page_flows_over() -> None:
    story = "".join(f"第{n}句说明。" for n in range(2000))
    texts = pages(sheet_pdf("清单", "", (Section(columns=("项目", "说明"), rows=(("一", story),)),)))
    body = "".join(
        text.removesuffix(f"第{index}页共{len(texts)}页").removeprefix("清单").removeprefix("项目说明")
        for index, text in enumerate(texts, start=1)
    )

    assert len(texts) > 3
    assert body == "一" + story


def test_a_name_no_font_has_prints_as_a_visible_sign() -> None:
    (text,) = pages(sheet_pdf("清单", "", (Section(rows=(("张\U000323af", "1"), ("赵𬱖", "2"))),)))

    assert "张〓" in text
    assert "赵𬱖" in text


@pytest.mark.parametrize("rows", [(), (("",),), (("甲",), ("乙", "丙", "丁"), ())])
def test_empty_and_ragged_tables_print(rows: tuple[tuple[str, ...], ...]) -> None:
    text = "".join(pages(sheet_pdf("空表", "", (Section(columns=("列",), rows=rows), Section(rows=rows)))))

    assert "空表" in text
    assert text.count("乙丙丁") == (2 if len(rows) == 3 else 0)


def test_twenty_columns_fit_across_a_landscape_page() -> None:
    columns = tuple(f"列{n}" for n in range(20))
    data = sheet_pdf(
        "宽表", "", (Section(columns=columns, rows=(tuple(str(n * 111) for n in range(20)),)),), landscape=True
    )
    box = PdfReader(BytesIO(data)).pages[0].mediabox

    assert box.width > box.height
    assert "".join(str(n * 111) for n in range(20)) in pages(data)[0]


def test_the_same_values_give_the_same_bytes_in_embedded_fonts() -> None:
    for name, data in sample_sheets().items():
        assert data == sample_sheets()[name]
        assert b"Helvetica" not in data
        for page in PdfReader(BytesIO(data)).pages:
            for font in page["/Resources"]["/Font"].values():
                assert "/FontFile2" in font.get_object()["/FontDescriptor"].get_object()


def test_a_watermark_stands_on_every_page() -> None:
    rows = tuple((str(n),) for n in range(200))
    texts = pages(sheet_pdf("清单", "", (Section(columns=("号",), rows=rows),), watermark="练习"))

    assert len(texts) > 2
    assert all("练习" in text for text in texts)
