"""How does a reply leave the house? Found by questions, drafted, approved, issued; corrected when it was wrong."""

from typing import Any

from hallclient.domain.law.decision import Answer
from hallclient.domain.law.outcomes import OutcomeGroup
from hallclient.domain.register.application import Application
from hallclient.domain.register.issued import KindOffer
from hallclient.domain.register.states import reply_of
from hallclient.domain.register.steps import Act
from hallclient.services.application_results import LetterWay, OnTheSpot
from hallclient.ui.acts_base import Acts
from hallclient.ui.after_dialogs import CorrectionDialog
from hallclient.ui.answer_letters import last_reviewer
from hallclient.ui.application_dialogs import AnswerDialog
from hallclient.ui.approval_dialog import REDRAFT, RETURN, ApprovalDialog, Draft
from hallclient.ui.messages import sentence

_Tree = tuple[tuple[OutcomeGroup, ...], dict[str, KindOffer], str]


class ReplyActs(Acts):
    """The dialogs of the reply. ``reply`` opens the one that is next: the answer, its approval, its issue."""

    _reviewer = ""  # of this clerk's last answer

    def reply(self, application: Application) -> None:
        if reply_of(application.steps).draft is None:
            self.answer(application)
        else:
            self.review(application)

    def answer(
        self, application: Application, *, drafting: bool = False, begun: OnTheSpot | None = None
    ) -> AnswerDialog:
        """Open the answer; ``begun`` is one that was drafted, or found by questions."""
        dialog = AnswerDialog(self.screen, application, today=self.context.today, drafting=drafting)

        def ready(found: _Tree) -> None:
            dialog.offer(*found)
            if begun is not None:
                dialog.show_answer(begun)

        self.ask_for(dialog, lambda: self._tree(application.number), then=ready)
        return dialog.sends(lambda sent: self._send_answer(sent, application))

    def _tree(self, number: str) -> _Tree:
        # Asked for this case: only letters its law knows, and what the register tells is not asked again.
        hall = self.context.hall
        offers = hall.documents.offers(application=number)
        reviewer = self._reviewer or last_reviewer(hall, self.context.clerk)
        return hall.applications.outcomes(), {offer.code: offer for offer in offers if offer.outcomes}, reviewer

    def _send_answer(self, dialog: AnswerDialog, application: Application) -> None:
        desk, clerk, number, version = self.desk, self.context.clerk, application.number, application.version
        answer, said = dialog.decided(), dialog.form.values()
        if answer is None:
            step = dialog.step()
            self.send(
                dialog,
                lambda: desk.record(number, step, by=clerk, version=version),
                self.tr("已办结 {0}").format(number),
            )
            return
        self._reviewer = answer.reviewer or self._reviewer
        if dialog.drafts():
            self.send(
                dialog,
                lambda: desk.draft_reply(number, answer, by=clerk, version=version),
                self.tr("{0} 已拟稿，待审批").format(number),
            )
            return
        self.send(
            dialog,
            lambda: desk.answer(number, answer, by=clerk, version=version, on=said["on"], reason=said["reason"]),
            self.tr("已答复并办结 {0}").format(number),
        )

    def review(self, application: Application) -> None:
        """Open the draft that stands: to be approved or given back, or to be issued once it is approved."""
        hall, clerk, number = self.context.hall, self.context.clerk, application.number

        def look() -> Draft | None:
            said = hall.applications.drafted(number)
            if said is None:
                return None
            wanted = Act.ANSWERED if reply_of(application.steps).approval is not None else Act.APPROVED
            refusal = next(
                (choice.why_not for choice in hall.applications.choices(number, by=clerk) if choice.act is wanted), None
            )
            return Draft(
                said=said,
                letter=f"{said.document} {hall.documents.offer(said.document).title}",
                pdf=hall.documents.preview(
                    said.document, application=number, facts=said.facts, items=said.items or None, by=clerk
                ),
                why_not=sentence(refusal) if refusal is not None else "",
            )

        self.ask(look, lambda draft: self._show_draft(application, draft))

    def _show_draft(self, application: Application, draft: Draft | None) -> None:
        if draft is None:
            self.answer(application, drafting=True)
            return
        dialog = ApprovalDialog(self.screen, application, draft, today=self.context.today)
        dialog.sends(lambda sent: self._send_review(sent, application, draft.said))

    def _send_review(self, dialog: ApprovalDialog, application: Application, draft: OnTheSpot) -> None:
        desk, clerk, number, version = self.desk, self.context.clerk, application.number, application.version
        reason, on = dialog.reason(), dialog.on()
        if dialog.way == REDRAFT:
            dialog.reject()
            self.answer(application, drafting=True, begun=draft)
        elif dialog.way == RETURN:
            self.send(
                dialog,
                lambda: desk.return_draft(number, reason=reason, by=clerk, version=version),
                self.tr("{0} 已退回修改").format(number),
            )
        elif dialog.approved:
            self.send(
                dialog,
                lambda: desk.answer(number, draft, by=clerk, version=version, on=on, reason=reason),
                self.tr("已答复并办结 {0}").format(number),
            )
        else:
            self.send(
                dialog,
                lambda: desk.approve(number, by=clerk, version=version),
                self.tr("{0} 已审批同意，可以签发").format(number),
            )

    def begin(self, application: Application, found: Answer) -> None:
        """Open the answer the questions led to."""
        assert found.outcome is not None
        self.answer(application, begun=OnTheSpot(outcome=found.outcome, document=found.document))

    def correct(self, application: Application) -> None:
        """Open the correction of a letter that went out."""
        hall, number = self.context.hall, application.number

        def show(
            found: tuple[tuple[LetterWay, ...], tuple[KindOffer, ...], tuple[OutcomeGroup, ...]],
        ) -> None:
            dialog = CorrectionDialog(self.screen, application, *found, today=self.context.today)
            dialog.sends(lambda sent: self._send_correction(sent, application))

        def look() -> tuple[tuple[LetterWay, ...], tuple[KindOffer, ...], tuple[OutcomeGroup, ...]]:
            # The letters of an item may be other ones than those of the whole: any this case's law knows.
            offers = tuple(offer for offer in hall.documents.kinds() if offer.outcomes)
            told = {offer.code: offer for offer in hall.documents.offers(application=number)}
            whole = tuple(told.get(offer.code, offer) for offer in offers)
            return hall.applications.letters(number), whole, hall.applications.outcomes()

        self.ask(look, show)

    def _send_correction(self, dialog: CorrectionDialog, application: Application) -> None:
        desk, clerk, number, version = self.desk, self.context.clerk, application.number, application.version
        paper, kind, facts, reason = dialog.paper(), dialog.kind(), dialog.facts(), dialog.reason()
        items = dialog.corrected_items()

        def work() -> Any:
            return desk.correct_reply(number, paper, kind, facts, items=items, reason=reason, by=clerk, version=version)

        self.send(dialog, work, self.tr("{0} 已更正答复文书").format(number))
