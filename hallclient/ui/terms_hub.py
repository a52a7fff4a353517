"""Which official words does the office's board use? Listed beside ``terms``, which has no room for them."""

from hallclient.ui.language import noop

HUB = (
    # Aside
    noop("terms", "窗口未登记或者已停用"),
    noop("terms", "内容校验或者签名不符"),
    noop("terms", "与已收数据包分叉（窗口可能由备份恢复），请办公室核实"),
    noop("terms", "缺少前一个数据包，到齐后自动计入"),
    noop("terms", "数据包内容与封面不一致或者无法读取"),
    noop("terms", "版本号相同而内容不同"),
    # ActKind
    noop("terms", "登记窗口"),
    noop("terms", "停用窗口"),
    noop("terms", "登记办公室人员"),
    noop("terms", "停用办公室人员"),
    noop("terms", "锁定期间"),
    noop("terms", "解除锁定"),
    noop("terms", "例外开放"),
    noop("terms", "续接"),
    noop("terms", "撤回续接"),
    # RuleState
    noop("terms", "有效"),
    noop("terms", "已解除"),
    noop("terms", "已过期"),
)
