"""How is a wording edited? Its paragraphs under official names, checked, and written down as a version of their own."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count
from typing import Any

from hallclient.documents import elements, glyphs
from hallclient.documents.document_kind import DocumentKind, Element, WordingBroken
from hallclient.documents.kinds import KindReader
from hallclient.documents.slot_labels import Slots
from hallclient.documents.template_text import read_condition
from hallclient.domain.register.wordings import (
    LONGEST,
    Applies,
    Flaw,
    Note,
    OfferedSlot,
    OwnSlot,
    WordingDraft,
    WordingParagraph,
    WordingProblem,
)

Raw = dict[str, Any]
_OWN = "own_"
_DATES = (
    ("received_from", Applies.RECEIVED_FROM),
    ("received_until", Applies.RECEIVED_UNTIL),
    ("issued_from", Applies.ISSUED_FROM),
    ("issued_until", Applies.ISSUED_UNTIL),
)


def draft_of(reader: KindReader, entry: Mapping[str, Any], *, newest: str) -> WordingDraft:
    """Return a wording for editing; ``entry`` is its table, ``newest`` the id of the newest version known."""
    reader = reader.knowing(entry.get("facts", {}))
    slots = Slots(reader.facts)
    return WordingDraft(
        code=reader.code,
        version=entry["id"],
        newest=newest,
        paragraphs=tuple(
            _paragraph(reader, slots, str(key), raw) for key, raw in enumerate(expanded(reader, entry["body"]))
        ),
        own_slots=tuple(OwnSlot(label=fact["label"], type=fact["type"]) for fact in entry.get("facts", {}).values()),
    )


def expanded(reader: KindReader, body: Sequence[Mapping[str, Any]]) -> list[Raw]:
    """Return the body with its shared paragraphs written out; the remedy stays a reference to the law."""
    found: list[Raw] = []
    for raw in body:
        if raw.get("block", "remedy") == "remedy":
            found.append(dict(raw))
            continue
        own = {key: value for key, value in raw.items() if key not in ("block", "when")}
        for inner in reader.common.blocks[raw["block"]]:
            when = [*_listed(inner.get("when")), *_listed(raw.get("when"))]
            found.append({**inner, **own, **({"when": when} if when else {})})
    return found


def offered_slots(reader: KindReader, draft: WordingDraft, kind: DocumentKind) -> tuple[OfferedSlot, ...]:
    """Return what can be inserted, the kind's own facts first; ``required`` ones are asked by law and must stay."""
    reader = reader.knowing(_own_facts(draft.own_slots))
    slots, allowed = Slots(reader.facts), reader.facts_for_all()
    wanted = {name for element in kind.elements for name in elements.names_in(element)}
    ordered = [*kind.facts, *(name for name in reader.facts if name not in kind.facts)]
    return tuple(
        OfferedSlot(
            token=f"{{{slots.needs[name].label}}}",
            label=slots.needs[name].label,
            type=slots.needs[name].type,
            required=name in wanted,
            always_known=name in kind.facts and kind.facts[name].required,
        )
        for name in ordered
        if name in allowed and name not in ("served_online", "remedy_way", "items_remedy")
    )


def entry_of(
    reader: KindReader, base: Mapping[str, Any], draft: WordingDraft, *, version: str, effective_from: date
) -> tuple[dict[str, Any], tuple[WordingProblem, ...]]:
    """Return the draft as a version's table, and all that is wrong with it, paragraph by paragraph.

    ``base`` is the table of the version it was drafted from, whose conditions its paragraphs keep.
    """
    facts = _own_facts(draft.own_slots)
    reader = reader.knowing(facts)
    was = expanded(reader, base["body"])
    problems = _labels_taken(reader, draft)
    body: list[Raw] = []
    for number, paragraph in enumerate(draft.paragraphs, start=1):
        raw = dict(was[int(paragraph.key)]) if paragraph.key else {}
        if not _locked(raw):
            raw["text"], flaws = _text(reader, raw, paragraph)
            problems += [WordingProblem(flaw=flaw, paragraph=number, words=(word,)) for flaw, word in flaws]
            if paragraph.if_known and not paragraph.key:
                raw["when"] = sorted(slot.name for slot in reader.block(raw).slots) if raw["text"] else []
            raw = {key: value for key, value in raw.items() if value not in ("", [])} or raw
        body.append(raw)
    problems += _locked_gone(reader, was, draft)
    if not body:
        problems.append(WordingProblem(flaw=Flaw.NOTHING_LEFT))
    elif body[0].get("continues"):
        problems.append(WordingProblem(flaw=Flaw.STARTS_JOINED, paragraph=1))
    used = {slot for raw in body for slot in facts if f"{{{slot}" in raw.get("text", "")}
    kept = {name: fact for name, fact in facts.items() if name in used}
    entry = {"id": version, "effective_from": effective_from, **({"facts": kept} if kept else {}), "body": body}
    # What is locked is asked for once, as such: the rest is looked through as if it stood there.
    keys = {paragraph.key for paragraph in draft.paragraphs}
    said = [raw for raw in body if raw.get("text") or raw.get("label") or _locked(raw)]
    whole = [*said, *(raw for key, raw in enumerate(was) if _locked(raw) and str(key) not in keys)]
    problems += _elements_gone(reader, {**entry, "body": whole}, was, draft)
    return entry, tuple(problems)


def texts(draft: WordingDraft) -> list[str]:
    """Return the paragraphs as they are compared with another version."""
    return [paragraph.text for paragraph in draft.paragraphs]


