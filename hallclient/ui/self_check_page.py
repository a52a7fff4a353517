"""Is this machine fit for the counter today? Fonts, printers, input method, clock, disk, calendar, backup."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog

from hallclient.domain.register.permissions import Permission
from hallclient.foundation import files
from hallclient.services.selfcheck import Finding, Health
from hallclient.ui.check_words import check_name, finding_advice, finding_sentence, health_name
from hallclient.ui.context import Context
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.settings_page import PageAction, SettingsPage

TONES = {Health.OK: None, Health.WARN: "warn", Health.BAD: "danger"}


class SelfCheckPage(SettingsPage):
    """``Ctrl+R`` checks again, ``Ctrl+E`` writes the page to a file for support: no personal data stands in it."""

    lane = "machine"

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("settings", "自检"))
        self._findings: tuple[Finding, ...] = ()
        self.list = ListView(
            [
                Column(title=translate("settings", "项目"), text=lambda one: check_name(one.check), width=128),
                Column(
                    title=translate("settings", "状态"),
                    text=lambda one: health_name(one.health),
                    tone=lambda one: TONES[one.health],
                    width=88,
                ),
                Column(
                    title=translate("settings", "结果与办法"),
                    text=_told,
                    hover=_told,
                    tone=lambda one: TONES[one.health],
                    stretch=True,
                ),
            ],
            name=translate("settings", "自检"),
            empty=translate("settings", "正在检查…"),
            sortable=False,
        )
        self.list.setWordWrap(True)
        self.column.addWidget(self.list)
        actions = [
            PageAction(translate("settings", "重新检查"), "Ctrl+R", self.ask),
            PageAction(translate("settings", "导出"), "Ctrl+E", self._export),
        ]
        if context.may(Permission.CONFIRM_CLOCK):
            actions.append(PageAction(translate("settings", "时钟已校准"), "Ctrl+T", self._confirm_clock))
        self.actions_of_page = tuple(actions)

    def start(self) -> None:
        self.list.setFocus()

    def ask(self) -> None:
        self.run(self.context.hall.selfcheck.run, then=self._show)

    def _show(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self.list.show_rows(findings, keep=lambda one: one.check)
        self._fit()
        bad = sum(one.health is not Health.OK for one in findings)
        self.stand(translate("settings", "{0} 项注意").format(bad) if bad else "✓", warns=bool(bad))

    def _fit(self) -> None:
        """Give each sentence the lines it needs, once the list has its width."""
        QTimer.singleShot(0, self.list, self.list.resizeRowsToContents)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _confirm_clock(self) -> None:
        reception, by = self.context.hall.reception, self.context.clerk
        self.run(
            lambda: reception.confirm_clock(by=by),
            then=self._clock_confirmed,
            failed=lambda problem: self.complained.emit(sentence(problem)),
            touches=[Topic.SETTINGS],
            lane="local",
        )

    def _clock_confirmed(self, _none: object) -> None:
        self.said.emit(translate("settings", "已确认时钟，可以继续编号"))
        self.ask()

    def _export(self) -> None:
        dialog = QFileDialog(self, translate("settings", "导出自检结果"), "self-check.txt", "TXT (*.txt)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.export_to(Path(path)))
        dialog.open()

    def export_to(self, path: Path) -> None:
        """Write the findings as plain text."""
        text = report_text(self._findings, self.context.hall.now(), self.context.hall.window)
        self.run(
            lambda: files.write(path, text.encode("utf-8-sig")),
            then=lambda _none: self.said.emit(translate("settings", "已导出 {0}").format(path.name)),
            failed=lambda problem: self.complained.emit(sentence(problem)),
        )


def report_text(findings: Sequence[Finding], at: datetime, window: str) -> str:
    """Return the findings as lines of text for whoever helps from afar."""
    head = translate("settings", "自检　{0}　{1}").format(window, f"{at:%Y-%m-%d %H:%M}")
    lines = [f"[{health_name(one.health)}] {check_name(one.check)}：{_told(one)}" for one in findings]
    return "\r\n".join([head, "", *lines, ""])


def _told(finding: Finding) -> str:
    advice = finding_advice(finding)
    said = finding_sentence(finding)
    return translate("settings", "{0}。{1}").format(said, advice) if advice else said
