"""A style: chosen, edited, loaded and saved; the map shows it, and undo takes it back."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from app.drawing.styles.contrast import unseen
from app.model.records import StyleColours
from app.model.verbs.styles import set_style
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
    group, _, number = field.partition(".")
    line = (dialog.ramp.rows[int(number)].field if group == "stages" else dialog.colours[field]).line
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


def test_the_editor_reaches_every_colour_of_a_style(pizzeria: WindowDriver) -> None:
    dialog = dialog_of(pizzeria)
    said = StyleColours()
    inner = {f"{group}.{name}" for group in ("notes", "edges") for name in type(said.notes).model_fields}
    plain = set(type(said).model_fields) - {"notes", "edges", "stages"}
    assert set(dialog.colours) == plain | inner
    shown = [row.field.line.text() for row in dialog.ramp.rows if row.isVisible()]
    assert tuple(shown) == said.stages
    dialog.close()


def test_colours_of_stages_are_added_changed_and_removed(pizzeria: WindowDriver) -> None:
    dialog = dialog_of(pizzeria)
    dialog.ramp.add.click()
    type_colour(dialog, "stages.6", "#5A2A6E")
    dialog.ramp.rows[0].remove.click()
    style = pizzeria.document.style
    assert style is not None
    assert style.colours.stages == (*StyleColours().stages[1:], "#5A2A6E")
    type_colour(dialog, "stages.5", "#EEDDEE")
    assert "Stage colour 6" in dialog.words.text()
    dialog.use.click()
    style = pizzeria.document.style
    assert style is not None
    assert style.colours.stages[5] in dialog.ramp.rows[5].field.line.text() != "#EEDDEE"
    for _ in range(4):
        trigger(pizzeria, "edit.undo")
    assert pizzeria.document.style is None
    assert [row.field.line.text() for row in dialog.ramp.rows if row.isVisible()] == list(
        StyleColours().stages
    )
    dialog.close()


def test_a_style_without_colours_of_stages_has_its_accent_there(pizzeria: WindowDriver) -> None:
    dialog = dialog_of(pizzeria)
    for _ in StyleColours().stages:
        dialog.ramp.rows[0].remove.click()
    style = pizzeria.document.style
    assert style is not None
    assert style.colours.stages == ()
    type_colour(dialog, "accent", "#FFD0D0")
    assert dialog.use.isVisible()
    dialog.close()


def test_what_words_lie_on_is_refused_and_says_which_words(pizzeria: WindowDriver) -> None:
    dialog = dialog_of(pizzeria)
    type_colour(dialog, "panel", "#555555")
    assert pizzeria.document.style is None
    assert "“Panels”" in dialog.words.text()
    assert any(f"close to “{words}”" in dialog.words.text() for words in ("Text", "Quiet text", "Accent"))
    dialog.close()


def test_a_style_from_elsewhere_that_cannot_be_seen_is_told_and_mended(pizzeria: WindowDriver) -> None:
    colours = StyleColours(secondary="#B0B0B0")
    pizzeria.window.editor.do(set_style(pizzeria.document, None, colours=colours))
    dialog = dialog_of(pizzeria)
    for _ in range(4):
        if not dialog.use.isVisible():
            break
        dialog.use.click()
    style = pizzeria.document.style
    assert style is not None
    assert unseen(style.colours) == []
    assert dialog.words.text() == ""
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
