"""What does the form amount to so far? Receipt date and due date, what is missing, who asked before, as one types."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.law.identity_numbers import IdProblem
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.application_lists import Similar
from hallclient.domain.register.completeness import Problem
from hallclient.services.application_results import ReceiptPreview
from hallclient.ui import theme
from hallclient.ui.context import Context
from hallclient.ui.due_words import due_words, left_words
from hallclient.ui.fields import restyle
from hallclient.ui.messages import sentence
from hallclient.ui.screen import Elided
from hallclient.ui.terms import label

HANDED_OUT = 20  # the desk hands out so many of other applicants'; there may be more
ASK_AFTER_MS = 250  # after the last key; the answer takes a millisecond or two


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """What the desk says of a draft. ``refused`` instead of ``preview`` when the dates are impossible."""

    draft: ApplicationDraft
    preview: ReceiptPreview | None = None
    left: int | None = None
    refused: Refusal | None = None
    missing: tuple[Problem, ...] = ()
    similar: tuple[Similar, ...] = field(default=())
    amends: bool = False

    @property
    def undecided(self) -> Similar | None:
        """The same applicant's application for the same information, if there is one: it asks for a decision."""
        return next((case for case in self.similar if case.same_applicant and case.same_information), None)


class LiveCheck(QObject):
    """Asks the desk a quarter of a second after the last key. ``found(Live)``; answers to older drafts are dropped."""

    found = Signal(object)

    def __init__(
        self,
        context: Context,
        draft: Callable[[], ApplicationDraft | None],
        form: QWidget,
        *,
        itself: Callable[[], str] = str,
    ) -> None:
        """``itself`` answers the number of the application that is amended: it does not repeat itself."""
        super().__init__(form)
        self._context, self._draft, self._form, self._itself = context, draft, form, itself
        self._asked = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_AFTER_MS)
        self._timer.timeout.connect(self.ask)

    def later(self) -> None:
        """Ask when the typing pauses."""
        self._timer.start()

    def ask(self) -> None:
        """Ask now."""
        self._timer.stop()
        draft = self._draft()
        if draft is None or not self._form.isVisible():
            return
        self._asked += 1
        asked, desk, itself = self._asked, self._context.hall.applications, self._itself()

        def answered(live: Live) -> None:
            if asked == self._asked:
                self.found.emit(live)

        self._context.jobs.run(lambda: _look(desk, draft, itself), then=answered, initiator=self._form)


class LivePanel(QWidget):
    """Three quiet lines under the form: the clock, what is missing, who asked before."""

    def __init__(self, title_of: Callable[[str], str]) -> None:
        super().__init__()
        self._title_of = title_of
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.S + 2, theme.M, theme.S + 2)
        layout.setSpacing(theme.XS)
        self.clock, self.missing, self.similar = Elided(), Elided(), Elided()
        names = (self.tr("收到之日和答复期限"), self.tr("尚缺"), self.tr("相同或者相近的申请"))
        for line, name in zip((self.clock, self.missing, self.similar), names, strict=True):
            line.setAccessibleName(name)
            layout.addWidget(line)
        self.missing.setProperty("role", "muted")

    def show_live(self, live: Live) -> None:
        self._tone(self.clock, "danger" if live.refused is not None else None)
        self.clock.setText(self._clock(live))
        parts = [self._title_of(problem.field) for problem in live.missing if problem.code == "missing"]
        self.missing.setText(
            self.tr("尚缺：{0}").format(self.tr("、").join(parts)) if parts else self.tr("✓ 第二十九条要求的内容齐全")
        )
        self._tone(self.similar, "warn" if live.undecided is not None else None)
        self.similar.setText(self._similar(live))
        self.similar.setVisible(bool(live.similar))

    def _clock(self, live: Live) -> str:
        if live.refused is not None:
            return "⚠ " + sentence(live.refused)
        preview = live.preview
        if preview is None:
            return ""
        if preview.waiting or preview.trace is None:
            return self.tr("待双方确认后起算（第三十一条）：先登记，确认后再记收到日期")
        trace = preview.trace
        if live.amends:  # later steps count too, and they are not in this form
            return self.tr("{0} 收到；答复期限随办理经过计算，见申请页").format(trace.received)
        due = due_words(trace.due, provisional=trace.provisional)
        said = self.tr("{0} 收到，应于 {1} 前答复（{2}）").format(trace.received, due, left_words(live.left))
        if preview.closed_day:
            said += self.tr("　当日已经日结，登记后另记调整")
        return said

    def _similar(self, live: Live) -> str:
        own = live.undecided
        if own is not None:
            how = label(own.outcome) if own.outcome is not None else label(own.state)
            return self.tr("⚠ 同一申请人 {0} 申请过相同信息：{1}（{2}），请选择两者关系").format(
                own.on, own.number, how
            )
        mine = [case for case in live.similar if case.same_applicant]
        others = len(live.similar) - len(mine)
        parts = []
        if mine:
            parts.append(
                self.tr("同一申请人有相近的申请：{0}").format(self.tr("、").join(case.number for case in mine[:3]))
            )
        if others:
            said = self.tr("另有 {0} 件他人申请相同信息，可以考虑主动公开（第四十四条）")
            parts.append(said.format(f"≥ {others}" if others >= HANDED_OUT else others))
        return "；".join(parts)

    def _tone(self, line: Elided, tone: str | None) -> None:
        if line.property("tone") != tone:
            line.setProperty("tone", tone)
            restyle(line)


def is_id_problem(problem: Problem) -> bool:
    """Whether the field itself says this already, at every key."""
    return problem.code in {what.value for what in IdProblem}


def _look(desk: Any, draft: ApplicationDraft, itself: str) -> Live:
    missing = desk.missing(draft)
    similar = tuple(case for case in desk.similar(draft) if case.number != itself)
    try:
        preview = desk.preview(draft)
    except Refusal as refused:
        return Live(draft=draft, refused=refused, missing=missing, similar=similar, amends=bool(itself))
    due = preview.trace.due if preview.trace is not None else None
    left = desk.left(due)
    return Live(draft=draft, preview=preview, left=left, missing=missing, similar=similar, amends=bool(itself))
