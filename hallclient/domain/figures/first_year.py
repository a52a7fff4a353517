"""What do the figures of the first year's report say? The six-part form of 2008 (domain 9, contract 4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hallclient.domain.figures.day_sheet import Difference
from hallclient.domain.figures.identities import Result
from hallclient.domain.figures.lines import Number, Values
from hallclient.domain.figures.packet import plain
from hallclient.domain.figures.shares import RULE, largest_remainder
from hallclient.domain.register.counter import Counter
from hallclient.domain.register.kinds import DisputeKind, DisputeResult

PORTAL = tuple(member for member in Counter if member.value.startswith("portal."))
TRAINING = tuple(member for member in Counter if member.value.startswith("training."))


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalCategory:
    """One of the seven portal categories: its items and their share, which add up to 100 per cent."""

    code: str
    label: str
    count: Number
    share_percent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstYearReport:
    """The figures of parts 二 to 五 and of the training in part 一.

    ``received`` … of applications in 件, ``person_times`` in 人次, ``fees`` in yuan; ``by_result`` of the disputes
    decided in the year and those pending at its end. ``open_days`` are not counted yet; ``differences`` must be empty.
    """

    agency: str
    year: int
    portal: tuple[PortalCategory, ...]
    press_conferences: Number
    press_briefings: Number
    media_items: Number
    person_times: Number
    received: Number
    answered: Number
    carried_out: Number
    by_unit: Mapping[str, Number]
    by_topic: Mapping[str, Number]
    fees: Number
    reconsideration: Number
    litigation: Number
    by_result: Mapping[str, Number]
    dispute_topics: Mapping[str, Number]
    training: Mapping[str, Number]
    identities: tuple[Result, ...]
    open_days: tuple[date, ...]
    differences: tuple[Difference, ...]
    live: bool = False

    @property
    def portal_total(self) -> Number:
        return sum(category.count for category in self.portal)

    def as_json(self) -> dict[str, Any]:
        """Return the answer of ``annual --form first-year --output X.json`` (contract, section 4)."""
        return {
            "agency": self.agency,
            "year": self.year,
            "form": "first-year",
            "proactive": {
                "portal_items": {
                    "total": plain(self.portal_total),
                    "by_category": [
                        {
                            "code": one.code,
                            "label": one.label,
                            "count": plain(one.count),
                            "share_percent": one.share_percent,
                        }
                        for one in self.portal
                    ],
                    "share_rule": RULE,
                },
                "press_conferences": plain(self.press_conferences),
                "press_briefings": plain(self.press_briefings),
                "media_items": plain(self.media_items),
            },
            "windows": {"enquiries_and_complaints_person_times": plain(self.person_times)},
            "applications": {
                "received": plain(self.received),
                "answered": plain(self.answered),
                "carried_out": plain(self.carried_out),
                "by_unit": _plain(self.by_unit),
                "by_topic": _plain(self.by_topic),
            },
            "fees_yuan": plain(self.fees),
            "reviews": {
                "total": plain(self.reconsideration + self.litigation),
                "litigation": plain(self.litigation),
                "reconsideration": plain(self.reconsideration),
                "by_result": _plain(self.by_result),
                "by_topic": _plain(self.dispute_topics),
            },
            "training": _plain(self.training),
            "identities": [
                {"id": result.id, "holds": result.holds, "cells": list(result.cells)} for result in self.identities
            ],
            "open_days": [day.isoformat() for day in self.open_days],
            "live": self.live,
        }


def compile_report(
    values: Values,
    *,
    agency: str,
    year: int,
    pending_before: Mapping[str, Number],
    identities: tuple[Result, ...],
    open_days: tuple[date, ...] = (),
    differences: tuple[Difference, ...] = (),
    live: bool = False,
) -> FirstYearReport:
    """Put a year's figures into the first year's form. ``pending_before`` as in ``annual.compile_report``."""
    counts = [_count(values, member) for member in PORTAL]
    shares = largest_remainder(counts)
    filed = {kind: values.get(f"disputes.filed.{kind.value}", 0) for kind in DisputeKind}
    by_result: Values = {
        result.value: sum(values.get(f"disputes.decided.{kind.value}.{result.value}", 0) for kind in DisputeKind)
        for result in DisputeResult
    }
    by_result["pending"] = sum(pending_before.values()) + sum(filed.values()) - sum(by_result.values())
    reconsideration = filed.pop(DisputeKind.RECONSIDERATION)
    return FirstYearReport(
        agency=agency,
        year=year,
        portal=tuple(
            PortalCategory(code=member.value.partition(".")[2], label=member.label, count=count, share_percent=share)
            for member, count, share in zip(PORTAL, counts, shares, strict=True)
        ),
        press_conferences=_count(values, Counter.PRESS_CONFERENCES),
        press_briefings=_count(values, Counter.PRESS_BRIEFINGS),
        media_items=_count(values, Counter.MEDIA_ITEMS),
        person_times=values.get("enquiries.persons", 0),
        received=values.get("applications.received", 0),
        answered=values.get("applications.closed", 0),
        carried_out=values.get("applications.carried_out", 0),
        by_unit=_named(values, "applications.received.unit."),
        by_topic=_named(values, "applications.received.topic."),
        fees=values.get("fees.yuan", 0),
        reconsideration=reconsideration,
        litigation=sum(filed.values()),
        by_result=by_result,
        dispute_topics=_named(values, "disputes.filed.topic."),
        training={member.value.partition(".")[2]: _count(values, member) for member in TRAINING},
        identities=identities,
        open_days=open_days,
        differences=differences,
        live=live,
    )


def _count(values: Values, counter: Counter) -> Number:
    return values.get(f"counters.{counter.value}", 0)


def _named(values: Values, prefix: str) -> dict[str, Number]:
    """Return the figures of an open dimension, the largest first."""
    found = {code.removeprefix(prefix): value for code, value in values.items() if code.startswith(prefix)}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _plain(values: Mapping[str, Number]) -> dict[str, int | str]:
    return {name: plain(value) for name, value in values.items()}
