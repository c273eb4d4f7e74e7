"""Actions for stages: add, rename, move left and right, make wider and narrower, delete."""

from PySide6.QtCore import QRectF

from app.model.records import Stage
from app.widgets.actions.lines import Lines, Size, Way, line_actions

ACTIONS = line_actions(
    Lines(
        Stage,
        in_cell=lambda cell: cell.stage,
        start=lambda context, index: context.canvas.typing.start_stage(index),
        icon="columns-3",
        add_key="Ctrl+T",
        rename_key="Shift+F2",
        ways=(
            Way("left", "to its left", -1, "arrow-left", "Ctrl+Shift+Left"),
            Way("right", "to its right", 1, "arrow-right", "Ctrl+Shift+Right"),
        ),
        sizes=(
            Size("wider", 36, "unfold-horizontal", "Alt+Shift+Right"),
            Size("narrower", -36, "fold-horizontal", "Alt+Shift+Left"),
        ),
        size=QRectF.width,
    )
)
