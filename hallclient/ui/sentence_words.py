"""What are the codes inside a refusal called? Fields of forms and papers, permissions, and how words are listed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from hallclient.domain.law.identity_numbers import IdProblem
from hallclient.domain.register.completeness import Problem
from hallclient.domain.register.permissions import GRANTS, Permission
from hallclient.ui.language import translate
from hallclient.ui.sentence_facts import case_facts
from hallclient.ui.terms import label

FEW = 3  # things a sentence names before it counts the rest
_DETAIL = 60  # characters of a technical detail that still fit into a sentence


def field_name(name: str) -> str:
    """Return the label of a form's field or of a paper's fact; the name itself when a later field is not listed."""
    return _fields().get(name, name)


def field_names(names: Iterable[str]) -> str:
    """Return the labels of fields as one list, each label once."""
    return listed(dict.fromkeys(field_name(name) for name in names))


def listed(words: Iterable[str]) -> str:
    """Return words as a list inside a sentence."""
    return translate("messages", "、").join(words)


def shortened(words: Iterable[str]) -> str:
    """Return the first of a list, and how many there are when it is longer: a sentence is not a register."""
    words = tuple(words)
    if len(words) <= FEW:
        return listed(words)
    return translate("messages", "{0}等{1}项").format(listed(words[:FEW]), len(words))


def clauses(words: Iterable[str]) -> str:
    """Return clauses joined into one sentence."""
    return translate("messages", "；").join(words)


def day(on: date | None) -> str:
    """Return a day as the window writes it."""
    return "" if on is None else on.isoformat()


def detail(text: str) -> str:
    """Return a technical detail on one line, cut to what a sentence can bear."""
    text = " ".join(text.split()).rstrip("。.；;")
    return text if len(text) <= _DETAIL else text[: _DETAIL - 1] + "…"


def problem(part: Problem) -> str:
    """Return what is wrong with one part of a form, with the field's name."""
    known = IdProblem.read(part.code)
    if known is not None:
        said = label(known)
    elif part.code == "wrong_kind":
        said = translate("messages", "单位请选统一社会信用代码，自然人请选个人证件")
    elif part.code == "unprintable":
        said = translate("messages", "有印不出的字，请换一种写法")
    else:
        said = translate("messages", "请补填")
    return translate("messages", "{0}：{1}").format(field_name(part.field), said)


def permitted_roles(permission: Permission) -> str:
    """Return the roles that grant a permission."""
    return listed(label(role) for role, granted in GRANTS.items() if permission in granted)


def permission_name(permission: Permission) -> str:
    """Return what a permission allows, as a verb."""
    return {
        Permission.REGISTER_ENQUIRY: translate("messages", "登记咨询投诉"),
        Permission.UNDO_ENQUIRY: translate("messages", "撤销咨询投诉登记"),
        Permission.REGISTER_APPLICATION: translate("messages", "登记申请"),
        Permission.RECORD_STEP: translate("messages", "登记办理环节"),
        Permission.RECORD_OUTCOME: translate("messages", "登记办理结果"),
        Permission.VOID_NUMBER: translate("messages", "作废编号"),
        Permission.ISSUE_DOCUMENT: translate("messages", "签发文书"),
        Permission.REPRINT_DOCUMENT: translate("messages", "补打文书"),
        Permission.SEE_FILES: translate("messages", "查看申请档案"),
        Permission.REVEAL_PERSON: translate("messages", "查看完整个人信息"),
        Permission.INTERIM_SHEET: translate("messages", "查看当日未结表"),
        Permission.CLOSE_DAY: translate("messages", "日结"),
        Permission.ADJUST_CLOSED_DAY: translate("messages", "调整已日结的数字"),
        Permission.ENTER_COUNTER: translate("messages", "登记主动公开数据"),
        Permission.RECORD_DISPUTE: translate("messages", "登记复议诉讼"),
        Permission.IMPORT_REGISTER: translate("messages", "导入登记簿"),
        Permission.IMPORT_CALENDAR: translate("messages", "导入放假安排"),
        Permission.SEE_FIGURES: translate("messages", "查看统计"),
        Permission.EXPORT_FIGURES: translate("messages", "导出统计"),
        Permission.MANAGE_CLERKS: translate("messages", "管理人员"),
        Permission.CHANGE_SETTINGS: translate("messages", "更改设置"),
        Permission.BACK_UP: translate("messages", "备份"),
        Permission.RESTORE_FENCE: translate("messages", "填写已发出的最大编号"),
        Permission.CONFIRM_CLOCK: translate("messages", "确认电脑时间"),
        Permission.APPROVE_REPLY: translate("messages", "审批答复"),
        Permission.DECIDE_FEE: translate("messages", "决定收取信息处理费"),
        Permission.DECIDE_SENSITIVE: translate("messages", "决定敏感事项"),
        Permission.EDIT_WORDING: translate("messages", "修改文书格式"),
        Permission.EDIT_REFERENCE_TEXT: translate("messages", "修改公开指南和流程图"),
        Permission.WRITE_REPORT: translate("messages", "编写年度报告"),
        Permission.PUBLISH_REPORT: translate("messages", "定稿年度报告"),
        Permission.SEND_PACKETS: translate("messages", "报送日结数据"),
        Permission.SEE_HUB: translate("messages", "查看各窗口报送"),
        Permission.ADMINISTER_HUB: translate("messages", "管理报送中心"),
    }.get(permission, str(permission))


