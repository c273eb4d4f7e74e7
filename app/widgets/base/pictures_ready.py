"""Tells the window of pictures that were decoded for it by another thread."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.drawing.decoded import decoded_pictures


class PicturesReady(QObject):
    """Emits `ready` with the id of a picture that can now be painted as it was asked for."""

    ready = Signal(str)
    _decoded = Signal(str)

    def __init__(self, application: QCoreApplication | None) -> None:
        super().__init__(application)
        # From the thread that decodes into that of the window: what stands in the middle is this object.
        self._decoded.connect(self._pass_on)
        decoded_pictures.on_decoded = self._decoded.emit

    def _pass_on(self, picture: str) -> None:
        self.ready.emit(picture)


@cache
def pictures_ready() -> PicturesReady:
    """The one of the application."""
    return PicturesReady(QCoreApplication.instance())
