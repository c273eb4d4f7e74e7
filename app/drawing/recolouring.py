"""A drawing in other colours."""

from collections.abc import Callable
from dataclasses import replace

from app.drawing.display import Batch, Lines, Links, Paths, Pictures, Rectangles, Stroke, Texts
from app.drawing.theme import Colour

Recolour = Callable[[Colour], Colour]


def recoloured(batch: Batch, recolour: Recolour) -> Batch:
    """A batch with another colour for each of its own; pictures and links have none."""
    match batch:
        case Rectangles() | Paths():
            fill = recolour(batch.fill) if batch.fill is not None else None
            stroke = _in_colour(batch.stroke, recolour) if batch.stroke is not None else None
            return replace(batch, fill=fill, stroke=stroke)
        case Lines():
            return replace(batch, stroke=_in_colour(batch.stroke, recolour))
        case Texts():
            return replace(batch, colour=recolour(batch.colour))
        case Pictures() | Links():
            return batch


def _in_colour(stroke: Stroke, recolour: Recolour) -> Stroke:
    return stroke._replace(colour=recolour(stroke.colour))
