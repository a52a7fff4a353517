"""What are the slots of a reference text called? What stands in braces, in the clerk's words."""

from hallclient.ui.language import noop, translate

_SLOTS = {
    "agency": noop("reference_texts", "机关全称"),
    "unit": noop("reference_texts", "政府信息公开工作机构"),
    "address": noop("reference_texts", "地址"),
    "postcode": noop("reference_texts", "邮政编码"),
    "hours": noop("reference_texts", "办公时间"),
    "phone": noop("reference_texts", "电话"),
    "fax": noop("reference_texts", "传真"),
    "internet": noop("reference_texts", "网上申请地址或者电子邮箱"),
    "website": noop("reference_texts", "网站"),
    "query_method": noop("reference_texts", "查询方式"),
    "reading_places": noop("reference_texts", "查阅场所"),
    "supervisor": noop("reference_texts", "受理投诉举报的主管部门"),
    "supervisor_phone": noop("reference_texts", "主管部门电话"),
    "reconsideration_body": noop("reference_texts", "复议机关"),
    "court": noop("reference_texts", "法院"),
    "answer_days": noop("reference_texts", "答复期限"),
    "extension_days": noop("reference_texts", "延期期限"),
    "correction_days": noop("reference_texts", "补正告知期限"),
    "third_party_days": noop("reference_texts", "第三方答复期限"),
    "reconsideration_days": noop("reference_texts", "复议期限"),
    "suit_months": noop("reference_texts", "起诉期限"),
    "suit_after_days": noop("reference_texts", "复议后起诉期限"),
    "fee_source": noop("reference_texts", "收费依据"),
    "fee_items": noop("reference_texts", "按件收费标准"),
    "fee_pages": noop("reference_texts", "按量收费标准"),
    "fee_payment_days": noop("reference_texts", "缴费期限"),
    "index_scheme": noop("reference_texts", "索引号编制说明"),
}


def slot_name(name: str) -> str:
    """Return what a slot is called; one nobody knows is called what it is."""
    return translate("reference_texts", _SLOTS[name]) if name in _SLOTS else name


def slots_told() -> str:
    """Return all slots with their names, for whoever writes a text."""
    return translate("reference_texts", "、").join(f"{{{name}}} {slot_name(name)}" for name in _SLOTS)
