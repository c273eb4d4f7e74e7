"""The rows of a map: each section laid out over all stages, one below the other.

What is the same as in the layout before is taken over from it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.display import DisplayList
from app.drawing.grid import Column
from app.drawing.section_name import draw_name, name_height
from app.drawing.sections import kind_of
from app.drawing.sections.folded import lay_out_folded
from app.drawing.sections.kind import Body, BodyBesideNames, LiveBody
from app.drawing.sizes import Sizes
from app.model.document import Document
from app.model.records import Id, Section


class Row(NamedTuple):
    """A section laid out: from `y` on, `height` high."""

    section: Section
    y: float
    height: float
    body: Body
    name: DisplayList
    """The section's name and glyph, from the row's top left corner."""
    beside: DisplayList = ()
    """What the body says in the names' column."""

    @property
    def bottom(self) -> float:
        return self.y + self.height


def bodies_of(
    document: Document,
    sections: Sequence[Section],
    columns: tuple[Column, ...],
    sizes: Sizes,
    before: Mapping[Id, Body],
) -> dict[Id, Body]:
    """What stands in each section, by its id."""
    found = {}
    for section in sections:
        lay_out_body = lay_out_folded if section.is_folded else kind_of(section.section_kind).lay_out
        found[section.id] = lay_out_body(document, section, columns, sizes, before.get(section.id))
    return found


def rows_of(
    sections: Sequence[Section],
    bodies: Mapping[Id, Body],
    sizes: Sizes,
    top: float,
    before: Mapping[Id, Row],
) -> tuple[Row, ...]:
    """The sections with their bodies, from `top` on."""
    rows: list[Row] = []
    y = top
    for section in sections:
        row = _row(section, bodies[section.id], sizes, y, before.get(section.id))
        rows.append(row)
        y = row.bottom
    return tuple(rows)


def words_in_the_open(rows: Sequence[Row]) -> Iterator[QRectF]:
    """Where the words of curves stand on the sheet, which no stage holds."""
    for row in rows:
        if row.body.flow == "by itself" and isinstance(row.body, LiveBody):
            yield from (block.translated(0, row.y) for block in row.body.blocks)


def _row(section: Section, body: Body, sizes: Sizes, y: float, before: Row | None) -> Row:
    height = max(body.height, 0 if section.is_folded else section.height or 0, name_height(section, sizes))
    if before is not None and before.body is body:
        beside = before.beside
    else:
        beside = body.beside if isinstance(body, BodyBesideNames) else ()
    if before is None or before.section is not section:
        sign = section.glyph or kind_of(section.section_kind).glyph
        return Row(section, y, height, body, draw_name(section, sign, sizes), beside)
    same = before.body is body and (before.y, before.height) == (y, height)
    return before if same else Row(section, y, height, body, before.name, beside)
