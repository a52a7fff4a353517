"""What does the self-check tell the clerk? One sentence a finding, and what to do about it."""

from hallclient.services.selfcheck import Finding
from hallclient.ui.language import translate


def check_name(check: str) -> str:
    """Return the name of a check."""
    return {
        "fonts": translate("selfcheck", "字体"),
        "printers": translate("selfcheck", "打印机"),
        "input_method": translate("selfcheck", "输入法"),
        "clock": translate("selfcheck", "时钟"),
        "zone": translate("selfcheck", "时区"),
        "disk": translate("selfcheck", "磁盘空间"),
        "place": translate("selfcheck", "数据位置"),
        "calendar": translate("selfcheck", "工作日历"),
        "backup": translate("selfcheck", "备份"),
        "fence": translate("selfcheck", "编号"),
        "store": translate("selfcheck", "数据完整性"),
    }[check]


def health_name(health: str) -> str:
    """Return the word for a finding's state."""
    return {
        "ok": translate("selfcheck", "正常"),
        "warn": translate("selfcheck", "注意"),
        "bad": translate("selfcheck", "故障"),
    }[health]


def finding_sentence(finding: Finding) -> str:
    """Return what was found."""
    return _sentences()[finding.check, finding.reason][0].format(**finding.facts)


def finding_advice(finding: Finding) -> str:
    """Return what to do about it; empty when nothing is wrong."""
    return _sentences()[finding.check, finding.reason][1]


def _sentences() -> dict[tuple[str, str], tuple[str, str]]:
    return {
        ("fonts", "ok"): (translate("selfcheck", "自带字体{count}个，齐全"), ""),
        ("fonts", "missing"): (
            translate("selfcheck", "自带字体缺失或损坏：{names}"),
            translate("selfcheck", "请重新安装本程序"),
        ),
        ("printers", "ok"): (translate("selfcheck", "可用打印机：{names}"), ""),
        ("printers", "none"): (
            translate("selfcheck", "没有安装打印机"),
            translate("selfcheck", "请在系统设置中添加打印机；在此之前文书可另存为PDF"),
        ),
        ("printers", "unknown"): (
            translate("selfcheck", "无法查询打印机"),
            translate("selfcheck", "请确认打印服务（CUPS）已安装并启动；在此之前文书可另存为PDF"),
        ),
        ("input_method", "ok"): (translate("selfcheck", "输入法：{name}"), ""),
        ("input_method", "none"): (
            translate("selfcheck", "没有发现中文输入法"),
            translate("selfcheck", "请安装并启用 fcitx5 或 ibus，然后重新登录系统"),
        ),
        ("clock", "ok"): (translate("selfcheck", "业务时间{now}，业务日期{business_date}"), ""),
        ("clock", "back"): (
            translate("selfcheck", "时钟早于最后一次登记（{last}），现在是{now}"),
            translate("selfcheck", "请校准系统时间；校准前暂停编号"),
        ),
        ("zone", "ok"): (translate("selfcheck", "时区{offset}"), ""),
        ("zone", "other"): (
            translate("selfcheck", "本机时区为{offset}，业务时间仍按北京时间计算"),
            translate("selfcheck", "建议把系统时区设为 Asia/Shanghai"),
        ),
        ("disk", "ok"): (translate("selfcheck", "剩余空间{free_mb} MB"), ""),
        ("disk", "scarce"): (
            translate("selfcheck", "剩余空间只有{free_mb} MB"),
            translate("selfcheck", "请清理磁盘，至少留出2 GB"),
        ),
        ("disk", "full"): (
            translate("selfcheck", "磁盘将满，只剩{free_mb} MB"),
            translate("selfcheck", "请立即清理磁盘，否则无法保存"),
        ),
        ("disk", "unknown"): (
            translate("selfcheck", "无法查询剩余空间"),
            translate("selfcheck", "请检查数据文件夹所在的磁盘"),
        ),
        ("place", "ok"): (translate("selfcheck", "数据存放在本机：{path}"), ""),
        ("place", "network"): (
            translate("selfcheck", "数据存放在网络磁盘（{kind}）：{path}"),
            translate("selfcheck", "网络磁盘会损坏数据，请把数据移到本机硬盘；网络磁盘只用来存放备份"),
        ),
        ("calendar", "ok"): (translate("selfcheck", "节假日安排覆盖到{until}"), ""),
        ("calendar", "next_year"): (
            translate("selfcheck", "缺少{year}年节假日安排，跨年期限为暂定"),
            translate("selfcheck", "国务院办公厅通知公布后，请导入放假调休安排"),
        ),
        ("calendar", "ended"): (
            translate("selfcheck", "节假日安排只到{until}，{year}年的期限都是暂定"),
            translate("selfcheck", "请立即导入今年的放假调休安排"),
        ),
        ("backup", "ok"): (translate("selfcheck", "最近备份：{at}"), ""),
        ("backup", "none"): (
            translate("selfcheck", "还没有备份"),
            translate("selfcheck", "请现在备份一次，备份文件夹最好在另一块磁盘上"),
        ),
        ("backup", "old"): (
            translate("selfcheck", "最近备份在{at}，已过{days}天"),
            translate("selfcheck", "请现在备份一次"),
        ),
        ("backup", "same_disk"): (
            translate("selfcheck", "最近备份：{at}，与数据在同一块磁盘上"),
            translate("selfcheck", "请在设置中把备份文件夹改到另一块磁盘"),
        ),
        ("backup", "unreadable"): (
            translate("selfcheck", "最近的备份文件无法读取"),
            translate("selfcheck", "请现在重新备份一次，并检查备份磁盘"),
        ),
        ("fence", "ok"): (translate("selfcheck", "编号正常"), ""),
        ("fence", "standing"): (
            translate("selfcheck", "数据于{at}由备份恢复，编号已暂停"),
            translate("selfcheck", "请负责人在“设置—恢复后的编号”填写各编号序列已发出的最大号码"),
        ),
        ("store", "ok"): (translate("selfcheck", "数据文件完好"), ""),
        ("store", "damaged"): (
            translate("selfcheck", "数据文件有{found}处损坏"),
            translate("selfcheck", "请停止登记，联系系统管理员，用最近的备份恢复"),
        ),
    }
