"""Small pictures of projects, drawn from the display list and kept as PNG in the user's cache folder.

A cache: whatever goes wrong with it, there is no picture, and nothing else. To show a kept one nothing is
imported of what draws them.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QStandardPaths, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from app.file_names import mark_of
from app.limits import LARGEST_THUMBNAIL

if TYPE_CHECKING:
    from app.drawing.layout import MapLayout
    from app.model.document import Document
    from app.model.records import Id

SIZE = QSize(264, 160)
"""Logical pixels."""
_RATIO = 2
_WIDEST = 3_600.0
"""Map units: of a wider map only the beginning is shown, or nothing would be seen of it."""
_NAME = "Title"


def drawn(document: "Document", map: "Id", laid_out: "MapLayout | None" = None) -> QImage:
    """A picture of a map from its upper left corner, with the project's name as its title.

    `laid_out` is what is known of the map's layout, as the window showed it: that need not be found anew.
    """
    from app.drawing.decoded import decoded_pictures
    from app.drawing.layout import lay_out
    from app.drawing.painter import paint_parts

    layout = lay_out(document, map, laid_out)
    scale = SIZE.width() * _RATIO / min(layout.width, _WIDEST)
    image = QImage(SIZE * _RATIO, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    seen = QRectF(0, 0, image.width() / scale, image.height() / scale)
    paint_parts(painter, layout.parts(seen), scale, decoded_pictures.soon)
    painter.end()
    image.setDevicePixelRatio(_RATIO)
    image.setText(_NAME, document.project.name)
    return image


def name_in(image: QImage) -> str:
    """The name of the project that a picture shows."""
    return image.text(_NAME)


def keep(path: Path, image: QImage) -> None:
    """Keep the picture of a project."""
    file = _file_of(path)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    image.save(str(file))


def move(path: Path, to: Path) -> None:
    """Keep the picture of a project whose file was renamed. May raise OSError."""
    _file_of(path).replace(_file_of(to))


def kept(path: Path) -> QImage | None:
    """The picture of a project as it was when it was closed last; None where there is none."""
    file = _file_of(path)
    if not file.is_file() or file.stat().st_size > LARGEST_THUMBNAIL:
        return None
    reader = QImageReader(str(file), b"png")
    size = reader.size()
    image = reader.read() if size.width() * size.height() <= LARGEST_THUMBNAIL else QImage()
    if image.isNull():
        return None
    image.setDevicePixelRatio(_RATIO)
    return image


def _file_of(path: Path) -> Path:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    return Path(folder) / "journeywall" / "thumbnails" / f"{mark_of(path)[:32]}.png"
