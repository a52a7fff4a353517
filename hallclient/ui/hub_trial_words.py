"""What does a clerk read of a try of the hub's address? One sentence a step, and what to do about it."""

from hallclient.domain.figures.hub_trial import TrialStep
from hallclient.ui.language import translate


def sentence_of(step: TrialStep) -> str:
    """Return what was found, and the way out when it does not hold."""
    return _words().get(step.code, _words()["world"]).format(*step.facts)


def _words() -> dict[str, str]:
    return {
        "reached": translate("trial", "连得上"),
        "opened": translate("trial", "文件打得开"),
        "safe": translate("trial", "已加密，证书已核对"),
        "tls": translate("trial", "已加密（{0}），证书已核对"),
        "local": translate("trial", "就在本机，不经过网络"),
        "file": translate("trial", "本机的文件，不经过网络"),
        "let_in": translate("trial", "登录名和密码有效"),
        "no_login": translate("trial", "文件不需要登录"),
        "ready": translate("trial", "已建好，版本相同"),
        "enrolled": translate("trial", "{0} 已登记，单位：{1}"),
        "not_enrolled": translate("trial", "{0} 没有登记，或者这个登录名不是本窗口的；请主管办公室登记本窗口和公钥"),
        "revoked": translate("trial", "{0} 已被停用，请联系主管办公室"),
        "same_key": translate("trial", "与本机一致，核对码 {0}"),
        "other_key": translate(
            "trial", "与本机不一致：本机 {0}，中心库 {1}；请与主管办公室电话核对后，由办公室重新登记本窗口公钥"
        ),
        "clock": translate("trial", "与中心库相差 {0} 秒"),
        "fast": translate("trial", "本机比中心库快 {1} 分钟，请校准本机的时钟"),
        "slow": translate("trial", "本机比中心库慢 {1} 分钟，请校准本机的时钟"),
        "nothing_yet": translate("trial", "还没有收到本窗口的数据"),
        "head": translate("trial", "收到 {0}，链首 {1}，与本机相符"),
        "strange_head": translate(
            "trial", "收到 {0}，链首 {1} 不在本机：本机可能由旧备份恢复，请看“设置—恢复后的编号”，并告知主管办公室"
        ),
        "hub_unreachable": translate("trial", "连不上：请检查网络和地址；数据照常封存，连通后自动报送"),
        "hub_certificate_wrong": translate("trial", "证书不符，可能不是真的中心库，没有登录；请主管办公室核实证书"),
        "hub_login_refused": translate("trial", "不接受登录：请核对登录名和密码，或者请主管办公室核实是否停用"),
        "hub_forbids": translate("trial", "这个登录名没有窗口的权限，请主管办公室核实登记"),
        "hub_not_ready": translate("trial", "没有建好，或者版本不同，请联系主管办公室"),
        "hub_disk_full": translate("trial", "磁盘已满，请主管办公室清理中心库的磁盘"),
        "world": translate("trial", "没有成功，请稍后再试，或者联系系统管理员"),
    }
