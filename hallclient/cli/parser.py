"""Which commands are there, and what may each be told?"""

import argparse
import re
from typing import NoReturn

from hallclient import __version__
from hallclient.cli.reply import Usage
from hallclient.cli.words import translate
from hallclient.domain.register.history import ImportKind
from hallclient.domain.register.kinds import IdKind

LANGUAGES = ("zh_CN", "zh_TW", "en")
FORMS = ("national-2021", "national-2019", "first-year", "return-2008")


class Parser(argparse.ArgumentParser):
    """Says what is wrong as one sentence instead of leaving the program by itself."""

    def error(self, message: str) -> NoReturn:
        raise Usage(translate("cli", "命令有误：{0}。用 {1} --help 查看用法").format(_said(message), self.prog))


def build() -> Parser:
    """Return the parser of the whole command line."""
    common = _common()
    parser = Parser(
        prog="hallclient",
        parents=[common],
        description=translate("cli", "政务公开服务窗口登记程序。不带命令时打开窗口。"),
        epilog=translate("cli", "密码从环境变量 HALLCLIENT_PASSWORD 读取，没有时提示输入；密码不写在命令行上。"),
    )
    parser.add_argument("--version", action="version", version=f"hallclient {__version__}")
    parser.add_argument("--demo", action="store_true", help=translate("cli", "用一份全新的练习数据打开窗口"))
    parser.add_argument("--smoke", metavar="DIR", help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar=translate("cli", "命令"), title=translate("cli", "命令"))

    def command(name: str, help_text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=[common], help=help_text, description=help_text)

    _law(command)
    _registers(command)
    _figures(command)
    _keeping(command)
    _hub(command)
    return parser


def _common() -> Parser:
    # Accepted before and after the command; a default would let the one after wipe out the one before.
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", metavar="DIR", help=translate("cli", "数据文件夹"))
    common.add_argument("--user", metavar="NAME", help=translate("cli", "用户名"))
    common.add_argument("--lang", choices=LANGUAGES, help=translate("cli", "界面语言"))
    common.add_argument("--json", action="store_true", help=translate("cli", "只输出一份 JSON"))
    common.add_argument("--today", metavar="DATE", help=argparse.SUPPRESS)
    return common


def _law(command) -> None:  # type: ignore[no-untyped-def]
    due = command("due", translate("cli", "计算答复期限，逐日说明理由（不需要数据）"))
    due.add_argument("--received", required=True, metavar="DATE", help=translate("cli", "收到日期"))
    due.add_argument("--days", type=int, metavar="N", help=translate("cli", "以 N 个工作日代替法定期限"))
    due.add_argument("--ruleset", default="auto", metavar="auto|ogi-2007|ogi-2019", help=translate("cli", "适用条例"))
    due.add_argument("--events", metavar="FILE.json", help=translate("cli", "补正、延期、征求意见等经过"))
    fee = command("fee", translate("cli", "计算信息处理费（不需要数据）"))
    basis = fee.add_mutually_exclusive_group(required=True)
    basis.add_argument("--items", type=int, metavar="N", help=translate("cli", "按件计收的件数"))
    basis.add_argument("--pages", type=int, metavar="N", help=translate("cli", "按量计收的页数"))
    check = command("check-id", translate("cli", "校验证件号码（不需要数据）"))
    check.add_argument("kind", choices=[kind.value for kind in IdKind], metavar="KIND")
    check.add_argument("number", metavar="NUMBER")
    report = command("check-report", translate("cli", "按勾稽关系核对任一机关的年度报表（不需要数据）"))
    report.add_argument("file", metavar="FILE.(json|xlsx|docx|html|txt)")
    report.add_argument("--last-year", metavar="FILE", help=translate("cli", "上年度的报告，核对结转和现行有效件数"))


