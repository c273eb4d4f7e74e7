"""Actions for what is seen of the map: zoom, panels, moving from pane to pane."""

from PySide6.QtGui import QKeySequence

from app.widgets.actions.action import Action, Context


def _fold_both(context: Context) -> None:
    folded = context.window.shows_panels
    context.window.fold(left=folded, right=folded)


ACTIONS = (
    Action(
        name="view.zoom_in",
        text="Zoom in",
        tip="Show the map larger",
        menu="View",
        icon="plus",
        keys=(QKeySequence.StandardKey.ZoomIn, "Ctrl+="),
        while_presenting=True,
        run=lambda context: context.canvas.step_zoom(1),
    ),
    Action(
        name="view.zoom_out",
        text="Zoom out",
        tip="Show the map smaller",
        menu="View",
        icon="minus",
        keys=(QKeySequence.StandardKey.ZoomOut,),
        while_presenting=True,
        run=lambda context: context.canvas.step_zoom(-1),
    ),
    Action(
        name="view.full_size",
        text="Zoom to 100 %",
        tip="Show the map at 100 %",
        menu="View",
        icon="search",
        keys=("Ctrl+0",),
        while_presenting=True,
        run=lambda context: context.canvas.set_zoom(1.0),
    ),
    Action(
        name="view.fit",
        text="Fit the map",
        short="Fit",
        tip="Show the whole map",
        menu="View",
        icon="maximize",
        keys=("Ctrl+9",),
        starts_group=True,
        while_presenting=True,
        run=lambda context: context.canvas.fit(),
    ),
    Action(
        name="view.fit_selection",
        text="Fit the selection",
        tip="Show what is selected as large as it fits",
        menu="View",
        icon="target",
        keys=("Ctrl+8",),
        enabled=lambda context: bool(context.editor.selection.ids),
        while_presenting=True,
        run=lambda context: context.canvas.fit_selection(),
    ),
    Action(
        name="view.left_panel",
        text="Maps, personas and legend",
        tip="Show or fold away the panel at the left",
        menu="View",
        icon="panel-left",
        keys=("F7",),
        starts_group=True,
        checked=lambda context: not context.window.left.isHidden(),
        run=lambda context: context.window.fold(left=not context.window.left.isHidden()),
    ),
    Action(
        name="view.right_panel",
        text="Inspector",
        tip="Show or fold away the panel at the right",
        menu="View",
        icon="panel-right",
        keys=("F8",),
        checked=lambda context: not context.window.right.isHidden(),
        run=lambda context: context.window.fold(right=not context.window.right.isHidden()),
    ),
    Action(
        name="view.panels",
        text="Both panels",
        tip="Show or fold away both panels",
        menu="View",
        icon="columns-2",
        keys=("F9", "Ctrl+\\"),
        checked=lambda context: context.window.shows_panels,
        run=_fold_both,
    ),
    Action(
        name="view.next_pane",
        text="Go to the next pane",
        tip="Move the keyboard from the map to the panels, the bar and back",
        menu="View",
        icon="keyboard",
        keys=("F6",),
        starts_group=True,
        run=lambda context: context.window.focus_next_pane(1),
    ),
    Action(
        name="view.previous_pane",
        text="Go to the previous pane",
        tip="Move the keyboard from pane to pane, the other way round",
        menu="View",
        icon="keyboard",
        keys=("Shift+F6",),
        run=lambda context: context.window.focus_next_pane(-1),
    ),
)
