"""How does a wording read for someone who does not write TOML? Slots under their official names, and back again."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hallclient.documents.document_kind import Need, Slot
from hallclient.documents.template_text import read_parts
from hallclient.domain.register.wordings import Flaw

_TOKEN = re.compile(r"\{([^{}]*)\}")
_CAPITAL = "·大写"
_BOX, _IS, _OR = "☐", "＝", "｜"
_EACH = {"n": "序号", "item": "本条内容"}


@dataclass(slots=True)
class Slots:
    """The names of a kind's facts, both ways. ``needs`` are all it may print, by name."""

    needs: Mapping[str, Need]
    names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.names = {label: name for name, label in _EACH.items()}
        for name, need in self.needs.items():
            self.names.setdefault(need.label, name)

    def shown(self, text: str) -> str:
        """Return a template as it is edited: ``{subject}`` as ``{申请内容}``, a box as ``{☐提供形式＝纸质}``."""
        return "".join(part if isinstance(part, str) else self.token(part) for part in read_parts(text))

    def token(self, slot: Slot) -> str:
        """Return what stands in the edited text for a slot."""
        if slot.name in _EACH:
            return f"{{{_EACH[slot.name]}}}"
        need = self.needs[slot.name]
        if slot.form == "capital":
            return f"{{{need.label}{_CAPITAL}}}"
        if slot.form == "box":
            return f"{{{_BOX}{need.label}{_IS}{_OR.join(need.choices[value] for value in slot.values)}}}"
        return f"{{{need.label}}}"

    def read(self, text: str) -> tuple[str, list[tuple[Flaw, str]]]:
        """Return the template of an edited text, and what is wrong with its slots."""
        flaws: list[tuple[Flaw, str]] = []

        def named(match: re.Match[str]) -> str:
            found = self._named(match[1].strip())
            if isinstance(found, str):
                return found
            flaws.append(found)
            return ""

        raw = _TOKEN.sub(named, text)
        rest = _TOKEN.sub("", text)
        if "{" in rest or "}" in rest:
            flaws.append((Flaw.BRACE, ""))
        return raw, flaws

    def _named(self, token: str) -> str | tuple[Flaw, str]:
        if token in self.names:
            return f"{{{self.names[token]}}}"
        if token.endswith(_CAPITAL) and (name := self.names.get(token.removesuffix(_CAPITAL))):
            if self.needs[name].type != "money":
                return Flaw.CAPITALS, self.needs[name].label
            return f"{{{name}:capital}}"
        label, _, values = token.removeprefix(_BOX).partition(_IS)
        need = self.needs.get(self.names.get(label, ""))
        if token.startswith(_BOX) and need is not None:
            codes = {shown: code for code, shown in need.choices.items()}
            wanted = values.split(_OR)
            if all(value in codes for value in wanted):
                return f"{{{need.name}:box({'|'.join(codes[value] for value in wanted)})}}"
        return Flaw.UNKNOWN_SLOT, token


def shared_labels(needs: Iterable[Need]) -> list[str]:
    """Return labels that two facts bear: a wording could not tell them apart."""
    seen: set[str] = set()
    return [need.label for need in needs if need.label in seen or seen.add(need.label)]  # type: ignore[func-returns-value]
