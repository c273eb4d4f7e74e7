"""Brings an action register back into its project on the command line, or says what it would change."""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.errors import JobError
from app.language.catalogues import ENGLISH
from app.language.phrases import phrase, tr, tr_plural
from app.language.spoken import speaking
from app.model.nouns import word

if TYPE_CHECKING:
    from app.formats.xlsx.register_update import RegisterUpdate
    from app.model.document import Document


def misplaced_in_import(options: Namespace) -> str:
    """Why what is asked of an import does not go together; empty where it does."""
    if options.preview and not (options.register or options.add or options.into is not None):
        return tr("--preview goes with --map, --add or --register: it says what would change in a project.")
    return ""


def update_register(options: Namespace, most_seconds: float) -> str | None:
    """Take over what others filled in, as one step, and say what that is; where only that is asked, say it.

    None where the file has no register of this project, if not a register was asked for but what there is.
    Raises FormatError, ProjectFileError and JobError.
    """
    from app.formats.tables.grids.own_lists import REGISTER_SUFFIX
    from app.storage.project_file import ProjectFile

    if not options.register and options.file.suffix.lower() != REGISTER_SUFFIX:
        return None
    with ProjectFile.open(options.out, read_only=options.preview) as project:
        if project.why_read_only is not None and not options.preview:
            raise JobError(phrase("{reason} Nothing was taken over.", reason=project.why_read_only))
        update = _update(project.document, options.file, options.register)
        if update is None:
            return None
        if update.change and not options.preview:
            project.history.do(update.change)
            if not project.wait_until_saved(most_seconds):
                raise project.not_saved()
        return _as_json(update) if options.json else _said(update)


def _update(document: "Document", file: Path, is_asked_for: bool) -> "RegisterUpdate | None":
    from app.formats.xlsx.register_file import holds_register, register_in
    from app.formats.xlsx.register_update import register_update
    from app.limits import LARGEST_TABLE_FILE
    from app.paths import open_file

    with open_file(file) as stream:
        data = stream.read(LARGEST_TABLE_FILE + 1)
    register = register_in(data) if holds_register(data) else None
    update = register_update(document, register) if register is not None else None
    if update is not None and update.is_of_this_project:
        return update
    if not is_asked_for:
        return None
    if update is None:
        raise JobError(phrase("There is no action register in it that Journeywall wrote."))
    raise JobError(phrase("None of the actions in it is one of this project."))


def _said(update: "RegisterUpdate") -> str:
    from app.formats.xlsx.register_update import described

    changed = [f"  {text}: {what}" for text, what in described(update.updates)]
    left = [f"  {word('import note', note.kind)}: {note.words}" for note in update.left]
    counted = tr_plural("{count} value is new.", "{count} values are new.", len(update.updates))
    return "\n".join((*changed, *left, counted))


def _as_json(update: "RegisterUpdate") -> str:
    with speaking(ENGLISH):
        updates = [
            {"note": one.note.id, "field": one.field, "before": one.before, "after": one.after}
            for one in update.updates
        ]
        notes = [
            {"kind": note.kind, "sentence": str(note.sentence), "place": str(note.place)}
            for note in update.left
        ]
        return json.dumps({"updates": updates, "notes": notes}, indent=2)
