"""What pages have in common that show what is on the map: they follow it while they are seen."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer

from app.model.records import Id
from app.widgets.base.page import Page
from app.widgets.shell import Shell

PAUSE = 200
"""Milliseconds without a change after which a page reads the map again."""


class LivePage(Page):
    """Those derived from it implement `read`, and may say what is `picked`."""

    def __init__(self, name: str, window: Shell) -> None:
        super().__init__(name)
        self.window_around, self.editor = window, window.editor
        self.picked: tuple[Id, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self.read_now)
        self.editor.changed.connect(self._read_soon)
        self.editor.map_changed.connect(self._read_soon)

    @property
    def picked_records(self) -> Sequence[Id]:
        return self.picked

    def read(self) -> None:
        """Show the map that is shown on the canvas as it is now."""
        raise NotImplementedError

    def begin(self) -> None:
        self.read_now()

    def read_now(self) -> None:
        self._soon.stop()
        if self.is_open:
            self.read()

    def pick(self, records: Sequence[Id]) -> None:
        """What the page is asked to show on the map."""
        if tuple(records) != self.picked:
            self.picked = tuple(records)
            self.window_around.actions_by_name.refresh()

    def _read_soon(self, *_: object) -> None:
        if self.is_open:
            self._soon.start()
