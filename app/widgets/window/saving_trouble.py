"""The strip that says what keeps changes from the disk, or what became of the file, and what can be done."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.session.save_watch import SaveWatch
from app.widgets.base.overlays.notice import Notice


class SavingTrouble(Notice):
    """Shown while saving fails. Trying again goes on by itself; nothing is lost while the window is open."""

    def __init__(self, saving: SaveWatch, save_copy: Callable[[], object]) -> None:
        super().__init__("", "trouble")
        self._saving = saving
        tip = "Write the project anew to its place; what lies there now is kept under another name"
        self._put_back = self.offer("Put it back", tip, saving.put_it_back)
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
        self._put_back.setVisible(state.is_gone)
        what = (
            f"What you did since {state.failed_since.astimezone():%H:%M}" if state.pending else "What you see"
        )
        self.set_text(
            f"{state.sentence} {what} is only in memory; keep this window open{_WAY_ON[state.is_gone]}"
        )
        if self.isHidden():
            self.show()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words.text()))


_WAY_ON = {False: ", Journeywall goes on trying.", True: ", or put the project back in its place."}
