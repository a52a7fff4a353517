"""What do the pages of the figures' screen have in common? A line of choices, a left side, a right side, actions."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from hallclient.domain.register.permissions import Permission
from hallclient.ui import theme
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.context import Context
from hallclient.ui.fields import Field, NumberField
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel

LANE = "figures"  # adding up a year must not delay the counter
HUB_LANE = "hub"
SEALED, LIVE, HUB = "sealed", "live", "hub"  # where the figures come from


class FigureTab(QObject):
    """One page. A subclass makes ``title``, ``head``, ``left`` and ``right`` and answers what it can."""

    said = Signal(str)
    complained = Signal(str)
    wish_open = Signal(str, str)
    wish_screen = Signal(str)

    title: str
    head: QWidget
    left: QWidget
    right: QWidget
    shows: frozenset[Topic] = frozenset()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def run(self, work: Callable[[], object], *, touches: Iterable[Topic] = (), **how: Any) -> None:
        """Shorthand for ``context.jobs.run`` on the figures' lane with the screen as initiator."""
        self.context.jobs.run(work, touches=touches, initiator=self.parent(), **{"lane": LANE} | how)

    def add_actions(self, add: Callable[..., QAction]) -> list[QAction]:
        """Make the page's actions with ``add(title, does, key=…, primary=…)`` and return them."""
        return []

    def enable(self) -> None:
        """Say of each action whether it can be done now."""

    def ask(self) -> None:
        """Ask for what the page shows."""

    def start(self) -> None:
        """Put the focus where work starts."""

    def back(self) -> bool:
        """Take a step back inside the page; False when there is none."""
        return False

    def keep_draft(self) -> None:
        """Write unsaved work to the draft journal."""


class YearTab(FigureTab):
    """A page of one year's report in one form, from one source: all three are taken along from page to page."""

    def __init__(self, context: Context, *, live: bool = False) -> None:
        """``live``: the page can show a recount beside what is sealed."""
        super().__init__(context)
        sources = [Option(SEALED, translate("figures", "已结数字"))]
        if live:
            sources.append(Option(LIVE, translate("figures", "重新统计"), hint=translate("figures", "含未结日")))
        if context.may(Permission.SEE_HUB):
            sources.append(Option(HUB, translate("figures", "中心库"), hint=translate("figures", "各窗口汇总")))
        self.source = ChoiceField("source", translate("figures", "来源"), sources)
        # Who is only of the office has no counter: what its own store holds is nobody's year.
        own = context.may(Permission.REGISTER_ENQUIRY) or not context.may(Permission.SEE_HUB)
        self.source.set_value(SEALED if own else HUB)
        self.source.edited.connect(self.sourced)
        self.year = NumberField("year", translate("figures", "年度"), least=2008, most=2200)
        # A report is made when its year is over; in December the year that ends is looked at.
        today = context.today()
        self.year.set_value(today.year if today.month == 12 else today.year - 1)
        self.form = ChoiceField(
            "form",
            translate("figures", "格式"),
            (
                Option("national-2021", translate("figures", "全国统一格式（2021年起）")),
                Option("national-2019", translate("figures", "全国试行格式（2019、2020年度）")),
                Option("first-year", translate("figures", "首年六部分格式")),
                Option("return-2008", translate("figures", "2008年统计报表（01—35）")),
            ),
        )
        self.form.set_value("national-2021")
        for field in (self.year, self.form):
            field.edited.connect(self.ask)

    @property
    def sees_hub(self) -> bool:
        """Whether there is a choice of source at all."""
        return self.context.may(Permission.SEE_HUB)

    @property
    def at_hub(self) -> bool:
        """Whether the figures are asked of the hub."""
        return bool(self.source.value() == HUB)

    def sourced(self) -> None:
        """Follow the source."""
        self.ask()

    def choices(self) -> list[tuple[Field, int]]:
        """Return year, form and, for who may see the hub, the source, with their widths."""
        found: list[tuple[Field, int]] = [(self.year, 64), (self.form, 216)]
        return [*found, (self.source, 112)] if self.sees_hub else found

    def take(self, other: "YearTab") -> None:
        """Show what ``other`` shows."""
        self.year.set_value(other.year.value() or self.year.value())
        self.form.set_value(other.form.value() or self.form.value())
        if other.at_hub != self.at_hub:
            self.source.set_value(HUB if other.at_hub else SEALED)

    def chosen(self) -> tuple[int, str] | None:
        """Return year and form, None while one of them is half typed."""
        year, form = self.year.value(), self.form.value()
        return (year, form) if year is not None and form is not None else None


def row(parts: Iterable[tuple[Field, int] | QLabel]) -> QWidget:
    """Return fields in one line; their titles are for screen readers only, what is wrong goes to the status line.

    A width below 0 is the least: the field takes what is left of the line, up to twice as much.
    """
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.M)
    larger = line.fontMetrics().height() / 18
    for part in parts:
        if isinstance(part, QLabel):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
            continue
        field, width = part
        field.label.hide()
        field.below.setMaximumHeight(0)
        if (inside := field.layout()) is not None:
            inside.setSpacing(0)  # a hint that is there takes no room either: all fields stand at one height
        wide = round(abs(width) * max(1.0, larger))
        if width < 0:
            field.editor.setMinimumWidth(wide)
            field.setMaximumWidth(2 * wide)
        else:
            field.editor.setFixedWidth(wide)
        layout.addWidget(field, 100 if width < 0 else 0, Qt.AlignmentFlag.AlignVCenter)
    layout.addStretch(1)
    return line


def words(text: str = "", *, role: str = "", tone: str = "") -> PlainLabel:
    """Return a paragraph that wraps."""
    label = PlainLabel(text)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if role:
        label.setProperty("role", role)
    if tone:
        label.setProperty("tone", tone)
    return label
