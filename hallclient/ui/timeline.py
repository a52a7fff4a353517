"""What happened to this application, from its arrival to its file? Steps, papers, prints and disputes in one line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.issued import IssuedDocument
from hallclient.domain.register.items import DETAIL, Item, of_text
from hallclient.domain.register.life import RULES
from hallclient.domain.register.steps import Act, Step
from hallclient.ui import theme
from hallclient.ui.case_view import CaseView
from hallclient.ui.language import noop, translate
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.step_fields import detail_words
from hallclient.ui.terms import label

# What a step's details are called here; what is not named is told elsewhere in the line, or is no word for a person.
_NAMES = {
    "until": noop("timeline", "截止"),
    "approver": noop("timeline", "批准人"),
    "party_kind": noop("timeline", "对象"),
    "party": noop("timeline", "名称"),
    "opinion": noop("timeline", "意见"),
    "finding": noop("timeline", "结论"),
    "basis": noop("timeline", "计收方式"),
    "count": noop("timeline", "数量"),
    "yuan": noop("timeline", "金额（元）"),
    "receipt": noop("timeline", "票据号"),
    "scope": noop("timeline", "检索范围"),
    "keywords": noop("timeline", "关键词"),
    "person": noop("timeline", "检索人"),
    "reviewer": noop("timeline", "审查人"),
    "superior": noop("timeline", "领导"),
    "decision": noop("timeline", "决定"),
    "override": noop("timeline", "公共利益的理由"),
    "title": noop("timeline", "文书"),
    "number": noop("timeline", "文号"),
    "method": noop("timeline", "方式"),
    "tracking": noop("timeline", "单号"),
    "receiver": noop("timeline", "签收人"),
    "proof": noop("timeline", "凭证"),
    "replaces": noop("timeline", "更正"),
    "ground": noop("timeline", "依据"),
    "order": noop("timeline", "决定书"),
    "retention": noop("timeline", "保管期限"),
    "place": noop("timeline", "地点"),
}
_WAYS = frozenset({Act.SENT, Act.SERVED, Act.UNDELIVERED, Act.REPLY_CORRECTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that happened. ``paper`` or ``dispute`` (its number) is what Enter opens; ``step`` where it is one."""

    on: date
    at: datetime | None
    what: str
    words: str
    by: str = ""
    article: str = ""
    step: Step | None = None
    paper: IssuedDocument | None = None
    dispute: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        paper = self.paper.id if self.paper is not None else 0
        return (self.what, self.on, self.at, paper, self.dispute, self.step.id if self.step is not None else "")


