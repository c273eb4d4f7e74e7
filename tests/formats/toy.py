"""A format that nobody needs, to see what one file and one line come to: names of maps, one a line."""

from typing import Annotated, BinaryIO

from pydantic import Field

from app.formats.format import Format
from app.formats.import_notes import Imported, ImportNote
from app.formats.options import ExportOptions
from app.language.phrases import phrase
from app.model.document import Document
from app.model.verbs.maps import add_map, new_project
from app.pages.errors import FormatError
from app.pages.options import Choice, Options, Setting

_TOYS = phrase("toys")
TOY = Format(
    "Toy",
    ".toy",
    phrase("Titles as toy"),
    "tests.formats.toy",
    "project",
    "tests.formats.toy.ToyOptions",
    reads=True,
)


class ToyOptions(Options):
    times: Annotated[
        int,
        Setting(_TOYS, phrase("Times"), phrase("How often"), "--times", phrase("how often")),
        Field(ge=1, le=9),
    ] = 1
    case: Annotated[
        str,
        Setting(_TOYS, phrase("Case"), choices=(
            Choice("as it is", phrase("As it is")),
            Choice("upper", phrase("Upper case"), "--upper", phrase("in upper case")),
        )),
    ] = "as it is"  # fmt: skip


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    own = options.own(ToyOptions)
    for journey_map in document.maps() * own.times:
        title = journey_map.title.upper() if own.case == "upper" else journey_map.title
        stream.write(f"{title}\n".encode())
    if own.times == 9:
        raise FormatError(phrase("Nine times is too often."))


def read(stream: BinaryIO) -> Imported:
    """A map for each title. An empty line is left out, and “?” is guessed to be a map without one."""
    lines = stream.read().decode().splitlines()
    document = new_project("")
    notes: list[ImportNote] = []
    for number, line in enumerate(lines, 1):
        place = phrase("line {number}", number=number)
        if line == "?":
            notes.append(ImportNote("guessed", phrase("“?” was taken for a map without a title."), place))
        elif not line:
            notes.append(ImportNote("left out", phrase("An empty line is no map."), place))
        if line:
            document.apply(add_map(document, line.removeprefix("?")))
    return Imported(document, tuple(notes))
