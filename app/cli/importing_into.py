"""Brings a file into a project that is there: an action register that was filled in, or more maps."""

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from app.cli.errors import JobError
from app.language.catalogues import ENGLISH
from app.language.phrases import phrase, tr, tr_plural
from app.language.spoken import speaking
from app.model.change import Change
from app.model.document import Document
from app.model.nouns import word

if TYPE_CHECKING:
    from app.formats.import_notes import ImportNote
    from app.formats.xlsx.register_update import RegisterUpdate

MOST_SECONDS = 60.0
"""How long a disk that does not take what is written is waited for."""


def misplaced_in_import(options: Namespace) -> str:
    """Why what is asked of an import does not go together; empty where it does."""
    if (options.out is None) == (options.into is None):
        return tr("Say either which project is to be made, or with --into which one it goes into.")
    if options.preview and options.into is None:
        return tr("--preview goes with --into: a project that is made anew is seen by making it.")
    return ""


def import_into(options: Namespace) -> None:
    """Bring in what a file holds, as one step. Raises JobError where the project cannot be written."""
    from app.storage.project_file import ProjectFile

    with ProjectFile.open(options.into, read_only=options.preview) as project:
        if project.why_read_only is not None and not options.preview:
            raise JobError(project.why_read_only)
        change, said = _change_of(options, project.document)
        if change and not options.preview:
            project.history.do(change)
            if not project.wait_until_saved(MOST_SECONDS):
                raise project.not_saved()
    print(said)


def _change_of(options: Namespace, document: Document) -> tuple[Change, str]:
    """What a file changes in a project, and what there is to say of that."""
    from app.formats import format_of
    from app.formats.xlsx.register_file import holds_register, register_in
    from app.formats.xlsx.register_update import register_update
    from app.limits import LARGEST_TABLE_FILE
    from app.model.verbs.maps import bring_in
    from app.paths import open_file

    if options.file.suffix.lower() == ".xlsx":
        with open_file(options.file) as stream:
            data = stream.read(LARGEST_TABLE_FILE + 1)
        register = register_in(data) if holds_register(data) else None
        if register is not None:
            update = register_update(document, register)
            if not update.is_of_this_project:
                raise JobError(phrase("None of the actions in it is one of this project."))
            return update.change, _said(options, update)
    imported = format_of(options.file).read(options.file)
    change = bring_in(document, imported.document)
    return change, _on_maps(options, len(imported.document.maps()), imported.notes)


def _said(options: Namespace, update: "RegisterUpdate") -> str:
    from app.formats.xlsx.register_update import described

    if options.json:
        return _as_json(
            update.left,
            updates=[
                {"note": one.note.id, "field": one.field, "before": one.before, "after": one.after}
                for one in update.updates
            ],
        )
    lines = [f"  {text}: {what}" for text, what in described(update.updates)]
    counted = tr_plural("{count} value is new.", "{count} values are new.", len(update.updates))
    return "\n".join((*lines, *_lines(update.left), counted))


def _on_maps(options: Namespace, maps: int, notes: "tuple[ImportNote, ...]") -> str:
    if options.json:
        return _as_json(notes, maps=maps)
    added = tr_plural("{count} map comes in.", "{count} maps come in.", maps)
    return "\n".join((*_lines(notes), added))


def _lines(notes: "tuple[ImportNote, ...]") -> list[str]:
    return [
        f"{'! ' if note.kind == 'guessed' else '  '}{word('import note', note.kind)}: {note.words}"
        for note in notes
    ]


def _as_json(notes: "tuple[ImportNote, ...]", **told: object) -> str:
    with speaking(ENGLISH):
        said = [
            {"kind": note.kind, "place": str(note.place), "sentence": str(note.sentence)} for note in notes
        ]
        return json.dumps({**told, "notes": said}, indent=2)
