"""How long a stage takes, read out of the words that people write: "10 min", "1½ h", "2–3 Wochen"."""

import re

from app.language.phrases import tr_context
from app.language.spoken import spoken_language
from app.language.time_units import letters_of, time_unit

_HALVES = {"½": ".5", "¼": ".25", "¾": ".75"}
_NUMBER = r"(\d+(?:[.,]\d+)?)"


def minutes(duration: str) -> float | None:
    """The minutes that a duration names, in the language that is spoken or in English.

    Of a range the middle; None where no unit of time is named. A unit without a number stands for a few:
    "weeks" is three.
    """
    text = duration
    for sign, decimals in _HALVES.items():
        text = re.sub(rf"(?<!\d){sign}", f"0{decimals}", text).replace(sign, decimals)
    to = re.escape(letters_of(tr_context("between two numbers", "to")))
    part = rf"(?:{_NUMBER}(?:\s*(?:-|–|to|{to})\s*{_NUMBER})?)?\s*([^\W\d_]+)"
    language = spoken_language()
    found: float | None = None
    for low, high, word in re.findall(part, letters_of(text)):
        unit = time_unit(word, language)
        if unit is not None:
            few = 3.0 if unit.is_several else 1.0
            found = (found or 0.0) + (_amount(low, high) if low else few) * unit.minutes
    return found


def _amount(low: str, high: str) -> float:
    first = float(low.replace(",", "."))
    return (first + float(high.replace(",", "."))) / 2 if high else first
