"""Which register has these published figures? One row an application, an enquiry, a dispute, a count; all invented.

``suqian_rows`` realises ``golden/suqian-2023.json``, ``first_year_rows`` realises ``golden/first-year.json``: rows of
the import format (contract, section 3) as dicts of texts, the same for the same seed.
"""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).parent / "data" / "golden"
Rows = dict[str, list[dict[str, str]]]

KINDS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "social_welfare_organisation",
    "legal_service_organisation",
    "other_organisation",
)
_FRAME = ("received", "carried_in", "outcome_total", "carried_out")
_CHANNELS = ("in_person", "oral", "post", "online", "email", "fax", "other")
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_TOPICS = ("土地规划", "工商登记", "教育收费", "社保管理", "征地拆迁", "财政预算")
_SUBJECTS = ("征地批复文件", "年度预算明细", "企业登记档案", "收费依据", "规划许可材料", "会议纪要")


def golden(name: str) -> dict[str, Any]:
    """Return a golden file's content."""
    content: dict[str, Any] = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    return content


def suqian_rows(seed: int = 2023) -> Rows:
    """Return ``applications``, ``disputes`` and ``counters`` that come to the figures of golden/suqian-2023.json.

    Among the applications are some of 2022 closed in 2022, and some open at the end of 2023 that are closed in 2024:
    they must change nothing in the year.
    """
    picked = random.Random(seed)
    figures = golden("suqian-2023")
    return {
        "applications": _applications(figures, picked),
        "disputes": _disputes(figures["table4"], picked),
        "counters": _table2(figures["table2"], picked),
    }


def _applications(figures: dict[str, Any], picked: random.Random) -> list[dict[str, str]]:
    cells = {row["code"]: row["cells"] for row in figures["table3"]["rows"]}
    rows = []
    for kind in KINDS:
        outcomes = [code for code, row in cells.items() if code not in _FRAME for _ in range(row[kind])]
        picked.shuffle(outcomes)
        received = [_day(picked, date(2022, 11, 1), date(2022, 12, 31)) for _ in range(cells["carried_in"][kind])]
        received += [_day(picked, date(2023, 1, 1), date(2023, 12, 31)) for _ in range(cells["received"][kind])]
        received[cells["carried_in"][kind] :] = sorted(received[cells["carried_in"][kind] :])
        for index, day in enumerate(received):
            closed = None
            outcome = ""
            if index < len(outcomes):
                outcome = outcomes[index]
                opened = max(day, date(2023, 1, 1))
                closed = _day(picked, opened, min(opened + timedelta(days=40), date(2023, 12, 31)))
            elif picked.random() < 0.5:
                outcome, closed = "granted", _day(picked, date(2024, 1, 2), date(2024, 2, 1))
            rows.append(_application(picked, kind, day, outcome, closed))
        for _ in range(5):
            day = _day(picked, date(2022, 3, 1), date(2022, 8, 1))
            rows.append(_application(picked, kind, day, "granted", day + timedelta(days=picked.randrange(1, 30))))
    _put_fees(rows, figures["fees"]["parts"])
    picked.shuffle(rows)
    for number, row in enumerate(rows, start=1):
        row["number"] = f"宿开〔2023〕{number}号"
    return rows


def _put_fees(rows: list[dict[str, str]], parts: list[dict[str, int]]) -> None:
    """Give each part of the fees to one unit; the units' names stand in the order of the parts."""
    paying = (row for row in rows if row["closed_on"].startswith("2023"))
    for part, letter in zip(parts, "ABCDE", strict=True):
        share, rest = divmod(part["yuan"], part["cases"])
        for case in range(part["cases"]):
            row = next(paying)
            row["fee_yuan"] = f"{share + (rest if case == 0 else 0)}.00"
            row["unit"] = f"收费{letter}局"


