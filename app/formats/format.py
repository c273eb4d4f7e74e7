"""What a file format is to the rest of the program, and how a file is written: whole or not at all.

A format is one module in this package. It offers `write`, `read` or both, as module-level functions:

    def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None
    def read(stream: BinaryIO) -> Document

and has one line in `FORMATS`. Both raise FormatError, with a sentence, for what a user can cause.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, Protocol, cast

from app.file_names import unfinished
from app.paths import open_file, resolved

if TYPE_CHECKING:
    from app.model.document import Document
    from app.model.past import Earlier
    from app.model.records import Id, JourneyMap

Orientation = Literal["landscape", "portrait"]
Look = Literal["colour", "greyscale", "ink-saving"]
MOST_BANDS = 20
"""Into how many bands a map may be broken."""
LONGER_SIDE = 4_000
"""Pixels of a picture's longer side, where nothing else is asked for."""
MOST_PIXELS = 16_384
"""Pixels of a side beyond which most programs refuse a picture."""
DOTS_PER_INCH = (10, 2_400)
"""How few and how many a picture may have."""
Writer = Callable[[BinaryIO], None]


class FormatError(Exception):
    """A file cannot be read or written. The message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What to write, and how large. A format ignores what does not concern it."""

    map: "Id | None" = None
    """The map to write; none means the first, or, for a format that holds a whole project, all of them."""
    what: str = "map"
    """What goes onto pages, by its name among the deliverables."""
    personas: "tuple[Id, ...]" = ()
    """The personas whose sheets to write; none means all of them."""
    persona_sheets: str | None = None
    """The paper on which the sheets of a map's personas follow its poster; none means that they do not."""
    stages: "tuple[Id, ...]" = ()
    sections: "tuple[Id, ...]" = ()
    """The stages and sections to write; none means all of them."""
    only: "tuple[Id, ...]" = ()
    """The notes and other contents of cells to write, with their stages and sections; none means all."""
    paper: str = "A0"
    orientation: Orientation = "landscape"
    margin: float | None = None
    """Millimetres left free on every side; none means 15, 10 on sheets of a tiled poster, 12 on others."""
    bleed: float = 0.0
    """Millimetres by which a page is larger than its paper on every side, to be cut off."""
    scale: float | None = None
    """Points for each map unit, 1 being true size; none makes the map as large as it fits on the paper."""
    bands: int = 1
    """Into how many bands, one below the other, a long map is broken."""
    tile: str | None = None
    """The paper of the sheets that the poster is put together from."""
    overlap: float = 10.0
    """Millimetres that neighbouring sheets both show."""
    look: Look = "colour"
    numbers: bool = False
    """Whether the notes are numbered."""
    compared_with: "Earlier | None" = field(default=None, repr=False)
    """An earlier version, where a poster is to mark what became of the map since."""
    footer: str = ""
    logo: Path | None = None
    """A picture beside the footer."""
    day: str | None = None
    """The day in the footer, as 2026-11-22; none means today."""
    dots_per_inch: float | None = None
    pixels: int | None = None
    """How fine a picture is: by its size on paper, or by the pixels of its longer side."""
    progress: Callable[[float], None] | None = field(default=None, compare=False, repr=False)
    """Told now and then which share (0–1) is done. What it raises ends the work, and no file is left."""

    def tell(self, share: float) -> None:
        if self.progress is not None:
            self.progress(share)

    def chosen_map(self, document: "Document") -> "JourneyMap":
        """The map to write. Raises FormatError where the project has no such map, or none at all."""
        for journey_map in document.maps():
            if self.map in (None, journey_map.id):
                return journey_map
        raise FormatError("The project has no map yet, so there is nothing to export.")


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
            with open_file(path) as stream:
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
    path = resolved(path)  # A link stays a link: what it points at is replaced.
    draft = unfinished(path)
    try:
        _refuse(path, force)
        with draft.open("xb") as stream:
            writer(stream)
            stream.flush()
            os.fsync(stream.fileno())
        _refuse(path, force)
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    except OSError as error:
        raise FormatError(f"“{path}” cannot be written: {reason(error)}.") from error
    finally:
        draft.unlink(missing_ok=True)


def reason(error: OSError) -> str:
    """Why the system refused, in its own words and without a number: "no space left on device"."""
    words = error.strerror or type(error).__name__
    return words[0].lower() + words[1:]


def _refuse(path: Path, force: bool) -> None:
    if not path.parent.is_dir():
        raise FormatError(f"There is no folder “{path.parent}” to write “{path.name}” into.")
    if path.is_symlink():
        raise FormatError(f"“{path}” is a link that leads to itself, so it cannot be replaced.")
    if path.exists() and not path.is_file():
        raise FormatError(f"“{path}” is not a file, so it cannot be replaced.")
    if path.exists() and not force:
        raise FormatError(f"“{path}” exists already; choose another name, or let it be replaced.")
