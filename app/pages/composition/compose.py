"""The verb that arranges a map for its paper."""

from math import sqrt
from typing import NamedTuple

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import step_label
from app.model.project_language import in_its_language
from app.model.records import Arranged, Id
from app.pages.composition.composing import Composed, Composing
from app.pages.composition.finishing import finished, plain, written
from app.pages.composition.room import Room, capitals, role_sizes, scale_for
from app.pages.paper import MARGIN, Orientation, Paper, paper_named

_SMALLEST, _LARGEST = 0.7, 9.0
"""Between how many millimetres the capitals of notes are on any sheet."""
_LARGEST_HELD = 4.0
_AIM = 4.0
"""Under so many millimetres (half of it on small sheets) another orientation, or bands, are tried."""
_CROWDED_UNDER = 5.7
"""Under so many millimetres all but the notes is set little larger than they are."""
_FINENESS, _NEXT = 1.006, 1.02
_WORTH = 1.04
"""How much larger type must become for a sheet to be turned, or a map to be broken into bands."""
_MOST_TRIES, _SMALLER = 6, 0.98
"""How often a map is made smaller by how much, where it proves to be higher than was worked out."""
_BANDS = (2, 3, 4)
_LEAST_OF_BROKEN = 0.85
"""To what share of its size type shrinks rather than that a word is hyphenated."""


class Found(NamedTuple):
    """The best way to put a map on one paper: how it lies, at how many points for a map unit."""

    scale: float
    landscape: bool
    composed: Composed


@in_its_language
def compose(
    document: Document,
    map: Id,
    paper: str,
    orientation: Orientation | None = None,
    margin: float | None = None,
    bands: int | None = None,
) -> Change:
    """Arrange a map for a paper: nothing to change where it is so, or where it has no stages or sections.

    None lets the paper lie as it suits the map, and the map be broken into bands where that helps. `margin`
    is in millimetres. Raises FormatError for a paper that is not known.
    """
    sheet, free = paper_named(paper), MARGIN if margin is None else margin
    found = _best(Composing(plain(document, map), map), sheet, orientation, free, bands)
    if found is None:
        return Draft(document).change(step_label("arrange", paper=sheet.name))
    arranged = Arranged(
        paper=sheet.name,
        landscape=found.landscape,
        margin=free,
        bands=found.composed.bands,
        sizes=found.composed.roles,
    )
    return written(document, map, arranged, found.composed)


def _best(
    composing: Composing, paper: Paper, orientation: Orientation | None, margin: float, bands: int | None
) -> Found | None:
    """The way that makes notes largest; paper is only turned, and a map broken, where that is worth it."""
    if not composing.stages or not composing.sections:
        return None
    first: Orientation = orientation or "landscape"
    found = _on_sheet(composing, paper, first, margin, bands or 1)
    aim = _AIM / 2 if Room.of(paper, first, margin).is_held else _AIM
    others: list[tuple[Orientation, int]] = []
    if orientation is None:
        others.append(("portrait", bands or 1))
    if bands is None:
        others += [(first, number) for number in _BANDS if number <= len(composing.stages) / 2]
        if orientation is None:
            others += [("portrait", number) for number in _BANDS if number <= len(composing.stages) / 2]
    for way, number in others:
        if found is not None and capitals(found.scale) >= aim:
            break
        other = _on_sheet(composing, paper, way, margin, number)
        if other is not None and (found is None or other.scale > found.scale * _WORTH):
            found = other
    return found


def _on_sheet(
    composing: Composing, paper: Paper, orientation: Orientation, margin: float, bands: int
) -> Found | None:
    """The best way on one sheet; with all but the notes little larger than they, where that helps notes."""
    room = Room.of(paper, orientation, margin)
    found = _whole(Trial(composing, room, bands, is_crowded=False))
    if found is None or capitals(found.scale) < (_CROWDED_UNDER / 2 if room.is_held else _CROWDED_UNDER):
        crowded = _whole(Trial(composing, room, bands, is_crowded=True))
        if crowded is not None and (found is None or crowded.scale > found.scale * _WORTH):
            found = crowded
    return found._replace(landscape=orientation == "landscape") if found is not None else None


def _whole(trial: "Trial") -> Found | None:
    """The largest scale at which words are whole, or not where that would make all much smaller."""
    best = trial.largest(words_whole=True)
    if best is None or trial.at(best[0] * _NEXT, words_whole=True) is None:
        # It is a word, and not the height, that keeps type from being larger.
        broken = trial.largest(words_whole=False)
        if broken is not None and (best is None or best[0] < _LEAST_OF_BROKEN * broken[0]):
            best = broken
    if best is None:
        return None
    scale, composed = best
    for _ in range(_MOST_TRIES):
        done = finished(trial.composing, composed)
        if done is not None:
            return Found(scale, True, done)
        scale *= _SMALLER
        smaller = trial.at(scale, words_whole=False)
        composed = smaller if smaller is not None else composed
    return Found(scale, True, composed)


class Trial(NamedTuple):
    """A map to be put into a room, in so many bands, at one scale after the other."""

    composing: Composing
    room: Room
    bands: int
    is_crowded: bool

    def at(self, scale: float, words_whole: bool) -> Composed | None:
        roles = role_sizes(scale, self.room, self.is_crowded)
        height = self.room.height if self.room.height is not None else 1e6
        width = self.room.width / scale
        return self.composing.tried(roles, self.bands, width, height / scale, words_whole)

    def largest(self, words_whole: bool) -> tuple[float, Composed] | None:
        """The largest scale at which all has room, and how."""
        low, high = scale_for(_SMALLEST), scale_for(_LARGEST_HELD if self.room.is_held else _LARGEST)
        found = None
        scale = high
        while high / low > _FINENESS:
            composed = self.at(scale, words_whole)
            if composed is not None and composed.left >= 0:
                low, found = scale, (scale, composed)
                if scale == high:
                    break
            else:
                high = scale
            scale = sqrt(low * high)
        return found
