"""What an old register's file says: encodings, headings, dates, terms, numbers a spreadsheet has damaged."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.history import COLUMNS, ImportKind, PastApplication, ProblemCode, YearPack
from hallclient.domain.register.kinds import ApplicantKind, EnquiryChannel, EnquiryKind, Handling, IdKind
from hallclient.foundation.trouble import FileUnreadable
from hallclient.imports.reading import Reading, read
from tests.services.import_files import APPLICATION, ENQUIRY, csv_of, xlsx_of

NOW = datetime(2026, 3, 2, 9, 0)


def look(kind: ImportKind, path: Path, mapping: dict[str, str] | None = None) -> Reading:
    return read(kind, path, now=NOW, mapping=mapping)


def applications(tmp_path: Path, *rows: dict[str, Any]) -> Reading:
    return look(ImportKind.APPLICATIONS, csv_of(tmp_path / "a.csv", [APPLICATION | row for row in rows]))


def enquiries(tmp_path: Path, *rows: dict[str, Any]) -> Reading:
    return look(ImportKind.ENQUIRIES, csv_of(tmp_path / "e.csv", [ENQUIRY | row for row in rows]))


def codes(reading: Reading) -> list[tuple[int, str, ProblemCode]]:
    return [(problem.row, problem.column, problem.code) for problem in reading.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_is_read_in_every_usual_encoding_and_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = csv_of(tmp_path / "e.csv", [ENQUIRY | {"内容": "问：土地，规划"}], encoding=encoding, delimiter=delimiter)
    (draft,) = look(ImportKind.ENQUIRIES, path).items
    assert isinstance(draft, EnquiryDraft)
    assert (draft.kind, draft.content) == (EnquiryKind.CONSULTATION, "问：土地，规划")


def test_headings_are_names_or_labels_in_any_order(tmp_path: Path) -> None:
    path = csv_of(tmp_path / "e.csv", [{"kind": "help", "时间": "2023-01-05", "persons": "3", "渠道": "phone"}])
    (draft,) = look(ImportKind.ENQUIRIES, path).items
    assert isinstance(draft, EnquiryDraft)
    assert (draft.kind, draft.persons, draft.channel) == (EnquiryKind.HELP, 3, EnquiryChannel.PHONE)


def test_every_unknown_column_is_named_and_no_row_is_read(tmp_path: Path) -> None:
    reading = enquiries(tmp_path, {"天气": "晴", "心情": "好"})
    assert reading.matched.unknown == ("天气", "心情")
    assert codes(reading) == [(1, "天气", ProblemCode.UNKNOWN_COLUMN), (1, "心情", ProblemCode.UNKNOWN_COLUMN)]
    assert reading.items == []


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    reading = look(ImportKind.ENQUIRIES, csv_of(tmp_path / "e.csv", [{"时间": "2023-01-05"}]))
    assert reading.matched.lacking == ("kind",)
    assert codes(reading) == [(1, "类别", ProblemCode.COLUMN_MISSING)]


def test_one_column_given_twice_is_a_problem(tmp_path: Path) -> None:
    reading = look(ImportKind.ENQUIRIES, csv_of(tmp_path / "e.csv", [ENQUIRY | {"kind": "help"}]))
    assert [problem.code for problem in reading.problems] == [ProblemCode.COLUMN_TWICE]


def test_what_old_registers_call_a_column_is_suggested_and_applied_only_when_told(tmp_path: Path) -> None:
    path = csv_of(tmp_path / "e.csv", [{"来访时间": "2023-01-05", "事项类别": "求助", "备注": "-"}])
    unread = look(ImportKind.ENQUIRIES, path)
    assert unread.matched.suggested == {"来访时间": "occurred_at", "事项类别": "kind", "备注": ""}
    assert set(unread.matched.unknown) == {"来访时间", "事项类别", "备注"}
    told = look(ImportKind.ENQUIRIES, path, unread.matched.suggested)
    assert not told.problems
    assert len(told.items) == 1


@pytest.mark.parametrize(
    "written",
    ["2023-01-05", "2023/1/5", "2023.1.5", "2023年1月5日", "20230105", "44931", "２０２３/１/５", " 2023-01-05 "],
)
def test_a_date_is_read_as_registers_write_it(tmp_path: Path, written: str) -> None:
    (item,) = applications(tmp_path, {"收到日期": written}).items
    assert isinstance(item, PastApplication)
    assert item.draft.arrived_on == date(2023, 1, 5)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2023-02-30", ProblemCode.NOT_A_DATE),
        ("去年", ProblemCode.NOT_A_DATE),
        ("12", ProblemCode.NOT_A_DATE),
        ("2026-03-03", ProblemCode.IN_FUTURE),
        ("1015-01-05", ProblemCode.TOO_EARLY),
        ("", ProblemCode.MISSING),
    ],
)
def test_an_impossible_date_is_refused(tmp_path: Path, written: str, code: ProblemCode) -> None:
    assert codes(applications(tmp_path, {"收到日期": written})) == [(2, "收到日期", code)]


def test_typed_cells_of_a_workbook_are_taken_as_they_are(tmp_path: Path) -> None:
    row = {"时间": datetime(2023, 1, 5, 9, 30), "类别": "咨询", "人次": 3, "联系电话": 13800001234, "办结日期": 44931}
    (draft,) = look(ImportKind.ENQUIRIES, xlsx_of(tmp_path / "e.xlsx", [row])).items
    assert isinstance(draft, EnquiryDraft)
    assert (draft.occurred_at, draft.persons, draft.phone) == (datetime(2023, 1, 5, 9, 30), 3, "13800001234")
    assert draft.closed_on == date(2023, 1, 5)


def test_an_identity_number_stored_as_a_number_has_lost_its_end_and_is_refused(tmp_path: Path) -> None:
    row = APPLICATION | {"证件类型": "居民身份证", "证件号码": 110101199003070011}
    assert codes(look(ImportKind.APPLICATIONS, xlsx_of(tmp_path / "a.xlsx", [row]))) == [
        (2, "证件号码", ProblemCode.NUMBER_DAMAGED)
    ]


@pytest.mark.parametrize("written", ["1.10101E+17", "110101199003070000"])
def test_a_number_a_spreadsheet_wrote_back_damaged_is_named_so(tmp_path: Path, written: str) -> None:
    reading = applications(tmp_path, {"证件类型": "居民身份证", "证件号码": written})
    assert codes(reading) == [(2, "证件号码", ProblemCode.NUMBER_DAMAGED)]


def test_an_identity_number_is_checked_and_never_repeated_in_the_problem(tmp_path: Path) -> None:
    reading = applications(tmp_path, {"证件类型": "resident_id", "证件号码": "110101199003070012"})
    assert codes(reading) == [(2, "证件号码", ProblemCode.ID_CHECK_FAILED)]
    assert "110101199003070012" not in repr(reading.problems)


def test_a_number_with_a_check_digit_tells_its_own_kind(tmp_path: Path) -> None:
    reading = applications(
        tmp_path,
        {"证件号码": "110101199003070011"},
        {"申请人类别": "商业企业", "证件号码": "91350100M000100Y43"},
        {"证件号码": "E12345678"},
    )
    kinds = [item.draft.applicant.id_kind for item in reading.items if isinstance(item, PastApplication)]
    assert kinds == [IdKind.RESIDENT_ID, IdKind.USCC]
    assert [problem.code for problem in reading.problems] == [ProblemCode.ID_KIND_MISSING]


@pytest.mark.parametrize(
    ("written", "outcome"),
    [
        ("granted_in_part", Outcome.GRANTED_IN_PART),
        ("部分公开", Outcome.GRANTED_IN_PART),
        ("三、本年度办理结果/(三)不予公开/1.属于国家秘密", Outcome.REFUSED_STATE_SECRET),
        ("（一）予以公开", Outcome.GRANTED),
        ("3.其他", Outcome.CLOSED_OTHER),
    ],
)
def test_an_outcome_is_read_by_code_or_by_its_label_in_the_tables(
    tmp_path: Path, written: str, outcome: Outcome
) -> None:
    (item,) = applications(tmp_path, {"办理结果": written, "办结日期": "2023-01-06"}).items
    assert isinstance(item, PastApplication)
    assert item.outcome is outcome


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ({"办理结果": "予以公开"}, "closed_on", ProblemCode.OUTCOME_WITHOUT_CLOSED),
        ({"办结日期": "2023-01-06"}, "outcome", ProblemCode.CLOSED_WITHOUT_OUTCOME),
        ({"办理结果": "予以公开", "办结日期": "2023-01-04"}, "办结日期", ProblemCode.BEFORE_RECEIPT),
        ({"申请渠道": "飞鸽"}, "申请渠道", ProblemCode.UNKNOWN_TERM),
        ({"信息处理费": "-1"}, "信息处理费", ProblemCode.OUT_OF_RANGE),
        ({"信息处理费": "1.005"}, "信息处理费", ProblemCode.OUT_OF_RANGE),
        ({"信息处理费": "很多"}, "信息处理费", ProblemCode.NOT_A_NUMBER),
        ({"申请人": ""}, "申请人", ProblemCode.MISSING),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_place(
    tmp_path: Path, row: dict[str, str], column: str, code: ProblemCode
) -> None:
    assert codes(applications(tmp_path, row)) == [(2, column, code)]


def test_the_same_old_number_stands_once_in_a_unit(tmp_path: Path) -> None:
    reading = applications(
        tmp_path,
        {"申请编号": "1", "承办单位": "甲局"},
        {"申请编号": "1", "承办单位": "乙局"},
        {"申请编号": "1", "承办单位": "甲局"},
    )
    assert codes(reading) == [(4, "申请编号", ProblemCode.TWICE)]


def test_good_rows_and_bad_cells_are_both_told_and_every_bad_one(tmp_path: Path) -> None:
    reading = enquiries(
        tmp_path,
        {"评价": "5"},
        {"评价": "6", "人次": "很多", "时间": "2023-13-01"},
        {"类别": "？", "件次": "0"},
    )
    assert len(reading.items) == 1
    assert reading.rows == 3
    assert {(row, column) for row, column, _ in codes(reading)} == {
        (3, "评价"),
        (3, "人次"),
        (3, "时间"),
        (4, "类别"),
        (4, "件次"),
    }


def test_empty_cells_mean_not_given(tmp_path: Path) -> None:
    (draft,) = enquiries(tmp_path, {"人次": "", "件次": "", "评价": "", "处理方式": "", "渠道": ""}).items
    assert isinstance(draft, EnquiryDraft)
    assert (draft.persons, draft.matters, draft.rating, draft.handling) == (1, 1, None, None)


def test_rows_are_numbered_as_the_spreadsheet_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "e.csv"
    path.write_text('时间,类别,内容\n2023-01-05,咨询,"两\n行"\n\n,,\n2023-01-05,？,\n', "utf-8")
    assert codes(look(ImportKind.ENQUIRIES, path)) == [(5, "类别", ProblemCode.UNKNOWN_TERM)]


def test_a_row_with_more_cells_than_headings_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "e.csv"
    path.write_text("时间,类别\n2023-01-05,咨询,王,\n", "utf-8")
    assert [problem.code for problem in look(ImportKind.ENQUIRIES, path).problems] == [ProblemCode.TOO_MANY_CELLS]


@pytest.mark.parametrize(
    ("name", "content", "detail"),
    [
        ("a.xlsx", b"not a workbook", "broken"),
        ("a.xlsx", b"PK\x03\x04 torn", "broken"),
        ("a.csv", b'"open quote\n1,2', "broken"),
        ("a.csv", b"\xff\xff\xff\xff\x80", "encoding"),
        ("a.csv", b"a\x00b,c\n", "encoding"),
        ("a.csv", b"", "empty"),
        ("a.txt", b"a,b\n", "ending"),
    ],
)
def test_a_broken_file_is_unreadable_and_says_why(tmp_path: Path, name: str, content: bytes, detail: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FileUnreadable) as no:
        look(ImportKind.ENQUIRIES, tmp_path / name)
    assert no.value.detail == detail


def test_a_workbook_cut_short_is_unreadable(tmp_path: Path) -> None:
    whole = xlsx_of(tmp_path / "whole.xlsx", [ENQUIRY] * 50).read_bytes()
    (tmp_path / "torn.xlsx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(FileUnreadable):
        look(ImportKind.ENQUIRIES, tmp_path / "torn.xlsx")


def test_counters_take_codes_and_decimals_only_where_the_form_has_them(tmp_path: Path) -> None:
    rows = [
        {"on": "2023-12-31", "counter": "charges.wan_yuan", "count": "59237.2449"},
        {"on": "2023-12-31", "counter": "licences.decisions", "count": "1,808,595"},
        {"on": "2023-12-31", "counter": "licences.decisions", "count": "1.5"},
        {"on": "2023-12-31", "counter": "licences", "count": "1"},
    ]
    reading = look(ImportKind.COUNTERS, csv_of(tmp_path / "c.csv", rows))
    assert [getattr(item, "count", None) for item in reading.items] == [Decimal("59237.2449"), Decimal(1808595)]
    assert codes(reading) == [(4, "count", ProblemCode.OUT_OF_RANGE), (5, "counter", ProblemCode.UNKNOWN_TERM)]


def test_a_holiday_notice_is_one_row_or_many(tmp_path: Path) -> None:
    path = csv_of(
        tmp_path / "k.csv",
        [
            {"year": "2027", "off": "2027-01-01~2027-01-03、2027-02-05", "work": "2027-02-14"},
            {"year": "2027", "off": "2027-05-01", "work": ""},
        ],
    )
    first, second = look(ImportKind.CALENDAR, path).items
    assert isinstance(first, YearPack)
    assert isinstance(second, YearPack)
    assert [day.day for day in first.off] == [1, 2, 3, 5]
    assert second.off == (date(2027, 5, 1),)


def test_the_columns_are_the_contracts() -> None:
    names = {kind.value: " ".join(column.name for column in columns) for kind, columns in COLUMNS.items()}
    assert names["applications"] == (
        "number unit received_on channel applicant_kind applicant_name id_kind id_number phone topic subject"
        " outcome closed_on fee_yuan"
    )
    assert names["enquiries"] == (
        "occurred_at kind persons matters channel unit topic name phone content handling closed_on rating"
    )
    assert names["disputes"] == "kind application_number filed_on decided_on result topic"
    assert names["counters"] == "on counter count evidence"
    assert names["catalogue"] == "index_number title document_number summary created_on category where published_on"


def test_every_handling_and_kind_is_read_by_its_label(tmp_path: Path) -> None:
    assert not enquiries(tmp_path, *({"处理方式": handling.label} for handling in Handling)).problems
    assert not enquiries(tmp_path, *({"类别": kind.label} for kind in EnquiryKind)).problems
    people = [{"申请人类别": kind.label} for kind in ApplicantKind]
    assert not applications(tmp_path, *people).problems