def fact_type(expected: str) -> str:
    """Return what a paper's fact must be."""
    return {
        "date": translate("messages", "日期，如 2026-03-02"),
        "money": translate("messages", "金额，如 380.00"),
        "number": translate("messages", "数字"),
        "choice": translate("messages", "所列选项之一"),
        "article": translate("messages", "条款，如 第三十五条第二款"),
        "list": translate("messages", "逐行列出的事项"),
    }.get(expected, translate("messages", "文字"))


def _fields() -> dict[str, str]:
    return _form_fields() | _paper_fields() | case_facts()


def _form_fields() -> dict[str, str]:
    return {
        # an application
        "channel": translate("messages", "渠道"),
        "arrived_on": translate("messages", "收到日期"),
        "confirmed": translate("messages", "与表格不同的数字说的是什么"),
        "lacking": translate("messages", "数据不全仍然定稿的原因"),
        "confirmed_on": translate("messages", "双方确认日期"),
        "signed_for": translate("messages", "邮件经签收"),
        "late_reason": translate("messages", "补登原因"),
        "oral_reason": translate("messages", "口头申请原因"),
        "applicant_kind": translate("messages", "申请人类别"),
        "name": translate("messages", "姓名或者名称"),
        "id_kind": translate("messages", "证件类型"),
        "id_number": translate("messages", "证件号码"),
        "legal_representative": translate("messages", "法定代表人"),
        "contact": translate("messages", "联系人"),
        "phone": translate("messages", "联系方式"),
        "address": translate("messages", "联系地址"),
        "email": translate("messages", "电子邮箱"),
        "agent_name": translate("messages", "代理人姓名"),
        "agent_id_kind": translate("messages", "代理人证件类型"),
        "agent_id_number": translate("messages", "代理人证件号码"),
        "agent_authority": translate("messages", "授权委托书"),
        "subject": translate("messages", "所需信息"),
        "index_number": translate("messages", "索引号"),
        "form": translate("messages", "提供形式"),
        "delivery": translate("messages", "获取方式"),
        "materials": translate("messages", "随附材料"),
        "repeat_decision": translate("messages", "与此前申请的关系"),
        "unit": translate("messages", "承办单位"),
        "topic": translate("messages", "信息领域"),
        # a step, an outcome
        "on": translate("messages", "日期"),
        "days": translate("messages", "工作日数"),
        "id": translate("messages", "征求意见书"),
        "outcome": translate("messages", "办理结果"),
        "reason": translate("messages", "原因"),
        "copies": translate("messages", "份数"),
        "approver": translate("messages", "批准人"),
        "until": translate("messages", "截止日期"),
        "finding": translate("messages", "审查结论"),
        "party_kind": translate("messages", "征求意见的对象类别"),
        "party": translate("messages", "征求谁的意见"),
        "opinion": translate("messages", "意见"),
        "basis": translate("messages", "计收方式"),
        "yuan": translate("messages", "金额"),
        "receipt": translate("messages", "票据号"),
        "scope": translate("messages", "检索范围"),
        "keywords": translate("messages", "检索关键词"),
        "person": translate("messages", "检索人"),
        "reviewer": translate("messages", "审查人"),
        "superior": translate("messages", "决定的领导"),
        "decision": translate("messages", "决定内容"),
        "document": translate("messages", "文书种类"),
        "method": translate("messages", "送达方式"),
        "tracking": translate("messages", "邮件单号"),
        "receiver": translate("messages", "签收人"),
        "proof": translate("messages", "送达凭证"),
        "replaces": translate("messages", "被更正的文书"),
        "ground": translate("messages", "重新办理的依据"),
        "order": translate("messages", "决定书文号"),
        "retention": translate("messages", "保管期限"),
        "place": translate("messages", "存放位置"),
        "override": translate("messages", "公共利益的理由"),
        "items": translate("messages", "申请事项"),
        "consultation": translate("messages", "征求意见的是"),
        "stops_clock": translate("messages", "停止计算期限"),
        "kind": translate("messages", "类别"),
        # an enquiry
        "occurred_at": translate("messages", "来访时间"),
        "persons": translate("messages", "人次"),
        "matters": translate("messages", "件次"),
        "visit": translate("messages", "同次来访的首件"),
        "rating": translate("messages", "评价"),
        "closed_on": translate("messages", "办结日期"),
        "handling": translate("messages", "处理方式"),
        # disputes, counters, figures, files
        "filed_on": translate("messages", "提起日期"),
        "decided_on": translate("messages", "审结日期"),
        "result": translate("messages", "结果"),
        "follows": translate("messages", "此前的复议"),
        "act": translate("messages", "进展"),
        "order_days": translate("messages", "重新答复的期限"),
        "effective_from": translate("messages", "施行日期"),
        "count": translate("messages", "数量"),
        "number": translate("messages", "编号"),
        "day": translate("messages", "日期"),
        "line": translate("messages", "项目"),
        "answers": translate("messages", "所选的回答"),
        "paragraphs": translate("messages", "段落"),
        "attending": translate("messages", "参加人数"),
        "title": translate("messages", "名称"),
        "text": translate("messages", "文字"),
        "part": translate("messages", "部分"),
        "delta": translate("messages", "增减"),
        "identities": translate("messages", "勾稽关系"),
        "file": translate("messages", "文件"),
        "off": translate("messages", "放假日"),
        "work": translate("messages", "调休上班日"),
        "ruleset": translate("messages", "适用条例"),
        "events": translate("messages", "经过文件"),
        # set-up, clerks, the store
        "agency": translate("messages", "机关全称"),
        "agency_code": translate("messages", "机关代码"),
        "window": translate("messages", "窗口号"),
        "user": translate("messages", "用户名"),
        "password": translate("messages", "密码"),
        "roles": translate("messages", "角色"),
        "data": translate("messages", "数据文件夹"),
        "highest": translate("messages", "已发出的最大编号"),
        # the hub
        "hub": translate("messages", "中心库地址"),
        "packet": translate("messages", "数据包"),
        "public_key": translate("messages", "窗口公钥"),
    }


