"""What does one say to publish a report? Why once more, what other numbers speak of, why the hub's gaps may stay."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from hallclient.domain.refusal import Refusal
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.fields import FlagField, TextField
from hallclient.ui.forms import Form
from hallclient.ui.language import translate
from hallclient.ui.sentence_words import shortcoming, shortcomings
from hallclient.ui.sentences_figures import differing_words

MOST = 8  # differing numbers told one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was filled in; empty where nothing was asked."""

    reason: str
    confirmed: str
    lacking: str
    analysed: bool


class PublishDialog(AskDialog):
    """Asks only what this publication needs; with nothing to say, Enter publishes."""

    def __init__(self, parent: QWidget, year: int, found: Any, *, again: bool, told: str) -> None:
        """``found`` are the desk's obstacles, ``told`` what stands above the fields."""
        differing, incomplete = found.wrong, found.incomplete
        self._reason = TextField(
            "reason", translate("publish", "再次定稿的原因"), required=again, wide=True, longest=200
        )
        seen = translate("publish", "与表格不同的数字说的是什么（如上年、其他机关）")
        self._confirmed = TextField("confirmed", seen, required=bool(differing), wide=True, longest=200)
        why = translate("publish", "数据不全仍然定稿的原因（如窗口停用）")
        self._lacking = TextField("lacking", why, required=incomplete, wide=True, longest=200)
        self._analysed = FlagField("appendix", translate("publish", "附典型案例分析"), wide=True)
        asked = Form([self._lacking, self._confirmed, self._reason, self._analysed], columns=1)
        if differing:
            lines = [differing_words(one) for one in differing[:MOST]]
            more = [translate("publish", "……共 {0} 处").format(len(differing))] if len(differing) > MOST else []
            told = "\n".join([translate("publish", "文字中有数字与表格不同，请逐一看过："), *lines, *more, told])
        if incomplete:
            head = shortcoming(found.missing, len(found.open_days))
            told = "\n".join([head, *shortcomings(found.windows, found.open_days, most=MOST), told])
        title = translate("publish", "{0} 年度报告定稿").format(year)
        super().__init__(parent, title=title, does=translate("publish", "定稿"), body=asked, forms=(asked,), told=told)
        # The hub holds days, no cases.
        shown = {"reason": again, "confirmed": bool(differing), "lacking": incomplete, "appendix": not found.hub}
        asked.show_fields(shown)
        self._asked = asked
        self.resize(600 if differing or incomplete else 480, 280)
        if again or differing or incomplete:
            asked.focus_first()
        else:
            self.ok.setFocus()

    def refuse(self, problem: Exception) -> None:
        """Show why it was not done; what came up since the dialog was opened is asked then."""
        if isinstance(problem, Refusal):
            self._asked.show_fields(dict.fromkeys(problem.fields, True))
        super().refuse(problem)
        self._grow()

    def said(self) -> Said:
        """Return what was filled in."""
        return Said(
            reason=str(self._reason.value() or ""),
            confirmed=str(self._confirmed.value() or ""),
            lacking=str(self._lacking.value() or ""),
            analysed=bool(self._analysed.value()),
        )
