"""Arrows from one rectangle on a map to another, and the ends of lines that lead from note to note."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, Outline, Paths
from app.drawing.glyphs import circle, polygon
from app.drawing.pieces import READABLE
from app.drawing.theme import Colour

LINE = 3.2
"""How thick lines from note to note are."""
HEAD = 13.0
"""How far the head at their end reaches."""
_DOT = circle(5.5)


def draw_ends(
    starts: Sequence[QPointF], tips: Sequence[QPointF], colour: Colour, is_up: bool = False
) -> Iterator[Batch]:
    """Dots where upright lines begin, and heads where they arrive, from above or, where they go up, below."""
    yield Paths(_DOT, starts, fill=colour, seen_from=READABLE)
    back = HEAD if is_up else -HEAD
    head = polygon((0, 0), (-HEAD * 0.55, back), (HEAD * 0.55, back))
    yield Paths(head, tips, fill=colour, seen_from=READABLE)


def arrow(start: QRectF, end: QRectF, head: float = 12.0) -> tuple[Outline, Outline, QPointF]:
    """A curve from the middle of one rectangle's nearer edge to the other's; its head; where it begins."""
    tail, tip = _between(start, end)
    return _curve(tail, tip), _head(tail, tip, head), tail


def _between(start: QRectF, end: QRectF) -> tuple[QPointF, QPointF]:
    if end.top() >= start.bottom():
        return QPointF(start.center().x(), start.bottom()), QPointF(end.center().x(), end.top())
    if end.bottom() <= start.top():
        return QPointF(start.center().x(), start.top()), QPointF(end.center().x(), end.bottom())
    if end.left() >= start.right():
        return QPointF(start.right(), start.center().y()), QPointF(end.left(), end.center().y())
    return QPointF(start.left(), start.center().y()), QPointF(end.right(), end.center().y())


def _is_upright(start: QPointF, end: QPointF) -> bool:
    return abs(end.y() - start.y()) > abs(end.x() - start.x()) * 0.2


def _curve(start: QPointF, end: QPointF) -> Outline:
    across = QPointF((end.x() - start.x()) / 2, 0)
    along = QPointF(0, (end.y() - start.y()) / 2) if _is_upright(start, end) else across
    first, second = start + along, end - along
    return (
        ("M", start.x(), start.y()),
        ("C", first.x(), first.y(), second.x(), second.y(), end.x(), end.y()),
    )


def _head(start: QPointF, end: QPointF, size: float) -> Outline:
    """Pointing the way that the curve arrives."""
    along = QPointF(0, 1) if _is_upright(start, end) else QPointF(1, 0)
    if QPointF.dotProduct(end - start, along) < 0:
        along = -along
    across = QPointF(-along.y(), along.x())
    left = end - along * size + across * size * 0.55
    right = end - along * size - across * size * 0.55
    return (("M", end.x(), end.y()), ("L", left.x(), left.y()), ("L", right.x(), right.y()), ("Z",))
