"""Actions for stages: add, rename, move left and right, make wider and narrower, delete."""

from PySide6.QtCore import QRectF

from app.language.phrases import phrase
from app.model.records import Stage
from app.widgets.actions import menus
from app.widgets.actions.lines import Lines, Size, Way, Words, line_actions

ACTIONS = line_actions(
    Lines(
        Stage,
        in_cell=lambda cell: cell.stage,
        start=lambda context, index: context.canvas.typing.start_stage(index),
        icon="columns-3",
        menu=menus.STAGE,
        add_words=Words(
            phrase("Add stage"),
            phrase("Add a stage after the one at the cursor"),
        ),
        rename_words=Words(
            phrase("Rename stage"),
            phrase("Give the stage another name"),
        ),
        fit_words=Words(
            phrase("Fit stage to its content"),
            phrase("Make the stage as large as its content needs"),
        ),
        delete_words=Words(
            phrase("Delete stage"),
            phrase("Delete the stage with all it holds"),
        ),
        select_first=phrase("Select a stage first"),
        resize_first=phrase("Select a stage first"),
        add_key="Ctrl+T",
        rename_key="Shift+F2",
        ways=(
            Way(
                "left",
                phrase("Move stage left"),
                phrase("Let the stage change places with the one to its left"),
                -1,
                "arrow-left",
                "Ctrl+Shift+Left",
            ),
            Way(
                "right",
                phrase("Move stage right"),
                phrase("Let the stage change places with the one to its right"),
                1,
                "arrow-right",
                "Ctrl+Shift+Right",
            ),
        ),
        sizes=(
            Size(
                "wider",
                phrase("Make stage wider"),
                phrase("Make the stage a little wider"),
                36,
                "unfold-horizontal",
                "Alt+Shift+Right",
            ),
            Size(
                "narrower",
                phrase("Make stage narrower"),
                phrase("Make the stage a little narrower"),
                -36,
                "fold-horizontal",
                "Alt+Shift+Left",
            ),
        ),
        size=QRectF.width,
    )
)
