"""In whose styles is the annual report set in Word? The office's own template: chosen, checked, tried, taken back."""

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.register.permissions import Permission
from hallclient.ui import theme
from hallclient.ui.context import Context
from hallclient.ui.figure_export import ask_file
from hallclient.ui.forms import Form
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.path_field import PathField
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.settings_page import PageAction, SettingsPage

LANE = "figures"  # a sample is a whole year's report
HERE, FILLED = "{{正文}}", ("{{标题}}", "{{机关}}", "{{年度}}")  # what a template says, in every language
Fact = tuple[bool | None, str]  # True: good, None: to be known


class TemplatePage(SettingsPage):
    """``Ctrl+K`` checks the file named (or the one in use), ``Ctrl+E`` writes last year's report with it to look at,
    ``Ctrl+Enter`` keeps it; ``Ctrl+J`` saves our template for restyling, ``Ctrl+Delete`` goes back to it."""

    lane = LANE

    def __init__(self, context: Context) -> None:
        self.template = PathField(
            "template",
            translate("settings", "本机关的 Word 模板"),
            patterns=translate("settings", "Word 文档 (*.docx)"),
            wide=True,
        )
        super().__init__(context, translate("settings", "年度报告模板"), Form([self.template], columns=1))
        may = context.may(Permission.CHANGE_SETTINGS)
        self.save_title = translate("settings", "采用") if may else ""
        self._own = False
        self.used = PlainLabel()
        self.used.setWordWrap(True)
        self.facts = ListView(
            [
                Column(title="", text=_mark, tone=_tone, width=36),
                Column(title=translate("settings", "检查"), text=lambda fact: fact[1], tone=_tone, stretch=True),
            ],
            name=translate("settings", "模板检查结果"),
            empty=translate("settings", "填入 .docx 文件（Ctrl+O 选择），按 Ctrl+K 检查。"),
            sortable=False,
        )
        told = QWidget()
        lines = QVBoxLayout(told)
        lines.setContentsMargins(theme.M, 0, theme.M, theme.M)
        lines.addWidget(self.used)
        self.column.addWidget(told)
        self.column.addWidget(self.facts, 1)
        self.actions_of_page = (
            PageAction(translate("settings", "检查"), "Ctrl+K", self.check),
            PageAction(translate("settings", "出一份样张"), "Ctrl+E", self.sample, self._may_export),
            PageAction(translate("settings", "存自带的模板"), "Ctrl+J", self.save_shipped),
            PageAction(translate("settings", "改回自带的"), "Ctrl+Delete", self.take_back, lambda: may and self._own),
        )

    def ask(self) -> None:
        desk = self.context.hall.settings
        self.run(desk.template_facts, then=self._show_used, failed=self._unusable)

    def _show_used(self, facts: Any) -> None:
        self._own = facts is not None
        if facts is None:
            self.used.setText(translate("settings", "现在用的是程序自带的模板（GB/T 9704 的字体字号）。"))
            self.stand(translate("settings", "自带的"))
        else:
            told = translate("settings", "现在用的是本机关的模板（{0:,} KB），保存在本机数据中，原文件不必保留。")
            self.used.setText(told.format(max(1, facts.size // 1024)))
            self.stand(translate("settings", "✓ 本机关的"))

    def _unusable(self, problem: Exception) -> None:
        self._own = True
        self.used.setText(f"⚠ {sentence(problem)}")
        self.stand(translate("settings", "模板不能用"), warns=True)

    def check(self) -> None:
        """Say what the file named holds; with none named, the template in use."""
        desk, path = self.context.hall.settings, self.template.value()
        self.template.mark("")
        self.run(lambda: desk.template_facts(path), then=self._checked, failed=self._failed)

    def _checked(self, facts: Any) -> None:
        if facts is None:
            self.facts.show_rows([(True, translate("settings", "自带的模板：样式齐全，报告接在文首"))])
            return
        rows: list[Fact] = [
            (True, translate("settings", "可以打开")),
            (True, translate("settings", "报告用的 {0} 种样式齐全").format(facts.styles)),
        ]
        if facts.here:
            rows.append((True, translate("settings", "{0}：报告放在这一段").format(HERE)))
        else:
            rows.append((None, translate("settings", "没有 {0} 一段：报告接在模板文末").format(HERE)))
        found = translate("settings", "、").join(slot for slot in facts.slots if slot != HERE)
        if found:
            rows.append((True, translate("settings", "自动填写：{0}").format(found)))
        else:
            told = translate("settings", "没有 {0}，可以写在页眉、页脚或封面")
            rows.append((None, told.format(" ".join(FILLED))))
        self.facts.show_rows(rows)
        self.said.emit(translate("settings", "✓ 模板可以用"))

    def _failed(self, problem: Exception) -> None:
        self.facts.show_rows([(False, sentence(problem))])
        self.template.mark(sentence(problem))
        self.complained.emit(sentence(problem))

    def save(self) -> None:
        path = self.template.value()
        if self.form is None or not self.save_title:
            return
        if path is None:
            self.template.mark(translate("settings", "请填入模板文件，Ctrl+O 选择"))
            return
        desk, by = self.context.hall.settings, self.context.clerk
        self.run(
            lambda: desk.change_word_template(path, by=by),
            then=lambda _none: self._changed(translate("settings", "已采用，以后导出、定稿的 Word 年度报告用这个模板")),
            failed=self._failed,
            touches=[Topic.SETTINGS],
        )

    def take_back(self) -> None:
        """Set reports in the styles that come with the program again."""
        desk, by = self.context.hall.settings, self.context.clerk
        self.run(
            lambda: desk.change_word_template(None, by=by),
            then=lambda _none: self._changed(translate("settings", "已改回程序自带的模板；已定稿的报告不变")),
            touches=[Topic.SETTINGS],
        )

    def _changed(self, told: str) -> None:
        self.template.set_value("")
        self.template.mark("")
        self.facts.show_rows([])
        self.said.emit(told)
        self.ask()

    def _may_export(self) -> bool:
        return self.context.may(Permission.EXPORT_FIGURES)

    def sample(self) -> None:
        """Write last year's report in the template named, or in the one in use."""
        ask_file(self, f"{self.context.hall.window}-{self._year()}", ("docx",), self.sample_to)

    def sample_to(self, path: Path) -> None:
        """Write the sample to a file."""
        hall, by, template, year = self.context.hall, self.context.clerk, self.template.value(), self._year()
        self.run(
            lambda: hall.figures.export_annual(hall.reports.report(year), path, by=by, template=template),
            then=lambda _none: self.said.emit(
                translate("settings", "已写出 {0} 年的报告作为样张：{1}").format(year, path.name)
            ),
            failed=self._failed,
        )

    def save_shipped(self) -> None:
        """Save the template that comes with the program, to be restyled in Word."""
        ask_file(self, translate("settings", "年度报告模板"), ("docx",), self.save_shipped_to)

    def save_shipped_to(self, path: Path) -> None:
        """Write our template to a file."""
        desk = self.context.hall.settings
        self.run(
            lambda: desk.save_shipped_template(path),
            then=lambda _none: self.said.emit(
                translate("settings", "已保存 {0}，在 Word 中改样式，不要改样式的名称").format(path.name)
            ),
        )

    def _year(self) -> int:
        today: date = self.context.today()
        return today.year - 1


def _mark(fact: Fact) -> str:
    good, _ = fact
    return "·" if good is None else "✓" if good else "✗"


def _tone(fact: Fact) -> str | None:
    return "danger" if fact[0] is False else "muted" if fact[0] is None else None
