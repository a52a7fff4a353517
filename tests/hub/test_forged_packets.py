"""Which packets are believed? Only what the window's own key signed, in its place in the chain, and only once."""

import base64
import hashlib
import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from hallclient.domain.figures.delivery import SealedPacket, Verdict, envelope, opened
from hallclient.domain.figures.packet import GENESIS
from hallclient.hub import read, reporting, rulings
from hallclient.hub.database import HubForbids
from hallclient.hub.deliver import count, deliver
from tests.hub.conftest import Place
from tests.hub.windows import ReportingWindow

MONDAY = date(2026, 3, 2)
FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)


@pytest.fixture(params=["server", "file"])
def place(request: pytest.FixtureRequest) -> Place:
    """What a folder brings comes to a file or a server too."""
    found: Place = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def window(place: Place) -> ReportingWindow:
    made = ReportingWindow()
    place.enrol(made)
    return made


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def total(place: Place) -> dict[str, Any]:
    return dict(read.totals(place.hub, FIRST, UNTIL))


def resealed(window: ReportingWindow, packet: SealedPacket, text: str, **envelope_says: Any) -> SealedPacket:
    """Let the window itself sign another text: its own program is somebody else's now."""
    return window.sign(replace(packet, payload=text, sha256=hashlib.sha256(text.encode()).hexdigest(), **envelope_says))


def changed(window: ReportingWindow, packet: SealedPacket, says: dict[str, Any]) -> SealedPacket:
    text = json.dumps(json.loads(packet.payload) | says, sort_keys=True, separators=(",", ":"))
    return resealed(window, packet, text)


def test_an_envelope_cannot_put_a_true_packet_in_another_place(place: Place, window: ReportingWindow) -> None:
    """Whoever holds the stick could else make the chain go on from the wrong end, and cut off what lies between."""
    first, second, third = (window.close(day(number), {"enquiries.persons": 1}) for number in range(3))
    place.send(window, [first])
    [told] = place.send(window, [replace(third, previous_sha256=first.sha256)])
    assert (told.verdict, total(place)) == (Verdict.KEPT_ASIDE, {"enquiries.persons": 1})
    [told] = place.send(window, [replace(third, previous_sha256=GENESIS)])
    assert told.verdict is Verdict.KEPT_ASIDE
    assert read.head(place.hub, window.name) == first.sha256

    told_now = place.send(window, [second, third])
    assert {one.verdict for one in told_now} <= {Verdict.ACCEPTED, Verdict.HELD_ALREADY}
    assert total(place) == {"enquiries.persons": 3}


def test_a_packet_signed_by_one_window_speaks_for_no_other(place: Place, window: ReportingWindow) -> None:
    other = ReportingWindow("SL01-W02", "市教育局")
    place.enrol(other)
    own = window.close(MONDAY, {"enquiries.persons": 80})
    for forged in (replace(own, window=other.name), window.sign(replace(own, window=other.name))):
        deliver(place.hub, [forged])

    assert total(place) == {}
    assert {(kept.packet.window, kept.reason) for kept in read.kept_aside(place.hub)} == {
        (other.name, "内容校验或者签名不符")
    }
    place.send(window, [own])
    assert total(place) == {"enquiries.persons": 80}


def test_another_spelling_of_a_true_signature_counts_nothing_twice(place: Place, window: ReportingWindow) -> None:
    true = window.close(MONDAY, {"enquiries.persons": 80})
    place.send(window, [true])
    text = true.signature
    raw = base64.b64decode(text)
    order = 2**252 + 27742317777372353535851937790883648493
    shifted = raw[:32] + ((int.from_bytes(raw[32:], "little") + order) % 2**256).to_bytes(32, "little")
    spellings = [
        text[:-3] + chr(ord(text[-3]) + 1) + "==",  # bits that no byte takes
        base64.b64encode(shifted).decode(),  # the same point, counted once around
        text.rstrip("="),
        text + "\n",
        " " + text,
        base64.urlsafe_b64encode(raw).decode().replace("-", "_"),
        base64.b64encode(raw[:63]).decode(),
        "",
    ]
    told = deliver(place.hub, [replace(true, signature=spelt) for spelt in spellings])

    assert {one.verdict for one in told} <= {Verdict.HELD_ALREADY, Verdict.KEPT_ASIDE}
    assert total(place) == {"enquiries.persons": 80}
    assert len(read.history(place.hub, window.name, MONDAY)) == 1 + len(set(spellings) - {text})


