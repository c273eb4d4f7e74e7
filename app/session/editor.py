"""The editor: one open project, what is shown of it and what is selected; widgets talk through it.

It knows no widget. A widget reads the document, listens to the signals and hands its Changes to `do`.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.language.phrases import phrase, tr
from app.model.change import Change
from app.model.document import Document
from app.model.fullness import why_full
from app.model.history.history import History
from app.model.history.history_cursor import difference, go_back
from app.model.history.steps import Step, Thinned, UnfitStepError
from app.model.labels import Label
from app.model.records import (
    AgendaItem,
    Id,
    InCell,
    JourneyMap,
    Lock,
    NoteColour,
    Persona,
    Record,
    Section,
    Stage,
)
from app.session.large_changes import (
    LARGE_CHANGE,
    Announce,
    Prepare,
    at_once,
    count_with_held,
    nothing_ahead,
    record_count,
)
from app.session.layout_lock import is_locked
from app.session.selected import Selected
from app.session.selection import Cell, Selection
from app.session.spelling import Spelling
from app.session.undo_focus import trace_of
from app.storage.errors import ProjectFileError

Then = Callable[[Change], object]
"""What is done after a change was made, with the change: not where it was stopped."""

NOT_WHILE_PRESENTING = phrase(
    "Nothing can be changed while the map is presented. Press Esc to end the presentation."
)
_BESIDE_MAPS = (Persona, AgendaItem)
"""What has a page of its own, which follows the selection."""


class Editor(QObject):
    """Everything the window's parts share. Whatever changes the project or its history goes through it.

    Nothing is changed in a project that is open for reading, nor while the map is presented.
    """

    changed = Signal(object)
    """A Change was applied to the document."""
    stepped = Signal()
    """A step of the history was taken; what can be undone now is known only after `changed`."""
    turned = Signal()
    """A step was undone or done again, and what it changed is selected: to be brought into view."""
    selection_changed = Signal()
    map_changed = Signal()
    """Another map is shown."""
    failed = Signal(str)
    """Something could not be done; a sentence says why."""
    layout_refused = Signal()
    """The layout is locked, and something was to change it."""
    note_colour_changed = Signal()

    def __init__(self, history: History, read_only: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = history
        self._is_for_reading = read_only
        self.is_presented = False
        """Whether the map is being shown to others, who must not see it change by a stray key."""
        self.lock: Lock = "nothing"
        """What cannot be changed while people talk."""
        self.announce: Announce = at_once
        """Announces what is large. It may come to be done later, or never."""
        self.prepare: Prepare = nothing_ahead
        """Makes ready, in steps, what a large change will need once it is made."""
        self.selection = Selection()
        self._selected: Selected | None = None
        self._chosen_colour: NoteColour | None = None
        self.map: Id = self.document.maps()[0].id
        self.spelling = Spelling(lambda: history.document, self)
        self._unsubscribe = (
            self.document.subscribe(self._after_change),
            self.history.subscribe(lambda _: self.stepped.emit()),
            self.history.subscribe_to_thinning(lambda _: self.stepped.emit()),
        )

    @property
    def document(self) -> Document:
        return self.history.document

    @property
    def read_only(self) -> bool:
        """Whether nothing can be edited now."""
        return self._is_for_reading or self.is_presented

    @read_only.setter
    def read_only(self, is_for_reading: bool) -> None:
        self._is_for_reading = is_for_reading

    @property
    def is_layout_locked(self) -> bool:
        """Whether something is locked: the layout at the least, or all but that."""
        return self.lock != "nothing"

    @is_layout_locked.setter
    def is_layout_locked(self, is_locked: bool) -> None:
        self.lock = "layout" if is_locked else "nothing"

    @property
    def is_for_reading(self) -> bool:
        """Whether the project is open for reading alone, presented or not."""
        return self._is_for_reading

    def present(self, is_presented: bool) -> None:
        """Let nothing be edited while the map is shown to others. What shows the selection looks again."""
        self.is_presented = is_presented
        self.selection_changed.emit()

    def do(self, change: Change, merge_key: Hashable = None, then: Then | None = None) -> None:
        """Make a change (see History.do), and call `then` with it once that is done.

        A large one is announced before, and may be stopped; but nothing that grows, for that is being typed.
        Nothing happens in a project that is open for reading, nor where it would become too large.
        """
        if not self._refuses(change):
            size = 0 if merge_key is not None else record_count(self.document, change)
            self.announced(str(change.label), size, partial(self._make, change, merge_key, then), change)

    def do_to(
        self, ids: Iterable[Id], verb: Callable[[], Change], doing: str, then: Then | None = None
    ) -> None:
        """Make the change that a verb makes of some records, which may be so many that the verb takes long.

        With so many it is announced before the verb is asked, by what is being done: "Moving".
        """
        size = count_with_held(self.document, ids)
        if size < LARGE_CHANGE or self.read_only:
            self.do(verb(), then=then)
        else:
            self.announced(doing, size, lambda: self.do(verb(), then=then))

    def do_at_once(self, change: Change) -> None:
        """Make a change that what is being typed waits for, however large it is."""
        if not self._refuses(change):
            self._make(change, None, None)

    def announced(
        self, doing: str, size: int, do: Callable[[], object], change: Change | None = None
    ) -> None:
        """Do something with so many records: now, or with very many once that was announced.

        What a change that is to be made by it needs is made ready meanwhile.
        """
        if size < LARGE_CHANGE:
            do()
        else:
            self.announce(f"{doing}…", do, self.prepare(change) if change is not None else None)

    def _refuses(self, change: Change) -> bool:
        if self._is_locked(change):
            return True
        if (why := why_full(self.document, change)) is not None:
            self.failed.emit(str(why))
        return why is not None

    def _is_locked(self, change: Change) -> bool:
        """Whether nothing, or nothing like it, can be changed now; it is said why."""
        if self.is_presented and not self._is_for_reading and change:
            self.failed.emit(str(NOT_WHILE_PRESENTING))
        if self.read_only:
            return True
        if is_locked(change, self.lock):
            self.layout_refused.emit()
            return True
        return False

    def _make(self, change: Change, merge_key: Hashable, then: Then | None) -> None:
        if self._is_locked(change):
            return
        self.history.do(change, merge_key)
        if then is not None:
            then(change)

    def do_aside(self, change: Change, merge_key: Hashable = None) -> None:
        """Make a change to what the presenter alone sees, also while a map is presented."""
        if not self._is_for_reading and why_full(self.document, change) is None:
            self.history.do(change, merge_key)

    def happened(self, change: Change) -> bool:
        """Keep what happened in a workshop, also while a map is presented. Returns whether it could be."""
        if not self._is_for_reading:
            self.history.happened(change)
        return not self._is_for_reading

    def name_moment(self, name: str) -> Step | None:
        """Give the project as it is now a name, also while a map is presented. None where that cannot be."""
        return None if self._is_for_reading else self.history.mark(name)

    def end_merge(self) -> None:
        """End the growing of the last step: what comes next is a step of its own."""
        self.history.end_merge()

    def save_version(self, name: str) -> bool:
        """Give the project as it is now a name. Returns whether that could be."""
        if not self.read_only:
            self.history.mark(name)
        return not self.read_only

    def save_version_before_next(self, name: Label) -> None:
        """Save a version before the next step, unless what there is now is one already."""
        if not self.read_only:
            self.history.mark_before_next(name)

    def go_back(self, document: Document, label: Label, then: Then | None = None) -> None:
        """Make the project what it was, with a version before."""
        if self.read_only:
            return

        def go() -> None:
            change = go_back(self.history, document, label)
            if then is not None:
                then(change)

        change = difference(self.document, document, label)
        self.announced(str(change.label), record_count(self.document, change), go, change)

    def thin_history(self, thinned: Thinned) -> bool:
        """Put a thinned-out history in the place of the project's. Returns whether that could be."""
        if not self.read_only:
            self.history.thin(thinned)
        return not self.read_only

    def undo(self) -> None:
        self._turn(True, self.history.undoable)

    def redo(self) -> None:
        self._turn(False, self.history.redoable)

    def _turn(self, is_undo: bool, step: Step | None) -> None:
        """Undo or redo. What was done in an earlier session is read from the file, which may fail."""
        if self.read_only or step is None:
            return
        try:
            change = self.history.change_of(step)
        except ProjectFileError as error:
            self.failed.emit(str(error))
            return
        change = change.inverse() if is_undo else change
        size = record_count(self.document, change)
        doing = (
            tr("Undo {step}", step=str(step.label)) if is_undo else tr("Redo {step}", step=str(step.label))
        )
        self.announced(doing, size, partial(self._take_turn, is_undo), change)

    def _take_turn(self, is_undo: bool) -> None:
        if self.read_only:
            return
        try:
            change = self.history.undo() if is_undo else self.history.redo()
        except (ProjectFileError, UnfitStepError) as error:
            self.failed.emit(str(error))
            return
        if change:
            self._show(change, is_undo)
            self.turned.emit()

    def select(self, ids: Iterable[Id], cell: Cell | None = None) -> None:
        """Select records of the map shown; the cursor goes to `cell`, or to the cell of the last note."""
        ids = tuple(dict.fromkeys(id for id in ids if id in self.document))
        self._set_selection(Selection(ids, cell or self._cell_of(ids) or self.selection.cell))

    def select_cell(self, cell: Cell | None) -> None:
        self._set_selection(Selection((), cell))

    @property
    def selected(self) -> Selected:
        """What is selected, as it is now."""
        if self._selected is None:
            found = map(self.document.find, self.selection.ids)
            self._selected = Selected(record for record in found if record is not None)
        return self._selected

    def show_map(self, map: Id) -> None:
        if map != self.map:
            self.map = map
            self._set_selection(Selection())
            self.map_changed.emit()

    @property
    def note_colour(self) -> NoteColour | None:
        """The colour of the selected notes or, with none selected, of the next note in the cursor's cell.

        None where the notes differ, or where there is neither note nor cell.
        """
        colours = self.selected.colours
        if colours:
            return next(iter(colours)) if len(colours) == 1 else None
        cell = self.selection.cell
        return self._chosen_colour or (self.document.get(Section, cell.section).colour if cell else None)

    @property
    def next_note_colour(self) -> NoteColour | None:
        """The colour chosen for the next note; none means its section's own."""
        return self._chosen_colour

    def choose_note_colour(self, colour: NoteColour | None) -> None:
        """Give the next notes a colour; none means each section's own."""
        if colour != self._chosen_colour:
            self._chosen_colour = colour
            self.note_colour_changed.emit()

    def close(self) -> None:
        for unsubscribe in self._unsubscribe:
            unsubscribe()

    def _show(self, change: Change, is_undo: bool) -> None:
        """Show and select what an undo or redo brought back or changed."""
        map, ids, cell = trace_of(self.document, change, is_undo)
        if map is not None:
            self.show_map(map)
        if ids or cell or not self._show_beside(change):
            self.select(ids, cell)

    def _show_beside(self, change: Change) -> bool:
        """Select what came back or changed beside the maps, or leave it selected. Returns whether it is."""
        changed = [edit for edit in change if isinstance(edit.after, _BESIDE_MAPS)]
        back = [edit for edit in changed if edit.before is None]
        if back or not {edit.record.id for edit in changed}.intersection(self.selection.ids):
            for edit in (back or changed)[-1:]:
                self.select([edit.record.id])
        return self.selected.any_of(_BESIDE_MAPS)

    def _after_change(self, change: Change) -> None:
        """Let nothing be selected that is gone, before anybody hears of the change."""
        self._selected = None
        selection = self._still_there(self.selection, change)
        is_other_selection, self.selection = selection != self.selection, selection
        if self.map not in self.document:
            self.map = self.document.maps()[0].id
            self.map_changed.emit()
        self.spelling.follow(change)
        self.changed.emit(change)
        if is_other_selection:
            self.selection_changed.emit()

    def _still_there(self, selection: Selection, change: Change) -> Selection:
        ids = tuple(id for id in selection.ids if id in self.document)
        if selection.cell is None:
            return Selection(ids)
        gone = {edit.before.id: edit.before for edit in change if edit.before and edit.after is None}
        section, stage = (self._there_or_beside(id, gone.get(id)) for id in selection.cell)
        return Selection(ids, Cell(section, stage) if section and stage else None)

    def _there_or_beside(self, id: Id, gone: Record | None) -> Id | None:
        """The stage or section of the cursor or, where that is gone, the one that stands in its place."""
        if not isinstance(gone, Stage | Section):
            return id if id in self.document else None
        siblings = self.document.siblings(gone.place)
        return siblings[min(gone.position, len(siblings) - 1)].id if siblings else None

    def _set_selection(self, selection: Selection) -> None:
        if selection == self.selection:
            return
        before, self.selection = self.selection.cell, selection
        self._selected = None
        if before and selection.cell and before.section != selection.cell.section:
            self.choose_note_colour(None)
        self.selection_changed.emit()

    def _cell_of(self, ids: tuple[Id, ...]) -> Cell | None:
        last = self.document.find(ids[-1]) if ids else None
        return Cell(last.section, last.stage) if isinstance(last, InCell) else None

    @property
    def journey_map(self) -> JourneyMap:
        return self.document.get(JourneyMap, self.map)
