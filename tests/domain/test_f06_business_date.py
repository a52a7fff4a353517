"""Does midnight fall in Shanghai wherever the machine believes to be? Four edges, two nights, three time zones (F06).

The hall runs in a process of its own for each zone, with the machine's clock put to real instants: what it writes,
numbers, prints and exports must be the same to the byte.
"""

import json
import os
import shutil
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import hallclient
from hallclient import wiring
from tests.hall import make_store

pytestmark = pytest.mark.slow

ZONES = ("UTC", "America/Los_Angeles", "Pacific/Kiritimati")
SHANGHAI = ZoneInfo("Asia/Shanghai")
# Each pair is the same day in Shanghai on either side of midnight in UTC, or the two sides of midnight in Shanghai.
EDGES = [
    f"{day} {clock}"
    for before, after in (("2026-03-31", "2026-04-01"), ("2026-12-31", "2027-01-01"))
    for day, clock in (
        (before, "07:59:59"),
        (before, "08:00:01"),
        (before, "23:59:59"),
        (after, "00:00:00"),
        (after, "07:59:59"),
        (after, "08:00:01"),
    )
]
INSTANTS = [datetime.fromisoformat(edge).replace(tzinfo=SHANGHAI).timestamp() for edge in EDGES]

HALL_OF_ONE_ZONE = """
import hashlib, io, json, sys, time
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

from pypdf import PdfReader

from hallclient import wiring
from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel, DeliveryMethod, ProvisionForm, IdKind
from hallclient.domain.register.people import Applicant

instants, data, out = json.loads(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])


class MachineClock(datetime):
    # The machine's clock: an instant, shown in the zone asked for, in the machine's own when none is.
    at = instants[0]

    @classmethod
    def now(cls, tz=None):
        return datetime.fromtimestamp(cls.at, tz)


wiring.datetime = MachineClock
person = Applicant(kind=ApplicantKind.NATURAL_PERSON, name="张示例", id_kind=IdKind.RESIDENT_ID,
                   id_number="440301198512310127", id_seen=True, phone="13800001234", address="示例路1号")
said = {"machine": [], "records": [], "sheets": [], "exports": {}}
with wiring.open_hall(data, user="wang", password="a window of 1 city") as hall:
    for at in instants:
        MachineClock.at = at
        now = hall.now()
        said["machine"].append(datetime.fromtimestamp(at).isoformat())
        matter = hall.reception.register(EnquiryDraft(), by=hall.clerk)
        case = hall.applications.register(
            ApplicationDraft(channel=ApplicationChannel.IN_PERSON, applicant=person, subject=f"资料{at}",
                             topic="城乡建设", arrived_on=now.date(), form=ProvisionForm.PAPER,
                             delivery=DeliveryMethod.COLLECT),
            by=hall.clerk)
        papers = []
        for document in case.documents:
            content = hall.documents.stored(document.id)
            text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
            papers.append([document.number, document.issued_on.isoformat(), text, hashlib.sha256(content).hexdigest()])
        said["records"].append({
            "now": now.isoformat(), "enquiry": matter.number, "occurred_at": matter.occurred_at.isoformat(),
            "business_date": matter.business_date.isoformat(), "application": case.application.number,
            "received_on": case.application.received_on.isoformat(), "papers": papers})
    for day in sorted({record["business_date"] for record in said["records"]}):
        sheet = hall.closing.close(date.fromisoformat(day), by=hall.clerk)
        said["sheets"].append(sheet.as_json())
        for ending in ("pdf", "csv", "xlsx"):
            hall.closing.export(sheet, out / f"{day}.{ending}", by=hall.clerk)
    for first, last in (("2026-03-01", "2026-03-31"), ("2026-04-01", "2026-04-30"), ("2026-12-01", "2026-12-31")):
        tally = hall.figures.tally(date.fromisoformat(first), date.fromisoformat(last))
        hall.figures.export_tally(tally, out / f"tally-{first[:7]}.csv", by=hall.clerk)
        hall.figures.export_tally(tally, out / f"tally-{first[:7]}.json", by=hall.clerk)
    for year in (2026, 2027):
        for ending in ("json", "csv", "xlsx", "docx", "html", "pdf"):
            hall.figures.export_annual(hall.figures.report(year), out / f"{year}.{ending}", by=hall.clerk)
said["exports"] = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())}
said["tallies"] = {path.name: json.loads(path.read_text()) for path in sorted(out.glob("tally-*.json"))}
said["years"] = {path.stem: json.loads(path.read_text()) for path in sorted(out.glob("20??.json"))}
print(json.dumps(said, ensure_ascii=False))
"""


