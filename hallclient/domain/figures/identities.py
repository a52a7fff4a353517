"""Do the figures contradict each other? Sums that must agree, and the records that break them (Appendix B)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from hallclient.domain.figures.lines import LineCatalogue, Number
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.kinds import ApplicantKind

FLOW_IN, FLOW_OUT = (
    ("applications.carried_in", "applications.received"),
    (
        "applications.closed",
        "applications.carried_out",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How one identity came out. ``cells`` are the figures compared (for a violation: the ones that do not fit),
    ``records`` the numbers that break it, as far as they can be told."""

    id: str
    holds: bool = True
    cells: tuple[str, ...] = ()
    expected: Number = 0
    found: Number = 0
    records: tuple[str, ...] = ()


class IdentitiesBroken(Refusal):
    """The figures contradict each other: neither signed nor exported before the records named are put right."""

    fields = ("identities",)

    def __init__(self, results: tuple[Result, ...]) -> None:
        super().__init__()
        self.results = results

    @property
    def records(self) -> tuple[str, ...]:
        """The numbers of all records that break an identity."""
        return tuple(sorted({number for result in self.results for number in result.records}))


Numbers = Callable[[str], Iterable[str]]


def check(values: Mapping[str, Number], lines: LineCatalogue, numbers: Numbers) -> tuple[Result, ...]:
    """Check every identity of a day or a period.

    ``values`` are its figures, ``numbers(code)`` gives the records behind a figure (asked only for a violation):
    whole = Σ parts for every line that says ``part_of``; carried in + received = closed + carried out, for the total
    and for each applicant kind.
    """
    results = [_balance(values, suffix, numbers) for suffix in ("", *(f".kind.{kind.value}" for kind in ApplicantKind))]
    for line in lines.lines:
        if line.part_of:
            results.append(_parts(values, line.code, line.part_of, lines, numbers))
    return tuple(results)


def _balance(values: Mapping[str, Number], suffix: str, numbers: Numbers) -> Result:
    left = tuple(code + suffix for code in FLOW_IN)
    right = tuple(code + suffix for code in FLOW_OUT)
    expected, found = (sum(values.get(code, 0) for code in side) for side in (left, right))
    records: tuple[str, ...] = ()
    if expected != found:
        come = {number for code in left for number in numbers(code)}
        gone = {number for code in right for number in numbers(code)}
        records = tuple(sorted(come ^ gone))
    return Result(
        id="balance" + suffix,
        holds=expected == found,
        cells=left + right,
        expected=expected,
        found=found,
        records=records,
    )


def _parts(values: Mapping[str, Number], code: str, whole: str, lines: LineCatalogue, numbers: Numbers) -> Result:
    known = set(lines[code].codes())
    parts = [
        part
        for part in values
        if part.startswith(code + ".") and (part in known or (not known and _of(lines, part, code)))
    ]
    expected, found = values.get(whole, 0), sum(values[part] for part in parts)
    records: tuple[str, ...] = ()
    if expected != found:
        counted = {number for part in parts for number in numbers(part)}
        records = tuple(sorted(set(numbers(whole)) ^ counted))
    return Result(
        id=f"parts:{code}",
        holds=expected == found,
        cells=(whole, code),
        expected=expected,
        found=found,
        records=records,
    )


def _of(lines: LineCatalogue, part: str, code: str) -> bool:
    found = lines.find(part)
    return found is not None and found[0].code == code
