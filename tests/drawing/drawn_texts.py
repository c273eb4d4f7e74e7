"""What is written in a drawing."""

from app.drawing.display import DisplayList, Texts
from app.drawing.layout import MapLayout


def texts(drawn: MapLayout | DisplayList) -> list[str]:
    """The texts of a map, or of a part of it, in the order in which they are drawn."""
    display_list = drawn.display_list() if isinstance(drawn, MapLayout) else drawn
    return [placed.block.text for batch in display_list if isinstance(batch, Texts) for placed in batch.texts]
