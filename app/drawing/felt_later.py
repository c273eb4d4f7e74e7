"""Arrows from pain points up to the points of a curve, in later stages, at which they are felt.

They run in the gap between the curve's section and that of the notes below it, and from there straight up;
where words are in the way they end at those of the point itself, or are not drawn.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.arrows import HEAD, LINE, draw_ends
from app.drawing.display import Batch, Lines, Stroke
from app.drawing.grid import sheet_width
from app.drawing.pieces import READABLE
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.signs import Gap, Sign, box_at_edge
from app.drawing.theme import NOTE_SIGN_INKS
from app.model.document import Document
from app.model.records import FeltLater, Note

_LINE = Stroke(NOTE_SIGN_INKS["pink"], LINE)
_DASH, _GAP = 11.0, 7.0
_LANE = 9.0
"""Above the notes the first arrow turns; each further one a little higher."""
_LANES = 3
_CLEAR = 5.0
_OFF_RING = 6.0


def felt_later(document: Document, gap: Gap) -> Sign | None:
    """The arrows between a curve above and notes below it."""
    ways = list(_ways(document, gap))
    if not ways:
        return None
    points = [point for way in ways for point in way]
    top, bottom = min(one.y() for one in points), max(one.y() for one in points)
    area = QRectF(gap.columns[0].x, top - HEAD, sheet_width(gap.columns), bottom - top + 2 * HEAD)
    return Sign(area, tuple(_drawn(ways)), name="felt-later")


def _ways(document: Document, gap: Gap) -> Iterator[tuple[QPointF, ...]]:
    graph, columns = gap.above, {column.stage.id: column for column in gap.columns}
    if not isinstance(graph, GraphBody):
        return
    for number, one in enumerate(each for each in gap.relations if isinstance(each, FeltLater)):
        note = document.find(one.note)
        if not isinstance(note, Note) or note.section != gap.sections[1] or note.stage not in columns:
            continue
        box = box_at_edge(gap.below, gap.tops[1], gap.heights[1], columns[note.stage], note.id, -1)
        place = graph.place_of(one.point)
        if box is None or place is None:
            continue
        lane = box.top() - _LANE * (1 + (number % _LANES) * 0.7)
        end = _end(graph, one.point, place, lane - gap.tops[0])
        if end is not None:
            start = QPointF(min(max(place.x(), box.left() + 20), box.right() - 44), box.top())
            tip = end + QPointF(0, gap.tops[0])
            yield start, QPointF(start.x(), lane), QPointF(tip.x(), lane), tip


def _end(graph: GraphBody, point: str, place: QPointF, bottom: float) -> QPointF | None:
    """Where an arrow ends that comes from below: at the point, or at its words where these are below it."""
    lines = [line for line in graph.lines if any(one.id == point for one in line.curve.points)]
    top = place.y() + lines[0].ring + _OFF_RING
    own: float | None = None
    for quote in graph.words.quotes:
        rectangle = quote.rectangle.adjusted(-_CLEAR, -_CLEAR, _CLEAR, _CLEAR)
        if rectangle.left() < place.x() < rectangle.right() and rectangle.bottom() > place.y():
            if quote.point.id != point:
                return None
            own = quote.rectangle.bottom() + _OFF_RING
    for mark in graph.words.marks:
        rectangle = mark.rectangle.adjusted(-_CLEAR, 0, _CLEAR, 0)
        is_below = rectangle.left() < place.x() < rectangle.right() and rectangle.top() > place.y()
        if is_below and mark.finding.points[0].id == point:
            own = max(own or 0.0, rectangle.bottom() + _OFF_RING)
    if own is not None:
        top = max(top, own)
    way = QRectF(place.x() - _CLEAR, top, 2 * _CLEAR, max(bottom - top, 0.0))
    marks = [mark.rectangle for mark in graph.words.marks]
    return (
        None if any(mark.intersects(way) for mark in (*marks, *graph.foot_words)) else QPointF(place.x(), top)
    )


def _drawn(ways: Sequence[tuple[QPointF, ...]]) -> Iterator[Batch]:
    dashes: list[QLineF] = []
    for start, turn, under, tip in ways:
        for line in (QLineF(start, turn), QLineF(turn, under), QLineF(under, tip + QPointF(0, HEAD - 2))):
            dashes += _dashed(line)
    yield Lines(dashes, _LINE, seen_from=READABLE)
    yield from draw_ends([way[0] for way in ways], [way[-1] for way in ways], _LINE.colour, is_up=True)


def _dashed(line: QLineF) -> Iterator[QLineF]:
    length, at = line.length(), 0.0
    while at < length:
        yield QLineF(line.pointAt(at / length), line.pointAt(min((at + _DASH) / length, 1.0)))
        at += _DASH + _GAP
