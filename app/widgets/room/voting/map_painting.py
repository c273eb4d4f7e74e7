"""Paints the candidates under their stages: all of them once, over them the one that is called."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from app.drawing.display import DisplayList, PlacedText, Texts
from app.drawing.fonts import set_in
from app.drawing.note import PlacedNote, by_look, draw_fills, draw_shadows
from app.drawing.painter import colour, paint
from app.drawing.pieces import READABLE, glyph
from app.drawing.sections import kind_of
from app.drawing.text import balanced, least_width, text_block
from app.drawing.theme import ACCENT, DISC, INK, NOTE, NOTE_FILLS, ROW_LINE, SHEET, Colour
from app.language.spoken import speaking
from app.widgets.base.shadows import Shadow
from app.widgets.room.voting.ballot_map import (
    NAME_LEFT,
    SECTION,
    TEXT_LEFT,
    TEXT_TOP,
    BallotMap,
    NumberedNote,
    SectionRow,
    note_height,
)
from app.widgets.room.voting.words import Words

_DISC, _RIM = 21.0, 2.6
"""The radius of a number's disc, and its white rim, in map units."""
_DISC_AT = QPointF(-18.0, -2.5)
"""Its middle, from the note's upper right corner."""
_TIMES = 1.23
"""How large the note is that is called, and its disc."""
_EDGE, _FREE = 4.0, 3.0
"""Of the called note, and between it and its edge."""
_TINT = 0.76
"""How pale the names' ground is beside the colour of the section's notes."""
_SIGN = 34.0


def offset_for(map: BallotMap, number: int | None, area: QSizeF) -> QPointF:
    """How far the map is scrolled so that a candidate is seen, in map units."""
    room = area / map.scale
    most = QPointF(
        max(map.size.width() - room.width(), 0.0),
        max(map.size.height() + map.header_height - room.height(), 0.0),
    )
    found = map.of_number(number)
    if found is None:
        return QPointF()
    place = found.placed.rectangle
    across = found.column.x + found.column.width / 2 - (map.names + room.width()) / 2
    down = place.center().y() - (room.height() - map.header_height) / 2
    fits = place.bottom() + 30 <= room.height() - map.header_height
    return QPointF(min(max(across, 0.0), most.x()), 0.0 if fits else min(max(down, 0.0), most.y()))


def paint_map(map: BallotMap, area: QSizeF, ratio: float, at: QPointF, best: Collection[int]) -> QPixmap:
    """All candidates with their numbers. `best` are those with the most hands, once that is known."""
    image = QPixmap((area * ratio).toSize())
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    room = area / map.scale
    with QPainter(image) as painter, speaking(map.layout.language), set_in(map.layout.family):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(map.scale, map.scale)
        right = QRectF(map.names, 0, room.width() - map.names, room.height())
        below = QRectF(0, map.header_height, room.width(), room.height() - map.header_height)
        painter.save()
        painter.setClipRect(right)
        painter.translate(-at.x(), 0)
        _paint(painter, map, map.headers)
        painter.restore()
        painter.translate(0, map.header_height - at.y())
        painter.setClipRect(below.translated(0, at.y() - map.header_height))
        for row in map.rows:
            _paint_name(painter, map, row)
        seen = QRectF(at.x() + map.names, at.y(), right.width(), below.height())
        painter.translate(-at.x(), 0)
        painter.setClipRect(seen)
        _paint_columns(painter, map, seen)
        found = [one for one in map.notes if one.placed.rectangle.adjusted(0, -30, 0, 10).intersects(seen)]
        _paint(painter, map, _notes([one.placed for one in found]))
        # Numbers reach into the headers; those of notes that are scrolled away do not.
        painter.setClipRect(seen.adjusted(0, -map.header_height, 0, 0))
        words = Words(painter)
        for one in found:
            if one.placed.rectangle.top() >= at.y():
                words.disc(one.number, _disc_at(one.placed), _DISC, _disc_fill(one, best), _RIM)
    return image


def called_place(map: BallotMap, number: int | None) -> NumberedNote | None:
    """The note that is called, as large as it is lifted; none where it is gone."""
    found = map.of_number(number)
    if found is None:
        return None
    placed, column = found.placed, found.column
    width = (column.width - 2 * _FREE) / _TIMES
    height = note_height(placed.note.text, width)
    place = QRectF(0, 0, width * _TIMES, height * _TIMES)
    place.moveCenter(QPointF(column.x + column.width / 2, 0))
    place.moveTop(placed.rectangle.top() - 5)
    return found._replace(placed=placed._replace(rectangle=place))


