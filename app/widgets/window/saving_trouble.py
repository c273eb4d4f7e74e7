"""The strip that says what keeps changes from the disk, or what became of the file, and what can be done."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.language.days import written_time
from app.language.phrases import tr
from app.session.save_watch import SaveWatch
from app.widgets.base.overlays.notice import Notice
from app.widgets.base.saving_words import PUT_BACK, PUT_BACK_TIP, SAVE_COPY, SAVE_COPY_TIP


class SavingTrouble(Notice):
    """Shown while saving fails. Trying again goes on by itself; nothing is lost while the window is open."""

    def __init__(self, saving: SaveWatch, save_copy: Callable[[], object]) -> None:
        super().__init__("", "trouble")
        self._saving = saving
        self._put_back = self.offer(str(PUT_BACK), str(PUT_BACK_TIP), saving.put_it_back)
        self.offer(tr("Try again"), tr("Try to save now"), saving.try_again)
        self.offer(str(SAVE_COPY), str(SAVE_COPY_TIP), save_copy)
        saving.changed.connect(self._follow)
        self.hide()
        self._follow()

    def _follow(self) -> None:
        state = self._saving.state
        if state.failed_since is None:
            self.hide()
            return
        self._put_back.setVisible(state.is_gone)
        since = written_time(state.failed_since.astimezone().time()) if state.pending else ""
        self.set_text(_what_is_in_memory(str(state.sentence), since, state.is_gone))
        if self.isHidden():
            self.show()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words.text()))


def _what_is_in_memory(reason: str, since: str, is_gone: bool) -> str:
    """What is told: all that was done since a time is only in memory, or else all that is seen."""
    match bool(since), is_gone:
        case True, False:
            return tr(
                "{reason} What you did since {time} is only in memory. Keep this window open: Journeywall "
                "goes on trying.",
                reason=reason,
                time=since,
            )
        case True, True:
            return tr(
                "{reason} What you did since {time} is only in memory. Keep this window open, or put the "
                "project back in its place.",
                reason=reason,
                time=since,
            )
        case False, False:
            return tr(
                "{reason} What you see is only in memory. Keep this window open: Journeywall goes on trying.",
                reason=reason,
            )
        case _:
            return tr(
                "{reason} What you see is only in memory. Keep this window open, or put the project back in "
                "its place.",
                reason=reason,
            )
