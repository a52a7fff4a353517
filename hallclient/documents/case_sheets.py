"""Which sheets does the register itself add to a case's file? The registration, the decision's course, the service."""

from collections.abc import Iterator, Mapping, Sequence

from hallclient.documents import marks
from hallclient.documents.sheets import Section, sheet_pdf
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.application import Application
from hallclient.domain.register.dispute import Dispute
from hallclient.domain.register.items import of_text
from hallclient.domain.register.life import RULES
from hallclient.domain.register.steps import Act, Step
from hallclient.domain.terms import Term

FACTS = {
    "approver": "批准人", "party_kind": "对象类别", "party": "对象", "stops_clock": "停止计算期限", "opinion": "意见",
    "yuan": "金额（元）", "basis": "计收方式", "count": "数量", "receipt": "票据号", "scope": "检索范围",
    "keywords": "检索关键词", "searched_on": "检索日期", "person": "检索人",
    "reviewer": "审查人", "finding": "结论", "superior": "决定的领导",
    "decision": "决定", "entered_by": "代为登记", "document": "文书", "outcome": "拟办结果", "title": "文书名称",
    "number": "文号", "method": "方式", "tracking": "单号", "receiver": "签收人", "proof": "凭证", "replaces": "更正",
    "ground": "依据", "order": "决定书", "retention": "保管期限", "place": "存放位置", "until": "截止日期",
    "override": "公共利益的理由",
}  # fmt: skip
_DECIDING = (
    Act.ITEMISED,
    Act.SEARCHED,
    Act.SECRECY_REVIEWED,
    Act.ESCALATED,
    Act.SUPERIOR_DECIDED,
    Act.FEE_DECIDED,
    Act.DRAFTED,
    Act.RETURNED,
    Act.APPROVED,
)
_ON_THE_WAY = (Act.SENT, Act.SERVED, Act.UNDELIVERED)


def registration(case: Application, *, agency: str, practice: bool) -> bytes:
    """Return 政府信息公开申请登记表: who asked for what, and how (第二十九条)."""
    person, agent = case.applicant, case.agent
    rows = [
        ("申请编号", case.number + (f"（原编号 {case.original_number}）" if case.original_number else "")),
        ("申请渠道", case.channel.label),
        ("提交日期", case.arrived_on.isoformat()),
        ("收到日期", case.received_on.isoformat() if case.received_on else "尚未确认"),
        ("申请人类别", person.kind.label),
        ("姓名或者名称", person.name),
        ("证件", " ".join(part for part in (person.id_kind.label if person.id_kind else "", person.id_number) if part)),
        ("证件核对", "已核对原件" if person.id_seen else "未核对原件"),
        ("法定代表人", person.legal_representative),
        ("联系人", person.contact),
        ("联系方式", "；".join(part for part in (person.phone, person.email, person.fax) if part)),
        ("联系地址", " ".join(part for part in (person.address, person.postcode) if part)),
        ("代理人", "；".join(part for part in (agent.name, agent.phone, agent.authority) if part) if agent else ""),
        ("所需信息", case.subject),
        ("索引号", case.index_number),
        ("提供形式", case.form.label if case.form else ""),
        ("获取方式", case.delivery.label if case.delivery else ""),
        ("随附材料", case.materials),
        ("口头申请的原因", case.oral_reason),
        ("承办单位", case.unit),
        ("此前申请", case.repeat_of),
    ]
    return sheet_pdf(
        "政府信息公开申请登记表",
        agency,
        (Section(rows=tuple(row for row in rows if row[1])),),
        watermark=marks.PRACTICE if practice else "",
        number=case.number,
        number_label="申请编号",
    )


def deciding(case: Application, *, agency: str, practice: bool, names: Mapping[str, str]) -> bytes | None:
    """Return 审查审批记录: items, search, review, escalation, draft and approval; None when none is on record."""
    steps = [step for step in case.steps if step.act in _DECIDING]
    return _course("政府信息公开申请审查审批记录", case, steps, agency, practice, names, ("承办人", "审核人", "签发人"))


def service(case: Application, *, agency: str, practice: bool, names: Mapping[str, str]) -> bytes | None:
    """Return 送达记录: every letter's way; None when none is on record."""
    steps = [step for step in case.steps if step.act in _ON_THE_WAY]
    return _course("文书送达记录", case, steps, agency, practice, names)


def course(case: Application, *, agency: str, practice: bool, names: Mapping[str, str]) -> bytes:
    """Return 办理过程: every step in its order."""
    found = _course("政府信息公开申请办理过程", case, case.steps, agency, practice, names)
    assert found is not None
    return found


def dispute(case: Dispute, *, agency: str, practice: bool) -> bytes:
    """Return the sheet of one reconsideration or lawsuit with its acts."""
    head = [
        ("登记编号", case.number),
        ("类型", case.kind.label),
        ("提起日期", case.filed_on.isoformat()),
        ("复议机关或者法院", case.body),
        ("案号", case.file_number),
        ("结果", case.result.label if case.result else "尚未审结"),
        ("审结日期", case.decided_on.isoformat() if case.decided_on else ""),
    ]
    acts = tuple((step.on.isoformat(), step.act.label, step.note) for step in case.acts)
    sections = [Section(rows=tuple(row for row in head if row[1]))]
    if acts:
        sections.append(Section(title="经过", columns=("日期", "事项", "说明"), rows=acts))
    return sheet_pdf("行政复议、行政诉讼登记表", agency, sections, watermark=marks.PRACTICE if practice else "")


def _course(
    title: str,
    case: Application,
    steps: Sequence[Step],
    agency: str,
    practice: bool,
    names: Mapping[str, str],
    signatures: Sequence[str] = (),
) -> bytes | None:
    if not steps:
        return None
    rows = tuple(
        (step.on.isoformat(), step.act.label, "；".join(_told(step)), names.get(step.by, step.by)) for step in steps
    )
    return sheet_pdf(
        title,
        f"{agency}　申请编号 {case.number}",
        (Section(columns=("日期", "环节", "内容", "登记人"), rows=rows),),
        watermark=marks.PRACTICE if practice else "",
        signatures=signatures,
    )


def _told(step: Step) -> Iterator[str]:
    if step.outcome is not None:
        yield f"办理结果：{step.outcome.label}"
    if step.days is not None:
        yield f"{step.days}个工作日"
    for name, label in FACTS.items():
        if step.details.get(name):
            yield f"{label}：{_word(step, name)}"
    for place, item in enumerate(of_text(step.details.get("items", "")), start=1):
        ended = f"（{item.outcome.label}）" if item.outcome else ""
        yield f"第{place}项 {item.title}{ended}"
    if step.reason:
        yield f"说明：{step.reason}"


def _word(step: Step, name: str) -> str:
    """Return a fact in the words of its own list (``life.RULES``), else as it was typed."""
    text = step.details[name]
    known: type[Term] | None = RULES[step.act].terms.get(name)
    if name == "outcome":
        known = Outcome
    found = known.read(text) if known is not None else None
    if found is not None:
        return found.label
    return {"yes": "是", "no": "否"}.get(text, text)
