"""The looks of a poster: for printers without colour, and for those whose ink is dear.

A look turns one display list into another; no painter knows of it. Glyphs, tabs and dashes are on the map
in any case, so what a colour means can be told without it.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QSizeF

from app.drawing.display import (
    Batch,
    DisplayList,
    Paths,
    Pictures,
    Rectangles,
    Stroke,
    Texts,
)
from app.drawing.qt_values import painter_path
from app.drawing.recolouring import recoloured
from app.drawing.theme import (
    AREA_ABOVE,
    AREA_BELOW,
    CODE,
    DISC,
    INK,
    NOTE_FILLS,
    ON_TOP_IDEA,
    SHEET,
    TOP_IDEA,
    Colour,
    Mix,
    contrast,
)

Look = Literal["colour", "greyscale", "ink-saving"]

_SMALL = 60.0
"""Map units: what is smaller than this, such as a glyph or a ring, keeps its fill to save ink."""
_PALE = 0.85
"""The luminance from which on a fill is a tint of the paper, not a colour of its own."""
_PALE_WORDS = 0.3
"""The luminance from which on words have less than 3 : 1 on white paper."""
_THIN = 10.0
"""Map units: the same for what is so narrow, such as the bar of a card."""
_EDGE, _BOLD_EDGE = 3.0, 5.0
_AREAS = (AREA_ABOVE.role, AREA_BELOW.role)
_NOTES = frozenset(fill.role for fill in NOTE_FILLS.values())


def in_look(display_list: DisplayList, look: Look) -> DisplayList:
    return _LOOKS[look](display_list)


def greyscale(display_list: DisplayList) -> DisplayList:
    """Every colour as the grey of the same luminance, so that every contrast stays what it was.

    Pictures and emoji become grey as well.
    """
    return tuple(map(_greyed, display_list))


def ink_saving(display_list: DisplayList) -> DisplayList:
    """White notes with coloured edges: no large fills, no shadows, dark words where they stood on fills."""
    return tuple(saved for batch in display_list for saved in _saved(batch))


def _saved(batch: Batch) -> Iterator[Batch]:
    match batch:
        case Rectangles(fill=Colour() as fill) | Paths(fill=Colour() as fill) if batch.stroke is None:
            yield from _without_fill(batch, fill)
        case Paths(fill=None, stroke=Stroke() as stroke) if stroke.colour.role == ON_TOP_IDEA.role:
            yield replace(batch, stroke=stroke._replace(colour=INK))
        case Rectangles(fill=Colour() as fill) if _luminance(fill) > _PALE or _is_of_a_note(fill):
            yield replace(batch, fill=SHEET)
        case Texts():
            yield replace(batch, colour=INK) if _luminance(batch.colour) > _PALE_WORDS else batch
        case _:
            yield batch


def _without_fill(batch: Rectangles | Paths, fill: Colour) -> Iterator[Batch]:
    """What is a fill without an edge; what has white words on it becomes white, however small it is."""
    if fill.role == ON_TOP_IDEA.role:
        yield replace(batch, fill=INK)
    elif fill.role in _AREAS or fill.alpha < 1 or (_luminance(fill) > _PALE and _is_tint(fill)):
        return
    elif isinstance(fill.role, Mix) and _is_of_a_note(fill):
        # The edge of an assumption is in dashes.
        yield replace(batch, fill=SHEET)
    elif fill.role == CODE.role or (fill.role != DISC.role and _is_small(batch)):
        yield batch
    else:
        wide = _BOLD_EDGE if fill.role == TOP_IDEA.role else _EDGE
        yield replace(batch, fill=SHEET, stroke=Stroke(_edge(fill), wide))


def _is_of_a_note(fill: Colour) -> bool:
    """Whether it is what a note is filled with, paler where that is an assumption."""
    role = fill.role.one.role if isinstance(fill.role, Mix) else fill.role
    return role in _NOTES


def _is_tint(fill: Colour) -> bool:
    """Whether a colour is the paper with a breath of something: next to no difference between its parts."""
    return max(fill[:3]) - min(fill[:3]) < 24


def _is_small(batch: Paths | Rectangles) -> bool:
    """Whether its fill takes next to no ink: a glyph, a ring, the bar of a card."""
    if isinstance(batch, Rectangles):
        return all(min(one.width(), one.height()) < _THIN for one in batch.rectangles)
    size: QSizeF = painter_path(batch.outline).boundingRect().size()
    return max(size.width(), size.height()) < _SMALL


def _edge(fill: Colour) -> Colour:
    """The colour dark enough to be seen as a line on white: half as light and no darker than ink needs."""
    dark = fill
    while _luminance(dark) > 0.35:
        red, green, blue = (round(part * 0.9 - 8) if part > 8 else 0 for part in dark[:3])
        dark = Colour(red, green, blue)
    return dark


@lru_cache(maxsize=1024)
def _luminance(colour: Colour) -> float:
    """0 for black to 1 for white."""
    return contrast(colour, Colour(0, 0, 0)) * 0.05 - 0.05


@lru_cache(maxsize=1024)
def _grey(colour: Colour) -> Colour:
    linear = _luminance(colour)
    share = linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    level = round(share * 255)
    return Colour(level, level, level, colour.alpha)


def _greyed(batch: Batch) -> Batch:
    grey = recoloured(batch, _grey)
    return replace(grey, is_grey=True) if isinstance(grey, Texts | Pictures) else grey


def _same(display_list: DisplayList) -> DisplayList:
    return display_list


_LOOKS: dict[Look, Callable[[DisplayList], DisplayList]] = {
    "colour": _same,
    "greyscale": greyscale,
    "ink-saving": ink_saving,
}
