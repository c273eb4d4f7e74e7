"""Lengths as people write them, "10mm" or "36in", in millimetres."""

import re

from app.language.phrases import Phrase, phrase
from app.pages.errors import FormatError

POINTS_PER_MILLIMETRE = 72 / 25.4
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "m": 1000.0, "in": 25.4, '"': 25.4, "″": 25.4, "pt": 25.4 / 72}
_LENGTH = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*([a-z\"″]*)\s*", re.IGNORECASE)


def millimetres(text: str, least: float = 0.0, most: float = 50_000.0) -> float:
    """A length with its unit, "mm" where none is written. Raises FormatError, with the range."""
    found = _LENGTH.fullmatch(text)
    unit = found.group(2).lower() or "mm" if found else ""
    if found is None or unit not in _MILLIMETRES:
        raise FormatError(phrase("“{text}” is not a length; write it as 10mm, 1.5cm or 0.5in.", text=text))
    length = float(found.group(1).replace(",", ".")) * _MILLIMETRES[unit]
    if not least <= length <= most:
        raise FormatError(
            phrase(
                "“{text}” is out of range: {least} to {most} is possible.",
                text=text,
                least=format_length(least),
                most=format_length(most),
            )
        )
    return length


def format_length(length: float) -> Phrase:
    """Millimetres as people say them: "10 mm", "1.5 m"."""
    if length >= 10_000:
        return phrase("{length} m", length=float(f"{length / 1000:.4g}"))
    return phrase("{length} mm", length=round(length, 1))
