"""What is half typed when a window closes, or when its map is shown to others, is kept.

Some fields take a tag, a day, a name, or what is being composed, only when one leaves them. So they are left.
"""

from PySide6.QtWidgets import QApplication, QWidget

from app.widgets.base.background_work import Progress
from app.widgets.canvas.view import CanvasView
from app.widgets.forms.composed import Composed
from app.widgets.panels.inspector import Inspector


def end_typing(canvas: CanvasView, inspector: Inspector) -> bool:
    """Leave what is typed in, as if one had clicked beside it.

    Returns whether all of it could be kept. Where not, a sentence tells why, and the caret is where it was.
    """
    field, refusals = QApplication.focusWidget(), list[str]()
    listening = inspector.refused.connect(refusals.append)
    canvas.typing.finish()
    composed = getattr(field, "composed", None)
    if isinstance(composed, Composed):
        composed.take()
    if field is not None:
        field.clearFocus()
    canvas.setFocus()
    inspector.refused.disconnect(listening)
    if refusals and field is not None:
        field.setFocus()
    return not refusals


def is_written(window: QWidget) -> bool:
    """Whether nothing is being done under a bar. Where something is, the window closes once it is done."""
    working = [each for each in window.findChildren(Progress) if each.isVisible()]
    for bar in working:
        bar.close_window_at_end()
    return not working
