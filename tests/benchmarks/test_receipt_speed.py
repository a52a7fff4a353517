"""How much more than drawing its page does a receipt cost?

The floor draws the same page by bare ReportLab: every call our renderer makes on its canvas is written down once, and
played on a canvas of ReportLab's own with the same fonts.
"""

import statistics
import time
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from hallclient.documents import fonts
from hallclient.documents.kinds import load_kinds
from hallclient.documents.layout import A4
from hallclient.documents.render import render
from hallclient.documents.samples import sample_facts

MOST = 1.5
TIMES, BLOCKS = 12, 12
Call = tuple[int, str, tuple[Any, ...], dict[str, Any], int]


class Noting:
    """Stands before a canvas or one of its texts and paths: notes each call, and what it gave."""

    def __init__(self, real: Any, calls: list[Call], made: list[Any]) -> None:
        self._real, self._calls, self._made = real, calls, made
        self._at = len(made)
        made.append(real)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._real, name)
        if not callable(found):
            return found

        def call(*args: Any, **kwargs: Any) -> Any:
            bare = tuple(Ref(arg._at) if isinstance(arg, Noting) else arg for arg in args)
            real = tuple(arg._real if isinstance(arg, Noting) else arg for arg in args)
            answer = found(*real, **kwargs)
            if type(answer).__module__.startswith("reportlab"):
                answer = Noting(answer, self._calls, self._made)
                self._calls.append((self._at, name, bare, kwargs, answer._at))
            else:
                self._calls.append((self._at, name, bare, kwargs, -1))
            return answer

        return call


class Ref(int):
    """The place of a thing made by an earlier call."""


@pytest.mark.parametrize("code", ["P01"])
def test_a_receipt_costs_at_most_half_more_than_drawing_its_page(
    code: str, monkeypatch: pytest.MonkeyPatch, measured: Callable[..., None]
) -> None:
    kind = load_kinds()[code]
    facts = sample_facts(kind)
    whole = render(kind, facts)
    calls = _noted(lambda: render(kind, facts), monkeypatch)
    assert len(_played(calls)) == pytest.approx(len(whole), rel=0.02)

    ours, floor = [], []
    for _ in range(BLOCKS):
        ours += _times(lambda: render(kind, facts))
        floor += _times(lambda: _played(calls))

    measured(
        f"a receipt ({code}) as PDF / its page by bare ReportLab",
        ours=statistics.median(ours),
        floor=statistics.median(floor),
        most=MOST,
        digits=2,
    )


def _noted(work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    calls: list[Call] = []
    made: list[Any] = []
    new = fonts.new_canvas
    with monkeypatch.context() as patch:
        patch.setattr(fonts, "new_canvas", lambda sink, **how: Noting(new(sink, **how), calls, made))
        work()
    return calls


def _played(calls: list[Call]) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    sink = BytesIO()
    canvas = Canvas(sink, pagesize=A4, invariant=1, pageCompression=1, initialFontName=fonts.BODY_CHAIN[0])
    made = {0: canvas}
    for at, name, args, kwargs, gives in calls:
        answer = getattr(made[at], name)(*[made[arg] if isinstance(arg, Ref) else arg for arg in args], **kwargs)
        if gives >= 0:
            made[gives] = answer
    return sink.getvalue()


def _times(work: Callable[[], object]) -> list[float]:
    taken = []
    for _ in range(TIMES):
        before = time.perf_counter()
        work()
        taken.append(time.perf_counter() - before)
    return taken
