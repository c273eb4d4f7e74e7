"""Actions that select several notes or entries: of a cell, a section, the map; of one colour or tag."""

from collections.abc import Callable, Iterable, Iterator

from app.language.phrases import phrase, tr
from app.model.document import Document
from app.model.finding.filtering import notes_of
from app.model.kinds import kinds_holding
from app.model.records import Id, InCell, Note, Section, Stage
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need


def _scopes(context: Context) -> Iterator[list[Id]]:
    """What stands in the cursor's cell, then in its section, then in all sections of that kind.

    Of a header that is selected, what stands in its stage or section comes first.
    """
    editor = context.editor
    document, cell = editor.document, editor.selection.cell
    [kind, *_] = kinds_holding(Note)
    header = editor.selected.records[-1] if editor.selected.any_of((Stage, Section)) else None
    if isinstance(header, Section):
        kind = header.section_kind
        yield _ids_in(document, [header.id], editor.map)
    elif isinstance(header, Stage):
        found = [document.in_cell(section.id, header.id) for section in document.sections(editor.map)]
        yield [one.id for cell in found for one in cell if isinstance(one, Note)]
    elif cell is not None:
        kind = document.get(Section, cell.section).section_kind
        yield [one.id for one in document.in_cell(*cell)]
        yield _ids_in(document, [cell.section], editor.map)
    sections = [one.id for one in document.sections(editor.map) if one.section_kind == kind]
    yield _ids_in(document, sections, editor.map)


def _ids_in(document: Document, sections: Iterable[Id], map: Id) -> list[Id]:
    stages = document.stages(map)
    return [one.id for section in sections for stage in stages for one in document.in_cell(section, stage.id)]


def _next_scope(context: Context) -> list[Id]:
    """The smallest of the scopes that holds more than what is selected; last the map with all it shows."""
    editor = context.editor
    selected = {one.id for one in editor.selected.of(InCell)}
    whole = [section.id for section in editor.document.sections(editor.map)]
    if not selected and whole and set(whole) <= set(editor.selection.ids):
        return whole
    for ids in _scopes(context):
        if ids and selected != set(ids) and selected.issubset(ids):
            return ids
    return whole


def _select_all(context: Context) -> None:
    editor = context.editor
    is_header = editor.selected.any_of((Stage, Section))
    ids, cell = _next_scope(context), None if is_header else editor.selection.cell
    editor.announced(tr("Selecting"), len(ids), lambda: editor.select(ids, cell))


def _select_where(context: Context, matches: Callable[[Note], bool]) -> None:
    editor = context.editor
    ids = [note.id for note in notes_of(editor.document, editor.map) if matches(note)]
    editor.select(ids, editor.selection.cell)


def _select_colour(context: Context) -> None:
    colours = context.editor.selected.colours
    _select_where(context, lambda note: note.colour in colours)


def _select_tag(context: Context) -> None:
    tags = context.editor.selected.tags
    _select_where(context, lambda note: not tags.isdisjoint(note.tags))


ACTIONS = (
    Action(
        name="edit.select_all",
        text=phrase("Select all"),
        tip=phrase(
            "Select what is in the cell; press again for the section, for the notes of the map, for all of it"
        ),
        menu=menus.EDIT,
        icon="mouse-pointer-2",
        canvas_keys=("Ctrl+A",),
        starts_group=True,
        run=_select_all,
    ),
    Action(
        name="edit.select_colour",
        text=phrase("Select all of this colour"),
        tip=phrase("Select every note on the map with the colour of a selected one"),
        menu=menus.EDIT,
        icon="palette",
        canvas_keys=("Ctrl+Shift+C",),
        needs=Need(
            lambda context: bool(context.editor.selected.colours),
            phrase("Select something with a colour first"),
        ),
        run=_select_colour,
    ),
    Action(
        name="edit.select_tag",
        text=phrase("Select all with this tag"),
        tip=phrase("Select every note on the map with a tag of a selected one"),
        menu=menus.EDIT,
        icon="tag",
        canvas_keys=("Ctrl+Shift+T",),
        needs=Need(
            lambda context: bool(context.editor.selected.tags), phrase("Select something with a tag first")
        ),
        run=_select_tag,
    ),
)
