"""Where the text of a note, call-out or header stands on the sheet, and how it is set: to edit it there."""

from PySide6.QtCore import QPointF, QRectF

from app.drawing.layout import MapLayout
from app.drawing.section_name import name_top
from app.drawing.sections import kind_reading
from app.drawing.sections.kind import BodyWithWords
from app.drawing.stages import name_place, name_width
from app.drawing.styles.palette import in_colours
from app.drawing.text_box import TextBox
from app.drawing.theme import (
    INK,
    PANEL,
    SHEET,
    stage_hue,
)
from app.model.document import Document
from app.model.records import CallOut, EmotionPoint, Entry, Id, Note, Record, Section, Stage
from app.widgets.canvas.record_bounds import rectangle_of


def spot_of(document: Document, layout: MapLayout, id: Id) -> TextBox | None:
    """The spot of a record's text, in the colours of the map; None for what has none on this map."""
    found = _spot_of(document, layout, id)
    if found is None or layout.style is None:
        return found
    colours = layout.style.colours
    return found._replace(
        ink=in_colours(found.ink, colours), background=in_colours(found.background, colours)
    )


def _spot_of(document: Document, layout: MapLayout, id: Id) -> TextBox | None:
    record = document.find(id)
    rectangle = _words_of(layout, record) or rectangle_of(document, layout, id)
    if rectangle is None:
        return None
    if isinstance(record, Note | EmotionPoint | Entry):
        return kind_reading(document, record).text_box(document, record, rectangle, layout.sizes)
    if isinstance(record, CallOut):
        placed = next(one for one in layout.call_outs if one.id == id)
        width = max(placed.block.width, rectangle.right() - placed.words.x() - 4)
        return TextBox(record.text, placed.words, width, placed.block.style, INK, SHEET)
    if isinstance(record, Stage) and (column := layout.column_of(id)):
        place = QPointF(column.x, layout.stages.y) + name_place(layout.columns, column, layout.sizes)
        hue = stage_hue(record.position, len(layout.columns))
        return TextBox(
            record.name, place, name_width(column, layout.sizes), layout.sizes.stage_name, SHEET, hue
        )
    if isinstance(record, Section):
        sizes = layout.sizes
        place = rectangle.topLeft() + QPointF(sizes.name_left, name_top(record, sizes))
        return TextBox(record.name, place, sizes.name_width, sizes.section_name, INK, PANEL)
    return None


def _words_of(layout: MapLayout, record: Record | None) -> QRectF | None:
    """Where its words stand on the sheet, where they have a place apart from it."""
    row = layout.row_of(record.section) if isinstance(record, EmotionPoint) else None
    if record is None or row is None or not isinstance(row.body, BodyWithWords):
        return None
    found = row.body.words_of(record.id)
    return found.translated(0, row.y) if found is not None else None
