"""Adds pictures that were pasted or dropped to the map, and says of each that was not added why."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData

from app.language.phrases import tr, tr_plural
from app.model.change import Change
from app.model.pictures import NewPicture
from app.model.records import Entry, Id, InCell, Note, Section
from app.model.verbs.copying import created
from app.model.verbs.picture_verbs import add_pictures, set_picture
from app.session.selection import Cell
from app.widgets.base.background_work import do_in_steps
from app.widgets.pictures.offered_pictures import Offered, reading_pictures
from app.widgets.shell import Shell


def add_to_map(window: Shell, data: QMimeData, cell: Cell | None, index: int | None = None) -> None:
    """Put the pictures into a cell, or the nearest of its stage that takes pictures, and select them."""

    def add(pictures: list[NewPicture], refusal: str) -> None:
        editor = window.editor
        section, stage = cell or (None, None)
        change = add_pictures(editor.document, editor.map, pictures, section, stage, index)
        editor.do(change, then=partial(show, section, refusal))

    def show(section: Id | None, refusal: str, change: Change) -> None:
        editor = window.editor
        editor.select(added := created(change, Note, Entry))
        window.canvas.setFocus()
        if added:
            window.canvas.show_record(added[0])
            landed = editor.document.get(Section, editor.document.get(InCell, added[0]).section)
            is_elsewhere = landed.id != section
            if is_elsewhere or refusal:
                sentence = _added(len(added), landed.name if is_elsewhere else "")
                window.show_message(f"{sentence} {refusal}".rstrip(), offer_undo=True)

    _read(window, data, add)


def _added(number: int, section: str) -> str:
    """`section`: where they went, where it is not where they were put."""
    if not section:
        return tr_plural("Added a picture.", "Added {count} pictures.", number)
    return tr_plural(
        "Added a picture to “{section}”.",
        "Added {count} pictures to “{section}”.",
        number,
        section=section,
    )


def show_on_persona(window: Shell, data: QMimeData, persona: Id) -> None:
    """Have a persona show the picture."""

    def show(pictures: list[NewPicture], refusal: str) -> None:
        if len(pictures) > 1:
            window.show_message(tr("A persona has one picture. Drop a single one on the card."))
            return

        def show_done(_: Change) -> None:
            if refusal:
                window.show_message(refusal)

        window.editor.do(set_picture(window.editor.document, [persona], pictures[0]), then=show_done)

    _read(window, data, show)


def _read(window: Shell, data: QMimeData, then: Callable[[list[NewPicture], str], None]) -> None:
    def go_on(found: Offered) -> None:
        if found.pictures:
            then(found.pictures, found.refusal)
        elif found.refused:
            window.show_message(found.refusal)

    do_in_steps(window, tr("Reading pictures…"), reading_pictures(data), go_on)
