"""The history over the whole window: a slider shows the map as it was at any time, to be looked at only.

What is shown is a document of its own, so that the project goes on being what it is until one goes back. It
is the project as it was or, compared with another moment, both in one.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QWidget,
)

from app.language.phrases import tr
from app.model.document import Document
from app.model.history.history_cursor import HistoryCursor, difference
from app.model.history.steps import Step
from app.model.history.versions import Comparison, Version, compare
from app.model.labels import Label, step_label
from app.model.timestamps import microseconds
from app.model.words import shortened
from app.session.editor import Editor
from app.storage.errors import ProjectFileError
from app.widgets.base.belonging import set_buddy
from app.widgets.base.buttons import heading
from app.widgets.base.wheel import keep_still
from app.widgets.canvas.marks.search_highlights import Hits
from app.widgets.forms.choice_fields import ComboBox
from app.widgets.panels.history.differences import Differences
from app.widgets.panels.history.map_beside import MapBeside
from app.widgets.panels.history.step_list import Steps
from app.widgets.panels.history.times import format_moment

_PAUSE = 120
"""Milliseconds that a dragged slider rests before the map is compared."""


class Compared(NamedTuple):
    """What was chosen to be compared: the later of two moments, with the earlier one."""

    before: Version
    after: Document


class HistoryView(MapBeside):
    """Map, slider and list go together: each moves the others."""

    export_wanted = Signal(object)
    """A poster of what is Compared is asked for."""

    def __init__(self, window: QWidget, editor: Editor, show_message: Callable[[str], object]) -> None:
        history_cursor = HistoryCursor(editor.history)
        super().__init__(window, history_cursor.document.copy(), editor.map, tr("The map as it was"))
        self.history_cursor = history_cursor
        self._project = editor
        self._show_message = show_message
        self._compared: Compared | None = None
        self._other: HistoryCursor | None = None
        self._here = Hits(self.canvas)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Time"))
        self.slider.setToolTip(tr("Slide to the left to see the map as it was before"))
        self.slider.setRange(0, self.history_cursor.at)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keep_still(self.slider)
        self.steps = Steps(self.history_cursor.steps)
        self.moment = QLabel()
        self.moment.setWordWrap(True)
        self.other = _moments(self.history_cursor.steps)
        self.differences = Differences()
        self.differences.hide()
        self.back = QPushButton(tr("Go back to this"))
        self.back.setToolTip(tr("Make the project what it was; this can be undone"))
        self.back.clicked.connect(self._go_back)
        # To compare a large map takes longer than a hand that drags the slider waits.
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._refresh)
        self._assemble()
        self.slider.valueChanged.connect(self.show_moment)
        self.steps.chosen.connect(self.show_moment)
        self.other.currentIndexChanged.connect(lambda _: self._refresh())
        self.differences.chosen.connect(self._show_difference)
        self.differences.export_wanted.connect(lambda: self.export_wanted.emit(self._compared))
        self._is_read_only = editor.read_only
        self.show_moment(self.history_cursor.at)

    def show_moment(self, at: int) -> None:
        """Show the map as it was after so many steps."""
        try:
            self.history_cursor.go_to(at)
        except ProjectFileError as error:
            self.moment.setText(str(error))
            return
        with QSignalBlocker(self.slider), QSignalBlocker(self.steps):
            self.slider.setValue(at)
            self.steps.mark(at)
        self.moment.setText(self._name())
        self.back.setEnabled(at < len(self.history_cursor.steps) and not self._is_read_only)
        if self.other.currentData() is not None and self.slider.isSliderDown():
            self._soon.start()
        else:
            self._refresh()

    def event(self, event: QEvent) -> bool:
        """F3 is not the window's while differences are shown."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F3:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F3 goes from difference to difference, as from hit to hit."""
        if event.key() == Qt.Key.Key_F3 and self._compared is not None:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.differences.go(-1 if back else 1)
        super().keyPressEvent(event)

    def _refresh(self) -> None:
        """Show the moment that is chosen, compared with the other one where there is one."""
        self._soon.stop()
        other: int | None = self.other.currentData()
        try:
            self._compared = None if other is None else self._two_moments(other)
        except ProjectFileError as error:
            self.moment.setText(str(error))
        self.differences.setVisible(self._compared is not None)
        if self._compared is None:
            self._show(self.history_cursor.document, None)
            return
        before, after = self._compared
        comparison = compare(before, after, self._editor.map)
        self.differences.show_comparison(comparison)
        self._show(comparison.document, comparison)

    def _two_moments(self, other: int) -> Compared:
        """The chosen moment and another in the order of time, each with how it is called."""
        if self._other is None:
            self._other = HistoryCursor(self._project.history)
        self._other.go_to(other)
        here, there = self.history_cursor.version, self._other.version
        before, after = (there, here) if other <= self.history_cursor.at else (here, there)
        is_now = max(other, self.history_cursor.at) == len(self.history_cursor.steps)
        name = (
            before.name if is_now else tr("{before}; shown is {after}", before=before.name, after=after.name)
        )
        return Compared(before._replace(name=name), after.document)

    def _show(self, document: Document, comparison: Comparison | None) -> None:
        shown = self._editor.document
        change = difference(shown, document)
        is_same = not change and comparison is self.canvas.shown.comparison
        self.canvas.shown.comparison = comparison
        if change:
            shown.apply(change)
        elif not is_same:
            self.canvas.shown.show_again()
        self._here.show((), None)

    def _show_difference(self, id: str) -> None:
        self._here.show([id], id)
        self.canvas.show_record(id)

    def _name(self) -> str:
        if self.history_cursor.at == len(self.history_cursor.steps):
            return tr("Now")
        return _called(self.history_cursor.step)

    def _go_back(self) -> None:
        name = self._name()
        self.dismiss()
        sentence = tr("The project is as it was: {moment}. Undo takes you back.", moment=name)
        label = _going_back_to(self.history_cursor.step)
        self._project.go_back(self.history_cursor.document, label, lambda _: self._show_message(sentence))

    def _assemble(self) -> None:
        choice = QHBoxLayout()
        label = QLabel(tr("Compare with"))
        label.setProperty("role", "label")
        set_buddy(label, self.other)
        choice.addWidget(label)
        choice.addWidget(self.other, 1)
        column = (
            (heading(tr("History")), 0),
            (self.steps, 2),
            (self.moment, 0),
            (choice, 0),
            (self.differences, 3),
        )
        self._put_together([self.slider], column, self.back)


def _moments(steps: tuple[Step, ...]) -> QComboBox:
    """What the chosen moment can be compared with: nothing, now, each version, the beginning."""
    choice = ComboBox()
    choice.setAccessibleName(tr("Compare with"))
    choice.setToolTip(
        tr("Mark on the map what was added, changed, moved and removed between the two moments")
    )
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(8)
    choice.addItem(tr("Nothing"), None)
    choice.addItem(tr("Now"), len(steps))
    versions = [(at, step) for at, step in enumerate(steps, 1) if step.act == "version"]
    for at, step in reversed(versions):
        choice.addItem(_called(step), at)
    choice.addItem(tr("The beginning"), 0)
    return choice


def _going_back_to(step: Step | None) -> Label:
    if step is None:
        return step_label("go_to_beginning")
    if step.act == "version":
        return step_label("go_to_version", version=shortened(str(step.label)))
    return step_label("go_to_moment", at=microseconds(step.at))


def _called(step: Step | None) -> str:
    """How a moment is called here, where today goes without saying."""
    if step is None:
        return tr("The beginning")
    when = format_moment(step.at, datetime.now(UTC))
    return tr("“{name}”, {moment}", name=str(step.label), moment=when) if step.act == "version" else when
