"""The foot of what a room sees: where on the way one is, and at the right the time."""

from collections.abc import Sequence
from datetime import datetime
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.drawing.display import PlacedText, Texts
from app.drawing.layout import MapLayout
from app.drawing.painter import colour, paint
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.styles.palette import in_colours
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import Colour, TextStyle, stage_hue
from app.language.days import written_time
from app.language.phrases import tr
from app.widgets.room.colours import RoomColours

HEIGHT = 0.063
"""Beside the slide's height."""
_SIZE = 0.41
"""How large its type is beside the foot's height: its capitals are read from where notes are."""
_CURVE_WIDTH = 2.75
"""How wide the small curve is beside the foot's height."""


class Foot:
    """Paints into a strip of the slide."""

    def __init__(self, painter: QPainter, strip: QRectF, colours: RoomColours) -> None:
        self._painter, self._strip, self._colours = painter, strip, colours
        self._size = ceil(strip.height() * _SIZE)
        self._left = strip.left() + strip.height() * 0.62
        self._right = strip.right() - strip.height() * 0.6
        painter.fillRect(strip, colours.panel)
        painter.fillRect(QRectF(strip.left(), strip.top(), strip.width(), 1), colours.hairline)

    def paint_way(self, layout: MapLayout, number: int, name: str, page: int, pages: int) -> None:
        """The whole curve in small, the stages that were shown, and "3 / 8 Arrival"."""
        self._paint_curve(layout, number)
        self._write(str(number), 600, self._colours.ink, self._size * 0.35)
        self._write(f"/ {len(layout.columns)}", 400, self._colours.secondary, self._size * 0.8)
        self._write(name, 600, self._colours.ink, self._size * 0.8)
        if pages > 1:
            words = tr("{number} of {count}", number=page + 1, count=pages)
            self._write(words, 400, self._colours.secondary, 0)

    def paint_title(self, title: str) -> None:
        self._write(title, 600, self._colours.ink, 0)

    def paint_right(self, words: Sequence[str]) -> None:
        """What is said at the right, and the time of day. What is painted after it leaves it its room."""
        time = (written_time(datetime.now().time()), self._colours.secondary)
        for text, ink in (time, *((word, self._colours.ink) for word in words)):
            block = self._block(text, 500)
            self._right -= block.width
            self._put(block, self._right, ink)
            self._right -= self._size

    def _write(self, text: str, weight: int, ink: Colour, gap: float) -> None:
        room = self._right - self._left
        block = self._block(text, weight)
        if room < 2 * self._size:
            return
        if block.width > room:
            block = self._block(_shortened(text, block.width, room), weight)
        self._put(block, self._left, ink)
        self._left += block.width + gap

    def _block(self, text: str, weight: int) -> TextBlock:
        return text_block(text.replace("\n", " "), TextStyle(self._size, weight))

    def _put(self, block: TextBlock, x: float, ink: Colour) -> None:
        y = self._strip.center().y() - block.height / 2
        paint(self._painter, (Texts([PlacedText(x, y, block)], ink),), 1.0, smallest_text=0.0)

    def _paint_curve(self, layout: MapLayout, number: int) -> None:
        height = self._strip.height()
        box = QRectF(self._left, self._strip.top() + height * 0.16, height * _CURVE_WIDTH, height * 0.62)
        self._left = box.right() + height * 0.45
        if not layout.columns:
            return
        first, last = layout.columns[0].x, layout.columns[-1].right
        across = box.width() / (last - first)
        self._paint_ticks(layout, number, box)
        body = next((row.body for row in layout.rows if isinstance(row.body, GraphBody)), None)
        if body is None or not body.lines:
            return
        line, here = body.lines[-1], layout.columns[number - 1].right
        down = (box.height() * 0.72) / body.scale.height
        known, ahead = QPolygonF(), QPolygonF()
        for leg in line.legs:
            for step in range(9):
                x, y = leg.at(step / 8)
                place = QPointF(box.left() + (x - first) * across, box.top() + y * down)
                (known if x <= here else ahead).append(place)
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for polygon, ink in ((ahead, self._colours.faint), (known, colour(self._colours.ink))):
            painter.setPen(QPen(ink, max(height * 0.045, 1.5)))
            painter.drawPolyline(polygon)
        if not known.isEmpty():
            painter.setBrush(self._colours.panel)
            painter.drawEllipse(known.last(), height * 0.08, height * 0.08)

    def _paint_ticks(self, layout: MapLayout, number: int, box: QRectF) -> None:
        count = len(layout.columns)
        step = box.width() / count
        gap = min(step * 0.2, 4.0)
        for index in range(count):
            ink = colour(_hue(layout, index)) if index < number else QColor(self._colours.faint)
            self._painter.fillRect(
                QRectF(box.left() + index * step, box.bottom(), step - gap, box.height() * 0.12), ink
            )


def _hue(layout: MapLayout, index: int) -> Colour:
    """The colour of a stage's header."""
    hue = stage_hue(index, len(layout.columns))
    return in_colours(hue, layout.style.colours) if layout.style else hue


def _shortened(text: str, width: float, room: float) -> str:
    return text[: max(int(len(text) * room / width) - 1, 1)].rstrip() + "…"
