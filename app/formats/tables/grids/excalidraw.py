"""A board of Excalidraw, copied or as a file: shapes with words are stickies, listed with their places.

Its JSON is open: `type` is "excalidraw/clipboard" or "excalidraw", `elements` have a place, a size and a
ground, and words stand in elements of their own that name the shape around them
(https://docs.excalidraw.com/docs/codebase/json-schema).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.formats.import_notes import ImportNote
from app.formats.tables.grid import Grid, grid_of, refuse_more
from app.language.phrases import phrase, phrase_plural
from app.model.colours import read_colour
from app.model.exchange.plain_json import parsed
from app.pages.errors import FormatError

_KINDS = ("excalidraw", "excalidraw/clipboard")
_HEADER = ("text", "position_x", "position_y", "bg_color")
_LOOKED_AT = 2_000
"""Letters at the beginning among which it says what it is."""
Element = Mapping[str, Any]


def is_excalidraw(text: str) -> bool:
    """Whether a text is JSON of Excalidraw's."""
    head = text[:_LOOKED_AT].lstrip()
    return head.startswith("{") and any(f'"{kind}"' in head for kind in _KINDS)


def grid_of_excalidraw(text: str) -> Grid:
    """Its stickies, one a row: words, place of the middle, ground. Raises FormatError."""
    try:
        board = parsed(text)
    except (ValueError, RecursionError) as error:
        raise FormatError(phrase("It is no board of Excalidraw that can be read.")) from error
    found = board.get("elements") if isinstance(board, dict) else None
    listed = found if isinstance(found, list) else []
    elements = [one for one in listed if isinstance(one, dict) and not one.get("isDeleted")]
    refuse_more(len(elements))
    by_id = {str(one.get("id")): one for one in elements}
    rows = list(_stickies(elements, by_id))
    title = next((str(one.get("name") or "") for one in elements if one.get("type") == "frame"), "")
    return grid_of([_HEADER, *rows] if rows else [], title, list(_left_out(elements)))


def _stickies(elements: Sequence[Element], by_id: Mapping[str, Element]) -> Iterator[list[str]]:
    for one in elements:
        words = str(one.get("originalText") or one.get("text") or "").strip()
        if one.get("type") != "text" or not words:
            continue
        around = by_id.get(str(one.get("containerId")), one)
        if around.get("type") in ("arrow", "line"):
            around = one
        x, y = (
            _number(around, at) + _number(around, size) / 2 for at, size in (("x", "width"), ("y", "height"))
        )
        ground = read_colour(str(around.get("backgroundColor") or ""))
        yield [words, f"{x:.2f}", f"{y:.2f}", ground]


def _number(element: Element, name: str) -> float:
    value = element.get(name)
    return float(value) if isinstance(value, int | float) and abs(value) < 1e9 else 0.0


def _left_out(elements: Sequence[Element]) -> Iterator[ImportNote]:
    others = sum(one.get("type") in ("arrow", "line", "freedraw", "image", "embeddable") for one in elements)
    if others:
        sentence = phrase_plural(
            "{count} line, arrow or picture of the board is left out.",
            "{count} lines, arrows and pictures of the board are left out.",
            others,
        )
        yield ImportNote("left out", sentence)
