"""The legend at the foot of a map: it explains every sign that is on the map, and none that is not.

Signs stand in groups, and these side by side in as few lines as the width allows.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import Batch, DisplayList, Lines, PlacedText, Rectangles, Stroke, Texts, shifted
from app.drawing.evidence import NO_EVIDENCE, EvidenceFound, evidence_in_words
from app.drawing.footnotes import draw_footnotes
from app.drawing.legend_groups import AFTER_ITEM, BETWEEN, Group, Item, Piece, item_height
from app.drawing.legend_on_sheets import pieces_on_sheets, rows_to_try
from app.drawing.legend_signs import HEIGHT, NOTES, Drawn, colour_swatch, explained, in_groups
from app.drawing.marks import draw_badges
from app.drawing.parking_list import Parked, draw_parking_list
from app.drawing.qr_code import draw_qr_code
from app.drawing.seams import Extent, widest
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, snug, text_block
from app.drawing.theme import HAIRLINE, INK, MARGIN, PANEL, SECONDARY
from app.language.phrases import phrase, phrase_context, tr
from app.model.addresses import shown_address
from app.model.history.version_words import SIGNS, number_of
from app.model.history.versions import BECAME, Comparison
from app.model.records import LegendEntry

_ABOVE = 16.0
"""Between the map and its legend."""
_PADDING = 14.0
_WIDEST_WORDS = 24.0
"""How many times its size what is said of a sign is wide, before it takes another line."""
_OF_A_SHEET = 0.55
"""How much of a sheet's width they take at most there."""
_QR = 152.0
"""The side of a code."""
_QR_WORDS = 11.0
"""How many times its size the words beside a code are wide."""
_RADIUS = 12.0


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
    parked: tuple[Parked, ...] = ()
    """What was parked, where it is to be told."""


def draw_legend(content: LegendContent, width: float, sizes: Sizes) -> tuple[float, DisplayList]:
    """The height of the legend under a map, and its drawing: empty where there is nothing to tell."""
    groups = list(_groups(content, sizes)) if sizes.shown.legend else []
    if not groups and not content.address:
        return _with_lists_below(content, width, sizes.least_foot, (), sizes)
    code = _code_words(content.address, sizes) if content.address else ()
    beside = max((block.width for block in code), default=0.0)
    right = width - (_QR + beside + 2 * AFTER_ITEM if code else 0.0)
    span = Extent(MARGIN, right - MARGIN)
    lines = _set(groups, span, sizes)
    heights = [_height(line) for line in lines]
    inner = sum(heights) + _PADDING * max(len(lines) - 1, 0)
    height = inner + 2 * _PADDING
    height = max(height, _QR) if code else height
    drawn: list[Batch] = []
    if groups:
        panel = QRectF(0, _ABOVE, right, height)
        drawn.append(Rectangles([panel], fill=PANEL, radius=_RADIUS))
    y = _ABOVE + (height - inner) / 2
    for line, high in zip(lines, heights, strict=True):
        drawn += _drawn_line(line, y, high, sizes)
        y += high + _PADDING
    if code:
        place = QRectF(width - _QR, _ABOVE + (height - _QR) / 2, _QR, _QR)
        drawn += draw_qr_code(content.address, place)
        drawn += _beside_code(code, place)
    return _with_lists_below(content, width, _ABOVE + height + sizes.least_foot, tuple(drawn), sizes)


def _with_lists_below(
    content: LegendContent, width: float, height: float, drawn: DisplayList, sizes: Sizes
) -> tuple[float, DisplayList]:
    span = Extent(MARGIN, width - MARGIN)
    if content.footnotes:
        higher, footnotes = draw_footnotes(content.footnotes, span, height + _PADDING, sizes)
        height, drawn = height + higher + 2 * _PADDING, (*drawn, *footnotes)
    if content.parked:
        higher, parked = draw_parking_list(content.parked, span, height + _PADDING, sizes)
        height, drawn = height + higher + 2 * _PADDING, (*drawn, *parked)
    return height, drawn


def _groups(content: LegendContent, sizes: Sizes) -> Iterator[Group]:
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


def _key(comparison: Comparison, sizes: Sizes) -> Group:
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


