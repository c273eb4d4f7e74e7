"""Dresses the application: Inter, one style sheet over Qt's Fusion style, light or dark, in a size of text.

Colours, size and motion are those of the system, unless somebody prefers others.
"""

from string import Template

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.drawing.fonts import FAMILY, load_fonts
from app.resources import resource
from app.widgets.base import plain_text as plain
from app.widgets.base.motion import Motion
from app.widgets.base.preferences import changes, preferences
from app.widgets.base.text_size import PLAIN, scaled, scaled_rules, set_text_size, system_text_size
from app.widgets.program.colours import DARK, LIGHT, Colours, qt_palette

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Style(QObject):
    """Keeps an application in the colours of its system. `colours` are those of now."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._system_is_dark = _is_dark(QGuiApplication.palette())
        self._system_size = system_text_size(QFontInfo(application.font()).pixelSize())
        self._motion = Motion()
        load_fonts()
        application.setStyle("Fusion")
        hints = QGuiApplication.styleHints()
        self.colours = LIGHT
        self._ask_for_scheme()
        self._size_text()
        self.apply_style(self.asked_for(hints.colorScheme()))
        self._motion.apply(preferences().motion)
        hints.colorSchemeChanged.connect(self._follow)
        changes.happened.connect(self._heed)

    def asked_for(self, scheme: Qt.ColorScheme) -> Colours:
        """The colours that are preferred, or else those for a scheme of the system.

        Where the system tells none, they are as its palette was at the start.
        """
        scheme = _SCHEMES.get(preferences().theme, scheme)
        if scheme == Qt.ColorScheme.Unknown:
            return DARK if self._system_is_dark else LIGHT
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

    def apply_style(self, colours: Colours) -> None:
        self.colours = colours
        rules = resource("style", "window.qss").read_text(encoding="utf-8")
        template = Template(scaled_rules(rules))
        self._application.setPalette(qt_palette(colours))
        self._application.setStyleSheet(plain.RULE + template.substitute(colours._asdict()))

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        colours = self.asked_for(scheme)
        if colours is not self.colours:
            self.apply_style(colours)

    def _heed(self, name: str) -> None:
        if name == "theme":
            self._ask_for_scheme()
            self._follow(QGuiApplication.styleHints().colorScheme())
        elif name == "text_size":
            self._size_text()
            self.apply_style(self.colours)
        elif name == "motion":
            self._motion.apply(preferences().motion)

    def _ask_for_scheme(self) -> None:
        """Have the frames and menus that the system draws in the colours of the window, where it can."""
        QGuiApplication.styleHints().setColorScheme(_SCHEMES.get(preferences().theme, Qt.ColorScheme.Unknown))

    def _size_text(self) -> None:
        set_text_size(self._system_size * preferences().text_size / 100)
        font = QFont(FAMILY)
        font.setPixelSize(scaled(PLAIN))
        self._application.setFont(font)


def _is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < 128
