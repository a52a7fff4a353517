"""Which versions of a wording are there? Newest first, in which state, and why each was made."""

from collections.abc import Callable
from datetime import date

from hallclient.domain.register.wordings import WordingVersion
from hallclient.ui.language import translate
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.sentence_words import day
from hallclient.ui.wording_words import version_state


class VersionsList(ListView):
    """Enter takes a version's words up again."""

    def __init__(self, today: Callable[[], date]) -> None:
        columns = [
            Column(title=translate("wording", "版本"), text=lambda version: version.version, width=92),
            Column(title=translate("wording", "生效日期"), text=lambda version: day(version.effective_from), width=104),
            Column(
                title=translate("wording", "状态"),
                text=lambda version: version_state(version, today=today()),
                tone=_quiet,
                width=76,
            ),
            Column(title=translate("wording", "修改原因"), text=_reason, stretch=True, hover=_reason),
            Column(title=translate("wording", "发布人"), text=lambda version: version.by, width=92, spare=True),
        ]
        super().__init__(columns, name=translate("wording", "版本"), sortable=False)


def _quiet(version: WordingVersion) -> str | None:
    return None if version.in_force else "muted"


def _reason(version: WordingVersion) -> str:
    if version.withdrawn:
        return translate("wording", "撤回：{0}").format(version.withdrawn)
    return translate("wording", "随程序提供") if version.shipped else version.reason
