"""Who may approve a reply here, and is there anybody else?"""

from hallclient.domain.register.permissions import Clerk, Permission
from hallclient.storage import clerks
from hallclient.storage.database import Transaction


def only_approver(tx: Transaction, by: Clerk) -> bool:
    """Tell whether nobody else who works here may approve replies: then he approves his own."""
    return by.may(Permission.APPROVE_REPLY) and not any(
        row.active and row.clerk.name != by.name and row.clerk.may(Permission.APPROVE_REPLY) for row in clerks.rows(tx)
    )
