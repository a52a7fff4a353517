"""Which identity numbers can stand? Every number here is a published or an invented example."""

from datetime import date

import pytest
import stdnum.cn.ric
import stdnum.cn.uscc
from hypothesis import given
from hypothesis import strategies as st

from hallclient.domain.law.explain import check_id_json
from hallclient.domain.law.identity_numbers import (
    IdProblem,
    Problem,
    check,
    comparison_key,
    normalise,
    resident_check_digit,
    uscc_check_digit,
)
from hallclient.domain.register.kinds import IdKind

TODAY = date(2026, 11, 22)


def what(kind: IdKind, number: str) -> IdProblem | None:
    problem = check(kind, number, TODAY)
    return problem.what if problem is not None else None


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (IdKind.RESIDENT_ID, "11010519491231002X"),
        (IdKind.RESIDENT_ID, "440524188001010014"),
        (IdKind.RESIDENT_ID, "110101199003070011"),
        (IdKind.RESIDENT_ID, "440301198512310127"),
        (IdKind.RESIDENCE_PERMIT_HMT, "810000199408230021"),
        (IdKind.RESIDENCE_PERMIT_HMT, "820000199001010010"),
        (IdKind.RESIDENCE_PERMIT_HMT, "830000199201300022"),
        (IdKind.FOREIGN_PERMANENT_RESIDENT, "91111119900101001" + resident_check_digit("91111119900101001")),
        (IdKind.FOREIGN_PERMANENT_RESIDENT, "USA310000010101"),
        (IdKind.HK_MACAO_PERMIT, "H12345678"),
        (IdKind.HK_MACAO_PERMIT, "M1234567801"),
        (IdKind.TAIWAN_PERMIT, "12345678"),
        (IdKind.TAIWAN_PERMIT, "1234567890"),
        (IdKind.TAIWAN_PERMIT, "1234567890(A)"),
        (IdKind.TAIWAN_PERMIT, "1234567890（B）"),
        (IdKind.PASSPORT_CN, "E12345678"),
        (IdKind.PASSPORT_CN, "EA1234567"),
        (IdKind.PASSPORT_CN, "G12345678"),
        (IdKind.PASSPORT_FOREIGN, "X1234"),
        (IdKind.PASSPORT_FOREIGN, "A" * 20),
        (IdKind.USCC, "91350100M000100Y43"),
        (IdKind.USCC, "91110000600037341L"),
        (IdKind.USCC, "91110000802100433B"),
        (IdKind.USCC, "11341702486344515H"),
    ],
)
def test_numbers_that_stand(kind: IdKind, number: str) -> None:
    assert check(kind, number, TODAY) is None


@pytest.mark.parametrize(
    ("kind", "number", "problem"),
    [
        (IdKind.RESIDENT_ID, "110101199003070012", IdProblem.CHECK_DIGIT),
        (IdKind.RESIDENT_ID, "110105194912310020", IdProblem.CHECK_DIGIT),
        (IdKind.RESIDENT_ID, "110101199002300011", IdProblem.BIRTH_DATE),
        (IdKind.RESIDENT_ID, "110101000003070011", IdProblem.BIRTH_DATE),
        (IdKind.RESIDENT_ID, "110101202611230011", IdProblem.BIRTH_IN_FUTURE),
        (IdKind.RESIDENT_ID, "110105491231002", IdProblem.FIFTEEN_DIGITS),
        (IdKind.RESIDENT_ID, "1101011990030700111", IdProblem.TOO_LONG),
        (IdKind.RESIDENT_ID, "11010119900307O011", IdProblem.CHARACTER),
        (IdKind.RESIDENT_ID, "11010519491231X021", IdProblem.CHARACTER),
        (IdKind.RESIDENT_ID, "", IdProblem.EMPTY),
        (IdKind.RESIDENCE_PERMIT_HMT, "110101199003070011", IdProblem.REGION),
        (IdKind.RESIDENCE_PERMIT_HMT, "810000199408230022", IdProblem.CHECK_DIGIT),
        (IdKind.FOREIGN_PERMANENT_RESIDENT, "110101199003070011", IdProblem.SHAPE),
        (IdKind.FOREIGN_PERMANENT_RESIDENT, "9111111990010100111", IdProblem.TOO_LONG),
        (IdKind.FOREIGN_PERMANENT_RESIDENT, "US1310000010101", IdProblem.SHAPE),
        (IdKind.HK_MACAO_PERMIT, "A12345678", IdProblem.SHAPE),
        (IdKind.HK_MACAO_PERMIT, "H123456789012", IdProblem.TOO_LONG),
        (IdKind.TAIWAN_PERMIT, "1234567A", IdProblem.SHAPE),
        (IdKind.PASSPORT_CN, "EI1234567", IdProblem.SHAPE),
        (IdKind.PASSPORT_CN, "EO1234567", IdProblem.SHAPE),
        (IdKind.PASSPORT_CN, "P12345678", IdProblem.SHAPE),
        (IdKind.PASSPORT_FOREIGN, "A" * 21, IdProblem.TOO_LONG),
        (IdKind.PASSPORT_FOREIGN, "AB-12345", IdProblem.CHARACTER),
        (IdKind.USCC, "91350100M000100Y4Z", IdProblem.CHARACTER),
        (IdKind.USCC, "91350100M000100Y44", IdProblem.CHECK_DIGIT),
        (IdKind.USCC, "91350100M000100Y433", IdProblem.TOO_LONG),
    ],
)
def test_numbers_that_cannot_stand_say_why(kind: IdKind, number: str, problem: IdProblem) -> None:
    assert what(kind, number) is problem


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (IdKind.RESIDENT_ID, "11010519491231002X"),
        (IdKind.RESIDENT_ID, "440301198512310127"),
        (IdKind.RESIDENCE_PERMIT_HMT, "830000199201300022"),
        (IdKind.FOREIGN_PERMANENT_RESIDENT, "USA310000010101"),
        (IdKind.HK_MACAO_PERMIT, "M1234567801"),
        (IdKind.TAIWAN_PERMIT, "1234567890(A)"),
        (IdKind.PASSPORT_CN, "EA1234567"),
        (IdKind.PASSPORT_CN, "G12345678"),
        (IdKind.PASSPORT_FOREIGN, "X1234"),
        (IdKind.USCC, "91350100M000100Y43"),
    ],
)
def test_nothing_is_called_wrong_while_a_right_number_is_being_typed(kind: IdKind, number: str) -> None:
    for typed in range(len(number)):
        problem = check(kind, number[:typed], TODAY)
        assert problem is None or problem.incomplete