def _paragraph(reader: KindReader, slots: Slots, key: str, raw: Raw) -> WordingParagraph:
    if raw.get("block") == "remedy":
        remedy = reader.common.remedies[raw.get("remedy", reader.table["remedy"])]
        now = [block for block in remedy if not block.get("issued_until") and not block.get("continues")]
        notes = (Note(Applies.REMEDY), *_when(slots, raw))
        return WordingParagraph(text=slots.shown(now[-1]["text"]), key=key, notes=notes, locked=True)
    text = slots.shown(raw.get("text", "")) if raw.get("text") else "　".join(raw.get("sign", ()))
    return WordingParagraph(text=text, key=key, notes=_notes(slots, raw), locked=_locked(raw))


def _locked(raw: Raw) -> bool:
    return raw.get("block") == "remedy" or bool(raw.get("sign"))


def _notes(slots: Slots, raw: Raw) -> tuple[Note, ...]:
    notes = [Note(Applies.ROW, (raw["label"],))] if raw.get("label") else []
    notes += [Note(Applies.SIGN)] if raw.get("sign") else []
    notes += [Note(Applies.CONTINUES)] if raw.get("continues") else []
    notes += [Note(Applies(raw["style"]))] if raw.get("style", "body") != "body" else []
    notes += [Note(Applies.EACH, (slots.needs[raw["each"]].label,))] if raw.get("each") else []
    for name, applies in _DATES:
        if day := raw.get(name):
            notes.append(Note(applies, (f"{day.year}年{day.month}月{day.day}日",)))
    return (*notes, *_when(slots, raw))


def _when(slots: Slots, raw: Raw) -> tuple[Note, ...]:
    notes = []
    for text in _listed(raw.get("when")):
        condition = read_condition(text)
        need = slots.needs[condition.name]
        if not condition.values:
            notes.append(Note(Applies.UNKNOWN if condition.negated else Applies.KNOWN, (need.label,)))
            continue
        values = "、".join(f"“{need.choices[value]}”" for value in condition.values)
        notes.append(Note(Applies.IS_NOT if condition.negated else Applies.IS, (need.label, values)))
    return tuple(notes)


def _text(reader: KindReader, raw: Raw, paragraph: WordingParagraph) -> tuple[str, list[tuple[Flaw, str]]]:
    """Return a paragraph's template without what is wrong in it, and what is."""
    said = glyphs.tidy(paragraph.text).replace("\n", "").strip()
    slots = Slots(reader.facts)
    template, flaws = slots.read(said)
    if not said and not raw.get("label"):
        flaws.append((Flaw.EMPTY, ""))
    if len(said) > LONGEST:
        flaws.append((Flaw.TOO_LONG, str(LONGEST)))
    flaws += [(Flaw.UNPRINTABLE, char) for char, _point in glyphs.missing(template)]
    if any(flaw is Flaw.BRACE for flaw, _ in flaws):
        return "", flaws
    allowed = reader.facts_for_all()
    own = reader.table.get("recipient", "addressee") == "addressee"
    for slot in reader.block({"text": template}).slots if template else ():
        if slot.name not in allowed:
            label = reader.facts[slot.name].label
            flaws.append((Flaw.SLOT_NOT_HERE if own else Flaw.APPLICANT, label))
            template = template.replace(f"{{{slot.name}}}", "")
    return template, flaws


def _own_facts(own: Sequence[OwnSlot]) -> dict[str, dict[str, str]]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return {
        f"{_OWN}{letters[at // 26]}{letters[at % 26]}": {"label": slot.label, "type": slot.type}
        for at, slot in zip(count(), own, strict=False)
    }


def _labels_taken(reader: KindReader, draft: WordingDraft) -> list[WordingProblem]:
    labels = [need.label for need in reader.facts.values()]
    return [
        WordingProblem(flaw=Flaw.LABEL_TAKEN, words=(slot.label,))
        for slot in draft.own_slots
        if labels.count(slot.label) > 1
    ]


def _locked_gone(reader: KindReader, was: Sequence[Raw], draft: WordingDraft) -> list[WordingProblem]:
    slots = Slots(reader.facts)
    by_key = {paragraph.key: (at, paragraph) for at, paragraph in enumerate(draft.paragraphs, start=1)}
    problems = []
    for key, raw in enumerate(was):
        if not _locked(raw):
            continue
        before = _paragraph(reader, slots, str(key), raw)
        at, now = by_key.get(str(key), (0, None))
        if now is None or now.text != before.text:
            problems.append(WordingProblem(flaw=Flaw.LOCKED, paragraph=at, words=(before.text[:20],)))
    return problems


def _elements_gone(
    reader: KindReader, entry: Mapping[str, Any], was: Sequence[Raw], draft: WordingDraft
) -> list[WordingProblem]:
    try:
        kind = reader.version(entry, earlier=())
    except WordingBroken:
        return []  # what is wrong with it was named above
    slots = Slots(reader.facts)
    problems = []
    for element in elements.lacking(kind):
        before = [
            str(key)
            for key, raw in enumerate(was)
            if raw.get("block") != "remedy" and elements.prints(reader.block(raw), element)
        ]
        at = next((n for n, paragraph in enumerate(draft.paragraphs, start=1) if paragraph.key in before), 0)
        problems.append(WordingProblem(flaw=Flaw.ELEMENT, paragraph=at, words=(element.label, _asked(slots, element))))
    return problems


def _asked(slots: Slots, element: Element) -> str:
    # Another kind's fact among the alternatives ({要求更正的记录} of A17) is none here.
    known = [wanted for wanted in element.wanted if not wanted.startswith("{") or wanted[1:-1] in slots.needs]
    return "或".join(slots.shown(wanted) if wanted.startswith("{") else f"“{wanted}”" for wanted in known)


def _listed(value: str | Sequence[str] | None) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else list(value)
