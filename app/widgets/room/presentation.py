"""Shows the map to others, full screen, with everything else put away: in slides, or to be written on.

What is shown is not edited, by whatever key or hand: a clicker sends letters too. So the room does not see
the canvas then, but slides of the map, and the editor makes no change.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.language.phrases import tr
from app.model.records import Id
from app.widgets.at_hand.parking_drawer import ParkingDrawer
from app.widgets.room.awake import Awake
from app.widgets.room.seen import GivingBack, Seen
from app.widgets.room.show_keys import take_key
from app.widgets.room.slide_view import SlideView
from app.widgets.room.two_screens.live import Live
from app.widgets.room.two_screens.placing import Placing
from app.widgets.room.two_screens.presenter_screen import PresenterScreen
from app.widgets.room.writing import Writing
from app.widgets.shell import Shell
from app.workshop.show import Mode, Show


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
        self.placing = Placing(window.widget, self._make_presenter_screen)
        self.writing = Writing(window, self.show)
        keys = window.actions_by_name["help.shortcuts"]
        self._others = {
            Qt.Key.Key_E: self._write,
            Qt.Key.Key_F1: keys.trigger,
            Qt.Key.Key_X: self.placing.swap,
            Qt.Key.Key_P: self._parking.toggle,
        }
        self.view.key_pressed.connect(self._take_key)
        self.view.write_wanted.connect(self._write)
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
        self.show.start()

    def stop(self) -> None:
        self.show.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.is_on and event.type() == QEvent.Type.Close and watched is self._window.widget:
            self.stop()
        return False

    def _take_key(self, event: QKeyEvent) -> None:
        self.view.said = ""
        take_key(self.show, event, self._others)

    def _step(self, step: int) -> None:
        self.view.said = ""
        self.show.go(step)

    def _follow(self) -> None:
        """Show what the show has on; where it was left or entered, put away or back what belongs to it."""
        before, self._mode = self._mode, self.show.mode
        if self._mode != before:
            self._change_mode(before)
        if self._mode == "showing":
            self.view.turn()
        elif self._mode == "writing":
            self._blank_writing(self.show.is_blank)

    def _change_mode(self, before: Mode) -> None:
        if before == "writing":
            self.writing.end()
        if self._mode == "showing":
            self._window.editor.present(True)
            self._middle.setCurrentWidget(self.view)
            self.view.begin()
            self.view.setFocus()
        elif self._mode == "writing":
            self._window.editor.present(False)
            self.view.end()
            self._middle.setCurrentWidget(self._window.canvas)
            self.writing.begin(self._stage())
        else:
            self._leave()

    def _blank_writing(self, is_blank: bool) -> None:
        """Black over what is written on, or that again."""
        if is_blank == (self._middle.currentWidget() is self.view):
            return
        self._window.end_typing()
        self._window.editor.present(is_blank)
        shown: QWidget = self.view if is_blank else self._window.canvas
        self._middle.setCurrentWidget(shown)
        self.writing.hide_strips(is_blank)
        shown.setFocus()
        if is_blank:
            self.view.turn()

    def _leave(self) -> None:
        """Everything is where it was."""
        self._awake.end()
        self.view.end()
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

    def _write(self) -> None:
        if self._window.editor.is_for_reading:
            self.view.said = tr("This project is open for reading")
            self.view.repaint_foot()
        else:
            self.show.write()

    def _make_presenter_screen(self) -> PresenterScreen:
        window = self._window
        screen = PresenterScreen(
            window.widget, self.show, window.editor, lambda: self.placing.is_picture_seen
        )
        Live(window, self.show, self.view, screen)
        return screen

    def _stage(self) -> Id | None:
        return self.show.slide.stage

    def _say_missed(self, number: int) -> None:
        self.view.said = tr("There is no stage {number}", number=number)
