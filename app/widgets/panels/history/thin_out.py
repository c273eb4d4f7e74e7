"""Asks before the history is thinned out, which nothing takes back, and tells what came of it."""

from collections.abc import Callable, Generator

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from app.language.phrases import tr, tr_plural
from app.language.words import megabytes
from app.model.history.steps import Thinned
from app.model.history.thinning import is_worth_thinning, thinning
from app.storage.errors import ProjectFileError
from app.widgets.base.background_work import do_in_steps
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.text_size import scaled
from app.widgets.shell import Shell


class ThinOut(Overlay):
    """A question with its consequences; Esc leaves the history as it is."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window.widget, width=500)
        self._main = window
        self._history = window.editor.history
        title = QLabel(tr("Reduce history"))
        title.setProperty("role", "title")
        is_worth_it = is_worth_thinning(self._history)
        self.words = QLabel(self._question() if is_worth_it else tr("There is nothing to reduce yet."))
        self.words.setWordWrap(True)
        self.words.setMinimumHeight(self.words.heightForWidth(scaled(470)))
        self.thin = QPushButton(tr("Reduce"))
        self.thin.setVisible(is_worth_it)
        self.thin.clicked.connect(self._thin)
        self.leave = QPushButton(tr("Cancel") if is_worth_it else tr("Close"))
        self.leave.clicked.connect(self.dismiss)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self.leave, self.thin):
            buttons.addWidget(button)
        self.column.addWidget(title)
        self.column.addWidget(self.words)
        self.column.addLayout(buttons)

    def _question(self) -> str:
        versions = len(self._history.versions())
        steps = len(self._history.steps) - versions
        now = tr_plural(
            "The history has {count} step, and {file} takes {size}.",
            "The history has {count} steps, and {file} takes {size}.",
            steps,
            file=self._main.path.name,
            size=megabytes(self._main.saving.size),
        )
        stays = (
            tr_plural(
                "The beginning, {count} version and the project as it is now stay: you can look at them, "
                "compare them and go back to them. All that was done between two of them becomes one step.",
                "The beginning, {count} versions and the project as it is now stay: you can look at them, "
                "compare them and go back to them. All that was done between two of them becomes one step.",
                versions,
            )
            if versions
            else tr(
                "The beginning and the project as it is now stay: you can look at them, compare them and go "
                "back to them. All that was done between them becomes one step."
            )
        )
        warning = tr("This cannot be undone, and undo will not go back behind it.")
        return "\n\n".join((now, stays, warning))

    def _thin(self) -> None:
        window, history = self._main, self._history
        before, steps = window.saving.size, len(history.steps)

        def thin(thinned: Thinned | str) -> None:
            if isinstance(thinned, str):
                window.show_message(thinned)
                return
            _when_saved(
                window,
                lambda: window.show_message(
                    _format_sizes(steps, before, len(history.steps), window.saving.size)
                ),
            )
            window.editor.thin_history(thinned)

        def work() -> Generator[float, None, Thinned | str]:
            try:
                return (yield from thinning(history))
            except ProjectFileError as error:
                return str(error)

        self.dismiss()
        do_in_steps(window, tr("Reducing the history…"), work(), thin)


def _when_saved(window: Shell, then: Callable[[], object]) -> None:
    """Call once, when everything is on the disk."""

    def look() -> None:
        if window.saving.state.is_saved:
            window.saving.changed.disconnect(look)
            then()

    window.saving.changed.connect(look)


def _format_sizes(steps: int, before: int, now: int, after: int) -> str:
    return tr_plural(
        "The history is reduced: {count} step of {steps} is left. The file went from {before} to {after}.",
        "The history is reduced: {count} steps of {steps} are left. The file went from {before} to {after}.",
        now,
        steps=steps,
        before=megabytes(before),
        after=megabytes(after),
    )
