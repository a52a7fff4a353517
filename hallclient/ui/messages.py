"""What does the clerk read when the rules or the world say no? One whole sentence for each Refusal and Trouble.

Keyed by class name, so that no floor has to be imported to speak of it; QtCore only, the command line uses it too.
A new class adds one line to the ``sentences_*`` module of its subject: a function that takes the exception and
returns a sentence naming the field and the way out, its text a literal in ``translate("messages", …)`` for lupdate.
"""

from collections.abc import Callable
from typing import Any

from hallclient.ui import (
    sentences_disputes,
    sentences_figures,
    sentences_hub,
    sentences_law,
    sentences_papers,
    sentences_register,
    sentences_world,
)
from hallclient.ui.language import translate
from hallclient.ui.sentence_words import field_names

Say = Callable[[Any], str]


def _refusal(refusal: Any) -> str:
    """What is said of a class that has no sentence yet: nothing may fail at the counter for want of words."""
    if refusal.fields:
        text = translate("messages", "这一步没有办成，请核对“{0}”后再试（{1}）。")
        return text.format(field_names(refusal.fields), refusal.code)
    return translate("messages", "这一步没有办成，请核对内容后再试（{0}）。").format(refusal.code)


def _trouble(trouble: Any) -> str:
    text = translate("messages", "电脑或者设备出了问题（{0}），请稍后再试，仍不行请联系系统管理员。")
    return text.format(trouble.code)


SENTENCES: dict[str, Say] = {
    **sentences_register.SENTENCES,
    **sentences_disputes.SENTENCES,
    **sentences_law.SENTENCES,
    **sentences_papers.SENTENCES,
    **sentences_figures.SENTENCES,
    **sentences_world.SENTENCES,
    **sentences_hub.SENTENCES,
    "Refusal": _refusal,
    "Trouble": _trouble,
}


def sentence(problem: Exception) -> str:
    """Return the translated sentence for a Refusal or Trouble. Anything else is a bug: KeyError."""
    for kind in type(problem).__mro__:
        if (say := SENTENCES.get(kind.__name__)) is not None:
            return say(problem)
    raise KeyError(type(problem).__name__)
