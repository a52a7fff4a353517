"""What follows a reply? Its letters' way to their readers, the case dealt with again, the file put away."""

from datetime import date

from hallclient.domain.register.application import Application
from hallclient.domain.register.dispute import Dispute
from hallclient.domain.register.dispute_acts import RedoOrder
from hallclient.domain.register.kinds import DisputeKind
from hallclient.domain.register.life_terms import ReopenGround
from hallclient.domain.register.retention import Retention
from hallclient.domain.register.steps import Act
from hallclient.services.application_results import LetterWay
from hallclient.ui.acts_base import Acts
from hallclient.ui.after_dialogs import ArchiveDialog, ReopenDialog
from hallclient.ui.service_dialog import ServiceDialog
from hallclient.ui.terms import label

_WAYS = {Act.SENT: "send", Act.SERVED: "serve", Act.UNDELIVERED: "undelivered"}


class AfterActs(Acts):
    """The dialogs of what comes after."""

    def serve(self, application: Application, *, paper: int | None, act: Act | None = None) -> None:
        """Open the way of the letters; ``paper`` is the chosen one's id."""
        number, desk = application.number, self.desk

        def show(letters: tuple[LetterWay, ...]) -> None:
            if all(way.document.voided for way in letters):
                self.screen.complained.emit(self.tr("还没有文书，先按“出具文书”"))
                return
            dialog = ServiceDialog(
                self.screen, number, letters, steps=application.steps, chosen=paper, act=act, today=self.context.today
            )
            dialog.sends(lambda sent: self._send_service(sent, application))

        self.ask(lambda: desk.letters(number), show)

    def _send_service(self, dialog: ServiceDialog, application: Application) -> None:
        clerk, version = self.context.clerk, application.version
        act, way, facts = dialog.act(), dialog.paper(), dialog.facts()
        does = getattr(self.desk, _WAYS[act])
        told = {
            Act.SENT: self.tr("{0} 已送出"),
            Act.SERVED: self.tr("{0} 已送达，送达回证已出具"),
            Act.UNDELIVERED: self.tr("{0} 未能送达，已列入今日待办"),
        }[act]
        said = told.format(way.document.title)
        if (begun := dialog.begun()) is not None:
            said += self.tr("，并记“{0}”").format(label(begun.act))
        self.send(dialog, lambda: does(way.document.id, by=clerk, version=version, **facts), said)

    def reopen(self, application: Application) -> None:
        hall, number = self.context.hall, application.number

        def show(order: tuple[Dispute, RedoOrder] | None) -> None:
            known = _ordered(*order) if order is not None else {}
            dialog = ReopenDialog(self.screen, application, today=self.context.today, known=known)
            dialog.sends(lambda sent: self._send_reopening(sent, application))

        self.ask(lambda: hall.disputes.order_to_redo(number), show)

    def _send_reopening(self, dialog: ReopenDialog, application: Application) -> None:
        desk, clerk, number, version = self.desk, self.context.clerk, application.number, application.version
        facts = dialog.facts()
        self.send(
            dialog,
            lambda: desk.reopen(number, by=clerk, version=version, **facts),
            self.tr("{0} 重新办理，期限重新起算").format(number),
        )

    def archive(self, application: Application) -> None:
        desk, number = self.desk, application.number

        def show(proposed: Retention) -> None:
            dialog = ArchiveDialog(self.screen, application, proposed, today=self.context.today)
            dialog.sends(lambda sent: self._send_to_archive(sent, application))

        self.ask(lambda: desk.proposed_retention(number), show)

    def _send_to_archive(self, dialog: ArchiveDialog, application: Application) -> None:
        desk, clerk, number, version = self.desk, self.context.clerk, application.number, application.version
        facts = dialog.facts()
        self.send(
            dialog,
            lambda: desk.archive(number, by=clerk, version=version, **facts),
            self.tr("{0} 已归档").format(number),
        )


def _ordered(dispute: Dispute, order: RedoOrder) -> dict[str, object]:
    """Return what a decision to act again tells the form; days other than working days are left to the clerk."""
    reconsidered = dispute.kind is DisputeKind.RECONSIDERATION
    began: date | None = order.runs_from
    return {
        "ground": ReopenGround.RECONSIDERATION if reconsidered else ReopenGround.JUDGMENT,
        "days": order.days if order.working else None,
        **({"on": began} if began is not None else {}),
    }
