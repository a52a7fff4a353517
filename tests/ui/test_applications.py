"""Registration by keyboard: the fields a case needs, what is said as one types, one save for number and papers."""

from application_desk import NUMBERS, PERSON, at_applications, fill, go, put, registered, settle

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel, EnquiryChannel, EnquiryKind, IdKind
from hallclient.domain.register.sameness import RepeatDecision
from hallclient.domain.register.states import State
from hallclient.domain.register.steps import Act
from tests.window import Desk, rows_of


def shown(desk: Desk, *names: str) -> list[str]:
    return [name for name in names if desk.screen.form.field(name).isVisible()]


def below(desk: Desk, name: str) -> str:
    return str(desk.screen.form.field(name).below.text())


def test_the_focus_starts_at_the_channel_and_enter_goes_on(desk: Desk) -> None:
    at_applications(desk)
    assert desk.focused().objectName() == "channel"

    desk.press("Return", "Return", "Return")

    assert desk.focused().objectName() == "name"


def test_one_save_registers_and_previews_the_receipt(desk: Desk) -> None:
    fill(at_applications(desk))

    desk.press("Ctrl+Return")
    settle(desk)

    [row] = desk.hall.applications.rows()
    assert (row.channel, row.state, row.due_on.isoformat()) == (
        ApplicationChannel.IN_PERSON,
        State.IN_PROGRESS,
        "2026-03-30",
    )
    assert row.number in desk.status
    assert [kind for kind, _pdf in desk.paper.shown] == ["P01"]
    [paper] = desk.hall.documents.of_record(row.number)
    assert desk.paper.shown[0][1] == desk.hall.documents.stored(paper.id)
    assert desk.screen.form.field("name").empty()
    assert desk.focused().objectName() == "channel"
    assert rows_of(desk.screen.list, lambda line: line.row.number) == [row.number]


def test_f8_registers_and_prints_without_a_look(desk: Desk) -> None:
    fill(at_applications(desk))

    desk.press("F8")
    settle(desk)

    assert [kind for kind, _pdf in desk.paper.printed] == ["P01"]
    assert desk.paper.shown == []


def test_the_channel_decides_which_dates_are_asked(desk: Desk) -> None:
    at_applications(desk)
    assert shown(desk, "arrived_on", "confirmed_on", "signed_for", "oral_reason") == ["arrived_on"]

    put(desk, "channel", "3")  # 邮寄
    assert shown(desk, "confirmed_on", "signed_for") == ["confirmed_on", "signed_for"]
    go(desk, "signed_for")
    desk.press("Space")
    assert shown(desk, "confirmed_on") == []

    put(desk, "channel", "2")  # 口头
    assert shown(desk, "confirmed_on", "signed_for", "oral_reason") == ["oral_reason"]


def test_what_waits_for_confirmation_says_so_and_has_no_receipt_yet(desk: Desk) -> None:
    at_applications(desk)
    put(desk, "channel", "4")  # 网络
    fill(desk)
    assert "待双方确认" in desk.screen.live.clock.text()

    desk.press("Ctrl+Return")
    settle(desk)

    [row] = desk.hall.applications.rows()
    assert row.state is State.AWAITING_CONFIRMATION
    assert desk.paper.shown == []


def test_an_oral_application_gives_the_filled_in_form_and_the_receipt(desk: Desk) -> None:
    at_applications(desk)
    put(desk, "channel", "2")
    fill(desk)
    put(desk, "oral_reason", "视力残疾")

    desk.press("Ctrl+Return")
    settle(desk)

    assert sorted(kind for kind, _pdf in desk.paper.shown) == ["P01", "P02"]
    assert desk.paper.shown[-1][0] == "P02"  # on top: it is signed before the receipt is handed over


def test_organisations_show_their_fields_and_their_credit_code(desk: Desk) -> None:
    at_applications(desk)
    assert shown(desk, "legal_representative", "contact") == []

    put(desk, "applicant_kind", "2")

    assert shown(desk, "legal_representative", "contact", "employer") == ["legal_representative", "contact"]
    assert desk.screen.form.field("id_kind").value() is IdKind.USCC


