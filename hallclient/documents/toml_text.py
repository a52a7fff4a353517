"""How is one wording written down? As the text of a ``[[versions]]`` table, the same that the wording files hold."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any


def written(entry: Mapping[str, Any]) -> str:
    """Return a version's entry as TOML; ``tomllib.loads`` gives the entry back."""
    lines = [f"{key} = {_value(value)}" for key, value in entry.items() if key not in ("facts", "body")]
    for name, fact in entry.get("facts", {}).items():
        lines += ["", f"[facts.{name}]", *(f"{key} = {_value(value)}" for key, value in fact.items())]
    for block in entry["body"]:
        lines += ["", "[[body]]", *(f"{key} = {_value(value)}" for key, value in block.items())]
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | date():
            return str(value)
        case list() | tuple():
            return f"[{', '.join(_value(item) for item in value)}]"
        case dict():
            return f"{{ {', '.join(f'{_key(key)} = {_value(item)}' for key, item in value.items())} }}"
    # A JSON string is a TOML basic string but for DEL, which no wording holds.
    return json.dumps(str(value), ensure_ascii=False)


def _key(key: str) -> str:
    return json.dumps(key, ensure_ascii=False)
