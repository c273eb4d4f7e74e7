"""What stands at the foot of a note beside its glyph: impact, link, owner, effort and votes.

As much is said as has room: impact in dots with their word, the owner's name in full, votes in a second line.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, Links, Paths, PlacedLink, PlacedText, Rectangles, Stroke, Texts
from app.drawing.fonts import text_family
from app.drawing.glyphs import circle
from app.drawing.note_layers import MARKS, TEXT
from app.drawing.pieces import READABLE, glyph
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import MARK, NOTE_PADDING, SHEET, Colour
from app.language.phrases import Phrase, phrase_context, phrase_plural
from app.language.spoken import written_language
from app.model.addresses import poster_address
from app.model.nouns import word
from app.model.records import Effort, Impact, Note
from app.model.verbs.personas import initials

FOOT_LINE = 31.0
"""How much higher a note is for a second line of its foot."""
SECOND_LINE = 28.0
"""How far that stands above the first."""
_DOTS: dict[Impact, int] = {"trivial": 1, "work-around": 2, "abandon": 3}
_DOT = circle(5.0)
_DOT_STEP = 13.5
_BETWEEN = 12.0
_BEFORE = 8.0
_AROUND_SIGN = 26.0
_SIGN = 22.0
_PILL_HEIGHT, _IN_PILL, _IN_BOX = 27.0, 11.0, 7.0
_BOX_RADIUS = 5.0
_LONG_NAME = 130.0
"""Map units up to which a note is made so wide that its owner's name stands there in full."""
_NAME = MARK._replace(weight=500)
_EFFORTS: dict[Effort, Phrase] = {
    "small": phrase_context("size of an effort, one letter", "S"),
    "medium": phrase_context("size of an effort, one letter", "M"),
    "large": phrase_context("size of an effort, one letter", "L"),
}

Kind = Literal["votes", "effort", "owner", "link", "impact"]


class Item(NamedTuple):
    """Something that stands at a note's foot, and how wide it is."""

    kind: Kind
    width: float
    block: TextBlock | None = None
    dots: int = 0


class Foot(NamedTuple):
    """What a note says at its foot, with all words and with fewer; from right to left."""

    full: tuple[Item, ...]
    """With the word of its impact."""
    usual: tuple[Item, ...]
    short: tuple[Item, ...]
    """With the owner's initials."""

    @property
    def least(self) -> tuple[Item, ...]:
        """What must stand side by side."""
        return _without_votes(self.usual if self._names_owner else self.short)

    @property
    def one_line(self) -> float:
        """How wide it is in one line."""
        return width_of(self.usual if self._names_owner else self.short)

    @property
    def _names_owner(self) -> bool:
        return all(item.kind != "owner" or item.width <= _LONG_NAME for item in self.usual)

    def lines(self, room: float) -> tuple[tuple[Item, ...], ...]:
        """Its lines in so much room, the lowest first: two at most, of which the second has the votes."""
        for items in (self.full, self.usual):
            if width_of(items) <= room:
                return (items,)
        for items in (self.usual, self.short) if self._names_owner else (self.short,):
            if width_of(items) <= room:
                return (items,)
            rest = _without_votes(items)
            if len(rest) < len(items) and (width_of(rest) <= room or items is self.short):
                return (rest, items[:1])
        return (self.short,)


_NOTHING = Foot((), (), ())


def foot_of(note: Note) -> Foot:
    """What stands at a note's foot."""
    if not is_marked(note):
        return _NOTHING
    return _foot(
        *(note.votes, note.effort, note.owner.strip(), bool(note.link), note.impact),
        *(written_language(), text_family()),
    )


def is_marked(note: Note) -> bool:
    return bool(note.impact or note.votes or note.owner or note.effort or note.link)


def foot_width(note: Note) -> float:
    """How wide a note must be for its sign and its marks to stand side by side, votes perhaps above."""
    foot = foot_of(note)
    return 2 * NOTE_PADDING + _AROUND_SIGN + width_of(foot.least)


def foot_in_one_line(note: Note) -> float:
    """How wide a note must be for all of it to stand side by side."""
    return 2 * NOTE_PADDING + _AROUND_SIGN + foot_of(note).one_line


def foot_lines(note: Note, width: float) -> tuple[tuple[Item, ...], ...]:
    """The lines at the foot of a note that is so wide, the lowest first."""
    return foot_of(note).lines(width - 2 * NOTE_PADDING - _AROUND_SIGN)


def more_foot(note: Note, width: float) -> float:
    """How much higher than usual the foot of a note is that is so wide."""
    return FOOT_LINE * (len(foot_lines(note, width)) - 1) if is_marked(note) else 0.0


def marks_width(note: Note) -> float:
    """How wide what stands at a note's right is, where its text stands beside it."""
    return width_of(foot_of(note).short)


def width_of(items: Sequence[Item]) -> float:
    return sum(item.width + _BETWEEN for item in items) - _BETWEEN + _BEFORE if items else 0.0


