"""The parts of a wide title block: words, faces, frames and logos, from the edge at which reading begins."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.set_words import SetWords, stacked
from app.drawing.text import TextBlock
from app.drawing.theme import Colour
from app.model.records import Persona, Picture

LINES_GAP = 6.0
"""Between texts that stand one below the other."""


class Face(NamedTuple):
    """A persona's face: its middle, measured as words are, and where it and what is said beside it stand."""

    persona: Persona
    middle: QPointF
    radius: float
    room: QRectF

    def moved(self, along: float, down: float) -> "Face":
        return self._replace(
            middle=self.middle + QPointF(along, down), room=self.room.translated(along, down)
        )


class Frame(NamedTuple):
    """What stands behind words: a card, or the pill of a trait."""

    area: QRectF
    is_pill: bool = False


class PlacedLogo(NamedTuple):
    """A logo, and where it stands."""

    picture: Picture
    area: QRectF


class TitlePart(NamedTuple):
    """A part of the block, set from (0, 0) at the edge at which reading begins."""

    width: float = 0.0
    height: float = 0.0
    words: tuple[SetWords, ...] = ()
    faces: tuple[Face, ...] = ()
    frames: tuple[Frame, ...] = ()
    logos: tuple[PlacedLogo, ...] = ()

    def moved(self, along: float, down: float) -> "TitlePart":
        return self._replace(
            words=tuple(each.moved(along, down) for each in self.words),
            faces=tuple(each.moved(along, down) for each in self.faces),
            frames=tuple(each._replace(area=each.area.translated(along, down)) for each in self.frames),
            logos=tuple(each._replace(area=each.area.translated(along, down)) for each in self.logos),
        )

    def joined(self, other: "TitlePart") -> "TitlePart":
        """Both, in the size of this one."""
        return self._replace(
            words=self.words + other.words,
            faces=self.faces + other.faces,
            frames=self.frames + other.frames,
            logos=self.logos + other.logos,
        )


def column(lines: Sequence[tuple[TextBlock, Colour]]) -> TitlePart:
    """Texts one below the other."""
    words, height = stacked(lines, LINES_GAP)
    return TitlePart(max((block.width for block, _ in lines), default=0.0), height, words)
