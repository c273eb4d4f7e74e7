"""Tells what could not be done, where no window can say it in its own place."""

import sys
from contextlib import suppress

from PySide6.QtWidgets import QWidget

from app.widgets.base.overlays.message_box import message_box


def show_error(sentence: str, parent: QWidget | None = None) -> None:
    """Tell a sentence in a box of its own, which blocks nothing, and on the console."""
    # The console may be gone.
    with suppress(OSError, ValueError):
        print(f"journeywall: {sentence}", file=sys.stderr)
    message_box(sentence, parent).open()
