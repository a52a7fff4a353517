"""Frozen reports of the golden years without a store: lines that come to the published figures, compiled in a form."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from registers import golden

from hallclient.domain.figures.lines import Number, Values
from hallclient.domain.figures.report import Report
from hallclient.domain.figures.report_compile import Counted, compile_report
from hallclient.domain.figures.report_pieces import Source
from hallclient.reference import load_report_forms
from hallclient.storage.figures import lines

FORMS = load_report_forms()
AGENCY = "示例市人民政府"


def compiled(form: str, year: int, values: Values, **more: Any) -> Report:
    """Return a report over these lines."""
    pending = more.pop("pending_before", {})
    return compile_report(
        FORMS[form],
        Counted(values=values, pending_before=pending),
        lines=lines(),
        agency=AGENCY,
        year=year,
        first=more.pop("first", date(year, 1, 1)),
        last=more.pop("last", date(year, 12, 31)),
        source=more.pop("source", Source()),
        **more,
    )


def number(text: object) -> Number:
    value = Decimal(str(text))
    return int(value) if value == int(value) else value


def suqian_lines() -> Values:
    """Return the lines whose figures are those of golden/suqian-2023.json."""
    said = golden("suqian-2023")
    values: Values = {}
    for row in said["table3"]["rows"]:
        code = row["code"]
        for column, value in row["cells"].items():
            if code in ("received", "carried_in", "carried_out", "outcome_total"):
                name = {"outcome_total": "closed"}.get(code, code)
                line = f"applications.{name}" + ("" if column == "total" else f".kind.{column}")
            elif column == "total":
                line = f"applications.closed.outcome.{code}"
            else:
                line = f"applications.closed.outcome_kind.{code}.{column}"
            values[line] = value
    for block, results in said["table4"].items():
        for result in ("upheld", "corrected", "other"):
            values[f"disputes.decided.{block}.{result}"] = results[result]
        values[f"disputes.filed.{block}"] = results["total"]
    for code, value in leaves(said["table2"]):
        code = {"administrative_charges_wan_yuan": "charges.wan_yuan"}.get(code, code)
        code += ".decisions" if code in ("licences", "penalties", "compulsory_measures") else ""
        values[("levels." if code.endswith("in_force") else "counters.") + code] = number(value)
    values["fees.cases"], values["fees.yuan"] = said["fees"]["cases"], said["fees"]["total_yuan"]
    for name, part in zip("ABCDE", said["fees"]["parts"], strict=True):
        values[f"fees.cases.part.收费{name}局"], values[f"fees.yuan.part.收费{name}局"] = part["cases"], part["yuan"]
    return values


def leaves(tree: Mapping[str, Any], path: str = "") -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for name, inner in tree.items():
        found += leaves(inner, f"{path}{name}.") if isinstance(inner, Mapping) else [(path + name, inner)]
    return found


@cache
def suqian() -> Report:
    return compiled("national-2021", 2023, suqian_lines())


@cache
def first_year() -> Report:
    """Return the report over the figures of golden/first-year.json."""
    said = golden("first-year")
    values: Values = {
        f"counters.portal.{one['code']}": one["count"] for one in said["proactive"]["portal_items"]["by_category"]
    }
    values |= {
        "counters.press.conferences": said["proactive"]["press_conferences"],
        "counters.press.briefings": said["proactive"]["press_briefings"],
        "counters.media.items": said["proactive"]["media_items"],
        "enquiries.persons": said["windows"]["enquiries_and_complaints_person_times"],
        "applications.received": said["applications"]["received"],
        "applications.closed": said["applications"]["answered"],
        "applications.received.unit.市工商局": said["applications"]["of_which_market_regulator"],
        "disputes.filed.reconsideration": said["reviews"]["reconsideration"],
        "disputes.filed.litigation_direct": said["reviews"]["litigation"],
        "disputes.decided.litigation_direct.upheld": 2,
        "disputes.decided.reconsideration.other": 2,
        "counters.training.leaders": 200,
        "counters.training.civil_servants": 5000,
        "counters.training.classes": 6,
    }
    return compiled("first-year", 2008, values)


def national_cells(said: Mapping[str, Any]) -> dict[str, str]:
    """Return tables 二, 三, 四 and the fees of a report's json shape as texts by figure id."""
    cells = {
        f"table3.{row['code']}.{column}": value
        for row in said["table3"]["rows"]
        for column, value in row["cells"].items()
    }
    for table in ("table2", "table4"):
        cells |= {f"{table}.{id}": value for id, value in leaves(said[table])}
    return {id: str(value) for id, value in cells.items()}
