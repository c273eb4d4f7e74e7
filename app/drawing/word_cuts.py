"""Cuts words that are wider than their place: where an address goes on, else between syllables with a hyphen.

Only where there is no room for a syllable a word is cut between any two letters. What has no letters, or is
of a script that knows no hyphens, is cut wherever it must be.
"""

import re
from collections.abc import Iterator, Sequence
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
_REACH = 100
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
        done = 0
        while rest := self._too_wide(word, done, limit):
            fitting = (self._last_fitting(rest, cuts, limit) for cuts in self._possible(rest))
            cut = next(filter(None, fitting), None) or next(_anywhere(rest), None)
            if cut is None:
                return
            done += cut.at
            yield cut._replace(at=done)

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

    def _last_fitting(self, word: str, cuts: Iterator[Cut], limit: float) -> Cut | None:
        last = None
        for cut in cuts:
            if self._widths[word[: cut.at] + HYPHEN * cut.is_hyphenated] > limit:
                break
            last = cut
        return last

    def _possible(self, word: str) -> Iterator[Iterator[Cut]]:
        """All sorts of places where a word can be cut, the best first."""
        yield map(Cut, joints(word))
        for pattern in (_SIGNS, _SYLLABLES):
            yield (Cut(found.start()) for found in pattern.finditer(word))
        yield _hyphenated(at for at in _capitals(word) if _FEWEST <= at <= len(word) - _FEWEST)
        runs = [(found.start(), found.group()) for found in _LETTERS.finditer(word)]
        parts = [(start + at, part) for start, run in runs for at, part in _parted(run)]
        yield _hyphenated(
            start + at for start, part in parts for at in places_by_dictionary(part, self._language)
        )
        yield _hyphenated(start + at for start, part in parts for at in places_by_rule(part))
        yield _anywhere(word)


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


def _hyphenated(places: Iterator[int]) -> Iterator[Cut]:
    return (Cut(at, is_hyphenated=True) for at in places)


def _capitals(word: str) -> Iterator[int]:
    return (found.start() for found in _CAPITALS.finditer(word))


def _parted(run: str) -> Iterator[tuple[int, str]]:
    """The parts of a run of letters, each with where it begins."""
    ends = [0, *_capitals(run), len(run)]
    return ((start, run[start:end]) for start, end in pairwise(ends))


def _anywhere(word: str) -> Iterator[Cut]:
    """Cuts between any two signs that a reader tells apart."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word)
    before = 0
    while (at := finder.toNextBoundary()) > 0:
        # Before Thai, Qt finds a boundary between the two units of an emoji.
        if is_within_sign(word, at):
            continue
        if (end := len(units(word, 0, at))) >= len(word):
            return
        is_within = _LETTER.match(word, before) and _LETTER.match(word, end)
        yield Cut(end, is_hyphenated=is_within is not None, is_forced=True)
        before = end
