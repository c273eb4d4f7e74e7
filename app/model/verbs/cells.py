"""Verbs for what stands in cells, notes and entries alike: to put it elsewhere, or to copy it."""

from collections.abc import Sequence

from app.model.change import Change, Edit, joined
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import NO_LABEL, records_label
from app.model.records import Id, InCell, Note, Section, Stage, new_id
from app.model.verbs.copying import relations_among
from app.model.verbs.editing import forget_on_the_map_left

Cell = tuple[Id, Id]
"""A section and a stage."""


def move_to_cell(
    document: Document, ids: Sequence[Id], section: Id, stage: Id, index: int | None = None
) -> Change:
    """Put notes or entries, in the order given, into a cell: before what now stands at `index`, or last."""
    draft = Draft(document)
    found = [draft.get(InCell, id) for id in dict.fromkeys(ids)]
    moving = {record.id for record in found}
    for kind in dict.fromkeys(record.kind for record in found):
        order = draft.order((kind, section, stage))
        before = next((id for id in order[index:] if id not in moving), None) if index is not None else None
        for record in found:
            if record.kind == kind:
                draft.move_before(record, record.changed(section=section, stage=stage), before)
    home = document.get(Section, section).map
    left = {record.id for record in found if document.get(Section, record.section).map != home}
    forget_on_the_map_left(document, draft, left)
    return draft.change(records_label("move", found))


def copy_to_cell(
    document: Document, ids: Sequence[Id], section: Id, stage: Id, index: int | None = None
) -> Change:
    """Copies of notes or entries, in the order given, in a cell: before what stands at `index`, or last."""
    draft = Draft(document)
    found = [draft.get(InCell, id) for id in dict.fromkeys(ids)]
    fresh = {record.id: new_id() for record in found}
    for offset, record in enumerate(found):
        copy = record.changed(id=fresh[record.id], section=section, stage=stage)
        draft.insert(copy, None if index is None else index + offset)
    for relation in relations_among(document, [fresh]):
        draft.insert(relation)
    return draft.change(records_label("copy", found))


def move_one_step(document: Document, ids: Sequence[Id], across: int = 0, down: int = 0) -> Change:
    """Move notes or entries one step: within their cell and from its end into the neighbouring one.

    Within a cell, notes move from side to side and entries up and down, as they stand; in the other direction
    they go at once to the cell there. Above and below, that is in the next section of the same kind. Nothing
    where there is no further step.

    What stands in several cells steps cell by cell, that first which lies farthest ahead.
    """
    found = [document.get(InCell, id) for id in dict.fromkeys(ids)]
    cells: dict[tuple[str, Cell], list[InCell]] = {}
    for record in found:
        cells.setdefault((record.kind, (record.section, record.stage)), []).append(record)
    ahead = sorted(cells, key=lambda each: _place_of_cell(document, each[1]), reverse=across + down > 0)
    edits: list[Edit] = []
    twin = document if len(cells) < 2 else document.copy()
    for each in ahead:
        taken = _step_cell(twin, cells[each], across, down)
        edits += taken
        if twin is not document:
            twin.apply(taken)
    return joined(edits, records_label("move", found))


def _step_cell(document: Document, records: Sequence[InCell], across: int, down: int) -> Change:
    """Move what stands in one cell one step."""
    found = sorted((document.get(InCell, one.id) for one in records), key=lambda one: one.position)
    ids = [one.id for one in found]
    first, last = found[0], found[-1]
    along = across if isinstance(first, Note) else down
    if along < 0 and first.position > 0:
        return move_to_cell(document, ids, first.section, first.stage, first.position - 1)
    if along > 0 and last.position < len(document.siblings(first.place)) - 1:
        return move_to_cell(document, ids, first.section, first.stage, last.position + 2)
    cell = _neighbour(document, first, across, down)
    if cell is None:
        return Change(NO_LABEL, ())
    # Aside of their row, entries stay as far down as they were.
    index = 0 if along > 0 else first.position if across and not along else None
    return move_to_cell(document, ids, *cell, index)


def _place_of_cell(document: Document, cell: Cell) -> tuple[int, int]:
    section, stage = cell
    return document.get(Section, section).position, document.get(Stage, stage).position


def _neighbour(document: Document, record: InCell, across: int, down: int) -> Cell | None:
    """The cell that lies next in a direction, past sections of other kinds."""
    section = document.get(Section, record.section)
    if across:
        stages = document.stages(section.map)
        index = document.get(Stage, record.stage).position + across
        return (section.id, stages[index].id) if 0 <= index < len(stages) else None
    others = [one for one in document.sections(section.map) if one.section_kind == section.section_kind]
    index = others.index(section) + down
    return (others[index].id, record.stage) if 0 <= index < len(others) else None
