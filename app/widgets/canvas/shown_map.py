"""The map on the canvas: its layout, kept up with the document, and what each change makes stale."""

from collections.abc import Generator, Iterator, Sequence
from itertools import chain

from PySide6.QtCore import QObject, QRectF, Signal

from app.drawing.call_outs import PlacedCallOut
from app.drawing.drawn_records import concerns_maps
from app.drawing.large_type import LargeType, lay_out_large
from app.drawing.laying_ahead import lay_out_in_steps
from app.drawing.layout import MapLayout, lay_out
from app.drawing.rows import Row
from app.drawing.sections.kind import LiveBody, Span
from app.drawing.theme import NOTE_GAP
from app.model.change import Change
from app.model.document import Document
from app.model.history.versions import Comparison
from app.model.records import Entry, Id, JourneyMap, Note
from app.model.verbs.copying import created
from app.session.editor import Editor
from app.widgets.base.pictures_ready import pictures_ready
from app.widgets.canvas.record_bounds import rectangle_of

_AROUND = NOTE_GAP / 2
"""How far shadows reach out of their notes."""


class ShownMap(QObject):
    """The layout of the map that the editor shows. Emits `laid_out` with the stale parts of the sheet."""

    laid_out = Signal(object)
    """The rectangles, in map units, that no longer look as they did."""
    previewed = Signal(object)
    """The same, where a gesture shows what is not in the document yet."""
    made_room = Signal(object)
    """The layout before, where such a gesture has moved what stands in cells."""
    decoded = Signal(object)
    """The same, where nothing lies elsewhere, but a picture can be painted that could not be before."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.comparison: Comparison | None = None
        """Whose marks are shown from the next layout on; its document is then the editor's."""
        self.large_type: LargeType | None = None
        """In which the map is set from the next layout on, for a room; none is the map's own type."""
        self._ahead: MapLayout | None = None
        """A map as a change will leave it, laid out before that is made."""
        self.layout = self._laid_out()
        editor.changed.connect(self._follow)
        editor.map_changed.connect(self._start_over)
        pictures_ready().ready.connect(self._show_picture)

    def ahead(self, change: Change) -> Generator[float, None, None]:
        """Lay out, in steps, the map that is shown once a change is made, so that it is soon seen then."""
        if self.large_type is not None or self.comparison is not None:
            return
        document = self.editor.document.copy()
        document.apply(change)
        map = next(iter(created(change, JourneyMap)), self.editor.map)
        if map in document:
            self._ahead = yield from lay_out_in_steps(document, map, self.layout)

    def show_again(self) -> None:
        """Lay the map out though nothing of the document has changed."""
        self._lay_out_anew(self.layout)

    def set_large(self, type: LargeType | None) -> None:
        """Set the map in large type, or in its own again."""
        if type != self.large_type:
            self.large_type = type
            self._start_over()

    def preview(self, row: Row) -> None:
        """Show a section as it would be, until the document changes or the preview ends."""
        rows = tuple(row if one.section.id == row.section.id else one for one in self.layout.rows)
        self._show_preview(self.layout._replace(rows=rows))

    def preview_call_out(self, placed: PlacedCallOut) -> None:
        """Show a call-out as it would be, until the document changes or the preview ends."""
        call_outs = tuple(placed if one.id == placed.id else one for one in self.layout.call_outs)
        self._show_preview(self.layout._replace(call_outs=call_outs))

    def preview_change(self, change: Change) -> None:
        """Show the map as a change would make it, until the document changes or the preview ends."""
        before, document = self.layout, self.editor.document.copy()
        document.apply(change)
        self._show_preview(self._laid_out(before, document))
        self.made_room.emit(before)

    def end_preview(self) -> None:
        """Show the document as it is."""
        before = self.layout
        self._show_preview(self._laid_out(before))
        self.made_room.emit(before)

    def _show_preview(self, layout: MapLayout) -> None:
        before, self.layout = self.layout, layout
        self.previewed.emit(stale(before, layout))

    def _follow(self, change: Change) -> None:
        if not concerns_maps(change):
            return
        before = self.layout
        self.layout = self._laid_out(before)
        self.laid_out.emit(stale(before, self.layout))

    def _show_picture(self, picture: Id) -> None:
        """Where a picture is shown the sheet looks otherwise now."""
        document = self.editor.document
        held: Iterator[Note | Entry] = chain(document.all(Note), document.all(Entry))
        places = [rectangle_of(document, self.layout, each.id) for each in held if each.picture == picture]
        if any(persona.picture == picture for persona in document.personas()):
            places = [self.layout.rectangle]
        self.decoded.emit([place for place in places if place is not None])

    def _start_over(self) -> None:
        self._lay_out_anew(None)

    def _lay_out_anew(self, previous: MapLayout | None) -> None:
        before = self.layout
        self.layout = self._laid_out(previous)
        self.laid_out.emit([before.rectangle.united(self.layout.rectangle)])

    def _laid_out(self, previous: MapLayout | None = None, document: Document | None = None) -> MapLayout:
        document = document or self.editor.document
        if self._ahead is not None and self._ahead.map.id == self.editor.map:
            previous, self._ahead = self._ahead, None
        if self.large_type is not None:
            return lay_out_large(document, self.editor.map, self.large_type, previous)
        return lay_out(document, self.editor.map, previous, comparison=self.comparison)


