"""What stands around the map on a page: the footer, the marks to cut and glue by, and the sheet's name.

In points from the page's top left corner. All of it lies in the margins, and where those are too narrow it is
left out rather than printed over the map.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import (
    Batch,
    DisplayList,
    Lines,
    Paths,
    Pictures,
    PlacedPicture,
    PlacedText,
    Stroke,
    Texts,
)
from app.drawing.glyphs import circle
from app.drawing.images import PictureError, looked_at
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import INK, SECONDARY, TextStyle
from app.language.days import written_day, written_iso_day
from app.language.phrases import phrase, tr
from app.limits import LARGEST_PICTURE
from app.model.document import Document
from app.model.pictures import PictureStore
from app.model.records import JourneyMap, Picture
from app.model.words import shortened
from app.pages.errors import FormatError, sentence_of
from app.pages.lengths import POINTS_PER_MILLIMETRE
from app.pages.page_options import PageOptions
from app.pages.paper import Page
from app.pages.poster.plan import Plan, Sheet
from app.paths import open_file

NARROWEST_MARGIN = 6.0
"""Millimetres."""
_HAIR = Stroke(INK, 0.4)
_LABEL = TextStyle(11, 700)
SIDE_ROOM = 56.0
"""Points that the footer of a sheet leaves to the marks at its sides."""
_SMALLEST_TYPE, _USUAL_TYPE, _SHARE = 5, 8, 1 / 280
"""Points of a footer's type: the usual on sheets in the hand; on larger ones a share of their longer side,
with which capitals are 3 mm high on A0."""


class Logo(NamedTuple):
    """A picture for the footer, with its width for each unit of its height."""

    picture: PlacedPicture
    store: PictureStore
    proportion: float


def read_logo(path: Path) -> Logo:
    """Raises FormatError for a file that is no picture."""
    try:
        with open_file(path) as stream:
            new = looked_at(stream.read(LARGEST_PICTURE + 1))
    except OSError as error:
        raise FormatError(phrase("The logo “{name}” cannot be read.", name=path.name)) from error
    except PictureError as error:
        raise FormatError(
            phrase("The logo “{name}” cannot be used. {reason}", name=path.name, reason=sentence_of(error))
        ) from error
    store = PictureStore()
    id = store.put(new.data)
    return Logo(PlacedPicture(QRectF(), id), store, new.width / new.height)


def logo_of(document: Document) -> Logo | None:
    """The logo that the project's own style has for the footer."""
    found = document.find(document.style.logo_footer or "") if document.style is not None else None
    if not isinstance(found, Picture):
        return None
    proportion = found.width / found.height
    return Logo(PlacedPicture(QRectF(), found.id), document.picture_store, proportion)


def draw_footer(
    page: Page, margin: float, footer_label: str, number: str, logo: Logo | None, side: float = 0.0
) -> DisplayList:
    """In the lower margin of a page: what is said at the left, the page's number at the right.

    `margin`: millimetres. `side`: points that stay free at both sides, for the marks of a sheet.
    """
    if margin < NARROWEST_MARGIN:
        return ()
    width, height = page.points
    inset = margin * POINTS_PER_MILLIMETRE
    room = QRectF(inset + side, height - inset * 0.86, width - 2 * (inset + side), inset * 0.72)
    drawn: list[Batch] = []
    if logo is not None:
        box = QRectF(room.left(), room.top(), room.height() * logo.proportion, room.height())
        drawn.append(Pictures([logo.picture._replace(rectangle=box)], logo.store))
        room.setLeft(box.right() + 8)
    left, right = _footer_blocks(footer_label, number, room, round(max(width, height) * _SHARE))
    middle = room.center().y()
    texts = [PlacedText(room.left(), middle - left.height / 2, left)]
    texts.append(PlacedText(room.right() - right.width, middle - right.height / 2, right))
    return (*drawn, Texts(texts, SECONDARY))


