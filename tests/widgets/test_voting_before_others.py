"""A vote by show of hands before a room: by keys alone, by mouse, and what the room sees of it."""

from collections.abc import Callable
from statistics import median

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtTest import QTest

from app.model.analysis.rounds import hands_of, open_round, ranking
from app.model.document import Document
from app.model.records import Note, Round
from app.model.verbs.editing import delete
from app.model.verbs.maps import new_project
from app.model.verbs.notes import add_note
from app.model.verbs.runs import begin_run
from app.model.verbs.sections import add_section
from app.model.verbs.stages import add_stage
from app.storage.project_file import ProjectFile
from app.widgets.room.voting.lines import Line
from app.widgets.room.voting.view import VotingView
from app.workshop.show import Show
from tests.capitals import glyph_heights, in_capitals
from tests.driver import LEFT, NO_KEYS, WindowDriver
from tests.widgets.conftest import sample

OpenWindow = Callable[[Document], WindowDriver]
HANDS = (0, 3, 5, 2, 4, 0, 4, 1, 1)
"""Of the sample's nine ideas, as in the ranking below."""


@pytest.fixture
def voted_on(pizzeria: WindowDriver) -> WindowDriver:
    """The sample's ideas are voted on."""
    pizzeria.press("F5")
    pizzeria.press("V")
    pizzeria.press("Return")
    return pizzeria


def view_of(driver: WindowDriver) -> VotingView:
    return driver.window.presentation.voting.view


def show_of(driver: WindowDriver) -> Show:
    return driver.window.presentation.show


def round_of(driver: WindowDriver) -> Round:
    found = open_round(driver.document)
    assert found is not None
    return found


def lines(driver: WindowDriver) -> tuple[Line, ...]:
    return view_of(driver).lines


def count(driver: WindowDriver, hands: tuple[int, ...] = HANDS) -> None:
    for each in hands:
        driver.write(str(each))
        driver.press("Return")


def test_a_round_is_begun_counted_revealed_and_closed_by_keys_alone(voted_on: WindowDriver) -> None:
    round = round_of(voted_on)
    assert (round.question, len(round.candidates), round.candidates[2].text) == (
        "Which idea first?", 9, "Light the sign",
    )  # fmt: skip
    assert str(view_of(voted_on).heading.title) == "Hands up for 1"
    count(voted_on, HANDS[:6])
    assert str(view_of(voted_on).heading.right) == "6 of 9 counted"
    assert [line.standing for line in lines(voted_on)] == [*["counted"] * 6, "now", *["to come"] * 2]
    voted_on.write("9 1")
    voted_on.press("Return")
    voted_on.press("PgDown")
    voted_on.write("+")
    voted_on.press("PgUp")
    voted_on.write("4")
    voted_on.press("Return")
    assert hands_of(voted_on.document, round.id) == dict(enumerate(HANDS, 1))
    voted_on.press("Space", times=2)
    assert [line.number for line in lines(voted_on)] == [2, 3, 4, 5, 7, 8, 9, 1, 6]
    voted_on.press("PgDown")
    voted_on.press("Space")
    assert [(line.rank, line.number, line.hands) for line in lines(voted_on)] == [
        (one.rank, one.number, one.hands) for one in ranking(voted_on.document, round)
    ]
    assert [line.number for line in lines(voted_on) if line.stands_out] == [3, 5, 7]
    assert str(view_of(voted_on).heading.right) == "20 hands"
    voted_on.press("Space")
    assert show_of(voted_on).mode == "showing"
    assert voted_on.document.get(Round, round.id).closed is not None


def test_no_key_of_a_vote_changes_the_map(pizzeria: WindowDriver) -> None:
    notes = pizzeria.document.all(Note)
    pizzeria.select_note("Light the sign")
    for key in ("F5", "V", "Return"):
        pizzeria.press(key)
    for key in ("Delete", "Ctrl+X", "Ctrl+V", "Ctrl+A", "Tab", "F2", "F5", "E", "L", "R", "M", "Ctrl+S"):
        pizzeria.press(key)
    pizzeria.write("abc;x")
    assert pizzeria.document.all(Note) == notes
    assert show_of(pizzeria).mode == "voting"