def _registers(command) -> None:  # type: ignore[no-untyped-def]
    setup = command("setup", translate("cli", "新建数据，打印恢复密钥一次"))
    setup.add_argument("--agency", required=True, metavar="NAME", help=translate("cli", "机关全称"))
    setup.add_argument("--agency-code", required=True, metavar="CODE", help=translate("cli", "机关代码，如 SQ01"))
    setup.add_argument("--window", required=True, metavar="W01", help=translate("cli", "窗口号，如 W01"))
    for option, meant in (
        ("--code-word", translate("cli", "文号中的代字，如 示政数；不填用机关代码")),
        ("--address", translate("cli", "机关地址")),
        ("--phone", translate("cli", "联系电话")),
        ("--reconsideration-body", translate("cli", "行政复议机关，答复文书必须写明")),
        ("--court", translate("cli", "有管辖权的法院，答复文书必须写明")),
    ):
        setup.add_argument(option, default="", metavar="TEXT", help=meant)
    setup.add_argument("--backup-folder", default="", metavar="DIR", help=translate("cli", "备份文件夹"))
    setup.add_argument("--practice", action="store_true", help=translate("cli", "练习数据，不作正式登记"))
    imports = command("import", translate("cli", "导入旧登记簿：全部导入或全部不导入"))
    imports.add_argument("kind", choices=[kind.value for kind in ImportKind], metavar="KIND")
    imports.add_argument("file", metavar="FILE.(csv|xlsx)")
    imports.add_argument("--dry-run", action="store_true", help=translate("cli", "只检查，不写入"))
    issue = command("issue", translate("cli", "签发文书并登记，保存其文件"))
    issue.add_argument("kind", metavar="KIND", help=translate("cli", "文书代码，如 P01、A01"))
    issue.add_argument("--application", required=True, metavar="NUMBER", help=translate("cli", "申请编号"))
    issue.add_argument("--output", required=True, metavar="FILE.pdf", help=translate("cli", "保存到"))
    issue.add_argument(
        "--fact", action="append", default=[], metavar="NAME=VALUE", help=translate("cli", "文书所需内容，可多次给出")
    )
    search = command("search", translate("cli", "查找记录"))
    search.add_argument("text", metavar="TEXT")
    search.add_argument("--limit", type=int, default=20, metavar="N", help=translate("cli", "最多显示条数"))


def _figures(command) -> None:  # type: ignore[no-untyped-def]
    close = command("close", translate("cli", "日结；--dry-run 为未结的即时日报"))
    close.add_argument("date", metavar="DATE")
    close.add_argument("--dry-run", action="store_true", help=translate("cli", "只显示，不日结"))
    sheet = command("sheet", translate("cli", "导出日报表"))
    sheet.add_argument("date", metavar="DATE")
    sheet.add_argument("--output", required=True, metavar="FILE.(pdf|xlsx|csv|json)")
    tally = command("tally", translate("cli", "一段时间的全部数字（首尾两天都算）"))
    tally.add_argument("--from", dest="first", required=True, metavar="DATE")
    tally.add_argument("--to", dest="last", required=True, metavar="DATE")
    tally.add_argument("--live", action="store_true", help=translate("cli", "按登记记录重新计数"))
    annual = command("annual", translate("cli", "年度报告数据"))
    annual.add_argument("year", type=int, metavar="YEAR")
    annual.add_argument("--form", default="", choices=FORMS, help=translate("cli", "报告格式；不填按年度选择"))
    annual.add_argument("--output", required=True, metavar="FILE.(docx|pdf|html|xlsx|csv|json)")
    annual.add_argument("--month", type=int, choices=range(1, 13), metavar="N", help=translate("cli", "统计到该月为止"))
    annual.add_argument("--template", metavar="FILE.docx", help=translate("cli", "机关自己的 Word 模板"))
    annual.add_argument("--source", choices=("store", "hub"), default="store", help=translate("cli", "数字来源"))
    annual.add_argument("--hub", default="", metavar="URL", help=translate("cli", "中心库地址，不带密码"))
    annual.add_argument("--unit", metavar="NAME", help=translate("cli", "只统计中心库中这个单位的窗口"))
    annual.add_argument("--carried-in", metavar="FILE.json", help=translate("cli", "上年度报表的结转行"))
    annual.add_argument("--last-year", metavar="FILE", help=translate("cli", "上年度的报告，核对结转和现行有效件数"))
    annual.add_argument("--analysis", action="store_true", help=translate("cli", "附上典型案例分析（表格和图表）"))


def _keeping(command) -> None:  # type: ignore[no-untyped-def]
    backup = command("backup", translate("cli", "备份，不影响窗口登记"))
    backup.add_argument("destination", metavar="DEST")
    restore = command("restore", translate("cli", "把备份恢复到一个空文件夹，并暂停编号"))
    restore.add_argument("file", metavar="FILE")
    restore.add_argument(
        "--known",
        action="append",
        default=[],
        metavar="NUMBER",
        help=translate("cli", "各序列已发出的最大编号，可多次给出；全部给出后恢复编号"),
    )
    command("verify", translate("cli", "验证数据：完整性、审计链、日结链、恢复演练"))
    export = command("export", translate("cli", "把全部登记导出为通用格式"))
    export.add_argument("destination", metavar="DEST.zip")
    command("selfcheck", translate("cli", "自检：字体、打印机、输入法、时钟、磁盘、日历、备份"))


