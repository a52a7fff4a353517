"""What is previewed is what is stored is what is printed: numbers, bytes, copies, reprints."""

import hashlib
import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from application_hall import ANOTHER, CLERK, GIVEN, OTHER, PERSON, PUBLISHED, SUPERVISOR, Hall, draft, hall_in
from pypdf import PdfReader

from hallclient.documents.facts import FactUnknown
from hallclient.documents.glyphs import UnprintableText
from hallclient.documents.kinds import FOLDER, load_kinds
from hallclient.documents.render import render
from hallclient.documents.wording import FactMissing, FactUnreadable
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.enquiry_rules import RecordVoided
from hallclient.domain.register.issued import (
    DocumentAltered,
    DocumentVoided,
    KindDoesNotFit,
    PrintState,
    ReprintNeedsReason,
    UnknownKind,
    VoidedWithItsRecord,
)
from hallclient.domain.register.life_terms import ServiceMethod
from hallclient.domain.register.permissions import Clerk, NotPermitted
from hallclient.domain.register.records import NoSuchRecord, RecordKind
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.services.document_facts import COMPUTED
from hallclient.services.documents import DocumentDesk
from hallclient.storage import search
from hallclient.storage.number_ledger import VoidNeedsReason, states

READER = Clerk(name="gast", display_name="访客", roles=frozenset())


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as hall:
        yield hall


def text_of(pdf: bytes) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def registered(hall: Hall) -> str:
    return hall.applications.register(draft(), by=CLERK, documents=()).application.number


def test_the_number_on_paper_is_the_number_in_the_register(hall: Hall) -> None:
    made = hall.applications.register(draft(), by=CLERK, answer=GIVEN)
    for document in made.documents:
        said = text_of(hall.documents.stored(document.id))
        assert made.application.number in said
        assert document.kind != "A01" or document.number in said
        assert hall.documents.get(document.id) == document


def test_a_letter_says_every_fact_and_the_remedy(hall: Hall) -> None:
    number = registered(hall)
    issued = hall.documents.issue("A02", application=number, facts=PUBLISHED.facts, by=CLERK)
    said = text_of(hall.documents.stored(issued.id))
    for fact in ("示例市示例局", "示依申请〔2026〕1号", "2025年4月1日", "示例市人民政府网站", "000014349/2025-00012",
                 "示例市示例区人民法院", "2026年3月2日", "张示例女士"):  # fmt: skip
        assert fact in said, fact


def test_stored_bytes_keep_their_hash(hall: Hall) -> None:
    issued = hall.documents.issue("P01", application=registered(hall), by=CLERK)
    pdf = hall.documents.stored(issued.id)
    assert hashlib.sha256(pdf).hexdigest() == issued.sha256
    assert hall.documents.job(issued.id, by=CLERK).pdf == pdf
    assert issued.pages == len(PdfReader(io.BytesIO(pdf)).pages)


def test_altered_bytes_are_never_printed(hall: Hall) -> None:
    issued = hall.documents.issue("P01", application=registered(hall), by=CLERK)
    with hall.database.writing() as tx:
        tx.exec_driver_sql("UPDATE issued_documents SET pdf = ? WHERE id = ?", (b"%PDF-1.4 other", issued.id))
    with pytest.raises(DocumentAltered):
        hall.documents.stored(issued.id)
    with pytest.raises(DocumentAltered):
        hall.documents.job(issued.id, by=CLERK)


def test_a_reprint_after_the_wording_changed_has_the_same_bytes(hall: Hall, tmp_path: Path) -> None:
    number = registered(hall)
    issued = hall.documents.issue("P01", application=number, by=CLERK)
    hall.documents.printed(issued.id, printer="HP", state=PrintState.SENT, by=CLERK)
    folder = tmp_path / "wording"
    shutil.copytree(FOLDER, folder)
    wording = folder / "P01.toml"
    wording.write_text(wording.read_text("utf-8").replace("本机关已予登记", "本机关已经登记"), "utf-8")
    changed = DocumentDesk(hall.office, load_kinds(folder), render)

    job = changed.job(issued.id, reason="申请人遗失", by=CLERK)
    again = changed.issue("P01", application=number, by=CLERK)

    assert hashlib.sha256(job.pdf).hexdigest() == issued.sha256
    assert again.sha256 != issued.sha256
    assert "本机关已经登记" in text_of(changed.stored(again.id))


