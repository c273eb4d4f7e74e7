"""Breaks words that are wider than their place between syllables, with a hyphen.

Without a dictionary: a new syllable begins with the last consonant before a vowel, as in most languages that
are written in Latin letters. What is no plain word, such as an address, is left to break wherever it must.
"""

import re
from collections.abc import Callable, Iterator
from unicodedata import normalize

HYPHEN_AND_BREAK = "-\u2028"
"""What is put between two syllables."""
_DOUBT = 1 / 16
"""Map units by which Qt's own measure of a line may differ."""
_FEWEST_BEFORE, _FEWEST_AFTER = 2, 3
"""Letters that stand before and after a hyphen at least."""
_LETTERS = "A-Za-zÀ-ÖØ-öø-ɏ"
_WORDS = re.compile(rf"[^\w\s-]*[{_LETTERS}]+(?:-[{_LETTERS}]+)*[^\w\s-]*")
"""Letters, or words with hyphens between; with quotation marks, commas and brackets round them."""
_WORD = re.compile(r"[^-]+-?")
_VOWELS = frozenset("aeiouyæœø")
_ONSETS = (
    "sch",
    "ch",
    "ck",
    "ph",
    "th",
    "qu",
    *(f"{one}r" for one in "bcdfgkptv"),
    *(f"{one}l" for one in "bcfgkp"),
)
"""Consonants that begin a syllable together."""


def hyphenated(text: str, width_of: Callable[[str], float], available: float) -> str:
    """The text with a hyphen and a break in each word that would not fit on a line of its own."""
    return re.sub(r"\S+", lambda found: _token(found.group(), width_of, available - _DOUBT), text)


def _token(token: str, width_of: Callable[[str], float], available: float) -> str:
    if width_of(token) <= available or not _WORDS.fullmatch(token):
        return token
    return "".join(_word(word, width_of, available) for word in _WORD.findall(token))


def _word(word: str, width_of: Callable[[str], float], available: float) -> str:
    done = ""
    while width_of(word) > available:
        fitting = [at for at in syllables(word) if width_of(word[:at] + "-") <= available]
        if not fitting:
            break
        done += word[: fitting[-1]] + HYPHEN_AND_BREAK
        word = word[fitting[-1] :]
    return done + word


def syllables(word: str) -> Iterator[int]:
    """Where a word may be broken."""
    plain = "".join(normalize("NFD", letter)[0] for letter in word.lower())
    letters = [at for at, letter in enumerate(plain) if letter.isalpha()]
    first, last = letters[0] + _FEWEST_BEFORE, letters[-1] + 1 - _FEWEST_AFTER
    for vowel in range(1, len(plain)):
        if plain[vowel] in _VOWELS and plain[vowel - 1].isalpha() and plain[vowel - 1] not in _VOWELS:
            onset = next((each for each in _ONSETS if plain.endswith(each, 0, vowel)), plain[vowel - 1])
            if first <= vowel - len(onset) <= last:
                yield vowel - len(onset)


def without_hyphens(shown: str, text: str) -> int:
    """How much of a text its hyphenated beginning shows."""
    at = end = 0
    while at < len(shown):
        if shown[at] == text[end].replace("\n", "\u2028"):
            at, end = at + 1, end + 1
        else:
            at += len(HYPHEN_AND_BREAK)
    return end
