"""Adds pictures that were pasted or dropped to the map, and says of each that was not added why."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from app.model.copying import created
from app.model.pictures import NewPicture
from app.model.records import Entry, Id, InCell, Note, Section
from app.model.showing import add_pictures, set_picture
from app.widgets.offered_pictures import Offered, reading_pictures
from app.widgets.selection import Cell
from app.widgets.work import do_in_steps

if TYPE_CHECKING:
    from app.widgets.main_window import MainWindow


def add_to_map(window: "MainWindow", data: QMimeData, cell: Cell | None, index: int | None = None) -> None:
    """Put the pictures into a cell, or the nearest of its stage that takes pictures, and select them."""

    def add(pictures: list[NewPicture], refusal: str) -> None:
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
            where = f" to “{landed.name}”" if landed.id != section else ""
            if where or refusal:
                told = f"{change.label.replace('Add', 'Added', 1)}{where}. {refusal}".rstrip()
                window.tell(told, offer_undo=True)

    _read(window, data, add)


def show_on_persona(window: "MainWindow", data: QMimeData, persona: Id) -> None:
    """Have a persona show the picture."""

    def show(pictures: list[NewPicture], refusal: str) -> None:
        if len(pictures) > 1:
            window.tell("A persona has one picture. Drop a single one on the card.")
            return
        window.editor.do(set_picture(window.editor.document, [persona], pictures[0]))
        if refusal:
            window.tell(refusal)

    _read(window, data, show)


def _read(window: "MainWindow", data: QMimeData, then: Callable[[list[NewPicture], str], None]) -> None:
    def go_on(found: Offered) -> None:
        if found.pictures:
            then(found.pictures, found.refusal)
        elif found.refused:
            window.tell(found.refusal)

    do_in_steps(window, "Reading pictures…", reading_pictures(data), go_on)
