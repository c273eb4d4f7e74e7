"""Paints the whole map for a room, as large as a slide has room for it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.drawing.fonts import set_in
from app.drawing.layout import MapLayout
from app.drawing.painter import paint_parts
from app.language.spoken import speaking
from app.widgets.room.colours import RoomColours

_MARGIN = 0.015


def fitted(area: QRectF, layout: MapLayout) -> tuple[float, QPointF]:
    """How large the whole map is shown in an area, and where its sheet begins."""
    room = area.adjusted(*(area.height() * _MARGIN * sign for sign in (1, 1, -1, -1)))
    sheet = layout.rectangle
    scale = min(room.width() / sheet.width(), room.height() / sheet.height())
    return scale, room.center() - sheet.center() * scale


def paint_whole(area: QRectF, layout: MapLayout, colours: RoomColours, painter: QPainter) -> None:
    painter.fillRect(area, colours.around)
    sheet = layout.rectangle
    scale, origin = fitted(area, layout)
    painter.save()
    painter.translate(origin)
    painter.scale(scale, scale)
    painter.fillRect(sheet, Qt.GlobalColor.white)
    with speaking(layout.language), set_in(layout.family):
        paint_parts(painter, layout.parts(sheet), scale * painter.device().devicePixelRatioF())
    painter.restore()
