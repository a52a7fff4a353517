"""Where was a record found? The field a search hit names, as the registers call it."""

from hallclient.ui.language import translate


def matched_name(field: str) -> str:
    """Return what a searched field is called; "" for the register number, which the hit shows anyway."""
    return {
        "number": "",
        "original_number": translate("find", "原编号"),
        "name": translate("find", "姓名"),
        "applicant_name": translate("find", "申请人"),
        "phone": translate("find", "电话"),
        "content": translate("find", "内容"),
        "answer": translate("find", "答复"),
        "unit": translate("find", "承办单位"),
        "topic": translate("find", "领域"),
        "refer_to": translate("find", "转往"),
        "subject": translate("find", "申请内容"),
        "index_number": translate("find", "索引号"),
        "title": translate("find", "名称"),
        "document_number": translate("find", "文号"),
        "summary": translate("find", "概述"),
        "category": translate("find", "分类"),
        "application": translate("find", "申请编号"),
        "body": translate("find", "复议机关或者法院"),
        "file_number": translate("find", "案号"),
    }[field]
