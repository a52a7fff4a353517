"""How do the stored bytes get to CUPS, and what does CUPS say of them? Its own library, asked in process.

Not ``lp`` and ``lpstat``: ``lp`` tells a job's name only after the bytes are on their way, and ``lpstat`` calls a job
that failed completed. Nothing is written to a file on the way. Every call has its own connection and its own patience.
"""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache

from hallclient.foundation.spool import Hitch, JobRefused, JobReport, JobState, Opened, Silent, Spooler, SpoolerSilent

LIBRARIES = ("libcups.so.2", "libcups.2.dylib")
CONNECT_MS, PATIENCE = 5_000, 20.0  # to a print server that does not answer
SAID = 200  # characters of the print system's words that are kept

# From cups/ipp.h, cups/http.h: numbers of the protocol, RFC 8011.
_CANCEL, _GET_JOB, _GET_PRINTER = 0x0008, 0x0009, 0x000B
_ANY, _OPERATION, _INTEGER, _ENUM, _NAME, _URI = 0x00, 0x01, 0x21, 0x23, 0x42, 0x45
_NOT_FOUND, _GONE, _NOT_POSSIBLE, _REFUSES_JOBS = 0x0406, 0x0407, 0x0404, 0x0506
_CONTINUE, _GOOD = 100, 0x0100  # an IPP status below is a success
_STOPPED_PRINTER = 5
_STATES = {
    3: JobState.PENDING,
    4: JobState.PENDING,
    5: JobState.PRINTING,
    6: JobState.STOPPED,
    7: JobState.CANCELLED,
    8: JobState.ABORTED,
    9: JobState.COMPLETED,
}
# printer-state-reasons, RFC 8011 5.4.12, without their -error, -warning, -report; the first that fits is told.
_HITCHES = {
    "media-empty": Hitch.OUT_OF_PAPER,
    "media-needed": Hitch.OUT_OF_PAPER,
    "media-jam": Hitch.JAMMED,
    "cover-open": Hitch.COVER_OPEN,
    "door-open": Hitch.COVER_OPEN,
    "interlock-open": Hitch.COVER_OPEN,
    "input-tray-missing": Hitch.OUT_OF_PAPER,
    "toner-empty": Hitch.OUT_OF_TONER,
    "marker-supply-empty": Hitch.OUT_OF_TONER,
    "offline": Hitch.OFFLINE,
    "connecting-to-device": Hitch.OFFLINE,
    "timed-out": Hitch.OFFLINE,
    "shutdown": Hitch.OFFLINE,
    "output-area-full": Hitch.NEEDS_ATTENTION,
    "other": Hitch.NEEDS_ATTENTION,
    "paused": Hitch.DISABLED,
    "stopped": Hitch.DISABLED,
}


