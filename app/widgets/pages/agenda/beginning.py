"""What an empty agenda says: how to begin, and with which agenda one could."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.formats.template_agendas import OFFERED_AGENDAS, OfferedAgenda
from app.language.phrases import tr
from app.widgets.base.text_size import scaled

_WIDTH = 360


class Beginning(QWidget):
    """Offers to type the first item, and the agendas that templates bring."""

    typed = Signal()
    """The first item is to be typed."""
    chosen = Signal(object)
    """An OfferedAgenda is to be used."""

    def __init__(self) -> None:
        super().__init__()
        inner = QWidget()
        inner.setMinimumWidth(scaled(_WIDTH))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        title = QLabel(tr("Plan the day"))
        title.setProperty("role", "page-heading")
        words = QLabel(
            tr(
                "What is done in which order, and how long it takes. "
                "Type an item and press Enter for the next: “Pain points 20 min”."
            )
        )
        words.setProperty("role", "quiet")
        words.setWordWrap(True)
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        self.first = _button(tr("Type the first item"), "primary")
        self.first.clicked.connect(self.typed)
        column.addWidget(self.first)
        for offered in OFFERED_AGENDAS:
            column.addWidget(self._offer(offered))
        around = QVBoxLayout(self)
        around.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inner)
        across.addStretch(1)
        around.addLayout(across)
        around.addStretch(3)

    def _offer(self, offered: OfferedAgenda) -> QPushButton:
        button = _button(str(offered.words), "")
        button.setToolTip(tr("Use this agenda; each item can be changed"))
        button.clicked.connect(lambda: self.chosen.emit(offered))
        return button


def _button(text: str, role: str) -> QPushButton:
    button = QPushButton(text.replace("&", "&&"))
    button.setAccessibleName(text)
    button.setToolTip(text)
    if role:
        button.setProperty("role", role)
    return button
