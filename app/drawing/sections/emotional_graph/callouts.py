"""What a point says, as a call-out: its value on a tinted field, then the emotion in a word and the quote."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.drawing.display import Batch, Outline, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.fonts import in_font
from app.drawing.pieces import READABLE
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, least_width, snug, text_block
from app.drawing.theme import BAND_ABOVE, INK, SHEET, Colour, TextStyle, contrast
from app.language.spoken import written_language
from app.model.analysis.reading_words import signed
from app.model.records import EmotionPoint

_BESIDE, _ABOVE, _BESIDE_VALUE = 0.38, 0.26, 0.3
"""How many times the size of the quote is free beside and above the words, and beside the value."""
_EDGE = 2.0
_RADIUS = 7.0
_ABREAST = 8.5
"""How many times its size a line of a quote is wide at most, where it can have another."""
_MOST_LINES = 5
_NEARLY = 1.06
"""How much wider each try is that looks for so many lines."""
_TINT = 0.86
BOXES, FIELDS, WORDS = 1, 2, 3
"""The layers of call-outs, over all else that stands still: those of all are painted together."""


@dataclass(frozen=True)
class CallOut:
    """The words at a point, broken in one of the ways that they can be."""

    value: TextBlock
    words: tuple[TextBlock, ...]

    @cached_property
    def size(self) -> QSizeF:
        style = self.value.style
        high = max(self.value.height, sum(block.height for block in self.words))
        wide = max((block.width for block in self.words), default=0.0)
        return QSizeF(self.field + wide + 2 * _BESIDE * style.size, high + 2 * _ABOVE * style.size)

    @property
    def field(self) -> float:
        """How wide the field of its value is."""
        return self.value.width + 2 * _BESIDE_VALUE * self.value.style.size


def has_words(point: EmotionPoint) -> bool:
    """Whether there is something to write at a point."""
    return bool(point.emotion.strip() or point.quote.strip())


def callouts_of(point: EmotionPoint, sizes: Sizes, room: float) -> tuple[CallOut, ...]:
    """The ways to break what a point says: first the one of the best shape in so much room, then narrower."""
    return _ways(
        signed(point.value), point.emotion.strip(), point.quote.strip(), in_font(sizes.quote),
        in_font(sizes.emotion), room, written_language(),
    )  # fmt: skip


def callout_within(point: EmotionPoint, sizes: Sizes, width: float) -> CallOut:
    """What a point says where it may be so wide, whatever its shape."""
    value = _value(signed(point.value), sizes.quote)
    room = width - CallOut(value, ()).size.width()
    return CallOut(
        value, _words(point.emotion.strip(), point.quote.strip(), sizes.quote, sizes.emotion, room)
    )


@lru_cache(maxsize=4096)
def _ways(
    value: str, emotion: str, quote: str, style: TextStyle, emotion_style: TextStyle, room: float,
    language: str,
) -> tuple[CallOut, ...]:  # fmt: skip
    number = _value(value, style)
    inner = room - CallOut(number, ()).size.width()
    least = max(least_width(quote, style), least_width(emotion, emotion_style), 1.0) + 1
    whole = max(text_block(quote, style).width, 1.0)
    found: dict[int, CallOut] = {}
    for lines in range(1, _MOST_LINES + 1):
        width = max(whole / lines, least)
        block = text_block(quote, style, width)
        while block.line_count > lines and width < whole:
            width *= _NEARLY
            block = text_block(quote, style, width)
        if block.line_count not in found:
            width = max(block.width + 1, least_width(emotion, emotion_style) + 1)
            found[block.line_count] = CallOut(number, _words(emotion, quote, style, emotion_style, width))
        if width <= least:
            break
    most = max(min(_ABREAST * style.size, inner), least)
    fitting = [way for way in found.values() if _wide(way) <= most] or [list(found.values())[-1]]
    others = [way for way in reversed(found.values()) if way not in fitting]
    return (*fitting, *others)


def _wide(way: CallOut) -> float:
    return max((block.width for block in way.words), default=0.0)


def _value(value: str, style: TextStyle) -> TextBlock:
    return text_block(value, style._replace(weight=700))


def _words(
    emotion: str, quote: str, style: TextStyle, emotion_style: TextStyle, width: float
) -> tuple[TextBlock, ...]:
    lines = ((emotion, emotion_style), (quote, style))
    blocks = [text_block(text, one, max(width, 1.0)) for text, one in lines if text]
    return tuple(snug(block) if block.is_mirrored else block for block in blocks)


def draw_callout(callout: CallOut, corner: QPointF, ink: Colour) -> Iterator[Batch]:
    """A call-out from its top left corner on; it hides what it stands on."""
    size, unit = callout.size, callout.value.style.size
    box = QRectF(corner, size)
    yield Rectangles(
        [box], fill=SHEET, stroke=Stroke(ink.mixed(SHEET, 0.35), _EDGE), radius=_RADIUS, layer=BOXES
    )
    half = _EDGE / 2
    field = _left_field(callout.field - half, size.height() - _EDGE)
    yield Paths(field, [corner + QPointF(half, half)], fill=ink.mixed(SHEET, _TINT), layer=FIELDS)
    value = callout.value
    x = corner.x() + (callout.field - value.width) / 2
    dark = readable(ink)
    middle = corner.y() + size.height() / 2
    yield Texts([PlacedText(x, middle - value.height / 2, value)], dark, seen_from=READABLE, layer=WORDS)
    x = corner.x() + callout.field + _BESIDE * unit
    y = middle - sum(block.height for block in callout.words) / 2
    for block in callout.words:
        colour = dark if block.style.weight >= 600 else INK
        yield Texts([PlacedText(x, y, block)], colour, seen_from=READABLE, layer=WORDS)
        y += block.height


def _left_field(width: float, height: float) -> Outline:
    """Round at its left corners, from (0, 0)."""
    r = _RADIUS - _EDGE / 2
    k = r * 0.45
    return (
        ("M", r, 0.0), ("L", width, 0.0), ("L", width, height), ("L", r, height),
        ("C", k, height, 0.0, height - k, 0.0, height - r), ("L", 0.0, r), ("C", 0.0, k, k, 0.0, r, 0.0),
        ("Z",),
    )  # fmt: skip


@lru_cache(maxsize=256)
def readable(colour: Colour) -> Colour:
    """A colour made dark enough for text on the band (4.5 : 1)."""
    share = 0.0
    ground: Sequence[Colour] = (BAND_ABOVE, colour.mixed(SHEET, _TINT))
    while min(contrast(colour.mixed(Colour(0, 0, 0), share), one) for one in ground) < 4.7:
        share += 0.05
    return colour.mixed(Colour(0, 0, 0), share)