class Cups:
    """The machine's print system. ``server`` "" is the one the machine is set to; tests name their own."""

    def __init__(self, server: str = "") -> None:
        self._server = server

    def open(self, printer: str, title: str) -> Opened:
        lib = _library()
        with self._connected() as http:
            queue = printer.encode() or lib.cupsGetDefault2(http) or b""
            if not queue:
                raise JobRefused("", Hitch.NO_PRINTER)
            name = queue.decode("utf-8", "replace")
            with _options(lib) as options:
                job = int(lib.cupsCreateJob(http, queue, title.encode(), *options))
            if not job:
                status, said = int(lib.cupsLastError()), (lib.cupsLastErrorString() or b"").decode("utf-8", "replace")
                if status == _REFUSES_JOBS:
                    raise JobRefused(name, Hitch.NOT_ACCEPTING, said[:SAID])
                hitch, words = self._printer(http, name)
                raise JobRefused(name, hitch or Hitch.NOT_ACCEPTING, words)
        return Opened(f"{name}-{job}", name)

    def send(self, job: str, parts: Sequence[bytes]) -> None:
        lib = _library()
        printer, number = _named(job)
        queue = printer.encode()
        with self._connected() as http:
            for at, pdf in enumerate(parts, 1):
                begun = lib.cupsStartDocument(http, queue, number, b"document", b"application/pdf", at == len(parts))
                sent = begun == _CONTINUE and lib.cupsWriteRequestData(http, pdf, len(pdf)) == _CONTINUE
                if lib.cupsFinishDocument(http, queue) >= _GOOD or not sent:
                    raise SpoolerSilent

    def look(self, job: str) -> JobReport:
        lib = _library()
        printer, number = _named(job)
        with self._connected() as http:
            answer = self._ask(http, _GET_JOB, printer, number)
            if not answer:
                hitch = self._printer(http, printer)[0]
                return JobReport(JobState.GONE, hitch if hitch is Hitch.NO_PRINTER else Hitch.FORGOTTEN)
            state = _STATES[_number(lib, answer, b"job-state", _ENUM)]
            started = _number(lib, answer, b"time-at-processing", _INTEGER) != 0
            reasons = _texts(lib, answer, b"job-state-reasons")
            said = " ".join(_texts(lib, answer, b"job-printer-state-message"))[:SAID]
            lib.ippDelete(answer)
            if state is JobState.COMPLETED and "job-completed-with-errors" in reasons:
                state = JobState.ABORTED
            if state in (JobState.COMPLETED, JobState.CANCELLED, JobState.ABORTED):
                return JobReport(state, self._why_over(http, printer, state), said, started)
            if "job-incoming" in reasons:
                return JobReport(JobState.INCOMING, started=started)
            hitch, words = self._printer(http, printer)
            if state is JobState.STOPPED and hitch is None:
                hitch = Hitch.NEEDS_ATTENTION
            return JobReport(state, hitch, words or said, started)

    def cancel(self, job: str) -> None:
        printer, number = _named(job)
        with self._connected() as http:
            _library().ippDelete(self._ask(http, _CANCEL, printer, number))

    def _why_over(self, http: int, printer: str, state: JobState) -> Hitch | None:
        if state is JobState.COMPLETED:
            return None
        if self._printer(http, printer)[0] is Hitch.NO_PRINTER:  # whoever takes a printer away takes its jobs along
            return Hitch.NO_PRINTER
        return Hitch.CANCELLED if state is JobState.CANCELLED else Hitch.ABORTED

    def _printer(self, http: int, printer: str) -> tuple[Hitch | None, str]:
        """Return what keeps a printer from printing, and its own words."""
        lib = _library()
        answer = self._ask(http, _GET_PRINTER, printer)
        if not answer:
            return Hitch.NO_PRINTER, ""
        stopped = _number(lib, answer, b"printer-state", _ENUM) == _STOPPED_PRINTER
        said = " ".join(_texts(lib, answer, b"printer-state-message"))
        reasons = [_bare(reason) for reason in _texts(lib, answer, b"printer-state-reasons")]
        lib.ippDelete(answer)
        hitch = next((_HITCHES[name] for name in _HITCHES if name in reasons), None)
        return hitch or (Hitch.DISABLED if stopped else None), said[:SAID]

    def _ask(self, http: int, operation: int, printer: str, job: int = 0) -> int | None:
        """Ask one question; None when the print system answers that there is no such thing. Raises SpoolerSilent."""
        lib = _library()
        question = lib.ippNewRequest(operation)
        uri = f"ipp://localhost/printers/{printer}".encode()
        lib.ippAddString(question, _OPERATION, _URI, b"printer-uri", None, uri)
        if job:
            lib.ippAddInteger(question, _OPERATION, _INTEGER, b"job-id", job)
        lib.ippAddString(question, _OPERATION, _NAME, b"requesting-user-name", None, lib.cupsUser())
        answer: int | None = lib.cupsDoRequest(http, question, b"/jobs/" if operation == _CANCEL else b"/")
        status = int(lib.cupsLastError())
        if status < _GOOD and answer:
            return answer
        lib.ippDelete(answer)
        if status in (_NOT_FOUND, _GONE, _NOT_POSSIBLE):
            return None
        raise SpoolerSilent

    @contextmanager
    def _connected(self) -> Iterator[int]:
        lib = _library()
        if self._server:
            lib.cupsSetServer(self._server.encode())
        http = lib.httpConnect2(lib.cupsServer(), lib.ippPort(), None, 0, lib.cupsEncryption(), 1, CONNECT_MS, None)
        if not http:
            raise SpoolerSilent
        lib.httpSetTimeout(http, PATIENCE, None, None)
        try:
            yield http
        finally:
            lib.httpClose(http)


