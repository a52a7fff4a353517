"""What does the clerk read when the world says no, or who may enter? Disk, store, clock, backup, clerks, set-up."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from hallclient.ui.language import translate
from hallclient.ui.sentence_words import clauses, detail, field_name, permission_name, permitted_roles, shortened


def _file_unreadable(trouble: Any) -> str:
    name = PurePath(trouble.path.replace("\\", "/")).name or trouble.path
    text = {
        "missing": translate("messages", "找不到文件“{0}”，请核对文件名和所在文件夹。"),
        "ending": translate("messages", "文件“{0}”不是可读的种类，请另存为 xlsx 或者 csv 后再选。"),
        "encoding": translate("messages", "文件“{0}”的文字编码无法识别，请另存为 xlsx 或者 UTF-8 的 csv 后再选。"),
        "empty": translate("messages", "文件“{0}”是空的，请另选文件。"),
        "too_large": translate("messages", "文件“{0}”过大，请分成几个文件再导入。"),
        "folder": translate("messages", "不能读取文件夹“{0}”，请核对名称，或者重新插好 U 盘后再试。"),
        "denied": translate("messages", "文件“{0}”不能读取（没有权限，或者是文件夹），请另选文件。"),
        "report": translate("messages", "文件“{0}”不是可核对的种类，请用 xlsx、docx、html、json 或者 txt。"),
        "report_size": translate("messages", "文件“{0}”过大，不是年度报告，请另选文件。"),
        "hash": translate("messages", "备份文件“{0}”与制作时不一致，不能使用，请改用另一份备份。"),
        "form": translate("messages", "文件“{0}”不是本程序认识的备份，请另选备份文件，或者先升级程序。"),
    }.get(trouble.detail, translate("messages", "文件“{0}”已损坏或者格式不对，请用原来的软件打开检查，另存后再选。"))
    return text.format(name)


def _setup_refused(refusal: Any) -> str:
    rules = {
        "agency": translate("messages", "机关全称不能为空"),
        "agency_code": translate("messages", "机关代码为2至12位数字或者字母，如 SQ01"),
        "window": translate("messages", "窗口号为 W 加2至4位数字，如 W01"),
        "user": translate("messages", "用户名为2至32个文字、字母或者数字"),
        "password": translate("messages", "密码至少8个字符、不单调、不同于用户名"),
    }
    said = clauses(rules.get(field, field_name(field)) for field in refusal.fields)
    return translate("messages", "请改正：{0}。").format(said)


def _fence_series(refusal: Any) -> str:
    text = translate("messages", "请为每个编号序列填写已发出的最大编号，还缺：{0}。")
    return text.format(shortened(refusal.series))


def _fence_low(refusal: Any) -> str:
    if refusal.last:
        text = translate("messages", "序列 {0} 在备份中已用到 {1}，最大编号不能更小，请查登记簿后重填。")
        return text.format(detail(refusal.series), refusal.last)
    return translate("messages", "没有编号序列 {0}，请从所列序列中选择。").format(detail(refusal.series))


ENTRY: dict[str, Callable[[Any], str]] = {
    "WrongPassword": lambda r: translate("messages", "用户名或者密码不对，请重新输入。"),
    "PasswordTooWeak": lambda r: translate("messages", "密码至少8个字符、不单调、不同于用户名，请重设密码。"),
    "NotPermitted": lambda r: translate("messages", "您没有“{0}”的权限，请由{1}登录办理。").format(
        permission_name(r.permission), permitted_roles(r.permission)
    ),
    "ClerkExists": lambda r: translate("messages", "已有这个用户名，请另取一个用户名。"),
    "ClerkUnknown": lambda r: translate("messages", "没有这名人员，或者刚被他人改过，请刷新列表后再改。"),
    "ClerkHasNoSlot": lambda r: translate(
        "messages", "密钥文件里没有这个用户名，请核对用户名，或者请系统管理员重设密码。"
    ),
    "LastAdministrator": lambda r: translate("messages", "至少要留一名在岗的系统管理员，请先把该角色交给别人。"),
    "RolesMissing": lambda r: translate("messages", "请至少选择一个角色。"),
    "SetupRefused": _setup_refused,
    "AgencyNameMissing": lambda r: translate("messages", "请填写机关全称，每份文书都要写明。"),
    "StoreExists": lambda r: translate("messages", "文件夹 {0} 里已有数据库，请直接登录，或者另选数据文件夹。").format(
        r.path
    ),
    "TodayNotAllowed": lambda r: translate("messages", "正式数据库只按电脑时间登记，请去掉 --today。"),
}

BACKUP: dict[str, Callable[[Any], str]] = {
    "NumberingFenced": lambda r: translate(
        "messages", "数据由备份恢复，编号已暂停，请负责人在“设置”的备份页填写已发出的最大编号。"
    ),
    "FenceIncomplete": _fence_series,
    "FenceTooLow": _fence_low,
    "FenceTooHigh": lambda r: translate(
        "messages", "序列 {0} 的最大编号比备份中的 {1} 大得太多，请核对位数后重填。"
    ).format(detail(r.series), r.last),
    "RestoreTargetTaken": lambda r: translate(
        "messages", "文件夹 {0} 里已有数据库，恢复不会覆盖它，请另选空文件夹。"
    ).format(r.path),
    "KnownNumberUnreadable": lambda r: translate("messages", "--known 请写登记编号，或者写成 序列:年=最大流水号。"),
}

WORLD: dict[str, Callable[[Any], str]] = {
    "DiskFull": lambda r: translate("messages", "磁盘已满，这一步没有保存，您填的内容还在。请清理磁盘后再保存。"),
    "FolderNotWritable": lambda r: translate(
        "messages", "不能写入 {0}，请检查权限或者 U 盘，也可以换一个文件夹。"
    ).format(r.path),
    "FileUnreadable": _file_unreadable,
    "StoreLocked": lambda r: translate("messages", "数据库正被另一个程序占用，请稍后再试，或者关闭另一个窗口。"),
    "StoreDamaged": lambda r: translate(
        "messages", "数据文件损坏，无法打开，请停止登记，联系系统管理员用最近的备份恢复。"
    ),
    "StoreMissing": lambda r: translate(
        "messages", "文件夹 {0} 里没有数据库，请核对数据文件夹，或者先做初始设置。"
    ).format(r.path),
    "StoreTaken": lambda r: translate("messages", "文件夹 {0} 里是正式数据库，练习数据请另选文件夹。").format(r.path),
    "StoreTooNew": lambda r: translate("messages", "数据由更新版本的程序写成，请升级本机程序后再打开。"),
    "ClockWentBack": lambda r: translate(
        "messages", "电脑时间早于上一笔记录（{0}），已停止编号，请校准时间，或者由负责人确认时间无误。"
    ).format(r.last[:16].replace("T", " ")),
    "ReferenceDamaged": lambda r: translate(
        "messages", "程序资料文件 {0} 损坏（{1}），请重新安装程序，已登记的数据不受影响。"
    ).format(r.name, detail(r.detail)),
}

SENTENCES = ENTRY | BACKUP | WORLD
