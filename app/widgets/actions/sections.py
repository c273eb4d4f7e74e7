"""Actions for sections: add, rename, move up and down, delete."""

from app.model.records import Section
from app.widgets.actions.lines import Lines, Way, line_actions

ACTIONS = line_actions(
    Lines(
        Section,
        in_cell=lambda cell: cell.section,
        start=lambda context, index: context.canvas.typing.start_section(index),
        icon="rows-3",
        add_key="Ctrl+E",
        rename_key="Ctrl+F2",
        ways=(
            Way("up", "above it", -1, "arrow-up", "Ctrl+Shift+Up"),
            Way("down", "below it", 1, "arrow-down", "Ctrl+Shift+Down"),
        ),
    )
)
