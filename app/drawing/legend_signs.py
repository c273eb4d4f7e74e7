"""The signs that a legend can explain, each with its group and its words; only those on a map are told."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.arrows import LINE
from app.drawing.assumed import draw_dashed_edges, tab
from app.drawing.display import DisplayList, Lines, Paths, Rectangles, Stroke
from app.drawing.glyphs import circle, face, polygon
from app.drawing.key_point_strip import draw_discs
from app.drawing.note_looks import LIT, STRESSED
from app.drawing.pieces import glyph
from app.drawing.theme import (
    ASSUMED_FILLS,
    FRAME,
    KEY_POINT,
    MARK_HIGH,
    MARK_LOW,
    NOTE_FILLS,
    NOTE_GLYPHS,
    NOTE_MARK_INK,
    NOTE_SIGN_INKS,
    ON_TOP_IDEA,
    SECONDARY,
    SHEET,
    STAR,
    STAR_INK,
    TINT,
    TOP_IDEA,
    Colour,
)
from app.language.phrases import Phrase, phrase, phrase_context
from app.model.records import NoteColour

HEIGHT = 34.0
"""Of the room that each sign is drawn in, in the usual type of legends."""
_MIDDLE = HEIGHT / 2
_PAIN = NOTE_SIGN_INKS["pink"]
_ON_DISC = KEY_POINT._replace(size=20)

NOTES = phrase_context("group of a legend", "Notes")
MARKS = phrase_context("group of a legend", "Marks on notes")
EMPHASIS = phrase_context("group of a legend", "Emphasis")
GRAPH = phrase_context("group of a legend", "Graph")
KEY_POINTS = phrase_context("group of a legend", "Key points")


class Drawn(NamedTuple):
    """A sign, from (0, 0) and `HEIGHT` high."""

    display_list: DisplayList
    width: float


class Explained(NamedTuple):
    """A sign of a group with what it means. `needs`: which signs are on a map that has it."""

    group: Phrase
    needs: frozenset[str]
    draw: Callable[[], Drawn]
    meaning: Phrase
    unless: frozenset[str] = frozenset()
    """Signs with which another of these explains it."""


def colour_swatch(colour: NoteColour) -> Drawn:
    swatch = QRectF(0, 2, 46, HEIGHT - 4)
    fill = Rectangles([swatch], fill=NOTE_FILLS[colour], radius=5)
    return Drawn((fill, glyph(NOTE_GLYPHS[colour], [swatch.center()], NOTE_SIGN_INKS[colour])), 46)


def all_signs() -> tuple[Explained, ...]:
    """Every sign that a legend can explain beside the colours of notes."""
    return _SIGNS


def explained(signs: Collection[str]) -> Iterator[Explained]:
    """What is to be said of the signs that are there."""
    there = frozenset(signs)
    return (one for one in _SIGNS if one.needs <= there and not (one.unless and one.unless <= there))


def _dots(count: int) -> Callable[[], Drawn]:
    def draw() -> Drawn:
        places = [QPointF(6 + number * 14.0, _MIDDLE) for number in range(count)]
        return Drawn((Paths(circle(5.5), places, fill=_PAIN),), 46)

    return draw


def _assumption() -> Drawn:
    box = QRectF(1, 3, 44, HEIGHT - 6)
    fill = Rectangles([box], fill=ASSUMED_FILLS["pink"], radius=4)
    place = [QPointF(40, 9)]
    return Drawn(
        (
            fill,
            *draw_dashed_edges([box], _PAIN, 0),
            Paths(tab(20), place, fill=_PAIN),
            glyph("assumption", place, SHEET, enlarged=0.75),
        ),
        50,
    )


def _owner() -> Drawn:
    return Drawn((glyph("owner", [QPointF(10, _MIDDLE)], NOTE_MARK_INK, enlarged=1.2),), 24)


def _box(at: float) -> DisplayList:
    box = QRectF(at, 5, 24, HEIGHT - 10)
    bars = [QLineF(at + 7, _MIDDLE + step, at + 17, _MIDDLE + step) for step in (-4.0, 0.0, 4.0)]
    edge = Stroke(NOTE_MARK_INK, 1.8)
    return (Rectangles([box], fill=SHEET, stroke=edge, radius=5), Lines(bars, edge))


def _effort() -> Drawn:
    return Drawn(_box(0), 26)


def _owner_and_effort() -> Drawn:
    return Drawn((*_owner().display_list, *_box(24)), 50)


def _votes() -> Drawn:
    pill = QRectF(1, 5, 44, HEIGHT - 10)
    places = [QPointF(12 + 11.0 * number, _MIDDLE) for number in range(3)]
    edge = Stroke(TOP_IDEA, 1.8)
    drawn = Rectangles([pill], fill=SHEET, stroke=edge, radius=pill.height() / 2)
    return Drawn((drawn, Paths(circle(3.0), places, fill=TOP_IDEA)), 46)


def _link() -> Drawn:
    return Drawn((glyph("link", [QPointF(12, _MIDDLE)], NOTE_MARK_INK),), 26)


def _moment() -> Drawn:
    disc, box = [QPointF(_MIDDLE, _MIDDLE)], QRectF(HEIGHT + 6, 3, 26, HEIGHT - 6)
    return Drawn(
        (
            Paths(circle(_MIDDLE - 1), disc, fill=STAR),
            glyph("moment-of-truth", disc, STAR_INK, enlarged=1.05),
            Rectangles([box], fill=TINT, stroke=Stroke(FRAME, 4.5)),
        ),
        HEIGHT + 34,
    )


def _leading() -> Drawn:
    return _edged("yellow", LIT)


def _emphasised() -> Drawn:
    return _edged("grey", STRESSED)


def _edged(colour: NoteColour, edge: Stroke) -> Drawn:
    box = QRectF(2, 4, 42, HEIGHT - 8)
    return Drawn((Rectangles([box], fill=NOTE_FILLS[colour], stroke=edge, radius=5),), 46)


def _top_idea() -> Drawn:
    box = QRectF(0, 2, 62, HEIGHT - 4)
    return Drawn(
        (Rectangles([box], fill=TOP_IDEA, radius=5), glyph("opportunity", [box.center()], ON_TOP_IDEA)), 62
    )


def _connector() -> Drawn:
    return _arrow([QLineF(4, _MIDDLE, 54, _MIDDLE)], SECONDARY)


def _felt_later() -> Drawn:
    return _arrow([QLineF(at, _MIDDLE, at + 10, _MIDDLE) for at in (6.0, 22.0, 38.0)], _PAIN)


def _arrow(lines: Sequence[QLineF], ink: Colour) -> Drawn:
    head = polygon((62, _MIDDLE), (50, _MIDDLE - 6.5), (50, _MIDDLE + 6.5))
    origin = [QPointF(0, 0)]
    dot = Paths(circle(5.0, 5, _MIDDLE), origin, fill=ink)
    return Drawn((Lines(lines, Stroke(ink, LINE)), dot, Paths(head, origin, fill=ink)), 64)


def _face() -> Drawn:
    outline, place = face(3.0, _MIDDLE - 2), [QPointF(_MIDDLE, _MIDDLE)]
    return Drawn((Paths(outline, place, fill=SHEET, stroke=Stroke(MARK_HIGH, 3.0)),), HEIGHT)


def _callout() -> Drawn:
    box = QRectF(1, 3, 58, HEIGHT - 6)
    field = QRectF(2, 4, 20, HEIGHT - 8)
    return Drawn(
        (
            Rectangles([box], fill=SHEET, stroke=Stroke(MARK_HIGH.mixed(SHEET, 0.35), 2), radius=6),
            Rectangles([field], fill=MARK_HIGH.mixed(SHEET, 0.8), radius=4),
            glyph("thought", [QPointF(40, _MIDDLE)], NOTE_MARK_INK),
        ),
        60,
    )


def _key_point() -> Drawn:
    return Drawn(tuple(draw_discs(("1",), (QPointF(_MIDDLE, _MIDDLE),), _ON_DISC)), HEIGHT)


def _turns(*names: str) -> Callable[[], Drawn]:
    inks = {"peak": MARK_HIGH, "trough": MARK_LOW}

    def draw() -> Drawn:
        drawn = [glyph(name, [QPointF(10 + 24.0 * at, _MIDDLE)], inks[name]) for at, name in enumerate(names)]
        return Drawn(tuple(drawn), 24.0 * len(names))

    return draw


def _one(
    group: Phrase, needs: str, draw: Callable[[], Drawn], meaning: Phrase, unless: str = ""
) -> Explained:
    return Explained(group, frozenset(needs.split("+")), draw, meaning, frozenset(unless.split()))


_SIGNS: tuple[Explained, ...] = (
    _one(MARKS, "trivial", _dots(1), phrase("Impact: trivial")),
    _one(MARKS, "work-around", _dots(2), phrase("Impact: workaround")),
    _one(MARKS, "abandon", _dots(3), phrase("Impact: gives up")),
    _one(MARKS, "assumption", _assumption, phrase("Assumption, not yet checked")),
    _one(MARKS, "owner+effort", _owner_and_effort, phrase("Owner; effort S, M or L")),
    _one(MARKS, "owner", _owner, phrase_context("legend", "Owner"), unless="effort"),
    _one(MARKS, "effort", _effort, phrase("Effort S, M or L"), unless="owner"),
    _one(MARKS, "votes", _votes, phrase_context("legend", "Votes")),
    _one(MARKS, "link", _link, phrase("Leads to an address")),
    _one(EMPHASIS, "moment", _moment, phrase("Moment of truth: stage, column")),
    _one(EMPHASIS, "leading", _leading, phrase("Leads to a moment of truth")),
    _one(EMPHASIS, "emphasised", _emphasised, phrase_context("legend", "Emphasised")),
    _one(EMPHASIS, "top-idea", _top_idea, phrase("Idea with the most votes")),
    _one(EMPHASIS, "connector", _connector, phrase("Pain point leads to idea")),
    _one(EMPHASIS, "felt-later", _felt_later, phrase("Pain point is felt later")),
    _one(GRAPH, "emotion", _face, phrase("Emotion, −5 to +5")),
    _one(GRAPH, "callout", _callout, phrase("Value and quote")),
    _one(GRAPH, "peak+trough", _turns("peak", "trough"), phrase("Peak, lowest point")),
    _one(GRAPH, "peak", _turns("peak"), phrase_context("legend", "Peak"), unless="trough"),
    _one(GRAPH, "trough", _turns("trough"), phrase_context("legend", "Lowest point"), unless="peak"),
    _one(KEY_POINTS, "key-point", _key_point, phrase("Key point, told at the top")),
)


def in_groups(found: Collection[Explained]) -> Mapping[Phrase, list[Explained]]:
    groups: dict[Phrase, list[Explained]] = {}
    for one in found:
        groups.setdefault(one.group, []).append(one)
    return groups
