"""The emotional graph: how the customer feels along the stages, as a smooth line over a band."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF

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
from app.drawing.glyphs import circle, face
from app.drawing.grid import Column
from app.drawing.pieces import READABLE
from app.drawing.sections.kind import Body, Box, Piece
from app.drawing.text import text_block
from app.drawing.theme import (
    BAND_ABOVE,
    BAND_BELOW,
    CURVE_HIGH,
    CURVE_LOW,
    GRAPH_HEIGHT,
    HAIRLINE,
    QUOTE,
    SECONDARY,
    SECTION_COLUMN,
    SHEET,
    Colour,
)
from app.model.curve import Bezier, monotone_curve
from app.model.document import Document
from app.model.emotions import points_in_order
from app.model.records import HIGHEST, LOWEST, EmotionPoint, Section

RING = 15.0
LINE = 7.0
PADDING = 56.0
"""Room above +5 and below −5."""
_SHADES = 12
"""Into how many colours the line is cut between its lowest and its highest."""
_CUTS = 8
"""Into how many pieces a leg is cut, each of one colour."""
_QUOTE_WIDTH = 330.0


class EmotionalGraph:
    name = "emotional-graph"
    title = "Emotional graph"
    glyph = "emotion"
    hint = "How the customer feels, from −5 to +5."

    def lay_out(
        self, document: Document, section: Section, columns: Sequence[Column], previous: Body | None
    ) -> Body:
        points, height = tuple(points_in_order(document, section)), section.height or GRAPH_HEIGHT
        made_of = (points, tuple(columns), height)
        if (
            isinstance(previous, GraphBody)
            and (previous.points, previous.columns, previous.height) == made_of
        ):
            return previous
        return GraphBody(*made_of)


class GraphBody:
    """The points of an emotional graph over their stages."""

    colours: frozenset[str] = frozenset()

    def __init__(self, points: tuple[EmotionPoint, ...], columns: tuple[Column, ...], height: float) -> None:
        self.height = height
        self.points = points
        self.columns = columns
        self.made_of = (points, columns, height)
        self._columns = {column.stage.id: column for column in columns}
        self._drawn: tuple[float, DisplayList] | None = None

    @property
    def left(self) -> float:
        return SECTION_COLUMN

    @property
    def right(self) -> float:
        return self.columns[-1].right if self.columns else SECTION_COLUMN

    def pieces(self, height: float) -> Sequence[Piece]:
        return [Piece(self.left, self.right, self.whole(height))]

    def whole(self, height: float) -> DisplayList:
        if self._drawn is None or self._drawn[0] != height:
            self._drawn = (height, tuple(self._draw(height)))
        return self._drawn[1]

    def boxes(self, left: float, right: float, height: float) -> Iterator[Box]:
        for point in self.points:
            place = self.place(point, height)
            if left <= place.x() <= right:
                yield Box(point.id, QRectF(place.x() - RING, place.y() - RING, 2 * RING, 2 * RING))

    def place(self, point: EmotionPoint, height: float) -> QPointF:
        """Where a point lies in a row of a height."""
        column = self._columns[point.stage]
        return QPointF(column.x + point.at * column.width, y_of(point.value, height))

    def _draw(self, height: float) -> Iterator[Batch]:
        if not self.columns:
            return
        middle = y_of(0, height)
        width = self.right - self.left
        yield Rectangles([QRectF(self.left, 0, width, middle)], fill=BAND_ABOVE)
        yield Rectangles([QRectF(self.left, middle, width, height - middle)], fill=BAND_BELOW)
        middle_line = QLineF(self.left, middle, self.right, middle)
        yield Lines([middle_line], Stroke(HAIRLINE.mixed(SECONDARY, 0.3), 2, (10, 8)))
        yield from _scale(self.left + 34, height)
        places = [self.place(point, height) for point in self.points]
        yield from _curve(places, height)
        yield from _rings(self.points, places)
        yield from self._quotes(places, height)

    def _quotes(self, places: Sequence[QPointF], height: float) -> Iterator[Batch]:
        """Above a point that is a peak for its neighbours, else below, and inside the band."""
        texts = []
        for index, (point, place) in enumerate(zip(self.points, places, strict=True)):
            if not point.quote.strip():
                continue
            block = text_block(point.quote, QUOTE, _QUOTE_WIDTH)
            around = [places[i].y() for i in (index - 1, index + 1) if 0 <= i < len(places)]
            below = any(y < place.y() for y in around) and not any(y > place.y() + 1 for y in around)
            y = place.y() + RING + 10 if below else place.y() - RING - 10 - block.height
            y = min(max(y, 4.0), height - block.height - 4)
            x = min(max(place.x() - block.width / 2, self.left + 70), self.right - block.width - 10)
            texts.append(PlacedText(x, y, block))
        if texts:
            yield Texts(texts, SECONDARY, seen_from=READABLE)


def y_of(value: float, height: float) -> float:
    """Where a value lies in a row of a height: +5 above, −5 below."""
    return PADDING + (HIGHEST - value) / (HIGHEST - LOWEST) * (height - 2 * PADDING)


def value_at(y: float, height: float) -> float:
    """The value that lies at a place of a row, kept in range."""
    value = HIGHEST - (y - PADDING) / (height - 2 * PADDING) * (HIGHEST - LOWEST)
    return min(max(value, LOWEST), HIGHEST)


def _scale(x: float, height: float) -> Iterator[Batch]:
    for value, colour in ((HIGHEST, CURVE_HIGH), (LOWEST, CURVE_LOW)):
        place = QPointF(x, y_of(value, height))
        yield Paths(face(value, 17), [place], stroke=Stroke(colour, 3), seen_from=READABLE)


def _curve(places: Sequence[QPointF], height: float) -> Iterator[Batch]:
    """The line, its colour turning from the highest values' to the lowest's."""
    pieces: dict[int, list[Bezier]] = defaultdict(list)
    for leg in monotone_curve([(place.x(), place.y()) for place in places]):
        for piece in _cut(leg, _CUTS):
            middle = (piece.start[1] + piece.end[1]) / 2
            pieces[_shade(middle, height)].append(piece)
    for shade, found in pieces.items():
        outline: Outline = tuple(command for piece in found for command in _commands(piece))
        yield Paths(outline, [QPointF(0, 0)], stroke=Stroke(_colour_of(shade), LINE))


def _cut(leg: Bezier, count: int) -> Iterator[Bezier]:
    rest = leg
    for remaining in range(count, 1, -1):
        piece, rest = rest.split(1 / remaining)
        yield piece
    yield rest


def _commands(piece: Bezier) -> Outline:
    return (("M", *piece.start), ("C", *piece.first, *piece.second, *piece.end))


def _shade(y: float, height: float) -> int:
    share = (HIGHEST - value_at(y, height)) / (HIGHEST - LOWEST)
    return round(share * (_SHADES - 1))


def _colour_of(shade: int) -> Colour:
    return CURVE_HIGH.mixed(CURVE_LOW, shade / (_SHADES - 1))


def _rings(points: Sequence[EmotionPoint], places: Sequence[QPointF]) -> Iterator[Batch]:
    for point, place in zip(points, places, strict=True):
        share = (HIGHEST - point.value) / (HIGHEST - LOWEST)
        ring = Stroke(CURVE_HIGH.mixed(CURVE_LOW, share), 5)
        yield Paths(circle(RING), [place], fill=SHEET, stroke=ring)
