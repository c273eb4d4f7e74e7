"""Several tables in one text or file: each a map, and what stands around them told."""

from io import BytesIO

import openpyxl
import pytest

from app.formats.tables.bringing_in.new_map import project_of
from app.formats.tables.read_as_map import text_as_maps
from app.formats.tables.reading import TableReading
from app.formats.tables.table_file import readings_of
from app.model.records import Entry, Note

ROWS = [["Stage", "Find", "Buy"], ["Actions", "Looks", "Pays"], ["Ideas", "A lamp", "A chair"]]


def in_markdown(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join((lines[0], "|---" * len(rows[0]) + "|", *lines[1:]))


def in_html(rows: list[list[str]]) -> str:
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{lines}</table>"


def in_csv(rows: list[list[str]]) -> str:
    return "".join(",".join(row) + "\n" for row in rows)


def told(readings: list[TableReading]) -> list[str]:
    return [str(note.words) for reading in readings for note in reading.notes]


REST = "“That is all.” stands outside the table."


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (f"## Today\n\n{in_markdown(ROWS)}\n\n## Soon\n\n{in_markdown(ROWS)}\n\nThat is all.", [REST]),
        (f"<h2>Today</h2>{in_html(ROWS)}<h2>Soon</h2>{in_html(ROWS)}<p>That is all.</p>", [REST]),
        (f"Today\n{in_csv(ROWS)}\nSoon\n{in_csv(ROWS)}", []),
    ],
    ids=["markdown", "html", "commas"],
)
def test_each_of_several_tables_is_a_map_called_as_what_stands_over_it(text: str, rest: list[str]) -> None:
    readings = text_as_maps(text)
    assert [reading.title for reading in readings] == ["Today", "Soon"]
    assert [[stage.name for stage in reading.stages] for reading in readings] == [["Find", "Buy"]] * 2
    assert [len(reading.sections) for reading in readings] == [2, 2]
    assert [note.rpartition(": ")[2] for note in told(readings)] == rest


def test_tables_on_one_sheet_are_parted_by_the_lines_that_begin_with_stage() -> None:
    book = openpyxl.Workbook()
    for row in (*ROWS, [], *ROWS):
        book.active.append(row)
    stream = BytesIO()
    book.save(stream)
    readings = readings_of(stream.getvalue(), ".xlsx")
    assert [[section.name for section in one.sections] for one in readings] == [["Actions", "Ideas"]] * 2


def test_journeys_stand_beside_tables_and_nothing_around_them_is_lost() -> None:
    text = (
        "Here it is:\n\n```mermaid\n---\ntitle: Dinner\n---\n"
        "journey\n    section Find\n      Looks: 3\n```\n\n"
        "```mermaid\njourney\n    title Lunch\n    section Buy\n      Pays: 2\n```\n\nAnd as a table:\n\n"
        + in_markdown(ROWS)
    )
    readings = text_as_maps(text)
    assert [reading.title for reading in readings] == ["Dinner", "Lunch", ""]
    texts = [note.text for note in project_of(readings, "Meals").all(Note)]
    assert texts == ["Looks", "Pays", "Looks", "Pays", "A lamp", "A chair"]
    assert told(readings) == [
        "line 1: “Here it is:” stands outside the table.",
        "line 19: “And as a table:” stands outside the table.",
    ]


def test_a_table_that_is_no_map_is_told_and_not_lost() -> None:
    readings = text_as_maps(f"{in_html([['Only one cell']])}{in_html(ROWS)}")
    assert len(readings) == 1
    assert told(readings) == ["A table is no map and was left out: “Only one cell”."]


@pytest.mark.slow("reads twenty thousand cells")
def test_a_page_with_a_table_of_twenty_thousand_cells_is_read() -> None:
    rows = [[f"{row} {column}" for column in range(100)] for row in range(200)]
    (reading,) = text_as_maps(in_html(rows))
    assert (len(reading.stages), len(reading.sections)) == (99, 199)


@pytest.mark.parametrize(
    ("value", "shown_as", "held"),
    [
        (3.14159, '0.0" min"', (3.14159, "min")),
        (1234567, "#,##0 [$€-407]", (1234567, "€")),
        (0.123, "0%", (12.3, "%")),
        (31, '"NPS "0', (31, "NPS")),
        (12, '"Wait: "0" minutes each";"Wait: "-0" minutes each"', (12, "minutes each")),
        (7, "General", (7, "")),
    ],
)
def test_a_number_in_a_workbook_keeps_its_value_and_has_the_unit_that_its_cell_shows(
    value: float, shown_as: str, held: tuple[float, str]
) -> None:
    book = openpyxl.Workbook()
    book.active.append(["", "Find", "Buy"])
    book.active.append(["Metrics", value, value])
    for cell in book.active[2]:
        cell.number_format = shown_as
    stream = BytesIO()
    book.save(stream)
    document = project_of(readings_of(stream.getvalue(), ".xlsx"), "")
    assert [(entry.value, entry.unit) for entry in document.all(Entry)] == [held, held]