def test_the_first_copy_is_bare_and_a_reprint_says_so(hall: Hall) -> None:
    issued = hall.documents.issue("P01", application=registered(hall), by=CLERK)
    assert hall.documents.unprinted() == [issued]
    first = hall.documents.job(issued.id, by=CLERK)
    assert (first.copy, first.slip) == (1, None)
    hall.documents.printed(issued.id, printer="HP", state=PrintState.FAILED, by=CLERK)
    assert [document.id for document in hall.documents.unprinted()] == [issued.id]
    hall.documents.printed(issued.id, printer="HP", state=PrintState.SENT, by=CLERK)
    assert hall.documents.unprinted() == []

    with pytest.raises(ReprintNeedsReason):
        hall.documents.job(issued.id, by=CLERK)
    with pytest.raises(ReprintNeedsReason):
        hall.documents.printed(issued.id, printer="HP", state=PrintState.SENT, by=CLERK, reason=" ")
    again = hall.documents.job(issued.id, reason="申请人遗失", by=CLERK)
    assert again.copy == 2
    assert again.pdf == first.pdf
    assert again.slip is not None
    said = text_of(again.slip)
    assert "补打第2份" in said
    assert "申请人遗失" in said
    hall.documents.printed(issued.id, printer="", state=PrintState.SAVED, by=CLERK, reason="申请人遗失")

    log = [(entry.copy, entry.state, entry.reason) for entry in hall.documents.prints(issued.id)]
    assert log == [
        (1, PrintState.FAILED, ""),
        (1, PrintState.SENT, ""),
        (2, PrintState.SAVED, "申请人遗失"),
    ]
    assert hall.documents.get(issued.id).copies == 2
    assert hall.scalar("SELECT count(*) FROM audit WHERE action = 'print_document'") == 3


def test_a_preview_bears_no_number_and_writes_nothing(hall: Hall) -> None:
    number = registered(hall)
    before = hall.counts()
    pdf = hall.documents.preview("A01", application=number, facts=GIVEN.facts, by=CLERK)
    said = text_of(pdf)
    assert "草稿，未编号" in said
    assert "〔2026〕1号" not in said
    assert hall.counts() == before


def test_each_series_and_year_counts_by_itself(hall: Hall) -> None:
    number = registered(hall)
    numbers = [hall.documents.issue("A01", application=number, facts=GIVEN.facts, by=CLERK).number for _ in range(2)]
    numbers.append(hall.documents.issue("P01", application=number, by=CLERK).number)
    hall.at("2027-01-04 09:00:00")
    numbers.append(hall.documents.issue("A01", application=number, facts=GIVEN.facts, by=CLERK).number)
    receipt = f"示{hall.kinds['P01'].series}〔2026〕1号" if hall.kinds["P01"].series else number
    assert numbers == ["示依申请〔2026〕1号", "示依申请〔2026〕2号", receipt, "示依申请〔2027〕1号"]


def test_a_kind_without_a_series_bears_its_records_number(hall: Hall) -> None:
    number = hall.reception.register(EnquiryDraft(content="路灯不亮"), by=CLERK).number
    first = hall.documents.issue("P15", enquiry=number, by=CLERK)
    second = hall.documents.issue("P15", enquiry=number, by=CLERK)
    assert (first.number, second.number) == (number, f"{number}（2）")
    assert [document.id for document in hall.documents.of_record(number)] == [first.id, second.id]


def test_facts_that_are_missing_wrong_or_not_the_clerks_refuse_the_paper(hall: Hall) -> None:
    number = registered(hall)
    before = hall.counts()
    good = dict(GIVEN.facts)
    for kind, facts, refusal in (
        ("A01", {}, FactMissing),
        ("A02", {**PUBLISHED.facts, "published_on": "昨天"}, FactUnreadable),
        ("A01", {**good, "wetter": "晴"}, FactUnknown),
        ("A01", {**good, "number": "SQ01-W01-S2026-09999"}, FactUnknown),
        ("A01", {**good, "received_on": date(2020, 1, 1)}, FactUnknown),
        ("A01", {**good, "information": "名录\U000e0041"}, UnprintableText),
        ("Q99", {}, UnknownKind),
        ("P15", {}, KindDoesNotFit),
    ):
        with pytest.raises(refusal):
            hall.documents.issue(kind, application=number, facts=facts, by=CLERK)
    with pytest.raises(NoSuchRecord):
        hall.documents.issue("P01", application="SQ01-W01-S2026-00099", by=CLERK)
    with pytest.raises(NotPermitted):
        hall.documents.issue("P01", application=number, by=READER)
    assert hall.counts() == before


def test_a_salutation_can_be_worded_by_the_clerk(hall: Hall) -> None:
    issued = hall.documents.issue(
        "P01", application=registered(hall), facts={"addressee": "张示例先生／女士"}, by=CLERK
    )
    assert "张示例先生／女士：" in text_of(hall.documents.stored(issued.id))


def test_a_letter_says_nothing_else_than_the_recorded_outcome(hall: Hall) -> None:
    made = hall.applications.register(draft(), by=CLERK, answer=GIVEN)
    offered = {offer.code for offer in hall.documents.offers(application=made.application.number)}
    assert {"P01", "A01", "A02"} <= offered
    assert "P15" not in offered
    for code, kind in hall.kinds.items():
        if kind.outcomes and Outcome.GRANTED not in kind.outcomes:
            assert code not in offered


def test_a_menu_asks_only_what_the_register_does_not_know(hall: Hall) -> None:
    asked = {fact.name: fact for fact in hall.documents.offer("A02").asks}
    assert set(asked) == {"published_on", "where", "index_number"}
    assert (asked["published_on"].type, asked["published_on"].required) == ("date", True)
    assert hall.documents.offer("P01").asks == ()
    assert hall.documents.offer("P15").asks == ()


