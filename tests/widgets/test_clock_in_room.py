"""The clock of a workshop and its agenda, as a room and its presenter see them."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.formats.templates import template
from app.model.document import Document
from app.model.records import AgendaItem, ItemKind
from app.model.verbs.agenda import add_item, edit_item, light_sections
from app.model.verbs.editing import delete
from app.model.verbs.runs import begin_item, begin_run
from app.widgets.base.preferences import prefer
from app.widgets.program.window_manager import WindowManager
from app.widgets.room.slide_view import SlideView
from app.widgets.room.two_screens.presenter_screen import WIDTH, PresenterScreen
from app.widgets.window import main_window
from app.workshop.show import Mode
from tests.clock_by_hand import BEGUN, Hands, by_hand
from tests.driver import LEFT, NO_KEYS, WindowDriver
from tests.widgets.conftest import OpenWindow

ITEMS: tuple[tuple[str, int, ItemKind], ...] = (
    ("Scope", 15, "show"),
    ("Pain points", 20, "write"),
    ("Coffee", 10, "break"),
    ("Look back", 5, "show"),
)
ASKED = "Show me where it hurts: one pain per note."


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    """A clock that is moved by hand, for the windows that are opened from now on."""
    hands = Hands()
    monkeypatch.setattr(main_window, "Workshop", by_hand(hands))
    return hands


def with_agenda() -> Document:
    """The pizzeria while Pain points goes on, since this moment."""
    document = template("pizzeria")
    map = document.maps()[0].id
    document.apply(delete(document, [item.id for item in document.agenda()]))
    for title, minutes, kind in ITEMS:
        document.apply(add_item(document, title, minutes, kind, id=title.replace(" ", "")))
    pains = next(one.id for one in document.sections(map) if one.name == "Pain points")
    document.apply(light_sections(document, "Painpoints", [pains]))
    document.apply(edit_item(document, "Painpoints", instruction=ASKED, colour="pink", reminder="Ask Ben."))
    document.apply(begin_run(document, BEGUN - timedelta(minutes=16), 10, id="run"))
    document.apply(begin_item(document, "run", "Scope", BEGUN - timedelta(minutes=16)))
    document.apply(begin_item(document, "run", "Painpoints", BEGUN))
    return document


@pytest.fixture
def room(open_window: OpenWindow, hands: Hands) -> WindowDriver:
    """What is shown to a room 7 min 54 s after Pain points began."""
    driver = open_window(with_agenda())
    hands.wait(7.9)
    driver.press("F5")
    return driver


def wait(driver: WindowDriver, hands: Hands, minutes: float) -> None:
    """Let time go by, and the clock be looked at."""
    hands.wait(minutes)
    driver.window.presentation.ticking.look()


def said(driver: WindowDriver) -> str:
    """What the room reads of the clock."""
    face = driver.window.presentation.ticking.face
    return str(face.words) if face is not None else ""


def test_the_item_that_goes_on_is_what_the_room_sees_and_how_much_time_it_has(room: WindowDriver) -> None:
    presentation, editor = room.window.presentation, room.editor
    strip = presentation.writing.strip
    assert presentation.show.mode == "writing"
    assert (strip.words, strip.clock.isVisible(), said(room)) == (("Pain points", ASKED), True, "12 min left")
    assert editor.selection.cell is not None
    assert editor.selection.cell.section == room.section("Pain points").id
    assert (editor.next_note_colour, editor.lock) == ("pink", "layout")
    words = strip.clock.words_place.translated(strip.clock.x(), 0)
    assert words.left() > strip.word.right()
    assert words.right() < strip.width()
    assert 0.727 * words.height() / 1.25 >= 0.0185 * room.window.height()
    room.press("Escape")
    assert presentation.step_strip.isVisible()
    assert presentation.step_strip.geometry().bottom() <= presentation.view.mapTo(room.window, QPoint()).y()
    assert 0.727 * presentation.view.map.type.scale * 25 >= 0.0185 * room.window.height()


def test_keys_give_minutes_take_them_and_hold_the_clock_and_nothing_else(room: WindowDriver) -> None:
    room.press("Escape")
    for typed, wanted in (("+", "13"), ("+", "14"), ("-", "13")):
        QTest.keyClicks(room.focus, typed)
        assert said(room) == f"{wanted} min left"
    room.press("Ctrl+Shift+M")
    assert said(room) == "14 min left"
    room.press("C")
    assert said(room) == "14 min left, held"
    room.press("B")
    QTest.keyClicks(room.focus, "+")
    room.press("C")
    assert room.window.presentation.show.is_blank
    assert said(room) == "14 min left"
    room.press("B")
    room.press("E")
    room.press("Ctrl+Shift+M")
    assert said(room) == "15 min left"
    QTest.keyClicks(room.focus, "c+")
    room.press("Escape")
    assert room.note("c+").colour == "pink"
    assert said(room) == "15 min left"


def test_seconds_in_the_last_minutes_then_how_much_it_is_over(room: WindowDriver, hands: Hands) -> None:
    room.press("Escape")
    view = room.window.presentation.view
    for minutes, words, is_over in ((10.6, "1:30 left", False), (2.9, "+1 min", True)):
        wait(room, hands, minutes)
        face = room.window.presentation.ticking.face
        assert face is not None
        assert (said(room), face.is_over, is_amber(view)) == (words, is_over, is_over)


def is_amber(view: SlideView) -> bool:
    """Whether something at the right of the foot has a strong colour."""
    foot = view.grab(view.map.foot.toAlignedRect()).toImage()
    right = range(foot.width() * 7 // 10, foot.width())
    return any(foot.pixelColor(x, y).hsvSaturation() > 200 for x in right for y in range(0, foot.height(), 2))


def test_shift_and_page_keys_go_through_the_agenda_and_a_break_says_when_it_is_over(
    room: WindowDriver,
) -> None:
    show, workshop = room.window.presentation.show, room.window.workshop
    room.press("Shift+PgDown")
    assert (workshop.number, show.mode, show.is_blank) == (3, "showing", True)
    assert room.window.presentation.view.accessibleDescription().startswith("Back at ")
    room.press("PgDown")
    assert (show.is_blank, show.number) == (False, 0)
    room.press("Shift+PgDown")
    room.press("Shift+PgDown")
    assert (workshop.number, room.window.presentation.view.said) == (4, "This is the last step")
    room.press("Shift+PgUp", times=2)
    assert (workshop.number, show.mode) == (2, "writing")
    names = [str(step.label) for step in room.editor.history.versions()]
    assert [name.partition(",")[0] for name in names] == ["After Pain points", "After Coffee"]


@pytest.mark.slow("presses each key of a keyboard, with three modifiers")
def test_no_key_in_showing_changes_more_than_the_run(room: WindowDriver) -> None:
    """What keys do while a workshop goes on is to its clock and its way through the agenda."""
    show, view = room.window.presentation.show, room.window.presentation.view
    before = dict(room.document.content.records)
    went = before.pop("run")
    for held in (
        NO_KEYS,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    ):
        for key in (*range(0x20, 0x5F), *range(Qt.Key.Key_Escape.value, Qt.Key.Key_PageDown.value + 1)):
            if show.mode == "off":
                room.window.presentation.start()
            if show.mode != "showing":
                show.show()
            view.setFocus()
            text = chr(key).lower() if key < 0x7F else ""
            QTest.sendKeyEvent(QTest.KeyAction.Click, view, Qt.Key(key), text, held)
            if show.mode not in ("off", "showing"):
                show.show()
            room.window.dismiss_overlay()
    after = dict(room.document.content.records)
    assert after.pop("run") != went
    assert after == before


def test_a_second_that_goes_by_paints_the_foot_alone_and_no_slide_anew(
    room: WindowDriver, hands: Hands
) -> None:
    room.press("Escape")
    presentation = room.window.presentation
    view = presentation.view
    view.rest()
    room.wait_until(lambda: not view.is_turning)
    version, watched = view.map.version, Painted(view)
    room.wait_until(watched.is_quiet)
    wait(room, hands, 1)
    QApplication.processEvents()
    foot = view.map.foot.toAlignedRect().adjusted(-1, -1, 1, 1)
    assert watched.regions
    assert all(foot.contains(region.boundingRect()) for region in watched.regions)
    QTest.keyClicks(view, "+")
    assert (view.map.layout.columns != (), view.map.version) == (True, version)


class Painted(QObject):
    """The regions of a widget that are painted from now on."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.regions: list[QRegion] = []
        widget.installEventFilter(self)

    def is_quiet(self) -> bool:
        """Whether nothing was left to be painted; then nothing is remembered of what was."""
        self.regions.clear()
        QApplication.processEvents()
        return not self.regions

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(event.region())
        return False


