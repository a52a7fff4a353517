"""How do units, windows, their days and their deadlines stand in the office's lists? Columns only; pages ask and show.

Columns of packets, rules and acts are in ``hub_record_lists``.
"""

import math
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from hallclient.domain.figures.oversight import Alarm, DayState, Lamp, Matter, Unusual, WindowDay, WindowReport
from hallclient.domain.figures.packet import plain
from hallclient.ui.hub_columns import fitting
from hallclient.ui.hub_words import OLD, age, day_words, moment
from hallclient.ui.language import translate
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.terms import label

_DAY_TONES = {DayState.LATE: "warn", DayState.MISSING: "danger", DayState.NOT_DUE: "muted"}
_WEEK = [date(2026, 3, 2) + timedelta(days=at) for at in range(7)]  # any week: how wide its days' names are
NARROW = 50


def units() -> ListView:
    """Return the list of units; the first row is all of them together (``unit`` empty)."""
    return ListView(
        [
            Column(title=translate("hub", "单位"), text=_unit, stretch=True),
            *_counts("888888", "88888"),  # a city's year: half a million window-days
        ],
        name=translate("hub", "各单位报送情况"),
        empty=_nothing_enrolled(),
        sortable=False,
    )


def windows() -> ListView:
    """Return the list of windows."""
    return ListView(
        [
            Column(title=translate("hub", "窗口"), text=lambda one: one.window, width=96, tone=_gone),
            Column(title=translate("hub", "单位"), text=lambda one: one.unit, stretch=True),
            *_counts("888", "888"),
            Column(title=translate("hub", "最近业务日"), text=_newest, width=104),
        ],
        name=translate("hub", "各窗口报送情况"),
        empty=_nothing_enrolled(),
    )


def _counts(most: str, some: str) -> list[Column]:
    """Return the columns of counts; ``most`` has the digits of the days expected, ``some`` of those that fall out.

    Where the two differ, a small screen has no room for the days that came on time.
    """

    def count(
        title: str, digits: str, value: Callable[[WindowReport], int], tone: str | None = None, spare: bool = False
    ) -> Column:
        return Column(
            title=title,
            text=lambda one: str(value(one)),
            sort=value,
            align="right",
            width=fitting(title, NARROW, [digits]),
            tone=None if tone is None else lambda one: tone if value(one) else None,
            spare=spare,
        )

    return [
        count(translate("hub", "应报"), most, lambda one: one.expected),
        count(translate("hub", "按时"), most, lambda one: one.on_time, spare=most != some),
        count(translate("hub", "迟报"), some, lambda one: one.late, "warn"),
        count(translate("hub", "未报"), some, lambda one: one.missing, "danger"),
        count(translate("hub", "未到期"), some, lambda one: one.not_due, spare=True),
        count(translate("hub", "零报告"), some, lambda one: one.zero),
        _percent(translate("hub", "齐全率"), lambda one: one.complete_share),
        _percent(translate("hub", "及时率"), lambda one: one.timely_share),
    ]


def _percent(title: str, value: Callable[[WindowReport], float | None]) -> Column:
    def text(one: WindowReport) -> str:
        share = value(one)
        # Rounded down: 100 % is said of those that lack nothing.
        return "" if share is None else f"{math.floor(share * 1000) / 10:.1f}%"

    return Column(
        title=title,
        text=text,
        sort=lambda one: -1.0 if value(one) is None else value(one),
        align="right",
        width=fitting(title, 66),
        spare=True,
    )


def _unit(one: WindowReport) -> str:
    return one.unit or translate("hub", "全部单位")


def _newest(one: WindowReport) -> str:
    if one.revoked:
        return translate("hub", "已停用")
    return one.newest.isoformat() if one.newest else translate("hub", "从未报送")


def _gone(one: WindowReport) -> str | None:
    return "muted" if one.revoked else None


def _nothing_enrolled() -> str:
    return translate("hub", "中心库里还没有登记窗口。用 hub enrol 登记。")


def days() -> ListView:
    """Return the list of one window's days."""
    return ListView(
        [
            Column(
                title=translate("hub", "业务日"),
                text=lambda one: day_words(one.business_date),
                width=fitting("", 144, map(day_words, _WEEK)),
            ),
            Column(title=translate("hub", "报送"), text=_day_state, tone=_day_tone, stretch=True),
            Column(title=translate("hub", "收到时间"), text=lambda one: moment(one.received_at), width=136, spare=True),
        ],
        name=translate("hub", "所选窗口的各日"),
        empty=translate("hub", "选一个窗口，看它哪些日子迟报、未报。"),
        sortable=False,
    )


