"""The agency's profile and the backup folder: who may change them, and what the store remembers of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hallclient.domain.register.permissions import Clerk, NotPermitted, Role
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.foundation.trouble import FolderNotWritable
from hallclient.services.settings import AgencyNameMissing
from hallclient.wiring import Hall
from tests.hall import AGENCY, Stores, open_hall

CLERK = Clerk(name="li", display_name="李窗口", roles=frozenset({Role.CLERK, Role.SUPERVISOR}))


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("store"))


@pytest.fixture
def hall(stores: Stores, tmp_path: Path) -> Iterator[Hall]:
    opened = stores.hall(tmp_path / "data")
    yield opened
    opened.close()


def audited(hall: Hall, action: str) -> list[tuple[str, str]]:
    with hall.office.database.reading() as tx:
        found = tx.exec_driver_sql('SELECT "before", "after" FROM audit WHERE action = ?', (action,))
        return [(before, after) for before, after in found]


def test_a_changed_profile_is_kept_and_used_at_once(hall: Hall) -> None:
    wanted = replace(AGENCY, court="  示例铁路运输法院 ")

    kept = hall.settings.change_agency(wanted, before=hall.agency, by=hall.clerk)

    assert kept.court == "示例铁路运输法院"
    assert hall.agency == kept
    hall.close()
    again = open_hall(hall.data)
    assert again.agency == kept
    again.close()


def test_the_audit_holds_only_what_changed(hall: Hall) -> None:
    hall.settings.change_agency(replace(AGENCY, phone="0755-87654321"), before=hall.agency, by=hall.clerk)

    assert audited(hall, "change_agency") == [('{"phone": "0755-12345678"}', '{"phone": "0755-87654321"}')]


def test_the_code_in_numbers_given_out_never_changes(hall: Hall) -> None:
    kept = hall.settings.change_agency(replace(AGENCY, code="XX99"), before=hall.agency, by=hall.clerk)

    assert kept.code == AGENCY.code


def test_an_agency_without_a_name_is_refused(hall: Hall) -> None:
    with pytest.raises(AgencyNameMissing):
        hall.settings.change_agency(replace(AGENCY, name="  "), before=hall.agency, by=hall.clerk)

    assert hall.settings.agency() == AGENCY


def test_only_who_may_change_settings_changes_them(hall: Hall, tmp_path: Path) -> None:
    with pytest.raises(NotPermitted):
        hall.settings.change_agency(replace(AGENCY, court="某法院"), before=hall.agency, by=CLERK)
    with pytest.raises(NotPermitted):
        hall.settings.change_backup_folder(tmp_path / "elsewhere", by=CLERK)

    assert hall.settings.agency() == AGENCY
    assert not (tmp_path / "elsewhere").exists()


def test_two_who_change_the_profile_do_not_overwrite_each_other(hall: Hall) -> None:
    hall.settings.change_agency(replace(AGENCY, fax="0755-1"), before=AGENCY, by=hall.clerk)

    with pytest.raises(ChangedMeanwhile) as refused:
        hall.settings.change_agency(replace(AGENCY, fax="0755-2"), before=AGENCY, by=hall.clerk)

    assert refused.value.theirs == replace(AGENCY, fax="0755-1")


def test_the_next_backup_goes_to_the_new_folder(hall: Hall, tmp_path: Path) -> None:
    folder = tmp_path / "second disk" / "backup"

    hall.settings.change_backup_folder(folder, by=hall.clerk)

    assert hall.backup.back_up(by=hall.clerk).path.parent == folder
    hall.close()
    again = open_hall(hall.data)
    assert again.settings.backup_folder() == folder
    again.close()


def test_a_folder_that_cannot_be_written_is_refused_and_the_old_one_stays(hall: Hall, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    before = hall.settings.backup_folder()

    with pytest.raises(FolderNotWritable):
        hall.settings.change_backup_folder(tmp_path / "file" / "inside", by=hall.clerk)

    assert hall.settings.backup_folder() == before
