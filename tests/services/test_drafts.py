"""F13: the lock, the second form or a colleague never eats the text."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from reception_desk import CLERK, OTHER, Desk, desk_in

from hallclient.domain.register.records import NoSuchRecord


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        yield desk


def test_three_forms_of_one_kind_keep_three_texts_newest_first(desk: Desk) -> None:
    for number in "123":
        desk.later(seconds=2).drafts.save(f"form-{number}", "enquiry", {"content": f"第{number}件"}, by=CLERK)

    mine = desk.drafts.mine(CLERK)

    assert [(saved.instance, saved.payload) for saved in mine] == [
        ("form-3", {"content": "第3件"}),
        ("form-2", {"content": "第2件"}),
        ("form-1", {"content": "第1件"}),
    ]


def test_typing_on_replaces_the_text_of_the_same_form(desk: Desk) -> None:
    desk.drafts.save("form-1", "enquiry", {"content": "入"}, by=CLERK)
    desk.later(seconds=2).drafts.save("form-1", "enquiry", {"content": "入学"}, title="咨询", base_version=3, by=CLERK)

    (kept,) = desk.drafts.mine(CLERK)

    assert (kept.payload, kept.title, kept.base_version, kept.saved_at) == ({"content": "入学"}, "咨询", 3, desk.now)


def test_another_user_sees_none_and_can_touch_none(desk: Desk) -> None:
    desk.drafts.save("form-1", "enquiry", {"content": "入学"}, by=CLERK)

    assert desk.drafts.mine(OTHER) == []
    with pytest.raises(NoSuchRecord):
        desk.drafts.discard("form-1", by=OTHER)
    with pytest.raises(NoSuchRecord):
        desk.drafts.save("form-1", "enquiry", {"content": "改"}, by=OTHER)
    assert desk.drafts.mine(CLERK)[0].payload == {"content": "入学"}


def test_discarding_is_a_decision_and_stands_in_the_audit(desk: Desk) -> None:
    desk.drafts.save("form-1", "enquiry", {"content": "入学"}, by=CLERK)

    desk.drafts.discard("form-1", by=CLERK)

    assert desk.drafts.mine(CLERK) == []
    assert desk.scalar('SELECT action || subject || "before" || "after" FROM audit') == "discard_draftform-1"


def test_a_draft_survives_kill_9(tmp_path: Path) -> None:
    with desk_in(tmp_path):
        pass
    child = os.fork()
    if child == 0:
        with desk_in(tmp_path) as desk:
            desk.drafts.save("form-1", "application", {"subject": "预算"}, by=CLERK)
            os.kill(os.getpid(), signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL

    with desk_in(tmp_path) as desk:
        assert [(saved.form, saved.payload) for saved in desk.drafts.mine(CLERK)] == [
            ("application", {"subject": "预算"})
        ]


def test_what_was_typed_never_stands_in_the_file_in_clear(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.drafts.save("form-1", "enquiry", {"content": "绝密的往事"}, by=CLERK)
        files = [path.read_bytes() for path in tmp_path.iterdir()]

    assert files
    assert not any("绝密的往事".encode() in content for content in files)


def test_a_draft_does_not_show_itself_in_logs(desk: Desk) -> None:
    desk.drafts.save("form-1", "enquiry", {"name": "欧阳明月"}, title="欧阳明月", by=CLERK)

    assert "欧阳" not in repr(desk.drafts.mine(CLERK)[0])
