"""How does an unpublished wording survive? As plain values in the draft journal, laid over its version again."""

from dataclasses import asdict, replace
from typing import Any

from hallclient.domain.register.records import SavedDraft
from hallclient.domain.register.wordings import OwnSlot, WordingDraft, WordingParagraph

FORM = "wording"


def payload_of(draft: WordingDraft) -> dict[str, object]:
    """Return a draft as the journal keeps it."""
    return {
        "code": draft.code,
        "version": draft.version,
        "newest": draft.newest,
        "paragraphs": [{"text": part.text, "key": part.key, "if_known": part.if_known} for part in draft.paragraphs],
        "own": [asdict(slot) for slot in draft.own_slots],
    }


def of_kind(saved: list[SavedDraft], code: str) -> SavedDraft | None:
    """Return the newest unpublished text of a kind."""
    return next((draft for draft in saved if draft.form == FORM and draft.payload.get("code") == code), None)


def restored(draft: WordingDraft, saved: SavedDraft) -> WordingDraft:
    """Put an unpublished text back over ``draft``, the version it was drafted from."""
    was = {paragraph.key: paragraph for paragraph in draft.paragraphs}
    paragraphs: Any = saved.payload["paragraphs"]
    own: Any = saved.payload["own"]
    empty = WordingParagraph(text="")
    return replace(
        draft,
        newest=str(saved.payload["newest"]),
        paragraphs=tuple(
            replace(was.get(part["key"], empty), text=part["text"], if_known=part["if_known"]) for part in paragraphs
        ),
        own_slots=tuple(OwnSlot(**slot) for slot in own),
    )
