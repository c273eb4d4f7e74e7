"""Closes a project with its window, and never holds the window up for a disk that does not answer.

Everything is written within a moment nearly always, and then the window is simply gone. Where it takes
longer, a bar says what is waited for, and there is a way out. A project is closed by a thread of its own: a
share that is stalled may keep that for ever.
"""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QProgressBar, QPushButton, QWidget

from app.model.words import count
from app.session.editor import Editor
from app.session.save_watch import SaveWatch
from app.session.worker import Worker
from app.storage.errors import NotSavedError
from app.storage.project_file import ProjectFile
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.window_memory import APPLICATION
from app.widgets.shell import Shell

PATIENCE = 0.3
"""Seconds that a window may take to close without a word."""


class Closing(QObject):
    """Says whether a window may close now. Where it may not yet, it closes by itself as soon as it may."""

    def __init__(self, project: ProjectFile, editor: Editor, saving: SaveWatch) -> None:
        super().__init__()
        self._project = project
        self._editor = editor
        self._saving = saving
        self._worker = Worker("Closing", self)
        self._is_ending = False
        self._not_saved: NotSavedError | None = None
        self._is_given_up = False
        self._bar: StillBusy | None = None
        self._worker.ended.connect(self._go_on)
        saving.changed.connect(self._go_on)

    def may_close(self, window: Shell) -> bool:
        """Whether the project is closed. If not, a bar is shown, or the person wants to stay."""
        if not self._is_ending:
            is_finished = self._project.finish(PATIENCE)
            state = self._project.state
            if not is_finished and (state.pending or state.has_failed):
                return self._wait_or_ask(window)
            # Whether all of it is still there may yet have to be seen: the window does not wait for that.
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
        self._worker.close()
        if not self._is_ending:
            self._end(abandon=True)

    def _wait_or_ask(self, window: Shell) -> bool:
        state = self._project.state
        if state.has_failed:
            return self._ask(window, self._project.not_saved())
        bar = StillWriting(window, self._project.path.name, state.pending)
        bar.copy.clicked.connect(lambda: self._save_copy(window))
        self._show(bar)
        return False

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
        if bar is not None:
            bar.dismiss()

    def _forget(self) -> None:
        """The bar is gone: the person stays, where that is still possible."""
        bar, self._bar = self._bar, None
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


class StillBusy(Overlay):
    """A bar while something has not come to its end. `given_up` where it is not waited for."""

    given_up = Signal()

    def __init__(self, window: Shell, sentence: str) -> None:
        super().__init__(window.widget, width=520)
        self.main_window = window
        self.words = QLabel(sentence)
        self.words.setWordWrap(True)
        self.bar = QProgressBar()
        # How long it will take cannot be told.
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(sentence)
        self.column.addWidget(self.words)
        self.column.addWidget(self.bar)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch()
        self.column.addLayout(self._buttons)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        self._buttons.addWidget(button)
        return button


class StillWriting(StillBusy):
    """While changes are on their way into the file. Dismissed, the window stays open."""

    def __init__(self, window: Shell, name: str, pending: int) -> None:
        steps = "last change is" if pending == 1 else f"last {count(pending, 'change')} are"
        super().__init__(
            window,
            f"Still writing to {name}: your {steps} not in the file yet. Its disk is slow or does not "
            "answer. The window closes by itself once everything is written. Closed now, what is not written "
            "is lost.",
        )
        stay = self._button("Keep it open", "Go on with the project; writing goes on as well (Esc)")
        stay.clicked.connect(self.dismiss)
        self.copy = self._button("Save a copy elsewhere…", "Write everything that is shown into another file")
        lose = self._button("Close without waiting", "Close the window; what is not in the file is lost")
        lose.clicked.connect(self.given_up)


class StillClosing(StillBusy):
    """While the file is put in order. Everything is saved, so that nothing is lost by not waiting."""

    def __init__(self, window: Shell, name: str) -> None:
        super().__init__(window, f"Everything is saved. {name} is being put in order …")
        now = self._button("Close now", "Close the window; nothing is lost (Esc)")
        now.clicked.connect(self.given_up)


class QuestionOnLoss(NamedTuple):
    """The box, and its button for each answer but that of losing the changes."""

    box: QMessageBox
    stay: QPushButton
    copy: QPushButton
    put_back: QPushButton | None


def question_on_loss(window: QWidget, sentence: str, is_gone: bool = False) -> QuestionOnLoss:
    """Ask whether to close though changes would be lost."""
    box = QMessageBox(QMessageBox.Icon.Warning, APPLICATION, sentence, parent=window)
    stay = box.addButton("Keep it open", QMessageBox.ButtonRole.RejectRole)
    stay.setToolTip("Go on with the project; what is not saved stays in memory (Esc)")
    lose = box.addButton("Close and lose the last changes", QMessageBox.ButtonRole.DestructiveRole)
    lose.setToolTip("Close the window; what is not in the file is lost")
    put_back = None
    if is_gone:
        put_back = box.addButton("Put it back", QMessageBox.ButtonRole.ActionRole)
        put_back.setToolTip("Write the project anew to its place; what lies there now gets another name")
    copy = box.addButton("Save a copy elsewhere…", QMessageBox.ButtonRole.ActionRole)
    copy.setToolTip("Write everything that is shown into another file")
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    return QuestionOnLoss(box, stay, copy, put_back)
