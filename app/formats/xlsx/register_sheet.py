"""The action register as a sheet that others fill in, with lists to choose from, and what it was before."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.drawing.theme import MARK_LOW, NOTE_FILLS, SECONDARY, hexadecimal
from app.formats.tables.grids.own_lists import ACTION_ID, KEPT
from app.formats.xlsx.book import Book, put_headers, set_print_up
from app.formats.xlsx.lists import cell_value, put, set_row_height
from app.formats.xlsx.register_columns import CHOICES, EDITABLE, kept_values, said_choice
from app.language.numbers import in_letters
from app.language.phrases import tr, tr_context
from app.language.words import capitalised
from app.model.analysis.register import Action, action_register
from app.model.document import Document
from app.model.field_words import field_name
from app.model.nouns import title
from app.model.records import JourneyMap, Note
from app.model.text import one_line

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_MORE_ROWS = 200
"""Rows below the last action that have lists to choose from as well."""
_KEPT_NAME = "Journeywall"
_FIRST_DAY = date(1990, 1, 1)
_PLACES = ("stage", "section", "map")
_WIDTHS = {"text": 52, "stage": 20, "section": 20, "map": 20, "owner": 18, "team": 16, "pains": 40}
_USUAL = 13


def add_register(book: Book, document: Document, maps: Sequence[JourneyMap]) -> None:
    """The actions of some maps, and on a hidden sheet how they were, to compare what comes back."""
    actions = [one for each in maps for one in action_register(document, each.id)]
    sheet = book.sheet(tr("Action register"))
    columns = _columns(len(maps))
    put_headers(book, sheet, [heading for _, heading in columns])
    for at, (field, _) in enumerate(columns):
        sheet.set_column(at, at, _width(field))
        for row, action in enumerate(actions, 1):
            _put(book, sheet, row, at, field, _value(document, action, field), action.note)
    for row, action in enumerate(actions, 1):
        texts = [(str(_value(document, action, field)), _width(field)) for field, _ in columns[:-1]]
        set_row_height(sheet, row, texts)
    last = max(len(actions), 1)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.set_column(len(columns) - 1, len(columns) - 1, _USUAL, None, {"hidden": True})
    places = {field: at for at, (field, _) in enumerate(columns)}
    owners = _keep(book, document, actions)
    _offer_choices(sheet, places, last + _MORE_ROWS, owners)
    _mark_what_is_late(book, sheet, places, last)
    set_print_up(sheet, False, sheet.get_name(), 0, 0)


def _columns(maps: int) -> list[tuple[str, str]]:
    """Each column by the field that it holds, and its heading."""
    places = [field for field in _PLACES if field != "map" or maps > 1]
    return [
        ("text", tr_context("of the register", "Action")),
        *((field, str(field_name(field))) for field in ("owner", "team", "status", "due", "effort")),
        ("impact", str(field_name("impact"))),
        ("votes", str(field_name("votes"))),
        *((field, str(title(field))) for field in places),
        ("pains", tr("What it would mend")),
        ("id", ACTION_ID),
    ]


def _width(field: str) -> float:
    return _WIDTHS.get(field, _USUAL)


def _value(document: Document, action: Action, field: str) -> object:
    note = action.note
    match field:
        case "text":
            return one_line(note.text)
        case "impact":
            return capitalised(action.impact_said)
        case "stage":
            return action.stage.name
        case "section":
            return action.section.name
        case "map":
            return document.get(JourneyMap, action.stage.map).title
        case "pains":
            texts = (one_line(document.get(Note, id).text) for id in action.pains)
            return "; ".join(filter(None, texts))
    return cell_value(document, field, getattr(note, field))


def _put(
    book: Book, sheet: "Worksheet", row: int, column: int, field: str, value: object, note: Note
) -> None:
    properties: dict[str, object] = {}
    if field == "text":
        properties |= {"bg_color": hexadecimal(NOTE_FILLS[note.colour]), "indent": 1}
    elif field not in EDITABLE:
        properties["font_color"] = hexadecimal(SECONDARY)
    if field == "due":
        properties |= {"num_format": "yyyy-mm-dd", "align": "left"}
    put(book, sheet, row, column, value, **properties)


def _keep(book: Book, document: Document, actions: list[Action]) -> str:
    """What the register was when it was written, out of sight; the range of the owners that are known."""
    name = book.free_name(_KEPT_NAME)
    sheet = book.workbook.add_worksheet(name)
    sheet.very_hidden()
    sheet.write_string(0, 0, KEPT)
    for row, action in enumerate(actions, 1):
        sheet.write_string(row, 0, action.note.id)
        for column, value in enumerate(kept_values(action.note), 1):
            sheet.write_string(row, column, value)
    owners = sorted({note.owner for note in document.all(Note) if note.owner}, key=str.casefold)
    column = len(EDITABLE) + 3
    for row, owner in enumerate(owners):
        sheet.write_string(row, column, owner)
    letter = in_letters(column)
    return f"='{name}'!${letter}$1:${letter}${len(owners)}" if owners else ""


def _offer_choices(sheet: "Worksheet", places: dict[str, int], last: int, owners: str) -> None:
    for field, values in CHOICES.items():
        column = places[field]
        sheet.data_validation(
            1,
            column,
            last,
            column,
            {
                "validate": "list",
                "source": [said_choice(field, value) for value in values],
                "error_title": str(field_name(field)),
                "error_message": tr("Choose one from the list, or leave it empty."),
            },
        )
    if owners:
        # Somebody new can be typed: the list is there to spell alike who is known.
        owner = places["owner"]
        sheet.data_validation(
            1, owner, last, owner, {"validate": "list", "source": owners, "show_error": False}
        )
    due = places["due"]
    sheet.data_validation(
        1,
        due,
        last,
        due,
        {
            "validate": "date",
            "criteria": ">=",
            "value": _FIRST_DAY,
            "error_title": str(field_name("due")),
            "error_message": tr("Type a day, or leave it empty."),
        },
    )


def _mark_what_is_late(book: Book, sheet: "Worksheet", places: dict[str, int], last: int) -> None:
    """A day that is over, of what is neither done nor dropped, is red."""
    due, status = in_letters(places["due"]), in_letters(places["status"])
    done = " , ".join(f'${status}2<>"{said_choice("status", value)}"' for value in ("done", "dropped"))
    sheet.conditional_format(
        1,
        places["due"],
        last,
        places["due"],
        {
            "type": "formula",
            "criteria": f'=AND(${due}2<>"",${due}2<TODAY(),{done.replace(" ,", ",")})',
            "format": book.workbook.add_format({"font_color": hexadecimal(MARK_LOW), "bold": True}),
        },
    )
