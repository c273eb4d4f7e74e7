"""Placing by impact × effort: which note is picked, and where one is carried before it is put down.

What is put down goes into the project at once, as a step; what is carried would not be missed after a crash.
Whoever shows it paints `matrix`, `picked` and `carried`.
"""

from PySide6.QtCore import QObject, Signal

from app.model.analysis.matrix import EFFORTS, IMPACTS, At, place_of
from app.model.analysis.matrix_notes import About, Matrix, MatrixNote, matrix_of
from app.model.change import Change
from app.model.records import Id, Note
from app.model.verbs.matrix import place_note, take_off_matrix
from app.session.editor import Editor

STEP = 1 / 30
"""How far one press of an arrow goes, of the whole axis."""
_MIDDLES = (1 / 6, 1 / 2, 5 / 6)
_AT_FIRST = At(0.5, 0.5)


class ImpactEffort(QObject):
    """The notes of the map that is shown. `changed` is emitted whenever something else is to be shown."""

    changed = Signal()

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.about: About = "opportunity"
        self.is_only_voted = True
        self.picked: Id | None = None
        """The note that keys move."""
        self.carried: At | None = None
        """Where the picked note is held, while it is not put down."""
        self._matrix: Matrix | None = None
        self._last: list[Id] = []
        editor.changed.connect(self._follow)
        editor.map_changed.connect(self._begin_anew)

    # What there is to see

    @property
    def matrix(self) -> Matrix:
        if self._matrix is None:
            editor = self._editor
            self._matrix = matrix_of(editor.document, editor.map, self.about, self.is_only_voted)
        return self._matrix

    @property
    def picked_note(self) -> MatrixNote | None:
        return self.matrix.find(self.picked)

    @property
    def last(self) -> tuple[Id, ...]:
        """Those that were put down since, the last first: they keep their place before others."""
        return tuple(self._last)

    # What presses do

    def choose(self, about: About) -> None:
        """Place ideas, or pain points."""
        if about != self.about:
            self.about = about
            self._begin_anew()

    def offer_only_voted(self, is_only_voted: bool) -> None:
        """Of too many notes offer those with votes, or all the same."""
        self.is_only_voted = is_only_voted
        self._matrix = None
        self.changed.emit()

    def pick(self, note: Id | None) -> None:
        """Have keys move a note. What is carried meanwhile is put back."""
        if note != self.picked or self.carried is not None:
            self.picked, self.carried = note, None
            self.changed.emit()

    def step(self, by: int) -> bool:
        """Pick the next note or the previous, those that wait first. Returns whether there was one.

        What is carried is put down before.
        """
        return self._step([one.note.id for one in self.matrix.all], by, goes_round=False)

    def step_waiting(self, by: int) -> None:
        """Pick the next note that waits, or the previous: what a clicker can."""
        self._step([one.note.id for one in self.matrix.waiting], by, goes_round=True)

    def move(self, effort: int, impact: int, by_thirds: bool = False) -> None:
        """Carry the picked note a step, or to the middle of the next third."""
        one = self.picked_note
        if one is None or self._editor.read_only:
            return
        at = self.carried or one.at
        if at is None:
            # It comes in where what is known of it says.
            note = one.note
            self.carried = At(
                place_of(EFFORTS, note.effort, note.effort_at) if note.effort else _AT_FIRST.effort,
                place_of(IMPACTS, note.impact, note.impact_at) if note.impact else _AT_FIRST.impact,
            )
            at = self.carried
        go = _third if by_thirds else _step
        self.carried = At(go(at.effort, effort), go(at.impact, impact))
        self.changed.emit()

    def carry(self, at: At | None) -> None:
        """Hold the picked note over a place, or nowhere."""
        if at != self.carried:
            self.carried = at
            self.changed.emit()

    def put_down(self) -> bool:
        """Place the note that is carried. Returns whether one was."""
        note, at = self.picked, self.carried
        if note is None or at is None:
            return False
        self.carried = None
        if note in self._editor.document:
            self._last = [note, *(id for id in self._last if id != note)]
            self._editor.do(place_note(self._editor.document, note, at.effort, at.impact))
        self.changed.emit()
        return True

    def put_back(self) -> bool:
        """Have what is carried where it was. Returns whether something was."""
        was_carried = self.carried is not None
        self.carry(None)
        return was_carried

    def take_off(self) -> None:
        """Back to the tray with the picked note."""
        one = self.picked_note
        self.put_back()
        if one is not None and one.at is not None:
            self._editor.do(take_off_matrix(self._editor.document, [one.note.id]))

    # How it is done

    def _step(self, ids: list[Id], by: int, goes_round: bool) -> bool:
        at = ids.index(self.picked) if self.picked in ids else -1 if by > 0 else len(ids)
        after = ids[at + 1 :] if by > 0 else ids[:at][::-1]
        wanted = after[0] if after else (ids[0 if by > 0 else -1] if goes_round and ids else None)
        self.put_down()
        if wanted is None:
            return False
        self.pick(wanted)
        return True

    def _follow(self, change: Change) -> None:
        self._matrix = None
        if self.picked is not None and not isinstance(self._editor.document.find(self.picked), Note):
            self.picked, self.carried = None, None
        self.changed.emit()

    def _begin_anew(self) -> None:
        self._matrix, self.picked, self.carried, self._last = None, None, None, []
        self.changed.emit()


def _step(at: float, by: int) -> float:
    return min(max(at + by * STEP, 0.0), 1.0)


def _third(at: float, by: int) -> float:
    """The middle of the next third that way; where there is none, of this one."""
    if not by:
        return at
    third = min(int(at * 3), 2)
    return _MIDDLES[min(max(third + by, 0), 2)]
