"""Golden letters on either side of the two changes of law; ``python -m tests.documents.letters`` writes them."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from hallclient.documents.kinds import DocumentKind, load_kinds
from hallclient.documents.render import render
from hallclient.documents.samples import sample_facts

FOLDER = Path(__file__).resolve().parent.parent / "data" / "letters"

# The 条例 by the day of receipt (国务院令第711号, in force 2019-05-15).
RECEIVED = (date(2019, 5, 14), date(2019, 5, 15))
BY_RECEIPT = (
    "P01", "P02", "P03", "P05", "P06", "P08", "P09", "A01", "A02", "A03", "A04-1", "A04-2", "A04-3", "A04-4", "A06",
    "A07", "A17",
)  # fmt: skip
# 复议前置 by the day of the document (行政复议法, in force 2024-01-01).
ISSUED = (date(2023, 12, 31), date(2024, 1, 1))
BY_ISSUE = ("A03", *(f"A04-{n}" for n in range(1, 8)), "A05-first", "A18")
# The same on both days, and signed off all the same: either way is open.
UNCHANGED = ("A01", "A05", "A06")
# Periods of the 2007 text (第二十四条: 15 working days, and none for the third party's answer).
OLD = {"answer_days": 15, "extension_days": 15, "consultation_days": None, "guidance": "项目名称"}

CASES = {f"{code}-received-{day}": (code, day, day) for code in BY_RECEIPT for day in RECEIVED} | {
    f"{code}-issued-{day}": (code, date(2023, 12, 20), day) for code in (*BY_ISSUE, *UNCHANGED) for day in ISSUED
}


def letter(code: str, received: date, issued: date) -> tuple[DocumentKind, dict[str, object]]:
    """Return a kind and the facts of one of its letters; ``A05-first`` is A05 where the agency chose 复议前置."""
    kind = load_kinds()[code.removesuffix("-first")]
    facts = {**sample_facts(kind), "received_on": received, "submitted_on": received, "issued_on": issued}
    facts |= {"remedy_way": "first"} if code.endswith("-first") else {}
    if received < RECEIVED[1]:
        facts |= {name: value for name, value in OLD.items() if name in kind.facts}
    # A sample's due date speaks of another year.
    facts |= {"due_on": None} if kind.code == "P01" else {}
    return kind, {name: value for name, value in facts.items() if value is not None}


def text_of(code: str, received: date, issued: date) -> str:
    """Return a letter's text as its PDF says it: a line for each line, blanks between characters left out."""
    kind, facts = letter(code, received, issued)
    pages = PdfReader(BytesIO(render(kind, facts))).pages
    lines = [re.sub(r"\s", "", line) for page in pages for line in page.extract_text().splitlines()]
    return "\n".join(line for line in lines if line) + "\n"


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.txt"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, case in CASES.items():
        path_of(name).write_text(text_of(*case), "utf-8")
