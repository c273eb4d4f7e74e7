"""How long a stage takes, read out of the words that people write: "10 min", "1½ h", "2–3 weeks"."""

import re

MINUTES: dict[str, float] = {
    "s": 1 / 60,
    "sec": 1 / 60,
    "second": 1 / 60,
    "min": 1,
    "minute": 1,
    "h": 60,
    "hr": 60,
    "hour": 60,
    "d": 1440,
    "day": 1440,
    "w": 10080,
    "week": 10080,
    "month": 43800,
    "y": 525600,
    "year": 525600,
}
"""How many minutes each unit has; a month is a twelfth of a year."""

_HALVES = {"½": ".5", "¼": ".25", "¾": ".75"}
_PART = re.compile(r"(?:(\d+(?:[.,]\d+)?)(?:\s*(?:-|–|to)\s*(\d+(?:[.,]\d+)?))?)?\s*([^\W\d_]+)")


def minutes(duration: str) -> float | None:
    """The minutes that a duration names; the middle of a range; None where no unit of time is named.

    A unit without a number stands for a few: "weeks" is three.
    """
    text = duration.lower()
    for sign, decimals in _HALVES.items():
        text = re.sub(rf"(?<!\d){sign}", f"0{decimals}", text).replace(sign, decimals)
    found: float | None = None
    for low, high, word in _PART.findall(text):
        unit = MINUTES.get(word) or MINUTES.get(word.rstrip("s"))
        if unit is not None:
            found = (found or 0.0) + _amount(low, high, word) * unit
    return found


def _amount(low: str, high: str, word: str) -> float:
    if not low:
        return 3.0 if word.endswith("s") and len(word) > 1 else 1.0
    first = float(low.replace(",", "."))
    return (first + float(high.replace(",", "."))) / 2 if high else first
