"""Paints the list of candidates: closed dots while hands are counted, then the ranking with a dot a hand."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from app.drawing.painter import colour
from app.drawing.text import text_block
from app.drawing.theme import ACCENT, Colour, TextStyle
from app.language.phrases import tr
from app.widgets.room.voting.colours import VoteColours
from app.widgets.room.voting.lines import Heading, Line
from app.widgets.room.voting.places import Places
from app.widgets.room.voting.words import Words, one_line

_SIZE = 0.0281
"""The type of a row, beside the picture's height: its capitals are 2 % of it."""
_HEADING = 0.0318
_DISC, _AFTER_DISC, _RANK = 0.45, 1.28, 1.0
"""Beside a row's height: a disc's radius, where the text begins, and the room of a rank."""
_DOT, _CLOSED_DOT, _PITCH = 0.21, 0.16, 0.54
"""Beside a row's height: the radius of a dot, of one that is closed, and from one dot to the next."""
_MOST_DOTS = 0.4
"""Of a column's width."""
_NUMBER = 1.25
"""The room of a count, beside a row's height."""
CLOSED = 3
"""Dots of a count that is closed: it was counted, and nobody sees how many."""
_LEAST, _BESIDE = 0.468, 0.02
"""The least width of a column, and what is free between two, beside the picture's."""


class Page(NamedTuple):
    """The lines that are seen at once, in columns."""

    lines: Sequence[Line]
    first: int
    columns: int
    rows: int


def page_of(lines: Sequence[Line], places: Places, focus: int) -> Page:
    """The page with the line of an index: all lines in one column or two, or as many as have room."""
    rows = places.rows
    columns = 1 if len(lines) <= rows else 2
    first = max(focus, 0) // (rows * columns) * rows * columns
    shown = lines[first : first + rows * columns]
    if columns == 2 and len(lines) <= 2 * rows:
        rows = (len(lines) + 1) // 2
    return Page(shown, first, columns, rows)


def column_rects(page: Page, places: Places, is_ranked: bool) -> list[QRectF]:
    """Where the columns stand; one alone is as wide as its texts ask for, in the middle."""
    heading, top = places.heading, places.heading.bottom()
    height = page.rows * places.row
    if page.columns == 2:
        gap = places.size.width() * _BESIDE
        width = (heading.width() - gap) / 2
        return [QRectF(heading.left() + n * (width + gap), top, width, height) for n in (0, 1)]
    asked = max((_asked(line, places) for line in page.lines), default=0.0)
    dots = max((line.hands for line in page.lines), default=0) if is_ranked else CLOSED
    asked += places.row * (_AFTER_DISC + _RANK + 2 * _NUMBER + _PITCH * max(dots, CLOSED + 2))
    width = min(max(places.size.width() * _LEAST, asked), heading.width())
    return [QRectF((places.size.width() - width) / 2, top, width, height)]


def _asked(line: Line, places: Places) -> float:
    return text_block(one_line(line.text), TextStyle(places.size.height() * _SIZE * places.times, 600)).width


