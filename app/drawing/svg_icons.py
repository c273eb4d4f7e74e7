"""The icons of `resources/icons` as outlines, so that a map can be drawn with them on every surface.

Reads what those files are made of (Lucide's strokes on a square of 24): no fills, styles or transforms.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.etree import ElementTree

from app.drawing.arcs import arc
from app.drawing.display import Command, Outline
from app.drawing.glyphs import Glyph, circle, polyline
from app.resources import resource

SQUARE = 24.0
"""The side of the square on which the icons are drawn."""
_PEN = 2.0
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


@lru_cache(maxsize=256)
def svg_icon(name: str, size: float = 22.0) -> Glyph | None:
    """The icon of that name, `size` map units wide around (0, 0); None where there is none."""
    if not re.fullmatch(r"[a-z0-9-]+", name):
        return None
    try:
        root = ElementTree.fromstring(resource("icons", f"{name}.svg").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    scale = size / SQUARE
    outline = [command for element in root for command in _outline(element)]
    return Glyph(tuple(_scaled(command, scale) for command in outline), pen=_PEN * scale)


def _outline(element: ElementTree.Element) -> Outline:
    def number(name: str) -> float:
        return float(element.get(name, "0"))

    match element.tag.rpartition("}")[2]:
        case "path":
            return tuple(_commands(element.get("d", "")))
        case "circle":
            return circle(number("r"), number("cx"), number("cy"))
        case "line":
            return polyline((number("x1"), number("y1")), (number("x2"), number("y2")))
        case "rect":
            x, y, width, height = map(number, ("x", "y", "width", "height"))
            return rounded(x, y, width, height, number("rx") or number("ry"))
        case "polyline" | "polygon" as tag:
            numbers = [float(found) for found in _TOKEN.findall(element.get("points", ""))]
            drawn = polyline(*zip(numbers[::2], numbers[1::2], strict=True))
            return (*drawn, ("Z",)) if tag == "polygon" else drawn
        case tag:
            raise ValueError(f"An icon has the unknown element {tag}.")


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Outline:
    """A rectangle whose corners are rounded."""
    r, right, bottom = radius, x + width, y + height
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        *arc((right - r, y), r, r, 0, False, True, (right, y + r)),
        ("L", right, bottom - r),
        *arc((right, bottom - r), r, r, 0, False, True, (right - r, bottom)),
        ("L", x + r, bottom),
        *arc((x + r, bottom), r, r, 0, False, True, (x, bottom - r)),
        ("L", x, y + r),
        *arc((x, y + r), r, r, 0, False, True, (x + r, y)),
        ("Z",),
    )


def _scaled(command: Command, scale: float) -> Command:
    name, *numbers = command
    middle = SQUARE / 2
    return (name, *((float(number) - middle) * scale for number in numbers))  # type: ignore[return-value]


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """The commands of a path with their numbers, repeated ones written out."""
    tokens = _tokens(data)
    index, letter = 0, "M"
    while index < len(tokens):
        if tokens[index].isalpha():
            letter = tokens[index]
            index += 1
        count = _COUNTS[letter.upper()]
        yield letter, [float(token) for token in tokens[index : index + count]]
        index += count
        if letter in "Mm":
            letter = "L" if letter == "M" else "l"


def _tokens(data: str) -> list[str]:
    """Letters and numbers. An arc's two flags may be written together: "a4 4 0 012 2"."""
    found: list[str] = []
    rest, letter, place = data, "", 0
    while match := _TOKEN.search(rest):
        token = match.group()
        if token.isalpha():
            letter, place = token, 0
        else:
            if letter in "Aa" and place % 7 in (3, 4):
                token = token[0]
            place += 1
        found.append(token)
        rest = rest[match.start() + len(token) :]
    return found


def _commands(data: str) -> Iterator[Command]:
    """A path's data as absolute moves, lines and cubic curves."""
    x = y = start_x = start_y = 0.0
    handle: tuple[float, float] | None = None
    for letter, numbers in _steps(data):
        kind = letter.upper()
        at = (x, y) if letter.islower() else (0.0, 0.0)
        if kind == "Z":
            x, y, handle = start_x, start_y, None
            yield ("Z",)
            continue
        if kind == "A":
            end = (numbers[5] + at[0], numbers[6] + at[1])
            yield from arc(
                (x, y), numbers[0], numbers[1], numbers[2], bool(numbers[3]), bool(numbers[4]), end
            )
            (x, y), handle = end, None
            continue
        if kind == "H":
            numbers = [numbers[0] + at[0], y]
        elif kind == "V":
            numbers = [x, numbers[0] + at[1]]
        else:
            numbers = [number + at[place % 2] for place, number in enumerate(numbers)]
        if kind == "S":
            numbers = [*_mirrored(handle, x, y), *numbers]
        if kind == "Q":
            numbers = _cubic(x, y, *numbers)
        *handles, end_x, end_y = numbers
        if kind in "CSQ":
            yield ("C", *handles, end_x, end_y)  # type: ignore[misc]
            handle = (handles[2], handles[3])
        else:
            yield ("M" if kind == "M" else "L", end_x, end_y)
            handle = None
        x, y = end_x, end_y
        if kind == "M":
            start_x, start_y = x, y


def _mirrored(handle: tuple[float, float] | None, x: float, y: float) -> tuple[float, float]:
    return (2 * x - handle[0], 2 * y - handle[1]) if handle else (x, y)


def _cubic(x: float, y: float, a: float, b: float, end_x: float, end_y: float) -> list[float]:
    """A quadratic curve as a cubic one."""
    third = 2 / 3
    return [
        x + (a - x) * third,
        y + (b - y) * third,
        end_x + (a - end_x) * third,
        end_y + (b - end_y) * third,
        end_x,
        end_y,
    ]
