"""What several actions need before they can be run."""

from app.language.phrases import phrase
from app.model.records import Note
from app.widgets.actions.action import FOR_READING, Need

CAN_EDIT = Need(lambda context: not context.editor.read_only, FOR_READING)
HAS_CELLS = Need(
    lambda context: context.editor.document.has_cells(context.editor.map),
    phrase("The map has no stages or sections yet"),
)
NOTES_SELECTED = Need(lambda context: bool(context.editor.selected.of(Note)), phrase("Select a note first"))
