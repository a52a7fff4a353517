"""How many copies, on which printer? What is asked before a batch is printed, and before a print goes elsewhere."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hallclient.domain.register.print_queue import MOST_COPIES
from hallclient.foundation.machine import this_machine
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.forms import Form
from hallclient.ui.language import translate
from hallclient.ui.print_drawing import desktop_printers
from hallclient.ui.printer_names import printer_words

OWN = "\n"  # no printer's name: each kind of paper on the one remembered for it
MOST_OFFERED = 9


def known_printers() -> tuple[str, ...]:
    """Return the printers of this machine: the print system's, else the desktop's."""
    found = this_machine().printers()
    return desktop_printers() if found is None else found


class BatchDialog(AskDialog):
    """Prints several documents: copies of each, and a printer other than the remembered ones when one is chosen."""

    def __init__(self, parent: QWidget, *, count: int, printers: Sequence[str]) -> None:
        counts = tuple(Option(number, str(number)) for number in range(1, min(MOST_COPIES, MOST_OFFERED) + 1))
        self.copies = ChoiceField("copies", translate("printing", "每份文书的份数"), counts, required=True)
        self.printer = ChoiceField(
            "printer",
            translate("printing", "打印机"),
            (Option(OWN, translate("printing", "按文书种类（设置中所选）")), *_options(printers)),
            required=True,
            numbered=False,
        )
        form = Form([self.copies, self.printer], columns=1)
        super().__init__(
            parent,
            title=translate("printing", "打印"),
            does=translate("printing", "打印"),
            body=form,
            forms=(form,),
            told=translate("printing", "按编号先后打印 {0} 份文书，同一份文书的几份排在一起。").format(count),
        )
        form.fill({"copies": 1, "printer": OWN})
        self.resize(460, 260)
        form.focus_first()

    def asked(self) -> tuple[int, str | None]:
        """Return how many copies, and the printer: None for each kind's own."""
        chosen = self.printer.value()
        return int(self.copies.value()), None if chosen == OWN else chosen


class OtherPrinterDialog(AskDialog):
    """Sends a print to another printer, and remembers it for this kind of paper when asked to."""

    def __init__(self, parent: QWidget, *, title: str, kind: str, before: str, printers: Sequence[str]) -> None:
        others = [name for name in printers if name != before]
        self.printer = ChoiceField(
            "printer",
            translate("printing", "打印机"),
            _options(others, default=bool(before)),
            required=True,
            numbered=False,
        )
        self.keep = ChoiceField(
            "keep",
            translate("printing", "以后"),
            (
                Option(False, translate("printing", "只这一次")),
                Option(True, translate("printing", "{0} 以后都用这台").format(kind)),
            ),
            required=True,
        )
        form = Form([self.printer, self.keep], columns=1)
        super().__init__(
            parent,
            title=translate("printing", "换打印机"),
            does=translate("printing", "打印"),
            body=form,
            forms=(form,),
            told=translate("printing", "{0} 原来送往 {1}。").format(title, printer_words(before)),
        )
        form.fill({"keep": False, "printer": others[0] if others else None})
        self.resize(460, 260)
        form.focus_first()


def _options(printers: Sequence[str], *, default: bool = True) -> tuple[Option, ...]:
    own = (Option("", printer_words("")),) if default else ()
    return (*own, *(Option(name, name) for name in printers))
