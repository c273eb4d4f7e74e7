"""The tray of impact × effort: what is not placed yet, one note below the other."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import DisplayList, Lines, PlacedText, Rectangles, Stroke, Texts
from app.drawing.matrix.colours import MatrixColours
from app.drawing.matrix.geometry import TRAY_INSET, TRAY_TOP, Geometry
from app.drawing.matrix.stickies import Sticky, sticky_size
from app.drawing.text import text_block
from app.drawing.theme import TextStyle
from app.language.numbers import written
from app.language.phrases import tr, tr_plural
from app.model.analysis.matrix_notes import Matrix

_HEADING = TextStyle(32, 600)
_SAID = TextStyle(28)
ROOM_FOR_FOOT = 90.0
"""What is free under the last note, for what is said there."""
_GAP = 35.0
"""Between two notes: the lower one's number and votes reach up into it."""


def tray_stickies(geometry: Geometry, matrix: Matrix) -> tuple[Sticky, ...]:
    """The notes that wait, from the top of the tray on, however far it must be scrolled."""
    return tuple(_stickies(geometry, matrix))


def _stickies(geometry: Geometry, matrix: Matrix) -> Iterator[Sticky]:
    wide, y = geometry.tray.width() - 2 * TRAY_INSET - 10, TRAY_TOP
    for one in matrix.waiting:
        size = sticky_size(one, width=wide)
        yield Sticky(one, QRectF(QPointF(TRAY_INSET, y), size))
        y += size.height() + _GAP


def draw_tray(geometry: Geometry, colours: MatrixColours) -> DisplayList:
    """The ground of it."""
    tray = geometry.tray
    edge = Lines([QLineF(tray.topRight(), tray.bottomRight())], Stroke(colours.hairline, 1.6))
    return (Rectangles([tray], fill=colours.tray), edge)


def draw_tray_head(geometry: Geometry, matrix: Matrix, colours: MatrixColours) -> DisplayList:
    """What is said over the notes, which scroll away under it."""
    tray = geometry.tray
    room = tray.width() - TRAY_INSET
    count = text_block(written(len(matrix.waiting)), _HEADING._replace(weight=500))
    title = text_block(tr("Not placed yet"), _HEADING, room - TRAY_INSET - count.width - 10)
    y = 47 - text_block("", _HEADING).height / 2
    ground = QRectF(0, 0, tray.width() - 1, TRAY_TOP - 28)
    return (
        Rectangles([ground], fill=colours.tray),
        Texts([PlacedText(TRAY_INSET, y, title)], colours.ink),
        Texts([PlacedText(room - count.width, y, count)], colours.secondary),
    )


def left_out_words(count: int) -> str:
    """That notes without votes are not offered; nothing where all are."""
    return tr_plural("{count} without votes", "{count} without votes", count) if count else ""


def more_words(count: int) -> str:
    """That others are not placed either."""
    return tr_plural("{count} more is not placed", "{count} more are not placed", count)


def draw_tray_foot(geometry: Geometry, words: str, colours: MatrixColours) -> DisplayList:
    """What is said under the notes, which scroll away under it."""
    if not words:
        return ()
    tray = geometry.tray
    block = text_block(words, _SAID, tray.width() - 2 * TRAY_INSET)
    ground = QRectF(0, tray.bottom() - ROOM_FOR_FOOT + 20, tray.width() - 1, ROOM_FOR_FOOT - 20)
    y = ground.center().y() - block.height / 2
    return (
        Rectangles([ground], fill=colours.tray),
        Texts([PlacedText(TRAY_INSET, y, block)], colours.secondary),
    )


def draw_said(geometry: Geometry, matrix: Matrix, colours: MatrixColours) -> DisplayList:
    """What is said where no note lies."""
    if matrix.waiting:
        return ()
    if matrix.number:
        words = tr("All are placed.")
    elif matrix.about == "opportunity":
        words = tr("The map’s ideas stand here once there are some.")
    else:
        words = tr("The map’s pain points stand here once there are some.")
    block = text_block(words, _SAID, geometry.tray.width() - 2 * TRAY_INSET)
    return (Texts([PlacedText(TRAY_INSET, TRAY_TOP, block)], colours.secondary),)
