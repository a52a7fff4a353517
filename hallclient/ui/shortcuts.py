"""Which key does what? The one table behind the window's actions, the buttons' labels and the printed key card."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from hallclient.ui.language import noop, translate


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One line of the key card. ``title`` and ``where`` are Chinese sources; ``title_of`` translates.

    ``keys`` are alternatives, the first is the one shown. ``where`` is "" when the key works everywhere.
    ``bound`` False marks what a widget does by itself (Enter, Tab): on the card, but no action owns it.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    where: str = ""
    bound: bool = True


SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("rule", ("F1",), noop("shortcuts", "本栏的规则、使用说明")),
    Shortcut("tally", ("F2",), noop("shortcuts", "计数"), noop("shortcuts", "接待")),
    Shortcut("find", ("F3",), noop("shortcuts", "查找")),
    Shortcut("repeat", ("F4",), noop("shortcuts", "重复上一件"), noop("shortcuts", "接待、申请")),
    Shortcut("refresh", ("F5",), noop("shortcuts", "刷新")),
    Shortcut("into_application", ("F6",), noop("shortcuts", "转为申请"), noop("shortcuts", "接待")),
    Shortcut("preview", ("F7",), noop("shortcuts", "预览")),
    Shortcut("print", ("F8",), noop("shortcuts", "打印")),
    Shortcut("explain", ("F9",), noop("shortcuts", "日期是怎么算的")),
    Shortcut("interim_sheet", ("F10",), noop("shortcuts", "当日未结表"), noop("shortcuts", "日结")),
    Shortcut("close_day", ("Ctrl+F10",), noop("shortcuts", "日结"), noop("shortcuts", "日结")),
    Shortcut("hand_over", ("F11",), noop("shortcuts", "交接单")),
    Shortcut("curtain", ("F12",), noop("shortcuts", "遮屏")),
    Shortcut("save", ("Ctrl+Return", "Ctrl+Enter"), noop("shortcuts", "办理（保存）")),
    Shortcut("next_field", ("Return",), noop("shortcuts", "下一栏"), noop("shortcuts", "表单"), bound=False),
    Shortcut("next_control", ("Tab",), noop("shortcuts", "下一控件"), bound=False),
    Shortcut("open", ("Return",), noop("shortcuts", "打开所选的一条"), noop("shortcuts", "列表"), bound=False),
    Shortcut("new", ("Ctrl+N",), noop("shortcuts", "新建")),
    Shortcut("go_to", ("Ctrl+G",), noop("shortcuts", "按编号打开")),
    Shortcut("answer", ("Ctrl+T",), noop("shortcuts", "答复、审批、签发（当场答复）"), noop("shortcuts", "申请")),
    Shortcut("published", ("Ctrl+K",), noop("shortcuts", "已公开？查公开目录"), noop("shortcuts", "申请")),
    Shortcut("pin", ("Ctrl+P",), noop("shortcuts", "固定内容，连续登记"), noop("shortcuts", "申请")),
    Shortcut("step", ("Ctrl+R",), noop("shortcuts", "办理步骤（全部环节）"), noop("shortcuts", "申请")),
    Shortcut("decide", ("Ctrl+W",), noop("shortcuts", "怎样答复（逐问引导）"), noop("shortcuts", "申请")),
    Shortcut("serve", ("Ctrl+D",), noop("shortcuts", "送出、送达、未能送达"), noop("shortcuts", "申请")),
    Shortcut(
        "return_draft", ("Ctrl+Backspace",), noop("shortcuts", "退回修改"), noop("shortcuts", "申请"), bound=False
    ),
    Shortcut("items", ("Ctrl+E",), noop("shortcuts", "分列申请事项"), noop("shortcuts", "申请")),
    Shortcut("case_file", ("Ctrl+B",), noop("shortcuts", "案卷"), noop("shortcuts", "申请")),
    Shortcut("confirm_receipt", ("Ctrl+J",), noop("shortcuts", "确认收到"), noop("shortcuts", "申请")),
    Shortcut("issue", ("Ctrl+I",), noop("shortcuts", "出具文书"), noop("shortcuts", "申请")),
    Shortcut("amend", ("Ctrl+M",), noop("shortcuts", "更改登记"), noop("shortcuts", "申请")),
    Shortcut("reveal", ("Ctrl+H",), noop("shortcuts", "显示个人信息"), noop("shortcuts", "申请")),
    Shortcut("void", ("Ctrl+Delete",), noop("shortcuts", "作废"), noop("shortcuts", "申请")),
    Shortcut("undo", ("Ctrl+Z",), noop("shortcuts", "撤销上一笔（当日未结时）"), noop("shortcuts", "接待")),
    Shortcut("print_queue", ("Shift+F8",), noop("shortcuts", "打印队列、未打印文书")),
    Shortcut("packets", ("Shift+F9",), noop("shortcuts", "报送：待报送、退回的数据")),
    Shortcut("came_out", ("Alt+Y",), noop("shortcuts", "打印出来了"), noop("shortcuts", "打印")),
    Shortcut("did_not", ("Alt+N",), noop("shortcuts", "没有打印出来"), noop("shortcuts", "打印")),
    Shortcut("choose_all", ("Ctrl+A",), noop("shortcuts", "全选"), noop("shortcuts", "打印"), bound=False),
    Shortcut("other_printer", ("Ctrl+O",), noop("shortcuts", "换打印机"), noop("shortcuts", "打印")),
    Shortcut("save_pdf", ("Ctrl+S",), noop("shortcuts", "存为 PDF"), noop("shortcuts", "打印、预览")),
    Shortcut("print_log", ("Shift+F7",), noop("shortcuts", "打印记录"), noop("shortcuts", "申请")),
    Shortcut("retry_packet", ("Alt+R",), noop("shortcuts", "重试这一份"), noop("shortcuts", "报送"), bound=False),
    Shortcut("hub_address", ("Ctrl+U",), noop("shortcuts", "中心库地址"), noop("shortcuts", "报送"), bound=False),
    Shortcut("hub_lock", ("Ctrl+K",), noop("shortcuts", "锁定期间"), noop("shortcuts", "监测"), bound=False),
    Shortcut("hub_unlock", ("Ctrl+Shift+K",), noop("shortcuts", "解除锁定"), noop("shortcuts", "监测"), bound=False),
    Shortcut("hub_exception", ("Ctrl+J",), noop("shortcuts", "例外开放"), noop("shortcuts", "监测"), bound=False),
    Shortcut("hub_branch", ("Ctrl+B",), noop("shortcuts", "续接"), noop("shortcuts", "监测"), bound=False),
    Shortcut("hub_revoke", ("Ctrl+Del",), noop("shortcuts", "停用窗口"), noop("shortcuts", "监测"), bound=False),
    Shortcut("hub_receive", ("Ctrl+O",), noop("shortcuts", "收取U盘数据"), noop("shortcuts", "监测"), bound=False),
    Shortcut("hub_days", ("Alt+A",), noop("shortcuts", "全部各日"), noop("shortcuts", "监测"), bound=False),
    Shortcut("hub_period", ("Ctrl+F",), noop("shortcuts", "期间和条件"), noop("shortcuts", "监测"), bound=False),
    Shortcut("back", ("Esc",), noop("shortcuts", "返回（草稿保留）")),
    Shortcut("before", ("Alt+Left",), noop("shortcuts", "回到上一处")),
    Shortcut("after", ("Alt+Right",), noop("shortcuts", "前往下一处")),
    Shortcut("lock", ("Ctrl+L",), noop("shortcuts", "锁屏")),
    Shortcut("to_list", ("Ctrl+Up",), noop("shortcuts", "到列表")),
    Shortcut("to_record", ("Ctrl+Down",), noop("shortcuts", "到记录")),
    Shortcut("screens", ("Ctrl+1…0",), noop("shortcuts", "切换页面"), bound=False),
    Shortcut("key_card", ("Shift+F1",), noop("shortcuts", "快捷键一览")),
)

_BY_ID = {entry.id: entry for entry in SHORTCUTS}


def shortcut(action: str) -> Shortcut:
    """Return the table's line for an action id. An unknown id is a bug: KeyError."""
    return _BY_ID[action]


def sequences(action: str) -> list[QKeySequence]:
    """Return the key sequences of an action, for ``QAction.setShortcuts``."""
    return [QKeySequence(key) for key in shortcut(action).keys]


def key_text(action: str) -> str:
    """Return the key as it stands on buttons and on the card: ``Ctrl+Enter``."""
    return shown(shortcut(action).keys[0])


def shown(key: str) -> str:
    """Return a key as keyboards label it: Qt says Return, the key says Enter."""
    return key.replace("Return", "Enter").replace("Alt+Left", "Alt+←").replace("Alt+Right", "Alt+→")


def title_of(action: str) -> str:
    """Return the action's translated title."""
    return translate("shortcuts", shortcut(action).title)


def key_card() -> list[tuple[str, str, str]]:
    """Return the key card's rows: key, what it does, where. From the real table, so it cannot be out of date."""
    return [
        (
            " / ".join(dict.fromkeys(shown(key) for key in entry.keys)),
            title_of(entry.id),
            translate("shortcuts", entry.where) if entry.where else "",
        )
        for entry in SHORTCUTS
    ]
