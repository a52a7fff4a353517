"""What did the caller give? Dates, JSON files and output endings, each refused by name when it cannot stand."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from hallclient.cli.reply import Usage
from hallclient.cli.words import translate
from hallclient.domain.refusal import Refusal
from hallclient.foundation.trouble import FileUnreadable


class DateImpossible(Refusal):
    """A date on the command line is not a day of the calendar in the form 2026-03-02. ``option`` names where."""

    def __init__(self, option: str) -> None:
        super().__init__()
        self.option = option
        self.fields = (option,)


class PeriodReversed(Refusal):
    """The last day of a period lies before its first."""

    fields = ("--from", "--to")


def day(text: str, option: str) -> date:
    """Return the day an option names. Raises DateImpossible."""
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise DateImpossible(option)


def json_file(path: str) -> Any:
    """Return what a JSON file says. Raises FileUnreadable."""
    try:
        return json.loads(Path(path).read_text("utf-8-sig"))
    except OSError:
        raise FileUnreadable(path, "missing") from None
    except ValueError:
        raise FileUnreadable(path, "broken") from None


def output(text: str, endings: tuple[str, ...]) -> Path:
    """Return where to write to; an ending nobody writes is wrong usage."""
    path = Path(text)
    if path.suffix.lower().removeprefix(".") not in endings:
        raise Usage(
            translate("cli", "--output 的文件名须以 {0} 结尾").format("、".join(f".{name}" for name in endings))
        )
    return path