def test_what_is_already_wrong_is_said_before_the_number_is_complete() -> None:
    assert check(IdKind.RESIDENT_ID, "11010519491331", TODAY) == Problem(IdProblem.BIRTH_DATE)
    assert check(IdKind.RESIDENT_ID, "11A", TODAY) == Problem(IdProblem.CHARACTER)
    assert check(IdKind.RESIDENT_ID, "110105", TODAY) == Problem(IdProblem.INCOMPLETE, incomplete=True)
    assert check(IdKind.RESIDENCE_PERMIT_HMT, "84", TODAY) == Problem(IdProblem.REGION)


def test_full_width_digits_blanks_and_small_x_are_read() -> None:
    assert normalise(" １１０１０５ 19491231\u3000002ｘ\ufeff") == "11010519491231002X"
    assert check(IdKind.RESIDENT_ID, "１１０１０５ 19491231 002x", TODAY) is None


def test_digits_of_other_scripts_are_no_digits() -> None:
    assert what(IdKind.TAIWAN_PERMIT, "١٢٣٤٥٦٧٨") is IdProblem.CHARACTER
    assert what(IdKind.RESIDENT_ID, "١" * 18) is IdProblem.CHARACTER
    assert what(IdKind.RESIDENT_ID, "١" * 15) is IdProblem.CHARACTER


def test_a_renewed_permit_is_the_same_person() -> None:
    first, renewed = (comparison_key(IdKind.HK_MACAO_PERMIT, number) for number in ("H1234567801", "h1234567802"))
    assert first == renewed
    assert comparison_key(IdKind.RESIDENT_ID, "11010519491231002x") == "11010519491231002X"


def test_the_answer_for_machines_never_repeats_the_number() -> None:
    answer = check_id_json(IdKind.RESIDENT_ID, check(IdKind.RESIDENT_ID, "110101199003070012", TODAY))
    assert (answer["valid"], answer["code"]) == (False, "check_digit")
    assert "110101199003070012" not in str(answer)
    assert check_id_json(IdKind.USCC, None) == {"kind": "uscc", "valid": True, "code": None, "message": None}


@given(st.dates(date(1900, 1, 1), TODAY), st.integers(0, 999))
def test_check_digit_agrees_with_a_second_implementation(born: date, order: int) -> None:
    first17 = f"110101{born:%Y%m%d}{order:03d}"
    for last in "0123456789X":
        assert (what(IdKind.RESIDENT_ID, first17 + last) is None) == stdnum.cn.ric.is_valid(first17 + last)


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=9, max_size=9))
def test_uscc_check_agrees_with_a_second_implementation(body: str) -> None:
    number = "91110000" + body
    number += uscc_check_digit(number)
    assert check(IdKind.USCC, number, TODAY) is None
    assert stdnum.cn.uscc.calc_check_digit(number[:17]) == number[17]


def test_every_kind_of_document_has_a_check() -> None:
    for kind in IdKind:
        assert check(kind, "#", TODAY) is not None