def paint_called(painter: QPainter, map: BallotMap, area: QRectF, number: int | None, at: QPointF) -> None:
    """The called note, lifted over the map that stands in an area."""
    found = called_place(map, number)
    if found is None:
        return
    painter.save()
    painter.setClipRect(area)
    painter.translate(area.topLeft())
    painter.scale(map.scale, map.scale)
    painter.translate(-at.x(), map.header_height - at.y())
    place = found.placed.rectangle
    edge = place.adjusted(-_FREE, -_FREE, _FREE, _FREE)
    painter.translate(0, 2)
    Shadow(14, 5, 0.2, 1.5).paint(painter, edge.adjusted(6, 6, -6, 0), 6)
    painter.translate(0, -2)
    painter.setPen(QPen(colour(ACCENT), _EDGE))
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRoundedRect(edge, 9, 9)
    with speaking(map.layout.language), set_in(map.layout.family):
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(_TIMES, _TIMES)
        alone = found.placed._replace(rectangle=QRectF(QPointF(), place.size() / _TIMES))
        _paint(painter, map, _notes([alone], is_flat=True), map.scale * _TIMES)
        painter.restore()
    middle = place.topRight() + QPointF(-18.0, 4.0)
    Words(painter).disc(found.number, middle, _DISC * _TIMES, ACCENT, _RIM)
    painter.restore()


def _notes(notes: Sequence[PlacedNote], is_flat: bool = False) -> DisplayList:
    """Ground and text: what stands at a note's foot would tell what others think of it."""
    alike = by_look(notes)
    return (
        *(() if is_flat else draw_shadows([one.rectangle for one in notes])),
        *draw_fills(alike),
        *(
            Texts([_text(one) for one in found], look.ink, seen_from=READABLE)
            for look, found in alike.items()
        ),
    )


def _text(placed: PlacedNote) -> PlacedText:
    place = placed.rectangle
    block = balanced(placed.note.text, NOTE, max(place.width() - 2 * TEXT_LEFT, 1.0))
    return PlacedText(place.left() + TEXT_LEFT, place.top() + TEXT_TOP - 1, block)


def _paint(painter: QPainter, map: BallotMap, drawn: DisplayList, scale: float = 0.0) -> None:
    paint(painter, map.layout.dressed(drawn), scale or map.scale, smallest_text=0.0)


def _paint_name(painter: QPainter, map: BallotMap, row: SectionRow) -> None:
    """The sign and the name of a section, on a breath of its colour."""
    section, width = row.section, map.names
    tint = NOTE_FILLS[section.colour].mixed(SHEET, _TINT)
    painter.fillRect(QRectF(0, row.top, width - 1, max(row.height, 2_000)), colour(tint))
    painter.fillRect(QRectF(0, row.top, map.size.width(), 1), colour(ROW_LINE))
    sign = section.glyph or kind_of(section.section_kind).glyph
    room = width - NAME_LEFT - 4
    size = SECTION.size * min(1.0, room / max(least_width(section.name, SECTION), 1.0))
    block = text_block(section.name, SECTION._replace(size=size), room)
    top = row.top + 22.0
    drawn = (
        glyph(sign, [QPointF(NAME_LEFT + _SIGN / 2, top + _SIGN / 2)], INK, enlarged=_SIGN / 30),
        Texts([PlacedText(NAME_LEFT, top + _SIGN + 6, block)], INK),
    )
    _paint(painter, map, drawn)


def _paint_columns(painter: QPainter, map: BallotMap, seen: QRectF) -> None:
    pen = QPen(colour(ROW_LINE), 1.4, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([1.5, 4.5])
    painter.setPen(pen)
    for column in map.layout.columns[:-1]:
        if seen.left() < column.right < seen.right():
            x = column.right
            painter.drawLine(QPointF(x, seen.top()), QPointF(x, seen.bottom()))
    for row in map.rows[1:]:
        painter.fillRect(QRectF(seen.left(), row.top, seen.width(), 1), colour(ROW_LINE))


def _disc_at(placed: PlacedNote) -> QPointF:
    return placed.rectangle.topRight() + _DISC_AT


def _disc_fill(one: NumberedNote, best: Collection[int]) -> Colour:
    return Colour.of("#2F6B1C") if one.number in best else DISC
