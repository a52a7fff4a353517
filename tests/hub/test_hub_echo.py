"""Issue 4, item 5: two columns and their difference, for every day, month and year."""

from datetime import date
from decimal import Decimal

import pytest
from closing_hall import CLERK, SUPERVISOR, import_rows
from sending_hall import closed

from hallclient.domain.figures.echo import Echo, Span
from hallclient.domain.register.counter import Counter, CounterDraft
from hallclient.storage.backup import snapshot
from tests.hub.conftest import Place
from tests.hub.reporting_desks import NewWindow, Window

FIRST, UNTIL = date(2025, 1, 1), date(2027, 1, 1)


def echo(window: Window, span: Span = Span.DAY) -> Echo:
    window.refresh_echo()
    return window.sync.echo(FIRST, UNTIL, span=span)


def test_days_months_and_years_stand_beside_each_other(new_window: NewWindow) -> None:
    """The hub is behind: a day of April has not gone out, and neither has a correction of December's."""
    window = new_window()
    window.hall.application("2025-12-31", fee_yuan="3.50")
    closed(window.hall, "2025-12-31", "2026-03-31")
    window.send()
    assert all(echo(window, span).agrees for span in Span)
    closed(window.hall, "2026-04-01", each=5)
    window.hall.closing.adjust(date(2025, 12, 31), "fees.yuan", Decimal("0.25"), "漏记", by=SUPERVISOR)

    days = {row.first: row for row in echo(window).rows}
    assert [day for day, row in days.items() if not row.agrees] == [date(2025, 12, 31), date(2026, 4, 1)]
    december, april = days[date(2025, 12, 31)], days[date(2026, 4, 1)]
    assert (december.our_revision, december.their_revision) == (2, 1)
    assert december.difference == {"fees.yuan": Decimal("0.25")}
    assert (april.our_revision, april.their_revision, april.difference["enquiries.records"]) == (1, 0, 5)
    months = {row.first: row for row in echo(window, Span.MONTH).rows}
    assert {first: (row.closed, row.reported, row.agrees) for first, row in months.items()} == {
        date(2025, 12, 1): (1, 1, False),
        date(2026, 3, 1): (1, 1, True),
        date(2026, 4, 1): (1, 0, False),
    }
    years = {row.first: row for row in echo(window, Span.YEAR).rows}
    assert years[date(2026, 1, 1)].difference["enquiries.records"] == 5
    assert years[date(2025, 1, 1)].difference == {"fees.yuan": Decimal("0.25")}
    window.send()
    assert all(echo(window, span).agrees for span in Span)


def test_a_day_compares_what_stands_there_too_and_a_year_only_what_adds_up_and_the_last_word_on_a_level(
    new_window: NewWindow,
) -> None:
    """Files that stand open are a fact of their day: added up over a month they are nothing."""
    window = new_window()
    window.hall.application("2026-03-02", due_on="2026-03-03")
    for day, count in (("2026-03-02", 12), ("2026-03-04", 13)):
        draft = CounterDraft(on=date.fromisoformat(day), counter=Counter.RULES_IN_FORCE, count=Decimal(count))
        window.at(f"{day} 10:00:00").hall.counters.enter(draft, by=CLERK)
        closed(window.hall, day)
    window.send()

    last = echo(window).rows[-1]
    assert last.agrees
    assert (last.ours["applications.carried_out"], last.theirs["applications.standing.overdue"]) == (1, 1)
    assert last.ours["levels.rules.in_force"] == last.theirs["levels.rules.in_force"] == 13
    [year] = echo(window, Span.YEAR).rows
    assert year.ours["levels.rules.in_force"] == year.theirs["levels.rules.in_force"] == 13
    assert "applications.carried_out" not in year.ours
    draft = CounterDraft(on=date(2026, 3, 4), counter=Counter.RULES_IN_FORCE, count=Decimal(15))
    window.hall.counters.enter(draft, late_reason="更正", by=SUPERVISOR)
    [year] = echo(window, Span.YEAR).rows
    assert year.difference == {"levels.rules.in_force": 2}


def test_a_restored_window_sees_days_it_does_not_know_and_days_it_has_otherwise(
    place: Place, new_window: NewWindow
) -> None:
    """The hub is ahead: days unknown here, a newer revision there, and one revision with two contents."""
    window = new_window()
    closed(window.hall, "2026-03-02")
    window.send()
    (window.folder.parent / "again").mkdir()
    snapshot(window.hall.database, window.folder.parent / "again" / "hall.db")
    closed(window.hall, "2026-03-03", "2026-03-04")
    window.hall.closing.adjust(date(2026, 3, 2), "enquiries.visits", 1, "漏记", by=SUPERVISOR)
    window.send()
    url = window.sync.access.url()
    restored = new_window(folder="again", enrol=False)
    if url:
        restored.sync.access.remember(url, window.sync.access.password(url))
    rows = {row.first: row for row in echo(restored).rows}

    assert [(row.our_revision, row.their_revision, row.agrees) for row in rows.values()] == [
        (1, 2, False),
        (0, 1, False),
        (0, 1, False),
    ]
    assert rows[date(2026, 3, 2)].difference == {"enquiries.visits": -1}
    assert rows[date(2026, 3, 3)].difference["enquiries.records"] == -2
    restored.hall.run("DELETE FROM hub_echo")  # it has not asked the hub, and closes the day once more
    for _ in range(2):
        restored.hall.enquiry("2026-03-03")
    restored.at("2026-03-03 18:20:00").hall.close("2026-03-03")
    row = next(row for row in echo(restored).rows if row.first == date(2026, 3, 3))
    assert (row.our_revision, row.their_revision, row.difference) == (1, 1, {})
    assert not row.same_packet, "the figures are alike, and still it is another day"
    assert not row.agrees
    assert not echo(restored, Span.YEAR).agrees


@pytest.mark.parametrize("span", list(Span))
def test_an_import_and_its_correction_stand_in_both_columns(new_window: NewWindow, span: Span) -> None:
    window = new_window()
    import_rows(
        window.hall,
        {"counters": [{"on": "2025-05-04", "counter": "media.items", "count": "7", "evidence": ""}]},
    )
    closed(window.hall, "2026-03-02")
    window.send()

    said = echo(window, span)
    assert said.agrees
    assert said.rows[0].theirs == {"counters.media.items": 7}