class Timeline(QWidget):
    """The lines, oldest first, and under them the chosen one in full. ``opened(line)`` on Enter."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.list = ListView(
            [
                Column(title=translate("timeline", "日期"), text=lambda line: line.on.isoformat(), width=96),
                Column(title=translate("timeline", "事项"), text=lambda line: line.what, width=150, tone=_tone),
                Column(title=translate("timeline", "内容"), text=lambda line: line.words, stretch=True, hover=_whole),
                Column(title=translate("timeline", "经办"), text=lambda line: line.by, width=72, spare=True),
            ],
            name=translate("timeline", "办理经过"),
            empty=translate("timeline", "从列表、待办或 F3 查找打开一件申请。"),
            sortable=False,
        )
        self.detail = PlainLabel()
        self.detail.setWordWrap(True)
        self.detail.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        self.detail.setProperty("role", "muted")
        self.detail.setAccessibleName(translate("timeline", "所选一行的全文"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.detail)
        self.setFocusProxy(self.list)
        self.list.opened.connect(self.opened)
        self.list.chosen.connect(lambda line: self.detail.setText(_whole(line) if line is not None else ""))

    def show_case(self, view: CaseView) -> None:
        """Show the lines of a case; the chosen one stays chosen, else the newest is."""
        before = [line.key for line in self.list.rows_model.rows()]
        shown = lines(view)
        self.list.show_rows(shown, keep=lambda line: line.key)
        if shown and (self.list.current() is None or shown[-1].key not in before):
            self.list.selectRow(len(shown) - 1)
            self.list.scrollToBottom()


def lines(view: CaseView) -> list[Line]:
    """Return everything that happened in a case, oldest first; what is of one moment stays in its order."""
    found = [*_steps(view), *_papers(view), *_prints(view), *_disputes(view)]
    return sorted(found, key=lambda line: (line.on, _moment(line)))


def _moment(line: Line) -> datetime:
    """A thing recorded on a later day than it happened stands first on its day: its hour is not known."""
    known = line.at is not None and line.at.date() == line.on
    return line.at if known and line.at is not None else datetime.combine(line.on, time.min)


def _steps(view: CaseView) -> Iterator[Line]:
    effects: dict[tuple[str, date], list[tuple[str, str]]] = {}
    for told in view.trace.steps if view.trace is not None else ():
        effects.setdefault((told.event, told.on), []).append((told.effect, told.article))
    for step in view.application.steps:
        said = effects.get((step.act.value, step.on), [])
        effect, article = said.pop(0) if said else ("", RULES[step.act].article)
        yield Line(
            on=step.on,
            at=step.entered_at,
            what=label(step.act),
            words=_words(step, effect),
            by=step.by,
            article=article,
            step=step,
            paper=_paper_of(step, view),
        )


def _paper_of(step: Step, view: CaseView) -> IssuedDocument | None:
    if step.act in _WAYS:
        return next((paper for paper in view.papers if str(paper.id) == step.id), None)
    kind = step.details.get("document")
    return next((paper for paper in view.papers if paper.kind == kind and paper.issued_at == step.entered_at), None)


def _papers(view: CaseView) -> Iterator[Line]:
    for way in view.letters:
        paper = way.document
        notes = [f"{paper.kind} {paper.title}", paper.number]
        if way.corrected_by:
            notes.append(translate("timeline", "已由 {0} 更正").format(way.corrected_by))
        if paper.voided:
            notes.append(translate("timeline", "作废：{0}").format(paper.voided))
        yield Line(
            on=paper.issued_on,
            at=paper.issued_at,
            what=translate("timeline", "出具文书"),
            words=translate("timeline", "；").join(notes),
            by=paper.by,
            paper=paper,
        )


def _prints(view: CaseView) -> Iterator[Line]:
    papers = {paper.id: paper for paper in view.papers}
    for key, entries in view.prints.items():
        for entry in entries:
            notes = [f"{papers[key].kind} {papers[key].title}", translate("timeline", "第 {0} 份").format(entry.copy)]
            notes += [part for part in (entry.printer, entry.reason) if part]
            yield Line(
                on=entry.at.date(),
                at=entry.at,
                what=label(entry.state),
                words=translate("timeline", "；").join(notes),
                by=entry.by,
                paper=papers[key],
            )


def _disputes(view: CaseView) -> Iterator[Line]:
    for dispute in view.disputes:
        name = " ".join(part for part in (dispute.body, dispute.file_number) if part)
        yield Line(
            on=dispute.filed_on,
            at=None,
            what=label(dispute.kind),
            words=translate("timeline", "；").join(part for part in (translate("timeline", "提起"), name) if part),
            dispute=dispute.number,
        )
        for act in dispute.history:
            result = label(act.result) if act.result is not None else ""
            yield Line(
                on=act.on,
                at=None,
                what=label(dispute.kind),
                words=translate("timeline", "；").join(part for part in (label(act.act), result, act.note) if part),
                by=act.by,
                dispute=dispute.number,
            )


def _words(step: Step, effect: str) -> str:
    parts = [effect]
    if step.act is Act.ARRIVED:
        parts.append(translate("timeline", "已送达，待双方确认，期限未起算"))
    if (outcome := step.outcome or Outcome.read(step.details.get("outcome", ""))) is not None:
        parts.append(label(outcome))
    parts += [_item(place, item) for place, item in enumerate(of_text(step.details.get(DETAIL, "")), start=1)]
    for name, title in _NAMES.items():
        if value := step.details.get(name, ""):
            parts.append(f"{translate('timeline', title)} {detail_words(name, value, step.act)}")
    if step.reason:
        parts.append(translate("timeline", "说明：{0}").format(step.reason))
    if step.entered_at is not None and step.entered_at.date() != step.on:
        parts.append(translate("timeline", "{0} 补记").format(step.entered_at.date()))
    return translate("timeline", "；").join(part for part in parts if part)


def _item(place: int, item: Item) -> str:
    outcome = label(item.outcome) if item.outcome is not None else translate("timeline", "未定")
    return translate("timeline", "{0}. {1}（{2}）").format(place, item.title, outcome)


def _whole(line: Line) -> str:
    when = line.at.strftime("%Y-%m-%d %H:%M") if line.at is not None else line.on.isoformat()
    said = f"{line.what}　{line.words}"
    told = translate("timeline", "{0} 登记").format(f"{when} {line.by}".strip())
    basis = translate("timeline", "依据：{0}").format(line.article) if line.article else ""
    return "　".join(part for part in (said, told, basis) if part)


def _tone(line: Line) -> str | None:
    return "muted" if line.step is None else None
