"""The strip that says what keeps changes from the disk, and since when they are in memory alone."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.session.save_watch import SaveWatch
from app.widgets.notice import Notice


class SavingTrouble(Notice):
    """Shown while saving fails. Trying again goes on by itself; nothing is lost while the window is open."""

    def __init__(self, saving: SaveWatch, save_copy: Callable[[], object]) -> None:
        super().__init__("", "trouble")
        self._saving = saving
        self.offer("Try again", "Try to save now", saving.try_again)
        self.offer("Save a copy elsewhere…", "Write everything that is shown into another file", save_copy)
        saving.changed.connect(self._follow)
        self.hide()
        self._follow()

    def _follow(self) -> None:
        state = self._saving.state
        if state.failed_since is None:
            self.hide()
            return
        self.say(f"{state.sentence} {_since(state.failed_since)}")
        if self.isHidden():
            self.show()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words.text()))


def _since(failed: datetime) -> str:
    return (
        f"What you did since {failed.astimezone():%H:%M} is only in memory; "
        "keep this window open, Journeywall goes on trying."
    )
