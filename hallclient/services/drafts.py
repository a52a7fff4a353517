"""The journal of unsaved forms: what a clerk typed survives a lock, a crash and the next clerk."""

from hallclient.domain.register.permissions import Clerk
from hallclient.domain.register.records import NoSuchRecord, SavedDraft
from hallclient.services.office import Office
from hallclient.storage import audit, drafts


class DraftsDesk:
    """Drafts hold personal data, so they live in the encrypted store only; each clerk sees his own and nobody else's.

    A form makes its ``instance`` (a uuid) when it opens, so that two forms of the same kind never share a text.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def save(
        self,
        instance: str,
        form: str,
        payload: dict[str, object],
        *,
        base_version: int = 0,
        title: str = "",
        by: Clerk,
    ) -> None:
        """Keep what the form holds now; call it every two seconds while typing and when the focus leaves.

        ``payload`` holds plain JSON values. Unsaved text is no register entry, so the audit does not repeat it.
        Another clerk's instance is never overwritten: raises NoSuchRecord.
        """
        with self._office.database.writing() as tx:
            draft = SavedDraft(
                instance=instance,
                form=form,
                title=title,
                base_version=base_version,
                payload=payload,
                saved_at=self._office.now(),
            )
            if not drafts.save(tx, draft, clerk=by.name):
                raise NoSuchRecord(instance)

    def mine(self, by: Clerk) -> list[SavedDraft]:
        """Return this clerk's drafts, newest first."""
        with self._office.database.reading() as tx:
            return drafts.of(tx, by.name)

    def discard(self, instance: str, *, by: Clerk) -> None:
        """Throw one of one's own drafts away. Raises NoSuchRecord."""
        with self._office.database.writing() as tx:
            if not drafts.delete(tx, instance, clerk=by.name):
                raise NoSuchRecord(instance)
            audit.note(tx, at=self._office.now(), by=by.name, action="discard_draft", subject=instance)
