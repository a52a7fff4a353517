"""How fast does a city report, how fast does the office ask? Two hundred windows, a real PostgreSQL, all of it durable.

The load runs as a program of its own (``hub_load.py``), because it forks its windows.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Measured = Callable[..., None]
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def city() -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.hub_load", "city"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def test_two_hundred_windows_report_a_year_together(city: dict[str, float], measured: Measured) -> None:
    """At least a fifth of the pace of COPY, receipts in hand; and again when all of it is checked and counted.

    What the bare library needs to check the signatures is taken off the second: COPY checks none. The raw figure
    stands beside it.
    """
    measured(
        "200 windows × 250 days delivered, receipts in hand / bare COPY of the packets",
        ours=city["deliver"],
        floor=city["copy_packets"],
        most=5,
        digits=2,
    )
    counted = city["deliver"] + city["count"]
    measured(
        f"… and counted ({counted:.2f} s), less bare signature checks / bare COPY of all rows",
        ours=counted - city["signatures"],
        floor=city["copy"],
        most=5,
        digits=2,
    )


def test_a_window_has_its_receipt_at_once(city: dict[str, float], measured: Measured) -> None:
    measured("a closing handed over, its receipt in hand", ours=city["one_closing"], most=0.25)


def test_the_boards_year_costs_no_more_than_two_scans(city: dict[str, float], measured: Measured) -> None:
    measured("the board's year of 200 windows / a bare scan", ours=city["board"], floor=city["board_scan"], most=2)


def test_the_years_figures_cost_no_more_than_two_scans(city: dict[str, float], measured: Measured) -> None:
    measured("a year added up by day / a bare scan", ours=city["year_days"], floor=city["year_days_scan"], most=2)
    measured("a whole year / the same scan", ours=city["year"], floor=city["year_days_scan"], most=2)
