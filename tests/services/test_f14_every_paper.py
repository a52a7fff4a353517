"""F14 at the desk: what is previewed, kept and printed of any kind is one string of bytes, and for this very case."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from application_hall import CLERK, SUPERVISOR, Hall, draft, hall_in
from pypdf import PdfReader

from hallclient.documents.kinds import load_kinds
from hallclient.documents.samples import sample_facts
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.issued import OneByOne, PrintState
from hallclient.domain.register.items import DETAIL, Item, as_text
from hallclient.domain.register.steps import Act, Step
from hallclient.services.documents import NOT_NUMBERED

KINDS = load_kinds()


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall_in(tmp_path_factory.mktemp("hall")) as made:
        yield made


def said(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("code", KINDS)
def test_f14_preview_print_and_archive_are_one_string_of_bytes(hall: Hall, code: str, tmp_path: Path) -> None:
    kind = KINDS[code]
    if kind.register == "enquiry":
        record = {"enquiry": hall.reception.register(EnquiryDraft(name="张示例", content="路灯不亮"), by=CLERK).number}
    else:
        case = draft(oral_reason="视力残疾", materials="身份证复印件1份", subject=f"文书{code}的申请内容")
        made = hall.applications.register(case, by=CLERK, documents=()).application
        record = {"application": made.number}
        if hall.documents.offer(code).one_by_one is OneByOne.ALWAYS:
            items = (Item("甲", Outcome.DECLINED_PETITION, facts={"matter": "petition"}), Item("乙", Outcome.GRANTED))
            listed = Step(act=Act.ITEMISED, on=hall.now.date(), details={DETAIL: as_text(items)})
            hall.applications.record(made.number, listed, by=CLERK, version=1)
    number = next(iter(record.values()))
    asked = {fact.name for fact in hall.documents.offer(code).asks}
    facts = {name: value for name, value in sample_facts(kind).items() if name in asked}

    previewed = hall.documents.preview(code, **record, facts=facts, by=CLERK)
    issued = hall.documents.issue(code, **record, facts=facts, by=CLERK)
    stored = hall.documents.stored(issued.id)
    printed = hall.documents.job(issued.id, by=CLERK).pdf
    hall.documents.printed(issued.id, printer="一号", state=PrintState.SENT, by=CLERK)
    again = hall.documents.job(issued.id, reason="申请人遗失", by=SUPERVISOR).pdf

    assert stored == printed == again
    assert hashlib.sha256(stored).hexdigest() == issued.sha256
    # The preview is the same letter but for its number, which only an issued one has.
    if kind.series:
        assert said(previewed).replace(NOT_NUMBERED, issued.number) == said(stored)
    else:
        assert previewed == stored
    text = said(stored)
    assert number in text
    if kind.addressed and kind.recipient == "addressee":
        assert "张示例" in text
    if "issued_on" in kind.facts and kind.sealed:
        assert "2026年3月2日" in text
    if kind.recipient == "addressee" and "subject" in kind.facts and kind.facts["subject"].required:
        assert f"文书{code}的申请内容" in text


def test_f14_a_changed_wording_does_not_touch_what_was_issued(hall: Hall) -> None:
    number = hall.applications.register(draft(), by=CLERK, documents=()).application.number
    issued = hall.documents.issue("P01", application=number, by=CLERK)
    before = hall.documents.stored(issued.id)
    was = hall.kinds["P01"]
    hall.kinds["P01"] = replace(was, heading="另一种标题")
    other = hall.documents.issue("P01", application=number, by=CLERK)
    hall.kinds["P01"] = was

    assert hall.documents.stored(issued.id) == before
    assert "另一种标题" in said(hall.documents.stored(other.id))
