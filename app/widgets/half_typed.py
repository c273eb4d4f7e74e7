"""What is half typed when a window closes, or when its map is shown to others, is kept.

Some fields take a tag, a day, a name, or what is being composed, only when one leaves them. So they are left.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.widgets.forms.composed import Composed
from app.widgets.work import Progress

if TYPE_CHECKING:
    from app.widgets.main_window import MainWindow


def end_typing(window: "MainWindow") -> bool:
    """Leave what is typed in, as if one had clicked beside it.

    Returns whether all of it could be kept. Where not, a sentence tells why, and the caret is where it was.
    """
    field, refusals = QApplication.focusWidget(), list[str]()
    listening = window.right.refused.connect(refusals.append)
    window.canvas.typing.finish()
    composed = getattr(field, "composed", None)
    if isinstance(composed, Composed):
        composed.take()
    if field is not None:
        field.clearFocus()
    window.canvas.setFocus()
    window.right.refused.disconnect(listening)
    if refusals and field is not None:
        field.setFocus()
    return not refusals


def is_written(window: "MainWindow") -> bool:
    """Whether nothing is being done under a bar. Where something is, the window closes once it is done."""
    working = [each for each in window.findChildren(Progress) if each.isVisible()]
    for bar in working:
        bar.close_window_at_end()
    return not working
