"""What does the clerk read when the hub, the way to it or who runs it says no?"""

from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from hallclient.ui.language import translate
from hallclient.ui.sentence_words import detail


def _file_not_local(refusal: Any) -> str:
    name = PurePath(refusal.path.replace("\\", "/")).name or refusal.path
    text = translate("messages", "中心库文件“{0}”在网络文件夹里，可能丢失数据，请改放本机磁盘，或者改用文件夹传送。")
    return text.format(name)


WAY: dict[str, Callable[[Any], str]] = {
    "HubUnreachable": lambda t: translate(
        "messages", "连不上中心库，请稍后再试；本机待报送的数据不会丢，连通后自动报送；长时间不通请联系系统管理员。"
    ),
    "HubDiskFull": lambda t: translate(
        "messages", "中心库的磁盘已满，请系统管理员清理；本机待报送的数据不会丢，之后自动报送。"
    ),
    "HubLoginRefused": lambda t: translate(
        "messages", "中心库不接受这个登录，请核对登录名和密码；密码可能已换，或者登录已停用，请联系主管办公室。"
    ),
    "HubForbids": lambda t: translate(
        "messages", "中心库不许这个登录办理此事，请由办公室人员登录办理；建库、登记和停用请用中心库管理员的登录。"
    ),
    "HubCertificateWrong": lambda t: translate(
        "messages", "中心库地址的证书不对，可能不是真的中心库，未发送任何数据，请联系系统管理员。"
    ),
    "HubNotReady": lambda t: translate(
        "messages", "中心库尚未建立或者版本不同，请系统管理员执行 hub init 或者升级程序。"
    ),
    "HubUrlWrong": lambda r: translate(
        "messages", "中心库地址不对，请写成 sqlite:///文件 或者 postgresql+psycopg://用户@主机/库名。"
    ),
    "HubUrlHasPassword": lambda r: translate("messages", "中心库地址里不能写密码，请去掉密码，另行输入。"),
    "HubNeedsTls": lambda r: translate(
        "messages", "中心库不在本机，必须加密并核对证书，请在地址末尾加上 ?sslmode=verify-full。"
    ),
    "HubFileNotLocal": _file_not_local,
}

OFFICE: dict[str, Callable[[Any], str]] = {
    "WindowNameWrong": lambda r: translate("messages", "窗口名为机关代码加窗口号，如 SL01-W01，请改正。"),
    "WindowUnknown": lambda r: translate("messages", "中心库没有登记窗口“{0}”，请先登记这个窗口。").format(
        detail(r.window)
    ),
    "WindowKeyWrong": lambda r: translate("messages", "窗口公钥不完整，请在窗口重新复制公钥后再登记。"),
    "WindowKeyTaken": lambda r: translate(
        "messages", "这个公钥已登记给窗口“{0}”，每个窗口用自己的密钥，请核对公钥；窗口改号的先停用旧窗口。"
    ).format(detail(r.window)),
    "HubNewer": lambda t: translate("messages", "中心库由更新版本的程序建立，请先升级本机程序。"),
    "HubDatabaseMissing": lambda r: translate(
        "messages", "服务器上没有数据库“{0}”，请核对地址末尾的库名，或者先建立数据库（createdb）再来一次。"
    ).format(detail(r.name)),
    "HubFolderMissing": lambda r: translate(
        "messages", "没有文件夹“{0}”，请先建立文件夹，或者核对中心库文件的路径。"
    ).format(detail(r.path)),
    "HubFileForeign": lambda r: translate(
        "messages", "“{0}”不是中心库文件，没有改动它，请换一个文件名，或者核对路径。"
    ).format(detail(r.path)),
    "RolesOfAnother": lambda r: translate(
        "messages",
        "中心库的角色由服务器的另一个登录建立，“{0}”还不能管理，请服务器的超级用户先执行"
        "“GRANT hall_owner, hall_office, hall_window TO {0} WITH ADMIN OPTION”，再来一次。",
    ).format(detail(r.login)),
    "LoginTaken": lambda r: translate(
        "messages", "数据库里已有别的用途的登录“{0}”，不能占用，请系统管理员改名后再登记。"
    ).format(detail(r.login)),
    "OfficeNameWrong": lambda r: translate("messages", "办公室登录名为2至30个小写字母、数字或者下划线，请改正。"),
    "OfficeUnknown": lambda r: translate("messages", "中心库没有办公室人员“{0}”的登录，请核对登录名。").format(
        detail(r.user)
    ),
    "HubUnitUnknown": lambda r: translate("messages", "中心库里没有单位“{0}”的窗口，请核对单位名称。").format(
        detail(r.unit)
    ),
    "HubReasonMissing": lambda r: translate("messages", "锁定、解锁、例外和续接都要写明经办人和原因，请填写。"),
    "HubNoBranch": lambda r: translate("messages", "这个窗口没有还未用到的续接，不用撤回，请核对窗口号。"),
    "HubNotLocked": lambda r: translate("messages", "这些日子没有锁定，不用解锁，请核对日期。"),
    "HubDatesReversed": lambda r: translate("messages", "止日应在起日之后，例外的截止日不能早于今天，请改正日期。"),
}

BOARD: dict[str, Callable[[Any], str]] = {
    "HubPacketUnknown": lambda r: translate("messages", "中心库里没有这份数据包，请按 F5 刷新列表后再试。"),
    "PacketIllegible": lambda r: translate(
        "messages", "这份数据包无法读取，可能在途中损坏，或者不是本程序发出的，请与窗口核实后由窗口重新报送。"
    ),
}

SENDING: dict[str, Callable[[Any], str]] = {
    "PracticeCannotSend": lambda r: translate("messages", "这是练习库，数据不报送，请登录正式数据库后再报送。"),
    "StickFull": lambda t: translate(
        "messages", "U 盘或者文件夹所在的磁盘已满，没有全部写入，数据仍在待报送，请清理后再写一次，或者换一个 U 盘。"
    ),
    "HubNotSet": lambda r: translate(
        "messages", "还没有填写中心库地址，请在“报送”中填写（Ctrl+U），或者用 --hub 给出。"
    ),
    "PacketUnknown": lambda r: translate("messages", "待报送列表里没有这一份，请刷新列表后再试。"),
    "PacketUnreadable": lambda r: translate(
        "messages", "这份数据包与封存时不一致，不能发送，请停止使用本机数据，联系系统管理员核对备份。"
    ),
}

SENTENCES = WAY | OFFICE | BOARD | SENDING
