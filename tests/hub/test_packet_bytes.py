"""Issue 4, item 1: what a packet holds, and that its bytes are the same by network, by file and by folder."""

import base64
import hashlib
import json
from datetime import date
from decimal import Decimal
from io import BytesIO

from closing_hall import CLERK, SUPERVISOR
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pypdf import PdfReader
from sending_hall import closed

from hallclient.domain.figures import packet as packets
from hallclient.domain.figures.delivery import SealedPacket, envelope, opened
from hallclient.domain.register.counter import Counter, CounterDraft
from hallclient.hub import folder, read
from tests.hub.conftest import Place
from tests.hub.reporting_desks import NewWindow, Window

MONDAY = date(2026, 3, 2)


def lived(window: Window) -> None:
    """Two closed days, one corrected, one with nothing to tell; due and overdue files, a fee, a count of 0."""
    hall = window.hall
    hall.application("2026-01-05", due_on="2026-02-02")
    hall.application("2026-01-05", due_on="2026-03-05")
    hall.application("2026-01-05", "2026-03-02", fee_yuan="380.50")
    closed(hall, "2026-01-05")
    hall.at("2026-03-02 10:00:00")
    hall.counters.enter(CounterDraft(on=MONDAY, counter=Counter.MEDIA_ITEMS, count=Decimal(0)), by=CLERK)
    closed(hall, "2026-03-02", each=3)
    hall.closing.adjust(MONDAY, "enquiries.persons", 2, "漏记", by=SUPERVISOR)
    closed(hall, "2026-03-03", each=0)


def sealed(window: Window) -> list[SealedPacket]:
    return [window.sync.sealed(row.id, by=CLERK) for row in window.rows()]


def digests(sent: list[SealedPacket]) -> list[str]:
    return [hashlib.sha256(envelope(one)).hexdigest() for one in sent]


def test_the_same_bytes_lie_at_the_hub_in_the_folder_and_in_the_window(place: Place, new_window: NewWindow) -> None:
    window = new_window()
    lived(window)
    ours = sealed(window)
    window.send()
    at_hub = [
        kept.packet
        for day in sorted({one.business_date for one in ours})
        for kept in read.history(place.hub, window.name, day)
    ]
    files = folder.drop(place.stick / "again", ours)

    assert sorted(digests(at_hub)) == sorted(digests(ours))
    assert [hashlib.sha256(path.read_bytes()).hexdigest() for path in files] == digests(ours)
    if place.way == "folder":
        carried = sorted((place.stick / window.name).glob(f"*{folder.ENDING}"))
        assert sorted(hashlib.sha256(path.read_bytes()).hexdigest() for path in carried) == sorted(digests(ours))


def test_a_packet_is_canonical_json_and_holds_what_the_office_is_promised(new_window: NewWindow) -> None:
    window = new_window()
    lived(window)
    first, monday, corrected, zero = sealed(window)
    for one in (first, monday, corrected, zero):
        content = json.loads(envelope(one))
        assert envelope(one) == json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        assert opened(envelope(one)) == one
        inner = json.loads(one.payload)
        assert one.payload == json.dumps(inner, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert packets.canonical(packets.read(one.payload)) == one.payload
        assert hashlib.sha256(one.payload.encode()).hexdigest() == one.sha256
        assert inner["previous_sha256"] == one.previous_sha256
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(window.sync.public_key(by=CLERK)))
        key.verify(base64.b64decode(one.signature), one.signed_text)
    assert [one.previous_sha256 for one in (first, monday, corrected, zero)] == [
        "0" * 64,
        first.sha256,
        monday.sha256,
        corrected.sha256,
    ]

    said = json.loads(monday.payload)
    lines = said["days"]["2026-03-02"]
    assert (lines["enquiries.records"], lines["applications.closed"], lines["fees.yuan"]) == (3, 1, "380.50")
    assert (lines["applications.standing.overdue"], lines["applications.standing.due_soon"]) == (1, 1)
    assert lines["counters.media.items"] == 0, "entered as 0 is not silence"
    assert lines["enquiries.standing.overdue"] == 0, "that nothing is overdue is an answer"
    answers = ("counters.", "enquiries.standing.overdue")
    assert {value for code, value in lines.items() if not code.startswith(answers)} & {0, "0"} == set(), "sparse"
    assert said["members"]["enquiries"] == ["SQ01-W01-Z2026-00003/00005"], "first and last number of the day"
    assert ["SQ01-W01-Z", 2026, 1, 5, 5, 0, 0] in said["series"], "first and last of the series, used, void, skipped"
    assert (said["z_number"], said["revision"], said["window"], said["kind"]) == (2, 1, "W01", "day")
    newer = json.loads(corrected.payload)
    assert (newer["z_number"], newer["revision"]) == (2, 2)
    assert newer["days"]["2026-03-02"]["enquiries.persons"] == lines["enquiries.persons"] + 2
    assert [note[:3] for note in newer["adjustments"]] == [["enquiries.persons", 2, "漏记"]]
    assert "enquiries.records" not in json.loads(zero.payload)["days"]["2026-03-03"]


def test_the_readable_packet_tells_all_of_it_and_a_zero_report_says_so(new_window: NewWindow) -> None:
    window = new_window()
    lived(window)
    texts = []
    for row in window.rows():
        pdf = PdfReader(BytesIO(window.sync.packet_pdf(row.id, by=CLERK)))
        texts.append("".join("".join(page.extract_text().split()) for page in pdf.pages))
    ours = sealed(window)

    for text, one in zip(texts, ours, strict=True):
        for fact in (one.window, one.business_date.isoformat(), one.sha256, one.previous_sha256, one.signature):
            assert fact in text
    for fact in ("已逾期", "380.50", "SQ01-W01-Z2026-00003", "SQ01-W01-Z2026-00005", "第1版"):
        assert fact in texts[1]
    for fact in ("第2版", "日结后的调整", "+2", "漏记", "zhao"):
        assert fact in texts[2]
    empty = new_window("W02")
    closed(empty.hall, "2026-03-02", each=0)
    pdf = PdfReader(BytesIO(empty.sync.packet_pdf(1, by=CLERK)))
    assert "零报告" in pdf.pages[0].extract_text()
