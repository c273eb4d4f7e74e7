"""Who has a project open: a file beside it, so that a second Journeywall opens it for reading only.

SQLite's own locks last for one commit, not for the time a file is open, and are unsure on network shares.
"""

import errno
import json
import os
import platform
import secrets
import stat
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir

from pydantic import TypeAdapter, ValidationError

from app.language.phrases import Phrase, phrase, phrase_context
from app.limits import LARGEST_LOCK
from app.model.words import shortened
from app.person import author
from app.storage.guard.machine import boot, machine
from app.storage.guard.process import process_space, started


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has it open: as which process of which machine, and since when (ISO 8601, UTC)."""

    user: str
    host: str
    space: str
    pid: int
    started: str
    since: str
    machine: str = ""
    boot: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it is this very process."""
        return self.pid == os.getpid() and self._is_on_this_machine and self.started == started(self.pid)

    @property
    def is_gone(self) -> bool:
        """Whether it certainly runs no more: only known of the processes of this machine."""
        return self._is_on_this_machine and (self.boot != boot() or started(self.pid) != self.started)

    @property
    def may_be_gone(self) -> bool:
        """Whether a person must judge: it is, or was, on another machine, or cannot be told."""
        return not self._is_on_this_machine

    @property
    def _is_on_this_machine(self) -> bool:
        """Host names are not enough: two machines may have the same. One without id has its boot's."""
        is_known = self.machine == machine() and (bool(self.machine) or self.boot == boot())
        return is_known and (self.host, self.space) == (platform.node(), process_space())

    def __str__(self) -> str:
        return str(self.words)

    @property
    def words(self) -> Phrase:
        """ "Ana on laptop-7, since 14:03 on 3 May 2025", in this machine's time."""
        user = shortened(self.user) or phrase("somebody")
        host = shortened(self.host) or phrase_context("where a project is open", "another machine")
        try:
            since = datetime.fromisoformat(self.since).astimezone()
        except (ValueError, OverflowError, OSError):
            return phrase("{user} on {host}", user=user, host=host)
        return phrase(
            "{user} on {host}, since {time} on {day}",
            user=user,
            host=host,
            time=since.time(),
            day=since.date(),
        )


def opened_by(holder: Holder) -> Phrase:
    """Why a file cannot be had."""
    if holder.is_here:
        return phrase("it is already open in another window ({holder})", holder=holder.words)
    return phrase("it is already open in another Journeywall ({holder})", holder=holder.words)


UNKNOWN = Holder(user="", host="", space="", pid=0, started="", since="")
"""Whoever left a lock that cannot be read."""

_NEVER_WAIT_NOR_FOLLOW = sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY"))

_HOLDERS = TypeAdapter(Holder)

_HELD: set[bytes] = set()
"""What the locks of this process say: one that says it is ours and is not here was left behind, where its
folder was renamed or could not be reached."""


class Lock:
    """The right to write a project file, until released."""

    def __init__(self, path: Path, content: bytes) -> None:
        self._path = path
        self._content = content
        self._on_file: Lock | None = None
        _HELD.add(content)

    def hold_file(self, path: Path, take_over: bool = False) -> "Holder | None":
        """Lock the file itself as well, under whichever names it has on this machine.

        Returns who holds it under another name, unless that one may be gone and is to be overruled. Where
        that cannot be kept anywhere, only the name is locked.
        """
        if self._on_file is not None:
            self._on_file.release()
            self._on_file = None
        try:
            place = _lock_of_file(path)
            found = _acquire(place)
            if isinstance(found, Holder) and take_over and found.may_be_gone:
                found = _acquire(place, take_over=True)
        except OSError:
            return None
        if isinstance(found, Holder):
            return found
        self._on_file = found
        return None

    def release(self) -> None:
        """Let others write. A lock that somebody took over is left to them."""
        _HELD.discard(self._content)
        if self._on_file is not None:
            self._on_file.release()
        try:
            if _content(self._path) == self._content:
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
    return _acquire(lock_of(path), take_over)


def _lock_of_file(path: Path) -> Path:
    """The file that says who has a file open, whatever it is called: in a folder of this user.

    Raises OSError where there can be none.
    """
    user = os.getuid() if hasattr(os, "getuid") else ""
    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or gettempdir()) / f"journeywall-{user}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
        raise PermissionError(errno.EACCES, phrase("it belongs to somebody else"), str(folder))
    file = path.stat()
    return folder / f"{file.st_dev:x}-{file.st_ino:x}.lock"


def _acquire(place: Path, take_over: bool = False) -> Lock | Holder:
    for _ in range(3):
        content = _own_content()
        if _create(place, content):
            return Lock(place, content)
        try:
            found = _content(place)
        except FileNotFoundError:
            continue
        holder = _holder(found)
        is_left_behind = holder.is_here and found not in _HELD
        if not (take_over or holder.is_gone or is_left_behind) or not _remove(place, found):
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


def _content(place: Path) -> bytes | None:
    """What a lock says; None where something else lies there: a link, a folder, a pipe that never ends."""
    try:
        descriptor = os.open(place, os.O_RDONLY | _NEVER_WAIT_NOR_FOLLOW)
    except FileNotFoundError:
        raise
    except OSError:
        return None
    try:
        is_file = stat.S_ISREG(os.fstat(descriptor).st_mode)
        return os.read(descriptor, LARGEST_LOCK) if is_file else None
    except OSError:
        return None
    finally:
        os.close(descriptor)


def _remove(place: Path, content: bytes | None) -> bool:
    """Take a stale lock away; not one that somebody made in the meantime."""
    aside = place.with_name(f"{place.name}-{secrets.token_hex(4)}")
    try:
        place.rename(aside)
    except FileNotFoundError:
        return True
    if _content(aside) != content:
        aside.replace(place)
        return False
    if not aside.is_dir() or aside.is_symlink():
        aside.unlink()
    return True


def _own_content() -> bytes:
    pid = os.getpid()
    since = datetime.now(UTC).isoformat(timespec="seconds")
    place = (platform.node(), process_space(), pid, started(pid) or "")
    holder = Holder(author(), *place, since, machine(), boot())
    return json.dumps({**asdict(holder), "token": secrets.token_hex(8)}).encode()


def _holder(content: bytes | None) -> Holder:
    try:
        return UNKNOWN if content is None else _HOLDERS.validate_json(content)
    except ValidationError:
        return UNKNOWN
