"""Are contradictions found, and the records that make them named?"""

from hallclient.domain.figures.identities import check
from hallclient.domain.figures.lines import Values
from hallclient.storage.figures import lines

SOUND: Values = {
    "applications.carried_in": 2,
    "applications.carried_in.kind.natural_person": 2,
    "applications.received": 1,
    "applications.received.kind.natural_person": 1,
    "applications.received.channel.post": 1,
    "applications.closed": 1,
    "applications.closed.kind.natural_person": 1,
    "applications.closed.outcome.granted": 1,
    "applications.closed.outcome_kind.granted.natural_person": 1,
    "applications.carried_out": 2,
    "applications.carried_out.kind.natural_person": 2,
}
RECORDS = {
    "applications.carried_in": ["S1", "S2"],
    "applications.received": ["S3"],
    "applications.closed": ["S1"],
    "applications.closed.outcome.granted": ["S1"],
    "applications.carried_out": ["S2", "S3"],
}


def _broken(values: Values, records: dict[str, list[str]] | None = None) -> dict[str, tuple[str, ...]]:
    known = RECORDS | (records or {})
    return {one.id: one.records for one in check(values, lines(), lambda code: known.get(code, [])) if not one.holds}


def test_figures_that_fit_hold() -> None:
    assert _broken(SOUND) == {}
    assert _broken({}) == {}


def test_an_outcome_too_few_is_named() -> None:
    values = SOUND | {"applications.closed": 2, "applications.carried_out": 1}

    broken = _broken(values, {"applications.closed": ["S1", "S2"], "applications.carried_out": ["S3"]})

    assert broken["parts:applications.closed.outcome"] == ("S2",)
    assert "balance" not in broken


def test_an_application_that_vanished_breaks_the_balance_and_is_named() -> None:
    broken = _broken(SOUND | {"applications.carried_out": 1}, {"applications.carried_out": ["S2"]})

    assert broken["balance"] == ("S3",)


def test_a_kind_of_applicant_must_balance_by_itself() -> None:
    values = SOUND | {
        "applications.carried_out.kind.natural_person": 1,
        "applications.carried_out.kind.commercial_enterprise": 1,
    }

    assert set(_broken(values)) == {"balance.kind.natural_person", "balance.kind.commercial_enterprise"}


def test_a_member_nobody_knows_is_no_part() -> None:
    values = SOUND | {"applications.received.channel.post": 0, "applications.received.channel.pigeon": 1}

    assert "parts:applications.received.channel" in _broken(values)