def test_a_year_of_old_packets_replayed_changes_nothing(place: Place, window: ReportingWindow) -> None:
    sent = [window.close(day(number), {"enquiries.persons": number}) for number in range(20)]
    sent.append(window.close(day(3), {"enquiries.persons": 1}, revision=2))
    place.send(window, sent)
    before, head = total(place), read.head(place.hub, window.name)
    for again in (sent, sent[::-1], sent[3:4], [*sent, *sent]):
        assert {one.verdict for one in deliver(place.hub, again)} <= {Verdict.HELD_ALREADY, Verdict.SUPERSEDED}

    assert (total(place), read.head(place.hub, window.name)) == (before, head)
    assert read.kept_aside(place.hub) == []


def test_a_lower_revision_with_a_true_signature_and_place_counts_nothing(place: Place, window: ReportingWindow) -> None:
    place.send(window, [window.close(MONDAY, {"enquiries.persons": 1}, revision=3)])
    [told] = place.send(window, [window.close(MONDAY, {"enquiries.persons": 99}, revision=2, z=1)])

    assert (told.verdict, told.revision_held, total(place)) == (Verdict.SUPERSEDED, 3, {"enquiries.persons": 1})


def test_of_two_successors_one_counts_and_the_other_is_shown(place: Place, window: ReportingWindow) -> None:
    first = window.close(MONDAY, {"enquiries.persons": 1})
    here = window.close(day(1), {"enquiries.persons": 10})
    window.head = first.sha256  # restored from a backup, or copied to another machine
    there = window.close(day(2), {"enquiries.persons": 100})
    place.send(window, [first, here, there])

    assert total(place) == {"enquiries.persons": 11}
    assert [("分叉" in kept.reason, kept.packet) for kept in read.kept_aside(place.hub)] == [(True, there)]


def test_days_before_enrolment_count_and_are_expected_of_nobody(place: Place, window: ReportingWindow) -> None:
    old = date(2019, 5, 15)
    assert place.send(window, [window.close(old, {"enquiries.persons": 5})])[0].revision_held == 1
    [row] = reporting.completeness(place.hub, old, old + timedelta(1), [old])
    assert (row.expected, row.extra) == (0, 1)


@pytest.mark.parametrize("ahead", [date(2028, 1, 1), date(2199, 12, 31)])
def test_a_day_years_ahead_is_kept_aside_and_the_next_day_goes_on(
    place: Place, window: ReportingWindow, ahead: date
) -> None:
    """The window's clock was wrong: it is shown, it counts in no year, and what comes after it is not lost."""
    place.send(window, [window.close(ahead, {"enquiries.persons": 1})])
    place.send(window, [window.seal_import(MONDAY, {ahead: {"enquiries.persons": 1}})])
    [told] = place.send(window, [window.close(MONDAY, {"enquiries.persons": 2})])

    assert told.verdict in (Verdict.ACCEPTED, Verdict.HELD_ALREADY)
    assert read.totals(place.hub, FIRST, date(2200, 1, 1)) == {"enquiries.persons": 2}
    assert ["时钟" in kept.reason for kept in read.kept_aside(place.hub)] == [True, True]


UNCOUNTABLE: dict[str, Any] = {
    "half a character": {"\ud800": 1},
    "nothing": {"a\0b": 1},
    "control": {"a\x1bb": 1},
    "right to left": {"a\u202eb": 1},
    "not a number": {"a": float("nan")},
    "endless": {"a": float("inf")},
    "broken": {"a": 1.5},
    "huge": {"a": 10**400},
    "large": {"a": 10**15},
    "large text": {"a": "9" * 20},
    "tiny": {"a": "1e-999999999"},
    "exponent": {"a": "1E5"},
    "full width": {"a": "１２"},
    "underscored": {"a": "1_000"},
    "spaced": {"a": " 1"},
    "nan": {"a": "NaN"},
    "truth": {"a": True},
    "null": {"a": None},
    "list": {"a": [1]},
    "no lines": [],
}


