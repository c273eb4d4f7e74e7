"""Where the text of a note, stage or section stands on the sheet, and how it is set: to edit it there."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.layout import NAME_LEFT, NAME_WIDTH, MapLayout, name_top
from app.drawing.note import text_place
from app.drawing.stages import name_place, name_width
from app.drawing.text import text_block
from app.drawing.theme import (
    CAPTION,
    HEADING,
    INK,
    NOTE,
    NOTE_FILLS,
    NOTE_PADDING,
    PANEL,
    PARAGRAPH,
    SECTION_NAME,
    SHEET,
    STAGE_NAME,
    Colour,
    TextStyle,
    stage_hue,
)
from app.model.document import Document
from app.model.records import Entry, Id, Note, Picture, Section, Stage
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
        picture = document.find(record.picture) if record.picture else None
        place = text_place(rectangle, picture if isinstance(picture, Picture) else None)
        return Spot(record.text, place, width, NOTE, INK, NOTE_FILLS[record.colour])
    if isinstance(record, Entry):
        return _entry_spot(document, record, rectangle)
    if isinstance(record, Stage) and (column := layout.column_of(id)):
        place = QPointF(column.x, layout.stages.y) + name_place(layout.columns, column)
        hue = stage_hue(record.position, len(layout.columns))
        return Spot(record.name, place, name_width(column), STAGE_NAME, SHEET, hue)
    if isinstance(record, Section):
        place = rectangle.topLeft() + QPointF(NAME_LEFT, name_top(record))
        return Spot(record.name, place, NAME_WIDTH, SECTION_NAME, INK, PANEL)
    return None


def _entry_spot(document: Document, entry: Entry, rectangle: QRectF) -> Spot:
    """Where the text of an entry stands in its rectangle: at the top, or, of a picture, at the foot."""
    kind = document.get(Section, entry.section).section_kind
    style, right, down = _ENTRIES.get(kind, (CAPTION, 0.0, 0.0))
    width = rectangle.width() - right
    if kind == "pictures":
        height = text_block(entry.text, style, width).height
        down = rectangle.height() - height if entry.text.strip() else rectangle.height() + 10
    return Spot(entry.text, rectangle.topLeft() + QPointF(right, down), width, style, INK, SHEET)


_ENTRIES: dict[str, tuple[TextStyle, float, float]] = {
    "text": (PARAGRAPH, 0.0, 0.0),
    "documents": (HEADING, 40.0, 0.0),
    "interplay": (CAPTION, 74.0, 4.0),
}
"""The style of the text, and how far right and down it stands in its entry; captions otherwise."""
