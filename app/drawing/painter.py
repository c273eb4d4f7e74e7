"""Paints a display list with Qt: on the screen, in pictures and in previews.

A screen skips what is too small to be seen and is spared the smoothing of edges that nobody can see.
"""

import math
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.drawing.display import (
    Batch,
    DisplayList,
    Lines,
    Outline,
    Paths,
    PlacedText,
    Rectangles,
    Stroke,
    Texts,
)
from app.drawing.theme import Colour

SMALLEST_TEXT = 5.0
"""Pixels: text that would be smaller than this is not painted on a screen."""
ALL_DETAIL = math.inf
"""The scale of paper: everything is painted."""
_SMOOTH_FROM = 0.2
"""Pixels a map unit from which on corners are rounded and edges smoothed."""


def paint(
    painter: QPainter, display_list: DisplayList, scale: float = ALL_DETAIL, exposed: QRectF | None = None
) -> None:
    """Paint a list with a painter that stands at the list's origin.

    `scale` is how many pixels of the screen a map unit takes; `exposed`, in map units, lets text outside of
    it be skipped.
    """
    for batch in display_list:
        if scale >= batch.seen_from:
            _paint(painter, batch, scale, exposed)


def _paint(painter: QPainter, batch: Batch, scale: float, exposed: QRectF | None) -> None:
    match batch:
        case Rectangles():
            _rectangles(painter, batch, scale)
        case Lines():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, scale >= _SMOOTH_FROM)
            painter.setPen(pen(batch.stroke))
            painter.drawLines(batch.lines)
        case Paths():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            _paths(painter, batch)
        case Texts():
            painter.setPen(colour(batch.colour))
            _texts(painter, batch.texts, scale, exposed)


def _rectangles(painter: QPainter, batch: Rectangles, scale: float) -> None:
    painter.setPen(pen(batch.stroke) if batch.stroke else Qt.PenStyle.NoPen)
    painter.setBrush(colour(batch.fill) if batch.fill else Qt.BrushStyle.NoBrush)
    if batch.radius and scale >= _SMOOTH_FROM:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for rectangle in batch.rectangles:
            painter.drawRoundedRect(rectangle, batch.radius, batch.radius)
    else:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, batch.stroke is not None)
        painter.drawRects(batch.rectangles)


def _paths(painter: QPainter, batch: Paths) -> None:
    painter.setPen(pen(batch.stroke) if batch.stroke else Qt.PenStyle.NoPen)
    painter.setBrush(colour(batch.fill) if batch.fill else Qt.BrushStyle.NoBrush)
    path = painter_path(batch.outline)
    for place in batch.places:
        painter.translate(place)
        painter.drawPath(path)
        painter.translate(-place)


def _texts(painter: QPainter, texts: Sequence[PlacedText], scale: float, exposed: QRectF | None) -> None:
    for x, y, block in texts:
        if block.style.size * scale < SMALLEST_TEXT:
            continue
        if exposed is not None and (y > exposed.bottom() or y + block.height < exposed.top()):
            continue
        place = QPointF(x, y)
        for run in block.runs:
            painter.drawGlyphRun(place, run)


@lru_cache(maxsize=4096)
def painter_path(outline: Outline) -> QPainterPath:
    """An outline as Qt's path."""
    path = QPainterPath()
    for command in outline:
        match command:
            case ("M", x, y):
                path.moveTo(x, y)
            case ("L", x, y):
                path.lineTo(x, y)
            case ("C", a, b, c, d, x, y):
                path.cubicTo(a, b, c, d, x, y)
            case _:
                path.closeSubpath()
    return path


@lru_cache(maxsize=1024)
def colour(colour: Colour) -> QColor:
    return QColor(colour.red, colour.green, colour.blue, round(colour.alpha * 255))


@lru_cache(maxsize=1024)
def pen(stroke: Stroke) -> QPen:
    """A pen with round ends and joins; dashed ones end flat, as the dashes are counted from end to end."""
    flat = bool(stroke.dashes)
    cap = Qt.PenCapStyle.FlatCap if flat else Qt.PenCapStyle.RoundCap
    found = QPen(colour(stroke.colour), stroke.width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)
    if flat:
        found.setDashPattern([length / stroke.width for length in stroke.dashes])
    return found
