"""Are the data of the law complete, dated and in order, and does a damaged file say so by name?"""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from stories import calendar, rulesets, story, told

from hallclient import reference
from hallclient.domain.law.explain import EventUnreadable, due_json, steps_of
from hallclient.domain.law.outcomes import Outcome, entry_of, outcome_tree
from hallclient.domain.law.remedies import RemedyClass
from hallclient.domain.law.rulesets import RuleSetUnknown, ruleset_for, ruleset_named
from hallclient.foundation.paths import RESOURCES

OGI_2007, OGI_2019 = rulesets()
OUTCOMES = reference.load_outcomes()


def test_the_two_rule_sets_set_the_periods_of_their_articles() -> None:
    assert (OGI_2007.answer.working_days, OGI_2007.extension_max.working_days) == (15, 15)
    assert (OGI_2019.answer.working_days, OGI_2019.extension_max.working_days) == (20, 20)
    assert OGI_2019.correction_notice is not None
    assert OGI_2019.consultation_answer is not None
    assert OGI_2019.fee_payment is not None
    assert (OGI_2019.correction_notice.working_days, OGI_2019.correction_notice.source) == (7, "第三十条")
    assert (OGI_2019.consultation_answer.working_days, OGI_2019.consultation_answer.source) == (15, "第三十二条")
    assert OGI_2019.fee_payment.working_days == 20
    assert OGI_2007.effective_until == OGI_2019.effective_from == date(2019, 5, 15)


@pytest.mark.parametrize("name", ["ogi-2007", "ogi-2019"])
def test_a_rule_set_can_be_named_whatever_the_date(name: str) -> None:
    assert ruleset_named(name, date(2026, 3, 2), rulesets()).id == name


def test_auto_goes_by_the_receipt_date_and_a_wrong_name_is_refused() -> None:
    assert ruleset_named("auto", date(2026, 3, 2), rulesets()) is ruleset_for(date(2026, 3, 2), rulesets()) is OGI_2019
    with pytest.raises(RuleSetUnknown) as refused:
        ruleset_named("ogi-1999", date(2026, 3, 2), rulesets())
    assert refused.value.known == ("ogi-2007", "ogi-2019")


def test_outcomes_stand_in_the_order_of_table_three_with_their_exact_labels() -> None:
    assert [entry.outcome for entry in OUTCOMES] == list(Outcome)
    assert OUTCOMES[2].path == "三、本年度办理结果/(三)不予公开/1.属于国家秘密"
    for entry in OUTCOMES:
        assert entry.path.startswith("三、本年度办理结果/" + entry.group)
        assert entry.path.endswith(entry.outcome.label)
        assert entry.label.endswith(entry.outcome.label)


def test_the_tree_has_six_branches() -> None:
    tree = outcome_tree(OUTCOMES)
    assert [(group.label, len(group.entries)) for group in tree] == [
        ("(一)予以公开", 1),
        ("(二)部分公开", 1),
        ("(三)不予公开", 8),
        ("(四)无法提供", 3),
        ("(五)不予处理", 5),
        ("(六)其他处理", 3),
    ]


def test_every_outcome_knows_article_document_and_remedy() -> None:
    not_held = entry_of(Outcome.UNAVAILABLE_NOT_HELD, OUTCOMES)
    assert (not_held.articles, not_held.kinds) == (
        ("第三十六条第（四）项", "第三十六条第（五）项"),
        ("A06", "A07"),
    )
    classes = {entry.outcome: entry.remedy for entry in OUTCOMES}
    assert classes[Outcome.GRANTED] is RemedyClass.EITHER
    assert classes[Outcome.GRANTED_IN_PART] is RemedyClass.MIXED
    first = {outcome for outcome, remedy in classes.items() if remedy is RemedyClass.RECONSIDERATION_FIRST}
    assert {outcome.value for outcome in first} == {
        "refused_state_secret",
        "refused_forbidden_by_law",
        "refused_security_and_stability",
        "refused_third_party_rights",
        "refused_internal_affairs",
        "refused_process_information",
        "refused_enforcement_file",
    }
    without_article = {entry.outcome for entry in OUTCOMES if not entry.articles}
    assert without_article == {Outcome.DECLINED_CONFIRMATION, Outcome.CLOSED_OTHER}
    assert all(entry.kinds for entry in OUTCOMES)


# A damaged installation says which file, and what


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("calendars", "rulesets", "lines"):
        shutil.copytree(RESOURCES / name, tmp_path / name)
    return tmp_path


