"""What do the reference texts say before a supervisor edits them? Reads and checks ``resources/reference_texts``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hallclient.domain.register.reference_text import ReferenceKind, TextPart
from hallclient.foundation.paths import RESOURCES
from hallclient.foundation.trouble import Trouble

FOLDER = RESOURCES / "reference_texts"
_FILES = {ReferenceKind.GUIDE: "guide", ReferenceKind.CATALOGUE: "catalogue", ReferenceKind.FLOW: "flow"}
SHAPES = ("start", "step", "question", "side", "paper", "end", "note")
PLACES = ("wide", "left", "centre", "right", "1/4", "2/4", "3/4", "4/4")


class ReferenceTextDamaged(Trouble):
    """A file of the reference texts is missing or says something impossible: the installation is damaged."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__()
        self.name, self.detail = name, detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Title and parts with their slots; ``required`` facts must be known; ``tables`` are rows below a part's text."""

    title: str
    parts: tuple[TextPart, ...]
    required: tuple[str, ...]
    tables: Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBox:
    """Where a box of the chart stands and what it looks like; its words are the part of the same id."""

    id: str
    row: int
    place: str
    shape: str
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartArrow:
    """An arrow between two boxes; ``both``: it goes there and back."""

    start: str
    end: str
    label: str
    both: bool


@cache
def template(kind: ReferenceKind) -> Template:
    """Return the house's draft of a text. Raises ReferenceTextDamaged."""
    table = _table(kind)
    name = f"{_FILES[kind]}.toml"
    try:
        entries = table["box"] if kind is ReferenceKind.FLOW else table["part"]
        parts = tuple(TextPart(id=entry["id"], title=entry["title"], text=entry.get("text", "")) for entry in entries)
        if len({part.id for part in parts}) != len(parts):
            raise ReferenceTextDamaged(name, "an id twice")
        return Template(
            title=table["title"],
            parts=parts,
            required=tuple(table["required"]),
            tables={
                entry["id"]: tuple((label, value) for label, value in entry["table"])
                for entry in entries
                if "table" in entry
            },
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ReferenceTextDamaged(name, str(error)) from error


@cache
def chart() -> tuple[tuple[ChartBox, ...], tuple[ChartArrow, ...]]:
    """Return the boxes and arrows of the flow chart. Raises ReferenceTextDamaged."""
    table = _table(ReferenceKind.FLOW)
    try:
        boxes = tuple(
            ChartBox(
                id=entry["id"],
                row=entry["row"],
                place=entry["place"],
                shape=entry["shape"],
                article=entry.get("article", ""),
            )
            for entry in table["box"]
        )
        arrows = tuple(
            ChartArrow(
                start=entry["from"], end=entry["to"], label=entry.get("label", ""), both=entry.get("both", False)
            )
            for entry in table["arrow"]
        )
    except (KeyError, TypeError) as error:
        raise ReferenceTextDamaged("flow.toml", str(error)) from error
    known = {box.id for box in boxes}
    for arrow in arrows:
        if not {arrow.start, arrow.end} <= known:
            raise ReferenceTextDamaged("flow.toml", f"{arrow.start} {arrow.end}")
    for box in boxes:
        if box.shape not in SHAPES or box.place not in PLACES:
            raise ReferenceTextDamaged("flow.toml", box.id)
    return boxes, arrows


def _table(kind: ReferenceKind) -> dict[str, Any]:
    path = FOLDER / f"{_FILES[kind]}.toml"
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ReferenceTextDamaged(path.name, type(error).__name__) from error
