"""What a file format is to the rest of the program, and how a file is written: whole or not at all.

A format is one module in this package, or a folder of them. It offers `write`, `read` or both:

    def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None
    def read(stream: BinaryIO) -> Imported

One that is both, and has no place for all that a project holds, says what it writes of each record:

    def holding(document: Document, options: ExportOptions) -> Holding

What it lacks is found by reading the file again, and told.

The first two raise FormatError, with a sentence, for what a user can cause. Where there is something to
choose it has a model of its options (`app.pages.options`), which `write` finds by `options.own`; the window's
form and the command line's arguments follow from that. It has one line in `FORMATS`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, Protocol, cast

from app.language.phrases import Phrase, phrase
from app.language.system_words import why
from app.pages.errors import FormatError as FormatError
from app.pages.errors import sentence_of
from app.paths import open_file, resolved
from app.whole_files import put_on_disk, whole_file

if TYPE_CHECKING:
    from app.formats.export_notes import ExportNote, Holding
    from app.formats.import_notes import Imported
    from app.formats.options import ExportOptions
    from app.model.document import Document
    from app.pages.options import Options

Writer = Callable[[BinaryIO], None]
Held = Literal["pages", "drawing", "project", "tables"]
"""What a file has of a project: a deliverable's pages, one drawing of it, what it holds, or tables."""


class _Copy(BytesIO):
    """What is written, kept under the name of its file."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class _Module(Protocol):
    """A format's module, as far as it concerns `Format`."""

    def write(self, document: "Document", stream: BinaryIO, options: "ExportOptions") -> None: ...

    def read(self, stream: BinaryIO) -> "Imported": ...

    def holding(self, document: "Document", options: "ExportOptions") -> "Holding": ...


@dataclass(frozen=True, slots=True)
class Format:
    """A file format by name. Its module, with the libraries that it needs, is imported at the first use."""

    name: str
    suffix: str
    description: Phrase
    module: str
    holds: Held
    options: str = "app.pages.options.Options"
    """The model of its options, with its module."""
    writes: bool = True
    reads: bool = False

    @property
    def has_pages(self) -> bool:
        """Whether what is exported is drawn, on pages or as one drawing."""
        return self.holds in ("pages", "drawing")

    @property
    def options_type(self) -> "type[Options]":
        module, _, name = self.options.rpartition(".")
        return cast("type[Options]", getattr(import_module(module), name))

    def write(
        self, document: "Document", path: Path, options: "ExportOptions | None" = None, force: bool = False
    ) -> "tuple[ExportNote, ...]":
        """Write a file, and tell what of the document it does not hold, or does not give back as it is.

        Raises FormatError; then no half-written file is left and an old one is untouched.
        """
        from app.formats.options import ExportOptions

        notes: list[ExportNote] = []
        chosen = options or ExportOptions()

        def fill(stream: BinaryIO) -> None:
            if self.holds == "tables":
                notes.extend(self._write_table(document, stream, path.name, chosen))
            else:
                self._load().write(document, stream, chosen)

        write_safely(path, fill, force)
        return tuple(notes)

    def _write_table(
        self, document: "Document", stream: BinaryIO, name: str, options: "ExportOptions"
    ) -> "tuple[ExportNote, ...]":
        """Write what is no more than a part of a document, and read it again before it counts as written."""
        from app.formats.read_again import notes_by_reading

        module, copy = self._load(), _Copy(name)
        module.write(document, copy, options)
        stream.write(copy.getvalue())
        copy.seek(0)
        return notes_by_reading(document, module.holding(document, options), copy, module.read)

    def read(self, path: Path) -> "Imported":
        """What a file holds, and notes on it. Raises FormatError for a file that is missing or broken."""
        try:
            with open_file(path) as stream:
                return self._load().read(stream)
        except FormatError as error:
            raise FormatError(
                phrase("“{name}” cannot be read. {reason}", name=path.name, reason=sentence_of(error))
            ) from error
        except OSError as error:
            raise FormatError(
                phrase("“{path}” cannot be read: {reason}.", path=str(path), reason=reason(error))
            ) from error

    def _load(self) -> _Module:
        return cast("_Module", import_module(self.module))


def write_safely(path: Path, writer: Writer, force: bool = False) -> None:
    """Have `writer` fill a new file, which takes its name only once it is complete and on the disk.

    Raises FormatError where the file exists and is not to be replaced (`force`), or cannot be written.
    """
    path = resolved(path)
    try:
        _refuse(path, force)
        with whole_file(path) as stream:
            writer(stream)
            put_on_disk(stream)
            _refuse(path, force)
    except OSError as error:
        raise FormatError(
            phrase("“{path}” cannot be written: {reason}.", path=str(path), reason=reason(error))
        ) from error


def reason(error: OSError) -> str:
    """Why the system refused: "the disk is full"."""
    return str(why(error))


def _refuse(path: Path, force: bool) -> None:
    if not path.parent.is_dir():
        raise FormatError(
            phrase(
                "There is no folder “{folder}” to write “{name}” into.",
                folder=str(path.parent),
                name=path.name,
            )
        )
    if path.is_symlink():
        raise FormatError(
            phrase("“{path}” is a link that leads to itself, so it cannot be replaced.", path=str(path))
        )
    if path.exists() and not path.is_file():
        raise FormatError(phrase("“{path}” is not a file, so it cannot be replaced.", path=str(path)))
    if path.exists() and not force:
        raise FormatError(
            phrase("“{path}” already exists; choose another name, or let it be replaced.", path=str(path))
        )
