"""Which hub addresses are safe? TLS with a checked certificate for all but this machine, no password in a URL."""

import ipaddress
from pathlib import Path

from sqlalchemy.engine import URL, make_url

from hallclient.domain.refusal import Refusal

# What a URL may add. Anything else (service files, other hosts' addresses, options) could lead elsewhere unseen.
MAY_SAY = {"host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl"}


class HubUrlWrong(Refusal):
    """The address names no hub: ``sqlite:///FILE`` or ``postgresql+psycopg://USER@HOST/DATABASE``."""

    fields = ("hub",)


class HubUrlHasPassword(Refusal):
    """The address carries a password: it would be shown, logged and kept in clear."""

    fields = ("hub",)


class HubNeedsTls(Refusal):
    """A hub on another machine is reached with ``sslmode=verify-full`` or not at all."""

    fields = ("hub",)


class HubFileNotLocal(Refusal):
    """A hub's file lies on a network folder, where it could lose data; send packets through the folder instead."""

    fields = ("hub",)

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


def checked(url: URL) -> None:
    """Raise HubUrlWrong, HubUrlHasPassword or HubNeedsTls unless ``url`` is safe."""
    if url.password is not None or "password" in url.query:
        raise HubUrlHasPassword
    if url.drivername == "sqlite":
        if not url.database or url.query or url.host or url.database.startswith((":", "file:")):
            raise HubUrlWrong
        return
    if url.drivername != "postgresql+psycopg" or not url.database or set(url.query) - MAY_SAY:
        raise HubUrlWrong
    values = [value for value in url.query.values() if not isinstance(value, str)]
    if values:
        raise HubUrlWrong
    modes = url.query.get("sslmode", "")
    hosts = [host for host in (url.host, url.query.get("host")) if host]
    if not all(_local(str(host)) for host in hosts) and modes != "verify-full":
        raise HubNeedsTls


def lasting(address: str) -> str:
    """Return an address as it can be kept: a file's is said from the root, or it would be another one elsewhere."""
    url = make_url(address)
    if url.drivername != "sqlite" or not url.database or Path(url.database).is_absolute():
        return address
    return url.set(database=str(Path(url.database).absolute())).render_as_string()


def _local(host: str) -> bool:
    # A list of hosts is tried one after the other: each must be local by itself.
    return all(_one_local(part) for part in host.split(","))


def _one_local(host: str) -> bool:
    if host.startswith("/") or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
