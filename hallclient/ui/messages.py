"""What does the clerk read when the rules or the world say no? One whole sentence for each Refusal and Trouble.

Keyed by class name, so that no floor has to be imported to speak of it; QtCore only, the command line uses it too.
A new class adds one line. The function takes the exception; a sentence names the field and the way out.
"""

from collections.abc import Callable
from typing import Any

from hallclient.ui.language import translate
from hallclient.ui.terms import label

Say = Callable[[Any], str]


def _(text: str, *values: object) -> str:
    return translate("messages", text).format(*values)


SENTENCES: dict[str, Say] = {}


def sentence(problem: Exception) -> str:
    """Return the translated sentence for a Refusal or Trouble. Anything else is a bug: KeyError."""
    for kind in type(problem).__mro__:
        if (say := SENTENCES.get(kind.__name__)) is not None:
            return say(problem)
    raise KeyError(type(problem).__name__)
