"""Small projects for the tests of the project file."""

from pathlib import Path

from app.model.document import Document
from app.model.history.history import History
from app.model.verbs.maps import new_project
from app.model.verbs.notes import add_note
from app.model.verbs.sections import add_section
from app.model.verbs.stages import add_stage
from app.storage.project_file import ProjectFile


def small_document(notes: int = 3) -> Document:
    """A map with one stage, one section and some notes: "note-0", "note-1", …"""
    document = new_project("Pizzeria", "A first visit")
    journey_map = document.maps()[0].id
    document.apply(add_stage(document, journey_map, "Arrive", id="stage"))
    document.apply(add_section(document, journey_map, "Actions", id="section"))
    for number in range(notes):
        document.apply(add_note(document, "section", "stage", f"Note {number}", id=f"note-{number}"))
    return document


def small_file(path: Path, notes: int = 3) -> Path:
    """A project file with a small document and no history."""
    ProjectFile.create(path, small_document(notes)).close()
    return path


def add_notes(history: History, number: int) -> None:
    """So many steps, each with a note."""
    for _ in range(number):
        history.do(add_note(history.document, "section", "stage", "One more"))


def what_is_in(folder: Path) -> dict[str, bytes]:
    """Everything in a folder by name: the bytes of a file, none of a folder."""
    return {path.name: b"" if path.is_dir() else path.read_bytes() for path in folder.iterdir()}
