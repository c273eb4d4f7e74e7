"""Looks through the XML of a packed file before a library reads it, which believes all that is told there.

A merged range of every cell of a sheet takes a few letters and becomes gigabytes, and so do a sheet that is
named a thousand times, and elements without end.
"""

from collections.abc import Mapping
from posixpath import basename
from typing import IO
from xml.parsers import expat
from zipfile import ZipFile

from app.language.phrases import phrase
from app.limits import DEEPEST_XML, MOST_ELEMENTS, MOST_LOOKED_AT_CELLS
from app.pages.errors import FormatError

_AT_ONCE = 1_000_000
_SPREADING = ("mergeCell", "hyperlink")
"""Elements for which the library makes every cell of a range."""


def require_modest(packed: ZipFile) -> None:
    """Raises FormatError; what a library raises where a part cannot be unpacked."""
    told = _Told()
    for name in packed.namelist():
        with packed.open(name) as part:
            told.look_through(part)


class _Told:
    """What all parts tell of, added up."""

    def __init__(self) -> None:
        self._elements = 0
        self._cells = 0
        self._depth = 0
        self._sheets = set[str]()

    def look_through(self, part: IO[bytes]) -> None:
        """Up to its end, or to where it is no XML: further no library comes either."""
        self._depth = 0
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.StartDoctypeDeclHandler = _refuse
        try:
            while data := part.read(_AT_ONCE):
                parser.Parse(data)
        except expat.ExpatError:
            pass

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        kind = name.rpartition(":")[2]
        self._depth += 1
        self._elements += 1
        if kind in _SPREADING:
            self._cells += _cells_in(attributes.get("ref", ""))
        elif kind == "sheet":
            self._name("sheet", *(value for key, value in attributes.items() if key.endswith(":id")))
        elif kind == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            self._name("part", basename(attributes.get("Target", "")))
        if self._elements > MOST_ELEMENTS or self._depth > DEEPEST_XML or self._cells > MOST_LOOKED_AT_CELLS:
            _refuse()

    def _end(self, _: str) -> None:
        self._depth -= 1

    def _name(self, *names: str) -> None:
        """Take note of a sheet. Each is named once: the library reads it as often as it is named."""
        name = "\n".join(names)
        if name in self._sheets:
            _refuse()
        self._sheets.add(name)


def _refuse(*_: object) -> None:
    raise FormatError(
        phrase("There is more in it than a spreadsheet needs. Save the sheet with the table alone, as .csv.")
    )


def _cells_in(reference: str) -> int:
    """How many cells the library makes for a range; none where that is no range to it."""
    from openpyxl.worksheet.cell_range import CellRange

    try:
        size = CellRange(reference).size
    except ValueError:
        return 0
    except TypeError:
        return MOST_LOOKED_AT_CELLS + 1  # Whole columns, or rows.
    return int(size["columns"] * size["rows"])
