"""Pasting into the window: reads the clipboard, asks where it must, and never holds the window up."""

from collections.abc import Generator
from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.drawing.layout import MapLayout
from app.drawing.sections.fitting import fitting
from app.drawing.sections.notes.measured_notes import measure
from app.formats.tables.bringing_in.onto_map import by_place, match
from app.formats.tables.read_as_map import columns_chosen
from app.language.phrases import Phrase, phrase, tr, tr_plural
from app.language.words import listed
from app.limits import MOST_PASTED
from app.model.change import Change
from app.model.document import Document
from app.model.exchange.clippings import Clipping
from app.model.exchange.pasting import At, beyond, gathering, left_behind, pasting
from app.model.nouns import counted
from app.model.records import InCell, Note, Section, Stage
from app.model.verbs.copying import created
from app.widgets.base.background_work import do_in_steps, part
from app.widgets.clipboard import clipboard_data as clipboard
from app.widgets.clipboard.clipboard_data import Found, FoundTable, Refusal
from app.widgets.clipboard.paste_question import Answer, PasteQuestion
from app.widgets.pictures.adding_pictures import add_to_map
from app.widgets.pictures.offered_pictures import has_picture_files, has_pictures
from app.widgets.shell import Shell
from app.widgets.tables.bringing_tables import bring_in, put_in_place

MANY = 500
"""Notes from which on it is asked whether so many were meant."""
_AT_ONCE = 50
_READING = phrase("Reading the clipboard…")
NOTHING = phrase("There is nothing on the clipboard that a map can use.")


def paste_clipboard(window: Shell) -> None:
    """Paste what is on the clipboard where the cursor stands."""
    # A clipboard on which nothing was ever put has no data at all, whatever Qt's own stubs say.
    data = QGuiApplication.clipboard().mimeData() or QMimeData()  # type: ignore[truthy-bool]

    if has_picture_files(data):
        _add_pictures(window, data)
        return
    paste_data(window, data)


def paste_data(window: Shell, data: QMimeData) -> None:
    """Paste what other programs or a Journeywall put there, or let fall on the map."""

    def paste_found(found: Found) -> None:
        match found:
            case FoundTable():
                as_notes = partial(paste_found, found.as_notes)
                placing = by_place(window.editor.document, window.editor.map, found.grid)
                if _is_for_map(window, found):
                    bring_in(window, "", found.tables, as_notes)
                elif placing is not None:
                    put_in_place(window, placing)
                else:
                    as_notes()
            case Refusal():
                window.show_message(str(found.sentence))
            case None if has_pictures(data):
                _add_pictures(window, data)
            case None:
                window.show_message(str(NOTHING))
            case _:
                paste_clipping(window, found)

    do_in_steps(window, str(_READING), clipboard.reading(data), paste_found)


def _is_for_map(window: Shell, found: FoundTable) -> bool:
    """Whether a table is a map of its own, or has the names of stages and sections that are here."""
    editor = window.editor
    if columns_chosen(found.grid) or any(table.personas for table in found.tables):
        return True  # A list or a board says itself where each note belongs, a persona belongs nowhere.
    return any(
        table.is_plainly_a_map or match(editor.document, editor.map, table).is_any for table in found.tables
    )


def _add_pictures(window: Shell, data: QMimeData) -> None:
    add_to_map(window, data, window.editor.selection.cell, cursor_of(window).before)


def paste_clipping(window: Shell, clipping: Clipping) -> None:
    """Paste a clipping where the cursor stands; ask first where it does not fit, or is a very large one."""
    document, at = window.editor.document, cursor_of(window)
    if clipping.note_count > MOST_PASTED:
        window.show_message(
            tr(
                "There are {number} notes on the clipboard. Up to {most} can be pasted at once.",
                number=clipping.note_count,
                most=MOST_PASTED,
            )
        )
        return
    do_in_steps(window, str(_READING), fitting(document, clipping, at), partial(_ask_or_paste, window, at))


