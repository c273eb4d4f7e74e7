"""The curve through emotion points: through each of them, never above or below its neighbours."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

Point = tuple[float, float]


class Bezier(NamedTuple):
    """A cubic Bézier curve from `start` to `end`."""

    start: Point
    first: Point
    second: Point
    end: Point

    def at(self, share: float) -> Point:
        """The place at the parameter `share`, 0 … 1."""
        rest = 1 - share
        a, b, c, d = rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self
        return a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3

    def y_at(self, share: float) -> float:
        """How high the place at the parameter `share` is, 0 … 1."""
        rest = 1 - share
        (_, y0), (_, y1), (_, y2), (_, y3) = self
        return rest**3 * y0 + 3 * rest * rest * share * y1 + 3 * rest * share * share * y2 + share**3 * y3

    def split(self, at: float) -> tuple["Bezier", "Bezier"]:
        """The curve before and after the parameter `at`, 0 … 1 (de Casteljau)."""
        a, b, c = (
            _between(*pair, at) for pair in ((self[0], self[1]), (self[1], self[2]), (self[2], self[3]))
        )
        d, e = _between(a, b, at), _between(b, c, at)
        middle = _between(d, e, at)
        return Bezier(self.start, a, d, middle), Bezier(middle, e, c, self.end)


def monotone_curve(points: Sequence[Point]) -> list[Bezier]:
    """A piece between each two neighbours, for points in order of x; two with the same x are joined straight.

    Monotone piecewise cubic interpolation, Fritsch & Carlson, SIAM J. Numer. Anal. 17 (1980), 238–246, with
    the three-point tangents of Fritsch & Butland, SIAM J. Sci. Stat. Comput. 5 (1984), 300–304.
    """
    slopes = [
        (after[1] - before[1]) / (after[0] - before[0]) if after[0] > before[0] else 0.0
        for before, after in pairwise(points)
    ]
    tangents = [_tangent(points, slopes, index) for index in range(len(points))]
    return [
        _piece(points[index], points[index + 1], tangents[index], tangents[index + 1])
        for index in range(len(points) - 1)
    ]


def straight_curve(points: Sequence[Point]) -> list[Bezier]:
    """A straight piece between each two neighbours."""
    return [_chord(start, end) for start, end in pairwise(points)]


def _chord(start: Point, end: Point) -> Bezier:
    return Bezier(start, _between(start, end, 1 / 3), _between(start, end, 2 / 3), end)


def _tangent(points: Sequence[Point], slopes: Sequence[float], index: int) -> float:
    """The curve's slope at a point: 0 at both ends and where it turns."""
    if index == 0 or index == len(points) - 1:
        return 0.0
    before, after = slopes[index - 1], slopes[index]
    if before * after <= 0:
        return 0.0
    left = points[index][0] - points[index - 1][0]
    right = points[index + 1][0] - points[index][0]
    one, other = 2 * right + left, right + 2 * left
    return (one + other) / (one / before + other / after)


def _piece(start: Point, end: Point, leaving: float, arriving: float) -> Bezier:
    if end[0] <= start[0]:
        return _chord(start, end)
    third = (end[0] - start[0]) / 3
    return Bezier(
        start,
        (start[0] + third, start[1] + leaving * third),
        (end[0] - third, end[1] - arriving * third),
        end,
    )


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share
