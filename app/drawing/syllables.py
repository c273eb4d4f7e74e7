"""Where a word may be hyphenated: by the dictionary of a language, or by a rule that needs none.

The rule: a new syllable begins with the last consonant before a vowel, as in most languages that are written
in Latin, Greek or Cyrillic letters.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise
from unicodedata import normalize

from app.drawing.hyphen_dictionaries import dictionary_places

_FEWEST_BEFORE, _FEWEST_AFTER = 2, 3
"""Letters that stand before and after a hyphen at least."""
_LONGEST = 80
"""Letters beyond which nothing is looked up, as it takes longer by each: no word is so long."""
_VOWELS = frozenset("aeiouyæœøıαεηιουωаеёиоуыэюяіїєўաեէըիոօაეიოუ")
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


@lru_cache(maxsize=10_000)
def places_by_dictionary(letters: str, language: str) -> tuple[int, ...]:
    """Where the dictionary of a language breaks a run of letters; nowhere without one."""
    if len(letters) > _LONGEST:
        return ()
    clusters = _clusters(letters)
    plain = [normalize("NFC", each) for each in clusters]
    if any(len(each) > 1 for each in plain):
        return ()
    word = "".join(plain).lower()
    found = [0, *dictionary_places(word, language), len(word)]
    # Where patterns miss a border they find one a letter away as well; what is no syllable gives that away.
    sound = [_has_vowel(word[start:end]) for start, end in pairwise(found)]
    places = (at for at, beside in zip(found[1:-1], pairwise(sound), strict=True) if all(beside))
    begins = _begins(clusters)
    return tuple(begins[at] for at in places if _FEWEST_BEFORE <= at <= len(word) - 2)


@lru_cache(maxsize=10_000)
def places_by_rule(letters: str) -> tuple[int, ...]:
    """Where a run of letters is broken in any language."""
    clusters = _clusters(letters)
    begins = _begins(clusters)
    return tuple(begins[at] for at in _by_rule(_plain(clusters)))


def _by_rule(plain: str) -> Iterator[int]:
    for vowel in range(1, len(plain)):
        if plain[vowel] in _VOWELS and plain[vowel - 1] not in _VOWELS:
            onset = next((each for each in _ONSETS if plain.endswith(each, 0, vowel)), plain[vowel - 1])
            if _FEWEST_BEFORE <= vowel - len(onset) <= len(plain) - _FEWEST_AFTER:
                yield vowel - len(onset)


def _has_vowel(letters: str) -> bool:
    return not _VOWELS.isdisjoint(_plain(_clusters(letters)))


def _plain(clusters: list[str]) -> str:
    """The letters as small ones without accents."""
    return "".join(normalize("NFD", each[0].lower())[0] for each in clusters)


def _clusters(letters: str) -> list[str]:
    """Letters, each with the accents that follow it."""
    found: list[str] = []
    for character in letters:
        if found and not character.isalpha():
            found[-1] += character
        else:
            found.append(character)
    return found


def _begins(clusters: list[str]) -> list[int]:
    """Where each cluster begins, counted in characters."""
    return [0, *accumulate(map(len, clusters))]
