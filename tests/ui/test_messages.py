"""Every "no" has one clear sentence: it names the field and the way out, in both languages, and nobody's data."""

import ast
import re
import tomllib
import typing
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from hallclient.domain.figures.day_close import DayUnfinished, Unfinished, UnfinishedKind
from hallclient.domain.figures.identities import IdentitiesBroken, Result
from hallclient.domain.figures.report_text import Differing
from hallclient.domain.law.calendar_packs import CalendarPackInvalid, PackProblem
from hallclient.domain.law.identity_numbers import IdProblem
from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.completeness import IdNumberWrong, PartsMissing, Problem
from hallclient.domain.register.dispute_acts import DisputeAct, DisputeStage
from hallclient.domain.register.history import ImportRefused, ProblemCode, RowProblem
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel
from hallclient.domain.register.life_refusals import Shape, StepFactUnreadable, StepRefused
from hallclient.domain.register.life_terms import FeeBasis
from hallclient.domain.register.people import Agent, Applicant
from hallclient.domain.register.permissions import NotPermitted, Permission
from hallclient.domain.register.records import DayClosed
from hallclient.domain.register.setup import SetupDraft, SetupRefused, problems
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.domain.register.wordings import Flaw, WordingProblem
from hallclient.domain.terms import Term
from hallclient.foundation.paths import RESOURCES
from hallclient.foundation.trouble import ClockWentBack, FileUnreadable, Trouble
from hallclient.services import application_entry
from hallclient.ui.messages import SENTENCES, sentence
from hallclient.ui.sentence_words import field_name, permission_name
from tests.ui import vocabulary

NUMBER, PERSON, DAY = "SQ01-W01-S2026-00001", "赵小某", date(2026, 3, 2)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
PLACES = re.compile(r"\{\d?\}")


class _Record:
    """Stands for a citizen's record: whoever puts it into words fails the test."""

    def __repr__(self) -> str:
        raise AssertionError("a record was put into words")

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"a record was asked for {name}")


# What an exception is made of, by the type its constructor names. Cells and records hold a person's name.
FACTS: dict[Any, Any] = {
    str: NUMBER,
    int: 7,
    bool: True,
    date: DAY,
    object: _Record(),
    tuple[str, ...]: ("name", "subject"),
    tuple[int, ...]: (2, 5),
    Act: Act.EXTENDED,
    State: State.ANSWERED,
    DisputeAct: DisputeAct.DEFENDED,
    DisputeStage: DisputeStage.SUSPENDED,
    Outcome: Outcome.GRANTED,
    Shape: Shape.COUNT,
    tuple[Term, ...]: (FeeBasis.ITEMS, FeeBasis.PAGES),
    Permission: Permission.VOID_NUMBER,
    tuple[Problem, ...]: (Problem("id_number", IdProblem.CHECK_DIGIT.value), Problem("phone")),
    tuple[WordingProblem, ...]: (WordingProblem(flaw=Flaw.ELEMENT, paragraph=2, words=("条款", "“第三十条”")),),
    tuple[PackProblem, ...]: (PackProblem(DAY, "2026-03-02 twice"),),
    tuple[RowProblem, ...]: (RowProblem(2, "phone", ProblemCode.NOT_A_NUMBER, found=PERSON),),
    tuple[Unfinished, ...]: (Unfinished(kind=UnfinishedKind.EARLIER_DAY, number="2026-02-27", why=PERSON),),
    tuple[Differing, ...]: (
        Differing(
            part="overview",
            heading="part 1",
            paragraph=2,
            words="12 applications",
            figure="table3.received.total",
            name=NUMBER,
            found="12",
            expected="11",
        ),
    ),
    tuple[Result, ...]: (Result(id="balance", holds=False, records=(NUMBER,)),),
}


def made(kind: type) -> Exception:
    """Return a real exception of a class, with facts for all its constructor takes."""
    if "__init__" not in vars(kind) and kind.__init__ in (Refusal.__init__, Trouble.__init__):
        return kind()
    hints = {name: hint for name, hint in typing.get_type_hints(kind.__init__).items() if name != "return"}
    return kind(**{name: FACTS[hint] for name, hint in hints.items()})


