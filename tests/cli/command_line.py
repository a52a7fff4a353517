"""The command line in tests: a store, and commands run in this process as a script would run them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hallclient.__main__ import main
from tests.hall import PASSWORD, USER


@dataclass(frozen=True)
class Said:
    """What a command printed and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class CommandLine:
    """``run("import", "enquiries", path)`` signs in as the first clerk; ``bare(...)`` names no user and no folder."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._capsys = capsys

    def bare(self, *argv: object) -> Said:
        code = main([str(word) for word in argv])
        out, err = self._capsys.readouterr()
        return Said(code, out, err)

    def run(self, *argv: object) -> Said:
        return self.bare("--data", self.data, "--user", USER, *argv)

    def json(self, *argv: object) -> Any:
        said = self.run(*argv, "--json")
        assert said.code == 0, said
        return said.json


def sign_in(monkeypatch: pytest.MonkeyPatch, password: str = PASSWORD) -> None:
    """Give the password as scripts do."""
    monkeypatch.setenv("HALLCLIENT_PASSWORD", password)
