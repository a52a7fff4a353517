"""Which documents can be issued, and in which words? Reads and checks ``resources/wording``, one file a kind."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args

from hallclient.documents.document_kind import (
    Block,
    Condition,
    DocumentKind,
    Element,
    Need,
    Slot,
    WordingBroken,
)
from hallclient.documents.elements import Elements, lacking, read_elements
from hallclient.documents.remedy_blocks import remedy_blocks
from hallclient.documents.template_text import read_condition, read_needs, read_parts
from hallclient.domain.law.remedies import RemedyClass
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.steps import Act
from hallclient.foundation.paths import RESOURCES

__all__ = [
    "Block", "Condition", "DocumentKind", "KindReader", "Need", "Slot", "WordingBroken", "kind_readers", "load_kinds",
    "shipped_kinds",
]  # fmt: skip

T = TypeVar("T")
FOLDER = RESOURCES / "wording"
COMMON = "common.toml"
ELEMENTS = "elements.toml"
REMEDIES = RESOURCES / "rulesets" / "remedies.toml"

_KIND_KEYS = {
    "code",
    "title",
    "class",
    "series",
    "register",
    "act",
    "outcomes",
    "remedy",
    "addressed",
    "sealed",
    "heading",
}
_KIND_KEYS |= {"recipient", "received_from"}
_DATES = ("issued_from", "issued_until", "received_from", "received_until")
_BLOCK_KEYS = {"text", "block", "label", "min_lines", "sign", "style", "continues", "each", "when", "remedy", *_DATES}
# Who applied, and in whose words: a paper for anyone else has no place for them (个人信息保护法 第六条).
_OF_THE_APPLICANT = frozenset(
    {"applicant", "addressee", "you", "identity", "phone", "address", "email", "legal_representative", "agent"}
    | {"subject", "submitted_on", "channel", "delivery", "materials", "oral_reason"}
)
# What is known of the agency and of the paper itself, whatever register it belongs to.
_OF_EVERY_PAPER = frozenset(
    {"agency_name", "agency_address", "agency_phone", "agency_contact", "query_method", "clerk", "issued_on"}
    | {"number", "addressee", "you"}
)


def shipped_kinds() -> dict[str, DocumentKind]:
    """Return the kinds as shipped, a mapping of one's own; read once, since no clerk changes these files."""
    return dict(_shipped())


@cache
def _shipped() -> Mapping[str, DocumentKind]:
    return load_kinds()


def load_kinds(folder: Path = FOLDER) -> dict[str, DocumentKind]:
    """Return every document kind by code, in the newest wording; ``kind.on(day)`` gives the one in force on a day.

    Raises WordingBroken for a file that cannot be read, an unknown slot, a missing title, a fact that is never used,
    a wording that lacks what such a document must say (domain 4.3).
    """
    return {code: reader.kind() for code, reader in kind_readers(folder).items()}


def kind_readers(folder: Path = FOLDER) -> dict[str, "KindReader"]:
    """Return what reads each kind, by code: a wording changed later is read by the same rules as the shipped one."""
    common = _Common(folder)
    paths = [path for path in sorted(folder.glob("*.toml")) if path.name not in (COMMON, ELEMENTS)]
    return {reader.code: reader for reader in (KindReader(path, common) for path in paths)}


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WordingBroken(path.name, f"cannot be read: {error}") from error


class _Common:
    def __init__(self, folder: Path) -> None:
        table = _toml(folder / COMMON)
        self.facts = read_needs(table.get("facts", {}), COMMON)
        self.blocks: Mapping[str, list[dict[str, Any]]] = table.get("blocks", {})
        self.remedies = _read(REMEDIES, remedy_blocks)
        self.elements: Elements = _read(FOLDER / ELEMENTS, lambda found: read_elements(found, read_condition))


def _read(path: Path, how: Callable[[dict[str, Any]], T]) -> T:
    try:
        return how(_toml(path))
    except (KeyError, TypeError, ValueError) as error:
        raise WordingBroken(path.name, f"lacks {error}") from error