def examples() -> list[Exception]:
    """Return one exception of each class, and further ones wherever the sentence depends on the facts."""
    many = tuple(f"SQ01-W01-S2026-{serial:05d}" for serial in range(1, 9))
    return [
        *(made(kind) for kind in vocabulary.nos()),
        *(StepRefused(act, state) for act in Act for state in State),
        *(NotPermitted(permission) for permission in Permission),
        *(StepFactUnreadable(Act.FEE_DECIDED, "basis", shape, tuple(FeeBasis)) for shape in Shape),
        *(IdNumberWrong((Problem("agent_id_number", problem.value),)) for problem in IdProblem),
        PartsMissing((Problem("name"), Problem("subject"), Problem("form"))),
        PartsMissing((Problem("id_kind", "wrong_kind"), Problem("subject", "unprintable"))),
        PartsMissing((Problem("form"), Problem("delivery"))),
        *(
            FileUnreadable("D:\\old\\2019.xlsx", detail)
            for detail in (
                "",
                "missing",
                "ending",
                "encoding",
                "broken",
                "empty",
                "too_large",
                "hash",
                "form",
                "denied",
                "report",
                "report_size",
            )
        ),
        ClockWentBack("2026-03-02T09:15:00.000000+08:00"),
        ChangedMeanwhile(number=NUMBER, version=2, theirs=_Record(), fields=("subject",)),
        SetupRefused(("agency", "agency_code", "window", "user", "password")),
        IdentitiesBroken((Result(id="balance", holds=False),)),
        IdentitiesBroken((Result(id="balance", holds=False, records=many),)),
        DayUnfinished(DAY, tuple(Unfinished(kind=kind, number="", why="") for kind in UnfinishedKind)),
        CalendarPackInvalid(2026, tuple(PackProblem(None, "twice") for _ in range(9))),
        *by_branch(),
    ]


def by_branch() -> Iterator[Exception]:
    """Yield the classes whose sentence turns on a number or a list: none of it, and plenty."""
    for kind in vocabulary.nos():
        if "__init__" not in vars(kind):
            continue
        hints = {name: hint for name, hint in typing.get_type_hints(kind.__init__).items() if name != "return"}
        for empty in (True, False):
            facts = dict(FACTS)
            facts |= (
                {int: 0, bool: False, tuple[str, ...]: ()} if empty else {int: 12345, tuple[str, ...]: ("name",) * 9}
            )
            facts[str] = "" if empty and kind.__name__ == "EventUnreadable" else facts[str]
            yield kind(**{name: facts[hint] for name, hint in hints.items()})


def test_every_refusal_and_trouble_has_its_own_sentence() -> None:
    assert [kind.__qualname__ for kind in vocabulary.nos() if kind.__name__ not in SENTENCES] == []


def test_every_sentence_belongs_to_a_class() -> None:
    names = [kind.__name__ for kind in vocabulary.nos()]

    assert sorted(set(SENTENCES) - {"Refusal", "Trouble"} - set(names)) == []
    assert len(names) == len(set(names)), "two classes would share one sentence"


@pytest.mark.parametrize("problem", examples(), ids=lambda problem: problem.code)
def test_a_sentence_is_whole_and_says_what_to_do(problem: Exception) -> None:
    said = sentence(problem)

    assert CHINESE.search(said)
    assert not PLACES.search(said)
    assert said.endswith(("。", "？"))
    assert "。。" not in said
    assert "，。" not in said
    assert "请" in said, "a way out is missing"
    assert "\n" not in said
    assert len(said) <= 160


@pytest.mark.parametrize("problem", examples(), ids=lambda problem: problem.code)
def test_nobody_is_named(problem: Exception) -> None:
    said = sentence(problem)

    assert PERSON not in said
    assert PERSON not in str(problem)


def test_the_parts_missing_are_named_by_their_fields() -> None:
    lacking = PartsMissing((Problem("form"), Problem("delivery")))

    assert sentence(lacking) == "还缺提供形式、获取方式。请补齐，或者勾选“资料不全，仍予登记”。"


def test_what_is_indispensable_is_not_offered_to_be_left_out() -> None:
    lacking = PartsMissing((Problem("subject"), Problem("form")))

    assert sentence(lacking) == "请填写所需信息，缺了不能登记。"


def test_an_identity_number_is_never_repeated_only_its_fault() -> None:
    wrong = IdNumberWrong((Problem("id_number", "check_digit"),))

    assert sentence(wrong) == "证件号码：校验码不符，请逐位核对号码。无法核对的请留空，登记后告知补正。"


