"""The texts of pages with their places. Which record one belongs to is looked up for few of them."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF

from app.drawing.display import PlacedText, Texts
from app.drawing.text import TextBlock
from app.language.phrases import Phrase
from app.language.words import quoted
from app.model.records import Id
from app.model.words import shortened
from app.pages.deliverables.deliverable import Part
from app.pages.poster.arrangement import View


class TextOnPage(NamedTuple):
    """A text of a part, in a view of it."""

    part: Part
    view: View
    text: PlacedText

    @property
    def record(self) -> Id:
        place = QPointF(self.text.x + 1, self.text.y + self.text.block.height / 2)
        return self.part.record_at(self.view, place)

    @property
    def size(self) -> float:
        return self.text.block.style.size


def texts_of(part: Part) -> Iterator[TextOnPage]:
    """Every text of a part in the order in which it is drawn, and once though several bands have it."""
    seen: set[tuple[bool, float, float]] = set()
    for view in part.arrangement.views:
        for batch in view.display_list:
            for text in batch.texts if isinstance(batch, Texts) else ():
                key = (view.is_of_the_map, text.x + view.origin.x(), text.y + view.origin.y())
                if text.block.text.strip() and key not in seen:
                    seen.add(key)
                    yield TextOnPage(part, view, text)


def beginning(block: TextBlock) -> Phrase:
    """As much of a text as a sentence has room for."""
    return quoted(shortened(block.text, 40))
