"""Where is this window's hub, and does the way there work? Its address, its password, and a try."""

from contextlib import closing
from dataclasses import dataclass

from hallclient.domain.figures.hub_trial import Trial
from hallclient.domain.figures.sending import HubNotSet, PracticeCannotSend
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.foundation.trouble import Trouble
from hallclient.services.hub_door import HubAccess
from hallclient.services.office import Office
from hallclient.storage import audit, outbox, signing


@dataclass(frozen=True, slots=True, kw_only=True)
class HubAddress:
    """What this machine remembers: the address, and whether a password is kept for it. Never the password."""

    url: str
    has_password: bool


class HubAddressDesk:
    """The address stands in this machine's settings, the password in the vault. No practice store has such a desk."""

    def __init__(self, office: Office, access: HubAccess) -> None:
        if office.practice:
            raise PracticeCannotSend
        self._office = office
        self._access = access

    def kept(self) -> HubAddress:
        """Return what this machine remembers; an empty address when nobody has said one."""
        url = self._access.kept()
        return HubAddress(url=url, has_password=bool(url and self._access.password(url)))

    def change(self, url: str, password: str = "", *, by: Clerk) -> HubAddress:
        """Keep the address, and the password when one is given; what waits is tried at once.

        The password of an address that is left is forgotten. Raises NotPermitted, HubUrlWrong, HubUrlHasPassword,
        HubNeedsTls, HubFileNotLocal, DiskFull, FolderNotWritable.
        """
        require(by, Permission.CHANGE_SETTINGS)
        url, before = url.strip(), self._access.kept()
        self._access.remember(url, password)
        if before and before != url:
            self._access.forget_password(before)
        self._note(by, before=before, after={"hub": url, "new_password": bool(password)})
        return self.kept()

    def forget(self, *, by: Clerk) -> None:
        """Forget address and password; packets wait, and can be carried on a stick. Raises NotPermitted, DiskFull,
        FolderNotWritable."""
        require(by, Permission.CHANGE_SETTINGS)
        before = self._access.kept()
        self._access.forget()
        self._note(by, before=before, after={"hub": ""})

    def try_out(self, url: str = "", password: str = "", *, by: Clerk) -> Trial:
        """Go to the hub and ask, without sending anything; ``url`` and ``password`` as typed, else those kept.

        What the world does to the try is in the answer. Raises NotPermitted, HubNotSet, HubUrlWrong and its kin.
        """
        require(by, Permission.SEND_PACKETS)
        office = self._office
        window = f"{office.agency_code}-{office.window}"
        url = url.strip() or self._access.url()
        if not url:
            raise HubNotSet
        from hallclient.hub import probe

        with office.database.reading() as tx:
            found = signing.key(tx)
        key = "" if found is None else signing.public_text(found)
        with closing(self._access.at(url, password)) as hub:
            try:
                says = probe.says(hub, window)
            except Trouble as trouble:
                return Trial(window=window, at=office.now(), trouble=trouble.code, key=key)
        with office.database.reading() as tx:
            known = outbox.sealed(tx, says.head)
        return Trial(window=window, at=office.now(), says=says, key=key, head_known=known)

    def _note(self, by: Clerk, *, before: str, after: dict[str, object]) -> None:
        now = self._office.now()
        with self._office.database.writing() as tx:
            outbox.hurry(tx, at=now)
            audit.note(tx, at=now, by=by.name, action="change_hub_address", subject="hub", before=before, after=after)
