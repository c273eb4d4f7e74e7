"""Rounded rectangles, small signs and dashes as sprites: painted once, smoothly, and then only copied.

A screen shows hundreds of them in a frame, and to smooth their edges anew each time would be most of its
cost. Sprites lie on whole pixels. Paper has no pixels and gets true paths, from the painter.
"""

from collections.abc import Iterator
from functools import lru_cache
from math import ceil, floor, inf
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from app.drawing.display import Lines, Outline, Paths, Rectangles, Stroke
from app.drawing.qt_values import colour, painter_path, pen
from app.drawing.theme import Colour

LARGEST_SIGN = 128
"""Pixels: signs that are larger are few, and are painted as paths."""
LONGEST_DASHED = 4096
"""Pixels of the sprite of a dashed line; longer lines take several."""


class Pixels(NamedTuple):
    """How map units lie on the pixels of a screen: `scale` pixels each, the origin at (`x`, `y`)."""

    scale: float
    x: float
    y: float
    map_units: QTransform
    """The painter's own transform."""
    one_to_one: QTransform
    """The transform under which a painter paints pixel for pixel."""


_Measures = tuple[float, float, float, float]


class _Sign(NamedTuple):
    """A painted outline, and how far its top left corner lies from its place, in pixels."""

    image: QImage
    left: int
    top: int


def pixels_of(painter: QPainter) -> Pixels | None:
    """None where the painter turns or stretches what it paints: nothing lies on whole pixels then."""
    world = painter.worldTransform()
    if world.isRotating() or world.m11() != world.m22():
        return None
    ratio = painter.deviceTransform().m11() / world.m11()
    one_to_one = QTransform.fromScale(1 / ratio, 1 / ratio)
    return Pixels(world.m11() * ratio, world.dx() * ratio, world.dy() * ratio, world, one_to_one)


def paint_rectangle_sprites(
    painter: QPainter, batch: Rectangles, pixels: Pixels, exposed: QRectF | None
) -> None:
    """Paint the filled, rounded rectangles of a batch, each as a body between two caps."""
    assert batch.fill is not None
    scale, left, top = pixels.scale, pixels.x, pixels.y
    radius = batch.radius * scale
    highest, lowest = _reach(exposed)
    bodies: list[QRect] = []
    caps: list[tuple[int, int, QImage]] = []
    cap = ceil(radius)
    for rectangle in batch.rectangles:
        x, y, width, height = cast("_Measures", rectangle.getRect())
        if y > lowest or y + height < highest:
            continue
        column, line = floor(x * scale + left + 0.5), floor(y * scale + top + 0.5)
        across, down = round(width * scale) or 1, round(height * scale) or 1
        end = min(cap, down // 2)
        bodies.append(QRect(column, line + end, across, down - 2 * end))
        if end:
            upper, lower = _caps(batch.fill, across, end, radius)
            caps += ((column, line, upper), (column, line + down - end, lower))
    if not bodies:
        return
    painter.setWorldTransform(pixels.one_to_one)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(batch.fill))
    painter.drawRects(bodies)
    for column, line, image in caps:
        painter.drawImage(column, line, image)
    painter.setWorldTransform(pixels.map_units)


def paint_path_sprites(painter: QPainter, batch: Paths, pixels: Pixels, exposed: QRectF | None) -> bool:
    """Paint an outline at its places. Returns False, having painted nothing, where it is too large."""
    sign = _sign(batch.outline, batch.fill, batch.stroke, pixels.scale)
    if sign is None:
        return False
    image, left, top = sign.image, pixels.x + sign.left, pixels.y + sign.top
    above, below = sign.top / pixels.scale, (sign.top + image.height()) / pixels.scale
    highest, lowest = _reach(exposed)
    painter.setWorldTransform(pixels.one_to_one)
    for place in batch.places:
        y = place.y()
        if y + above <= lowest and y + below >= highest:
            painter.drawImage(
                _nearest(place.x() * pixels.scale + left), _nearest(y * pixels.scale + top), image
            )
    painter.setWorldTransform(pixels.map_units)
    return True


