"""What people read agrees with the house they read about."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HANDBOOK = ROOT / "resources" / "handbook"
SOURCES = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "hallclient").rglob("*.py")))
DECISIONS = sorted((HANDBOOK / "adr").glob("*.md"))


def named_in_code(name: str) -> bool:
    if "/" in name or name.endswith(".py"):
        return any(
            (base / name).exists()
            for base in (ROOT, ROOT / "hallclient", ROOT / "hallclient/domain", ROOT / "hallclient/ui")
        )
    return all(re.search(rf"(?<!\w){re.escape(part)}", SOURCES) for part in name.replace("*", "").split(".") if part)


def test_every_name_of_the_glossary_stands_in_the_code() -> None:
    rows = [line for line in (HANDBOOK / "glossary.md").read_text("utf-8").splitlines() if line.startswith("| ")]
    names = {
        name
        for row in rows
        for name in re.findall(r"`([^`]+)`", row.split("|")[3])
        if re.fullmatch(r"[A-Za-z_][\w./*-]*", name) and not re.fullmatch(r"ogi-\d+|[PAW]\d\d|S.*-\d{5}", name)
    }

    assert len(names) > 60
    assert sorted(name for name in names if not named_in_code(name)) == []


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_says_why_what_it_costs_and_when_to_look_again(page: Path) -> None:
    text = page.read_text("utf-8")

    assert text.startswith(f"# {int(page.name[:4])}. ")
    assert re.findall(r"^\*\*(\w+)", text, re.MULTILINE) == ["Situation", "Decision", "Cost", "Revisit"]
    assert len(text.splitlines()) < 60


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_the_changelog_speaks_of_the_version_that_is_shipped() -> None:
    from hallclient import __version__

    assert f"## {__version__}" in (HANDBOOK / "changelog.md").read_text("utf-8")


_TABS = {f"Alt+{n}" for n in range(1, 7)}  # the pages of a screen, as many as the largest has


def test_the_manual_names_the_keys_the_window_really_has() -> None:
    from hallclient.ui.shortcuts import SHORTCUTS, shown

    keys = (
        {shown(key) for entry in SHORTCUTS for key in entry.keys}
        | {"Ctrl+J", "Ctrl+Shift+D"}
        | {f"Ctrl+{n}" for n in range(1, 10)}
        | _TABS
    )
    named = set(
        re.findall(
            r"(?<![\w+])(?:(?:(?:Ctrl|Shift|Alt)\+)+\w+|F\d{1,2})(?!\w)", (HANDBOOK / "user.md").read_text("utf-8")
        )
    )

    assert named
    assert named <= keys
