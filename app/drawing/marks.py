"""The marks of a comparison: what was added, changed, moved and removed is told on the map itself.

Each mark is a frame with a badge, which has a sign and the difference's number; so it can be told without
colours, and spoken of in a room. What is gone lies under thin white stripes in a dashed frame, where it
stood.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.arrows import arrow
from app.drawing.display import Batch, DisplayList, Lines, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.pieces import stripes
from app.drawing.text import line_height, text_block
from app.drawing.theme import ACCENT, NOTE_RADIUS, SHEET, Colour, TextStyle
from app.model.history.version_words import SIGNS
from app.model.history.versions import BECAME, Became, Difference
from app.model.records import Id, JourneyMap, Section, Stage

MARK_COLOURS: dict[Became, Colour] = {
    "added": Colour.of("#1B7A3D"),
    "changed": ACCENT,
    "moved": Colour.of("#7A3FB8"),
    "removed": Colour.of("#B42318"),
}
GHOST_STRIPES, GHOST_STEP = Stroke(SHEET, 2.0), 9.0
"""Over what is gone, a third of it: words under them can still be read."""
MOST_ARROWS = 40
"""Moved notes up to which arrows help; more of them would be a tangle."""
_BADGE = TextStyle(22, 700, leading=1.2)
BADGE_HEIGHT = line_height(_BADGE) + 6
_PADDING = 11.0
_SMALL = 100.0
"""How wide something must be to bear a badge on its edge."""
_WIDTH = 5.0
_DASHES = (16.0, 10.0)
_GAP = 3.0
"""Between what is marked and its frame."""
_INSET = BADGE_HEIGHT / 2 + 2
"""How far a frame lies inside of a header's edges, so that its badge does not reach the neighbours."""


class _Mark(NamedTuple):
    frame: QRectF
    colour: Colour
    """That of the frame."""
    text: str
    is_ghost: bool

    @property
    def badge(self) -> QPointF:
        """Where its badge begins: on the upper edge, or above of what it would cover."""
        above = BADGE_HEIGHT / 2 if self.frame.width() < _SMALL else 0.0
        return self.frame.topLeft() - QPointF(6, above)


def draw_marks(differences: Iterable[Difference], places: Mapping[Id, QRectF]) -> DisplayList:
    """The marks of those differences whose place is known."""
    marks: dict[Became, list[_Mark]] = defaultdict(list)
    arrows: list[tuple[QRectF, QRectF]] = []
    for difference in differences:
        found = _marks_of(difference, places)
        marks[difference.became] += found
        if len(found) == 2:
            arrows.append((found[0].frame, found[1].frame))
    drawn: list[Batch] = []
    ghosts = [mark.frame for became in BECAME for mark in marks[became] if mark.is_ghost]
    if ghosts:
        pale = [line for frame in ghosts for line in stripes(_on(frame), GHOST_STEP)]
        drawn.append(Lines(pale, GHOST_STRIPES))
    drawn += _frames([mark for became in BECAME for mark in marks[became]])
    if len(arrows) <= MOST_ARROWS:
        for start, end in arrows:
            drawn += _arrow(start, end)
    for became in BECAME:
        for is_ghost in (True, False):
            badges = [(mark.badge, mark.text) for mark in marks[became] if mark.is_ghost == is_ghost]
            drawn += draw_badges(became, badges, is_ghost and became == "moved")
    return tuple(drawn)


def draw_badges(
    became: Became, badges: Iterable[tuple[QPointF, str]], is_hollow: bool = False
) -> DisplayList:
    """Badges with a text in each, from the middle of their left edge on."""
    colour = MARK_COLOURS[became]
    fill, ink = (SHEET, colour) if is_hollow else (colour, SHEET)
    boxes, texts = [], []
    for place, text in badges:
        block = text_block(text, _BADGE)
        box = QRectF(
            place.x(),
            place.y() - BADGE_HEIGHT / 2,
            max(block.width + 2 * _PADDING, BADGE_HEIGHT),
            BADGE_HEIGHT,
        )
        boxes.append(box)
        texts.append(PlacedText(box.center().x() - block.width / 2, box.top() + 3, block))
    if not boxes:
        return ()
    edge = Stroke(colour if is_hollow else SHEET, 2.5)
    return (Rectangles(boxes, fill=fill, stroke=edge, radius=BADGE_HEIGHT / 2), Texts(texts, ink))


def _marks_of(difference: Difference, places: Mapping[Id, QRectF]) -> list[_Mark]:
    """A moved note has two: where it stood, and where it stands."""
    text = f"{SIGNS[difference.became]} {difference.number}"
    is_gone = difference.became == "removed"
    shown = [(difference.shown_as, is_gone)]
    if not is_gone and difference.ghost is not None:
        shown.insert(0, (difference.ghost, True))
    is_header = isinstance(difference.record, JourneyMap | Stage | Section)
    # A stage's header is itself of a dark colour.
    colour = SHEET if isinstance(difference.record, Stage) else MARK_COLOURS[difference.became]
    found = [(places[id], is_ghost) for id, is_ghost in shown if id in places]
    return [_Mark(_framed(place, is_header), colour, text, is_ghost) for place, is_ghost in found]


def _framed(place: QRectF, is_header: bool) -> QRectF:
    if is_header:
        return place.adjusted(_INSET, _INSET, -_INSET, -_INSET)
    reach = _GAP + _WIDTH / 2
    return place.adjusted(-reach, -reach, reach, reach)


def _on(frame: QRectF) -> QRectF:
    """What a frame stands around."""
    reach = _GAP + _WIDTH / 2
    return frame.adjusted(reach, reach, -reach, -reach)


def _frames(marks: Sequence[_Mark]) -> DisplayList:
    alike: dict[Stroke, list[QRectF]] = defaultdict(list)
    for mark in marks:
        alike[Stroke(mark.colour, _WIDTH, _DASHES if mark.is_ghost else ())].append(mark.frame)
    radius = NOTE_RADIUS + _GAP
    return tuple(Rectangles(frames, stroke=stroke, radius=radius) for stroke, frames in alike.items())


def _arrow(start: QRectF, end: QRectF) -> DisplayList:
    curve, head, _ = arrow(start, end, head=22)
    colour = MARK_COLOURS["moved"]
    origin = [QPointF(0, 0)]
    return (Paths(curve, origin, stroke=Stroke(colour, _WIDTH * 0.7)), Paths(head, origin, fill=colour))