@pytest.mark.slow("opens the project in a second window")
def test_what_was_shown_last_is_shown_again_after_a_restart(
    pizzeria: WindowDriver, window_manager: WindowManager
) -> None:
    pizzeria.press("F5")
    pizzeria.press("PgDown", times=3)
    slide = pizzeria.window.presentation.show.slide
    pizzeria.close()
    again = window_manager.open(pizzeria.project.path)
    assert again is not None
    again.presentation.start()
    assert again.presentation.show.slide == slide
    again.presentation.stop()


def presenter(driver: WindowDriver, width: int = 1920, height: int = 1080) -> PresenterScreen:
    screen = driver.window.presentation.make_presenter_screen()
    screen.resize(width, height)
    screen.show()
    screen.grab()
    QApplication.processEvents()
    return screen


def press_at(screen: PresenterScreen, x: float, y: float) -> None:
    place = QPointF(x, y) * (screen.width() / WIDTH)
    kind = QEvent.Type.MouseButtonPress
    QApplication.sendEvent(screen, QMouseEvent(kind, place, place, LEFT, LEFT, NO_KEYS))


def test_the_presenter_goes_through_the_agenda_by_the_mouse(room: WindowDriver) -> None:
    screen, workshop = presenter(room), room.window.workshop
    press_at(screen, 100, 705)
    assert workshop.number == 3
    screen.grab()
    press_at(screen, 100, 141 + 48 + 20)
    assert workshop.number == 1


