"""What must be known before a window can open? The answers of the first-run wizard and of ``setup``."""

import re
from dataclasses import dataclass, replace

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.agency import AgencyProfile

PASSWORD_LENGTH = 8
DIFFERENT = 4  # characters


class SetupRefused(Refusal):
    """One or more answers of the set-up cannot stand; ``fields`` names them."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__()
        self.fields = fields


class StoreExists(Refusal):
    """There is a store in the data folder already; a set-up never touches one."""

    fields = ("data",)

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class PasswordTooWeak(Refusal):
    """A password needs eight characters, four of them different, and must not be the user's name."""

    fields = ("password",)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupDraft:
    """``agency.code`` stays empty here: ``agency_code`` is the code in register numbers. ``backup_folder`` may be
    empty: then backups stay beside the store, and the self-check says that this is no second disk."""

    agency: AgencyProfile
    agency_code: str
    window: str
    user: str
    display_name: str = ""
    password: str
    backup_folder: str = ""
    practice: bool = False

    def __repr__(self) -> str:
        return f"SetupDraft({self.agency_code}, {self.window})"

    def normalised(self) -> "SetupDraft":
        """Return the draft with blanks trimmed and codes in capitals; the code stands in for a missing 代字."""
        code = self.agency_code.strip().upper()
        word = self.agency.code_word.strip() or code
        return replace(
            self,
            agency=replace(self.agency, name=self.agency.name.strip(), code=code, code_word=word),
            agency_code=code,
            window=self.window.strip().upper(),
            user=self.user.strip(),
            display_name=self.display_name.strip() or self.user.strip(),
        )


def problems(draft: SetupDraft) -> tuple[str, ...]:
    """Return the names of the fields that cannot stand, in the order of the form."""
    draft = draft.normalised()
    wrong = []
    if not draft.agency.name:
        wrong.append("agency")
    if not re.fullmatch(r"[0-9A-Z]{2,12}", draft.agency_code):
        wrong.append("agency_code")
    if not re.fullmatch(r"W\d{2,4}", draft.window):
        wrong.append("window")
    if not re.fullmatch(r"[\w.-]{2,32}", draft.user):
        wrong.append("user")
    if not strong(draft.password, draft.user):
        wrong.append("password")
    return tuple(wrong)


def strong(password: str, user: str) -> bool:
    """Tell whether a password will do: eight characters, four of them different, not the user's name.

    Length, not rules of composition: the key slots cost a guesser 0.2 s a try (argon2id), and a rule that makes
    people write passwords down protects nobody.
    """
    long_enough = len(password) >= PASSWORD_LENGTH and len(set(password)) >= DIFFERENT
    return long_enough and password.lower() != user.lower()
