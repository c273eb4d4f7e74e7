"""The legend at the foot of a map: it explains every sign that is on the map, and none that is not.

Signs stand in groups, and these side by side in as few lines as the width allows.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import Batch, DisplayList, Lines, PlacedText, Rectangles, Stroke, Texts, shifted
from app.drawing.evidence import NO_EVIDENCE, EvidenceFound, evidence_in_words
from app.drawing.footnotes import draw_footnotes
from app.drawing.legend_signs import HEIGHT, NOTES, Drawn, colour_swatch, explained, in_groups
from app.drawing.marks import draw_badges
from app.drawing.qr_code import draw_qr_code
from app.drawing.seams import Extent, past_seams, widest
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, line_height, snug, text_block
from app.drawing.theme import HAIRLINE, INK, MARGIN, PANEL, SECONDARY
from app.language.phrases import phrase, phrase_context, tr
from app.model.history.version_words import SIGNS, number_of
from app.model.history.versions import BECAME, Comparison
from app.model.records import LegendEntry

_ABOVE = 16.0
"""Between the map and its legend."""
_PADDING = 14.0
_AFTER_SIGN, _AFTER_ITEM, _BETWEEN = 14.0, 30.0, 48.0
_MOST_ROWS = 8
_WIDEST_WORDS = 24.0
"""How many times its size what is said of a sign is wide, before it takes another line."""
_OF_A_SHEET = 0.55
"""How much of a sheet's width they take at most there."""
_QR = 152.0
"""The side of a code."""
_QR_WORDS = 11.0
"""How many times its size the words beside a code are wide."""
_RADIUS = 12.0
_AFTER_SEAM = 2.1
"""How many lines' heights behind a seam a column begins: signs before words are spared with these."""


class LegendContent(NamedTuple):
    """What a map has that a legend explains."""

    entries: tuple[LegendEntry, ...] = ()
    """Those whose colour is on the map."""
    signs: frozenset[str] = frozenset()
    evidence: EvidenceFound = NO_EVIDENCE
    address: str = ""
    """Where a code leads; none where it is empty."""
    comparison: Comparison | None = None
    footnotes: tuple[str, ...] = ()


class _Item(NamedTuple):
    sign: Drawn
    block: TextBlock

    @property
    def indent(self) -> float:
        return self.sign.width + _AFTER_SIGN if self.sign.display_list else 0.0


class _Column(NamedTuple):
    """Some items of a group, one below the other."""

    items: tuple[_Item, ...]
    indent: float
    width: float
    height: float

    @classmethod
    def of(cls, items: tuple[_Item, ...], sizes: Sizes) -> "_Column":
        indent = max(item.indent for item in items)
        wide = indent + max(item.block.width for item in items)
        return cls(items, indent, wide, sum(_item_height(item, sizes) for item in items))


class _Group:
    """Items under a heading, which are looked at in so many rows again and again."""

    def __init__(self, heading: TextBlock, items: tuple[_Item, ...], sizes: Sizes) -> None:
        self.heading = heading
        self.items = items
        self._sizes = sizes
        self._columns: dict[int, tuple[_Column, ...]] = {}

    def columns(self, rows: int) -> tuple[_Column, ...]:
        if rows not in self._columns:
            parts = (self.items[start : start + rows] for start in range(0, len(self.items), rows))
            self._columns[rows] = tuple(_Column.of(part, self._sizes) for part in parts)
        return self._columns[rows]

    def height(self, rows: int) -> float:
        """How high its highest column is."""
        return max((column.height for column in self.columns(rows)), default=0.0)

    def places(self, rows: int, x: float, seams: Sequence[float]) -> tuple[list[float], float]:
        """Where its columns begin, from a place on, and where it ends; none stands across a seam."""
        begins: list[float] = []
        end = x
        gap = _AFTER_SEAM * line_height(self.heading.style) if seams else 0.0
        for column in self.columns(rows):
            held = column.width if begins else max(column.width, self.heading.width)
            begin = past_seams(Extent(x, x + held), seams, gap) if seams else x
            begins.append(begin)
            end = max(end, begin + held)
            x = begin + column.width + _AFTER_ITEM
        return begins or [x], max(end, x - _AFTER_ITEM if begins else x + self.heading.width)


