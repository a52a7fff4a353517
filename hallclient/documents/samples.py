"""What does a document look like with facts in it? Invented facts for looking at every kind and for trying wording."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from hallclient.documents.document_kind import DocumentKind, Need
from hallclient.documents.sheets import Section, sheet_pdf

AGENCY = "示例市政务服务和数据管理局"

_KNOWN: Mapping[str, object] = {
    "agency_name": AGENCY,
    "agency_address": "示例市人民路1号政务服务大厅A区12号窗口",
    "agency_phone": "0000-8888 1234",
    "agency_contact": "李示例",
    "query_method": "拨打0000-8888 1234或者到示例市人民路1号政务服务大厅12号窗口查询",
    "reconsideration_body": "示例市人民政府",
    "court": "示例市示例区人民法院",
    "issued_on": date(2026, 3, 2),
    "clerk": "周窗口",
    "number": "SL01-W01-S2026-00017",
    "addressee": "欧阳示例女士",
    "you": "你",
    "applicant": "欧阳示例",
    "identity": "居民身份证 11010519491231002X",
    "phone": "010-00000000",
    "address": "示例市示例区幸福路88号3单元201室 100000",
    "submitted_on": date(2026, 3, 2),
    "received_on": date(2026, 3, 2),
    "channel": "in_person",
    "subject": "2023年至2025年本市老旧小区改造项目的年度计划、资金安排情况以及"
    "示例区幸福路片区改造工程的竣工验收备案文件",
    "materials": "身份证复印件1份",
    "oral_reason": "视力残疾",
    "answer_days": 20,
    "due_on": date(2026, 3, 30),
    "form": "paper",
    "delivery": "collect",
    "information": "《关于印发示例市2025年城镇老旧小区改造计划的通知》（示建发〔2025〕12号）",
    "pages": 16,
    "published_on": date(2025, 4, 1),
    "where": "示例市人民政府网站（www.example.gov.cn/zwgk/2025/0401/12345.html）",
    "index_number": "000014349/2025-00012",
    "kind": "投诉",
    "occurred_on": date(2026, 3, 2),
    "content": "幸福路88号院外路灯自2月下旬起不亮，夜间出行不便，希望尽快修复",
    "handling": "referred",
    "refer_to": "示例市城市管理局",
    "served_title": "政府信息公开告知书",
    "served_number": "示政数依申请〔2026〕3号",
    "service_method": "direct",
    "correction_due": date(2026, 3, 23),
    "correction_requested_on": date(2026, 3, 2),
    "correction_number": "示政数补〔2026〕17号",
    "corrected_on": date(2026, 3, 16),
    "corrections": ("申请内容不明确，请说明文件名称、文号或者其他特征", "未附身份证明，请补充有效身份证件复印件"),
    "guidance": "改造项目所在街道、批复年份",
    "extension_reason": "所申请的信息数量较大，需要分批查找、核对",
    "extension_days": 20,
    "previous_due": date(2026, 3, 30),
    "extended_due": date(2026, 4, 28),
    "consultation_sent_on": date(2026, 3, 5),
    "consultation_days": 15,
    "consultation_number": "示政数征〔2026〕17号",
    "information_name": "幸福路片区改造工程竣工验收资料",
    "third_party": "示例建设工程有限公司",
    "third_you": "organisation",
    "third_opinion": "竣工验收资料涉及施工工艺，不同意公开",
    "disclosure_reason": "该工程涉及居民居住安全，验收结论与公众利益直接相关",
    "disclosed_content": "竣工验收备案表及验收结论",
    "provided_on": date(2026, 3, 30),
    "other_agency": "示例市住房和城乡建设局",
    "assistance_due": date(2026, 3, 11),
    "reasons_due": date(2026, 3, 23),
    "count_period": "2026年1月1日至3月2日",
    "application_count": 86,
    "fee": Decimal("3000.00"),
    "fee_details": "2026年3月共35件，第11至30件每件100元，计2000元，第31至35件每件200元，计1000元",
    "fee_notified_on": date(2026, 3, 5),
    "fee_number": "示政数费〔2026〕17号",
    "payment_days": 20,
    "payment_due": date(2026, 4, 2),
    "payment_method": "非税收入统一缴款平台",
    "payment_code": "440000260000123456",
    "withdrawn_on": date(2026, 3, 9),
    "provided_part": "2025年城镇老旧小区改造年度计划及资金安排",
    "withheld_part": "施工单位报送的专有施工工艺资料",
    "ground": "third_party",
    "reason": "资料载有权利人采取保密措施的技术信息，公开会损害其竞争利益",
    "law_name": "中华人民共和国统计法",
    "law_article": "第二十五条",
    "records": "不动产登记",
    "query_body": "示例市不动产登记中心",
    "query_contact": "示例市登记路2号，0000-8888 5678",
    "searched_on": date(2026, 3, 2),
    "keywords": "幸福路、竣工验收",
    "search_scope": "本机关档案室2023年以来的文书档案和办公自动化系统",
    "competent_agency": "示例市住房和城乡建设局",
    "competent_contact": "0000-8888 4321",
    "still_unclear": "未说明项目名称和年份",
    "right_channel": "示例市信访局来访接待中心（示例市和平路9号）",
    "earlier_on": date(2025, 11, 3),
    "earlier_number": "SL01-W01-S2025-00412",
    "earlier_reply": "示政数依申请〔2025〕398号",
    "publication": "示例市统计年鉴2025",
    "why_unreasonable": "所列申请内容相同，未说明用途及差别",
    "provided_by": "当面领取纸质复印件",
    "record_name": "本人社会保险缴费记录中的出生日期",
    "corrected_to": "1990年3月7日",
}
# A letter that can answer one thing or several shows one; one that answers several only shows these.
_WHERE_REQUIRED: Mapping[str, object] = {
    "item_clauses": (
        "关于“分街道改造进度对比表”：经审查，你申请的内容需要本机关对现有政府信息进行汇总方可形成，本机关没有现成信息。"
        "依据《中华人民共和国政府信息公开条例》第三十八条，不予提供。",
        "关于“改造工程会商纪要”：经审查，该信息属于行政机关在履行行政管理职能过程中形成的讨论记录。"
        "依据《中华人民共和国政府信息公开条例》第十六条第二款、第三十六条第（三）项，本机关决定不予公开。"
        "理由为：所议事项尚未作出决定。",
        "关于“竣工验收备案表”：本机关于2026年3月2日以“竣工验收”为关键词，在本机关档案室进行检索，未查到你申请的信息。"
        "依据《中华人民共和国政府信息公开条例》第三十六条第（四）项，告知你该政府信息不存在。",
    ),
}
_BY_TYPE: Mapping[str, object] = {
    "text": "示例文字",
    "date": date(2026, 3, 2),
    "list": ("第一项示例", "第二项示例"),
    "money": Decimal("380.00"),
    "number": 3,
}


def sample_facts(kind: DocumentKind) -> dict[str, object]:
    """Return invented facts for a kind: all it can print, but those it prints only instead of another."""
    facts = {need.name: _sample(need) for need in kind.needs if need.required or need.name in _KNOWN}
    if kind.series:
        facts["document_number"] = f"示政数{kind.series}〔2026〕17号"
    if kind.register == "enquiry":
        facts["number"] = "SL01-W01-Z2026-00231"
        facts["due_on"] = date(2026, 3, 9)
    return facts


def _sample(need: Need) -> object:
    known = _KNOWN.get(need.name, _WHERE_REQUIRED.get(need.name))
    if known is not None:
        return known
    return next(iter(need.choices)) if need.type == "choice" else _BY_TYPE[need.type]


def sample_sheets() -> dict[str, bytes]:
    """Return one sheet of each use, with invented figures."""
    kinds = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    labels = ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（七）总计")
    day = sheet_pdf(
        "窗口日报表",
        f"{AGENCY}　W01窗口　2026年3月2日",
        (
            Section(
                title="一、接待与咨询投诉",
                columns=("代码", "项目", "单位", "数值"),
                rows=tuple((f"D{n:02d}", f"示例项目{n}", "人次", str(n * 37)) for n in range(1, 13)),
            ),
            Section(
                title="二、政府信息公开申请",
                columns=("项目", *kinds),
                rows=tuple((label, *map(str, range(1, 8))) for label in labels),
                note="依据国办公开办函〔2021〕30号表三。",
            ),
            Section(title="三、勾稽", rows=(("昨日结转＋今日新收＝今日办结＋今日结转", "5＋3＝4＋4", "成立"),)),
            Section(title="四、校验", rows=(("本日", "0123456789abcdef" * 4), ("上一日", "fedcba9876543210" * 4))),
        ),
        footer="本表为未结日报，以日结报表为准",
        mark="未结",
        signatures=("填报人", "审核人", "日期"),
        number="SL01-W01-20260302-X",
        number_label="报表编号",
    )
    trace = sheet_pdf(
        "答复期限计算过程",
        "申请编号：SL01-W01-S2026-00017",
        (
            Section(
                title="一、步骤",
                columns=("日期", "事项", "效果", "依据"),
                rows=(("2026-03-02", "收到申请", "次日起计算20个工作日", "条例第三十一条第一项、第三十三条第二款"),),
            ),
            Section(
                title="二、逐日",
                columns=("日期", "星期", "日别", "计入", "说明"),
                rows=tuple((f"2026-03-{n:02d}", "一二三四五六日"[n % 7], "工作日", str(n), "") for n in range(1, 32))
                * 2,
            ),
        ),
        footer="工作日历：2026年，国务院办公厅通知",
        watermark="练习",
    )
    keys = sheet_pdf(
        "快捷键一览",
        "",
        (
            Section(title="计数", columns=("按键", "作用"), rows=(("1–9", "每键记一人次"), ("*3", "三人一件"))),
            Section(title="全局", columns=("按键", "作用"), rows=(("F2", "接待"), ("F9", "为什么是这一天"))),
        ),
        landscape=True,
    )
    recovery = sheet_pdf(
        "恢复密钥",
        AGENCY,
        (
            Section(rows=(("1", "ABCD-EFGH-JKLM"), ("2", "NPQR-STUV-WXYZ")), large=True),
            Section(note="请双人封存。丢失全部口令时，只能凭本密钥打开数据。"),
        ),
        signatures=("封存人", "监交人", "日期"),
    )
    return {"sheet-day": day, "sheet-trace": trace, "sheet-keys": keys, "sheet-recovery": recovery}
