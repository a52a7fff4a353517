"""How is resources/pinyin/initials.txt made? From pypinyin's readings, for every character our title font can draw.

``python tests/data/make_pinyin.py``, with the development packages. The program ships the table, not the package: the
package costs half a second and 55 MB to import.
"""

import unicodedata
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont
from pypinyin.constants import PINYIN_DICT

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "resources" / "pinyin" / "initials.txt"
FONT = ROOT / "resources" / "fonts" / "NotoSerifSC-Black.ttf"  # the 8105 standard characters, GB2312, Big5
HEAD = """\
# Initials of every reading, the main one first, and the characters read so. Readings: pypinyin 0.55.0 (MIT).
# Made by tests/data/make_pinyin.py; do not edit by hand.
"""


def initials_of(readings: str) -> str:
    """Return the initials of pypinyin's ``céng,zēng``: ``cz``, each once, in their order."""
    plain = (unicodedata.normalize("NFD", reading)[:1] for reading in readings.split(","))
    return "".join(dict.fromkeys(letter for letter in plain if letter.isascii() and letter.isalpha()))


def table() -> str:
    with TTFont(FONT, lazy=True) as font:
        drawn = font.getBestCmap()
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for code in sorted(drawn):
        if found := initials_of(PINYIN_DICT.get(code, "")):
            groups[found].append(chr(code))
    return HEAD + "".join(f"{initials}\t{''.join(groups[initials])}\n" for initials in sorted(groups))


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
