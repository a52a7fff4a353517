"""What would dealing with this application cost? The processing fee (信息处理费), proposed, then decided."""

from datetime import date, timedelta
from decimal import Decimal

from hallclient.domain.law.fees import Band, Fee, fee_for_items, fee_for_pages, tariff_for
from hallclient.domain.register.application import Application
from hallclient.domain.register.life_refusals import FeeNotChargeable
from hallclient.domain.register.life_terms import FeeBasis
from hallclient.domain.register.permissions import Clerk
from hallclient.domain.register.states import reply_of
from hallclient.domain.register.steps import Act, Step
from hallclient.reference import load_tariffs
from hallclient.services.application_results import FeeProposal
from hallclient.services.application_service import ApplicationService
from hallclient.storage import applications
from hallclient.storage.database import Transaction

PUBLISHED = "A02"  # the letter that only says where the information is published


class ApplicationFees(ApplicationService):
    """Proposing writes nothing; the decision is a step of its own, by a supervisor (第四十二条)."""

    def propose_fee(self, number: str, basis: str = "items", count: int | None = None) -> FeeProposal:
        """Return the fee by ``items`` (件) or by ``pages`` (页), with its bands (国办函〔2020〕109号).

        By items the price rises with the applicant's applications of the calendar month of receipt; ``count`` are this
        application's own (None: one for each piece of information listed). By pages ``count`` is asked of the clerk.
        Raises FeeCountInvalid, NoTariff, FeeNotChargeable, NoSuchRecord.
        """
        chosen = FeeBasis(basis)
        with self._office.database.reading() as tx:
            application = self._known(tx, number)
            earlier = self._earlier(tx, application) if chosen is FeeBasis.ITEMS else 0
        draft = reply_of(application.steps).draft
        if chosen is FeeBasis.PAGES and draft is not None and draft.details.get("document") == PUBLISHED:
            raise FeeNotChargeable
        received = application.received_on or application.arrived_on
        tariff = tariff_for(received, load_tariffs())
        units = count if count is not None else max(1, len(application.items)) if chosen is FeeBasis.ITEMS else 0
        price = fee_for_items if chosen is FeeBasis.ITEMS else fee_for_pages
        fee = price(earlier + units, tariff)
        before = price(earlier, tariff)
        return FeeProposal(
            number=number,
            basis=chosen.value,
            month=received.replace(day=1),
            count_in_month=earlier + units if chosen is FeeBasis.ITEMS else 0,
            count=units,
            bands=_own(fee, earlier),
            yuan=fee.yuan - before.yuan,
            tariff=tariff.title,
            source=tariff.source,
        )

    def decide_fee(
        self,
        proposal: FeeProposal,
        *,
        by: Clerk,
        version: int,
        yuan: Decimal | None = None,
        reason: str = "",
        on: date | None = None,
    ) -> Application:
        """Decide to charge what was proposed, or less (``yuan``). Raises as ``record``."""
        details = dict(proposal.facts())
        if yuan is not None:
            details["yuan"] = f"{yuan:.2f}"
        step = Step(act=Act.FEE_DECIDED, on=on or self._office.today(), reason=reason, details=details)
        return self.record(proposal.number, step, by=by, version=version)

    def _earlier(self, tx: Transaction, application: Application) -> int:
        """Count the same applicant's applications of the month that were received before this one."""
        received = application.received_on or application.arrived_on
        first = received.replace(day=1)
        until = (first + timedelta(days=31)).replace(day=1)
        return applications.count_before(tx, application.number, self._key(application.applicant), first, until)


def _own(fee: Fee, earlier: int) -> tuple[Band, ...]:
    """Return the bands of the units after ``earlier``."""
    bands = []
    for band in fee.bands:
        first = max(band.from_, earlier + 1)
        if first <= band.to:
            bands.append(Band(first, band.to, band.price, band.price * (band.to - first + 1)))
    return tuple(bands)
