"""What is an official term? A code for machines and the Chinese label that stands on paper."""

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A code with its official Chinese label: ``EnquiryKind.HELP == "help"``, ``.label == "求助"``."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the member whose code or label is ``text``; None when there is none."""
        text = text.strip()
        for member in cls:
            if text in (member.value, member.label):
                return member
        return None
