"""Text as large as somebody needs it: nothing is cut off on a small screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.formats.templates import template
from app.widgets.base.preferences import prefer
from app.widgets.base.text_size import MOST, scaled_rules, set_text_size, system_text_size, text_size
from app.widgets.preferences.page import PreferencesPage
from app.widgets.program.style import Style
from app.widgets.window.command_palette import CommandPalette
from tests.driver import WindowDriver
from tests.widgets.conftest import OpenWindow
from tests.widgets.cut_off import faults


@pytest.fixture(autouse=True)
def as_before(style: Style) -> Iterator[None]:
    yield
    prefer("text_size", 100)
    QApplication.processEvents()


@pytest.fixture(params=[80, 150, 200])
def sized(request: pytest.FixtureRequest, open_window: OpenWindow) -> WindowDriver:
    """A window on a small screen, with all panels, in a size of text."""
    prefer("text_size", request.param)
    QApplication.processEvents()
    driver = open_window(template("pizzeria"))
    driver.window.resize(1280, 720)
    QApplication.processEvents()
    assert driver.window.size().toTuple() == (1280, 720)
    return driver


def test_bar_status_and_panels_fit(sized: WindowDriver) -> None:
    window = sized.window
    for part in (window.bar, window.status):
        assert faults(part) == []
        assert part.height() >= part.fontMetrics().height()
    for panel in (window.left, window.right):
        assert panel.width() > panel.fontMetrics().averageCharWidth() * 20


def test_preferences_fit_or_scroll(sized: WindowDriver) -> None:
    sized.press("Ctrl+,")
    (page,) = sized.window.findChildren(PreferencesPage)
    assert faults(page.card) == []
    assert sized.window.rect().contains(page.card.geometry())


def test_the_palette_stays_on_its_card(sized: WindowDriver) -> None:
    sized.press("Ctrl+K")
    (palette,) = sized.window.findChildren(CommandPalette)
    shown = palette.list.geometry()
    assert palette.card.rect().contains(shown)
    assert sized.window.rect().contains(palette.card.geometry())


def test_the_find_bar_fits(sized: WindowDriver) -> None:
    sized.press("Ctrl+H")
    assert faults(sized.window.find_bar) == []
    assert sized.canvas.rect().contains(sized.window.find_bar.geometry())


@pytest.mark.parametrize(("pixels", "factor"), [(12, 1.0), (15, 1.0), (19.5, 1.5), (200, MOST)])
def test_a_system_with_large_text_has_it_here_too(pixels: float, factor: float) -> None:
    assert system_text_size(pixels) == pytest.approx(factor)


def test_text_grows_in_the_style_sheet_and_lines_do_not(style: Style) -> None:
    set_text_size(1.5)
    try:
        assert scaled_rules("a { font-size: 12px; border: 1px solid; min-height: 20px; width: 10px; }") == (
            "a { font-size: 18px; border: 1px solid; min-height: 30px; width: 10px; }"
        )
        set_text_size(99)
        assert text_size() == MOST
    finally:
        set_text_size(1.0)
