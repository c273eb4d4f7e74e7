"""Pictures that are chosen from a file."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.drawing.decoded import taken_in
from app.drawing.images import PictureError
from app.language.phrases import phrase, tr
from app.language.system_words import why
from app.limits import LARGEST_PICTURE
from app.model.pictures import NewPicture
from app.paths import open_file
from app.widgets.base.background_work import beside
from app.widgets.base.file_dialogs import ask_for_existing_file

PICTURE_FILES = phrase("Pictures ({patterns})", patterns="*.png *.jpg *.jpeg *.gif *.webp *.bmp")


def ask_for_picture(parent: QWidget, then: Callable[[Path], object]) -> None:
    ask_for_existing_file(parent, tr("Choose a picture"), str(PICTURE_FILES), then)


def reading_picture(path: Path) -> Generator[float, None, NewPicture | PictureError]:
    """`read_picture` in steps, as `do_in_steps` takes them: an error is handed on like a picture."""
    try:
        return (yield from beside(partial(read_picture, path)))
    except PictureError as error:
        return error


def read_picture(path: Path) -> NewPicture:
    """The picture in a file. Raises PictureError, which names the file."""
    try:
        with open_file(path) as stream:
            return taken_in(stream.read(LARGEST_PICTURE + 1))
    except OSError as error:
        raise PictureError(
            phrase("“{file}” cannot be read: {reason}.", file=path.name, reason=why(error))
        ) from error
    except PictureError as error:
        raise PictureError(
            phrase("“{file}” was not added. {reason}", file=path.name, reason=str(error))
        ) from error
