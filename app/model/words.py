"""How the program counts and quotes things in a sentence."""

from app.model.text import one_line


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 note", "3 notes"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shortened(text: str, longest: int = 30) -> str:
    """The beginning of a text, on one line, for labels."""
    line = one_line(text)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def quoted(text: str, otherwise: str) -> str:
    """The text shortened in quotation marks, or other words where there is none."""
    return f"“{shortened(text)}”" if text.strip() else otherwise
