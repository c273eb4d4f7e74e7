"""What several notes have in common, or that they differ in it."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from app.model.records import Note


class Mixed:
    """Stands for a value in which notes differ."""


MIXED: Final = Mixed()
V = TypeVar("V")


def common(notes: Sequence[Note], value: Callable[[Note], V]) -> V | Mixed:
    """The value that all of some notes have; looks no farther than the first that differs."""
    first = value(notes[0])
    return first if all(value(note) == first for note in notes[1:]) else MIXED
