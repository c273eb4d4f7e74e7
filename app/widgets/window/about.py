"""Says which version this is and whose work it stands on."""

from importlib.metadata import PackageNotFoundError, version

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.widgets.base.overlays.overlay import Overlay


class About(Overlay):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=420)
        title = QLabel("Journeywall")
        title.setProperty("role", "title")
        words = QLabel(
            f"Version {_version()} with Qt {qt_version}\n\n"
            "An editor for customer journey maps, under the Apache License 2.0. "
            "The Inter typeface is under the SIL Open Font License, "
            "the Lucide icons are under the ISC licence."
        )
        words.setWordWrap(True)
        close = QPushButton("Close")
        close.setToolTip("Close (Esc)")
        close.clicked.connect(self.dismiss)
        self.column.addWidget(title)
        self.column.addWidget(words)
        self.column.addSpacing(6)
        self.column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _version() -> str:
    try:
        return version("journeywall")
    except PackageNotFoundError:
        return "of this checkout"