def _day_state(one: WindowDay) -> str:
    said = label(one.state)
    if one.zero:
        said = translate("hub", "{0}，零报告").format(said)
    return said if one.revision < 2 else translate("hub", "{0}，第 {1} 版").format(said, one.revision)


def _day_tone(one: WindowDay) -> str | None:
    return _DAY_TONES.get(one.state)


def lamps(lamp: Lamp, today: Callable[[], date]) -> ListView:
    """Return the list of windows' clocks with this lamp, the most urgent first."""
    red = lamp is Lamp.RED
    late = _cases(translate("hub", "已逾期"), lambda one: one.overdue, "danger")
    matter = fitting(translate("hub", "类别"), 88, [label(one) for one in Matter])
    none_late = translate("hub", "没有逾期的申请和咨询投诉。")
    nothing = none_late if red else translate("hub", "没有3个工作日内到期的申请和咨询投诉。")
    return ListView(
        [
            Column(title=translate("hub", "单位"), text=lambda one: one.unit, stretch=True),
            Column(title=translate("hub", "窗口"), text=lambda one: one.window, width=104),
            Column(title=translate("hub", "类别"), text=lambda one: label(one.matter),
                   width=matter if red else matter + late.width),  # so that both lists' columns stand in line
            *([late] if red else []),
            _cases(translate("hub", "当日到期"), lambda one: one.due_today, "warn"),
            _cases(translate("hub", "3个工作日内到期"), lambda one: one.due_soon, None),
            Column(
                title=translate("hub", "按哪一日的数据包"), text=lambda one: age(one.as_of, today()),
                width=fitting("", 160, [translate("hub", "{0}（{1} 天前）").format("2026-03-02", 100)]),
                tone=lambda one: "warn" if (today() - one.as_of).days > OLD else None,
            ),
        ],
        name=label(lamp),
        empty=nothing,
    )  # fmt: skip


def _cases(title: str, value: Callable[[Alarm], int], tone: str | None, width: int = 80) -> Column:
    return Column(
        title=title,
        text=lambda one: str(value(one)),
        sort=lambda one: -value(one),
        align="right",
        width=fitting(title, width),
        tone=None if tone is None else lambda one: tone if value(one) else None,
    )


def unusual(titles: Callable[[], Mapping[str, str]]) -> ListView:
    """Return the list of figures that stand out; ``titles`` are the figures' by code."""

    def title(one: Unusual) -> str:
        return titles().get(one.code, one.code)

    return ListView(
        [
            Column(title=translate("hub", "月份"), text=lambda one: f"{one.month:%Y-%m}",
                   width=fitting("", 72, ["2026-03"])),
            Column(title=translate("hub", "单位"), text=lambda one: one.unit, stretch=True),
            Column(title=translate("hub", "窗口"), text=_whose, width=fitting("", 90, [translate("hub", "全单位")])),
            Column(title=translate("hub", "项目"), text=title, width=160),
            Column(title=translate("hub", "数值"), text=lambda one: str(plain(one.value)), align="right",
                   width=fitting("", 72, ["888888.88"]),
                   sort=lambda one: one.value, tone=lambda one: "danger" if one.above else "warn"),
            Column(title=translate("hub", "以往最低至最高"), text=_range, align="right",
                   width=fitting(translate("hub", "以往最低至最高"), 120, ["88888.88 — 88888.88"])),
            Column(title=translate("hub", "倍数"), text=_times, align="right",
                   width=fitting("", 112, [translate("hub", "最高的 {0} 倍").format("10.07")]),
                   sort=lambda one: one.ratio if one.ratio is not None else float("inf")),
            Column(title=translate("hub", "比较"), text=_months, spare=True,
                   width=fitting(translate("hub", "比较"), 96, [translate("hub", "前 {0} 个月").format(12)])),
        ],
        name=translate("hub", "异常数字"),
        empty=translate("hub", "没有超出以往范围的数字。\n至少有3个月的数字才能比较。"),
    )  # fmt: skip


def _whose(one: Unusual) -> str:
    return one.window or translate("hub", "全单位")


def _range(one: Unusual) -> str:
    return f"{plain(one.low)} — {plain(one.high)}"


def _times(one: Unusual) -> str:
    if one.ratio is None:
        return translate("hub", "以往没有")
    said = translate("hub", "最高的 {0} 倍") if one.above else translate("hub", "最低的 {0} 倍")
    return said.format(f"{one.ratio:.2f}")  # always two places: they stand under each other


def _months(one: Unusual) -> str:
    return translate("hub", "前 {0} 个月").format(one.periods)
