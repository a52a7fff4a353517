"""How do None, True and False survive a binding that gives back references it never took?

PySide6 6.12.0's abi3 wheels are compiled as for Python 3.12 and later, where these objects are immortal and returning
one takes no reference. Under Python 3.11 every Qt call that returns nothing (``setEnabled``) therefore takes one
reference of None away, every emitted signal one of True; after some six thousand calls the interpreter stops with
"deallocating None". What later versions do for every program is done here for this one: the counts are raised out of
reach.
"""

import ctypes
import sys

_OUT_OF_REACH = 1 << 60 if sys.maxsize > 1 << 32 else 1 << 29
_SLACK = 64  # references that come and go while both counts are read


def keep() -> bool:
    """Make None, True, False and NotImplemented outlive lost references; call before the first Qt call.

    Returns whether they are safe now: already immortal (Python 3.12 on), raised, or raised before. False when the
    count does not lie where this interpreter is expected to keep it: then nothing was touched.
    """
    if sys.version_info >= (3, 12):
        return True
    raised = [_raised(thing) for thing in (None, True, False, NotImplemented)]
    return all(raised)


def _raised(thing: object) -> bool:
    counter = ctypes.c_ssize_t.from_address(id(thing))  # the first field of every object
    counted = sys.getrefcount(thing)
    if abs(counter.value - counted) > _SLACK:
        return False
    if counted < _OUT_OF_REACH:
        counter.value += _OUT_OF_REACH
    return True
