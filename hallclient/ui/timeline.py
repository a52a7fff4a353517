"""What happened to this application, day by day, and what did each act do to the clock?"""

from dataclasses import dataclass
from datetime import date

from hallclient.domain.law.clock import ClockTrace
from hallclient.domain.register.application import Application
from hallclient.domain.register.steps import Act, Step
from hallclient.ui.language import translate
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.terms import label


@dataclass(frozen=True, slots=True)
class _Line:
    step: Step
    effect: str
    article: str


class Timeline(ListView):
    """The steps of one application, oldest first."""

    def __init__(self) -> None:
        super().__init__(
            [
                Column(title=translate("timeline", "日期"), text=lambda line: line.step.on.isoformat(), width=100),
                Column(title=translate("timeline", "步骤"), text=lambda line: label(line.step.act), width=128),
                Column(title=translate("timeline", "效果"), text=_effect, stretch=True, hover=_hover),
                Column(title=translate("timeline", "经办"), text=lambda line: line.step.by, width=72),
            ],
            name=translate("timeline", "办理经过"),
            empty=translate("timeline", "从列表、待办或 F3 查找打开一件申请。"),
            sortable=False,
        )

    def show_application(self, application: Application, trace: ClockTrace | None) -> None:
        """Show the steps with what the clock says of each."""
        said: dict[tuple[str, date], list[tuple[str, str]]] = {}
        for told in trace.steps if trace is not None else ():
            said.setdefault((told.event, told.on), []).append((told.effect, told.article))
        lines = []
        for step in application.steps:
            effects = said.get((step.act.value, step.on), [])
            effect, article = effects.pop(0) if effects else ("", "")
            lines.append(_Line(step, effect, article))
        self.show_rows(lines, keep=lambda line: (line.step.act, line.step.on, line.step.id))
        if self.current() is None and lines:
            self.selectRow(len(lines) - 1)


def _effect(line: _Line) -> str:
    step = line.step
    parts = [line.effect]
    if step.act is Act.ARRIVED:
        parts.append(translate("timeline", "已送达，待双方确认，期限未起算"))
    if step.outcome is not None:
        parts.append(label(step.outcome))
    if "approver" in step.details:
        parts.append(translate("timeline", "批准人 {0}").format(step.details["approver"]))
    if "party" in step.details:
        parts.append(step.details["party"])
    if "yuan" in step.details:
        parts.append(translate("timeline", "{0} 元").format(step.details["yuan"]))
    if step.reason:
        parts.append(translate("timeline", "说明：{0}").format(step.reason))
    return "；".join(part for part in parts if part)


def _hover(line: _Line) -> str:
    return f"{_effect(line)}\n{line.article}".strip()
