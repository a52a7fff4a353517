"""By which small pieces is a text found? Characters, pairs, and triples of letters and digits.

A run of characters becomes its characters and its pairs, letters and digits in it also their triples, a name also the
same of its pinyin initials. What is asked for is cut the same way, into the largest pieces; whoever holds all
of them is a candidate, and a look at the text itself decides.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from operator import add

from hallclient.storage import pinyin

# Word signs of any script, characters of the private use area (old name fonts) and all of the rare planes.
_RUN = re.compile(r"(?:[^\W_]|[\ue000-\uf8ff\U00020000-\U0003ffff])+")
_ASCII = re.compile(r"[0-9a-z]{3,}")
_PHONE = re.compile(r"\d+(?:-\d+)+")
_LETTERS = re.compile(r"[a-z]+")
PIECES = 4  # of one word that the index is asked for
INITIALS = "§"  # marks a piece of pinyin initials; the index takes every sign beyond ASCII for part of a word


def fold(text: str) -> str:
    """Return the text with full-width signs halved and capitals lowered: what is compared on both sides."""
    return unicodedata.normalize("NFKC", text).lower()


def pieces(texts: Iterable[str], names: Iterable[str] = ()) -> str:
    """Return the pieces a record is indexed by, separated by blanks. ``names`` are found by their initials too."""
    found: set[str] = set()
    for text in (*texts, *names):
        folded = fold(text)
        for run in _RUN.findall(folded):
            found.update(_all_of(run))
        for phone in _PHONE.findall(folded):
            found.update(_all_of(phone.replace("-", "")))
    for name in names:
        for spelt in pinyin.initials(name):
            found.update(INITIALS + piece for piece in _all_of(spelt))
    return " ".join(found)


def _all_of(run: str) -> set[str]:
    found = {*run, *map(add, run, run[1:])}
    for ascii_run in _ASCII.findall(run):
        found.update(map("".join, zip(ascii_run, ascii_run[1:], ascii_run[2:], strict=False)))
    return found


def query(asked: Sequence[str]) -> str:
    """Return the index query for the folded words ``asked``; empty when nothing in them is indexed."""
    return " AND ".join(found for word in asked if (found := _word(word)))


def _word(word: str) -> str:
    pieces = _telling(list(dict.fromkeys(piece for run in _RUN.findall(word) for piece in _largest(run))))
    text = " AND ".join(f'"{piece}"' for piece in pieces)
    if _LETTERS.fullmatch(word):
        spelt = " AND ".join(f'"{INITIALS}{piece}"' for piece in pieces)
        return f"(({text}) OR ({spelt}))"
    return text


def _largest(run: str) -> list[str]:
    return [run] if len(run) == 1 else [piece for at in range(len(run) - 1) if (piece := _at(run, at))]


def _telling(pieces: list[str]) -> list[str]:
    """Return the few pieces to ask for: those with letters or digits tell most, others from end to end.

    Each piece is one more list to walk in full length, each one left out lets false candidates in. Measured: three
    with digits are enough; asking the index which are rare costs more than it saves.
    """
    numbers = [piece for piece in pieces if piece[0].isascii() or piece[-1].isascii()]
    others = [piece for piece in pieces if piece not in numbers]
    return _evenly(numbers, PIECES) + _evenly(others, max(0, (PIECES if not numbers else PIECES - 1) - len(numbers)))


def _evenly(pieces: list[str], count: int) -> list[str]:
    count = min(count, len(pieces))
    return [pieces[round((len(pieces) - 1) * i / max(1, count - 1))] for i in range(count)]


def _at(run: str, at: int) -> str:
    """Return the largest piece at a place; empty when the triple before covers it."""
    if len(triple := run[at : at + 3]) == 3 and triple.isascii():
        return triple
    return "" if at and run[at - 1 : at + 2].isascii() else run[at : at + 2]


def may_hold(text: str, words: Sequence[str]) -> bool:
    """Tell whether a whole row's text may hold the folded words: False is certain, True is to be looked into."""
    folded = fold(text)
    return all(word in folded or _LETTERS.fullmatch(word) or holds(folded, word) for word in words)


def holds(text: str, word: str) -> bool:
    """Tell whether a text holds a folded word; hyphens within a phone number do not count."""
    folded = fold(text)
    return word in folded or (word.isdigit() and word in folded.replace("-", ""))


def spells(name: str, word: str) -> bool:
    """Tell whether a folded word is a fragment of the name's pinyin initials."""
    return _LETTERS.fullmatch(word) is not None and any(word in spelt for spelt in pinyin.initials(name))
