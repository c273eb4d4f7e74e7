"""The slides painted last, and those painted ahead, so that most presses find theirs ready."""

from collections.abc import Hashable
from typing import NamedTuple

from PySide6.QtGui import QPixmap

_MOST = 160 * 2**20
"""Bytes, of which each takes as many as the screen has pixels, times four: 19 slides at 1920 × 1080."""
_LEAST = 4
"""Slides that are kept however large they are."""


class Kept(NamedTuple):
    image: QPixmap
    minute: str
    """The time of day that is written in its foot."""


class SlideCache:
    """Keeps slides, the one asked for longest ago given up first."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Kept] = {}

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def found(self, key: Hashable) -> Kept | None:
        kept = self._kept.pop(key, None)
        if kept is not None:
            self._kept[key] = kept
        return kept

    def keep(self, key: Hashable, kept: Kept) -> None:
        self._kept.pop(key, None)
        self._kept[key] = kept
        while len(self._kept) > room_for(kept.image):
            del self._kept[next(iter(self._kept))]

    def forget(self) -> None:
        self._kept.clear()


def room_for(image: QPixmap) -> int:
    """How many slides as large as this are kept."""
    return max(_MOST // max(image.width() * image.height() * 4, 1), _LEAST)
