"""Tables that nobody means well with: each is read or refused in a moment, whatever it says of itself."""

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from app.formats.tables.grids.own_lists import ACTION_ID, KEPT
from app.formats.tables.lists.mermaid_journey import journeys_in
from app.formats.tables.lists.persona_lists import personas_in_text
from app.formats.tables.read_as_map import text_as_maps
from app.formats.tables.recognising.note_colours import note_colour_of
from app.formats.tables.table_file import readings_of
from app.formats.xlsx.register_file import register_in
from app.limits import LONGEST_TEXT, MOST_ELEMENTS, MOST_PARTS
from app.pages.errors import FormatError

SECONDS = 2.0
SHEET, BOOK, LINKS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
END = b"</worksheet>"


def workbook(part: str = SHEET, old: bytes = b"", new: bytes = b"") -> bytes:
    """A small table, in one part of which something is replaced."""
    book, made, changed = openpyxl.Workbook(), BytesIO(), BytesIO()
    for row in (["Phase", "Find", "Buy"], ["Actions", "Looks", "Pays"]):
        book["Sheet"].append(row)
    book.save(made)
    with ZipFile(made) as source, ZipFile(changed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old in content
                content = content.replace(old, new)
            target.writestr(name, content)
    return changed.getvalue()


def spreadsheet(content: str) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as target:
        target.writestr("META-INF/manifest.xml", "<manifest/>")
        target.writestr("content.xml", content)
    return packed.getvalue()


def merged(cells: bytes) -> bytes:
    return workbook(
        old=b"</sheetData>", new=b'</sheetData><mergeCells><mergeCell ref="%b"/></mergeCells>' % cells
    )


def linked(cells: bytes) -> bytes:
    return workbook(
        old=b"</sheetData>", new=b'</sheetData><hyperlinks><hyperlink ref="%b"/></hyperlinks>' % cells
    )


TOO_MUCH: dict[str, tuple[str, Callable[[], bytes]]] = {
    "merged cells": (".xlsx", lambda: merged(b"A1:XFD1048576")),
    "merged cells of another sheet": (".xlsx", lambda: merged(b"Sheet!A1:XFD1048576")),
    "a link in all cells": (".xlsx", lambda: linked(b"A1:XFD1048576")),
    "a link in all columns": (".xlsx", lambda: linked(b"A:XFD")),
    "a sheet named twice": (
        ".xlsx",
        lambda: workbook(
            BOOK,
            b"</sheets>",
            b'<sheet name="b" sheetId="1" xmlns:r="%b" r:id="rId1"/></sheets>'
            % b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        ),
    ),
    "a part that is two sheets": (
        ".xlsx",
        lambda: workbook(
            LINKS,
            b"</Relationships>",
            b'<Relationship Type="a/worksheet" Target="./worksheets/sheet1.xml" Id="rId9"/></Relationships>',
        ),
    ),
    "rows": (
        ".xlsx",
        lambda: workbook(old=b"</sheetData>", new=b'<row ht="3"/>' * (MOST_ELEMENTS + 1) + b"</sheetData>"),
    ),
    "a document type": (
        ".xlsx",
        lambda: workbook("xl/styles.xml", b"<styleSheet", b"<!DOCTYPE a><styleSheet"),
    ),
    "elements": (".ods", lambda: spreadsheet(f"<a>{'<b/>' * (MOST_ELEMENTS + 1)}</a>")),
    "elements within elements": (".ods", lambda: spreadsheet("<a>" * 100_000)),
    "what is declared": (".ods", lambda: spreadsheet('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
}


@pytest.mark.slow("some tell of nearly a million elements")
@pytest.mark.parametrize("what", TOO_MUCH)
def test_a_spreadsheet_that_tells_of_too_much_is_refused_before_it_is_read(what: str) -> None:
    suffix, made = TOO_MUCH[what]
    data = made()
    begun = process_time()
    with pytest.raises(FormatError, match="more in it than a spreadsheet needs"):
        readings_of(data, suffix)
    assert process_time() - begun < SECONDS


def test_merged_cells_of_a_header_are_read() -> None:
    (reading,) = readings_of(merged(b"A4:C4"), ".xlsx")
    assert [stage.name for stage in reading.stages] == ["Find", "Buy"]


def test_a_register_whose_sheets_have_a_cell_in_the_farthest_corner_is_looked_for_no_further() -> None:
    book, saved = openpyxl.Workbook(), BytesIO()
    sheet = book["Sheet"]
    sheet["A1"], sheet["B1"], sheet["XFD1048576"] = KEPT, ACTION_ID, "!"
    book.save(saved)
    begun = process_time()
    assert register_in(saved.getvalue()) is None
    assert process_time() - begun < SECONDS


SLOW_TEXTS = {
    "a task that never ends": "journey\n" + f"a{' ' * (LONGEST_TEXT - 2)}b\n" * 20,
    "lists in lists": '{"type": "excalidraw", "elements": [' + "{}," * MOST_PARTS + "{}]}",
    "links": "| a | b |\n|---|---|\n| x | " + "[a](b" * 3_900 + " |\n",
}


@pytest.mark.parametrize("what", SLOW_TEXTS)
def test_a_text_takes_no_longer_than_any_other_of_its_length(what: str) -> None:
    begun = process_time()
    with suppress(FormatError):
        text_as_maps(SLOW_TEXTS[what])
    assert process_time() - begun < SECONDS


def test_empty_lines_are_no_personas_and_looked_at_once() -> None:
    begun = process_time()
    assert personas_in_text("\n" * 59_000 + "Name: Ada") is None
    assert process_time() - begun < SECONDS


@pytest.mark.parametrize("ground", ["#zzzzzz", "#+1+1+1", "#12345", "#１２３４５６"])
def test_a_sticky_whose_ground_is_no_colour_has_none(ground: str) -> None:
    assert note_colour_of(ground) is None


@pytest.mark.parametrize(
    ("line", "score", "actors"),
    [
        ("Sit down: 3: Ada, Ben", 3, "Ada"),
        ("At 12: noon: 4", 4, ""),
        ("Ask: 2 : 5 : Ada", 5, "Ada"),
        ("Odd: 3: 4", 3, "4"),
        ("Pay : 1 :", 1, ""),
    ],
)
def test_a_task_ends_where_its_score_begins(line: str, score: float, actors: str) -> None:
    [reading], _ = journeys_in(f"journey\nsection A\n{line}")
    assert not any("has no score" in str(note.words) for note in reading.notes)
    assert ("personas" in [section.meaning for section in reading.sections]) == bool(actors)


def test_a_workbook_whose_cells_have_a_ground_that_is_not_there_is_refused_in_a_sentence() -> None:
    data = workbook("xl/styles.xml", b'fillId="0"', b'fillId="99"')
    with pytest.raises(FormatError, match="or it is damaged"):
        readings_of(data, ".xlsx")
