"""The window as the actions know it: what all parts may ask of it, and the parts that actions work."""

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from app.widgets.base.page import Page
from app.widgets.canvas.marks.filter_dimming import FilterDimming
from app.widgets.canvas.marks.number_badges import NumberBadges
from app.widgets.find.filter_panel import FilterPanel
from app.widgets.find.find_bar import FindBar
from app.widgets.pages.live_window import LiveWindow
from app.widgets.shell import Shell
from app.workshop.show import Show


class Presentation(Protocol):
    """What shows the map to others."""

    show: Show

    @property
    def is_on(self) -> bool: ...

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def go_to_item(self, step: int) -> None:
        """To the next item of the agenda (1), or the previous (−1)."""
        ...

    def blank(self) -> None:
        """Black, or the picture again."""
        ...


class Drawer(Protocol):
    """What is parked, along the bottom."""

    def isHidden(self) -> bool: ...

    def toggle(self) -> None: ...


class AtHand(Protocol):
    """What stands beside the notes that are picked."""

    def show_details(self, field: str = "") -> None: ...


class Pages(Protocol):
    """What stands in the map's place."""

    @property
    def open(self) -> Page | None: ...


class Window(Shell, Protocol):
    """The parts by name, and what only actions ask for."""

    find_bar: FindBar
    filter_panel: FilterPanel
    dimming: FilterDimming
    number_badges: NumberBadges

    @property
    def pages(self) -> Pages: ...

    @property
    def presentation(self) -> Presentation: ...

    @property
    def at_hand(self) -> AtHand: ...

    @property
    def parking(self) -> Drawer: ...

    @property
    def left(self) -> QWidget: ...

    @property
    def right(self) -> QWidget: ...

    @property
    def shows_panels(self) -> bool: ...

    @property
    def start_wanted(self) -> SignalInstance: ...

    @property
    def new_project_wanted(self) -> SignalInstance: ...

    @property
    def workshop_wanted(self) -> SignalInstance: ...

    @property
    def project_wanted(self) -> SignalInstance: ...

    @property
    def copy_wanted(self) -> SignalInstance: ...

    def focus_next_pane(self, step: int) -> None: ...

    def show_command_palette(self) -> None: ...

    def show_shortcut_sheet(self) -> None: ...

    def show_about(self) -> None: ...

    def show_beside(self, kind: type[LiveWindow]) -> None:
        """Open a window beside the map, or bring it to the front."""
        ...
