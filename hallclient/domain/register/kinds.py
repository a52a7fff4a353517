"""Which kinds does the hall distinguish? Codes of the contract (section 3) with their official labels."""

from hallclient.domain.terms import Term


class ApplicantKind(Term):
    """The columns of table 三 of the annual report (国办公开办函〔2021〕30号)."""

    NATURAL_PERSON = "natural_person", "自然人"
    COMMERCIAL_ENTERPRISE = "commercial_enterprise", "商业企业"
    RESEARCH_INSTITUTION = "research_institution", "科研机构"
    SOCIAL_WELFARE_ORGANISATION = "social_welfare_organisation", "社会公益组织"
    LEGAL_SERVICE_ORGANISATION = "legal_service_organisation", "法律服务机构"
    OTHER_ORGANISATION = "other_organisation", "其他"


class ApplicationChannel(Term):
    """How an application reached the agency; decides the receipt date (art. 31)."""

    IN_PERSON = "in_person", "当面"
    ORAL = "oral", "口头"
    POST = "post", "邮寄"
    ONLINE = "online", "网络"
    EMAIL = "email", "电子邮件"
    FAX = "fax", "传真"
    OTHER = "other", "其他"


class IdKind(Term):
    """Identity documents (domain 8.1)."""

    RESIDENT_ID = "resident_id", "居民身份证"
    RESIDENCE_PERMIT_HMT = "residence_permit_hmt", "港澳台居民居住证"
    FOREIGN_PERMANENT_RESIDENT = "foreign_permanent_resident", "外国人永久居留身份证"
    HK_MACAO_PERMIT = "hk_macao_permit", "港澳居民来往内地通行证"
    TAIWAN_PERMIT = "taiwan_permit", "台湾居民来往大陆通行证"
    PASSPORT_CN = "passport_cn", "普通护照"
    PASSPORT_FOREIGN = "passport_foreign", "外国护照"
    USCC = "uscc", "统一社会信用代码"


class EnquiryKind(Term):
    CONSULTATION = "consultation", "咨询"
    HELP = "help", "求助"
    COMPLAINT = "complaint", "投诉"
    REPORT = "report", "举报"
    SUGGESTION = "suggestion", "建议"
    PRAISE = "praise", "表扬"
    OTHER = "other", "其他"


class EnquiryChannel(Term):
    IN_PERSON = "in_person", "现场"
    PHONE = "phone", "电话"
    ONLINE = "online", "网络"
    POST = "post", "来信"
    FAX = "fax", "传真"
    HOTLINE_12345 = "hotline_12345", "12345转办"
    ASSIGNED = "assigned", "上级交办"


class Handling(Term):
    ANSWERED = "answered", "当场答复"
    MATERIAL = "material", "提供资料"
    REDIRECTED = "redirected", "指引"
    APPLICATION = "application", "转依申请公开"
    REFERRED = "referred", "转办"
    HOTLINE = "hotline", "转12345"
    PETITION = "petition", "告知信访渠道"
    NOT_ACCEPTED = "not_accepted", "不予受理"
    WITHDRAWN = "withdrawn", "撤回"


class DisputeKind(Term):
    RECONSIDERATION = "reconsideration", "行政复议"
    LITIGATION_DIRECT = "litigation_direct", "未经复议直接起诉"
    LITIGATION_AFTER_RECONSIDERATION = "litigation_after_reconsideration", "复议后起诉"


class DisputeResult(Term):
    UPHELD = "upheld", "结果维持"
    CORRECTED = "corrected", "结果纠正"
    OTHER = "other", "其他结果"


class ProvisionForm(Term):
    """In which form the applicant wants the information (art. 29(2)(3), art. 40)."""

    PAPER = "paper", "纸质"
    ELECTRONIC = "electronic", "电子文档"
    DISC = "disc", "光盘"


class DeliveryMethod(Term):
    """By which way the applicant wants to get it (art. 29(2)(3))."""

    COLLECT = "collect", "自行领取"
    POST = "post", "邮寄"
    EMAIL = "email", "电子邮件"
    ON_SITE = "on_site", "当场查阅、抄录"
