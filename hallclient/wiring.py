"""How is the hall put together? Store, rules, desks: the one place that builds them, for window, cli and tests.

Only here does anyone ask the machine what time it is.
"""

import json
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from errno import ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

from hallclient import reference
from hallclient.documents.kinds import shipped_kinds
from hallclient.documents.render import render
from hallclient.domain.figures.sending import PracticeCannotSend
from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.permissions import Clerk, Role
from hallclient.domain.register.setup import SetupDraft, SetupRefused, problems
from hallclient.foundation.credentials import Vault
from hallclient.foundation.cups import print_system
from hallclient.foundation.machine import this_machine
from hallclient.foundation.paths import RESOURCES
from hallclient.foundation.trouble import DiskFull, FolderNotWritable, StoreMissing, StoreTaken, Trouble
from hallclient.services.analysis import AnalysisDesk
from hallclient.services.analysis_sheet import AnalysisSheets
from hallclient.services.applications import ApplicationDesk
from hallclient.services.backup import BackupDesk
from hallclient.services.board import Board
from hallclient.services.case_file import CaseFileDesk
from hallclient.services.catalogue import CatalogueDesk
from hallclient.services.clerks import ClerksDesk
from hallclient.services.closing import ClosingDesk
from hallclient.services.codes import CodesDesk
from hallclient.services.counters import CountersDesk
from hallclient.services.decision import DecisionDesk
from hallclient.services.disputes import DisputesDesk
from hallclient.services.documents import DocumentDesk
from hallclient.services.drafts import DraftsDesk
from hallclient.services.figures import FiguresDesk
from hallclient.services.find import Finder
from hallclient.services.hub_address import HubAddressDesk
from hallclient.services.hub_door import HubAccess
from hallclient.services.imports import ImportDesk
from hallclient.services.office import Office
from hallclient.services.print_queue import PrintQueueDesk
from hallclient.services.prospects import ProspectsDesk
from hallclient.services.reception import ReceptionDesk
from hallclient.services.reference_texts import ReferenceTextsDesk
from hallclient.services.reports import ReportDesk
from hallclient.services.selfcheck import SelfCheck
from hallclient.services.settings import SettingsDesk
from hallclient.services.sheets import SheetsDesk
from hallclient.services.supervision import SupervisionDesk
from hallclient.services.sync import SyncDesk
from hallclient.services.wording import WordingDesk
from hallclient.storage import audit, calendar_packs, clerks, codes, keys, meta, upgrade
from hallclient.storage.backup import snapshot
from hallclient.storage.database import Database

if TYPE_CHECKING:
    from hallclient.services.hub_office import HubOfficeDesk

HALL_TIME = ZoneInfo("Asia/Shanghai")
STORE = "hall.db"
KEYS = "hall.keys"


def wall_clock() -> datetime:
    """Return the hall's wall-clock time, without a zone: the business day never depends on the machine's zone."""
    return datetime.now(HALL_TIME).replace(tzinfo=None)


@dataclass(slots=True, kw_only=True)
class Hall:
    """An open store with its desks, and who signed in. ``close()`` when the window closes."""

    data: Path
    clerk: Clerk
    office: Office
    reception: ReceptionDesk
    applications: ApplicationDesk
    documents: DocumentDesk
    print_queue: PrintQueueDesk
    prospects: ProspectsDesk
    case_file: CaseFileDesk
    closing: ClosingDesk
    figures: FiguresDesk
    reports: ReportDesk
    analysis: AnalysisDesk
    analysis_sheets: AnalysisSheets
    supervision: SupervisionDesk
    counters: CountersDesk
    decision: DecisionDesk
    disputes: DisputesDesk
    catalogue: CatalogueDesk
    reference_texts: ReferenceTextsDesk
    imports: ImportDesk
    codes: CodesDesk
    finder: Finder
    board: Board
    drafts: DraftsDesk
    backup: BackupDesk
    selfcheck: SelfCheck
    clerks: ClerksDesk
    sheets: SheetsDesk
    settings: SettingsDesk
    sync: SyncDesk | None  # no practice store sends anything, or shows it to an office
    hub_access: HubAccess
    hub_address: HubAddressDesk | None  # as ``sync``
    wording: WordingDesk

    @property
    def agency(self) -> AgencyProfile:
        return self.office.agency

    @property
    def window(self) -> str:
        return self.office.window

    @property
    def sending(self) -> SyncDesk:
        """Return the desk that sends. Raises PracticeCannotSend."""
        if self.sync is None:
            raise PracticeCannotSend
        return self.sync

    @property
    def overseeing(self) -> "HubOfficeDesk":
        """Return the office's desk, made when it is asked for. Raises PracticeCannotSend."""
        from hallclient.services.hub_office import HubOfficeDesk

        if self.practice:
            raise PracticeCannotSend
        return HubOfficeDesk(self.office, self.hub_access)

    @property
    def practice(self) -> bool:
        return self.office.practice

    @property
    def now(self) -> Callable[[], datetime]:
        return self.office.now

    def today(self) -> date:
        return self.office.today()

    def close(self) -> None:
        """Let go of the store."""
        self.office.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_problem: object) -> None:
        self.close()