def draw_legend(content: LegendContent, width: float, sizes: Sizes) -> tuple[float, DisplayList]:
    """The height of the legend under a map, and its drawing: empty where there is nothing to tell."""
    groups = list(_groups(content, sizes)) if sizes.shown.legend else []
    if not groups and not content.address:
        return _with_footnotes(content, width, sizes.least_foot, (), sizes)
    code = _code_words(content.address, sizes) if content.address else ()
    beside = max((block.width for block in code), default=0.0)
    right = width - MARGIN - (_QR + beside + 2 * _AFTER_ITEM if code else 0.0)
    span = Extent(MARGIN + _PADDING, right - _PADDING)
    rows, lines = _arranged(groups, span, sizes)
    heights = [_height(line, rows) for line in lines]
    inner = sum(heights) + _PADDING * max(len(lines) - 1, 0)
    height = inner + 2 * _PADDING
    height = max(height, _QR) if code else height
    drawn: list[Batch] = []
    if groups:
        panel = QRectF(MARGIN, _ABOVE, right - MARGIN, height)
        drawn.append(Rectangles([panel], fill=PANEL, radius=_RADIUS))
    y = _ABOVE + (height - inner) / 2
    for line, high in zip(lines, heights, strict=True):
        drawn += _drawn_line(line, rows, span, y, high, sizes)
        y += high + _PADDING
    if code:
        place = QRectF(width - MARGIN - _QR, _ABOVE + (height - _QR) / 2, _QR, _QR)
        drawn += draw_qr_code(content.address, place)
        drawn += _beside_code(code, place)
    return _with_footnotes(content, width, _ABOVE + height + sizes.least_foot, tuple(drawn), sizes)


def _with_footnotes(
    content: LegendContent, width: float, height: float, drawn: DisplayList, sizes: Sizes
) -> tuple[float, DisplayList]:
    if not content.footnotes:
        return height, drawn
    span = Extent(MARGIN + _PADDING, width - MARGIN - _PADDING)
    higher, footnotes = draw_footnotes(content.footnotes, span, height + _PADDING, sizes)
    return height + higher + 2 * _PADDING, (*drawn, *footnotes)


def _groups(content: LegendContent, sizes: Sizes) -> Iterator[_Group]:
    if content.comparison is not None:
        yield _key(content.comparison, sizes)
    if content.entries:
        items = tuple(_item(colour_swatch(entry.colour), entry.meaning, sizes) for entry in content.entries)
        yield _group(str(NOTES), items, sizes)
    for name, found in in_groups(list(explained(content.signs))).items():
        yield _group(str(name), tuple(_item(one.draw(), str(one.meaning), sizes) for one in found), sizes)
    words = tuple(evidence_in_words(content.evidence))
    if words:
        nothing = Drawn((), 0.0)
        heading = str(phrase_context("group of a legend", "Evidence"))
        yield _group(heading, tuple(_item(nothing, one, sizes) for one in words), sizes)


def _key(comparison: Comparison, sizes: Sizes) -> _Group:
    """With what the map is compared, and how much was added, changed, moved and removed."""
    found = [became for became in BECAME if comparison.count(became)]
    since = (
        phrase("Compared with {version}:", version=comparison.since)
        if found
        else phrase("Compared with {version}: no differences", version=comparison.since)
    )
    items = []
    for became in found:
        sign = draw_badges(became, [(QPointF(0, HEIGHT / 2), SIGNS[became])])
        words = str(number_of(became, comparison.count(became)))
        items.append(_item(Drawn(sign, HEIGHT), words, sizes))
    return _group(str(since), tuple(items), sizes)


def _item(sign: Drawn, words: str, sizes: Sizes) -> _Item:
    """A sign with its words, which have room on one sheet, where the map is put together from several."""
    most = _WIDEST_WORDS * sizes.legend.size
    most = min(most, _OF_A_SHEET * widest(sizes.seams)) if sizes.seams else most
    return _Item(sign, snug(text_block(words, sizes.legend, most)))


def _group(heading: str, items: tuple[_Item, ...], sizes: Sizes) -> _Group:
    return _Group(text_block(heading, sizes.legend._replace(weight=600, is_heading=True)), items, sizes)


def _step(sizes: Sizes) -> float:
    """From one row to the next."""
    return max(line_height(sizes.legend) * 1.12, HEIGHT + 6)