def has_cups() -> bool:
    """Tell whether this machine has the library of CUPS; whether anyone answers, only asking shows."""
    with suppress(OSError):
        return _library() is not None
    return False


def print_system() -> Spooler:
    """Return the machine's print system; without CUPS one that never answers (the window then draws the pages)."""
    return Cups() if has_cups() else Silent()


@cache
def _library() -> ctypes.CDLL:
    for name in LIBRARIES:
        with suppress(OSError):
            return _typed(ctypes.CDLL(name))
    raise OSError(LIBRARIES[0])


def _typed(lib: ctypes.CDLL) -> ctypes.CDLL:
    text, number, pointer = ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p
    shapes: dict[str, tuple[object, tuple[object, ...]]] = {
        "cupsServer": (text, ()),
        "cupsSetServer": (None, (text,)),
        "cupsUser": (text, ()),
        "cupsEncryption": (number, ()),
        "ippPort": (number, ()),
        "httpConnect2": (pointer, (text, number, pointer, number, number, number, number, pointer)),
        "httpSetTimeout": (None, (pointer, ctypes.c_double, pointer, pointer)),
        "httpClose": (None, (pointer,)),
        "cupsGetDefault2": (text, (pointer,)),
        "cupsAddOption": (number, (text, text, number, pointer)),
        "cupsFreeOptions": (None, (number, pointer)),
        "cupsCreateJob": (number, (pointer, text, text, number, pointer)),
        "cupsStartDocument": (number, (pointer, text, number, text, text, number)),
        "cupsWriteRequestData": (number, (pointer, text, ctypes.c_size_t)),
        "cupsFinishDocument": (number, (pointer, text)),
        "cupsLastError": (number, ()),
        "cupsLastErrorString": (text, ()),
        "cupsDoRequest": (pointer, (pointer, pointer, text)),
        "ippNewRequest": (pointer, (number,)),
        "ippAddString": (pointer, (pointer, number, number, text, text, text)),
        "ippAddInteger": (pointer, (pointer, number, number, text, number)),
        "ippFindAttribute": (pointer, (pointer, text, number)),
        "ippGetCount": (number, (pointer,)),
        "ippGetInteger": (number, (pointer, number)),
        "ippGetString": (text, (pointer, number, pointer)),
        "ippDelete": (None, (pointer,)),
    }
    for name, (answer, takes) in shapes.items():
        function = getattr(lib, name)
        function.restype, function.argtypes = answer, takes
    return lib


@contextmanager
def _options(lib: ctypes.CDLL) -> Iterator[tuple[int, ctypes.c_void_p]]:
    options = ctypes.c_void_p()
    count = int(lib.cupsAddOption(b"media", b"A4", 0, ctypes.byref(options)))
    try:
        yield count, options
    finally:
        lib.cupsFreeOptions(count, options)


def _named(job: str) -> tuple[str, int]:
    printer, _, number = job.rpartition("-")
    return printer, int(number)


def _texts(lib: ctypes.CDLL, answer: int, name: bytes) -> tuple[str, ...]:
    found = lib.ippFindAttribute(answer, name, _ANY)
    count = int(lib.ippGetCount(found)) if found else 0
    texts = (lib.ippGetString(found, at, None) for at in range(count))
    return tuple(text.decode("utf-8", "replace") for text in texts if text)


def _number(lib: ctypes.CDLL, answer: int, name: bytes, kind: int) -> int:
    """Return a number of an answer; 0 when it is not there or stands for nothing yet."""
    found = lib.ippFindAttribute(answer, name, kind)
    return int(lib.ippGetInteger(found, 0)) if found else 0


def _bare(reason: str) -> str:
    for ending in ("-error", "-warning", "-report"):
        reason = reason.removesuffix(ending)
    return reason
