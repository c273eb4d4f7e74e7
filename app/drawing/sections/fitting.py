"""Whether what is pasted has a place where the cursor stands, and what becomes of plain text there.

Nothing is put elsewhere without a word: what has no place at the cursor is refused.
"""

from collections.abc import Generator
from dataclasses import replace

from app.drawing.sections import kind_of
from app.drawing.sections.kind import SectionKind
from app.language.phrases import Phrase, phrase, phrase_context
from app.language.words import quoted
from app.model.document import Document
from app.model.exchange.clippings import Clipping
from app.model.exchange.pasting import At
from app.model.kinds import content_of, taken_by
from app.model.records import EmotionPoint, Entry, InCell, Note, Record, Section
from app.model.words import shortened

_AT_ONCE = 500


def fitting(document: Document, clipping: Clipping, at: At) -> Generator[float, None, Clipping | Phrase]:
    """The clipping as the cursor's section takes it, or a sentence on why it has no place there.

    Yields how far it is, 0 … 1. Lines of text become what they would be if they were typed there.
    """
    section = document.find(at.section or "")
    if clipping.shape != "cells" or not isinstance(section, Section):
        return clipping
    first = clipping.sections[0].section_kind
    if first == section.section_kind:
        return clipping
    if not clipping.is_plain or taken_by(section) is not Entry:
        return _refusal(first, section, clipping.is_plain)
    kind = kind_of(section.section_kind)
    records: list[Record] = []
    for done, record in enumerate(clipping.records, start=1):
        records.append(
            _entry(document, record, kind) if isinstance(record, Note) else _section(record, kind.name)
        )
        if done % _AT_ONCE == 0:
            yield done / len(clipping.records)
    return replace(clipping, records=tuple(records))


def _section(record: Record, kind: str) -> Record:
    return record.changed(section_kind=kind) if isinstance(record, Section) else record


def _entry(document: Document, note: Note, kind: SectionKind) -> InCell:
    entry = Entry(id=note.id, position=note.position, section=note.section, stage=note.stage, text=note.text)
    typed = kind.read_typed(document, entry, before="")
    # Of several at once there is one record here: the text says it all.
    return entry.changed(**typed.fields) if typed is not None and not typed.others else entry


def _refusal(kind: str, section: Section, is_plain: bool) -> Phrase:
    """Why what a kind of section holds, or plain text, cannot be put into a section, and where it can."""
    place = quoted(shortened(section.name)) if section.name.strip() else phrase_context("in", "this section")
    holds = content_of(kind).holds
    if is_plain:
        return phrase("Text has no place in {section}. Choose a cell in a section of notes.", section=place)
    if holds is Note:
        return phrase("Notes have no place in {section}. Choose a cell in a section of notes.", section=place)
    if holds is EmotionPoint:
        return phrase(
            "Emotion points have no place in {section}. Choose a cell in an emotional graph.", section=place
        )
    return phrase(
        "What is on the clipboard has no place in {section}. Choose a cell in a section of the kind {kind}.",
        section=place,
        kind=quoted(str(kind_of(kind).title)),
    )
