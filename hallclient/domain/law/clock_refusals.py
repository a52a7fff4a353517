"""How does the clock say no? What the 条例 does not allow an act to do to the period."""

from datetime import date

from hallclient.domain.refusal import Refusal


class DaysOutOfRange(Refusal):
    """A period is at least one working day and at most a year of them."""

    fields = ("days",)

    def __init__(self, longest: int) -> None:
        super().__init__()
        self.longest = longest


class ExtensionTooLong(Refusal):
    """An extension is longer than the 条例 allows (2019: 第三十三条第二款)."""

    fields = ("days",)

    def __init__(self, days: int, longest: int) -> None:
        super().__init__()
        self.days, self.longest = days, longest


class ExtensionLengthMissing(Refusal):
    """An extension says by how many working days, at least one."""

    fields = ("days",)


class ExtensionRepeated(Refusal):
    """The period has been extended before; it is extended once."""

    def __init__(self, first_on: date) -> None:
        super().__init__()
        self.first_on = first_on


class ExtensionLate(Refusal):
    """An extension is granted before the period has run out."""

    fields = ("on",)

    def __init__(self, on: date, due: date) -> None:
        super().__init__()
        self.on, self.due = on, due


class CorrectionRepeated(Refusal):
    """What must be corrected is told once (2019: 第三十条, 一次性告知)."""

    def __init__(self, first_on: date) -> None:
        super().__init__()
        self.first_on = first_on


class CorrectionNoticeLate(Refusal):
    """The correction notice goes out within seven working days of receipt (2019: 第三十条)."""

    fields = ("on",)

    def __init__(self, on: date, latest: date) -> None:
        super().__init__()
        self.on, self.latest = on, latest


class ConsultationUnknown(Refusal):
    """A letter cannot be delivered or answered that was not sent."""

    fields = ("id",)


class ConsultationRepeated(Refusal):
    """This consultation has been sent, delivered or answered before; another consultation has its own id."""

    fields = ("id",)


class FeeNoticeLate(Refusal):
    """The fee notice is given inside the running period (国办函〔2020〕109号)."""

    fields = ("on",)

    def __init__(self, on: date, due: date) -> None:
        super().__init__()
        self.on, self.due = on, due


class FeeNoticeRepeated(Refusal):
    """One application is charged once, by items or by pages (国办函〔2020〕109号 第三条)."""

    def __init__(self, first_on: date) -> None:
        super().__init__()
        self.first_on = first_on


class ConsultationStillRuns(Refusal):
    """A third party still has time to answer: silence counts from the day after ``until`` (第三十二条)."""

    fields = ("on",)

    def __init__(self, until: date) -> None:
        super().__init__()
        self.until = until


class PeriodStillRuns(Refusal):
    """The applicant still has time to correct or to pay, ``until`` included (第三十条；国办函〔2020〕109号)."""

    fields = ("on",)

    def __init__(self, until: date) -> None:
        super().__init__()
        self.until = until


class PostponedTooEarly(Refusal):
    """A later date for the reply lies after the one that runs (第三十五条); ``due`` is that one."""

    fields = ("until",)

    def __init__(self, due: date) -> None:
        super().__init__()
        self.due = due
