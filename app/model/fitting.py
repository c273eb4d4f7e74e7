"""Whether what is pasted has a place where the cursor stands, and what becomes of plain text there.

Nothing is put elsewhere without a word: what has no place at the cursor is refused.
"""

from collections.abc import Generator
from dataclasses import replace

from app.model.clippings import Clipping
from app.model.document import Document
from app.model.metrics import figure_of
from app.model.pasting import At
from app.model.records import Entry, InCell, Note, Record, Section
from app.model.words import quoted

_OF_ENTRIES = frozenset(("text", "channels", "pictures", "metrics", "documents", "interplay"))
_NAMES = {
    "notes": "notes",
    "emotional-graph": "emotion points",
    "text": "paragraphs",
    "channels": "processes and channels",
    "pictures": "pictures",
    "metrics": "metrics",
    "documents": "documents",
    "interplay": "the personas’ interplay",
}
"""What a section of a kind holds."""
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
    if not clipping.is_plain or section.section_kind not in _OF_ENTRIES:
        return _sentence(first, section, clipping.is_plain)
    kind = section.section_kind
    records: list[Record] = []
    for done, record in enumerate(clipping.records, start=1):
        records.append(_entry(record, kind) if isinstance(record, Note) else _section(record, kind))
        if done % _AT_ONCE == 0:
            yield done / len(clipping.records)
    return replace(clipping, records=tuple(records))


def _section(record: Record, kind: str) -> Record:
    return record.changed(section_kind=kind) if isinstance(record, Section) else record


def _entry(note: Note, kind: str) -> InCell:
    place = {"id": note.id, "position": note.position, "section": note.section, "stage": note.stage}
    figure = figure_of(note.text) if kind == "metrics" else None
    if figure is None:
        return Entry(**place, text=note.text)  # type: ignore[arg-type]
    return Entry(**place, value=figure.value, unit=figure.unit)  # type: ignore[arg-type]


def _sentence(kind: str, section: Section, is_plain: bool) -> str:
    what = "Text" if is_plain else _NAMES.get(kind, "What is on the clipboard")
    has = "has" if is_plain or kind not in _NAMES or kind == "interplay" else "have"
    place = quoted(section.name, "this section")
    choose = _NAMES["notes"] if is_plain else _NAMES.get(kind, "that kind")
    return f"{what[0].upper()}{what[1:]} {has} no place in {place}. Choose a cell in a section of {choose}."
