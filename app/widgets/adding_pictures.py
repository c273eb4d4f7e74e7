"""Adds pictures that were pasted or dropped to the map, or says in a sentence why nothing was added."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData

from app.drawing.images import PictureError
from app.model.copying import created
from app.model.pictures import NewPicture
from app.model.records import Entry, Id, InCell, Note, Section
from app.model.showing import add_pictures, set_picture
from app.widgets.offered_pictures import reading_pictures
from app.widgets.selection import Cell
from app.widgets.work import do_in_steps

if TYPE_CHECKING:
    from app.widgets.main_window import MainWindow


def add_to_map(window: "MainWindow", data: QMimeData, cell: Cell | None, index: int | None = None) -> None:
    """Put the pictures into a cell, or the nearest of its stage that takes pictures, and select them."""

    def add(pictures: list[NewPicture]) -> None:
        editor = window.editor
        section, stage = cell or (None, None)
        change = add_pictures(editor.document, editor.map, pictures, section, stage, index)
        if not editor.do(change):
            return
        editor.select(added := created(change, Note, Entry))
        window.canvas.setFocus()
        if added:
            window.canvas.show_record(added[0])
            landed = editor.document.get(Section, editor.document.get(InCell, added[0]).section)
            if landed.id != section:
                window.tell(f"{change.label.replace('Add', 'Added', 1)} to “{landed.name}”.", offer_undo=True)

    _read(window, data, add)


def show_on_persona(window: "MainWindow", data: QMimeData, persona: Id) -> None:
    """Have a persona show the picture."""

    def show(pictures: list[NewPicture]) -> None:
        if len(pictures) == 1:
            window.editor.do(set_picture(window.editor.document, [persona], pictures[0]))
        else:
            window.tell("A persona has one picture. Drop a single one on the card.")

    _read(window, data, show)


def _read(window: "MainWindow", data: QMimeData, then: Callable[[list[NewPicture]], None]) -> None:
    def go_on(found: Any) -> None:  # What the work made: pictures, or why there are none.
        if isinstance(found, PictureError):
            window.tell(str(found))
        elif found:
            then(found)

    do_in_steps(window, "Reading pictures…", reading_pictures(data), go_on)
