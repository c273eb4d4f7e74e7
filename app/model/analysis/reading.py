"""Reading an emotional curve: what a workshop's facilitator would point at, found by fixed rules.

The rules are those that workshop guides use: peaks are worth lifting further, troughs are chances to help, a
rapid drop between two points is a broken promise, a sawtooth wears people out, and a journey is remembered by
how it began, by its peak and by how it ended (the peak–end rule, Kahneman et al., Psychol. Sci. 4 (1993),
401–405). Nothing here draws or writes; the words are in `app.model.analysis.reading_words`.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from app.model.records import DROP_OF, LEG_OF, LEGS, PEAK_AT, TROUGH_AT, EmotionPoint, Project

FindingKind = Literal[
    "first impression", "peak", "trough", "rapid drop", "sawtooth", "last impression", "felt later"
]


class Thresholds(NamedTuple):
    """By what a curve is read; a project can set its own. What each means stands at its constant."""

    peak_at: float = PEAK_AT
    trough_at: float = TROUGH_AT
    drop_of: float = DROP_OF
    leg_of: float = LEG_OF
    legs: int = LEGS

    @classmethod
    def of(cls, project: Project) -> "Thresholds":
        return cls(project.peak_at, project.trough_at, project.drop_of, project.leg_of, project.legs)


USUAL = Thresholds()


class Finding(NamedTuple):
    """Something that a curve shows, and the neighbouring points that show it, in order."""

    kind: FindingKind
    points: tuple[EmotionPoint, ...]


def read_curve(points: Sequence[EmotionPoint], thresholds: Thresholds = USUAL) -> list[Finding]:
    """What a curve shows, in the order in which it shows it. `points` are those of one curve, in order."""
    found = [
        *_turns(points, thresholds),
        *_drops(points, thresholds),
        *_sawteeth(points, thresholds),
    ]
    index = {point.id: place for place, point in enumerate(points)}
    found.sort(key=lambda finding: index[finding.points[0].id])
    if len(points) < 2:
        return found
    first, last = Finding("first impression", (points[0],)), Finding("last impression", (points[-1],))
    return [first, *found, last]


def _turns(points: Sequence[EmotionPoint], thresholds: Thresholds) -> Iterator[Finding]:
    """Peaks and troughs: where the curve turns, so never at its ends. Equal neighbours turn as one."""
    runs = _runs(points)
    for before, run, after in zip(runs, runs[1:], runs[2:], strict=False):
        value = run[0].value
        if value > max(before[0].value, after[0].value) and value >= thresholds.peak_at:
            yield Finding("peak", tuple(run))
        if value < min(before[0].value, after[0].value) and value <= thresholds.trough_at:
            yield Finding("trough", tuple(run))


def _runs(points: Sequence[EmotionPoint]) -> list[list[EmotionPoint]]:
    """The points, neighbours of the same value together."""
    runs: list[list[EmotionPoint]] = []
    for point in points:
        if runs and runs[-1][0].value == point.value:
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs


def _drops(points: Sequence[EmotionPoint], thresholds: Thresholds) -> Iterator[Finding]:
    for before, after in pairwise(points):
        if _reaches(before.value - after.value, thresholds.drop_of):
            yield Finding("rapid drop", (before, after))


def _sawteeth(points: Sequence[EmotionPoint], thresholds: Thresholds) -> Iterator[Finding]:
    """Each as long as it goes: legs that are large enough, and alternate."""
    start, last_leg = 0, 0.0
    for index, (before, after) in enumerate(pairwise(points)):
        leg = after.value - before.value
        if not _reaches(abs(leg), thresholds.leg_of):
            yield from _sawtooth(points[start : index + 1], thresholds)
            start, last_leg = index + 1, 0.0
            continue
        if leg * last_leg > 0:
            yield from _sawtooth(points[start : index + 1], thresholds)
            start = index
        last_leg = leg
    yield from _sawtooth(points[start:], thresholds)


def _sawtooth(points: Sequence[EmotionPoint], thresholds: Thresholds) -> Iterator[Finding]:
    if len(points) > thresholds.legs:
        yield Finding("sawtooth", tuple(points))


def _reaches(difference: float, least: float) -> bool:
    """Whether a difference is large enough; values typed with decimals are not told apart by binary dust."""
    return difference >= least - 1e-9
