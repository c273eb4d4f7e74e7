"""Paints a display list with Qt: on the screen, in pictures and in previews.

A screen skips what is too small to be seen, is spared the smoothing of edges that nobody can see, and gets
what it shows over and over as sprites.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import cycle

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QGlyphRun, QImage, QPainter, QPainterPath, QPen

from app.drawing.decoded import Find, decoded_pictures
from app.drawing.display import (
    Batch,
    DisplayList,
    Lines,
    Links,
    Paths,
    Pictures,
    PlacedText,
    Rectangles,
    Texts,
)
from app.drawing.images import grey, middle_square
from app.drawing.qt_values import colour as colour
from app.drawing.qt_values import painter_path as painter_path
from app.drawing.qt_values import pen as pen
from app.drawing.sprite_cache import (
    Pixels,
    paint_dash_sprites,
    paint_path_sprites,
    paint_rectangle_sprites,
    pixels_of,
)
from app.drawing.text import is_coloured

SMALLEST_TEXT = 4.0
"""Pixels: text that would be smaller than this is not painted on a screen."""
_THINNEST_LINE = 0.2
"""Pixels: lines that would be thinner than this are not painted on a screen."""
_UNSEEN = 1e-7
"""A shear that moves nothing."""
ALL_DETAIL = math.inf
"""The scale of paper: everything is painted."""
_SMOOTH_FROM = 0.2
"""Pixels a map unit from which on corners are rounded and edges smoothed."""


def paint(
    painter: QPainter,
    display_list: DisplayList,
    scale: float = ALL_DETAIL,
    exposed: QRectF | None = None,
    smallest_text: float = SMALLEST_TEXT,
    find: Find = decoded_pictures.now,
) -> None:
    """Paint a list with a painter that stands at the list's origin.

    `scale` is how many logical pixels a map unit takes: what can be seen depends on the real ones, of which a
    screen at 200 % has two to each. `exposed`, in map units, lets what lies outside of it be skipped. With a
    `smallest_text` of fewer pixels than usual, all texts of that size are painted. `find` finds the pictures:
    a window does not wait for those that must be decoded first.
    """
    pixels = None
    if scale < ALL_DETAIL:
        pixels = pixels_of(painter)
        scale *= painter.device().devicePixelRatioF()
    for batch in display_list:
        if scale >= batch.seen_from or (isinstance(batch, Texts) and smallest_text < SMALLEST_TEXT):
            _paint(painter, batch, scale, pixels, exposed, smallest_text / scale, find)


def paint_parts(
    painter: QPainter,
    parts: Iterable[tuple[float, float, DisplayList]],
    scale: float,
    find: Find = decoded_pictures.now,
) -> None:
    """Paint lists whose origins lie at those places, with a painter that stands at the sheet's origin."""
    for x, y, display_list in parts:
        painter.translate(x, y)
        paint(painter, display_list, scale, find=find)
        painter.translate(-x, -y)


def _paint(
    painter: QPainter,
    batch: Batch,
    scale: float,
    pixels: Pixels | None,
    exposed: QRectF | None,
    smallest_text: float,
    find: Find,
) -> None:
    match batch:
        case Rectangles():
            if pixels is not None and batch.stroke is None and batch.radius and scale >= _SMOOTH_FROM:
                paint_rectangle_sprites(painter, batch, pixels, exposed)
            else:
                _rectangles(painter, batch, scale)
        case Lines():
            if batch.stroke.width * scale < _THINNEST_LINE:
                return
            if (
                pixels is None
                or not batch.stroke.dashes
                or not paint_dash_sprites(painter, batch, pixels, exposed)
            ):
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, scale >= _SMOOTH_FROM)
                _lines(painter, batch)
        case Paths():
            if pixels is None or not paint_path_sprites(painter, batch, pixels, exposed):
                _paths(painter, batch)
        case Texts():
            painter.setPen(colour(batch.colour))
            if batch.is_turned:
                _turned_texts(painter, batch, smallest_text)
            else:
                _texts(painter, batch, smallest_text, exposed)
        case Pictures():
            _pictures(painter, batch, exposed, find)
        case Links():
            pass


