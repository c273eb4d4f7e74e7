"""The bytes of pictures, kept apart from the records: once for each content, and never changed.

So a change to a document never carries them, and undo need not know of them.
"""

import hashlib
import weakref
from collections.abc import Callable
from io import SEEK_END
from tempfile import TemporaryFile
from threading import Lock
from typing import NamedTuple

from app.limits import KEPT_PICTURES
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
    """Bytes by the id of their picture. What was not put there is asked of `fetch`, each time anew."""

    def __init__(self, fetch: Fetch | None = None) -> None:
        self.fetch = fetch
        self._kept: dict[Id, bytes] = {}
        self._aside: _Aside | None = None

    def put(self, data: bytes) -> Id:
        """Keep bytes: in memory or, where there are many already, in a temporary file. Returns their id."""
        id = picture_id(data)
        if id in self._kept or (self._aside is not None and id in self._aside):
            return id
        if len(data) + sum(map(len, tuple(self._kept.values()))) <= KEPT_PICTURES:
            self._kept[id] = data
        else:
            self._aside = self._aside or _Aside()
            self._aside.put(id, data)
        return id

    def get(self, id: Id) -> bytes | None:
        """The bytes; None where they are lost."""
        found = self.kept(id)
        return found if found is not None or self.fetch is None else self.fetch(id)

    def kept(self, id: Id) -> bytes | None:
        """The bytes, if they were put here: in memory or in the temporary file."""
        found = self._kept.get(id)
        return self._aside.get(id) if found is None and self._aside is not None else found

    def drop(self, id: Id) -> None:
        """Forget what `fetch` can give back."""
        if self.fetch is not None:
            self._kept.pop(id, None)


class _Aside:
    """Bytes in a temporary file, which goes with it. For any thread."""

    def __init__(self) -> None:
        self._file = TemporaryFile(prefix="journeywall-")  # noqa: SIM115 - closed when this goes
        self._places: dict[Id, tuple[int, int]] = {}
        self._lock = Lock()
        weakref.finalize(self, self._file.close)

    def __contains__(self, id: Id) -> bool:
        return id in self._places

    def put(self, id: Id, data: bytes) -> None:
        with self._lock:
            place = self._file.seek(0, SEEK_END)
            self._file.write(data)
            self._places[id] = place, len(data)

    def get(self, id: Id) -> bytes | None:
        with self._lock:
            if id not in self._places:
                return None
            place, length = self._places[id]
            self._file.seek(place)
            return self._file.read(length)
