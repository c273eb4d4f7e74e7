"""Makes backups of an open project, soon after its opening and once an hour, in a thread of its own.

Nobody waits for that thread but the program's end, and that not for long: a disk that is stalled may keep it
for ever. What keeps backups from being made is told once.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.file_names import shown
from app.language.phrases import tr, tr_context
from app.session.save_watch import SaveWatch
from app.session.worker import Worker
from app.storage.backups import back_up
from app.storage.errors import NoBackupError
from app.widgets.base.backup_places import backup_folder
from app.widgets.base.faults import log
from app.widgets.base.overlays.notice import Notice
from app.widgets.base.preferences import changes
from app.widgets.base.saving_words import SAVE_COPY, SAVE_COPY_TIP

SOON = 2_000
"""Milliseconds after the opening: the first backup must not slow the first sight of the map."""
HOUR = 3_600_000
"""Milliseconds."""
LAST_MOMENT = 10.0
"""Seconds that the program's end waits for a backup which was begun when its project was closed."""


class BackingUp(QObject):
    """Goes on until `close`. A backup that fails is told and made the next time."""

    failed = Signal(str)
    """There is no backup; a sentence says why and what to do."""
    made = Signal()
    """There is a backup of the project as it was a moment ago."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._folder = backup_folder()
        self._worker = Worker("Backup", self)
        self._worker.answered.connect(self._emit_result)
        self._timer = QTimer(self, interval=SOON)
        self._timer.timeout.connect(self.back_up)
        self._timer.start()
        self._is_due = True
        """Whether there is none yet of this session where backups are made now."""
        changes.happened.connect(self._heed)

    def back_up(self) -> None:
        """Make a backup unless one is being made."""
        self._timer.setInterval(HOUR)
        self._is_due = False
        if not self._worker.is_busy:
            self._folder = backup_folder()
        if self._worker.is_busy:
            self._emit_result(
                tr(
                    "The backup of {name} is not finished yet. Check the disks of the project and of "
                    "{folder}; save a copy elsewhere to be safe.",
                    name=self._path.name,
                    folder=shown(self._folder),
                )
            )
            return
        self._worker.begin(partial(_trouble_backing_up, self._path, self._folder))

    def close(self) -> None:
        """Make no further backup. One that is due is made even so, and one being made goes on, unheard."""
        if self._is_due and not self._worker.is_busy:
            self.back_up()
        changes.happened.disconnect(self._heed)
        self._timer.stop()
        self._worker.close(LAST_MOMENT)

    def wait(self) -> None:
        """Wait until a backup that is being made is finished."""
        self._worker.wait()

    def _heed(self, name: str) -> None:
        """Make one soon where backups are made from now on."""
        if name == "backups":
            self._is_due = True
            self._timer.start(SOON)

    def _emit_result(self, sentence: str) -> None:
        if sentence:
            self.failed.emit(sentence)
        else:
            self.made.emit()


class BackupTrouble(Notice):
    """The strip that says once what keeps backups from being made, until one is made or it was read.

    Where the file itself is gone, another strip says so, and there is nothing to be said of backups.
    """

    def __init__(self, backing_up: BackingUp, saving: SaveWatch, save_copy: Callable[[], object]) -> None:
        super().__init__("", "trouble")
        self._backing_up = backing_up
        self._saving = saving
        self._was_shown = False
        self._is_due = False
        """Whether none was made because the file was gone."""
        self.offer(tr("Try again"), tr("Try to make a backup now"), self._try_again)
        self.offer(str(SAVE_COPY), str(SAVE_COPY_TIP), save_copy)
        tip = tr("Hide this; a backup is still tried once an hour")
        self.offer(tr_context("verb", "Hide"), tip, self.hide)
        backing_up.failed.connect(self._show)
        backing_up.made.connect(self._go)
        saving.changed.connect(self._give_way)
        self.hide()

    def _show(self, sentence: str) -> None:
        if self._saving.state.is_gone:
            self._is_due = True
            return
        if self._was_shown:
            return
        self._was_shown = True
        self.set_text(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _go(self) -> None:
        self._was_shown = False
        self.hide()

    def _give_way(self) -> None:
        """What was said is no matter once the file is gone; when it is back, a backup is tried again."""
        if self._saving.state.is_gone:
            self._is_due |= self.isVisible()
            self._go()
        elif self._is_due:
            self._is_due = False
            self._backing_up.back_up()

    def _try_again(self) -> None:
        self._go()
        self._backing_up.back_up()


def _trouble_backing_up(path: Path, folder: Path) -> str:
    """Make a backup. Returns a sentence where there is none: why, and what to do."""
    try:
        back_up(path, folder)
    except NoBackupError as error:
        log.warning("no backup: %s", type(error.__cause__).__name__)
        return str(error)
    return ""
