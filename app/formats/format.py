"""What a file format is to the rest of the program, and how a file is written: whole or not at all.

A format is one module in this package. It offers `write`, `read` or both, as module-level functions:

    def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None
    def read(stream: BinaryIO) -> Document

and has one line in `FORMATS`. Both raise FormatError, with a sentence, for what a user can cause.
"""

import os
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from app.pages.errors import FormatError as FormatError
from app.pages.options import ExportOptions as ExportOptions

if TYPE_CHECKING:
    from app.model.document import Document

Writer = Callable[[BinaryIO], None]


class _Module(Protocol):
    """A format's module, as far as it concerns `Format`."""

    def write(self, document: "Document", stream: BinaryIO, options: ExportOptions) -> None: ...

    def read(self, stream: BinaryIO) -> "Document": ...


@dataclass(frozen=True, slots=True)
class Format:
    """A file format by name. Its module, with the libraries that it needs, is imported at the first use."""

    name: str
    suffix: str
    description: str
    module: str
    writes: bool = True
    reads: bool = False

    def write(
        self, document: "Document", path: Path, options: ExportOptions | None = None, force: bool = False
    ) -> None:
        """Write a file. Raises FormatError; then no half-written file is left and an old one is untouched."""
        write = self._load().write
        write_safely(path, lambda stream: write(document, stream, options or ExportOptions()), force)

    def read(self, path: Path) -> "Document":
        """The document that a file holds. Raises FormatError for a file that is missing or broken."""
        try:
            with path.open("rb") as stream:
                return self._load().read(stream)
        except FormatError as error:
            raise FormatError(f"“{path.name}” cannot be read. {error}") from error
        except OSError as error:
            raise FormatError(f"“{path}” cannot be read: {reason(error)}.") from error

    def _load(self) -> _Module:
        return cast("_Module", import_module(self.module))


def write_safely(path: Path, writer: Writer, force: bool = False) -> None:
    """Have `writer` fill a new file, which takes its name only once it is complete and on the disk.

    Raises FormatError where the file exists and is not to be replaced (`force`), or cannot be written.
    """
    path = path.resolve()  # A link stays a link: what it points at is replaced.
    unfinished = path.with_name(f".journeywall-{secrets.token_hex(6)}.part")
    try:
        _refuse(path, force)
        with unfinished.open("xb") as stream:
            writer(stream)
            stream.flush()
            os.fsync(stream.fileno())
        _refuse(path, force)
        if path.exists():
            shutil.copymode(path, unfinished)
        unfinished.replace(path)
    except OSError as error:
        raise FormatError(f"“{path}” cannot be written: {reason(error)}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def reason(error: OSError) -> str:
    """Why the system refused, in its own words and without a number: "no space left on device"."""
    words = error.strerror or type(error).__name__
    return words[0].lower() + words[1:]


def _refuse(path: Path, force: bool) -> None:
    if not path.parent.is_dir():
        raise FormatError(f"There is no folder “{path.parent}” to write “{path.name}” into.")
    if path.exists() and not path.is_file():
        raise FormatError(f"“{path}” is not a file, so it cannot be replaced.")
    if path.exists() and not force:
        raise FormatError(f"“{path}” exists already; choose another name, or let it be replaced.")
