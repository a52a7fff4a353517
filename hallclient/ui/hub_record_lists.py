"""How do packets, locks, exceptions and the office's acts stand in lists? The office's, and the window's own."""

from collections.abc import Callable, Iterable
from datetime import date

from hallclient.domain.figures.delivery import Verdict
from hallclient.domain.figures.hub_records import ActKind, OfficeRule, RuleState, SentPacket, ToldAct
from hallclient.ui.hub_columns import fitting
from hallclient.ui.hub_words import days, moment, reason_words, state_of_rule
from hallclient.ui.language import translate
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.terms import label

_TONES = {
    Verdict.RECEIVED: "muted",
    Verdict.SUPERSEDED: "muted",
    Verdict.KEPT_ASIDE: "warn",
    Verdict.REFUSED: "danger",
}
_SHOWN = (Verdict.ACCEPTED, Verdict.RECEIVED, Verdict.KEPT_ASIDE, Verdict.SUPERSEDED)


def packets(*, name: str, empty: str) -> ListView:
    """Return a list of packets as the hub has them."""
    return ListView(
        [
            Column(title=translate("hub", "业务日"), text=lambda one: one.business_date.isoformat(), width=104),
            Column(title=translate("hub", "窗口"), text=lambda one: one.window, width=100),
            Column(title=translate("hub", "类别"), text=_kind, width=fitting("", 60, _kinds()), spare=True),
            Column(title=translate("hub", "日结号"), text=lambda one: str(one.z_number), align="right",
                   width=fitting(translate("hub", "日结号"), 60),
                   sort=lambda one: one.z_number),
            Column(title=translate("hub", "版本"), text=lambda one: str(one.revision), align="right",
                   width=fitting(translate("hub", "版本"), 56),
                   sort=lambda one: one.revision),
            Column(title=translate("hub", "结果"), text=_verdict, tone=lambda one: _TONES.get(one.verdict),
                   width=fitting("", 100, map(label, _SHOWN))),
            Column(title=translate("hub", "原因"), text=lambda one: reason_words(one.reason), stretch=True),
            Column(title=translate("hub", "收到时间"), text=lambda one: moment(one.received_at), width=132),
            Column(title=translate("hub", "核验时间"), text=lambda one: moment(one.checked_at), width=132, spare=True),
        ],
        name=name,
        empty=empty,
    )  # fmt: skip


def _kinds() -> tuple[str, str]:
    return translate("hub", "日结"), translate("hub", "导入")


def _kind(one: SentPacket) -> str:
    return _kinds()[one.kind != "day"]


def _verdict(one: SentPacket) -> str:
    if one.verdict is Verdict.ACCEPTED and not one.counts:
        return label(Verdict.SUPERSEDED)  # it counted once; a higher revision took its place
    return label(one.verdict)


def rules(today: Callable[[], date], *, office: bool) -> ListView:
    """Return a list of locks and exceptions; the ``office`` sees whose they are."""
    every = fitting("", 100, [translate("hub", "全部窗口")])
    whose = [Column(title=translate("hub", "窗口"), text=_whose, width=every)] if office else []
    return ListView(
        [
            Column(title=translate("hub", "事项"), text=lambda one: label(one.kind), width=_act_width()),
            *whose,
            Column(title=translate("hub", "业务日"), text=lambda one: days(one.first, one.last), width=188),
            Column(title=translate("hub", "开放至"), text=_open_until, width=100),
            Column(
                title=translate("hub", "状态"), text=lambda one: state_of_rule(one, today()), width=200,
                tone=lambda one: "muted" if one.state(today()) is not RuleState.IN_FORCE else None,
            ),
            Column(title=translate("hub", "经办人"), text=lambda one: one.by, width=88),
            Column(title=translate("hub", "时间"), text=lambda one: moment(one.at), width=132),
            Column(title=translate("hub", "原因"), text=lambda one: one.reason, stretch=True),
        ],
        name=translate("hub", "锁定与例外"),
        empty=translate("hub", "没有锁定的期间，也没有例外。"),
        sortable=False,
    )  # fmt: skip


def _act_width() -> int:
    return fitting("", 80, map(label, ActKind))


def in_force_first(found: Iterable[OfficeRule], today: date) -> list[OfficeRule]:
    """Return what binds now first, the newest first in each part."""
    return sorted(found, key=lambda one: one.state(today) is not RuleState.IN_FORCE)


def _whose(one: OfficeRule) -> str:
    return one.window or translate("hub", "全部窗口")


def _open_until(one: OfficeRule) -> str:
    return "" if one.open_until is None else one.open_until.isoformat()


def acts() -> ListView:
    """Return the list of what the office did."""
    return ListView(
        [
            Column(title=translate("hub", "时间"), text=lambda one: moment(one.at), width=132),
            Column(title=translate("hub", "经办人"), text=lambda one: one.by, width=88),
            Column(title=translate("hub", "事项"), text=_act, width=_act_width()),
            Column(title=translate("hub", "窗口"), text=lambda one: one.window, width=100),
            Column(title=translate("hub", "业务日"), text=_act_days, width=196),
            Column(title=translate("hub", "原因"), text=_act_reason, stretch=True),
        ],
        name=translate("hub", "经办记录"),
        empty=translate("hub", "还没有经办记录。"),
    )


def _act(one: ToldAct) -> str:
    return one.code if one.kind is None else label(one.kind)


def _act_days(one: ToldAct) -> str:
    return days(one.first, one.last)


def _act_reason(one: ToldAct) -> str:
    if one.unit:
        return one.unit
    if one.open_until is not None:
        return translate("hub", "开放至 {0}。{1}").format(one.open_until.isoformat(), one.reason)
    return one.reason
