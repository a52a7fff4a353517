"""A disk that fills up in the middle of a write: the kernel itself refuses the next byte."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def room(octets: int) -> Iterator[None]:
    """Let no file of this program grow beyond this."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (octets, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
