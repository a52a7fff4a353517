"""What does the program write down about itself? A rotating log that can be shown to anyone.

Numbers, codes and counts only. What looks like a number of a person is masked all the same, in case a library's
message carries one.
"""

import logging
import re
from pathlib import Path

FILE = "hallclient.log"
LARGEST = 1024 * 1024  # bytes, then the next file
KEPT = 5

# Phones, identity numbers, bank cards: seven digits and more in a row, blanks and hyphens between allowed. Dates and
# register numbers are asked for first and stay readable: they name no one.
_SPARED = r"[0-9A-Z]{2,12}-W\d{2,4}-[A-Z]{1,2}\d{4}-\d{5,}|\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)?"
_DIGITS = re.compile(rf"({_SPARED})|\d(?:[ -]?\d){{6,}}[Xx]?")


def masked(text: str) -> str:
    """Return ``text`` with long digit runs hidden; register numbers and dates stay readable."""
    return _DIGITS.sub(lambda found: found.group(1) or "*******", text)


class _Masking(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


def start(data: Path, *, level: int = logging.INFO) -> logging.Handler | None:
    """Write the log into the data folder from now on; None when the folder cannot take one (the program goes on)."""
    from logging.handlers import RotatingFileHandler  # brings sockets along; the window paints first

    try:
        handler = RotatingFileHandler(data / FILE, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True)
        (data / FILE).touch()
    except OSError:
        return None
    handler.setFormatter(_Masking("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("hallclient")
    root.setLevel(level)
    root.addHandler(handler)
    return handler


def stop(handler: logging.Handler | None) -> None:
    """Stop writing to ``handler``."""
    if handler is not None:
        logging.getLogger("hallclient").removeHandler(handler)
        handler.close()
