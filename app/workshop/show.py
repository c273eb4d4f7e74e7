"""What of a map the room sees now, and what each press of a key or clicker makes of it.

It holds no map and changes none: it is told how many pages each stage has, and tells which slide is on.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.records import Id, NoteColour
from app.workshop.slides import WHOLE, Slide, nearest, slides_of

Mode = Literal["off", "showing", "writing", "voting", "placing"]
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
        self.slide = WHOLE
        self.begun = datetime.now()
        self.is_blank = False
        self.is_ending = False
        """Whether Esc was pressed once: again, and the show is over."""
        self.digits = ""
        """Those of a stage's number that were typed so far."""
        self.uncovered: int | None = None
        """How many sections of the stage are uncovered; none where all of it is seen."""
        self.is_spotlit = False
        """Whether only what lies under the pointer is in the light."""
        self.lit_colour: NoteColour | None = None
        """Whether only notes of one colour are in the light."""
        self._stages: tuple[Id, ...] = ()
        self.slides: tuple[Slide, ...] = (WHOLE,)
        """In their order."""
        self._parts: Mapping[Slide, int] = {}
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
        self.slides = slides_of(self._stages, {stage: len(pages) for stage, pages in parts.items()})
        self._parts = {
            Slide(stage, page): count for stage, pages in parts.items() for page, count in enumerate(pages)
        }
        self.slide = nearest(self.slides, self.slide)

    @property
    def next_slide(self) -> Slide:
        """What the next press shows."""
        slides = self.slides
        return slides[(slides.index(self.slide) + 1) % len(slides)]

    @property
    def slide_of_digits(self) -> Slide | None:
        """What is shown when the number that is being typed stays as it is; none where there is none such."""
        if not self.digits or int(self.digits) > len(self._stages):
            return None
        number = int(self.digits)
        return Slide(self._stages[number - 1]) if number else WHOLE

    @property
    def part_count(self) -> int:
        """How many sections the slide has to uncover; none on the whole map."""
        return self._parts.get(self.slide, 0)

    @property
    def number(self) -> int:
        """Which stage is shown, counted from 1; 0 where it is the whole map."""
        stage = self.slide.stage
        return self._stages.index(stage) + 1 if stage is not None else 0

    @property
    def count(self) -> int:
        return len(self._stages)

    def start(self) -> None:
        self.mode, self.slide = "showing", nearest(self.slides, self.slide)
        self.begun = datetime.now()
        self._rest()
        self.changed.emit()

    def stop(self) -> None:
        self.mode = "off"
        self._rest()
        self.changed.emit()

    def write(self) -> None:
        """Leave showing for writing."""
        self._enter("writing")

    def vote(self) -> None:
        """Leave showing for voting."""
        self._enter("voting")

    def place(self) -> None:
        """Leave showing for placing notes by impact and effort."""
        self._enter("placing")

    def show(self) -> None:
        """Come back from writing, voting or placing."""
        self.mode = "showing"
        self.changed.emit()

    # What presses do

    def go(self, step: int) -> None:
        """To the next slide (1) or the previous (−1); a slide that is blank comes back instead."""
        if self._came_back():
            return
        if self.uncovered is not None and self._uncover(step):
            return
        slides = self.slides
        self._turn_to(slides[(slides.index(self.slide) + step) % len(slides)], step)

    def go_in_stage(self, step: int) -> None:
        """To the next or previous sections of the stage; never out of it."""
        if self._came_back() or (self.uncovered is not None and self._uncover(step)):
            return
        moved = self.slide._replace(page=self.slide.page + step)
        if moved in self.slides:
            self._turn_to(moved, step)

    def go_to_end(self, is_last: bool) -> None:
        """To the first stage, or the last."""
        if not self._came_back() and self._stages:
            self._turn_to(Slide(self._stages[-1 if is_last else 0]))

    def show_stage(self, stage: Id | None) -> None:
        """Show a stage from its beginning; the whole map where it is none of this map's."""
        self._turn_to(nearest(self.slides, Slide(stage)))

    def blank(self) -> None:
        """Black, or the slide again."""
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
        number, slide = int(self.digits), self.slide_of_digits
        self.digits = ""
        self._jump.stop()
        if slide is not None:
            self._turn_to(slide)
        else:
            self.jump_missed.emit(number)
            self.changed.emit()

    def turn_uncovering(self) -> None:
        """Show a stage's sections one after the other from here on, or all at once again."""
        if self._came_back():
            return
        self.uncovered = 0 if self.uncovered is None else None
        self.changed.emit()

    def turn_spotlight(self) -> None:
        """Leave only what lies under the pointer in the light, or all of it again."""
        if not self._came_back():
            self.is_spotlit, self.lit_colour = not (self.is_spotlit or self.lit_colour), None
            self.changed.emit()

    def light(self, colour: NoteColour) -> None:
        """Leave only the notes of a colour in the light; asked again, all."""
        if not self._came_back():
            self.is_spotlit, self.lit_colour = False, None if self.lit_colour == colour else colour
            self.changed.emit()

    def back_out(self) -> None:
        """What Esc does: it ends what is on, and asked twice the show."""
        if self._came_back():
            return
        if self.digits or self.is_spotlit or self.lit_colour or self.uncovered is not None:
            self.digits, self.is_spotlit, self.lit_colour, self.uncovered = "", False, None, None
            self._jump.stop()
            self.changed.emit()
        elif self.is_ending:
            self.stop()
        else:
            self.is_ending = True
            self._end.start()
            self.changed.emit()

    def turn_to(self, mode: Mode) -> None:
        """To a mode of one's choice."""
        self._enter(mode)

    def _enter(self, mode: Mode) -> None:
        self._rest()
        self.mode = mode
        self.changed.emit()

    def _came_back(self) -> bool:
        """Whether a blank slide came back, for which the press is used up."""
        if not self.is_blank:
            return False
        self.blank()
        return True

    def _uncover(self, step: int) -> bool:
        """One section more, or one less. Returns whether there was one."""
        most = self.part_count
        wanted = (self.uncovered or 0) + step
        if self.slide.stage is None or not 0 <= wanted <= most:
            return False
        self.uncovered = wanted
        self.changed.emit()
        return True

    def _turn_to(self, slide: Slide, step: int = 1) -> None:
        self.digits, self.is_ending = "", False
        self._jump.stop()
        self.slide = slide
        if self.uncovered is not None:
            # Backwards one comes to a stage that has been seen.
            self.uncovered = 0 if step > 0 else self.part_count
        self.changed.emit()

    def _stay(self) -> None:
        self.is_ending = False
        self.changed.emit()

    def _rest(self) -> None:
        self.is_blank, self.is_ending, self.is_spotlit = False, False, False
        self.digits, self.uncovered, self.lit_colour = "", None, None
        self._jump.stop()
        self._end.stop()
