"""Brings word of saving from the writer's thread to the window's, where alone widgets may be touched.

The window must never call saved what is not: so each step is heard of when it is taken, and the word of the
writer's thread, which may be late, is taken as a reason to look how saving stands by now.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot

from app.model.history.steps import Performed, Thinned
from app.storage.project_file import ProjectFile
from app.storage.saving import SaveState


class SaveWatch(QObject):
    """How saving of a project stands, in the window's thread. `state` is never better than the truth."""

    changed = Signal()
    put_back = Signal(str)
    """The project was put back in its place; a sentence tells what came of it."""
    _received = Signal(object)

    def __init__(self, project: ProjectFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = project.state
        self._project = project
        self.try_again: Callable[[], None] = project.try_again
        self._received.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = (
            project.subscribe(self._received.emit),
            project.history.subscribe(self._take),
            project.history.subscribe_to_thinning(self._take),
        )

    @property
    def size(self) -> int:
        """Bytes of the file, as it was left; a disk that does not answer is not asked."""
        return self._project.size

    def look_when_active(self, window: QObject) -> None:
        """Have the file looked at whenever one comes back to a window: others had it meanwhile."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self._project.look()
        return False

    def put_it_back(self) -> None:
        """Have the project written anew to its place, where what was saved is not there any more."""
        self._project.put_back(self.put_back.emit)

    def close(self) -> None:
        """Hear no more."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()

    @Slot(object)
    def _take(self, _: SaveState | Performed | Thinned) -> None:
        state = self._project.state
        if state != self.state:
            self.state = state
            self.changed.emit()
