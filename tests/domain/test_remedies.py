"""Which remedy does a reply name? By outcome and by the date of the document (domain 4.4)."""

from datetime import date

import pytest

from hallclient import reference
from hallclient.domain.law.outcomes import Outcome
from hallclient.domain.law.remedies import (
    CourtMissing,
    ReconsiderationBodyMissing,
    RemedyClass,
    remedy_paragraph,
    remedy_text,
)

REMEDIES = reference.load_remedies()
BODY, COURT = "某市人民政府", "某市某区人民法院"

EITHER = (
    "如对本答复不服，可以自收到本答复之日起60日内向某市人民政府申请行政复议，"
    "也可以自收到本答复之日起6个月内直接向某市某区人民法院提起行政诉讼。"
)
FIRST = (
    "如对本决定不服，应当自收到本决定之日起60日内先向某市人民政府申请行政复议；"
    "对行政复议决定仍不服的，可以自收到行政复议决定书之日起15日内向某市某区人民法院提起行政诉讼。"
)


def text(outcome: Outcome, on: date) -> str:
    return remedy_text(outcome, on, BODY, COURT, REMEDIES)


def test_a_granted_reply_may_go_either_way() -> None:
    assert text(Outcome.GRANTED, date(2026, 3, 2)) == EITHER


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome.value.startswith("refused_")])
def test_a_refusal_goes_to_reconsideration_first_since_2024(outcome: Outcome) -> None:
    either = outcome is Outcome.REFUSED_ADMINISTRATIVE_QUERY
    assert text(outcome, date(2024, 1, 1)) == (EITHER if either else FIRST)
    assert text(outcome, date(2023, 12, 31)) == EITHER


def test_a_partial_reply_names_both_ways() -> None:
    mixed = text(Outcome.GRANTED_IN_PART, date(2026, 3, 2))
    assert mixed.startswith("对其中不予公开的部分不服的，应当自收到本答复之日起60日内先向某市人民政府申请行政复议")
    assert "对其他内容不服的，可以" in mixed
    assert "{" not in mixed
    assert text(Outcome.GRANTED_IN_PART, date(2023, 6, 1)) == EITHER


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_paragraph_on_either_side_of_every_change(outcome: Outcome) -> None:
    for on in (date(2008, 5, 1), date(2015, 4, 30), date(2015, 5, 1), date(2023, 12, 31), date(2024, 1, 1)):
        paragraph = text(outcome, on)
        assert BODY in paragraph
        assert COURT in paragraph
        assert ("3个月" in paragraph) == (on < date(2015, 5, 1))


def test_the_three_months_before_2015_are_marked_to_be_confirmed() -> None:
    assert REMEDIES.regime_on(date(2012, 1, 1)).confirm
    assert not REMEDIES.regime_on(date(2020, 1, 1)).confirm


def test_the_agency_sets_its_own_class_for_administrative_queries() -> None:
    own = REMEDIES.with_classes({Outcome.REFUSED_ADMINISTRATIVE_QUERY: RemedyClass.RECONSIDERATION_FIRST})
    assert remedy_text(Outcome.REFUSED_ADMINISTRATIVE_QUERY, date(2026, 3, 2), BODY, COURT, own) == FIRST
    none = REMEDIES.with_classes({Outcome.CLOSED_OTHER: RemedyClass.NONE})
    assert remedy_text(Outcome.CLOSED_OTHER, date(2026, 3, 2), "", "", none) == ""


def test_a_reply_served_online_names_the_online_channel() -> None:
    on = date(2026, 3, 2)
    answer = remedy_text(Outcome.GRANTED, on, BODY, COURT, REMEDIES, online="https://example.invalid/fy")
    assert answer == EITHER + "行政复议申请可以通过互联网提交：https://example.invalid/fy。"


def test_a_document_of_its_own_class_has_the_same_paragraph() -> None:
    assert remedy_paragraph(RemedyClass.EITHER, date(2026, 3, 2), BODY, COURT, REMEDIES) == EITHER
    assert remedy_paragraph(RemedyClass.NONE, date(2026, 3, 2), "", "", REMEDIES) == ""


def test_no_paragraph_is_printed_with_an_empty_place() -> None:
    with pytest.raises(ReconsiderationBodyMissing):
        remedy_text(Outcome.GRANTED, date(2026, 3, 2), " ", COURT, REMEDIES)
    with pytest.raises(CourtMissing):
        remedy_text(Outcome.GRANTED, date(2026, 3, 2), BODY, "", REMEDIES)
