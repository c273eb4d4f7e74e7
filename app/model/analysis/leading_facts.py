"""What key points can rest on: a map's lowest point, moments of truth, peak, votes and assumptions.

Found by fixed rules, with the records and the numbers; the sentences are in `proposed_key_points`.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from app.model.analysis.reading import Thresholds
from app.model.analysis.roles import Placed, placed_notes
from app.model.document import Document
from app.model.kinds import taken_by
from app.model.records import EmotionPoint, Id, Note, Section
from app.model.verbs.emotions import Curve, shown_curves

_IMPACTS = ("abandon", "work-around", "trivial", None)
"""From the heaviest on."""
MOST_PAINS = 2
"""Pain points that explain a point of a curve."""
MOST_IDEAS = 3
"""Ideas that are told by their votes."""
LEAST_VOTES = 2
"""Votes from which on an idea leads: one vote is one person's."""


class Lowest(NamedTuple):
    """The lowest point below the middle, and the pain points of its stage, the heaviest first.

    `curve`: whose it is, where there are several.
    """

    point: EmotionPoint
    pains: tuple[Note, ...]
    curve: Curve | None = None


class Moment(NamedTuple):
    """A moment of truth, and the lowest value of the curve in its stage."""

    note: Note
    value: float


class Moments(NamedTuple):
    """The moments of truth that lie below the middle, of how many in all on the curve."""

    below: tuple[Moment, ...]
    total: int


class PeakAndDrop(NamedTuple):
    """The highest point above the middle, and the largest fall between neighbours; either may be missing.

    Both of one curve: that with the largest fall, or else with the highest point.
    """

    peak: EmotionPoint | None
    before: EmotionPoint | None
    after: EmotionPoint | None
    pains: tuple[Note, ...]
    """Of the stage where the fall ends."""
    curve: Curve | None = None
    """Whose it is, where there are several."""

    @property
    def fall(self) -> float:
        if self.before is None or self.after is None:
            return 0.0
        return round(self.before.value - self.after.value, 2)


class Assumed(NamedTuple):
    """How many notes are assumptions, of how many that say what they rest on; and the others' source."""

    assumed: int
    stated: int
    source: str


class LeadingFacts:
    """What there is on one map."""

    def __init__(self, document: Document, map: Id) -> None:
        self._notes: Sequence[Placed] = tuple(placed_notes(document, map))
        self._curves: Sequence[Curve] = tuple(_curves(document, document.sections(map)))
        self._points = tuple(point for curve in self._curves for point in curve.points)
        self._drop_of = Thresholds.of(document.project).drop_of

    def lowest(self) -> Lowest | None:
        point = min(self._points, key=lambda one: one.value, default=None)
        if point is None or point.value >= 0:
            return None
        return Lowest(point, self._pains(point), self._whose(point))

    def moments(self) -> Moments | None:
        found = [
            Moment(placed.note, min(values))
            for placed in self._notes
            if placed.note.moment_of_truth
            and (values := [one.value for one in self._points if one.stage == placed.stage.id])
        ]
        below = tuple(moment for moment in found if moment.value < 0)
        return Moments(below, len(found)) if below else None

    def peak_and_drop(self) -> PeakAndDrop | None:
        found = [one for curve in self._curves if (one := self._peak_and_drop_of(curve)) is not None]
        return max(found, key=lambda one: (one.fall, one.peak.value if one.peak else 0.0), default=None)

    def _peak_and_drop_of(self, curve: Curve) -> PeakAndDrop | None:
        peak = max(curve.points, key=lambda one: one.value, default=None)
        if peak is not None and peak.value <= 0:
            peak = None
        before, after = max(
            pairwise(curve.points), key=lambda pair: pair[0].value - pair[1].value, default=(None, None)
        )
        # As in a curve's reading, binary dust makes no difference.
        if before is None or after is None or before.value - after.value < self._drop_of - 1e-9:
            before = after = None
        if peak is None and after is None:
            return None
        pains = self._pains(after) if after is not None else ()
        return PeakAndDrop(peak, before, after, pains, curve if len(self._curves) > 1 else None)

    def _whose(self, point: EmotionPoint) -> Curve | None:
        """The curve of a point, where there are several."""
        return next((one for one in self._curves if point in one.points and len(self._curves) > 1), None)

    def most_voted(self) -> tuple[Note, ...]:
        """The ideas with the most votes, where one leads."""
        ideas = [
            placed.note for placed in self._notes if placed.role == "opportunity" and placed.note.votes > 0
        ]
        ideas.sort(key=lambda note: -note.votes)
        leads = bool(ideas) and ideas[0].votes >= LEAST_VOTES and bool(ideas[0].text.strip())
        is_alone = len(ideas) < 2 or ideas[0].votes > ideas[1].votes
        return tuple(ideas[:MOST_IDEAS]) if leads and is_alone else ()

    def assumed(self) -> Assumed | None:
        stated = [placed.note for placed in self._notes if placed.note.evidence]
        assumed = sum(note.evidence == "assumption" for note in stated)
        sources = [note.source.strip() for note in stated if note.evidence != "assumption"]
        source = max(filter(None, sources), key=sources.count, default="")
        return Assumed(assumed, len(stated), source) if assumed else None

    def _pains(self, point: EmotionPoint) -> tuple[Note, ...]:
        """The pain points of a point's stage that say something, the heaviest first."""
        pains = [
            placed.note
            for placed in self._notes
            if placed.role == "pain point" and placed.stage.id == point.stage and placed.note.text.strip()
        ]
        pains.sort(key=lambda note: _IMPACTS.index(note.impact))
        return tuple(pains[:MOST_PAINS])


def _curves(document: Document, sections: Sequence[Section]) -> Iterator[Curve]:
    """The curves that graphs show, of each the one in front first."""
    for section in sections:
        if taken_by(section) is EmotionPoint:
            yield from reversed(shown_curves(document, section))
