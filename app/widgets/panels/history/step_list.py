"""The list of a project's steps and versions, the newest first."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.language.phrases import tr
from app.model.history.steps import Step
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.plain_text import tip
from app.widgets.base.text_size import scaled
from app.widgets.panels.history.times import format_moment

LIST_WIDTH = 300
"""Logical pixels of the column in which steps, versions and backups are listed."""
ROW_HEIGHT = 30


class Steps(QListWidget):
    """One row for each step, and a last one for the beginning."""

    chosen = Signal(int)
    """A moment was chosen: after so many steps."""

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Steps and versions"))
        self.setToolTip(tr("Choose a step to see the map as it was"))
        self.setUniformItemSizes(True)
        self.setIconSize(icon_size(16))
        now = datetime.now(UTC)
        for step in reversed(steps):
            self.addItem(_row(step, now))
        beginning = QListWidgetItem(tr("The beginning"))
        beginning.setSizeHint(QSize(60, scaled(ROW_HEIGHT)))
        self.addItem(beginning)
        self.currentRowChanged.connect(lambda row: self.chosen.emit(self.count() - 1 - row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollToItem(self.currentItem())

    def mark(self, at: int) -> None:
        """Show which is the chosen one."""
        self.setCurrentRow(self.count() - 1 - at)


def _words(step: Step) -> str:
    match step.act:
        case "undo":
            return tr("Undo: {step}", step=str(step.label))
        case "redo":
            return tr("Redo: {step}", step=str(step.label))
        case _:
            return str(step.label)


def _row(step: Step, now: datetime) -> QListWidgetItem:
    item = QListWidgetItem(f"{format_moment(step.at, now)}   {_words(step)}")
    item.setSizeHint(QSize(60, scaled(ROW_HEIGHT)))
    item.setToolTip(tip(item.text()))
    if step.act == "version":
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setIcon(icon("bookmark"))
    return item
