"""The words on an emotional graph: call-outs and marks, each where it covers nothing.

A quote that was moved by hand stands where it was put. All others look for a free place near their point;
quotes that find none are written under their stage, below the band, so that none is ever lost.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import DisplayList, Lines, Stroke
from app.drawing.pieces import READABLE, around
from app.drawing.sections.emotional_graph.callouts import CallOut, callouts_of, draw_callout, has_words
from app.drawing.sections.emotional_graph.curve_marks import (
    FARTHEST,
    OTHERS,
    Mark,
    draw_mark,
    extremes,
    mark_block,
    mark_candidates,
    mark_size,
)
from app.drawing.sections.emotional_graph.graph_line import CurveLine
from app.drawing.sections.emotional_graph.graph_room import CELL, Room
from app.drawing.sections.emotional_graph.graph_scale import Scale, ends
from app.drawing.sections.emotional_graph.quote_places import Spot, Standing, leader, place_near
from app.drawing.sizes import Sizes
from app.drawing.theme import Colour
from app.model.analysis.reading import Finding, Thresholds, read_curve
from app.model.records import EmotionPoint, Id

_LEADER = 2.2

_MOST_ORDERS, _MOST_ALONE = 2, 1
"""How often quotes are put in other orders, where some find no room near their points; and how many of these
are tried alone each time.
"""
_FAR = 300.0
"""Of how many map units of line a quote is worth that stands far from its point."""


class Quote(NamedTuple):
    """What a point says: its words, and where they stand."""

    point: EmotionPoint
    rectangle: QRectF
    display_list: DisplayList


class Words(NamedTuple):
    """All words of a graph. `left_over` are the points whose quotes found no place, `far` those whose quotes
    found none near them.
    """

    quotes: tuple[Quote, ...]
    marks: tuple[Mark, ...]
    left_over: tuple[EmotionPoint, ...]
    far: tuple[Id, ...] = ()

    @property
    def display_list(self) -> DisplayList:
        drawn = [*[quote.display_list for quote in self.quotes], *[mark.display_list for mark in self.marks]]
        return tuple(batch for display_list in drawn for batch in display_list)


def place_words(
    lines: Sequence[CurveLine],
    ghost: CurveLine | None,
    scale: Scale,
    thresholds: Thresholds,
    sizes: Sizes,
    is_brief: bool = False,
) -> Words:
    """Find room for the quotes of all curves and the marks of the one in front, which is the last.

    Of what `is_brief`, as a point that is dragged, not all is tried.
    """
    room = Room(scale.left, scale.right, scale.height)
    for taken in (*lines, *([ghost] if ghost else ())):
        room.joined(taken.taken)
    for end in ends(scale, sizes):
        room.take(end)
    for wall in scale.walls:
        room.take(QRectF(wall - CELL, 0, 2 * CELL, scale.height))
    placing = _Placing(room, scale, sizes, _rings(lines))
    for line in lines if sizes.shown.quotes else ():
        placing.put_moved_quotes(line)
    findings = _findings(lines, thresholds, sizes)
    for finding in findings:
        if finding.kind in ("peak", "trough"):
            placing.put_mark(lines[-1], finding)
    if sizes.shown.quotes:
        placing = _with_quotes(placing, lines[::-1], 0 if is_brief else _MOST_ORDERS)
    room = placing.room
    # Call-outs hide the middle line; marks would be struck by it.
    room.take(QRectF(scale.left, scale.y_of(0), scale.right - scale.left, 0))
    for kind in OTHERS:
        for finding in findings:
            if finding.kind == kind:
                placing.put_mark(lines[-1], finding)
    return Words(tuple(placing.quotes), tuple(placing.marks), tuple(placing.left_over), tuple(placing.far))


def _rings(lines: Sequence[CurveLine]) -> list[QRectF]:
    return [around(place, line.ring) for line in lines for place in line.places]


def _findings(lines: Sequence[CurveLine], thresholds: Thresholds, sizes: Sizes) -> list[Finding]:
    """What is read from the curve in front, as far as it is to be marked."""
    if not lines:
        return []
    findings = read_curve(lines[-1].curve.points, thresholds)
    if sizes.shown.reading is None:
        return extremes(findings) if sizes.marks_only_extremes else findings
    return findings if sizes.shown.reading else []


def _with_quotes(before: "_Placing", lines: Sequence[CurveLine], orders: int) -> "_Placing":
    """With the quotes of all lines, put in the order in which most of them stand near their points.

    At first that is the order along each line; those that find no room near, one of them or all, are then
    put before all others, for as long as that helps.
    """
    best = other = _in_order(before, lines, ())
    for _ in range(orders):
        troubled = [id for id in other.troubled if id not in other.first]
        wanted = [*([id] for id in troubled[:_MOST_ALONE]), *([troubled] if len(troubled) > 1 else ())]
        others = [_in_order(before, lines, (*some, *other.first)) for some in wanted]
        if not others:
            break
        other = min(others, key=lambda one: one.trouble)
        best = min(best, other, key=lambda one: one.trouble)
    return best


def _in_order(before: "_Placing", lines: Sequence[CurveLine], first: tuple[Id, ...]) -> "_Placing":
    """With the quotes of all lines: at first those of some points, one after the other."""
    placing = before.copy()
    placing.first = first
    for id in first:
        for line in lines:
            placing.put_quotes(line, only=(id,))
    for line in lines:
        placing.put_quotes(line, but=first)
    return placing


class _Placing:
    """Puts words one after the other where there still is room."""

    def __init__(self, room: Room, scale: Scale, sizes: Sizes, rings: Sequence[QRectF]) -> None:
        self.quotes: list[Quote] = []
        self.marks: list[Mark] = []
        self.left_over: list[EmotionPoint] = []
        self.first: tuple[Id, ...] = ()
        """The points whose quotes were put before all others."""
        self.far: list[Id] = []
        """The points whose quotes stand far from them."""
        self._reach = 0.0
        """How long all lines to quotes are."""
        self.room = room
        self._scale = scale
        self._sizes = sizes
        self._rings = rings

    def copy(self) -> "_Placing":
        """The same, to be gone on with in another way."""
        other = _Placing(self.room.copy(), self._scale, self._sizes, self._rings)
        other.quotes, other.marks = list(self.quotes), list(self.marks)
        return other

    @property
    def troubled(self) -> Sequence[Id]:
        """The points whose quotes found no room near them."""
        return [*(point.id for point in self.left_over), *self.far]

    @property
    def trouble(self) -> tuple[int, float]:
        """How many quotes found no room, and how far the others are from their points."""
        return len(self.left_over), self._reach + len(self.far) * _FAR

    def put_moved_quotes(self, line: CurveLine) -> None:
        for point, place in zip(line.curve.points, line.places, strict=True):
            if not has_words(point) or point.quote_x is None or point.quote_y is None:
                continue
            callout = self._ways(line, point)[0]
            size, scale = callout.size, self._scale
            x = place.x() + point.quote_x - size.width() / 2
            y = place.y() + point.quote_y - size.height() / 2
            x = min(max(x, scale.left + 4), max(scale.right - size.width() - 4, scale.left))
            y = min(max(y, 4.0), max(scale.height - size.height() - 4, 0.0))
            way = leader(QRectF(QPointF(x, y), size), place, line.ring)
            self._put_quote(line, point, Standing(callout, QPointF(x, y), way))

    def put_quotes(
        self, line: CurveLine, only: Collection[Id] | None = None, but: Collection[Id] = ()
    ) -> None:
        """The quotes of a line; `only` those of some of its points, or all but those of some."""
        for index, (point, place) in enumerate(zip(line.curve.points, line.places, strict=True)):
            is_moved = point.quote_x is not None and point.quote_y is not None
            is_meant = point.id not in but and (only is None or point.id in only)
            if not has_words(point) or is_moved or not is_meant:
                continue
            neighbours = line.places[max(index - 1, 0) : index + 2]
            others = [mark.rectangle for mark in self.marks] + [quote.rectangle for quote in self.quotes]
            own = around(place, line.ring)
            others += [ring for ring in self._rings if not ring.intersects(own)]
            spot = Spot(place, point.value, line.ring, neighbours, line.stage_of(point), line.bold)
            found = place_near(self.room, spot, self._ways(line, point), others)
            if found is None:
                self.left_over.append(point)
            else:
                self._put_quote(line, point, found)
                self.far += [point.id] if found.is_far else []

    def put_mark(self, line: CurveLine, finding: Finding) -> None:
        block = mark_block(line, finding, self._sizes)
        size = mark_size(block, finding, self._sizes)
        found = self.room.find(size, mark_candidates(line, finding, size), FARTHEST)
        if found is None:
            return
        rectangle = QRectF(found, size)
        self.room.take(rectangle)
        self.marks.append(Mark(finding, rectangle, draw_mark(finding, block, rectangle, self._sizes)))

    def _ways(self, line: CurveLine, point: EmotionPoint) -> tuple[CallOut, ...]:
        left, right = line.stage_of(point)
        return callouts_of(point, self._sizes, right - left)

    def _put_quote(self, line: CurveLine, point: EmotionPoint, standing: Standing) -> None:
        callout, corner, way, _ = standing
        rectangle = QRectF(corner, callout.size)
        self.room.take(rectangle)
        ink = line.ink_of(point.value)
        if way is not None:
            self.room.take_line(way)
            self._reach += way.length()
        drawn = (*_draw_leader(way, ink, line.bold), *draw_callout(callout, corner, ink))
        self.quotes.append(Quote(point, rectangle, drawn))


def left_over_by_stage(words: Words) -> dict[Id, list[EmotionPoint]]:
    """The points whose quotes are written under their stage."""
    found: dict[Id, list[EmotionPoint]] = defaultdict(list)
    for point in words.left_over:
        found[point.stage].append(point)
    return found


def _draw_leader(way: QLineF | None, ink: Colour, bold: float) -> Iterator[Lines]:
    if way is not None:
        yield Lines([way], Stroke(ink, _LEADER * bold), seen_from=READABLE)
