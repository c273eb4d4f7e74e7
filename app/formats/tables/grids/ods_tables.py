"""The sheets of an ODS file as grids: merged cells, grounds, comments and links."""

import re
from collections.abc import Iterator
from itertools import islice
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from app.formats.import_notes import ImportNote
from app.formats.tables.grid import Cell, Grid, Number, grid_of, refuse_more
from app.formats.tables.grids.own_lists import is_own_list
from app.formats.tables.grids.packed import protected, told_of_damage, unpacked
from app.formats.tables.grids.packed_parts import require_modest
from app.language.phrases import phrase
from app.limits import MOST_TABLE_CELLS
from app.model.colours import read_colour
from app.model.exchange.guarding import unguarded

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_TABLE, _TEXT, _OFFICE = f"{{{_OASIS}:table:1.0}}", f"{{{_OASIS}:text:1.0}}", f"{{{_OASIS}:office:1.0}}"
_STYLE, _FO = f"{{{_OASIS}:style:1.0}}", f"{{{_OASIS}:xsl-fo-compatible:1.0}}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_HIDDEN = ("collapse", "filter")
_NUMBERS = ("float", "percentage", "currency")
_PLAIN_NUMBER = re.compile(r"-?\d{1,20}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?")
_DIGITS = re.compile(r"[-−+]?\d[\d.,’'\u00a0\u202f]*")
_MOST_ROWS = 2_000_000
"""Rows of a sheet that are looked at, most of them empty."""
_KEPT_REPEATS = 1_000
"""Times that an empty cell or row is repeated; what goes to a sheet's end says a million."""


def grids_of_ods(data: bytes) -> list[Grid]:
    """A grid for each sheet that holds something. Raises FormatError."""
    with unpacked(data) as packed, told_of_damage():
        require_modest(packed)
        if b"encryption-data" in _part(packed, "META-INF/manifest.xml"):
            raise protected()
        root = fromstring(_part(packed, "content.xml"))
    grounds = dict(_grounds(root))
    hidden = set(_hidden_styles(root))
    grids = (
        _grid(sheet, grounds)
        for sheet in root.iter(f"{_TABLE}table")
        if sheet.get(f"{_TABLE}style-name") not in hidden
    )
    return [grid for grid in grids if grid.rows and not is_own_list(cell.text for cell in grid.rows[0])]


def _part(packed: ZipFile, name: str) -> bytes:
    with packed.open(name) as stream:
        return stream.read()


def _grounds(root: Element) -> Iterator[tuple[str, str]]:
    for style in root.iter(f"{_STYLE}style"):
        for properties in style.iter(f"{_STYLE}table-cell-properties"):
            if ground := read_colour(properties.get(f"{_FO}background-color", "")):
                yield style.get(f"{_STYLE}name", ""), ground


def _hidden_styles(root: Element) -> Iterator[str]:
    """The styles of sheets that nobody sees."""
    for style in root.iter(f"{_STYLE}style"):
        for properties in style.iter(f"{_STYLE}table-properties"):
            if properties.get(f"{_TABLE}display") == "false":
                yield style.get(f"{_STYLE}name", "")


def _grid(sheet: Element, grounds: dict[str, str]) -> Grid:
    rows: list[list[Cell]] = []
    cells, has_hidden = 0, False
    for row in sheet.iter(f"{_TABLE}table-row"):
        repeats = _number(row, "number-rows-repeated")
        if row.get(f"{_TABLE}visibility") in _HIDDEN:
            has_hidden = True
            rows += [[] for _ in range(min(repeats, _KEPT_REPEATS))]
            refuse_more(len(rows) if len(rows) > _MOST_ROWS else 0)
            continue
        read = _without_end(list(islice(_cells(row, grounds), MOST_TABLE_CELLS + 1)))
        filled = sum(not cell.is_empty for cell in read)
        times = repeats if filled else min(repeats, _KEPT_REPEATS)
        cells += filled * times
        refuse_more(max(cells, len(read)))
        rows += [read for _ in range(times)]
        refuse_more(len(rows) if len(rows) > _MOST_ROWS else 0)
    notes = [ImportNote("left out", phrase("Hidden rows and columns were left out."))] if has_hidden else []
    return grid_of(rows, sheet.get(f"{_TABLE}name", ""), notes)


def _without_end(cells: list[Cell]) -> list[Cell]:
    """The cells up to the last that holds something."""
    filled = [at for at, cell in enumerate(cells) if not cell.is_empty]
    return cells[: filled[-1] + 1] if filled else []


def _cells(row: Element, grounds: dict[str, str]) -> Iterator[Cell]:
    for element in row:
        if element.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        repeats = _number(element, "number-columns-repeated")
        is_covered = element.tag == f"{_TABLE}covered-table-cell"
        cell = Cell() if is_covered else _cell(element, grounds)
        yield from [cell] * min(repeats, MOST_TABLE_CELLS if not cell.is_empty else _KEPT_REPEATS)


def _cell(element: Element, grounds: dict[str, str]) -> Cell:
    text = "\n".join("".join(_words(line)) for line in element.findall(f"{_TEXT}p"))
    note = "\n".join("".join(line.itertext()) for line in element.iterfind(f"{_OFFICE}annotation/{_TEXT}p"))
    link = next((one.get(_LINK, "") for one in element.iterfind(f"{_TEXT}p/{_TEXT}a")), "")
    ground = grounds.get(element.get(f"{_TABLE}style-name", ""), "")
    across, down = _number(element, "number-columns-spanned"), _number(element, "number-rows-spanned")
    return Cell(unguarded(text), across, down, ground, note, link, number=_number_in(element, text))


def _number_in(element: Element, text: str) -> Number | None:
    """The number that a cell has, of a share its percent, and what its text shows around it."""
    kind, value = element.get(f"{_OFFICE}value-type", ""), element.get(f"{_OFFICE}value", "")
    shown = _DIGITS.search(text) if kind in _NUMBERS and _PLAIN_NUMBER.fullmatch(value) else None
    if shown is None:
        return None
    number = round(float(value) * 100, 10) if kind == "percentage" else float(value)
    return Number(number, text[: shown.start()], text[shown.end() :])


def _words(line: Element) -> Iterator[str]:
    yield line.text or ""
    for inner in line:
        if inner.tag == f"{_TEXT}s":
            yield " "
        elif inner.tag == f"{_TEXT}line-break":
            yield "\n"
        else:
            yield from _words(inner)
        yield inner.tail or ""


def _number(element: Element, name: str) -> int:
    text = element.get(f"{_TABLE}{name}", "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 9 else 1
