"""When a text says the words that are sought: in any case, however its letters are put together.

Words match whole letters as people see them (grapheme clusters), never a half of one: "mas" is not in "Maße".
Texts are folded for that: letters composed or taken apart, straight and curly quotation marks, all dashes and
spaces are alike, soft hyphens are not there, and accents count only where one is typed or case must match.
"""

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import regex


class Matching(NamedTuple):
    """What must agree beside the letters themselves."""

    case: bool = False
    """Capitals and accents: then what is sought is meant exactly as it is typed."""
    whole_words: bool = False


LENIENT = Matching()


class Form(NamedTuple):
    """How texts are folded to be compared."""

    case: bool
    accents: bool


class Sought(NamedTuple):
    """Words as they are compared, and what else has to be so."""

    needle: str
    form: Form
    word: "regex.Pattern[str] | None"
    """Finds the needle as whole words, where only these count."""

    def first_in(self, text: str, at: int) -> int:
        """Where it stands first in a folded text, from a place on; -1 where it does not."""
        if self.word is None:
            return text.find(self.needle, at)
        found = self.word.search(text, at)
        return -1 if found is None else found.start()


class Folded(NamedTuple):
    """A text as it is compared, and where in the text itself the letter of each of its characters stands.

    No places are given where each character is the letter at its own place.
    """

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] = ()

    def is_border(self, at: int) -> bool:
        """Whether no letter reaches across a place."""
        starts = self.starts
        return starts is None or not 0 < at < len(starts) or starts[at] != starts[at - 1]

    def found(self, sought: Sought) -> Iterator[tuple[int, int]]:
        """From where to where in the text itself whole letters match, without overlaps."""
        at = sought.first_in(self.text, 0)
        while at >= 0:
            end = at + len(sought.needle)
            is_whole = self.is_border(at) and self.is_border(end)
            if is_whole:
                yield (at, end) if self.starts is None else (self.starts[at], self.ends[end - 1])
            at = sought.first_in(self.text, end if is_whole else at + 1)


_QUOTES = {ord(sign): "'" for sign in "‘’‚‛ʼ´′"} | {ord(sign): '"' for sign in "“”„‟″"}
_DASHES = {ord(sign): "-" for sign in "‐‑‒–—―−"}
_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10)))
"""Soft hyphens, zero-width spaces, and what chooses between two looks of a sign."""
_ALIKE = {**_QUOTES, **_DASHES, **_UNSEEN}
_ONE_BY_ONE = re.compile(
    "[\0-\u02ff\u0391-\u03ff\u0400-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
"""Western texts: each character of these is a letter of its own, whatever stands beside it."""
_ACCENTS = dict.fromkeys(
    (
        *(*range(0x300, 0x370), *range(0x1AB0, 0x1B00), *range(0x1DC0, 0x1E00), *range(0x20D0, 0x2100)),
        *(*range(0x591, 0x5BE), 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7),
        *(*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670),
    )
)
"""Marks that people leave out when they type: of Latin, Greek and Cyrillic, Hebrew points, Arabic vowels."""


def folded(text: str, form: Form) -> Folded:
    """The text as it is compared."""
    if text.isascii():
        return Folded(text if form.case else text.lower())
    fold = _folding(form)
    clusters = text if _ONE_BY_ONE.fullmatch(text) else _clusters().findall(text)
    pieces = [fold(cluster) for cluster in clusters]
    folded = "".join(pieces)
    if len(folded) == len(text) == len(clusters) and all(pieces):
        return Folded(folded)
    starts, ends, place = array("L"), array("L"), 0
    for cluster, piece in zip(clusters, pieces, strict=True):
        starts.extend([place] * len(piece))
        place += len(cluster)
        ends.extend([place] * len(piece))
    return Folded(folded, starts, ends)


def sought(words: str, matching: Matching) -> Sought | None:
    """What is sought by some words, with accents where these count; none where nothing of them is seen."""
    form = Form(matching.case, accents=matching.case)
    needle = folded(words, form).text
    with_accents = Form(matching.case, accents=True)
    if not words.isascii() and (exact := folded(words, with_accents).text) != needle:
        form, needle = with_accents, exact
    return Sought(needle, form, _word(needle) if matching.whole_words else None) if needle else None


def spans(text: str, words: str, matching: Matching = LENIENT) -> list[tuple[int, int]]:
    """From where to where words stand in a text; without overlaps, from letter to letter."""
    wanted = sought(words, matching)
    return list(folded(text, wanted.form).found(wanted)) if wanted is not None else []


@lru_cache
def _folding(form: Form) -> Callable[[str], str]:
    """What folds a letter. There are few of them in all texts, so each is folded once."""

    @lru_cache(maxsize=20_000)
    def fold(letter: str) -> str:
        letter = _apart(letter.translate(_ALIKE))
        if not form.case:
            letter = _apart(letter.casefold())
        return unicodedata.normalize("NFC", letter if form.accents else letter.translate(_ACCENTS))

    return fold


def _apart(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)


@lru_cache
def _clusters() -> "regex.Pattern[str]":
    """The letters as people see them. What only some texts need is imported with the first of them."""
    import regex

    return regex.compile(r"\X")


@lru_cache
def _word(needle: str) -> "regex.Pattern[str]":
    """Finds words between places where Unicode has a word begin or end."""
    import regex

    return regex.compile(rf"\b{regex.escape(needle)}\b", regex.WORD)
