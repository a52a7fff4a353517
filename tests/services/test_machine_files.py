"""Files come to disk whole, the machine's settings never stop the program, the log shows no person."""

import logging
import os
from pathlib import Path

import pytest

from hallclient.foundation import files, logs, settings
from hallclient.foundation.settings import Settings
from hallclient.foundation.trouble import DiskFull, FolderNotWritable


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.write(tmp_path / "a", b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        files.write(tmp_path / "a", b"new")
    monkeypatch.undo()
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_place_that_is_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FolderNotWritable) as no:
        files.write(tmp_path / "file" / "a", b"new")
    assert no.value.path.endswith("a")


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    kept = Settings(printers={"P01": "激光机"}, theme="dark", language="en", last_user="wang", scale=125)
    settings.save(tmp_path, kept)
    assert settings.load(tmp_path) == kept


@pytest.mark.parametrize(
    "written", ["", "not json", "[1]", '{"theme": 3, "scale": "big", "printers": {"P01": 1}, "unknown": true}']
)
def test_settings_nobody_can_read_are_as_if_never_said(tmp_path: Path, written: str) -> None:
    (tmp_path / settings.FILE).write_text(written)
    assert settings.load(tmp_path) == Settings()


def test_one_unreadable_setting_does_not_lose_the_others(tmp_path: Path) -> None:
    (tmp_path / settings.FILE).write_text('{"theme": "dark", "scale": "big"}')
    assert settings.load(tmp_path) == Settings(theme="dark")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("phone 13812345678 end", "phone ******* end"),
        ("138 1234 5678", "*******"),
        ("id 11010519491231002X", "id *******"),
        ("issued P01 for SL01-W01-S2026-00001", "issued P01 for SL01-W01-S2026-00001"),
        ("2026-03-02 09:00:00,123 took 1234 ms", "2026-03-02 09:00:00,123 took 1234 ms"),
    ],
)
def test_the_log_hides_long_digit_runs_and_nothing_else(text: str, shown: str) -> None:
    assert logs.masked(text) == shown


def test_the_log_masks_messages_and_tracebacks(tmp_path: Path) -> None:
    handler = logs.start(tmp_path)
    try:
        logging.getLogger("hallclient.test").info("called 13812345678")
    finally:
        logs.stop(handler)
    said = (tmp_path / logs.FILE).read_text("utf-8")
    assert said.rstrip().endswith("called *******")


def test_a_folder_that_takes_no_log_does_not_stop_the_program(tmp_path: Path) -> None:
    assert logs.start(tmp_path / "nowhere") is None
