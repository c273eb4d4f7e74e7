"""The figures of a poster: how far over its paper text reaches, how large its notes are, what is empty."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from math import sqrt
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.text import text_block
from app.drawing.theme import NOTE
from app.formats.options import ExportOptions
from app.formats.pdf.pdf_writer import write
from app.model.document import Document
from app.model.records import Note
from app.pages.lengths import POINTS_PER_MILLIMETRE
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from app.pages.which_map import chosen_map
from tools.wall.emptiness import largest_empty_share
from tools.wall.page import CAPITALS, Area, Line, ReadPage, bounding, read_page
from tools.wall.words import broken_words, hyphenated_words

_MARGIN = 15.0
_LARGEST_AIM = 6.0
_SHARE_OF_LIMIT = 0.4
_FULL, _LEADING = 0.6, 1.25
_OVER = 0.2
"""A line of text lies over another where they share more than this of the smaller one."""


class Figures(NamedTuple):
    """What is measured on the first page of a poster."""

    name: str
    page: str
    share: float
    """The box around all lines of text, the footer apart, as a share of the area inside the margins."""
    empty: float
    """The largest rectangle without text and signs, graph and empty cells apart, as a share of the page."""
    notes: float
    """The height of capitals of the smallest line of a note, in millimetres."""
    aim: float
    """The height that it should have: see `aim_for`."""
    over: tuple[str, ...]
    """Lines of text that lie over others, or beyond the page."""
    hyphenated: tuple[str, ...]
    broken: tuple[str, ...]

    @property
    def of_aim(self) -> float:
        return self.notes / self.aim if self.notes else 1.0


def figures_of(name: str, document: Document, options: MapOptions) -> Figures:
    """Export the poster of a map and read it back. Raises ValueError where it is cut into sheets."""
    stream = BytesIO()
    write(document, stream, ExportOptions(pages=options))
    page = read_page(stream.getvalue())
    poster = PosterOfMap(document, chosen_map(document, options.map), options)
    if poster.plan.is_tiled:
        raise ValueError("What is cut into sheets is not measured.")
    layout = poster.layout
    sections = {row.section.id for row in layout.rows}
    notes = [note for note in document.all(Note) if note.section in sections]
    names = [column.stage.name for column in layout.columns] + [row.section.name for row in layout.rows]
    texts = [note.text for note in notes] + names
    inside = Area(_MARGIN, _MARGIN, page.width - _MARGIN, page.height - _MARGIN)
    lines = tuple(line for line in page.lines if line.area.top < inside.bottom)
    return Figures(
        name=name,
        page=f"{page.width:.0f} × {page.height:.0f}",
        share=bounding(line.area for line in lines).shared_with(inside).size / inside.size,
        empty=largest_empty_share(page, excused(poster)),
        notes=min((line.capitals for line in _lines_of(notes, poster, page)), default=0.0),
        aim=aim_for([note.text for note in notes], page.width * page.height),
        over=tuple(_lying_over(lines, page)),
        hyphenated=tuple(hyphenated_words(texts, page.lines)),
        broken=tuple(broken_words(texts, page.lines)),
    )


def aim_for(texts: Iterable[str], paper: float) -> float:
    """How high capitals of notes should be, in millimetres, on paper of so many square millimetres.

    6 mm, or where there is much text 0.4 of what they would be if the texts alone, set in lines as long as
    they are and 1.25 of their size high, filled 60 % of the paper.
    """
    widths = (text_block(line, NOTE).width / NOTE.size for text in texts for line in text.split("\n") if line)
    total = sum(widths) * _LEADING
    if not total:
        return _LARGEST_AIM
    return min(_LARGEST_AIM, _SHARE_OF_LIMIT * CAPITALS * sqrt(_FULL * paper / total))


def excused(poster: PosterOfMap) -> Iterator[Area]:
    """Where nothing need be read on a page: the graphs, and cells that hold nothing."""
    layout = poster.layout
    for row in layout.rows:
        if row.section.section_kind == "emotional-graph":
            yield from _on_page(poster, QRectF(0, row.y, layout.width, row.height))
            continue
        for column in layout.columns:
            cell = QRectF(column.x, row.y, column.width, row.height)
            if not any(True for _ in layout.boxes_in(cell.adjusted(1, 1, -1, -1))):
                yield from _on_page(poster, cell)


def _lines_of(notes: Iterable[Note], poster: PosterOfMap, page: ReadPage) -> Iterator[Line]:
    """The lines of text that stand in the notes' rectangles and are of the notes' own texts."""
    texts = {note.id: "".join(note.text.split()) for note in notes}
    for id, rectangle in poster.layout.boxes_in(poster.layout.rectangle):
        if not texts.get(id):
            continue
        for area in _on_page(poster, rectangle):
            for line in page.lines:
                words = "".join(line.text.rstrip("-\u00ad").split())
                is_inside = line.area.shared_with(area).size > 0.5 * line.area.size
                # What is written from right to left stands in a PDF as it is seen.
                if is_inside and len(words) > 3 and (words in texts[id] or words[::-1] in texts[id]):
                    yield line


def _on_page(poster: PosterOfMap, area: QRectF) -> tuple[Area, ...]:
    """Where a part of the map lies on the poster's first page: in several places, where bands break it."""
    plan, unit = poster.plan, POINTS_PER_MILLIMETRE
    sheet = plan.sheets[0]
    found: dict[Area, None] = {}
    for view in poster.arrangement.views:
        seen = view.window.intersected(area.translated(-view.origin.x(), -view.origin.y()))
        if view.is_of_the_map and not seen.isEmpty():
            placed = view.moved(seen)
            across = sheet.x(placed.left(), plan.scale), sheet.x(placed.right(), plan.scale)
            down = sheet.y(placed.top(), plan.scale), sheet.y(placed.bottom(), plan.scale)
            found[Area(across[0] / unit, down[0] / unit, across[1] / unit, down[1] / unit)] = None
    return tuple(found)


def _lying_over(lines: tuple[Line, ...], page: ReadPage) -> Iterator[str]:
    for number, line in enumerate(lines):
        if line.area.left < 0 or line.area.right > page.width or line.area.bottom > page.height:
            yield f"{line.text} (beyond the page)"
        for other in lines[number + 1 :]:
            smaller = min(line.area.size, other.area.size)
            if line.area.shared_with(other.area).size > _OVER * smaller > 0:
                yield f"{line.text} × {other.text}"
