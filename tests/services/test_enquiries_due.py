"""What enquiries and complaints were due when a day was over: on its sheet, in its packet, in what is left undone."""

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from closing_hall import CLERK, SUPERVISOR, Hall, hall_in
from pypdf import PdfReader
from sending_hall import desk

from hallclient import wiring
from hallclient.documents import packet_sheet
from hallclient.domain.figures import packet as packets
from hallclient.domain.figures.day_close import UnfinishedKind
from hallclient.domain.figures.delivery import SealedPacket
from hallclient.domain.figures.lines import Values
from hallclient.domain.register.enquiry import Enquiry, EnquiryDraft
from hallclient.domain.register.kinds import EnquiryKind, Handling
from hallclient.services.reception import ReceptionDesk
from hallclient.storage import day_closes, figures
from tests import hall as whole

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
OVERDUE, TODAY, SOON = (f"enquiries.standing.{name}" for name in ("overdue", "due_today", "due_soon"))
SAMPLE = Path(__file__).parents[1] / "data" / "stores" / "0001"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    (tmp_path / "store").mkdir()
    with hall_in(tmp_path / "store") as opened:
        yield opened


def referred(hall: Hall, due: date | None, **fields: object) -> Enquiry:
    """Enter a complaint that is referred, to be answered by ``due``."""
    draft = EnquiryDraft(kind=EnquiryKind.COMPLAINT, handling=Handling.REFERRED, due_on=due, **fields)  # type: ignore[arg-type]
    return ReceptionDesk(hall.office).register(draft, by=CLERK)


def packet_lines(hall: Hall, day: date) -> Values:
    with hall.database.reading() as tx:
        packet = day_closes.get(tx, "W01", day)
    assert packet is not None
    return packet.lines


def standing(hall: Hall, day: date) -> list[int]:
    """Return what the day's sheet says: overdue, due that day, due in three working days."""
    sheet = hall.closing.sheet(day)
    return [int(sheet.value(code)) for code in (OVERDUE, TODAY, SOON)]


def test_the_third_working_day_is_soon_the_fourth_is_not(hall: Hall) -> None:
    hall.at("2026-03-05 10:00:00")  # Thursday; three working days on is Tuesday the 10th
    for due in ("2026-03-04", "2026-03-05", "2026-03-06", "2026-03-10", "2026-03-11"):
        referred(hall, date.fromisoformat(due))

    assert standing(hall, date(2026, 3, 5)) == [1, 1, 2]


def test_the_clock_of_the_kind_is_what_is_due_and_who_answered_at_once_has_none(hall: Hall) -> None:
    complaint = referred(hall, None)  # a complaint has five working days
    ReceptionDesk(hall.office).register(EnquiryDraft(kind=EnquiryKind.COMPLAINT), by=CLERK)
    assert complaint.due_on == date(2026, 3, 9)

    assert standing(hall, MONDAY) == [0, 0, 0]
    for day, due in (("2026-03-04", [0, 0, 1]), ("2026-03-09", [0, 1, 0]), ("2026-03-10", [1, 0, 0])):
        assert standing(hall.at(f"{day} 10:00:00"), date.fromisoformat(day)) == due


def test_what_was_settled_or_voided_is_not_due_and_what_was_settled_after_the_day_still_was(hall: Hall) -> None:
    reception = ReceptionDesk(hall.office)
    settled, later, wrong = (referred(hall, MONDAY) for _ in range(3))
    reception.close(settled.number, on=MONDAY, version=1, by=CLERK)
    reception.void(wrong.number, reason="重复登记", version=1, by=SUPERVISOR)
    assert standing(hall, MONDAY) == [0, 1, 0]

    hall.at("2026-03-03 10:00:00")
    reception.close(later.number, on=TUESDAY, version=1, by=CLERK)
    referred(hall, MONDAY)  # raised on Tuesday: on Monday nobody knew of it

    assert standing(hall, MONDAY) == [0, 1, 0]
    assert standing(hall, TUESDAY) == [1, 0, 0]


