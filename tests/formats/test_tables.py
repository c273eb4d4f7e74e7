"""Tables from elsewhere become maps: each cell where it belongs, and no text lost on the way."""

import random
import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from app.formats import format_of
from app.formats.tables.bringing_in.new_map import project_of
from app.formats.tables.grid import grid_of
from app.formats.tables.grids.text_table import grid_of_text
from app.formats.tables.read_as_map import text_as_maps
from app.formats.tables.reading import TableReading
from app.formats.tables.recognising.recognise import recognised
from app.formats.tables.table_file import readings_of
from app.limits import MOST_TABLE_CELLS
from app.model import invariants
from app.model.document import Document
from app.model.exchange.feelings import Scale, feeling_in
from app.model.records import EmotionPoint, Entry, Note, Persona, Section, Stage
from app.pages.errors import FormatError
from tests.kept_tables import KNOWN, LAID_ASIDE, answer_of, read, table_in, wrong_cells

LEAST_RIGHT = 0.97
ALL = [*KNOWN, *LAID_ASIDE]
WORD = re.compile(r"[^\W\d_]{2,}")
GRID = [
    ["Phase", "Find", "Buy"],
    ["Actions", "Looks", "Pays; leaves"],
    ["Feelings", "2", "-3"],
    ["Pain points", "", "Queue"],
]


def words_of(document: Document) -> set[str]:
    """Every word of a project, in small letters."""
    texts = [str(value) for record in document for value in record.model_dump().values()]
    return {word.casefold() for text in texts for word in WORD.findall(text)}


def said(reading: TableReading) -> str:
    return "\n".join(str(note.words) for note in reading.notes)


@pytest.mark.parametrize("paths", [KNOWN, LAID_ASIDE], ids=["known", "laid aside"])
def test_the_cells_of_real_tables_land_where_they_belong(paths: list[Path]) -> None:
    checked = [wrong_cells(table_in(path)) for path in paths]
    wrong, count = [line for lines, _ in checked for line in lines], sum(count for _, count in checked)
    assert len(wrong) <= (1 - LEAST_RIGHT) * count, "\n".join(wrong)


@pytest.mark.parametrize(
    ("cell", "words"), [("bb😀b", "bb b"), ("Great👍🏽!", "Great!"), ("→ slowly", "slowly"), ("क्‍ष 😀", "क्‍ष")]
)
def test_a_sign_among_words_takes_nothing_of_them(cell: str, words: str) -> None:
    feeling = feeling_in(cell, Scale(0, 10))
    assert (feeling.emotion or feeling.quote) == words


def test_there_are_enough_of_them() -> None:
    languages = {path.name[:2] for path in ALL}
    ways = {table_in(path).answer[0] for path in ALL}
    assert len(ALL) >= 30
    assert len(LAID_ASIDE) >= 10
    assert len(languages) >= 10
    assert ways == {"across", "down"}


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_no_text_of_a_table_is_lost(path: Path) -> None:
    table = table_in(path)
    reading = read(table)
    document = project_of([reading], "")
    assert not list(invariants.faults(document))
    grid = grid_of_text(table.text)
    kept = words_of(document) | {word.casefold() for word in WORD.findall(said(reading))}
    corner = {word.casefold() for word in WORD.findall(" ".join(cell.text for cell in grid.rows[0][:2]))}
    there = {word.casefold() for row in grid.rows for cell in row for word in WORD.findall(cell.text)}
    assert there - kept - corner == set()


CELL = st.text(st.sampled_from("abcü é;,•-–\n1240+/%→😀|\"'"), max_size=14)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=2, max_size=5))
def test_whatever_stands_in_a_table_makes_a_sound_map_with_all_its_words(rows: list[list[str]]) -> None:
    names = ["Actions", "Feelings", "Channels", "Metrics", "Duration"]
    named = [
        ["Stage", "One", "Two", "Three"],
        *([name, *row] for name, row in zip(names, rows, strict=False)),
    ]
    reading = recognised(grid_of(named))
    document = project_of([reading], "")
    assert not list(invariants.faults(document))
    kept = words_of(document) | {word.casefold() for word in WORD.findall(said(reading))}
    assert {word.casefold() for row in rows for cell in row for word in WORD.findall(cell)} - kept == set()


def test_a_map_has_the_ready_sections_of_its_rows() -> None:
    document = project_of([recognised(grid_of(GRID))], "Shop")
    (journey_map,) = document.maps()
    sections = document.sections(journey_map.id)
    assert journey_map.title == "Shop"
    assert [(one.name, one.section_kind, one.colour, one.glyph) for one in sections] == [
        ("Actions", "notes", "yellow", "action"),
        ("Feelings", "emotional-graph", "yellow", ""),
        ("Pain points", "notes", "pink", "pain-point"),
    ]
    assert [(note.text, note.colour) for note in document.all(Note)] == [
        ("Looks", "yellow"),
        ("Pays", "yellow"),
        ("leaves", "yellow"),
        ("Queue", "pink"),
    ]
    assert [point.value for point in document.all(EmotionPoint)] == [2, -3]


