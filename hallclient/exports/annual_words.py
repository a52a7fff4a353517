"""How are two wordings of the same heading told to be the same? Width, blanks, script, numbering, quotes folded."""

import re
import tomllib
import unicodedata
from functools import cache

from hallclient.foundation.paths import RESOURCES

_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")
_QUOTES = re.compile(r"[“”\"'‘’「」『』]")
_REMARK = re.compile(r"\(区分处理.*?\)")
_NUMBERING = re.compile(r"^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+[、.]|\d+[、.)](?!\d))")


@cache
def _words() -> tuple[tuple[tuple[str, str], ...], dict[int, str]]:
    with (RESOURCES / "reports" / "words" / "traditional.toml").open("rb") as file:
        said = tomllib.load(file)
    return (
        tuple((old, new) for old, new in said["phrases"]),
        str.maketrans({pair[0]: pair[1] for pair in said["characters"].split()}),
    )


def fold(text: object) -> str:
    """Return a text for comparison: half-width, simplified, without blanks and quotation marks."""
    folded = _INVISIBLE.sub("", unicodedata.normalize("NFKC", "" if text is None else str(text)))
    phrases, characters = _words()
    for old, new in phrases:
        folded = folded.replace(old, new)
    return _QUOTES.sub("", folded.translate(characters))


def label(text: object) -> str:
    """Return a row's heading without its number and its remark: （三）3.危及“三安全一稳定” → 危及三安全一稳定."""
    return _NUMBERING.sub("", _REMARK.sub("", fold(text)))
