"""Where no file can be written: missing folders, forbidden ones, full disks."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SUFFIXES = (".pdf", ".svg", ".png")
FORBIDDEN = Path("/sys")
"""Where not even an administrator makes a file."""
NO_ROOM = 8_192
"""Bytes: less than any poster takes."""

IS_LINUX = sys.platform == "linux"


@contextmanager
def full_disk() -> Iterator[None]:
    """Processes that are started meanwhile can write no file of more than a few bytes."""
    import resource  # Not everywhere is there one.

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (NO_ROOM, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
