"""A field for a picture: a small view of it, a button to choose one, another to take it away."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.drawing.decoded import decoded_pictures
from app.drawing.images import PictureError
from app.language.phrases import tr
from app.model.pictures import NewPicture
from app.model.records import Picture
from app.session.editor import Editor
from app.widgets.base.background_work import OverlayHost, do_in_steps
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.pictures_ready import pictures_ready
from app.widgets.forms.field import Field
from app.widgets.pictures.picture_files import ask_for_picture, reading_picture

HEIGHT = 96
_ROOM = QSize(2 * HEIGHT, HEIGHT)


class PictureField(Field):
    """Shows a picture of the project by its id; tells a new one with its bytes, or None."""

    def __init__(self, editor: Editor) -> None:
        box = QWidget()
        super().__init__(box)
        self._editor = editor
        self.view = QLabel()
        self.view.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.choose = _button(tr("Choose…"), "upload", tr("Choose a picture"))
        self.remove = _button("", "x", tr("Remove the picture"))
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
        set_focus_proxy(self, self.choose)
        self._picture: Picture | None = None
        pictures_ready().ready.connect(self._show_ready)

    def show_value(self, value: object) -> None:
        picture = self._editor.document.find(value) if isinstance(value, str) else None
        self._picture = picture if isinstance(picture, Picture) else None
        self.view.setVisible(self._picture is not None)
        self.remove.setVisible(self._picture is not None)
        if self._picture is not None:
            self.view.setPixmap(self._fitted(self._picture))
            self.view.setToolTip(
                tr("{width} × {height} pixels", width=self._picture.width, height=self._picture.height)
            )

    def show_mixed(self) -> None:
        self.show_value(None)

    def _show_ready(self, picture: str) -> None:
        if self._picture is not None and self._picture.id == picture:
            self.view.setPixmap(self._fitted(self._picture))

    def _fitted(self, picture: Picture) -> QPixmap:
        image = decoded_pictures.soon(self._editor.document.picture_store, picture.id, 2 * HEIGHT)
        if image is None:
            return QPixmap()
        way = Qt.TransformationMode.SmoothTransformation
        return QPixmap.fromImage(image).scaled(_ROOM, Qt.AspectRatioMode.KeepAspectRatio, way)

    def _take(self, path: Path) -> None:
        """Read a file. What it was chosen for must still be selected then."""
        chosen_for = self._editor.selection

        def take(found: NewPicture | PictureError) -> None:
            if isinstance(found, PictureError):
                self.refused.emit(str(found))
            elif self._editor.selection == chosen_for:
                self.edited.emit(found)

        do_in_steps(self._host, tr("Reading the picture…"), reading_picture(path), take)

    @property
    def _host(self) -> OverlayHost:
        """The window of the project, in which forms stand, or over which the dialog stands that has one."""
        found = self.window()
        while isinstance(found, QDialog) and (parent := found.parentWidget()) is not None:
            found = parent.window()
        return cast(OverlayHost, found)


def _button(text: str, sign: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setIcon(icon(sign, size=14))
    button.setIconSize(icon_size(14))
    style = Qt.ToolButtonStyle
    button.setToolButtonStyle(style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setProperty("role", "small")
    return button
