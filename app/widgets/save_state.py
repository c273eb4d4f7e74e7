"""Brings word of saving from the writer's thread to the window's, where alone widgets may be touched."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.storage.project_file import ProjectFile
from app.storage.saving import SaveState


class SaveWatch(QObject):
    """How saving of a project stands, in the window's thread. `state` is what was last heard."""

    changed = Signal()
    _heard = Signal(object)

    def __init__(self, project: ProjectFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = project.state
        self.try_again: Callable[[], None] = project.try_again
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = project.subscribe(self._heard.emit)

    def close(self) -> None:
        """Hear no more."""
        self._unsubscribe()

    @Slot(object)
    def _take(self, state: SaveState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
