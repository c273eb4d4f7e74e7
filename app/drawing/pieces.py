"""Pieces that several parts of a map are drawn with."""

from collections.abc import Iterator, Sequence
from math import copysign, inf

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import Outline, Paths, Stroke
from app.drawing.glyphs import GLYPHS, UNKNOWN, Glyph, polygon, scaled
from app.drawing.svg_icons import svg_icon
from app.drawing.theme import CHEVRON, Colour

READABLE = 0.2
"""Pixels a map unit (a third of 100 %) from which on a note's text can be read on a screen."""


ICON = 26.0
"""How wide an icon is beside a section's name."""


def glyph(
    name: str,
    places: Sequence[QPointF],
    colour: Colour,
    layer: int = 0,
    size: float = ICON,
    enlarged: float = 1.0,
) -> Paths:
    """A glyph or an icon by name, around each place; a ring for a name that this version does not know.

    `size` is that of an icon; glyphs have their own, `enlarged` so many times.
    """
    known = GLYPHS.get(name)
    sign = (known and _enlarged(known, enlarged)) or svg_icon(name, size) or UNKNOWN
    if sign.pen:
        return Paths(sign.outline, places, stroke=Stroke(colour, sign.pen), seen_from=READABLE, layer=layer)
    return Paths(sign.outline, places, fill=colour, seen_from=READABLE, layer=layer)


def _enlarged(sign: Glyph, times: float) -> Glyph:
    if times == 1.0:
        return sign
    return Glyph(scaled(sign.outline, times), sign.pen * times)


def stripes(rectangle: QRectF, step: float) -> Iterator[QLineF]:
    """Lines at 45° that end inside a note's edges, clear of its corners."""
    inner = rectangle.adjusted(4, 4, -4, -4)
    width, height = inner.width(), inner.height()
    offset = step / 2
    while offset < width + height:
        start = QPointF(inner.left() + max(0.0, offset - height), inner.top() + min(offset, height))
        end = QPointF(inner.left() + min(offset, width), inner.top() + max(0.0, offset - width))
        yield QLineF(start, end)
        offset += step


def outside(line: QLineF, box: QRectF) -> Iterator[QLineF]:
    """What of a line lies outside of a box."""
    along = sorted(
        (edge - start) / length if length else copysign(inf, edge - start)
        for start, length, edges in (
            (line.x1(), line.dx(), (box.left(), box.right())),
            (line.y1(), line.dy(), (box.top(), box.bottom())),
        )
        for edge in edges
    )
    enters, leaves = along[1], along[2]
    if not box.contains(line.pointAt((enters + leaves) / 2)) or leaves <= 0 or enters >= 1:
        yield line
        return
    if enters > 0:
        yield QLineF(line.p1(), line.pointAt(enters))
    if leaves < 1:
        yield QLineF(line.pointAt(leaves), line.p2())


def chevron(width: float, height: float) -> Outline:
    """A stage's arrow, from (0, 0): notched at the left, its tip reaching over the right end."""
    tip = CHEVRON
    return polygon(
        (0, 0), (width, 0), (width + tip, height / 2), (width, height), (0, height), (tip, height / 2)
    )


def around(middle: QPointF, reach: float) -> QRectF:
    """The square that reaches so far around a place."""
    return QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
