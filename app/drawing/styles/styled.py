"""A drawing in a style: a function from one display list to another, as looks are, and before them."""

from collections.abc import Iterator
from dataclasses import replace

from app.drawing.display import (
    Batch,
    DisplayList,
    Rectangles,
    Texts,
)
from app.drawing.recolouring import recoloured
from app.drawing.styles.headings import in_heading_font
from app.drawing.styles.palette import in_colours
from app.drawing.styles.shapes import HEADERS, NOTES
from app.drawing.theme import NOTE_RADIUS
from app.model.records import Style

_OWN = Style(id="own")
"""The program's own style, in which everything is drawn at first."""


def is_as_drawn(style: Style | None) -> bool:
    """Whether a style changes nothing of a drawing but, perhaps, the font of its texts."""
    return style is None or all(getattr(style, field) == getattr(_OWN, field) for field in _SEEN)


_SEEN = ("colours", "heading_font", "text_font", "note_shape", "header_shape", "radius")


def styled(display_list: DisplayList, style: Style | None) -> DisplayList:
    """A drawing in the colours, shapes and fonts of a style. Nothing in it is moved."""
    if style is None or is_as_drawn(style):
        return display_list
    return tuple(done for batch in display_list for done in _styled(batch, style))


def _styled(batch: Batch, style: Style) -> Iterator[Batch]:
    shaped = HEADERS[style.header_shape](batch, style)
    for one in shaped:
        for each in NOTES[style.note_shape](one, style):
            yield _coloured(each, style)


def _coloured(batch: Batch, style: Style) -> Batch:
    coloured = recoloured(batch, lambda colour: in_colours(colour, style.colours))
    match coloured:
        case Rectangles():
            return replace(coloured, radius=coloured.radius * style.radius / NOTE_RADIUS)
        case Texts():
            return replace(coloured, texts=in_heading_font(coloured.texts, style))
        case _:
            return coloured
