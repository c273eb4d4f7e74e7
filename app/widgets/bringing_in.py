"""Brings the maps of a template or a file into the open project. A version before it is kept."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.formats import FORMATS, format_of
from app.formats.format import FormatError
from app.formats.templates import BLANK, template, template_names
from app.model.copying import created
from app.model.document import Document
from app.model.maps import bring_in
from app.model.records import JourneyMap
from app.model.words import count, quoted
from app.storage.errors import ProjectFileError
from app.storage.project_file import ProjectFile
from app.widgets.chooser import Choice, Chooser
from app.widgets.file_dialogs import ask_for_existing_file
from app.widgets.icons import icon

if TYPE_CHECKING:
    from app.widgets.main_window import MainWindow

_PROJECT = ".journey"


def ask_for_template(window: "MainWindow") -> None:
    """Ask from which template a map is to be added; letters that are typed find it."""
    choices = [
        Choice(
            spoken, spoken, icon("file-text"), "Add a map like this", "", partial(_add_template, window, name)
        )
        for name in template_names()
        if name != BLANK
        for spoken in [_spoken(name)]
    ]
    asks = "From which template do you want a map?"
    window.put_over(lambda: Chooser(window, choices, asks, "Template", width=520, most_rows=12))


def ask_for_maps(window: "MainWindow") -> None:
    """Ask for a file whose maps are to be added."""
    patterns = " ".join(f"*{known.suffix}" for known in FORMATS if known.reads)
    kinds = f"Projects and what can be imported (*{_PROJECT} {patterns})"
    ask_for_existing_file(window, "Import maps", kinds, lambda path: add_maps_of(window, path))


def add_maps_of(window: "MainWindow", path: Path) -> None:
    """Add all maps of a file, or say in a sentence why that cannot be done."""
    before = f"Before importing “{path.name}”"
    try:
        if path.suffix.lower() == _PROJECT:
            with ProjectFile.open(path, read_only=True) as project:
                _bring_in(window, project.document, before)
        else:
            _bring_in(window, format_of(path).read(path), before)
    except (FormatError, ProjectFileError) as error:
        window.tell(str(error))


def _add_template(window: "MainWindow", name: str) -> None:
    try:
        _bring_in(window, template(name), f"Before the template “{_spoken(name)}”")
    except FormatError as error:
        window.tell(str(error))


def _bring_in(window: "MainWindow", other: Document, before: str) -> None:
    editor = window.editor
    change = bring_in(editor.document, other)
    maps = created(change, JourneyMap)
    if not maps:
        window.tell("There is no map in it, so nothing was added.")
        return
    editor.history.mark_before_next(before)
    if not editor.do(change):
        return
    editor.show_map(maps[0])
    window.canvas.setFocus()
    added = editor.journey_map.title
    told = f"the map {quoted(added, 'without a title')}" if len(maps) == 1 else count(len(maps), "map")
    window.tell(f"Added {told}. A version from before it is in the history.", True)


def _spoken(name: str) -> str:
    return name.replace("-", " ").capitalize()
