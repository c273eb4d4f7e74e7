"""Pictures in frames: how large they are shown, and what is seen where one is missing or lost."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.display import Batch, Pictures, PlacedPicture, Rectangles, Stroke
from app.drawing.pieces import glyph
from app.drawing.theme import HAIRLINE, PANEL, SECONDARY
from app.model.pictures import PictureStore
from app.model.records import Picture

_LEAST = 4.0
_SIGN = 40.0
_ROOM_FOR_SIGN = 60.0


class Framed(NamedTuple):
    """A frame on the sheet, and the picture in it; none is an empty frame."""

    frame: QRectF
    picture: Picture | None


def framed_in(picture: Picture, x: float, y: float, width: float, highest: float) -> Framed:
    """A picture as wide as its room, or, where it is tall, as wide as its height lets it be."""
    shown = min(width, highest * picture.width / picture.height)
    return Framed(QRectF(x, y, shown, max(shown * picture.height / picture.width, _LEAST)), picture)


def draw_framed(framed: Sequence[Framed], store: PictureStore, layer: int) -> Iterator[Batch]:
    """The frames, the pictures over them, and their edges, in three layers from `layer` on.

    The frame of a picture whose bytes are lost shows a sign instead.
    """
    if not framed:
        return
    frames = [each.frame for each in framed]
    yield Rectangles(frames, fill=PANEL, stroke=Stroke(HAIRLINE, 2), layer=layer)
    signs = [frame.center() for frame in frames if frame.height() > _ROOM_FOR_SIGN]
    if signs:
        yield glyph("image", signs, SECONDARY, layer, _SIGN)
    filled = [each for each in framed if each.picture is not None]
    if filled:
        placed = [PlacedPicture(each.frame, each.picture.id) for each in filled if each.picture is not None]
        yield Pictures(placed, store, layer=layer + 1)
        yield Rectangles([each.frame for each in filled], stroke=Stroke(HAIRLINE, 2), layer=layer + 2)
