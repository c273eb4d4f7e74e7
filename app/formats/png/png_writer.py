"""The picture as PNG: the map on its white sheet, painted by the screen's own painter."""

from collections.abc import Callable, Sequence
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.drawing.display import DisplayList
from app.drawing.painter import colour, paint
from app.drawing.theme import SHEET
from app.formats.options import ExportOptions
from app.formats.png.png_file import write_png
from app.formats.png.png_options import LONGER_SIDE, MOST_PIXELS, PngOptions
from app.language.phrases import Phrase, phrase
from app.language.words import megabytes
from app.model.document import Document
from app.pages.deliverables.deliverable import Part
from app.pages.deliverables.pages import single_part
from app.pages.errors import FormatError
from app.pages.poster.arrangement import View

_BYTES_PER_PIXEL = 4
_POINTS_PER_INCH = 72
_PAINTING = 0.4
"""Which share of the work is painting; the rest is writing."""
_SMALLEST_TEXT = 1.0
"""Pixels: in a picture one can look closer than at a screen."""


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """Write one drawing as a picture. Raises FormatError where there is none, or no memory for it."""
    part = single_part(document, options.pages, options.report_progress)
    arrangement = part.arrangement
    image = _blank(*pixels_of(part, options.own(PngOptions)))
    _paint(
        image, arrangement.views, arrangement.width, lambda share: options.report_progress(share * _PAINTING)
    )
    dots_per_inch = image.width() / (arrangement.width * part.scale / _POINTS_PER_INCH)
    write_png(
        stream,
        image,
        arrangement.title,
        dots_per_inch,
        lambda share: options.report_progress(_PAINTING + share * (1 - _PAINTING)),
    )


def pixels_of(part: Part, options: PngOptions) -> tuple[int, int]:
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


def sentence(part: Part, options: PngOptions) -> Phrase:
    """How large a picture will be, before it is painted. Raises FormatError for one that is too large."""
    width, height = pixels_of(part, options)
    check(width, height)
    return phrase(
        "As a PNG it has {width} × {height} pixels, and takes {memory} of memory.",
        width=width,
        height=height,
        memory=megabytes(memory_of(width, height)),
    )


def check(width: int, height: int) -> None:
    """Raises FormatError where so many pixels are too many."""
    if max(width, height) > MOST_PIXELS:
        raise FormatError(
            phrase(
                "A picture of {width} × {height} pixels is too large: it would take {memory} of memory."
                " A side may have 1 to {most} pixels; choose fewer.",
                width=width,
                height=height,
                memory=megabytes(memory_of(width, height)),
                most=MOST_PIXELS,
            )
        )


def picture(display_list: DisplayList, width: float, height: float, longer_side: int = LONGER_SIDE) -> QImage:
    """A drawing of `width` by `height` units as pixels. Raises FormatError where that would be too large."""
    view = View(display_list, QRectF(0, 0, width, height), 0, 0, is_whole=True)
    return picture_of((view,), width, height, longer_side)


def picture_of(views: Sequence[View], width: float, height: float, longer_side: int = LONGER_SIDE) -> QImage:
    """The same of a drawing in parts, each painted at its place."""
    scale = longer_side / max(width, height)
    image = _blank(max(1, round(width * scale)), max(1, round(height * scale)))
    _paint(image, views, width)
    return image


def encoded(image: QImage) -> bytes:
    """A picture as the bytes of a PNG. Raises FormatError where there is no memory for them."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise FormatError(phrase("The picture cannot be written as PNG: there is not enough memory."))
    return bytes(buffer.data().data())


def _paint(
    image: QImage,
    views: Sequence[View],
    width: float,
    report_progress: Callable[[float], None] = lambda share: None,
) -> None:
    """Paint what is `width` units wide as the canvas does at this size, but with all of its text."""
    scale = image.width() / width
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        for number, view in enumerate(views, 1):
            painter.save()
            painter.translate(view.x - view.window.x(), view.y - view.window.y())
            if not view.is_whole:
                painter.setClipRect(view.window)
            paint(painter, view.display_list, scale, smallest_text=_SMALLEST_TEXT)
            painter.restore()
            report_progress(number / len(views))


def _blank(width: int, height: int) -> QImage:
    check(width, height)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if image.isNull():
        raise FormatError(
            phrase(
                "There is not enough memory for a picture of {width} × {height} pixels ({memory});"
                " choose fewer pixels, or close other programs.",
                width=width,
                height=height,
                memory=megabytes(memory_of(width, height)),
            )
        )
    image.fill(QColor(colour(SHEET)))
    return image
