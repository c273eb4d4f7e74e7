"""Brings the maps of a template or a file into the open project. A version before it is kept."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from app import formats
from app.formats import format_of
from app.formats.import_notes import Imported, ImportNote
from app.formats.template_titles import template_title
from app.formats.templates import BLANK, template, template_names
from app.language.phrases import tr, tr_plural
from app.language.words import quoted
from app.model.change import Change
from app.model.document import Document
from app.model.labels import Label, step_label
from app.model.records import JourneyMap
from app.model.verbs.copying import created
from app.model.verbs.maps import bring_in
from app.model.words import shortened
from app.pages.errors import FormatError
from app.storage.errors import ProjectFileError
from app.storage.project_file import ProjectFile
from app.widgets.base.file_dialogs import ask_for_existing_file
from app.widgets.base.icons import icon
from app.widgets.base.overlays.chooser import Choice, Chooser
from app.widgets.shell import Shell
from app.widgets.tables.bringing_tables import bring_in_file
from app.widgets.tables.import_question import Answer, ImportQuestion

_PROJECT = ".journey"
MOST_IN_A_MESSAGE = 3
"""Notes on an import that can be read in a message; more are shown before anything is kept."""


def template_choices(window: Shell) -> list[Choice]:
    """The templates, of each of which a map can be added."""
    return [
        Choice(
            display_name,
            display_name,
            icon("file-text"),
            tr("Add a map like this"),
            "",
            partial(_add_template, window, name),
        )
        for name in template_names()
        if name != BLANK
        for display_name in [template_title(name)]
    ]


def ask_for_template(window: Shell) -> None:
    """Ask from which template a map is to be added; letters that are typed find it."""
    choices = template_choices(window)
    asks = tr("From which template do you want a map?")
    window.show_overlay(
        lambda: Chooser(window.widget, choices, asks, tr("Template"), width=520, most_rows=12)
    )


def ask_for_maps(window: Shell) -> None:
    """Ask for a file whose maps are to be added."""
    patterns = " ".join(f"*{known.suffix}" for known in formats.readable())
    kinds = tr("Projects and what can be imported ({patterns})", patterns=f"*{_PROJECT} {patterns}")
    ask_for_existing_file(window.widget, tr("Import maps"), kinds, lambda path: add_maps_of(window, path))


def ask_for_register(window: Shell) -> None:
    """Ask for a workbook whose action register was filled in."""
    kinds = tr("Workbooks ({patterns})", patterns="*.xlsx")
    ask_for_existing_file(
        window.widget, tr("Update actions"), kinds, lambda path: bring_in_file(window, path)
    )


def add_maps_of(window: Shell, path: Path) -> None:
    """Add all maps of a file, or say in a sentence why that cannot be done."""
    before = step_label("before_file", text=shortened(path.name, 60))
    try:
        if path.suffix.lower() == _PROJECT:
            with ProjectFile.open(path, read_only=True) as project:
                _bring_in(window, project.document, before)
        elif (format := format_of(path)).holds == "tables":
            bring_in_file(window, path)
        else:
            _look_at(window, path, format.read(path), before)
    except (FormatError, ProjectFileError) as error:
        window.show_message(str(error))


def _look_at(window: Shell, path: Path, imported: Imported, before: Label) -> None:
    """Add the maps and tell what there is to know; where something was guessed, show that first."""
    document, notes = imported
    if imported.is_ambiguous or len(notes) > MOST_IN_A_MESSAGE:
        keep = partial(_bring_in, window, document, before)
        sentence = tr("This is how “{file}” was read. Add its maps?", file=path.name)
        answer = Answer(tr("Add the maps"), tr("Add what was read to this project"), keep)
        window.show_overlay(lambda: ImportQuestion(window.widget, sentence, notes, [answer]))
    else:
        _bring_in(window, document, before, notes)


def _add_template(window: Shell, name: str) -> None:
    try:
        _bring_in(
            window, template(name), step_label("before_template", text=shortened(template_title(name), 60))
        )
    except FormatError as error:
        window.show_message(str(error))


def _bring_in(window: Shell, other: Document, before: Label, notes: Sequence[ImportNote] = ()) -> None:
    editor = window.editor
    change = bring_in(editor.document, other)
    maps = created(change, JourneyMap)
    if not maps:
        window.show_message(tr("There is no map in it, so nothing was added."))
        return
    editor.save_version_before_next(before)

    def show(_: Change) -> None:
        editor.show_map(maps[0])
        window.canvas.setFocus()
        import_words = [str(note.words) for note in notes]
        before_it = tr("A version from before it is in the history.")
        words = (_added(len(maps), editor.journey_map.title), *import_words, before_it)
        window.show_message(" ".join(words), True)

    editor.do(change, then=show)


def _added(number: int, title: str) -> str:
    if number > 1:
        return tr_plural("Added {count} map.", "Added {count} maps.", number)
    if title:
        return tr("Added the map {title}.", title=quoted(shortened(title)))
    return tr("Added a map without a title.")
