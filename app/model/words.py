"""How the program shortens and quotes what people wrote, in a sentence."""

from app.language import words
from app.language.phrases import Phrase
from app.model.text import one_line


def shortened(text: str, longest: int = 30) -> str:
    """The beginning of a text, on one line, for labels."""
    line = one_line(text)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def quoted(text: str, otherwise: str | Phrase) -> Phrase:
    """The text shortened in quotation marks, or other words where there is none."""
    if text.strip():
        return words.quoted(shortened(text))
    return otherwise if isinstance(otherwise, Phrase) else words.verbatim(otherwise)
