"""How do the rules say no?"""

import re


class Refusal(Exception):
    """Base of every "no" the rules can say. A class each, defined beside its rule; its sentence in ``ui/messages.py``.

    ``fields`` names the form's fields concerned, so that a screen can mark them. Neither ``str`` nor ``repr`` shows
    a value, because values can be personal data and exceptions reach logs.
    """

    fields: tuple[str, ...] = ()

    def __str__(self) -> str:
        return type(self).__name__

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"

    @property
    def code(self) -> str:
        """The class name in snake_case: what ``--json`` answers call this refusal."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()
