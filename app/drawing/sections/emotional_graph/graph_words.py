"""The words on an emotional graph: quotes and marks, each where it covers nothing.

A quote that was moved by hand stands where it was put. All others look for a free place near their point;
quotes that find none are written under their stage, below the band, so that none is ever lost.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

from app.drawing.display import Batch, DisplayList, Lines, PlacedText, Stroke, Texts
from app.drawing.pieces import READABLE, glyph
from app.drawing.sections.emotional_graph.graph_line import CurveLine
from app.drawing.sections.emotional_graph.graph_room import CELL, LabelCandidates, Room
from app.drawing.sections.emotional_graph.graph_scale import Scale, ends, shade
from app.drawing.sections.emotional_graph.quote_places import (
    OTHER_WIDTHS,
    Blocks,
    beside,
    leader,
    place_near,
    words_size,
)
from app.drawing.sizes import USUAL, Sizes
from app.drawing.text import TextBlock, snug, text_block
from app.drawing.theme import (
    BAND_ABOVE,
    HAIRLINE,
    MARK_HIGH,
    MARK_LOW,
    SECONDARY,
    Colour,
    contrast,
)
from app.language.phrases import Phrase, phrase_context, tr
from app.model.analysis.reading import Finding, FindingKind, Thresholds, read_curve
from app.model.records import EmotionPoint, Id
from app.model.words import shortened

QUOTE_WIDTH = 300.0
"""How wide quotes are in the usual type."""
_FARTHEST = 130.0
"""How far a mark may stand from where it would like to."""
_GLYPH = 26.0

_MARKS: dict[FindingKind, tuple[str, Colour]] = {
    "peak": ("peak", MARK_HIGH),
    "trough": ("trough", MARK_LOW),
    "rapid drop": ("rapid-drop", MARK_LOW),
    "sawtooth": ("sawtooth", MARK_LOW),
    "first impression": ("", SECONDARY),
    "last impression": ("", SECONDARY),
}
_NAMES: dict[FindingKind, Phrase] = {
    "peak": phrase_context("on a curve", "peak"),
    "trough": phrase_context("on a curve", "trough"),
    "rapid drop": phrase_context("on a curve", "rapid drop"),
    "sawtooth": phrase_context("on a curve", "sawtooth"),
    "first impression": phrase_context("on a curve", "first impression"),
    "last impression": phrase_context("on a curve", "last impression"),
}
_ORDER: tuple[FindingKind, ...] = ("rapid drop", "sawtooth", "first impression", "last impression")
"""Which marks look for a place first, once the peaks, the troughs and the quotes have theirs."""


class Quote(NamedTuple):
    """What a point says: its words, and where they stand."""

    point: EmotionPoint
    rectangle: QRectF
    display_list: DisplayList


class Mark(NamedTuple):
    """A finding in words, and where they stand."""

    finding: Finding
    rectangle: QRectF
    display_list: DisplayList


class Words(NamedTuple):
    """All words of a graph. `left_over` are the points whose quotes found no place."""

    quotes: tuple[Quote, ...]
    marks: tuple[Mark, ...]
    left_over: tuple[EmotionPoint, ...]

    @property
    def display_list(self) -> DisplayList:
        drawn = [*[quote.display_list for quote in self.quotes], *[mark.display_list for mark in self.marks]]
        return tuple(batch for display_list in drawn for batch in display_list)


def place_words(
    lines: Sequence[CurveLine],
    ghost: CurveLine | None,
    scale: Scale,
    thresholds: Thresholds,
    sizes: Sizes,
) -> Words:
    """Find room for the quotes of all curves and the marks of the one in front, which is the last."""
    room = Room(scale.left, scale.right, scale.height)
    for taken in (*lines, *([ghost] if ghost else ())):
        room.joined(taken.taken)
    for end in ends(scale, sizes):
        room.take(end)
    room.take(QRectF(scale.left, scale.y_of(0), scale.right - scale.left, 0))
    for wall in scale.walls:
        room.take(QRectF(wall - CELL, 0, 2 * CELL, scale.height))
    placing = _Placing(room, scale, sizes)
    for line in lines:
        placing.put_moved_quotes(line)
    findings = read_curve(lines[-1].curve.points, thresholds) if lines else []
    if sizes.marks_only_extremes:
        findings = _extremes(findings)
    for finding in findings:
        if finding.kind in ("peak", "trough"):
            placing.put_mark(lines[-1], finding)
    for line in reversed(lines):
        placing.put_quotes(line)
    for kind in _ORDER:
        for finding in findings:
            if finding.kind == kind:
                placing.put_mark(lines[-1], finding)
    return Words(tuple(placing.quotes), tuple(placing.marks), tuple(placing.left_over))


def has_words(point: EmotionPoint) -> bool:
    """Whether there is something to write at a point."""
    return bool(point.emotion.strip() or point.quote.strip())


def quote_blocks(point: EmotionPoint, sizes: Sizes, width: float | None = None) -> list[TextBlock]:
    """The words at a point: its emotion, and under it the quote, in a width or the usual one."""
    if width is None:
        width = QUOTE_WIDTH * sizes.quote.size / USUAL.quote.size
    blocks = [text_block(point.emotion, sizes.emotion, width)] if point.emotion.strip() else []
    if point.quote.strip():
        blocks.append(text_block(point.quote, sizes.quote, width))
    return [snug(block) if block.is_mirrored else block for block in blocks]


def draw_quote(
    point: EmotionPoint, blocks: Sequence[TextBlock], place: QPointF, colour: Colour | None
) -> Iterator[Batch]:
    """The words at a place. `colour` is the curve's; none where that turns with the value."""
    y = place.y()
    for number, block in enumerate(blocks):
        is_emotion = number == 0 and bool(point.emotion.strip())
        ink = readable(colour or shade(point.value)) if is_emotion or colour else SECONDARY
        yield Texts([PlacedText(place.x(), y, block)], ink, seen_from=READABLE)
        y += block.height


