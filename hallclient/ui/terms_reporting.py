"""Which official words does a window's reporting use? Listed beside ``terms``, which has no room for them."""

from hallclient.ui.language import noop

REPORTING = (
    # Step
    noop("terms", "连通"),
    noop("terms", "加密"),
    noop("terms", "登录"),
    noop("terms", "中心库"),
    noop("terms", "窗口登记"),
    noop("terms", "窗口公钥"),
    noop("terms", "时钟"),
    noop("terms", "已收到哪里"),
    # Why
    noop("terms", "本窗口较新的版本已计入，这一份不再处理"),
    noop("terms", "中心库已没有这一份（可能由备份恢复过），重新报送"),
    # SectionCode, RecordKind
    noop("terms", "退回的报送"),
    noop("terms", "数据包"),
)
