"""Where do the clocks of referred matters come from? ``resources/lines/enquiry_clocks.toml``, read once."""

import tomllib
from functools import cache

from hallclient.domain.register.enquiry_clocks import EnquiryClock, read_clocks
from hallclient.foundation.paths import RESOURCES


@cache
def enquiry_clocks() -> tuple[EnquiryClock, ...]:
    """Return the clocks of the data file, in its order."""
    return read_clocks(tomllib.loads((RESOURCES / "lines" / "enquiry_clocks.toml").read_text("utf-8")))
