"""What may an old register bring in? The kinds and columns of the interchange files, and what a bad row is."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hallclient.domain.outcomes import Outcome
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.terms import Term


class ImportKind(Term):
    """The registers that can be imported (KIND of the command line)."""

    ENQUIRIES = "enquiries", "咨询投诉登记簿"
    APPLICATIONS = "applications", "依申请公开登记簿"
    DISPUTES = "disputes", "复议诉讼登记簿"
    COUNTERS = "counters", "主动公开数据"
    CATALOGUE = "catalogue", "政府信息公开目录"
    CALENDAR = "calendar", "放假调休安排"


@dataclass(frozen=True, slots=True)
class ImportColumn:
    """A column: its name, its Chinese label, whether every row needs it, and further headings old registers use.

    ``personal`` columns never have their value repeated in a message.
    """

    name: str
    label: str
    required: bool = False
    aliases: tuple[str, ...] = ()
    personal: bool = False


_UNIT = ImportColumn("unit", "承办单位", aliases=("单位", "主办单位", "责任单位", "受理单位"))
_TOPIC = ImportColumn("topic", "信息领域", aliases=("领域", "主题", "信息类别"))
_CLOSED = ImportColumn("closed_on", "办结日期", aliases=("办结时间", "答复日期", "答复时间"))

COLUMNS: dict[ImportKind, tuple[ImportColumn, ...]] = {
    ImportKind.APPLICATIONS: (
        ImportColumn("number", "申请编号", aliases=("编号", "登记编号", "受理编号", "原编号")),
        _UNIT,
        ImportColumn("received_on", "收到日期", True, ("收到时间", "受理日期", "申请日期", "登记日期")),
        ImportColumn("channel", "申请渠道", True, ("渠道", "申请方式", "提交方式")),
        ImportColumn("applicant_kind", "申请人类别", True, ("申请人类型", "申请人性质")),
        ImportColumn("applicant_name", "申请人", True, ("申请人姓名", "申请人名称", "姓名"), personal=True),
        ImportColumn("id_kind", "证件类型", aliases=("证件种类", "证件名称")),
        ImportColumn("id_number", "证件号码", aliases=("证件号", "身份证号", "身份证号码"), personal=True),
        ImportColumn("phone", "联系电话", aliases=("电话", "手机", "联系方式"), personal=True),
        _TOPIC,
        ImportColumn("subject", "申请内容", True, ("内容", "所需信息", "申请事项"), personal=True),
        ImportColumn("outcome", "办理结果", aliases=("答复结果", "处理结果", "答复类型")),
        _CLOSED,
        ImportColumn("fee_yuan", "信息处理费", aliases=("收费金额", "收费", "费用")),
    ),
    ImportKind.ENQUIRIES: (
        ImportColumn("occurred_at", "时间", True, ("日期", "来访时间", "来访日期", "登记时间", "受理时间")),
        ImportColumn("kind", "类别", True, ("类型", "事项类别", "来电类别")),
        ImportColumn("persons", "人次", aliases=("人数", "来访人数")),
        ImportColumn("matters", "件次", aliases=("件数",)),
        ImportColumn("channel", "渠道", aliases=("来访渠道", "受理渠道", "方式")),
        _UNIT,
        _TOPIC,
        ImportColumn("name", "姓名", aliases=("来访人", "来电人", "咨询人"), personal=True),
        ImportColumn("phone", "联系电话", aliases=("电话", "手机", "联系方式"), personal=True),
        ImportColumn("content", "内容", aliases=("主要内容", "咨询内容", "来访事由", "事由"), personal=True),
        ImportColumn("handling", "处理方式", aliases=("办理方式", "处理结果", "处理情况")),
        _CLOSED,
        ImportColumn("rating", "评价", aliases=("满意度", "评分")),
    ),
    ImportKind.DISPUTES: (
        ImportColumn("kind", "类型", True, ("类别", "案件类型")),
        ImportColumn("application_number", "申请编号", aliases=("关联申请", "原申请编号")),
        ImportColumn("filed_on", "提起日期", True, ("收到日期", "立案日期", "受理日期")),
        ImportColumn("decided_on", "审结日期", aliases=("结案日期", "办结日期")),
        ImportColumn("result", "结果", aliases=("审理结果", "办理结果")),
        _TOPIC,
    ),
    ImportKind.COUNTERS: (
        ImportColumn("on", "日期", True, ("统计日期", "时间")),
        ImportColumn("counter", "项目", True, ("指标", "统计项目", "代码")),
        ImportColumn("count", "数量", True, ("数值", "件数", "条数")),
        ImportColumn("evidence", "依据", aliases=("依据或链接", "链接", "文号")),
    ),
    ImportKind.CATALOGUE: (
        ImportColumn("index_number", "索引号", True, ("信息索取号", "索取号")),
        ImportColumn("title", "名称", True, ("信息名称", "标题")),
        ImportColumn("document_number", "文号", aliases=("发文字号",)),
        ImportColumn("summary", "内容概述", aliases=("摘要", "概述")),
        ImportColumn("created_on", "生成日期", aliases=("发文日期", "成文日期")),
        ImportColumn("category", "类别", aliases=("分类", "主题分类", "信息类别")),
        ImportColumn("where", "位置", aliases=("网址", "链接", "获取方式", "公开方式")),
        ImportColumn("published_on", "公开日期", aliases=("发布日期", "发布时间")),
    ),
    ImportKind.CALENDAR: (
        ImportColumn("year", "年份", True, ("年度", "年")),
        ImportColumn("source", "来源", aliases=("发布机关",)),
        ImportColumn("document_no", "文号", aliases=("通知文号", "发文字号")),
        ImportColumn("published", "发布日期"),
        ImportColumn("off", "放假", aliases=("放假日期", "休息")),
        ImportColumn("work", "上班", aliases=("上班日期", "调休上班", "补班")),
        ImportColumn("announced", "已公布"),
    ),
}


class ProblemCode(StrEnum):
    """What can be wrong with a cell. The sentence of each stands with the window's other words."""

    UNKNOWN_COLUMN = "unknown_column"
    COLUMN_MISSING = "column_missing"
    COLUMN_TWICE = "column_twice"
    MISSING = "missing"
    UNKNOWN_TERM = "unknown_term"
    NOT_A_DATE = "not_a_date"
    IN_FUTURE = "in_future"
    TOO_EARLY = "too_early"
    BEFORE_RECEIPT = "before_receipt"
    CLOSED_WITHOUT_OUTCOME = "closed_without_outcome"
    OUTCOME_WITHOUT_CLOSED = "outcome_without_closed"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    NUMBER_DAMAGED = "number_damaged"
    ID_KIND_MISSING = "id_kind_missing"
    ID_CHECK_FAILED = "id_check_failed"
    TWICE = "twice"
    TOO_MANY_CELLS = "too_many_cells"
    NOT_TEXT = "not_text"
    ALREADY_THERE = "already_there"
    CALENDAR_CONTRADICTION = "calendar_contradiction"


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A bad cell: ``row`` as the spreadsheet shows it (the headings are row 1), ``column`` the file's heading.

    ``found`` repeats the cell unless the column is personal; ``allowed`` names what may stand there.
    """

    row: int
    column: str
    code: ProblemCode
    found: str = ""
    allowed: tuple[str, ...] = ()


class ImportRefused(Refusal):
    """One or more cells cannot be read: nothing is imported until every row is right.

    ``problems`` lists them all, ``rows`` counts the rows of the file.
    """

    fields = ("file",)

    def __init__(self, problems: tuple[RowProblem, ...], rows: int = 0) -> None:
        super().__init__()
        self.problems = problems
        self.rows = rows


class UnknownColumns(ImportRefused):
    """The file has headings no column is known for, or lacks a column every row needs."""


class AlreadyImported(Refusal):
    """This very file was imported before: its rows would be counted twice."""

    fields = ("file",)

    def __init__(self, on: date) -> None:
        super().__init__()
        self.on = on


class NothingToImport(Refusal):
    """The file has headings and no rows."""

    fields = ("file",)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastApplication:
    """A row of the applications file: the draft, and how it ended. Open when ``outcome`` is None.

    ``draft.arrived_on`` is the receipt date; old registers do not tell arrival from confirmation.
    """

    draft: ApplicationDraft
    original_number: str = ""
    outcome: Outcome | None = None
    closed_on: date | None = None
    fee_yuan: Decimal | None = None

    def __repr__(self) -> str:
        return f"PastApplication({self.draft.arrived_on})"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPack:
    """A year of the holiday calendar as the State Council's notice gives it (domain 5.4).

    ``off`` are days off that may fall on weekdays, ``work`` weekend days that are worked.
    """

    year: int
    source: str = ""
    document_no: str = ""
    published: date | None = None
    off: tuple[date, ...] = ()
    work: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportTotals:
    """What the rows add up to, for comparing with the old register before anything is written.

    ``sums`` has the columns that can be added (persons, matters, fee_yuan; for counters one entry a counter's code);
    ``by`` counts rows by column and code (kind, channel, outcome …, with "" for empty).
    """

    rows: int
    first: date | None = None
    last: date | None = None
    sums: dict[str, Decimal] = field(default_factory=dict)
    by: dict[str, dict[str, int]] = field(default_factory=dict)
