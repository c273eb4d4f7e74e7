"""Which of the letters typed after one another are one step of the history: a word, as long as nobody pauses.

What comes at once (a paste, a word of an input method), and what is taken away, are steps of their own; so
what a step of typing began with can always be gone back to.
"""

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from pydantic import BaseModel

from app.model.change import Change

PAUSE = 3.0
"""Seconds without a letter after which the next begins a step."""


class Stroke(NamedTuple):
    """What one change makes of a text: at a place, these letters gone and those come."""

    at: int
    removed: str
    inserted: str

    @property
    def types(self) -> bool:
        """Whether it is a letter, or the space before it where the text kept none at its end."""
        return not self.removed and _is_single(self.inserted)

    @property
    def erases(self) -> bool:
        return not self.inserted and _is_single(self.removed)


class Strokes:
    """Follows the changes of what is being typed."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last: Stroke | None = None
        self._at = 0.0

    def goes_on(self, change: Change) -> bool:
        """Whether a change is more of what the one before it began. What is no text always is."""
        last, before = self._last, self._at
        self._last, self._at = stroke_of(change), self._clock()
        if self._last is None:
            return True
        if last is None:
            return self._last.types
        return self._at - before < PAUSE and follows(last, self._last)


def follows(last: Stroke, next: Stroke) -> bool:
    """Whether a stroke goes on with the word, or with the taking away, of the one before it."""
    if next.types and not _begins_word(last.inserted, next.inserted):
        distance = next.at - last.at - len(last.inserted)
        if last.inserted:
            return distance == 0 and _is_single(last.inserted)
        # Typed over a selection, a letter that stood there too looks like the taking away of the others.
        return distance in (0, 1) and not last.erases
    return next.erases and last.erases and last.at in (next.at, next.at + len(next.removed))


def stroke_of(change: Change) -> Stroke | None:
    """What a change makes of the first text that it changes; None where it changes something else."""
    edit = change.edits[0]
    if edit.before is None or edit.after is None:
        return None
    for field in type(edit.after).model_fields:
        before, after = getattr(edit.before, field), getattr(edit.after, field)
        if before != after and (words := _words(before)) != (words_after := _words(after)):
            return difference(words, words_after)
    return None


def difference(before: str, after: str) -> Stroke:
    """What stands in one text in the place of what stood in the other."""
    head = _alike(before, after, lambda text, length: text[:length])
    rest, rest_after = before[head:], after[head:]
    tail = _alike(rest, rest_after, lambda text, length: text[len(text) - length :])
    return Stroke(head, rest[: len(rest) - tail], rest_after[: len(rest_after) - tail])


def _alike(one: str, other: str, end: Callable[[str, int], str]) -> int:
    """How many letters two texts have in common at an end of theirs: few comparisons of long pieces."""
    lengths = range(1, min(len(one), len(other)) + 1)
    return bisect_left(lengths, True, key=lambda length: end(one, length) != end(other, length))


def _words(value: object) -> str:
    """What of a value is typed."""
    if isinstance(value, tuple):
        return "\n".join(map(_words, value))
    if isinstance(value, BaseModel):
        return "\n".join(_words(getattr(value, field)) for field in type(value).model_fields)
    return value if isinstance(value, str) else ""


def _is_single(text: str) -> bool:
    return bool(text) and len(text.strip()) <= 1


def _begins_word(last: str, next: str) -> bool:
    """Whether letters begin where there was, or is, a space before them."""
    return not next.isspace() and (last[-1:].isspace() or next[0].isspace())
