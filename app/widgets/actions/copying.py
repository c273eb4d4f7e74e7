"""Actions that copy for other programs: as a table, as a picture, as a text for an assistant."""

from collections.abc import Iterator

from app.language.phrases import phrase, tr, tr_context
from app.language.words import quoted
from app.model.exchange.clippings import clip
from app.model.records import Id, InCell, Section, Stage
from app.model.words import shortened
from app.pages.poster.poster_options import MapOptions
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context
from app.widgets.actions.needs import HAS_CELLS
from app.widgets.base.icons import icon
from app.widgets.base.overlays.chooser import Choice, Chooser
from app.widgets.clipboard.copying import copy_picture, copy_prompt, copy_table, is_whole_map, options_of

_COPIED = (InCell, Stage, Section)


def _has_map(context: Context) -> bool:
    return context.editor.document.has_cells(context.editor.map)


def _selected(context: Context) -> tuple[Id, ...]:
    """What is selected of the map, where it is less than all of it."""
    editor = context.editor
    if not editor.selected.any_of(_COPIED) or is_whole_map(editor.document, editor.map, editor.selection.ids):
        return ()
    return editor.selection.ids


def _copy_table(context: Context) -> None:
    editor = context.editor
    clipping = clip(editor.document, _selected(context))
    copy_table(editor.document, editor.map, clipping)
    what = tr("what is selected") if clipping else tr("the map")
    context.window.show_message(tr("Copied {what} as a table.", what=what))


def _copy_picture(context: Context) -> None:
    """Of the map; where something is selected, ask of what."""
    choices = list(_pictures(context))
    if len(choices) == 1:
        choices[0].run()
        return
    asks = tr("Copy a picture of what?")
    context.window.show_overlay(
        lambda: Chooser(context.window.widget, choices, asks, tr_context("noun", "Picture"), 440, 12)
    )


def _pictures(context: Context) -> Iterator[Choice]:
    editor = context.editor
    document, map = editor.document, editor.map

    def choice(words: str, name: str, options: MapOptions) -> Choice:
        def copy() -> None:
            copy_picture(document, map, options)
            context.window.show_message(tr("Copied the picture: it can be pasted into other programs."))

        return Choice(words, words, icon(name), tr("Copy this as a picture"), "", copy)

    selected = _selected(context)
    if selected:
        yield choice(tr("What is selected"), "mouse-pointer-2", options_of(document, map, selected))
    if editor.selection.cell is not None:
        stage = document.get(Stage, editor.selection.cell.stage)
        name = tr("The stage {name}", name=quoted(shortened(stage.name))) if stage.name else tr("The stage")
        yield choice(name, "columns-2", MapOptions(map=map, stages=(stage.id,)))
    yield choice(tr("The whole map"), "map", MapOptions(map=map))


def _copy_prompt(context: Context) -> None:
    copy_prompt(context.editor.document, context.editor.map)
    context.window.show_message(
        tr("Copied a text for an assistant. Paste it there, and paste the table of the answer here.")
    )


ACTIONS = (
    Action(
        name="edit.copy_table",
        text=phrase("Copy as table"),
        tip=phrase("Copy what is selected, or the map, as a table for other programs"),
        menu=menus.EDIT,
        icon="columns-3",
        canvas_keys=("Ctrl+Shift+B",),
        starts_group=True,
        needs=HAS_CELLS,
        run=_copy_table,
    ),
    Action(
        name="edit.copy_picture",
        text=phrase("Copy as picture…"),
        tip=phrase("Copy the map, a stage or what is selected as a picture for other programs"),
        menu=menus.EDIT,
        icon="image",
        canvas_keys=("Ctrl+Shift+M",),
        needs=HAS_CELLS,
        run=_copy_picture,
    ),
    Action(
        name="edit.copy_prompt",
        text=phrase("Copy as prompt"),
        tip=phrase("Copy a text for an assistant: persona, map and the table wanted, to paste its answer"),
        menu=menus.EDIT,
        icon="bot",
        canvas_keys=("Ctrl+Shift+Y",),
        run=_copy_prompt,
    ),
)
