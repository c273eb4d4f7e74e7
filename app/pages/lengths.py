"""Lengths as people write them, "10mm" or "36in", in millimetres; and back, in the unit that is preferred."""

import re

from app.language.measures import length_unit
from app.language.phrases import Phrase, phrase
from app.pages.errors import FormatError

MILLIMETRES_PER_INCH = 25.4
POINTS_PER_MILLIMETRE = 72 / MILLIMETRES_PER_INCH
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
    """Millimetres as people say them: "10 mm", "1.5 m", "0.39 in"."""
    if length_unit() == "in":
        return phrase("{length} in", length=inches(length))
    if length >= 10_000:
        return phrase("{length} m", length=float(f"{length / 1000:.4g}"))
    return phrase("{length} mm", length=round(length, 1))


def format_size(width: float, height: float) -> Phrase:
    """Two sides in millimetres: "1,189 × 841 mm", "46.8 × 33.1 in"."""
    if length_unit() == "in":
        return phrase("{width} × {height} in", width=inches(width), height=inches(height))
    return phrase("{width} × {height} mm", width=round(width, 1), height=round(height, 1))


def inches(length: float) -> float:
    """Millimetres in inches, as fine as one says them: 0.39, 33.1."""
    found = length / MILLIMETRES_PER_INCH
    return round(found, 2 if abs(found) < 10 else 1)
