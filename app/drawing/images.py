"""Pictures as Qt reads them: looked at before they are decoded."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from app.drawing.png_chunks import without_words
from app.language.phrases import phrase
from app.language.words import megabytes
from app.limits import LARGEST_PICTURE, LONGEST_PICTURE_SIDE, MOST_PIXELS
from app.model.pictures import NewPicture
from app.model.records import PictureFormat

FORMATS: dict[bytes, PictureFormat] = {
    b"png": "png",
    b"jpeg": "jpeg",
    b"jpg": "jpeg",
    b"gif": "gif",
    b"webp": "webp",
    b"bmp": "bmp",
}
"""What Qt calls the formats that can be kept."""

_SMALLER_AT_ONCE = (b"jpeg", b"jpg")
"""Formats of which less is decoded where a smaller picture is asked for."""
_ARGB = QImage.Format.Format_ARGB32_Premultiplied
_TRIED = 64
"""Pixels: how wide a picture is decoded to see whether that can be done."""


QImageReader.setAllocationLimit(MOST_PIXELS * 4 // (1 << 20) + 1)


class PictureError(Exception):
    """A picture cannot be used. The message is a sentence for people."""


def looked_at(data: bytes) -> NewPicture:
    """The picture that bytes are. Raises what `look_at` raises."""
    new, _ = look_at(data, _TRIED)
    return new


def look_at(data: bytes, width: int) -> tuple[NewPicture, QImage]:
    """The picture that bytes are, by their header and then by decoding them, about so many pixels wide.

    Raises PictureError for one that is too large, broken, or of a kind that is not known.
    """
    if len(data) > LARGEST_PICTURE:
        raise PictureError(
            phrase(
                "The picture has {size}; pictures of up to {most} can be kept.",
                size=megabytes(len(data)),
                most=megabytes(LARGEST_PICTURE),
            )
        )
    reader = reader_of(data)
    kind = FORMATS.get(bytes(reader.format().data()))
    if kind is None:
        raise PictureError(
            phrase("This is not a picture that can be read; PNG, JPEG, GIF, WebP and BMP can be.")
        )
    size = _upright(reader)
    if size.isEmpty():
        raise PictureError(phrase("The picture is damaged: it does not say how large it is."))
    if size.width() * size.height() > MOST_PIXELS or max(size.width(), size.height()) > LONGEST_PICTURE_SIDE:
        raise PictureError(
            phrase(
                "The picture has {width} × {height} pixels; pictures of up to {most} million can be kept."
                " Make it smaller first.",
                width=size.width(),
                height=size.height(),
                most=MOST_PIXELS // 1_000_000,
            )
        )
    image = decoded(data, width)
    if image is None:
        raise PictureError(phrase("The picture is damaged: it cannot be read to its end."))
    return NewPicture(data, kind, size.width(), size.height()), image


def decoded(data: bytes, width: int | None = None) -> QImage | None:
    """The picture, upright; about `width` pixels wide where it has more. None for a broken one."""
    reader = reader_of(data)
    size = reader.size()
    if size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        return None
    upright = _upright(reader)
    if width is None or width >= upright.width():
        image = reader.read()
        return None if image.isNull() else image
    share = width / upright.width()
    if bytes(reader.format().data()) in _SMALLER_AT_ONCE:
        reader.setScaledSize(_scaled(size, share))
        image = reader.read()
        return None if image.isNull() else image
    image = reader.read()
    if image.isNull():
        return None
    # Within its own memory; asked to do both, Qt keeps a second picture of full size meanwhile.
    image.convertTo(_ARGB if image.hasAlphaChannel() else QImage.Format.Format_RGB32)
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(_scaled(upright, share), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def _scaled(size: QSize, share: float) -> QSize:
    return QSize(max(round(size.width() * share), 1), max(round(size.height() * share), 1))


def grey(image: QImage) -> QImage:
    """The picture without its colours, as transparent as it was."""
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    without = plain.convertToFormat(QImage.Format.Format_Grayscale8)
    if not image.hasAlphaChannel():
        return without.convertToFormat(QImage.Format.Format_RGB32)
    without = without.convertToFormat(QImage.Format.Format_ARGB32)
    without.setAlphaChannel(plain.convertToFormat(QImage.Format.Format_Alpha8))
    return without


def middle_square(image: QImage) -> QRect:
    """The largest square in the middle of a picture; of a tall one nearer to its top, where faces are."""
    side = min(image.width(), image.height())
    return QRect((image.width() - side) // 2, (image.height() - side) // 3, side, side)


class Reader(QImageReader):
    """A reader that keeps what it reads from."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.bytes = QByteArray(without_words(data))
        self.buffer = QBuffer(self.bytes)
        self.buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.setDevice(self.buffer)
        self.setDecideFormatFromContent(True)
        self.setAutoTransform(True)


def reader_of(data: bytes) -> QImageReader:
    """What Qt reads a picture with, its header read and nothing decoded yet."""
    return Reader(data)


def _upright(reader: QImageReader) -> QSize:
    """The size of a picture as it is to be seen, which a camera may have turned."""
    turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    size = reader.size()
    return size.transposed() if turned else size
