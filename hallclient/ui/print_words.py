"""What does the clerk read of a print that did not come out? What is the matter, and what to do about it."""

from hallclient.domain.register.print_queue import PrintTrouble, QueuedPrint, QueueState
from hallclient.ui.language import translate
from hallclient.ui.printer_names import printer_words
from hallclient.ui.shortcuts import key_text
from hallclient.ui.terms import label

TONES = {QueueState.FAILED: "danger", QueueState.UNKNOWN: "warn"}


def state_words(row: QueuedPrint) -> str:
    """Return how a print stands in a word or two; one that is held up says by what."""
    if row.state is QueueState.SENT and row.trouble is not None and row.held_up:
        return label(row.trouble)
    return label(row.state)


def tone(row: QueuedPrint) -> str | None:
    """Return the colour of a print that needs eyes."""
    return TONES.get(row.state, "warn" if row.held_up else None)


def asked(row: QueuedPrint) -> str:
    """Return what stands beside a print: what is the matter, and what the clerk can do."""
    if row.state is QueueState.UNKNOWN:
        return translate("printing", "{0}：{1}。打印出来了吗？出来了按 {2}，没有出来按 {3}。").format(
            printer_words(row.printer), _why(row), key_text("came_out"), key_text("did_not")
        )
    if row.held_up and row.trouble is not None:
        text = translate("printing", "{0}：{1}。{2}")
        return text.format(printer_words(row.printer), _why(row), _way_out(row.trouble))
    if row.state is QueueState.SENT:
        return translate("printing", "已交给 {0}，正在等它打印完。").format(printer_words(row.printer))
    return translate("printing", "排队等待送往 {0}。").format(printer_words(row.printer))


def _why(row: QueuedPrint) -> str:
    if row.trouble is None:
        return label(row.state)
    said = row.said.strip().rstrip(".。")
    return translate("printing", "{0}（{1}）").format(label(row.trouble), said) if said else label(row.trouble)


def _way_out(trouble: PrintTrouble) -> str:
    match trouble:
        case PrintTrouble.OUT_OF_PAPER | PrintTrouble.OUT_OF_TONER:
            return translate("printing", "请加纸、换墨，打印机会自己接着打；也可以换一台打印机。")
        case PrintTrouble.JAMMED | PrintTrouble.COVER_OPEN | PrintTrouble.NEEDS_ATTENTION | PrintTrouble.SLOW:
            return translate("printing", "请到打印机旁看一下；打不出来的，换一台打印机，或者存为 PDF。")
        case PrintTrouble.OFFLINE:
            return translate("printing", "请检查电源和连接；打不出来的，换一台打印机，或者存为 PDF。")
        case PrintTrouble.DISABLED | PrintTrouble.NOT_ACCEPTING:
            return translate("printing", "请系统管理员恢复这台打印机，或者换一台打印机。")
        case PrintTrouble.NO_PRINTER:
            return translate("printing", "请换一台打印机，并在“设置—打印机”中改选；也可以存为 PDF。")
        case PrintTrouble.NO_SPOOLER:
            return translate("printing", "请确认打印服务已启动后重试，或者存为 PDF。")
        case PrintTrouble.ALTERED:
            return translate("printing", "请联系系统管理员核对备份，不要重试。")
        case PrintTrouble.NEEDS_REASON:
            return translate("printing", "请按 F7 预览，从那里打印并填写补打原因。")
        case PrintTrouble.VOIDED:
            return translate("printing", "请移出打印队列，需要时重新签发。")
        case _:
            return translate("printing", "请重试、换一台打印机，或者存为 PDF。")
