"""What the parts may ask of the window around them: they know this, and never the window itself.

So each part stands below the window, and can be built, read and tried without what stands beside it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.model.records import Id
from app.session.editor import Editor
from app.session.save_watch import SaveWatch
from app.widgets.base.overlays.message import Offer
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.page import Page
from app.widgets.canvas.view import CanvasView
from app.workshop.workshop import Workshop

P = TypeVar("P", bound=Page)


class Actions(Protocol):
    """The actions of the window, looked up by name: "stages.add"."""

    def __getitem__(self, name: str) -> QAction: ...

    def refresh(self, *_: Any) -> None:
        """Ask each action how it stands now."""
        ...

    def menus(self) -> list[QMenu]:
        """A fresh menu for each group of actions."""
        ...


class Shell(Protocol):
    """The window of a project, for its parts."""

    editor: Editor
    workshop: Workshop
    saving: SaveWatch
    path: Path
    canvas: CanvasView

    @property
    def actions_by_name(self) -> Actions: ...

    @property
    def rename_wanted(self) -> SignalInstance:
        """The file is to be called like the project."""
        ...

    @property
    def closed(self) -> SignalInstance:
        """The window was closed, with its project."""
        ...

    @property
    def widget(self) -> QWidget:
        """The window as what others stand in, over or before."""
        ...

    def end_typing(self) -> bool:
        """Keep what is half typed. Returns whether all of it could be kept."""
        ...

    def show_message(self, sentence: str, offer_undo: bool = False, offer: Offer | None = None) -> None:
        """Show a sentence over the map; it goes away by itself."""
        ...

    def show_overlay(self, make: Callable[[], Overlay]) -> None:
        """Open an overlay in place of the one that is open, if any."""
        ...

    def dismiss_overlay(self) -> None:
        """Close the overlay that is open, if any."""
        ...

    def put_notice(self, notice: QWidget) -> None:
        """Put a strip under the bar, which stays."""
        ...

    def put_below(self, strip: QWidget) -> None:
        """Put a strip under the map and what is parked, which stays."""
        ...

    def inspect(self, field: str = "") -> None:
        """Go to the inspector, ready to type over a field, or the first thing in it."""
        ...

    @property
    def shows_inspector(self) -> bool: ...

    def fold(self, left: bool | None = None, right: bool | None = None) -> None:
        """Fold panels away, or show them; None leaves one as it is."""
        ...

    def show_page(self, kind: "Callable[[Shell], P]") -> P:
        """Put the page of a kind in the map's place; it is made when it is first shown."""
        ...

    def show_map(self) -> None:
        """Show the map again, where a page stands in its place."""
        ...

    def show_persona(self, id: Id) -> None:
        """Show the page of a persona in place of the map."""
        ...

    def show_agenda(self, id: Id | None = None) -> None:
        """Show the agenda in place of the map, with one of its items selected."""
        ...

    def focus_front(self) -> None:
        """Go to the page in the map's place, or to the map."""
        ...

    def close(self) -> bool:
        """Close the window, unless it may not close now."""
        ...
