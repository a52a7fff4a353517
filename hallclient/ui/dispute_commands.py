"""What can be done with an open dispute? Record what happened, take it back, redo the application, explain a date."""

from typing import Any

import shiboken6
from PySide6.QtCore import QObject

from hallclient.domain.register.kinds import DisputeKind
from hallclient.domain.register.life_terms import ReopenGround
from hallclient.services.disputes import DisputeFile
from hallclient.ui.ask_dialog import AskDialog, ReasonDialog
from hallclient.ui.dispute_act_dialog import DisputeActDialog
from hallclient.ui.dispute_dates_dialog import show_dispute_dates
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.terms import label


class DisputeCommands(QObject):
    """Opens the dialogs over the disputes tab and sends what was typed."""

    def __init__(self, tab: Any) -> None:
        super().__init__(tab)
        self._tab = tab

    def record_act(self) -> None:
        """Ctrl+R: what happened, on which day?"""
        file = self._opened()
        if file is None or not self._tab.may_record:
            return
        dialog = DisputeActDialog(self._tab.list, file, today=self._tab.context.today)
        dialog.sends(lambda sent: self._send_act(sent, file))

    def _send_act(self, dialog: DisputeActDialog, file: DisputeFile) -> None:
        disputes, by, step, late = (
            self._tab.context.hall.disputes,
            self._tab.context.clerk,
            dialog.step(),
            dialog.late_reason(),
        )
        number, version = file.dispute.number, file.dispute.version
        said = translate("disputes", "{0} 已记：{1}").format(number, label(step.act))
        self._tab.run(
            lambda: disputes.record_act(number, step, version=version, late_reason=late, by=by),
            then=lambda _dispute: self._done(dialog, number, said),
            failed=dialog.refuse,
            touches=[Topic.DISPUTES],
        )

    def undo_act(self) -> None:
        """Ctrl+Z: take the last act back, with a reason."""
        file = self._opened()
        if file is None or not self._tab.may_record:
            return
        if not file.dispute.history:
            self._tab.complained.emit(translate("disputes", "还没有可以撤销的进展"))
            return
        last, dispute = file.dispute.history[-1], file.dispute
        disputes, by = self._tab.context.hall.disputes, self._tab.context.clerk

        def send(sent: ReasonDialog) -> None:
            reason = sent.reason()
            said = translate("disputes", "{0} 已撤销：{1}").format(dispute.number, label(last.act))
            self._tab.run(
                # Whatever day it touches: why it is taken back is why the closed day is adjusted.
                lambda: disputes.undo_act(
                    dispute.number, reason=reason, version=dispute.version, late_reason=reason, by=by
                ),
                then=lambda _dispute: self._done(sent, dispute.number, said),
                failed=sent.refuse,
                touches=[Topic.DISPUTES],
            )

        ReasonDialog(
            self._tab.list,
            title=translate("disputes", "撤销进展　{0}").format(dispute.number),
            told=translate("disputes", "撤销 {0}“{1}”：阶段、期限和结果恢复到此前，操作记录保留。").format(
                last.on, label(last.act)
            ),
            does=translate("disputes", "撤销"),
        ).sends(send)

    def redo(self) -> None:
        """Ctrl+J: handle the application again, as the decision orders; its period goes to the application."""
        file = self._opened()
        if file is None or not self._tab.may_redo:
            return
        dispute, days = file.dispute, file.redo_days
        hall, by = self._tab.context.hall, self._tab.context.clerk
        court = dispute.kind is not DisputeKind.RECONSIDERATION
        ground = ReopenGround.JUDGMENT if court else ReopenGround.RECONSIDERATION
        told = translate("disputes", "{0} 将重新办理。").format(dispute.application)
        if days:
            told += translate("disputes", "决定（裁判）所定期限还剩 {0} 个工作日，作为新的答复期限。").format(days)

        def send(sent: ReasonDialog) -> None:
            reason = sent.reason()

            def work() -> None:
                version = hall.applications.get(dispute.application).version
                hall.applications.reopen(
                    dispute.application,
                    ground=ground,
                    order=dispute.file_number or dispute.number,
                    days=days or None,
                    reason=reason,
                    by=by,
                    version=version,
                )

            self._tab.run(
                work,
                then=lambda _none: self._reopened(sent, dispute.application),
                failed=sent.refuse,
                touches=[Topic.APPLICATIONS],
            )

        title = translate("disputes", "重新办理　{0}").format(dispute.application)
        ReasonDialog(self._tab.list, title=title, told=told, does=translate("disputes", "重新办理")).sends(send)

    def _reopened(self, dialog: AskDialog, application: str) -> None:
        if shiboken6.isValid(dialog):
            dialog.accept()
        self._tab.said.emit(translate("disputes", "{0} 已重新办理").format(application))
        self._tab.wish_open.emit("application", application)

    def explain(self) -> None:
        """F9: why is it due on this day?"""
        row = self._tab.list.current()
        if self._tab.list.hasFocus() and row is not None:
            number = row.dispute.number
        elif self._tab.file is not None:
            number = self._tab.file.dispute.number
        else:
            self._tab.complained.emit(translate("disputes", "请先在列表中选一件"))
            return
        show_dispute_dates(self._tab.parent(), number)

    def _opened(self) -> DisputeFile | None:
        file: DisputeFile | None = self._tab.file
        if file is None:
            self._tab.complained.emit(translate("disputes", "请先在列表中按 Enter 打开一件"))
        return file

    def _done(self, dialog: AskDialog, number: str, said: str) -> None:
        if shiboken6.isValid(dialog):
            dialog.accept()
        self._tab.said.emit(said)
        self._tab.show_record(number)
        self._tab.ask()
