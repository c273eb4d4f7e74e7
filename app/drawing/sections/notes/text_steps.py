"""How wide a note's text must be for each number of lines: what decides how notes share a cell.

A text is measured once, whatever widths it is tried at afterwards. Widths are those of the text alone, in map
units; at each of them Qt breaks it into so many lines, and into no more where it is wider.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from app.drawing.fonts import text_family
from app.drawing.line_count import DOUBT, is_plain
from app.drawing.text import least_width, lines_at, text_block, word_widths
from app.drawing.theme import NOTE
from app.language.spoken import written_language

_LONGEST = 1_200.0
"""Wider than any note; a text that is longer than that on one line has lines enough to choose from."""
_NARROWEST = 70.0
_READ_WELL = 120.0
"""Narrower lines, of hardly ten letters, are only for words: nobody reads a column of syllables."""
_STEP = 0.94
"""How much narrower each try is where trying each break would take long."""
_COARSE = 0.85
"""The same where only breaking a text tells its lines."""
_MANY = 30
"""Words from which on not each break is tried."""
_LONG, _ROUGH = 2_000, 0.45
"""Letters from which on a text is tried at few widths, lest each letter that is typed takes long."""


class TextStep(NamedTuple):
    """The least width at which a text takes so many lines."""

    width: float
    lines: int


def text_steps(text: str) -> tuple[TextStep, ...]:
    """From one line for each paragraph to the narrowest at which words are whole."""
    return remembered_steps(text, written_language(), text_family())


def broken_steps(text: str) -> tuple[TextStep, ...]:
    """The same for widths at which words must be broken; nothing, where the widest word is short enough."""
    return _broken_steps(text, written_language(), text_family())


def is_of_plain_words(text: str) -> bool:
    """Whether the steps of a text are known to the unit, as its words alone tell them."""
    return text.count(" ") < _MANY and is_plain(text)


@lru_cache(maxsize=100_000)
def remembered_steps(text: str, language: str, family: str) -> tuple[TextStep, ...]:
    words = [] if "\n" in text or lines_at(text, NOTE, _LONGEST * 10) is None else text.split(" ")
    natural = _natural_width(text, words) + 2 * DOUBT
    narrowest = max(_widest_word(text), min(_READ_WELL, natural))
    return tuple(_of_words(words, narrowest) if 0 < len(words) <= _MANY else _tried(text, narrowest))


@lru_cache(maxsize=10_000)
def _broken_steps(text: str, language: str, family: str) -> tuple[TextStep, ...]:
    widest = _widest_word(text)
    narrower = (max(min(widest, _LONGEST) * share, _NARROWEST) for share in (0.75, 0.55, 0.4))
    return tuple(TextStep(width, _lines(text, width)) for width in narrower if width < widest)


def _widest_word(text: str) -> float:
    return least_width(text, NOTE) + 2 * DOUBT


def _natural_width(text: str, words: list[str]) -> float:
    """How wide a text is on one line for each paragraph, or at least so wide as it matters."""
    if len(text) > _LONG:
        return _LONGEST
    if not words:
        return text_block(text, NOTE).width
    known = word_widths(NOTE)
    return sum(known[word] for word in words) + known.space * (len(words) - 1)


def _of_words(words: list[str], longest: float) -> Iterator[TextStep]:
    """Each step of a text whose lines the widths of its words tell."""
    known = word_widths(NOTE)
    widths = [known[word] for word in words]
    room = min(sum(widths) + known.space * (len(widths) - 1), _LONGEST)
    before = 0
    found: TextStep | None = None
    while room + 2 * DOUBT >= longest:
        lines, used = _filled(widths, known.space, room + DOUBT)
        if found is not None and lines != before:
            yield found
        found, before = TextStep(max(used + 2 * DOUBT, longest), lines), lines
        room = used - 4 * DOUBT
    yield found if found is not None else TextStep(longest, len(words))


def _filled(widths: list[float], space: float, room: float) -> tuple[int, float]:
    """How many lines words take, and how wide the widest of these is."""
    lines, used, widest = 1, -space, 0.0
    for width in widths:
        if used + space + width > room and used > 0:
            widest = max(widest, used)
            lines, used = lines + 1, width
        else:
            used += space + width
    return lines, max(widest, used)


def _tried(text: str, longest: float) -> Iterator[TextStep]:
    """The steps of any text, found at widths that fall."""
    natural = min(_natural_width(text, []) + 2 * DOUBT, _LONGEST)
    width, before = max(natural, longest), 0
    found: TextStep | None = None
    narrower = _STEP if lines_at(text, NOTE, natural + 1) is not None else _COARSE
    if len(text) > _LONG:
        narrower = _ROUGH
    while True:
        lines = _lines(text, width)
        if found is not None and lines != before:
            yield found
        found, before = TextStep(width, lines), lines
        if width <= longest:
            yield found
            return
        width = max(width * narrower, longest)


def _lines(text: str, width: float) -> int:
    return lines_at(text, NOTE, width) or text_block(text, NOTE, width).line_count
