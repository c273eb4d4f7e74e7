"""A disk that answers to nothing: whoever asks it waits until it is there again, as with a lost share.

It is stalled where Python asks the system. The window's thread must never wait for it, and fails at once.
"""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_HEARD = ("open", "sqlite3.connect", "os.listdir", "os.scandir", "os.mkdir", "os.remove", "os.rename")
"""What Python says before it does it. It says nothing of `stat`."""
_ASKED = ("stat", "lstat", "statvfs", "access")

_stalled: list["_Stall"] = []


class _Stall:
    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self.is_there_again = threading.Event()

    def wait_for(self, path: object) -> None:
        if not isinstance(path, str | os.PathLike) or not os.fspath(path).startswith(self._folder):
            return
        if self.is_there_again.is_set():
            return
        if threading.current_thread() is threading.main_thread():
            raise AssertionError(f"the window waits for {path}")
        assert self.is_there_again.wait(60)


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if _stalled and event in _HEARD:
        for stall in tuple(_stalled):
            stall.wait_for(arguments[0])


@contextmanager
def stalled(folder: Path) -> Iterator[None]:
    """Have the disk that holds a folder answer to nothing; afterwards all that was asked is answered."""
    if not _hooked:
        # A hook of Python's is there for good.
        sys.addaudithook(_hear)
        _hooked.append(True)
    stall = _Stall(folder)
    _stalled.append(stall)
    with pytest.MonkeyPatch.context() as patch:
        for name in _ASKED:
            if hasattr(os, name):
                patch.setattr(os, name, _waiting(getattr(os, name), stall))
        try:
            yield
        finally:
            _stalled.remove(stall)
            stall.is_there_again.set()


_hooked: list[bool] = []


def _waiting(ask: Callable[..., Any], stall: _Stall) -> Callable[..., Any]:
    def asked(path: object, *arguments: Any, **named: Any) -> Any:
        stall.wait_for(path)
        return ask(path, *arguments, **named)

    return asked
