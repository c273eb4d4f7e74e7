"""Where something stands beside a thing on the canvas: over it, or below; never outside the canvas."""

from PySide6.QtCore import QPoint, QRect, QSize

GAP = 8
"""Logical pixels between what is picked and what stands beside it."""


def beside(thing: QRect, size: QSize, room: QRect) -> QPoint | None:
    """The upper left corner for a bar of a size in the middle over a thing, else below it.

    None where the thing is not in the room, or the room has no place for the bar.
    """
    seen = thing.intersected(room)
    if seen.isEmpty() or size.width() > room.width() or size.height() > room.height():
        return None
    x = seen.center().x() - size.width() // 2
    x = min(max(x, room.left()), room.right() + 1 - size.width())
    above, below = seen.top() - GAP - size.height(), seen.bottom() + 1 + GAP
    if above >= room.top():
        return QPoint(x, above)
    if below + size.height() <= room.bottom() + 1:
        return QPoint(x, below)
    # What is picked fills the room from top to bottom: over its upper end.
    return QPoint(x, room.top())


def next_to(bar: QRect, size: QSize, room: QRect) -> QPoint:
    """The upper left corner for a card that belongs to a bar: right of it, else left."""
    x = bar.right() + 1 + GAP
    if x + size.width() > room.right() + 1:
        x = bar.left() - GAP - size.width()
    return QPoint(
        max(min(x, room.right() + 1 - size.width()), room.left()),
        max(min(bar.top(), room.bottom() + 1 - size.height()), room.top()),
    )