def test_the_round_stays_open_after_esc_and_v_goes_on_with_it(voted_on: WindowDriver) -> None:
    count(voted_on, (3, 4))
    voted_on.press("Esc")
    assert show_of(voted_on).mode == "showing"
    voted_on.press("V")
    assert [line.standing for line in lines(voted_on)][:4] == ["counted", "counted", "now", "to come"]
    voted_on.press("B")
    assert show_of(voted_on).is_blank
    voted_on.press("PgDown")
    assert (show_of(voted_on).mode, show_of(voted_on).is_blank) == ("voting", False)
    assert view_of(voted_on).hasFocus()


def test_counts_are_undone_one_by_one_and_then_the_round(voted_on: WindowDriver) -> None:
    round = round_of(voted_on)
    count(voted_on, (3, 4))
    voted_on.press("Ctrl+Z")
    assert hands_of(voted_on.document, round.id) == {1: 3}
    voted_on.press("Ctrl+Z")
    assert show_of(voted_on).mode == "voting"
    voted_on.press("Ctrl+Z")
    assert voted_on.document.rounds() == ()
    assert show_of(voted_on).mode == "showing"


def test_picked_notes_are_voted_on_and_a_second_round_asks_to_close_the_first(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Light the sign", "Correct the listing")
    pizzeria.press("F5")
    pizzeria.press("V")
    assert [one.text for one in round_of(pizzeria).candidates] == ["Correct the listing", "Light the sign"]
    first = round_of(pizzeria)
    count(pizzeria, (3,))
    pizzeria.press("Esc", times=3)
    pizzeria.select_note("Publish today’s menu", "Light the sign")
    pizzeria.press("F5")
    pizzeria.press("V")
    question = "A round about 2 notes is open. Close it and begin another?"
    assert str(view_of(pizzeria).heading.title) == question
    pizzeria.write("1")
    assert round_of(pizzeria) == first
    pizzeria.press("Esc")
    pizzeria.press("V")
    pizzeria.write("2")
    assert round_of(pizzeria) != first
    assert pizzeria.document.get(Round, first.id).closed is not None
    assert hands_of(pizzeria.document, first.id) == {1: 3}


def test_more_hands_than_people_and_numbers_that_there_are_not_are_said_below(
    open_window: OpenWindow,
) -> None:
    document = sample("en").copy()
    driver = open_window(document)
    driver.editor.happened(begin_run(driver.document, driver.window.workshop.now, 10))
    driver.press("F5")
    driver.press("V")
    driver.press("Return")
    voting = driver.window.presentation.voting.voting
    count(driver, (12,))
    assert str(voting.message) == "12 hands, 10 people. Enter again keeps it"
    assert voting.closed_line == "••"
    driver.press("Return")
    assert hands_of(driver.document, round_of(driver).id) == {1: 12}
    driver.write("12 3")
    assert voting.closed_line == "12 •"
    driver.press("Return")
    assert str(voting.message) == "There is no number 12."
    driver.editor.do(delete(driver.document, [round_of(driver).candidates[1].note]))
    assert [line.is_gone for line in lines(driver)][:3] == [False, True, False]
    assert len(view_of(driver).grab().toImage().size().toTuple()) == 2


def test_a_round_is_voted_by_mouse(voted_on: WindowDriver) -> None:
    view = view_of(voted_on)
    place = view.place_of_line(7)
    QTest.mouseClick(view, LEFT, NO_KEYS, place)
    assert str(view.heading.title) == "Hands up for 7"
    for name in ("One hand more", "One hand more", "One hand less", "Call the next"):
        QTest.mouseMove(view, place)
        voted_on.click(name)
    assert hands_of(voted_on.document, round_of(voted_on).id) == {7: 1}
    assert str(view.heading.title) == "Hands up for 8"
    voted_on.click("Reveal")
    voted_on.click("Reveal")
    assert lines(voted_on)[-1].standing == "revealed"
    voted_on.click("Back to showing")
    assert show_of(voted_on).mode == "showing"


def test_the_list_moves_into_its_ranking(voted_on: WindowDriver) -> None:
    count(voted_on)
    voted_on.press("Space", times=3)
    view = view_of(voted_on)
    assert view.is_sorting
    before = view.grab().toImage()
    voted_on.wait_until(lambda: not view.is_sorting)
    assert view.grab().toImage() != before


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800), (1280, 720)], ids=str)
def test_a_room_reads_a_vote(open_window: OpenWindow, size: tuple[int, int]) -> None:
    driver = open_window(in_capitals(sample("en")))
    for key in ("F5", "V", "Return"):
        driver.press(key)
    driver.window.showNormal()
    driver.window.resize(*size)
    view = view_of(driver)
    driver.wait_until(lambda: view.size().toTuple() == size)
    picture, places = view.grab().toImage(), view.places
    low = {}
    for line in lines(driver)[1:]:
        corner = QPointF(view.place_of_line(line.number))
        row = QRectF(
            corner + QPointF(0, -places.row * 0.45), QSizeF(places.size.width() * 0.2, places.row * 0.9)
        )
        low[line.text] = median(glyph_heights(picture, row)) / size[1]
    header = QRectF(
        places.size.width() * 0.12, places.map.top() + 6, places.size.width() * 0.7, size[1] * 0.045
    )
    low["stages"] = median(glyph_heights(picture, header)) / size[1]
    assert {name: share for name, share in low.items() if share < 0.0185} == {}


