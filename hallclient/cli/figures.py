"""``close``, ``sheet``, ``tally``, ``annual``: what a day, a period, a year came to."""

from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from hallclient.cli import store
from hallclient.cli.inputs import PeriodReversed, day, json_file, output
from hallclient.cli.reply import Reply, Usage
from hallclient.cli.sync import way_in
from hallclient.cli.words import translate
from hallclient.domain.figures.day_sheet import LineValue
from hallclient.domain.figures.oversight import DayState
from hallclient.domain.figures.report_json import answer
from hallclient.domain.refusal import Refusal
from hallclient.domain.register.kinds import ApplicantKind
from hallclient.wiring import Hall

_NAMED = 10  # windows, and days of each, told one by one
ANNUAL_ENDINGS = ("docx", "pdf", "html", "xlsx", "csv", "json")


class CarriedInUnreadable(Refusal):
    """The file of ``--carried-in`` is no row 结转下年度: whole numbers by applicant kind."""

    fields = ("--carried-in",)


def _close(args: Namespace) -> Reply:
    on = day(args.date, "DATE")
    with store.opened(args) as hall:
        if args.dry_run:
            sheet = hall.closing.interim(on, by=hall.clerk)
        else:
            sheet = hall.closing.close(on, by=hall.clerk)
    if sheet.closed:
        head = translate("cli", "{0} 已日结，第 {1} 号").format(on, sheet.z_number)
    else:
        head = translate("cli", "{0} 未结，数字随时变动").format(on)
    return Reply(sheet.as_json(), text="\n".join([head, *_lines(sheet.lines)]))


def _sheet(args: Namespace) -> Reply:
    on, target = day(args.date, "DATE"), output(args.output, ("pdf", "xlsx", "csv", "json"))
    with store.opened(args) as hall:
        sheet = hall.closing.sheet(on, by=hall.clerk)
        hall.closing.export(sheet, target, by=hall.clerk)
    state = translate("cli", "已日结") if sheet.closed else translate("cli", "未结")
    return Reply(sheet.as_json(), text=translate("cli", "{0} 日报表（{1}）已保存到 {2}").format(on, state, target))


def _tally(args: Namespace) -> Reply:
    first, last = day(args.first, "--from"), day(args.last, "--to")
    if last < first:
        raise PeriodReversed
    with store.opened(args) as hall:
        tally = hall.figures.tally(first, last, live=args.live)
    head = translate("cli", "{0} 至 {1}").format(first, last)
    return Reply(tally.as_json(), text="\n".join([head, *_lines(tally.lines)]))


def _annual(args: Namespace) -> Reply:
    from hallclient.services.figures import published_cells  # brings the workbook reader along

    target = output(args.output, ANNUAL_ENDINGS)
    if args.template and target.suffix.lower() != ".docx":
        raise Usage(translate("cli", "--template 只用于 docx"))
    if args.analysis and args.source == "hub":
        # The hub holds days, no cases: one window's cases beside everybody's figures would be told as all.
        raise Usage(translate("cli", "中心库里没有案例，--analysis 只用于本机数据"))
    if args.source == "store" and (args.hub or args.unit):  # else this window's figures would pass for the unit's
        raise Usage(translate("cli", "--hub、--unit 只用于 --source hub"))
    template = Path(args.template) if args.template else None
    carried_in = _carried_in(args.carried_in) if args.carried_in else None
    note = ""
    with store.opened(args) as hall:
        # What was published here is all units' together: a single one's report does not go on from it.
        kept = None if args.unit else hall.reports.cells_of_last_year(args.year, args.source)
        before = published_cells(Path(args.last_year)) if args.last_year else kept
        wanted = partial(
            hall.figures.report, args.year, args.form, month=args.month, carried_in=carried_in, last_year=before
        )
        if args.source == "hub":
            way_in(args, hall)
            with hall.overseeing.counts(unit=args.unit, by=hall.clerk) as source:
                report = wanted(source=source)
            gap = [report.source.gap] if report.source.gap else []
            note = "\n".join([*_missing(hall, args), *gap])
        else:
            report = wanted()
        if not args.unit:
            report = hall.reports.written(report)
        if args.analysis:
            report = replace(report, appendix=hall.analysis.appendix(args.year, month=args.month or 12, by=hall.clerk))
        hall.figures.export_annual(report, target, by=hall.clerk, template=template)
    text = translate("cli", "{0}年年度报告数据已保存到 {1}").format(args.year, target)
    return Reply(answer(report), text=text, note=note)


def _missing(hall: Hall, args: Namespace) -> list[str]:
    """Say which window-days the hub was expecting and has not got, window by window; none: nothing."""
    from hallclient.services.figures import month_end

    first, last = date(args.year, 1, 1), min(month_end(args.year, args.month or 12), hall.today())
    until = last + timedelta(days=1)
    windows = [
        one
        for one in hall.overseeing.board(first, until, by=hall.clerk).windows
        if one.missing and args.unit in (None, one.unit)
    ]
    if not windows:
        return []
    said = [translate("cli", "请注意：中心库还缺 {0} 个窗口日的数据").format(sum(one.missing for one in windows))]
    named = [one.window for one in windows[:_NAMED]]
    for window, days in hall.overseeing.days_of(named, first, until, by=hall.clerk).items():
        lacking = [day.business_date.isoformat() for day in days if day.state is DayState.MISSING]
        more = translate("cli", " 等 {0} 日").format(len(lacking)) if len(lacking) > _NAMED else ""
        said.append(f"{window}  {'、'.join(lacking[:_NAMED])}{more}")
    if len(windows) > _NAMED:
        said.append(translate("cli", "其余 {0} 个窗口见 hub status").format(len(windows) - _NAMED))
    return said


def _carried_in(path: str) -> dict[str, int]:
    """Read last year's row ``carried_out``: the row itself, its ``cells``, or a whole report that holds it."""
    said = json_file(path)
    if isinstance(said, dict) and isinstance(said.get("table3"), dict):
        rows = said["table3"].get("rows", [])
        said = next((row for row in rows if isinstance(row, dict) and row.get("code") == "carried_out"), None)
    if isinstance(said, dict) and isinstance(said.get("carried_out"), dict):
        said = said["carried_out"]
    if isinstance(said, dict) and isinstance(said.get("cells"), dict):
        said = said["cells"]
    if not isinstance(said, dict):
        raise CarriedInUnreadable
    row = {kind.value: said.get(kind.value, 0) for kind in ApplicantKind}
    unknown = set(said) - set(row) - {"total"}
    if unknown or any(type(count) is not int or count < 0 for count in row.values()):
        raise CarriedInUnreadable
    if said.get("total", sum(row.values())) != sum(row.values()):
        raise CarriedInUnreadable
    return row


def _lines(lines: Iterable[LineValue]) -> list[str]:
    return [f"{'  ' if line.part else ''}{line.label}  {line.value} {line.unit}" for line in lines]


COMMANDS: dict[str, Callable[[Namespace], Reply]] = {
    "close": _close,
    "sheet": _sheet,
    "tally": _tally,
    "annual": _annual,
}
