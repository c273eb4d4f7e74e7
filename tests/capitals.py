"""How high capitals are on a picture, to parts of a pixel: by the ink of each row, however it is smoothed."""

import re
from collections.abc import Iterator

import numpy
import numpy.typing
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from app.model.document import Document
from app.model.records import Record

_Numbers = numpy.typing.NDArray[numpy.float64]
_INKED = 0.2
"""The share of the strongest ink from which on a pixel belongs to a glyph."""
_FULL = 0.9
_WRITTEN = ("name", "meaning", "text", "title", "quote", "goal", "duration", "role")


def in_capitals(document: Document) -> Document:
    """The same document with an H for each letter and digit of what a person wrote."""
    return Document(map(_written_in_capitals, document), document.picture_store)


def _written_in_capitals(record: Record) -> Record:
    written = {
        field: getattr(record, field) for field in _WRITTEN if isinstance(getattr(record, field, None), str)
    }
    return record.model_copy(update={field: re.sub(r"\w", "H", text) for field, text in written.items()})


def glyph_heights(picture: QImage, area: QRectF) -> list[float]:
    """How many pixels high each glyph is of the first line in an area of a picture, from left to right."""
    ink = _ink(picture, area)
    top, bottom = next(_runs(ink.max(axis=1)), (0, 0))
    line = ink[top:bottom]
    return [_height(line[:, left:right]) for left, right in _runs(line.max(axis=0))]


def _height(glyph: _Numbers) -> float:
    """A row at the edge that the smoothing left half its ink counts half."""
    return float(numpy.minimum(glyph.max(axis=1) / _FULL, 1.0).sum())


def _ink(picture: QImage, area: QRectF) -> _Numbers:
    """How far each pixel is from the colour that most have, beside the one farthest from it."""
    ratio = picture.devicePixelRatio()
    cut = picture.copy(QRectF(area.topLeft() * ratio, area.size() * ratio).toAlignedRect())
    cut = cut.convertToFormat(QImage.Format.Format_RGB32)
    pixels = numpy.frombuffer(cut.constBits(), numpy.uint8).reshape(cut.height(), cut.width(), 4)[:, :, :3]
    colours, counts = numpy.unique(pixels.reshape(-1, 3), axis=0, return_counts=True)
    away = numpy.abs(pixels.astype(int) - colours[counts.argmax()].astype(int)).sum(axis=2)
    return numpy.asarray(away / max(away.max(), 1), numpy.float64)


def _runs(strengths: _Numbers) -> Iterator[tuple[int, int]]:
    """From where to where there is ink, time and again."""
    inked = [False, *(strengths > _INKED), False]
    edges = [index for index in range(len(inked) - 1) if inked[index] != inked[index + 1]]
    return zip(edges[::2], edges[1::2], strict=True)
