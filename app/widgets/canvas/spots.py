"""Where the text of a note, stage or section stands on the sheet, and how it is set: to edit it there."""

from typing import NamedTuple

from PySide6.QtCore import QPointF

from app.drawing.layout import NAME_LEFT, NAME_WIDTH, MapLayout, name_top
from app.drawing.note import text_place
from app.drawing.stages import name_place, name_width
from app.drawing.theme import (
    INK,
    NOTE,
    NOTE_FILLS,
    NOTE_PADDING,
    PANEL,
    SECTION_NAME,
    SHEET,
    STAGE_NAME,
    Colour,
    TextStyle,
    stage_hue,
)
from app.model.document import Document
from app.model.records import Id, Note, Section, Stage
from app.widgets.canvas.places import rectangle_of


class Spot(NamedTuple):
    """Text that can be edited on the map: what it says, its top left corner, width and looks."""

    text: str
    place: QPointF
    width: float
    style: TextStyle
    ink: Colour
    background: Colour


def spot_of(document: Document, layout: MapLayout, id: Id) -> Spot | None:
    """The spot of a record's text; None for what has none on this map."""
    record = document.find(id)
    rectangle = rectangle_of(document, layout, id)
    if rectangle is None:
        return None
    if isinstance(record, Note):
        width = rectangle.width() - 2 * NOTE_PADDING
        return Spot(record.text, text_place(rectangle), width, NOTE, INK, NOTE_FILLS[record.colour])
    if isinstance(record, Stage) and (column := layout.column_of(id)):
        place = QPointF(column.x, layout.stages.y) + name_place(layout.columns, column)
        hue = stage_hue(record.position, len(layout.columns))
        return Spot(record.name, place, name_width(column), STAGE_NAME, SHEET, hue)
    if isinstance(record, Section):
        place = rectangle.topLeft() + QPointF(NAME_LEFT, name_top())
        return Spot(record.name, place, NAME_WIDTH, SECTION_NAME, INK, PANEL)
    return None
