"""Has Qt itself speak the program's language: "Cancel", names of keys, file dialogs, menus of text fields.

Qt brings catalogues of its own. In a language that it has none for, its words stay English.
"""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from app.language.catalogues import ENGLISH
from app.language.locale import system_locale
from app.language.pseudo import PSEUDO
from app.language.spoken import is_right_to_left, program_language, spoken_locale
from app.widgets.base.preferences import changes


class QtWords(QObject):
    """Speaks until `close`. Windows made meanwhile are mirrored where one writes from right to left."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._translator = QTranslator(self)
        changes.happened.connect(self._heed)
        self.speak()

    def speak(self) -> None:
        """Speak the program's language of now, in place of the one before."""
        language = program_language()
        self._application.removeTranslator(self._translator)
        if language != ENGLISH and language not in PSEUDO and load(self._translator, language):
            self._application.installTranslator(self._translator)
        self._application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if is_right_to_left(language) else Qt.LayoutDirection.LeftToRight
        )
        # Calendars, which have the months of Qt's locale, shall have those of the days in fields.
        locale = spoken_locale()
        QLocale.setDefault(QLocale.system() if locale == system_locale() else QLocale(locale))

    def _heed(self, name: str) -> None:
        if name == "language":
            self.speak()

    def close(self) -> None:
        """Have Qt speak as it did before."""
        changes.happened.disconnect(self._heed)
        self._application.removeTranslator(self._translator)
        self._application.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        QLocale.setDefault(QLocale.system())
        self.deleteLater()


def load(translator: QTranslator, language: str) -> bool:
    """Give a translator Qt's own words in a language. Returns whether Qt has any."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator.load(f"qtbase_{language}", folder)
