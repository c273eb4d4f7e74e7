"""The plane of impact × effort: four quadrants with their words, the thirds, and the words of both axes."""

from collections.abc import Iterator
from math import copysign

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
from app.drawing.glyphs import circle, polyline
from app.drawing.matrix.colours import (
    CROSS,
    DO_FIRST,
    DO_FIRST_FILL,
    LEAVE_FILL,
    PERHAPS_FILL,
    PLAN,
    PLAN_FILL,
    THIRDS,
    MatrixColours,
)
from app.drawing.matrix.geometry import Geometry
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import SECONDARY, SHADOW_FAR, SHEET, Colour, TextStyle
from app.language.phrases import Phrase, tr, tr_context
from app.language.words import capitalised
from app.model.analysis.matrix import EFFORTS, At
from app.model.analysis.matrix_notes import About, impact_words
from app.model.nouns import word

_QUADRANT = TextStyle(43, 700, leading=1.15)
_WORD, _LIT, _AXIS = TextStyle(29), TextStyle(29, 600), TextStyle(32, 600)
_INSET = 28.0
_WORDS_AT, _AXIS_AT = 38.0, 88.0
"""How far beside the plane the words of the thirds stand in the middle, and the name of the upright axis."""
_PILL, _IN_PILL = 50.0, 22.0
_DOT = 8.5
_ROUND = 10.0


def draw_plane(geometry: Geometry) -> DisplayList:
    """What lies under the notes."""
    plane = geometry.plane
    middle = plane.center()
    quadrants = (
        (plane.topLeft(), DO_FIRST_FILL),
        (plane.topRight(), PLAN_FILL),
        (plane.bottomLeft(), PERHAPS_FILL),
        (plane.bottomRight(), LEAVE_FILL),
    )
    return (
        Rectangles([plane.adjusted(-4, -1, 4, 9)], fill=SHADOW_FAR, radius=13),
        Rectangles([plane.adjusted(-1.5, 0, 1.5, 4)], fill=SHADOW_FAR, radius=11),
        Rectangles([plane], fill=SHEET, radius=_ROUND),
        *(Paths(_quadrant(corner, middle), [QPointF()], fill=fill) for corner, fill in quadrants),
        Lines(_thirds(plane), Stroke(THIRDS, 1.6, (4.0, 7.0))),
        Lines(
            [
                QLineF(middle.x(), plane.top(), middle.x(), plane.bottom()),
                QLineF(plane.left(), middle.y(), plane.right(), middle.y()),
            ],
            Stroke(CROSS, 2.4),
        ),
        *(Texts([PlacedText(at.x(), at.y(), block)], ink) for block, at, ink in quadrant_words(plane)),
    )


def _quadrant(corner: QPointF, middle: QPointF) -> Outline:
    """A rectangle between a corner of the plane, which is round, and its middle."""
    x, y = corner.x(), corner.y()
    across, down = (copysign(_ROUND, end - start) for start, end in ((x, middle.x()), (y, middle.y())))
    return (
        ("M", x + across, y),
        ("L", middle.x(), y),
        ("L", middle.x(), middle.y()),
        ("L", x, middle.y()),
        ("L", x, y + down),
        ("C", x, y + down * 0.45, x + across * 0.45, y, x + across, y),
        ("Z",),
    )


def _thirds(plane: QRectF) -> list[QLineF]:
    across = [plane.left() + plane.width() * share for share in (1 / 3, 2 / 3)]
    down = [plane.top() + plane.height() * share for share in (1 / 3, 2 / 3)]
    return [
        *(QLineF(x, plane.top(), x, plane.bottom()) for x in across),
        *(QLineF(plane.left(), y, plane.right(), y) for y in down),
    ]


def quadrant_words(plane: QRectF) -> Iterator[tuple[TextBlock, QRectF, Colour]]:
    """The words of the quadrants with where they stand: in the corners."""
    inside = plane.adjusted(_INSET, _INSET - 8, -_INSET, -_INSET + 8)
    for words, ink, is_right, is_low in (
        (tr("Do first"), DO_FIRST, False, False),
        (tr_context("of a quadrant", "Plan"), PLAN, True, False),
        (tr_context("of a quadrant", "Perhaps"), SECONDARY, False, True),
        (tr_context("of a quadrant", "Leave"), SECONDARY, True, True),
    ):
        block = text_block(words, _QUADRANT)
        x = inside.right() - block.width if is_right else inside.left()
        y = inside.bottom() - block.height if is_low else inside.top()
        yield block, QRectF(x, y, block.width, block.height), ink


