"""What did a period come to? Sealed figures, the recount of the records beside them, and where they part."""

from collections.abc import Iterator
from dataclasses import dataclass

from hallclient.domain.figures.day_sheet import LineValue, Tally
from hallclient.domain.figures.lines import Number
from hallclient.ui.figure_words import plain
from hallclient.ui.language import translate
from hallclient.ui.rows_model import Column, ListView


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure: sealed, recounted, and whether open days and adjustments do not explain the difference."""

    line: LineValue
    sealed: Number
    live: Number
    unexplained: bool

    @property
    def difference(self) -> Number:
        return self.live - self.sealed


def side_by_side(sealed: Tally, live: Tally) -> list[FigureRow]:
    """Return the figures of both counts in the order of print."""
    return list(_rows(sealed, live))


def _rows(sealed: Tally, live: Tally) -> Iterator[FigureRow]:
    apart = {one.code for one in sealed.differences}
    known = {line.code for line in sealed.lines}
    more = [line for line in live.lines if line.code not in known]
    for line in sorted((*sealed.lines, *more), key=lambda line: line.row):
        yield FigureRow(line, sealed.value(line.code), live.value(line.code), line.code in apart)


class PeriodView(ListView):
    """The figures of a period. Enter leads to the records behind one."""

    def __init__(self) -> None:
        super().__init__(
            [
                Column(
                    title=translate("figures", "项目"), text=_label, hover=lambda row: row.line.definition, stretch=True
                ),
                Column(
                    title=translate("figures", "已结"),
                    text=lambda row: plain(row.sealed),
                    align="right",
                    width=88,
                ),
                Column(
                    title=translate("figures", "重新统计"),
                    text=lambda row: plain(row.live),
                    align="right",
                    width=88,
                ),
                Column(
                    title=translate("figures", "差异"), text=_apart, align="right", tone=_tone, hover=_why, width=88
                ),
                Column(title=translate("figures", "单位"), text=lambda row: row.line.unit, width=64, spare=True),
            ],
            name=translate("figures", "期间数字"),
            empty=translate("figures", "选择期间后显示数字。"),
            sortable=False,
        )


def _label(row: FigureRow) -> str:
    return f"　{row.line.label}" if row.line.part else row.line.label


def _apart(row: FigureRow) -> str:
    if not row.difference:
        return "0"
    sign = "+" if row.difference > 0 else ""
    return f"{'✗ ' if row.unexplained else ''}{sign}{plain(row.difference)}"


def _why(row: FigureRow) -> str:
    if row.unexplained:
        return translate("figures", "已结数字与记录不符，且没有更正说明，请核对记录")
    return translate("figures", "差异来自未日结的日期或已登记的更正") if row.difference else ""


def _tone(row: FigureRow) -> str | None:
    return "danger" if row.unexplained else "muted"
