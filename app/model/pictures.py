"""The bytes of pictures, kept apart from the records: once for each content, and never changed.

So a change to a document never carries them, and undo need not know of them.
"""

import hashlib
from collections.abc import Callable
from typing import NamedTuple

from app.model.records.record import Id
from app.model.records.values import PictureFormat

Fetch = Callable[[Id], bytes | None]


class NewPicture(NamedTuple):
    """A picture that was looked at and found good, but is in no document yet."""

    data: bytes
    format: PictureFormat
    width: int
    height: int

    @property
    def id(self) -> Id:
        return picture_id(self.data)


def picture_id(data: bytes) -> Id:
    """The id of a picture: the SHA-256 of its bytes."""
    return hashlib.sha256(data).hexdigest()


class PictureStore:
    """Bytes by the id of their picture. What is not in memory is asked of `fetch`, each time anew."""

    def __init__(self, fetch: Fetch | None = None) -> None:
        self.fetch = fetch
        self._kept: dict[Id, bytes] = {}

    def put(self, data: bytes) -> Id:
        """Keep bytes in memory. Returns their picture's id."""
        id = picture_id(data)
        self._kept[id] = data
        return id

    def get(self, id: Id) -> bytes | None:
        """The bytes; None where they are lost."""
        found = self._kept.get(id)
        return found if found is not None or self.fetch is None else self.fetch(id)

    def drop(self, id: Id) -> None:
        """Forget what `fetch` can give back."""
        if self.fetch is not None:
            self._kept.pop(id, None)
