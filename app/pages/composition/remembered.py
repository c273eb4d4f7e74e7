"""Remembers what was composed last: a setting that is taken back needs no composing again."""

from collections.abc import Hashable
from typing import Generic, NamedTuple, TypeVar

from app.model.content import Content
from app.model.document import Document
from app.model.pictures import PictureStore

T = TypeVar("T")

MOST = 8
"""So many: each holds a map as it is laid out."""


class _Made(NamedTuple, Generic[T]):
    """What was made of a document as it was at a moment, and how it was asked for."""

    content: Content
    pictures: PictureStore
    asked: Hashable
    made: T

    def is_of(self, document: Document, asked: Hashable) -> bool:
        """Whether another document has the very same records, with the bytes of its pictures."""
        if self.asked != asked or (document.pictures() and document.picture_store is not self.pictures):
            return False
        return document.content is self.content or document.content.records == self.content.records


class Remembered(Generic[T]):
    """What was made last of documents, each with how it was asked for."""

    def __init__(self) -> None:
        # Put in place as a whole: several threads may ask.
        self._made: tuple[_Made[T], ...] = ()

    def find(self, document: Document, asked: Hashable) -> T | None:
        """What was made of a document that had the same in it."""
        for one in self._made:
            if one.is_of(document, asked):
                self._made = (one, *(other for other in self._made if other is not one))
                return one.made
        return None

    def keep(self, document: Document, asked: Hashable, made: T) -> T:
        one = _Made(document.content, document.picture_store, asked, made)
        self._made = (one, *self._made)[:MOST]
        return made

    def cache_clear(self) -> None:
        """Forget all of it, as what Python remembers of functions is forgotten."""
        self._made = ()
