"""The folders that can be preferred: that of the backups, and one with dictionaries."""

from pathlib import Path

from app.file_names import shown
from app.language.phrases import NOTHING, Phrase, phrase
from app.spelling.dictionaries import has_dictionaries
from app.widgets.base.backup_places import backup_folder, keep_backups_in, why_no_backups_in
from app.widgets.base.preferences import prefer, preferences
from app.widgets.preferences.folder_place import FolderKind


def _no_dictionaries_in(folder: Path) -> Phrase | None:
    if has_dictionaries(folder):
        return None
    return phrase(
        "There is no dictionary in {folder} yet. One is a pair of files, such as de_DE.aff and de_DE.dic.",
        folder=shown(folder),
    )


BACKUPS = FolderKind(
    title=phrase("Choose the folder of the backups"),
    choose=phrase("Choose the folder of the backups…"),
    choose_tip=phrase("Keep backups in another folder; earlier ones stay where they are and are still found"),
    usual=phrase("Keep backups in the default folder"),
    usual_tip=phrase("Keep backups among the program’s own data again"),
    nothing=NOTHING,
    trying=lambda folder: phrase("Whether backups can be kept in {folder} is being tried…", folder=folder),
    now=backup_folder,
    keep=keep_backups_in,
    fault=why_no_backups_in,
)
DICTIONARIES = FolderKind(
    title=phrase("Choose a folder with dictionaries"),
    choose=phrase("Choose a folder with dictionaries…"),
    choose_tip=phrase("Use the Hunspell dictionaries in a folder before those of this computer"),
    usual=phrase("Use no folder of my own"),
    usual_tip=phrase("Use the dictionaries of this computer only"),
    nothing=phrase("Only those of this computer"),
    trying=lambda folder: phrase("Dictionaries are being looked for in {folder}…", folder=folder),
    now=lambda: preferences().dictionaries,
    keep=lambda folder: prefer("dictionaries", folder),
    fault=_no_dictionaries_in,
    is_refused=False,
)
