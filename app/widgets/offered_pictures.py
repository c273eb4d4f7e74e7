"""Pictures that others offer, on the clipboard or dragged: files, a file's bytes, or an image."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QMimeDatabase
from PySide6.QtGui import QImage

from app.drawing.decoded import taken_in
from app.drawing.images import PictureError
from app.limits import LARGEST_PICTURE, LARGEST_PICTURES_AT_ONCE, MOST_BARE_PIXELS, MOST_FILES
from app.model.pictures import NewPicture
from app.widgets.picture_files import read_picture
from app.widgets.work import beside, part

_LONGEST_ADDRESS = 4_000
_FORMATS = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")


def has_picture_files(data: QMimeData) -> bool:
    """Whether there are files among it that are pictures by their names."""
    types = QMimeDatabase()
    mode = QMimeDatabase.MatchMode.MatchExtension
    return any(types.mimeTypeForFile(str(path), mode).name().startswith("image/") for path in files_in(data))


def has_pictures(data: QMimeData) -> bool:
    return has_picture_files(data) or any(map(data.hasFormat, _FORMATS)) or data.hasImage()


def reading_pictures(data: QMimeData) -> Generator[float, None, list[NewPicture] | PictureError]:
    """The pictures, read one by one: yields how far it is, 0 … 1. What cannot be used ends it."""
    pictures: list[NewPicture] = []
    try:
        for done, path in enumerate(files := files_in(data)):
            reading = beside(partial(read_picture, path))
            pictures.append((yield from part(reading, done / len(files), (done + 1) / len(files))))
            _refuse_too_many(pictures)
        if not pictures and (make := _content(data)) is not None:
            pictures.append((yield from beside(lambda: taken_in(make()))))
    except PictureError as error:
        return error
    return pictures


def files_in(data: QMimeData) -> list[Path]:
    """The files among what is offered; none where there are far too many to be looked at."""
    if data.data("text/uri-list").size() > MOST_FILES * _LONGEST_ADDRESS:
        return []
    return [Path(url.toLocalFile()) for url in data.urls()[:MOST_FILES] if url.isLocalFile()]


def _refuse_too_many(pictures: list[NewPicture]) -> None:
    if sum(len(picture.data) for picture in pictures) > LARGEST_PICTURES_AT_ONCE:
        raise PictureError(
            f"The pictures have more than {LARGEST_PICTURES_AT_ONCE // 1_000_000} MB together. "
            "Nothing was added; add them a few at a time."
        )


def _content(data: QMimeData) -> Callable[[], bytes] | None:
    """What makes the bytes of a picture, as a file would have them; none where there is no picture."""
    for name in _FORMATS:
        if data.hasFormat(name):
            content = bytes(data.data(name).left(LARGEST_PICTURE + 1).data())
            return lambda: content
    image = data.imageData()
    return partial(_packed, image) if isinstance(image, QImage) and not image.isNull() else None


def _packed(image: QImage) -> bytes:
    if image.width() * image.height() > MOST_BARE_PIXELS:
        raise PictureError(
            f"The picture has {image.width():,} × {image.height():,} pixels; up to "
            f"{MOST_BARE_PIXELS // 1_000_000} million can be pasted. Save it as a file and copy that."
        )
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 90)  # type: ignore[call-overload]  # stubs want bytes, Qt a str
    return bytes(content.data())
