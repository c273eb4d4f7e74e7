"""The words on an emotional graph: call-outs and marks, each where it covers nothing.

A quote that was moved by hand stands where it was put. All others look for a free place near their point;
quotes that find none are written under their stage, below the band, so that none is ever lost.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import DisplayList, Lines, Stroke
from app.drawing.pieces import READABLE
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


class Quote(NamedTuple):
    """What a point says: its words, and where they stand."""

    point: EmotionPoint
    rectangle: QRectF
    display_list: DisplayList


class Words(NamedTuple):
    """All words of a graph. `left_over` are the points whose quotes found no place."""

    quotes: tuple[Quote, ...]
    marks: tuple[Mark, ...]
    left_over: tuple[EmotionPoint, ...]

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
) -> Words:
    """Find room for the quotes of all curves and the marks of the one in front, which is the last."""
    room = Room(scale.left, scale.right, scale.height)
    for taken in (*lines, *([ghost] if ghost else ())):
        room.joined(taken.taken)
    for end in ends(scale, sizes):
        room.take(end)
    for wall in scale.walls:
        room.take(QRectF(wall - CELL, 0, 2 * CELL, scale.height))
    placing = _Placing(room, scale, sizes)
    for line in lines if sizes.shown.quotes else ():
        placing.put_moved_quotes(line)
    findings = _findings(lines, thresholds, sizes)
    for finding in findings:
        if finding.kind in ("peak", "trough"):
            placing.put_mark(lines[-1], finding)
    for line in reversed(lines) if sizes.shown.quotes else ():
        placing.put_quotes(line)
    # Call-outs hide the middle line; marks would be struck by it.
    room.take(QRectF(scale.left, scale.y_of(0), scale.right - scale.left, 0))
    for kind in OTHERS:
        for finding in findings:
            if finding.kind == kind:
                placing.put_mark(lines[-1], finding)
    return Words(tuple(placing.quotes), tuple(placing.marks), tuple(placing.left_over))


def _findings(lines: Sequence[CurveLine], thresholds: Thresholds, sizes: Sizes) -> list[Finding]:
    """What is read from the curve in front, as far as it is to be marked."""
    if not lines:
        return []
    findings = read_curve(lines[-1].curve.points, thresholds)
    if sizes.shown.reading is None:
        return extremes(findings) if sizes.marks_only_extremes else findings
    return findings if sizes.shown.reading else []


class _Placing:
    """Puts words one after the other where there still is room."""

    def __init__(self, room: Room, scale: Scale, sizes: Sizes) -> None:
        self.quotes: list[Quote] = []
        self.marks: list[Mark] = []
        self.left_over: list[EmotionPoint] = []
        self._room = room
        self._scale = scale
        self._sizes = sizes

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

    def put_quotes(self, line: CurveLine) -> None:
        for index, (point, place) in enumerate(zip(line.curve.points, line.places, strict=True)):
            if not has_words(point) or (point.quote_x is not None and point.quote_y is not None):
                continue
            around = line.places[max(index - 1, 0) : index + 2]
            others = [mark.rectangle for mark in self.marks] + [quote.rectangle for quote in self.quotes]
            spot = Spot(place, point.value, line.ring, around, line.stage_of(point), line.bold)
            found = place_near(self._room, spot, self._ways(line, point), others)
            if found is None:
                self.left_over.append(point)
            else:
                self._put_quote(line, point, found)

    def put_mark(self, line: CurveLine, finding: Finding) -> None:
        block = mark_block(line, finding, self._sizes)
        size = mark_size(block, finding, self._sizes)
        found = self._room.find(size, mark_candidates(line, finding, size), FARTHEST)
        if found is None:
            return
        rectangle = QRectF(found, size)
        self._room.take(rectangle)
        self.marks.append(Mark(finding, rectangle, draw_mark(finding, block, rectangle, self._sizes)))

    def _ways(self, line: CurveLine, point: EmotionPoint) -> tuple[CallOut, ...]:
        left, right = line.stage_of(point)
        return callouts_of(point, self._sizes, right - left)

    def _put_quote(self, line: CurveLine, point: EmotionPoint, standing: Standing) -> None:
        callout, corner, way = standing
        rectangle = QRectF(corner, callout.size)
        self._room.take(rectangle)
        ink = line.ink_of(point.value)
        if way is not None:
            self._room.take_line(way)
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
