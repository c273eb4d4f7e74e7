"""Dresses the application: Inter, one style sheet over Qt's Fusion style, light or dark as the system is."""

from string import Template

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.drawing.text import FAMILY, load_fonts
from app.resources import resource
from app.widgets.base import plain_text as plain
from app.widgets.program.colours import DARK, LIGHT, Colours, qt_palette

TEXT_SIZE = 13
"""Logical pixels of the window's own text."""


class Style(QObject):
    """Keeps an application in the colours of its system. `colours` are those of now."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._system_is_dark = _is_dark(QGuiApplication.palette())
        load_fonts()
        font = QFont(FAMILY)
        font.setPixelSize(TEXT_SIZE)
        application.setFont(font)
        application.setStyle("Fusion")
        hints = QGuiApplication.styleHints()
        self.colours = LIGHT
        self.apply_style(self.asked_for(hints.colorScheme()))
        hints.colorSchemeChanged.connect(self._follow)

    def asked_for(self, scheme: Qt.ColorScheme) -> Colours:
        """The colours for a scheme; where the system tells none, as its palette was at the start."""
        if scheme == Qt.ColorScheme.Unknown:
            return DARK if self._system_is_dark else LIGHT
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

    def apply_style(self, colours: Colours) -> None:
        self.colours = colours
        template = Template(resource("style", "window.qss").read_text(encoding="utf-8"))
        self._application.setPalette(qt_palette(colours))
        self._application.setStyleSheet(plain.RULE + template.substitute(colours._asdict()))

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self.apply_style(self.asked_for(scheme))


def _is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < 128