def readable(colour: Colour) -> Colour:
    """A colour made dark enough for text on the band (4.5 : 1)."""
    share = 0.0
    while contrast(colour.mixed(Colour(0, 0, 0), share), BAND_ABOVE) < 4.7:
        share += 0.05
    return colour.mixed(Colour(0, 0, 0), share)


def _extremes(findings: Sequence[Finding]) -> list[Finding]:
    """Of all that a curve says, its highest peak and its lowest trough."""
    peaks = [finding for finding in findings if finding.kind == "peak"]
    troughs = [finding for finding in findings if finding.kind == "trough"]
    highest = sorted(peaks, key=_value_of)[-1:]
    return [*highest, *sorted(troughs, key=_value_of)[:1]]


def _value_of(finding: Finding) -> float:
    return finding.points[0].value


class _Placing:
    """Puts words one after the other where there still is room."""

    def __init__(self, room: Room, scale: Scale, sizes: Sizes) -> None:
        self.quotes: list[Quote] = []
        self.marks: list[Mark] = []
        self.left_over: list[EmotionPoint] = []
        self._room = room
        self._scale = scale
        self._sizes = sizes

    def put_moved_quotes(self, line: CurveLine) -> None:
        for point, place in zip(line.curve.points, line.places, strict=True):
            blocks = quote_blocks(point, self._sizes)
            if not blocks or point.quote_x is None or point.quote_y is None:
                continue
            size = words_size(blocks)
            x = place.x() + point.quote_x - size.width() / 2
            y = place.y() + point.quote_y - size.height() / 2
            x = min(max(x, self._scale.left + 4), max(self._scale.right - size.width() - 4, self._scale.left))
            y = min(max(y, 4.0), max(self._scale.height - size.height() - 4, 0.0))
            self._put_quote(line, point, place, blocks, QPointF(x, y))

    def put_quotes(self, line: CurveLine) -> None:
        for index, (point, place) in enumerate(zip(line.curve.points, line.places, strict=True)):
            blocks = quote_blocks(point, self._sizes)
            if not blocks or (point.quote_x is not None and point.quote_y is not None):
                continue
            around = line.places[max(index - 1, 0) : index + 2]
            found = place_near(self._room, place, around, line.ring, self._in_widths(point, blocks))
            if found is None:
                self.left_over.append(point)
            else:
                self._put_quote(line, point, place, *found)

    def _in_widths(self, point: EmotionPoint, usual: Blocks) -> Iterator[Blocks]:
        """The words of a point as they are usually broken, then wider and narrower."""
        yield usual
        width = QUOTE_WIDTH * self._sizes.quote.size / USUAL.quote.size
        sizes = {words_size(usual).width()}
        for share in OTHER_WIDTHS:
            blocks = quote_blocks(point, self._sizes, width * share)
            if words_size(blocks).width() not in sizes:
                sizes.add(words_size(blocks).width())
                yield blocks

    def put_mark(self, line: CurveLine, finding: Finding) -> None:
        name, colour = _MARKS[finding.kind]
        block = text_block(_mark_words(line, finding), self._sizes.peak)
        larger = self._sizes.peak.size / USUAL.peak.size
        size = QSizeF(block.width + (_GLYPH * larger if name else 0), block.height)
        found = self._room.find(size, _mark_candidates(line, finding, size, self._scale), _FARTHEST)
        if found is None:
            return
        rectangle = QRectF(found, size)
        self._room.take(rectangle)
        drawn: list[Batch] = []
        if name:
            place = found + QPointF(9 * larger, size.height() / 2)
            drawn.append(glyph(name, [place], colour, enlarged=larger))
        text = PlacedText(rectangle.right() - block.width, found.y(), block)
        drawn.append(Texts([text], colour, seen_from=READABLE))
        self.marks.append(Mark(finding, rectangle, tuple(drawn)))

    def _put_quote(
        self,
        line: CurveLine,
        point: EmotionPoint,
        place: QPointF,
        blocks: Sequence[TextBlock],
        at: QPointF,
    ) -> None:
        rectangle = QRectF(at, words_size(blocks))
        self._room.take(rectangle)
        way = leader(rectangle, place, line.ring)
        if way is not None:
            self._room.take_line(way)
        drawn = (*_draw_leader(way), *draw_quote(point, blocks, at, line.look.colour))
        self.quotes.append(Quote(point, rectangle, drawn))


