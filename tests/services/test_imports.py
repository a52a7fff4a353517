"""An old register comes in whole or not at all, counts in figures, and never uses up a live number."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.history import (
    AlreadyImported,
    ImportKind,
    ImportRefused,
    NothingToImport,
    ProblemCode,
    UnknownColumns,
)
from hallclient.domain.register.permissions import Clerk, NotPermitted, Role
from hallclient.storage import audit
from hallclient.wiring import Hall
from tests.hall import Stores
from tests.services.import_files import APPLICATION, ENQUIRY, csv_of

TABLES = ("enquiries", "applications", "steps", "disputes", "counters", "catalogue", "day_closes", "number_ledger",
          "audit", "calendar_packs")  # fmt: skip


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("store"))


@pytest.fixture
def hall(stores: Stores, tmp_path: Path) -> Iterator[Hall]:
    opened = stores.hall(tmp_path / "data")
    yield opened
    opened.close()


def counted(hall: Hall) -> dict[str, int]:
    with hall.office.database.reading() as tx:
        return {name: tx.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one() for name in TABLES}


def old_enquiries(tmp_path: Path, count: int = 3) -> Path:
    return csv_of(tmp_path / "e.csv", [ENQUIRY | {"人次": str(n), "内容": f"第{n}件"} for n in range(1, count + 1)])


def test_a_dry_run_writes_nothing_and_tells_the_totals(hall: Hall, tmp_path: Path) -> None:
    before = counted(hall)
    preview = hall.imports.read(ImportKind.ENQUIRIES, old_enquiries(tmp_path))
    assert preview.ready
    assert (preview.rows, preview.totals.sums["persons"]) == (3, Decimal(6))
    assert preview.totals.by["kind"] == {"consultation": 3}
    assert preview.sample[0] == ("2023-01-05 09:30", "咨询", "1", "第1件")
    assert counted(hall) == before


def test_one_bad_row_keeps_all_rows_out(hall: Hall, tmp_path: Path) -> None:
    path = csv_of(tmp_path / "e.csv", [ENQUIRY, ENQUIRY | {"类别": "？"}, ENQUIRY | {"时间": "明天"}])
    before = counted(hall)
    with pytest.raises(ImportRefused) as no:
        hall.imports.commit(ImportKind.ENQUIRIES, path, by=hall.clerk)
    assert [(problem.row, problem.column) for problem in no.value.problems] == [(3, "类别"), (4, "时间")]
    assert counted(hall) == before


def test_unknown_columns_keep_all_rows_out(hall: Hall, tmp_path: Path) -> None:
    path = csv_of(tmp_path / "e.csv", [ENQUIRY | {"天气": "晴"}])
    with pytest.raises(UnknownColumns):
        hall.imports.commit(ImportKind.ENQUIRIES, path, by=hall.clerk)
    hall.imports.commit(ImportKind.ENQUIRIES, path, {"时间": "occurred_at", "类别": "kind", "天气": ""}, by=hall.clerk)
    assert counted(hall)["enquiries"] == 1


def test_history_has_its_own_series_and_leaves_the_live_one_alone(hall: Hall, tmp_path: Path) -> None:
    done = hall.imports.commit(ImportKind.ENQUIRIES, old_enquiries(tmp_path), by=hall.clerk)
    assert (done.first_number, done.last_number) == ("SL01-W01-ZH2023-00001", "SL01-W01-ZH2023-00003")
    live = hall.reception.register(EnquiryDraft(content="今天的事"), by=hall.clerk)
    assert live.number == "SL01-W01-Z2026-00001"


def test_imported_rows_count_at_once_without_a_close_of_the_past(hall: Hall, tmp_path: Path) -> None:
    hall.imports.commit(ImportKind.ENQUIRIES, old_enquiries(tmp_path), by=hall.clerk)
    tally = hall.figures.tally(date(2023, 1, 1), date(2023, 12, 31))
    assert {line.code: line.value for line in tally.lines}["enquiries.persons"] == 6
    assert not tally.differences


def test_imported_rows_are_found_by_their_words(hall: Hall, tmp_path: Path) -> None:
    hall.imports.commit(ImportKind.ENQUIRIES, old_enquiries(tmp_path), by=hall.clerk)
    assert [hit.number for hit in hall.finder.find("第2件", by=hall.clerk)] == ["SL01-W01-ZH2023-00002"]


def test_one_import_is_one_audit_entry_with_the_files_hash(hall: Hall, tmp_path: Path) -> None:
    before = counted(hall)["audit"]
    sha256 = hall.imports.read(ImportKind.ENQUIRIES, old_enquiries(tmp_path)).sha256
    hall.imports.commit(ImportKind.ENQUIRIES, tmp_path / "e.csv", by=hall.clerk)
    assert counted(hall)["audit"] == before + 1
    with hall.office.database.reading() as tx:
        entry = tx.exec_driver_sql('SELECT action, "after" FROM audit ORDER BY id DESC LIMIT 1').one()
        assert audit.broken_links(tx) == []
    assert entry[0] == "import_enquiries"
    assert sha256 in entry[1]
    assert "第1件" not in entry[1]


def test_the_same_file_is_refused_the_second_time(hall: Hall, tmp_path: Path) -> None:
    path = old_enquiries(tmp_path)
    hall.imports.commit(ImportKind.ENQUIRIES, path, by=hall.clerk)
    before = counted(hall)
    with pytest.raises(AlreadyImported):
        hall.imports.commit(ImportKind.ENQUIRIES, path, by=hall.clerk)
    assert not hall.imports.read(ImportKind.ENQUIRIES, path).ready
    assert counted(hall) == before


def test_an_old_number_that_is_in_the_register_already_is_refused(hall: Hall, tmp_path: Path) -> None:
    row = APPLICATION | {"申请编号": "2023-17", "承办单位": "甲局"}
    hall.imports.commit(ImportKind.APPLICATIONS, csv_of(tmp_path / "a.csv", [row]), by=hall.clerk)
    again = csv_of(tmp_path / "b.csv", [row | {"申请编号": "2023-18"}, row])
    preview = hall.imports.read(ImportKind.APPLICATIONS, again)
    assert [(problem.row, problem.code) for problem in preview.problems] == [(3, ProblemCode.ALREADY_THERE)]


def test_a_file_without_rows_is_refused(hall: Hall, tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text("时间,类别\n", "utf-8")
    with pytest.raises(NothingToImport):
        hall.imports.commit(ImportKind.ENQUIRIES, tmp_path / "e.csv", by=hall.clerk)


def test_an_import_needs_its_permission(hall: Hall, tmp_path: Path) -> None:
    clerk = Clerk(name="li", display_name="李", roles=frozenset({Role.CLERK}))
    with pytest.raises(NotPermitted):
        hall.imports.commit(ImportKind.ENQUIRIES, old_enquiries(tmp_path), by=clerk)


def test_an_open_application_of_the_past_has_a_due_date(hall: Hall, tmp_path: Path) -> None:
    rows = [APPLICATION | {"收到日期": "2026-02-24"}, APPLICATION | {"办理结果": "予以公开", "办结日期": "2023-02-01"}]
    hall.imports.commit(ImportKind.APPLICATIONS, csv_of(tmp_path / "a.csv", rows), by=hall.clerk)
    first, second = sorted(hall.applications.rows(), key=lambda row: row.number, reverse=True)
    assert (first.due_on, second.due_on) == (date(2026, 3, 23), None)
    assert first.historical
    assert second.historical


def test_a_dispute_names_its_application_by_the_old_number(hall: Hall, tmp_path: Path) -> None:
    row = APPLICATION | {"申请编号": "旧17"}
    hall.imports.commit(ImportKind.APPLICATIONS, csv_of(tmp_path / "a.csv", [row]), by=hall.clerk)
    disputes = [
        {
            "类型": "行政复议",
            "申请编号": "旧17",
            "提起日期": "2023-03-01",
            "审结日期": "2023-04-01",
            "结果": "结果维持",
        },
        {"类型": "行政复议", "申请编号": "外单位9", "提起日期": "2023-03-01"},
    ]
    hall.imports.commit(ImportKind.DISPUTES, csv_of(tmp_path / "d.csv", disputes), by=hall.clerk)
    named = {dispute.application for dispute in hall.disputes.rows()}
    assert named == {"SL01-W01-SH2023-00001", "外单位9"}


def test_a_catalogue_is_found_and_its_known_items_are_replaced(hall: Hall, tmp_path: Path) -> None:
    row = {"索引号": "014416330/2018-04736", "名称": "旧名称", "位置": "https://example.invalid/1"}
    hall.imports.commit(ImportKind.CATALOGUE, csv_of(tmp_path / "c.csv", [row]), by=hall.clerk)
    hall.imports.commit(ImportKind.CATALOGUE, csv_of(tmp_path / "d.csv", [row | {"名称": "新名称"}]), by=hall.clerk)
    assert [hit.title for hit in hall.finder.find("新名称", by=hall.clerk)] == ["新名称"]
    assert hall.finder.find("旧名称", by=hall.clerk) == []


def test_a_calendar_moves_the_due_dates_it_must_and_shows_them_before(hall: Hall, tmp_path: Path) -> None:
    hall.imports.commit(
        ImportKind.APPLICATIONS,
        csv_of(tmp_path / "a.csv", [APPLICATION | {"收到日期": "2026-02-24"}]),
        by=hall.clerk,
    )
    # 2026 as announced on 2025-11-04, but for the make-up Saturday of 28 February, here on 28 March.
    off = (
        "2026-01-01~2026-01-03、2026-02-15~2026-02-23、2026-04-04~2026-04-06、2026-05-01~2026-05-05、"
        "2026-06-19~2026-06-21、2026-09-25~2026-09-27、2026-10-01~2026-10-07"
    )
    work = "2026-01-04、2026-02-14、2026-03-28、2026-05-09、2026-09-20、2026-10-10"
    path = csv_of(tmp_path / "k.csv", [{"year": "2026", "source": "通知", "off": off, "work": work}])
    shown = hall.imports.read(ImportKind.CALENDAR, path).moved
    assert [(one.before, one.after) for one in shown] == [(date(2026, 3, 23), date(2026, 3, 24))]
    assert hall.applications.rows()[0].due_on == date(2026, 3, 23)
    assert hall.imports.commit(ImportKind.CALENDAR, path, by=hall.clerk).moved == shown
    assert hall.applications.rows()[0].due_on == date(2026, 3, 24)


def test_a_calendar_that_contradicts_itself_is_refused(hall: Hall, tmp_path: Path) -> None:
    path = csv_of(tmp_path / "k.csv", [{"year": "2027", "off": "2027-01-01", "work": ""}])
    preview = hall.imports.read(ImportKind.CALENDAR, path)
    assert {problem.code for problem in preview.problems} == {ProblemCode.CALENDAR_CONTRADICTION}
    with pytest.raises(ImportRefused):
        hall.imports.commit(ImportKind.CALENDAR, path, by=hall.clerk)
