"""Do disputes, counts and the catalogue keep what they are told, and say no where the rules do?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from closing_hall import CLERK, SUPERVISOR, Hall, hall_in, import_rows

from hallclient.domain.law.index_codes import IndexWarning
from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.domain.register.counter import CountedInFuture, Counter, CounterDraft, CountNotANumber
from hallclient.domain.register.dispute import DecidedBeforeFiled, DisputeDraft, DisputeHalfDecided, DisputeInFuture
from hallclient.domain.register.kinds import DisputeKind, DisputeResult
from hallclient.domain.register.permissions import NotPermitted
from hallclient.domain.register.records import NoSuchRecord
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.services.catalogue import CatalogueDesk
from hallclient.services.counters import CounterGone, WithdrawalNeedsReason
from hallclient.storage import catalogue

DAY = date(2026, 3, 2)
FILED = DisputeDraft(kind=DisputeKind.RECONSIDERATION, filed_on=DAY, application="SQ01-W01-S2026-00001", topic="司法")


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path) as opened:
        yield opened


def test_a_dispute_gets_a_number_of_the_year_it_was_filed_in(hall: Hall) -> None:
    old = hall.disputes.record(replace(FILED, filed_on=date(2025, 12, 30)), by=SUPERVISOR)
    new = hall.disputes.record(FILED, by=SUPERVISOR)

    assert (old.number, new.number) == ("SQ01-W01-F2025-00001", "SQ01-W01-F2026-00001")
    assert hall.disputes.of_application(FILED.application) == [old, new]
    assert hall.disputes.rows(open_only=True) == [new, old]


def test_a_result_is_entered_once_it_is_known_and_guarded_by_the_version(hall: Hall) -> None:
    dispute = hall.disputes.record(FILED, by=SUPERVISOR)

    decided = hall.disputes.decide(
        dispute.number, decided_on=DAY, result=DisputeResult.CORRECTED, version=1, by=SUPERVISOR
    )

    assert (decided.result, decided.version) == (DisputeResult.CORRECTED, 2)
    with pytest.raises(ChangedMeanwhile):
        hall.disputes.decide(dispute.number, decided_on=DAY, result=DisputeResult.OTHER, version=1, by=SUPERVISOR)
    with pytest.raises(NoSuchRecord):
        hall.disputes.decide("F", decided_on=DAY, result=DisputeResult.OTHER, version=1, by=SUPERVISOR)
    assert hall.disputes.rows(open_only=True) == []


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"decided_on": DAY}, DisputeHalfDecided),
        ({"result": DisputeResult.OTHER}, DisputeHalfDecided),
        ({"decided_on": date(2026, 3, 1), "result": DisputeResult.OTHER}, DecidedBeforeFiled),
        ({"filed_on": date(2026, 3, 3)}, DisputeInFuture),
    ],
)
def test_a_dispute_that_cannot_be_is_refused(hall: Hall, change: dict[str, object], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        hall.disputes.record(replace(FILED, **change), by=SUPERVISOR)  # type: ignore[arg-type]
    with pytest.raises(NotPermitted):
        hall.disputes.record(FILED, by=CLERK)
    assert hall.scalar("SELECT count(*) FROM disputes") + hall.scalar("SELECT count(*) FROM number_ledger") == 0


def test_an_imported_dispute_decided_at_the_window_belongs_to_the_day_of_its_result(hall: Hall) -> None:
    import_rows(
        hall,
        {
            "disputes": [
                {"kind": "litigation_direct", "filed_on": "2026-01-05", "decided_on": "", "result": "", "topic": ""}
            ]
        },
    )
    assert hall.closing.open_days() == []

    hall.disputes.decide("FH1", decided_on=DAY, result=DisputeResult.UPHELD, version=1, by=SUPERVISOR)

    assert hall.closing.open_days() == [DAY]
    assert hall.figures.national(2026).table4["litigation_direct"]["pending"] == 1
    hall.close("2026-03-02")
    report = hall.figures.national(2026)
    assert report.table4["litigation_direct"] == {"upheld": 1, "corrected": 0, "other": 0, "pending": 0, "total": 1}
    assert report.differences == ()


@pytest.mark.parametrize("count", ["-1", "1.5", "NaN", "Infinity"])
def test_a_count_is_a_whole_number_from_nothing_upwards(hall: Hall, count: str) -> None:
    with pytest.raises(CountNotANumber):
        hall.counters.enter(CounterDraft(on=DAY, counter=Counter.MEDIA_ITEMS, count=Decimal(count)), by=CLERK)


def test_wan_yuan_have_four_places_and_are_added_exactly(hall: Hall) -> None:
    for count in ("0.1", "0.2", "59236.9449"):
        hall.counters.enter(CounterDraft(on=DAY, counter=Counter.CHARGES, count=Decimal(count)), by=CLERK)
    with pytest.raises(CountNotANumber):
        hall.counters.enter(CounterDraft(on=DAY, counter=Counter.CHARGES, count=Decimal("0.00001")), by=CLERK)
    hall.close("2026-03-02")

    assert hall.figures.national(2026).as_json()["table2"]["administrative_charges_wan_yuan"] == "59237.2449"


def test_of_a_level_the_last_entry_counts(hall: Hall) -> None:
    for on, count in ((date(2026, 2, 27), 11), (DAY, 12), (DAY, 13)):
        hall.counters.enter(CounterDraft(on=on, counter=Counter.RULES_IN_FORCE, count=Decimal(count)), by=CLERK)
    hall.close("2026-02-27", "2026-03-02")

    assert hall.figures.tally(date(2026, 2, 1), date(2026, 2, 28)).value("levels.rules.in_force") == 11
    assert hall.figures.national(2026).table2["rules.in_force"] == 13
    assert hall.figures.national(2026, live=True).table2["rules.in_force"] == 13
    assert hall.figures.national(2027).table2["rules.in_force"] == 13


def test_counts_of_days_to_come_and_withdrawals_without_reason_are_refused(hall: Hall) -> None:
    draft = CounterDraft(on=DAY, counter=Counter.MEDIA_ITEMS, count=Decimal(1), evidence="https://a.example/1")
    entry = hall.counters.enter(draft, by=CLERK)

    with pytest.raises(CountedInFuture):
        hall.counters.enter(replace(draft, on=date(2026, 3, 3)), by=CLERK)
    with pytest.raises(WithdrawalNeedsReason):
        hall.counters.withdraw(entry.id, " ", by=CLERK)
    hall.counters.withdraw(entry.id, "录错", by=CLERK)
    with pytest.raises(CounterGone):
        hall.counters.withdraw(entry.id, "录错", by=CLERK)
    (kept,) = hall.counters.entries(DAY, DAY)
    assert (kept.voided, kept.evidence) == ("录错", "https://a.example/1")


def test_a_published_item_is_found_by_any_fragment_and_cited_with_its_place(hall: Hall) -> None:
    entry = CatalogueEntry(
        index_number="014416330/2026-00012",
        title="示例市城市更新办法",
        document_number="示政规〔2026〕2号",
        summary="旧住宅区改造的程序",
        created_on=DAY,
        where="https://a.example/12",
    )
    desk = CatalogueDesk(hall.office)
    with hall.database.writing() as tx:
        catalogue.put_many(tx, [replace(entry, title="旧名"), replace(entry, index_number="X/2026-1", title="另一件")])
        catalogue.put_many(tx, [entry])

    assert desk.count() == 2
    for text in ("更新", "住宅", "2026〕2", "014416330", "Ａ"[:0]):
        assert entry in desk.find(text)
    assert desk.find("旧名") == []
    assert desk.get(entry.index_number) == entry
    assert desk.citation(entry) == (
        "《示例市城市更新办法》（示政规〔2026〕2号），索引号：014416330/2026-00012，公开于：https://a.example/12"
    )
    assert desk.warnings(entry.index_number) == ()
    assert desk.warnings("X/2026-1") == (IndexWarning.UNKNOWN_SCHEME,)
