"""A window's login in the hands of somebody with a program of his own: for the tests that try every way in."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from hallclient.domain.figures.delivery import SealedPacket
from hallclient.hub.deliver import mark_of
from tests.hub.conftest import Place
from tests.hub.windows import ReportingWindow

FORBIDDEN = "42501"
Line = psycopg.Connection[Any]


@contextmanager
def bare(server: Place, window: ReportingWindow) -> Iterator[Line]:
    """Log in as the window, with no limits but the server's."""
    known = server.credentials[window.name]
    url = server.url.replace("+psycopg", "").replace("USER", known.login)
    with psycopg.connect(url, password=known.password, autocommit=True, options="-c search_path=hall") as line:
        yield line


def said(line: Line, statement: str, *values: object) -> str:
    """Return the server's answer to a statement: its SQLSTATE, or ``done``."""
    try:
        line.execute(statement, values or None)  # type: ignore[arg-type]
    except psycopg.Error as refused:
        return refused.sqlstate or ""
    return "done"


def put(line: Line, packet: SealedPacket, **other: object) -> str:
    """Lay a packet into the hub's table by hand; return the server's answer."""
    names = ("business_date", "window", "kind", "z_number", "revision", "payload", "sha256", "previous_sha256")
    row: dict[str, object] = {name: getattr(packet, name) for name in (*names, "signature")}
    row |= {"mark": mark_of(packet)} | other
    columns = ", ".join(f'"{name}"' for name in row)
    return said(line, f"INSERT INTO packets ({columns}) VALUES ({', '.join(['%s'] * len(row))})", *row.values())