def draw_axes(geometry: Geometry, about: About, colours: MatrixColours, lit: At | None = None) -> DisplayList:
    """The words of the thirds, of which two are lit while a note is carried, and what the axes are called."""
    return (*_effort(geometry.plane, colours, lit), *_impact(geometry.plane, about, colours, lit))


def _effort(plane: QRectF, colours: MatrixColours, lit: At | None) -> Iterator[Batch]:
    y, third = plane.bottom() + _WORDS_AT, plane.width() / 3
    words = [capitalised(word("effort", effort)) for effort in EFFORTS]
    widest = max(text_block(said, _LIT).width for said in words) + 2 * _IN_PILL
    name, tip = text_block(tr("Effort"), _AXIS), plane.right() - 4
    left = tip - 36 - name.width
    # The last word makes way for the name of its axis; where neither has room the arrow stands alone.
    last = min(plane.right() - third / 2, left - 22 - widest / 2 + _IN_PILL)
    if last - plane.center().x() < widest:
        last = min(plane.right() - third / 2, tip - 30 - widest / 2 + _IN_PILL)
    else:
        yield Texts([PlacedText(left, y - name.height / 2, name)], colours.ink)
    yield Paths(_arrow(), [QPointF(tip - 12, y)], stroke=Stroke(colours.ink, 3))
    middles = (plane.left() + third / 2, plane.center().x(), last)
    for index, (said, middle) in enumerate(zip(words, middles, strict=True)):
        is_lit = _is_lit(index, lit and lit.effort)
        block = text_block(said, _LIT if is_lit else _WORD)
        if is_lit:
            wide = block.width + 2 * _IN_PILL
            pill = QRectF(middle - wide / 2, y - _PILL / 2, wide, _PILL)
            yield Rectangles([pill], fill=colours.accent, radius=_PILL / 2)
        ink = colours.on_accent if is_lit else colours.secondary
        yield Texts([PlacedText(middle - block.width / 2, y - block.height / 2, block)], ink)


def _impact(plane: QRectF, about: About, colours: MatrixColours, lit: At | None) -> Iterator[Batch]:
    """They are read upwards."""
    name = text_block(tr("Impact"), _AXIS)
    x, top = plane.left() - _AXIS_AT, plane.top() + 4
    yield _upwards(name, x, top + 36 + name.width, colours.ink)
    yield Paths(_upright_arrow(), [QPointF(x, top + 12)], stroke=Stroke(colours.ink, 3))
    words: tuple[Phrase, ...] = impact_words(about)
    x = plane.left() - _WORDS_AT
    for index, said in enumerate(words):
        is_lit = _is_lit(index, lit and lit.impact)
        block = text_block(capitalised(said), _LIT if is_lit else _WORD)
        middle = plane.bottom() - plane.height() * (index + 0.5) / 3
        if is_lit:
            wide = block.width + 2 * _IN_PILL
            yield Rectangles(
                [QRectF(x - _PILL / 2, middle - wide / 2, _PILL, wide)], fill=colours.accent, radius=_PILL / 2
            )
        ink = colours.on_accent if is_lit else colours.secondary
        yield _upwards(block, x, middle + block.width / 2, ink)


def _upwards(block: TextBlock, x: float, bottom: float, ink: Colour) -> Texts:
    """A line that is read from below, around an upright line."""
    return Texts([PlacedText(x - block.height / 2, bottom, block)], ink, is_turned=True)


def _is_lit(index: int, at: float | None) -> bool:
    return at is not None and min(int(at * 3), 2) == index


def _arrow() -> Outline:
    return (*polyline((-12, 0), (11, 0)), *polyline((2, -9), (11, 0), (2, 9)))


def _upright_arrow() -> Outline:
    return (*polyline((0, 12), (0, -11)), *polyline((-9, -2), (0, -11), (9, -2)))


def draw_guides(geometry: Geometry, at: At, note: QRectF, colours: MatrixColours) -> DisplayList:
    """Two dotted lines from what is carried to the axes."""
    plane, middle = geometry.plane, geometry.place_of(at)
    left, bottom = QPointF(plane.left(), middle.y()), QPointF(middle.x(), plane.bottom())
    lines = [
        QLineF(left, QPointF(max(note.left(), plane.left()), middle.y())),
        QLineF(bottom, QPointF(middle.x(), min(note.bottom(), plane.bottom()))),
    ]
    dots = [line.pointAt(step * 11 / line.length()) for line in lines if line.length() > 11
            for step in range(1, int(line.length() / 11))]  # fmt: skip
    return (
        Paths(circle(1.9), dots, fill=colours.accent),
        Paths(circle(_DOT + 2.5), [left, bottom], fill=SHEET),
        Paths(circle(_DOT), [left, bottom], fill=colours.accent),
    )
