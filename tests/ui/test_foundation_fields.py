"""Fields and forms: what was typed is understood or answered with a sentence; Enter never fights the input method."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from hallclient.domain.register.kinds import EnquiryKind
from hallclient.domain.register.life_refusals import ReasonMissing
from hallclient.domain.register.setup import PasswordTooWeak
from hallclient.ui import theme
from hallclient.ui.choice_field import ChoiceField, Option, options_of
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import IdNumberField, LongTextField, MoneyField, NumberField, PhoneField, TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.messages import sentence
from hallclient.ui.typed import NotUnderstood, read_date, read_money, read_phone, read_whole

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20260302", date(2026, 3, 2)),
        ("2026-3-2", date(2026, 3, 2)),
        ("2026.03.02", date(2026, 3, 2)),
        ("2026年3月2日", date(2026, 3, 2)),
        ("2026/3/2", date(2026, 3, 2)),
        ("3.2", date(2026, 3, 2)),
        ("12-31", date(2026, 12, 31)),
        ("0302", date(2026, 3, 2)),
        ("15", date(2026, 3, 15)),
        ("+5", date(2026, 3, 7)),
        ("-2", date(2026, 2, 28)),
        ("今天", TODAY),
        ("２０２６－３－２", date(2026, 3, 2)),
        ("3。2", date(2026, 3, 2)),
        ("20240229", date(2024, 2, 29)),
        ("  ", None),
    ],
)
def test_a_day_is_understood_however_it_is_typed(typed: str, meant: date | None) -> None:
    assert read_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("2026-2-30", "只有 28 天"),
        ("20250229", "只有 28 天"),
        ("2026-13-1", "没有 13 月"),
        ("0-1", "没有 0 月"),
        ("3.0", "没有 0 日"),
        ("1026-1-1", "四位年份"),
        ("明天吧", "看不出是哪一天"),
        ("202603", "看不出是哪一天"),
        ("+99999", "看不出是哪一天"),
    ],
)
def test_an_impossible_day_is_answered_with_a_sentence(typed: str, says: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_date(typed, TODAY)
    assert says in refused.value.sentence


def test_money_numbers_and_phones_are_read() -> None:
    assert read_money("￥1,200.5") == Decimal("1200.50")
    assert read_money("３８０元") == Decimal("380.00")
    assert read_money("") is None
    assert read_whole(" １２ ") == 12
    assert read_phone("0527 - 8436 0000") == "0527-84360000"


@pytest.mark.parametrize("typed", ["-1", "1.234", "一百", "NaN", "Infinity", "1e400"])
def test_an_amount_is_a_plain_number_with_two_decimals(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        read_money(typed)


@pytest.mark.parametrize("typed", ["0", "10000", "1.5", "-1", "三"])
def test_a_number_out_of_range_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        read_whole(typed, least=1, most=9999)


@pytest.fixture
def form(qapp: QApplication, qtbot) -> Form:
    theme.apply(qapp, dark=False)
    made = Form(
        [
            "申请人",
            TextField("name", "姓名", required=True, glyphs=lambda text: [c for c in text if c == "𰻝"]),
            DateField("on", "收到日期", today=lambda: TODAY, explains=True),
            ChoiceField("kind", "类别", options_of(EnquiryKind)),
            NumberField("persons", "人次", least=1),
            LongTextField("content", "内容"),
            TextField("reason", "理由"),
        ]
    )
    qtbot.addWidget(made)
    made.resize(800, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


def _editor(form: Form, name: str) -> QLineEdit:
    editor = form.field(name).editor
    assert isinstance(editor, QLineEdit)
    return editor


def _focus(form: Form, name: str) -> QLineEdit:
    editor = _editor(form, name)
    editor.setFocus()
    return editor


def test_enter_goes_to_the_next_field(form: Form) -> None:
    _focus(form, "name")
    for expected in ("on", "kind", "persons", "content"):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert QApplication.focusWidget() is form.field(expected).editor


def test_enter_on_the_last_field_says_so(form: Form, qtbot) -> None:
    with qtbot.waitSignal(form.passed):
        QTest.keyClick(_focus(form, "reason"), Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)


def test_enter_makes_a_new_line_in_a_text(form: Form) -> None:
    editor = form.field("content").editor
    assert isinstance(editor, QPlainTextEdit)
    editor.setFocus()
    QTest.keyClicks(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "b")
    assert form.field("content").value() == "a\nb"
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.field("reason").editor


def _compose(editor: QWidget, text: str) -> None:
    QApplication.sendEvent(editor, QInputMethodEvent(text, []))


def _commit(editor: QWidget, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def test_enter_belongs_to_the_input_method_while_it_composes(form: Form) -> None:
    editor = _focus(form, "name")
    _compose(editor, "zhang")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is editor
    _commit(editor, "张")
    assert form.field("name").value() == "张"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form.field("on").editor


@pytest.mark.parametrize("key", ["Ctrl+Return", "F8", "Esc"])
def test_no_shortcut_acts_while_a_word_is_composed(form: Form, key: str) -> None:
    pressed: list[str] = []
    shortcut = QShortcut(QKeySequence(key), form)
    shortcut.activated.connect(lambda: pressed.append(key))
    editor = _focus(form, "name")
    _compose(editor, "li")
    QTest.keySequence(editor, key)
    assert pressed == []
    _commit(editor, "李")
    QTest.keySequence(editor, key)
    assert pressed == [key]


def test_composing_ends_when_the_field_is_left(form: Form) -> None:
    editor = _focus(form, "name")
    _compose(editor, "li")
    form.field("on").setFocus()
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form.field("on").editor


def test_a_date_is_shown_as_understood_with_its_weekday(form: Form) -> None:
    editor = _focus(form, "on")
    QTest.keyClicks(editor, "3.5")
    assert form.field("on").below.text() == "2026-03-05 星期四"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "2026-03-05"
    assert form.values()["on"] == date(2026, 3, 5)


def test_an_impossible_date_is_complained_of_on_leaving_not_while_typing(form: Form) -> None:
    editor = _focus(form, "on")
    QTest.keyClicks(editor, "2026-2-30")
    below = form.field("on").below
    assert "没有 30 日" not in below.text()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert "2026 年 2 月只有 28 天，没有 30 日" in below.text()
    assert form.values()["on"] is None
    assert "on" in form.problems()


def test_f9_asks_why_it_is_this_day(form: Form, qtbot) -> None:
    field = form.field("on")
    assert isinstance(field, DateField)
    editor = _focus(form, "on")
    with qtbot.assertNotEmitted(field.explain_wished):
        QTest.keyClick(editor, Qt.Key.Key_F9)
    QTest.keyClicks(editor, "+5")
    with qtbot.waitSignal(field.explain_wished) as wished:
        QTest.keyClick(editor, Qt.Key.Key_F9)
    assert wished.args == [date(2026, 3, 7)]


def test_arrows_move_by_a_day(form: Form) -> None:
    editor = _focus(form, "on")
    QTest.keyClick(editor, Qt.Key.Key_Up)
    assert form.field("on").value() == date(2026, 3, 3)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert form.field("on").value() == TODAY


def test_a_number_key_picks_at_once(form: Form, qtbot) -> None:
    field = form.field("kind")
    assert isinstance(field, ChoiceField)
    with qtbot.waitSignal(field.chosen):
        QTest.keyClicks(_focus(form, "kind"), "3")
    assert field.value() is EnquiryKind.COMPLAINT
    assert field.text() == "投诉"


def test_typing_narrows_the_list_and_enter_takes_what_is_left(form: Form) -> None:
    editor = _focus(form, "kind")
    editor.setText("")
    QTest.keyClicks(editor, "sugg")
    field = form.field("kind")
    assert isinstance(field, ChoiceField)
    QTest.keyClick(field._list, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert form.field("kind").value() is EnquiryKind.SUGGESTION


def test_what_is_not_in_the_list_is_refused_in_words(form: Form) -> None:
    form.field("kind").set_text("不存在")
    assert "列表中没有这一项" in form.problems()["kind"]
    assert form.values()["kind"] is None


def test_topics_are_searched_by_whoever_knows_them(qapp: QApplication, qtbot) -> None:
    topics = [Option("T01", "行政许可", initials="xzxk"), Option("T02", "行政处罚", initials="xzcf")]
    field = ChoiceField(
        "topic", "领域", search=lambda typed: [t for t in topics if t.matches(typed.lower())], free=True
    )
    qtbot.addWidget(field)
    QTest.keyClicks(field.edit, "xzcf")
    field._list.hide()
    field.settle()
    field.set_value("T02")
    assert field.value() == "T02"
    field.set_text("老领域")
    assert field.value() == "老领域"


def test_a_missing_part_is_named_and_gets_the_focus(form: Form) -> None:
    _focus(form, "reason")
    problems = form.problems()
    form.mark(problems)
    assert problems == {"name": "请填写“姓名”"}
    assert "请填写“姓名”" in form.field("name").below.text()
    assert QApplication.focusWidget() is form.field("name").editor


def test_a_refusal_marks_the_field_it_names(form: Form) -> None:
    assert form.mark_refusal(ReasonMissing())
    assert sentence(ReasonMissing()) in form.field("reason").below.text()
    assert not form.mark_refusal(PasswordTooWeak())


def test_a_character_no_font_has_is_named_before_it_is_printed(form: Form) -> None:
    QTest.keyClicks(_focus(form, "name"), "x")
    _commit(_editor(form, "name"), "𰻝")
    assert "字库中没有“𰻝”" in form.field("name").below.text()
    form.field("name").set_text("面")
    assert form.field("name").below.text() == ""


def test_an_identity_number_is_checked_as_one_types(qapp: QApplication, qtbot) -> None:
    field = IdNumberField("id", "证件号码", check=lambda number: "" if number == "1X" else "不对")
    qtbot.addWidget(field)
    QTest.keyClicks(field.edit, "1")
    assert "不对" in field.below.text()
    QTest.keyClicks(field.edit, "x")
    assert field.below.text() == ""
    assert field.value() == "1X"


def test_values_that_cannot_be_read_stay_empty(qapp: QApplication, qtbot) -> None:
    for field, empty in ((PhoneField("p", "电话"), ""), (MoneyField("m", "金额"), None)):
        qtbot.addWidget(field)
        field.set_text("不是")
        assert field.value() == empty
        assert field.complaint()


def test_sticky_fields_stay_when_the_form_is_cleared(form: Form) -> None:
    form.fill({"name": "张三", "reason": "同上"})
    form.clear(keep=["reason"])
    assert (form.field("name").value(), form.field("reason").value()) == ("", "同上")
    assert not form.dirty


def test_a_draft_comes_back_as_it_was_typed(form: Form) -> None:
    form.fill({"name": "张三", "on": TODAY, "kind": EnquiryKind.HELP, "content": "一\n二"})
    kept = form.texts()
    form.clear()
    form.restore(kept)
    assert form.values() | {"persons": None, "reason": ""} == {
        "name": "张三",
        "on": TODAY,
        "kind": EnquiryKind.HELP,
        "persons": None,
        "content": "一\n二",
        "reason": "",
    }
    assert form.dirty


def test_columns_fold_when_the_window_is_narrow(form: Form) -> None:
    QApplication.processEvents()
    name, on = form.field("name"), form.field("on")
    assert name.y() == on.y()
    form.resize(300, 700)
    QApplication.processEvents()
    assert on.y() > name.y()


def test_what_has_the_focus_is_scrolled_into_view(qapp: QApplication, qtbot) -> None:
    fields = [TextField(f"f{at}", f"第 {at} 栏") for at in range(30)]
    scroll = FormScroll(Form(fields, columns=1))
    qtbot.addWidget(scroll)
    scroll.resize(300, 200)
    with qtbot.waitActive(scroll):
        scroll.show()
        scroll.activateWindow()
    fields[29].setFocus()
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().value() > 0)
    top = fields[29].editor.mapTo(scroll.viewport(), fields[29].editor.rect().topLeft()).y()
    assert 0 <= top < scroll.viewport().height()
    scroll.close()
