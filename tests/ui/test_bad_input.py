"""Bad input and a bad world in the real window: a sentence that names the field and the way out, nothing half written.

The wrong password and the stores that cannot be opened stand in ``tests/ui/test_shell.py``.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QApplication

from tests.window import Desk

ID = "440301198512310127"


def tables(desk: Desk) -> dict[str, int]:
    """How many rows stand in each table: what a refused save must not change."""
    with desk.hall.office.database.reading() as tx:
        names = tx.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            " AND name NOT LIKE 'search%' AND name NOT IN ('drafts', 'recents')"
        ).scalars()
        return {name: tx.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in list(names)}


def put(desk: Desk, name: str, text: str) -> None:
    desk.screen.form.field(name).setFocus()
    desk.press("Ctrl+A")
    desk.type(text)


def begin_enquiry(desk: Desk) -> Callable[[str], Any]:
    desk.press("Ctrl+2", "Ctrl+N")
    put(desk, "content", "问公积金提取")
    return lambda name: desk.screen.form.field(name)


def begin_application(desk: Desk) -> Callable[[str], Any]:
    desk.press("Ctrl+3", "Ctrl+N")
    for name, text in (
        ("name", "张示例"),
        ("id_number", ID),
        ("phone", "13800001234"),
        ("subject", "老旧小区改造计划"),
        ("form", "1"),
        ("delivery", "1"),
    ):
        put(desk, name, text)
    ask(desk)
    return lambda name: desk.screen.form.field(name)


def ask(desk: Desk) -> None:
    """What is said as one types is asked when the typing pauses."""
    if hasattr(desk.screen, "check"):
        desk.screen.check.ask()
        desk.settle()


def save(desk: Desk) -> None:
    desk.press("Ctrl+Return")
    ask(desk)


FORMS = {
    "enquiry": (begin_enquiry, "content", "问公积金提取"),
    "application": (begin_application, "subject", "老旧小区改造计划"),
}


# -- what is typed -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "field", "typed", "said"),
    [
        ("enquiry", "occurred_on", "20260230", "2 月只有 28 天"),
        ("enquiry", "occurred_on", "2026-03-03", "晚于现在"),
        ("enquiry", "occurred_on", "2024-03-01", "超过一年"),
        ("enquiry", "occurred_time", "2561", "时间"),
        ("enquiry", "content", "停\U000323af车", "字库没有的字"),
        ("application", "arrived_on", "20260230", "2 月只有 28 天"),
        ("application", "arrived_on", "2026-03-03", "晚于今天"),
        ("application", "arrived_on", "2023-03-01", "距今过久"),
        ("application", "id_number", "440301198512310128", "校验"),
        ("application", "id_number", "440301198513310127", "出生日期"),
        ("application", "address", "市\U000323af路", "字库没有的字"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_at_its_field(desk: Desk, form: str, field: str, typed: str, said: str) -> None:
    begin, kept, text = FORMS[form]
    found = begin(desk)
    before = tables(desk)
    put(desk, field, typed)

    save(desk)

    assert said in found(field).below.text(), found(field).below.text()
    assert found(field).below.text().startswith("⚠")
    assert tables(desk) == before, "nothing is half written"
    if field != kept:
        assert found(kept).text() == text, "nothing typed is lost"


@pytest.mark.parametrize("form", ["enquiry", "application"])
def test_a_mistake_put_right_is_saved(desk: Desk, form: str) -> None:
    begin, _kept, _text = FORMS[form]
    field = {"enquiry": "occurred_on", "application": "arrived_on"}[form]
    begin(desk)
    put(desk, field, "2026-03-03")
    save(desk)
    put(desk, field, "2026-03-02")
    if form == "enquiry":
        put(desk, "occurred_time", "0855")

    save(desk)

    assert sum((len(desk.hall.reception.today()), len(desk.hall.applications.rows()))) == 1


@pytest.mark.parametrize("form", ["enquiry", "application"])
def test_a_closed_day_says_so_and_takes_nothing(desk: Desk, form: str) -> None:
    desk.hall.closing.close(desk.hall.today(), by=desk.hall.clerk)
    begin, kept, text = FORMS[form]
    found = begin(desk)
    before = tables(desk)

    save(desk)

    dialog = QApplication.activeModalWidget()
    if dialog is not None:  # the supervisor is offered the adjustment: he goes back
        desk.press("Esc")
    said = desk.status + "".join(field.below.text() for field in desk.screen.form.fields)
    assert dialog is not None or "已日结" in said
    assert tables(desk) == before
    assert found(kept).text() == text


# -- what the world does -----------------------------------------------------------------------------------------


@contextmanager
def full_disk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    database = desk.hall.office.database

    def limit(pages: int) -> None:
        with database.writing() as tx:
            tx.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with database.reading() as tx:
        pages = tx.exec_driver_sql("PRAGMA page_count").scalar_one()
    limit(pages)
    yield
    limit(1_000_000)


@contextmanager
def second_program(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with desk.hall.office.database.writing() as tx:
        tx.exec_driver_sql("PRAGMA busy_timeout = 50")
    other = desk.hall.office.database.raw()
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@contextmanager
def read_only_folder(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # The machine's administrator may write anywhere: the database itself is told to write no more.
    database = desk.hall.office.database

    def only_read(yes: bool) -> None:
        with database.reading() as _tx, database._one_writer() as writer:
            writer.connection.driver_connection.execute(f"PRAGMA query_only = {int(yes)}")  # type: ignore[union-attr]

    only_read(True)
    yield
    only_read(False)


@pytest.mark.parametrize(
    ("world", "said", "way_out"),
    [
        (full_disk, "磁盘已满", "请清理磁盘"),
        (second_program, "另一个程序占用", "稍后再试"),
        (read_only_folder, "不能写入", "请检查权限"),
    ],
)
@pytest.mark.parametrize("form", ["enquiry", "application"])
def test_a_world_that_takes_nothing_leaves_what_was_typed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, form: str, world: Any, said: str, way_out: str
) -> None:
    begin, kept, text = FORMS[form]
    found = begin(desk)
    long = text + "，请尽快" * 4000  # more than the pages at hand
    put(desk, kept, long)
    desk.screen.keeper.renew()  # the journal would meet the same world
    before = tables(desk)

    with world(desk, monkeypatch):
        save(desk)
        assert said in desk.status
        assert way_out in desk.status
        assert found(kept).text() == long
    assert tables(desk) == before

    save(desk)
    assert sum((len(desk.hall.reception.today()), len(desk.hall.applications.rows()))) == 1, "the second try works"


@pytest.mark.parametrize("world", [second_program, read_only_folder])
def test_a_day_is_closed_whole_or_not_at_all(desk: Desk, monkeypatch: pytest.MonkeyPatch, world: Any) -> None:
    desk.press("Ctrl+2", "F2")
    desk.type("111")
    desk.window.open_screen("day_close")
    desk.settle()
    before = tables(desk)

    with world(desk, monkeypatch):
        desk.press("Ctrl+F10")
        desk.press("Return")
        assert desk.status.startswith("⚠")
        assert tables(desk) == before
        assert not desk.hall.closing.is_closed(desk.hall.today())


# -- files -------------------------------------------------------------------------------------------------------


def _torn_xlsx(path: Path) -> None:
    book = Workbook()
    book.active.append(["时间", "类别"])
    book.save(path)
    path.write_bytes(path.read_bytes()[:400])


def _binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 8)


def _no_table(path: Path) -> None:
    path.write_bytes(b"")


def _words(path: Path) -> None:
    path.write_text("这不是表格", "utf-8")


@pytest.mark.parametrize(
    ("name", "made"),
    [("broken.xlsx", _torn_xlsx), ("words.xlsx", _words), ("broken.csv", _binary), ("empty.csv", _no_table)],
)
def test_a_broken_file_is_named_with_what_to_do(
    desk: Desk, tmp_path: Path, name: str, made: Callable[[Path], None]
) -> None:
    made(tmp_path / name)
    before = tables(desk)
    desk.window.open_screen("imports")
    desk.settle()
    desk.screen.form.focus_first()
    desk.type("1")
    desk.press("Return")
    desk.type(str(tmp_path / name))
    desk.press("Return")

    said = desk.screen.file.below.text()
    assert name in said, said
    assert "请" in said
    desk.press("Ctrl+Return")
    assert QApplication.activeModalWidget() is None
    assert tables(desk) == before


def test_unknown_columns_are_asked_for_and_nothing_is_imported(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("时间,类别,柜台颜色,鞋码\n2025-03-10,咨询,蓝,42\n", "utf-8")
    before = tables(desk)
    desk.window.open_screen("imports")
    desk.settle()
    desk.screen.form.focus_first()
    desk.type("1")
    desk.press("Return")
    desk.type(str(tmp_path / "old.csv"))
    desk.press("Return")

    named = {problem.column: desk.screen.problems for problem in desk.screen.problems.rows_model.rows()}
    assert set(named) == {"柜台颜色", "鞋码"}
    assert desk.focused() is desk.screen.mapping.field("柜台颜色").edit, "the way out: say what the column is"
    desk.press("Ctrl+Return")
    assert QApplication.activeModalWidget() is None
    assert tables(desk) == before
