"""The practice store: every hour of the day it opens on a day one can go on with."""

from datetime import datetime
from pathlib import Path

import pytest

from hallclient import wiring
from hallclient.domain.register.kinds import EnquiryKind
from hallclient.foundation.trouble import StoreTaken
from hallclient.services.board import SectionCode
from tests.hall import Clock, make_store


@pytest.mark.slow
@pytest.mark.parametrize("hour", [(0, 5), (2, 42), (9, 30), (23, 59)])
def test_one_can_go_on_at_any_hour(tmp_path: Path, hour: tuple[int, int]) -> None:
    now = Clock(datetime(2026, 3, 2, *hour))
    user, password = wiring.make_practice(tmp_path, now=now)

    with wiring.open_hall(tmp_path, user=user, password=password, now=now) as hall:
        before = hall.reception.totals(hall.today()).persons
        hall.reception.tally(EnquiryKind.CONSULTATION, by=hall.clerk)
        sections = {section.code: section.count for section in hall.board.today(hall.clerk)}

        assert hall.practice
        assert hall.reception.totals(hall.today()).persons == before + 1
        assert before > 20
        empty = {SectionCode.UNCLOSED, SectionCode.PACKETS}  # practice is closed in order and reports to nobody
        assert {code for code in SectionCode if sections[code] == 0} == empty


def test_a_real_store_is_never_replaced(tmp_path: Path) -> None:
    make_store(tmp_path)

    with pytest.raises(StoreTaken):
        wiring.make_practice(tmp_path, now=Clock())
