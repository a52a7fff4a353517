"""Are all texts said in all three languages? Finds them in the code, fills ``resources/i18n`` and checks it.

``python -m hallclient.ui.i18n`` writes the translations; ``--check`` only tells whether they are complete and fresh.

* English comes from ``en.toml``: a table for each context, ``[shared]`` for words that read the same everywhere.
* Traditional Chinese comes from OpenCC (Taiwan's words); ``zh_TW_overrides.toml`` holds what a reviewer put right.

For developers only: the program itself loads the finished ``.qm`` files and needs none of these tools.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from hallclient.foundation import files
from hallclient.foundation.paths import RESOURCES

FOLDER = RESOURCES / "i18n"
PACKAGE = Path(__file__).resolve().parent.parent
SOURCES = ("ui", "app.py", "cli", "__main__.py")
# Qt's own names keep working beside ours; ``_`` is how ui/messages.py marks a sentence.
ALIASES = "QT_TRANSLATE_NOOP+=noop,translate+=translate,tr+=_"
UNNAMED = "messages"  # the context of ``_``, which stands in no class
SHARED = "shared"
TARGETS = ("zh_TW", "en")
PLACEHOLDER = re.compile(r"\{[^{}]*\}")

Texts = Mapping[str, tuple[str, ...]]  # context → its sources, both sorted
Translated = Mapping[tuple[str, str], str]  # (context, source) → translation


@dataclass(frozen=True, slots=True)
class Lack:
    """One text that cannot be said in ``language``: no translation, or one with other placeholders."""

    language: str
    context: str
    source: str
    differs: bool = False


def find_texts() -> Texts:
    """Return every text marked in the code. Raises CalledProcessError when a file cannot be read as Python."""
    sources = sorted(
        str(path)
        for name in SOURCES
        for path in ((PACKAGE / name).rglob("*.py") if (PACKAGE / name).is_dir() else (PACKAGE / name,))
        if path.exists()
    )
    with tempfile.TemporaryDirectory() as folder:
        listed, found = Path(folder, "files.txt"), Path(folder, "found.ts")
        listed.write_text("\n".join(sources), encoding="utf-8")
        _tool(
            "lupdate", "-silent", "-locations", "none", "-tr-function-alias", ALIASES, f"@{listed}", "-ts", str(found)
        )
        texts: dict[str, set[str]] = {}
        for context in ElementTree.parse(found).getroot().iter("context"):
            name = context.findtext("name") or UNNAMED
            texts.setdefault(name, set()).update(
                message.findtext("source") or "" for message in context.iter("message")
            )
    return {name: tuple(sorted(texts[name])) for name in sorted(texts)}


def to_english(texts: Texts, book: Mapping[str, Mapping[str, str]]) -> Translated:
    """Return what ``book`` (the tables of ``en.toml``) says of each text.

    A context's own word goes first, then the shared one, then what all other tables agree on: so a text that moves
    to another class, or is used there too, keeps its English.
    """
    shared = book.get(SHARED, {})
    elsewhere: dict[str, set[str]] = {}
    for entries in book.values():
        for source, said in entries.items():
            elsewhere.setdefault(source, set()).add(said)
    found: dict[tuple[str, str], str] = {}
    for context, sources in texts.items():
        for source in sources:
            agreed = elsewhere.get(source, set())
            said = book.get(context, {}).get(source) or shared.get(source) or (min(agreed) if len(agreed) == 1 else "")
            if said:
                found[context, source] = said
    return found


def to_taiwan(texts: Texts, review: Mapping[str, Mapping[str, str]]) -> Translated:
    """Return the texts in traditional characters and Taiwan's words.

    ``review`` are the tables of ``zh_TW_overrides.toml``: ``sentences`` (source → translation) stands before
    everything, ``words`` (converted → right) is applied to what OpenCC made, longest first.
    """
    import opencc  # a developer's tool

    convert = opencc.OpenCC("s2twp").convert
    sentences, words = review.get("sentences", {}), review.get("words", {})
    mend = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)")
    return {
        (context, source): sentences.get(source) or mend.sub(lambda match: words[match[0]], str(convert(source)))
        for context, sources in texts.items()
        for source in sources
    }


def lacks(language: str, texts: Texts, said: Translated) -> list[Lack]:
    """Return what is missing, or does not keep the placeholders of its source."""
    found = []
    for context, sources in texts.items():
        for source in sources:
            translation = said.get((context, source), "")
            if not translation:
                found.append(Lack(language, context, source))
            elif set(PLACEHOLDER.findall(translation)) != set(PLACEHOLDER.findall(source)):
                found.append(Lack(language, context, source, differs=True))
    return found


def unused(texts: Texts, book: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str]]:
    """Return the (table, source) pairs of ``en.toml`` that no text in the code asks for any more."""
    everywhere = {source for sources in texts.values() for source in sources}
    return [(table, source) for table, entries in book.items() for source in entries if source not in everywhere]


def ts(language: str, texts: Texts, said: Translated) -> str:
    """Return Qt's translation file: no line numbers, everything sorted, so that the same texts give the same file."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="zh_CN">')
    for context, sources in texts.items():
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for source in sources:
            translation = said.get((context, source), "")
            kind = "" if translation else ' type="unfinished"'
            lines += [
                "    <message>",
                f"        <source>{escape(source)}</source>",
                f"        <translation{kind}>{escape(translation)}</translation>",
                "    </message>",
            ]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def write(folder: Path) -> list[Lack]:
    """Write ``hallclient_<language>.ts`` and ``.qm`` for each target into ``folder``; return what is lacking."""
    texts = find_texts()
    book = _toml("en.toml")
    lacking = []
    for language in TARGETS:
        said = to_english(texts, book) if language == "en" else to_taiwan(texts, _toml("zh_TW_overrides.toml"))
        lacking += lacks(language, texts, said)
        path = folder / f"hallclient_{language}.ts"
        path.write_text(ts(language, texts, said), encoding="utf-8", newline="\n")
        _tool("lrelease", "-silent", str(path), "-qm", str(path.with_suffix(".qm")))
    return lacking


