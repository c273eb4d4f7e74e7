"""The one item of the scene that paints the map: the parts that are exposed, each from its display list."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.drawing.painter import paint
from app.widgets.canvas.shown_map import ShownMap

_EDGE = QColor(29, 36, 51, 20)


class MapItem(QGraphicsItem):
    """Paints `shown.layout`, which it reads anew at each painting; it keeps nothing of the map itself."""

    def __init__(self, shown: ShownMap) -> None:
        super().__init__()
        self.shown = shown
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def boundingRect(self) -> QRectF:
        return self.shown.layout.rectangle.adjusted(-8, -8, 8, 12)

    def follow(self, stale: list[QRectF]) -> None:
        """Repaint what a change made stale."""
        self.prepareGeometryChange()
        for rectangle in stale:
            self.update(rectangle)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        layout = self.shown.layout
        exposed = option.exposedRect
        scale = painter.worldTransform().m11()
        _paint_sheet(painter, layout.rectangle)
        for part in layout.parts(exposed):
            origin = QPointF(part.x, part.y)
            painter.translate(origin)
            paint(painter, part.display_list, scale, exposed.translated(-origin))
            painter.translate(-origin)


def _paint_sheet(painter: QPainter, sheet: QRectF) -> None:
    """The sheet on the desk. Its shadow is painted only where it is seen: to fill all of it takes long."""
    painter.fillRect(QRectF(sheet.left() - 2, sheet.top(), 2, sheet.height() + 5), _EDGE)
    painter.fillRect(QRectF(sheet.right(), sheet.top(), 2, sheet.height() + 5), _EDGE)
    painter.fillRect(QRectF(sheet.left(), sheet.bottom(), sheet.width(), 5), _EDGE)
    painter.fillRect(sheet, Qt.GlobalColor.white)