@pytest.fixture(scope="module")
def halls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("f06")
    make_store(folder / "store")
    started = {}
    for zone in ZONES:
        name = zone.replace("/", "-")
        shutil.copytree(folder / "store", folder / name)
        out = folder / f"{name}-out"
        out.mkdir()
        started[zone] = subprocess.Popen(
            [sys.executable, "-c", HALL_OF_ONE_ZONE, json.dumps(INSTANTS), str(folder / name), str(out)],
            env=os.environ | {"TZ": zone, "PYTHONPATH": str(Path(hallclient.__file__).parents[1])},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    said = {}
    for zone, process in started.items():
        answer, trouble = process.communicate(timeout=300)
        assert process.returncode == 0, trouble.decode()[-2000:]
        said[zone] = json.loads(answer)
    return said


def test_the_machines_really_stood_in_three_zones(halls: dict[str, dict[str, Any]]) -> None:
    clocks = [halls[zone]["machine"] for zone in ZONES]

    assert clocks[0] != clocks[1] != clocks[2] != clocks[0]
    assert clocks[0][2] == "2026-03-31T15:59:59"
    # On these machines the local date is the hall's date of yesterday, or of tomorrow, at one edge or another.
    for machine in clocks:
        assert any(local[:10] != edge[:10] for local, edge in zip(machine, EDGES, strict=True))


@pytest.mark.parametrize("zone", ZONES)
def test_the_business_date_and_the_number_are_shanghais(zone: str, halls: dict[str, dict[str, Any]]) -> None:
    records = halls[zone]["records"]

    assert [record["now"] for record in records] == [edge.replace(" ", "T") for edge in EDGES]
    for record, edge in zip(records, EDGES, strict=True):
        assert record["business_date"] == record["received_on"] == edge[:10]
        assert record["occurred_at"] == edge.replace(" ", "T")
    serials = [(record["enquiry"][-10:], record["application"][-10:]) for record in records]
    assert serials == [
        (f"{edge[:4]}-{serial:05d}",) * 2 for edge, serial in zip(EDGES, [*range(1, 10), 1, 2, 3], strict=True)
    ]


@pytest.mark.parametrize("zone", ZONES)
def test_a_receipt_bears_the_date_of_shanghai(zone: str, halls: dict[str, dict[str, Any]]) -> None:
    for record, edge in zip(halls[zone]["records"], EDGES, strict=True):
        day = date.fromisoformat(edge[:10])
        assert record["papers"]
        for _, issued_on, text, _ in record["papers"]:
            assert issued_on == edge[:10]
            assert f"{day.year}年{day.month}月{day.day}日" in text.replace(" ", "").replace("\n", "")


@pytest.mark.parametrize("zone", ZONES)
def test_each_sheet_month_and_year_holds_its_own(zone: str, halls: dict[str, dict[str, Any]]) -> None:
    def value(lines: list[dict[str, Any]], code: str) -> int:
        return next((line["value"] for line in lines if line["code"] == code), 0)

    sheets = {sheet["business_date"]: value(sheet["lines"], "enquiries.persons") for sheet in halls[zone]["sheets"]}
    assert sheets == {"2026-03-31": 3, "2026-04-01": 3, "2026-12-31": 3, "2027-01-01": 3}
    months = [value(tally["lines"], "applications.received") for tally in halls[zone]["tallies"].values()]
    assert months == [3, 3, 3]
    years = {
        year: next(row for row in said["table3"]["rows"] if row["code"] == "received")["cells"]["total"]
        for year, said in halls[zone]["years"].items()
    }
    assert years == {"2026": 9, "2027": 3}


@pytest.mark.parametrize("zone", ZONES[1:])
def test_every_record_paper_packet_and_export_is_the_same_to_the_byte(
    zone: str, halls: dict[str, dict[str, Any]]
) -> None:
    here, there = halls[ZONES[0]], halls[zone]

    assert there["records"] == here["records"]
    assert there["sheets"] == here["sheets"]
    assert there["exports"] == here["exports"]
    assert len(here["exports"]) == 4 * 3 + 3 * 2 + 2 * 6


def test_the_hall_asks_the_machine_for_shanghais_time() -> None:
    assert wiring.HALL_TIME.key == "Asia/Shanghai"