def test_notes_to_oneself_and_for_the_inbox_are_kept_also_while_the_room_is_shown_slides(
    room: WindowDriver,
) -> None:
    room.press("Escape")
    screen = presenter(room)
    assert screen.reminder.isVisible()
    assert screen.reminder.toPlainText() == "Ask Ben."
    screen.reminder.insertPlainText("Louder! ")
    QTest.keyClicks(screen.inbox, "Form fails on a phone")
    QTest.keyClick(screen.inbox, Qt.Key.Key_Return)
    assert room.document.get(AgendaItem, "Painpoints").reminder == "Louder! Ask Ben."
    (waits,) = room.document.parked("inbox")
    assert (waits.text, waits.said_in, screen.inbox.text()) == ("Form fails on a phone", "Pain points", "")
    assert not room.window.presentation.writing.strip.isVisible()
    seen = room.window.findChildren(QWidget)
    assert not any(
        each.isVisible() and each.accessibleName() == screen.reminder.accessibleName()
        for each in seen
        if each.window() is room.window
    )


def test_on_a_small_screen_inbox_and_parking_lot_are_behind_tabs(room: WindowDriver) -> None:
    screen = presenter(room, 1280, 800)
    assert screen.inbox.isVisible()
    press_at(screen, 1101 + 240, 141 + 20)
    screen.grab()
    QApplication.processEvents()
    assert not screen.inbox.isVisible()


def test_a_section_that_is_gone_is_told_to_the_presenter_alone(room: WindowDriver) -> None:
    screen = presenter(room)
    where = QRectF(30, 98, 300, 30)
    before = part_of(screen, where)
    room.editor.lock = "nothing"
    room.editor.do(delete(room.document, [room.section("Pain points").id]))
    assert room.window.workshop.lit.gone == ("Pain points",)
    assert part_of(screen, where) != before


def part_of(screen: PresenterScreen, place: QRectF) -> object:
    unit = screen.width() / WIDTH
    return screen.grab(QRectF(place.topLeft() * unit, place.size() * unit).toRect()).toImage()


def test_the_chime_is_heard_where_it_is_wanted_and_never_in_a_vote(room: WindowDriver, hands: Hands) -> None:
    presentation, heard = room.window.presentation, list[int]()
    presentation.ringing.play = heard.append
    modes: tuple[tuple[bool, Mode, list[int]], ...] = (
        (False, "writing", []),
        (True, "writing", [1]),
        (True, "voting", [1]),
    )
    wait(room, hands, 10.9)
    for is_wanted, mode, wanted in modes:
        prefer("chime", is_wanted)
        presentation.show.mode = mode
        for _ in range(3):
            wait(room, hands, 0.1)
        assert heard == wanted
        room.window.workshop.give(1)
        hands.wait(0.7)
        presentation.ticking.look()
    presentation.show.mode = "writing"
