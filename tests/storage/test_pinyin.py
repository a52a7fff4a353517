"""A name is found by the initials of its pinyin, and a surname by each of its readings."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from hallclient.storage import pinyin

GENERATOR = Path(__file__).parents[1] / "data" / "make_pinyin.py"


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("曾国华", {"cgh", "zgh"}),
        ("单雄信", {"dxx", "sxx"}),
        ("翟让", {"dr", "zr"}),
        ("区适子", {"qsz", "osz"}),
        ("查良", {"cl", "zl"}),
        ("覃小勇", {"txy", "qxy"}),
        ("仇英", {"cy", "qy"}),
        ("解珍", {"jz", "xz"}),
        ("王䶮", {"wy"}),
        ("赵𬱖", {"zd"}),
        ("㛃", {"j"}),
        ("張國榮", {"zgr"}),
    ],
)
def test_a_surname_counts_with_each_of_its_readings(name: str, spelt: set[str]) -> None:
    assert spelt <= set(pinyin.initials(name))


def test_only_the_first_character_has_several_readings() -> None:
    assert pinyin.initials("陈曾") == ("cc",)


def test_letters_and_digits_stand_for_themselves_and_other_signs_for_nothing() -> None:
    assert pinyin.initials("ABC（中国）3号") == ("abczg3h",)
    assert pinyin.initials("……") == ()
    assert pinyin.initials("") == ()


def test_the_table_covers_every_standard_character() -> None:
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    gb2312 = {text for cell in rows if (text := cell.decode("gb2312", "ignore"))}

    missing = {c for c in gb2312 if not pinyin.initials(c)}

    assert len(gb2312) == 6763
    assert not missing


def test_the_table_is_what_its_generator_makes() -> None:
    made = runpy.run_path(str(GENERATOR))

    assert made["TABLE"].read_text("utf-8") == made["table"]()


def test_pinyin_is_read_on_first_use_only() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "from hallclient.storage import pinyin; print(pinyin._table.cache_info().currsize)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "0"
