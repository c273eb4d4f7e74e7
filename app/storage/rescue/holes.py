"""Files with holes: a small one may say that it is terabytes long, of which next to nothing is there."""

import errno
import os
import shutil
from pathlib import Path
from typing import BinaryIO

from app.language.phrases import phrase
from app.threads import require_wanted

_AT_ONCE = 1 << 20


def data_in(file: BinaryIO) -> list[tuple[int, int]]:
    """From where to where there is something in a file; all of it where the system does not tell."""
    descriptor = file.fileno()
    length = os.fstat(descriptor).st_size
    if not hasattr(os, "SEEK_DATA"):
        return [(0, length)]
    found: list[tuple[int, int]] = []
    # Who reads the file relies on its place.
    place, end = os.lseek(descriptor, 0, os.SEEK_CUR), 0
    try:
        while end < length:
            start = os.lseek(descriptor, end, os.SEEK_DATA)
            end = os.lseek(descriptor, start, os.SEEK_HOLE)
            found.append((start, end))
    except OSError as error:
        # There is nothing but a hole any more; or the disk knows none.
        if error.errno != errno.ENXIO:
            return [(0, length)]
    finally:
        os.lseek(descriptor, place, os.SEEK_SET)
    return found


def copy_data(path: Path, copy: BinaryIO) -> None:
    """Copy a file into an empty one, with its holes. Raises OSError, also where there is no room for it."""
    with path.open("rb") as source:
        data = data_in(source)
        if sum(end - start for start, end in data) > shutil.disk_usage(Path(copy.name).parent).free:
            raise OSError(errno.ENOSPC, phrase("there is no room for a copy of it, which is needed"))
        for start, end in data:
            source.seek(start)
            copy.seek(start)
            while start < end and (content := source.read(min(_AT_ONCE, end - start))):
                require_wanted()
                copy.write(content)
                start += len(content)
        copy.truncate(os.fstat(source.fileno()).st_size)
