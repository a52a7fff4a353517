"""What somebody types to break in stays what he typed: no statement, no markup, no formula, no path."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from hallclient.documents.glyphs import UnprintableText
from hallclient.domain.figures.tables import Table
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.kinds import (
    ApplicantKind,
    ApplicationChannel,
    DeliveryMethod,
    Handling,
    IdKind,
    ProvisionForm,
)
from hallclient.domain.register.people import Agent, Applicant
from hallclient.services import exporting
from hallclient.services.applications import OnTheSpot
from hallclient.wiring import Hall
from tests.hall import Stores

HOSTILE = (
    "x'); DROP TABLE applications; --",
    '" OR 1=1; --',
    "<b>甲</b><img src='file:///etc/passwd'/><para>",
    "</para><font size=99>",
    "&lt;script&gt;&amp;&#0;",
    "{0}{applicant}{__class__.__mro__}{{",
    "%s%n%(name)s",
    '=HYPERLINK("http://example.invalid","x")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "../../../etc/passwd",
    "C:\\Windows\\x:y*?",
    "100%_\\_*?[a]^$",
    'NEAR(a b) AND "x" OR c*',
)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("template"))


@pytest.fixture
def hall(stores: Stores, tmp_path: Path) -> Iterator[Hall]:
    with stores.hall(tmp_path / "store") as hall:
        yield hall


def words_of(pdf: bytes) -> str:
    return re.sub(r"\s", "", "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


def hostile_draft(text: str) -> ApplicationDraft:
    person = Applicant(
        kind=ApplicantKind.NATURAL_PERSON,
        name=text,
        id_kind=IdKind.PASSPORT_FOREIGN,
        id_number="X1234567",
        id_seen=True,
        phone="13800001234",
        address=text,
        email="a@example.invalid",
        employer=text,
        contact=text,
    )
    return ApplicationDraft(
        channel=ApplicationChannel.ORAL,
        applicant=person,
        subject=text,
        arrived_on=date(2026, 3, 2),
        unit=text,
        topic=text,
        index_number=text,
        form=ProvisionForm.PAPER,
        delivery=DeliveryMethod.COLLECT,
        materials=text,
        oral_reason=text,
        agent=Agent(name=text, id_kind=IdKind.PASSPORT_FOREIGN, id_number="X7654321", authority=text),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_an_application_keeps_and_prints_what_was_typed(hall: Hall, text: str) -> None:
    answer = OnTheSpot(
        outcome=Outcome.GRANTED, document="A01", facts={"information": text, "pages": "1"}, reviewer=text
    )
    made = hall.applications.register(hostile_draft(text), by=hall.clerk, answer=answer)
    number = made.application.number

    read = hall.applications.get(number)
    assert (read.subject, read.materials, read.topic) == (text, text, text)
    assert {paper.kind for paper in made.documents} == {"P01", "P02", "A01"}
    typed = re.sub(r"\s", "", text)
    for paper in made.documents:
        assert typed in words_of(hall.documents.stored(paper.id)), paper.kind
    assert number in {hit.number for hit in hall.finder.find(text[:20], by=hall.clerk)}
    assert len(hall.applications.rows()) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_an_enquiry_keeps_and_prints_what_was_typed(hall: Hall, text: str) -> None:
    draft = EnquiryDraft(
        content=text, name=text, phone=text[:20], unit=text, topic=text, answer=text,
        handling=Handling.REFERRED, refer_to=text,
    )  # fmt: skip
    enquiry = hall.reception.register(draft, by=hall.clerk)
    paper = hall.documents.issue("P15", enquiry=enquiry.number, by=hall.clerk)

    assert hall.reception.get(enquiry.number).content == text
    assert re.sub(r"\s", "", text) in words_of(hall.documents.stored(paper.id))
    assert [hit.number for hit in hall.finder.find(text, by=hall.clerk)] == [enquiry.number]
    assert hall.reception.totals(date(2026, 3, 2)).visits == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_a_search_for_anything_is_only_a_search(hall: Hall, text: str) -> None:
    hall.reception.register(EnquiryDraft(content="停车"), by=hall.clerk)

    assert hall.finder.find(text, by=hall.clerk) == []
    assert hall.finder.resolve(text, by=hall.clerk) is None
    assert hall.codes.book().topics(text) == []
    assert hall.catalogue.find(text) == []
    assert hall.reception.returning(text).count == 0
    assert len(hall.reception.today()) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_runs_in_a_spreadsheet(tmp_path: Path, text: str) -> None:
    table = Table(title=text, columns=("姓名", text), rows=((text, "110101199003070011"),))
    exporting.table(table, tmp_path / "x.xlsx")
    exporting.table(table, tmp_path / "x.csv")

    sheet = load_workbook(tmp_path / "x.xlsx").worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}, "text, and no formula among it"
    assert all(cell.hyperlink is None for cell in cells)
    assert (sheet["A2"].value, sheet["B2"].value) == (text, "110101199003070011")
    read = list(csv.reader((tmp_path / "x.csv").read_text("utf-8-sig").splitlines()))
    assert read[1][0].lstrip("'") == text
    assert not read[1][0].startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\u202e", "\ue000"])
def test_control_characters_are_refused_by_name_and_nothing_is_written(hall: Hall, character: str) -> None:
    with pytest.raises(UnprintableText) as refused:
        hall.reception.register(EnquiryDraft(content=f"停{character}车"), by=hall.clerk)
    assert refused.value.fields == ("content",)

    good = hostile_draft("林一舟")
    bad = replace(good, applicant=replace(good.applicant, address=f"市{character}路"))
    with pytest.raises(UnprintableText) as refused:
        hall.applications.register(bad, by=hall.clerk)
    assert refused.value.fields == ("address",)

    assert hall.reception.today() == []
    assert hall.applications.rows() == []
    made = hall.applications.register(good, by=hall.clerk)
    assert made.application.number.endswith("-00001"), "no number was used up"


def test_a_refused_change_of_an_enquiry_leaves_the_record(hall: Hall) -> None:
    enquiry = hall.reception.register(EnquiryDraft(content="停车"), by=hall.clerk)

    with pytest.raises(UnprintableText):
        hall.reception.amend(enquiry.number, EnquiryDraft(content="停\U000323af"), version=1, by=hall.clerk)

    assert hall.reception.get(enquiry.number) == enquiry
