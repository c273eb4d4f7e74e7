"""Pictures that others offer, on the clipboard or dragged: files, a file's bytes, or an image."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QMimeDatabase
from PySide6.QtGui import QImage

from app.drawing.decoded import taken_in
from app.drawing.images import PictureError
from app.language.phrases import phrase, tr_plural
from app.language.words import megabytes
from app.limits import LARGEST_PICTURE, LARGEST_PICTURES_AT_ONCE, MOST_BARE_PIXELS, MOST_FILES
from app.model.pictures import NewPicture
from app.widgets.base.background_work import beside, part
from app.widgets.pictures.picture_files import read_picture

MOST_TOLD = 3
"""Pictures that cannot be used whose faults are told one by one."""
_LONGEST_ADDRESS = 4_000
_FORMATS = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")


class Offered(NamedTuple):
    """The pictures that can be used, and a sentence for each of the others."""

    pictures: list[NewPicture]
    refused: list[str]

    @property
    def refusal(self) -> str:
        """What is wrong with those that cannot be used, for a message: of many, the first."""
        more = len(self.refused) - MOST_TOLD
        others = (
            [tr_plural("{count} more was not added.", "{count} more were not added.", more)]
            if more > 0
            else []
        )
        return " ".join([*self.refused[:MOST_TOLD], *others])


def has_picture_files(data: QMimeData) -> bool:
    """Whether there are files among it that are pictures by their names."""
    types = QMimeDatabase()
    mode = QMimeDatabase.MatchMode.MatchExtension
    return any(types.mimeTypeForFile(str(path), mode).name().startswith("image/") for path in files_in(data))


def has_pictures(data: QMimeData) -> bool:
    return has_picture_files(data) or any(map(data.hasFormat, _FORMATS)) or data.hasImage()


def reading_pictures(data: QMimeData) -> Generator[float, None, Offered]:
    """The pictures, read one by one: yields how far it is, 0 … 1. What cannot be used keeps no other out."""
    files = files_in(data)
    reads: list[Callable[[], NewPicture]] = [partial(read_picture, path) for path in files]
    if not reads and (make := _content(data)) is not None:
        reads = [lambda: taken_in(make())]
    pictures: list[NewPicture] = []
    refused: list[str] = []
    for done, read in enumerate(reads):
        try:
            picture = yield from part(beside(read), done / len(reads), (done + 1) / len(reads))
            _refuse_too_many([*pictures, picture])
        except PictureError as error:
            refused.append(str(error))
        else:
            pictures.append(picture)
    return Offered(pictures, refused)


def files_in(data: QMimeData) -> list[Path]:
    """The files among what is offered; none where there are far too many to be looked at."""
    if data.data("text/uri-list").size() > MOST_FILES * _LONGEST_ADDRESS:
        return []
    return [Path(url.toLocalFile()) for url in data.urls()[:MOST_FILES] if url.isLocalFile()]


def _refuse_too_many(pictures: list[NewPicture]) -> None:
    if sum(len(picture.data) for picture in pictures) > LARGEST_PICTURES_AT_ONCE:
        raise PictureError(
            phrase(
                "The pictures have more than {size} together. Nothing was added; add them a few at a time.",
                size=megabytes(LARGEST_PICTURES_AT_ONCE),
            )
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
            phrase(
                "The picture has {width} × {height} pixels; up to {most} million can be pasted. Save it as "
                "a file and copy that.",
                width=image.width(),
                height=image.height(),
                most=MOST_BARE_PIXELS // 1_000_000,
            )
        )
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 90)  # type: ignore[call-overload]  # stubs want bytes, Qt a str
    return bytes(content.data())
