"""Text, measured and broken into lines by Qt alone, once, for screen and paper alike.

A block knows its height as soon as it exists. Its glyphs (for screens) and its lines (for paper) are laid
out when somebody first asks: most text of a big map is never painted.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QRawFont, QTextLayout, QTextOption

from app.drawing.fonts import FAMILY as FAMILY
from app.drawing.fonts import FONT_FILES as FONT_FILES
from app.drawing.fonts import family_at_hand, in_font
from app.drawing.fonts import load_fonts as load_fonts
from app.drawing.line_count import PlainText, WordWidths, line_count
from app.drawing.theme import TextStyle
from app.drawing.unbreakable import BREAK, TokenWidths, units
from app.drawing.word_cuts import HYPHEN, Cut, Cutter, cut_text, uncut
from app.language.spoken import written_language

UNBOUNDED = 1e6
"""The width of a block that breaks only at newlines."""

_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}

_LONGEST_FITTED = 2_000
"""Characters beyond which no type is small enough for a place of its own, and trying takes a while."""
_MIRRORED = {"left": "right", "right": "left", "centre": "centre"}


COLOUR_TABLES = ("CBDT", "COLR", "sbix", "SVG ")
"""What a font has whose glyphs are pictures, or have several colours."""


class TextLine(NamedTuple):
    """One line: its text, the left end and the baseline within its block, its width, its glyphs."""

    text: str
    x: float
    baseline: float
    width: float
    runs: tuple[QGlyphRun, ...]


@lru_cache(maxsize=256)
def font(style: TextStyle) -> QFont:
    """The font of a style, one pixel to a map unit: unhinted, kerned, without contextual alternates.

    Those are off so that each character has the one glyph that a PDF's text needs to be found again.
    """
    load_fonts()
    found = QFont(family_at_hand(style.family or FAMILY))
    found.setPixelSize(round(style.size))
    found.setWeight(QFont.Weight(style.weight))
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("calt", "liga"):
        found.setFeature(QFont.Tag(feature), 0)
    return found


@lru_cache(maxsize=64)
def capitals(style: TextStyle) -> float:
    """How high the capitals of a style are, in map units, as its font has them."""
    raw = QRawFont.fromFont(font(style))
    return raw.capHeight() / raw.pixelSize() * style.size


class TextBlock:
    """A text in a style, broken to a width. `height` and `width` (of the widest line) are map units.

    Words that are wider than that are hyphenated in its language.
    """

    __slots__ = (
        "_lines",
        "_runs",
        "_width",
        "available",
        "height",
        "language",
        "line_count",
        "style",
        "text",
    )

    def __init__(self, text: str, style: TextStyle, available: float, language: str = "") -> None:
        self.text = text
        style = in_font(style)
        self.style = style
        self.available = available
        self.language = language or written_language()
        self._runs: list[QGlyphRun] | None = None
        self._lines: tuple[TextLine, ...] | None = None
        self._width: float | None = None
        self.line_count = line_count(text, word_widths(style), available) or self._broken().lineCount()
        self.height = self.line_count * line_height(style)

    @property
    def width(self) -> float:
        if self._width is None:
            layout = self._broken()
            widths = (layout.lineAt(index).naturalTextWidth() for index in range(self.line_count))
            self._width = max(widths, default=0.0)
        return self._width

    @property
    def is_mirrored(self) -> bool:
        """Whether it begins at its right end; without a width there is none to begin at."""
        return self.available < UNBOUNDED and is_right_to_left(self.text)

    @property
    def runs(self) -> list[QGlyphRun]:
        """The glyphs of the whole block, placed within it."""
        if self._runs is None:
            self._runs = self._laid_out().glyphRuns()
        return self._runs

    @property
    def lines(self) -> tuple[TextLine, ...]:
        if self._lines is None:
            layout = self._laid_out()
            self._lines = tuple(_line(layout, index) for index in range(self.line_count))
        return self._lines

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """Where words are cut that are wider than their place."""
        return _cutter(self.style, self.language).cuts(self.text, self.available)

    @property
    def line_ends(self) -> tuple[Cut, ...]:
        """Where each line ends, in characters of the text; without a hyphen, where that is between words."""
        layout, cuts = self._broken(), self.cuts
        starts = (layout.lineAt(index).textStart() for index in range(1, self.line_count))
        ends = [uncut(len(units(layout.text(), 0, start)), cuts) for start in starts]
        within = {cut.at: cut for cut in cuts}
        return tuple(within.get(end, Cut(end)) for end in [*ends, len(self.text)])

    @property
    def broken_words(self) -> tuple[str, ...]:
        """The words that are cut where they should not be, as there is no room for a syllable."""
        return _cutter(self.style, self.language).broken_words(self.text, self.available)

    def split(self, lines: int) -> tuple[str, str]:
        """The text of the first lines, and that of the others, to be set elsewhere."""
        if lines >= self.line_count:
            return self.text.rstrip(), ""
        layout, cuts = self._broken(), self.cuts
        shown = units(layout.text(), 0, layout.lineAt(lines).textStart())
        end = uncut(len(shown), cuts)
        hyphen = HYPHEN if any(cut.at == end and cut.is_hyphenated for cut in cuts) else ""
        return self.text[:end].rstrip() + hyphen, self.text[end:]

    def _broken(self) -> QTextLayout:
        """The text broken into lines that have no place yet: enough to tell its height."""
        text = cut_text(self.text, self.cuts).replace("\n", BREAK)
        layout = QTextLayout(text, font(self.style))
        layout.setTextOption(_option(self.style.align, self.is_mirrored))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.available)
        layout.endLayout()
        return layout

    def _laid_out(self) -> QTextLayout:
        layout = self._broken()
        step, metrics = line_height(self.style), _metrics(self.style)
        drop = (step - metrics.height()) / 2 + metrics.ascent()
        for index in range(self.line_count):
            line = layout.lineAt(index)
            line.setPosition(QPointF(0, index * step + drop - line.ascent()))
        return layout


def _line(layout: QTextLayout, index: int) -> TextLine:
    line = layout.lineAt(index)
    text = units(layout.text(), line.textStart(), line.textLength()).rstrip(f"{BREAK} ")
    left = line.naturalTextRect().x()
    return TextLine(text, left, line.y() + line.ascent(), line.horizontalAdvance(), tuple(line.glyphRuns()))


def text_block(text: str, style: TextStyle, available: float = UNBOUNDED) -> TextBlock:
    """The text broken to a width, from memory where it was laid out before."""
    return remembered_block(text, in_font(style), available, written_language())


@lru_cache(maxsize=100_000)
def remembered_block(text: str, style: TextStyle, available: float, language: str) -> TextBlock:
    return TextBlock(text, style, available, language)


def snug(block: TextBlock) -> TextBlock:
    """The same lines in a place no wider than they are.

    It can stand anywhere, whichever way it is read: what begins at the right begins at its place's right end.
    """
    return text_block(block.text, block.style, min(ceil(block.width) + 1, block.available))


def balanced(text: str, style: TextStyle, available: float) -> TextBlock:
    """The text in as few lines as the width allows, and then as narrow as these can be."""
    block = text_block(text, style, available)
    if block.line_count < 2 or available >= UNBOUNDED:
        return block
    plain = PlainText.of(text, word_widths(style))
    narrow, wide = max(least_width(text, style), available / 3), available
    while wide - narrow > style.size / 4:
        middle = round((narrow + wide) / 2, 1)
        lines = (plain and plain.lines(middle)) or text_block(text, style, middle).line_count
        if lines > block.line_count:
            narrow = middle
        else:
            wide = middle
    return text_block(text, style, wide)


def fitting_block(text: str, styles: Sequence[TextStyle], width: float, height: float) -> TextBlock | None:
    """The text in the first of the styles in which it is not too high, if any."""
    if len(text) > _LONGEST_FITTED:
        return None
    blocks = (text_block(text, style, width) for style in styles)
    return next((block for block in blocks if block.height <= height), None)


def least_width(text: str, style: TextStyle) -> float:
    """The narrowest place, in map units, in which no word of a text need be broken."""
    return remembered_width(text, in_font(style))


@lru_cache(maxsize=100_000)
def remembered_width(text: str, style: TextStyle) -> float:
    return _token_widths(style).least(text)


def lines_at(text: str, style: TextStyle, available: float) -> int | None:
    """How many lines a text takes at a width, without breaking it; None where only breaking it can tell."""
    return line_count(text, word_widths(style), available)


def line_height(style: TextStyle) -> float:
    """From one baseline to the next, in map units."""
    return style.size * style.leading


def baseline(block: TextBlock) -> float:
    """How far below its top the first line of a block stands."""
    metrics = _metrics(block.style)
    return (line_height(block.style) - metrics.height()) / 2 + metrics.ascent()


def word_widths(style: TextStyle) -> WordWidths:
    """The widths of the words that were set in a style, measured once each."""
    return _word_widths(in_font(style))


@lru_cache(maxsize=256)
def _word_widths(style: TextStyle) -> WordWidths:
    return WordWidths(font(style))


@lru_cache(maxsize=256)
def _token_widths(style: TextStyle) -> TokenWidths:
    return TokenWidths(font(style), word_widths(style))


@lru_cache(maxsize=256)
def _cutter(style: TextStyle, language: str) -> Cutter:
    return Cutter(font(style), word_widths(style), _token_widths(style), language)


@lru_cache(maxsize=256)
def _metrics(style: TextStyle) -> QFontMetricsF:
    return QFontMetricsF(font(style))


def is_coloured(run: QGlyphRun) -> bool:
    """Whether glyphs have colours of their own, as emoji."""
    font = run.rawFont()
    return any(not font.fontTable(table).isEmpty() for table in COLOUR_TABLES)


def is_of_boxes(run: QGlyphRun) -> bool:
    """Whether Qt draws frames in the place of glyphs that no font has: such frames have no font file."""
    return run.rawFont().fontTable("head").isEmpty()


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction goes from right to left."""
    if text.isascii():
        return False
    strong = (bidirectional(character) for character in text)
    return next((direction in ("R", "AL") for direction in strong if direction in ("L", "R", "AL")), False)


@lru_cache(maxsize=6)
def _option(align: str, mirrored: bool) -> QTextOption:
    """Qt leaves it to the caller to begin right-to-left text at the right."""
    option = QTextOption(_ALIGNMENTS[_MIRRORED[align] if mirrored else align])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option