def _without_votes(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.kind != "votes")


@lru_cache(maxsize=8192)
def _foot(
    votes: int,
    effort: Effort | None,
    owner: str,
    has_link: bool,
    impact: Impact | None,
    language: str,
    family: str,
) -> Foot:
    def items(says_impact: bool, names_owner: bool) -> Iterator[Item]:
        if votes:
            said = phrase_plural("{count} vote", "{count} votes", votes) if names_owner else votes
            block = text_block(str(said), MARK)
            yield Item("votes", block.width + 2 * _IN_PILL, block)
        if effort:
            block = text_block(str(_EFFORTS[effort]), MARK)
            yield Item("effort", max(block.width + 2 * _IN_BOX, _PILL_HEIGHT - 2), block)
        if owner:
            block = text_block(owner if names_owner else initials(owner), _NAME)
            yield Item("owner", block.width + _SIGN, block)
        if has_link:
            yield Item("link", _SIGN)
        if impact:
            dots = _DOT_STEP * _DOTS[impact]
            said_word = text_block(str(word("impact", impact)), _NAME) if says_impact else None
            yield Item("impact", dots + (said_word.width + 8 if said_word else 0), said_word, _DOTS[impact])

    return Foot(tuple(items(True, True)), tuple(items(False, True)), tuple(items(False, False)))


class InFoot(NamedTuple):
    """A note with the lines of its foot, and where they end: at the right, in the middle of their height."""

    note: Note
    lines: tuple[tuple[Item, ...], ...]
    corner: QPointF
    area: QRectF
    """Where a click leads to the note's address."""


def placed_items(feet: Sequence[InFoot]) -> Iterator[tuple[Item, QPointF]]:
    """Each item with the place of its right end, in the middle of its height."""
    for _, lines, corner, _ in feet:
        for number, items in enumerate(lines):
            x, y = corner.x(), corner.y() - number * SECOND_LINE
            for item in items:
                yield item, QPointF(x, y)
                x -= item.width + _BETWEEN


def votes_box(foot: InFoot) -> QRectF | None:
    """Where a note's votes stand."""
    return next((_pill(item, at) for item, at in placed_items([foot]) if item.kind == "votes"), None)


def _pill(item: Item, at: QPointF) -> QRectF:
    return QRectF(at.x() - item.width, at.y() - _PILL_HEIGHT / 2, item.width, _PILL_HEIGHT)


def draw_feet(feet: Sequence[InFoot], ink: Colour, signs: Colour, words: Colour) -> Iterator[Batch]:
    """What stands at the feet of notes of one colour, in the inks of signs and dots, and of words."""
    if not feet:
        return
    pills: list[QRectF] = []
    boxes: list[QRectF] = []
    owners: list[QPointF] = []
    links: list[QPointF] = []
    dots: list[QPointF] = []
    texts: dict[Colour, list[PlacedText]] = defaultdict(list)
    leading: list[PlacedLink] = []
    for item, at in placed_items(feet):
        text_left, colour = at.x() - item.width, words
        match item.kind:
            case "votes":
                pills.append(_pill(item, at))
                text_left, colour = text_left + _IN_PILL, ink
            case "effort":
                boxes.append(_pill(item, at).adjusted(0, 1, 0, -1))
                text_left, colour = at.x() - (item.width + _width(item)) / 2, ink
            case "owner":
                owners.append(QPointF(text_left + 7, at.y()))
                text_left += _SIGN
            case "link":
                links.append(QPointF(at.x() - 9, at.y()))
            case "impact":
                first = text_left + 5.0
                dots += [QPointF(first + number * _DOT_STEP, at.y()) for number in range(item.dots)]
                text_left = at.x() - _width(item)
        if item.block is not None:
            texts[colour].append(PlacedText(text_left, at.y() - item.block.height / 2, item.block))
    for note, _, _, area in feet:
        if note.link and (address := poster_address(note.link)):
            leading.append(PlacedLink(area, address))
    edge = Stroke(ink.mixed(SHEET, 0.25), 1.8)
    if pills:
        yield Rectangles(
            pills, fill=SHEET, stroke=edge, radius=_PILL_HEIGHT / 2, seen_from=READABLE, layer=MARKS
        )
    if boxes:
        yield Rectangles(boxes, fill=SHEET, stroke=edge, radius=_BOX_RADIUS, seen_from=READABLE, layer=MARKS)
    if owners:
        yield glyph("owner", owners, words, MARKS)
    if dots:
        yield Paths(_DOT, dots, fill=signs, seen_from=READABLE, layer=MARKS)
    if links:
        yield glyph("link", links, words, MARKS)
    if leading:
        yield Links(leading, layer=MARKS)
    for colour, placed in texts.items():
        yield Texts(placed, colour, seen_from=READABLE, layer=TEXT)


def _width(item: Item) -> float:
    return item.block.width if item.block is not None else 0.0
