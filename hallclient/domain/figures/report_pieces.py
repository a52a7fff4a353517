"""What is a report made of? Figures, tables, parts, definitions, checks, sources: plain frozen pieces."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hallclient.domain.figures.charts import Chart
from hallclient.domain.figures.lines import Number
from hallclient.domain.figures.shares import NO_SHARE

UNCOUNTED = "未统计"  # no register tells it and no counter was entered: not the same as 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One counted cell, named by the form (``table3.received.natural_person``).

    ``value`` None is 未统计. ``lines`` are the lines it adds up (``-`` in front: taken off) and lead to the records;
    ``name`` says in words what it counts, for a screen reader and for a violation; ``decimal`` figures may have
    decimals, all others are whole.
    """

    id: str
    value: Number | None
    unit: str = ""
    name: str = ""
    lines: tuple[str, ...] = ()
    decimal: bool = False

    @property
    def text(self) -> str:
        """The figure as printed: digits without separators, as the portals' tables have them."""
        if self.unit == "%":
            return NO_SHARE if self.value is None else f"{self.value:.1f}"
        if self.value is None:
            return UNCOUNTED
        return f"{self.value:f}" if not isinstance(self.value, int) else str(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell of a table: words, or the figure named ``figure``. ``head`` tells whose heading it is."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    text: str = ""
    figure: str = ""
    head: str = ""  # "" | column | row


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as it is printed. ``widths`` are parts of its width by column; the first ``head_rows`` rows repeat on
    every page. ``note`` stands below."""

    id: str
    caption: str
    widths: tuple[int, ...]
    cells: tuple[GridCell, ...]
    head_rows: int = 0
    note: str = ""
    sheet: str = ""

    @property
    def height(self) -> int:
        return max((cell.row + cell.rows for cell in self.cells), default=0)

    @property
    def width(self) -> int:
        return len(self.widths)

    def rows(self) -> Iterator[tuple[GridCell, ...]]:
        """Yield the cells that begin in each row, from left to right."""
        for row in range(self.height):
            yield tuple(sorted((cell for cell in self.cells if cell.row == row), key=lambda cell: cell.column))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A numbered part: its exact heading, paragraphs, tables.

    ``written`` parts are text the office writes (一, 五, 六); ``covers`` says what it must tell.
    """

    id: str
    heading: str
    texts: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    written: bool = False
    covers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What a figure counts: the text of its card, printed as a footnote.

    ``own`` ones are the form's: without them its figures cannot be read, so they stand below its table everywhere.
    ``confirm`` is what of the mapping is ours and must still be asked: told to the office, not printed for everybody.
    """

    code: str
    title: str
    unit: str
    text: str
    own: bool = False
    confirm: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityResult:
    """How an identity of the report came out. ``cells`` are figure ids or line codes; none broken when it holds."""

    id: str
    words: str
    holds: bool = True
    cells: tuple[str, ...] = ()
    expected: str = ""
    found: str = ""
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecountDifference:
    """A line in which the sealed figure and the recount of the records part."""

    code: str
    frozen: Number
    live: Number
    explained: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the figures come from: the store's sealed days or the hub's, or (``live``) the records themselves.

    ``open_days`` are days of the period that are not counted yet; ``head`` the hash of the last packet counted.
    """

    kind: str = "store"  # store | hub
    live: bool = False
    open_days: tuple[date, ...] = ()
    adjustments: int = 0
    head: str = ""
    units: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """Where the figures come from, for every paper but one over this store's sealed days: those are the rule."""
        if self.kind == "hub":
            return f"中心库汇总（{'、'.join(self.units) or '全部窗口'}）"
        return "原始记录重新统计（含未日结的日期）" if self.live else ""

    @property
    def gap(self) -> str:
        """What keeps the figures from being complete; empty for nothing."""
        if not self.open_days:
            return ""
        lacks = "有数据包尚未计入" if self.kind == "hub" else "尚未日结"
        return f"统计期间内有{len(self.open_days)}日{lacks}，数字不完整"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """What stands behind the official parts: no part of the form, not numbered, none of its cells a figure of it.

    ``grids`` are all words (``GridCell.figure`` empty); ``charts`` follow them in print order.
    """

    heading: str
    texts: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    charts: tuple[Chart, ...] = ()
