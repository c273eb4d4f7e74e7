"""Says which version this is and whose work it stands on."""

from importlib.metadata import PackageNotFoundError, version

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.language.phrases import tr
from app.widgets.base.keys import key_words
from app.widgets.base.overlays.overlay import Overlay


class About(Overlay):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=420)
        title = QLabel("Journeywall")
        title.setProperty("role", "title")
        words = QLabel(
            f"{_version()}\n\n"
            + tr(
                "An editor for customer journey maps, under the Apache License 2.0. The Inter typeface is "
                "under the SIL Open Font License, the Lucide icons are under the ISC licence."
            )
            + "\n\n"
            + tr(
                "The English dictionary is made from SCOWL, © 2000–2020 Kevin Atkinson, with words of UKACD, "
                "© 1993–1999 J Ross Beresford."
            )
        )
        words.setWordWrap(True)
        close = QPushButton(tr("Close"))
        close.setToolTip(tr("{name} ({key})", name=tr("Close"), key=key_words("Esc")))
        close.clicked.connect(self.dismiss)
        self.column.addWidget(title)
        self.column.addWidget(words)
        self.column.addSpacing(6)
        self.column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _version() -> str:
    try:
        return tr("Version {version} with Qt {qt}", version=version("journeywall"), qt=qt_version)
    except PackageNotFoundError:
        return tr("From source, with Qt {qt}", qt=qt_version)