def map_footer_text(journey_map: JourneyMap, options: PageOptions) -> str:
    """The words in the footer of a map's poster: its title, its version, and two days."""
    version = tr("Version {version}", version=journey_map.version) if journey_map.version else ""
    review = written_iso_day(journey_map.review)
    next_review = tr("Next review: {day}", day=review) if review else ""
    return footer_text(options, journey_map.title, version, after_day=next_review)


def footer_text(options: PageOptions, *what: str, after_day: str = "") -> str:
    """The words in a footer: the text that was asked for, what the pages show, and the day."""
    printed = written_iso_day(options.day) or written_day(date.today())
    footer_label = (options.footer, *what, printed, after_day)
    return " · ".join(filter(None, (part.strip() for part in footer_label)))


def draw_marks(plan: Plan, sheet: Sheet) -> DisplayList:
    """Where to cut the sheet, where its neighbours' edges come to lie, and its name."""
    if plan.margin < NARROWEST_MARGIN:
        return ()
    label = text_block(sheet.label, _LABEL)
    top = sheet.top - plan.margin * POINTS_PER_MILLIMETRE / 2 - label.height / 2
    place = PlacedText(plan.page.points[0] / 2 - label.width / 2, top, label)
    return (
        Lines(list(_crop_marks(plan, sheet)), _HAIR),
        Paths(circle(4), list(register_marks(plan, sheet)), stroke=_HAIR),
        Texts([place], INK),
    )


def register_marks(plan: Plan, sheet: Sheet) -> Iterator[QPointF]:
    """The centres of the marks that must meet those of the neighbouring sheets."""
    away = plan.margin * POINTS_PER_MILLIMETRE / 2
    window = sheet.window
    left, right = sheet.left, sheet.x(window.right(), plan.scale)
    top, bottom = sheet.top, sheet.y(window.bottom(), plan.scale)
    for x in _seams(sheet.across.seam, sheet.column) + _ends(sheet.across.end, sheet.column, plan.columns):
        at = sheet.x(x, plan.scale)
        yield QPointF(at, top - away)
        yield QPointF(at, bottom + away)
    for y in _seams(sheet.down.seam, sheet.row) + _ends(sheet.down.end, sheet.row, plan.rows):
        at = sheet.y(y, plan.scale)
        yield QPointF(left - away, at)
        yield QPointF(right + away, at)


def _seams(seam: float, number: int) -> list[float]:
    return [seam] if number else []


def _ends(end: float, number: int, count: int) -> list[float]:
    return [end] if number + 1 < count else []


def _crop_marks(plan: Plan, sheet: Sheet) -> Iterator[QLineF]:
    """Ticks in the margins in line with the edges of what is seen of the sheet on the poster."""
    margin = plan.margin * POINTS_PER_MILLIMETRE
    near, far = margin * 0.15, margin * 0.85
    window = sheet.window
    left, right = sheet.left, sheet.x(window.right(), plan.scale)
    top, bottom = sheet.top, sheet.y(window.bottom(), plan.scale)
    for x in (sheet.x(sheet.across.seam, plan.scale), right):
        yield QLineF(x, top - far, x, top - near)
        yield QLineF(x, bottom + near, x, bottom + far)
    for y in (sheet.y(sheet.down.seam, plan.scale), bottom):
        yield QLineF(left - far, y, left - near, y)
        yield QLineF(right + near, y, right + far, y)


def _footer_blocks(footer_label: str, page: str, room: QRectF, wanted: int) -> tuple[TextBlock, TextBlock]:
    """Both ends of the footer, in smaller type than wanted where room lacks; words too long are shortened."""
    size = min(max(_USUAL_TYPE, wanted), max(_SMALLEST_TYPE, int(room.height() * 0.42)))
    while True:
        right = text_block(page, TextStyle(size))
        left = text_block(footer_label, TextStyle(size), max(room.width() - right.width - 12, 20))
        if left.height <= room.height() or len(footer_label) < 2:
            return left, right
        if size > _SMALLEST_TYPE:
            size -= 1
        else:
            footer_label = shortened(footer_label, len(footer_label) * 3 // 4)
