"""The part of a drawing that lies in an area, so that a sheet of a poster holds no more than it shows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import (
    Batch,
    DisplayList,
    Lines,
    Links,
    Paths,
    Pictures,
    PlacedText,
    Rectangles,
    Stroke,
    Texts,
)
from app.drawing.qt_values import painter_path

_LEANS_OUT = 4.0
"""Map units by which letters may reach out of their lines."""

T = TypeVar("T")


def within(display_list: DisplayList, area: QRectF) -> DisplayList:
    """What reaches into an area, whole: a line that leaves it is not cut."""
    return tuple(culled for batch in display_list if (culled := _within(batch, area)) is not None)


def text_bounds(text: PlacedText) -> QRectF:
    """Where a block of text is seen, not all the room that it was given."""
    x, y, block = text
    begins_left = block.style.align == "left" and not block.is_mirrored
    width = block.width if begins_left else max(block.available, block.width)
    return QRectF(x, y, width, block.height)


def _within(batch: Batch, area: QRectF) -> Batch | None:
    match batch:
        case Rectangles(rectangles=all_rectangles):
            rectangles = _kept(all_rectangles, _reaches_into(_grown(area, _reach(batch.stroke))))
            return _batch(batch, all_rectangles, rectangles, lambda: replace(batch, rectangles=rectangles))
        case Lines(lines=all_lines):
            spans = _spans(_grown(area, _reach(batch.stroke)))
            lines = _kept(all_lines, spans)
            return _batch(batch, all_lines, lines, lambda: replace(batch, lines=lines))
        case Paths(places=all_places):
            places = _kept(all_places, _draws_into(area, batch))
            return _batch(batch, all_places, places, lambda: replace(batch, places=places))
        case Texts(is_turned=True):
            return batch
        case Texts(texts=all_texts):
            reaches = _reaches_into(_grown(area, _LEANS_OUT))
            texts = _kept(all_texts, lambda text: reaches(text_bounds(text)))
            return _batch(batch, all_texts, texts, lambda: replace(batch, texts=texts))
        case Pictures(pictures=all_pictures):
            reaches = _reaches_into(area)
            pictures = _kept(all_pictures, lambda picture: reaches(picture.rectangle))
            return _batch(batch, all_pictures, pictures, lambda: replace(batch, pictures=pictures))
        case Links(links=all_links):
            reaches = _reaches_into(area)
            links = _kept(all_links, lambda link: reaches(link.rectangle))
            return _batch(batch, all_links, links, lambda: replace(batch, links=links))


def _kept(things: Sequence[T], is_in: Callable[[T], bool]) -> list[T]:
    return [thing for thing in things if is_in(thing)]


def _batch(batch: Batch, all: Sequence[T], kept: Sequence[T], with_kept: Callable[[], Batch]) -> Batch | None:
    """The batch with what is kept of it: itself where that is all, none where that is nothing."""
    if not kept:
        return None
    return batch if len(kept) == len(all) else with_kept()


def _reaches_into(area: QRectF) -> Callable[[QRectF], bool]:
    left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()

    def reaches(box: QRectF) -> bool:
        x, y = box.x(), box.y()
        return x < right and x + box.width() > left and y < bottom and y + box.height() > top

    return reaches


def _spans(area: QRectF) -> Callable[[QLineF], bool]:
    left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()

    def spans(line: QLineF) -> bool:
        x1, y1, x2, y2 = line.x1(), line.y1(), line.x2(), line.y2()
        across = min(x1, x2) <= right and max(x1, x2) >= left
        return across and min(y1, y2) <= bottom and max(y1, y2) >= top

    return spans


def _draws_into(area: QRectF, batch: Paths) -> Callable[[QPointF], bool]:
    bounds = _grown(painter_path(batch.outline).boundingRect(), _reach(batch.stroke))
    left, top = area.left() - bounds.right(), area.top() - bounds.bottom()
    right, bottom = area.right() - bounds.left(), area.bottom() - bounds.top()
    return lambda place: left < place.x() < right and top < place.y() < bottom


def _grown(area: QRectF, by: float) -> QRectF:
    return area.adjusted(-by, -by, by, by)


def _reach(stroke: Stroke | None) -> float:
    return stroke.width / 2 if stroke else 0.0


def all_text_bounds(display_list: DisplayList) -> Iterator[QRectF]:
    for batch in display_list:
        if isinstance(batch, Texts) and not batch.is_turned:
            yield from (text_bounds(text) for text in batch.texts if text.block.text)
