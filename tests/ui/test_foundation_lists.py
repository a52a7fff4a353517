"""Every list: whole rows, by keyboard, sorted as asked, and a sentence when there is nothing."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from hallclient.ui import theme
from hallclient.ui.rows_model import Column, ListView, RowsModel


@dataclass(frozen=True)
class Row:
    number: str
    days: int


ROWS = [Row("S-3", 12), Row("S-1", 2), Row("S-2", -1)]
COLUMNS = [
    Column(title="编号", text=lambda row: row.number),
    Column(
        title="剩余",
        text=lambda row: f"{row.days} 天",
        align="right",
        sort=lambda row: row.days,
        tone=lambda row: "danger" if row.days < 0 else None,
        hover=lambda row: f"还剩 {row.days} 个工作日",
    ),
]


@pytest.fixture
def view(qapp, qtbot) -> ListView:
    theme.apply(qapp, dark=False)
    made = ListView(COLUMNS, name="申请", empty="没有申请，按 Ctrl+N 登记第一件")
    qtbot.addWidget(made)
    made.resize(400, 200)
    return made


def test_the_model_keeps_qts_rules(qapp: object) -> None:
    model = RowsModel(COLUMNS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(ROWS)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.show(ROWS[:1])
    model.show([])
    assert tester.model() is model


def test_a_row_says_its_text_its_colour_and_its_reason(qapp: object) -> None:
    model = RowsModel(COLUMNS)
    model.show(ROWS)
    late = model.index(2, 1)
    assert late.data() == "-1 天"
    assert late.data(Qt.ItemDataRole.ForegroundRole).color().name().upper() == theme.colours().danger
    assert model.index(0, 1).data(Qt.ItemDataRole.ForegroundRole) is None
    assert late.data(Qt.ItemDataRole.ToolTipRole) == "还剩 -1 个工作日"
    assert late.data(Qt.ItemDataRole.AccessibleTextRole) == "剩余 -1 天"
    assert not late.flags() & Qt.ItemFlag.ItemIsEditable


def test_rows_come_in_the_order_given_until_a_heading_is_clicked(view: ListView) -> None:
    view.show_rows(ROWS)
    assert view.rows_model.rows() == ROWS
    view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [row.days for row in view.rows_model.rows()] == [-1, 2, 12]
    view.show_rows([*ROWS, Row("S-4", 5)])
    assert [row.days for row in view.rows_model.rows()] == [-1, 2, 5, 12]


def test_enter_opens_the_row(view: ListView, qtbot) -> None:
    view.show_rows(ROWS)
    view.selectRow(1)
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1]]


def test_ctrl_enter_is_left_to_the_screen(view: ListView, qtbot) -> None:
    view.show_rows(ROWS)
    view.selectRow(1)
    with qtbot.assertNotEmitted(view.opened):
        QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_home_and_end_go_to_the_first_and_the_last_row_and_letters_to_the_row_that_begins_with_them(
    view: ListView,
) -> None:
    view.show_rows(ROWS)
    view.selectRow(1)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current() == ROWS[2]
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current() == ROWS[0]
    QTest.keyClicks(view, "S-2")
    assert view.current() == ROWS[2]
    view.show_rows([])
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current() is None


def test_the_row_in_hand_stays_in_hand_when_the_list_is_asked_again(view: ListView) -> None:
    view.show_rows(ROWS)
    view.selectRow(2)
    view.show_rows([Row("S-0", 1), *ROWS], keep=lambda row: row.number)
    assert view.current() == ROWS[2]


def test_an_empty_list_says_what_to_do_first(view: ListView, qtbot) -> None:
    view.show()
    qtbot.waitExposed(view)
    told = view.grab().toImage()
    view.empty = ""
    assert view.grab().toImage() != told
    view.close()


def test_tab_leaves_a_list(view: ListView) -> None:
    assert not view.tabKeyNavigation()
    assert view.accessibleName() == "申请"
