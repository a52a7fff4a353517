"""A case goes into the archive as one PDF: every paper in its order, found by the contents, in the bytes issued."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from hallclient.documents.case_file import Paper, bound
from hallclient.documents.case_sheets import FACTS
from hallclient.documents.sheets import Section, sheet_pdf
from hallclient.domain.register import life
from hallclient.domain.register.permissions import Clerk, NotPermitted, Role
from hallclient.domain.register.steps import Act, Step
from hallclient.wiring import Hall
from tests.hall import Clock, Stores
from tests.services.application_hall import PUBLISHED, draft


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 3, 2, 9, 0))


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("template"))


@pytest.fixture
def hall(stores: Stores, tmp_path: Path, clock: Clock) -> Iterator[Hall]:
    with stores.hall(tmp_path / "store", clock) as opened:
        yield opened


def _case(hall: Hall, clock: Clock) -> str:
    """An application that was corrected and answered."""
    number = hall.applications.register(draft(), by=hall.clerk).application.number
    for act in (Act.CORRECTION_REQUESTED, Act.CORRECTED):
        clock.move(hours=1)
        version = hall.applications.get(number).version
        hall.applications.record(number, Step(act=act, on=clock.at.date()), by=hall.clerk, version=version)
    hall.applications.answer(number, PUBLISHED, by=hall.clerk, version=hall.applications.get(number).version)
    return number


def _text(pdf: bytes) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def test_the_papers_stand_in_the_order_of_the_archive(hall: Hall, clock: Clock) -> None:
    pdf = hall.case_file.pdf(_case(hall, clock), by=hall.clerk)

    titles = [str(entry.title) for entry in PdfReader(BytesIO(pdf)).outline]  # type: ignore[union-attr]
    assert titles == [
        "卷内文件目录", "政府信息公开申请登记表", "政府信息公开申请登记回执", "政府信息公开告知书（已主动公开）",
        "办理过程",
    ]  # fmt: skip


def test_every_page_bears_its_number_and_the_contents_say_where_a_paper_begins(hall: Hall, clock: Clock) -> None:
    number = _case(hall, clock)
    pages = _text(hall.case_file.pdf(number, by=hall.clerk))

    for index, page in enumerate(pages[1:], start=2):
        assert f"卷内第{index}页" in page
    reply = next(paper for paper in hall.documents.of_record(number) if paper.kind == "A02")
    begins = next(index for index, page in enumerate(pages[1:], start=2) if reply.number in page)
    row = pages[0][pages[0].index(reply.number) :]
    assert row.startswith(f"{reply.number}2026-03-02{begins}")


def test_the_course_tells_every_step(hall: Hall, clock: Clock) -> None:
    number = _case(hall, clock)

    last = _text(hall.case_file.pdf(number, by=hall.clerk))[-1]

    for step in hall.applications.get(number).steps:
        assert step.act.label in last


def test_whoever_recorded_a_step_stands_by_his_name_not_by_his_user_name(hall: Hall, clock: Clock) -> None:
    last = _text(hall.case_file.pdf(_case(hall, clock), by=hall.clerk))[-1]

    assert hall.clerk.display_name in last
    assert hall.clerk.name not in last


def test_every_fact_an_act_is_told_with_has_its_word_on_paper() -> None:
    told = {name for rule in life.RULES.values() for name in (*rule.needs, *rule.asks)}
    assert told - set(FACTS) == {"items", "reason", "days"}  # these are told in a way of their own


def test_the_same_case_gives_the_same_bytes_and_who_made_it_is_on_record(hall: Hall, clock: Clock) -> None:
    number = _case(hall, clock)

    assert hall.case_file.pdf(number, by=hall.clerk) == hall.case_file.pdf(number, by=hall.clerk)

    with hall.office.database.reading() as tx:
        noted = tx.exec_driver_sql("SELECT count(*) FROM audit WHERE action = 'bind_case_file'").scalar()
    assert noted == 2


def test_whoever_may_not_see_persons_does_not_get_the_file(hall: Hall, clock: Clock) -> None:
    number = _case(hall, clock)
    office = Clerk(name="office", display_name="主管办", roles=frozenset({Role.OFFICE}))

    with pytest.raises(NotPermitted):
        hall.case_file.pdf(number, by=office)


def test_contents_of_several_pages_push_the_papers_back() -> None:
    page = sheet_pdf("页", sections=(Section(rows=(("甲", "乙"),)),))
    papers = tuple(Paper(title=f"文件{place}", pdf=page, number=str(place)) for place in range(1, 121))

    pages = _text(bound(papers, title="案卷", facts=(("申请编号", "1"),)))

    front = len(pages) - len(papers)
    assert front > 1
    assert f"卷内第{front + 1}页" in pages[front]
    assert f"文件120120{len(pages)}" in "".join(pages[:front])  # title, number, page of the last one
