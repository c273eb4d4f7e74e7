"""From how far each kind of text on pages can be read.

A capital letter can be read from 300 times its height. This is the distance factor that DIN 4844-1 and the
German rule for workplaces ASR A1.3 give for letters (at 2 m, then, capitals of 6.7 mm).
"""

from collections.abc import Iterator, Sequence
from math import floor
from typing import Literal, NamedTuple

from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.sections.kind import can_stand_out
from app.drawing.text import capitals
from app.drawing.theme import DISTANCE_FACTOR, NOTE
from app.language.phrases import NOTHING, Phrase, phrase
from app.language.words import listed
from app.model.document import Document
from app.model.records import Id
from app.pages.deliverables.deliverable import Part
from app.pages.lengths import POINTS_PER_MILLIMETRE
from app.pages.poster.pages import PosterOfMap
from app.publishing.finding import Finding
from app.publishing.larger_type import remedies, share_for
from app.publishing.texts_on_pages import TextOnPage, beginning

_OF_TITLES, _OF_HEADERS = 5.0, 2.0
"""Metres from which the title of a poster is meant to be read, and what leads through it."""

Sort = Literal["title", "headers", "notes", "smallest"]
_ROUNDED = 0.005
"""Metres: a distance that is asked for is told as it was asked for."""


class Read(NamedTuple):
    """Texts of a sort: the smallest can be read from `near` metres, and is meant to be from `far`."""

    sort: Sort
    near: float
    far: float | None
    record: Id
    text: Phrase = NOTHING
    """Its beginning, where that tells which it is."""

    @property
    def is_missed(self) -> bool:
        """Whether it is too small, by the distances as people are told them."""
        return self.far is not None and told(self.near) < told(self.far + _ROUNDED)

    @property
    def said(self) -> Phrase:
        """From where it can be read, as one of several."""
        distance = metres(self.near)
        match self.sort:
            case "title":
                return phrase("the title from {distance}", distance=distance)
            case "headers":
                return phrase("stages, sections and words on a curve from {distance}", distance=distance)
            case "notes":
                return phrase("notes from {distance}", distance=distance)
            case "smallest":
                return phrase("the smallest text, {text}, from {distance}", text=self.text, distance=distance)

    @property
    def lacking(self) -> Phrase:
        """That it is too small, as a sentence."""
        near, far = metres(self.near), metres((self.far or 0.0) + _ROUNDED)
        match self.sort:
            case "title":
                return phrase(
                    "The title can be read from {near}; it is meant to be read from {far}.",
                    near=near,
                    far=far,
                )
            case "headers":
                return phrase(
                    "Stages, sections and words on a curve can be read from {near};"
                    " they are meant to be read from {far}.",
                    near=near,
                    far=far,
                )
            case "notes":
                return phrase(
                    "Notes can be read from {near}; they are meant to be read from {far}.", near=near, far=far
                )
            case "smallest":
                return phrase(
                    "The smallest text, {text}, can be read from {near}; it is meant to be read from {far}.",
                    text=self.text,
                    near=near,
                    far=far,
                )


def reading_distances(
    document: Document, part: Part, texts: Sequence[TextOnPage], distance: float | None
) -> Iterator[Finding]:
    """From how far what can be read, and what would help. `distance`: metres from which all is to be read."""
    if not texts:
        return
    text = min(texts, key=lambda each: each.size)
    near = _readable(text.size, part.scale)
    smallest = Read("smallest", near, distance, text.record, beginning(text.text.block))
    is_map = isinstance(part, PosterOfMap)
    sorts = [*(_sorts(part, distance) if isinstance(part, PosterOfMap) else ()), smallest]
    missed = [one for one in sorts if one.is_missed]
    if len(sorts) > 1 or not missed:
        said = phrase("Can be read: {each}.", each=listed([one.said for one in sorts]))
        yield Finding("distance", said, part.id if is_map else smallest.record, is_warning=False)
    for one in missed:
        yield Finding("distance", one.lacking, one.record, is_warning=distance is not None)
    if missed and isinstance(part, PosterOfMap):
        times = max((one.far or 0.0) / one.near for one in missed)
        yield from remedies(document, part, times, is_for_paper=distance is None)


def _sorts(poster: PosterOfMap, distance: float | None) -> Iterator[Read]:
    """The title, what leads through the poster, and notes, as far as it has them."""
    layout, scale, map = poster.layout, poster.scale, poster.map.id
    sizes, share = layout.sizes, share_for(poster)
    headers = [sizes.stage_name.size] if layout.columns else []
    headers += [sizes.section_name.size] if layout.rows else []
    for body in (row.body for row in layout.rows if isinstance(row.body, GraphBody)):
        headers += [sizes.scale_word.size, *([sizes.quote.size] if body.words.quotes else [])]
    if layout.map.title.strip():
        far = distance or share * _OF_TITLES
        yield Read("title", _readable(sizes.title.size, scale), far, map)
    if headers:
        yield Read("headers", _readable(min(headers), scale), distance or share * _OF_HEADERS, map)
    if (first := _first_note(poster)) is not None:
        yield Read("notes", _readable(NOTE.size, scale), distance, first)


def _first_note(poster: PosterOfMap) -> Id | None:
    """The first note of a poster; only notes have the colours of a legend, and can stand out."""
    for row in poster.layout.rows:
        if can_stand_out(row.body) and row.body.standout.colours:
            return next(row.body.boxes(0, poster.layout.width, row.height)).id
    return None


def told(distance: float) -> float:
    """A distance in metres as people are told it: never farther than it is."""
    steps = 10 if distance >= 1 else 100
    return floor(distance * steps + 1e-6) / steps


def metres(distance: float) -> Phrase:
    """A distance in metres, in words."""
    shown = told(distance)
    if shown >= 1:
        return phrase("{length} m", length=shown)
    return phrase("{length} cm", length=round(shown * 100))


def letter_height(size: float, scale: float) -> float:
    """Millimetres of a capital letter of a type size in map units."""
    return capitals(NOTE) * size / NOTE.size * scale / POINTS_PER_MILLIMETRE


def readable_from(height: float) -> float:
    """Metres from which letters of a height in millimetres can be read."""
    return height * DISTANCE_FACTOR / 1000


def _readable(size: float, scale: float) -> float:
    return readable_from(letter_height(size, scale))
