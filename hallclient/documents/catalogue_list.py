"""How does the catalogue get on paper? Category by category, each item with all that art. 12(3) asks for."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from hallclient.documents.sheets import Section, sheet_pdf
from hallclient.domain.register.catalogue import CatalogueEntry
from hallclient.domain.register.reference_text import ReferenceText

_HEADS = ("索引号", "名称", "内容概述", "生成日期", "公开位置")
_NUMERALS = "一二三四五六七八九十"


def catalogue_pdf(text: ReferenceText, entries: Sequence[CatalogueEntry], *, agency: str, watermark: str = "") -> bytes:
    """Return the catalogue (entries by category) as a printed list; its preface comes first. Raises FontMissing."""
    preface = [Section(title=part.title, note=part.text) for part in text.parts]
    edition = f"第{text.edition}版" if text.edition else "草案"
    return sheet_pdf(
        text.title,
        f"{edition}　共 {len(entries)} 条",
        [*preface, *_sections(entries)],
        footer=agency,
        watermark=watermark,
        landscape=True,
        author=agency,
    )


def _sections(entries: Iterable[CatalogueEntry]) -> list[Section]:
    sections = []
    for at, (category, group) in enumerate(groupby(entries, key=lambda entry: entry.category)):
        rows = tuple(_row(entry) for entry in group)
        number = f"{_NUMERALS[at]}、" if at < len(_NUMERALS) else f"{at + 1}."
        sections.append(Section(title=f"{number}{category or '未分类'}（{len(rows)} 条）", columns=_HEADS, rows=rows))
    return sections or [Section(note="目录中还没有条目。")]


def _row(entry: CatalogueEntry) -> tuple[str, ...]:
    title = f"{entry.title}（{entry.document_number}）" if entry.document_number else entry.title
    created = entry.created_on.isoformat() if entry.created_on is not None else ""
    return entry.index_number, title, entry.summary, created, entry.where
