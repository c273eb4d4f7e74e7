"""Sections folded to a line, and sections that posters lack."""

from app.drawing.display import Texts
from app.drawing.layout import lay_out
from app.drawing.section_name import OFF_POSTERS
from app.drawing.sections.folded import HEIGHT
from app.model.records import Note
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from app.storage.project_file import ProjectFile
from app.widgets.program.window_manager import WindowManager
from tests.driver import WindowDriver


def words_on_screen(editor: WindowDriver) -> set[str]:
    drawing = editor.canvas.shown.layout.display_list()
    return {each.block.text for batch in drawing if isinstance(batch, Texts) for each in batch.texts}


def words_on_poster(editor: WindowDriver, *sections: str) -> set[str]:
    options = MapOptions(sections=tuple(editor.section(name).id for name in sections))
    arranged = PosterOfMap(editor.document, editor.editor.journey_map, options).arrangement
    return {
        each.block.text
        for view in arranged.views
        for batch in view.display_list
        if isinstance(batch, Texts)
        for each in batch.texts
    }


def test_a_folded_section_is_one_line_that_says_how_much_it_holds(pizzeria: WindowDriver) -> None:
    pizzeria.select_section("Touchpoints")
    pizzeria.press("Ctrl+.")
    row = pizzeria.canvas.shown.layout.row_of(pizzeria.section("Touchpoints").id)
    assert row is not None
    assert row.height == HEIGHT
    held = sum(note.section == row.section.id for note in pizzeria.document.all(Note))
    assert f"{held} notes" in words_on_screen(pizzeria)
    assert "Host at the door" not in words_on_screen(pizzeria)
    pizzeria.press("Ctrl+.")
    assert "Host at the door" in words_on_screen(pizzeria)


def test_folding_outlives_closing_and_is_one_step(
    pizzeria: WindowDriver, window_manager: WindowManager
) -> None:
    before = pizzeria.document.copy()
    pizzeria.select_section("Touchpoints")
    pizzeria.press("Ctrl+.")
    assert pizzeria.menu_texts("Edit")[0] == "Undo Fold section"
    pizzeria.undo()
    assert pizzeria.document == before
    pizzeria.redo()
    pizzeria.close()
    project = ProjectFile.open(pizzeria.project.path)
    folded = [section.name for section in project.history.document.sections("dinner") if section.is_folded]
    project.close()
    assert folded == ["Touchpoints"]


def test_who_types_into_a_folded_section_sees_it_unfold(pizzeria: WindowDriver) -> None:
    pizzeria.select_section("Touchpoints")
    pizzeria.press("Ctrl+.")
    pizzeria.press("Right")
    pizzeria.write("Poster in the tram")
    pizzeria.press("Escape")
    assert not pizzeria.section("Touchpoints").is_folded
    assert "Poster in the tram" in words_on_screen(pizzeria)


def test_undo_marks_the_line_where_what_it_changed_lies_folded(pizzeria: WindowDriver) -> None:
    note = pizzeria.note("Host at the door")
    pizzeria.select_section("Touchpoints")
    pizzeria.press("Ctrl+.")
    row = pizzeria.canvas.shown.layout.row_of(note.section)
    rectangle = pizzeria.canvas.rectangle_of(note.id)
    assert row is not None
    assert rectangle is not None
    assert (rectangle.top(), rectangle.height()) == (row.y, row.height)


def test_a_section_left_off_posters_is_marked_on_the_screen_and_missing_on_paper(
    pizzeria: WindowDriver,
) -> None:
    assert "Host at the door" in words_on_poster(pizzeria)
    pizzeria.select_section("Touchpoints")
    pizzeria.window.actions_by_name["sections.leave_off_posters"].trigger()
    assert {"Host at the door", str(OFF_POSTERS)} <= words_on_screen(pizzeria)
    assert "Touchpoints" not in words_on_poster(pizzeria)
    assert "Host at the door" not in words_on_poster(pizzeria)
    assert "Actions" in words_on_poster(pizzeria)


def test_a_section_chosen_for_a_poster_by_name_is_on_it(pizzeria: WindowDriver) -> None:
    pizzeria.select_section("Touchpoints")
    pizzeria.window.actions_by_name["sections.leave_off_posters"].trigger()
    assert "Host at the door" in words_on_poster(pizzeria, "Touchpoints")


def test_laying_out_again_folds_and_unfolds_as_laying_out_anew_does(pizzeria: WindowDriver) -> None:
    pizzeria.select_section("Emotional graph")
    for _ in range(2):
        pizzeria.press("Ctrl+.")
        anew = lay_out(pizzeria.document, pizzeria.editor.map)
        shown = pizzeria.canvas.shown.layout
        assert [(row.y, row.height) for row in shown.rows] == [(row.y, row.height) for row in anew.rows]
        assert (shown.height, shown.frame) == (anew.height, anew.frame)