def store_exists(data: Path) -> bool:
    """Tell whether the data folder holds a store."""
    return (data / STORE).exists() and (data / KEYS).exists()


def create_store(data: Path, draft: SetupDraft, *, now: Callable[[], datetime] = wall_clock) -> str:
    """Create an empty store with its first clerk, who holds all roles, and return the recovery key, once.

    Raises SetupRefused, FolderNotWritable, DiskFull. A store that exists is never touched: FileExistsError is a bug
    of the caller, who asked ``store_exists`` first. What could not be finished leaves nothing behind.
    """
    wrong = problems(draft)
    if wrong:
        raise SetupRefused(wrong)
    draft = draft.normalised()
    if (data / STORE).exists():
        raise FileExistsError(STORE)
    fresh = not data.exists()
    _make_folder(data)
    try:
        return _filled(data, draft, now)
    except BaseException:
        if fresh:
            with suppress(OSError):  # whatever else came to lie in it stays
                data.rmdir()
        raise


def _filled(data: Path, draft: SetupDraft, now: Callable[[], datetime]) -> str:
    _keep_orphaned_keys(data, now())
    recovery_key = keys.new_recovery_key()
    key = keys.create(data / KEYS, {draft.user: draft.password, keys.RECOVERY: recovery_key})
    database = Database(data / STORE, key)
    try:
        (data / STORE).touch(mode=0o600)  # what the database keeps beside it gets the same rights
        upgrade.create(database)
        with database.writing() as tx:
            meta.put(tx, "store_id", secrets.token_hex(16))
            meta.put(tx, "agency_code", draft.agency_code)
            meta.put(tx, "window", draft.window)
            meta.put(tx, "practice", "1" if draft.practice else "")
            meta.put(tx, "backup_folder", draft.backup_folder)
            meta.put_agency(tx, draft.agency)
            codes.seed(tx)
            first = Clerk(name=draft.user, display_name=draft.display_name, roles=frozenset(Role))
            clerks.add(tx, first, at=now())
            audit.note(
                tx,
                at=now(),
                by=draft.user,
                action="create_store",
                subject=f"{draft.agency_code}-{draft.window}",
                after=json.dumps(asdict(draft.agency), ensure_ascii=False),
            )
    except BaseException:
        database.close()
        for path in data.glob(f"{STORE}*"):
            path.unlink(missing_ok=True)
        (data / KEYS).unlink(missing_ok=True)
        raise
    database.close()
    return recovery_key


def read_resources() -> None:
    """Read what every hall is built on, so that opening the store need not: calendars and the words of documents.

    What is damaged is told when the store is opened.
    """
    with suppress(Trouble):
        reference.load_calendar()
        shipped_kinds()


def open_hall(
    data: Path, *, user: str, password: str, now: Callable[[], datetime] = wall_clock, recovery: bool = False
) -> Hall:
    """Open the store and sign ``user`` in. ``recovery``: the password is the recovery key.

    Raises StoreMissing, WrongPassword, StoreTooNew, StoreDamaged, StoreLocked.
    """
    if not store_exists(data):
        raise StoreMissing(str(data))
    if user == keys.RECOVERY:  # a slot, and nobody's name
        raise keys.WrongPassword
    key = keys.recover(data / KEYS, password) if recovery else keys.unlock(data / KEYS, user, password)
    database = Database(data / STORE, key)
    try:
        hall = _hall(data, database, key, user, now)
        if recovery:
            with database.writing() as tx:
                audit.note(tx, at=now(), by=user, action="sign_in_by_recovery_key", subject=user)
        return hall
    except BaseException:
        database.close()
        raise


