"""Somebody else saved this record meanwhile: what changed, and which of it can be put together without asking?"""

from collections.abc import Mapping
from dataclasses import dataclass

from hallclient.domain.refusal import Refusal

Values = Mapping[str, object]


class ChangedMeanwhile(Refusal):
    """The record was saved by someone else after it was opened here.

    ``theirs`` holds the record as it stands now, so that the form can offer ``merge``; nothing typed is lost.
    """

    def __init__(self, *, number: str, version: int, theirs: object, fields: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.number = number
        self.version = version
        self.theirs = theirs
        self.fields = fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """``values`` has every field, mine where only I changed it, theirs where only they did.

    ``conflicts`` names the fields both changed to different values; there ``values`` holds mine, and the clerk
    chooses.
    """

    values: dict[str, object]
    taken: tuple[str, ...]
    conflicts: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Merge(taken={self.taken}, conflicts={self.conflicts})"


def changed(before: Values, after: Values) -> tuple[str, ...]:
    """Return the names of the fields whose values differ, in the order of ``after``."""
    return tuple(name for name, value in after.items() if before.get(name) != value)


def merge(*, base: Values, mine: Values, theirs: Values) -> Merge:
    """Put two edits of the same record together, field by field.

    ``base`` is the record as it was opened, ``mine`` as it was typed, ``theirs`` as it stands now.
    """
    values, taken, conflicts = dict(mine), [], []
    for name in mine:
        if theirs.get(name) == base.get(name):
            continue
        if mine[name] == base.get(name):
            values[name] = theirs.get(name)
            taken.append(name)
        elif mine[name] != theirs.get(name):
            conflicts.append(name)
    return Merge(values=values, taken=tuple(taken), conflicts=tuple(conflicts))