def _application(picked: random.Random, kind: str, received: date, outcome: str, closed: date | None) -> dict[str, str]:
    name = picked.choice(_SURNAMES) + "某" if kind == "natural_person" else f"示例{picked.randrange(1000)}单位"
    return {
        "unit": f"示例{picked.randrange(6)}局",
        "received_on": received.isoformat(),
        "channel": picked.choice(_CHANNELS),
        "applicant_kind": kind,
        "applicant_name": name,
        "topic": picked.choice(_TOPICS),
        "subject": f"{picked.choice(_SUBJECTS)}{picked.randrange(10000)}",
        "outcome": outcome,
        "closed_on": "" if closed is None else closed.isoformat(),
        "fee_yuan": "",
    }


def _disputes(table4: dict[str, dict[str, int]], picked: random.Random) -> list[dict[str, str]]:
    rows = []
    for kind, results in table4.items():
        for result in ("upheld", "corrected", "other", "pending"):
            for index in range(results[result]):
                filed = _day(picked, date(2022, 10, 1), date(2023, 12, 1))
                decided: date | None = max(filed, _day(picked, date(2023, 1, 1), date(2023, 12, 31)))
                shown = result
                if result == "pending":
                    decided = date(2024, 3, 1) if index % 2 else None
                    shown = "other" if decided else ""
                rows.append(
                    {
                        "kind": kind,
                        "application_number": "",
                        "filed_on": filed.isoformat(),
                        "decided_on": "" if decided is None else decided.isoformat(),
                        "result": shown,
                        "topic": picked.choice(_TOPICS),
                    }
                )
    # Filed and decided before the year: in no cell of it.
    rows.append(
        {
            "kind": "reconsideration",
            "application_number": "",
            "filed_on": "2022-02-01",
            "decided_on": "2022-04-01",
            "result": "upheld",
            "topic": "",
        }
    )
    picked.shuffle(rows)
    return rows


def _table2(table2: dict[str, Any], picked: random.Random) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for name in ("rules", "normative_documents"):
        for flow in ("issued", "repealed"):
            rows += _spread(picked, f"{name}.{flow}", table2[name][flow], 2023, parts=3)
        level = table2[name]["in_force"]
        rows += [_count(date(2022, 12, 31), f"{name}.in_force", level + 7)]
        rows += [_count(date(2023, 6, 30), f"{name}.in_force", level - 1)]
        rows += [_count(date(2023, 12, 31), f"{name}.in_force", level)]
        rows += [_count(date(2024, 1, 31), f"{name}.in_force", level + 3)]
    for name in ("licences", "penalties", "compulsory_measures"):
        rows += _spread(picked, f"{name}.decisions", table2[name], 2023, parts=12)
    charges = round(float(table2["administrative_charges_wan_yuan"]) * 10000)
    first = picked.randrange(charges)
    for day, part in ((date(2023, 5, 4), first), (date(2023, 11, 6), charges - first)):
        rows.append(
            {"on": day.isoformat(), "counter": "charges.wan_yuan", "count": f"{part // 10000}.{part % 10000:04d}"}
        )
    rows += [_count(date(2022, 12, 30), "licences.decisions", 999)]
    return rows


def first_year_rows(seed: int = 2008, *, enquiries: int = 110_000, year: int = 2008) -> Rows:
    """Return ``enquiries``, ``applications``, ``disputes`` and ``counters`` of golden/first-year.json."""
    picked = random.Random(seed)
    figures = golden("first-year")
    applications = figures["applications"]
    rows = []
    for index in range(applications["received"]):
        day = _day(picked, date(year, 1, 2), date(year, 12, 10))
        row = _application(picked, picked.choice(KINDS), day, "granted", None)
        regulator = index < applications["of_which_market_regulator"]
        row["unit"] = "市工商局" if regulator else f"示例{picked.randrange(20)}局"
        row["topic"] = "工商登记" if regulator else picked.choice(_TOPICS)
        row["outcome"] = picked.choice(("granted", "granted", "granted_in_part", "unavailable_not_held"))
        row["closed_on"] = (day + timedelta(days=picked.randrange(20))).isoformat()
        row["number"] = f"{year}-{index + 1}"
        rows.append(row)
    reviews = figures["reviews"]
    return {
        "enquiries": list(_enquiries(picked, enquiries, figures["windows"], year)),
        "applications": rows,
        "disputes": [
            *(_dispute("litigation_direct", year, "upheld", topic) for topic in ("司法", "工商管理")),
            *(_dispute("reconsideration", year, "other", "国有资产管理") for _ in range(reviews["reconsideration"])),
        ],
        "counters": _first_year_counts(figures, picked, year),
    }


