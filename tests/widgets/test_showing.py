"""What a room sees, and what each key and each button of a clicker makes of it."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest

from app.model.document import Document
from app.model.records import Note
from app.model.verbs.editing import delete
from app.model.verbs.maps import new_project
from app.model.verbs.notes import set_text
from app.widgets.room.painted_slide import PaintedSlide
from app.widgets.room.painting_ahead import PaintingAhead
from app.widgets.room.slide_cache import SlideCache, room_for
from app.widgets.room.stage_pages import content_of, whole_height
from app.workshop.show import Show
from app.workshop.slides import WHOLE, Slide, likely
from tests.counting import full_map
from tests.driver import LEFT, NO_KEYS, WindowDriver
from tests.gestures import point_at

OpenWindow = Callable[[Document], WindowDriver]


@pytest.fixture
def shown(pizzeria: WindowDriver) -> WindowDriver:
    """The sample while a room looks at it."""
    pizzeria.press("F5")
    return pizzeria


def show_of(driver: WindowDriver) -> Show:
    return driver.window.presentation.show


def picture(driver: WindowDriver) -> QImage:
    """What the room sees when the picture has come to rest, without the time of day."""
    view = driver.window.presentation.view
    driver.wait_until(lambda: not view.is_turning)
    whole = view.grab()
    ratio = whole.devicePixelRatio()
    foot = view.map.foot
    return whole.copy(0, 0, round(whole.width() * 0.9), round(foot.top() * ratio)).toImage()


def stage_shown(driver: WindowDriver) -> str:
    """The name of the stage that is lit; empty where it is the whole map."""
    stage = show_of(driver).slide.stage
    return next((one.name for one in driver.document.stages(driver.editor.map) if one.id == stage), "")


def test_every_page_down_changes_the_picture(shown: WindowDriver) -> None:
    seen = [picture(shown)]
    for _ in range(len(show_of(shown).slides)):
        shown.press("PgDown")
        seen.append(picture(shown))
        assert seen[-1] != seen[-2]
    assert seen[-1] == seen[0]


def test_page_down_goes_through_all_stages_and_back_to_the_whole_map(shown: WindowDriver) -> None:
    names = []
    for _ in range(len(show_of(shown).slides)):
        names.append(stage_shown(shown))
        shown.press("PgDown")
    assert list(dict.fromkeys(names)) == ["", *shown.stage_names()]
    assert show_of(shown).slide == WHOLE


@pytest.mark.parametrize("key", ["PgDown", "Space", "Right"])
def test_keys_that_go_on(shown: WindowDriver, key: str) -> None:
    shown.press(key)
    assert stage_shown(shown) == shown.stage_names()[0]


@pytest.mark.parametrize("key", ["PgUp", "Left"])
def test_keys_that_go_back(shown: WindowDriver, key: str) -> None:
    shown.press("PgDown")
    shown.press(key)
    assert stage_shown(shown) == ""


def test_a_click_goes_on_and_a_double_click_goes_on_once(shown: WindowDriver) -> None:
    view = shown.window.presentation.view
    QTest.mouseClick(view, LEFT, NO_KEYS, QPoint(500, 300))
    assert show_of(shown).slide == show_of(shown).slides[1]
    QTest.mouseDClick(view, LEFT, NO_KEYS, QPoint(500, 300))
    QTest.mouseRelease(view, LEFT, NO_KEYS, QPoint(500, 300))
    assert show_of(shown).slide in show_of(shown).slides[1:3]


def test_down_and_up_go_through_the_sections_of_a_stage_and_never_out_of_it(shown: WindowDriver) -> None:
    shown.press("PgDown")
    first = show_of(shown).slide
    for _ in range(9):
        shown.press("Down")
    assert show_of(shown).slide.stage == first.stage
    assert show_of(shown).slide.page > 0
    shown.press("Up", times=9)
    assert show_of(shown).slide == first


def test_home_and_end(shown: WindowDriver) -> None:
    shown.press("End")
    assert stage_shown(shown) == shown.stage_names()[-1]
    shown.press("Home")
    assert stage_shown(shown) == shown.stage_names()[0]


def test_a_number_goes_to_its_stage_by_itself_or_at_enter(shown: WindowDriver) -> None:
    shown.write("3")
    assert stage_shown(shown) == ""
    shown.press("Return")
    assert stage_shown(shown) == shown.stage_names()[2]
    shown.write("5")
    shown.wait_until(lambda: stage_shown(shown) == shown.stage_names()[4])


def test_a_number_without_a_stage_says_so_and_stays(shown: WindowDriver) -> None:
    shown.press("PgDown")
    shown.write("42")
    shown.press("Return")
    assert stage_shown(shown) == shown.stage_names()[0]
    assert "42" in shown.window.presentation.view.said


@pytest.mark.parametrize("key", ["b", "."])
def test_a_clicker_blanks_the_screen_and_any_key_of_it_brings_the_same_back(
    shown: WindowDriver, key: str
) -> None:
    shown.press("PgDown")
    before, place = picture(shown), show_of(shown).slide
    for back in ("b", ".", "PgDown", "PgUp", "Space", "Escape", "3", "Home"):
        shown.write(key)
        assert picture(shown).pixelColor(300, 300).name() == "#000000"
        shown.press(back)
        assert show_of(shown).slide == place
        assert picture(shown) == before


def test_f5_of_a_clicker_does_nothing(shown: WindowDriver) -> None:
    shown.press("PgDown")
    before = show_of(shown).slide
    shown.press("F5")
    assert (show_of(shown).mode, show_of(shown).slide) == ("showing", before)


def test_one_esc_alone_does_not_end_the_show(shown: WindowDriver) -> None:
    shown.press("Escape")
    shown.press("PgDown")
    shown.press("Escape")
    assert shown.window.presentation.is_on


def test_stages_are_painted_ahead_the_near_ones_first(shown: WindowDriver) -> None:
    shown.press("PgDown", times=3)
    show = show_of(shown)
    ahead = likely(show.slides, show.slide)
    here = show.slides.index(show.slide)
    assert ahead[:3] == (show.slides[here + 1], show.slides[here - 1], WHOLE)
    assert set(ahead) == set(show.slides) - {show.slide}
    painted: list[Slide] = []
    painting = PaintingAhead(show, painted.append, shown.window)
    painting.begin(6)
    shown.wait_until(lambda: len(painted) == 6)
    assert tuple(painted) == ahead[:6]


def test_no_more_slides_are_kept_than_there_is_memory_for(shown: WindowDriver) -> None:
    shown.press("PgDown")
    cache, image = SlideCache(), shown.window.presentation.view.grab()
    for number in range(9999):
        cache.keep(number, PaintedSlide(image))
    assert room_for(image) >= 4
    assert 9999 - room_for(image) in cache
    assert 9998 - room_for(image) not in cache


def test_keys_that_are_held_down_blank_once_and_go_on(shown: WindowDriver) -> None:
    view = shown.window.presentation.view
    shown.write("b")
    for key, text in ((Qt.Key.Key_B, "b"), (Qt.Key.Key_E, "e"), (Qt.Key.Key_Escape, "")):
        event = QKeyEvent(QEvent.Type.KeyPress, key, NO_KEYS, text, autorep=True)
        QCoreApplication.sendEvent(view, event)
    assert show_of(shown).is_blank
    assert show_of(shown).mode == "showing"


def test_the_show_goes_on_where_it_was_left(shown: WindowDriver) -> None:
    shown.press("PgDown", times=4)
    left_at = show_of(shown).slide
    shown.press("Escape", times=2)
    shown.press("F5")
    assert show_of(shown).slide == left_at


def test_uncovering_shows_a_section_at_a_time_and_the_curve_last(shown: WindowDriver) -> None:
    shown.press("PgDown")
    all_of_it = picture(shown)
    sheet = shown.window.presentation.view.map.geometry.sheet
    neighbour = QRect(round(sheet.right()), round(sheet.top() * 12), 300, round(sheet.height() * 0.6))
    shown.press("r")
    seen = [picture(shown)]
    assert seen[0].copy(neighbour) != all_of_it.copy(neighbour), "a neighbour tells it"
    count = show_of(shown).part_count
    for _ in range(count):
        shown.press("PgDown")
        seen.append(picture(shown))
        assert seen[-1] != seen[-2]
    assert seen[-1] == all_of_it
    shown.press("Escape")
    assert show_of(shown).uncovered is None


def test_a_section_that_is_empty_in_a_stage_is_left_out(shown: WindowDriver) -> None:
    stage, section = shown.stage("Arrival"), shown.section("Ideas")
    shown.press("Escape", times=2)
    for note in shown.document.notes(section.id, stage.id):
        shown.editor.do(delete(shown.document, [note.id]))
    shown.press("F5")
    pages = shown.window.presentation.view.map.pages(stage.id)
    assert section.id not in [piece.row.section.id for page in pages for piece in page]


def test_a_stage_too_high_for_the_picture_is_paged_and_nothing_of_it_is_lost(
    pizzeria: WindowDriver,
) -> None:
    note = pizzeria.document.notes(pizzeria.section("Ideas").id, pizzeria.stage("Order").id)[0]
    long = " ".join(["a long thought about allergens"] * 40)
    pizzeria.editor.do(set_text(pizzeria.document, note.id, long))
    pizzeria.press("F5")
    view = pizzeria.window.presentation.view
    pages = view.map.pages(pizzeria.stage("Order").id)
    room = view.map.geometry.room(view.map.layout)
    assert all(sum(piece.height for piece in page) <= room + 0.01 for page in pages)
    (row,) = (row for row in view.map.layout.rows if row.section.name == "Ideas")
    slices = [piece for page in pages for piece in page if piece.row is row]
    assert slices[0].top == 0
    assert all(next.top <= piece.top + piece.height for piece, next in pairwise(slices))


def test_no_line_of_a_neighbours_second_note_shows_where_it_has_no_room(shown: WindowDriver) -> None:
    map = shown.window.presentation.view.map
    beside = map.layout.column_of(shown.stage("Order").id)
    assert beside is not None
    shortened = []
    for piece in map.pages(shown.stage("Arrival").id)[0]:
        height, boxes = whole_height(piece, beside), content_of(piece.row, beside)
        seen = [box for box in boxes if box.top() < piece.top + height]
        assert len(seen) == 1 or all(box.bottom() <= piece.top + height for box in seen)
        shortened += [piece.row.section.name] if height < piece.height else []
    assert "Actions" in shortened


def test_a_stage_without_notes_and_a_map_without_stages_can_be_shown(open_window: OpenWindow) -> None:
    driver = open_window(new_project())
    driver.press("F5")
    for key in ("PgDown", "PgUp", "End", "3", "Return", "r", "Down", "b", "b"):
        driver.press(key)
    assert picture(driver).width() > 0
    driver.press("Escape", times=4)
    driver.add_stage("Alone")
    driver.press("F5")
    driver.press("PgDown")
    assert show_of(driver).slide == Slide(driver.stage("Alone").id)
    assert picture(driver).width() > 0


@pytest.mark.parametrize(("stages", "sections"), [(60, 1), (1, 1)])
def test_a_key_that_is_held_down_goes_through_maps_of_any_size(
    open_window: OpenWindow, stages: int, sections: int
) -> None:
    driver = open_window(full_map(stages, sections))
    content = driver.document.content
    driver.press("F5")
    driver.write(str(stages))
    driver.press("Return")
    assert stage_shown(driver) == f"Stage {stages - 1}"
    show, view = show_of(driver), driver.window.presentation.view
    for _ in range(len(show.slides)):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, NO_KEYS, "", autorep=True)
        QCoreApplication.sendEvent(view, event)
    assert (show.mode, stage_shown(driver)) == ("showing", f"Stage {stages - 1}")
    driver.wait_until(lambda: not view.is_turning)
    assert driver.document.content is content


def test_nothing_of_a_project_open_for_reading_can_be_written_on(shown: WindowDriver) -> None:
    shown.editor.read_only = True
    shown.press("e")
    assert show_of(shown).mode == "showing"
    assert shown.window.presentation.view.said
    shown.editor.read_only = False


def test_a_window_that_changes_its_size_shows_the_same_stage(shown: WindowDriver) -> None:
    shown.press("PgDown", times=3)
    stage = stage_shown(shown)
    shown.window.resize(1280, 720)
    shown.wait_until(lambda: shown.window.presentation.view.map.foot.bottom() <= 900)
    assert stage_shown(shown) == stage
    assert shown.document.all(Note)


def test_a_spotlight_leaves_what_lies_under_the_pointer_and_follows_it(shown: WindowDriver) -> None:
    shown.press("PgDown")
    before = picture(shown)
    note, far = QPoint(400, 150), QPoint(400, 560)
    point_at(shown.window.presentation.view, note)
    shown.press("L")
    dark = picture(shown)
    assert dark.pixelColor(note - QPoint(120, 0)) == before.pixelColor(note - QPoint(120, 0))
    assert dark.pixelColor(far) != before.pixelColor(far)
    point_at(shown.window.presentation.view, far)
    assert picture(shown) != dark
    shown.press("Escape")
    assert shown.window.presentation.is_on
    assert not show_of(shown).is_spotlit


def test_a_red_dot_points_while_a_key_is_held(shown: WindowDriver) -> None:
    view, before = shown.window.presentation.view, picture(shown)
    QTest.keyPress(view, Qt.Key.Key_Control)
    point_at(shown.window.presentation.view, QPoint(500, 300))
    assert picture(shown).pixelColor(500, 300).red() > 200
    QTest.keyRelease(view, Qt.Key.Key_Control)
    assert picture(shown) == before


def test_the_pencil_at_the_edge_begins_to_write(shown: WindowDriver) -> None:
    point_at(shown.window.presentation.view, QPoint(500, 300))
    shown.click("Write")
    assert show_of(shown).mode == "writing"


def test_fit_width_shows_all_stages_and_says_from_where_they_are_read(pizzeria: WindowDriver) -> None:
    canvas = pizzeria.canvas
    canvas.set_zoom(2.0)
    pizzeria.window.resize(1600, 900)
    far = pizzeria.window.status.readable.text()
    pizzeria.click("Fit the width")
    seen = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
    assert seen.left() <= 1
    assert 0 <= seen.right() - canvas.shown.layout.width < 60
    assert pizzeria.window.status.readable.text() != far
    assert "2 m wide" in pizzeria.window.status.readable.toolTip()


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (900, 900)])
def test_the_lit_sheet_stands_within_pictures_of_any_shape(
    shown: WindowDriver, size: tuple[int, int]
) -> None:
    view = shown.window.presentation.view
    shown.window.showNormal()
    shown.window.resize(*size)
    shown.press("PgDown")
    shown.wait_until(lambda: view.size().toTuple() == size)
    geometry, layout = view.map.geometry, view.map.layout
    assert geometry.area.contains(geometry.sheet)
    assert all(round(one.width * geometry.type.scale) <= geometry.sheet.width() for one in layout.columns)


def test_alt_and_a_number_leave_the_notes_of_one_colour_in_the_light(shown: WindowDriver) -> None:
    for _ in range(3):
        before = picture(shown)
        shown.press("Alt+4")
        assert show_of(shown).lit_colour == "pink"
        lit = picture(shown)
        assert lit != before
        shown.press("Escape")
        assert picture(shown) == before
        shown.press("PgDown")


def test_a_colour_in_the_light_takes_the_place_of_the_pointers(shown: WindowDriver) -> None:
    shown.press("L")
    shown.press("Alt+1")
    assert (show_of(shown).is_spotlit, show_of(shown).lit_colour) == (False, "yellow")
    shown.press("Alt+1")
    assert show_of(shown).lit_colour is None
