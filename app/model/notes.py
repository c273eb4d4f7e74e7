"""Verbs for notes."""

from collections.abc import Sequence

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.editing import named, set_fields
from app.model.records import Id, Note, NoteColour, Section, Stage, new_id


def add_note(
    document: Document,
    section: Id,
    stage: Id,
    text: str = "",
    colour: NoteColour | None = None,
    index: int | None = None,
    id: Id | None = None,
) -> Change:
    """A new note in a cell, before `index` or last; in the section's colour unless another is given."""
    draft = Draft(document)
    colour = colour or draft.get(Section, section).colour
    note = Note(id=id or new_id(), section=section, stage=stage, text=text, colour=colour)
    draft.insert(note, index)
    return draft.change("Add note")


def set_text(document: Document, note: Id, text: str) -> Change:
    return set_fields(document, [note], "Edit note", text=text)


def recolour_notes(document: Document, notes: Sequence[Id], colour: NoteColour) -> Change:
    found = [document.get(Note, id) for id in notes]
    return set_fields(document, notes, f"Colour {named([*found])} {colour}", colour=colour)


def move_notes(
    document: Document, notes: Sequence[Id], section: Id, stage: Id, index: int | None = None
) -> Change:
    """Put notes, in the order given, into a cell: before the note that now stands at `index`, or last."""
    draft = Draft(document)
    found = [draft.get(Note, id) for id in dict.fromkeys(notes)]
    order = draft.order((Note.kind, section, stage))
    before = order[index] if index is not None and index < len(order) else None
    moving = {note.id for note in found}
    while before in moving:
        following = order.index(before) + 1
        before = order[following] if following < len(order) else None
    for note in found:
        draft.move_before(note, note.changed(section=section, stage=stage), before)
    return draft.change(f"Move {named([*found])}")


def split_note(document: Document, note: Id, at: int, id: Id | None = None) -> Change:
    """Two notes of one: what stands before the character `at`, and right behind it the rest."""
    draft = Draft(document)
    found = draft.get(Note, note)
    draft.put(found.changed(text=found.text[:at].rstrip()))
    rest = Note(
        id=id or new_id(),
        section=found.section,
        stage=found.stage,
        text=found.text[at:].lstrip(),
        colour=found.colour,
    )
    draft.insert(rest, found.position + 1)
    return draft.change("Split note")


def join_note(document: Document, note: Id) -> Change:
    """Put a note's text behind that of the note before it in its cell; nothing where there is none."""
    draft = Draft(document)
    found = draft.get(Note, note)
    if found.position > 0:
        before = draft.get(Note, draft.order(found.place)[found.position - 1])
        joined = " ".join(filter(None, (before.text.rstrip(), found.text.lstrip())))
        draft.put(before.changed(text=joined))
        draft.remove(found)
    return draft.change("Join notes")


def step_notes(document: Document, notes: Sequence[Id], across: int = 0, down: int = 0) -> Change:
    """Move notes one step: within their cell, and from its end into the neighbouring stage's cell; or up and
    down into the neighbouring section of notes. Nothing where there is no further step.

    Notes of several cells step cell by cell, those first that lie farthest ahead.
    """
    found = [document.get(Note, id) for id in dict.fromkeys(notes)]
    cells: dict[tuple[Id, Id], list[Note]] = {}
    for note in found:
        cells.setdefault((note.section, note.stage), []).append(note)
    ahead = sorted(cells, key=lambda cell: _place_of_cell(document, cell), reverse=across + down > 0)
    change, twin = Change(f"Move {named([*found])}", ()), document if len(cells) < 2 else document.copy()
    for cell in ahead:
        step = _step_cell(twin, cells[cell], across, down)
        change = change.then(step)
        if twin is not document:
            twin.apply(step)
    return change


def _step_cell(document: Document, notes: Sequence[Note], across: int, down: int) -> Change:
    """Move notes of one cell one step."""
    found = sorted((document.get(Note, note.id) for note in notes), key=lambda note: note.position)
    ids = [note.id for note in found]
    first, last = found[0], found[-1]
    in_cell = document.notes(first.section, first.stage)
    if across < 0 and first.position > 0:
        return move_notes(document, ids, first.section, first.stage, first.position - 1)
    if across > 0 and last.position < len(in_cell) - 1:
        return move_notes(document, ids, first.section, first.stage, last.position + 2)
    cell = _neighbour(document, first, across, down)
    index = 0 if across > 0 else None
    return move_notes(document, ids, *cell, index) if cell else Change("Move note", ())


def _place_of_cell(document: Document, cell: tuple[Id, Id]) -> tuple[int, int]:
    section, stage = cell
    return document.get(Section, section).position, document.get(Stage, stage).position


def _neighbour(document: Document, note: Note, across: int, down: int) -> tuple[Id, Id] | None:
    """The cell that lies next in a direction, past sections of other kinds."""
    section = document.get(Section, note.section)
    if across:
        stages = document.stages(section.map)
        index = document.get(Stage, note.stage).position + across
        return (section.id, stages[index].id) if 0 <= index < len(stages) else None
    others = [one for one in document.sections(section.map) if one.section_kind == section.section_kind]
    index = others.index(section) + down
    return (others[index].id, note.stage) if 0 <= index < len(others) else None
