"""Which published item did the clerk choose for the next answer? Handed from the catalogue to the form, once."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from hallclient.services.catalogue import Citation
from hallclient.ui.context import Context
from hallclient.ui.jobs import Jobs
from hallclient.ui.language import translate
from hallclient.ui.terms import label

# Beside the window's jobs, because screens do not know each other and each window has its own.
_kept: WeakKeyDictionary[Jobs, Citation] = WeakKeyDictionary()


def keep(context: Context, citation: Citation) -> None:
    """Keep the citation until a form takes it."""
    _kept[context.jobs] = citation


def take(context: Context) -> Citation | None:
    """Return the citation that waits, once."""
    return _kept.pop(context.jobs, None)


def say(citation: Citation, *, said: Callable[[str], object], complained: Callable[[str], object]) -> None:
    """Tell what was cited, and what the catalogue leaves to the clerk."""
    if citation.doubts:
        complained(translate("cited", "；").join(label(doubt) for doubt in citation.doubts))
    else:
        said(translate("cited", "已引用 {0}，结果为“已主动公开”").format(citation.entry.index_number))
