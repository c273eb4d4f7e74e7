"""Pictures as they were decoded, kept for the next frame; a window has them decoded by another thread.

To decode a photograph takes up to a second, in which a window must not stand still.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.drawing.images import decoded, look_at
from app.limits import KEPT_DECODED
from app.model.pictures import NewPicture, PictureStore
from app.model.records import Id
from app.threads import Task

_SMALLEST, _WIDEST = 64, 4096
"""Pixels: how wide pictures are kept, at the least and at the most."""
_COARSE = 512
"""Pixels below which to decode a picture smaller saves no time worth having."""
_FIRST = 1024
"""How wide a new picture is decoded: as wide as most maps show it."""

Find = Callable[[PictureStore, Id, float], QImage | None]
"""The picture, decoded for a width in pixels or a bit more; None where it cannot be had, or not yet."""


class DecodedPictures:
    """The pictures that were painted last, each in the widths that were asked for. For any thread.

    `room` is how many bytes they may take.
    """

    def __init__(self, room: int = KEPT_DECODED) -> None:
        self._room = room
        self.on_decoded: Callable[[Id], object] | None = None
        """Called by another thread for a picture that `soon` did not have; without it there is no waiting."""
        self._lock = Lock()
        self._kept: OrderedDict[Id, dict[int, QImage]] = OrderedDict()
        self._bytes = 0
        self._broken: set[Id] = set()
        self._asked: list[tuple[PictureStore, Id, int]] = []
        self._worker: Task[None] | None = None

    def now(self, store: PictureStore, picture: Id, width: float) -> QImage | None:
        """The picture, decoded here and now where it is not at hand; None where it is lost or broken."""
        wanted = _step(width)
        image, is_wide_enough = self._at_hand(picture, wanted)
        return image if is_wide_enough else self._decode(store, picture, wanted)

    def soon(self, store: PictureStore, picture: Id, width: float) -> QImage | None:
        """The picture as far as it is at hand; what is missing of it will be told of by `on_decoded`."""
        if self.on_decoded is None:
            return self.now(store, picture, width)
        wanted = _step(width)
        image, is_wide_enough = self._at_hand(picture, wanted)
        if not is_wide_enough:
            self._ask(store, picture, wanted)
        return image

    def keep(self, picture: Id, width: int, image: QImage) -> None:
        """Keep a picture that was decoded for a width."""
        with self._lock:
            versions = self._kept.setdefault(picture, {})
            self._kept.move_to_end(picture)
            self._bytes += image.sizeInBytes() - (versions[width].sizeInBytes() if width in versions else 0)
            versions[width] = image
            while self._bytes > self._room and len(self._kept) > 1:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= sum(each.sizeInBytes() for each in oldest.values())

    def _at_hand(self, picture: Id, wanted: int) -> tuple[QImage | None, bool]:
        """The best that there is, and whether it is wide enough, or all that can be had."""
        with self._lock:
            if picture in self._broken:
                return None, True
            versions = self._kept.get(picture)
            if not versions:
                return None, False
            self._kept.move_to_end(picture)
            width = min((width for width in versions if width >= wanted), default=max(versions))
            image = versions[width]
        if width == wanted or image.width() <= min(wanted, width - 1):
            return image, True
        if width < wanted:
            return image, False
        smaller = image.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
        self.keep(picture, wanted, smaller)
        return smaller, True

    def _decode(self, store: PictureStore, picture: Id, wanted: int) -> QImage | None:
        data = store.get(picture)
        if data is None:
            return None
        width = max(wanted, _COARSE)
        image = decoded(data, width)
        if image is None:
            self._broken.add(picture)
            return None
        self.keep(picture, width, image)
        return self._at_hand(picture, wanted)[0]

    def _ask(self, store: PictureStore, picture: Id, wanted: int) -> None:
        with self._lock:
            if (store, picture, wanted) in self._asked:
                return
            self._asked.append((store, picture, wanted))
            if self._worker is None:
                self._worker = Task("Decoding pictures", self._work)

    def _work(self) -> None:
        """Decode what is asked for, until nothing is."""
        while True:
            with self._lock:
                if not self._asked:
                    self._worker = None
                    return
                store, picture, wanted = self._asked[0]
            image = self._tried(store, picture, wanted)
            with self._lock:
                self._asked.pop(0)
            if image is not None and self.on_decoded is not None:
                self.on_decoded(picture)

    def _tried(self, store: PictureStore, picture: Id, wanted: int) -> QImage | None:
        try:
            return self._decode(store, picture, wanted)
        except Exception:  # The file may be busy, or closed: whoever paints the picture next asks again.
            return None


decoded_pictures = DecodedPictures()
"""Those of this process."""


def taken_in(data: bytes) -> NewPicture:
    """`looked_at`, and kept as it was decoded for that, since it will be shown. Raises PictureError."""
    new, image = look_at(data, _FIRST)
    decoded_pictures.keep(new.id, _FIRST, image)
    return new


def _step(width: float) -> int:
    """The width in which a picture is kept that is shown in another."""
    step = _SMALLEST
    while step < min(width, _WIDEST):
        step *= 2
    return step
