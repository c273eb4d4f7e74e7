"""A running export, or printing, as it is seen: how far it is, a way to cancel it, and how it ended."""

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.formats.options import ExportOptions
from app.language.phrases import tr
from app.model.document import Document
from app.publishing.background_export import Export, Outcome

_LOOKS_EVERY = 40
"""Milliseconds."""
_STEPS = 1000


class Running(QWidget):
    """Emits `changed` when an export begins or ends, and `written` with what the file does not hold."""

    changed = Signal()
    written = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_button)
        column.addLayout(row)
        self._export: Export | None = None
        self._steps: Generator[float, None, str] | None = None
        self._path = Path()
        self._refusal = ""
        self._opens = False
        self._timer = QTimer(self, interval=_LOOKS_EVERY)
        self._timer.timeout.connect(self._look)
        self._show()

    @property
    def is_running(self) -> bool:
        return self._export is not None or self._steps is not None

    def start(self, document: Document, path: Path, options: ExportOptions, opens: bool = False) -> None:
        """Begin to write a file; `opens` has it opened in its own program when it is there."""
        self.cancel()
        self._path, self._opens = path, opens
        self._export = Export(document, path, options)
        # Until the first word comes, the bar says no more than that something is being done.
        self.bar.setRange(0, 0)
        self.words.setText(tr("Writing {file}…", file=path.name))
        self._timer.start()
        self._show()
        self.changed.emit()

    def follow(self, words: str, steps: Generator[float, None, str]) -> None:
        """Go through work in steps, between which the window goes on; they end with a sentence."""
        self.cancel()
        self._steps = steps
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(0)
        self.words.setText(words)
        self._timer.start()
        self._show()
        self.changed.emit()

    def cancel(self) -> None:
        """Stop what is running, if anything; no file is left of it."""
        if self._export is not None:
            self._export.cancel()
        if self._steps is not None:
            self._steps.close()
        if self.is_running:
            self._finish()

    def show_message(self, sentence: str) -> None:
        self.words.setText(sentence)
        self.words.setVisible(bool(sentence))

    def show_refusal(self, sentence: str) -> None:
        """Say what was not taken, until something is."""
        self._refusal = sentence
        self.show_message(sentence)

    def forget_refusal(self) -> None:
        if self._refusal and self.words.text() == self._refusal:
            self.show_message("")
        self._refusal = ""

    def _stop(self) -> None:
        was_printing = self._steps is not None
        self.cancel()
        self.show_message(
            tr("Printing was cancelled.") if was_printing else tr("Cancelled; no file was written.")
        )

    def _look(self) -> None:
        if self._steps is not None:
            self._take_step(self._steps)
        for message in self._export.news() if self._export else ():
            if isinstance(message, Outcome):
                self._end(message)
                return
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(round(message.share * _STEPS))

    def _end(self, outcome: Outcome) -> None:
        assert self._export is not None
        self._export.close()
        written = tr("{file} was written to {folder}.", file=self._path.name, folder=str(self._path.parent))
        self.show_message(str(outcome.fault) or written)
        self._finish()
        if outcome.fault:
            return
        self.written.emit(outcome.notes)
        if not self._opens:
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path))):
            not_opened = tr("No program on this computer opens it.")
            self.show_message(f"{written} {not_opened}")

    def _take_step(self, steps: Generator[float, None, str]) -> None:
        try:
            self.bar.setValue(round(next(steps) * _STEPS))
        except StopIteration as stop:
            self.show_message(stop.value)
            self._finish()

    def _finish(self) -> None:
        self._timer.stop()
        self._export = self._steps = None
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.words.setVisible(bool(self.words.text()))
        self.bar.setVisible(self.is_running)
        self.cancel_button.setVisible(self.is_running)
