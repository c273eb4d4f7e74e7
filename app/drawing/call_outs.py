"""Call-outs: texts in boxes over a map, each with a line to what it speaks of.

One that was moved by hand stands where it was put. Any other looks for a place by itself, over no words.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

from app.drawing.call_out_aims import Aim, Drawn, aim_of
from app.drawing.call_out_room import Surroundings, find_place
from app.drawing.display import Batch, DisplayList, Lines, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.glyphs import circle
from app.drawing.grid import sheet_width, walls_of
from app.drawing.pieces import READABLE, outside
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, balanced, snug
from app.drawing.theme import INK, SHEET
from app.model.document import Document
from app.model.records import CallOut, Id, JourneyMap

_BESIDE, _ABOVE = 0.5, 0.34
"""Around the words, in their size."""
_WIDTHS = (10.0, 7.0, 14.0, 5.0)
"""How many times their size the words are wide at most: the first that finds room wins."""
_EMPTY = 3.0
"""How wide a call-out is that says nothing yet."""
_EDGE = Stroke(INK, 2.4)
_LEADER = Stroke(INK, 2.4)
_RADIUS, _DOT = 7.0, 5.0
_SHORTEST = 6.0
"""A leader shorter than this is not drawn."""
_STRAIGHT = 10.0
"""How much a box and what it speaks of must overlap for a leader that is upright or level."""
_FROM_EDGE = 4.0
_OFF_WORDS = 4.0
"""How far a line stays from words that it passes behind."""


class PlacedCallOut(NamedTuple):
    """A call-out on the sheet: its words, the box around them, and the line to what it speaks of."""

    call_out: CallOut
    block: TextBlock
    rectangle: QRectF
    aim: Aim
    leader: QLineF | None
    ground: QRectF
    """Within which it stays."""
    over: tuple[QRectF, ...] = ()
    """Words behind which its line passes."""
    is_far: bool = False
    """Whether it looked for a place on all of the map, having found none near what it speaks of."""
    made_of: tuple[object, ...] = ()
    """All that its place depends on, where it found that by itself."""

    @property
    def id(self) -> Id:
        return self.call_out.id

    @property
    def words(self) -> QPointF:
        """Where its words begin."""
        unit = self.block.style.size
        return self.rectangle.topLeft() + QPointF(_BESIDE * unit, _ABOVE * unit)

    @property
    def area(self) -> QRectF:
        """All that it is drawn in."""
        found = self.rectangle
        if self.leader is not None:
            found = found.united(QRectF(self.leader.p1(), self.leader.p2()).normalized())
        return found.adjusted(-_DOT - 2, -_DOT - 2, _DOT + 2, _DOT + 2)

    @property
    def shift(self) -> QPointF:
        """How far the middle of its box lies from the place that it speaks of."""
        return self.rectangle.center() - self.aim.place

    def moved(self, shift: QPointF) -> "PlacedCallOut":
        """The same with its box elsewhere, as far as the map reaches."""
        return _standing(self.call_out, self.block, self.aim, self.aim.place + shift, self.ground)

    def led_to(self, place: QPointF) -> "PlacedCallOut":
        """The same with its line to another place, as while that is looked for."""
        aim = Aim(QRectF(place, QSizeF(0, 0)), place)
        return self._replace(aim=aim, leader=_leader(self.rectangle, aim))

    @property
    def display_list(self) -> DisplayList:
        return tuple(_drawn(self))


def call_outs_over(
    document: Document,
    journey_map: JourneyMap,
    drawn: Drawn,
    words_in: Callable[[QRectF], Iterable[QRectF]],
    before: Sequence[PlacedCallOut],
    for_paper: bool,
) -> tuple[PlacedCallOut, ...]:
    """The call-outs of a map that lead to what is drawn of it. On paper those without words are missing.

    `words_in`: where words reach into an area. `before`: the call-outs of a layout of the same map; what
    depends on the same is taken from there.
    """
    sizes, records = drawn.sizes, document.call_outs(journey_map.id)
    if sizes.in_room or not sizes.shown.call_outs or not drawn.rows or not records:
        return ()
    surroundings = _surroundings(journey_map, drawn, words_in)
    known = {one.id: one for one in before if one.made_of}
    meant = [
        (one, aim)
        for one in records
        if (one.text.strip() or not for_paper) and (aim := aim_of(document, drawn, one)) is not None
    ]
    by_hand = [(one, aim) for one, aim in meant if one.box_x is not None and one.box_y is not None]
    placed = [_put(one, aim, drawn.sizes, surroundings) for one, aim in by_hand]
    for one, aim in meant:
        if (one, aim) in by_hand:
            continue
        taken = [each.rectangle for each in placed]
        found = known.get(one.id)
        if found is None or found.made_of != _made_of(one, aim, surroundings, taken, found.is_far):
            found = _find(one, aim, drawn.sizes, surroundings, taken)
        is_on_it = found.ground == surroundings.ground
        placed.append(found if is_on_it else found._replace(ground=surroundings.ground))
    order = {one.id: number for number, (one, _) in enumerate(meant)}
    return tuple(sorted(placed, key=lambda one: order[one.id]))


def _surroundings(
    journey_map: JourneyMap, drawn: Drawn, words_in: Callable[[QRectF], Iterable[QRectF]]
) -> Surroundings:
    rows, columns, sizes = drawn.rows, drawn.columns, drawn.sizes
    left, top, bottom = sizes.section_column, rows[0].y, rows[-1].y + rows[-1].height
    return Surroundings(
        ground=QRectF(left, top, sheet_width(columns) - left, bottom - top),
        rows=rows,
        walls=(*walls_of(journey_map, columns), *sizes.seams),
        words_in=words_in,
        columns=columns,
        discs=[sign.area for sign in drawn.signs if sign.name == "key-point"],
    )


def _made_of(
    call_out: CallOut, aim: Aim, around: Surroundings, taken: Sequence[QRectF], is_far: bool
) -> tuple[object, ...]:
    """All that the place depends on that a call-out finds near what it speaks of, or far from that."""
    area = around.ground if is_far else around.near(aim.rectangle)
    rows = around.rows_in(area)
    discs = (disc for disc in around.discs if disc.intersects(area))
    return (
        call_out,
        aim,
        around.columns,
        around.ground.top(),
        *((id(row.body), row.y, row.height) for row in rows),
        *_as_numbers((area, *discs, *taken)),
    )


def _as_numbers(rectangles: Sequence[QRectF]) -> Iterator[tuple[float, float, float, float]]:
    """Rectangles as plain numbers, which can be compared and kept."""
    yield from ((each.x(), each.y(), each.width(), each.height()) for each in rectangles)


def _put(call_out: CallOut, aim: Aim, sizes: Sizes, surroundings: Surroundings) -> PlacedCallOut:
    assert call_out.box_x is not None
    assert call_out.box_y is not None
    block = _block(call_out.text, sizes, _WIDTHS[0])
    middle = aim.place + QPointF(call_out.box_x, call_out.box_y)
    return _behind_words(_standing(call_out, block, aim, middle, surroundings.ground), surroundings)


def _find(
    call_out: CallOut,
    aim: Aim,
    sizes: Sizes,
    surroundings: Surroundings,
    taken: Sequence[QRectF],
) -> PlacedCallOut:
    """The nearest place that is free; where the whole map has none, beside what it speaks of."""
    blocks = list(dict.fromkeys(_block(call_out.text, sizes, width) for width in _WIDTHS))
    found = find_place(aim.rectangle, [_size(block) for block in blocks], surroundings, taken)
    block = blocks[found.number]
    middle = QRectF(found.corner, _size(block)).center()
    placed = _standing(call_out, block, aim, middle, surroundings.ground)
    made_of = _made_of(call_out, aim, surroundings, taken, found.is_far)
    return _behind_words(placed._replace(is_far=found.is_far, made_of=made_of), surroundings)


def _standing(
    call_out: CallOut, block: TextBlock, aim: Aim, middle: QPointF, ground: QRectF
) -> PlacedCallOut:
    size = _size(block)
    room = ground.adjusted(_FROM_EDGE, _FROM_EDGE, -_FROM_EDGE, -_FROM_EDGE)
    left = max(min(middle.x() - size.width() / 2, room.right() - size.width()), room.left())
    top = max(min(middle.y() - size.height() / 2, room.bottom() - size.height()), room.top())
    rectangle = QRectF(QPointF(left, top), size)
    return PlacedCallOut(call_out, block, rectangle, aim, _leader(rectangle, aim), ground)


def _behind_words(placed: PlacedCallOut, surroundings: Surroundings) -> PlacedCallOut:
    """With its line passing behind the words that are in its way, but for those that it leads to."""
    if placed.leader is None:
        return placed
    way = QRectF(placed.leader.p1(), placed.leader.p2()).normalized().adjusted(-1, -1, 1, 1)
    end = placed.leader.p2()
    over = (
        words.adjusted(-_OFF_WORDS, -_OFF_WORDS, _OFF_WORDS, _OFF_WORDS)
        for words in surroundings.words_in(way)
    )
    return placed._replace(over=tuple(each for each in over if not each.contains(end)))


def _block(text: str, sizes: Sizes, width: float) -> TextBlock:
    style = sizes.quote
    block = balanced(text, style, width * style.size)
    return snug(block) if block.is_mirrored else block


def _size(block: TextBlock) -> QSizeF:
    unit = block.style.size
    width = max(block.width, _EMPTY * unit)
    return QSizeF(width + 2 * _BESIDE * unit, block.height + 2 * _ABOVE * unit)


def _leader(box: QRectF, aim: Aim) -> QLineF | None:
    """From the box to what it speaks of: upright or level where they overlap, else from middle to middle."""
    other = aim.rectangle
    x = _shared(box.left(), box.right(), other.left(), other.right())
    y = _shared(box.top(), box.bottom(), other.top(), other.bottom())
    start, end = box.center(), other.center()
    if x is not None:
        start, end = QPointF(x, start.y()), QPointF(x, end.y())
    elif y is not None:
        start, end = QPointF(start.x(), y), QPointF(end.x(), y)
    start, end = _on_edge(box, start, end), _on_edge(other, end, start)
    length = hypot(end.x() - start.x(), end.y() - start.y())
    if box.contains(end) or length < aim.clear + _SHORTEST:
        return None
    return QLineF(start, end + (start - end) * (aim.clear / length))


def _shared(start: float, end: float, other_start: float, other_end: float) -> float | None:
    """The middle of what two spans share, where that is enough; of a place, that it lies well inside."""
    first, last = max(start, other_start), min(end, other_end)
    least = min(_STRAIGHT, other_end - other_start)
    inside = start + _STRAIGHT / 2 <= (first + last) / 2 <= end - _STRAIGHT / 2
    return (first + last) / 2 if last - first >= least and inside else None


def _on_edge(box: QRectF, inside: QPointF, towards: QPointF) -> QPointF:
    """Where the line from a place of a box to one outside of it leaves the box."""
    way = towards - inside
    shares = [1.0]
    if way.x():
        shares.append(((box.right() if way.x() > 0 else box.left()) - inside.x()) / way.x())
    if way.y():
        shares.append(((box.bottom() if way.y() > 0 else box.top()) - inside.y()) / way.y())
    return inside + way * max(min(shares), 0.0)


def _drawn(placed: PlacedCallOut) -> Iterator[Batch]:
    if placed.leader is not None:
        pieces = [placed.leader]
        for words in placed.over:
            pieces = [left for piece in pieces for left in outside(piece, words)]
        yield Lines(pieces, _LEADER, seen_from=READABLE)
        yield Paths(circle(_DOT), [placed.leader.p2()], fill=INK, seen_from=READABLE)
    yield Rectangles([placed.rectangle], fill=SHEET, stroke=_EDGE, radius=_RADIUS)
    place = placed.words
    yield Texts([PlacedText(place.x(), place.y(), placed.block)], INK, seen_from=READABLE)
