"""A password opens the store, a wrong one says so, and nothing tells who works here."""

import json
from pathlib import Path

import pytest

from hallclient.foundation.trouble import FolderNotWritable, StoreDamaged
from hallclient.storage import keys

SLOTS = {"wang": "correct horse 1", keys.RECOVERY: "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF"}


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    return tmp_path / "hall.keys"


def test_each_slot_opens_the_same_store(key_file: Path) -> None:
    key = keys.create(key_file, SLOTS)

    assert keys.unlock(key_file, "wang", "correct horse 1") == key
    assert keys.recover(key_file, "aaaaa bbbbb ccccc-dddddeeeeefffff") == key


@pytest.mark.parametrize(("name", "password"), [("wang", "correct horse 2"), ("li", "correct horse 1"), ("wang", "")])
def test_a_wrong_name_and_a_wrong_password_are_one_refusal(key_file: Path, name: str, password: str) -> None:
    keys.create(key_file, SLOTS)

    with pytest.raises(keys.WrongPassword):
        keys.unlock(key_file, name, password)


def test_a_new_password_replaces_the_old(key_file: Path) -> None:
    key = keys.create(key_file, SLOTS)

    keys.put_slot(key_file, "wang", "another horse 2", key)

    assert keys.unlock(key_file, "wang", "another horse 2") == key
    with pytest.raises(keys.WrongPassword):
        keys.unlock(key_file, "wang", "correct horse 1")


def test_who_left_has_no_slot(key_file: Path) -> None:
    keys.create(key_file, SLOTS)

    keys.drop_slot(key_file, "wang")

    assert keys.names(key_file) == ()
    with pytest.raises(keys.ClerkHasNoSlot):
        keys.drop_slot(key_file, "wang")


def test_passwords_and_keys_never_stand_in_the_file(key_file: Path) -> None:
    key = keys.create(key_file, SLOTS)

    text = key_file.read_text("utf-8")

    assert "horse" not in text
    assert key.hex() not in text
    assert "AAAAA" not in text


@pytest.mark.parametrize("text", ["", "{", "[]", json.dumps({"slots": {"wang": {"kdf": 1}}})])
def test_a_broken_key_file_says_so(key_file: Path, text: str) -> None:
    key_file.write_text(text, "utf-8")

    with pytest.raises(StoreDamaged):
        keys.unlock(key_file, "wang", "correct horse 1")


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable):
        keys.create(tmp_path / "missing" / "hall.keys", SLOTS)


def test_recovery_keys_differ_and_read_well() -> None:
    first, second = keys.new_recovery_key(), keys.new_recovery_key()

    assert first != second
    assert [len(group) for group in first.split("-")] == [5] * 6
