"""Arcs of ellipses as cubic curves, since a display list has no other curves."""

import math

from app.drawing.display import Command

Point = tuple[float, float]


def arc(
    start: Point, rx: float, ry: float, turn: float, is_large: bool, is_clockwise: bool, end: Point
) -> list[Command]:
    """The curves of an arc from `start` to `end`, as SVG names arcs. `turn` in degrees; y downwards.

    From end points to the middle: SVG 1.1, appendix F.6.5.
    """
    if start == end:
        return []
    if not rx or not ry:
        return [("L", *end)]
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    too_small = (x / rx) ** 2 + (y / ry) ** 2
    if too_small > 1:
        rx, ry = rx * math.sqrt(too_small), ry * math.sqrt(too_small)
    below = (rx * y) ** 2 + (ry * x) ** 2
    factor = math.sqrt(max(0.0, (rx * ry) ** 2 / below - 1)) * (1 if is_large != is_clockwise else -1)
    middle = (factor * rx * y / ry, -factor * ry * x / rx)
    first = math.atan2((y - middle[1]) / ry, (x - middle[0]) / rx)
    last = math.atan2((-y - middle[1]) / ry, (-x - middle[0]) / rx)
    sweep = (last - first) % math.tau - (0 if is_clockwise else math.tau)
    centre = (
        cos * middle[0] - sin * middle[1] + (start[0] + end[0]) / 2,
        sin * middle[0] + cos * middle[1] + (start[1] + end[1]) / 2,
    )
    count = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    handle = 4 / 3 * math.tan(sweep / count / 4)

    def placed(u: float, v: float) -> Point:
        return centre[0] + cos * rx * u - sin * ry * v, centre[1] + sin * rx * u + cos * ry * v

    found: list[Command] = []
    for step in range(count):
        one, other = (first + sweep * (step + more) / count for more in (0, 1))
        a = placed(math.cos(one) - handle * math.sin(one), math.sin(one) + handle * math.cos(one))
        b = placed(math.cos(other) + handle * math.sin(other), math.sin(other) - handle * math.cos(other))
        found.append(("C", *a, *b, *placed(math.cos(other), math.sin(other))))
    return found
