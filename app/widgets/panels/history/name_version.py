"""Asks for the name of a version: one is proposed, so that Return is enough."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.language.phrases import tr
from app.session.editor import Editor
from app.widgets.base.keys import key_words
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.panels.history.times import format_moment


class NameVersion(Overlay):
    """A line to type in. Return marks the version, Esc does nothing."""

    def __init__(self, window: QWidget, editor: Editor, show_message: Callable[[str], object]) -> None:
        super().__init__(window, width=440)
        self._editor = editor
        self._show_message = show_message
        title = QLabel(tr("Save a version"))
        title.setProperty("role", "title")
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Name of the version"))
        self.line.setToolTip(tr("Name of the version"))
        now = datetime.now(UTC)
        self.line.setText(tr("Version of {moment}", moment=format_moment(now, now)))
        self.line.setMaxLength(200)
        self.line.selectAll()
        self.line.returnPressed.connect(self._mark)
        hint = QLabel(
            tr(
                "You can look at it and go back to it in the history. {key} saves it.",
                key=key_words("Return"),
            )
        )
        hint.setProperty("role", "quiet")
        hint.setWordWrap(True)
        for widget in (title, self.line, hint):
            self.column.addWidget(widget)

    def _mark(self) -> None:
        name = self.line.text().strip()
        if name and self._editor.save_version(name):
            self.dismiss()
            self._show_message(tr("The version “{name}” is in the history.", name=name))
