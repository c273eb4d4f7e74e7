"""Actions for what is seen of the map: zoom, panels, moving from pane to pane."""

from PySide6.QtGui import QKeySequence

from app.language.phrases import phrase, phrase_context
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need


def _fold_both(context: Context) -> None:
    folded = context.window.shows_panels
    context.window.fold(left=folded, right=folded)


def _turn_lock(context: Context) -> None:
    context.editor.is_layout_locked = not context.editor.is_layout_locked


ACTIONS = (
    Action(
        name="view.zoom_in",
        text=phrase("Zoom in"),
        tip=phrase("Show the map larger"),
        menu=menus.VIEW,
        icon="plus",
        keys=(QKeySequence.StandardKey.ZoomIn, "Ctrl+="),
        while_presenting=True,
        run=lambda context: context.canvas.step_zoom(1),
    ),
    Action(
        name="view.zoom_out",
        text=phrase("Zoom out"),
        tip=phrase("Show the map smaller"),
        menu=menus.VIEW,
        icon="minus",
        keys=(QKeySequence.StandardKey.ZoomOut,),
        while_presenting=True,
        run=lambda context: context.canvas.step_zoom(-1),
    ),
    Action(
        name="view.full_size",
        text=phrase("Zoom to 100 %"),
        tip=phrase("Show the map at 100 %"),
        menu=menus.VIEW,
        icon="search",
        keys=("Ctrl+0",),
        while_presenting=True,
        run=lambda context: context.canvas.set_zoom(1.0),
    ),
    Action(
        name="view.fit",
        text=phrase("Fit the map"),
        short=phrase("Fit"),
        tip=phrase("Show the whole map"),
        menu=menus.VIEW,
        icon="maximize",
        keys=("Ctrl+9",),
        starts_group=True,
        while_presenting=True,
        run=lambda context: context.canvas.fit(),
    ),
    Action(
        name="view.fit_width",
        text=phrase("Fit the width"),
        short=phrase("Fit width"),
        tip=phrase("Show all stages side by side, as large as they fit"),
        menu=menus.VIEW,
        icon="move-right",
        keys=("Ctrl+7",),
        while_presenting=True,
        run=lambda context: context.canvas.fit_width(),
    ),
    Action(
        name="view.fit_selection",
        text=phrase("Fit the selection"),
        tip=phrase("Show the selection as large as it fits"),
        menu=menus.VIEW,
        icon="target",
        keys=("Ctrl+8",),
        needs=Need(
            lambda context: bool(context.editor.selection.ids), phrase("Select something on the map first")
        ),
        while_presenting=True,
        run=lambda context: context.canvas.fit_selection(),
    ),
    Action(
        name="view.left_panel",
        text=phrase("Maps, personas and legend"),
        tip=phrase("Show or hide the panel on the left"),
        words=phrase("legend maps list"),
        menu=menus.VIEW,
        icon="panel-left",
        keys=("F7",),
        starts_group=True,
        checked=lambda context: not context.window.left.isHidden(),
        run=lambda context: context.window.fold(left=not context.window.left.isHidden()),
    ),
    Action(
        name="view.right_panel",
        text=phrase("Inspector"),
        tip=phrase("Show or hide the panel on the right"),
        words=phrase("inspector properties review"),
        menu=menus.VIEW,
        icon="panel-right",
        keys=("F8",),
        checked=lambda context: not context.window.right.isHidden(),
        run=lambda context: context.window.fold(right=not context.window.right.isHidden()),
    ),
    Action(
        name="view.lock",
        text=phrase("Lock layout"),
        short=phrase_context("verb", "Lock"),
        tip=phrase("Hold stages, sections, title and curve where they are, or let go of them"),
        menu=menus.VIEW,
        icon="lock",
        checked=lambda context: context.editor.is_layout_locked,
        run=_turn_lock,
    ),
    Action(
        name="view.parking_lot",
        text=phrase("Parking lot"),
        tip=phrase("Show or hide what is for another time, along the bottom"),
        menu=menus.VIEW,
        icon="pin",
        keys=("Ctrl+Shift+L",),
        checked=lambda context: not context.window.parking.isHidden(),
        run=lambda context: context.window.parking.toggle(),
    ),
    Action(
        name="view.panels",
        text=phrase("Both panels"),
        tip=phrase("Show or hide both panels"),
        menu=menus.VIEW,
        icon="columns-2",
        keys=("F9", "Ctrl+\\"),
        checked=lambda context: context.window.shows_panels,
        run=_fold_both,
    ),
    Action(
        name="view.next_pane",
        text=phrase("Go to the next pane"),
        tip=phrase("Move the keyboard focus from the map to the panels, the bar and back"),
        menu=menus.VIEW,
        icon="keyboard",
        keys=("F6",),
        starts_group=True,
        run=lambda context: context.window.focus_next_pane(1),
    ),
    Action(
        name="view.previous_pane",
        text=phrase("Go to the previous pane"),
        tip=phrase("Move the keyboard focus from pane to pane, the other way round"),
        menu=menus.VIEW,
        icon="keyboard",
        keys=("Shift+F6",),
        run=lambda context: context.window.focus_next_pane(-1),
    ),
)
