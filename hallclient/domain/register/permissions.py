"""Who may do what? Named permissions; a role is a set of them. No bit masks, no skip privilege."""

from dataclasses import dataclass
from enum import StrEnum

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.records import RecordKind
from hallclient.domain.terms import Term


class Permission(StrEnum):
    """One name for each thing that can be done. The code is what the audit shows."""

    REGISTER_ENQUIRY = "register_enquiry"
    UNDO_ENQUIRY = "undo_enquiry"
    REGISTER_APPLICATION = "register_application"
    RECORD_STEP = "record_step"
    RECORD_OUTCOME = "record_outcome"
    APPROVE_REPLY = "approve_reply"
    DECIDE_FEE = "decide_fee"
    DECIDE_SENSITIVE = "decide_sensitive"
    VOID_NUMBER = "void_number"
    ISSUE_DOCUMENT = "issue_document"
    REPRINT_DOCUMENT = "reprint_document"
    SEE_FILES = "see_files"
    REVEAL_PERSON = "reveal_person"
    INTERIM_SHEET = "interim_sheet"
    CLOSE_DAY = "close_day"
    ADJUST_CLOSED_DAY = "adjust_closed_day"
    ENTER_COUNTER = "enter_counter"
    RECORD_DISPUTE = "record_dispute"
    IMPORT_REGISTER = "import_register"
    IMPORT_CALENDAR = "import_calendar"
    SEE_FIGURES = "see_figures"
    EXPORT_FIGURES = "export_figures"
    MANAGE_CLERKS = "manage_clerks"
    CHANGE_SETTINGS = "change_settings"
    BACK_UP = "back_up"
    RESTORE_FENCE = "restore_fence"
    CONFIRM_CLOCK = "confirm_clock"
    EDIT_WORDING = "edit_wording"
    EDIT_REFERENCE_TEXT = "edit_reference_text"
    WRITE_REPORT = "write_report"
    PUBLISH_REPORT = "publish_report"
    SEND_PACKETS = "send_packets"
    SEE_HUB = "see_hub"
    ADMINISTER_HUB = "administer_hub"


class Role(Term):
    CLERK = "clerk", "窗口人员"
    SUPERVISOR = "supervisor", "负责人"
    ADMINISTRATOR = "administrator", "系统管理员"
    OFFICE = "office", "主管办公室"


_CLERK = frozenset(
    {
        Permission.REGISTER_ENQUIRY,
        Permission.UNDO_ENQUIRY,
        Permission.REGISTER_APPLICATION,
        Permission.RECORD_STEP,
        Permission.RECORD_OUTCOME,
        Permission.ISSUE_DOCUMENT,
        Permission.REPRINT_DOCUMENT,
        Permission.SEE_FILES,
        Permission.REVEAL_PERSON,
        Permission.INTERIM_SHEET,
        Permission.CLOSE_DAY,
        Permission.ENTER_COUNTER,
        Permission.SEE_FIGURES,
        Permission.BACK_UP,
        Permission.SEND_PACKETS,
    }
)
_SUPERVISOR = _CLERK | {
    Permission.APPROVE_REPLY,
    Permission.DECIDE_FEE,
    Permission.DECIDE_SENSITIVE,
    Permission.EDIT_WORDING,
    Permission.EDIT_REFERENCE_TEXT,
    Permission.WRITE_REPORT,
    Permission.PUBLISH_REPORT,
    Permission.VOID_NUMBER,
    Permission.ADJUST_CLOSED_DAY,
    Permission.RECORD_DISPUTE,
    Permission.IMPORT_REGISTER,
    Permission.IMPORT_CALENDAR,
    Permission.EXPORT_FIGURES,
    Permission.RESTORE_FENCE,
    Permission.CONFIRM_CLOCK,
}
_ADMINISTRATOR = frozenset(
    {
        Permission.SEE_FILES,
        Permission.MANAGE_CLERKS,
        Permission.CHANGE_SETTINGS,
        Permission.BACK_UP,
        Permission.IMPORT_CALENDAR,
        Permission.IMPORT_REGISTER,
        Permission.RESTORE_FENCE,
        Permission.SEND_PACKETS,
    }
)
# The city's supervising office (第四十六条、第四十七条): it sees every window's reports, and no citizen's file.
_OFFICE = frozenset(
    {
        Permission.SEE_HUB,
        Permission.ADMINISTER_HUB,
        Permission.SEE_FIGURES,
        Permission.EXPORT_FIGURES,
        Permission.WRITE_REPORT,
        Permission.PUBLISH_REPORT,
    }
)
GRANTS: dict[Role, frozenset[Permission]] = {
    Role.CLERK: _CLERK,
    Role.SUPERVISOR: frozenset(_SUPERVISOR),
    Role.ADMINISTRATOR: _ADMINISTRATOR,
    Role.OFFICE: _OFFICE,
}


# Whose records a search may name: who cannot open one does not find it either. Kinds that name no citizen are not here.
SEEN_WITH: dict[RecordKind, Permission] = {
    RecordKind.APPLICATION: Permission.SEE_FILES,
    RecordKind.DOCUMENT: Permission.SEE_FILES,
    RecordKind.ENQUIRY: Permission.REGISTER_ENQUIRY,
    RecordKind.DISPUTE: Permission.ENTER_COUNTER,
    RecordKind.CATALOGUE: Permission.ENTER_COUNTER,
}


class NotPermitted(Refusal):
    """This clerk's roles do not grant the permission."""

    def __init__(self, permission: Permission) -> None:
        super().__init__()
        self.permission = permission


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    """Who is signed in. The first clerk of a store holds all roles; a small window has no one else."""

    name: str
    display_name: str
    roles: frozenset[Role]

    @property
    def permissions(self) -> frozenset[Permission]:
        return frozenset().union(*(GRANTS[role] for role in self.roles))

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions


def seen_by(clerk: Clerk) -> frozenset[RecordKind]:
    """Return the kinds of records a search may show this clerk: none to the supervising office (第四十六条)."""
    return frozenset(kind for kind, permission in SEEN_WITH.items() if clerk.may(permission))


def require(by: Clerk, permission: Permission) -> None:
    """Raise NotPermitted unless ``by`` holds ``permission``. Every desk method that writes calls this first."""
    if not by.may(permission):
        raise NotPermitted(permission)
