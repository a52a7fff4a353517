"""How does a command come into the store? Data folder, user, password, and what day it is said to be."""

import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from hallclient import wiring
from hallclient.cli.inputs import day
from hallclient.cli.reply import Usage
from hallclient.cli.words import translate
from hallclient.domain.refusal import Refusal
from hallclient.foundation.paths import data_folder
from hallclient.foundation.trouble import StoreMissing
from hallclient.wiring import Hall


class TodayNotAllowed(Refusal):
    """``--today`` is for acceptance checks: a store with live records lives by the clock on the wall."""

    fields = ("--today",)


def folder(args: Namespace) -> Path:
    """Return the data folder asked for."""
    return data_folder(args.data)


def user(args: Namespace) -> str:
    """Return who signs in; without a name the command line is wrong."""
    if not args.user:
        raise Usage(translate("cli", "请用 --user 给出用户名"))
    return str(args.user)


def password(prompt: str) -> str:
    """Return the password from HALLCLIENT_PASSWORD, else typed unseen; it never stands on the command line."""
    said = os.environ.get("HALLCLIENT_PASSWORD")
    if said is not None:
        return said
    if not sys.stdin.isatty():
        raise Usage(translate("cli", "没有密码：请设置环境变量 HALLCLIENT_PASSWORD，或在终端中运行"))
    return getpass.getpass(prompt)


def clock(args: Namespace) -> Callable[[], datetime]:
    """Return the hall's clock, standing on ``--today`` when that is given."""
    if not args.today:
        return wiring.wall_clock
    said = day(args.today, "--today")
    return lambda: datetime.combine(said, wiring.wall_clock().time())


@contextmanager
def _said(hall: Hall, day: datetime) -> Iterator[None]:
    hall.reception.accept_clock(day, by=hall.clerk)
    try:
        yield
    finally:
        hall.reception.accept_clock(wiring.wall_clock(), by=hall.clerk)


@contextmanager
def opened(args: Namespace) -> Iterator[Hall]:
    """Open the store for one command. Raises StoreMissing, WrongPassword, TodayNotAllowed and the store's Troubles."""
    data, name = folder(args), user(args)
    if not wiring.store_exists(data):
        raise StoreMissing(str(data))
    hall = wiring.open_hall(data, user=name, password=password(translate("cli", "密码：")), now=clock(args))
    try:
        if not args.today:
            yield hall
            return
        if not (hall.practice or hall.imports.only_history()):
            raise TodayNotAllowed
        # A day that is said is no clock that went back: it would stop the numbers of this command or of the next one.
        with _said(hall, hall.now()):
            yield hall
    finally:
        hall.close()
