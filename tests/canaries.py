"""Canaries: texts that are markup in every field of every record, and a watch over the file that they name.

Whoever renders such a text as more than plain words opens that file, and the watch tells it. The fields come
from the records themselves, so a new one carries a canary from its first day.
"""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from app.model.records import Day, Detail, Record

R = TypeVar("R", bound=Record)

_OPENED, _AT_ONCE = 0x20, os.O_NONBLOCK | os.O_CLOEXEC


class Watch:
    """Tells whether anybody has opened a file."""

    def __init__(self, path: Path) -> None:
        self._library = ctypes.CDLL(None, use_errno=True)
        self.descriptor = self._library.inotify_init1(_AT_ONCE)
        watched = self._library.inotify_add_watch(self.descriptor, os.fsencode(path), _OPENED)
        assert self.descriptor >= 0
        assert watched >= 0

    def has_seen(self) -> bool:
        try:
            return bool(os.read(self.descriptor, 4096))
        except BlockingIOError:
            return False


@contextmanager
def watched(path: Path) -> Iterator[Watch]:
    """Write a file that nobody may open, and watch it."""
    path.write_bytes(b"nobody reads this")
    watch = Watch(path)
    try:
        yield watch
    finally:
        os.close(watch.descriptor)


def canary(path: Path) -> str:
    """A text that Qt takes for rich text, and that opens a file where it is shown as such."""
    return f'<b>bold</b> <img src="{path}"> <img src="{path.as_uri()}"> &lt;'


def laden(record: R, text: str) -> R:
    """The record with a text in every field that people can write into."""
    hints = get_type_hints(type(record), include_extras=True)
    told = {"id", "position", *record.mentions, *record.parents}
    names = [name for name in type(record).model_fields if name not in told]
    values = {name: _laden(hints[name], text) for name in names}
    return record.changed(**{name: value for name, value in values.items() if value is not None})


def _laden(hint: Any, text: str) -> Any:
    """A value of a type with the text in it; none where the type holds no free text."""
    plain, *constraints = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    if hint == Day or get_origin(plain) is Literal or any(_pattern(one) for one in constraints):
        return None
    if get_origin(plain) in (Union, UnionType):
        parts = (_laden(part, text) for part in get_args(plain) if part is not NoneType)
        return next((part for part in parts if part is not None), None)
    if get_origin(plain) is tuple:
        part = _laden(get_args(plain)[0], text)
        return None if part is None else (part,)
    if isinstance(plain, type) and issubclass(plain, Detail):
        hints = get_type_hints(plain, include_extras=True)
        values = {name: _laden(hints[name], text) for name in plain.model_fields}
        return plain(**{name: value for name, value in values.items() if value is not None})
    return text if plain is str else None


def _pattern(constraint: object) -> bool:
    parts = (constraint, *getattr(constraint, "metadata", ()))
    return any(getattr(part, "pattern", None) is not None for part in parts)
