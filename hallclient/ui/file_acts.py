"""What can be done with an application that stands in the register? One dialog an act, nothing typed is ever lost."""

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QObject

from hallclient.domain.register.application import Application
from hallclient.domain.register.issued import IssuedDocument, KindOffer
from hallclient.domain.register.steps import Act, Step
from hallclient.ui.application_dialogs import AnswerDialog, ConfirmDialog, IssueDialog
from hallclient.ui.ask_dialog import AskDialog, ReasonDialog
from hallclient.ui.jobs import Topic
from hallclient.ui.screen import Screen
from hallclient.ui.step_dialog import StepDialog
from hallclient.ui.terms import label

_MOVED = (Topic.APPLICATIONS, Topic.DOCUMENTS)
Done = Callable[[str, Sequence[IssuedDocument]], None]


class FileActs(QObject):
    """Opens the dialogs and sends what was typed; ``done(sentence, papers)`` when the desk has taken it."""

    def __init__(self, screen: Screen, done: Done, paper: Callable[[], IssuedDocument | None]) -> None:
        """``paper`` answers which document is chosen: a proof of service names it."""
        super().__init__(screen)
        self._paper = paper
        self._screen, self._context, self._done = screen, screen.context, done

    def answer(self, application: Application) -> None:
        hall = self._context.hall
        dialog = AnswerDialog(self._screen, application, today=self._context.today)

        def ready(found: tuple[object, dict[str, KindOffer]]) -> None:
            if shiboken6.isValid(dialog):
                dialog.answer.offer(*found)  # type: ignore[arg-type]
                dialog.answer.focus_first()

        def tree() -> tuple[object, dict[str, KindOffer]]:
            # Asked for this case: only letters its law knows, and what the register tells is not asked again.
            offers = hall.documents.offers(application=application.number)
            return hall.applications.outcomes(), {offer.code: offer for offer in offers if offer.outcomes}

        self._screen.run(tree, then=ready)
        dialog.sends(lambda sent: self._send_answer(sent, application))

    def _send_answer(self, dialog: AnswerDialog, application: Application) -> None:
        desk, clerk = self._context.hall.applications, self._context.clerk
        said, answer, outcome = dialog.form.values(), dialog.answer.answer(), dialog.answer.outcome()
        number, version = application.number, application.version

        def work() -> tuple[IssuedDocument, ...]:
            if answer is None:
                step = Step(act=Act.ANSWERED, on=said["on"], outcome=outcome, reason=said["reason"])
                desk.record(number, step, by=clerk, version=version)
                return ()
            done = desk.answer(number, answer, by=clerk, version=version, on=said["on"], reason=said["reason"])
            return done.documents  # type: ignore[no-any-return]

        def done(papers: tuple[IssuedDocument, ...]) -> None:
            self._taken(dialog, self.tr("已答复并办结 {0}").format(number), papers)

        self._screen.run(work, then=done, failed=dialog.refuse, touches=_MOVED)

    def confirm(self, application: Application) -> None:
        dialog = ConfirmDialog(self._screen, application, today=self._context.today)
        dialog.sends(lambda sent: self._send_confirmation(sent, application))

    def _send_confirmation(self, dialog: ConfirmDialog, application: Application) -> None:
        hall, clerk, said = self._context.hall, self._context.clerk, dialog.form.values()
        number, version = application.number, application.version

        def confirmed(_application: Application) -> None:
            self._taken(dialog, self.tr("{0} 已确认收到，期限开始计算").format(number))
            if said["receipt"]:
                # A save of its own: the confirmed day stands even when the paper cannot be drawn.
                self._screen.run(
                    lambda: hall.documents.issue("P01", application=number, by=clerk),
                    then=lambda paper: self._done(self.tr("已出具 {0}").format(paper.number), (paper,)),
                    touches=[Topic.DOCUMENTS],
                )

        self._screen.run(
            lambda: hall.applications.confirm_receipt(
                number, on=said["on"], by=clerk, version=version, reason=said["reason"]
            ),
            then=confirmed,
            failed=dialog.refuse,
            touches=_MOVED,
        )

    def step(self, application: Application) -> None:
        dialog = StepDialog(self._screen, application, today=self._context.today)
        dialog.sends(lambda sent: self._send_step(sent, application))

    def _send_step(self, dialog: StepDialog, application: Application) -> None:
        desk, clerk, step = self._context.hall.applications, self._context.clerk, dialog.step()
        number, version = application.number, application.version
        told = self.tr("{0} 已记：{1}").format(number, label(step.act))
        self._screen.run(
            lambda: desk.record(number, step, by=clerk, version=version),
            then=lambda _application: self._taken(dialog, told),
            failed=dialog.refuse,
            touches=_MOVED,
        )

    def undo(self, application: Application) -> None:
        self._with_reason(
            application,
            title=self.tr("撤销上一步"),
            told=self.tr("撤销最后登记的一步：状态、期限和结果恢复到此前，随之出具的答复文书作废。"),
            does=self.tr("撤销"),
            work=lambda desk, number, reason, clerk: desk.undo_last_step(
                number, reason=reason, by=clerk, version=application.version
            ),
            said=self.tr("{0} 已撤销上一步"),
        )

    def void(self, application: Application) -> None:
        self._with_reason(
            application,
            title=self.tr("作废"),
            told=self.tr("作废本件登记：编号和文书保留原位并注明原因，不再使用。"),
            does=self.tr("作废"),
            work=lambda desk, number, reason, clerk: desk.void(
                number, reason=reason, by=clerk, version=application.version
            ),
            said=self.tr("{0} 已作废"),
        )

    def _with_reason(
        self, application: Application, *, title: str, told: str, does: str, work: Callable[..., object], said: str
    ) -> None:
        desk, clerk, number = self._context.hall.applications, self._context.clerk, application.number
        dialog = ReasonDialog(self._screen, title=f"{title}　{number}", told=told, does=does)

        def send(sent: ReasonDialog) -> None:
            reason = sent.reason()
            self._screen.run(
                lambda: work(desk, number, reason, clerk),
                then=lambda _result: self._taken(sent, said.format(number)),
                failed=sent.refuse,
                touches=_MOVED,
            )

        dialog.sends(send)

    def issue(self, application: Application) -> None:
        desk, number, today = self._context.hall.documents, application.number, self._context.today

        paper = self._paper()
        known = {"served_title": paper.title, "served_number": paper.number} if paper is not None else {}

        def offered(offers: tuple[KindOffer, ...]) -> None:
            dialog = IssueDialog(self._screen, offers, today=today, known=known)
            dialog.sends(lambda sent: self._send_issue(sent, number))

        self._screen.run(lambda: desk.offers(application=number), then=offered)

    def _send_issue(self, dialog: IssueDialog, number: str) -> None:
        desk, clerk, kind, facts = self._context.hall.documents, self._context.clerk, dialog.kind(), dialog.facts()

        def done(paper: IssuedDocument) -> None:
            self._taken(dialog, self.tr("已出具 {0}").format(paper.number), (paper,))

        self._screen.run(
            lambda: desk.issue(kind, application=number, facts=facts, by=clerk),
            then=done,
            failed=dialog.refuse,
            touches=[Topic.DOCUMENTS],
        )

    def _taken(self, dialog: AskDialog, said: str, papers: Sequence[IssuedDocument] = ()) -> None:
        if shiboken6.isValid(dialog):  # it may have been left with Esc while the desk was writing
            dialog.accept()
        self._done(said, papers)
