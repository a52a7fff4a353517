"""By which words are the facts of an act told? The choices a form offers and the law's consequences hang on."""

from hallclient.domain.terms import Term


class PartyKind(Term):
    """Whom a consultation asks: silence means something else each time (第三十二条、第三十四条、第三十三条第三款)."""

    THIRD_PARTY = "third_party", "第三方"
    CO_MAKER = "co_maker", "共同制作机关"
    AGENCY = "agency", "其他行政机关"


class Opinion(Term):
    """What the one who was asked says."""

    AGREED = "agreed", "同意公开"
    PARTLY = "partly", "部分同意公开"
    REFUSED = "refused", "不同意公开"


class Finding(Term):
    """What the agency finds of the reasons it demanded (第三十五条)."""

    REASONABLE = "reasonable", "理由合理"
    UNREASONABLE = "unreasonable", "理由不合理"


class SecrecyFinding(Term):
    """What the confidentiality review finds (保密审查, 第十七条)."""

    MAY = "may_disclose", "可以公开"
    PARTLY = "may_disclose_part", "部分可以公开"
    MAY_NOT = "may_not_disclose", "不得公开"


class FeeBasis(Term):
    """By what one application is charged: one of the two, never both (国办函〔2020〕109号 第三条)."""

    ITEMS = "items", "按件"
    PAGES = "pages", "按量"


class ServiceMethod(Term):
    """How a letter reaches its reader. ``COURIER`` is offered so that its refusal can be read."""

    DIRECT = "direct", "直接送达"
    ENTRUSTED = "entrusted", "委托送达"
    EMS = "ems", "邮寄送达（EMS）"
    REGISTERED = "registered", "邮寄送达（挂号信）"
    ELECTRONIC = "electronic", "电子送达"
    LEFT = "left", "留置送达"
    COURIER = "courier", "其他快递企业"


POSTAL = frozenset({ServiceMethod.EMS, ServiceMethod.REGISTERED})


class ReopenGround(Term):
    """On whose word a case is dealt with again."""

    RECONSIDERATION = "reconsideration", "行政复议决定"
    JUDGMENT = "judgment", "人民法院裁判"
    OWN_MOTION = "own_motion", "本机关自行纠正"


class Approval(Term):
    """Which replies an agency issues only after a superior approved their very draft."""

    NONE = "none", "不需要审批"
    REFUSALS = "refusals", "不予公开和部分公开须审批"
    ALL = "all", "全部答复须审批"
