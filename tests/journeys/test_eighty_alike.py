"""Eighty people with the same application before lunch: three fields and one key each."""

import hashlib
from collections import Counter as Tally

import pytest
from counter import Counter

from hallclient.domain.law.identity_numbers import resident_check_digit
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application_lists import ApplicationFilter
from hallclient.domain.register.states import State

MANY = 80
PHONE = "13800001234"
PINNED = 40  # the first half by pinned fields, the other by F4


def person(at: int) -> tuple[str, str]:
    """Return an invented applicant: name and identity number."""
    digits = f"1101011990{at // 28 + 1:02d}{at % 28 + 1:02d}{at:03d}"
    return f"{'甲乙丙丁戊己庚辛壬癸'[at % 10]}示{'子丑寅卯辰巳午未'[at // 10]}", digits + resident_check_digit(digits)


@pytest.mark.slow
def test_eighty_alike_applications_get_eighty_numbers_answers_and_papers(counter: Counter) -> None:
    hall = counter.hall
    counter.press("Ctrl+3", "Ctrl+N")
    name, number = person(0)
    counter.put(name=name, id_number=number, phone=PHONE, subject="企业登记档案", form="1", delivery="1")
    counter.press("Ctrl+T")
    counter.type("1")
    counter.put(information="企业登记档案", pages="3", reviewer="赵主任")
    counter.press("Ctrl+P", "F8")
    for at in range(1, MANY):
        if at == PINNED:
            counter.press("Ctrl+P")
        if at >= PINNED:
            counter.press("F4")
        name, number = person(at)
        counter.type(name)
        counter.put(id_number=number, phone=PHONE)
        counter.press("F8")

    assert counter.refused == []
    rows = hall.applications.rows(ApplicationFilter(limit=MANY * 2))
    assert sorted(int(row.number.rpartition("-")[2]) for row in rows) == list(range(1, MANY + 1))
    assert {(row.state, row.outcome) for row in rows} == {(State.ANSWERED, Outcome.GRANTED)}
    papers = [paper for row in rows for paper in hall.documents.of_record(row.number)]
    assert Tally(paper.kind for paper in papers) == {"P01": MANY, "A01": MANY}
    assert len({paper.number for paper in papers if paper.kind == "A01"}) == MANY
    assert Tally(hashlib.sha256(pdf).hexdigest() for pdf in counter.printed) == Tally(one.sha256 for one in papers)
    assert Tally(row.name[0] for row in rows) == Tally(person(at)[0][0] for at in range(MANY))
    sheet = hall.closing.interim(hall.today(), by=hall.clerk)
    assert (sheet.value("applications.received"), sheet.value("applications.closed")) == (MANY, MANY)
    assert {(use.used, use.gaps) for use in sheet.series} == {(MANY, 0)}
