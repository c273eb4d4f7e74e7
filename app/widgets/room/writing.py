"""Writing in front of others: the canvas in large type, with what a clicker sends while somebody types."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent

from app.drawing.large_type import row_type
from app.drawing.theme import PIXELS_PER_UNIT
from app.model.kinds import taken_by
from app.model.records import Id, Note, Section
from app.model.verbs.legend import meanings
from app.session.selection import Cell
from app.widgets.canvas.navigation import next_stage
from app.widgets.canvas.view import CanvasView
from app.widgets.room.back_row import times
from app.widgets.room.clock.room_keys import RoomKeys
from app.widgets.room.clock.ticking import Ticking
from app.widgets.room.clock.unlit import UnlitRows
from app.widgets.room.lock_corner import LockCorner
from app.widgets.room.sent_note import SentNote
from app.widgets.room.writing_foot import WritingFoot
from app.widgets.room.writing_strip import WritingStrip
from app.widgets.shell import Shell
from app.workshop.show import Show

_CLICKED = ("", "b", ".")
"""What a new note holds that nobody wrote: a clicker sends these letters to have the screen blank."""
_STEPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class Writing(QObject):
    """What is different on the canvas while it is written on in front of others."""

    is_edited = True

    def __init__(self, window: Shell, show: Show, ticking: Ticking, keys: RoomKeys) -> None:
        super().__init__(window.widget)
        self._window, self._show, self._canvas = window, show, window.canvas
        self._workshop, self._keys = ticking.workshop, keys
        self.strip = WritingStrip(ticking)
        window.put_notice(self.strip)
        self.foot = WritingFoot(ticking)
        window.put_below(self.foot)
        self._lock = window.actions_by_name["view.lock"]
        self._corner = LockCorner(self._canvas.viewport())
        self._corner.clicked.connect(self._lock.trigger)
        self._lock.changed.connect(self._place_corner)
        window.canvas.verticalScrollBar().valueChanged.connect(self._place_corner)
        SentNote(self._canvas)
        self._unlit = UnlitRows(self._canvas)
        ticking.workshop.changed.connect(self._light_rows)
        self._kept = window.canvas.typing.is_nothing
        self._is_on = False
        window.canvas.installEventFilter(self)
        window.canvas.viewport().installEventFilter(self)
        window.editor.selection_changed.connect(self._tell)
        window.editor.note_colour_changed.connect(self._tell)

    @property
    def widget(self) -> CanvasView:
        return self._canvas

    @property
    def top(self) -> WritingStrip:
        return self.strip

    def begin(self) -> None:
        """Go to a cell of the stage that the room has just seen."""
        self._is_on = True
        self._canvas.typing.is_nothing = lambda text: text.strip().lower() in _CLICKED
        self._canvas.minimap.is_wanted = False
        self._show_bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for strip in (self.strip, self.foot):
            strip.begin(self._window.widget.height())
        self._select(self._show.slide.stage)
        self._light_rows()
        self._fit()
        self._canvas.setFocus()
        self._canvas.show_where_the_cursor_is()
        self._place_corner()
        self._tell()

    def end(self) -> None:
        """Keep what is being written, and set the map in its own type again."""
        self._window.end_typing()
        self._is_on = False
        self._unlit.light(())
        self._canvas.typing.is_nothing = self._kept
        self._canvas.minimap.is_wanted = True
        self._show_bars(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._canvas.shown.set_large(None)
        self._corner.hide()
        for strip in (self.strip, self.foot):
            strip.end()

    def cover(self, is_blank: bool) -> None:
        for strip in (self.strip, self.foot):
            strip.setHidden(is_blank)

    @property
    def stage(self) -> Id | None:
        """The stage of the cell that is written in."""
        cell = self._window.editor.selection.cell
        return cell.stage if cell else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._is_on:
            return False
        if event.type() == QEvent.Type.Resize and watched is self._canvas.viewport():
            self._fit()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._is_for_show(event):
                event.accept()
                return True
        elif (
            event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._canvas
        ):
            return self._take(event)
        return False

    def _is_for_show(self, event: QKeyEvent) -> bool:
        return self._keys.knows(event) or (event.key() in _STEPS and not event.modifiers())

    def _take(self, event: QKeyEvent) -> bool:
        if self._keys.take(event):
            return True
        if self._is_for_show(event):
            self._go(_STEPS[Qt.Key(event.key())])
            return True
        is_free = self._canvas.typing.edited is None and not self._canvas.pointer.is_busy
        if event.key() == Qt.Key.Key_Escape and is_free:
            self._show.show()
            return True
        return False

    def _go(self, step: int) -> None:
        """End the note and go to the next stage of the section, or the previous."""
        self._canvas.typing.finish()
        next_stage(self._window.editor, self._canvas.shown.layout, step)
        self._canvas.show_where_the_cursor_is()

    def _select(self, stage: Id | None) -> None:
        """The cursor's cell, in the stage that was shown; else the first that takes notes.

        Of an agenda item that lights sections and stages, one of those.
        """
        editor, item = self._window.editor, self._workshop.item
        stages, sections = editor.document.stages(editor.map), editor.document.sections(editor.map)
        cell = editor.selection.cell
        lit = self._workshop.lit.sections
        takes = [one.id for one in sections if taken_by(one) is Note and (not lit or one.id in lit)]
        section = cell.section if cell and (not lit or cell.section in lit) else next(iter(takes), None)
        among = [one.id for one in stages if item is None or not item.stages or one.id in item.stages]
        wanted = stage or (cell.stage if cell else None)
        if wanted not in among:
            wanted = next(iter(among), None)
        if section is not None and wanted is not None and cell != Cell(section, wanted):
            editor.select_cell(Cell(section, wanted))
            if item is not None and item.colour is not None:
                editor.choose_note_colour(item.colour)

    def _fit(self) -> None:
        """Type for the room's screen, in which as many stages stand as there is room for."""
        size, layout = self._canvas.maximumViewportSize(), self._canvas.shown.layout
        names = [row.section.name for row in layout.rows]
        height, columns = self._window.widget.height(), layout.columns
        type = row_type(size.width(), height, len(columns), names, times(), columns)
        if type == self._canvas.shown.large_type:
            return
        self._canvas.shown.set_large(type)
        self._canvas.set_zoom(type.scale / PIXELS_PER_UNIT)
        for strip in (self.strip, self.foot):
            strip.fit(height)
        # From the names of the sections on, the one that is written on under the headers; the cursor's cell
        # may be beyond.
        self._canvas.horizontalScrollBar().setValue(0)
        self._canvas.verticalScrollBar().setValue(int(self._top_of_row() * type.scale))
        self._canvas.show_where_the_cursor_is()

    def _top_of_row(self) -> float:
        """Where the picture begins, on the sheet, that shows the cursor's section below the headers."""
        layout, cell = self._canvas.shown.layout, self._window.editor.selection.cell
        row = next((row for row in layout.rows if cell and row.section.id == cell.section), None)
        return row.y - layout.stages_height if row is not None else layout.stages.y

    def _place_corner(self) -> None:
        """Left of the stages, where they are held at the top or, before, where they stand."""
        layout, type = self._canvas.shown.layout, self._canvas.shown.large_type
        self._corner.setVisible(self._is_on and self._lock.isChecked() and type is not None)
        if type is not None:
            top = max(self._canvas.mapFromScene(0, layout.stages.y).y(), 0)
            width, height = layout.sizes.section_column * type.scale, layout.stages_height * type.scale
            self._corner.stand_in(QRectF(0, top, width, height), self._window.widget.height())

    def _light_rows(self) -> None:
        """What the agenda item is not about stands back."""
        if self._is_on:
            self._unlit.light(self._workshop.lit.sections)

    def _show_bars(self, policy: Qt.ScrollBarPolicy) -> None:
        self._canvas.setHorizontalScrollBarPolicy(policy)
        self._canvas.setVerticalScrollBarPolicy(policy)

    def _tell(self) -> None:
        if not self._is_on:
            return
        editor = self._window.editor
        cell = editor.selection.cell
        section = editor.document.find(cell.section) if cell else None
        if isinstance(section, Section):
            colour = editor.next_note_colour or section.colour or "yellow"
            self.strip.tell(section.name, section.hint, colour)
            self.foot.tell(meanings(editor.document).get(colour, ""), colour)
