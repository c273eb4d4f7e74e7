"""An address as a QR code, so that a phone finds from a poster to its map (ISO/IEC 18004)."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Command, DisplayList, Links, Outline, Paths, PlacedLink, Rectangles
from app.drawing.glyphs import scaled
from app.drawing.theme import CODE, SHEET
from app.model.addresses import encoded

QUIET = 4
"""Modules that stay white around a code, by the standard."""


def draw_qr_code(address: str, place: QRectF) -> DisplayList:
    """The code with its quiet zone in a square; a reader of a PDF can click it.

    `address` is a whole one that a poster may lead to.
    """
    address = encoded(address)
    outline, modules = _modules(address)
    module = place.width() / (modules + 2 * QUIET)
    corner = place.topLeft() + QPointF(QUIET * module, QUIET * module)
    return (
        Rectangles([place], fill=SHEET),
        Paths(scaled(outline, module), [corner], fill=CODE),
        Links([PlacedLink(place, address)]),
    )


@lru_cache(maxsize=8)
def _modules(address: str) -> tuple[Outline, int]:
    """The dark modules as rectangles, those side by side as one; and how many modules a side has."""
    import segno

    rows = [list(map(bool, row)) for row in segno.make(address, error="m", micro=False).matrix]
    outline: list[Command] = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                outline += [("M", x, y), ("L", end, y), ("L", end, y + 1), ("L", x, y + 1), ("Z",)]
            x = max(end, x + 1)
    return tuple(outline), len(rows)
