"""A table brought onto a map that has its stages and sections goes where they are, and nothing is shifted."""

from time import process_time

import pytest

from app.formats.tables.bringing_in.new_map import into_empty_map
from app.formats.tables.bringing_in.onto_map import Placing, by_place, onto_map
from app.formats.tables.grid import grid_of
from app.formats.tables.lists.board import board_read
from app.formats.tables.recognising.recognise import recognised
from app.formats.tables.table_file import readings_of
from app.model import invariants
from app.model.document import Document
from app.model.records import EmotionPoint, Entry, Note, Stage
from app.model.verbs.maps import new_project
from tests.maps import notes_by_name

MAP = [
    ["Stage", "1. Find", "2. Buy", "3. Use"],
    ["Actions", "Looks", "Pays", ""],
    ["Feelings", "2", "-3", ""],
    ["Channels", "web", "shop", ""],
    ["Pain points", "", "Queue", ""],
    ["KPI", "62 %", "31 %", ""],
    ["Time", "1 h", "", ""],
]


@pytest.fixture
def document() -> Document:
    document = new_project()
    document.apply(into_empty_map(document, document.maps()[0].id, recognised(grid_of(MAP))))
    return document


def brought(document: Document, rows: list[list[str]]) -> Placing:
    placing = onto_map(document, document.maps()[0].id, recognised(grid_of(rows)))
    document.apply(placing.change)
    assert not list(invariants.faults(document))
    return placing


def test_cells_go_where_their_names_are_and_rows_that_the_table_lacks_stay(document: Document) -> None:
    brought(
        document, [["", "Use", "find"], ["Pains", "Hot handle", "Ads"], ["actions", "Cooks", "Looks; asks"]]
    )
    assert notes_by_name(document) == {
        ("Actions", "1. Find"): ["Looks", "asks"],
        ("Actions", "2. Buy"): ["Pays"],
        ("Actions", "3. Use"): ["Cooks"],
        ("Pain points", "1. Find"): ["Ads"],
        ("Pain points", "2. Buy"): ["Queue"],
        ("Pain points", "3. Use"): ["Hot handle"],
    }


def test_points_metrics_and_durations_are_replaced_and_old_and_new_told(document: Document) -> None:
    rows = [["", "Find", "Use"], ["Feelings", "-4", "3"], ["KPI", "70 %", "5 %"], ["Time", "2 h", "3 days"]]
    placing = brought(document, rows)
    assert sorted(point.value for point in document.all(EmotionPoint)) == [-4, -3, 3]
    assert sorted(entry.value for entry in document.all(Entry) if entry.value) == [5, 31, 70]
    assert [stage.duration for stage in document.all(Stage)] == ["2 h", "", "3 days"]
    said = [str(note.words) for note in placing.notes]
    assert "“Feelings, 1. Find”: 2 becomes −4." in said
    assert "“KPI, 1. Find”: 62 becomes 70." in said
    assert "1. Find: 1 h becomes 2 h." in said or "“1. Find”: 1 h becomes 2 h." in said


def test_what_fits_nowhere_is_told(document: Document) -> None:
    placing = brought(
        document, [["", "Find", "Return"], ["Actions", "Asks", "Packs"], ["Owner", "Ana", "Ben"]]
    )
    said = [str(note.words) for note in placing.notes if note.kind == "left out"]
    assert said == [
        "The map has no stage “Return”, so nothing is put there.",
        "The map has no section “Owner”, so 2 cells have no place.",
    ]
    assert not any(note.text in ("Packs", "Ana") for note in document.all(Note))


def test_the_same_table_again_changes_nothing(document: Document) -> None:
    before = document.copy()
    brought(document, MAP)
    assert document == before


def test_a_table_without_names_as_large_as_the_map_goes_by_place(document: Document) -> None:
    rows = [
        ["Asks", "Runs", "Cooks"],
        ["1", "", "4"],
        ["phone", "", "kitchen"],
        ["Noise", "", ""],
        ["", "", "3 %"],
    ]
    placing = by_place(document, document.maps()[0].id, grid_of(rows))
    assert placing is not None
    document.apply(placing.change)
    assert notes_by_name(document)["Actions", "3. Use"] == ["Cooks"]
    assert notes_by_name(document)["Pain points", "1. Find"] == ["Noise"]
    assert sorted(point.value for point in document.all(EmotionPoint)) == [-5, -3, 2.5]
    assert ("kitchen",) in [entry.channels for entry in document.all(Entry)]
    assert by_place(document, document.maps()[0].id, grid_of(rows[1:])) is None


@pytest.mark.parametrize(
    ("file", "values"),
    [
        ("Phase;Finden;Kaufen\nAktionen;Schaut;Zahlt\nKennzahlen;1.200 Besuche;0,8 %\n", [1200, 0.8]),
        ("Etapa;Buscar;Pagar\nAcciones;Mira;Paga\nMétricas;1.200 visitas;0,8 %\n", [1200, 0.8]),
        ("Phase;Find;Buy\nActions;Looks;Pays\nMetrics;1.200 visits;0.8 %\n", [1.2, 0.8]),
        ("Phase,Finden,Kaufen\nAktionen,Schaut,Zahlt\nKennzahlen,1.200 Besuche,0.8 %\n", [1.2, 0.8]),
    ],
    ids=["German", "Spanish", "English", "with commas"],
)
def test_numbers_are_read_as_the_language_of_a_file_with_semicolons_writes_them(
    file: str, values: list[float]
) -> None:
    (reading,) = readings_of(file.encode(), ".csv")
    held = [fields for section in reading.sections for cell in section.cells for fields in cell]
    assert [fields["value"] for fields in held if "value" in fields] == values


def seconds_for_board(width: int) -> float:
    """Of the processor, for a board of so many stickies across and down."""
    rows = [[f"words {x} {y}", str(x * 300), str(y * 300)] for y in range(width) for x in range(width)]
    grid = grid_of([["Text", "Position X", "Position Y"], *rows])
    begun = process_time()
    reading = board_read(grid, {"text": 0, "x": 1, "y": 2}, {})
    spent = process_time() - begun
    assert (len(reading.stages), len(reading.sections)) == (width, width - 1)
    return spent


@pytest.mark.slow("reads boards of thousands of stickies, some times")
def test_four_times_as_many_stickies_take_about_four_times_as_long() -> None:
    assert min(seconds_for_board(70) for _ in range(2)) < 12 * min(seconds_for_board(35) for _ in range(3))