def test_who_may_not_reads_who_may() -> None:
    assert sentence(NotPermitted(Permission.VOID_NUMBER)) == "您没有“作废编号”的权限，请由负责人登录办理。"


def test_a_long_list_is_cut_and_counted() -> None:
    refusal = ImportRefused(tuple(RowProblem(row, "phone", ProblemCode.MISSING) for row in range(2, 12)))

    assert sentence(refusal).startswith("文件有10处错误（10行）")


def test_a_wrong_password_never_tells_which_of_the_two() -> None:
    [kind] = [kind for kind in vocabulary.nos() if kind.__name__ == "WrongPassword"]

    assert sentence(kind()) == "用户名或者密码不对，请重新输入。"


def test_a_class_without_words_still_says_something_whole() -> None:
    class Later(Refusal):
        fields = ("subject",)

    class Elsewhere(Refusal):
        pass

    class Outage(Trouble):
        pass

    assert sentence(Later()) == "这一步没有办成，请核对“所需信息”后再试（later）。"
    assert "elsewhere" in sentence(Elsewhere())
    assert "outage" in sentence(Outage())


def test_a_bug_is_no_refusal() -> None:
    with pytest.raises(KeyError):
        sentence(ValueError(PERSON))


def test_every_field_a_refusal_names_has_a_label() -> None:
    named = {name for kind in vocabulary.classes_of(Refusal) for name in kind.fields}  # type: ignore[attr-defined]
    nothing = SetupDraft(agency=AgencyProfile(name=""), agency_code="", window="", user="", password="")
    named.update(problems(nothing))

    assert sorted(name for name in named if not name.startswith("--") and field_name(name) == name) == []


@pytest.mark.parametrize("text", ["", "\U000323af"], ids=["missing", "unprintable"])
def test_every_field_of_the_registration_form_has_a_label(text: str) -> None:
    draft = ApplicationDraft(
        channel=ApplicationChannel.ORAL,
        applicant=Applicant(
            kind=ApplicantKind.COMMERCIAL_ENTERPRISE, name=text, address=text, legal_representative=text
        ),
        agent=Agent(name=text, authority=text),
        subject=text,
        index_number=text,
        materials=text,
        oral_reason=text,
        arrived_on=DAY,
    )

    named = {problem.field for problem in application_entry.problems(draft, DAY)}

    assert len(named) > 8
    assert sorted(name for name in named if field_name(name) == name) == []


def test_every_fact_of_a_paper_has_a_label() -> None:
    named: set[str] = set()
    for path in (RESOURCES / "wording").glob("*.toml"):
        named.update(tomllib.loads(path.read_text("utf-8")).get("facts", {}))

    assert len(named) > 40
    assert sorted(name for name in named if field_name(name) == name) == []


def test_every_permission_has_a_name() -> None:
    assert [one.value for one in Permission if permission_name(one) == one.value] == []


def test_lupdate_reads_every_text_as_a_literal() -> None:
    folder = Path(vocabulary.PACKAGE) / "ui"
    files = [folder / "messages.py", *folder.glob("sentence*.py")]
    wrong = [
        f"{path.name}:{call.lineno}"
        for file in files
        for path, call in vocabulary.calls("translate", within=file)
        if not all(isinstance(argument, ast.Constant) for argument in call.args)
    ]

    assert len(files) > 5
    assert wrong == []


def test_every_text_has_its_english_with_the_same_places() -> None:
    english = vocabulary.english("messages")

    assert sorted(vocabulary.texts("messages") ^ set(english)) == []
    assert [text for text, told in english.items() if set(PLACES.findall(text)) != set(PLACES.findall(told))] == []


class _English(QTranslator):
    def __init__(self) -> None:
        super().__init__()
        self._told = {context: vocabulary.english(context) for context in ("messages", "terms")}

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return self._told.get(context, {}).get(text, "")


@pytest.fixture
def _in_english(qapp: QCoreApplication) -> Iterator[None]:
    translator = _English()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("_in_english")
def test_an_english_window_shows_no_chinese_but_facts() -> None:
    chinese = [said for said in map(sentence, examples()) if CHINESE.search(said)]

    assert chinese == []
    assert sentence(DayClosed(DAY)).startswith("2026-03-02 is closed and cannot be changed.")
