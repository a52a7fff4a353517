"""Do the figures fit together? Every identity with its mark, the broken ones first and their cells named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.figures.annual import NationalReport
from hallclient.domain.figures.identities import Result
from hallclient.domain.figures.lines import LineCatalogue
from hallclient.ui import theme
from hallclient.ui.figure_words import cell_name, identity_name, rule_name
from hallclient.ui.language import translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView

NAMED = 5  # open days spelled out before the sentence only counts


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One identity: what it says, whether it holds, and where it does not."""

    name: str
    holds: bool
    where: str = ""


def results(found: Sequence[Result], lines: LineCatalogue) -> list[CheckRow]:
    """Return the identities of a period, the broken ones first."""
    joined = translate("figures", "、")
    rows = [
        CheckRow(
            identity_name(result, lines),
            result.holds,
            "" if result.holds else joined.join(result.records or tuple(map(lines.label, result.cells))),
        )
        for result in found
    ]
    return sorted(rows, key=lambda row: row.holds)


def rules(report: NationalReport, lines: LineCatalogue) -> list[CheckRow]:
    """Return the identities of the annual form, the broken ones first."""
    joined = translate("figures", "、")
    rows = [
        CheckRow(
            rule_name(one["id"]),
            one["holds"],
            joined.join(cell_name(cell, report.form, lines) for cell in one["cells"]) if not one["holds"] else "",
        )
        for one in report.identities()
    ]
    return sorted(rows, key=lambda row: row.holds)


class ChecksView(QWidget):
    """One sentence, the open days, and the list of identities."""

    def __init__(self) -> None:
        super().__init__()
        self.sums = PlainLabel()
        self.days = PlainLabel()
        for part in (self.sums, self.days):
            part.setWordWrap(True)
        self.days.setProperty("tone", "warn")
        self.list = ListView(
            [
                Column(title="", text=_mark, tone=_tone, width=36),
                Column(title=self.tr("关系"), text=lambda row: row.name, hover=_whole, tone=_tone, stretch=True),
            ],
            name=self.tr("勾稽关系"),
            empty=self.tr("还没有数字。"),
            sortable=False,
        )
        text = QVBoxLayout()
        text.setContentsMargins(theme.L, theme.M, theme.L, 0)
        text.setSpacing(theme.S)
        text.addWidget(self.sums)
        text.addWidget(self.days)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addLayout(text)
        layout.addWidget(self.list, 1)
        self.setMinimumHeight(8 * self.fontMetrics().height())

    def show_checks(self, rows: Sequence[CheckRow], open_days: Sequence[date]) -> None:
        """Show the identities, and the days whose records no closed day counts yet."""
        broken = [row for row in rows if not row.holds]
        if broken:
            told = self.tr("✗ {0} 项勾稽关系不符，请更正后再导出").format(len(broken))
        else:
            told = self.tr("✓ 勾稽关系全部相符（{0} 项）").format(len(rows))
        self.sums.setText(told)
        self.sums.setProperty("tone", "danger" if broken else "")
        self.sums.style().unpolish(self.sums)
        self.sums.style().polish(self.sums)
        named = self.tr("、").join(day.isoformat() for day in open_days[:NAMED])
        if len(open_days) > NAMED:
            named = self.tr("{0} 等").format(named)
        self.days.setText(self.tr("未日结 {0} 天，尚未计入：{1}").format(len(open_days), named) if open_days else "")
        self.days.setVisible(bool(open_days))
        self.list.show_rows([shown for row in rows for shown in _with_place(row)])


def _with_place(row: CheckRow) -> list[CheckRow]:
    """Return the row, and for a broken one a second one that names the cells: nobody hovers with a keyboard."""
    return [row] if not row.where else [row, CheckRow(f"　{row.where}", False)]


def _mark(row: CheckRow) -> str:
    return "" if row.name.startswith("　") else "✓" if row.holds else "✗"


def _whole(row: CheckRow) -> str:
    return f"{row.name}\n{row.where}" if row.where else row.name


def _tone(row: CheckRow) -> str | None:
    return None if row.holds else "danger"
