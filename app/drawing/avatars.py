"""How a persona's face looks on a map: their picture, or their initials on their colour."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF

from app.drawing.display import Batch, Paths, Pictures, PlacedPicture, PlacedText, Stroke, Texts
from app.drawing.glyphs import circle
from app.drawing.pieces import around, glyph
from app.drawing.text import text_block
from app.drawing.theme import INITIALS, SHEET, Colour
from app.model.document import Document
from app.model.records import Persona, Picture
from app.model.verbs.personas import initials


def draw_avatar(document: Document, persona: Persona, place: QPointF, radius: float) -> Iterator[Batch]:
    """A disc around a place; a picture fills it as far as it goes."""
    colour = Colour.of(persona.colour)
    ink = colour.mixed(Colour(0, 0, 0), 0.72)
    picture = document.find(persona.picture) if persona.picture else None
    yield Paths(circle(radius), [place], fill=colour)
    if persona.is_segment and picture is None:
        yield glyph("users", [place], ink, size=radius * 1.05)
    elif not persona.name.strip():
        yield glyph("user", [place], ink, size=radius * 1.05)
    else:
        block = text_block(initials(persona.name), INITIALS._replace(size=round(radius * 0.74)))
        yield Texts([PlacedText(place.x() - block.width / 2, place.y() - block.height / 2, block)], ink)
    if isinstance(picture, Picture):
        placed = PlacedPicture(around(place, radius), picture.id)
        yield Pictures([placed], document.picture_store, is_round=True)
        yield Paths(circle(radius), [place], stroke=Stroke(SHEET.mixed(colour, 0.6), 3))
