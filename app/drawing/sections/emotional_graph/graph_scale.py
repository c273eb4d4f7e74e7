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
    MARK_HIGH,
    MARK_LOW,
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
_FULL = 2.2
"""The value from which on a curve has the whole colour of its half."""
_MIDDLE = Stroke(SECONDARY.mixed(HAIRLINE, 0.25), 3.0)


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
    """The colour of a curve at a value: that of its half, and near the middle between the two."""
    return CURVE_HIGH.mixed(CURVE_LOW, min(max((_FULL - value) / (2 * _FULL), 0.0), 1.0))


def ink_of(value: float) -> Colour:
    """The colour of words and rings at a value, dark enough for text on either half."""
    if not value:
        return SECONDARY
    return MARK_HIGH if value > 0 else MARK_LOW


def draw_tints(scale: Scale) -> Iterator[Batch]:
    """The tints above and below the middle."""
    middle, width = scale.y_of(0), scale.right - scale.left
    yield Rectangles([QRectF(scale.left, 0, width, middle)], fill=BAND_ABOVE)
    yield Rectangles([QRectF(scale.left, middle, width, scale.height - middle)], fill=BAND_BELOW)


def draw_middle(scale: Scale, sizes: Sizes) -> Iterator[Batch]:
    """The middle line, and the ends of the scale."""
    middle = scale.y_of(0)
    line = QLineF(scale.left, middle, scale.right, middle)
    yield Lines([line], _MIDDLE)
    if sizes.scale_in_words:
        return
    for value, rectangle in zip((HIGHEST, LOWEST), ends(scale, sizes), strict=True):
        place = QPointF(rectangle.center().x(), scale.y_of(value))
        yield Paths(face(value, FACE), [place], stroke=Stroke(shade(value), 3), seen_from=READABLE)
        if not _number_height(scale, sizes):
            continue
        block = text_block(signed(value), sizes.scale_word)
        beside = PlacedText(place.x() - block.width / 2, _label_top(scale, value, block.height), block)
        yield Texts([beside], SECONDARY, seen_from=READABLE)


def ends(scale: Scale, sizes: Sizes) -> tuple[QRectF, ...]:
    """What the faces at the ends of the scale take with their numbers, the upper one first."""
    if sizes.scale_in_words:
        return ()
    x, side, number = scale.left + _FACES_AT, 2 * FACE + 6, _number_height(scale, sizes)
    upper, lower = (scale.y_of(value) for value in (HIGHEST, LOWEST))
    return (
        QRectF(x - side / 2, upper - side / 2, side, side + number),
        QRectF(x - side / 2, lower - side / 2 - number, side, side + number),
    )


def _number_height(scale: Scale, sizes: Sizes) -> float:
    """What the numbers take; nothing in a band so low that they would stand where curves run."""
    height = line_height(sizes.scale_word) + 3
    room = scale.y_of(0) - scale.y_of(HIGHEST) - FACE
    return height if room >= 2 * height else 0.0


def _label_top(scale: Scale, value: float, height: float) -> float:
    """The numbers stand on the inner side of the faces."""
    y = scale.y_of(value)
    return y + FACE + 4 if value > 0 else y - FACE - 4 - height