def test_an_agent_has_a_block_of_his_own(desk: Desk) -> None:
    fill(at_applications(desk))
    assert shown(desk, "agent_name") == []
    go(desk, "agent")
    desk.press("Space")
    settle(desk)
    assert "代理人姓名" in desk.screen.live.missing.text()

    put(desk, "agent_name", "赵示例")
    put(desk, "agent_id_number", NUMBERS[0])
    put(desk, "agent_authority", "委托书1号")
    settle(desk)
    desk.press("Ctrl+Return")
    settle(desk)

    [row] = desk.hall.applications.rows()
    assert desk.hall.applications.get(row.number).agent is not None


def test_a_number_is_unfinished_then_right_then_wrong(desk: Desk) -> None:
    at_applications(desk)

    put(desk, "id_number", PERSON.id_number[:17])
    assert "已输 17 位" in below(desk, "id_number")
    assert not desk.screen.form.field("id_number").editor.property("wrong")

    desk.type("7")
    assert "校验无误" in below(desk, "id_number")

    desk.press("Backspace")
    desk.type("6")
    assert "校验码不符" in below(desk, "id_number")


def test_a_wrong_number_is_not_registered(desk: Desk) -> None:
    fill(at_applications(desk), number="440301198512310126")

    desk.press("Ctrl+Return")
    settle(desk)

    assert desk.hall.applications.rows() == []
    assert desk.focused().objectName() == "id_number"


def test_missing_parts_are_named_as_one_types(desk: Desk) -> None:
    at_applications(desk)
    assert "提供形式" in desk.screen.live.missing.text()

    fill(desk)

    assert "齐全" in desk.screen.live.missing.text()


def test_what_is_incomplete_is_registered_only_when_the_clerk_says_so(desk: Desk) -> None:
    at_applications(desk)
    put(desk, "name", "张示例")
    put(desk, "subject", "老旧小区改造计划")
    settle(desk)
    desk.press("Ctrl+Return")
    settle(desk)
    assert desk.hall.applications.rows() == []
    assert "证件号码" in below(desk, "id_number")

    go(desk, "accept_incomplete")
    desk.press("Space", "Ctrl+Return")
    settle(desk)

    assert len(desk.hall.applications.rows()) == 1


def test_the_answer_on_the_spot_goes_into_the_same_save(desk: Desk) -> None:
    fill(at_applications(desk))

    desk.press("Ctrl+T")
    desk.type("1")
    assert "第三十六条" in desk.screen.answer.findChild(object, "branch").parent().below.text()
    put(desk, "reviewer", "李审查")
    put(desk, "information", "改造计划")
    put(desk, "pages", "16")
    desk.press("Ctrl+Return")
    settle(desk)

    [row] = desk.hall.applications.rows()
    assert (row.state, row.outcome) == (State.ANSWERED, Outcome.GRANTED)
    assert sorted(kind for kind, _pdf in desk.paper.shown) == ["A01", "P01"]


def test_enter_and_tab_lead_through_the_letter_to_the_buttons(desk: Desk) -> None:
    fill(at_applications(desk))
    desk.press("Ctrl+T")
    desk.type("1")

    desk.press("Return", "Return")
    assert desk.focused().objectName() == "reviewer"
    desk.press("Return")
    assert desk.focused().objectName() == "information"
    desk.press("Tab")
    assert desk.focused().objectName() == "pages"

    desk.press("Tab")
    assert desk.focused().accessibleName() == "登记"


def test_an_answer_without_its_facts_is_not_registered(desk: Desk) -> None:
    fill(at_applications(desk))
    desk.press("Ctrl+T")
    desk.type("1")

    desk.press("Ctrl+Return")
    settle(desk)

    assert desk.hall.applications.rows() == []
    assert desk.focused().objectName() == "reviewer"
    desk.type("Li")
    desk.press("Ctrl+Return")
    assert desk.focused().objectName() == "information"


def test_a_folded_answer_is_no_answer(desk: Desk) -> None:
    fill(at_applications(desk))
    desk.press("Ctrl+T")
    desk.type("1")
    put(desk, "information", "改造计划")

    desk.press("Ctrl+T", "Ctrl+Return")
    settle(desk)

    [row] = desk.hall.applications.rows()
    assert row.state is State.IN_PROGRESS


def test_the_same_applicant_asking_the_same_again_is_decided_by_the_clerk(desk: Desk) -> None:
    first = registered(desk)
    fill(at_applications(desk), subject="2025年老旧小区改造计划")
    assert first.number in desk.screen.live.similar.text()
    desk.press("Ctrl+Return")
    settle(desk)
    assert len(desk.hall.applications.rows()) == 1
    assert desk.focused().objectName() == "repeat_decision"

    desk.type("2")
    desk.press("Ctrl+Return")
    settle(desk)

    newest = desk.hall.applications.get(desk.hall.applications.rows()[0].number)
    assert (newest.repeat_decision, newest.repeat_of) == (RepeatDecision.REPEAT, first.number)


