"""Three languages: every text is said in each, and every screen opens in each, on a small screen too."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from hallclient.ui import i18n, language, theme
from hallclient.ui.catalog import SCREENS
from tests.hall import Clock, Stores
from tests.window import Desk

SMALL = QSize(683, 384)  # 1366 × 768 at 200 %
USUAL = QSize(1366, 768)


@pytest.fixture(scope="module")
def texts() -> i18n.Texts:
    return i18n.find_texts()


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    language.use(qapp, "zh_CN")


# -- the texts --------------------------------------------------------------------------------------------------------


def test_nothing_is_missing_and_the_files_are_fresh(tmp_path: Path) -> None:
    assert i18n.write(tmp_path) == []
    assert i18n.stale(tmp_path) == []


@pytest.mark.slow
def test_writing_twice_gives_the_same_files(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        i18n.write(folder)
    assert [path.read_bytes() for path in sorted(first.iterdir())] == [
        path.read_bytes() for path in sorted(second.iterdir())
    ]


def test_the_finder_misses_no_literal_in_the_code(texts: i18n.Texts) -> None:
    known = {source for sources in texts.values() for source in sources}
    missed = []
    for path in [*(i18n.PACKAGE / "ui").rglob("*.py"), *(i18n.PACKAGE / "cli").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            at = {"tr": 0, "_": 0, "translate": 1, "noop": 1}.get(name)
            if at is None or len(node.args) <= at:
                continue
            said = node.args[at]
            if isinstance(said, ast.Constant) and isinstance(said.value, str) and said.value not in known:
                missed.append(f"{path.name}:{node.lineno}")
    assert missed == []


def test_a_text_without_english_is_named() -> None:
    texts = {"desk": ("今日", "明日")}
    said = i18n.to_english(texts, {"desk": {"今日": "Today"}})
    assert i18n.lacks("en", texts, said) == [i18n.Lack("en", "desk", "明日")]


def test_a_translation_with_other_placeholders_is_named() -> None:
    texts = {"desk": ("{0} 件",)}
    said = i18n.to_english(texts, {"shared": {"{0} 件": "{1} matters"}})
    assert i18n.lacks("en", texts, said) == [i18n.Lack("en", "desk", "{0} 件", differs=True)]


def test_a_context_own_word_goes_before_the_shared_one() -> None:
    book = {"shared": {"登记": "Register"}, "cli": {"登记": "registration"}}
    said = i18n.to_english({"cli": ("登记",), "desk": ("登记",)}, book)
    assert (said["cli", "登记"], said["desk", "登记"]) == ("registration", "Register")


def test_a_text_that_moves_keeps_its_english_where_all_agree() -> None:
    book = {"desk": {"主题": "Topic", "件": "item"}, "figures": {"件": "matter"}}
    said = i18n.to_english({"board": ("主题", "件")}, book)
    assert said == {("board", "主题"): "Topic"}


def test_taiwan_reads_its_own_words_but_the_law_s_own_name() -> None:
    said = i18n.to_taiwan({"x": ("打印机", "政府信息公开窗口", "机关代码")}, i18n._toml("zh_TW_overrides.toml"))
    assert list(said.values()) == ["印表機", "政府信息公開窗口", "機關代碼"]


# -- the files --------------------------------------------------------------------------------------------------------


def test_who_reads_an_old_translation_keeps_it_when_new_ones_are_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, shown = tmp_path / "made", tmp_path / "shown"
    for folder, text in ((made, b"new"), (shown, b"older and longer")):
        folder.mkdir()
        (folder / "hallclient_en.qm").write_bytes(text)
    monkeypatch.setattr(i18n, "FOLDER", shown)

    with (shown / "hallclient_en.qm").open("rb") as reader:
        i18n.put(made)
        assert reader.read() == b"older and longer"

    assert i18n.stale(made) == []
    assert [path.name for path in shown.iterdir()] == ["hallclient_en.qm"]


def test_a_translation_file_that_is_cut_off_under_the_window_does_not_end_it(tmp_path: Path) -> None:
    """Qt would map the file, and the next text not yet looked at would be a bus error."""
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "hallclient_en.qm").write_bytes((i18n.FOLDER / "hallclient_en.qm").read_bytes())
    program = f"""
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from hallclient.ui import language
language.RESOURCES = Path({str(tmp_path)!r})
language.use(QCoreApplication([]), "en")
open(language.RESOURCES / "i18n" / "hallclient_en.qm", "wb").close()
print(language.translate("catalog", "接待"))
"""

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert done.stdout.strip() == "Reception", done.stderr
    assert done.returncode == 0


# -- the screens ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("spoken_language", language.LANGUAGES)
@pytest.mark.slow
def test_every_screen_opens_on_the_usual_and_the_small_screen(
    spoken: QApplication, stores: Stores, tmp_path: Path, spoken_language: str
) -> None:
    language.use(spoken, spoken_language)
    theme.apply(spoken, dark=False)
    clock = Clock()
    desk = Desk(stores.hall(tmp_path / "store", clock), clock)
    try:
        for size in (USUAL, SMALL):
            desk.window.resize(size)
            for entry in SCREENS:
                desk.window.open_screen(entry.id)
                desk.settle()
                assert desk.screen.title == language.translate("catalog", entry.title), entry.id
                assert desk.window.size() == size, f"{entry.id} needs more room than {size.width()}×{size.height()}"
                assert nameless(desk.window) == [], entry.id
        assert desk.refused == []
    finally:
        desk.close()


def nameless(window: QWidget) -> list[str]:
    """Return the controls a screen reader could not name."""
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]


def test_the_titles_are_said_in_the_language_in_use(spoken: QApplication) -> None:
    said = {}
    for name in language.LANGUAGES:
        language.use(spoken, name)
        said[name] = language.translate("catalog", "接待")
    assert said == {"zh_CN": "接待", "zh_TW": "接待", "en": "Reception"}