def left_over_by_stage(words: Words) -> dict[Id, list[EmotionPoint]]:
    """The points whose quotes are written under their stage."""
    found: dict[Id, list[EmotionPoint]] = defaultdict(list)
    for point in words.left_over:
        found[point.stage].append(point)
    return found


def _mark_words(line: CurveLine, finding: Finding) -> str:
    """The finding's name; of a sawtooth also from where to where it goes."""
    first, last = (line.stage_name(point) for point in (finding.points[0], finding.points[-1]))
    if finding.kind != "sawtooth" or not first or not last:
        return str(_NAMES[finding.kind])
    return tr("sawtooth, {first} – {last}", first=shortened(first, 16), last=shortened(last, 16))


def _mark_candidates(line: CurveLine, finding: Finding, size: QSizeF, scale: Scale) -> LabelCandidates:
    """A peak is marked under its point, a trough over it, a drop at the middle of its fall."""
    index = next(i for i, point in enumerate(line.curve.points) if point is finding.points[0])
    last = index + len(finding.points) - 1
    middle = (line.places[index] + line.places[last]) / 2
    centred = middle.x() - size.width() / 2
    if finding.kind in ("peak", "trough"):
        is_peak = finding.kind == "peak"
        top = middle.y() + line.ring + 12 if is_peak else middle.y() - line.ring - 12 - size.height()
        return LabelCandidates(
            tuple((centred + step, abs(step)) for step in (0.0, -30.0, 30.0, -70.0, 70.0)), top
        )
    if finding.kind == "rapid drop":
        x, y = line.legs[index].at(0.5)
        right, left = (x + 16, 0.0), (x - 16 - size.width(), 10.0)
        return LabelCandidates(
            (right, left, (x + 40, 24.0), (x - 40 - size.width(), 34.0)), y - size.height() / 2
        )
    if finding.kind == "sawtooth":
        steps = (0.0, -60.0, 60.0, -140.0, 140.0, -240.0, 240.0)
        highest = min(place.y() for place in line.places[index : last + 1])
        return LabelCandidates(
            tuple((centred + step, abs(step) / 3) for step in steps), highest - size.height()
        )
    place = line.places[index]
    return beside(place, line.ring, size, place.y() + line.ring + 6)


def _draw_leader(way: QLineF | None) -> Iterator[Batch]:
    if way is not None:
        yield Lines([way], Stroke(HAIRLINE.mixed(SECONDARY, 0.5), 1.5), seen_from=READABLE)
