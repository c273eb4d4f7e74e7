"""What of a map the room sees now, and what each press of a key or clicker makes of it.

It holds no map and changes none: it is told how many pages each stage has, and tells which picture is on.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.records import Id
from app.workshop.pictures import WHOLE, Picture, nearest, pictures_of

Mode = Literal["off", "showing", "writing"]
JUMP_AFTER = 600
"""Milliseconds after the last digit: then the show goes to the stage of that number."""
END_WITHIN = 2000
"""Milliseconds within which a second Esc ends the show."""
_MOST_DIGITS = 3


class Show(QObject):
    """A show, from its start to its end. `changed` is emitted whenever the room sees something else."""

    changed = Signal()
    jump_missed = Signal(int)
    """There is no stage of that number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mode: Mode = "off"
        self.picture = WHOLE
        self.is_blank = False
        self.is_ending = False
        """Whether Esc was pressed once: again, and the show is over."""
        self.digits = ""
        """Those of a stage's number that were typed so far."""
        self.uncovered: int | None = None
        """How many sections of the stage are uncovered; none where all of it is seen."""
        self._stages: tuple[Id, ...] = ()
        self._pages: Mapping[Id, int] = {}
        self._parts: Mapping[Picture, int] = {}
        self._jump = self._timer(JUMP_AFTER, self.jump)
        self._end = self._timer(END_WITHIN, self._stay)

    def _timer(self, milliseconds: int, then: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(then)
        return timer

    # The show itself

    def tell_stages(self, stages: Sequence[Id], parts: Mapping[Id, Sequence[int]]) -> None:
        """Say which stages there are, and how many sections stand on each page of each."""
        self._stages = tuple(stages)
        self._pages = {stage: len(pages) for stage, pages in parts.items()}
        self._parts = {
            Picture(stage, page): count for stage, pages in parts.items() for page, count in enumerate(pages)
        }
        self.picture = nearest(self.pictures, self.picture)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        return pictures_of(self._stages, self._pages)

    @property
    def number(self) -> int:
        """Which stage is shown, counted from 1; 0 where it is the whole map."""
        stage = self.picture.stage
        return self._stages.index(stage) + 1 if stage is not None else 0

    @property
    def count(self) -> int:
        return len(self._stages)

    def start(self) -> None:
        self.mode, self.picture = "showing", nearest(self.pictures, self.picture)
        self._rest()
        self.changed.emit()

    def stop(self) -> None:
        self.mode = "off"
        self._rest()
        self.changed.emit()

    def write(self) -> None:
        """Leave showing for writing."""
        self._rest()
        self.mode = "writing"
        self.changed.emit()

    def show(self) -> None:
        """Come back from writing."""
        self.mode = "showing"
        self.changed.emit()

    # What presses do

    def go(self, step: int) -> None:
        """To the next picture (1) or the previous (−1); a picture that is blank comes back instead."""
        if self._came_back():
            return
        if self.uncovered is not None and self._uncover(step):
            return
        pictures = self.pictures
        self._turn_to(pictures[(pictures.index(self.picture) + step) % len(pictures)], step)

    def go_in_stage(self, step: int) -> None:
        """To the next or previous sections of the stage; never out of it."""
        if self._came_back() or (self.uncovered is not None and self._uncover(step)):
            return
        moved = self.picture._replace(page=self.picture.page + step)
        if moved in self.pictures:
            self._turn_to(moved, step)

    def go_to_end(self, is_last: bool) -> None:
        """To the first stage, or the last."""
        if not self._came_back() and self._stages:
            self._turn_to(Picture(self._stages[-1 if is_last else 0]))

    def show_stage(self, stage: Id | None) -> None:
        """Show a stage from its beginning; the whole map where it is none of this map's."""
        self._turn_to(nearest(self.pictures, Picture(stage)))

    def blank(self) -> None:
        """Black, or the picture again."""
        self.digits, self.is_ending = "", False
        self._jump.stop()
        self.is_blank = not self.is_blank
        self.changed.emit()

    def type_digit(self, digit: str) -> None:
        if self._came_back():
            return
        self.digits = (self.digits + digit)[-_MOST_DIGITS:]
        self._jump.start()
        self.changed.emit()

    def jump(self) -> None:
        """Go to the stage whose number was typed."""
        if self._came_back() or not self.digits:
            return
        number = int(self.digits)
        self.digits = ""
        self._jump.stop()
        if number == 0:
            self._turn_to(WHOLE)
        elif number <= len(self._stages):
            self._turn_to(Picture(self._stages[number - 1]))
        else:
            self.jump_missed.emit(number)
            self.changed.emit()

    def turn_uncovering(self) -> None:
        """Show a stage's sections one after the other from here on, or all at once again."""
        if self._came_back():
            return
        self.uncovered = 0 if self.uncovered is None else None
        self.changed.emit()

    def back_out(self) -> None:
        """What Esc does: it ends what is on, and asked twice the show."""
        if self._came_back():
            return
        if self.digits or self.uncovered is not None:
            self.digits, self.uncovered = "", None
            self._jump.stop()
            self.changed.emit()
        elif self.is_ending:
            self.stop()
        else:
            self.is_ending = True
            self._end.start()
            self.changed.emit()

    def _came_back(self) -> bool:
        """Whether a blank picture came back, for which the press is used up."""
        if not self.is_blank:
            return False
        self.blank()
        return True

    def _uncover(self, step: int) -> bool:
        """One section more, or one less. Returns whether there was one."""
        most = self._parts.get(self.picture, 0)
        wanted = (self.uncovered or 0) + step
        if self.picture.stage is None or not 0 <= wanted <= most:
            return False
        self.uncovered = wanted
        self.changed.emit()
        return True

    def _turn_to(self, picture: Picture, step: int = 1) -> None:
        self.digits, self.is_ending = "", False
        self._jump.stop()
        self.picture = picture
        if self.uncovered is not None:
            # Backwards one comes to a stage that has been seen.
            self.uncovered = 0 if step > 0 else self._parts.get(picture, 0)
        self.changed.emit()

    def _stay(self) -> None:
        self.is_ending = False
        self.changed.emit()

    def _rest(self) -> None:
        self.is_blank, self.is_ending, self.digits, self.uncovered = False, False, "", None
        self._jump.stop()
        self._end.stop()
