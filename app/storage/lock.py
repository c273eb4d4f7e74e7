"""Who has a project open: a file beside it, so that a second Journeywall opens it for reading only.

SQLite's own locks last for one commit, not for the time a file is open, and are unsure on network shares.
"""

import getpass
import json
import os
import platform
import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from app.limits import LARGEST_LOCK
from app.model.words import shortened
from app.storage.process import process_space, started


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has it open: as which process of which machine, and since when (ISO 8601, UTC)."""

    user: str
    host: str
    space: str
    pid: int
    started: str
    since: str

    @property
    def is_here(self) -> bool:
        """Whether it is this very process."""
        return self.pid == os.getpid() and self._is_on_this_machine and self.started == started(self.pid)

    @property
    def is_gone(self) -> bool:
        """Whether it certainly runs no more: only known of the processes of this machine."""
        return self._is_on_this_machine and started(self.pid) != self.started

    @property
    def _is_on_this_machine(self) -> bool:
        return (self.host, self.space) == (platform.node(), process_space())

    def __str__(self) -> str:
        """ "Ana on laptop-7, since 14:03 on 3 May 2025", in this machine's time."""
        who = f"{shortened(self.user) or 'somebody'} on {shortened(self.host) or 'another machine'}"
        try:
            since = datetime.fromisoformat(self.since).astimezone()
        except (ValueError, OverflowError, OSError):
            return who
        return f"{who}, since {since:%H:%M} on {since.day} {since:%B %Y}"


UNKNOWN = Holder(user="", host="", space="", pid=0, started="", since="")
"""Whoever left a lock that cannot be read."""

_HOLDERS = TypeAdapter(Holder)


class Lock:
    """The right to write a project file, until released."""

    def __init__(self, path: Path, content: bytes) -> None:
        self._path = path
        self._content = content

    def release(self) -> None:
        """Let others write. A lock that somebody took over is left to them."""
        try:
            if _content_of(self._path) == self._content:
                self._path.unlink()
        except OSError:
            return


def lock_of(path: Path) -> Path:
    """The file that says who has the project open."""
    return path.with_name(path.name + ".lock")


def acquire(path: Path, take_over: bool = False) -> Lock | Holder:
    """The lock on a project file; or who holds it, unless that one is gone or is to be overruled.

    Raises OSError where no file can be made beside the project.
    """
    place = lock_of(path)
    for _ in range(3):
        content = _own_content()
        if _create(place, content):
            return Lock(place, content)
        try:
            found = _content_of(place)
        except FileNotFoundError:
            continue
        holder = _holder(found)
        if not (take_over or holder.is_gone) or not _remove(place, found):
            return holder
    return UNKNOWN


def _create(place: Path, content: bytes) -> bool:
    """Make the lock with its content in one step, so that nobody ever reads half of it."""
    draft = place.with_name(f"{place.name}-{secrets.token_hex(4)}")
    try:
        draft.write_bytes(content)
        try:
            os.link(draft, place)
        except FileExistsError:
            return False
        except OSError:
            return _create_without_links(place, content)
        return True
    finally:
        draft.unlink(missing_ok=True)


def _create_without_links(place: Path, content: bytes) -> bool:
    try:
        with place.open("xb") as file:
            file.write(content)
    except FileExistsError:
        return False
    return True


def _remove(place: Path, content: bytes) -> bool:
    """Take a stale lock away; not one that somebody made in the meantime."""
    aside = place.with_name(f"{place.name}-{secrets.token_hex(4)}")
    try:
        place.rename(aside)
    except FileNotFoundError:
        return True
    if _content_of(aside) != content:
        aside.replace(place)
        return False
    aside.unlink()
    return True


def _content_of(place: Path) -> bytes:
    """A lock's content, or the beginning of what is none."""
    with place.open("rb") as file:
        return file.read(LARGEST_LOCK)


def _own_content() -> bytes:
    pid = os.getpid()
    since = datetime.now(UTC).isoformat(timespec="seconds")
    holder = Holder(_user(), platform.node(), process_space(), pid, started(pid) or "", since)
    return json.dumps({**asdict(holder), "token": secrets.token_hex(8)}).encode()


def _holder(content: bytes) -> Holder:
    try:
        return _HOLDERS.validate_json(content)
    except ValidationError:
        return UNKNOWN


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
