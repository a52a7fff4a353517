"""A hub's password: in the keyring where there is one, else in a file nobody else can read; never in the settings."""

import os
import resource
import stat
from pathlib import Path

import pytest

from hallclient.foundation import settings
from hallclient.foundation.credentials import FILE, Vault
from hallclient.foundation.trouble import DiskFull

URL = "postgresql+psycopg://w_sl01_w01@hub.example/hub?sslmode=verify-full"


class Ring:
    """A keyring in memory; ``broken`` ones answer every call with an error of their own."""

    def __init__(self, *, broken: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = broken

    def _answer(self) -> None:
        if self.broken:
            raise RuntimeError("the service is locked")

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        del self.kept[service, username]


def test_the_keyring_keeps_it_and_no_file_does(tmp_path: Path) -> None:
    ring = Ring()
    vault = Vault(tmp_path, keyring=lambda: ring)
    vault.keep(URL, "geheim")

    assert Vault(tmp_path, keyring=lambda: ring).get(URL) == "geheim"
    assert list(tmp_path.iterdir()) == []
    vault.forget(URL)
    assert (vault.get(URL), ring.kept) == ("", {})


@pytest.mark.parametrize("ring", [None, Ring(broken=True)], ids=["none", "broken"])
def test_without_a_keyring_a_file_keeps_it_that_only_this_user_reads(tmp_path: Path, ring: Ring | None) -> None:
    vault = Vault(tmp_path, keyring=lambda: ring)
    vault.keep(URL, "geheim")

    assert vault.get(URL) == "geheim"
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert vault.get("sqlite:///other") == ""
    vault.forget(URL)
    assert vault.get(URL) == ""


def test_what_a_keyring_takes_over_leaves_the_file(tmp_path: Path) -> None:
    Vault(tmp_path, keyring=lambda: None).keep(URL, "old")
    ring = Ring()
    Vault(tmp_path, keyring=lambda: ring).keep(URL, "new")

    assert "old" not in (tmp_path / FILE).read_text("utf-8")
    assert Vault(tmp_path, keyring=lambda: ring).get(URL) == "new"


def test_two_stores_on_one_machine_do_not_share_a_password(tmp_path: Path) -> None:
    ring = Ring()
    Vault(tmp_path / "a", keyring=lambda: ring).keep(URL, "one")

    assert Vault(tmp_path / "b", keyring=lambda: ring).get(URL) == ""


def test_the_settings_know_the_address_and_no_password(tmp_path: Path) -> None:
    from hallclient.hub.addresses import HubUrlHasPassword
    from hallclient.services.hub_door import HubAccess

    access = HubAccess(tmp_path, Vault(tmp_path, keyring=lambda: None))
    access.remember(URL, "geheim")

    assert (access.url(), access.password(URL)) == (URL, "geheim")
    assert settings.load(tmp_path).hub == URL
    assert "geheim" not in (tmp_path / settings.FILE).read_text("utf-8")
    with pytest.raises(HubUrlHasPassword):
        access.remember("postgresql+psycopg://w:geheim@localhost/hub")
    assert settings.load(tmp_path).hub == URL


@pytest.mark.skipif(os.name != "posix", reason="rights of files are asked of POSIX systems")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o622, 0o610])
def test_a_file_others_can_read_is_not_used_until_it_is_written_anew(
    tmp_path: Path, mode: int, caplog: pytest.LogCaptureFixture
) -> None:
    vault = Vault(tmp_path, keyring=lambda: None)
    vault.keep(URL, "geheim")
    (tmp_path / FILE).chmod(mode)

    with caplog.at_level("INFO"):
        assert vault.get(URL) == ""
    assert FILE in caplog.text
    assert "geheim" not in caplog.text
    vault.keep(URL, "neu")
    assert (vault.get(URL), stat.S_IMODE((tmp_path / FILE).stat().st_mode)) == ("neu", 0o600)


@pytest.mark.skipif(os.name != "posix", reason="the umask is a POSIX system's")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_whatever_the_umask_nobody_else_reads_it_not_even_half_written(
    tmp_path: Path, umask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    original = Path.write_bytes

    def watched(path: Path, content: bytes) -> int:
        seen.append(stat.S_IMODE(path.stat().st_mode))
        return original(path, content)

    monkeypatch.setattr(Path, "write_bytes", watched)
    before = os.umask(umask)
    try:
        Vault(tmp_path, keyring=lambda: None).keep(URL, "geheim")
    finally:
        os.umask(before)

    assert [*seen, stat.S_IMODE((tmp_path / FILE).stat().st_mode)] == [0o600, 0o600]


def test_on_a_full_disk_the_old_password_stays(tmp_path: Path) -> None:
    vault = Vault(tmp_path, keyring=lambda: None)
    vault.keep(URL, "geheim")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8, before[1]))
    try:
        with pytest.raises(DiskFull):
            vault.keep(URL, "neu")
        with pytest.raises(DiskFull):
            vault.keep(f"{URL}&x", "neu")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert vault.get(URL) == "geheim"
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b'{"x": 1}', b"[" * 100_000, b'"geheim"'])
def test_a_damaged_file_holds_no_password_and_stops_nobody(tmp_path: Path, content: bytes) -> None:
    vault = Vault(tmp_path, keyring=lambda: None)
    (tmp_path / FILE).write_bytes(content)
    (tmp_path / FILE).chmod(0o600)

    assert vault.get(URL) == vault.get("x") == ""
    vault.keep(URL, "geheim")
    assert vault.get(URL) == "geheim"