def test_personas_channels_durations_and_metrics_are_what_they_are_called() -> None:
    rows = [
        ["", "Ask", "Wait"],
        ["Who", "Ana, Ben", "Ana"],
        ["Channel", "phone → web", "Letter"],
        ["Duration", "10 min", "2 weeks"],
        ["KPI", "62 %", "31/40"],
    ]
    document = project_of([recognised(grid_of(rows))], "")
    assert [persona.name for persona in document.personas()] == ["Ana", "Ben"]
    entries = document.all(Entry)
    assert [entry.channels for entry in entries if entry.channels] == [("phone", "web"), ("Letter",)]
    assert [entry.process for entry in entries if entry.channels] == ["linear", None]
    assert [(entry.value, entry.unit) for entry in entries if entry.value] == [(62, "%"), (31, "/40")]
    assert [stage.duration for stage in document.all(Stage)] == ["10 min", "2 weeks"]
    assert len(document.all(Persona)) == 2


@pytest.mark.parametrize(
    "data",
    [
        "\ufeffPhase;Find;Buy\r\nActions;Löst;Pays".encode(),
        "Phase;Find;Buy\nActions;Löst;Pays".encode("cp1252"),
        "Phase\tFind\tBuy\nActions\tLöst\tPays".encode("utf-16"),
        "Phase,Find,Buy\nActions,Löst,Pays".encode("utf-16-le"),
        'sep=|\nPhase|Find|Buy\n"Actions"|Löst|"Pays"'.encode(),
    ],
)
def test_a_table_is_read_whatever_encodes_it_and_parts_its_cells(data: bytes) -> None:
    (reading,) = readings_of(data, ".csv")
    assert answer_of(reading)[1:] == ["stages: Find | Buy", "Actions [notes yellow]: Löst | Pays"]


def test_what_looks_like_another_table_within_a_cell_makes_none() -> None:
    text = ';Find;Buy\nIdeas;"a\nb|";"c\n-|\nd"\nActions;"x\njourney\nsection y";z'
    (reading,) = readings_of(text.encode(), ".csv")
    assert [stage.name for stage in reading.stages] == ["Find", "Buy"]
    assert answer_of(reading)[2:] == [
        "Ideas [notes green]: a // b| | c // -| // d",
        "Actions [notes yellow]: x // journey // section y | z",
    ]


def test_a_quotation_mark_that_is_never_closed_is_kept_and_told() -> None:
    (reading,) = readings_of(b'Phase,Find,Buy\nActions,"Looks,Pays\nIdeas,a,b', ".csv")
    assert answer_of(reading)[2:] == ['Actions [notes yellow]: "Looks | Pays', "Ideas [notes green]: a | b"]
    assert "row 2: A quotation mark that is never closed was kept as a letter." in said(reading)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Friday"
    sheet.append(["", "Before", None, "After"])
    sheet.append(["", "Find", "Buy", "Use"])
    sheet.append(["Actions", "Looks", "Pays", "'=works"])
    sheet.append(["secret", "x", "y", "z"])
    sheet.append(["Conversion", 1, 0.34, 0.3])
    sheet.merge_cells("B1:C1")
    sheet["B3"].fill = PatternFill("solid", start_color="FFC8E6C9")
    sheet["B3"].comment = Comment("Seen twice", "Ana")
    sheet["C3"].hyperlink = "https://example.org/pay"
    for cell in sheet[5]:
        cell.number_format = "0 %"
    sheet.row_dimensions[4].hidden = True
    book.create_sheet("Hidden").sheet_state = "hidden"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_gives_merged_cells_colours_comments_and_links() -> None:
    (reading,) = readings_of(workbook(), ".xlsx")
    document = project_of([reading], "")
    assert reading.title == "Friday"
    assert [(stage.group, stage.name) for stage in reading.stages] == [
        ("Before", "Find"),
        ("Before", "Buy"),
        ("After", "Use"),
    ]
    first, second, third = document.all(Note)
    assert (first.text, first.colour, first.description) == ("Looks", "green", "Seen twice")
    assert (second.text, second.link) == ("Pays", "https://example.org/pay")
    assert third.text == "=works"
    assert [(entry.value, entry.unit) for entry in document.all(Entry)] == [(100, "%"), (34, "%"), (30, "%")]
    assert "Hidden rows and columns were left out." in said(reading)


def packed(**parts: str) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "/").replace("_", "."), text)
    return stream.getvalue()


def ods(rows: str) -> bytes:
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
    )
    body = f'<table:table table:name="Sheet1">{rows}</table:table>'
    content = f"<office:document-content{names}><office:body>{body}</office:body></office:document-content>"
    return packed(content_xml=content, **{"META-INF__manifest_xml": "<manifest/>"})


def test_an_ods_file_is_read_with_cells_that_repeat_and_span() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell{more}><text:p>{text}</text:p></table:table-cell>"

    rows = (
        f"<table:table-row>{cell('')}{cell('Find')}{cell('Buy')}"
        '<table:table-cell table:number-columns-repeated="16381"/></table:table-row>'
        f"<table:table-row>{cell('Actions')}"
        f"{cell('Looks', ' table:number-columns-repeated=' + chr(34) + '2' + chr(34))}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
    )
    (reading,) = readings_of(ods(rows), ".ods")
    assert answer_of(reading)[1:] == ["stages: Find | Buy", "Actions [notes yellow]: Looks | Looks"]
    assert reading.title == ""


