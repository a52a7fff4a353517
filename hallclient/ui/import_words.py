"""What does the clerk read when a row of an old register cannot stand? One sentence a problem, with the way out."""

from hallclient.domain.register.history import ProblemCode, RowProblem
from hallclient.ui.language import translate


def problem_sentence(problem: RowProblem) -> str:
    """Return the translated sentence, without row and column (both have their own place in the list)."""
    found, allowed = problem.found, problem.allowed
    listed = translate("imports", "、").join(allowed)
    match problem.code:
        case ProblemCode.UNKNOWN_COLUMN:
            text = translate("imports", "不认识的列“{0}”，请改用下列名称之一：{1}").format(found, listed)
        case ProblemCode.COLUMN_MISSING:
            text = translate("imports", "缺少必需的列，请补上一列并命名为“{0}”").format(problem.column)
        case ProblemCode.COLUMN_TWICE:
            text = translate("imports", "另有一列也是“{0}”，请只保留一列").format(found)
        case ProblemCode.MISSING:
            text = translate("imports", "此格不能为空，请补填")
        case ProblemCode.UNKNOWN_TERM:
            text = translate("imports", "“{0}”不是可用的值，可填：{1}").format(found, listed)
        case ProblemCode.NOT_A_DATE:
            text = translate("imports", "“{0}”不是有效日期，请写成 2023-01-05 的样子").format(found)
        case ProblemCode.IN_FUTURE:
            text = translate("imports", "日期“{0}”晚于今天，请核对").format(found)
        case ProblemCode.TOO_EARLY:
            text = translate("imports", "日期“{0}”早于1949年10月1日，请核对年份").format(found)
        case ProblemCode.BEFORE_RECEIPT:
            text = translate("imports", "日期“{0}”早于收到（提起）之日，请核对两个日期").format(found)
        case ProblemCode.CLOSED_WITHOUT_OUTCOME:
            text = translate("imports", "已填办结日期，请同时填写结果")
        case ProblemCode.OUTCOME_WITHOUT_CLOSED:
            text = translate("imports", "已填结果，请同时填写办结日期")
        case ProblemCode.NOT_A_NUMBER:
            text = translate("imports", "“{0}”不是可用的数字，请核对").format(found)
        case ProblemCode.OUT_OF_RANGE if len(allowed) == 2:
            text = translate("imports", "“{0}”超出范围，应在{1}至{2}之间").format(found, *allowed)
        case ProblemCode.OUT_OF_RANGE:
            text = translate("imports", "“{0}”不能为负，小数位数也不能多于规定").format(found)
        case ProblemCode.NUMBER_DAMAGED:
            text = translate("imports", "号码已被表格软件当作数字，末几位已丢失；请把该列设为文本格式，按原件重新填写")
        case ProblemCode.ID_KIND_MISSING:
            text = translate("imports", "填写了证件号码，请同时填写证件类型，或核对号码")
        case ProblemCode.ID_CHECK_FAILED:
            text = translate("imports", "证件号码不符合校验规则，请对照原件核对；无法核对的请留空")
        case ProblemCode.TWICE:
            text = translate("imports", "“{0}”在文件中重复出现，请只保留一行").format(found)
        case ProblemCode.TOO_MANY_CELLS:
            text = translate("imports", "该行有{0}格，表头只有{1}列，请检查分隔符和引号").format(found, listed)
        case ProblemCode.NOT_TEXT:
            text = translate("imports", "此格存的是“是/否”，请改成文字")
        case ProblemCode.ALREADY_THERE:
            text = translate("imports", "原编号“{0}”已在登记簿中，请从文件中删去这一行").format(found)
        case ProblemCode.CALENDAR_CONTRADICTION:
            text = found
    return text
