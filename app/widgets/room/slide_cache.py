"""The slides painted last, and the one painted ahead, so that most presses find theirs ready."""

from collections.abc import Hashable

from PySide6.QtGui import QPixmap

_MOST = 4
"""Each takes as many bytes as the screen has pixels, times four."""


class SlideCache:
    """Keeps a few slides, the one asked for longest ago given up first."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, QPixmap] = {}

    def found(self, key: Hashable) -> QPixmap | None:
        image = self._kept.pop(key, None)
        if image is not None:
            self._kept[key] = image
        return image

    def keep(self, key: Hashable, image: QPixmap) -> None:
        self._kept[key] = image
        while len(self._kept) > _MOST:
            del self._kept[next(iter(self._kept))]

    def forget(self) -> None:
        self._kept.clear()
