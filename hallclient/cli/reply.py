"""What does a command answer? One JSON document or a text for people, and an exit code."""

import json
import sys
from dataclasses import dataclass
from typing import Any

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.history import ImportRefused
from hallclient.foundation.trouble import FileUnreadable, Trouble

DONE, REFUSED, USAGE, WORLD = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Reply:
    """``document`` is printed with ``--json``, ``text`` without; ``note`` goes to stderr in both cases."""

    document: Any
    text: str = ""
    note: str = ""
    code: int = DONE


class Usage(Exception):
    """The command line itself is wrong; the message is a sentence for people."""


def show(reply: Reply, *, as_json: bool) -> int:
    """Print a reply and return its exit code."""
    if reply.note:
        print(reply.note, file=sys.stderr)
    if as_json:
        print(json.dumps(reply.document, ensure_ascii=False, indent=1))
    elif reply.text:
        print(reply.text)
    return reply.code


def refused(problem: Refusal | Trouble, *, further: dict[str, Any] | None = None) -> Reply:
    """Return the answer to a "no" of the rules (1) or of the world (3). Bad input is the rules' "no"."""
    from hallclient.cli import words
    from hallclient.ui.messages import sentence

    words.prepare()
    try:
        said = sentence(problem)
    except KeyError:
        said = problem.code
    rows = rows_of(problem)
    document = {**(further or {}), "error": {"code": problem.code, "message": said, "rows": rows}}
    lines = [said, *(_line(row) for row in rows)]
    code = REFUSED if isinstance(problem, Refusal | FileUnreadable) else WORLD
    return Reply(document, note="\n".join(lines), code=code)


def misused(message: str) -> Reply:
    """Return the answer to a wrong command line (2)."""
    return Reply({"error": {"code": "usage", "message": message, "rows": []}}, note=message, code=USAGE)


def rows_of(problem: Exception) -> list[dict[str, Any]]:
    """Return the bad rows a refusal names: ``{"row", "column", "code", "message"}``."""
    if not isinstance(problem, ImportRefused):
        return []
    from hallclient.ui.import_words import problem_sentence

    return [
        {"row": row.row, "column": row.column, "code": row.code.value, "message": problem_sentence(row)}
        for row in problem.problems
    ]


def _line(row: dict[str, Any]) -> str:
    from hallclient.cli.words import translate

    return translate("cli", "第{0}行 {1}：{2}").format(row["row"], row["column"], row["message"])
