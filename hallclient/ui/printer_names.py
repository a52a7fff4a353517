"""How is a printer called? By the name the print system gives it; the machine's own has none."""

from hallclient.ui.language import translate


def printer_words(printer: str) -> str:
    """Return a printer's name for the clerk; "" is the system's default."""
    return printer or translate("printing", "系统默认打印机")
