"""Where the one Journeywall of a user and a settings folder listens for further starts.

Apart from what listens there: a first start need not wait for Qt's network library to know that it is one.
"""

import getpass
import hashlib
import os
import stat
import sys
from pathlib import Path
from tempfile import gettempdir

from PySide6.QtCore import QStandardPaths

from app.widgets.base.window_memory import settings


def socket_name() -> str | None:
    """Where the Journeywall of this user and these settings listens; None where no place is safe for it."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    whose = "\n".join((_user(), settings().fileName(), place))
    name = f"journeywall-{hashlib.sha256(os.fsencode(whose)).hexdigest()[:16]}"
    if sys.platform == "win32":
        return name
    folder = _own_folder()
    return None if folder is None else str(folder / name)


def may_be_there() -> bool:
    """Whether a Journeywall may be listening."""
    name = socket_name()
    return name is not None and (sys.platform == "win32" or Path(name).exists())


def _own_folder() -> Path | None:
    """A folder that nobody else can write to; in the common one, another user could listen in our place."""
    if sys.platform == "win32":
        return None
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    try:
        folder = Path(runtime) if runtime else Path(gettempdir()) / f"journeywall-{os.getuid()}"
        if not runtime:
            folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    is_own = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o022
    return folder if is_own and len(os.fsencode(folder)) < 70 else None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
