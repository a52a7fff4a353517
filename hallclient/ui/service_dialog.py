"""How did a letter reach its reader? Sent out, served, or come back: for the chosen paper, in one dialog."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.register.life_terms import POSTAL, ServiceMethod
from hallclient.domain.register.service_starts import Starts, started_by
from hallclient.domain.register.steps import Act, Step
from hallclient.services.application_results import LetterWay
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.choice_field import ChoiceField, Option, options_of
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import FlagField, TextField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.language import translate
from hallclient.ui.terms import label

SERVICE = (Act.SERVED, Act.SENT, Act.UNDELIVERED)
PROOF = "P14"
_ASKED = {
    Act.SENT: ("method", "tracking"),
    Act.SERVED: ("method", "tracking", "receiver", "proof", "place"),
    Act.UNDELIVERED: (),
}
_FACTS = ("method", "tracking", "receiver", "proof", "place")


class ServiceDialog(AskDialog):
    """Which paper, what happened, when, and what shows it. ``act()`` says which of the three it is."""

    def __init__(
        self,
        parent: QWidget,
        number: str,
        letters: Sequence[LetterWay],
        *,
        steps: Sequence[Step],
        chosen: int | None,
        act: Act | None,
        today: Callable[[], date],
    ) -> None:
        """``chosen`` is the document's id, ``act`` what is to be recorded; both may be left to the dialog."""
        self._today, self._steps = today, steps
        self._letters = {way.document.id: way for way in letters if not way.document.voided}
        self._paper = ChoiceField(
            "paper", translate("service", "文书"), [Option(key, _paper(way)) for key, way in self._letters.items()],
            required=True, wide=True,
        )  # fmt: skip
        self._act = ChoiceField(
            "act", translate("service", "登记什么"), [Option(one, label(one)) for one in SERVICE], required=True
        )
        self._method = ChoiceField("method", translate("service", "方式"), options_of(ServiceMethod), required=True)
        # What the law counts from this very service is recorded with it, and said before.
        self._starts = FlagField("starts", translate("service", "同时登记"), wide=True)
        self._consultation = ChoiceField("consultation", translate("service", "征求意见的是"), required=True)
        self.form = Form(
            [
                self._paper,
                self._act,
                DateField("on", translate("service", "日期"), today=today, required=True),
                self._method,
                TextField(
                    "tracking", translate("service", "邮件单号"), longest=40,
                    hint=translate("service", "可用扫码枪扫面单"),
                ),
                TextField("receiver", translate("service", "签收人"), longest=60),
                TextField(
                    "proof", translate("service", "送达凭证"), longest=200,
                    hint=translate("service", "如：本人签字、邮政妥投记录"),
                ),
                TextField("place", translate("service", "送达地点"), longest=200),
                self._starts,
                self._consultation,
                TextField("reason", translate("service", "说明"), wide=True, longest=300),
            ],
            columns=2, least=18,
        )  # fmt: skip
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        layout.addStretch(1)
        super().__init__(
            parent,
            title=translate("service", "送达　{0}").format(number),
            does=translate("service", "登记"),
            body=FormScroll(body),
            forms=(self.form,),
            told=translate(
                "service",
                "送达的同时出具送达回证 P14；答复文书以签收之日（邮寄的以交邮之日）为答复之日，救济期限自送达起算。",
            ),
        )
        self._starts.label.hide()  # alone on its line, the box needs no room for a neighbour's label
        self._starts.edited.connect(self._follow)
        self._act.edited.connect(self._follow)
        self._method.edited.connect(self._follow)
        self._paper.edited.connect(self._paper_chosen)
        self.form.fill({"on": today(), "paper": chosen if chosen in self._letters else self._usual()})
        self._paper_chosen()
        if act is not None:
            self._act.set_value(act)
            self._follow()
        self.resize(640, 580)
        (self._act if act is None else self._method).setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self) -> Act:
        return self._act.value()  # type: ignore[no-any-return]

    def paper(self) -> LetterWay:
        return self._letters[self._paper.value()]

    def facts(self) -> dict[str, object]:
        """Return what the desk takes beside the paper: ``on``, ``reason`` and what the act asks."""
        said = self.form.values()
        facts: dict[str, object] = {"on": said["on"] or self._today(), "reason": said["reason"]}
        facts |= {name: said[name] for name in _ASKED[self.act()] if name in said}
        if self.act() is Act.SERVED:
            facts |= {"starts": self.begun() is not None, "consultation": said.get("consultation") or ""}
        return facts

    def begun(self) -> Starts | None:
        """Return the act that is recorded with this service; None when it starts nothing, or shall not."""
        return self._possible() if self._starts.value() else None

    def _possible(self) -> Starts | None:
        way = self._letters.get(self._paper.value())
        if way is None or self._act.value() is not Act.SERVED:
            return None
        return started_by(way.document.kind, self._steps)

    # -- inside ---------------------------------------------------------------------------------------------------

    def _usual(self) -> int | None:
        """The newest paper that has not reached its reader; a proof of service goes nowhere."""
        waiting = [key for key, way in self._letters.items() if way.served is None and way.document.kind != PROOF]
        found = waiting or list(self._letters)
        return found[-1] if found else None

    def _paper_chosen(self) -> None:
        way = self._letters.get(self._paper.value())
        if way is None:
            return
        self._paper.set_hint(way_words(way))
        underway = way.sent is not None and way.served is None and way.returned is None
        self._act.set_value(Act.SERVED)
        possible = self._possible()
        self._starts.set_value(possible is not None)
        if possible is not None:
            self._starts.box.setText(_begins(possible))
            self._consultation.set_options([Option(key, party) for key, party in possible.letters.items()])
        went = way.sent
        if underway and went is not None:
            self.form.fill(
                {"method": ServiceMethod.read(went.details.get("method", "")), "tracking": went.details.get("tracking")}
            )
        self._follow()

    def _follow(self) -> None:
        act = self._act.value()
        asked = _ASKED.get(act, ())
        shown = {name: name in asked for name in _FACTS}
        method = self._method.value()
        shown["tracking"] = shown["tracking"] and (
            method is None or method in POSTAL or method is ServiceMethod.COURIER
        )
        shown["place"] = shown["place"] and method not in POSTAL
        possible = self._possible()
        shown["starts"] = possible is not None
        shown["consultation"] = possible is not None and len(possible.letters) > 1 and self._starts.value()
        self.form.field("on").retitle(_day(act))
        reason, back = self.form.field("reason"), act is Act.UNDELIVERED
        reason.required = back
        reason.retitle(translate("service", "退回原因") if back else translate("service", "说明"))
        self.form.show_fields(shown)


