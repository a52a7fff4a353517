"""The house is built as described: nothing half done, no module too long to read, nothing of the builder's machine."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "hallclient").rglob("*.py"))
TEXTS = [
    path
    for folder in ("hallclient", "tests", "resources", "db", ".ci")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.is_file() and path.suffix in {"", ".py", ".toml", ".md", ".qss", ".txt", ".ini", ".json", ".mako"}
] + [ROOT / name for name in ("README.md", "Makefile", "pyproject.toml", "build.spec")]
LONGEST = 400
LEFT_OVER = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|NotImplemented" r"Error)\b")
# What each kind of field, each page of the board must answer; a Qt class takes no ABCMeta to say so
BASES = {"hallclient/ui/fields.py", "hallclient/ui/hub_page.py"}
# Absolute paths of whoever built it; a path of every Debian (/usr/share, /proc) is none.
OF_THE_BUILDER = re.compile(r"(?<![\w.~-])/(?:wo" r"rk|ro" r"ot|ho" r"me|tm" r"p)/[\w.-]+")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_nothing_is_left_for_later() -> None:
    found = {named(path): set(LEFT_OVER.findall(path.read_text("utf-8"))) for path in MODULES}

    assert {name: words for name, words in found.items() if words and name not in BASES} == {}
    assert all(found[name] <= {"NotImplementedError"} for name in BASES)


def test_every_module_can_be_read_in_one_sitting() -> None:
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_opens_with_what_it_is_for(path: Path) -> None:
    first = path.read_text("utf-8").partition("\n")[0]

    assert first.startswith('"""') or path.read_text("utf-8").strip() == ""


def test_nothing_names_the_machine_it_was_built_on() -> None:
    found = {named(path): OF_THE_BUILDER.findall(path.read_text("utf-8", errors="replace")) for path in TEXTS}

    assert {name: paths for name, paths in found.items() if paths} == {}
