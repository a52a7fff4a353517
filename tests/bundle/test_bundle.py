"""The built folder works on a machine without Python: set-up, import, close, sheets, annual figures, self-check."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

# One worker builds and tries it; two at a time would build twice.
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900), pytest.mark.xdist_group("bundle")]

ROOT = Path(__file__).parents[2]
ENQUIRIES = (
    "occurred_at,kind,persons,matters,channel,name,phone,content,handling\n"
    "2026-03-02 09:10,consultation,3,1,in_person,曾国华,13800001234,户口迁移需要哪些材料,answered\n"
    "2026-03-02,complaint,1,1,phone,,,停车费太高,hotline\n"
)


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build once; where ``HALLCLIENT_BUNDLE`` names a folder already built, that one is tried."""
    if built := os.environ.get("HALLCLIENT_BUNDLE"):
        return Path(built) / "hallclient"
    folder = tmp_path_factory.mktemp("bundle")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(folder / "dist"), "--workpath", str(folder / "work"), "build.spec"]
    environment = {**os.environ, "PYINSTALLER_CONFIG_DIR": str(folder / "cache")}
    said = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr[-3000:]
    # Elsewhere than where it was built, so that nothing is found by its old path.
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "hall client 窗口"
    shutil.move(folder / "dist" / "hallclient", elsewhere)
    return elsewhere / "hallclient"


class Machine:
    """A machine with the program and nothing else: no PATH, no Python, no settings, a home of its own."""

    def __init__(self, program: Path, home: Path) -> None:
        self.program, self.home = program, home
        self.environment = {
            "HOME": str(home),
            "HALLCLIENT_HOME": str(home / "data"),
            "HALLCLIENT_PASSWORD": "correct-horse-1",
            "QT_QPA_PLATFORM": "offscreen",
            "LC_ALL": "C.UTF-8",
        }

    def run(self, *arguments: str, expect: int = 0) -> str:
        said = subprocess.run(
            [str(self.program), *arguments],
            env=self.environment,
            cwd=self.home,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert said.returncode == expect, f"{arguments[:3]}: {said.returncode}\n{said.stderr[-2000:]}{self.log()}"
        return said.stdout

    def ask(self, *arguments: str) -> dict[str, object]:
        answer: dict[str, object] = json.loads(self.run("--user", "wang", *arguments, "--json"))
        return answer

    def log(self) -> str:
        return "".join(path.read_text("utf-8")[-3000:] for path in (self.home / "data").glob("*.log"))


@pytest.fixture(scope="module")
def machine(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    machine = Machine(program, tmp_path_factory.mktemp("home"))
    store = ("--agency", "某市人民政府办公室", "--agency-code", "SQ01", "--window", "W01", "--user", "wang")
    assert len(machine.run("setup", *store).strip().split("-")) == 6, "the recovery key"
    file = machine.home / "old.csv"
    file.write_text(ENQUIRIES, encoding="utf-8")
    assert machine.ask("import", "enquiries", str(file))["imported"] == 2
    assert machine.ask("close", "2026-11-19")["z_number"] == 1
    return machine


def test_it_says_its_version(program: Path, tmp_path: Path) -> None:
    from hallclient import __version__

    assert Machine(program, tmp_path).run("--version").strip() == f"hallclient {__version__}"


def test_it_knows_the_law_without_a_store(program: Path, tmp_path: Path) -> None:
    answer = json.loads(Machine(program, tmp_path).run("due", "--received", "2026-09-30", "--json"))

    assert answer["due"] == "2026-11-03"


def test_an_imported_register_is_found(machine: Machine) -> None:
    for asked in ("户口", "曾国", "zgh", "1234"):
        hits = machine.ask("search", asked)["hits"]
        assert isinstance(hits, list)
        assert [hit["number"] for hit in hits] == ["SQ01-W01-ZH2026-00001"]


def test_the_sheet_of_a_closed_day_comes_out_in_every_form(machine: Machine) -> None:
    for suffix in ("pdf", "xlsx", "csv", "json"):
        machine.run("--user", "wang", "sheet", "2026-11-19", "--output", str(machine.home / f"sheet.{suffix}"))
    fonts = {
        font["/BaseFont"].split("+")[-1]
        for page in PdfReader(machine.home / "sheet.pdf").pages
        for font in (entry.get_object() for entry in page["/Resources"]["/Font"].values())
    }
    assert fonts
    assert not {font for font in fonts if "Helvetica" in font}


def test_the_annual_figures_come_out_of_the_import(machine: Machine) -> None:
    target = machine.home / "annual.json"

    machine.run("--user", "wang", "annual", "2026", "--form", "first-year", "--output", str(target))

    assert json.loads(target.read_text("utf-8"))["windows"]["enquiries_and_complaints_person_times"] == 4


def test_it_verifies_and_backs_up_its_own_store(machine: Machine) -> None:
    machine.run("--user", "wang", "verify")
    machine.run("--user", "wang", "backup", str(machine.home / "copy.hall"))


def test_it_proves_itself_from_the_wizard_to_the_exported_sheet(program: Path, tmp_path: Path) -> None:
    said = Machine(program, tmp_path).run("--smoke", str(tmp_path / "smoke"))

    assert "FAILED" not in said
    steps = [line.partition(":")[0] for line in said.splitlines()]
    assert [
        step for step in ("wizard", "login", "register", "receipt", "close", "export pdf") if step not in steps
    ] == []
    assert list(tmp_path.rglob("receipt.pdf"))
    assert {path.suffix for path in tmp_path.rglob("sheet.*")} == {".pdf", ".xlsx", ".csv", ".json"}


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen nobody sees; the name for ``DISPLAY``."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as said:
            yield f":{said.readline().strip()}"
        server.terminate()


@pytest.mark.skipif(not shutil.which("Xvfb") or not shutil.which("xdotool"), reason="needs Xvfb and xdotool")
def test_its_window_opens_on_a_practice_store_and_takes_keys(program: Path, tmp_path: Path, screen: str) -> None:
    machine = Machine(program, tmp_path)
    environment = machine.environment | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen([program, "--demo", "--lang", "zh_CN"], env=environment, stderr=subprocess.PIPE) as window:

        def fingers(*keys: str) -> list[str]:
            said = subprocess.run(
                ["xdotool", *keys], env=os.environ | environment, capture_output=True, text=True, check=False
            )
            return said.stdout.split()

        until = time.monotonic() + 90
        while not (found := fingers("search", "--onlyvisible", "--pid", str(window.pid))):
            assert window.poll() is None, window.stderr.read() if window.stderr else ""
            assert time.monotonic() < until, "no window"
            time.sleep(0.2)
        fingers("windowfocus", "--sync", found[0], "key", "ctrl+2", "key", "F3")
        time.sleep(1)
        still_there = window.poll() is None
        window.terminate()
        complaints = window.communicate(timeout=30)[1].decode()

    assert still_there
    assert not complaints
    assert " ERROR " not in "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.log"))


def test_it_carries_no_development_package_and_no_path_of_the_builder(program: Path) -> None:
    names = {path.name for path in (program.parent / "_internal").iterdir()}

    assert not names & {"pytest", "pypinyin", "opencc", "hypothesis", "mypy", "chinese_calendar", "PyInstaller"}
    archive = program.read_bytes()
    assert str(ROOT).encode() not in archive
