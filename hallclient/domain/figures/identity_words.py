"""What does an identity say in words? The Chinese that sheets, exports and the list of unfinished work print."""

from hallclient.domain.figures.lines import LineCatalogue
from hallclient.domain.register.kinds import ApplicantKind

WORDS = {
    "balance": "上期结转＋本期收到＝办结＋结转下期",
    "balance.kind": "上期结转＋本期收到＝办结＋结转下期（{0}）",
    "parts": "“{0}”之和＝{1}",
    "records": "办结日期与结果齐全",
    "members": "登记记录数与清单一致",
    "numbers": "编号连续，无缺号（{0}）",
    "continuity": "上期结转与以前各日的结余一致",
    "recount": "已结数字与重新统计一致",
}


def identity_words(identity: str, lines: LineCatalogue) -> tuple[str, tuple[str, ...]]:
    """Return the key in ``WORDS`` of an identity's id, and what fills its sentence; an unknown id is its own key."""
    if identity.startswith("balance.kind."):
        return "balance.kind", (ApplicantKind(identity.removeprefix("balance.kind.")).label,)
    name, _, what = identity.partition(":")
    if name == "parts":
        line = next((line for line in lines.lines if line.code == what), None)
        if line is None:
            return identity, ()
        return name, (line.title.replace("{0}", "…").replace("{1}", "…"), lines.label(line.part_of))
    if name == "numbers":
        return name, (what,)
    return name, ()


def identity_name(identity: str, lines: LineCatalogue) -> str:
    """Return what an identity says in Chinese: ``balance`` → 上期结转＋本期收到＝办结＋结转下期."""
    key, filled = identity_words(identity, lines)
    return WORDS.get(key, identity).format(*filled)