def _rectangles(painter: QPainter, batch: Rectangles, scale: float) -> None:
    painter.setPen(pen(batch.stroke) if batch.stroke else Qt.PenStyle.NoPen)
    painter.setBrush(colour(batch.fill) if batch.fill else Qt.BrushStyle.NoBrush)
    if batch.radius and scale >= _SMOOTH_FROM:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for rectangle in batch.rectangles:
            painter.drawRoundedRect(rectangle, batch.radius, batch.radius)
    else:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, batch.stroke is not None)
        painter.drawRects(list(batch.rectangles))


def _lines(painter: QPainter, batch: Lines) -> None:
    found = QPen(pen(batch.stroke))
    lines = list(batch.lines)
    if batch.stroke.dashes:
        # Qt's own dashes take a second for the lines of one large picture.
        found.setStyle(Qt.PenStyle.SolidLine)
        lines = [dash for line in lines for dash in _dashes(line, batch.stroke.dashes)]
    painter.setPen(found)
    if all(line.dx() == 0 or line.dy() == 0 for line in lines):
        painter.drawLines(lines)
        return
    # Qt cuts thin lines where painting ends, and slanted ones then lie elsewhere; but none that are sheared.
    painter.save()
    painter.shear(_UNSEEN, 0)
    painter.drawLines(lines)
    painter.restore()


def _dashes(line: QLineF, pattern: tuple[float, ...]) -> Iterator[QLineF]:
    """The dashes of a line, from its beginning; `pattern` is dash, gap, dash …"""
    length, start = line.length(), 0.0
    for index, piece in enumerate(cycle(pattern)):
        if start >= length:
            return
        if index % 2 == 0:
            yield QLineF(line.pointAt(start / length), line.pointAt(min(1.0, (start + piece) / length)))
        start += piece


def _paths(painter: QPainter, batch: Paths) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(pen(batch.stroke) if batch.stroke else Qt.PenStyle.NoPen)
    painter.setBrush(colour(batch.fill) if batch.fill else Qt.BrushStyle.NoBrush)
    path = painter_path(batch.outline)
    for place in batch.places:
        painter.translate(place)
        painter.drawPath(path)
        painter.translate(-place)


def _pictures(painter: QPainter, batch: Pictures, exposed: QRectF | None, find: Find) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    pixels = painter.deviceTransform().m11()
    for rectangle, picture in batch.pictures:
        if exposed is not None and not exposed.intersects(rectangle):
            continue
        image = find(batch.store, picture, rectangle.width() * pixels)
        if image is None:
            continue
        if batch.is_grey:
            image = grey(image)
        if not batch.is_round:
            painter.drawImage(rectangle, image)
            continue
        painter.save()
        circle = QPainterPath()
        circle.addEllipse(rectangle)
        painter.setClipPath(circle, Qt.ClipOperation.IntersectClip)
        painter.drawImage(rectangle, image, QRectF(middle_square(image)))
        painter.restore()


def _texts(painter: QPainter, batch: Texts, smallest: float, exposed: QRectF | None) -> None:
    for x, y, block in batch.texts:
        if block.style.size < smallest:
            continue
        if exposed is not None and (y > exposed.bottom() or y + block.height < exposed.top()):
            continue
        place = QPointF(x, y)
        for run in block.runs:
            if batch.is_grey and not block.text.isascii() and is_coloured(run):
                _grey_glyphs(painter, place, run)
            else:
                painter.drawGlyphRun(place, run)


def _turned_texts(painter: QPainter, batch: Texts, smallest: float) -> None:
    for x, y, block in batch.texts:
        painter.save()
        painter.translate(x, y)
        painter.rotate(-90)
        _texts(painter, replace(batch, texts=[PlacedText(0, 0, block)]), smallest, None)
        painter.restore()


def _grey_glyphs(painter: QPainter, place: QPointF, run: QGlyphRun) -> None:
    """Glyphs that are pictures, painted aside to lose their colours."""
    scale = painter.deviceTransform().m11()
    around = run.rawFont().pixelSize()  # Glyphs may reach out of what their font says.
    room = run.boundingRect().adjusted(-around, -around, around, around)
    image = QImage((room.size() * scale).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as aside:
        aside.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        aside.scale(scale, scale)
        aside.drawGlyphRun(-room.topLeft(), run)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(place + room.topLeft(), QSizeF(image.size()) / scale), grey(image))
