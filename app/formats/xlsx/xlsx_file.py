"""A project as a workbook, and any workbook with tables as maps."""

from collections.abc import Sequence
from typing import BinaryIO

from app.formats.export_notes import Holding
from app.formats.json.json_options import JsonOptions
from app.formats.options import ExportOptions
from app.formats.tables.table_file import read as read
from app.formats.tables.writing.written_grid import fields_in_grid
from app.formats.xlsx.book import Book
from app.formats.xlsx.curve_chart import Curves
from app.formats.xlsx.lists import ALONG, VALUE, add_notes, add_personas, add_points
from app.formats.xlsx.map_sheet import add_map_sheet
from app.formats.xlsx.register_sheet import add_register
from app.language.phrases import tr
from app.model.document import Document
from app.model.project_language import in_its_language
from app.model.records import EmotionPoint, JourneyMap, Note, Persona, Project, Record
from app.pages.which_map import chosen_maps


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """A sheet for each map, or the chosen one, then lists. Raises FormatError where there is no map."""
    chosen = options.own(JsonOptions).map
    _write(document, stream, chosen_maps(document, chosen))


def holding(document: Document, options: ExportOptions) -> Holding:
    """What the sheets of the maps have of each record, and the lists every field."""

    def fields(record: Record) -> frozenset[str]:
        match record:
            case Note() | Persona():
                return frozenset(type(record).model_fields) - {"picture"}
            case EmotionPoint():
                return fields_in_grid(record) | {"persona", "at"}
            case JourneyMap():
                return frozenset(("title", "goal", "personas"))
            case Project():
                return frozenset(("name",))
        return fields_in_grid(record)

    return Holding(chosen_maps(document, options.own(JsonOptions).map), fields)


@in_its_language
def _write(document: Document, stream: BinaryIO, maps: Sequence[JourneyMap]) -> None:
    with Book(stream) as book:
        project = document.project
        book.workbook.set_properties({"title": project.name, "comments": tr("Made with Journeywall")})
        curves = Curves(document, maps, book.free_name(tr("Emotion points")), 1, ALONG, VALUE)
        for journey_map in maps:
            add_map_sheet(book, document, journey_map, curves)
        add_register(book, document, maps)
        add_notes(book, document, maps)
        if curves.rows:
            add_points(book, document, curves)
        if document.personas():
            add_personas(book, document)