SAYS: tuple[dict[str, Any], ...] = (
    {"kind": "import"},
    {"business_date": "2026-03-03"},
    {"business_date": "２０２６-03-02"},
    {"z_number": 2},
    {"revision": 2},
    {"revision": 0},
    {"window": "W99"},
    {"window": "01"},
    {"days": {"2026-03-03": {"enquiries.persons": 1}}},
    {"days": {"0001-01-01": {"enquiries.persons": 1}}},
    {"days": 7},
    {"closed_at": "2026-03-02T17:30:00+08:00"},
    {"closed_at": "soon"},
    {"closed_at": None},
    *({"days": {MONDAY.isoformat(): lines}} for lines in UNCOUNTABLE.values()),
)


def test_a_text_that_contradicts_its_envelope_or_holds_no_figures_stops_nobody(place: Place) -> None:
    """Signed by the window's own key: its machine is in other hands. The office's counting must survive it."""
    unit, sent = "市民政局", []
    for number, says in enumerate(SAYS):
        window = ReportingWindow(f"SL01-W{number:02d}", unit)
        place.enrol(window)
        sent.append(changed(window, window.close(MONDAY, {"enquiries.persons": 80}), says))
    true = ReportingWindow("SL01-W98", unit)
    place.enrol(true)
    deliver(place.hub, [*sent, true.close(MONDAY, {"enquiries.persons": 1})])

    assert total(place) == {"enquiries.persons": 1}
    assert [kept.packet for kept in read.kept_aside(place.hub)] == sent
    assert len(reporting.completeness(place.hub, FIRST, UNTIL, [MONDAY])) == len(SAYS) + 1


def test_other_texts_of_the_same_meaning_are_other_packets(place: Place, window: ReportingWindow) -> None:
    """Spaces, another order, names twice: what was signed counts, once, and no second text of the same day does."""
    true = window.close(MONDAY, {"enquiries.persons": 80})
    place.send(window, [true])
    said = json.loads(true.payload)
    twice = true.payload.replace('"enquiries.persons":80', '"enquiries.persons":1,"enquiries.persons":99')
    texts = [
        json.dumps(said, indent=1),
        json.dumps(dict(reversed(list(said.items()))), separators=(",", ":"), ensure_ascii=False),
        twice,
        true.payload + " ",
    ]
    told = place.send(window, [resealed(window, true, text) for text in texts])

    assert {one.verdict for one in told} == {Verdict.KEPT_ASIDE}
    assert total(place) == {"enquiries.persons": 80}


def test_names_that_look_alike_stay_apart(place: Place) -> None:
    """Composed and decomposed, upper and lower case: nobody's figures are added to another's."""
    composed, decomposed = "Café", "Cafe\u0301"
    one, two = ReportingWindow("SL01-W01", composed), ReportingWindow("SL01-W02", decomposed)
    place.enrol(one, two)
    place.send(one, [one.close(MONDAY, {f"x.{composed}": 1, f"X.{composed}": 2})])
    place.send(two, [two.close(MONDAY, {f"x.{decomposed}": 4})])

    assert read.by_unit(place.hub, FIRST, UNTIL) == {
        composed: {f"x.{composed}": 1, f"X.{composed}": 2},
        decomposed: {f"x.{decomposed}": 4},
    }


def test_a_packet_survives_its_envelope(window: ReportingWindow) -> None:
    packet = window.close(MONDAY, {"enquiries.persons": 80})
    assert opened(envelope(packet)) == packet


def test_the_receipt_tells_no_window_of_anothers_day(server: Place) -> None:
    """Who sends in another's name is told nothing of what is held there."""
    one, two = ReportingWindow(), ReportingWindow("SL01-W02", "市教育局")
    server.enrol(one, two)
    server.send(one, [one.close(MONDAY, {"enquiries.persons": 80})])
    with pytest.raises(HubForbids):
        deliver(server.as_window(two), one.sent)
    rulings.lock_period(server.hub, FIRST, MONDAY, by="周主任", reason="年终")

    assert count(server.hub) == 0
    assert datetime.min < read.history(server.hub, one.name, MONDAY)[0].received_at
