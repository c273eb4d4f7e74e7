"""Brings tables that were read as maps into the open project: at once where that is plain, else it asks."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.formats.format import FormatError, reason
from app.formats.import_notes import ImportNote
from app.formats.tables.bringing_in.joining import joined_tables
from app.formats.tables.bringing_in.new_map import as_new_map, into_empty_map, with_personas
from app.formats.tables.bringing_in.onto_map import Placing, onto_map
from app.formats.tables.bringing_in.trial import is_empty
from app.formats.tables.reading import TableReading
from app.formats.tables.table_file import notes_of, readings_of
from app.language.phrases import Phrase, phrase, tr, tr_plural
from app.language.words import listed
from app.limits import LARGEST_TABLE_FILE
from app.model.change import Change
from app.model.document import Document
from app.model.nouns import counted
from app.model.records import EmotionPoint, Id, JourneyMap, Note, Persona, Section, Stage
from app.model.verbs.copying import created
from app.paths import open_file
from app.session.large_changes import LARGE_CHANGE
from app.widgets.base.background_work import beside, do_in_steps
from app.widgets.base.overlays.message import Offer
from app.widgets.shell import Shell
from app.widgets.tables.import_question import Answer, ImportQuestion
from app.widgets.tables.preview.page import BroughtIn, TablePage
from app.widgets.tables.register_back import bring_in_register

T = TypeVar("T")

MOST_IN_A_MESSAGE = 2
"""Notes that can be read in a message; the others are shown when they are asked for."""
_TOLD = (Persona, Stage, Section, Note, EmotionPoint)


def bring_in_file(window: Shell, path: Path) -> None:
    """Bring in the action register or the tables of a file, or say in a sentence why that cannot be done."""
    bring_in_register(window, path, otherwise=partial(_bring_in_tables, window, path))


def _bring_in_tables(window: Shell, path: Path) -> None:

    def go_on(found: list[TableReading] | Phrase) -> None:
        if isinstance(found, Phrase):
            window.show_message(str(found))
        else:
            bring_in(window, path.name, found)

    sentence = tr("Reading {name}…", name=path.name)
    do_in_steps(window, sentence, beside(partial(_readings, path)), go_on)


def bring_in(
    window: Shell, name: str, readings: Sequence[TableReading], as_notes: Callable[[], object] | None = None
) -> None:
    """Bring in tables out of a file, or of the clipboard, which has no name.

    `as_notes` puts them where the cursor stands, as plain notes.
    """
    editor = window.editor
    document, map = editor.document, editor.map
    size = sum(reading.record_count for reading in readings)
    first, notes = readings[0], notes_of(readings)
    if any(reading.personas for reading in readings):
        _bring_personas(window, [one for one in readings if one.personas], notes)
        rest = [one for one in readings if not one.personas]
        if rest:
            bring_in(window, name, rest)
        return
    if len(readings) == 1 and is_empty(document, map) and not first.is_ambiguous:
        copied = document.copy()
        _keep(window, size, lambda: into_empty_map(copied, map, first), notes)
    elif len(readings) == 1 and first.grid is None:
        as_maps = partial(_bring, window, name, BroughtIn(tuple(readings), "new", ""))
        answer = Answer(tr("As a new map"), tr("Add a map with what was read"), as_maps)
        _ask(window, name, notes, [answer], as_notes)
    else:
        finish = partial(_bring, window, name)
        window.show_overlay(lambda: TablePage(window, name, readings, finish, as_notes))


def _bring_personas(window: Shell, readings: Sequence[TableReading], notes: Sequence[ImportNote]) -> None:
    """Add the personas that were told of, at once: they stand beside the maps."""
    document = window.editor.document.copy()
    _keep(window, 0, lambda: with_personas(document, readings), notes)


def _bring(window: Shell, name: str, decided: BroughtIn) -> None:
    """Keep what was decided, in the project as it is now."""
    document, map = window.editor.document.copy(), window.editor.map
    readings, notes = decided.readings, notes_of(decided.readings)
    size = sum(reading.record_count for reading in readings)
    if decided.way == "new":
        _keep(window, size, lambda: _as_new_maps(document, map, name, readings), notes)
        return
    whole = joined_tables(readings).reading
    if decided.way == "one":
        called = replace(whole, title=decided.title)
        _keep(window, size, lambda: _as_new_maps(document, map, name, [called]), notes)
    elif is_empty(document, map):
        _keep(window, size, lambda: into_empty_map(document, map, whole), notes)
    else:
        _made(
            window,
            size,
            lambda: onto_map(document, map, whole),
            lambda placing: _keep(window, 0, lambda: placing.change, placing.notes),
        )


def _made(window: Shell, size: int, make: Callable[[], T], then: Callable[[T], object]) -> None:
    """Have something made of so many records, beside the window where that takes long."""
    if size < LARGE_CHANGE:
        then(make())
    else:
        do_in_steps(window, tr("Bringing in a table…"), beside(make), then)


def put_in_place(window: Shell, placing: Placing) -> None:
    """Keep what a table without names does to the map under it; ask first where that replaces something."""
    keep = partial(_keep, window, 0, lambda: placing.change, placing.notes)
    if placing.notes:
        _ask(window, "", placing.notes, [_into_this_map(keep)], None)
    else:
        keep()


def _readings(path: Path) -> list[TableReading] | Phrase:
    try:
        with open_file(path) as stream:
            return readings_of(stream.read(LARGEST_TABLE_FILE + 1), path.suffix)
    except FormatError as error:
        return phrase("“{name}” cannot be read. {reason}", name=path.name, reason=str(error))
    except OSError as error:
        return phrase("“{path}” cannot be read: {reason}.", path=str(path), reason=reason(error))


def _into_this_map(do: Callable[[], object]) -> Answer:
    return Answer(tr("Into this map"), tr("Put each cell where its stage and section are"), do)


def _ask(
    window: Shell,
    name: str,
    notes: Sequence[ImportNote],
    answers: Sequence[Answer],
    as_notes: Callable[[], object] | None,
) -> None:
    ways = list(answers)
    if as_notes is not None:
        ways.append(
            Answer(tr("As plain notes"), tr("Put its cells as notes where the cursor stands"), as_notes)
        )
    sentence = (
        tr("This is how “{file}” was read. Where should it go?", file=name)
        if name
        else tr("This is how the clipboard was read. Where should it go?")
    )
    window.show_overlay(lambda: ImportQuestion(window.widget, sentence, notes, ways))


def _as_new_maps(document: Document, map: Id, name: str, readings: Sequence[TableReading]) -> Change:
    """A map for each table, as one change; the first is the one that is open, where that is empty.

    It is tried on a copy of the project.
    """
    document = document.copy()
    title = Path(name).stem or tr("Untitled map")
    made: Change | None = None
    for reading in readings:
        if made is None and is_empty(document, map):
            change = into_empty_map(document, map, replace(reading, title=reading.title or title))
        else:
            change = as_new_map(document, reading, title)
        document.apply(change)
        made = change if made is None else made.then(change)
    assert made is not None
    return made


def _keep(window: Shell, size: int, make: Callable[[], Change], notes: Sequence[ImportNote]) -> None:
    """Make the change, and tell what it brought and how it was read, beside Undo."""
    editor = window.editor

    def show(change: Change) -> None:
        if maps := created(change, JourneyMap):
            editor.show_map(maps[0])
        editor.select(())
        window.canvas.setFocus()
        window.show_message(_told(change, notes), True, _offer(window, notes))

    _made(window, size, make, lambda change: editor.do(change, then=show))


def _told(change: Change, notes: Sequence[ImportNote]) -> str:
    counts = [counted(one.kind, len(found)) for one in _TOLD if (found := created(change, one))]
    brought = tr("Brought in {what}.", what=listed(counts)) if counts else str(change.label.done)
    if len(notes) > MOST_IN_A_MESSAGE:
        more = tr_plural(
            "There is {count} note on how it was read.",
            "There are {count} notes on how it was read.",
            len(notes),
        )
        return f"{brought} {more}"
    return " ".join((brought, *(str(note.words) for note in notes)))


def _offer(window: Shell, notes: Sequence[ImportNote]) -> Offer | None:
    if len(notes) <= MOST_IN_A_MESSAGE:
        return None
    sentence = tr("How it was read")

    def show() -> None:
        window.show_overlay(lambda: ImportQuestion(window.widget, sentence, notes, []))

    return Offer(tr("Show them"), tr("Show how the table was read"), show)
