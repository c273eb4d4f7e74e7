"""The logos of a style beside a map's title: two places at its end, over the facts."""

from PySide6.QtCore import QRectF

from app.drawing.sizes import Sizes
from app.drawing.title_parts import PlacedLogo, TitlePart
from app.model.document import Document
from app.model.records import Picture

_HIGH = 3.3
"""How many times the size of notes' text a logo is high."""
_WIDEST = 0.13
"""The share of the title's width that one takes at most."""
_APART, _BELOW = 1.6, 0.9
"""How many times that size is free between two logos, and below them."""


def logos_of(document: Document) -> list[Picture]:
    """The pictures that stand in the two places, as far as there are any."""
    style = document.style
    ids = (style.logo_left, style.logo_right) if style is not None else ()
    found = (document.find(id) for id in ids if id)
    return [each for each in found if isinstance(each, Picture)]


def logos_part(pictures: list[Picture], room: float, sizes: Sizes) -> TitlePart:
    """Logos side by side, equally high unless one is very wide; with what is free below them."""
    if not pictures:
        return TitlePart()
    size = sizes.detail.size
    logos: list[PlacedLogo] = []
    x = 0.0
    for picture in pictures:
        shape = picture.width / picture.height
        wide = min(_HIGH * size * shape, _WIDEST * room)
        high = wide / shape
        logos.append(PlacedLogo(picture, QRectF(x, (_HIGH * size - high) / 2, wide, high)))
        x += wide + _APART * size
    return TitlePart(x - _APART * size, (_HIGH + _BELOW) * size, logos=tuple(logos))
