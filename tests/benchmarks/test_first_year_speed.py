"""How long do the first year's registers take to come in, and its figures to come out?"""

import csv
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from hallclient.domain.register.history import ImportKind
from hallclient.wiring import Hall
from tests.hall import Clock, Stores
from tests.registers import first_year_rows, golden

Measured = Callable[..., None]
LIMITS = {"enquiries": 60.0, "applications": 60.0, "disputes": 60.0, "counters": 60.0}


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("first-year")
    with Stores(folder / "template").hall(folder / "store", Clock(datetime(2026, 11, 22, 9))) as opened:
        yield opened


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder, made = tmp_path_factory.mktemp("files"), {}
    for kind, rows in first_year_rows().items():
        made[kind] = folder / f"{kind}.csv"
        with made[kind].open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)))
            writer.writeheader()
            writer.writerows(rows)
    return made


@pytest.mark.parametrize("kind", LIMITS)
def test_a_years_register_comes_in_within_a_minute(
    hall: Hall, files: dict[str, Path], kind: str, measured: Measured
) -> None:
    before = time.perf_counter()
    done = hall.imports.commit(ImportKind.read(kind), files[kind], by=hall.clerk)
    taken = time.perf_counter() - before

    measured(f"import of the first year: {kind}, {done.rows:,} rows", ours=taken, most=LIMITS[kind], digits=2)


def test_the_annual_figures_come_out_within_ten_seconds(hall: Hall, measured: Measured) -> None:
    before = time.perf_counter()
    report = hall.figures.first_year(2008)
    first_year = time.perf_counter() - before
    before = time.perf_counter()
    hall.figures.national(2008)
    national = time.perf_counter() - before

    windows = golden("first-year")["windows"]
    said = report.as_json()["windows"]["enquiries_and_complaints_person_times"]
    assert said == windows["enquiries_and_complaints_person_times"]
    measured("annual figures of the first year, its own form", ours=first_year, most=10.0, digits=2)
    measured("annual figures of the first year, national form", ours=national, most=10.0, digits=2)
