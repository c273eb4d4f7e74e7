"""A clipping as a table for other programs: a spreadsheet, a text, a whiteboard."""

from collections.abc import Iterator
from html import escape

from app.drawing.sections import kind_reading
from app.model.exchange.clippings import Clipping
from app.model.exchange.guarding import guarded
from app.model.exchange.tables import Table
from app.model.records import Id


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


def tsv_of(table: Table) -> str:
    """A table as tab-separated values, quoted as spreadsheets do it."""
    is_list = all(len(row) == 1 for row in table)
    return "\n".join("\t".join(_quoted(guarded(cell), is_list) for cell in row) for row in table)


def html_of(table: Table) -> str:
    rows = ("".join(f"<td>{_html(cell)}</td>" for cell in row) for row in table)
    return f'<meta charset="utf-8"><table border="1">{"".join(f"<tr>{row}</tr>" for row in rows)}</table>'


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


def _html(cell: str) -> str:
    # A spreadsheet makes a cell of its own of each line.
    return "<br>".join(escape(guarded(line)) for line in cell.split("\n"))
