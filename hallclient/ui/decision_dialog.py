"""Which reply does this case get? Question after question in the order of practice, with the law's own words beside it.

Nothing is written here: what was reached is handed over as the answer that ended the path, and the answer's or the
act's own dialog takes it from there.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hallclient.domain.law.decision import Answer, OfferedAnswer, Position
from hallclient.ui import theme
from hallclient.ui.language import noop, translate
from hallclient.ui.messages import sentence
from hallclient.ui.plain import PlainLabel
from hallclient.ui.screen import Screen, card
from hallclient.ui.terms import label

_DIGITS = "零一二三四五六七八九"
_STAGES = (
    noop("decision", "补不补"),
    noop("decision", "是不是"),
    noop("decision", "谁负责"),
    noop("decision", "有没有"),
    noop("decision", "给不给"),
    noop("decision", "怎么给"),
)


def article_name(number: int) -> str:
    """Return 第三十六条, as the 条例 numbers its articles."""
    tens, ones = divmod(number, 10)
    said = (("" if tens == 1 else _DIGITS[tens]) + "十" if tens else "") + (_DIGITS[ones] if ones else "")
    return f"第{said}条"


class DecisionDialog(QDialog):
    """``reached(answer)`` when the clerk takes the end of a path; Esc leaves without a trace.

    The digits choose an answer, Enter goes on, Backspace goes back one question.
    """

    reached = Signal(object)

    def __init__(self, screen: Screen, number: str) -> None:
        super().__init__(screen)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("怎样答复　{0}").format(number))
        self._screen, self._number = screen, number
        self._answers: list[str] = []
        self._position: Position | None = None
        self._titles: dict[str, str] = {}
        self.stages = [PlainLabel(stage) for stage in _STAGES]
        self.asked = PlainLabel()
        self.asked.setProperty("role", "title")
        self.asked.setWordWrap(True)
        self.answers = QListWidget()
        self.answers.setWordWrap(True)
        self.answers.setAccessibleName(self.tr("可选的回答"))
        self.answers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.answers.itemDoubleClicked.connect(lambda _item: self._go_on())  # Enter comes by the dialog itself
        self.answers.currentRowChanged.connect(lambda _row: self._show_choice())
        self.answers.installEventFilter(self)
        self.why_not = PlainLabel()
        self.why_not.setWordWrap(True)
        self.why_not.setProperty("tone", "warn")
        self.path = PlainLabel()
        self.path.setWordWrap(True)
        self.path.setProperty("role", "muted")
        self.law = QPlainTextEdit()
        self.law.setReadOnly(True)
        self.law.setTabChangesFocus(True)
        self.law.setAccessibleName(self.tr("法条原文"))
        self.left = PlainLabel()
        self.left.setWordWrap(True)
        self.left.setProperty("role", "muted")
        self.on = self._button(self.tr("选定"), self._go_on)
        self.on.setProperty("primary", True)
        self.back = self._button(self.tr("上一问"), self._go_back)
        self._lay_out()
        self.resize(900, 560)
        self._ask()
        hall = screen.context.hall
        screen.run(lambda: {kind.code: kind.title for kind in hall.documents.kinds()}, then=self._know_titles)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        layout.setSpacing(theme.M)
        way = QHBoxLayout()
        way.setSpacing(theme.M)
        for place, stage in enumerate(self.stages):
            if place:
                way.addWidget(PlainLabel("›"))
            way.addWidget(stage)
        way.addStretch(1)
        layout.addLayout(way)
        layout.addWidget(self.asked)
        sides = QHBoxLayout()
        sides.setSpacing(theme.L)
        choice = QWidget()
        choosing = QVBoxLayout(choice)
        choosing.setContentsMargins(0, 0, 0, 0)
        self._offered = card(self.answers)
        choosing.addWidget(self._offered, 100)
        choosing.addWidget(self.why_not)
        choosing.addWidget(self.path)
        choosing.addStretch(1)
        sides.addWidget(choice, 5)
        sides.addWidget(self.law, 4)
        layout.addLayout(sides, 1)
        layout.addWidget(self.left)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.on)
        row.addWidget(self._button(self.tr("返回"), self.reject))
        layout.addLayout(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Backspace:
                self._go_back()
                return True
            place = event.key() - Qt.Key.Key_1
            if not event.modifiers() and 0 <= place < min(self.answers.count(), 9):
                self.answers.setCurrentRow(place)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        elif event.key() == Qt.Key.Key_Backspace:
            self._go_back()
        else:
            super().keyPressEvent(event)

    # -- asking ---------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        desk, number, answers = self._screen.context.hall.decision, self._number, tuple(self._answers)
        self._screen.run(
            lambda: desk.page(number, answers),
            then=lambda page: self._show(page.position, page.articles),
            failed=lambda problem: self.why_not.setText(sentence(problem)),
        )

    def _show(self, position: Position, articles: Mapping[int, str]) -> None:
        self._position = position
        self._mark_stage(position)
        self.law.setPlainText("\n\n".join(f"{article_name(number)}　{text}" for number, text in articles.items()))
        self.path.setText("\n".join(f"{question.title}：{answer.label}" for question, answer in position.path))
        self.path.setVisible(bool(position.path))
        self.back.setEnabled(bool(self._answers))
        self.answers.clear()
        if position.question is not None:
            self.asked.setText(position.question.ask)
            for place, offer in enumerate(position.offers, start=1):
                self._add(place, offer)
            free = next((at for at, offer in enumerate(position.offers) if offer.why_not is None), 0)
            self.answers.setCurrentRow(free)
            self.answers.setFocus()
        self._offered.setVisible(position.question is not None)
        if position.end is not None:
            self._show_end(position.end)
        else:
            self.on.setText(self.tr("选定"))
            self._show_choice()

    def _add(self, place: int, offer: OfferedAnswer) -> None:
        item = QListWidgetItem(f"{place}　{offer.answer.label}")
        if offer.why_not is not None:
            item.setForeground(self.palette().placeholderText())
            item.setToolTip(sentence(offer.why_not))
        self.answers.addItem(item)

    def _show_end(self, end: Answer) -> None:
        paper = self._title(end.document)
        if end.outcome is not None:
            self.asked.setText(self.tr("按“{0}”答复").format(label(end.outcome)))
            self.left.setText(self.tr("文书：{0}。下一步拟稿，填写文书内容。").format(paper))
            self.on.setText(self.tr("拟稿"))
        elif end.act is not None:
            self.asked.setText(self.tr("先登记“{0}”，再决定如何答复").format(label(end.act)))
            self.left.setText(self.tr("文书：{0}。下一步登记，出具文书。").format(paper))
            self.on.setText(self.tr("登记"))
        self.why_not.hide()
        self.on.setEnabled(True)
        self.on.setFocus()

    def _show_choice(self) -> None:
        offer = self._offer()
        refusal = offer.why_not if offer is not None else None
        self.why_not.setText(sentence(refusal) if refusal is not None else "")
        self.why_not.setVisible(refusal is not None)
        self.on.setEnabled(offer is not None and refusal is None)
        if offer is not None:
            self.left.setText(self._reachable(offer))

    def _reachable(self, offer: OfferedAnswer) -> str:
        papers = "、".join(self._title(code) for code in offer.documents)
        outcomes = "、".join(label(outcome) for outcome in offer.outcomes)
        if not outcomes:
            return self.tr("这样选：先出具{0}").format(papers)
        if len(offer.outcomes) > 4:
            return self.tr("这样选，还有 {0} 种办理结果、{1} 种文书").format(len(offer.outcomes), len(offer.documents))
        return self.tr("这样选，可能的办理结果：{0}；文书：{1}").format(outcomes, papers)

    def _mark_stage(self, position: Position) -> None:
        now = position.question.title if position.question is not None else position.path[-1][0].title
        for stage, name in zip(self.stages, _STAGES, strict=True):
            stage.setText(translate("decision", name))
            font = QFont(stage.font())
            font.setBold(name == now)
            stage.setFont(font)
            stage.setProperty("role", "" if name == now else "muted")
            stage.style().polish(stage)

    # -- going on and back ----------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        position, offer = self._position, self._offer()
        if position is None:
            return
        if position.end is not None:
            self.accept()
            self.reached.emit(position.end)
        elif offer is not None and offer.why_not is None:
            self._answers.append(offer.answer.id)
            self._ask()

    def _go_back(self) -> None:
        if self._answers:
            self._answers.pop()
            self._ask()

    def _offer(self) -> OfferedAnswer | None:
        row = self.answers.currentRow()
        if self._position is None or not 0 <= row < len(self._position.offers):
            return None
        return self._position.offers[row]

    def _know_titles(self, titles: dict[str, str]) -> None:
        self._titles = titles
        if self._position is not None and self._position.question is not None:
            self._show_choice()

    def _title(self, code: str) -> str:
        return f"《{self._titles[code]}》" if code in self._titles else code

    def _button(self, title: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton(title)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: does())
        return button