@pytest.mark.parametrize(
    ("suffix", "made", "why"),
    [
        (".xlsx", lambda: b"%PDF-1.7 of a poster", "It is no spreadsheet"),
        (".csv", lambda: b"%PDF-1.7 of a poster", "It is no text"),
        (".xlsx", lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "protected by a password"),
        (
            ".ods",
            lambda: packed(**{"META-INF__manifest_xml": "<encryption-data/>"}),
            "protected by a password",
        ),
        (".xlsx", lambda: packed(xl__workbook_xml="0" * 61_000_000), "unpacks to more than 60 MB"),
        (".csv", lambda: b"Actions,1,2\n" * 8_000, "more than 20,000 cells"),
        (".csv", lambda: b"one", "There is no table in it"),
    ],
)
def test_what_cannot_be_a_map_is_refused_in_a_sentence(
    suffix: str, made: Callable[[], bytes], why: str, tmp_path: Path
) -> None:
    path = tmp_path / f"table{suffix}"
    path.write_bytes(made())
    with pytest.raises(FormatError, match=why):
        format_of(path).read(path)


HOSTILE = {
    "marks": "| a | b |\n|---|---|\n" + f"| {'**a' * 60} | {'`a _b ~~c [' * 30} |\n" * 2_000,
    "rules": ("a|b\n" + " " * 1_900 + "-|x\n") * 500,
    "headings": ("# " * 900 + "x\n") * 500 + "| a | b |\n|---|---|\n| x | y |\n",
    "lines": "Lorem ipsum\n" * 80_000 + "| a | b |\n|---|---|\n| x | y |\n",
}


@pytest.mark.slow("reads a megabyte of Markdown each")
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_takes_no_longer_than_any_other(kind: str) -> None:
    begun = process_time()
    text_as_maps(HOSTILE[kind])
    assert process_time() - begun < 10 * seconds_for_a_usual_text() + 1


@cache
def seconds_for_a_usual_text() -> float:
    usual = "| a | b |\n|---|---|\n" + "| Looks for the door | Reads the menu |\n" * 9_000
    begun = process_time()
    text_as_maps(usual)
    return process_time() - begun


def test_more_tables_than_become_maps_are_refused() -> None:
    with pytest.raises(FormatError, match="more than 200 tables"):
        text_as_maps("| a | b |\n|---|---|\n| x | y |\n\n" * 201)


def test_twenty_thousand_cells_are_recognised() -> None:
    chosen = random.Random(1)
    rows = [["Stage", "Actions", "Feelings", "Ideas"]]
    while len(rows) * 4 < MOST_TABLE_CELLS:
        rows.append([f"Stage {len(rows)}", "walks; runs", str(chosen.randint(-5, 5)), "a lamp"])
    reading = recognised(grid_of(rows))
    assert reading.stages_go_down
    assert len(reading.stages) == len(rows) - 1
    assert [section.section_kind for section in reading.sections] == ["notes", "emotional-graph", "notes"]


def test_a_row_without_a_name_goes_on_where_the_one_above_ended() -> None:
    reading = recognised(
        grid_of([["", "A", "B"], ["Actions", "one", "two"], ["", "three", ""], ["Ideas", "x", "y"]])
    )
    assert answer_of(reading)[2:] == [
        "Actions [notes yellow]: one // three | two",
        "Ideas [notes green]: x | y",
    ]


def test_a_dividing_line_is_one_of_a_blueprint() -> None:
    document = project_of(
        [recognised(grid_of([["", "A"], ["Actions", "x"], ["— Line of visibility —", "—"]]))], ""
    )
    assert [section.line for section in document.all(Section)] == [None, "visibility"]


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_workbook_is_read_or_refused_in_a_sentence(seed: int) -> None:
    chosen = random.Random(seed)
    data = bytearray(workbook())
    for _ in range(chosen.randint(1, 8)):
        data[chosen.randrange(len(data))] = chosen.randrange(256)
    with suppress(FormatError):
        readings_of(bytes(data), chosen.choice([".xlsx", ".ods"]))


def far_corner() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "near", "far"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


REPEATED = 'table:number-rows-repeated="1000000"'
ROW = f"<table:table-row {REPEATED}><table:table-cell>{{}}</table:table-cell></table:table-row>"


@pytest.mark.parametrize(
    ("suffix", "made"),
    [
        (".xlsx", far_corner),
        (".ods", lambda: ods(ROW.format("<text:p>x</text:p>"))),
        (".ods", lambda: ods(ROW.format("") * 3_000)),
    ],
)
def test_a_sheet_that_would_be_endless_is_refused(suffix: str, made: Callable[[], bytes]) -> None:
    with pytest.raises(FormatError, match="more than 20,000 cells"):
        readings_of(made(), suffix)
