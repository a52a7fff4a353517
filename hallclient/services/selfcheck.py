"""The self-check: is this machine fit for the counter today?"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from hallclient.domain.terms import Term
from hallclient.services.office import Office


class Health(Term):
    OK = "ok", "正常"
    WARN = "warn", "注意"
    BAD = "bad", "故障"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the self-check. ``check`` is fonts, printers, input_method, clock, zone, disk, place, calendar,
    backup, fence or store; ``reason`` tells which sentence applies (``ok`` when nothing is wrong), ``facts`` fills it.
    """

    check: str
    health: Health
    reason: str = "ok"
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What the self-check asks the machine; tests give their own answers."""

    printers: Callable[[], tuple[str, ...] | None]
    zone: Callable[[], str]
    free_bytes: Callable[[Path], int]
    environment: Callable[[str], str]


class SelfCheck:
    """Every check answers; a check that cannot be made says so instead of being left out."""

    def __init__(
        self,
        office: Office,
        *,
        machine: Machine,
        fonts: Path,
        latest_backup: Callable[[], tuple[Path, datetime] | None],
    ) -> None:
        self._office = office
        self._machine = machine
        self._fonts = fonts
        self._latest_backup = latest_backup

    def run(self) -> tuple[Finding, ...]:
        """Make all checks, in the order of the page."""
        raise NotImplementedError
