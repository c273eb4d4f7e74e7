"""Offers to take over a project that somebody has open, or had: only a person can tell whether they are gone.

Of a Journeywall on this machine the program knows itself whether it still runs.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.storage.guard.lock import Holder
from app.storage.project_file import ProjectFile
from app.widgets.base.overlays.notice import Notice
from app.widgets.base.window_memory import APPLICATION


def offer_taking_over(notice: Notice, project: ProjectFile, take_over: Callable[[], object]) -> None:
    """Add the offer to a notice, where somebody may be gone who has the project open."""
    holder = project.holder
    if holder is not None and holder.may_be_gone:
        tip = f"Open it for writing, though {holder} has it open"
        notice.offer("Take it over…", tip, lambda: question_on_taking_over(notice, holder, take_over).open())


def question_on_taking_over(parent: QWidget, holder: Holder, take_over: Callable[[], object]) -> QMessageBox:
    """Ask whether it is to be taken over; the box is not open yet."""
    sentence = (
        f"{holder} has the project open. If that Journeywall or its machine has ended, take it over. "
        "If it still runs, close it there instead: what is done there from now on would not be saved."
    )
    box = QMessageBox(QMessageBox.Icon.Question, APPLICATION, sentence, parent=parent.window())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    leave = box.addButton("Leave it to them", QMessageBox.ButtonRole.RejectRole)
    leave.setToolTip("Go on reading (Esc)")
    take = box.addButton("Take it over", QMessageBox.ButtonRole.AcceptRole)
    take.setToolTip("Open the project for writing here")
    take.clicked.connect(take_over)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    return box
