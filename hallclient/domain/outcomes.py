"""How can an application end? The 21 leaves of table 三 (国办公开办函〔2021〕30号), in its order."""

from hallclient.domain.terms import Term


class Outcome(Term):
    """Codes of the contract, section 5, with the official label of the leaf."""

    GRANTED = "granted", "予以公开"
    GRANTED_IN_PART = "granted_in_part", "部分公开"
    REFUSED_STATE_SECRET = "refused_state_secret", "属于国家秘密"
    REFUSED_FORBIDDEN_BY_LAW = "refused_forbidden_by_law", "其他法律行政法规禁止公开"
    REFUSED_SECURITY_AND_STABILITY = "refused_security_and_stability", "危及“三安全一稳定”"
    REFUSED_THIRD_PARTY_RIGHTS = "refused_third_party_rights", "保护第三方合法权益"
    REFUSED_INTERNAL_AFFAIRS = "refused_internal_affairs", "属于三类内部事务信息"
    REFUSED_PROCESS_INFORMATION = "refused_process_information", "属于四类过程性信息"
    REFUSED_ENFORCEMENT_FILE = "refused_enforcement_file", "属于行政执法案卷"
    REFUSED_ADMINISTRATIVE_QUERY = "refused_administrative_query", "属于行政查询事项"
    UNAVAILABLE_NOT_HELD = "unavailable_not_held", "本机关不掌握相关政府信息"
    UNAVAILABLE_NEEDS_CREATION = "unavailable_needs_creation", "没有现成信息需要另行制作"
    UNAVAILABLE_STILL_UNCLEAR = "unavailable_still_unclear", "补正后申请内容仍不明确"
    DECLINED_PETITION = "declined_petition", "信访举报投诉类申请"
    DECLINED_REPEAT = "declined_repeat", "重复申请"
    DECLINED_PUBLICATION = "declined_publication", "要求提供公开出版物"
    DECLINED_EXCESSIVE = "declined_excessive", "无正当理由大量反复申请"
    DECLINED_CONFIRMATION = "declined_confirmation", "要求行政机关确认或重新出具已获取信息"
    CLOSED_CORRECTION_OVERDUE = (
        "closed_correction_overdue",
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    )
    CLOSED_FEE_UNPAID = (
        "closed_fee_unpaid",
        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    )
    CLOSED_OTHER = "closed_other", "其他"
