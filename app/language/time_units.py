"""The words for units of time, as people write them in a language: "Stunde", "Stunden", "Std"."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from app.language.catalogues import ENGLISH
from app.language.locale import known
from app.language.pseudo import PSEUDO

MINUTES = {
    "second": 1 / 60,
    "minute": 1.0,
    "hour": 60.0,
    "day": 1440.0,
    "week": 10080.0,
    "month": 43800.0,
    "year": 525600.0,
}
"""How many minutes each unit has; a month is a twelfth of a year."""
_SHORT = {
    "second": ("s", "sec"),
    "minute": ("min",),
    "hour": ("h", "hr"),
    "day": ("d",),
    "week": ("w",),
    "year": ("y",),
}
_NUMBERS = (1, 2, 5, 1.5)
"""In most languages one of these has the form that any number has; the first is for one alone."""
_AFTER_NUMBER = re.compile(r"[\d.,]+\s*([^\W\d_]+)\.?")
_LONGEST_ENDING, _LEAST = 1, 4
"""A word of so many letters may have one more, by its case: "Tagen"."""


class TimeUnit(NamedTuple):
    """What a word stands for, and whether it says by itself that there are several: "weeks"."""

    minutes: float
    is_several: bool = False


def time_unit(word: str, language: str) -> TimeUnit | None:
    """What a word stands for in a language, else in English; None for any other word."""
    word = letters_of(word)
    units = _units_in(language)
    stem = word[:-_LONGEST_ENDING]
    return units.get(word) or _ENGLISH.get(word) or (units.get(stem) if len(stem) >= _LEAST else None)


def letters_of(text: str) -> str:
    """A text in small letters without marks over or under them, which not everyone types."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in decomposed if unicodedata.category(letter)[0] != "M")


@lru_cache(maxsize=8)
def _units_in(language: str) -> Mapping[str, TimeUnit]:
    if language.split("_")[0] == ENGLISH or language in PSEUDO:
        return {}
    from babel.units import format_unit

    found: dict[str, TimeUnit] = {}
    for unit, minutes in MINUTES.items():
        for number in _NUMBERS:
            for length in ("long", "short"):
                said = letters_of(format_unit(number, f"duration-{unit}", length, locale=known(language)))
                # What Babel does not know it calls "duration-hour".
                if match := _AFTER_NUMBER.fullmatch(said):
                    found.setdefault(match[1], TimeUnit(minutes, is_several=number != 1))
    return found


_ENGLISH = {
    word: TimeUnit(minutes, is_several)
    for unit, minutes in MINUTES.items()
    for singular in (unit, *_SHORT.get(unit, ()))
    for word, is_several in ((singular, False), (f"{singular}s", True))
}
