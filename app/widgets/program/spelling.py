"""The program's speller, as the settings have it: whether spelling is checked, and where dictionaries are."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from app.session.speller import Speller
from app.widgets.base.preferences import changes, preferences
from app.widgets.base.window_memory import settings

CHECKS = "spelling/check"
"""The setting: whether spelling is checked."""


def new_speller(parent: QObject, begins_at_once: bool = False) -> Speller:
    """A speller that remembers whether it is turned on. It begins nothing before it is needed."""
    is_on = settings().value(CHECKS, True, type=bool) is not False
    speller = Speller(_data_folder() / "words.txt", is_on, dictionary_folders, parent, begins_at_once)
    speller.changed.connect(lambda: _remember(speller.is_on))
    _PreferredDictionaries(speller)
    return speller


class _PreferredDictionaries(QObject):
    """Has all words judged anew where another folder of dictionaries is preferred."""

    def __init__(self, speller: Speller) -> None:
        super().__init__(speller)
        self._speller = speller
        changes.happened.connect(self._heed)

    def _heed(self, name: str) -> None:
        if name == "dictionaries":
            self._speller.turn(self._speller.is_on)


def dictionary_folders() -> tuple[Path, ...]:
    """Where a person's own dictionaries are: the folder that was chosen, and one in the data folder."""
    chosen, own = preferences().dictionaries, _data_folder() / "dictionaries"
    return (chosen, own) if chosen is not None else (own,)


def _data_folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


def _remember(is_on: bool) -> None:
    if (settings().value(CHECKS, True, type=bool) is not False) != is_on:
        settings().setValue(CHECKS, is_on)
