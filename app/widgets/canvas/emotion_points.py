"""Emotion points by key and by double click: added, moved, and gone through one by one."""

from typing import Any

from PySide6.QtCore import QPointF, Qt

from app.drawing.sections.emotional_graph.callouts import has_words
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.model.records import EmotionPoint, new_id
from app.model.verbs.emotions import add_point, bring_to_front, move_point, move_quote
from app.session.selection import Cell
from app.widgets.canvas.gestures.gesture import Canvas
from app.widgets.canvas.new_points import graph_at, new_point, persona_in_front

_VALUES = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_PLACES = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_STEP, _LARGE_STEP = 0.1, 1.0
"""How far an arrow moves a point up or down; with Shift the larger."""
_STEP_ASIDE, _LARGE_STEP_ASIDE = 0.02, 0.1
"""How far it moves it aside, as a share of its stage."""
_STEP_OF_QUOTE = 12.0
"""Map units by which a key moves a quote."""
_ABOVE = 48.0
_ON_THE_LINE = 14.0
"""Map units around a line within which a new point is put on it."""


def take_point_key(canvas: Canvas, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Move the selected point, or select the next. Returns whether the key does so."""
    editor = canvas.editor
    if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return False
    if key in _PAGES:
        return _select_next(canvas, _PAGES[key])
    point = editor.document.find(editor.selection.ids[-1]) if editor.selection.ids else None
    if not isinstance(point, EmotionPoint) or (key not in _VALUES and key not in _PLACES):
        return False
    is_large = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    value, at = point.value, point.at
    if key in _VALUES:
        value += _VALUES[key] * (_LARGE_STEP if is_large else _STEP)
    else:
        at += _PLACES[key] * (_LARGE_STEP_ASIDE if is_large else _STEP_ASIDE)
    editor.do(move_point(editor.document, point.id, value, at), merge_key=("keys", point.id))
    canvas.show_where_the_cursor_is()
    return True


def has_quote(canvas: Canvas) -> bool:
    """Whether a point with words beside it is what is selected."""
    points = canvas.editor.selected.of(EmotionPoint)
    return len(points) == 1 == len(canvas.editor.selection.ids) and has_words(points[0])


def move_quote_by(canvas: Canvas, across: int, down: int) -> None:
    """Move the quote of the selected point a little from where it is seen. Several presses are one step."""
    [point] = canvas.editor.selected.of(EmotionPoint)
    found = graph_at(canvas.shown.layout, Cell(point.section, point.stage))
    if found is None:
        return
    _, body = found
    place = body.place_of(point.id) or QPointF()
    seen = next((quote.rectangle.center() for quote in body.words.quotes if quote.point.id == point.id), None)
    # One that found no place, and stands below the band, begins above its point.
    start = seen - place if seen is not None else QPointF(0, -_ABOVE)
    to = start + QPointF(across, down) * _STEP_OF_QUOTE
    change = move_quote(canvas.editor.document, point.id, to.x(), to.y())
    canvas.editor.do(change, merge_key=("quote", point.id))
    canvas.show_where_the_cursor_is()


def add_point_at(canvas: Canvas, place: QPointF) -> bool:
    """A new point at a place of a graph: on the line that runs there, else at the value of the place."""
    layout = canvas.shown.layout
    row, column = layout.row_at(place.y()), layout.column_at(place.x())
    if row is None or column is None or not isinstance(row.body, GraphBody) or canvas.editor.read_only:
        return False
    within = place - QPointF(0, row.y)
    line = row.body.line_at(within, _ON_THE_LINE)
    y = line.y_at(within.x()) if line is not None else None
    value = row.body.scale.value_at(within.y() if y is None else y)
    persona = (
        line.curve.persona
        if line is not None
        else persona_in_front(canvas.editor.document, layout, row, row.body)
    )
    at = (place.x() - column.x) / column.width
    cell = Cell(row.section.id, column.stage.id)
    _add(canvas, cell, value=round(value, 1), at=round(at, 3), persona=persona)
    return True


def choose_curve_at(canvas: Canvas, place: QPointF) -> None:
    """Bring the curve to the front whose line runs at a place of a graph, if one does."""
    layout, editor = canvas.shown.layout, canvas.editor
    row = layout.row_at(place.y())
    if row is None or not isinstance(row.body, GraphBody) or len(row.body.lines) < 2:
        return
    line = row.body.line_at(place - QPointF(0, row.y), _ON_THE_LINE)
    is_other = line is not None and line is not row.body.lines[-1]
    if line is not None and is_other and not (editor.read_only or editor.is_layout_locked):
        editor.do(bring_to_front(editor.document, row.section.id, line.curve.persona))


def add_point_in_cell(canvas: Canvas, beside_others: bool = False) -> bool:
    """A new point in the middle of the cursor's cell, on the line if one runs there; or the one it has.

    With `beside_others` there is a new one in any case, in the widest gap between those of the cell.
    """
    cell, layout = canvas.editor.selection.cell, canvas.shown.layout
    found = graph_at(layout, cell)
    if found is None or cell is None:
        return False
    persona = persona_in_front(canvas.editor.document, layout, *found)
    points = [one for one in canvas.editor.document.points(*cell) if one.persona == persona]
    if points and not beside_others:
        canvas.editor.select([min(points, key=lambda point: point.at).id], cell)
    elif not canvas.editor.read_only:
        _add(canvas, cell, **new_point(canvas.editor.document, layout, cell))
    return True


def _add(canvas: Canvas, cell: Cell, **fields: Any) -> None:
    id = new_id()
    change = add_point(canvas.editor.document, *cell, id=id, **fields)
    canvas.editor.do(change, then=lambda _: canvas.editor.select([id], cell))


def _select_next(canvas: Canvas, step: int) -> bool:
    """The next point of the curve; from a cell of a graph, the next point from there on."""
    editor = canvas.editor
    selected = editor.document.find(editor.selection.ids[-1]) if editor.selection.ids else None
    cell = editor.selection.cell
    if isinstance(selected, EmotionPoint):
        cell = Cell(selected.section, selected.stage)
    found = graph_at(canvas.shown.layout, cell)
    if found is None or cell is None:
        return False
    _, body = found
    curves = [line.curve for line in reversed(body.lines)]
    curve = next((curve for curve in curves if selected in curve.points), curves[0] if curves else None)
    if curve is None:
        return True
    order = {column.stage.id: index for index, column in enumerate(body.content.columns)}
    if selected in curve.points:
        here = [*curve.points].index(selected)
        index = here + step
    else:
        ahead = [
            i for i, point in enumerate(curve.points) if (order[point.stage] - order[cell.stage]) * step >= 0
        ]
        index = -1 if not ahead else min(ahead) if step > 0 else max(ahead)
    if 0 <= index < len(curve.points):
        point = curve.points[index]
        editor.select([point.id], Cell(point.section, point.stage))
        canvas.show_where_the_cursor_is()
    return True
