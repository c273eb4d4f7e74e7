"""Closes a project with its window, and never holds the window up for a disk that does not answer.

Everything is written within a moment nearly always, and then the window is simply gone. Where it takes
longer, a bar says what is waited for, and there is a way out. A project is closed by a thread of its own: a
share that is stalled may keep that for ever. Only once it was seen that what was saved is still in the file
does a window close without a word, or under one that says that all is saved.
"""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from app.session.editor import Editor
from app.session.save_watch import SaveWatch
from app.session.worker import Worker
from app.storage.errors import NotSavedError
from app.storage.project_file import ProjectFile
from app.widgets.shell import Shell
from app.widgets.window.still_busy import (
    StillBusy,
    StillClosing,
    StillLooking,
    StillWriting,
    question_on_loss,
)

PATIENCE = 0.3
"""Seconds that a window may take to close without a word."""
LOOK_AGAIN = 0.5
"""Seconds after a look at a busy file before the next."""


class Closing(QObject):
    """Says whether a window may close now. Where it may not yet, it closes by itself as soon as it may."""

    def __init__(self, project: ProjectFile, editor: Editor, saving: SaveWatch) -> None:
        super().__init__()
        self._project = project
        self._editor = editor
        self._saving = saving
        self._worker = Worker("Closing", self)
        self._looking = Worker("Looking before closing", self)
        self._again = QTimer(self, singleShot=True, interval=round(LOOK_AGAIN * 1000))
        self._is_ending = False
        self._not_saved: NotSavedError | None = None
        self._is_given_up = False
        self._bar: StillBusy | None = None
        self._worker.ended.connect(self._go_on)
        saving.changed.connect(self._go_on)
        self._looking.answered.connect(self._take_look)
        self._again.timeout.connect(self._look)

    def may_close(self, window: Shell) -> bool:
        """Whether the project is closed. If not, a bar is shown, or the person wants to stay."""
        if not self._is_ending:
            if not self._project.finish(PATIENCE):
                return self._wait_or_ask(window)
            self._end()
        if not self._worker.wait(PATIENCE) and not self._is_given_up:
            self._show(StillClosing(window, self._project.path.name))
            return False
        if self._not_saved is not None:
            return self._ask(window, self._take_up_again())
        return True

    def give_up(self) -> None:
        """Wait for nothing any more: what is not in the file yet is lost."""
        self._is_given_up = True
        self._looking.close()
        self._worker.close()
        if not self._is_ending:
            self._end(abandon=True)

    def _wait_or_ask(self, window: Shell) -> bool:
        state = self._project.state
        if state.has_failed:
            return self._ask(window, self._project.not_saved())
        name = self._project.path.name
        bar = StillWriting(window, name, state.pending) if state.pending else StillLooking(window, name)
        bar.copy.clicked.connect(lambda: self._save_copy(window))
        self._show(bar)
        if not state.pending:
            self._look()
        return False

    def _look(self) -> None:
        """Have it looked, as long as a bar says so, whether what was saved is still in the file."""
        if isinstance(self._bar, StillLooking) and not self._looking.is_busy:
            self._looking.begin(self._project.finish)

    def _take_look(self, is_seen: bool) -> None:
        # Of a file that was found to be gone, the question is asked by then.
        if is_seen:
            self._go_on()
        elif isinstance(self._bar, StillLooking):
            self._again.start()

    def _show(self, bar: "StillBusy") -> None:
        """Show a bar in place of the one before."""
        self._hide()
        self._bar = bar
        bar.given_up.connect(self._leave)
        bar.dismissed.connect(self._forget)
        bar.main_window.show_overlay(lambda: bar)

    def _leave(self) -> None:
        assert self._bar is not None
        window = self._bar.main_window
        self._hide()
        self.give_up()
        window.close()

    def _hide(self) -> None:
        bar, self._bar = self._bar, None
        self._again.stop()
        if bar is not None:
            bar.dismiss()

    def _forget(self) -> None:
        """The bar is gone: the person stays, where that is still possible."""
        bar, self._bar = self._bar, None
        self._again.stop()
        if bar is not None and self._is_ending:
            self.give_up()
            bar.main_window.close()

    def _go_on(self) -> None:
        """Something has come to an end, or has failed: try to close again, if that is still wanted."""
        state = self._saving.state
        if self._bar is None or not (state.is_saved or state.has_failed):
            return
        window = self._bar.main_window
        self._hide()
        window.close()

    def _end(self, abandon: bool = False) -> None:
        """Have the project closed. Nothing that is done from now on would be written."""
        self._editor.read_only = True
        self._is_ending = True
        self._worker.begin(partial(self._work, abandon))

    def _work(self, abandon: bool) -> None:
        try:
            self._project.close(abandon)
        except NotSavedError as error:
            self._not_saved = error

    def _take_up_again(self) -> NotSavedError:
        """Go on with a project that could not be closed."""
        assert self._not_saved is not None
        error, self._not_saved, self._is_ending = self._not_saved, None, False
        self._editor.read_only = False
        return error

    def _ask(self, window: Shell, error: NotSavedError) -> bool:
        """The one question that must wait for an answer."""
        box, stay, copy, put_back = question_on_loss(window.widget, str(error), self._project.state.is_gone)
        box.exec()
        if box.clickedButton() is copy:
            self._save_copy(window)
        if put_back is not None and box.clickedButton() is put_back:
            self._saving.put_it_back()
        if box.clickedButton() in (stay, copy, put_back):
            return False
        self.give_up()
        self._worker.wait(PATIENCE)
        return True

    def _save_copy(self, window: Shell) -> None:
        window.actions_by_name["file.save_copy"].trigger()
