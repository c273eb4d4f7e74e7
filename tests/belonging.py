"""What PySide takes the parts of a window to be parts of."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

_OWNER = re.compile(r"^parent\.+ <(.+) at (0x[0-9a-f]+)>", re.MULTILINE)


def astray(window: QWidget) -> list[str]:
    """What is taken for a part of something that it does not stand in, and would be let go of with that."""
    # To ask the window for its parts would put right what went astray.
    parts = [each for each in QApplication.allWidgets() if each is window or window.isAncestorOf(each)]
    return [
        f"{type(part).__name__} “{part.accessibleName()}” belongs to {owner[1]}"
        for part in parts
        if (owner := _OWNER.search(Shiboken.dump(part))) and int(owner[2], 16) not in map(id, _around(part))
    ]


def _around(part: QObject) -> Iterator[QObject]:
    around = part.parent()
    while around is not None:
        yield around
        around = around.parent()