def _paper_fields() -> dict[str, str]:
    """Name the facts of the wording files; the words of a file itself come with FactMissing and FactUnreadable."""
    return {
        "agency_address": translate("messages", "机关地址"),
        "agency_contact": translate("messages", "机关联系人"),
        "agency_name": translate("messages", "机关全称"),
        "agency_phone": translate("messages", "机关联系电话"),
        "addressee": translate("messages", "称谓"),
        "agent": translate("messages", "代理人"),
        "answer": translate("messages", "答复内容"),
        "answer_days": translate("messages", "答复期限"),
        "applicant": translate("messages", "申请人"),
        "application": translate("messages", "申请编号"),
        "clerk": translate("messages", "经办人"),
        "content": translate("messages", "反映内容"),
        "court": translate("messages", "有管辖权的法院"),
        "document_number": translate("messages", "文号"),
        "due_on": translate("messages", "答复期限"),
        "due_provisional": translate("messages", "暂定答复期限"),
        "identity": translate("messages", "证件名称及号码"),
        "information": translate("messages", "提供的信息名称及文号"),
        "issued_on": translate("messages", "成文日期"),
        "item_attachments": translate("messages", "各项附件"),
        "item_clauses": translate("messages", "各项答复"),
        "items_remedy": translate("messages", "各项的救济方式"),
        "occurred_on": translate("messages", "登记日期"),
        "pages": translate("messages", "页数"),
        "published_on": translate("messages", "公开日期"),
        "query_method": translate("messages", "查询方式"),
        "received_on": translate("messages", "收到日期"),
        "reconsideration_body": translate("messages", "行政复议机关"),
        "reconsideration_url": translate("messages", "行政复议网上申请渠道"),
        "administrative_query_remedy": translate("messages", "行政查询事项的救济方式"),
        "refer_to": translate("messages", "承办单位或者有权机关"),
        "served_online": translate("messages", "网上送达"),
        "served_number": translate("messages", "送达文书文号"),
        "served_title": translate("messages", "送达文书名称"),
        "server": translate("messages", "送达人"),
        "service_method": translate("messages", "送达方式"),
        "service_place": translate("messages", "送达地点"),
        "submitted_on": translate("messages", "提交日期"),
        "tracking_number": translate("messages", "邮寄单号"),
        "where": translate("messages", "网址、公报期号或者查阅点"),
        "you": translate("messages", "人称"),
    }


def shortcoming(missing: int, uncounted: int) -> str:
    """Return what the hub has not of a year: window-days that never came, days with a packet that does not count."""
    said = [translate("messages", "中心库缺 {0} 个窗口日").format(missing)] if missing else []
    said += [translate("messages", "中心库有 {0} 天的数据包没有计入").format(uncounted)] if uncounted else []
    return translate("messages", "，").join(said)


def shortcomings(windows: Mapping[str, int], uncounted: Sequence[date], *, most: int) -> list[str]:
    """Return ``shortcoming`` in lines of its own: the windows, those that lack most first, and the days."""
    order = sorted(windows, key=lambda window: (-windows[window], window))
    said = [translate("messages", "　{0} 缺 {1} 日").format(window, windows[window]) for window in order[:most]]
    said += [translate("messages", "　……共 {0} 个窗口").format(len(order))] if len(order) > most else []
    if uncounted:
        named = translate("messages", "、").join(one.isoformat() for one in uncounted[:most])
        named += "……" if len(uncounted) > most else ""
        said.append(translate("messages", "　没有计入的：{0}").format(named))
    return said
