"""Shows the map to others, full screen, with everything else put away: in slides, to be written on, to vote.

What is shown is not edited, by whatever key or hand: a clicker sends letters too. So the room does not see
the canvas then, but slides of the map, and the editor makes no change.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.language.phrases import Phrase, tr
from app.model.records import Id
from app.widgets.at_hand.parking_drawer import ParkingDrawer
from app.widgets.base.last_slides import LastSlide, remember_slide, slide_of
from app.widgets.room.awake import Awake
from app.widgets.room.clock.ringing import Ringing
from app.widgets.room.clock.room_keys import RoomKeys
from app.widgets.room.clock.step_strip import StepStrip
from app.widgets.room.clock.stepping import Stepping
from app.widgets.room.clock.ticking import Ticking
from app.widgets.room.matrix.placing_state import PlacingState
from app.widgets.room.seen import GivingBack, Seen
from app.widgets.room.show_keys import Others, take_key
from app.widgets.room.slide_view import SlideView
from app.widgets.room.states import Showing, State
from app.widgets.room.two_screens.live import Live
from app.widgets.room.two_screens.placing import Placing
from app.widgets.room.two_screens.presenter_screen import PresenterScreen
from app.widgets.room.unsaved import Unsaved
from app.widgets.room.voting.state import VotingState
from app.widgets.room.writing import Writing
from app.widgets.shell import Shell
from app.workshop.clock_face import back_at
from app.workshop.show import Mode, Show
from app.workshop.slides import Slide


class Presentation(QObject):
    """Puts the parts of a show together, and everything back where it was when the show is over."""

    def __init__(
        self, window: Shell, middle: QStackedWidget, beside: Sequence[QWidget], parking: ParkingDrawer
    ) -> None:
        """`beside` is what is put away meanwhile; the slides stand in the `middle`, over the parking lot."""
        super().__init__(window.widget)
        self._window, self._middle, self._beside = window, middle, beside
        self._parking, self._parking_was_hidden = parking, True
        self._hidden: list[QWidget] = []
        self._seen: Seen | None = None
        self._page: QWidget = window.canvas
        self._mode: Mode = "off"
        self._giving_back = GivingBack(window.canvas)
        self._awake = Awake(self)
        self.show = Show(self)
        self.view = SlideView(self.show, window.editor, window.canvas.shown)
        middle.addWidget(self.view)
        self.placing = Placing(window.widget, self.make_presenter_screen)
        workshop = window.workshop
        self.ticking = Ticking(workshop, self)
        self.ringing = Ringing(self.ticking, self.show, self)
        self.stepping = Stepping(window, self.show, self._begin_state, self)
        self.keys = RoomKeys(self.go_to_item, workshop.give, workshop.hold, self.show.blank)
        self.writing = Writing(window, self.show, self.ticking, self.keys)
        self.step_strip = StepStrip(self.ticking)
        window.put_notice(self.step_strip)
        self._states: dict[Mode, State] = {
            "showing": Showing(self.view, self.step_strip),
            "writing": self.writing,
        }
        keys = window.actions_by_name["help.shortcuts"]
        self._others: Others = {
            Qt.Key.Key_E: partial(self._enter, "writing", self.show.write),
            Qt.Key.Key_V: partial(self._enter, "voting", self.show.vote),
            Qt.Key.Key_M: partial(self._enter, "placing", self.show.place),
            Qt.Key.Key_F1: keys.trigger,
            Qt.Key.Key_X: self.placing.swap,
            Qt.Key.Key_P: self._parking.toggle,
        }
        workshop.changed.connect(self._light_sections)
        for ticked in (self.ticking.changed, self.ticking.ticked):
            ticked.connect(self._tell_clock)
        everywhere = {key: self._others[key] for key in (Qt.Key.Key_X, Qt.Key.Key_F1)}
        self.voting = VotingState(
            window, self.show, self.ticking, self.keys, lambda: not self.placing.has_presenter, everywhere
        )
        self.add_state("voting", self.voting)
        self.add_state("placing", PlacingState(window, self.show, self.ticking, self.keys, everywhere))
        self.unsaved = Unsaved(window, self.show, self._top)
        self.view.key_pressed.connect(self._take_key)
        self.view.write_wanted.connect(self._others[Qt.Key.Key_E])
        self.view.pressed.connect(partial(self._step, 1))
        self.view.stepped.connect(self._step)
        self.show.changed.connect(self._follow)
        self.show.jump_missed.connect(self._say_missed)
        window.widget.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        return self.show.mode != "off"

    def start(self) -> None:
        """What is half typed is kept, and what is half dragged stays where it was."""
        window = self._window
        window.dismiss_overlay()
        window.end_typing()
        window.canvas.pointer.cancel()
        self._giving_back.stop()
        self._seen, self._page = Seen.of(window.canvas), self._middle.currentWidget() or window.canvas
        self._hidden = [part for part in self._beside if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        self._middle.setCurrentWidget(self.view)
        self.placing.begin()
        self._parking_was_hidden = self._parking.isHidden()
        self._parking.hide()
        self._parking.stand_in_room(window.widget.height())
        self._awake.begin(tr("A map is shown to others"))
        self.view.begin()
        self.view.said = tr("Page Down: stage by stage")
        if (last := slide_of(window.path)) is not None and last.map == window.editor.map:
            self.show.slide = Slide(last.stage or None, last.page)
        self.ticking.begin()
        self._light_sections()
        self.show.start()
        self.stepping.take_up()

    def stop(self) -> None:
        self.show.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.is_on and event.type() == QEvent.Type.Close and watched is self._window.widget:
            self.stop()
        is_key = event.type() == QEvent.Type.KeyPress and watched is not self._window.widget
        return is_key and isinstance(event, QKeyEvent) and self._take_in_any_state(event)

    def _take_in_any_state(self, event: QKeyEvent) -> bool:
        """Do what a key means wherever one is, before the state that has it is asked."""
        return self.keys.take(event) or (self.show.mode == "placing" and self.keys.take_sign(event))

    def go_to_item(self, step: int) -> None:
        """To the next agenda item (1), or the previous (−1), and to what it asks for."""
        self._say(self.stepping.go(step))

    def go_to(self, item: Id | None) -> None:
        """To an agenda item of one's choice; none is the next."""
        self._say(self.stepping.go_to(item))

    def blank(self) -> None:
        """Black, or the picture again."""
        self.show.blank()

    def _take_key(self, event: QKeyEvent) -> None:
        if self.keys.take(event) or self.keys.take_sign(event, self.show.is_blank):
            return
        self.view.said = ""
        take_key(self.show, event, self._others)

    def _step(self, step: int) -> None:
        self.view.said = ""
        self.show.go(step)

    def add_state(self, mode: Mode, state: State) -> None:
        """Have a mode of the show be seen as this state. Without one its key does nothing."""
        self._states[mode] = state
        state.widget.installEventFilter(self)
        if self._middle.indexOf(state.widget) < 0:
            self._middle.addWidget(state.widget)

    def _light_sections(self) -> None:
        self.view.light(self._window.workshop.lit.sections)

    def _tell_clock(self) -> None:
        back = back_at(self._window.workshop)
        words = tr("Back at {time}", time=back.astimezone().time()) if back is not None else ""
        self.view.tell_clock(self.ticking.face, words)

    def _begin_state(self, mode: Mode) -> None:
        """Have a state begin, also where it is on; the slides, where the room knows no such state."""
        if mode not in self._states or self._window.editor.is_for_reading:
            mode = "showing"
        if mode == self.show.mode:
            self._states[mode].end()
            self._put(self._states[mode], is_begun=False)
        else:
            self.show.turn_to(mode)

    def _top(self) -> QWidget | None:
        """Along whose upper edge the word of a state stands in which something can be written."""
        state = self._states.get(self.show.mode)
        return state.top if state is not None and state.is_edited and not self.show.is_blank else None

    def _say(self, sentence: Phrase) -> None:
        """Say something in the foot for a moment."""
        if sentence:
            self.view.said = str(sentence)
            self.view.repaint_foot()
            if self.show.mode != "showing":
                self._window.show_message(str(sentence))

    def _follow(self) -> None:
        """Show what the show has on; where it was left or entered, put away or back what belongs to it."""
        before, self._mode = self._mode, self.show.mode
        is_begun = self._mode == before
        if not is_begun and before in self._states:
            self._states[before].end()
        if self._mode in self._states:
            self._put(self._states[self._mode], is_begun)
        elif not is_begun:
            self._leave()

    def _put(self, state: State, is_begun: bool) -> None:
        """Have the room see a state, or black in its place."""
        is_blank = self.show.is_blank
        shown = self.view if is_blank else state.widget
        if not is_begun:
            self._show_in_middle(shown, state)
            state.begin()
        elif self._middle.currentWidget() is not shown:
            self._window.end_typing()
            self._show_in_middle(shown, state)
            state.cover(is_blank)
            shown.setFocus()
        if shown is self.view:
            self.view.turn()

    def _show_in_middle(self, shown: QWidget, state: State) -> None:
        self._window.editor.present(self.show.is_blank or not state.is_edited)
        self._middle.setCurrentWidget(shown)

    def _leave(self) -> None:
        """Everything is where it was."""
        slide = self.show.slide
        remember_slide(self._window.path, LastSlide(self._window.editor.map, slide.stage or "", slide.page))
        self._awake.end()
        self.ticking.end()
        self._window.editor.present(False)
        self.placing.end()
        self._parking.stand_in_room(None)
        self._parking.setHidden(self._parking_was_hidden)
        for part in self._hidden:
            part.show()
        self._middle.setCurrentWidget(self._page)
        self._page.setFocus()
        if self._seen is not None:
            self._giving_back.begin(self._seen)

    def _enter(self, mode: Mode, enter: Callable[[], None]) -> None:
        """Go to a state in which the project is changed."""
        if mode not in self._states:
            return
        if self._window.editor.is_for_reading:
            self.view.said = tr("This project is open for reading")
            self.view.repaint_foot()
        else:
            enter()

    def make_presenter_screen(self) -> PresenterScreen:
        window = self._window
        screen = PresenterScreen(
            window.widget,
            self.show,
            window.editor,
            self.ticking,
            self.go_to,
            lambda: self.placing.is_picture_seen,
            self.voting.voting,
        )
        Live(window, self.show, self.view, screen, [state.widget for state in self._states.values()])
        return screen

    def _say_missed(self, number: int) -> None:
        self.view.said = tr("There is no stage {number}", number=number)
