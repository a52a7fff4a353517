"""What can be done with an application that stands in the register? One dialog an act, all reached from one list."""

from collections.abc import Callable

from hallclient.domain.law.decision import Answer
from hallclient.domain.law.outcomes import OutcomeGroup
from hallclient.domain.register.application import Application
from hallclient.domain.register.issued import IssuedDocument, KindOffer
from hallclient.domain.register.life import ActChoice
from hallclient.domain.register.steps import Act, Step
from hallclient.services.application_results import FeeProposal, LetterWay, UndoPlan
from hallclient.services.catalogue import Citation
from hallclient.ui import cited
from hallclient.ui.act_papers import called_for, facts_of_step, paper_of
from hallclient.ui.acts_base import Acts, Done
from hallclient.ui.after_acts import AfterActs
from hallclient.ui.application_dialogs import ConfirmDialog, IssueDialog
from hallclient.ui.catalogue_finder import CatalogueFinder
from hallclient.ui.decision_dialog import DecisionDialog
from hallclient.ui.fee_dialog import FeeDialog
from hallclient.ui.items_editor import ItemsDialog
from hallclient.ui.jobs import Topic
from hallclient.ui.law_words import article_texts
from hallclient.ui.messages import sentence
from hallclient.ui.reply_acts import ReplyActs
from hallclient.ui.screen import Screen
from hallclient.ui.step_dialog import StepDialog
from hallclient.ui.terms import label
from hallclient.ui.undo_dialog import UndoDialog


