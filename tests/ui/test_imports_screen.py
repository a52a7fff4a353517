"""Old registers in the window: guessed columns to check, problems row by row, sums, then all rows or none."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from hallclient.domain.register.history import ImportKind
from tests.window import Desk, rows_of

OLD = "来访登记时间,事项类别,来访人数,柜台颜色\n" + "".join(f"2025-03-1{at},咨询,{at + 1},蓝\n" for at in range(5))
BAD = "时间,类别,人次\n2025-03-10,咨询,1\n2025-13-10,咨询,1\n2025-03-10,闲聊,x\n"


@pytest.fixture
def imports(desk: Desk) -> Desk:
    desk.window.open_screen("imports")
    desk.settle()
    return desk


def look(desk: Desk, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    desk.screen.form.focus_first()
    desk.type("1")  # 咨询投诉登记簿
    desk.press("Return")
    desk.type(str(path))
    desk.press("Return")


def say_yes(desk: Desk) -> None:
    question = QApplication.activeModalWidget()
    assert isinstance(question, QMessageBox)
    desk.press("Return")


def enquiries(desk: Desk) -> int:
    with desk.hall.office.database.reading() as tx:
        return int(tx.exec_driver_sql("SELECT count(*) FROM enquiries").scalar_one())


def test_guessed_columns_are_shown_and_an_unknown_one_is_asked_for(imports: Desk, tmp_path: Path) -> None:
    look(imports, tmp_path / "old.csv", OLD)

    mapping = imports.screen.mapping
    assert mapping.field("来访登记时间").value() == "occurred_at"
    assert mapping.field("来访人数").value() == "persons"
    assert mapping.field("柜台颜色").value() is None
    assert imports.focused() is mapping.field("柜台颜色").edit
    assert not imports.screen.importing.isEnabled()


def test_the_file_is_imported_once_every_column_is_settled(imports: Desk, tmp_path: Path) -> None:
    look(imports, tmp_path / "old.csv", OLD)
    field = imports.screen.mapping.field("柜台颜色")
    field.set_value("")  # 不导入此列
    field.chosen.emit("")
    imports.settle()
    sums = dict(imports.screen.totals.lines)
    assert sums["人次"] == "15"
    assert imports.screen.importing.isEnabled()

    imports.press("Ctrl+Return")
    say_yes(imports)

    assert enquiries(imports) == 5
    assert "ZH2025-00001" in imports.status
    assert "ZH2025-00005" in imports.status
    assert not imports.screen.importing.isEnabled()


def test_every_bad_cell_is_listed_and_nothing_is_imported(imports: Desk, tmp_path: Path) -> None:
    look(imports, tmp_path / "bad.csv", BAD)

    listed = rows_of(imports.screen.problems, lambda problem: (problem.row, problem.column))
    assert listed == [(3, "时间"), (4, "类别"), (4, "人次")]
    imports.press("Ctrl+Return")
    assert QApplication.activeModalWidget() is None
    assert enquiries(imports) == 0


def test_the_first_rows_stand_under_the_files_own_headings(imports: Desk, tmp_path: Path) -> None:
    look(imports, tmp_path / "bad.csv", BAD)

    sample = imports.screen.sample
    assert [column.title for column in sample.rows_model.columns] == ["时间", "类别", "人次"]
    assert sample.rows_model.rows()[0] == ("2025-03-10", "咨询", "1")


def test_the_same_file_is_not_imported_twice(imports: Desk, tmp_path: Path) -> None:
    path = tmp_path / "good.csv"
    path.write_text("时间,类别\n2025-03-10,咨询\n", encoding="utf-8")
    imports.hall.imports.commit(ImportKind.ENQUIRIES, path, by=imports.hall.clerk)

    look(imports, path, path.read_text("utf-8"))

    assert "导入过" in imports.screen.state.text()
    assert not imports.screen.importing.isEnabled()


def test_a_missing_file_is_said_at_its_field(imports: Desk, tmp_path: Path) -> None:
    imports.type("1")
    imports.press("Return")
    imports.type(str(tmp_path / "nowhere.csv"))
    imports.press("Return")

    assert imports.screen.file.editor.property("wrong")
    assert imports.refused == []


def test_what_was_looked_at_is_forgotten_when_the_path_changes(imports: Desk, tmp_path: Path) -> None:
    look(imports, tmp_path / "good.csv", "时间,类别\n2025-03-10,咨询\n")
    assert imports.screen.importing.isEnabled()

    imports.screen.file.edit.setFocus()
    imports.type("x")

    assert not imports.screen.importing.isEnabled()
    assert imports.screen.mapping is None
