"""Do numbers of 18 digits stay whole, does no text run as a formula, and is a file whole or not there?"""

import csv
import errno
import io
import os
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from hallclient.domain.figures.tables import Table
from hallclient.exports import csv_file, xlsx
from hallclient.foundation import files
from hallclient.foundation.trouble import DiskFull, FolderNotWritable

ID_NUMBER = "11010519491231002X"
DIGITS = "110101199003070011"
TABLE = Table(
    title="清单[1]/*",
    columns=("编号", "数量", "金额", "日期"),
    rows=(
        (DIGITS, 3, Decimal("380.50"), date(2026, 3, 2)),
        (ID_NUMBER, 0, Decimal("0.0001"), date(2026, 3, 3)),
        ("=HYPERLINK(1)", -1, Decimal(2), date(2026, 3, 4)),
        ("+86", 1, Decimal(1), date(2026, 3, 4)),
        ("-1+2", 1, Decimal(1), date(2026, 3, 4)),
        ("@SUM(A1)", 1, Decimal(1), date(2026, 3, 4)),
        ("http://x.example", 1, Decimal(1), date(2026, 3, 4)),
        ("007", 1, Decimal(1), date(2026, 3, 4)),
    ),
)


def _cells(content: bytes) -> list[tuple[Any, ...]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return [tuple((cell.value, cell.data_type) for cell in row) for row in sheet.iter_rows(min_row=2)]


def test_text_in_a_workbook_is_text_and_numbers_are_numbers() -> None:
    rows = _cells(xlsx.content((TABLE,)))

    assert [row[0] for row in rows] == [(str(cells[0]), "s") for cells in TABLE.rows]
    assert rows[0][1:3] == ((3, "n"), (380.5, "n"))
    assert rows[0][3][0].date() == date(2026, 3, 2)


def test_a_workbook_holds_no_formula_and_no_link() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx.content((TABLE,)))) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()

    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_text_cells_carry_the_text_format_so_that_editing_keeps_the_digits() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx.content((TABLE,)))).worksheets[0]

    assert sheet["A2"].number_format == "@"


def test_a_csv_opens_as_utf8_in_a_spreadsheet_and_runs_nothing() -> None:
    content = csv_file.content((TABLE,))

    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == [
        "\t" + DIGITS,
        "\t" + ID_NUMBER,
        "'=HYPERLINK(1)",
        "'+86",
        "'-1+2",
        "'@SUM(A1)",
        "http://x.example",
        "\t007",
    ]
    assert rows[1][1:] == ["3", "380.50", "2026-03-02"]
    assert rows[3][1] == "-1"


@pytest.mark.parametrize("text", ["=1", " =1", "\t=1", "＝1", "\r=1", "@x"])
def test_a_formula_is_guarded_however_it_is_disguised(text: str) -> None:
    assert csv_file.guarded(text) == "'" + text


def test_several_tables_stand_below_each_other_with_their_titles() -> None:
    rows = csv_file.content((TABLE, TABLE)).decode("utf-8-sig").split("\r\n")

    assert rows.count('"清单[1]/*"') == 2


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    target = tmp_path / "表.csv"
    files.write(target, b"old")
    files.write(target, b"new")

    assert target.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["表.csv"]


@pytest.mark.parametrize(
    ("code", "trouble"), [(errno.ENOSPC, DiskFull), (errno.EROFS, FolderNotWritable), (errno.EACCES, FolderNotWritable)]
)
def test_a_full_disk_or_a_read_only_folder_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, trouble: type[Exception]
) -> None:
    target = tmp_path / "表.csv"
    files.write(target, b"old")

    def refuse(_handle: int) -> None:
        raise OSError(code, "refused")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(trouble):
        files.write(target, b"new")

    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["表.csv"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable) as refused:
        files.write(tmp_path / "nowhere" / "表.csv", b"x")

    assert Path(refused.value.path).parent == tmp_path / "nowhere"


def test_a_row_is_as_high_as_its_wrapped_text_needs() -> None:
    """Not every program gives a row its height by itself: without one the lines lie over each other."""
    assert xlsx.lines("甲" * 10, 21) == 1
    assert xlsx.lines("甲" * 11, 21) == 2
    assert xlsx.lines("a\nb", 21) == 2
    assert xlsx.height(("a", "甲" * 30), (10, 21)) == 45.0
    assert xlsx.height(("甲" * 20_000,), (10,)) == 409.0
