"""A day at the counter by keyboard alone: greeting, application, receipt, answer on the spot, ticks, close, sheet."""

import csv
import hashlib
import json
from datetime import datetime
from pathlib import Path

import openpyxl
import pypdf
from counter import Counter

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.kinds import EnquiryKind, Handling
from hallclient.domain.register.states import State
from hallclient.services.board import SectionCode
from tests.window import rows_of

TICKS = "1111222356"


def test_a_day_from_greeting_to_the_exported_sheet(counter: Counter, tmp_path: Path) -> None:
    hall, today = counter.hall, counter.hall.today()

    greeted = greet_and_go_on_as_application(counter)
    first = register_with_receipt(counter)
    second = answer_on_the_spot(counter)
    tick(counter)

    enquiry = hall.reception.get(greeted)
    assert (enquiry.handling, enquiry.application) == (Handling.APPLICATION, first)
    assert hall.applications.get(first).state is State.IN_PROGRESS
    assert (hall.applications.get(second).state, hall.applications.get(second).outcome) == (
        State.ANSWERED,
        Outcome.GRANTED,
    )
    papers = [paper for number in (first, second) for paper in hall.documents.of_record(number)]
    assert [paper.kind for paper in papers] == ["P01", "P01", "A02"]
    # What was printed is what was stored, byte by byte.
    assert [hashlib.sha256(pdf).hexdigest() for pdf in counter.printed] == [papers[0].sha256, papers[1].sha256]
    assert counter.printed[0] == hall.documents.stored(papers[0].id)

    counter.press("Ctrl+1")
    board = rows_of(counter.screen.list, lambda line: (line.section, line.row.kind.value, line.row.why))
    assert board == [(SectionCode.UNPRINTED, "document", second)]

    close_the_day(counter)
    written = export(counter, tmp_path)

    figures = {line["code"]: line["value"] for line in written["lines"]}
    expected = {
        "enquiries.visits": 11,
        "enquiries.persons": 11,
        "enquiries.persons.kind.consultation": 1 + TICKS.count("1"),
        "enquiries.persons.kind.help": TICKS.count("2"),
        "enquiries.persons.kind.complaint": TICKS.count("3"),
        "enquiries.persons.kind.report": 0,
        "enquiries.handling.application": 1,
        "applications.received": 2,
        "applications.carried_in": 0,
        "applications.closed": 1,
        "applications.closed.outcome.granted": 1,
        "applications.carried_out": 1,
        "documents.issued": 3,
        "documents.kind.P01": 2,
        "documents.kind.A02": 1,
        "fees.cases": 0,
    }
    assert {code: figures.get(code, 0) for code in expected} == expected
    assert all(identity["holds"] for identity in written["identities"])
    tally = hall.figures.tally(today, today)
    assert {line.code: line.value for line in tally.lines if line.code in expected} == {
        line.code: expected[line.code] for line in tally.lines if line.code in expected
    }

    counter.clock.set(datetime(2026, 3, 27, 9))
    counter.press("Ctrl+1", "F5")
    board = rows_of(counter.screen.list, lambda line: (line.section, line.row.number, line.row.left))
    assert (SectionCode.SOON, first, 1) in board
    assert SectionCode.UNCLOSED not in [section for section, _number, _left in board]


def greet_and_go_on_as_application(counter: Counter) -> str:
    """The visitor asks; what was asked goes on as an application without being typed again."""
    counter.press("Ctrl+2", "Ctrl+N")
    counter.type("1")
    counter.put(content="想看2025年老旧小区改造计划", name="张示例", phone="13800001234")

    counter.press("F6")

    [row] = counter.hall.reception.today()
    assert row.kind is EnquiryKind.CONSULTATION
    assert counter.screen.form.field("subject").value() == "想看2025年老旧小区改造计划"
    assert counter.screen.form.field("name").value() == "张示例"
    return str(row.number)


def register_with_receipt(counter: Counter) -> str:
    """One save gives the number and the receipt; Enter in the preview prints it."""
    counter.put(id_number="440301198512310127", form="1", delivery="1")

    counter.press("Ctrl+Return")

    assert "P01" in counter.dialog.paper.kind
    shown = counter.dialog.paper.pdf
    counter.press("Return")
    assert counter.printed[-1] == shown
    [row] = counter.hall.applications.rows()
    return str(row.number)


def answer_on_the_spot(counter: Counter) -> str:
    """Another one, answered at once: receipt and A02 in the same save; the receipt is printed, the letter is not."""
    before = {row.number for row in counter.hall.applications.rows()}
    counter.press("Ctrl+3", "Ctrl+N")
    counter.put(name="李示例", id_number="110101199003070011", phone="13900005678")
    counter.put(subject="2024年部门决算", form="1", delivery="1")
    counter.press("Ctrl+T")
    counter.type("1")
    counter.put(document="2", published_on="2025-08-20", where="本机关网站政府信息公开专栏")

    counter.press("Ctrl+Return")

    assert counter.dialog.paper.kind == "P01"
    counter.press("Return")
    assert counter.dialog.paper.kind == "A02"
    counter.press("Esc")
    [number] = {row.number for row in counter.hall.applications.rows()} - before
    return str(number)


def tick(counter: Counter) -> None:
    """Ten more visitors, one key each."""
    counter.press("Ctrl+2", "F2")
    counter.type(TICKS)


def close_the_day(counter: Counter) -> None:
    counter.press("Ctrl+4", "Ctrl+F10")
    assert counter.dialog is not None
    counter.press("Return")

    sheet = counter.hall.closing.sheet(counter.hall.today())
    assert (sheet.closed, sheet.z_number) == (True, 1)
    assert "第 1 号" in counter.status


def export(counter: Counter, folder: Path) -> dict[str, object]:
    """Export in all four forms by typing the file's name; return the sheet's JSON."""
    paths = {ending: folder / f"sheet.{ending}" for ending in ("xlsx", "pdf", "csv", "json")}
    for path in paths.values():
        counter.press("Ctrl+E")
        counter.press("Ctrl+A")
        counter.type(str(path))
        counter.press("Return")
        assert path.name in counter.status

    assert counter.refused == []
    written: dict[str, object] = json.loads(paths["json"].read_text("utf-8"))
    received = "新收政府信息公开申请"
    book = openpyxl.load_workbook(paths["xlsx"])
    assert any(received in row and 2 in row for sheet in book for row in sheet.iter_rows(values_only=True))
    with paths["csv"].open(encoding="utf-8-sig", newline="") as file:
        assert any(received in row and "2" in row for row in csv.reader(file))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(paths["pdf"]).pages)
    assert received in text
    assert str(written["sha256"])[:20] in text
    return written
