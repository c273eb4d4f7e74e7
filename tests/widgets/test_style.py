"""Light and dark: every text can be read, and a change of the system's colours is followed at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from app.drawing.theme import Colour, contrast
from app.widgets.base.icons import icon
from app.widgets.program.colours import DARK, LIGHT, Colours
from app.widgets.program.style import Style
from tests.driver import WindowDriver

PAIRS = (
    ("ink", "panel"), ("ink", "field"), ("ink", "hover"), ("ink", "pressed"),
    ("secondary", "panel"), ("secondary", "field"), ("secondary", "hover"),
    ("selected_ink", "selected"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("on_inverse", "inverse"), ("inverse_link", "inverse"), ("focus", "panel"),
)  # fmt: skip
"""A text's colour and what it stands on."""


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read(colours: Colours, text: str, ground: str) -> None:
    assert contrast(Colour.of(getattr(colours, text)), Colour.of(getattr(colours, ground))) >= 4.5


def test_the_window_follows_the_system_into_the_dark_and_back(pizzeria: WindowDriver, style: Style) -> None:
    told = QGuiApplication.styleHints().colorSchemeChanged
    told.emit(Qt.ColorScheme.Dark)
    try:
        assert _ground(pizzeria) == DARK.panel
        assert _desk(pizzeria) == DARK.desk
        assert _darkest(pizzeria.window.actions_by_name["stages.add"].icon()) > 150, "icons are light now"
    finally:
        told.emit(Qt.ColorScheme.Light)
    assert _ground(pizzeria) == LIGHT.panel
    assert _desk(pizzeria) == LIGHT.desk
    assert _darkest(pizzeria.window.actions_by_name["stages.add"].icon()) < 60


def test_where_the_system_tells_no_scheme_its_palette_decides(style: Style) -> None:
    assert style.asked_for(Qt.ColorScheme.Unknown) in (LIGHT, DARK)
    assert style.asked_for(Qt.ColorScheme.Dark) is DARK
    assert style.asked_for(Qt.ColorScheme.Light) is LIGHT


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_icons_have_the_pixels_that_a_screen_has(qapp: QApplication, ratio: float) -> None:
    made = icon("undo-2").pixmap(icon("undo-2").availableSizes()[0], ratio)
    assert made.width() == round(made.deviceIndependentSize().width() * ratio)


def _ground(editor: WindowDriver) -> str:
    return editor.window.palette().color(QPalette.ColorRole.Window).name().upper()


def _desk(editor: WindowDriver) -> str:
    return editor.canvas.backgroundBrush().color().name().upper()


def _darkest(icon: QIcon) -> int:
    """The lightness, 0–255, of the darkest pixel that an icon covers."""
    image = icon.pixmap(18, 18).toImage()
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return min(colour.lightness() for colour in colours if colour.alpha() > 200)