class FileActs(Acts):
    """Opens the dialogs and sends what was typed. ``paper`` answers which document is chosen."""

    def __init__(self, screen: Screen, done: Done, paper: Callable[[], IssuedDocument | None]) -> None:
        super().__init__(screen, done)
        self._paper = paper
        self.replies, self.after = ReplyActs(screen, done), AfterActs(screen, done)

    # -- any act --------------------------------------------------------------------------------------------------

    def step(self, application: Application, *, begun: Step | None = None) -> None:
        """Open the list of acts; ``begun`` is one to go to at once, with what is known of it."""
        number, desk, clerk = application.number, self.desk, self.context.clerk

        def show(choices: tuple[ActChoice, ...]) -> None:
            dialog = StepDialog(self.screen, application, choices, today=self.context.today, clerk=clerk.display_name)
            dialog.asks(
                lambda step: self._look(dialog, number, step),
                lambda words: self._read(dialog, words),
            )
            dialog.sends(lambda sent: self._send_step(sent, application))
            if begun is not None:
                dialog.go_to(begun.act, begun.details)

        self.ask(lambda: desk.choices(number, by=clerk), show)

    def _look(self, dialog: StepDialog, number: str, step: Step) -> None:
        """Ask what the step would do to the clock."""
        prospects = self.context.hall.prospects
        self.ask_for(
            dialog,
            lambda: prospects.after(number, step),
            then=lambda found: dialog.show_effect(step, found.before, found.trace, found.left),
            failed=lambda problem: dialog.show_refusal(step, problem),
        )

    def _read(self, dialog: StepDialog, words: str) -> None:
        hall = self.context.hall
        self.ask_for(dialog, lambda: article_texts(hall, words), then=lambda text: dialog.show_law(words, text))

    def _send_step(self, dialog: StepDialog, application: Application) -> None:
        if (own := dialog.elsewhere()) is not None:
            dialog.accept()
            self.open(own, application)
            return
        desk, clerk, step = self.desk, self.context.clerk, dialog.step()
        number, version = application.number, application.version
        told = self.tr("{0} 已记：{1}").format(number, label(step.act))
        if kind := paper_of(step):
            told += self.tr("　下一步：Ctrl+I 出具 {0}").format(kind)
        self.send(dialog, lambda: desk.record(number, step, by=clerk, version=version), told)

    def open(self, act: Act, application: Application) -> None:
        """Open the dialog an act has of its own."""
        replies, after = self.replies, self.after
        opens: dict[Act, Callable[[], object]] = {
            Act.RECEIVED: lambda: self.confirm(application),
            Act.ITEMISED: lambda: self.items(application),
            Act.FEE_DECIDED: lambda: self.fee(application),
            Act.DRAFTED: lambda: replies.answer(application, drafting=True),
            Act.APPROVED: lambda: replies.review(application),
            Act.RETURNED: lambda: replies.review(application),
            Act.ANSWERED: lambda: replies.reply(application),
            Act.REPLY_CORRECTED: lambda: replies.correct(application),
            Act.REOPENED: lambda: after.reopen(application),
            Act.ARCHIVED: lambda: after.archive(application),
            Act.VOIDED: lambda: self.void(application),
        }
        if act in opens:
            opens[act]()
        else:
            self.serve(application, act=act)

    # -- acts with a key of their own -----------------------------------------------------------------------------

    def reply(self, application: Application) -> None:
        self.replies.reply(application)

    def serve(self, application: Application, *, act: Act | None = None) -> None:
        paper = self._paper()
        self.after.serve(application, paper=paper.id if paper is not None else None, act=act)

    def decide(self, application: Application) -> None:
        """Open the questions that lead to a reply."""
        dialog = DecisionDialog(self.screen, application.number)
        dialog.reached.connect(lambda found: self._decided(application, found))
        dialog.open()

    def _decided(self, application: Application, found: Answer) -> None:
        if found.outcome is not None:
            self.replies.begin(application, found)
        elif found.act is not None:
            self.step(application, begun=Step(act=found.act, on=self.context.today(), details=dict(found.details)))

    def published(self, application: Application) -> None:
        """Open the catalogue: what is found there already becomes the answer (art. 36(1))."""

        def cite(citation: Citation) -> None:
            self.replies.answer(application, begun=citation.answer)
            cited.say(citation, said=self.screen.said.emit, complained=self.screen.complained.emit)

        CatalogueFinder(self.screen, cite, text=application.index_number).open()

    def confirm(self, application: Application) -> None:
        dialog = ConfirmDialog(self.screen, application, today=self.context.today)
        dialog.sends(lambda sent: self._send_confirmation(sent, application))

    def _send_confirmation(self, dialog: ConfirmDialog, application: Application) -> None:
        hall, clerk, said = self.context.hall, self.context.clerk, dialog.form.values()
        number, version = application.number, application.version

        def confirmed(_application: Application) -> None:
            self.taken(dialog, self.tr("{0} 已确认收到，期限开始计算").format(number))
            if said["receipt"]:
                # A save of its own: the confirmed day stands even when the paper cannot be drawn.
                self.screen.run(
                    lambda: hall.documents.issue("P01", application=number, by=clerk),
                    then=lambda paper: self.done(self.tr("已出具 {0}").format(paper.number), (paper,)),
                    touches=[Topic.DOCUMENTS],
                )

        self.screen.run(
            lambda: hall.applications.confirm_receipt(
                number, on=said["on"], by=clerk, version=version, reason=said["reason"]
            ),
            then=confirmed,
            failed=dialog.refuse,
            touches=[Topic.APPLICATIONS, Topic.DOCUMENTS],
        )

    def items(self, application: Application) -> None:
        dialog = ItemsDialog(self.screen, application.number, application.items, today=self.context.today)
        hall, number = self.context.hall, application.number

        def look() -> tuple[tuple[OutcomeGroup, ...], dict[str, KindOffer]]:
            offers = hall.documents.offers(application=number)
            return hall.applications.outcomes(), {offer.code: offer for offer in offers if offer.outcomes}

        self.ask_for(dialog, look, then=lambda found: dialog.editor.offer(*found))
        dialog.sends(lambda sent: self._send_items(sent, application))

    def _send_items(self, dialog: ItemsDialog, application: Application) -> None:
        desk, clerk, step = self.desk, self.context.clerk, dialog.step()
        number, version = application.number, application.version
        self.send(
            dialog,
            lambda: desk.record(number, step, by=clerk, version=version),
            self.tr("{0} 已分列申请事项").format(number),
        )

    def fee(self, application: Application) -> None:
        desk, clerk, number = self.desk, self.context.clerk, application.number

        def show(choices: tuple[ActChoice, ...]) -> None:
            why_not = next((choice.why_not for choice in choices if choice.act is Act.FEE_DECIDED), None)
            dialog = FeeDialog(
                self.screen,
                number,
                today=self.context.today,
                why_not=sentence(why_not) if why_not is not None else "",
                capitals=self.context.hall.prospects.capitals,
            )
            dialog.wished.connect(lambda basis, count: self._propose(dialog, number, basis, count))
            dialog.sends(lambda sent: self._send_fee(sent, application))
            dialog.ask()

        self.ask(lambda: desk.choices(number, by=clerk), show)

    def _propose(self, dialog: FeeDialog, number: str, basis: str, count: int | None) -> None:
        desk = self.desk
        self.ask_for(
            dialog,
            lambda: desk.propose_fee(number, basis, count),
            then=dialog.show_proposal,
            failed=dialog.show_refusal,
        )

    def _send_fee(self, dialog: FeeDialog, application: Application) -> None:
        desk, clerk, version = self.desk, self.context.clerk, application.version
        proposal, decided = dialog.proposal(), dialog.decided()
        assert isinstance(proposal, FeeProposal)  # the dialog does not send without one
        told = self.tr("{0} 已决定收费　下一步：Ctrl+I 出具 P12").format(application.number)
        self.send(dialog, lambda: desk.decide_fee(proposal, by=clerk, version=version, **decided), told)

    def undo(self, application: Application) -> None:
        """Show what the last step's undoing takes with it, then take it back."""
        desk, number = self.desk, application.number

        def show(plan: UndoPlan) -> None:
            UndoDialog(self.screen, number, plan).sends(lambda sent: self._send_undo(sent, application, plan))

        self.ask(lambda: desk.undo_plan(number), show)

    def _send_undo(self, dialog: UndoDialog, application: Application, plan: UndoPlan) -> None:
        desk, clerk, number, version = self.desk, self.context.clerk, application.number, application.version
        reason, papers = dialog.reason(), dialog.papers()
        voided = [paper.number for paper in (*plan.own, *plan.since) if papers.get(paper.id, True)]
        said = self.tr("{0} 已撤销上一步").format(number)
        if voided:
            said = self.tr("{0} 已撤销上一步，作废 {1}").format(number, self.tr("、").join(voided))
        self.send(
            dialog,
            lambda: desk.undo_last_step(number, reason=reason, by=clerk, version=version, papers=papers),
            said,
        )

    def void(self, application: Application) -> None:
        desk, clerk, number, version = self.desk, self.context.clerk, application.number, application.version
        self.with_reason(
            title=self.tr("作废　{0}").format(number),
            told=self.tr("作废本件登记：编号和文书保留原位并注明原因，不再使用。"),
            does=self.tr("作废"),
            work=lambda reason: desk.void(number, reason=reason, by=clerk, version=version),
            said=self.tr("{0} 已作废").format(number),
        )

    def void_paper(self, application: Application, paper: IssuedDocument) -> None:
        """Void one paper and not its application: a notice that was wrong, so that the right one can be issued."""
        if paper.kind.startswith("A"):  # what answers the applicant never vanishes: it is corrected by a new one
            self.screen.complained.emit(
                self.tr("{0} 是答复文书：有误的请按 Ctrl+R 更正答复文书，当日签发的可以撤销那一步。").format(
                    paper.number
                )
            )
            return
        desk, clerk, version = self.context.hall.documents, self.context.clerk, application.version
        self.with_reason(
            title=self.tr("作废文书　{0}").format(paper.number),
            told=self.tr("作废 {0}：文号保留原位并注明原因，不再打印、送达；本件申请不变。").format(paper.title),
            does=self.tr("作废"),
            work=lambda reason: desk.void(paper, version=version, reason=reason, by=clerk),
            said=self.tr("{0} 已作废，{1} 不变").format(paper.number, application.number),
        )

    def issue(self, application: Application) -> None:
        hall, number, today = self.context.hall, application.number, self.context.today
        paper = self._paper()
        known = {"served_title": paper.title, "served_number": paper.number} if paper is not None else {}

        def offered(found: tuple[tuple[KindOffer, ...], tuple[LetterWay, ...]]) -> None:
            offers, letters = found
            waiting = called_for(application.steps, letters)
            dialog = IssueDialog(
                self.screen,
                offers,
                today=today,
                known=known | (facts_of_step(waiting) if waiting is not None else {}),
                kind=paper_of(waiting) if waiting is not None else "",
                items=application.items,
            )
            dialog.sends(lambda sent: self._send_issue(sent, number))

        self.ask(lambda: (hall.documents.offers(application=number), hall.applications.letters(number)), offered)

    def _send_issue(self, dialog: IssueDialog, number: str) -> None:
        desk, clerk, kind, facts = self.context.hall.documents, self.context.clerk, dialog.kind(), dialog.facts()
        self.screen.run(
            lambda: desk.issue(kind, application=number, facts=facts, by=clerk),
            then=lambda paper: self.taken(dialog, self.tr("已出具 {0}").format(paper.number), (paper,)),
            failed=dialog.refuse,
            touches=[Topic.DOCUMENTS],
        )
