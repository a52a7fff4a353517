"""Which days does the office look at? This month, the one before, a quarter, a year, or any days it types."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallclient.ui import theme
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.context import Context
from hallclient.ui.date_field import DateField
from hallclient.ui.figure_tab import row
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel

Days = tuple[date | None, date | None]


class PeriodChoice(QWidget):
    """A named period and its two days. ``changed`` when other days are meant; ``days`` gives them half-open.

    ``everything`` adds a period without bounds and begins with it.
    """

    changed = Signal()

    def __init__(self, context: Context, *, everything: bool = False) -> None:
        super().__init__()
        self._today = context.today
        self.period = ChoiceField("period", translate("hub", "期间"), _periods(everything), required=True)
        hint = translate("hub", "不限") if everything else "2026-03-02 · 3.2 · +5"
        self.first = DateField("first", translate("hub", "起"), today=context.today, placeholder=hint)
        self.last = DateField("last", translate("hub", "止（含当日）"), today=context.today, placeholder=hint)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.M)
        to = PlainLabel(translate("hub", "至"))
        line.addWidget(row([(self.period, 116), (self.first, 116), to, (self.last, 116)]))
        self.line = line
        self._known: Days = (None, None)
        self.choose("all" if everything else "month")
        self.period.chosen.connect(self._chosen)
        for field in (self.first, self.last):
            field.edit.editingFinished.connect(self._typed)

    def days(self) -> Days:
        """Return the days, ``first`` to before ``until``; None where there is no bound."""
        first, last = self.first.value(), self.last.value()
        return first, None if last is None else last + timedelta(days=1)

    @property
    def reversed(self) -> bool:
        """Whether it would end before it begins."""
        first, last = self.first.value(), self.last.value()
        return first is not None and last is not None and last < first

    def choose(self, name: str) -> None:
        """Mean a named period."""
        self.period.set_value(name)
        self._set(name)
        self._known = self.days()

    def set_days(self, first: date | None, until: date | None) -> None:
        """Mean these days."""
        self.period.set_value("all" if first is None and until is None else "free")
        self.first.set_value(first)
        self.last.set_value(None if until is None else until - timedelta(days=1))
        self._known = self.days()

    def _set(self, name: str) -> None:
        today = self._today()
        month = today.replace(day=1)
        before = month - timedelta(days=1)
        quarter = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
        found: dict[str, tuple[date | None, date | None]] = {
            "all": (None, None),
            "month": (month, today),
            "before": (before.replace(day=1), before),
            "quarter": (quarter, today),
            "year": (date(today.year, 1, 1), today),
            "last_year": (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
        }
        if name in found:
            first, last = found[name]
            self.first.set_value(first)
            self.last.set_value(last)

    def _chosen(self, name: str) -> None:
        if name == "free":
            self.first.setFocus()
            return
        self._set(name)
        self._tell()

    def _typed(self) -> None:
        if self.days() != self._known:
            self.period.set_value("free")
            self._tell()

    def _tell(self) -> None:
        if self.days() != self._known:
            self._known = self.days()
            self.changed.emit()


def _periods(everything: bool) -> tuple[Option, ...]:
    every = (Option("all", translate("hub", "不限")),) if everything else ()
    return (
        *every,
        Option("month", translate("hub", "本月")),
        Option("before", translate("hub", "上月")),
        Option("quarter", translate("hub", "本季度")),
        Option("year", translate("hub", "本年")),
        Option("last_year", translate("hub", "上年")),
        Option("free", translate("hub", "自定")),
    )