def test_no_form_can_word_what_the_register_computes(hall: Hall) -> None:
    from hallclient.documents import facts

    full = replace(hall.applications.register(draft(), by=CLERK).application, applicant=PERSON)
    enquiry = hall.reception.register(EnquiryDraft(name="张示例", content="路灯不亮", refer_to="城管局"), by=CLERK)
    agency = AgencyProfile(**dict.fromkeys(AgencyProfile.__dataclass_fields__, "x"))
    waiting = type("Deadline", (), {"due": date(2026, 3, 30), "provisional": False, "answer_days": 20})()
    computed = {
        *facts.facts_for_application(full, waiting, agency, "李", date(2026, 3, 2)),
        *facts.facts_for_enquiry(enquiry, agency, "李", date(2026, 3, 2)),
    }
    assert computed <= COMPUTED


def test_money_and_numbers_are_read_as_they_are_given(hall: Hall) -> None:
    number = registered(hall)
    facts = {**GIVEN.facts, "pages": Decimal("16")}
    issued = hall.documents.issue("A01", application=number, facts=facts, by=CLERK)
    assert "共16页" in text_of(hall.documents.stored(issued.id))


def test_a_void_document_stays_with_its_number_and_is_not_printed(hall: Hall) -> None:
    number = registered(hall)
    issued = hall.documents.issue("A01", application=number, facts=GIVEN.facts, by=CLERK)
    with pytest.raises(NotPermitted):
        hall.documents.void(issued, version=1, reason="页数有误", by=CLERK)
    with pytest.raises(VoidNeedsReason):
        hall.documents.void(issued, version=1, reason="", by=SUPERVISOR)
    assert hall.documents.void(issued, version=1, reason="页数有误", by=SUPERVISOR).voided == "页数有误"
    for again in (
        lambda: hall.documents.job(issued.id, by=CLERK),
        lambda: hall.documents.void(issued, version=1, reason="再次", by=SUPERVISOR),
    ):
        with pytest.raises(DocumentVoided):
            again()
    assert hall.documents.unprinted() == []
    with hall.database.reading() as tx:
        account = next(state for state in states(tx) if state.series == "示依申请")
    assert (account.last, account.void, account.gaps) == (1, 1, 0)


def test_a_paper_that_left_the_hand_meanwhile_is_not_voided_unseen(hall: Hall) -> None:
    number = registered(hall)
    seen = hall.documents.issue("A01", application=number, facts=GIVEN.facts, by=CLERK)
    hall.documents.printed(seen.id, printer="一号", state=PrintState.SENT, by=OTHER)
    with pytest.raises(ChangedMeanwhile) as refused:
        hall.documents.void(seen, version=1, reason="页数有误", by=SUPERVISOR)
    assert refused.value.theirs == hall.documents.get(seen.id)

    again = hall.documents.get(seen.id)
    hall.applications.send(again.id, method=ServiceMethod.EMS, tracking="1234567890123", by=OTHER, version=1)
    with pytest.raises(ChangedMeanwhile):
        hall.documents.void(again, version=1, reason="页数有误", by=SUPERVISOR)

    assert hall.documents.void(again, version=2, reason="页数有误", by=SUPERVISOR).voided


def test_a_paper_without_a_number_of_its_own_goes_with_its_record(hall: Hall) -> None:
    made = hall.applications.register(draft(), by=CLERK, documents=())
    number = hall.reception.register(EnquiryDraft(content="路灯不亮"), by=CLERK).number
    receipt = hall.documents.issue("P15", enquiry=number, by=CLERK)
    with pytest.raises(VoidedWithItsRecord):
        hall.documents.void(receipt, version=1, reason="误开", by=SUPERVISOR)
    hall.reception.void(number, reason="重复登记", version=1, by=SUPERVISOR)
    assert hall.documents.get(receipt.id).voided == "重复登记"
    with pytest.raises(RecordVoided):
        hall.documents.issue("P15", enquiry=number, by=CLERK)
    hall.applications.void(made.application.number, reason="误登", by=SUPERVISOR, version=made.application.version)
    with pytest.raises(RecordVoided):
        hall.documents.issue("P01", application=made.application.number, by=CLERK)


def test_practice_paper_says_so(hall: Hall) -> None:
    real = hall.documents.issue("P01", application=registered(hall), by=CLERK)
    hall.office.practice = True
    trial = hall.documents.issue(
        "P01", application=hall.applications.register(draft(applicant=ANOTHER), by=CLERK).application.number, by=CLERK
    )
    assert "练习" in text_of(hall.documents.stored(trial.id))
    assert "练习" not in text_of(hall.documents.stored(real.id))


def test_a_document_is_found_by_its_number(hall: Hall) -> None:
    issued = hall.documents.issue("A01", application=registered(hall), facts=GIVEN.facts, by=CLERK)
    with hall.database.reading() as tx:
        assert (RecordKind.DOCUMENT, issued.number) in {
            (hit.kind, hit.number) for hit in search.find(tx, "依申请〔2026〕1号")
        }
