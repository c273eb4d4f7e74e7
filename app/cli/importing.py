"""Imports on the command line: a file as a project of its own, or brought into one that is there."""

from collections.abc import Sequence
from pathlib import Path

from app.cli.errors import JobError
from app.cli.named import id_of_map
from app.formats import format_of
from app.formats.format import Format
from app.formats.import_notes import ImportNote
from app.formats.tables.bringing_in.joining import joined_tables
from app.formats.tables.bringing_in.new_map import with_personas
from app.formats.tables.bringing_in.trial import can_go_into, tried
from app.formats.tables.table_file import notes_of, readings_of
from app.language.phrases import phrase
from app.limits import LARGEST_TABLE_FILE
from app.model.change import Change
from app.model.document import Document
from app.model.verbs.maps import bring_in
from app.paths import open_file
from app.storage.project_file import ProjectFile


def imported_as_project(file: Path, out: Path, overwrite: bool) -> Sequence[ImportNote]:
    """Make a project of a file. Raises FormatError and ProjectFileError."""
    imported = format_of(file).read(file)
    ProjectFile.create(out, imported.document, overwrite=overwrite).close()
    return imported.notes


def brought_in(
    file: Path, project: Path, map: str | None, most_seconds: float, is_preview: bool = False
) -> Sequence[ImportNote]:
    """Bring a file into a project that is there, as one step: into a map of it, or as maps of its own.

    `map` is the title of that map; only a table goes into one. A preview tells how it would be read, and
    keeps nothing. Raises FormatError, ProjectFileError and JobError.
    """
    format = format_of(file)
    with ProjectFile.open(project, read_only=is_preview) as opened:
        if opened.why_read_only is not None and not is_preview:
            raise JobError(phrase("{reason} Nothing was brought in.", reason=opened.why_read_only))
        if map is not None:
            if format.holds != "tables":
                raise JobError(phrase("Only a table can be brought into a map."))
            change, notes = _into_map(opened.document, file, map)
        else:
            change, notes = _as_own(opened.document, file, format)
        if is_preview:
            return notes
        opened.history.do(change)
        if not opened.wait_until_saved(most_seconds):
            raise opened.not_saved()
    return notes


def _as_own(document: Document, file: Path, format: Format) -> tuple[Change, Sequence[ImportNote]]:
    """Maps of their own; personas alone come without a map."""
    if format.holds == "tables":
        with open_file(file) as stream:
            readings = readings_of(stream.read(LARGEST_TABLE_FILE + 1), file.suffix)
        if all(reading.personas for reading in readings):
            return with_personas(document, readings), notes_of(readings)
    imported = format.read(file)
    return bring_in(document, imported.document), imported.notes


def _into_map(document: Document, file: Path, title: str) -> tuple[Change, Sequence[ImportNote]]:
    map = id_of_map(title, document)
    with open_file(file) as stream:
        readings = readings_of(stream.read(LARGEST_TABLE_FILE + 1), file.suffix)
    whole = joined_tables(readings).reading
    if not can_go_into(document, map, whole):
        raise JobError(
            phrase("The map “{title}” has no stages and sections that the table names.", title=title)
        )
    trial = tried(document, map, whole, "into", title)
    return trial.change, trial.notes
