"""The lines of notes' texts, counted before a map is laid out: all of them at once hold a window up."""

from collections.abc import Iterator

from app.drawing.grid import Column, columns_of
from app.drawing.note import NOTE_BESIDE, note_text
from app.drawing.sections.notes.notes_standing import room_of
from app.drawing.sections.notes.text_steps import broken_steps, text_steps
from app.drawing.theme import NOTE_WIDTH
from app.model.document import Document
from app.model.records import Id, JourneyMap, Note, Standing


def measure(standing: Standing, column: Column, note: Note) -> None:
    """Count the lines of a note's text, so that they are known when it is laid out."""
    width = room_of(column)
    if standing == "fill":
        if text_steps(note.text)[-1].width + NOTE_BESIDE > width:
            broken_steps(note.text)
    else:
        note_text(note, width if standing == "list" else min(NOTE_WIDTH, width), standing == "list")


def measured_notes(document: Document, map: Id) -> Iterator[None]:
    """Measure the notes of a map, one at a step."""
    follow_duration = document.get(JourneyMap, map).widths_follow_duration
    columns = columns_of(document.stages(map), follow_duration)
    for section in document.sections(map):
        for column in columns:
            for note in document.notes(section.id, column.stage.id):
                measure(section.standing, column, note)
                yield