def _item(sign: Drawn, words: str, sizes: Sizes) -> Item:
    """A sign with its words, which have room on one sheet, where the map is put together from several."""
    most = _WIDEST_WORDS * sizes.legend.size
    most = min(most, _OF_A_SHEET * widest(sizes.seams)) if sizes.seams else most
    return Item(sign, snug(text_block(words, sizes.legend, most)))


def _group(heading: str, items: tuple[Item, ...], sizes: Sizes) -> Group:
    return Group(text_block(heading, sizes.legend._replace(weight=600, is_heading=True)), items, sizes)


def _set(groups: Sequence[Group], span: Extent, sizes: Sizes) -> list[list[Piece]]:
    """The groups in lines; in one, on sheets that are put together, where they have room there."""
    if groups and sizes.seams and (pieces := pieces_on_sheets(groups, span, sizes.seams)):
        return [pieces]
    rows, lines = _arranged(groups, span)
    return [list(_pieces(line, rows, span)) for line in lines]


def _arranged(groups: Sequence[Group], span: Extent) -> tuple[int, list[list[Group]]]:
    """The number of rows with which the groups are lowest, and the groups in lines."""
    best: tuple[float, int, list[list[Group]]] | None = None
    for rows in rows_to_try(groups):
        lines = _in_lines(groups, rows, span)
        heights = (max(each.heading.height + each.height(rows) for each in line) for line in lines)
        height = sum(heights) + _PADDING * len(lines)
        if best is None or height < best[0] - 0.01:
            best = height, rows, lines
    return (best[1], best[2]) if best else (1, [])


def _in_lines(groups: Sequence[Group], rows: int, span: Extent) -> list[list[Group]]:
    lines: list[list[Group]] = []
    x = span.begin
    for group in groups:
        width = group.width(rows)
        if not lines or (x > span.begin and x + width > span.end):
            lines.append([])
            x = span.begin
        x += width + BETWEEN
        lines[-1].append(group)
    return lines


def _pieces(line: Sequence[Group], rows: int, span: Extent) -> Iterator[Piece]:
    """The groups of a line share its width, with a hairline before each but the first."""
    widths = [group.width(rows) for group in line]
    free = (span.end - span.begin - sum(widths)) / max(len(line) - 1, 1)
    gap = min(max(free, BETWEEN), 3 * BETWEEN)
    x = span.begin
    for group, width in zip(line, widths, strict=True):
        columns = group.columns(rows)
        begins = accumulate((column.width + AFTER_ITEM for column in columns[:-1]), initial=x)
        yield Piece(group.heading, columns, tuple(begins), x - gap / 2 if x > span.begin else None)
        x += width + gap


def _height(line: Sequence[Piece]) -> float:
    return max(piece.heading.height for piece in line) + max(piece.height for piece in line)


def _drawn_line(line: Sequence[Piece], top: float, height: float, sizes: Sizes) -> Iterator[Batch]:
    for piece in line:
        yield Texts([PlacedText(piece.begins[0], top, piece.heading)], SECONDARY)
        yield from _drawn_items(piece, top + piece.heading.height, sizes)
    walls = [QLineF(each.wall, top, each.wall, top + height) for each in line if each.wall is not None]
    if walls:
        yield Lines(walls, Stroke(HAIRLINE, 2))


def _drawn_items(piece: Piece, top: float, sizes: Sizes) -> Iterator[Batch]:
    texts: list[PlacedText] = []
    for x, column in zip(piece.begins, piece.columns, strict=False):
        y = top
        for item in column.items:
            high = item_height(item, sizes)
            yield from shifted(item.sign.display_list, x, y + (high - HEIGHT) / 2)
            texts.append(PlacedText(x + column.indent, y + (high - item.block.height) / 2, item.block))
            y += high
    yield Texts(texts, INK)


def _code_words(address: str, sizes: Sizes) -> tuple[TextBlock, ...]:
    """What a code is for and where it leads, for those who read it without a phone."""
    style = sizes.legend
    heading = text_block(tr("The living map"), style._replace(weight=700))
    return heading, snug(text_block(shown_address(address), style, _QR_WORDS * style.size))


def _beside_code(blocks: Sequence[TextBlock], place: QRectF) -> Iterator[Batch]:
    """The words end where the code begins."""
    y = place.center().y() - sum(block.height for block in blocks) / 2
    for block, ink in zip(blocks, (INK, SECONDARY), strict=True):
        yield Texts([PlacedText(place.left() - AFTER_ITEM - block.width, y, block)], ink)
        y += block.height
