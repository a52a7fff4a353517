"""Why is a dispute's date that day? Every running period with its article and, day by day, what counts."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hallclient.domain.law.clock import DayRow
from hallclient.domain.law.dispute_clocks import DisputeDate, DisputeDue
from hallclient.services.disputes import DisputeFile
from hallclient.ui import theme
from hallclient.ui.dispute_words import date_words, term_words
from hallclient.ui.due_words import due_words
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.screen import Screen, card
from hallclient.ui.terms import label
from hallclient.ui.typed import weekday_of

_Found = tuple[DisputeFile, dict[DisputeDue, tuple[DayRow, ...]]]


def show_dispute_dates(screen: Screen, number: str) -> None:
    """Ask why a dispute is due on its day, wherever a list shows it."""
    disputes = screen.context.hall.disputes

    def work() -> _Found:
        file = disputes.file(number)
        return file, {found.due: disputes.days_of(found) for found in file.dates}

    def show(found: _Found) -> None:
        file, days = found
        if file.dates:
            DisputeDatesDialog(screen, file, days).open()
        else:
            screen.complained.emit(translate("disputes", "{0} 目前没有期限").format(number))

    screen.run(work, then=show)


class DisputeDatesDialog(QDialog):
    """The periods above, the days of the chosen one below. ``days`` are given for each period."""

    def __init__(self, parent: QWidget, file: DisputeFile, days: Mapping[DisputeDue, tuple[DayRow, ...]]) -> None:
        super().__init__(parent)
        self._file, self._days = file, days
        self.setWindowTitle(self.tr("为什么是这一天　{0}").format(file.dispute.number))
        answer = PlainLabel(date_words(file.next, file.left) or self.tr("本机关目前没有期限"))
        answer.setProperty("role", "title")
        self.basis = PlainLabel(self._basis(None))
        self.basis.setProperty("role", "muted")
        self.basis.setWordWrap(True)
        self.dates = ListView(
            [
                Column(title=self.tr("期限"), text=lambda row: label(row.due), width=136),
                Column(title=self.tr("起算"), text=lambda row: row.begins.isoformat(), width=104),
                Column(title=self.tr("期间"), text=term_words, width=96),
                Column(
                    title=self.tr("届满"), text=lambda row: due_words(row.on, provisional=row.provisional), width=128
                ),
                Column(title=self.tr("依据"), text=lambda row: row.term.source, stretch=True),
            ],
            name=self.tr("期限"),
            sortable=False,
        )
        self.list = ListView(
            [
                Column(title=self.tr("日期"), text=lambda row: row.day.isoformat(), width=104, tone=_quiet),
                Column(title=self.tr("星期"), text=lambda row: weekday_of(row.day), width=72, tone=_quiet),
                Column(title=self.tr("计入"), text=_ordinal, width=56, align="right", tone=_quiet),
                Column(title=self.tr("说明"), text=lambda row: row.reason, stretch=True, tone=_quiet),
            ],
            name=self.tr("逐日"),
            sortable=False,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        layout.setSpacing(theme.M)
        layout.addWidget(answer)
        layout.addWidget(self.basis)
        self.dates.setMaximumHeight(self.dates.verticalHeader().defaultSectionSize() * (len(file.dates) + 1) + 14)
        layout.addWidget(card(self.dates))
        layout.addWidget(card(self.list), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        for title, does in ((self.tr("复制"), self._copy), (self.tr("关闭 Esc"), self.close)):
            button = QPushButton(title)
            button.setAutoDefault(False)
            button.clicked.connect(does)
            row.addWidget(button)
        layout.addLayout(row)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 560)
        self.dates.chosen.connect(self._chosen)
        self.dates.show_rows(file.dates)
        self.dates.selectRow(next((at for at, found in enumerate(file.dates) if found == file.next), 0))
        self.dates.setFocus()

    def as_text(self) -> str:
        """Return the periods and days as lines of text, for the clipboard."""
        lines = [self._basis(None)]
        for found in self._file.dates:
            lines.append(f"{label(found.due)}\t{found.begins}\t{term_words(found)}\t{found.on}\t{found.term.source}")
            lines += [
                f"{row.day}\t{weekday_of(row.day)}\t{_ordinal(row)}\t{row.reason}" for row in self._days[found.due]
            ]
        return "\n".join(lines)

    def _chosen(self, found: DisputeDate | None) -> None:
        self.list.show_rows(self._days[found.due] if found is not None else ())
        self.basis.setText(self._basis(found))

    def _basis(self, found: DisputeDate | None) -> str:
        rules = self._file.rules
        said = self.tr("{0}；收到当日不计").format(rules.title)
        if found is not None and found.consequence:
            said += self.tr("；{0}").format(found.consequence)
        if rules.confirm:
            said += self.tr("　待确认：{0}").format(rules.confirm)
        return said

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())


def _ordinal(row: DayRow) -> str:
    return "" if row.ordinal is None else str(row.ordinal)


def _quiet(row: DayRow) -> str | None:
    return None if row.counted else "muted"
