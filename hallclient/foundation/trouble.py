"""What can the world refuse? Disk full, file locked, printer gone: not the clerk's fault, and with advice."""

import re


class Trouble(Exception):
    """Base of every "no" the world can say. A class each; its sentence and advice stand in ``ui/messages.py``.

    Subclasses carry facts that may be shown to anyone (a path, a printer's name), never personal data.
    """

    def __str__(self) -> str:
        return type(self).__name__

    @property
    def code(self) -> str:
        """The class name in snake_case: what ``--json`` answers call this trouble."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()


class DiskFull(Trouble):
    """No room left on the disk that holds the store or the file being written."""


class FolderNotWritable(Trouble):
    """The folder or file cannot be written."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class StoreLocked(Trouble):
    """Another program holds the store."""


class StoreDamaged(Trouble):
    """The store or its key file cannot be read as one."""


class StoreMissing(Trouble):
    """There is no store in the data folder."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class StoreTaken(Trouble):
    """The folder holds a real store: a practice store never takes its place."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class StoreTooNew(Trouble):
    """The store was written by a newer program; it is opened for reading only."""


class FileUnreadable(Trouble):
    """A file the clerk named cannot be read (missing, broken, not what its ending says)."""

    def __init__(self, path: str, detail: str = "") -> None:
        super().__init__()
        self.path = path
        self.detail = detail


class PrinterGone(Trouble):
    """The printer cannot be reached or refused the job."""

    def __init__(self, printer: str, detail: str = "") -> None:
        super().__init__()
        self.printer = printer
        self.detail = detail


class ClockWentBack(Trouble):
    """The machine's clock stands before the last recorded event; numbering pauses until a supervisor confirms."""

    def __init__(self, last: str) -> None:
        super().__init__()
        self.last = last
