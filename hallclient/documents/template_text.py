"""How does a wording file write its slots, its conditions and its facts? Text read into values, nothing decided."""

import re
from collections.abc import Mapping
from typing import Any, cast

from hallclient.documents.document_kind import TYPES, Condition, FactType, Need, Slot, WordingBroken

_SLOT = re.compile(r"\{([a-z_]+)(?::(capital)|:box\(([a-z_|]+)\))?\}")
_CONDITION = re.compile(r"(!?)([a-z_]+)(?:(!?=)([a-z_|]+))?")


def read_parts(text: str) -> tuple[str | Slot, ...]:
    """Cut a template at its slots. Raises ValueError for a brace that is no slot."""
    parts: list[str | Slot] = []
    at = 0
    for match in _SLOT.finditer(text):
        parts += [text[at : match.start()]] if match.start() > at else []
        name, capital, boxed = match.groups()
        parts.append(
            Slot(name, "capital") if capital else Slot(name, "box", tuple(boxed.split("|"))) if boxed else Slot(name)
        )
        at = match.end()
    parts += [text[at:]] if at < len(text) else []
    if any("{" in part or "}" in part for part in parts if isinstance(part, str)):
        raise ValueError("a brace that opens no slot")
    return tuple(parts)


def read_condition(text: str) -> Condition:
    """Read ``due_on``, ``!due_on``, ``ground=internal|process`` or ``ground!=internal``. Raises ValueError."""
    match = _CONDITION.fullmatch(text)
    if match is None:
        raise ValueError(f"condition {text} cannot be read")
    negated, name, sign, values = match.groups()
    return Condition(name, tuple(values.split("|")) if values else (), bool(negated) or sign == "!=")


def read_needs(table: Mapping[str, Any], file: str) -> dict[str, Need]:
    """Read the facts of ``file``: a label, a type, the choices of a choice. Raises WordingBroken."""
    needs = {}
    for name, entry in table.items():
        if not isinstance(entry, dict) or not entry.get("label") or entry.get("type") not in TYPES:
            raise WordingBroken(file, f"fact {name}: needs a label and a type of {', '.join(TYPES)}")
        if (entry["type"] == "choice") != bool(entry.get("choices")):
            raise WordingBroken(file, f"fact {name}: a choice has choices, nothing else has")
        kind = cast(FactType, entry["type"])
        needs[name] = Need(name=name, label=entry["label"], type=kind, choices=entry.get("choices", {}))
    return needs
