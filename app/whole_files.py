"""Files that are written whole: each takes its name only once all of it is on the disk."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.file_names import unfinished
from app.paths import resolved


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to be filled, which in the end stands at a path, also in the place of another.

    Where that fails, no file is left of it, and what was there is as it was. A link stays a link: what it
    points at is replaced. Raises OSError.
    """
    path = resolved(path)
    draft = unfinished(path)
    try:
        with draft.open("xb") as stream:
            yield stream
            put_on_disk(stream)
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def put_on_disk(stream: BinaryIO) -> None:
    """Wait until what was written is on the disk. Raises OSError."""
    stream.flush()
    os.fsync(stream.fileno())