def _hub(command) -> None:  # type: ignore[no-untyped-def]
    where = translate("cli", "中心库地址，不带密码")
    sync = command("sync", translate("cli", "把待报送的日结数据送到中心库，或者写入文件夹（U 盘）"))
    sync.add_argument("--hub", default="", metavar="URL", help=where)
    sync.add_argument("--to", metavar="FOLDER", help=translate("cli", "写入这个文件夹"))
    sync.add_argument("--receive", metavar="FOLDER", help=translate("cli", "把这个文件夹里的数据包收进中心库"))
    hub = command("hub", translate("cli", "管理中心库：建库、登记窗口、谁已报送、补报例外"))
    acts = hub.add_subparsers(dest="act", required=True, metavar="ACT")

    def act(name: str, help_text: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = acts.add_parser(
            name, parents=[_common()], help=help_text, description=help_text
        )
        made.add_argument("--hub", default="", metavar="URL", help=where)
        return made

    act("init", translate("cli", "建立或者升级中心库"))
    act("key", translate("cli", "显示本窗口的公钥，供登记用"))
    act("numbers", translate("cli", "中心库所知的本窗口各序列最大编号，恢复备份后用"))
    enrol = act("enrol", translate("cli", "登记窗口，给它自己的登录"))
    enrol.add_argument("name", metavar="W03", help=translate("cli", "窗口号，或者加 --person 时的办公室人员登录名"))
    enrol.add_argument("--key", default="", metavar="BASE64", help=translate("cli", "该窗口的公钥（hub key 显示的）"))
    enrol.add_argument("--unit", default="", metavar="NAME", help=translate("cli", "所属单位，不填用本机关全称"))
    enrol.add_argument("--since", metavar="DATE", help=translate("cli", "从哪一天起应报"))
    enrol.add_argument("--person", action="store_true", help=translate("cli", "登记办公室人员而不是窗口"))
    revoke = act("revoke", translate("cli", "停用一个窗口，或者一名办公室人员"))
    revoke.add_argument("name", metavar="W03", help=translate("cli", "窗口号，或者加 --person 时的办公室人员登录名"))
    revoke.add_argument("--person", action="store_true", help=translate("cli", "停用办公室人员而不是窗口"))
    status = act("status", translate("cli", "谁已报送、谁迟报未报，红灯黄灯，异常数字"))
    _span(status, required=False)
    status.add_argument("--window", metavar="W03", help=translate("cli", "逐日列出这个窗口"))
    exception = act("exception", translate("cli", "允许窗口在期限内补报已锁定的日期"))
    exception.add_argument("name", metavar="W03")
    _span(exception, required=True)
    exception.add_argument("--until", required=True, metavar="DATE", help=translate("cli", "补报截止日（含当日）"))
    branch = act("branch", translate("cli", "允许由备份恢复的窗口续接一次"))
    branch.add_argument("name", metavar="W03")
    branch.add_argument("--withdraw", action="store_true", help=translate("cli", "撤回还没有用到的续接"))
    for made in (exception, branch):
        made.add_argument("--reason", required=True, metavar="TEXT", help=translate("cli", "原因，窗口可见"))
    for name, meant in (
        ("lock", translate("cli", "锁定一段日期，不再收数据")),
        ("unlock", translate("cli", "解锁一段日期")),
    ):
        made = act(name, meant)
        _span(made, required=True)
        made.add_argument("--reason", required=True, metavar="TEXT", help=translate("cli", "原因，窗口可见"))


def _span(command: argparse.ArgumentParser, *, required: bool) -> None:
    command.add_argument("--from", dest="first", required=required, metavar="DATE")
    command.add_argument("--to", dest="last", required=required, metavar="DATE")


# What the standard library says in English, for those who read Chinese.
_STANDARD = (
    (r"the following arguments are required: (.*)", "缺少 {0}"),
    (r"unrecognized arguments: (.*)", "不认识的参数 {0}"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", "{0} 不能是 {1}，可选 {2}"),
    (r"argument (.*): expected one argument", "{0} 后面缺少值"),
    (r"argument (.*): invalid int value: (.*)", "{0} 应为整数，不能是 {1}"),
    (r"argument (.*): not allowed with argument (.*)", "{0} 不能与 {1} 同时使用"),
    (r"one of the arguments (.*) is required", "请给出其中之一：{0}"),
)


def _said(message: str) -> str:
    from hallclient.cli.words import language

    if language() == "en":
        return message
    for pattern, chinese in _STANDARD:
        if found := re.fullmatch(pattern, message):
            return chinese.format(*found.groups())
    return message