def stale(folder: Path) -> list[str]:
    """Return the names of the files in ``resources/i18n`` that differ from the ones just written to ``folder``."""
    return [
        path.name
        for path in sorted(folder.iterdir())
        if not (FOLDER / path.name).exists() or (FOLDER / path.name).read_bytes() != path.read_bytes()
    ]


def put(folder: Path) -> None:
    """Put the files just written to ``folder`` into ``resources/i18n``, each as one whole.

    Whoever has an old one open keeps it: a program that had mapped it would end at the next text.
    """
    for path in sorted(folder.iterdir()):
        files.write(FOLDER / path.name, path.read_bytes())


def as_toml(entries: Sequence[tuple[str, str]]) -> str:
    """Return (context, source) pairs as tables to be filled in, ready for ``en.toml``."""
    lines: list[str] = []
    for context in sorted({context for context, _ in entries}):
        lines += [
            f"[{context}]",
            *(f'{json.dumps(s, ensure_ascii=False)} = ""' for c, s in entries if c == context),
            "",
        ]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Write or check; 0 when every text is said in every language and the files are fresh."""
    check = "--check" in arguments
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        lacking = write(folder)
        old = stale(folder) if check else []
        if not check:
            put(folder)
    if missing := [(lack.context, lack.source) for lack in lacking if not lack.differs]:
        print(f"Not in resources/i18n/en.toml:\n{as_toml(missing)}", file=sys.stderr)
    for lack in lacking:
        if lack.differs:
            print(f"{lack.language}: other placeholders than “{lack.source}” ({lack.context})", file=sys.stderr)
    if old:
        print(f"Run python -m hallclient.ui.i18n: {', '.join(old)} is stale", file=sys.stderr)
    if not check:
        for table, source in unused(find_texts(), _toml("en.toml")):
            print(f"Nothing asks for [{table}] {json.dumps(source, ensure_ascii=False)} any more", file=sys.stderr)
    return 1 if lacking or old else 0


def _toml(name: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    return found


def _tool(name: str, *arguments: str) -> None:
    tool = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent)) or f"pyside6-{name}"
    subprocess.run([tool, *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
