"""What a cell holds: notes part at lines, bullets, numbers and semicolons, never at commas."""

import re
from collections.abc import Iterator

from app.limits import LONGEST_TEXT
from app.model.exchange.vocabulary import says_nothing

_BREAK = re.compile(r"<br\s*/?>|\n", re.IGNORECASE)
_BULLET = re.compile(r"\A\s*(?:[•·▪◦‣●○■➢✓–—*-]\s+|[•▪◦‣●■➢]|o\t)")
_PARTS = re.compile(r"[\n<;；•·▪◦‣●○■➢✓–—*-]|\d[.)]|\A\s*o\t", re.IGNORECASE)
"""What parts notes or stands before one; a text without any of it is one note."""
_NUMBER = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})[.)]\s+")
_INNER_BULLET = re.compile(r"(?<=\s)[•▪◦‣●■➢]")
_SEMICOLON = re.compile(r"[;；]")
_SEMICOLON_BY_ADDRESS = re.compile(r";\s")
_LISTED = re.compile(r"[,，、;；/\n|•]|->|=>|[→⇒➔➜]|<br\s*/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_ARROW = re.compile(r"->|=>|[→⇒➔➜]")


def notes_in(text: str) -> list[str]:
    """The texts of notes that a cell makes."""
    if says_nothing(text):
        return []
    if not _PARTS.search(text):
        return list(_short(text.strip()))
    lines = [part for line in _BREAK.split(text) for part in _INNER_BULLET.split(line)]
    parts = [part for line in _without_numbers(lines) for part in _by_semicolons(line)]
    found = (_BULLET.sub("", part, count=1).strip() for part in parts)
    return [piece for part in found if part and not says_nothing(part) for piece in _short(part)]


def listed_in(text: str) -> list[str]:
    """Channels or people, as they are parted when typed: by commas, arrows, slashes."""
    if says_nothing(text):
        return []
    return [part for part in (one.strip() for one in _LISTED.split(text)) if part and not says_nothing(part)]


def address_in(text: str) -> tuple[str, str]:
    """A title and the address beside it, which is empty where there is none."""
    found = _ADDRESS.search(text)
    if found is None:
        return text.strip(), ""
    return text.replace(found[0], "").strip(" :–—-\n"), found[0]


def has_order(text: str) -> bool:
    """Whether arrows say that what is listed comes one after the other."""
    return _ARROW.search(text) is not None


def _without_numbers(lines: list[str]) -> Iterator[str]:
    """Lines that are numbered 1, 2, 3 in order, over all of them or within one, without their numbers."""
    text = "\n".join(lines)
    found = list(_NUMBER.finditer(text))
    if len(found) < 2 or [int(one[1]) for one in found] != list(range(1, len(found) + 1)):
        yield from lines
        return
    yield from text[: found[0].start()].split("\n")
    for number, one in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        yield from text[one.end() : end].split("\n")


def _by_semicolons(line: str) -> list[str]:
    return (_SEMICOLON_BY_ADDRESS if "://" in line else _SEMICOLON).split(line)


def _short(text: str) -> Iterator[str]:
    for start in range(0, len(text), LONGEST_TEXT):
        yield text[start : start + LONGEST_TEXT]
