"""What is read from a curve, in words beside it: what each mark says, and where it would like to stand."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.drawing.display import Batch, DisplayList, PlacedText, Texts
from app.drawing.pieces import READABLE, glyph
from app.drawing.sections.emotional_graph.graph_line import CurveLine
from app.drawing.sections.emotional_graph.graph_room import LabelCandidates
from app.drawing.sections.emotional_graph.quote_places import beside
from app.drawing.sizes import USUAL, Sizes
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import MARK_HIGH, MARK_LOW, SECONDARY, Colour
from app.language.phrases import Phrase, phrase_context, tr
from app.model.analysis.reading import Finding, FindingKind
from app.model.words import shortened

FARTHEST = 130.0
"""How far a mark may stand from where it would like to."""
_GLYPH = 26.0
_OFF = 9.0
"""Between a point and its mark."""

SIGNS: dict[FindingKind, tuple[str, Colour]] = {
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
_LOWEST = phrase_context("on a curve", "lowest point")
OTHERS: tuple[FindingKind, ...] = ("rapid drop", "sawtooth", "first impression", "last impression")
"""Which marks look for a place first, once the peaks, the troughs and the quotes have theirs."""


class Mark(NamedTuple):
    """A finding in words, and where they stand."""

    finding: Finding
    rectangle: QRectF
    display_list: DisplayList


def extremes(findings: Sequence[Finding]) -> list[Finding]:
    """Of all that a curve says, its highest peak and its lowest trough."""
    peaks = [finding for finding in findings if finding.kind == "peak"]
    troughs = [finding for finding in findings if finding.kind == "trough"]
    highest = sorted(peaks, key=_value_of)[-1:]
    return [*highest, *sorted(troughs, key=_value_of)[:1]]


def _value_of(finding: Finding) -> float:
    return finding.points[0].value


def mark_block(line: CurveLine, finding: Finding, sizes: Sizes) -> TextBlock:
    """The finding's name; of a sawtooth also from where to where it goes."""
    return text_block(_words(line, finding), sizes.peak)


def _words(line: CurveLine, finding: Finding) -> str:
    if finding.kind == "trough" and _is_lowest(line, finding):
        return str(_LOWEST)
    first, last = (line.stage_name(point) for point in (finding.points[0], finding.points[-1]))
    if finding.kind != "sawtooth" or not first or not last:
        return str(_NAMES[finding.kind])
    return tr("sawtooth, {first} – {last}", first=shortened(first, 16), last=shortened(last, 16))


def _is_lowest(line: CurveLine, finding: Finding) -> bool:
    """Whether a trough is the lowest point of its curve, which then is called so wherever it is drawn."""
    return finding.points[0].value <= min(point.value for point in line.curve.points)


def mark_size(block: TextBlock, finding: Finding, sizes: Sizes) -> QSizeF:
    sign, _ = SIGNS[finding.kind]
    return QSizeF(block.width + (_GLYPH * _larger(sizes) if sign else 0), block.height)


def draw_mark(finding: Finding, block: TextBlock, rectangle: QRectF, sizes: Sizes) -> DisplayList:
    """The sign and the words, within a rectangle of their size."""
    sign, colour = SIGNS[finding.kind]
    larger = _larger(sizes)
    drawn: list[Batch] = []
    if sign:
        place = rectangle.topLeft() + QPointF(9 * larger, rectangle.height() / 2)
        drawn.append(glyph(sign, [place], colour, enlarged=larger))
    text = PlacedText(rectangle.right() - block.width, rectangle.top(), block)
    return (*drawn, Texts([text], colour, seen_from=READABLE))


def _larger(sizes: Sizes) -> float:
    return sizes.peak.size / USUAL.peak.size


def mark_candidates(line: CurveLine, finding: Finding, size: QSizeF) -> LabelCandidates:
    """A peak is marked over its point, a trough under it, a drop at the middle of its fall."""
    index = next(i for i, point in enumerate(line.curve.points) if point is finding.points[0])
    last = index + len(finding.points) - 1
    middle = (line.places[index] + line.places[last]) / 2
    centred = middle.x() - size.width() / 2
    if finding.kind in ("peak", "trough"):
        off = line.ring + _OFF
        top = middle.y() - off - size.height() if finding.kind == "peak" else middle.y() + off
        near = (0.0, -30.0, 30.0, -70.0, 70.0)
        return LabelCandidates(tuple((centred + step, abs(step)) for step in near), top)
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
