"""The settings desk: what every document says of the agency, and where backups go."""

import hashlib
from dataclasses import asdict, fields, replace
from pathlib import Path

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.exports import annual_docx
from hallclient.exports.annual_docx import TemplateFacts
from hallclient.foundation import files
from hallclient.services.backup import BackupDesk
from hallclient.services.office import Office
from hallclient.storage import audit, meta


class AgencyNameMissing(Refusal):
    """Every document names the agency that issues it."""

    fields = ("name",)


class SettingsDesk:
    """Few facts, seldom changed, each change in the audit."""

    def __init__(self, office: Office, backup: BackupDesk) -> None:
        self._office = office
        self._backup = backup

    def agency(self) -> AgencyProfile:
        """Return the profile as the store keeps it; another program may have changed it since the store was opened."""
        with self._office.database.reading() as tx:
            return meta.agency(tx)

    def change_agency(self, profile: AgencyProfile, *, before: AgencyProfile, by: Clerk) -> AgencyProfile:
        """Keep ``profile`` in place of ``before`` and return it; documents issued from now on bear it.

        The agency code stays: it is part of every number given out. Raises NotPermitted, AgencyNameMissing,
        ChangedMeanwhile (``before`` is no longer what the store keeps).
        """
        require(by, Permission.CHANGE_SETTINGS)
        wanted = _trimmed(replace(profile, code=before.code))
        if not wanted.name:
            raise AgencyNameMissing
        with self._office.database.writing() as tx:
            kept = meta.agency(tx)
            if kept != before:
                raise ChangedMeanwhile(number=kept.code, version=0, theirs=kept)
            meta.put_agency(tx, wanted)
            moved = [field.name for field in fields(wanted) if getattr(kept, field.name) != getattr(wanted, field.name)]
            old, new = asdict(kept), asdict(wanted)
            audit.note(
                tx,
                at=self._office.now(),
                by=by.name,
                action="change_agency",
                subject=wanted.code,
                before={name: old[name] for name in moved},
                after={name: new[name] for name in moved},
            )
        self._office.agency = wanted
        return wanted

    def word_template(self) -> bytes | None:
        """Return the office's own Word template of the annual report; None: the one that comes with the program."""
        with self._office.database.reading() as tx:
            return meta.word_template(tx)

    def template_facts(self, template: Path | None = None) -> TemplateFacts | None:
        """Return what a Word file would do as template, or (None) what the office's own does; None: it has none.

        Raises TemplateUnusable.
        """
        if template is not None:
            return annual_docx.template_facts(annual_docx.template_bytes(template), str(template))
        kept = self.word_template()
        return annual_docx.template_facts(kept) if kept is not None else None

    def save_shipped_template(self, path: Path) -> None:
        """Write the template that comes with the program, for an office to restyle. Raises DiskFull,
        FolderNotWritable."""
        files.write(path, annual_docx.shipped_template())

    def change_word_template(self, template: Path | None, *, by: Clerk) -> None:
        """Set annual reports in this Word file's styles from now on, at every window of the store; None: in ours.

        The file itself is kept, so nobody misses it later; published reports stay as they are. Raises NotPermitted,
        TemplateUnusable.
        """
        require(by, Permission.CHANGE_SETTINGS)
        content = None if template is None else annual_docx.template_bytes(template)
        with self._office.database.writing() as tx:
            before = meta.word_template(tx)
            meta.put_word_template(tx, content)
            audit.note(
                tx,
                at=self._office.now(),
                by=by.name,
                action="change_word_template",
                subject="store",
                before=_hash(before),
                after=_hash(content),
            )

    def backup_folder(self) -> Path:
        """Return the folder backups go to."""
        return self._backup.folder

    def change_backup_folder(self, folder: Path, *, by: Clerk) -> None:
        """Let backups go to ``folder`` from now on; it is created when it does not exist.

        Backups made before stay where they are. Raises NotPermitted, DiskFull, FolderNotWritable.
        """
        require(by, Permission.CHANGE_SETTINGS)
        with files.world(folder):
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / ".write-probe"
            probe.touch()
            probe.unlink()
        with self._office.database.writing() as tx:
            meta.put(tx, "backup_folder", str(folder))
            audit.note(
                tx,
                at=self._office.now(),
                by=by.name,
                action="change_backup_folder",
                subject="store",
                before=str(self._backup.folder),
                after=str(folder),
            )
        self._backup.folder = folder


def _hash(content: bytes | None) -> str:
    return "" if content is None else hashlib.sha256(content).hexdigest()


def _trimmed(profile: AgencyProfile) -> AgencyProfile:
    return replace(profile, **{name: value.strip() for name, value in asdict(profile).items()})