class ListPainting:
    """Paints one page of the list."""

    def __init__(self, painter: QPainter, places: Places, colours: VoteColours) -> None:
        self._painter, self._places, self._colours = painter, places, colours
        self._words = Words(painter)
        self._size = places.size.height() * _SIZE * places.times
        self._row = places.row

    def paint_heading(self, heading: Heading, across: QRectF) -> None:
        """Title, what is said beside it, and at the right how far it is."""
        size = self._places.size.height() * _HEADING * self._places.times
        middle = across.top() + across.height() * 0.54
        right = self._words.write_right(
            str(heading.right), size * 0.93, self._colours.ink, across.right(), middle, 600
        )
        room = right - across.left() - self._row
        x = self._words.write(str(heading.title), size, self._colours.ink, across.left(), middle, room, 700)
        if heading.beside and x < right - 6 * self._row:
            self._words.write(
                str(heading.beside),
                size * 0.86,
                self._colours.secondary,
                x + self._row * 0.4,
                middle + 1,
                right - x - self._row,
            )

    def paint(self, page: Page, columns: Sequence[QRectF], moved: Mapping[int, QPointF]) -> None:
        """All lines of a page, those that are on their way a bit off their places."""
        is_ranked = any(line.standing == "revealed" for line in page.lines)
        most = max((line.hands for line in page.lines), default=0)
        for index, line in enumerate(page.lines):
            column, row = columns[index // page.rows], index % page.rows
            place = QRectF(column.left(), column.top() + row * self._row, column.width(), self._row)
            place.translate(moved.get(line.number, QPointF()))
            self._paint_line(line, place, is_ranked, most)

    def _paint_line(self, line: Line, place: QRectF, is_ranked: bool, most: int) -> None:
        colours, words, row = self._colours, self._words, self._row
        middle = place.center().y()
        is_called = line.standing in ("now", "chosen")
        if is_called or line.stands_out:
            fill = colours.called if is_called else colours.best_row
            path = QPainterPath()
            path.addRoundedRect(place.adjusted(-row * 0.36, row * 0.03, row * 0.36, -row * 0.03), 8, 8)
            self._painter.fillPath(path, fill)
        is_quiet = line.standing == "to come" or (line.standing == "revealed" and not line.hands)
        ink = colours.secondary if is_quiet or line.is_gone else colours.ink
        weight = 600 if is_called or line.stands_out else 400
        left = place.left()
        if is_ranked:
            if line.rank:
                rank_ink = colours.ink if line.stands_out else colours.secondary
                words.write_right(str(line.rank), self._size, rank_ink, left + row * 0.6, middle, weight)
            left += row * _RANK
        words.disc(line.number, QPointF(left + row * _DISC, middle), row * _DISC, self._disc(line))
        dots_right = place.right() - (row * _NUMBER if is_ranked else 0.0)
        wide = min(max(most if is_ranked else 0, CLOSED) * row * _PITCH, place.width() * _MOST_DOTS)
        dots_left = dots_right - wide
        text_left = left + row * _AFTER_DISC
        end = words.write(
            line.text, self._size, ink, text_left, middle, dots_left - text_left - row / 2, weight
        )
        if line.is_gone:
            words.strike(text_left, end, middle, ink, max(row / 18, 2))
        if line.beside:
            words.write_right(line.beside, self._size, colours.secondary, place.right(), middle)
        elif line.standing == "now":
            now = tr("now")
            words.write_right(now, self._size, colours.accent, place.right(), middle, 600)
        elif line.standing == "counted":
            x = place.right() - CLOSED * row * _PITCH
            self._paint_dots(CLOSED, x, middle, row * _PITCH, colours.closed_dot, row * _CLOSED_DOT)
        elif line.standing == "revealed":
            pitch = min(row * _PITCH, wide / max(most, 1))
            dot = colours.dot if line.stands_out else colours.pale_dot
            self._paint_dots(line.hands, dots_left, middle, pitch, dot, row * _DOT)
            words.write_right(str(line.hands), self._size, ink, place.right(), middle, weight)

    def _paint_dots(
        self, number: int, left: float, middle: float, pitch: float, fill: Colour, radius: float
    ) -> None:
        """A dot a hand; so many that they touch become a bar."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour(fill))
        if pitch < radius * 1.2:
            bar = QRectF(left, middle - radius, max(number * pitch, 2 * radius if number else 0), 2 * radius)
            self._painter.drawRoundedRect(bar, radius, radius)
            return
        radius = min(radius, pitch * 0.46)
        for index in range(number):
            self._painter.drawEllipse(QPointF(left + pitch * (index + 0.5), middle), radius, radius)

    def _disc(self, line: Line) -> Colour:
        match line.standing:
            case "now" | "chosen":
                return ACCENT
            case "counted" | "offered":
                return self._colours.counted_disc
            case _:
                return self._colours.best if line.stands_out else self._colours.disc
