"""Stage headers and section names that stay in view while the map scrolls under them, as in a spreadsheet."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from app.drawing.display import DisplayList
from app.drawing.fonts import set_in
from app.drawing.grid import Column
from app.drawing.layout import MapLayout
from app.drawing.marks import draw_marks
from app.drawing.painter import colour, paint
from app.drawing.section_name import name_height
from app.drawing.sizes import Sizes
from app.drawing.stages import draw_stages
from app.drawing.styles.palette import in_colours
from app.drawing.theme import INK, PANEL, PIXELS_PER_UNIT
from app.language.spoken import speaking
from app.model.records import Id
from app.widgets.canvas.painting.mark_painting import paint_selected

_LARGEST = PIXELS_PER_UNIT * 1.25
"""Pixels a map unit: frozen headers grow no further, or they would fill the view."""
_AROUND = 48.0
"""Pixels that are left free around what is brought into view."""
_LINE = QColor(*INK[:3], 36)
_BELOW = 4
"""Pixels of white under the headers."""
_RING_INSET = 4.0
"""Map units that the ring of a selected header lies inside of it: outside, it would be cut off."""
_LEAST_MARKED = 100.0
"""Map units: a name is cut off where its row ends, and so is its mark, which never shrinks onto the words."""


class Frozen(NamedTuple):
    """What is frozen in a view: the heights and widths, in pixels, that it takes at the top and the left."""

    origin: QPointF
    """The sheet's top left corner in the viewport."""
    scale: float
    """Pixels a map unit of the map."""
    header_scale: float
    """Pixels a map unit of what is frozen."""
    top: float
    left: float


def frozen_in(layout: MapLayout, origin: QPointF, scale: float) -> Frozen:
    """What is frozen where the sheet's corner lies at `origin`: nothing until it has scrolled out of view."""
    header_scale = scale if layout.sizes.in_room else min(scale, _LARGEST)
    stages_gone = origin.y() + layout.stages.y * scale < 0
    names_gone = origin.x() < 0 and bool(layout.rows)
    top = layout.stages_height * header_scale if stages_gone and layout.columns else 0.0
    left = layout.sizes.section_column * header_scale if names_gone else 0.0
    return Frozen(origin, scale, header_scale, top, left)


def to_sheet(frozen: Frozen, layout: MapLayout, place: QPointF) -> QPointF:
    """The place of the sheet that is seen at a place of the viewport, in map units; frozen parts first."""
    x = (place.x() - frozen.origin.x()) / frozen.scale
    y = (place.y() - frozen.origin.y()) / frozen.scale
    if place.y() < frozen.top:
        y = layout.stages.y + place.y() / frozen.header_scale
    if place.x() < frozen.left:
        x = place.x() / frozen.header_scale
    return QPointF(x, y)


def beginning(rectangle: QRectF, frozen: Frozen, viewport: QSize) -> QRectF:
    """As much of a rectangle, from its corner on, as can be seen at once beside what is frozen."""
    margins = QSizeF(frozen.left + _AROUND, frozen.top + _AROUND) * 2
    free = (QSizeF(viewport) - margins).expandedTo(QSizeF(1, 1)) / frozen.scale
    return QRectF(rectangle.topLeft(), rectangle.size().boundedTo(free))


def paint_frozen(
    painter: QPainter,
    layout: MapLayout,
    frozen: Frozen,
    viewport: QSize,
    exposed: QRectF,
    selected: Sequence[Id] = (),
) -> None:
    """Paint what is frozen and exposed, with a painter in the viewport's pixels; the selected have rings."""
    if exposed.left() < frozen.left:
        _paint_names(painter, layout, frozen, viewport, exposed, selected)
    elif not frozen.left:
        _paint_name_cut_off(painter, layout, frozen)
    if frozen.top and exposed.top() < _bottom(layout, frozen) + 1:
        _paint_stages(painter, layout, frozen, viewport, selected)


