"""Whether what is pasted has a place where the cursor stands, and what becomes of plain text there.

Nothing is put elsewhere without a word: what has no place at the cursor is refused.
"""

from collections.abc import Generator
from dataclasses import replace

from app.drawing.sections import kind_of
from app.drawing.sections.kind import SectionKind
from app.model.document import Document
from app.model.exchange.clippings import Clipping
from app.model.exchange.pasting import At
from app.model.kinds import kinds_holding, taken_by
from app.model.records import Entry, InCell, Note, Record, Section
from app.model.words import quoted

_AT_ONCE = 500


def fitting(document: Document, clipping: Clipping, at: At) -> Generator[float, None, Clipping | str]:
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
        return _sentence(first, section, clipping.is_plain)
    kind = kind_of(section.section_kind)
    records: list[Record] = []
    for done, record in enumerate(clipping.records, start=1):
        records.append(_entry(record, kind) if isinstance(record, Note) else _section(record, kind.name))
        if done % _AT_ONCE == 0:
            yield done / len(clipping.records)
    return replace(clipping, records=tuple(records))


def _section(record: Record, kind: str) -> Record:
    return record.changed(section_kind=kind) if isinstance(record, Section) else record


def _entry(note: Note, kind: SectionKind) -> InCell:
    entry = Entry(id=note.id, position=note.position, section=note.section, stage=note.stage, text=note.text)
    typed = kind.read_typed(entry, before="")
    return entry.changed(**typed.fields) if typed is not None else entry


def _sentence(kind: str, section: Section, is_plain: bool) -> str:
    held = kind_of(kind).plural
    what = "Text" if is_plain else held or "What is on the clipboard"
    has = "have" if not is_plain and held.endswith("s") else "has"
    place = quoted(section.name, "this section")
    choose = kind_of(kinds_holding(Note)[0]).plural if is_plain else held or "that kind"
    return f"{what[0].upper()}{what[1:]} {has} no place in {place}. Choose a cell in a section of {choose}."
