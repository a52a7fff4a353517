"""Which fields has the registration form? Those of art. 29 and domain 4.6, in the order they are asked."""

from collections.abc import Callable
from datetime import date

from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel, DeliveryMethod, IdKind, ProvisionForm
from hallclient.domain.register.sameness import RepeatDecision
from hallclient.services.codes import CodeBook
from hallclient.ui.choice_field import ChoiceField, Option, options_of
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import Field, FlagField, LongTextField, TextField
from hallclient.ui.id_number import IdNumberEntry, PersonPhoneField, PersonTextField
from hallclient.ui.language import translate
from hallclient.ui.snippets import SnippetPopup

MORE = ("postcode", "email", "fax", "employer")
AGENT = ("agent_name", "agent_id_kind", "agent_id_number", "agent_phone", "agent_authority")
CARRIED = ("enquiry", "repeat_of", "amends")  # never shown: what the form belongs to, so that a draft keeps it too
_PERSONAL_IDS = tuple(kind for kind in IdKind if kind is not IdKind.USCC)


def form_items(today: Callable[[], date], book: Callable[[], CodeBook]) -> list[Field | str]:
    """Return the fields and headings, in the order of typing. ``book`` answers with the code book in use."""

    def topics(typed: str) -> list[Option]:
        return [Option(entry.name, entry.name, entry.code, entry.initials) for entry in book().topics(typed)]

    def units(typed: str) -> list[Option]:
        return [Option(entry.name, entry.name, entry.code, entry.initials) for entry in book().units(typed)]

    id_kind = ChoiceField("id_kind", translate("application_form", "证件类型"), options_of(IdKind))
    agent_id_kind = ChoiceField(
        "agent_id_kind", translate("application_form", "代理人证件类型"), options_of(_PERSONAL_IDS)
    )
    subject = LongTextField(
        "subject",
        translate("application_form", "所需信息"),
        lines=2,
        placeholder=translate("application_form", "名称、文号或者便于查询的特征；输入 // 选用常用语"),
        required=True,
        rule=translate("application_form", "第二十九条：申请公开的政府信息的名称、文号或者便于查询的其他特征性描述"),
    )
    subject.edit.setFixedHeight(subject.edit.minimumHeight())
    SnippetPopup(subject, lambda typed: [(one.name, one.text) for one in book().snippets(typed)])
    return [
        ChoiceField(
            "channel",
            translate("application_form", "申请渠道"),
            options_of(ApplicationChannel),
            required=True,
            rule=translate(
                "application_form",
                "第三十一条：收到之日按渠道确定。当面提交和签收邮件当日；平信、网络、传真自双方确认之日",
            ),
        ),
        DateField("arrived_on", translate("application_form", "收到日期"), today=today, explains=True),
        DateField(
            "confirmed_on",
            translate("application_form", "双方确认日期"),
            today=today,
            explains=True,
            placeholder=translate("application_form", "尚未确认可不填"),
        ),
        FlagField("signed_for", translate("application_form", "邮件经签收")),
        TextField(
            "late_reason",
            translate("application_form", "补登原因"),
            rule=translate("application_form", "收到之日在三日以前，或者当日已经日结"),
        ),
        TextField(
            "oral_reason",
            translate("application_form", "口头申请原因"),
            wide=True,
            rule=translate("application_form", "第二十九条第一款：书写确有困难"),
        ),
        translate("application_form", "申请人"),
        ChoiceField(
            "applicant_kind", translate("application_form", "申请人类别"), options_of(ApplicantKind), required=True
        ),
        PersonTextField("name", translate("application_form", "姓名"), required=True, longest=120),
        id_kind,
        IdNumberEntry("id_number", translate("application_form", "证件号码"), kind=id_kind.value, today=today),
        FlagField("id_seen", translate("application_form", "已核对原件")),
        PersonTextField("legal_representative", translate("application_form", "法定代表人"), longest=60),
        PersonTextField("contact", translate("application_form", "联系人"), longest=60),
        PersonPhoneField(
            "phone",
            translate("application_form", "联系电话"),
            rule=translate("application_form", "电话、地址、邮箱、传真至少一项"),
        ),
        PersonTextField("address", translate("application_form", "联系地址"), longest=200),
        TextField("postcode", translate("application_form", "邮政编码"), longest=10),
        PersonTextField("email", translate("application_form", "电子邮箱"), longest=120),
        PersonPhoneField("fax", translate("application_form", "传真")),
        TextField("employer", translate("application_form", "工作单位"), longest=120),
        FlagField("more_contact", translate("application_form", "邮编、邮箱、传真、单位")),
        FlagField("agent", translate("application_form", "由代理人提出")),
        PersonTextField("agent_name", translate("application_form", "代理人姓名"), longest=60),
        agent_id_kind,
        IdNumberEntry(
            "agent_id_number", translate("application_form", "代理人证件号码"), kind=agent_id_kind.value, today=today
        ),
        PersonPhoneField("agent_phone", translate("application_form", "代理人电话")),
        TextField(
            "agent_authority",
            translate("application_form", "授权委托书"),
            placeholder=translate("application_form", "委托书编号或者权限"),
            longest=120,
        ),
        subject,
        ChoiceField(
            "repeat_decision",
            translate("application_form", "与此前申请的关系"),
            options_of(RepeatDecision),
            wide=True,
            rule=translate("application_form", "第三十六条第六项：已经答复的相同申请不予重复处理"),
        ),
        ChoiceField(
            "topic",
            translate("application_form", "信息领域"),
            search=topics,
            free=True,
            placeholder=translate("application_form", "代码、名称或拼音首字母"),
        ),
        ChoiceField("unit", translate("application_form", "承办单位"), search=units, free=True),
        TextField("index_number", translate("application_form", "索引号（可不填）"), longest=60),
        ChoiceField("form", translate("application_form", "提供形式"), options_of(ProvisionForm)),
        ChoiceField("delivery", translate("application_form", "获取方式"), options_of(DeliveryMethod)),
        TextField("materials", translate("application_form", "随附材料"), longest=300),
        FlagField(
            "accept_incomplete",
            translate("application_form", "资料不全，仍予登记（第三十条，随后告知补正）"),
            wide=True,
        ),
        *(TextField(name, name) for name in CARRIED),
    ]
