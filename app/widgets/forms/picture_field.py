"""A field for a picture: a small view of it, a button to choose one, another to take it away."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.drawing.images import PictureError, scaled_image
from app.model.records import Picture
from app.widgets.editor import Editor
from app.widgets.forms.field import Field
from app.widgets.icons import icon
from app.widgets.picture_files import ask_for_picture, read_picture

HEIGHT = 96


class PictureField(Field):
    """Shows a picture of the project by its id; tells a new one with its bytes, or None."""

    def __init__(self, editor: Editor) -> None:
        box = QWidget()
        super().__init__(box)
        self._editor = editor
        self.view = QLabel()
        self.view.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.choose = _button("Choose…", "upload", "Choose a picture")
        self.remove = _button("", "x", "Take the picture away")
        self.choose.clicked.connect(lambda: ask_for_picture(self.window(), self._take))
        self.remove.clicked.connect(lambda: self.edited.emit(None))
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        beside = QHBoxLayout()
        beside.addWidget(self.choose)
        beside.addWidget(self.remove)
        beside.addStretch()
        column.addLayout(beside)
        self.setFocusProxy(self.choose)

    def show_value(self, value: object) -> None:
        picture = self._editor.document.find(value) if isinstance(value, str) else None
        self.view.setVisible(isinstance(picture, Picture))
        self.remove.setVisible(isinstance(picture, Picture))
        if isinstance(picture, Picture):
            image = scaled_image(self._editor.document.picture_store, picture.id, 2 * HEIGHT)
            shown = QPixmap() if image is None else QPixmap.fromImage(image)
            if not shown.isNull():
                fitted = shown.scaled(
                    QSize(2 * HEIGHT, HEIGHT),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
                self.view.setPixmap(fitted)
            self.view.setToolTip(f"{picture.width:,} × {picture.height:,} pixels")

    def show_mixed(self) -> None:
        self.show_value(None)

    def _take(self, path: Path) -> None:
        try:
            self.edited.emit(read_picture(path))
        except PictureError as error:
            self.refused.emit(str(error))


def _button(text: str, sign: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setIcon(icon(sign, size=14))
    style = Qt.ToolButtonStyle
    button.setToolButtonStyle(style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setProperty("role", "small")
    return button
