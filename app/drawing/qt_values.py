"""Colours, strokes and outlines as the values that Qt paints with, each made once."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from app.drawing.display import Outline, Stroke
from app.drawing.theme import Colour


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
