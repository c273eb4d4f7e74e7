"""What hands and keys do with an emotional graph in the real window."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from app.drawing.painter import paint
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.formats.templates import template
from app.model.labels import plain_label
from app.model.records import EmotionPoint, Id, Section
from app.model.verbs.copying import duplicate
from app.model.verbs.editing import set_fields
from app.model.verbs.personas import add_persona
from app.storage.project_file import ProjectFile
from app.widgets.canvas.typing.text_editor import TextEditor
from tests.cases import meeting, some_of
from tests.driver import LEFT, NO_KEYS, WindowDriver
from tests.model.graphs import graph_document
from tests.widgets.conftest import OpenWindow

ZOOMS = (0.1, 0.5, 1.0, 2.0, 4.0)
SHIFT = Qt.KeyboardModifier.ShiftModifier
EAT = "time-to-eat"


def point_of(driver: WindowDriver, stage: Id = EAT) -> EmotionPoint:
    (found,) = (one for one in driver.document.all(EmotionPoint) if one.stage == stage)
    return found


def body_of(driver: WindowDriver) -> GraphBody:
    (body,) = (row.body for row in driver.canvas.shown.layout.rows if isinstance(row.body, GraphBody))
    return body


def top_of(driver: WindowDriver) -> float:
    (y,) = (row.y for row in driver.canvas.shown.layout.rows if isinstance(row.body, GraphBody))
    return y


def zoom_to(driver: WindowDriver, zoom: float, place: QPointF) -> None:
    driver.canvas.set_zoom(zoom)
    driver.canvas.centerOn(place)
    QApplication.processEvents()


def place_of(driver: WindowDriver, id: Id) -> QPointF:
    """Where a point lies on the sheet."""
    place = body_of(driver).place_of(id)
    assert place is not None
    return place + QPointF(0, top_of(driver))


def drag_by(
    driver: WindowDriver, id: Id, by: QPoint, keys: Qt.KeyboardModifier = NO_KEYS, let_go: bool = True
) -> None:
    """Drag what lies at a point in small steps, with keys held."""
    viewport, start = driver.canvas.viewport(), driver.canvas.mapFromScene(place_of(driver, id))
    QTest.mousePress(viewport, LEFT, keys, start)
    for step in range(1, 9):
        place = QPointF(start + by * step / 8)
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            place,
            QPointF(viewport.mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            LEFT,
            keys,
        )
        QApplication.sendEvent(viewport, move)
    if let_go:
        QTest.mouseRelease(viewport, LEFT, keys, start + by)


def pixels_for(driver: WindowDriver, difference: float) -> int:
    """How many pixels downwards a fall of the value is, at least enough to be a drag."""
    scale = body_of(driver).scale
    units = scale.y_of(0) - scale.y_of(difference)
    return round(units * driver.canvas.transform().m11())


# Dragging


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_first_drag_moves_a_point_up_and_down_only_and_is_one_step(
    zoom: float, pizzeria: WindowDriver
) -> None:
    before = point_of(pizzeria)
    zoom_to(pizzeria, zoom, place_of(pizzeria, before.id))
    steps = len(pizzeria.editor.history.steps)
    drag_by(pizzeria, before.id, QPoint(0 if zoom < 0.2 else 3, pixels_for(pizzeria, 4)))
    after = point_of(pizzeria)
    a_pixel = 10 / (body_of(pizzeria).scale.height - 112) / pizzeria.canvas.transform().m11()
    assert after.value == pytest.approx(0.5, abs=a_pixel + 0.05)
    assert after == before.changed(value=after.value)
    assert len(pizzeria.editor.history.steps) == steps + 1
    pizzeria.undo()
    assert point_of(pizzeria) == before


@pytest.mark.parametrize("zoom", ZOOMS)
def test_escape_in_a_drag_puts_the_point_back(zoom: float, pizzeria: WindowDriver) -> None:
    before = point_of(pizzeria)
    place = place_of(pizzeria, before.id)
    zoom_to(pizzeria, zoom, place)
    drag_by(pizzeria, before.id, QPoint(0, pixels_for(pizzeria, 4)), let_go=False)
    assert place_of(pizzeria, before.id).y() > place.y() + 20
    pizzeria.canvas.setFocus()
    pizzeria.press("Escape")
    assert place_of(pizzeria, before.id) == place
    QTest.mouseRelease(pizzeria.canvas.viewport(), LEFT, NO_KEYS, QPoint(200, 200))
    assert point_of(pizzeria) == before
    assert pizzeria.editor.history.undoable is None


@pytest.mark.parametrize("zoom", ZOOMS)
def test_with_shift_a_point_also_moves_sideways_but_not_out_of_its_stage(
    zoom: float, pizzeria: WindowDriver
) -> None:
    before = point_of(pizzeria)
    zoom_to(pizzeria, zoom, place_of(pizzeria, before.id))
    scale = pizzeria.canvas.transform().m11()
    drag_by(pizzeria, before.id, QPoint(max(round(150 * scale), 12), 0), SHIFT)
    moved = point_of(pizzeria)
    assert moved.at == pytest.approx(0.5 + max(150, 12 / scale) / 490, abs=1 / scale / 490 + 0.01)
    drag_by(pizzeria, before.id, QPoint(max(round(400 * scale), 30), 0), SHIFT)
    assert (point_of(pizzeria).at, point_of(pizzeria).stage) == (1.0, EAT)


def test_the_value_is_kept_in_range_however_far_one_drags(pizzeria: WindowDriver) -> None:
    zoom_to(pizzeria, 0.5, place_of(pizzeria, point_of(pizzeria).id))
    drag_by(pizzeria, point_of(pizzeria).id, QPoint(0, 190))
    assert point_of(pizzeria).value == -5
    drag_by(pizzeria, point_of(pizzeria).id, QPoint(0, -190))
    assert point_of(pizzeria).value == 5


def test_the_value_is_shown_while_dragging_and_not_afterwards(pizzeria: WindowDriver) -> None:
    before = point_of(pizzeria)
    zoom_to(pizzeria, 1.0, place_of(pizzeria, before.id))
    over = pizzeria.canvas.mapFromScene(place_of(pizzeria, before.id)) + QPoint(0, 60 - 32)
    drag_by(pizzeria, before.id, QPoint(0, 60), let_go=False)
    assert QColor(pizzeria.canvas.grab().toImage().pixel(over + QPoint(-18, 0))).lightness() < 80
    QTest.mouseRelease(pizzeria.canvas.viewport(), LEFT, NO_KEYS, over)
    assert QColor(pizzeria.canvas.grab().toImage().pixel(over + QPoint(-18, 0))).lightness() > 200


def test_what_one_sees_while_dragging_is_what_one_gets(pizzeria: WindowDriver) -> None:
    before = point_of(pizzeria)
    zoom_to(pizzeria, 0.5, place_of(pizzeria, before.id))
    drag_by(pizzeria, before.id, QPoint(0, 60), let_go=False)
    preview = body_of(pizzeria)
    QTest.mouseRelease(pizzeria.canvas.viewport(), LEFT)
    assert body_of(pizzeria).lines[0].legs == preview.lines[0].legs
    assert [mark.finding.kind for mark in body_of(pizzeria).words.marks].count("peak") == 0


@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_finger_drags_a_point(zoom: float, pizzeria: WindowDriver) -> None:
    before = point_of(pizzeria)
    zoom_to(pizzeria, zoom, place_of(pizzeria, before.id))
    viewport, finger = pizzeria.canvas.viewport(), QTest.createTouchDevice()
    start = pizzeria.canvas.mapFromScene(place_of(pizzeria, before.id))
    fall = max(pixels_for(pizzeria, 4), 14)
    QTest.touchEvent(viewport, finger).press(0, start, viewport)
    for step in range(1, 9):
        QTest.touchEvent(viewport, finger).move(0, start + QPoint(0, fall * step // 8), viewport)
    QTest.touchEvent(viewport, finger).release(0, start + QPoint(0, fall), viewport)
    assert point_of(pizzeria).value < before.value - 2


def test_a_drag_survives_closing_and_opening(pizzeria: WindowDriver) -> None:
    drag_by(pizzeria, point_of(pizzeria).id, QPoint(0, 40))
    moved, path = point_of(pizzeria), pizzeria.window.path
    assert moved.value != 4.5
    pizzeria.close()
    with ProjectFile.open(path) as project:
        assert project.document.get(EmotionPoint, moved.id) == moved
        assert project.history.undoable is not None
        assert str(project.history.undoable.label) == "Move emotion point"


def test_a_quote_is_dragged_to_where_it_stays(pizzeria: WindowDriver) -> None:
    zoom_to(pizzeria, 1.0, place_of(pizzeria, point_of(pizzeria).id))
    quote = next(one for one in body_of(pizzeria).words.quotes if one.point.stage == EAT)
    start = pizzeria.canvas.mapFromScene(quote.rectangle.center() + QPointF(0, top_of(pizzeria)))
    QTest.mousePress(pizzeria.canvas.viewport(), LEFT, NO_KEYS, start)
    for step in range(1, 7):
        QTest.mouseMove(pizzeria.canvas.viewport(), start + QPoint(-20 * step, 10 * step))
    QTest.mouseRelease(pizzeria.canvas.viewport(), LEFT, NO_KEYS, start + QPoint(-120, 60))
    moved = next(one for one in body_of(pizzeria).words.quotes if one.point.stage == EAT)
    by = moved.rectangle.center() - quote.rectangle.center()
    assert (by.x(), by.y()) == pytest.approx((-200, 100), abs=2)
    assert pizzeria.editor.history.undoable is not None
    assert str(pizzeria.editor.history.undoable.label) == "Move quote"


def test_a_quote_is_moved_by_keys_in_one_step(pizzeria: WindowDriver) -> None:
    def quote() -> QPointF:
        return next(
            one for one in body_of(pizzeria).words.quotes if one.point.stage == EAT
        ).rectangle.center()

    before = quote()
    pizzeria.click_on(next(one for one in pizzeria.document.all(EmotionPoint) if one.stage == EAT).id)
    pizzeria.press("Alt+Down", times=3)
    pizzeria.press("Alt+Right")
    assert (quote() - before).toTuple() == pytest.approx((12, 36), abs=0.2)
    assert pizzeria.editor.history.undoable is not None
    assert str(pizzeria.editor.history.undoable.label) == "Move quote"
    pizzeria.undo()
    assert quote() == before
    silent = next(one for one in pizzeria.document.all(EmotionPoint) if one.stage != EAT)
    pizzeria.editor.do(set_fields(pizzeria.document, [silent.id], plain_label("Edit"), quote=""))
    pizzeria.click_on(silent.id)
    assert not pizzeria.window.actions_by_name["notes.move_left"].isEnabled()


# Adding and deleting


@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_double_click_on_the_band_adds_a_point_there_and_delete_removes_it(
    zoom: float, pizzeria: WindowDriver
) -> None:
    count = len(pizzeria.document.all(EmotionPoint))
    body = body_of(pizzeria)
    column = next(one for one in body.content.columns if one.stage.id == "research")
    place = QPointF(column.x + 0.9 * column.width, top_of(pizzeria) + body.scale.y_of(-4))
    zoom_to(pizzeria, zoom, place)
    QTest.mouseDClick(pizzeria.canvas.viewport(), LEFT, NO_KEYS, pizzeria.canvas.mapFromScene(place))
    (added,) = (one for one in pizzeria.document.all(EmotionPoint) if one.id in pizzeria.editor.selection.ids)
    tolerance = 1 / pizzeria.canvas.transform().m11()
    assert (added.section, added.stage, added.persona) == ("emotions", "research", "eva-molin")
    assert added.value == pytest.approx(-4, abs=tolerance / 38 + 0.05)
    assert added.at == pytest.approx(0.9, abs=tolerance / 490 + 0.001)
    pizzeria.canvas.setFocus()
    pizzeria.press("Delete")
    assert len(pizzeria.document.all(EmotionPoint)) == count


def test_a_double_click_on_the_line_adds_a_point_on_it(pizzeria: WindowDriver) -> None:
    zoom_to(pizzeria, 0.5, place_of(pizzeria, point_of(pizzeria).id))
    line = body_of(pizzeria).lines[0]
    x = line.legs[3].at(0.4)[0]
    y = line.y_at(x)
    assert y is not None
    place = pizzeria.canvas.mapFromScene(QPointF(x, top_of(pizzeria) + y + 8))
    QTest.mouseDClick(pizzeria.canvas.viewport(), LEFT, NO_KEYS, place)
    (added,) = (one for one in pizzeria.document.all(EmotionPoint) if one.id in pizzeria.editor.selection.ids)
    assert added.value == pytest.approx(body_of(pizzeria).scale.value_at(y), abs=0.15)


def test_enter_in_a_cell_without_a_point_adds_one(open_window: OpenWindow) -> None:
    driver = open_window(graph_document((1, None, 3)))
    driver.go_to_cell("Stage 1", "Emotions")
    driver.press("Return")
    assert [point.value for point in driver.document.points("graph", "s1")] == [2.0]
    driver.press("Up")
    assert [point.value for point in driver.document.points("graph", "s1")] == [2.1]


# Keys


@pytest.mark.parametrize("zoom", some_of(ZOOMS, 3, "the least, the usual and the largest zoom are tried"))
def test_arrows_move_the_selected_point(zoom: float, pizzeria: WindowDriver) -> None:
    point = point_of(pizzeria)
    zoom_to(pizzeria, zoom, place_of(pizzeria, point.id))
    pizzeria.click_on(point.id)
    pizzeria.press("Down", times=3)
    assert point_of(pizzeria).value == 4.2
    pizzeria.press("Shift+Down", times=2)
    assert point_of(pizzeria).value == 2.2
    pizzeria.press("Shift+Up", times=5)
    assert point_of(pizzeria).value == 5
    pizzeria.press("Right")
    pizzeria.press("Shift+Left")
    assert point_of(pizzeria).at == pytest.approx(0.42)
    pizzeria.undo()
    assert point_of(pizzeria) == point


def test_page_keys_go_from_point_to_point(pizzeria: WindowDriver) -> None:
    pizzeria.click_on(point_of(pizzeria, "arrival").id)
    seen = []
    for key in ("PgDown", "PgDown", "PgUp", "PgUp", "PgUp"):
        pizzeria.press(key)
        (id,) = pizzeria.editor.selection.ids
        seen.append(pizzeria.document.get(EmotionPoint, id).stage)
    assert seen == ["order", EAT, "order", "arrival", "research"]


# Inspector and panel


def test_a_point_is_typed_in_the_inspector(pizzeria: WindowDriver) -> None:
    pizzeria.click_on(point_of(pizzeria).id)
    pizzeria.fill("Emotion, −5 to +5", "-2.5")
    pizzeria.fill("Place in the stage, 0 to 1", "0.25")
    pizzeria.choose("Emotion in words", "delighted")
    point = point_of(pizzeria)
    assert (point.value, point.at, point.emotion) == (-2.5, 0.25, "delighted")
    pizzeria.fill("Emotion in words", "moved to tears")
    assert point_of(pizzeria).emotion == "moved to tears"


def test_the_words_for_emotions_are_the_projects(pizzeria: WindowDriver) -> None:
    pizzeria.click_on(point_of(pizzeria).id)
    pizzeria.fill("Words for emotions", "calm")
    assert pizzeria.document.project.emotions == ("calm",)
    pizzeria.canvas.setFocus()
    pizzeria.click_on(point_of(pizzeria, "arrival").id)
    pizzeria.choose("Emotion in words", "calm")
    assert point_of(pizzeria, "arrival").emotion == "calm"


def test_the_reading_goes_to_what_it_speaks_of_and_can_be_copied(pizzeria: WindowDriver) -> None:
    pizzeria.click_on(point_of(pizzeria).id)
    pizzeria.canvas.set_zoom(4.0)
    sentences = pizzeria.find(QListWidget, "Reading")
    (item,) = (
        sentences.item(row) for row in range(sentences.count()) if "Trough" in sentences.item(row).text()
    )
    assert item.text() == (
        "Trough at Arrival (−3): “Where is the entrance?” "
        "Pain points there: The sign cannot be read in the dark; Car park is full by seven"
    )
    QTest.mouseClick(sentences.viewport(), LEFT, NO_KEYS, sentences.visualItemRect(item).center())
    assert pizzeria.editor.selection.ids == (point_of(pizzeria, "arrival").id,)
    seen = pizzeria.canvas.mapFromScene(place_of(pizzeria, point_of(pizzeria, "arrival").id))
    assert pizzeria.canvas.viewport().rect().contains(seen)
    pizzeria.click("Copy the reading")
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[2] == item.text()
    assert copied.splitlines()[-1].startswith("Last impression at Come back (3), higher than it began (1)")


def test_thresholds_are_set_beside_the_reading(pizzeria: WindowDriver) -> None:
    pizzeria.click_on(point_of(pizzeria).id)
    pizzeria.fill("Peak from", "5")
    assert pizzeria.document.project.peak_at == 5
    assert "peak" not in [mark.finding.kind for mark in body_of(pizzeria).words.marks]


def test_curves_are_hidden_and_drawn_straight_from_the_panel(open_window: OpenWindow) -> None:
    driver = open_window(graph_document((1, -3, 2), personas=3, curves=3))
    driver.select_section("Emotions")
    driver.click("Show the curve of Persona 1")
    assert [line.curve.persona for line in body_of(driver).lines] == ["p2", "p0"]
    driver.click("Bring the curve of Persona 2 to the front")
    assert [line.curve.persona for line in body_of(driver).lines] == ["p0", "p2"]
    driver.choose("Lines", "Straight")
    assert driver.document.get(Section, "graph").curve == "straight"
    for _ in range(3):
        driver.canvas.setFocus()
        driver.undo()
    assert driver.document.get(Section, "graph") == graph_document((1, -3, 2), 3, 3).get(Section, "graph")


def test_another_map_is_laid_under_a_graph_from_the_panel(open_window: OpenWindow) -> None:
    document = template("pizzeria")
    document.apply(duplicate(document, ["dinner"]))
    driver = open_window(document)
    driver.select_section("Emotional graph")
    driver.choose("Compare with", "Dinner at a pizzeria (copy) – Emotional graph")
    assert body_of(driver).content.ghost is not None
    driver.choose("Compare with", "No other map")
    assert body_of(driver).content.ghost is None


# What is seen


@pytest.mark.parametrize(("zoom", "style"), meeting(ZOOMS[1:], ["smooth", "straight"]))
def test_the_screen_shows_what_the_picture_shows(zoom: float, style: str, open_window: OpenWindow) -> None:
    document = template("pizzeria")
    document.apply(set_fields(document, ["emotions"], plain_label(""), curve=style))
    driver = open_window(document)
    driver.canvas.minimap.hide()
    zoom_to(driver, zoom, place_of(driver, point_of(driver).id))
    screen, picture, area = shot(driver), drawn(driver), band_in_view(driver)
    assert area.width() > 300
    assert area.height() > 50
    # What differs are letters and dashes that a screen puts on whole pixels; the curve is the same.
    assert difference(screen, picture, area) < 0.008
    moved = drawn(driver, 2.0)
    assert difference(screen, moved, area) > 0.02


def shot(driver: WindowDriver) -> QImage:
    """The view with the graph as an item of its own, which it is once the map has been seen."""
    items = driver.canvas.scene().items
    driver.wait_until(lambda: any(not isinstance(item, TextEditor) for item in items()))
    return driver.canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def drawn(driver: WindowDriver, by: float = 0.0) -> QImage:
    """The display list, painted as for a picture, at the place and scale of the view."""
    canvas = driver.canvas
    image = QImage(canvas.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setTransform(canvas.viewportTransform())
    painter.translate(by, by)
    paint(painter, canvas.shown.layout.display_list())
    painter.end()
    return image


def band_in_view(driver: WindowDriver) -> QRect:
    """The part of the graph that nothing lies over."""
    canvas, scale = driver.canvas, body_of(driver).scale
    top = top_of(driver)
    corners = QPointF(scale.left, top), QPointF(scale.right, top + scale.height)
    band = QRect(canvas.mapFromScene(corners[0]), canvas.mapFromScene(corners[1]))
    frozen = canvas.frozen()
    free = canvas.viewport().rect().adjusted(int(frozen.left) + 8, int(frozen.top) + 8, -8, -8)
    return band.intersected(free)


def difference(one: QImage, other: QImage, area: QRect) -> float:
    """The share of pixels of an area that are clearly not alike."""
    unlike = 0
    for y in range(area.top(), area.bottom()):
        for x in range(area.left(), area.right()):
            if one.pixel(x, y) != other.pixel(x, y):
                a, b = QColor(one.pixel(x, y)), QColor(other.pixel(x, y))
                apart = abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())
                unlike += apart > 120
    return unlike / (area.width() * area.height())


def test_a_small_view_still_shows_the_line_and_its_points(pizzeria: WindowDriver) -> None:
    zoom_to(pizzeria, 0.1, place_of(pizzeria, point_of(pizzeria).id))
    pizzeria.editor.select([])
    image = shot(pizzeria)
    place = pizzeria.canvas.mapFromScene(place_of(pizzeria, point_of(pizzeria).id))
    around = [QColor(image.pixel(place + QPoint(x, y))) for x in range(-4, 5) for y in range(-4, 5)]
    assert sum(one.blue() > one.red() + 60 for one in around) >= 8


def test_a_map_without_a_graph_needs_no_pyqtgraph(open_window: OpenWindow) -> None:
    driver = open_window(graph_document(()))
    assert [item for item in driver.canvas.scene().items() if not isinstance(item, TextEditor)] == []


def test_the_curve_of_a_second_persona_is_begun_and_the_line_that_is_clicked_takes_the_next_points(
    pizzeria: WindowDriver,
) -> None:
    driver, document = pizzeria, pizzeria.document
    driver.editor.do(add_persona(document, "Marcus Keller", id="marcus"))
    graph = driver.section("Emotional graph")
    first = document.all(EmotionPoint)[0].persona
    driver.select_section("Emotional graph")
    driver.click("+ Curve for Marcus Keller")
    assert "marcus" in driver.editor.journey_map.personas
    driver.go_to_cell("Arrival", "Emotional graph")
    driver.press("Return")
    driver.press("Shift+Up")
    driver.go_to_cell("Order", "Emotional graph")
    driver.write("-3")
    driver.press("Escape")
    values = [(one.persona, one.value) for one in document.all(EmotionPoint) if one.persona != first]
    assert values == [("marcus", 1.0), ("marcus", -3.0)]
    row = next(row for row in driver.canvas.shown.layout.rows if row.section.id == graph.id)
    body = row.body
    assert isinstance(body, GraphBody)
    line = next(line for line in body.lines if line.curve.persona == first)
    column = driver.canvas.shown.layout.column_of(driver.stage("Time to eat").id)
    assert column is not None
    x = column.x + 0.12 * column.width
    y = line.y_at(x)
    assert y is not None
    place = driver.canvas.mapFromScene(x, row.y + y)
    QTest.mouseClick(driver.canvas.viewport(), LEFT, NO_KEYS, place)
    assert document.get(Section, graph.id).front == first
    driver.undo()
    assert document.get(Section, graph.id).front == "marcus"


def test_curve_for_asks_for_whom_where_there_are_several(pizzeria: WindowDriver) -> None:
    for name in ("Ana", "Marcus"):
        pizzeria.editor.do(add_persona(pizzeria.document, name))
    pizzeria.select_nothing()
    pizzeria.press("Ctrl+K")
    pizzeria.write("curve for")
    pizzeria.press("Return")
    pizzeria.write("mar")
    pizzeria.press("Return")
    graph = pizzeria.section("Emotional graph")
    assert graph.front == pizzeria.persona("Marcus").id
    pizzeria.write("4")
    pizzeria.press("Escape")
    (point,) = [one for one in pizzeria.document.all(EmotionPoint) if one.persona == graph.front]
    assert (point.value, point.stage) == (4.0, pizzeria.document.stages(graph.map)[0].id)
