"""The wording desk: a supervisor changes the words of a document as a new version, seen before it comes into force."""

import tomllib
from collections.abc import Mapping, MutableMapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from hallclient.documents import editing
from hallclient.documents.document_kind import DocumentKind, WordingBroken
from hallclient.documents.kinds import KindReader, kind_readers
from hallclient.documents.render import render
from hallclient.documents.samples import sample_facts
from hallclient.documents.toml_text import written
from hallclient.domain.register.issued import UnknownKind
from hallclient.domain.register.permissions import Clerk, Permission, require
from hallclient.domain.register.records import NoSuchRecord
from hallclient.domain.register.versions import ChangedMeanwhile
from hallclient.domain.register.wordings import (
    DiffLine,
    Flaw,
    OfferedSlot,
    WordingDraft,
    WordingInForce,
    WordingKind,
    WordingNeedsReason,
    WordingProblem,
    WordingRefused,
    WordingTooEarly,
    WordingUnchanged,
    WordingVersion,
    compared,
)
from hallclient.services.office import Office
from hallclient.storage import audit, wordings
from hallclient.storage.wordings import KeptWording

MARK = "样张"


class WordingDesk:
    """Versions are added, never changed: an issued document names the one it was drawn in, and keeps its bytes.

    ``kinds`` is the mapping the documents desk issues from: published versions enter it at once.
    """

    def __init__(self, office: Office, kinds: MutableMapping[str, DocumentKind]) -> None:
        self._office = office
        self._kinds = kinds
        self._shipped = dict(kinds)
        self.refresh()

    # -- what there is --------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Let the store's versions stand among the shipped ones; another program may have published one."""
        with self._office.database.reading() as tx:
            rows = wordings.kept(tx)
        for code in {row.code for row in rows} & set(self._shipped):
            self._kinds[code] = self._merged(code, [row for row in rows if row.code == code])

    def kinds(self) -> tuple[WordingKind, ...]:
        """Return every kind with the version in force today, in the order of their codes."""
        self.refresh()
        today = self._office.today()
        found = []
        for code, kind in self._kinds.items():
            now = kind.on(today)
            found.append(
                WordingKind(
                    code=code,
                    title=kind.title,
                    paper=kind.paper,
                    version=now.version,
                    effective_from=now.effective_from,
                    edited=now.version not in self._shipped_ids(code),
                    coming=kind.effective_from if kind.effective_from > today else None,
                    broken=now.broken,
                )
            )
        return tuple(found)

    def current(self, code: str) -> WordingVersion:
        """Return the version in force today. Raises UnknownKind."""
        return next(version for version in self.versions(code) if version.in_force)

    def versions(self, code: str) -> tuple[WordingVersion, ...]:
        """Return every version of a kind, newest first, withdrawn ones where they stood. Raises UnknownKind."""
        self._reader(code)
        today = self._office.today()
        with self._office.database.reading() as tx:
            rows = wordings.kept(tx, code)
        in_force = self._merged(code, rows).on(today).version
        shipped = [
            WordingVersion(
                code=code,
                version=kind.version,
                effective_from=kind.effective_from,
                shipped=True,
                in_force=kind.version == in_force,
            )
            for kind in reversed((self._shipped[code], *self._shipped[code].earlier))
        ]
        kept = [
            WordingVersion(
                code=code,
                version=row.version,
                effective_from=row.effective_from,
                shipped=False,
                in_force=row.version == in_force,
                reason=row.reason,
                by=row.by,
                at=row.at,
                withdrawn=row.withdrawn,
            )
            for row in rows
        ]
        return tuple(sorted([*shipped, *kept], key=lambda version: version.effective_from)[::-1])

    # -- editing --------------------------------------------------------------------------------------------------

    def draft(self, code: str, version: str = "") -> WordingDraft:
        """Return the newest wording (or the version named) as paragraphs to edit. Raises UnknownKind, NoSuchRecord."""
        newest = self._newest(code)
        # What this release cannot read any more is written anew from the words that came with it.
        readable = self._shipped[code].version if self._kinds[code].broken else newest
        return editing.draft_of(self._reader(code), self._entry(code, version or readable), newest=newest)

    def slots(self, draft: WordingDraft) -> tuple[OfferedSlot, ...]:
        """Return what can be inserted into this draft. Raises UnknownKind."""
        return editing.offered_slots(self._reader(draft.code), draft, self._kinds[draft.code])

    def check(self, draft: WordingDraft) -> tuple[WordingProblem, ...]:
        """Return all that is wrong with a draft, paragraph by paragraph; nothing when it can come into force."""
        return self._read(draft, effective_from=self._office.today())[1]

    def preview(self, draft: WordingDraft) -> bytes:
        """Draw the draft with invented facts, 样张 across each page. Nothing is written. Raises WordingRefused."""
        entry, problems = self._read(draft, effective_from=self._office.today())
        if problems:
            raise WordingRefused(problems)
        kind = self._reader(draft.code).version(entry, earlier=())
        return render(kind, sample_facts(kind), mark=MARK)

    def diff(self, draft: WordingDraft, version: str = "") -> tuple[DiffLine, ...]:
        """Compare a draft with a version (the one it was drafted from), paragraph by paragraph and word by word."""
        before = self.draft(draft.code, version or draft.version)
        return compared(editing.texts(before), editing.texts(draft))

    def publish(self, draft: WordingDraft, *, effective_from: date, reason: str, by: Clerk) -> WordingVersion:
        """Let the draft come into force on a day, today at the earliest, and return it.

        What was issued before keeps its version and its bytes. Raises NotPermitted, WordingNeedsReason,
        WordingUnchanged, WordingRefused, WordingTooEarly, ChangedMeanwhile (another version was published meanwhile).
        """
        require(by, Permission.EDIT_WORDING)
        code, now = draft.code, self._office.now()
        reader = self._reader(code)
        if not reason.strip():
            raise WordingNeedsReason
        with self._office.database.writing() as tx:
            audit.on_time(tx, now)
            rows = wordings.kept(tx, code)
            merged = self._merged(code, rows)
            if merged.version != draft.newest:
                theirs = next(version for version in self.versions(code) if version.version == merged.version)
                raise ChangedMeanwhile(number=code, version=len(rows), theirs=theirs)
            first = max(now.date(), merged.effective_from)
            if effective_from < first:
                raise WordingTooEarly(first)
            version = f"{code}-H{len(rows) + 1}"
            entry, problems = self._read(draft, effective_from=effective_from, version=version)
            if problems:
                raise WordingRefused(problems)
            if reader.version(entry, earlier=()).body == merged.body and not merged.broken:
                raise WordingUnchanged
            wordings.add(
                tx,
                code=code,
                version=version,
                effective_from=effective_from,
                text=written(entry),
                reason=reason.strip(),
                at=now,
                by=by.name,
            )
            after = f"{effective_from.isoformat()} {reason.strip()}"
            audit.note(tx, at=now, by=by.name, action="publish_wording", subject=version, after=after)
        self.refresh()
        return next(kept for kept in self.versions(code) if kept.version == version)

    def withdraw(self, code: str, version: str, *, reason: str, by: Clerk) -> None:
        """Take back a version that is not yet in force; it stays with the reason.

        Raises NotPermitted, WordingNeedsReason, NoSuchRecord, WordingInForce.
        """
        require(by, Permission.EDIT_WORDING)
        now = self._office.now()
        if not reason.strip():
            raise WordingNeedsReason
        with self._office.database.writing() as tx:
            audit.on_time(tx, now)
            found = next((kept for kept in self.versions(code) if kept.version == version), None)
            if found is None or found.withdrawn:
                raise NoSuchRecord(version)
            if found.shipped or found.effective_from <= now.date():
                raise WordingInForce(version)
            wordings.withdraw(tx, code=code, version=version, reason=reason.strip())
            audit.note(tx, at=now, by=by.name, action="withdraw_wording", subject=version, after=reason.strip())
        self.refresh()

    # -- inside ---------------------------------------------------------------------------------------------------

    @cached_property
    def _readers(self) -> Mapping[str, KindReader]:
        return kind_readers()  # read when the first version is kept or edited: the start does not pay for it

    def _reader(self, code: str) -> KindReader:
        if code not in self._shipped:
            raise UnknownKind(code)
        return self._readers[code]

    def _shipped_ids(self, code: str) -> set[str]:
        return {kind.version for kind in (self._shipped[code], *self._shipped[code].earlier)}

    def _newest(self, code: str) -> str:
        self.refresh()
        if code not in self._shipped:
            raise UnknownKind(code)
        return self._kinds[code].version

    def _merged(self, code: str, rows: "list[KeptWording] | tuple[KeptWording, ...]") -> DocumentKind:
        """Return the kind with the store's versions among the shipped ones, newest first.

        A version that this release cannot read any more stands there as broken: its kind is not issued in words that
        nobody chose.
        """
        shipped = self._shipped[code]
        versions = [shipped, *shipped.earlier][::-1]
        for row in rows:
            if row.withdrawn:
                continue
            try:
                versions.append(self._reader(code).version(tomllib.loads(row.text), earlier=()))
            except (WordingBroken, KeyError, ValueError) as problem:
                versions.append(
                    replace(
                        shipped,
                        version=row.version,
                        effective_from=row.effective_from,
                        broken=str(problem) or row.version,
                    )
                )
        merged: tuple[DocumentKind, ...] = ()
        for version in sorted(versions, key=lambda kind: kind.effective_from):
            merged = (replace(version, earlier=merged), *merged)
        return merged[0]

    def _entry(self, code: str, version: str) -> dict[str, Any]:
        """Return the table of a version, shipped or kept. Raises NoSuchRecord."""
        for entry in self._reader(code).table["versions"]:
            if entry["id"] == version:
                return dict(entry)
        with self._office.database.reading() as tx:
            rows = wordings.kept(tx, code)
        text = next((row.text for row in rows if row.version == version), None)
        if text is None:
            raise NoSuchRecord(version)
        return tomllib.loads(text)

    def _read(
        self, draft: WordingDraft, *, effective_from: date, version: str = "H"
    ) -> tuple[dict[str, Any], tuple[WordingProblem, ...]]:
        reader, base = self._reader(draft.code), self._entry(draft.code, draft.version)
        entry, problems = editing.entry_of(reader, base, draft, version=version, effective_from=effective_from)
        if problems:
            return entry, problems
        try:
            reader.version(entry, earlier=())
        except WordingBroken as broken:  # nothing that the checks above have no words for comes into force
            return entry, (WordingProblem(flaw=Flaw.UNREADABLE, words=(broken.problem,)),)
        return entry, ()
