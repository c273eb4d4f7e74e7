"""Offers to take over a project that somebody has open, or had: only a person can tell whether they are gone.

Of a Journeywall on this machine the program knows itself whether it still runs.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.language.phrases import tr
from app.storage.guard.lock import Holder
from app.storage.project_file import ProjectFile
from app.widgets.base.keys import key_words
from app.widgets.base.overlays.message_box import stack_if_wide
from app.widgets.base.overlays.notice import Notice
from app.widgets.base.window_memory import APPLICATION


def offer_taking_over(notice: Notice, project: ProjectFile, take_over: Callable[[], object]) -> None:
    """Add the offer to a notice, where somebody may be gone who has the project open."""
    holder = project.holder
    if holder is not None and holder.may_be_gone:
        tip = tr("Open it for writing, though {holder} has it open", holder=str(holder))
        notice.offer(
            tr("Take it over…"), tip, lambda: question_on_taking_over(notice, holder, take_over).open()
        )


def question_on_taking_over(parent: QWidget, holder: Holder, take_over: Callable[[], object]) -> QMessageBox:
    """Ask whether it is to be taken over; the box is not open yet."""
    sentence = tr(
        "The project is already open: {holder}. If that Journeywall or its computer is no longer running, "
        "take it over. If it still runs, close it there instead: what is done there from now on would not "
        "be saved.",
        holder=str(holder),
    )
    box = QMessageBox(QMessageBox.Icon.Question, APPLICATION, sentence, parent=parent.window())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    leave = box.addButton(tr("Leave it to them"), QMessageBox.ButtonRole.RejectRole)
    leave.setToolTip(tr("Go on reading ({key})", key=key_words("Esc")))
    take = box.addButton(tr("Take it over"), QMessageBox.ButtonRole.AcceptRole)
    take.setToolTip(tr("Open the project for writing here"))
    take.clicked.connect(take_over)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    stack_if_wide(box)
    return box
