"""Actions that copy: cut, copy, paste, duplicate."""

from functools import partial

from app.language.phrases import phrase, phrase_context, tr, tr_context
from app.model.change import Change
from app.model.exchange.clippings import clip
from app.model.labels import NO_LABEL, records_label
from app.model.records import AgendaItem, Id, InCell, JourneyMap, Record, Section, Stage
from app.model.verbs.copying import created, duplicate
from app.model.verbs.duplicating import duplicate_into
from app.model.verbs.editing import delete
from app.session.large_changes import count_with_held
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need
from app.widgets.base.icons import icon
from app.widgets.base.overlays.chooser import Choice, Chooser
from app.widgets.clipboard.agenda_data import copy_items, has_items
from app.widgets.clipboard.copying import copy_clipping, copy_map, is_whole_map
from app.widgets.clipboard.pasting import paste_clipboard
from app.widgets.pages.agenda.page import AgendaPage, paste_items

_COPIED = (InCell, Stage, Section)
_DUPLICATED = (InCell, Stage, Section, JourneyMap, AgendaItem)


def _can_copy(context: Context) -> bool:
    return context.editor.selected.any_of((*_COPIED, AgendaItem))


def _is_of_the_agenda(context: Context) -> bool:
    return context.editor.selected.any_of((AgendaItem,))


def _copy(context: Context) -> None:
    editor, ids = context.editor, context.editor.selection.ids
    if _is_of_the_agenda(context):
        copy_items(editor.document, editor.selected.of(AgendaItem))
        return

    def copy() -> None:
        if is_whole_map(editor.document, editor.map, ids):
            copy_map(editor.document, editor.map)
        elif (clipping := clip(editor.document, ids)) is not None:
            copy_clipping(clipping, editor.document, editor.map)

    editor.announced(tr("Copying"), count_with_held(editor.document, ids), copy)


def _cut(context: Context) -> None:
    """Copy, and delete what was copied: what is selected beside a whole stage or section stays."""
    editor, ids = context.editor, context.editor.selection.ids

    def cut_items() -> Change:
        items = editor.selected.of(AgendaItem)
        copy_items(editor.document, items)
        return Change(records_label("cut", items), delete(editor.document, ids).edits)

    def cut() -> Change:
        clipping = clip(editor.document, ids)
        if clipping is None:
            return Change(NO_LABEL, ())
        copy_clipping(clipping, editor.document, editor.map)
        cut = {record.id for record in clipping.cut}
        change = delete(editor.document, [id for id in ids if id in cut])
        return Change(records_label("cut", clipping.cut), change.edits)

    editor.do_to(ids, cut_items if _is_of_the_agenda(context) else cut, tr("Cutting"))


def _paste(context: Context) -> None:
    """Onto the map; agenda items, and whatever is pasted while the agenda is shown, into the agenda."""
    page = context.window.pages.open
    if (isinstance(page, AgendaPage) and page.isVisible()) or has_items():
        paste_items(context.window)
    else:
        paste_clipboard(context.window)


def _can_duplicate(context: Context) -> bool:
    return context.editor.selected.any_of(_DUPLICATED)


def _to_duplicate(context: Context) -> list[Id]:
    return [record.id for record in context.editor.selected.records if isinstance(record, _DUPLICATED)]


def _duplicate(context: Context) -> None:
    editor, ids = context.editor, _to_duplicate(context)
    kinds = {type(editor.document.get(Record, id)) for id in ids}

    def show(change: Change) -> None:
        copies = created(change, *kinds)
        if JourneyMap in kinds:
            editor.show_map(copies[-1])
        editor.select(copies)

    editor.do_to(ids, lambda: duplicate(editor.document, ids), tr("Duplicating"), show)


def _can_duplicate_into(context: Context) -> bool:
    return context.editor.selected.any_of(_COPIED) and len(context.editor.document.maps()) > 1


def _duplicate_into(context: Context) -> None:
    """Into the other map; where there are several, ask into which."""
    editor = context.editor
    others = [journey_map for journey_map in editor.document.maps() if journey_map.id != editor.map]
    if len(others) == 1:
        _put_into(context, others[0])
        return
    choices = [
        Choice(title, title, icon("map"), tr("Duplicate into this map"), "", partial(_put_into, context, one))
        for one in others
        for title in [one.title or tr("Without a title")]
    ]
    asks = tr("Into which map?")
    context.window.show_overlay(
        lambda: Chooser(
            context.window.widget, choices, asks, tr_context("noun", "Map"), width=520, most_rows=12
        )
    )


def _put_into(context: Context, journey_map: JourneyMap) -> None:
    """The map shown stays; a sentence tells where the copies are."""
    editor, ids = context.editor, context.editor.selection.ids

    def show_done(change: Change) -> None:
        context.window.show_message(str(change.label.done), offer_undo=True)

    editor.do_to(
        ids, lambda: duplicate_into(editor.document, ids, journey_map.id), tr("Duplicating"), show_done
    )


ACTIONS = (
    Action(
        name="edit.cut",
        text=phrase_context("verb", "Cut"),
        tip=phrase("Move what is selected to the clipboard"),
        menu=menus.EDIT,
        icon="scissors",
        canvas_keys=("Ctrl+X", "Shift+Del"),
        starts_group=True,
        undoable=True,
        needs=Need(_can_copy, phrase("Select something on the map first")),
        run=_cut,
    ),
    Action(
        name="edit.copy",
        text=phrase_context("verb", "Copy"),
        tip=phrase("Copy what is selected; other programs paste it as a table or a picture"),
        menu=menus.EDIT,
        icon="copy",
        canvas_keys=("Ctrl+C", "Ctrl+Ins"),
        needs=Need(_can_copy, phrase("Select something on the map first")),
        run=_copy,
    ),
    Action(
        name="edit.paste",
        text=phrase_context("verb", "Paste"),
        tip=phrase("Paste at the cursor: notes, stages, sections, lines of text or a table"),
        menu=menus.EDIT,
        icon="clipboard",
        canvas_keys=("Ctrl+V", "Shift+Ins"),
        undoable=True,
        run=_paste,
    ),
    Action(
        name="edit.duplicate",
        text=phrase_context("verb", "Duplicate"),
        tip=phrase("Put a copy right after what is selected, with all it holds"),
        menu=menus.EDIT,
        icon="layers",
        canvas_keys=("Ctrl+D",),
        undoable=True,
        needs=Need(_can_duplicate, phrase("Select notes, entries, stages or sections first")),
        run=_duplicate,
    ),
    Action(
        name="edit.duplicate_into",
        text=phrase("Duplicate into another map…"),
        tip=phrase(
            "Put a copy of the selected notes, entries, stages or sections into another map of the project"
        ),
        menu=menus.EDIT,
        icon="map",
        keys=("Ctrl+J",),
        undoable=True,
        needs=Need(_can_duplicate_into, phrase("This needs a second map, and something selected")),
        run=_duplicate_into,
    ),
)