def paint_dash_sprites(painter: QPainter, batch: Lines, pixels: Pixels, exposed: QRectF | None) -> bool:
    """Paint dashed lines, each as one long sprite. Returns False, having painted nothing, if one is slanted.

    A dash lies where it lies whatever part of its line is painted: Qt's own dashes drift along a long line.
    """
    if not all(line.dx() == 0 or line.dy() == 0 for line in batch.lines):
        return False
    step, across, down = _dashes(batch.stroke, pixels.scale)
    width = across.height()
    painter.setWorldTransform(pixels.one_to_one)
    seen = None if exposed is None else _on_pixels(exposed, pixels)
    for line in batch.lines:
        x = _nearest(min(line.x1(), line.x2()) * pixels.scale + pixels.x)
        y = _nearest(min(line.y1(), line.y2()) * pixels.scale + pixels.y)
        length = round((abs(line.dx()) + abs(line.dy())) * pixels.scale)
        is_down = line.dx() == 0
        inked = (
            QRect(x - width // 2, y, width, length) if is_down else QRect(x, y - width // 2, length, width)
        )
        if seen is not None:
            inked &= seen
        if inked.isEmpty():
            continue
        if is_down:
            for at, begin, size in _pieces(inked.top(), inked.height(), (inked.top() - y) % step, step):
                painter.drawImage(x - width // 2, at, down, 0, begin, width, size)
        else:
            for at, begin, size in _pieces(inked.left(), inked.width(), (inked.left() - x) % step, step):
                painter.drawImage(at, y - width // 2, across, begin, 0, size, width)
    painter.setWorldTransform(pixels.map_units)
    return True


def _pieces(place: int, length: int, begin: int, step: int) -> Iterator[tuple[int, int, int]]:
    """A dashed line as pieces of the sprite: where each lies, where in the sprite it begins, its length."""
    whole = LONGEST_DASHED // step * step
    while length > 0:
        size = min(length, whole - begin)
        yield place, begin, size
        place, length, begin = place + size, length - size, 0


def _on_pixels(exposed: QRectF, pixels: Pixels) -> QRect:
    """The pixels on which a rectangle lies, and some around it."""
    corner = QPointF(exposed.x() * pixels.scale + pixels.x, exposed.y() * pixels.scale + pixels.y)
    return QRectF(corner, exposed.size() * pixels.scale).adjusted(-2, -2, 2, 2).toAlignedRect()


def _nearest(place: float) -> int:
    """The nearest whole number: unlike `round`, the same one after a step of whole pixels."""
    return floor(place + 0.5)


def _reach(exposed: QRectF | None) -> tuple[float, float]:
    return (-inf, inf) if exposed is None else (exposed.top(), exposed.bottom())


@lru_cache(maxsize=128)
def _caps(fill: Colour, width: int, height: int, radius: float) -> tuple[QImage, QImage]:
    """The rounded upper and lower end of a rectangle, all in pixels."""
    upper = _blank(width, height)
    painter = QPainter(upper)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill))
    painter.drawRoundedRect(QRectF(0, 0, width, 4 * radius), radius, radius)
    painter.end()
    return upper, upper.flipped(Qt.Orientation.Vertical)


@lru_cache(maxsize=128)
def _sign(outline: Outline, fill: Colour | None, stroke: Stroke | None, scale: float) -> _Sign | None:
    path = painter_path(outline)
    margin = stroke.width / 2 if stroke else 0.0
    bounds = path.boundingRect().adjusted(-margin, -margin, margin, margin)
    if max(bounds.width(), bounds.height()) * scale > LARGEST_SIGN:
        return None
    left, top = floor(bounds.left() * scale) - 1, floor(bounds.top() * scale) - 1
    image = _blank(ceil(bounds.right() * scale) + 1 - left, ceil(bounds.bottom() * scale) + 1 - top)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QPointF(-left, -top))
    painter.scale(scale, scale)
    painter.setPen(pen(stroke) if stroke else Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.end()
    return _Sign(image, left, top)


@lru_cache(maxsize=32)
def _dashes(stroke: Stroke, scale: float) -> tuple[int, QImage, QImage]:
    """How many pixels a dash and its gap take, and a long line of them, across and down.

    To copy it takes a fiftieth of the time of a textured brush. Lines under a pixel are paler instead.
    """
    dash, gap = stroke.dashes
    step, inked = max(2, round((dash + gap) * scale)), max(1, round(dash * scale))
    paler = stroke.colour._replace(alpha=stroke.colour.alpha * min(1.0, stroke.width * scale))
    across = _blank(LONGEST_DASHED // step * step, max(1, round(stroke.width * scale)))
    with QPainter(across) as painter:
        for start in range(0, across.width(), step):
            painter.fillRect(start, 0, inked, across.height(), colour(paler))
    return step, across, across.transformed(QTransform().rotate(90))


def _blank(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
