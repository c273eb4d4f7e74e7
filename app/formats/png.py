"""The picture as PNG: the map on its white sheet, painted by the screen's own painter."""

from typing import BinaryIO

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

from app.drawing.display import DisplayList
from app.drawing.layout import lay_out
from app.drawing.painter import colour, paint
from app.drawing.theme import SHEET
from app.formats.format import ExportOptions, FormatError
from app.formats.headless import ensure_gui
from app.model.document import Document

LONGER_SIDE = 4_000
"""Pixels of the picture's longer side."""
MOST_PIXELS = 16_384
"""Pixels of a side beyond which most programs refuse a picture."""
MOST_BYTES = 1_000_000_000
_BYTES_PER_PIXEL = 4


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """Write one map as a picture. Raises FormatError where there is none, or no memory for it."""
    ensure_gui()
    journey_map = options.chosen_map(document)
    layout = lay_out(document, journey_map.id)
    image = picture(layout.display_list(), layout.width, layout.height)
    image.setText("Title", journey_map.title)
    stream.write(_encoded(image))


def picture(display_list: DisplayList, width: float, height: float, longer_side: int = LONGER_SIDE) -> QImage:
    """A drawing of `width` by `height` units as pixels. Raises FormatError where that would be too large."""
    scale = longer_side / max(width, height)
    image = _blank(max(1, round(width * scale)), max(1, round(height * scale)))
    painter = QPainter(image)
    try:
        painter.scale(image.width() / width, image.height() / height)
        paint(painter, display_list)
    finally:
        painter.end()
    return image


def _blank(width: int, height: int) -> QImage:
    needed = width * height * _BYTES_PER_PIXEL
    if max(width, height) > MOST_PIXELS or needed > MOST_BYTES:
        raise FormatError(
            f"A picture of {width:,} × {height:,} pixels is too large: it would take"
            f" {needed / 1e6:,.0f} MB of memory. A side may have up to {MOST_PIXELS:,} pixels, and a picture"
            f" up to {MOST_BYTES / 1e6:,.0f} MB; choose fewer pixels."
        )
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if image.isNull():
        raise FormatError(
            f"There is not enough memory for a picture of {width:,} × {height:,} pixels"
            f" ({needed / 1e6:,.0f} MB); choose fewer pixels, or close other programs."
        )
    image.fill(QColor(colour(SHEET)))
    return image


def _encoded(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise FormatError("The picture cannot be encoded as PNG: there is not enough memory.")
    return bytes(buffer.data().data())
