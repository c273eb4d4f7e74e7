"""A format that nobody needs, to see what one file and one line come to: names of maps, one a line."""

from typing import Annotated, BinaryIO

from app.formats.format import Format
from app.formats.options import ExportOptions
from app.model.document import Document
from app.pages.errors import FormatError
from app.pages.options import Choice, Options, Setting

TOY = Format(
    "Toy",
    ".toy",
    "Titles as toy",
    "tests.formats.toy",
    "project",
    "tests.formats.toy.ToyOptions",
)


class ToyOptions(Options):
    times: Annotated[int, Setting("toys", "Times", "How often", "--times", "how often", least=1, most=9)] = 1
    case: Annotated[
        str,
        Setting("toys", "Case", choices=(
            Choice("as it is", "As it is"), Choice("upper", "Upper case", "--upper", "in upper case"),
        )),
    ] = "as it is"  # fmt: skip


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    own = options.own(ToyOptions)
    for journey_map in document.maps() * own.times:
        title = journey_map.title.upper() if own.case == "upper" else journey_map.title
        stream.write(f"{title}\n".encode())
    if own.times == 9:
        raise FormatError("Nine times is too often.")
