"""The signs of a map as a whole: what is drawn between its sections and on its notes, and what that is."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF

from app.drawing.felt_later import felt_later
from app.drawing.footnotes import Footnotes, draw_numbers_of_footnotes
from app.drawing.grid import Column
from app.drawing.note_looks import Emphasis
from app.drawing.sections.kind import can_stand_out
from app.drawing.signs import Filled, Gap, PlacedSection, Sign, connectors
from app.drawing.sizes import Sizes
from app.model.document import Document
from app.model.records import Id, Record

Gaps = Mapping[tuple[object, ...], Filled]
"""What is drawn between each two sections, by all that it depends on."""
NO_GAPS: Gaps = {}


def gaps_between(
    document: Document,
    rows: Sequence[PlacedSection],
    columns: tuple[Column, ...],
    sizes: Sizes,
    known: Gaps,
) -> Gaps:
    """What is drawn between each two sections; of those that are known, where that is the same."""
    relations = document.relations() if sizes.shown.connectors and not sizes.in_room else ()
    felt = document.felt_later() if sizes.shown.felt_later and not sizes.in_room else ()
    found: dict[tuple[object, ...], Filled] = {}
    for above, below in pairwise(rows) if columns else ():
        is_of_notes = can_stand_out(above.body)
        records: tuple[Record, ...] = relations if is_of_notes else felt
        if not records or not can_stand_out(below.body):
            continue
        sections, tops = (above.section.id, below.section.id), (above.y, below.y)
        heights = (above.height, below.height)
        gap = Gap(above.body, below.body, sections, tops, heights, records, columns)
        draw = connectors if is_of_notes else felt_later
        found[gap.made_of] = known.get(gap.made_of) or Filled(gap, draw(document, gap))
    return found


def numbers_of_footnotes(rows: Sequence[PlacedSection], footnotes: Footnotes, width: float) -> Iterator[Sign]:
    """The numbers of footnotes on notes."""
    for row in rows:
        boxes = row.body.boxes(0, width, row.height)
        numbered = [(footnotes.numbers[id], box.translated(0, row.y)) for id, box in boxes
                    if id in footnotes.numbers]  # fmt: skip
        if numbered:
            yield Sign(QRectF(0, row.y, width, row.height), draw_numbers_of_footnotes(numbered), "footnote")


def signs_over(
    columns: Sequence[Column], emphasis: Mapping[Id, Emphasis], signs: Sequence[Sign]
) -> Iterator[str]:
    """The signs of a map as a whole, by the names that the legend knows."""
    yield from emphasis.values()
    if any(column.has_moment for column in columns):
        yield "moment"
    yield from (sign.name for sign in signs if sign.name)