@pytest.mark.slow("makes five hundred notes")
def test_five_hundred_candidates_are_paged_and_stay_quick(open_window: OpenWindow) -> None:
    document = new_project()
    map = document.maps()[0].id
    document.apply(add_section(document, map, "Ideas", id="section"))
    for number in range(20):
        document.apply(add_stage(document, map, f"Stage {number}", id=f"stage-{number}"))
    for number in range(500):
        document.apply(add_note(document, "section", f"stage-{number % 20}", f"Idea {number}", "green"))
    driver = open_window(document)
    driver.press("F5")
    driver.press("V")
    driver.press("Return")
    view = view_of(driver)
    seen = view.seen_lines
    assert seen[0].number == 1
    count(driver, tuple(range(1, 10)))
    driver.press("PgUp", times=10)
    assert 500 in [line.number for line in view.seen_lines]
    driver.press("Left")
    assert 500 not in [line.number for line in view.seen_lines]
    driver.press("Space", times=3)
    assert [line.hands for line in view.seen_lines][:3] == [9, 8, 7]
    driver.press("Right")
    assert view.seen_lines[0].number not in range(1, 10)


def test_a_project_that_is_open_for_reading_says_so(pizzeria: WindowDriver) -> None:
    pizzeria.editor.read_only = True
    pizzeria.press("F5")
    pizzeria.press("V")
    assert show_of(pizzeria).mode == "showing"
    assert pizzeria.window.presentation.view.said == "This project is open for reading"


def test_the_round_is_in_the_file_with_each_count(voted_on: WindowDriver) -> None:
    count(voted_on, (3, 4))
    path, round = voted_on.project.path, round_of(voted_on)
    voted_on.press("Esc", times=3)
    voted_on.close()
    with ProjectFile.open(path) as project:
        assert hands_of(project.document, round.id) == {1: 3, 2: 4}
        assert open_round(project.document) == round


def test_what_happens_is_said_to_screen_readers(voted_on: WindowDriver) -> None:
    said = view_of(voted_on).announcing.said
    count(voted_on, (4,))
    assert list(said) == ["Number 1 called", "4 hands", "Number 2 called"]
    voted_on.press("Space", times=3)
    assert said[-1].endswith("Rank 1: Correct the listing, 4 hands")