class KindReader:
    """Reads one kind; every complaint names its file."""

    def __init__(self, path: Path, common: _Common) -> None:
        self.file = path.name
        self.common = common
        self.table = _toml(path)
        self.own = read_needs(self.table.get("facts", {}), self.file)
        self.facts = {**common.facts, **self.own}
        if self.table.get("code") != path.stem:
            raise self.broken(f"code must be {path.stem}")
        self.code = path.stem
        self.paper = self.table.get("class", "")
        self.elements: tuple[Element, ...] = common.elements.of(self.code, self.paper)

    def broken(self, problem: str) -> WordingBroken:
        return WordingBroken(self.file, problem)

    def kind(self) -> DocumentKind:
        table = self.table
        unknown = set(table) - _KIND_KEYS - {"facts", "versions"}
        if unknown:
            raise self.broken(f"unknown key {', '.join(sorted(unknown))}")
        for key in ("title", "class", "series", "register", "act", "remedy"):
            if not isinstance(table.get(key), str) or (key == "title" and not table[key].strip()):
                raise self.broken(f"{key} is missing")
        if table["register"] not in ("application", "enquiry"):
            raise self.broken("register is application or enquiry")
        if table["act"] and Act.read(table["act"]) is None:
            raise self.broken(f"unknown act {table['act']}")
        if any(Outcome.read(outcome) is None for outcome in table.get("outcomes", [])):
            raise self.broken("unknown outcome")
        if table["remedy"] not in {RemedyClass.NONE.value, *self.common.remedies}:
            raise self.broken(f"unknown remedy class {table['remedy']}")
        if not isinstance(table.get("received_from", date.min), date):
            raise self.broken("received_from is a date")
        self.check_frame()
        versions: tuple[DocumentKind, ...] = ()
        for entry in table.get("versions", []):
            version = self.version(entry, earlier=versions)
            if versions and versions[0].effective_from >= version.effective_from:
                raise self.broken("versions must ascend")
            versions = (version, *versions)
        if not versions:
            raise self.broken("there is no version")
        for version, later in zip(versions, (None, *versions), strict=False):
            absent = lacking(version, later.effective_from if later else None)
            if absent:
                raise self.broken(f"{version.version}: {absent[0].label}, {'|'.join(absent[0].wanted)}")
        used = {name for version in versions for name in version.facts}
        unused = [name for name in self.own if name not in used]
        if unused:
            raise self.broken(f"fact {', '.join(unused)} is never used")
        return versions[0]

    def check_frame(self) -> None:
        """Refuse a head that does not fit the class: a reply without 文号, a notice that names a remedy."""
        table = self.table
        if self.paper not in self.common.elements.frames:
            raise self.broken(f"unknown class {self.paper}")
        wrong = self.common.elements.frame_lacks(
            self.paper,
            numbered=bool(table["series"]),
            addressed=table.get("addressed", True),
            sealed=table.get("sealed", True),
            remedy=table["remedy"] != RemedyClass.NONE.value,
        )
        if wrong:
            raise self.broken(f"a {self.paper} and {', '.join(wrong)} do not fit")

    def version(self, entry: Mapping[str, Any], *, earlier: tuple[DocumentKind, ...]) -> DocumentKind:
        """Read one wording: ``id``, ``effective_from``, ``body``, and ``facts`` of its own. Raises WordingBroken.

        Whether it holds what it must say is asked by ``elements.lacking``.
        """
        return self.knowing(entry.get("facts", {}))._version(entry, earlier)

    def knowing(self, facts: Mapping[str, Any]) -> "KindReader":
        """Return a reader that knows further facts: those of one wording alone. Raises WordingBroken."""
        reader = copy(self)
        reader.facts = {**self.facts, **read_needs(facts, self.file)}
        return reader

    def facts_for_all(self) -> frozenset[str]:
        """Return the names of the facts a wording of this kind may print: those somebody can tell."""
        names = set(self.facts)
        if self.table["register"] == "enquiry":
            names = set(self.own) | _OF_EVERY_PAPER | {name for name in self.facts if name not in self.common.facts}
        if self.table.get("recipient", "addressee") != "addressee":
            names -= _OF_THE_APPLICANT
        return frozenset(names)

    def _version(self, entry: Mapping[str, Any], earlier: tuple[DocumentKind, ...]) -> DocumentKind:
        table = self.table
        if not isinstance(entry.get("id"), str) or not isinstance(entry.get("effective_from"), date):
            raise self.broken("a version has an id and effective_from")
        includes = [block.get("block", "") for block in entry.get("body", [])]
        if (table["remedy"] != RemedyClass.NONE.value) != ("remedy" in includes):
            raise self.broken('a remedy class and the block "remedy" belong together')
        body = tuple(block for raw in entry.get("body", []) for block in self.blocks(raw))
        if not body:
            raise self.broken("the body is empty")
        if body[0].continues:
            raise self.broken("the first paragraph continues nothing")
        sealed, addressed = table.get("sealed", True), table.get("addressed", True)
        recipient = table.get("recipient", "addressee")
        used = self.used(body, sealed=sealed, recipient=recipient if addressed else "")
        strangers = sorted(_OF_THE_APPLICANT & set(used)) if recipient != "addressee" else []
        if strangers:
            raise self.broken(f"goes to {recipient} and must not tell {', '.join(strangers)} of the applicant")
        return DocumentKind(
            code=table["code"],
            title=table["title"],
            heading=table.get("heading", table["title"]),
            series=table["series"],
            register=table["register"],
            act=table["act"],
            outcomes=tuple(table.get("outcomes", ())),
            remedy=table["remedy"],
            addressed=addressed,
            sealed=sealed,
            version=entry["id"],
            effective_from=entry["effective_from"],
            body=body,
            facts=used,
            needs=tuple(used.values()),
            earlier=earlier,
            recipient=recipient,
            received_from=table.get("received_from"),
            paper=self.paper,
            elements=self.elements,
        )

    def blocks(self, raw: Mapping[str, Any]) -> list[Block]:
        unknown = set(raw) - _BLOCK_KEYS
        if unknown:
            raise self.broken(f"unknown key {', '.join(sorted(unknown))} in a paragraph")
        if "block" not in raw:
            return [self.block(raw)]
        name = raw["block"]
        remedy = raw.get("remedy", self.table["remedy"])
        inner = self.common.remedies.get(remedy) if name == "remedy" else self.common.blocks.get(name)
        if inner is None:
            raise self.broken(f"unknown block {name}")
        own = {key: raw[key] for key in raw if key not in ("block", "remedy")}
        when = _listed(own.pop("when", []))
        return [self.block({**entry, **own, "when": [*_listed(entry.get("when", [])), *when]}) for entry in inner]

    def block(self, raw: Mapping[str, Any]) -> Block:
        try:
            parts = read_parts(raw.get("text", ""))
        except ValueError as error:
            raise self.broken(f"{error}: {raw.get('text', '')[:30]}") from error
        if not (parts or raw.get("label") or raw.get("sign")):
            raise self.broken("a paragraph without text, label or signatures")
        block = Block(
            parts=parts,
            label=raw.get("label", ""),
            min_lines=raw.get("min_lines", 1),
            sign=tuple(raw.get("sign", ())),
            style=raw.get("style", "body"),
            continues=raw.get("continues", False),
            each=raw.get("each", ""),
            when=tuple(self.condition(text) for text in _listed(raw.get("when", []))),
            issued_from=raw.get("issued_from"),
            issued_until=raw.get("issued_until"),
            received_from=raw.get("received_from"),
            received_until=raw.get("received_until"),
        )
        if block.style not in get_args(Block.__annotations__["style"]):
            raise self.broken(f"unknown style {block.style}")
        for slot in block.slots:
            self.check(slot.name, slot.values)
            if (slot.form == "capital") and self.facts[slot.name].type != "money":
                raise self.broken(f"slot {slot.name}: only money has capitals")
        if block.each and (block.each not in self.facts or self.facts[block.each].type != "list"):
            raise self.broken(f"each {block.each}: no fact of type list")
        return block

    def condition(self, text: str) -> Condition:
        try:
            condition = read_condition(text)
        except ValueError as error:
            raise self.broken(str(error)) from error
        self.check(condition.name, condition.values)
        return condition

    def check(self, name: str, values: Sequence[str]) -> None:
        if name not in self.facts:
            raise self.broken(f"unknown slot {name}")
        strangers = [value for value in values if value not in self.facts[name].choices]
        if strangers:
            raise self.broken(f"{name} cannot be {', '.join(strangers)}")

    def used(self, body: Sequence[Block], *, sealed: bool, recipient: str) -> dict[str, Need]:
        """Return the facts the body and the frame can print; required are those printed whatever the others say."""
        always = ["agency_name", "issued_on", "number"]
        always += ["document_number"] if self.table["series"] else []
        always += [recipient] if recipient else []
        always += ["you"] if recipient == "addressee" else []
        always += ["agency_contact"] if sealed else []
        sometimes = ["agency_phone"] if sealed else []
        under_every_law = self.under_every_law(body)
        for block in body:
            names = _printed(block)
            sometimes += [name for name in names if name not in under_every_law]
            always += [name for name in names if name in under_every_law]
            sometimes += [slot.name for slot in block.slots] + [condition.name for condition in block.when]
            if block.received_from or block.received_until:
                sometimes.append("received_on")
        missing = [name for name in (*always, *sometimes) if name not in self.facts]
        if missing:
            raise self.broken(f"unknown fact {', '.join(dict.fromkeys(missing))}")
        required = set(always)
        return {
            name: Need(
                name=name,
                label=self.facts[name].label,
                type=self.facts[name].type,
                choices=self.facts[name].choices,
                required=name in required,
            )
            for name in dict.fromkeys([*always, *sometimes])
        }

    def under_every_law(self, body: Sequence[Block]) -> set[str]:
        """Return the facts printed unconditionally whichever receipt date: what one law asks is not asked of all."""
        first = self.table.get("received_from", date.min)
        cuts = {day for block in body for day in (block.received_from, block.received_until) if day and day > first}
        laws = []
        for day in (first, *cuts):
            plain = [block for block in body if not block.when and _in_law(block, day)]
            laws.append({name for block in plain for name in _printed(block)})
        return set.intersection(*laws)


def _printed(block: Block) -> list[str]:
    return [slot.name for slot in block.slots if slot.form != "box"] + ([block.each] if block.each else [])


def _in_law(block: Block, received_on: date) -> bool:
    return (block.received_from or date.min) <= received_on < (block.received_until or date.max)


def _listed(value: str | Sequence[str]) -> Sequence[str]:
    return [value] if isinstance(value, str) else value