def stale(before: MapLayout, after: MapLayout) -> list[QRectF]:
    """Where two layouts of a map look different: rectangles on the sheet, few rather than small."""
    everything = before.rectangle.united(after.rectangle)
    if _manner(before) != _manner(after):
        return [everything]
    if before.marks != after.marks or before.columns != after.columns or len(before.rows) != len(after.rows):
        return [everything]
    found = []
    if before.title != after.title:
        found.append(QRectF(0, 0, after.width, after.stages.y))
    for old, new in zip(before.rows, after.rows, strict=True):
        if old is new:
            continue
        if (old.y, old.height) != (new.y, new.height) or old.section is not new.section:
            return [*found, QRectF(0, min(old.y, new.y), everything.width(), everything.height())]
        if old.beside != new.beside:
            found.append(QRectF(0, new.y, after.sizes.section_column, new.height))
        found.append(_stale_in(old, new))
    if before.signs != after.signs:
        found += [sign.area for sign in before.signs if sign not in after.signs]
        found += [sign.area for sign in after.signs if sign not in before.signs]
    if before.call_outs != after.call_outs:
        found += [one.area for one in before.call_outs if one not in after.call_outs]
        found += [one.area for one in after.call_outs if one not in before.call_outs]
    if before.legend != after.legend:
        found.append(QRectF(0, after.legend.y, after.width, everything.height()))
    return found


def _manner(layout: MapLayout) -> tuple[object, ...]:
    """What all of a map is drawn in."""
    return (layout.language, layout.sizes, layout.style, layout.family)


def _painted_pieces(row: Row) -> Sequence[Span]:
    """The pieces that the canvas paints itself: without those that it shows by items."""
    return row.body.still_pieces if isinstance(row.body, LiveBody) else row.body.pieces(row.height)


def _stale_in(old: Row, new: Row) -> QRectF:
    """The part of a row whose pieces are not the same objects: its changed cells."""
    before, after = _painted_pieces(old), _painted_pieces(new)
    changed = [*_others(before, after), *_others(after, before)]
    if not changed:
        return QRectF()
    left, right = min(piece.left for piece in changed), max(piece.right for piece in changed)
    top = max(min(piece.top for piece in changed), 0.0)
    bottom = min(max(piece.bottom for piece in changed), new.height)
    return QRectF(left, new.y + top, right - left, bottom - top).adjusted(0, -_AROUND, 0, _AROUND)


def _others(pieces: Sequence[Span], known: Sequence[Span]) -> list[Span]:
    """The pieces that are not among those known."""
    ids = set(map(id, known))
    return [piece for piece in pieces if id(piece) not in ids]
