"""A command line on a store of its own."""

import shutil
from pathlib import Path

import pytest

from tests.cli.command_line import CommandLine, sign_in
from tests.hall import Stores


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    Stores(folder)
    return folder


@pytest.fixture
def line(
    template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> CommandLine:
    shutil.copytree(template, tmp_path / "data")
    sign_in(monkeypatch)
    return CommandLine(tmp_path / "data", capsys)