def load_all(folder: Path) -> None:
    reference.load_calendar(folder=folder)
    reference.load_rulesets(folder)
    reference.load_tariffs(folder)
    reference.load_remedies(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("calendars/2026.toml", "year = 2026", "year = 2025", "2025"),
        ("calendars/2026.toml", "2026-02-14", "2026-02-13", "2026-02-13不是星期六或星期日"),
        ("calendars/2026.toml", "2026-02-14", '"14.2.2026"', "not a date"),
        ("calendars/2026.toml", 'source = "', 'origin = "', "missing source"),
        ("calendars/2026.toml", "[off]", "[off", "Expected"),
        ("calendars/2026.toml", "2026-05-04, 2026-05-05", "2026-05-04, 2026-05-04", "a day stands twice"),
        ("calendars/festivals.toml", 'anchor = "05-01"', 'anchor = "05-99"', "day is out of range"),
        (
            "rulesets/ogi-2019.toml",
            '{ working_days = 20, source = "第三十三条第二款" }',
            '{ working_days = 0, source = "" }',
            "working_days 0",
        ),
        ("rulesets/ogi-2019.toml", "effective_from = 2019-05-15", 'effective_from = "soon"', "not a date"),
        ("rulesets/ogi-2019.toml", "effective_from = 2019-05-15", "effective_from = 2019-06-01", "effective_until"),
        ("rulesets/fees-2021.toml", "width = 10\n", "", "open scale"),
        ("rulesets/fees-2021.toml", 'price = "100"', 'price = "much"', ""),
        ("rulesets/remedies.toml", 'A = "', 'Z = "', "paragraph A"),
        ("lines/outcomes.toml", 'code = "granted"', 'code = "given"', "given"),
        ("lines/outcomes.toml", 'code = "granted"', 'code = "granted_in_part"', "order of table"),
    ],
)
def test_a_damaged_file_is_named(copy: Path, name: str, old: str, new: str, said: str) -> None:
    path = copy / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(reference.ReferenceDamaged) as trouble:
        load_all(copy)
    assert said in trouble.value.detail
    assert trouble.value.name in (path.name, "rulesets")


@pytest.mark.parametrize("name", ["calendars/2014.toml", "calendars/festivals.toml", "rulesets/remedies.toml"])
def test_a_missing_file_is_named_and_never_guessed(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(reference.ReferenceDamaged) as trouble:
        load_all(copy)
    assert trouble.value.name == Path(name).name


@pytest.mark.parametrize("pattern", ["calendars/2*.toml", "rulesets/ogi-*.toml", "rulesets/fees-*.toml"])
def test_an_empty_folder_is_damage(copy: Path, pattern: str) -> None:
    for path in copy.glob(pattern):
        path.unlink()
    with pytest.raises(reference.ReferenceDamaged):
        load_all(copy)


# What the command line says


def test_due_for_machines_has_the_promised_keys() -> None:
    answer = due_json(told("2026-09-18 received\n2026-10-09 extended 20"))
    assert list(answer) == ["ruleset", "received", "due", "provisional", "counted", "steps", "days"]
    assert (answer["ruleset"], answer["received"], answer["due"]) == ("ogi-2019", "2026-09-18", "2026-11-19")
    assert (answer["provisional"], answer["counted"]) == (False, 40)
    assert [list(step) for step in answer["steps"]] == [["event", "on", "effect", "article"]] * 2
    assert answer["days"][1] == {
        "date": "2026-09-20",
        "kind": "makeup",
        "counted": True,
        "reason": "国庆节调休上班，第1日",
    }
    assert {day["kind"] for day in answer["days"]} == {"workday", "weekend", "holiday", "makeup"}
    assert json.loads(json.dumps(answer)) == answer


def test_due_for_machines_says_why_the_clock_stands() -> None:
    answer = due_json(told("2026-03-02 received\n2026-03-04 correction_requested"))
    assert (answer["due"], answer["standing"]) == (None, "待补正")


def test_an_events_file_tells_the_same_story() -> None:
    events = [
        {"act": "consultation_sent", "on": "2026-03-09", "id": "a"},
        {"act": "consultation_received", "on": "2026-03-11", "id": "a"},
        {"act": "consultation_answered", "on": "2026-03-25", "id": "a"},
        {"act": "extended", "on": "2026-03-26", "days": 5},
    ]
    _, steps = story(
        """2026-03-02 received
        2026-03-09 consultation_sent a
        2026-03-11 consultation_received a
        2026-03-25 consultation_answered a
        2026-03-26 extended 5"""
    )
    assert steps_of(events) == steps[1:]


@pytest.mark.parametrize(
    ("events", "row", "column"),
    [
        ({"act": "extended"}, 0, ""),
        (["extended"], 1, ""),
        ([{"act": "fee_paid", "on": "2026-03-09"}, {"act": "paid", "on": "2026-03-09"}], 2, "act"),
        ([{"act": "extended", "on": "2026-02-30", "days": 5}], 1, "on"),
        ([{"act": "extended", "days": 5}], 1, "on"),
        ([{"act": "extended", "on": "2026-03-09", "days": "5"}], 1, "days"),
        ([{"act": "extended", "on": "2026-03-09", "length": 5}], 1, "length"),
    ],
)
def test_an_events_file_that_cannot_be_read_names_row_and_key(events: object, row: int, column: str) -> None:
    with pytest.raises(EventUnreadable) as refused:
        steps_of(events)
    assert (refused.value.row, refused.value.column) == (row, column)


def test_the_whole_law_loads_without_a_second_opinion() -> None:
    load_all(RESOURCES)
    assert (calendar().first, calendar().covers_until, calendar().last) == (
        date(2008, 1, 1),
        date(2026, 12, 31),
        date(2035, 12, 31),
    )
