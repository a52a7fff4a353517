"""What do the articles a form names say? Their numbers read from the Chinese, their texts asked of the desk."""

import re
from typing import Any

_DIGITS = {word: value for value, word in enumerate("零一二三四五六七八九")}
_ARTICLE = re.compile(r"(《[^》]*》)?第([一二三四五六七八九十]+)条")


def article_numbers(words: str) -> list[int]:
    """Return the articles of the 条例 named in ``words``: 「第三十二条、第三十三条第三款」 gives 32 and 33."""
    found = (_number(match[2]) for match in _ARTICLE.finditer(words) if match[1] is None)
    return list(dict.fromkeys(found))


def article_texts(hall: Any, words: str) -> str:
    """Return the text of every article named in ``words`` that the house keeps, one a paragraph. Asked on a lane."""
    texts = (hall.decision.article(number) for number in article_numbers(words))
    return "\n".join(text for text in texts if text)


def _number(word: str) -> int:
    tens, ten, units = word.rpartition("十")
    return (_DIGITS[tens] if tens else 1) * 10 * bool(ten) + (_DIGITS[units] if units else 0)