def _begins(starts: Starts) -> str:
    """Return what begins to run with the service, in the law's words."""
    if starts.act is Act.FEE_NOTIFIED:
        effect = translate("service", "缴费期限自次日起算，答复期限停止计算（国办函〔2020〕109号）")
    else:
        effect = translate("service", "答复意见的期限自送达起算（第三十二条、第三十四条）")
    return translate("service", "同时登记“{0}”：{1}").format(label(starts.act), effect)


def way_words(way: LetterWay) -> str:
    """Return how far a letter has come, in a few words; empty for one that never left."""
    if way.served is not None:
        words = translate("service", "{0} 送达").format(way.served.on)
        return words + _by(way.served.details.get("method", ""))
    if way.returned is not None:
        return translate("service", "{0} 退回：{1}").format(way.returned.on, way.returned.reason)
    if way.sent is not None:
        words = translate("service", "{0} 送出").format(way.sent.on) + _by(way.sent.details.get("method", ""))
        return " ".join(part for part in (words, way.sent.details.get("tracking", "")) if part)
    return ""


def _by(method: str) -> str:
    known = ServiceMethod.read(method)
    return translate("service", "（{0}）").format(label(known)) if known is not None else ""


def _day(act: Act | None) -> str:
    if act is Act.SENT:
        return translate("service", "送出日期")
    return translate("service", "退回日期") if act is Act.UNDELIVERED else translate("service", "送达日期")


def _paper(way: LetterWay) -> str:
    return f"{way.document.kind} {way.document.title} {way.document.number}"
