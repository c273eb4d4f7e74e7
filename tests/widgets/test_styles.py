"""A style: chosen, edited, loaded and saved; the map shows it, and undo takes it back."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from app.model.records import StyleColours
from app.pages.styles.shipped import shipped_style
from app.pages.styles.style_file import load_style, save_style
from app.widgets.pages.styling.dialog import StyleDialog
from tests.driver import WindowDriver


def trigger(driver: WindowDriver, name: str) -> None:
    driver.window.actions_by_name[name].trigger()


def dialog_of(driver: WindowDriver) -> StyleDialog:
    trigger(driver, "styles.edit")
    [dialog] = driver.window.findChildren(StyleDialog)
    return dialog


def type_colour(dialog: StyleDialog, field: str, colour: str) -> None:
    line = dialog.colours[field].line
    line.setText(colour)
    line.editingFinished.emit()


def test_a_style_is_chosen_and_taken_back(pizzeria: WindowDriver) -> None:
    trigger(pizzeria, "styles.boardroom")
    style = pizzeria.document.style
    assert style is not None
    assert style.name == "Boardroom"
    layout = pizzeria.canvas.shown.layout
    assert layout.style == style
    pizzeria.undo()
    assert pizzeria.document.style is None
    assert pizzeria.canvas.shown.layout.style is None


def test_a_room_sees_notes_and_curve_in_the_style_of_the_project(pizzeria: WindowDriver) -> None:
    trigger(pizzeria, "styles.boardroom")
    style = pizzeria.document.style
    assert style is not None
    pizzeria.press("F5")
    pizzeria.write("3")
    pizzeria.press("Return")
    view = pizzeria.window.presentation.view
    pizzeria.wait_until(lambda: not view.is_turning)
    first = colours_in(view.grab().toImage())
    pizzeria.press("Down")
    pizzeria.wait_until(lambda: not view.is_turning)
    seen = first | colours_in(view.grab().toImage())
    colours = style.colours
    for colour in (colours.edges.blue, colours.notes.pink, colours.band_above, colours.curve_low):
        assert colour.lower() in seen
    assert StyleColours().notes.pink.lower() not in seen
    assert StyleColours().notes.blue.lower() not in seen


def colours_in(picture: QImage) -> set[str]:
    """Every colour of a picture, by its name."""
    return {
        picture.pixelColor(x, y).name()
        for y in range(0, picture.height(), 2)
        for x in range(0, picture.width(), 2)
    }


def test_colours_alone_lay_nothing_out_anew(pizzeria: WindowDriver) -> None:
    rows = pizzeria.canvas.shown.layout.rows
    trigger(pizzeria, "styles.high-contrast")
    assert all(new is old for new, old in zip(pizzeria.canvas.shown.layout.rows, rows, strict=True))


def test_a_colour_that_cannot_be_seen_is_refused_and_the_nearest_offered(pizzeria: WindowDriver) -> None:
    dialog = dialog_of(pizzeria)
    type_colour(dialog, "secondary", "#C8C8C8")
    assert pizzeria.document.style is None
    assert "#C8C8C8" in dialog.words.text()
    assert dialog.use.isVisible()
    dialog.use.click()
    style = pizzeria.document.style
    assert style is not None
    assert style.colours.secondary in dialog.use.text()
    assert dialog.colours["secondary"].line.text() == style.colours.secondary
    dialog.close()


def test_a_colour_is_typed_and_what_is_none_is_told(pizzeria: WindowDriver) -> None:
    dialog = dialog_of(pizzeria)
    type_colour(dialog, "accent", "036")
    assert pizzeria.document.style is not None
    assert pizzeria.document.style.colours.accent == "#003366"
    type_colour(dialog, "accent", "blue")
    assert "blue" in dialog.words.text()
    assert dialog.colours["accent"].line.text() == "#003366"
    dialog.close()


def test_another_text_font_lays_the_map_out_anew(pizzeria: WindowDriver) -> None:
    dialog = dialog_of(pizzeria)
    box = dialog.boxes["text_font"]
    box.setCurrentIndex(box.findData("Noto Serif"))
    box.activated.emit(box.currentIndex())
    assert pizzeria.canvas.shown.layout.family == "Noto Serif"
    dialog.close()


def test_a_style_goes_through_a_file(pizzeria: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / "ours.journeystyle"
    save_style(path, shipped_style("boardroom").changed(name="Ours"))
    trigger(pizzeria, "styles.load")
    [dialog] = pizzeria.window.findChildren(QFileDialog)
    dialog.selectFile(str(path))
    dialog.accept()
    style = pizzeria.document.style
    assert style is not None
    assert (style.name, style.heading_font) == ("Ours", "Noto Serif")
    copy = tmp_path / "copy.journeystyle"
    save_style(copy, style)
    assert load_style(copy).changed(id="x") == load_style(path).changed(id="x")


def test_what_is_no_style_is_told(pizzeria: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / "broken.journeystyle"
    path.write_text('{"format": "journeywall style", "version": 1, "radius": "wide"}', encoding="utf-8")
    trigger(pizzeria, "styles.load")
    [dialog] = pizzeria.window.findChildren(QFileDialog)
    dialog.selectFile(str(path))
    dialog.accept()
    assert pizzeria.document.style is None
