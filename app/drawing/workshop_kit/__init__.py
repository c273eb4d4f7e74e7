"""The workshop kit: what is printed and cut out before a map is made on a wall. One kind of page a module."""

from collections.abc import Iterator

from app.drawing.workshop_kit import agenda, emotions, notes, sections, stages
from app.drawing.workshop_kit.kit_page import KitPage, Room
from app.model.document import Document
from app.model.records import JourneyMap

KINDS = (agenda, stages, sections, emotions, notes)


def draw_kit(document: Document, journey_map: JourneyMap, room: Room) -> Iterator[KitPage]:
    """The pages of the kit for a map, each as large as there is room."""
    for kind in KINDS:
        yield from kind.pages(document, journey_map, room)
