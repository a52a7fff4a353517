"""What may this application be charged, and who decides it? The bands of the tariff as they count, the decision."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.register.life_terms import FeeBasis
from hallclient.services.application_results import FeeProposal
from hallclient.ui import theme
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.choice_field import ChoiceField, options_of
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import MoneyField, NumberField, TextField, restyle
from hallclient.ui.forms import Form
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView

ASK_AFTER_MS = 150


class FeeDialog(AskDialog):
    """Basis and count left to right, the bands live under them; ``wished(basis, count)`` asks for the proposal."""

    wished = Signal(str, object)

    def __init__(
        self,
        parent: QWidget,
        number: str,
        *,
        today: Callable[[], date],
        why_not: str,
        capitals: Callable[[Decimal], str],
    ) -> None:
        """``why_not`` says why this clerk cannot decide it; then the proposal is only shown. ``capitals``: 大写."""
        self._today, self._capitals = today, capitals
        self._proposal: FeeProposal | None = None
        self._touched = False
        self._basis = ChoiceField("basis", translate("fee", "计收方式"), options_of(FeeBasis), required=True)
        self._count = NumberField("count", translate("fee", "本件件数"), most=99_999)
        self._yuan = MoneyField(
            "yuan", translate("fee", "决定收取（元）"), required=True, hint=translate("fee", "可以少收，不能多收")
        )
        self.form = Form(
            [
                self._basis,
                self._count,
                DateField("on", translate("fee", "决定日期"), today=today, required=True),
                self._yuan,
                TextField("reason", translate("fee", "说明"), wide=True, longest=300),
            ],
            columns=2,
            least=18,
        )
        self.bands = ListView(
            [
                Column(title=translate("fee", "档次"), text=lambda band: f"{band.from_}—{band.to}", stretch=True),
                Column(
                    title=translate("fee", "单价（元）"), text=lambda band: f"{band.price}", width=96, align="right"
                ),
                Column(
                    title=translate("fee", "小计（元）"), text=lambda band: f"{band.yuan}", width=110, align="right"
                ),
            ],
            name=translate("fee", "计费明细"),
            empty=translate("fee", "填写数量后显示各档金额。"),
            sortable=False,
        )
        self.total = PlainLabel()
        self.total.setProperty("role", "title")
        self.total.setAccessibleName(translate("fee", "合计"))
        self.basis = PlainLabel()
        self.basis.setProperty("role", "muted")
        for line in (self.total, self.basis):
            line.setWordWrap(True)
            line.setContentsMargins(theme.M, 0, theme.M, 0)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(self.form)
        layout.addWidget(self.bands, 1)
        layout.addWidget(self.total)
        layout.addWidget(self.basis)
        super().__init__(
            parent,
            title=translate("fee", "信息处理费　{0}").format(number),
            does=translate("fee", "决定收取"),
            body=body,
            forms=(self.form,),
            told=translate("fee", "只有数量、频次明显超过合理范围的才可以收取；是否收取由负责人决定（第四十二条）。"),
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_AFTER_MS)
        self._timer.timeout.connect(self.ask)
        self._basis.edited.connect(self._other_basis)
        self._count.edited.connect(self._timer.start)
        self._yuan.edited.connect(self._own_sum)
        self.form.fill({"basis": FeeBasis.ITEMS, "on": today()})
        if why_not:
            self.ok.setEnabled(False)
            self.ok.setToolTip(why_not)
            self.say_problem(why_not)
        self.resize(640, 520)
        self._basis.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Ask for the proposal of what stands in the form."""
        self._timer.stop()
        if (basis := self._basis.value()) is not None:
            self.wished.emit(basis.value, self._count.value())

    def show_proposal(self, proposal: FeeProposal) -> None:
        """Show the bands and what they come to."""
        basis, count = self._basis.value(), self._count.value()
        if basis is None or proposal.basis != basis.value or (count is not None and proposal.count != count):
            return  # an answer to an older text
        self._proposal = proposal
        pages = basis is FeeBasis.PAGES
        self._count.retitle(translate("fee", "本件页数") if pages else translate("fee", "本件件数"))
        if count is None and not pages:
            self._count.set_value(proposal.count)
        if not pages:
            self._count.set_hint(
                translate("fee", "同一申请人 {0} 月此前已有 {1} 件").format(proposal.month.month, proposal.before)
            )
        if not self._touched:
            self._yuan.set_value(proposal.yuan)
        self.bands.show_rows(proposal.bands)
        words = translate("fee", "按标准合计 ¥{0}　{1}")
        self._say(words.format(f"{proposal.yuan:.2f}", self._capitals(proposal.yuan)), "")
        self.basis.setText(f"{proposal.tariff}　{proposal.source}")

    def show_refusal(self, problem: Exception) -> None:
        """Say why there is no proposal."""
        self._proposal = None
        self.bands.show_rows(())
        self._say(sentence(problem), "danger")

    def proposal(self) -> FeeProposal | None:
        return self._proposal

    def decided(self) -> dict[str, object]:
        """Return what was decided: ``yuan``, ``on``, ``reason``."""
        said = self.form.values()
        return {"yuan": said["yuan"], "on": said["on"] or self._today(), "reason": said["reason"]}

    # -- inside ---------------------------------------------------------------------------------------------------

    def _other_basis(self) -> None:
        self._count.clear()
        self._count.set_hint("")
        self._touched = False
        self.ask()

    def _own_sum(self) -> None:
        self._touched = True

    def _say(self, words: str, tone: str) -> None:
        self.total.setText(words)
        self.total.setProperty("tone", tone)
        restyle(self.total)

    def _fit(self) -> bool:
        if not super()._fit():
            return False
        proposal, yuan = self._proposal, self._yuan.value()
        if proposal is None:
            self.form.mark({"count": translate("fee", "请填写数量")})
            return False
        if yuan > proposal.yuan:
            told = translate("fee", "按标准为 {0} 元，不能多收").format(f"{proposal.yuan:.2f}")
            self.form.mark({"yuan": told})
            return False
        return True
