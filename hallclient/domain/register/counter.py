"""What is counted without a record of its own? Portal items, press events, training, table 二, things handed out."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from hallclient.domain.refusal import Refusal
from hallclient.domain.terms import Term


class Counter(Term):
    """Codes of the contract, section 3. ``…in_force`` are levels (the last one counts), all others flows (added up).

    ``hall.…`` is line 12 of the day sheet (domain 6.4), counted by hand at the window.
    """

    PORTAL_INSTITUTION = "portal.institution_and_functions", "机构职能类"
    PORTAL_POLICIES = "portal.policies_and_regulations", "政策法规类"
    PORTAL_PLANS = "portal.plans", "规划计划类"
    PORTAL_BUSINESS = "portal.business_updates", "业务动态类"
    PORTAL_STATISTICS = "portal.special_statistics", "专项统计类"
    PORTAL_EMERGENCY = "portal.emergency_management", "应急管理类"
    PORTAL_OTHER = "portal.other", "其他类"
    PRESS_CONFERENCES = "press.conferences", "新闻发布会"
    PRESS_BRIEFINGS = "press.briefings", "通气会"
    MEDIA_ITEMS = "media.items", "主流媒体播发政府新闻信息"
    TRAINING_LEADERS = "training.leaders", "领导干部培训"
    TRAINING_OFFICERS = "training.officers", "工作人员培训"
    TRAINING_SERVANTS = "training.civil_servants", "公务员培训"
    TRAINING_CLASSES = "training.classes", "培训班次"
    RULES_ISSUED = "rules.issued", "规章制发件数"
    RULES_REPEALED = "rules.repealed", "规章废止件数"
    RULES_IN_FORCE = "rules.in_force", "规章现行有效件数"
    NORMATIVE_ISSUED = "normative_documents.issued", "行政规范性文件制发件数"
    NORMATIVE_REPEALED = "normative_documents.repealed", "行政规范性文件废止件数"
    NORMATIVE_IN_FORCE = "normative_documents.in_force", "行政规范性文件现行有效件数"
    LICENCES = "licences.decisions", "行政许可处理决定数量"
    PENALTIES = "penalties.decisions", "行政处罚处理决定数量"
    COMPULSORY = "compulsory_measures.decisions", "行政强制处理决定数量"
    CHARGES = "charges.wan_yuan", "行政事业性收费金额"
    HALL_MATERIALS = "hall.materials", "领取资料"
    HALL_READING = "hall.reading", "查阅"
    # Codes 02, 04, 05, 09, 34, 35 of the statistical return of 2008 (domain 2.7), which no register tells.
    RETURN_FULL_TEXT = "return.full_text", "全文电子化的主动公开信息"
    RETURN_SERVICES = "return.services", "服务类信息"
    RETURN_PAGE_VIEWS = "return.page_views", "网站专栏页面访问量"
    RETURN_CATALOGUE = "return.request_catalogue", "依申请公开信息目录"
    RETURN_APPEALS = "return.appeals", "行政申诉"
    RETURN_APPEALS_FIRST = "return.appeals_first_reply", "对首次处理不满意的行政申诉"

    @property
    def level(self) -> bool:
        """Whether the last entry counts, instead of the sum."""
        return self.value.endswith(".in_force")

    @property
    def places(self) -> int:
        """How many decimals an entry may have: 万元 are published with four."""
        return 4 if self is Counter.CHARGES else 0

    @property
    def unit(self) -> str:
        """The unit the figure is printed with; figures of different units are never added."""
        group = self.value.partition(".")[0]
        if self in (Counter.TRAINING_CLASSES, Counter.CHARGES):
            return {Counter.TRAINING_CLASSES: "班次", Counter.CHARGES: "万元"}[self]
        if self in (Counter.HALL_MATERIALS, Counter.HALL_READING):
            return {Counter.HALL_MATERIALS: "份", Counter.HALL_READING: "人次"}[self]
        if group == "return":
            return {Counter.RETURN_PAGE_VIEWS: "人次"}.get(self, "件" if "appeals" in self.value else "条")
        return {"portal": "条", "media": "条", "press": "场", "training": "人次"}.get(group, "件")


class CountNotANumber(Refusal):
    """A count is a number of at least 0, whole but for 万元 (four decimals)."""

    fields = ("count",)


class CountedInFuture(Refusal):
    """A count belongs to a day that has been."""

    fields = ("on",)


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterDraft:
    """``count`` in the counter's unit; ``evidence`` a link or document number."""

    on: date
    counter: Counter
    count: Decimal
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterEntry:
    """An entered count. ``voided`` holds the reason of a withdrawn entry."""

    id: int
    on: date
    counter: Counter
    count: Decimal
    evidence: str
    entered_at: datetime
    entered_by: str
    historical: bool = False
    voided: str = ""


def check(draft: CounterDraft, *, today: date) -> None:
    """Raise CountNotANumber or CountedInFuture unless ``draft`` can stand."""
    count = draft.count
    if not count.is_finite() or count < 0 or count != round(count, draft.counter.places):
        raise CountNotANumber
    if draft.on > today:
        raise CountedInFuture
