"""Cuts words that are wider than their place: where an address goes on, else between syllables with a hyphen.

Only where there is no room for a syllable a word is cut between any two letters. What has no letters, or is
of a script that knows no hyphens, is cut wherever it must be.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QFont

from app.drawing.line_count import DOUBT, WordWidths
from app.drawing.syllables import places_by_dictionary, places_by_rule
from app.drawing.unbreakable import BREAK, TokenWidths, is_within_sign, joints, kept_together, units

HYPHEN = "-"
_LETTER = re.compile(r"[A-Za-zÀ-ÖØ-öø-ʯͰ-ϿЀ-ԯ԰-֏Ⴀ-ჿḀ-῿]")
"""One of a script that is hyphenated."""
_LETTERS = re.compile(rf"(?:{_LETTER.pattern}[\u0300-\u036f]*)+")
"""Such letters, with their accents."""
_CAPITALS = re.compile(r"(?<=[a-zß-öø-ÿа-яα-ω])(?=[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
"""Where a name such as "JourneyMap2" has a joint."""
_SIGNS = re.compile(r"(?<=[.@_:,;|+#~%])(?=\w)")
_SYLLABLES = re.compile(r"(?<=[\uac00-\ud7a3])(?=[\uac00-\ud7a3])")
"""Between signs that are syllables each."""
_REACH = 300
"""Letters in which a cut is looked for, where they are wider than a line: real words are shorter."""
_FEWEST = 3
"""Letters before and after a joint at least, where it needs a hyphen."""


class Cut(NamedTuple):
    """Where a line ends within a word, counted in characters of the text."""

    at: int
    is_hyphenated: bool = False
    is_forced: bool = False
    """Whether there was no room for so much as a syllable."""


class Cutter:
    """Cuts the words of texts in one font and language."""

    def __init__(self, font: QFont, widths: WordWidths, tokens: TokenWidths, language: str) -> None:
        self._font = font
        self._widths = widths
        self._tokens = tokens
        self._language = language

    def cuts(self, text: str, available: float) -> tuple[Cut, ...]:
        """Where the words of a text are cut that are wider than `available` map units."""
        limit = available - DOUBT
        if not self._tokens.is_any_wider(text, limit):
            return ()
        found: list[Cut] = []
        start = 0
        for word in kept_together(text, self._font):
            if word.width > limit:
                found += (cut._replace(at=start + cut.at) for cut in self._in_word(word.text.rstrip(), limit))
            start += len(word.text)
        return tuple(found)

    def broken_words(self, text: str, available: float) -> tuple[str, ...]:
        """The words of a text that are not cut between syllables, as there is no room for one."""
        limit = available - DOUBT
        if not self._tokens.is_any_wider(text, limit):
            return ()
        words = (word.text.rstrip() for word in kept_together(text, self._font) if word.width > limit)
        return tuple(word for word in words if any(cut.is_forced for cut in self._in_word(word, limit)))

    def _in_word(self, word: str, limit: float) -> Iterator[Cut]:
        start = 0
        while piece := self._too_wide(word, start, limit):
            sorts, done = _places(piece, self._language), 0
            while self._widths[piece[done:]] > limit:
                after = (cuts[bisect_right(cuts, done, key=_at) :] for cuts in sorts)
                cut = next(
                    filter(None, (self._last_fitting(piece, done, cuts, limit) for cuts in after)), None
                )
                cut = cut or next((cut for cut in sorts[-1] if cut.at > done), None)
                if cut is None:
                    return
                done = cut.at
                yield cut._replace(at=start + done)
            start += done

    def _too_wide(self, word: str, start: int, limit: float) -> str:
        """What of a word is wider than a line, as far as a cut is looked for; nothing where all fits.

        A whole text without spaces would otherwise be looked through once for each of its lines.
        """
        reach = _REACH
        while self._widths[rest := word[start : start + reach]] <= limit:
            if start + reach >= len(word):
                return ""
            reach *= 2
        return rest

    def _last_fitting(self, word: str, start: int, cuts: Sequence[Cut], limit: float) -> Cut | None:
        def width(cut: Cut) -> float:
            return self._widths[word[start : cut.at] + HYPHEN * cut.is_hyphenated]

        fitting = bisect_right(cuts, limit, key=width)
        return cuts[fitting - 1] if fitting else None


@lru_cache(maxsize=2_000)
def _places(word: str, language: str) -> tuple[tuple[Cut, ...], ...]:
    """All sorts of places where a word can be cut, the best first; the last is anywhere."""
    runs = [(found.start(), found.group()) for found in _LETTERS.finditer(word)]
    parts = [(start + at, part) for start, run in runs for at, part in _parted(run)]
    return (
        tuple(map(Cut, joints(word))),
        *(tuple(Cut(found.start()) for found in pattern.finditer(word)) for pattern in (_SIGNS, _SYLLABLES)),
        _hyphenated(at for at in _capitals(word) if _FEWEST <= at <= len(word) - _FEWEST),
        _hyphenated(start + at for start, part in parts for at in places_by_dictionary(part, language)),
        _hyphenated(start + at for start, part in parts for at in places_by_rule(part)),
        tuple(_anywhere(word)),
    )


def cut_text(text: str, cuts: Sequence[Cut]) -> str:
    """A text with hyphens and breaks in its words."""
    if not cuts:
        return text
    parts: list[str] = []
    start = 0
    for cut in cuts:
        parts += text[start : cut.at], HYPHEN * cut.is_hyphenated, BREAK
        start = cut.at
    return "".join([*parts, text[start:]])


def uncut(length: int, cuts: Sequence[Cut]) -> int:
    """How much of a text is shown by the first characters of what `cut_text` makes of it."""
    for cut in cuts:
        if length <= cut.at:
            break
        length -= min(len(BREAK) + cut.is_hyphenated, length - cut.at)
    return length


def _at(cut: Cut) -> int:
    return cut.at


def _hyphenated(places: Iterator[int]) -> tuple[Cut, ...]:
    return tuple(Cut(at, is_hyphenated=True) for at in places)


def _capitals(word: str) -> Iterator[int]:
    return (found.start() for found in _CAPITALS.finditer(word))


def _parted(run: str) -> Iterator[tuple[int, str]]:
    """The parts of a run of letters, each with where it begins."""
    ends = [0, *_capitals(run), len(run)]
    return ((start, run[start:end]) for start, end in pairwise(ends))


def _anywhere(word: str) -> Iterator[Cut]:
    """Cuts between any two signs that a reader tells apart."""
    for before, at in pairwise((0, *_signs(word), len(word))):
        if at < len(word):
            is_within = _LETTER.match(word, before) and _LETTER.match(word, at)
            yield Cut(at, is_hyphenated=is_within is not None, is_forced=True)


def _signs(word: str) -> Iterator[int]:
    """Where each sign but the first begins."""
    if word.isascii():
        yield from range(1, len(word))
        return
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word)
    while (at := finder.toNextBoundary()) > 0:
        # Before Thai, Qt finds a boundary between the two units of an emoji.
        if is_within_sign(word, at):
            continue
        if (begin := len(units(word, 0, at))) >= len(word):
            return
        yield begin
