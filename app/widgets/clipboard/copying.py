"""Puts a map or a part of it on the clipboard, for a Journeywall and for other programs."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from io import BytesIO

from app.drawing.clipping_tables import Grounds, ground_rows, grounds_of, html_of, table_of, tsv_of
from app.formats.options import ExportOptions
from app.formats.png.png_options import PngOptions
from app.formats.png.png_writer import write as write_png
from app.formats.prompt import prompt_of
from app.formats.svg.svg_writer import write as write_svg
from app.formats.tables.writing.written_grid import rows_of_map
from app.model.document import Document
from app.model.exchange.clippings import Clipping, clip, to_json
from app.model.exchange.tables import Table
from app.model.records import Id, InCell, JourneyMap
from app.pages.poster.poster_options import MapOptions
from app.widgets.clipboard.clipboard_data import put
from app.widgets.clipboard.copied_data import CLIPPING, HTML, PNG, SVG, TEXT, CopiedData, Makers

_PIXELS = 3_000
"""Of a picture's longer side."""


def is_whole_map(document: Document, map: Id, ids: Sequence[Id]) -> bool:
    """Whether all sections of a map are among some records, and so all that it holds."""
    sections = document.sections(map)
    return bool(sections) and {section.id for section in sections} <= set(ids)


def copy_map(document: Document, map: Id) -> None:
    """All of a map: as a clipping, as a table with all names, and as a picture."""
    document = document.copy()
    sections = [section.id for section in document.sections(map)]
    clipping = cache(lambda: to_json(clip(document, sections) or Clipping("sections", ())))
    put(CopiedData({CLIPPING: clipping, **_table_of_map(document, map), **_picture(document, map)}))


def copy_clipping(clipping: Clipping, document: Document, map: Id) -> None:
    """What a selection is cut from; whole stages and sections are a picture for others as well."""
    table = _table(lambda: table_of(clipping), lambda: grounds_of(clipping))
    makers: Makers = {CLIPPING: lambda: to_json(clipping), **table}
    if clipping.shape != "cells":
        options = options_of(document, map, [record.id for record in clipping.cut])
        makers = {**makers, **_picture(document.copy(), map, options)}
    put(CopiedData(makers))


def copy_table(document: Document, map: Id, clipping: Clipping | None) -> None:
    """A table alone: of what is selected, or of the map."""
    if clipping is None:
        put(CopiedData(_table_of_map(document.copy(), map)))
    else:
        put(CopiedData(_table(lambda: table_of(clipping), lambda: grounds_of(clipping))))


def copy_rows(table: Table) -> None:
    """Rows that are no part of a map."""
    put(CopiedData(_table(lambda: table)))


def copy_picture(document: Document, map: Id, options: MapOptions) -> None:
    put(CopiedData(_picture(document.copy(), map, options)))


def copy_prompt(document: Document, map: Id) -> None:
    """A text for an assistant, whose answer can be pasted."""
    put(CopiedData({TEXT: partial(prompt_of, document.copy(), map)}))


def options_of(document: Document, map: Id, ids: Sequence[Id]) -> MapOptions:
    """What of a map a picture shows: whole stages or sections, or some of what stands in cells."""
    chosen = set(ids)
    stages = tuple(one.id for one in document.stages(map) if one.id in chosen)
    sections = tuple(one.id for one in document.sections(map) if one.id in chosen)
    held = tuple(id for id in ids if isinstance(document.find(id), InCell))
    return MapOptions(map=map, stages=stages, sections=sections, only=() if stages or sections else held)


def _table_of_map(document: Document, map: Id) -> Makers:
    sections, stages = document.sections(map), document.stages(map)
    made = cache(lambda: _rows(document, map))

    def grounds() -> Grounds:
        above = len(made()) - len(sections)
        return (*((),) * above, *(("", *row) for row in ground_rows(document, sections, stages)))

    return _table(made, grounds)


def _rows(document: Document, map: Id) -> Table:
    return tuple(tuple(row) for row in rows_of_map(document, document.get(JourneyMap, map)))


def _table(table: Callable[[], Table], grounds: Callable[[], Grounds] = lambda: ()) -> Makers:
    made = cache(table)
    return {HTML: lambda: html_of(made(), grounds()), TEXT: lambda: tsv_of(made())}


def _picture(document: Document, map: Id, options: MapOptions | None = None) -> Makers:
    """A picture as pixels, and as lines, for programs that can make them larger."""
    shown = options or MapOptions(map=map)

    def png() -> bytes:
        stream = BytesIO()
        write_png(document, stream, ExportOptions(shown, PngOptions(pixels=_PIXELS)))
        return stream.getvalue()

    def svg() -> bytes:
        stream = BytesIO()
        write_svg(document, stream, ExportOptions(shown))
        return stream.getvalue()

    return {PNG: png, SVG: svg}
