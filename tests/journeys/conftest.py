"""The window these tests drive, with the real preview and printing; only the machine's print system is a recorder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from counter import Counter, Spooler
from PySide6.QtWidgets import QApplication

from hallclient.ui import theme
from tests.hall import Clock, Stores
from tests.window import clock, stores

__all__ = ["clock", "stores"]


@pytest.fixture
def counter(qapp: QApplication, stores: Stores, tmp_path: Path, clock: Clock) -> Iterator[Counter]:
    theme.apply(qapp, dark=False)
    counter = Counter(stores.hall(tmp_path / "store", clock), clock, printer=Spooler())
    yield counter
    counter.close()
