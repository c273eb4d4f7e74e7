"""The numbers of a map's notes: people before a poster say by them which note they mean.

They depend on the map alone, not on what is shown of it: so a note has the same number on a stage's
poster as on that of the whole map, and in the window.
"""

import re
from collections.abc import Iterator

from app.model.document import Document
from app.model.records import Id, Note

_NUMBER = re.compile(r"\s*#\s*(\d{1,6})\s*")


def in_order(document: Document, map: Id) -> Iterator[Note]:
    """The notes in the order of their numbers: section by section, from left to right.

    Those in sections that posters leave out come last, so that posters miss no number.
    """
    stages = document.stages(map)
    for section in sorted(document.sections(map), key=lambda section: section.is_left_off_posters):
        for stage in stages:
            yield from document.notes(section.id, stage.id)


def note_numbers(document: Document, map: Id) -> dict[Id, int]:
    """The notes' numbers, from 1."""
    return {note.id: number for number, note in enumerate(in_order(document, map), 1)}


def asked_number(words: str) -> int | None:
    """The number that is asked for by "#27"; none by other words."""
    found = _NUMBER.fullmatch(words)
    return int(found.group(1)) if found else None
