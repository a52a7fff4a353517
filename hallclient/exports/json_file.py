"""How do answers look as JSON? UTF-8, Chinese readable, in the order of the answer."""

import json
from collections.abc import Mapping
from typing import Any


def content(answer: Mapping[str, Any]) -> bytes:
    """Return ``answer`` as the bytes of a JSON file."""
    return (json.dumps(answer, ensure_ascii=False, indent=1) + "\n").encode()
