"""Paints a page of a poster with Qt: in the preview, and on a printer."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.drawing.painter import ALL_DETAIL, paint
from app.pages.drawn_page import DrawnPage


def paint_page(
    painter: QPainter, page: DrawnPage, pixels: float, exposed: QRectF | None = None, detail: bool = True
) -> None:
    """Paint a page with a painter that stands at its top left corner, a point taking so many pixels.

    `exposed`, in pixels, lets what lies outside of it be skipped; without `detail` what is too small to be
    seen at this size is left out, as it is on the canvas.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for layer in page.layers:
        painter.save()
        painter.translate(layer.left * pixels, layer.top * pixels)
        scale = layer.scale * pixels
        painter.scale(scale, scale)
        if layer.clip is not None:
            painter.setClipRect(layer.clip)
        shown = None
        if exposed is not None:
            shown = exposed.translated(-layer.left * pixels, -layer.top * pixels)
            shown = QRectF(
                shown.x() / scale, shown.y() / scale, shown.width() / scale, shown.height() / scale
            )
        paint(painter, layer.display_list, ALL_DETAIL if detail else scale, shown)
        painter.restore()
