"""Which act happened, on which day, with which facts, and what does it do to the clock? Every act, in one list.

Acts that cannot follow stay in the list and say why; acts with a dialog of their own are opened from here.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.law.clock import ClockTrace
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.application import Application
from hallclient.domain.register.life import ActChoice
from hallclient.domain.register.life_refusals import OutcomeMissing, ReasonMissing, StepFactsMissing
from hallclient.domain.register.steps import Act, Step
from hallclient.ui import theme
from hallclient.ui.act_rules import INITIALS, OWN, ActRow, group_words, rows, usual
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.due_words import due_words, left_words, standing_words
from hallclient.ui.fields import restyle
from hallclient.ui.forms import FormScroll
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.step_fields import StepForm, known_facts, letters_of
from hallclient.ui.terms import label

LOOK_AFTER_MS = 200  # after the last key
_UNTOLD = (StepFactsMissing, ReasonMissing, OutcomeMissing)  # not typed yet is no news for a preview


class ActsList(ListView):
    """The acts. Letters typed here find an act by the initials of its pinyin."""

    def __init__(self) -> None:
        super().__init__(
            [
                Column(title=translate("step", "环节"), text=group_words, width=92, tone=lambda _row: "muted"),
                Column(title=translate("step", "步骤"), text=_words, width=168, tone=_tone),
                Column(title=translate("step", "现在可否"), text=_whether, stretch=True, tone=_tone),
            ],
            name=translate("step", "步骤"),
            sortable=False,
        )
        self._typed = ""
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(1000)
        self._forget.timeout.connect(self._start_over)

    def keyboardSearch(self, search: str) -> None:
        self._typed += search.lower()
        self._forget.start()
        if not self._find():
            self._typed = search.lower()
            self._find()

    def _find(self) -> bool:
        """Choose what was typed: the whole initials before their beginning, what is possible before what is not."""
        typed = self._typed
        return (
            self.choose(lambda row: INITIALS[row.act] == typed and not row.why_not)
            or self.choose(lambda row: INITIALS[row.act] == typed)
            or self.choose(lambda row: INITIALS[row.act].startswith(typed) and not row.why_not)
            or self.choose(lambda row: INITIALS[row.act].startswith(typed))
        )

    def _start_over(self) -> None:
        self._typed = ""


class StepDialog(AskDialog):
    """The acts left; right the facts of the chosen one, what it does to the clock, the words of its article.

    ``look(act_or_step)`` is asked to say more: with a step what it would do, with a row its article's text.
    """

    def __init__(
        self,
        parent: QWidget,
        application: Application,
        choices: Sequence[ActChoice],
        *,
        today: Callable[[], date],
        clerk: str,
    ) -> None:
        self._application, self._today, self._clerk = application, today, clerk
        self._pages: dict[Act, StepForm] = {}
        self.acts = ActsList()
        self.pages = QVBoxLayout()  # no stack: it would be as high as its highest page
        self.effect, self.basis, self.law = PlainLabel(), PlainLabel(), PlainLabel()
        for line in (self.effect, self.basis, self.law):
            line.setWordWrap(True)
            line.setContentsMargins(theme.M, 0, theme.M, 0)
        for line in (self.basis, self.law):
            line.setProperty("role", "muted")
        self.law.setAccessibleName(translate("step", "条文"))
        self._elsewhere = PlainLabel(translate("step", "这一步有自己的对话框，按 Enter 打开。"))
        self._elsewhere.setContentsMargins(theme.M, theme.M, theme.M, 0)
        super().__init__(
            parent,
            title=translate("step", "办理步骤　{0}").format(application.number),
            does=translate("step", "记录"),
            body=self._sides(),
            forms=(),
        )
        offered = rows(choices)
        for row in offered:
            if row.act not in OWN and not row.why_not:
                self._add_page(row)
        self._look: Callable[[Step], None] = lambda _step: None
        self._article: Callable[[str], None] = lambda _words: None
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(LOOK_AFTER_MS)
        self._asking.timeout.connect(self._ask)
        self.acts.opened.connect(self._to_form)
        self.acts.chosen.connect(self._chosen)
        self.acts.show_rows(offered)
        self.resize(940, 560)
        first = usual(application.state, offered)
        self.acts.choose(lambda row: row.act is first)
        self.acts.setFocus()

    def asks(self, look: Callable[[Step], None], article: Callable[[str], None]) -> None:
        """Say who is asked what a step would do (``show_effect`` answers), and what an article says (``show_law``)."""
        self._look, self._article = look, article
        if (row := self.row()) is not None:
            self._article(row.article)
        self._ask()

    def row(self) -> ActRow | None:
        """Return the chosen act."""
        return self.acts.current()  # type: ignore[no-any-return]

    def go_to(self, act: Act, known: Mapping[str, str]) -> None:
        """Choose an act, fill in what is known of it, and move to what it asks."""
        self.acts.choose(lambda row: row.act is act)
        row = self.row()
        if row is None or row.act is not act:
            return
        if (form := self._pages.get(act)) is not None:
            form.restore(form.texts() | form.shown_as(known))
        self._to_form(row)

    @property
    def form(self) -> StepForm:
        """The form of the chosen act."""
        row = self.row()
        assert row is not None
        return self._pages[row.act]

    def elsewhere(self) -> Act | None:
        """Return the chosen act when its own dialog has to be opened for it."""
        row = self.row()
        return row.act if row is not None and row.act in OWN else None

    def step(self) -> Step:
        """Return the act as it was typed."""
        return self.form.step()

    def show_effect(self, step: Step, before: date | None, trace: ClockTrace | None, left: int | None) -> None:
        """Say where the clock would stand after ``step``; an answer to an older text is dropped."""
        row = self.row()
        if row is not None and row.act is step.act and self.form.step() == step:
            self._say(_effect(before, trace, left), "")

    def show_refusal(self, step: Step, problem: Exception) -> None:
        """Say why ``step`` could not be recorded as it stands."""
        row = self.row()
        if row is None or row.act is not step.act:
            return
        told = isinstance(problem, Refusal) and not isinstance(problem, _UNTOLD)
        self._say(sentence(problem) if told else "", "warn")

    def show_law(self, words: str, text: str) -> None:
        """Show the text of the article named by ``words``."""
        row = self.row()
        if row is not None and row.article == words:
            self.law.setText(text)

    # -- inside ---------------------------------------------------------------------------------------------------

    def _sides(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(self._elsewhere)
        column.addLayout(self.pages)
        for line in (self.effect, self.basis, self.law):
            column.addWidget(line)
        column.addStretch(1)
        sides = QWidget()
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.L)
        self.acts.setMinimumWidth(340)
        row.addWidget(self.acts, 5)
        scroll = FormScroll(right)
        scroll.setMinimumWidth(250)
        row.addWidget(scroll, 4)
        return sides

    def _add_page(self, row: ActRow) -> None:
        form = StepForm(row.act, letters_of(self._application.steps, row.letters), today=self._today)
        form.propose(known_facts(self._application.steps, self._application.state, self._clerk))
        form.changed.connect(self._later)
        form.passed.connect(self._ok)
        self._pages[row.act] = form
        form.hide()
        self.pages.addWidget(form)

    def _chosen(self, row: ActRow | None) -> None:
        if row is None:
            return
        form = self._pages.get(row.act)
        for page in self._pages.values():
            page.setVisible(page is form)
        self._elsewhere.setVisible(row.act in OWN and not row.why_not)
        self._forms = ()
        if form is not None:
            self._forms = (form,)
        self.ok.setEnabled(not row.why_not)
        self.ok.setText(translate("step", "打开") if row.act in OWN else translate("step", "记录"))
        self._say(f"⚠ {row.why_not}" if row.why_not else "", "")
        self.basis.setText(translate("step", "依据：{0}").format(row.article) if row.article else "")
        self.law.setText("")
        self.say_problem("")
        self._article(row.article)
        self._later()

    def _later(self) -> None:
        self._asking.start()

    def _ask(self) -> None:
        self._asking.stop()
        row = self.row()
        if row is not None and row.act in self._pages:
            self._look(self.form.step())

    def _say(self, words: str, tone: str) -> None:
        self.effect.setText(words)
        self.effect.setVisible(bool(words))
        self.effect.setProperty("tone", tone)
        restyle(self.effect)

    def _to_form(self, row: ActRow) -> None:
        if row.why_not:
            return
        if row.act in OWN:
            self._ok()
        else:
            self._pages[row.act].focus_first()

    def _fit(self) -> bool:
        row = self.row()
        return row is not None and not row.why_not and super()._fit()


def _effect(before: date | None, trace: ClockTrace | None, left: int | None) -> str:
    if trace is None:
        return ""
    if trace.ended_on is not None:
        return translate("step", "记录后：本件办结，不再计算期限")
    if trace.due is None:
        return translate("step", "记录后：{0}").format(standing_words(trace.standing))
    after = due_words(trace.due, provisional=trace.provisional)
    words = translate("step", "记录后：应于 {0} 前答复，{1}").format(after, left_words(left))
    if trace.due == before:
        return translate("step", "{0}（期限不变）").format(words)
    was = translate("step", "（现为 {0}）").format(before) if before else translate("step", "（现停止计算）")
    return words + was


def _words(row: ActRow) -> str:
    return label(row.act) + (" ›" if row.act in OWN else "")


def _whether(row: ActRow) -> str:
    return row.why_not or translate("step", "可以记录")


def _tone(row: ActRow) -> str | None:
    return "muted" if row.why_not else None