def _hall(data: Path, database: Database, key: bytes, user: str, now: Callable[[], datetime]) -> Hall:
    upgrade.ensure(database, backup=lambda: snapshot(database, data / f"before-upgrade-{now():%Y%m%d-%H%M%S}.db"))
    with database.reading() as tx:
        row = clerks.get(tx, user)
        office = Office(
            database=database,
            now=now,
            calendar=reference.load_calendar(calendar_packs.newest(tx)),
            rulesets=reference.load_rulesets(),
            agency=meta.agency(tx),
            agency_code=meta.get(tx, "agency_code"),
            window=meta.get(tx, "window"),
            practice=meta.get(tx, "practice") == "1",
        )
        backup_folder = Path(meta.get(tx, "backup_folder") or data / "backup")
    if row is None or not row.active:
        raise keys.WrongPassword  # the recovery key opens the store for a clerk who works here, not for any name
    kinds = shipped_kinds()
    wording = WordingDesk(office, kinds)
    documents = DocumentDesk(office, kinds, render)
    applications = ApplicationDesk(office, documents)
    disputes = DisputesDesk(office, reference.load_dispute_rules())
    board = Board(office, disputes)
    figures, supervision = FiguresDesk(office), SupervisionDesk(office)
    access = HubAccess(data, Vault(data))
    backup = BackupDesk(office, key_file=data / KEYS, folder=backup_folder)
    return Hall(
        data=data,
        clerk=row.clerk,
        office=office,
        reception=ReceptionDesk(office),
        applications=applications,
        documents=documents,
        print_queue=PrintQueueDesk(office, documents, print_system()),
        prospects=ProspectsDesk(office),
        case_file=CaseFileDesk(office, documents),
        closing=ClosingDesk(office),
        figures=figures,
        reports=ReportDesk(office, figures, supervision),
        analysis=AnalysisDesk(office),
        analysis_sheets=AnalysisSheets(office),
        supervision=supervision,
        counters=CountersDesk(office),
        decision=DecisionDesk(office),
        disputes=disputes,
        catalogue=CatalogueDesk(office),
        reference_texts=ReferenceTextsDesk(office),
        imports=ImportDesk(office, applications),
        codes=CodesDesk(office),
        finder=Finder(office),
        board=board,
        drafts=DraftsDesk(office),
        backup=backup,
        selfcheck=SelfCheck(office, machine=this_machine(), fonts=RESOURCES / "fonts", latest_backup=backup.latest),
        clerks=ClerksDesk(office, data / KEYS, key),
        sheets=SheetsDesk(office, applications, board),
        settings=SettingsDesk(office, backup),
        sync=None if office.practice else SyncDesk(office, access),
        hub_access=access,
        hub_address=None if office.practice else HubAddressDesk(office, access),
        wording=wording,
    )


def _make_folder(data: Path) -> None:
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = data / ".write-probe"
        probe.touch()
        probe.unlink()
    except PermissionError:
        raise FolderNotWritable(str(data)) from None
    except OSError as error:
        raise (DiskFull() if error.errno == ENOSPC else FolderNotWritable(str(data))) from None


def _keep_orphaned_keys(data: Path, at: datetime) -> None:
    # Keys without their store may be all that opens a store that was moved away: a new set-up never writes over them.
    orphaned = data / KEYS
    if orphaned.exists():
        try:
            orphaned.rename(data / f"{KEYS}.{at:%Y%m%d-%H%M%S}")
        except OSError:
            raise FolderNotWritable(str(data)) from None


def make_practice(data: Path, *, now: Callable[[], datetime] = wall_clock) -> tuple[str, str]:
    """Create a fresh practice store with a realistic sample day; return its user and password.

    A practice store that stands in the folder is replaced, any other store is never touched: raises StoreTaken.
    """
    from hallclient.services import practice

    if (data / STORE).exists():
        try:
            before = open_hall(data, user=practice.USER, password=practice.PASSWORD, now=now)
        except keys.WrongPassword:
            raise StoreTaken(str(data)) from None
        with before:
            if not before.practice:
                raise StoreTaken(str(data))
        for path in (*data.glob(f"{STORE}*"), data / KEYS):
            path.unlink(missing_ok=True)
    create_store(data, practice.SETUP, now=lambda: now() - timedelta(days=60))
    clock = practice.Clock(now() - timedelta(days=60))
    with open_hall(data, user=practice.USER, password=practice.PASSWORD, now=clock) as hall:
        practice.fill(hall, clock, hall.office.calendar, now())
    return practice.USER, practice.PASSWORD
