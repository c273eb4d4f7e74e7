"""One flat widget that paints a map's notes, batched by colour, with text only where it can be read."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QGlyphRun, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.drawing.display import Rectangles, Texts
from app.drawing.layout import MapLayout
from app.drawing.painter import SMALLEST_TEXT, colour
from app.drawing.text import TextBlock
from app.drawing.theme import DESK, INK, NOTE, NOTE_FILLS, SHEET, Colour
from app.model.records import Id


class _Cell(NamedTuple):
    area: QRectF
    rectangles: dict[Colour, list[QRectF]]
    texts: list[tuple[QPointF, TextBlock]]


class FlatMap(QWidget):
    """Takes places and broken text from a layout; knows no shadows, signs, headers, lines or selection."""

    def __init__(self, layout: MapLayout, screen: QSize) -> None:
        super().__init__()
        self._sheet = layout.rectangle
        self._cells = list(_cells(layout))
        self._origin = QPointF()
        self.zoom = 1.0
        self.resize(screen)

    def look(self, origin: QPointF, zoom: float) -> None:
        """Lay the sheet's corner at a place of the widget, with `zoom` pixels to a map unit."""
        self._origin, self.zoom = origin, zoom

    def place_of(self, rectangle: QRectF) -> QRect:
        """Where a rectangle of the sheet is seen."""
        corner = rectangle.topLeft() * self.zoom + self._origin
        return QRectF(corner, rectangle.size() * self.zoom).toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(DESK))
        painter.translate(self._origin)
        painter.scale(self.zoom, self.zoom)
        painter.fillRect(self._sheet, colour(SHEET))
        for part in event.region():  # type: ignore[attr-defined]  # PySide's types leave it out
            self._paint(painter, painter.transform().inverted()[0].mapRect(QRectF(part)))
        painter.end()

    def _paint(self, painter: QPainter, exposed: QRectF) -> None:
        batches: dict[Colour, list[QRectF]] = defaultdict(list)
        cells = [cell for cell in self._cells if cell.area.intersects(exposed)]
        for cell in cells:
            for fill, rectangles in cell.rectangles.items():
                batches[fill] += rectangles
        for fill, rectangles in batches.items():
            painter.setPen(colour(fill))
            painter.setBrush(colour(fill))
            painter.drawRects(rectangles)
        if self.zoom * NOTE.size >= SMALLEST_TEXT:
            painter.setPen(colour(INK))
            for cell in cells:
                for place, block in cell.texts:
                    if place.y() < exposed.bottom() and place.y() + block.height > exposed.top():
                        run: QGlyphRun
                        for run in block.runs:
                            painter.drawGlyphRun(place, run)


def flat_map(layout: MapLayout, screen: QSize) -> FlatMap:
    """The widget, shown and painted."""
    widget = FlatMap(layout, screen)
    widget.show()
    QApplication.processEvents()
    return widget


def note_texts(layout: MapLayout) -> dict[Id, TextBlock]:
    """The broken text of each note."""
    found = {}
    for row in layout.rows:
        for piece in row.body.pieces(row.height):
            boxes = list(row.body.boxes(piece.left + 1, piece.right - 1, row.height))
            texts = [text for batch in piece.display_list if isinstance(batch, Texts) for text in batch.texts]
            if len(boxes) == len(texts):
                found.update({box.id: text.block for box, text in zip(boxes, texts, strict=True)})
    return found


def _cells(layout: MapLayout) -> Iterator[_Cell]:
    fills = set(NOTE_FILLS.values())
    for row in layout.rows:
        for piece in row.body.pieces(row.height):
            rectangles: dict[Colour, list[QRectF]] = defaultdict(list)
            texts = []
            for batch in piece.display_list:
                if isinstance(batch, Rectangles) and batch.fill in fills:
                    rectangles[batch.fill] += [one.translated(0, row.y) for one in batch.rectangles]
                elif isinstance(batch, Texts):
                    texts += [(QPointF(x, y + row.y), block) for x, y, block in batch.texts]
            area = QRectF(piece.left, row.y, piece.right - piece.left, row.height)
            yield _Cell(area, rectangles, texts)
