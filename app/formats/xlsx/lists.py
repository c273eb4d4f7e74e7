"""Lists of a workbook, a record a row: all notes, points and personas with every field that they have."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from app.drawing.theme import HAIRLINE, NOTE_FILLS, SECONDARY, hexadecimal
from app.formats.tables.grids.own_lists import ID
from app.formats.xlsx.book import Book, put_headers, set_print_up
from app.formats.xlsx.curve_chart import Curves, PointRow
from app.formats.xlsx.row_heights import row_height
from app.language.phrases import tr
from app.language.words import capitalised
from app.model.document import Document
from app.model.field_words import field_name
from app.model.nouns import title, word
from app.model.records import Fact, JourneyMap, Note, Persona, Picture, Section, Stage, Trait
from app.model.text import one_line

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

R = TypeVar("R")
_PLACES = ("id", "position", "section", "stage")
"""Fields of a note that say where it stands, which a list says in words."""
_WIDE, _USUAL = 48, 16
"""Letters."""
_PIXELS = 7.4
"""Of a letter of a column's width."""
_IN_LISTS = {
    "text_wrap": True,
    "indent": 1,
    "valign": "vcenter",
    "bottom": 1,
    "bottom_color": hexadecimal(HAIRLINE),
}
_LONG = (
    "text",
    "description",
    "quote",
    "background",
    "goals",
    "frustrations",
    "needs",
    "motivations",
    "facts",
)


class Column(NamedTuple):
    """A heading, what stands in a row, and how wide it is in letters."""

    heading: str
    value: Callable[[object], object]
    width: float = _USUAL


def add_notes(book: Book, document: Document, maps: Sequence[JourneyMap]) -> None:
    """All notes of some maps, with every field and their ids."""
    columns = [
        *_places_of_notes(document),
        *(_column(document, field) for field in Note.model_fields if field not in _PLACES),
        Column(ID, lambda note: note.id),  # type: ignore[attr-defined]
    ]
    notes = [
        note
        for each in maps
        for section in document.sections(each.id)
        for stage in document.stages(each.id)
        for note in document.notes(section.id, stage.id)
    ]
    sheet = book.sheet(tr("Notes"))
    _fill(book, sheet, columns, notes)
    text = next(at for at, column in enumerate(columns) if column.width == _WIDE)
    for row, note in enumerate(notes, 1):
        fill = hexadecimal(NOTE_FILLS[note.colour])
        put(book, sheet, row, text, one_line(note.text), bg_color=fill, indent=1)


def add_points(book: Book, document: Document, curves: Curves) -> None:
    """All points of all graphs; the charts are drawn from this list, so they follow what is changed here."""
    sheet = book.workbook.add_worksheet(curves.sheet)
    columns: list[Column] = [
        Column(str(title("stage")), _of_row(lambda row: row.stage.name), 24),
        Column(tr("Along the stages"), _of_row(lambda row: row.along)),
        Column(str(field_name("value")), _of_row(lambda row: row.point.value), 9),
        Column(str(field_name("emotion")), _of_row(lambda row: row.point.emotion)),
        Column(str(field_name("quote")), _of_row(lambda row: row.point.quote), _WIDE),
        Column(str(title("persona")), _of_row(lambda row: row.persona.name if row.persona else "")),
        Column(str(title("section")), _of_row(lambda row: row.section.name), 24),
        Column(str(title("map")), _of_row(lambda row: document.get(JourneyMap, row.section.map).title), 24),
        Column(ID, _of_row(lambda row: row.point.id)),
    ]
    _fill(book, sheet, columns, curves.rows)


ALONG, VALUE = 1, 2
"""The columns of the list of points that the charts are drawn from, from 0."""


def add_personas(book: Book, document: Document) -> None:
    columns = [
        *(_column(document, field) for field in Persona.model_fields if field not in _PLACES),
        Column(ID, lambda persona: persona.id),  # type: ignore[attr-defined]
    ]
    _fill(book, book.sheet(tr("Personas")), columns, document.personas())


def _of_row(read: Callable[[PointRow], object]) -> Callable[[object], object]:
    return lambda row: read(row)  # type: ignore[arg-type]


def _places_of_notes(document: Document) -> list[Column]:
    def section_of(note: object) -> Section:
        assert isinstance(note, Note)
        return document.get(Section, note.section)

    def stage_of(note: object) -> Stage:
        assert isinstance(note, Note)
        return document.get(Stage, note.stage)

    return [
        Column(str(title("stage")), lambda note: stage_of(note).name, 24),
        Column(str(title("section")), lambda note: section_of(note).name, 24),
        Column(str(title("map")), lambda note: document.get(JourneyMap, section_of(note).map).title, 24),
    ]


def _column(document: Document, field: str) -> Column:
    """A column for a field of records, its values as people say them."""
    width = _WIDE if field in _LONG else _USUAL
    return Column(
        str(field_name(field)), lambda record: cell_value(document, field, getattr(record, field)), width
    )


def cell_value(document: Document, field: str, value: object) -> object:
    """What a field holds, as it stands in a cell: days as days, choices in words, empty where nothing is."""
    match value:
        case None | False | 0:
            return ""
        case True:
            return tr("yes")
        case Trait():
            return f"{value.name}: {value.low} {round(value.value * 100)} % {value.high}"
        case Fact():
            return f"{value.name}: {value.text}"
        case tuple():
            return "; ".join(str(cell_value(document, field, one)) for one in value)
        case str() if field in ("due", "evidence_date"):
            return date.fromisoformat(value)
        case str() if field in ("persona", "picture"):
            found = document.find(value)
            return (
                found.name if isinstance(found, Persona) else tr("yes") if isinstance(found, Picture) else ""
            )
        case str():
            said = str(word(field, value))
            return capitalised(said) if said != value or field in ("effort", "impact", "status") else value
    return value


def _fill(book: Book, sheet: "Worksheet", columns: Sequence[Column], rows: Sequence[object]) -> None:
    """The headings, and a row for each record; filters, and pages as wide as the paper."""
    put_headers(book, sheet, [column.heading for column in columns])
    for at, column in enumerate(columns):
        quiet: dict[str, object] = {"font_color": hexadecimal(SECONDARY)} if column.heading == ID else {}
        values = [column.value(row) for row in rows]
        # Nobody used such a field: it is there, and folded away.
        folded = {} if any(value not in ("", 0) for value in values) else {"hidden": True, "level": 1}
        sheet.set_column(at, at, column.width, None, folded)
        for number, value in enumerate(values, 1):
            put(book, sheet, number, at, value, **quiet)
    for number, row in enumerate(rows, 1):
        set_row_height(sheet, number, [(str(column.value(row)), column.width) for column in columns[:-1]])
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    set_print_up(sheet, len(columns) > 9, sheet.get_name(), 0, 0)


def put(book: Book, sheet: "Worksheet", row: int, column: int, value: object, **properties: object) -> None:
    """A value as what it is: numbers and days as such, all else as text."""
    properties = {**_IN_LISTS, **properties}
    match value:
        case date():
            look = book.look(**{"num_format": "yyyy-mm-dd", "align": "left", **properties})
            sheet.write_datetime(row, column, value, look)
        case int() | float():
            sheet.write_number(row, column, value, book.look(**{"align": "left", **properties}))
        case _:
            book.write(sheet, row, column, str(value), **properties)


def set_row_height(sheet: "Worksheet", row: int, texts: Sequence[tuple[str, float]]) -> None:
    """As high as its texts need in columns that are so many letters wide."""
    sheet.set_row_pixels(row, max(row_height([text], letters * _PIXELS) for text, letters in texts))