def test_an_earlier_receipt_asks_for_its_reason(desk: Desk) -> None:
    fill(at_applications(desk))
    go(desk, "arrived_on")
    desk.press("Ctrl+A")
    desk.type("2026-02-10")
    settle(desk)
    desk.press("Ctrl+Return")
    settle(desk)
    assert desk.hall.applications.rows() == []

    put(desk, "late_reason", "收发室迟交")
    desk.press("Ctrl+Return")
    settle(desk)

    [row] = desk.hall.applications.rows()
    assert row.received_on.isoformat() == "2026-02-10"


def test_an_impossible_receipt_date_is_said_as_one_types(desk: Desk) -> None:
    fill(at_applications(desk))
    go(desk, "arrived_on")
    desk.press("Ctrl+A")
    desk.type("2026-03-09")
    settle(desk)

    assert desk.screen.live.clock.text().startswith("⚠")


def test_f9_shows_why_the_due_date_is_this_day(desk: Desk) -> None:
    at_applications(desk)

    desk.press("F9")

    from application_desk import dialog

    asked = dialog(desk)
    assert "2026-03-30" in asked.as_text()
    assert len(rows_of(asked.days, lambda row: row.ordinal)) == 28
    desk.press("Escape")


def test_f4_repeats_all_but_the_person(desk: Desk) -> None:
    registered(desk, topic="城乡建设")
    at_applications(desk)

    desk.press("F4")
    settle(desk)

    form = desk.screen.form
    assert form.field("subject").value() == "2025年老旧小区改造计划"
    assert form.field("topic").value() == "城乡建设"
    assert form.field("name").empty()
    assert form.field("id_number").empty()
    assert desk.focused().objectName() == "name"


def test_alike_applications_need_only_name_and_number(desk: Desk) -> None:
    fill(at_applications(desk), subject="企业登记档案")
    desk.press("Ctrl+T")
    desk.type("1")
    put(desk, "reviewer", "李审查")
    put(desk, "information", "企业登记档案")
    desk.screen.form.field("phone").set_text("")
    settle(desk)
    go(desk, "accept_incomplete")
    desk.press("Space", "Ctrl+P", "F8")
    settle(desk)

    for name, number in zip(("李示例", "王示例", "赵示例"), NUMBERS, strict=False):
        assert desk.focused().objectName() == "name"
        desk.type(name)
        desk.press("Return")
        assert desk.focused().objectName() == "id_number"
        desk.type(number)
        desk.press("F8")
        settle(desk)

    rows = desk.hall.applications.rows()
    assert len({row.number for row in rows}) == 4
    assert {row.outcome for row in rows} == {Outcome.GRANTED}
    reviewers = {
        step.details["reviewer"]
        for row in rows
        for step in desk.hall.applications.get(row.number).steps
        if step.act is Act.SECRECY_REVIEWED
    }
    assert reviewers == {"李审查"}  # typed once, not four times
    assert [kind for kind, _pdf in desk.paper.printed] == ["P01", "A01"] * 4


def test_an_enquiry_goes_on_with_nothing_retyped(desk: Desk) -> None:
    enquiry = desk.hall.reception.register(
        EnquiryDraft(
            kind=EnquiryKind.CONSULTATION,
            channel=EnquiryChannel.IN_PERSON,
            content="想了解规划许可",
            name="张示例",
            phone="13800001234",
        ),
        by=desk.hall.clerk,
    )

    desk.window.open_record("application_form", enquiry.number)
    settle(desk)

    form = desk.screen.form
    assert (form.field("name").value(), form.field("phone").value()) == ("张示例", "13800001234")
    assert form.field("subject").value() == "想了解规划许可"
    put(desk, "id_number", PERSON.id_number)
    put(desk, "form", "1")
    put(desk, "delivery", "1")
    desk.press("Ctrl+Return")
    settle(desk)
    [row] = desk.hall.applications.rows()
    assert desk.hall.reception.get(enquiry.number).application == row.number


