"""A field for any colour: typed as #RRGGBB, or chosen in the system's dialog."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.language.phrases import tr
from app.model.colours import read_colour
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.text_size import scaled


def filled(value: str, size: QSize) -> QIcon:
    """A patch of a colour, with an edge by which white is seen on white."""
    patch = QPixmap(size)
    patch.fill(QColor(value))
    with QPainter(patch) as painter:
        painter.setPen(QColor(128, 128, 128, 160))
        painter.drawRect(patch.rect().adjusted(0, 0, -1, -1))
    return QIcon(patch)


class HexField(QWidget):
    """Shows a colour, and says which other is wished for."""

    edited = Signal(str)
    refused = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line, self.swatch = QLineEdit(), QPushButton()
        self.line.setAccessibleName(name)
        self.line.setToolTip(tr("A colour such as #3457D5"))
        self.swatch.setAccessibleName(tr("{colour}: choose", colour=name))
        self.swatch.setToolTip(tr("Choose the colour"))
        self.swatch.setIconSize(QSize(scaled(22), scaled(16)))
        self.swatch.setFixedWidth(scaled(44))
        set_focus_proxy(self, self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.swatch)
        row.addWidget(self.line, 1)
        self._shown = ""
        self.line.editingFinished.connect(self._take)
        self.swatch.clicked.connect(self._ask)

    def show_colour(self, value: str) -> None:
        self._shown = value
        self.line.setText(value)
        self.swatch.setIcon(filled(value, self.swatch.iconSize()))

    def _take(self) -> None:
        typed = self.line.text().strip()
        value = read_colour(f"#{typed.removeprefix('#')}")
        if not value:
            self.refused.emit(tr("“{text}” is no colour; write one such as #3457D5.", text=typed))
            self.show_colour(self._shown)
            return
        if value != self._shown:
            self.edited.emit(value)

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._shown), self)
        dialog.colorSelected.connect(lambda colour: self.edited.emit(colour.name().upper()))
        dialog.open()
