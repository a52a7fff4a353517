"""What windows came to, month by month: the same of every kind of hub, added up there or here."""

from datetime import date
from decimal import Decimal

from hallclient.domain.figures import oversight
from hallclient.domain.figures.lines import Values
from hallclient.hub import monthly
from hallclient.hub.monthly import ByMonth
from hallclient.hub.rollup import is_flow
from hallclient.storage import figures
from tests.hub.conftest import Place
from tests.hub.windows import ReportingWindow

MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)
CODES = ("enquiries.persons", "fees.yuan")
LONGEST = 63  # bytes of a name in PostgreSQL: what is longer is cut


def asked(place: Place, *names: str) -> ByMonth:
    return monthly.of_windows(place.hub, names, CODES, MARCH, MAY)


def test_what_windows_counted_is_added_up_by_month_to_the_last_cent(place: Place) -> None:
    one, other = ReportingWindow("SL01-W01"), ReportingWindow("SL02-W01", "市教育局")
    place.enrol(one, other)
    first: Values = {"enquiries.persons": 80, "fees.yuan": Decimal("0.10"), "enquiries.persons.kind.help": 80}
    place.send(one, [one.close(date(2026, 3, 2), first), one.close(date(2026, 3, 3), {"fees.yuan": Decimal("0.20")})])
    place.send(one, [one.close(APRIL, {"enquiries.persons": 3, "applications.standing.overdue": 2})])
    place.send(other, [other.close(date(2026, 3, 2), {"enquiries.persons": 5}), other.close(MAY, {CODES[0]: 9})])

    assert asked(place, one.name, other.name) == {
        (one.name, MARCH): {"enquiries.persons": 80, "fees.yuan": Decimal("0.30")},
        (one.name, APRIL): {"enquiries.persons": 3, "fees.yuan": 0},
        (other.name, MARCH): {"enquiries.persons": 5, "fees.yuan": 0},
    }
    assert set(asked(place, other.name)) == {(other.name, MARCH)}
    assert asked(place) == {}


def test_a_month_with_nothing_to_tell_is_not_there_and_one_of_other_figures_is_with_0(place: Place) -> None:
    one = ReportingWindow()
    place.enrol(one)
    place.send(one, [one.close(date(2026, 3, 2), {}), one.close(APRIL, {"enquiries.matters": 4})])

    assert asked(place, one.name) == {(one.name, APRIL): {"enquiries.persons": 0, "fees.yuan": 0}}


def test_what_imports_say_is_added_to_what_the_window_said(place: Place) -> None:
    one = ReportingWindow()
    place.enrol(one)
    told: dict[date, Values] = {date(2026, 3, 2): {"enquiries.persons": 2}, date(2026, 3, 9): {"enquiries.persons": 4}}
    place.send(one, [one.close(date(2026, 3, 2), {"enquiries.persons": 80})])
    place.send(one, [one.seal_import(date(2026, 3, 10), told)])

    assert asked(place, one.name) == {(one.name, MARCH): {"enquiries.persons": 86, "fees.yuan": 0}}


def test_the_figures_that_are_compared_have_names_the_server_takes() -> None:
    watched = oversight.watched(figures.lines())

    assert watched
    assert all(len(code.encode()) <= LONGEST and is_flow(code) for code in watched)
