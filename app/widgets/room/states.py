"""What a room can have before it: each mode of a show is one state, which begins and ends."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.widgets.room.clock.step_strip import StepStrip
from app.widgets.room.slide_view import SlideView


class State(Protocol):
    """One of them. It knows the show and takes its own keys, Esc among them."""

    @property
    def is_edited(self) -> bool:
        """Whether the project can be changed in it."""
        ...

    @property
    def widget(self) -> QWidget:
        """What the room sees, in the map's place."""
        ...

    @property
    def top(self) -> QWidget:
        """Along whose upper edge its word stands."""
        ...

    def begin(self) -> None:
        """The widget is shown."""
        ...

    def end(self) -> None:
        """Put away what belongs to it, and keep what is half done."""
        ...

    def cover(self, is_blank: bool) -> None:
        """Have nothing stand around what is black, or have it back."""
        ...


class Showing:
    """The slides, in which nothing can change the map."""

    is_edited = False

    def __init__(self, view: SlideView, strip: StepStrip) -> None:
        self.widget, self._strip = view, strip
        self.top = view

    def begin(self) -> None:
        self._strip.begin(self.widget.window().height())
        self.widget.begin()
        self.widget.setFocus()

    def end(self) -> None:
        self._strip.end()
        self.widget.end()

    def cover(self, is_blank: bool) -> None:
        self._strip.cover(is_blank)
