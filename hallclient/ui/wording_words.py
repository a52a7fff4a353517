"""How is a wording spoken of? When a paragraph is printed, what is wrong with it, in which state a version stands."""

from hallclient.domain.register.wordings import Note, WordingKind, WordingProblem, WordingVersion
from hallclient.ui.language import translate
from hallclient.ui.sentence_words import day
from hallclient.ui.terms import label


def note(remark: Note) -> str:
    """Return when a paragraph is printed, or how it stands."""
    return label(remark.what).format(*remark.words)


def problem(found: WordingProblem) -> str:
    """Return what is wrong, without its paragraph."""
    return label(found.flaw).format(*found.words)


def placed(found: WordingProblem) -> str:
    """Return what is wrong, with its paragraph."""
    if not found.paragraph:
        return problem(found)
    return translate("wording", "第{0}段：{1}").format(found.paragraph, problem(found))


def version_state(version: WordingVersion, *, today: object) -> str:
    """Return in which state a version stands."""
    if version.withdrawn:
        return translate("wording", "已撤回")
    if version.in_force:
        return translate("wording", "现行")
    coming = version.effective_from > today  # type: ignore[operator]
    return translate("wording", "未生效") if coming else translate("wording", "原版本")


def kind_state(kind: WordingKind) -> str:
    """Return what stands beside a kind in the list."""
    if kind.broken:
        return translate("wording", "⚠ 读不出")
    if kind.coming is not None:
        return translate("wording", "{0}换新").format(day(kind.coming))
    return translate("wording", "已修改") if kind.edited else ""


def kind_name(kind: WordingKind) -> str:
    """Return what a kind is called where there is little room: 不予公开决定书（国家秘密） and its six neighbours."""
    return kind.title.removeprefix("政府信息") if "（" in kind.title else kind.title


def kind_tone(kind: WordingKind) -> str:
    """Return the colour of what stands beside a kind."""
    return "danger" if kind.broken else "muted"


def type_name(kind: str) -> str:
    """Return what may be filled into a slot."""
    return {
        "text": translate("wording", "文字"),
        "date": translate("wording", "日期"),
        "list": translate("wording", "逐条"),
        "choice": translate("wording", "选项"),
        "money": translate("wording", "金额"),
        "number": translate("wording", "数字"),
        "article": translate("wording", "条款"),
    }.get(kind, kind)