def _paint_names(
    painter: QPainter,
    layout: MapLayout,
    frozen: Frozen,
    viewport: QSize,
    exposed: QRectF,
    selected: Sequence[Id],
) -> None:
    origin, scale = frozen.origin, frozen.scale
    first, last = layout.rows[0], layout.rows[-1]
    top = max(origin.y() + first.y * scale, 0.0)
    bottom = min(origin.y() + last.bottom * scale, viewport.height())
    if not frozen.top:
        # Headers that have not frozen yet must not be seen left of where all columns begin.
        headers = origin.y() + layout.stages.y * scale
        painter.fillRect(QRectF(0, headers, frozen.left, top - headers), Qt.GlobalColor.white)
    painter.fillRect(QRectF(0, top, frozen.left, bottom - top), _panel(layout))
    painter.fillRect(QRectF(frozen.left - 1, top, 1, bottom - top), _LINE)
    seen_from = max(exposed.top(), frozen.top) - origin.y()
    for row in layout.rows_between(seen_from / scale, (exposed.bottom() - origin.y()) / scale):
        row_top, row_bottom = origin.y() + row.y * scale, origin.y() + row.bottom * scale
        painter.fillRect(QRectF(0, row_bottom - 1, frozen.left, 1), _LINE)
        painter.save()
        painter.setClipRect(
            QRectF(0, row_top, frozen.left, row_bottom - row_top), Qt.ClipOperation.IntersectClip
        )
        if row.beside and frozen.header_scale == scale:
            painter.translate(0, row_top)
            painter.scale(scale, scale)
            paint(painter, layout.dressed(row.beside), scale)
            painter.scale(1 / scale, 1 / scale)
            painter.translate(0, -row_top)
        name_top = max(row_top, frozen.top)
        painter.translate(0, name_top)
        painter.scale(frozen.header_scale, frozen.header_scale)
        paint(painter, layout.dressed(row.name), frozen.header_scale)
        above = _BELOW / frozen.header_scale if name_top > row_top else 0.0
        height = max((row_bottom - name_top) / frozen.header_scale - above, _LEAST_MARKED)
        place = QRectF(0, above, layout.sizes.section_column, height)
        _paint_marks(painter, layout, {row.section.id: place}, frozen)
        if row.section.id in selected:
            paint_selected(painter, [place], -_RING_INSET)
        painter.restore()


def _paint_name_cut_off(painter: QPainter, layout: MapLayout, frozen: Frozen) -> None:
    """The name of the section whose beginning has scrolled out of view, where its row now begins."""
    origin, scale = frozen.origin, frozen.scale
    row = layout.row_at((frozen.top - origin.y()) / scale)
    if row is None or origin.y() + row.y * scale >= frozen.top:
        return
    column = layout.sizes.section_column
    name = QRectF(0, 0, column, name_height(row.section, layout.sizes)).adjusted(
        _RING_INSET, 0, -_RING_INSET, 0
    )
    painter.save()
    bottom = origin.y() + row.bottom * scale
    painter.setClipRect(QRectF(origin.x(), frozen.top, column * scale, bottom - frozen.top - 1))
    painter.translate(origin.x(), frozen.top)
    painter.scale(scale, scale)
    painter.fillRect(name, _panel(layout))
    paint(painter, layout.dressed(row.name), scale)
    painter.restore()


def _panel(layout: MapLayout) -> QColor:
    """The ground of the sections' names."""
    return colour(in_colours(PANEL, layout.style.colours) if layout.style is not None else PANEL)


def _bottom(layout: MapLayout, frozen: Frozen) -> float:
    """Where the headers end: those of a map seen larger must not look out from under the frozen ones."""
    own = frozen.origin.y() + (layout.stages.y + layout.stages_height) * frozen.scale
    return max(frozen.top + _BELOW, own)


def _paint_stages(
    painter: QPainter, layout: MapLayout, frozen: Frozen, viewport: QSize, selected: Sequence[Id]
) -> None:
    right = min(frozen.origin.x() + layout.width * frozen.scale, viewport.width())
    left = max(frozen.origin.x(), 0.0)
    bottom = _bottom(layout, frozen)
    painter.fillRect(QRectF(left, 0, right - left, bottom), Qt.GlobalColor.white)
    painter.fillRect(QRectF(left, bottom, right - left, 1), _LINE)
    painter.save()
    painter.setClipRect(QRectF(frozen.left, 0, viewport.width(), frozen.top + _BELOW))
    painter.translate(frozen.origin.x(), 0)
    painter.scale(frozen.header_scale, frozen.header_scale)
    columns, headers = _stages_at(
        layout.columns, frozen.scale / frozen.header_scale, layout.sizes, layout.language, layout.family
    )
    paint(painter, layout.dressed(headers), frozen.header_scale)
    places = {one.stage.id: QRectF(one.x, 0, one.width, layout.stages_height) for one in columns}
    _paint_marks(painter, layout, places, frozen)
    paint_selected(painter, [place for id, place in places.items() if id in selected], -_RING_INSET)
    painter.restore()


@lru_cache(maxsize=4)
def _stages_at(
    columns: tuple[Column, ...], stretch: float, sizes: Sizes, language: str, family: str
) -> tuple[tuple[Column, ...], DisplayList]:
    """The columns drawn larger than the headers' text, and their headers."""
    stretched = tuple(one._replace(x=one.x * stretch, width=one.width * stretch) for one in columns)
    with speaking(language), set_in(family):
        return stretched, draw_stages(stretched, sizes)[1]


def _paint_marks(painter: QPainter, layout: MapLayout, places: Mapping[Id, QRectF], frozen: Frozen) -> None:
    """The marks of a comparison again, on headers that are frozen at those places."""
    if layout.comparison is None:
        return
    marked = layout.comparison.of_headers
    paint(painter, draw_marks([marked[id] for id in places if id in marked], places), frozen.header_scale)
