"""The slides painted last, and those painted ahead, so that most presses find theirs ready."""

from collections.abc import Hashable

from PySide6.QtGui import QPixmap

from app.widgets.room.painted_slide import PaintedSlide

_MOST = 160 * 2**20
"""Bytes, of which each takes as many as the screen has pixels, times four: 20 slides at 1920 × 1080."""
_LEAST = 4
"""Slides that are kept however large they are."""


class SlideCache:
    """Keeps slides, the one asked for longest ago given up first."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, PaintedSlide] = {}

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def found(self, key: Hashable) -> PaintedSlide | None:
        kept = self._kept.pop(key, None)
        if kept is not None:
            self._kept[key] = kept
        return kept

    def keep(self, key: Hashable, painted: PaintedSlide) -> None:
        self._kept.pop(key, None)
        self._kept[key] = painted
        while len(self._kept) > room_for(painted.image):
            del self._kept[next(iter(self._kept))]

    def forget(self) -> None:
        self._kept.clear()


def room_for(image: QPixmap) -> int:
    """How many slides as large as this are kept."""
    return max(_MOST // max(image.width() * image.height() * 4, 1), _LEAST)
