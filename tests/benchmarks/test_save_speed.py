"""How much more than its bare row does a saved enquiry cost?

The floor is the same row, inserted by the bare driver into the same encrypted file with the same indexes, in one
durable transaction. Both take turns in blocks, so that whatever else the machine does falls on both.
"""

import statistics
import time
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path

from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.reference import load_calendar
from hallclient.services.office import Office
from hallclient.services.reception import ReceptionDesk
from hallclient.storage.database import Database
from hallclient.storage.enquiries import COLUMNS
from hallclient.storage.schema import SEARCH_DDL, metadata

MOST = 1.8
BLOCKS, SAVES = 12, 150
CLERK = Clerk(name="li", display_name="李", roles=frozenset({Role.CLERK}))
DRAFT = EnquiryDraft(
    name="欧阳明月",
    phone="13900001234",
    topic="教育",
    content="想了解本市义务教育阶段的入学政策，需要哪些材料，到哪个窗口办理，多长时间可以得到答复？",
)


def test_a_durable_save_costs_at_most_1_8_of_its_bare_row(tmp_path: Path, measured: Callable[..., None]) -> None:
    database = Database(tmp_path / "hall.db", bytes(range(32)))
    with database.writing() as tx:
        metadata.create_all(tx)
        tx.exec_driver_sql(SEARCH_DDL)
    desk = ReceptionDesk(
        Office(
            database=database,
            now=lambda: datetime(2026, 3, 2, 9),
            calendar=load_calendar(),
            rulesets=(),
            agency=AgencyProfile(name="示例市示例局"),
            agency_code="SL01",
            window="W01",
        )
    )
    whole = _times(lambda: desk.register(DRAFT, by=CLERK))
    floor = _times(_bare_insert(database, desk.register(DRAFT, by=CLERK).number))

    saves, bare = [], []
    for _ in range(BLOCKS):
        saves += whole()
        bare += floor()
    database.close()

    measured(
        "saving an enquiry: row, number, audit, search / its bare row",
        ours=statistics.median(saves),
        floor=statistics.median(bare),
        most=MOST,
        digits=3,
    )


def _times(work: Callable[[], object]) -> Callable[[], list[float]]:
    def block() -> list[float]:
        taken = []
        for _ in range(SAVES):
            before = time.perf_counter()
            work()
            taken.append(time.perf_counter() - before)
        return taken

    return block


def _bare_insert(database: Database, like: str) -> Callable[[], object]:
    connection = database.raw()
    row = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM enquiries WHERE number = ?", (like,)).fetchone()
    insert = f"INSERT INTO enquiries ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
    serial = count(1)

    def one() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(insert, (f"bare-{next(serial):06d}", *row[1:]))
        connection.execute("COMMIT")

    return one
