"""Impact × effort laid out for a room: where each note lies, and all that is drawn of it."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.drawing.display import DisplayList, Rectangles, Stroke
from app.drawing.matrix.colours import MatrixColours
from app.drawing.matrix.geometry import Geometry
from app.drawing.matrix.making_room import make_room
from app.drawing.matrix.plane import draw_axes, draw_plane, quadrant_words
from app.drawing.matrix.stickies import Sticky, draw_on_edge, draw_slot, draw_stickies, sticky_size, times_on
from app.drawing.matrix.tray import (
    ROOM_FOR_FOOT,
    draw_said,
    draw_tray,
    draw_tray_foot,
    draw_tray_head,
    left_out_words,
    more_words,
    tray_stickies,
)
from app.drawing.theme import Colour
from app.model.analysis.matrix import At
from app.model.analysis.matrix_notes import Matrix, MatrixNote
from app.model.records import Id

SMALLEST = 0.6
"""How small notes may get on a plane with many, where nobody reads them from afar."""
_BESIDE = 14.0
"""What is free between the edge of the plane and a note: its number reaches out of it."""
_RING = 5.0
_SHADOW = Colour(29, 36, 51, 0.035, "shadow")
"""Of a note in a hand: of some layers, each wider than the one over it."""


class DrawnMatrix:
    """`last`: those that were placed last keep their place before others. `carried`: what is in a hand."""

    def __init__(
        self,
        matrix: Matrix,
        size: QSizeF,
        colours: MatrixColours | None = None,
        least: float = SMALLEST,
        last: Sequence[Id] = (),
        carried: Id | None = None,
        has_tray: bool = True,
    ) -> None:
        self.matrix, self.last, self.carried = matrix, last, carried
        self.geometry = Geometry(size, has_tray)
        self.colours = colours or MatrixColours()
        self.scrolled = 0.0
        self._least = least

    @cached_property
    def times(self) -> float:
        """How large notes are on the plane."""
        return times_on(self.geometry.plane, self.matrix.placed, self._least)

    @cached_property
    def placed(self) -> tuple[Sticky, ...]:
        """What stands on the plane, without what is carried."""
        found = {one.note.id: one for one in self.matrix.placed if one.note.id != self.carried}
        wanted = {id: self.geometry.place_of(one.at) for id, one in found.items() if one.at is not None}
        sizes = {id: sticky_size(one, self.times) for id, one in found.items()}
        room = self.geometry.plane.adjusted(_BESIDE, _BESIDE + 6, -_BESIDE, -_BESIDE)
        # With what reaches out of a note's upper edge.
        above = 12 * self.times
        grown = {id: QSizeF(size.width(), size.height() + 2 * above) for id, size in sizes.items()}
        words = [area for _, area, _ in quadrant_words(self.geometry.plane)]
        places = make_room(wanted, grown, room, self.last, words)
        return tuple(
            Sticky(one, places[id].adjusted(0, above, 0, -above), self.times) for id, one in found.items()
        )

    @cached_property
    def waiting(self) -> tuple[Sticky, ...]:
        """What lies in the tray, as far as it is scrolled."""
        if not self.geometry.has_tray:
            return ()
        return tuple(
            sticky._replace(place=sticky.place.translated(0, -self.scrolled))
            for sticky in tray_stickies(self.geometry, self.matrix)
        )

    def scroll(self, to: float) -> None:
        """Scroll the notes of the tray."""
        self.scrolled = to
        for name in ("waiting", "tray"):
            self.__dict__.pop(name, None)

    @property
    def longest_scroll(self) -> float:
        bottom = max((sticky.place.bottom() for sticky in self.waiting), default=0.0) + self.scrolled
        foot = ROOM_FOR_FOOT if self.matrix.left_out else 24.0
        return max(bottom + foot - self.geometry.tray.height(), 0.0)

    @cached_property
    def ground(self) -> DisplayList:
        """Under all notes."""
        return (*self.tray_ground, *draw_plane(self.geometry))

    @property
    def tray_ground(self) -> DisplayList:
        return draw_tray(self.geometry, self.colours) if self.geometry.has_tray else ()

    def axes(self, lit: At | None = None) -> DisplayList:
        return draw_axes(self.geometry, self.matrix.about, self.colours, lit)

    @cached_property
    def notes(self) -> DisplayList:
        """What stands on the plane."""
        return draw_stickies(self.placed)

    @cached_property
    def tray(self) -> DisplayList:
        """What lies in the tray, to be seen within it alone."""
        if not self.geometry.has_tray:
            return ()
        area, colours = self.geometry.tray, self.colours
        seen = [
            one for one in self.waiting if one.place.bottom() > 0 and one.place.top() < area.bottom() + 30
        ]
        slot: DisplayList = ()
        for one in seen:
            if one.one.note.id == self.carried:
                slot = draw_slot(one.place, one.one.number, colours.secondary, colours.secondary.mixed(
                    colours.tray, 0.5))  # fmt: skip
        lying = [one for one in seen if one.one.note.id != self.carried]
        return (
            *draw_stickies(lying),
            *slot,
            *draw_tray_head(self.geometry, self.matrix, colours),
            *draw_tray_foot(self.geometry, left_out_words(self.matrix.left_out), colours),
            *draw_said(self.geometry, self.matrix, colours),
        )

    @property
    def whole(self) -> DisplayList:
        """All of it, for paper, which does not scroll: of what waits as many as there is room for."""
        return (*self.ground, *self.axes(), *self.notes, *self._tray_of_paper)

    @property
    def _tray_of_paper(self) -> DisplayList:
        if not self.geometry.has_tray:
            return ()
        bottom = self.geometry.tray.bottom() - ROOM_FOR_FOOT
        lying = [one for one in self.waiting if one.place.bottom() < bottom]
        more = len(self.waiting) - len(lying) + self.matrix.left_out
        return (
            *draw_stickies(lying),
            *draw_tray_head(self.geometry, self.matrix, self.colours),
            *(draw_tray_foot(self.geometry, more_words(more), self.colours) if more else ()),
        )

    def sticky_at(self, place: QPointF) -> Sticky | None:
        """The note that is seen at a place."""
        in_tray = self.geometry.tray.contains(place)
        lying = self.waiting if in_tray else self.placed
        return next((one for one in reversed(lying) if one.place.contains(place)), None)

    def sticky_of(self, id: Id | None) -> Sticky | None:
        return next((one for one in (*self.waiting, *self.placed) if one.one.note.id == id), None)

    def ring(self, id: Id | None) -> DisplayList:
        """Around the note that is picked, under what stands on its edge."""
        found = self.sticky_of(id)
        if found is None or id == self.carried:
            return ()
        area = found.place.adjusted(-_RING, -_RING, _RING, _RING)
        line = Rectangles([area], stroke=Stroke(self.colours.accent, 4.5), radius=12)
        return (line, *draw_on_edge(found))

    @property
    def edge(self) -> DisplayList:
        """Around all of it, where keys come to it."""
        area = QRectF(QPointF(0, 0), self.geometry.size).adjusted(2, 2, -2, -2)
        return (Rectangles([area], stroke=Stroke(self.colours.accent, 4.0)),)

    def lifted(self, one: MatrixNote) -> tuple[QSizeF, DisplayList]:
        """A note as it lies in a hand, around its middle, over its shadow; and how large it is."""
        size = sticky_size(one, self.times)
        place = QRectF(QPointF(-size.width() / 2, -size.height() / 2), size)
        shadow = [place.adjusted(-by, 8 - by * 0.6, by, 8 + by * 1.3) for by in range(0, 27, 3)]
        return size, (
            *(Rectangles([one], fill=_SHADOW, radius=8 + 3.0 * level) for level, one in enumerate(shadow)),
            *draw_stickies([Sticky(one, place, self.times)]),
        )
