"""Two clerks change one record: what is put together, and what the clerk must choose."""

from hallclient.domain.register.versions import ChangedMeanwhile, changed, merge

BASE = {"name": "甲", "topic": "教育", "answer": ""}


def test_each_side_keeps_the_field_only_it_changed() -> None:
    merged = merge(base=BASE, mine=BASE | {"topic": "户籍"}, theirs=BASE | {"answer": "已答复"})

    assert merged.values == {"name": "甲", "topic": "户籍", "answer": "已答复"}
    assert (merged.taken, merged.conflicts) == (("answer",), ())


def test_a_field_both_changed_is_mine_until_the_clerk_chooses() -> None:
    merged = merge(base=BASE, mine=BASE | {"topic": "户籍"}, theirs=BASE | {"topic": "住房"})

    assert merged.values["topic"] == "户籍"
    assert merged.conflicts == ("topic",)


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    merged = merge(base=BASE, mine=BASE | {"topic": "户籍"}, theirs=BASE | {"topic": "户籍"})

    assert (merged.values["topic"], merged.conflicts, merged.taken) == ("户籍", (), ())


def test_changed_names_the_fields_in_the_order_of_the_form() -> None:
    assert changed(BASE, {"name": "乙", "topic": "教育", "answer": "好"}) == ("name", "answer")


def test_neither_the_refusal_nor_the_merge_shows_what_was_typed() -> None:
    refused = ChangedMeanwhile(number="SQ01-W01-Z2026-00001", version=2, theirs=BASE)

    assert "甲" not in repr(refused) + str(refused)
    assert "甲" not in repr(merge(base=BASE, mine=BASE, theirs=BASE))
