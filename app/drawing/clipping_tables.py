"""A clipping as a table for other programs: a spreadsheet, a text, a whiteboard."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import zip_longest

from app.drawing.sections import kind_reading
from app.drawing.theme import NOTE_FILLS, hexadecimal
from app.model.document import Document
from app.model.exchange.clippings import Clipping
from app.model.exchange.guarding import guarded
from app.model.exchange.tables import Table
from app.model.records import Id, Note, Section, Stage

Grounds = Sequence[Sequence[str]]
"""The grounds of the cells of a table, as #RRGGBB or empty; rows and ends of rows may lack."""


def table_of(clipping: Clipping) -> Table:
    """A clipping as a table for other programs.

    What one cell holds stands below each other; of several cells each in its place. Whole stages and sections
    come with their names around them.
    """
    stages, sections = clipping.stages, clipping.sections
    if clipping.shape == "cells" and len(stages) == len(sections) == 1:
        return tuple((text,) for text in _texts(clipping, sections[0].id, stages[0].id))
    body = [[_cell_text(clipping, section.id, stage.id) for stage in stages] for section in sections]
    if clipping.shape == "cells":
        return tuple(tuple(row) for row in body)
    named = [[section.name, *row] for section, row in zip(sections, body, strict=True)]
    return (("", *(stage.name for stage in stages)), *(tuple(row) for row in named))


def grounds_of(clipping: Clipping) -> Grounds:
    """The grounds of the cells of its table."""
    stages, sections = clipping.stages, clipping.sections
    if clipping.shape == "cells" and len(stages) == len(sections) == 1:
        notes = clipping.document.notes(sections[0].id, stages[0].id)
        return tuple((_ground([note]),) for note in notes)
    body = ground_rows(clipping.document, sections, stages)
    return body if clipping.shape == "cells" else ((), *(("", *row) for row in body))


def ground_rows(document: Document, sections: Sequence[Section], stages: Sequence[Stage]) -> Grounds:
    """The colour of the notes in each cell, a row a section; none where there are several, or no notes."""
    return tuple(
        tuple(_ground(document.notes(section.id, stage.id)) for stage in stages) for section in sections
    )


def tsv_of(table: Table) -> str:
    """A table as tab-separated values, quoted as spreadsheets do it."""
    is_list = all(len(row) == 1 for row in table)
    return "\n".join("\t".join(_quoted(guarded(cell), is_list) for cell in row) for row in table)


def html_of(table: Table, grounds: Grounds = ()) -> str:
    """A table of HTML; `grounds` are the colours of its cells, as far as they have any."""
    rows = (
        "".join(_html(cell, ground) for cell, ground in zip_longest(row, own[: len(row)], fillvalue=""))
        for row, own in zip_longest(table, grounds[: len(table)], fillvalue=())
    )
    return f'<meta charset="utf-8"><table border="1">{"".join(f"<tr>{row}</tr>" for row in rows)}</table>'


def _ground(notes: Sequence[Note]) -> str:
    colours = {note.colour for note in notes}
    return hexadecimal(NOTE_FILLS[colours.pop()]) if len(colours) == 1 else ""


def _cell_text(clipping: Clipping, section: Id, stage: Id) -> str:
    return "\n".join(_texts(clipping, section, stage))


def _texts(clipping: Clipping, section: Id, stage: Id) -> Iterator[str]:
    """What a cell's notes, entries and points have to say, each as its kind of section shows it."""
    document = clipping.document
    for records in (document.notes, document.entries, document.points):
        if held := records(section, stage):
            yield from map(kind_reading(document, held[0]).in_table, held)


def _quoted(cell: str, is_list: bool) -> str:
    """In a list, which people paste as lines, a speaker's quotation marks stay as they are."""
    if "\t" in cell or "\n" in cell or (cell.startswith('"') and not is_list):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _html(cell: str, ground: str) -> str:
    # A spreadsheet makes a cell of its own of each line.
    lines = "<br>".join(escape(guarded(line)) for line in cell.split("\n"))
    return f'<td style="background-color:{ground}">{lines}</td>' if ground else f"<td>{lines}</td>"
