"""The pages of the window: one stands in the map's place, and has the keyboard."""

from app.model.verbs.maps import new_project
from tests.widgets.conftest import OpenWindow


def test_a_page_has_the_keyboard_also_where_it_is_empty(open_window: OpenWindow) -> None:
    driver = open_window(new_project())
    for key in ("Ctrl+Shift+R", "Ctrl+Shift+G", "Ctrl+Shift+X", "Ctrl+Shift+W"):
        driver.press(key)
        page = driver.window.pages.open
        assert page is not None
        assert page.isAncestorOf(driver.focus) or driver.focus is page, key
        driver.press("Escape")
        assert driver.focus is driver.canvas, key