def _ask_or_paste(window: Shell, at: At, clipping: Clipping | Phrase) -> None:
    if isinstance(clipping, Phrase):
        window.show_message(str(clipping))
        return
    question = _question(window.editor.document, clipping, at)
    if question is None:
        _paste(window, clipping, at)
        return
    sentence, answers = question
    ways: list[Answer] = [
        (text, partial(_paste, window, clipping, at, into_one_cell)) for text, into_one_cell in answers
    ]
    window.show_overlay(lambda: PasteQuestion(window, sentence, clipping, ways))


def cursor_of(window: Shell) -> At:
    """Where the cursor stands: behind what is selected last in its cell, stage or section."""
    editor = window.editor
    section, stage = editor.selection.cell or (None, None)
    last = editor.document.find(editor.selection.ids[-1]) if editor.selection.ids else None
    if isinstance(last, Stage):
        stage = last.id
    elif isinstance(last, Section):
        section = last.id
    is_here = isinstance(last, InCell) and (last.section, last.stage) == (section, stage)
    return At(editor.map, section, stage, last.position + 1 if isinstance(last, InCell) and is_here else None)


def _question(document: Document, clipping: Clipping, at: At) -> tuple[str, list[tuple[str, bool]]] | None:
    """What must be asked before pasting, with the answers and whether each of them wants it in one cell."""
    stages, sections = beyond(document, clipping, at)
    is_empty = not document.has_cells(at.map)
    if (stages or sections) and not is_empty:
        missing = (("stage", stages), ("section", sections))
        more = listed([counted(kind, number) for kind, number in missing if number])
        sentence = tr(
            "What is on the clipboard is {stages} wide and {sections} high. It reaches {more} beyond the "
            "map.",
            stages=counted("stage", len(clipping.stages)),
            sections=counted("section", len(clipping.sections)),
            more=more,
        )
        return sentence, [(tr("Add {more}", more=more), False), (tr("Put everything into this cell"), True)]
    if clipping.note_count >= MANY:
        number = clipping.note_count
        sentence = tr_plural(
            "There is {count} note on the clipboard.", "There are {count} notes on the clipboard.", number
        )
        return sentence, [(tr_plural("Paste {count} note", "Paste {count} notes", number), False)]
    return None


def _paste(window: Shell, clipping: Clipping, at: At, into_one_cell: bool = False) -> None:
    document, layout = window.editor.document, window.canvas.shown.layout
    do_in_steps(
        window,
        tr("Pasting…"),
        _made_and_measured(document, clipping, at, layout, into_one_cell),
        lambda made: _show(window, *made),
    )


def _made_and_measured(
    document: Document, clipping: Clipping, at: At, layout: MapLayout, into_one_cell: bool
) -> Generator[float, None, tuple[Clipping, Change]]:
    """What is pasted and the change, its texts set already: to lay out ten thousand holds the window up."""
    if into_one_cell:
        clipping = yield from part(gathering(clipping), 0, 0.2)
    change = yield from part(pasting(document, clipping, at), 0.2, 0.5)
    notes = [edit.after for edit in change if isinstance(edit.after, Note)]
    columns = {column.stage.id: column for column in layout.columns}
    standings = {row.section.id: row.section.standing for row in layout.rows}
    for done, note in enumerate(notes, start=1):
        if note.stage in columns and note.section in standings:
            # Its lines are counted now, and found again when the map is laid out.
            measure(standings[note.section], columns[note.stage], note)
        if done % _AT_ONCE == 0:
            yield 0.5 + done / len(notes) / 2
    return clipping, change


def _show(window: Shell, clipping: Clipping, change: Change) -> None:
    """Make the change, and select what was pasted."""
    editor = window.editor
    missing = left_behind(editor.document, clipping)

    def show(change: Change) -> None:
        if missing:
            window.show_message(
                tr_plural(
                    "{count} picture was too large to be copied between projects. Add it from its file.",
                    "{count} pictures were too large to be copied between projects. Add them from their "
                    "files.",
                    missing,
                )
            )
        ids = created(change, *{type(record) for record in clipping.cut})
        editor.select(ids)
        window.canvas.setFocus()
        if ids:
            window.canvas.show_record(ids[0])

    editor.do(change, then=show)
