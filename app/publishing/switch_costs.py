"""What each sign that can be left off a poster takes from its type: the poster with it and without."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import floor
from typing import NamedTuple

from app.drawing.key_point_strip import told_key_points
from app.drawing.theme import NOTE
from app.language.phrases import Phrase, phrase
from app.model.document import Document
from app.model.records import EmotionPoint, Id, Note
from app.pages.errors import FormatError
from app.pages.options import SIGNS, ReportProgress, ignore_progress, settings_of
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from app.publishing.larger_type import MOST_ARRANGED_ANEW
from app.publishing.reading_distances import letter_height, readable_from

_NOTICED = 1.01


class Cost(NamedTuple):
    """From how many metres notes can be read on the poster with a sign, and without it."""

    option: str
    with_it: float
    without: float

    @property
    def takes(self) -> bool:
        """Whether it takes what one could notice."""
        return self.without > self.with_it * _NOTICED

    @property
    def sentence(self) -> Phrase:
        if not self.takes:
            return phrase("same type size")
        return phrase(
            "notes from {near} m instead of {far} m",
            near=_to_centimetres(self.with_it),
            far=_to_centimetres(self.without),
        )


def switches() -> tuple[str, ...]:
    """The options that leave a sign off, or put it on."""
    return tuple(
        name
        for name, setting in settings_of(MapOptions).items()
        if setting.group == SIGNS and isinstance(MapOptions.model_fields[name].default, bool)
    )


def costs(
    document: Document,
    poster: PosterOfMap,
    options: MapOptions,
    report_progress: ReportProgress = ignore_progress,
    names: Sequence[str] | None = None,
) -> Iterator[Cost]:
    """What each switch takes, one after the other; or those of these `names`.

    `options`: those that the poster was asked for with.

    Nothing where its scale is fixed, or a large map would be arranged anew for each. What `report_progress`
    raises ends the work.
    """
    if isinstance(options.scale, float) or sum(1 for _ in document) > MOST_ARRANGED_ANEW:
        return
    now = _notes_from(poster)
    for name in switches() if names is None else names:
        is_on = bool(getattr(options, name))
        other = now
        if _HAS.get(name, _always)(document, poster.map.id):
            report_progress(0.0)
            changed = options.changed(**{name: not is_on})
            try:
                other = _notes_from(PosterOfMap(document, poster.map, changed, report_progress))
            except FormatError:  # Without it there is nothing to print.
                other = now
        yield Cost(name, *((now, other) if is_on else (other, now)))


def _notes_from(poster: PosterOfMap) -> float:
    return readable_from(letter_height(NOTE.size, poster.scale))


def _to_centimetres(distance: float) -> float:
    """A distance never farther than it is; a tenth of a metre would hide, or blow up, what a sign takes."""
    return floor(distance * 100) / 100


def _always(document: Document, map: Id) -> bool:
    return True


def _has_key_points(document: Document, map: Id) -> bool:
    return bool(told_key_points(document.key_points(map)))


def _has_quotes(document: Document, map: Id) -> bool:
    return any(point.quote.strip() for point in document.all(EmotionPoint))


def _has_footnotes(document: Document, map: Id) -> bool:
    return any(note.description.strip() or note.source.strip() for note in document.all(Note))


def _has_moments(document: Document, map: Id) -> bool:
    return any(note.moment_of_truth for note in document.all(Note))


def _has_call_outs(document: Document, map: Id) -> bool:
    return bool(document.call_outs(map))


def _has_parked(document: Document, map: Id) -> bool:
    return bool(document.parked("parking lot"))


_HAS: Mapping[str, Callable[[Document, Id], bool]] = {
    "key_points": _has_key_points,
    "moments": _has_moments,
    "quotes": _has_quotes,
    "footnotes": _has_footnotes,
    "call_outs": _has_call_outs,
    "parking_lot": _has_parked,
}
"""Whether a map could have such a sign at all: what is not there takes nothing, and need not be tried."""