def test_the_close_freezes_it_and_a_zero_of_the_overdue_travels(hall: Hall) -> None:
    referred(hall, TUESDAY)
    hall.close("2026-03-02")
    hall.at("2026-03-04 10:00:00").enquiry("2026-03-04")
    hall.close("2026-03-04")

    assert {code: value for code, value in packet_lines(hall, MONDAY).items() if "enquiries.standing" in code} == {
        OVERDUE: 0,
        SOON: 1,
    }
    assert packet_lines(hall, date(2026, 3, 4))[OVERDUE] == 1
    sheet = hall.closing.sheet(MONDAY)
    assert [(one.label, one.unit, one.value, one.row) for one in sheet.lines if one.code == SOON] == [
        ("咨询投诉：3个工作日内到期", "件", 1, 9)
    ]
    assert OVERDUE not in {one.code for one in sheet.lines}, "the sheet leaves 0 away as ever"
    for code in (OVERDUE, SOON):
        assert hall.figures.tally(MONDAY, date(2026, 3, 4)).value(code) == 0, "a snapshot is no sum of a period"
    assert hall.closing.verify_chain().holds


def test_a_correction_of_a_closed_day_leaves_what_was_due_then(hall: Hall) -> None:
    complaint = referred(hall, MONDAY)
    hall.close("2026-03-02")
    hall.at("2026-03-03 10:00:00")
    ReceptionDesk(hall.office).close(complaint.number, on=TUESDAY, handling=Handling.ANSWERED, version=1, by=CLERK)

    assert (hall.closing.sheet(MONDAY).revision, standing(hall, MONDAY)) == (2, [0, 1, 0])


def test_what_must_be_answered_is_listed_before_the_close(hall: Hall) -> None:
    late, today, _soon = (referred(hall, due) for due in (date(2026, 2, 27), MONDAY, TUESDAY))
    handled = ReceptionDesk(hall.office).register(
        EnquiryDraft(kind=EnquiryKind.HELP, handling=None, due_on=MONDAY), by=CLERK
    )

    assert [(item.kind, item.number, item.blocking) for item in hall.closing.unfinished(MONDAY)] == [
        (UnfinishedKind.ENQUIRY_OVERDUE, late.number, False),
        (UnfinishedKind.ENQUIRY_DUE_TODAY, today.number, False),
        (UnfinishedKind.ENQUIRY_DUE_TODAY, handled.number, False),
    ]


def test_a_day_sealed_before_this_was_asked_keeps_its_bytes_and_tells_nothing_of_it(tmp_path: Path) -> None:
    for name in (wiring.STORE, wiring.KEYS):
        shutil.copy(SAMPLE / name, tmp_path / name)
    with whole.open_hall(tmp_path) as opened, opened.office.database.reading() as tx:
        [(payload, sha256, window, day)] = tx.exec_driver_sql(
            'SELECT payload, sha256, "window", business_date FROM day_closes'
        ).all()
        packet = day_closes.get(tx, window, date.fromisoformat(day))

    assert packet is not None
    assert hashlib.sha256(payload.encode()).hexdigest() == sha256 == packet.sha256
    assert packets.canonical(packet) == payload
    assert packets.ASKED not in packet.lines


def test_the_readable_packet_tells_not_told_from_nothing_overdue(hall: Hall, tmp_path: Path) -> None:
    hall.enquiry("2026-03-02")
    hall.close("2026-03-02")
    sync = desk(hall, tmp_path)
    new = sync.sealed(1, by=CLERK)
    said = packets.read(new.payload)
    lines = {code: value for code, value in said.lines.items() if code != packets.ASKED}
    old = packets.canonical(replace(said, days={MONDAY: lines}))

    def text(payload: str) -> str:
        sealed = SealedPacket(**{name: getattr(new, name) for name in new.__slots__} | {"payload": payload})
        pages = PdfReader(BytesIO(packet_sheet.packet_pdf(sealed, figures.lines(), agency="局"))).pages
        return "".join("".join(page.extract_text().split()) for page in pages)

    assert "咨询投诉：已逾期件0" in text(new.payload)
    assert "不等于没有到期" not in text(new.payload)
    assert "咨询投诉：已逾期" not in text(old)
    assert "未报日结时的程序尚不报送，不等于没有到期" in text(old)
