"""What does a document look like with facts in it? Invented facts for looking at every kind and for trying wording."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from hallclient.documents.document_kind import DocumentKind, Need

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
    "subject": "2023年至2025年本市老旧小区改造项目的年度计划、资金安排情况以及示例区幸福路片区改造工程的竣工验收备案文件",
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
    known = _KNOWN.get(need.name)
    if known is not None:
        return known
    return next(iter(need.choices)) if need.type == "choice" else _BY_TYPE[need.type]
