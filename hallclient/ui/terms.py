"""How is an official term called in the language in use? Every Term's label, listed so that translators find it."""

from hallclient.domain.terms import Term
from hallclient.ui.language import noop, translate

# The words of domain's Term classes once more, because lupdate reads literals. A test keeps the two together.
LISTED = (
    # ApplicantKind
    noop("terms", "自然人"),
    noop("terms", "商业企业"),
    noop("terms", "科研机构"),
    noop("terms", "社会公益组织"),
    noop("terms", "法律服务机构"),
    noop("terms", "其他"),
    # ApplicationChannel
    noop("terms", "当面"),
    noop("terms", "口头"),
    noop("terms", "邮寄"),
    noop("terms", "网络"),
    noop("terms", "电子邮件"),
    noop("terms", "传真"),
    # IdKind
    noop("terms", "居民身份证"),
    noop("terms", "港澳台居民居住证"),
    noop("terms", "外国人永久居留身份证"),
    noop("terms", "港澳居民来往内地通行证"),
    noop("terms", "台湾居民来往大陆通行证"),
    noop("terms", "普通护照"),
    noop("terms", "外国护照"),
    noop("terms", "统一社会信用代码"),
    # EnquiryKind
    noop("terms", "咨询"),
    noop("terms", "求助"),
    noop("terms", "投诉"),
    noop("terms", "举报"),
    noop("terms", "建议"),
    noop("terms", "表扬"),
    # EnquiryChannel
    noop("terms", "现场"),
    noop("terms", "电话"),
    noop("terms", "来信"),
    noop("terms", "12345转办"),
    noop("terms", "上级交办"),
    # Handling
    noop("terms", "当场答复"),
    noop("terms", "提供资料"),
    noop("terms", "指引"),
    noop("terms", "转依申请公开"),
    noop("terms", "转办"),
    noop("terms", "转12345"),
    noop("terms", "告知信访渠道"),
    noop("terms", "不予受理"),
    noop("terms", "撤回"),
    # DisputeKind
    noop("terms", "行政复议"),
    noop("terms", "未经复议直接起诉"),
    noop("terms", "复议后起诉"),
    # DisputeResult
    noop("terms", "结果维持"),
    noop("terms", "结果纠正"),
    noop("terms", "其他结果"),
    # ProvisionForm
    noop("terms", "纸质"),
    noop("terms", "电子文档"),
    noop("terms", "光盘"),
    # DeliveryMethod
    noop("terms", "自行领取"),
    noop("terms", "当场查阅、抄录"),
    # Act
    noop("terms", "送达待确认"),
    noop("terms", "收到"),
    noop("terms", "告知补正"),
    noop("terms", "收到补正"),
    noop("terms", "延期"),
    noop("terms", "发出征求意见书"),
    noop("terms", "征求意见书送达"),
    noop("terms", "收到意见"),
    noop("terms", "收费通知送达"),
    noop("terms", "缴费完成"),
    noop("terms", "答复"),
    noop("terms", "作废"),
    # Role
    noop("terms", "窗口人员"),
    noop("terms", "负责人"),
    noop("terms", "系统管理员"),
    # State
    noop("terms", "待确认收到"),
    noop("terms", "办理中"),
    noop("terms", "待补正"),
    noop("terms", "征求意见中"),
    noop("terms", "待缴费"),
    noop("terms", "已办结"),
    noop("terms", "已撤回"),
    # Outcome
    noop("terms", "予以公开"),
    noop("terms", "部分公开"),
    noop("terms", "属于国家秘密"),
    noop("terms", "其他法律行政法规禁止公开"),
    noop("terms", "危及“三安全一稳定”"),
    noop("terms", "保护第三方合法权益"),
    noop("terms", "属于三类内部事务信息"),
    noop("terms", "属于四类过程性信息"),
    noop("terms", "属于行政执法案卷"),
    noop("terms", "属于行政查询事项"),
    noop("terms", "本机关不掌握相关政府信息"),
    noop("terms", "没有现成信息需要另行制作"),
    noop("terms", "补正后申请内容仍不明确"),
    noop("terms", "信访举报投诉类申请"),
    noop("terms", "重复申请"),
    noop("terms", "要求提供公开出版物"),
    noop("terms", "无正当理由大量反复申请"),
    noop("terms", "要求行政机关确认或重新出具已获取信息"),
    noop("terms", "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    noop("terms", "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
)


def label(term: Term) -> str:
    """Return the term's label in the language in use. Paper always bears ``term.label``, the official one."""
    return translate("terms", term.label)
