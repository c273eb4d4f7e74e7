"""The picture as PNG: the map on its white sheet, painted by the screen's own painter."""

from typing import BinaryIO

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.drawing.display import DisplayList
from app.drawing.painter import colour, paint
from app.drawing.theme import SHEET
from app.formats.deliverables.deliverable import Part
from app.formats.deliverables.pages import single_part
from app.formats.format import ExportOptions, FormatError
from app.formats.poster.arrangement import View
from app.model.document import Document

LONGER_SIDE = 4_000
"""Pixels of the picture's longer side, where nothing else is asked for."""
MOST_PIXELS = 16_384
"""Pixels of a side beyond which most programs refuse a picture."""
_BYTES_PER_PIXEL = 4
_POINTS_PER_INCH = 72
_INCHES_PER_METRE = 1 / 0.0254


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """Write one drawing as a picture. Raises FormatError where there is none, or no memory for it."""
    part = single_part(document, options)
    arrangement = part.arrangement
    width, height = pixels_of(part, options)
    image = _painted(arrangement.views, arrangement.width, arrangement.height, width, height)
    options.tell(0.5)
    per_metre = width / (arrangement.width * part.scale / _POINTS_PER_INCH) * _INCHES_PER_METRE
    image.setDotsPerMeterX(round(per_metre))
    image.setDotsPerMeterY(round(per_metre))
    image.setText("Title", arrangement.title)
    stream.write(encoded(image))
    options.tell(1.0)


def pixels_of(part: Part, options: ExportOptions) -> tuple[int, int]:
    """How many pixels wide and high a picture will be: by dots per inch of its size on paper, or as asked."""
    width, height = part.arrangement.width, part.arrangement.height
    if options.dots_per_inch is not None:
        scale = options.dots_per_inch * part.scale / _POINTS_PER_INCH
    else:
        scale = (options.pixels or LONGER_SIDE) / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def memory_of(width: int, height: int) -> int:
    """The bytes of memory that a picture of so many pixels takes while it is painted."""
    return width * height * _BYTES_PER_PIXEL


def picture(display_list: DisplayList, width: float, height: float, longer_side: int = LONGER_SIDE) -> QImage:
    """A drawing of `width` by `height` units as pixels. Raises FormatError where that would be too large."""
    scale = longer_side / max(width, height)
    view = View(display_list, QRectF(0, 0, width, height), 0, 0)
    return _painted((view,), width, height, max(1, round(width * scale)), max(1, round(height * scale)))


def encoded(image: QImage) -> bytes:
    """A picture as the bytes of a PNG. Raises FormatError where there is no memory for them."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise FormatError("The picture cannot be encoded as PNG: there is not enough memory.")
    return bytes(buffer.data().data())


def _painted(views: tuple[View, ...], width: float, height: float, across: int, down: int) -> QImage:
    image = _blank(across, down)
    painter = QPainter(image)
    try:
        painter.scale(image.width() / width, image.height() / height)
        for view in views:
            painter.save()
            painter.translate(view.x - view.window.x(), view.y - view.window.y())
            if len(views) > 1:
                painter.setClipRect(view.window)
            paint(painter, view.display_list)
            painter.restore()
    finally:
        painter.end()
    return image


def _blank(width: int, height: int) -> QImage:
    needed = memory_of(width, height)
    if max(width, height) > MOST_PIXELS:
        raise FormatError(
            f"A picture of {width:,} × {height:,} pixels is too large: it would take"
            f" {needed / 1e6:,.0f} MB of memory. A side may have up to {MOST_PIXELS:,} pixels; choose fewer."
        )
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if image.isNull():
        raise FormatError(
            f"There is not enough memory for a picture of {width:,} × {height:,} pixels"
            f" ({needed / 1e6:,.0f} MB); choose fewer pixels, or close other programs."
        )
    image.fill(QColor(colour(SHEET)))
    return image
