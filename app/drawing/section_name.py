"""A section's name, left of its cells: where it stands, how high it is, and what is said under it."""

from PySide6.QtCore import QPointF

from app.drawing.display import DisplayList, PlacedText, Texts
from app.drawing.pieces import ICON, READABLE, glyph
from app.drawing.sizes import USUAL, Sizes
from app.drawing.text import TextBlock, line_height, text_block
from app.drawing.theme import CELL_PADDING, INK, SECONDARY
from app.language.phrases import phrase
from app.model.records import Section

OFF_POSTERS = phrase("Hidden on posters")
_SIGN = 50.0
"""How far right the middle of a section's sign is."""
_OVER_NAME = 32.0
"""How much lower a name stands that has its sign over it."""
_GAP = 6.0
_FOLDED_TOP = 11.0


def name_top(section: Section, sizes: Sizes) -> float:
    """How far below its row's top a section's name stands."""
    return _top(section) + (_OVER_NAME if sizes.sign_over_name else 0.0)


def _top(section: Section) -> float:
    """How far down its name stands, or the sign over that."""
    return _FOLDED_TOP if section.is_folded else CELL_PADDING + 8


def name_block(section: Section, sizes: Sizes) -> TextBlock:
    return text_block(section.name, sizes.section_name, sizes.name_width)


def name_bottom(section: Section, sizes: Sizes) -> float:
    """How far below its row's top a section's name reaches, with what stands under it."""
    bottom = name_top(section, sizes) + name_block(section, sizes).height
    below = _below(section)
    return bottom + _GAP + text_block(below, sizes.hint, sizes.name_width).height if below else bottom


def name_height(section: Section, sizes: Sizes) -> float:
    """How high a row must be for its name."""
    return name_bottom(section, sizes) + _top(section) - (0 if section.is_folded else 8)


def draw_name(section: Section, sign: str, sizes: Sizes) -> DisplayList:
    """The section's name with its sign and, below it in small type, what is to be said of it."""
    block = name_block(section, sizes)
    small = text_block(_below(section), sizes.hint, sizes.name_width)
    left, top = sizes.name_left, name_top(section, sizes)
    middle = _top(section) + line_height(sizes.section_name) / 2
    place = QPointF(left + ICON / 2 if sizes.sign_over_name else _SIGN, middle)
    larger = sizes.section_name.size / USUAL.section_name.size
    picture = glyph(sign, [place], SECONDARY, size=ICON * larger, enlarged=larger)
    name = (picture, Texts([PlacedText(left, top, block)], INK))
    if not small.text:
        return name
    below = PlacedText(left, top + block.height + _GAP, small)
    return (*name, Texts([below], SECONDARY, seen_from=READABLE))


def _below(section: Section) -> str:
    """What belongs in the section and, since posters never show it, that posters lack it."""
    if section.is_folded:
        return ""
    lines = (section.hint, str(OFF_POSTERS) if section.is_left_off_posters else "")
    return "\n".join(filter(None, lines))
