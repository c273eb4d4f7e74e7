"""The scale of an emotional graph: where a value lies in the band, and the band itself."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import Batch, Lines, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.glyphs import face
from app.drawing.pieces import READABLE
from app.drawing.sizes import Sizes
from app.drawing.text import line_height, text_block
from app.drawing.theme import (
    BAND_ABOVE,
    BAND_BELOW,
    CURVE_HIGH,
    CURVE_LOW,
    HAIRLINE,
    SECONDARY,
    Colour,
)
from app.model.analysis.reading_words import signed
from app.model.records import HIGHEST, LOWEST

FACE = 19.0
"""The radius of the faces at the ends of the scale."""
_PADDING = 56.0
_MOST_ABOVE, _MOST_BELOW = 0.3, 0.2
"""The share of the band that the room above +5 takes at most, and the room below −5."""
_FACES_AT = 36.0


class Scale(NamedTuple):
    """The band of a graph, in map units from its row's top left corner."""

    left: float
    right: float
    height: float
    above: float = _PADDING
    """Room above +5, and below −5, where the band is high enough."""
    below: float = _PADDING
    bold: float = 1.0
    """How many times as thick as usually the curves are, and as large their points."""
    walls: tuple[float, ...] = ()
    """Where no words stand across, for the graph goes on in another band there."""

    @property
    def top(self) -> float:
        """Where +5 lies."""
        return min(self.above, self.height * _MOST_ABOVE)

    @property
    def bottom(self) -> float:
        """Where −5 lies."""
        return self.height - min(self.below, self.height * _MOST_BELOW)

    def y_of(self, value: float) -> float:
        return self.top + (HIGHEST - value) / (HIGHEST - LOWEST) * (self.bottom - self.top)

    def value_at(self, y: float) -> float:
        """The value that lies at a place of the band, kept in range."""
        value = HIGHEST - (y - self.top) / (self.bottom - self.top) * (HIGHEST - LOWEST)
        return min(max(value, LOWEST), HIGHEST)


def shade(value: float) -> Colour:
    """The colour of a value, from the lowest's to the highest's."""
    return CURVE_HIGH.mixed(CURVE_LOW, (HIGHEST - value) / (HIGHEST - LOWEST))


def draw_band(scale: Scale, sizes: Sizes) -> Iterator[Batch]:
    """The tints above and below the middle, the middle line, and the ends of the scale."""
    middle, width = scale.y_of(0), scale.right - scale.left
    yield Rectangles([QRectF(scale.left, 0, width, middle)], fill=BAND_ABOVE)
    yield Rectangles([QRectF(scale.left, middle, width, scale.height - middle)], fill=BAND_BELOW)
    line = QLineF(scale.left, middle, scale.right, middle)
    yield Lines([line], Stroke(HAIRLINE.mixed(SECONDARY, 0.3), 2, (10, 8)))
    if sizes.scale_in_words:
        return
    for value, rectangle in zip((HIGHEST, LOWEST), ends(scale, sizes), strict=True):
        place = QPointF(rectangle.center().x(), scale.y_of(value))
        yield Paths(face(value, FACE), [place], stroke=Stroke(shade(value), 3), seen_from=READABLE)
        block = text_block(signed(value), sizes.scale_word)
        beside = PlacedText(place.x() - block.width / 2, _label_top(scale, value, block.height), block)
        yield Texts([beside], SECONDARY, seen_from=READABLE)


def ends(scale: Scale, sizes: Sizes) -> tuple[QRectF, ...]:
    """What the faces at the ends of the scale take with their numbers, the upper one first."""
    if sizes.scale_in_words:
        return ()
    x, side, number = scale.left + _FACES_AT, 2 * FACE + 6, line_height(sizes.scale_word) + 3
    upper, lower = (scale.y_of(value) for value in (HIGHEST, LOWEST))
    return (
        QRectF(x - side / 2, upper - side / 2, side, side + number),
        QRectF(x - side / 2, lower - side / 2 - number, side, side + number),
    )


def _label_top(scale: Scale, value: float, height: float) -> float:
    """The numbers stand on the inner side of the faces."""
    y = scale.y_of(value)
    return y + FACE + 4 if value > 0 else y - FACE - 4 - height
