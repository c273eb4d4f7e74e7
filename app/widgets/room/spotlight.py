"""What is left in the light on a slide while all else is dimmed: what lies under the pointer, or a colour."""

from collections.abc import Container, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from app.drawing.grid import Column
from app.drawing.layout import MapLayout
from app.model.document import Document
from app.model.records import Id, Note, NoteColour
from app.widgets.room.slide_geometry import Geometry
from app.widgets.room.slide_painting import SlidePainting
from app.widgets.room.stage_pages import Page, content_boxes
from app.widgets.room.whole_slide import fitted
from app.workshop.show import Show
from app.workshop.slides import Slide

_LEFT = 0.15
"""How much is seen of what is not in the light."""
CONTEXT = 0.38
"""The same of sections that an agenda item does not light."""
_AROUND = 5.0


def in_the_light(
    show: Show, painting: SlidePainting, document: Document, place: QPointF
) -> list[QRectF] | None:
    """Where a slide is lit, in pixels: the notes of a colour, or what lies at a place; none where all is."""
    colour = show.lit_colour
    if colour is None and not show.is_spotlit:
        return None
    geometry, layout, whole = painting.map.geometry, painting.map.layout, painting.whole_map
    column = painting.column_of(show.slide)
    scale, origin = fitted(geometry.area, whole)
    if column is not None:
        page = painting.page_of(show.slide, column)
        if colour is not None:
            return of_colour_on_stage(_of_colour(document, colour), geometry, layout, column, page)
        lit = lit_on_stage(place, geometry, layout, column, page)
    elif colour is not None:
        return of_colour_on_map(_of_colour(document, colour), scale, origin, whole)
    else:
        lit = lit_on_map(place, scale, origin, whole)
    return [lit] if lit is not None else None


def _of_colour(document: Document, colour: NoteColour) -> set[Id]:
    return {note.id for note in document.all(Note) if note.colour == colour}


def lit_on_stage(
    place: QPointF, geometry: Geometry, layout: MapLayout, column: Column, page: Page
) -> QRectF | None:
    """The note, or else the cell, the section by its name, or the stage by its header: in pixels."""
    scale, sheet = geometry.type.scale, geometry.sheet
    for piece, y in geometry.tops(layout, page):
        row = QRectF(0, y, sheet.right(), piece.height * scale)
        if not row.contains(place):
            continue
        if place.x() < sheet.left():
            return row
        left = sheet.left() - column.x * scale
        boxes = [
            QRectF(
                left + box.x() * scale,
                y + (box.y() - piece.top) * scale,
                box.width() * scale,
                box.height() * scale,
            )
            for _, box in content_boxes(piece.row, column)
        ]
        return _first(boxes, place) or QRectF(sheet.left(), y, sheet.width(), row.height())
    return sheet if sheet.contains(place) else None


def lit_on_map(place: QPointF, scale: float, origin: QPointF, layout: MapLayout) -> QRectF | None:
    """The same on the whole map, whose sheet begins at `origin`."""
    at = (place - origin) / scale
    near = QRectF(at.x() - 0.5, at.y() - 0.5, 1, 1)
    boxes = [box for _, box in layout.boxes_in(near)]
    row, column = layout.row_at(at.y()), layout.column_at(at.x())
    found = _first(boxes, at)
    if found is None and row is not None:
        across = (column.x, column.width) if column is not None else (0.0, layout.width)
        found = QRectF(across[0], row.y, across[1], row.height)
    elif found is None and column is not None and at.y() >= layout.stages.y:
        found = QRectF(column.x, layout.stages.y, column.width, layout.legend.y - layout.stages.y)
    if found is None:
        return None
    return QRectF(origin + found.topLeft() * scale, found.size() * scale)


def of_colour_on_stage(
    ids: Container[Id], geometry: Geometry, layout: MapLayout, column: Column, page: Page
) -> list[QRectF]:
    """Where some notes lie on the lit sheet, in pixels."""
    scale, left = geometry.type.scale, geometry.sheet.left() - column.x * geometry.type.scale
    return [
        QRectF(
            left + box.x() * scale,
            y + (box.y() - piece.top) * scale,
            box.width() * scale,
            box.height() * scale,
        )
        for piece, y in geometry.tops(layout, page)
        for id, box in content_boxes(piece.row, column)
        if id in ids and piece.top <= box.center().y() <= piece.top + piece.height
    ]


def of_colour_on_map(ids: Container[Id], scale: float, origin: QPointF, layout: MapLayout) -> list[QRectF]:
    """The same on the whole map."""
    boxes = (box for id, box in layout.boxes_in(layout.rectangle) if id in ids)
    return [QRectF(origin + box.topLeft() * scale, box.size() * scale) for box in boxes]


def rows_of_sections(slide: Slide, painting: SlidePainting, sections: Container[Id]) -> list[QRectF]:
    """Where some sections stand on a slide, with their names and all that is beside them: in pixels."""
    geometry, layout, whole = painting.map.geometry, painting.map.layout, painting.whole_map
    column, width = painting.column_of(slide), geometry.area.width()
    if column is not None:
        tops = geometry.tops(layout, painting.page_of(slide, column))
        scale = geometry.type.scale
        found = [
            QRectF(0, y, width, piece.height * scale) for piece, y in tops if piece.row.section.id in sections
        ]
        head = QRectF(0, 0, width, min((y for _, y in tops), default=geometry.area.height()))
        return [head, *found] if found else []
    scale, origin = fitted(geometry.area, whole)
    found = [
        QRectF(origin.x(), origin.y() + row.y * scale, whole.width * scale, row.height * scale)
        for row in whole.rows
        if row.section.id in sections
    ]
    first = whole.rows[0].y if whole.rows else 0.0
    head = QRectF(origin.x(), origin.y(), whole.width * scale, first * scale)
    return [head, *found] if found else []


def paint_dark(
    painter: QPainter, whole: QRectF, lit: Sequence[QRectF], around: QColor, left: float = _LEFT
) -> None:
    """Dim all of the slide but what is in the light, of which so much is `left`."""
    path = QPainterPath()
    path.addRect(whole)
    light = QPainterPath()
    light.setFillRule(Qt.FillRule.WindingFill)
    for one in lit:
        light.addRoundedRect(one.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND), 8, 8)
    veil = QColor(around)
    veil.setAlphaF(1 - left)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path.subtracted(light), veil)


def _first(boxes: Sequence[QRectF], place: QPointF) -> QRectF | None:
    return next((box for box in boxes if box.contains(place)), None)
