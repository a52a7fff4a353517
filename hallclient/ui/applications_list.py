"""Which applications are open, came today, exist at all? The list on the left of the registration form."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from hallclient.domain.register.application_lists import ApplicationFilter, ApplicationRow
from hallclient.domain.register.states import ENDED, State
from hallclient.ui import theme
from hallclient.ui.context import Context
from hallclient.ui.due_words import due_words, tone
from hallclient.ui.language import translate
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.terms import label

_OPEN, _TODAY, _ALL = "open", "today", "all"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list with its working days left."""

    row: ApplicationRow
    left: int | None


class ApplicationsList(ListView):
    """Masked rows under three chips: 未办结, 今日收到, 全部. ``ask`` asks the desk again."""

    def __init__(self, context: Context, initiator: QWidget) -> None:
        self._context, self._initiator = context, initiator
        super().__init__(
            [
                Column(title=translate("applications", "答复期限"), text=_due, width=100, tone=_tone),
                Column(title=translate("applications", "工作日"), text=_left, width=80, tone=_tone, sort=_left_sort),
                Column(
                    title=translate("applications", "编号"),
                    text=self._short,
                    width=102,
                    hover=lambda line: line.row.number,
                ),
                Column(
                    title=translate("applications", "申请人"),
                    text=lambda line: line.row.name,
                    stretch=True,
                    hover=lambda line: f"{line.row.name}　{line.row.subject}",
                ),
                Column(
                    title=translate("applications", "状态"),
                    text=lambda line: label(line.row.state),
                    width=100,
                    tone=_tone,
                ),
            ],
            name=translate("applications", "申请"),
            empty=translate(
                "applications",
                "没有这样的申请。\n在右边填写后按 Ctrl+Enter 登记；咨询可在“接待”按 F6 转来。",
            ),
        )
        self.chips = QWidget()
        row = QHBoxLayout(self.chips)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        self._group = QButtonGroup(self)
        for name, title in (
            (_OPEN, translate("applications", "未办结")),
            (_TODAY, translate("applications", "今日收到")),
            (_ALL, translate("applications", "全部")),
        ):
            chip = QPushButton(title)
            chip.setObjectName(name)
            chip.setCheckable(True)
            chip.setChecked(name == _OPEN)
            chip.setProperty("chip", True)
            chip.setAutoDefault(False)
            self._group.addButton(chip)
            row.addWidget(chip)
        self._group.buttonToggled.connect(lambda _chip, on: self.ask() if on else None)

    def ask(self) -> None:
        """Ask for what the chip says; the current row stays current."""
        chip, today = self._group.checkedButton(), self._context.today()
        wanted = chip.objectName() if chip is not None else _OPEN
        desk = self._context.hall.applications
        self._context.jobs.run(
            lambda: [Line(row, desk.left(row.due_on)) for row in _rows(desk, wanted, today)],
            then=self._show_lines,
            initiator=self._initiator,
        )

    def _show_lines(self, lines: list[Line]) -> None:
        self.show_rows(lines, keep=lambda line: line.row.number)

    def _short(self, line: Line) -> str:
        hall = self._context.hall
        return line.row.number.removeprefix(f"{hall.agency.code}-{hall.window}-")


def _rows(desk: Any, wanted: str, today: date) -> list[ApplicationRow]:
    """Return the rows a chip asks for: open ones by due date, those without a running clock after them."""
    if wanted == _ALL:
        return list(desk.rows(ApplicationFilter()))
    if wanted == _TODAY:
        received = desk.rows(ApplicationFilter(received_first=today, received_until=today + timedelta(days=1)))
        waiting = desk.rows(ApplicationFilter(states=frozenset({State.AWAITING_CONFIRMATION})))
        return [*received, *(row for row in waiting if row.arrived_on == today)]
    states = frozenset(State) - ENDED
    due = desk.rows(ApplicationFilter(states=states, due_until=date.max))
    return [*due, *(row for row in desk.rows(ApplicationFilter(states=states)) if row.due_on is None)]


def _due(line: Line) -> str:
    return due_words(line.row.due_on, provisional=line.row.provisional)


def _left(line: Line) -> str:
    """The heading says 工作日, so the row needs the number alone."""
    if line.left is None or line.row.state in ENDED:
        return ""
    if line.left == 0:
        return translate("applications", "今日")
    said = translate("applications", "超 {0}") if line.left < 0 else translate("applications", "剩 {0}")
    return said.format(abs(line.left))


def _left_sort(line: Line) -> int:
    return 10_000 if line.left is None or line.row.state in ENDED else line.left


def _tone(line: Line) -> str | None:
    return tone(line.left, line.row.state)
