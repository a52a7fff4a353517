"""Tab reaches every control of a screen and comes round again: nobody is ever locked into a part of it."""

import pytest
from counter import Counter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def walked(counter: Counter) -> list[QWidget]:
    """Return where Tab goes until it comes round."""
    seen: list[QWidget] = []
    for _ in range(200):
        at = counter.focused()
        assert at is not None
        if at in seen:
            assert at is seen[0], f"Tab is caught at {at.accessibleName()}"
            return seen
        seen.append(at)
        counter.window.focusNextChild()
        QApplication.processEvents()
    raise AssertionError("Tab never comes round")


def fields_of(counter: Counter) -> set[str]:
    return {
        field.name
        for form in (counter.screen.form, counter.screen.answer._facts)
        for field in form.fields
        if field.isVisible() and field.editor.isEnabled() and field.editor.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


@pytest.mark.parametrize("branch", ["1", "2", "3"])
def test_tab_comes_round_through_the_answer_on_the_spot(counter: Counter, branch: str) -> None:
    counter.press("Ctrl+3", "Ctrl+N", "Ctrl+T")
    counter.type("1")
    if branch != "1":  # another branch and back: the letter's fields are made anew
        counter.press("Ctrl+A")
        counter.type(branch)
        counter.press("Ctrl+A")
        counter.type("1")

    names = [widget.objectName() for widget in walked(counter)]

    assert fields_of(counter) <= set(names)
    assert names.index("branch") < names.index("document") < names.index("information") < names.index("pages")