def _arranged(groups: Sequence[_Group], span: Extent, sizes: Sizes) -> tuple[int, list[list[_Group]]]:
    """The number of rows with which the groups are lowest, and the groups in lines."""
    best: tuple[float, int, list[list[_Group]]] | None = None
    # With more rows than the longest group has items nothing stands elsewhere.
    longest = max((len(group.items) for group in groups), default=1)
    for rows in range(1, min(_MOST_ROWS, max(longest, 1)) + 1):
        lines = _in_lines(groups, rows, span, sizes)
        height = sum(_height(line, rows) for line in lines) + _PADDING * len(lines)
        if best is None or height < best[0] - 0.01:
            best = height, rows, lines
    return (best[1], best[2]) if best else (1, [])


def _in_lines(groups: Sequence[_Group], rows: int, span: Extent, sizes: Sizes) -> list[list[_Group]]:
    lines: list[list[_Group]] = []
    x = span.begin
    for group in groups:
        _, end = group.places(rows, x, sizes.seams)
        if not lines or (x > span.begin and end > span.end):
            lines.append([])
            _, end = group.places(rows, span.begin, sizes.seams)
        x = end + _BETWEEN
        lines[-1].append(group)
    return lines


def _height(line: Sequence[_Group], rows: int) -> float:
    highest = max((group.height(rows) for group in line), default=0.0)
    return max(group.heading.height for group in line) + highest if line else 0.0


def _item_height(item: _Item, sizes: Sizes) -> float:
    return max(_step(sizes), item.block.height + 6)


def _drawn_line(
    line: Sequence[_Group], rows: int, span: Extent, top: float, height: float, sizes: Sizes
) -> Iterator[Batch]:
    """The groups of a line share its width, with a hairline before each but the first."""
    gap = _gap(line, rows, span, sizes)
    walls: list[QLineF] = []
    x = span.begin
    for group in line:
        begins, end = group.places(rows, x, sizes.seams)
        if x > span.begin:
            wall = begins[0] - gap / 2 if begins[0] == x else begins[0] - _BETWEEN / 4
            walls.append(QLineF(wall, top, wall, top + height))
        yield Texts([PlacedText(begins[0], top, group.heading)], SECONDARY)
        yield from _drawn_items(group, rows, begins, top + group.heading.height, sizes)
        x = end + gap
    if walls:
        yield Lines(walls, Stroke(HAIRLINE, 2))


def _gap(line: Sequence[_Group], rows: int, span: Extent, sizes: Sizes) -> float:
    """Between the groups of a line; none is moved over a seam by more than the usual."""
    if sizes.seams or len(line) < 2:
        return _BETWEEN
    widths = [group.places(rows, 0.0, ())[1] for group in line]
    return min(max((span.end - span.begin - sum(widths)) / (len(line) - 1), _BETWEEN), 3 * _BETWEEN)


def _drawn_items(
    group: _Group, rows: int, begins: Sequence[float], top: float, sizes: Sizes
) -> Iterator[Batch]:
    texts: list[PlacedText] = []
    for x, column in zip(begins, group.columns(rows), strict=False):
        y = top
        for item in column.items:
            high = _item_height(item, sizes)
            yield from shifted(item.sign.display_list, x, y + (high - HEIGHT) / 2)
            texts.append(PlacedText(x + column.indent, y + (high - item.block.height) / 2, item.block))
            y += high
    yield Texts(texts, INK)


def _code_words(address: str, sizes: Sizes) -> tuple[TextBlock, ...]:
    """What a code is for and where it leads, for those who read it without a phone."""
    shown = address.removeprefix("https://").removeprefix("http://").rstrip("/")
    style = sizes.legend
    heading = text_block(tr("The living map"), style._replace(weight=700))
    return heading, snug(text_block(shown, style, _QR_WORDS * style.size))


def _beside_code(blocks: Sequence[TextBlock], place: QRectF) -> Iterator[Batch]:
    """The words end where the code begins."""
    y = place.center().y() - sum(block.height for block in blocks) / 2
    for block, ink in zip(blocks, (INK, SECONDARY), strict=True):
        yield Texts([PlacedText(place.left() - _AFTER_ITEM - block.width, y, block)], ink)
        y += block.height
