"""What lies under the pointer on a slide, to be left in the light while all else is dimmed."""

from collections.abc import Container, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from app.drawing.grid import Column
from app.drawing.layout import MapLayout
from app.model.records import Id
from app.widgets.room.stage_pages import Page, content_boxes
from app.widgets.room.stage_slide import Geometry, tops

_LEFT = 0.15
"""How much is seen of what is not in the light."""
_AROUND = 5.0
_DOT = 0.008
"""The radius of the dot that points, beside the height of the slide."""
_RED = QColor(224, 36, 36)


def lit_on_stage(
    place: QPointF, geometry: Geometry, layout: MapLayout, column: Column, page: Page
) -> QRectF | None:
    """The note, or else the cell, the section by its name, or the stage by its header: in pixels."""
    scale, sheet = geometry.type.scale, geometry.sheet
    for piece, y in tops(geometry, layout, page):
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
        for piece, y in tops(geometry, layout, page)
        for id, box in content_boxes(piece.row, column)
        if id in ids and piece.top <= box.center().y() <= piece.top + piece.height
    ]


def of_colour_on_map(ids: Container[Id], scale: float, origin: QPointF, layout: MapLayout) -> list[QRectF]:
    """The same on the whole map."""
    boxes = (box for id, box in layout.boxes_in(layout.rectangle) if id in ids)
    return [QRectF(origin + box.topLeft() * scale, box.size() * scale) for box in boxes]


def paint_dark(painter: QPainter, whole: QRectF, lit: Sequence[QRectF], around: QColor) -> None:
    """Dim all of the slide but what is in the light."""
    path = QPainterPath()
    path.addRect(whole)
    light = QPainterPath()
    light.setFillRule(Qt.FillRule.WindingFill)
    for one in lit:
        light.addRoundedRect(one.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND), 8, 8)
    veil = QColor(around)
    veil.setAlphaF(1 - _LEFT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path.subtracted(light), veil)


def paint_dot(painter: QPainter, place: QPointF, height: float) -> None:
    """A red dot that points, with a soft edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for times, opacity in ((2.0, 60), (1.0, 255)):
        ink = QColor(_RED)
        ink.setAlpha(opacity)
        path = QPainterPath()
        path.addEllipse(place, height * _DOT * times, height * _DOT * times)
        painter.fillPath(path, ink)


def _first(boxes: Sequence[QRectF], place: QPointF) -> QRectF | None:
    return next((box for box in boxes if box.contains(place)), None)
