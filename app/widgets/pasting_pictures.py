"""Pasting pictures: from the clipboard's bytes, from copied files, or from what Qt made of a screenshot."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from app.drawing.images import PictureError, looked_at
from app.drawing.sections.pictures import Pictures
from app.model.change import Change
from app.model.copying import created
from app.model.document import Document
from app.model.entries import add_picture
from app.model.pictures import LARGEST, NewPicture
from app.model.records import Entry, new_id
from app.model.sections import add_section
from app.model.stages import add_stage
from app.widgets.selection import Cell

if TYPE_CHECKING:
    from app.widgets.main_window import MainWindow

MOST_PIXELS = 20_000_000
"""Pixels of a picture without a file's bytes, which must be packed here: more would hold the window up."""
_FORMATS = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")
_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp")


def has_picture_files(data: QMimeData) -> bool:
    """Whether files were copied that are pictures by their names."""
    return bool(_files(data))


def paste_picture(window: "MainWindow", data: QMimeData) -> None:
    """Paste the pictures into a section of pictures, which is added where there is none; or say why not."""
    editor = window.editor
    try:
        pictures = [looked_at(content) for content in _contents(data)]
    except (PictureError, OSError) as error:
        window.tell(str(error) if isinstance(error, PictureError) else "The picture's file cannot be read.")
        return
    if not pictures:
        return
    change = _change(editor.document, editor.map, editor.selection.cell, pictures)
    editor.do(change)
    entries = created(change, Entry)
    if entries:
        editor.select(entries)
        window.canvas.show_record(entries[0])


def _change(document: Document, map: str, cell: Cell | None, pictures: list[NewPicture]) -> Change:
    label = "Paste picture" if len(pictures) == 1 else f"Paste {len(pictures)} pictures"
    change = Change(label, ())
    sections = [one.id for one in document.sections(map) if one.section_kind == Pictures.name]
    stages = [stage.id for stage in document.stages(map)]
    section = cell.section if cell and cell.section in sections else (*sections, new_id())[0]
    stage = cell.stage if cell else (*stages, new_id())[0]
    if stage not in stages:
        change = change.then(add_stage(document, map, id=stage))
    if section not in sections:
        more = add_section(document, map, Pictures.title, Pictures.name, glyph=Pictures.glyph, id=section)
        change = change.then(more)
    twin = document.copy()
    twin.apply(change)
    for picture in pictures:
        added = add_picture(twin, section, stage, picture)
        twin.apply(added)
        change = change.then(added)
    return change


def _contents(data: QMimeData) -> list[bytes]:
    """The bytes of each picture, as files have them."""
    files = _files(data)
    if files:
        return [_read(path) for path in files]
    for name in _FORMATS:
        if data.hasFormat(name):
            return [bytes(data.data(name).data())]
    image = data.imageData()
    return [_packed(image)] if isinstance(image, QImage) and not image.isNull() else []


def _files(data: QMimeData) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in _SUFFIXES]


def _read(path: Path) -> bytes:
    """A file's bytes: no more of them than show that it is too large."""
    with path.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _packed(image: QImage) -> bytes:
    if image.width() * image.height() > MOST_PIXELS:
        raise PictureError(
            f"The picture has {image.width():,} × {image.height():,} pixels; up to "
            f"{MOST_PIXELS // 1_000_000} million can be pasted. Save it as a file and copy that."
        )
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 90)  # type: ignore[call-overload]  # stubs want bytes, Qt a str
    return bytes(content.data())
