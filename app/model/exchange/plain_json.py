"""JSON from outside as plain values, refused before it is read where it would become too much in memory."""

from typing import Any

from pydantic_core import from_json

from app.limits import MOST_PARTS


def parsed(data: str | bytes, most: int = MOST_PARTS) -> Any:
    """The value that JSON tells. Raises ValueError where it is none, too deep, or has too many parts.

    Read without making one text of all of it, in which a single emoji would have each letter take four bytes.
    """
    if parts_in(data) > most:
        raise ValueError("too many parts")
    return from_json(data)


def parts_in(data: str | bytes) -> int:
    """Commas and opening brackets: more than the values that JSON can hold."""
    if isinstance(data, str):
        return sum(data.count(mark) for mark in (",", "[", "{"))
    return sum(data.count(mark) for mark in (b",", b"[", b"{"))
