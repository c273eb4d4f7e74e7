"""Actions for what a map holds beside notes: ready sections, links, relations, votes."""

from app.formats.templates import save_template
from app.language.phrases import phrase, phrase_context, tr
from app.model.change import Change
from app.model.records import EmotionPoint, Entry, Id, Note, Section, new_id
from app.model.verbs.notes import vote
from app.model.verbs.ready_sections import ReadySection
from app.model.verbs.relations import chain, part, relate_felt_later, relations_of
from app.model.verbs.sections import insert_ready_section
from app.model.verbs.templating import as_template
from app.pages.errors import FormatError
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need
from app.widgets.actions.needs import NOTES_SELECTED
from app.widgets.actions.notes import selected_notes
from app.widgets.base.links import FileQuestion, follow
from app.widgets.pages.key_points.window import KeyPointsWindow
from app.widgets.panels.section_picker import SectionPicker


def _pick_section(context: Context) -> None:
    context.window.show_overlay(
        lambda: SectionPicker(context.window.widget, lambda ready: insert_ready(context, ready))
    )


def insert_ready(context: Context, ready: ReadySection) -> None:
    editor, id = context.editor, new_id()

    def show(_: Change) -> None:
        editor.select([id])
        context.canvas.setFocus()
        context.canvas.show_record(id)

    editor.do(insert_ready_section(editor.document, editor.map, ready, _below(context), id), then=show)


def _below(context: Context) -> int | None:
    """The place after the section where the cursor stands."""
    editor = context.editor
    for id in reversed(editor.selection.ids):
        if isinstance(section := editor.document.find(id), Section):
            return section.position + 1
    cell = editor.selection.cell
    return editor.document.get(Section, cell.section).position + 1 if cell else None


def _address(context: Context) -> str:
    """The link of the one thing that is selected."""
    records = context.editor.selected.records
    record = records[0] if len(records) == 1 else None
    if isinstance(record, Note):
        return record.link
    return record.address if isinstance(record, Entry) else ""


def _open_link(context: Context) -> None:
    window = context.window
    follow(
        _address(context),
        window.show_message,
        lambda to: window.show_overlay(lambda: FileQuestion(window.widget, to)),
    )


def _relate(context: Context) -> None:
    """Notes with each other; a note with the point of a curve that is selected beside it."""
    document, points = context.editor.document, context.editor.selected.of(EmotionPoint)
    if points:
        context.editor.do(relate_felt_later(document, selected_notes(context)[0], points[0].id))
    else:
        context.editor.do(chain(document, selected_notes(context)))


def _can_relate(context: Context) -> bool:
    selected = context.editor.selected
    notes, points = len(selected.of(Note)), len(selected.of(EmotionPoint))
    return 1 < notes <= 20 if not points else (notes, points) == (1, 1)


def _ends(context: Context) -> list[Id]:
    return [*selected_notes(context), *(point.id for point in context.editor.selected.of(EmotionPoint))]


def _are_related(context: Context) -> bool:
    ends = {*_ends(context)}
    if any({one.note, one.point} <= ends for one in context.editor.document.felt_later()):
        return True
    if not context.editor.document.relations():
        return False
    notes = set(selected_notes(context))
    found = relations_of(context.editor.document, notes) if len(notes) > 1 else []
    return any({one.from_note, one.to_note} <= notes for one in found)


def _vote(context: Context, by: int) -> None:
    editor, notes = context.editor, selected_notes(context)
    editor.do_to(notes, lambda: vote(editor.document, notes, by), tr("Voting"))


def _part(context: Context) -> None:
    editor, ends = context.editor, _ends(context)
    editor.do_to(ends, lambda: part(editor.document, ends), tr("Removing relations"))


def _save_template(context: Context) -> None:
    editor, window = context.editor, context.window
    made = as_template(editor.document, editor.map)
    try:
        name = save_template(made, editor.journey_map.title)
    except FormatError as error:
        window.show_message(str(error))
    else:
        window.show_message(
            tr("Saved as the template “{name}”. You can start other projects from it.", name=name)
        )


ACTIONS = (
    Action(
        name="file.save_template",
        text=phrase("Save as template"),
        tip=phrase("Keep the stages, sections and hints of this map as your own template"),
        menu=menus.FILE,
        icon="bookmark",
        run=_save_template,
    ),
    Action(
        name="sections.insert",
        text=phrase("Insert section…"),
        tip=phrase("Choose a ready section: notes, pictures, metrics, channels, dividing lines …"),
        menu=menus.SECTION,
        icon="layers",
        keys=("Ctrl+Shift+I",),
        starts_group=True,
        undoable=True,
        run=_pick_section,
    ),
    Action(
        name="notes.open_link",
        text=phrase("Open link"),
        tip=phrase("Open the link of the selected note or document"),
        menu=menus.NOTE,
        icon="link",
        keys=("Ctrl+Shift+O",),
        starts_group=True,
        needs=Need(lambda context: bool(_address(context)), phrase("Select something with a link first")),
        run=_open_link,
    ),
    Action(
        name="notes.relate",
        text=phrase("Relate notes"),
        tip=phrase(
            "Have each selected note lead to the next: from pain point to opportunity to action;"
            " or to the point of a curve at which it is felt"
        ),
        menu=menus.NOTE,
        icon="arrow-right",
        canvas_keys=("Ctrl+R",),
        undoable=True,
        needs=Need(_can_relate, phrase("Select two to twenty notes first, or a note and a point")),
        run=_relate,
    ),
    Action(
        name="notes.part",
        text=phrase("Remove relations"),
        tip=phrase("Remove the relations among the selected notes"),
        menu=menus.NOTE,
        icon="x",
        undoable=True,
        needs=Need(_are_related, phrase("Select notes that are related first")),
        run=_part,
    ),
    Action(
        name="notes.vote",
        text=phrase_context("verb", "Vote"),
        tip=phrase("Add a vote to the selected notes"),
        words=phrase("dot voting"),
        menu=menus.NOTE,
        icon="plus",
        canvas_keys=("Alt++", "Alt+="),
        starts_group=True,
        undoable=True,
        needs=NOTES_SELECTED,
        run=lambda context: _vote(context, 1),
    ),
    Action(
        name="notes.unvote",
        text=phrase("Remove vote"),
        tip=phrase("Remove a vote from the selected notes"),
        menu=menus.NOTE,
        icon="minus",
        canvas_keys=("Alt+-",),
        undoable=True,
        needs=NOTES_SELECTED,
        run=lambda context: _vote(context, -1),
    ),
    Action(
        name="view.key_points",
        text=phrase("Key points…"),
        tip=phrase("Say what the map leads with: sentences that are proposed, or your own"),
        menu=menus.VIEW,
        icon="megaphone",
        starts_group=True,
        run=lambda context: context.window.show_beside(KeyPointsWindow),
    ),
)