def _first_year_counts(figures: dict[str, Any], picked: random.Random, year: int) -> list[dict[str, str]]:
    proactive, training = figures["proactive"], figures["training"]
    rows = []
    for category in proactive["portal_items"]["by_category"]:
        rows += _spread(picked, f"portal.{category['code']}", category["count"], year, parts=12)
    rows += _spread(picked, "press.conferences", proactive["press_conferences"], year, parts=6)
    rows += _spread(picked, "press.briefings", proactive["press_briefings"], year, parts=6)
    rows += _spread(picked, "media.items", proactive["media_items"], year, parts=12)
    rows += _spread(picked, "training.leaders", training["leaders_attending_more_than"], year, parts=1)
    rows += _spread(picked, "training.civil_servants", training["civil_servants_attending_more_than"], year, parts=6)
    rows += _spread(picked, "training.classes", training["civil_servant_classes"], year, parts=2)
    return rows


def _enquiries(picked: random.Random, count: int, windows: dict[str, int], year: int) -> Iterator[dict[str, str]]:
    extra = [0] * count
    for _ in range(windows["enquiries_and_complaints_person_times"] - count):
        extra[picked.randrange(count)] += 1
    kinds = ("consultation", "help", "complaint", "report", "suggestion", "praise", "other")
    channels = ("in_person", "phone", "online", "post", "fax", "hotline_12345", "assigned")
    handlings = ("answered", "material", "redirected", "referred", "hotline", "petition", "not_accepted")
    days = sorted(picked.randrange(366) for _ in range(count))
    for more, offset in zip(extra, days, strict=True):
        day = date(year, 1, 1) + timedelta(days=offset)
        yield {
            "occurred_at": f"{day.isoformat()} {picked.randrange(9, 17):02d}:{picked.randrange(60):02d}",
            "kind": picked.choice(kinds),
            "persons": str(1 + more),
            "matters": "1",
            "channel": picked.choice(channels),
            "topic": picked.choice(_TOPICS),
            "content": f"询问{picked.choice(_SUBJECTS)}",
            "handling": picked.choice(handlings),
            "closed_on": day.isoformat(),
            "rating": picked.choice(("", "", "5", "4", "3")),
        }


def _dispute(kind: str, year: int, result: str, topic: str) -> dict[str, str]:
    return {
        "kind": kind,
        "application_number": "",
        "filed_on": f"{year}-09-03",
        "decided_on": f"{year}-12-02",
        "result": result,
        "topic": topic,
    }


def _spread(picked: random.Random, counter: str, total: int, year: int, *, parts: int) -> list[dict[str, str]]:
    """Return entries over the year that add up to ``total``."""
    cuts = sorted(picked.randrange(total + 1) for _ in range(parts - 1))
    shares = [high - low for low, high in zip([0, *cuts], [*cuts, total], strict=True)]
    return [_count(_day(picked, date(year, 1, 1), date(year, 12, 31)), counter, share) for share in shares if share]


def _count(on: date, counter: str, count: int) -> dict[str, str]:
    return {"on": on.isoformat(), "counter": counter, "count": str(count)}


def _day(picked: random.Random, first: date, last: date) -> date:
    return first + timedelta(days=picked.randrange((last - first).days + 1))