def test_the_draft_is_journalled_with_its_answer_and_comes_back(desk: Desk) -> None:
    fill(at_applications(desk))
    desk.press("Ctrl+T")
    desk.type("1")
    put(desk, "reviewer", "李审查")
    put(desk, "information", "改造计划")
    desk.window.open_screen("desk")
    desk.settle()
    [kept] = desk.hall.drafts.mine(desk.hall.clerk)

    desk.window.open_screen("applications")
    settle(desk)
    desk.press("Ctrl+N")
    desk.screen.show_draft(kept)
    settle(desk)
    desk.press("Ctrl+Return")
    settle(desk)

    [row] = desk.hall.applications.rows()
    assert row.outcome is Outcome.GRANTED
    assert desk.hall.drafts.mine(desk.hall.clerk) == []


def test_characters_no_font_has_are_named_at_their_field(desk: Desk) -> None:
    at_applications(desk)
    put(desk, "name", "张\U000323af")
    put(desk, "id_number", PERSON.id_number)
    settle(desk)

    assert "印不出来" in below(desk, "name")


def test_amending_keeps_what_is_masked(desk: Desk) -> None:
    number = registered(desk).number
    desk.window.open_record("application_form", number)
    settle(desk)
    assert desk.screen.form.field("phone").text() == "138****1234"

    put(desk, "topic", "城乡建设")
    desk.press("Ctrl+Return")
    settle(desk)

    amended = desk.hall.applications.reveal(number, reason="核对", by=desk.hall.clerk)
    assert amended.topic == "城乡建设"
    assert (amended.applicant.phone, amended.applicant.name) == ("13800001234", "张示例")


def test_a_half_typed_masked_value_is_refused(desk: Desk) -> None:
    number = registered(desk).number
    desk.window.open_record("application_form", number)
    settle(desk)

    go(desk, "phone")
    desk.press("End")
    desk.type("5")
    desk.press("Ctrl+Return")
    settle(desk)

    assert "*" in below(desk, "phone")
    assert desk.hall.applications.get(number).version == 1


def test_two_who_amend_the_same_record_lose_nothing(desk: Desk) -> None:
    number = registered(desk, topic="城乡建设", unit="甲局").number
    desk.window.open_record("application_form", number)
    settle(desk)
    put(desk, "materials", "身份证复印件")
    hall = desk.hall
    from dataclasses import replace

    theirs = replace(hall.applications.draft_of(number), unit="乙局", materials="委托书")
    hall.applications.amend(number, theirs, version=1, by=hall.clerk)

    desk.press("Ctrl+Return")
    settle(desk)
    form = desk.screen.form
    assert form.field("unit").value() == "乙局"
    assert form.field("materials").value() == "身份证复印件"
    assert "委托书" in below(desk, "materials")
    assert "他人" in desk.status

    desk.press("Ctrl+Return")
    settle(desk)
    saved = hall.applications.get(number)
    assert (saved.unit, saved.materials, saved.version) == ("乙局", "身份证复印件", 3)


def test_the_chips_choose_what_the_list_shows(desk: Desk) -> None:
    number = registered(desk).number
    desk.hall.applications.void(number, reason="重复登记", by=desk.hall.clerk, version=1)
    other = registered(desk, applicant=PERSON, subject="另一份文件", repeat_decision="neither").number
    at_applications(desk)
    assert rows_of(desk.screen.list, lambda line: line.row.number) == [other]

    go(desk, "all")
    desk.press("Space")
    settle(desk)

    assert other in rows_of(desk.screen.list, lambda line: line.row.number)
    assert rows_of(desk.screen.list, lambda line: line.row.name)[0] == "张**"


def test_enter_in_the_list_opens_the_application(desk: Desk) -> None:
    number = registered(desk).number
    at_applications(desk)

    desk.press("Ctrl+Up")
    desk.screen.list.setFocus()
    desk.press("Home", "Return")
    settle(desk)

    assert desk.screen.heading.text() == number


def test_applicants_of_every_kind_are_registered(desk: Desk) -> None:
    at_applications(desk)
    for at, kind in enumerate(ApplicantKind, 1):
        put(desk, "applicant_kind", str(at))
        put(desk, "name", "示例申请人")
        put(desk, "subject", f"第{at}份文件")
        settle(desk)
        go(desk, "accept_incomplete")
        desk.press("Space", "Ctrl+Return")
        settle(desk)
        assert desk.hall.applications.rows()[0].kind is kind
