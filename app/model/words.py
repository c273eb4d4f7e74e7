"""How the program counts and quotes things in a sentence."""

from app.language import words
from app.language.phrases import Phrase
from app.model.text import one_line


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 note", "3 notes", "2 entries"."""
    if number == 1:
        return f"1 {noun}"
    ends_in_y = noun.endswith("y") and noun[-2] not in "aeiou"
    return f"{number} {noun[:-1]}ies" if ends_in_y else f"{number} {noun}s"


def megabytes(number: int) -> str:
    """A number of bytes: "0.3 MB", "12 MB"."""
    return f"{number / 1e6:.1f} MB" if number < 10_000_000 else f"{number / 1e6:,.0f} MB"


def shortened(text: str, longest: int = 30) -> str:
    """The beginning of a text, on one line, for labels."""
    line = one_line(text)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def quoted(text: str, otherwise: str | Phrase) -> Phrase:
    """The text shortened in quotation marks, or other words where there is none."""
    if text.strip():
        return words.quoted(shortened(text))
    return otherwise if isinstance(otherwise, Phrase) else words.verbatim(otherwise)
