"""How large a map's title and its stages' names become: as large as their words have room."""

from collections.abc import Collection, Sequence
from math import ceil

from app.drawing.grid import Column
from app.drawing.sizes import Sizes
from app.drawing.stages import name_width
from app.drawing.text import least_width, lines_at, text_block
from app.drawing.theme import NOTE, STAGE_NAME, TITLE
from app.model.records import Id, JourneyMap, Stage
from app.pages.composition.spans import NARROWEST, WIDEST, Span

LEAST_STAGE = 120.0
TITLE_SHARE = 0.44
"""How much of the width a title has, beside personas and facts."""
_TITLE_SHARES, _SMALLER_SHARES = (1.0, 0.9, 0.8, 0.72), (0.64, 0.58, 0.52)
"""How much smaller a title becomes for one line; and for two."""
_IN_TWO_LINES = 0.8
"""To what share of their size they shrink so that none takes three lines."""


Moments = Collection[Id]
"""The stages with a moment of truth, whose headers have a star."""


def least_stage(stage: Stage, sizes: Sizes, moments: Moments = ()) -> float:
    """How wide a stage is at least, so that the words of its name stay whole."""
    return max(_around(stage, sizes, moments) + least_width(stage.name, sizes.stage_name) + 1, LEAST_STAGE)


def fitting_names(
    stages: Sequence[Stage], spans: Sequence[Span], sizes: Sizes, least: float, moments: Moments = ()
) -> float:
    """How many times as large as notes stages' names are: smaller, where their words would be broken, or
    where they would take a third line. `least` is the smallest multiple.
    """
    usual = round(sizes.stage_name.size)
    smaller = range(usual, ceil(NOTE.size * least) - 1, -1)
    fitting = [size for size in smaller if _are_whole(stages, spans, sizes, size, moments)]
    if not fitting:
        return min(usual / NOTE.size, least)
    equal = min(width / len(some) for some, width in spans)
    for size in fitting:
        is_large = size >= _IN_TWO_LINES * usual
        if is_large and all(_lines(stage, equal, sizes, size, moments) <= 2 for stage in stages):
            return size / NOTE.size
    return fitting[0] / NOTE.size


def _are_whole(
    stages: Sequence[Stage], spans: Sequence[Span], sizes: Sizes, size: float, moments: Moments
) -> bool:
    """Whether all words of the names have room beside each other in type of that size."""
    for some, room in spans:
        equal = room / len(some)
        widths = [_around(stages[at], sizes, moments) + _word(stages[at]) * size for at in some]
        if max(widths) > WIDEST * equal or sum(max(one, NARROWEST * equal) for one in widths) > room:
            return False
    return True


def _word(stage: Stage) -> float:
    """The width of the widest word of a name, for each unit of its type's size."""
    return (least_width(stage.name, STAGE_NAME) + 1) / STAGE_NAME.size


def _lines(stage: Stage, width: float, sizes: Sizes, size: float, moments: Moments) -> int:
    """Of a name in a stage so wide; as wide as type is smaller, so that it is measured in one type only."""
    room = width - _around(stage, sizes, moments)
    return lines_at(stage.name, STAGE_NAME, room * STAGE_NAME.size / size) or 1


def _around(stage: Stage, sizes: Sizes, moments: Moments) -> float:
    """What a header takes of its stage's width beside the name."""
    return LEAST_STAGE - name_width(Column(stage, 0.0, LEAST_STAGE, stage.id in moments), sizes)


def fitting_title(journey_map: JourneyMap, most: float, width: float) -> float:
    """How many times as large as notes a title is: smaller where it takes fewer lines then."""
    room = width * TITLE_SHARE
    multiples = [most * share for share in _TITLE_SHARES]
    for lines in (1, 2, 3):
        for multiple in multiples:
            # As wide as the type is smaller: so that a text is broken in one type only.
            place = room * TITLE.size / (NOTE.size * multiple)
            block = text_block(journey_map.title, TITLE, place)
            if block.line_count <= lines and least_width(journey_map.title, TITLE) <= place:
                return round(NOTE.size * multiple) / NOTE.size
        multiples = [most * share for share in (*_TITLE_SHARES, *_SMALLER_SHARES)]
    return round(NOTE.size * multiples[-1]) / NOTE.size
